"""What happened when links were followed: what `look` makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from reviewer.model.answers import Certificate, Hop, Reason
from reviewer.model.dates import PartialDate
from reviewer.model.facts import Page, Superseded


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a verdict rests on."""

    status: int | None = None
    hops: tuple[Hop, ...] = ()
    final_url: str | None = None
    title: str | None = None
    detail: str | None = None
    certificate: Certificate | None = None


NO_EVIDENCE: Final = Evidence()


@dataclass(frozen=True, slots=True)
class Works:
    """The link leads to what it says. ``superseded`` and ``updated`` are what the target says about itself."""

    url: str
    evidence: Evidence = NO_EVIDENCE
    superseded: Superseded | None = None
    updated: PartialDate | None = None
    anchors: frozenset[str] | None = None
    verdict: str = field(default="works", init=False)
    reason: Reason = field(default=Reason.OK, init=False)


@dataclass(frozen=True, slots=True)
class Moved:
    """Permanently elsewhere: ``to`` is the address to paste."""

    url: str
    to: str
    evidence: Evidence = NO_EVIDENCE
    superseded: Superseded | None = None
    updated: PartialDate | None = None
    anchors: frozenset[str] | None = None
    verdict: str = field(default="moved", init=False)
    reason: Reason = field(default=Reason.PERMANENT_REDIRECT, init=False)


@dataclass(frozen=True, slots=True)
class Broken:
    """Dead, as far as this look can tell. ``suggestion`` is a better address, when one is known. ``certain`` is False when
    only more looks over days can make it so."""

    url: str
    reason: Reason
    evidence: Evidence = NO_EVIDENCE
    suggestion: str | None = None
    certain: bool = True
    verdict: str = field(default="broken", init=False)


@dataclass(frozen=True, slots=True)
class Unsure:
    """Nobody can judge it from here: a person has to look. Never told as broken. ``until``: its server asked not to be asked before."""

    url: str
    reason: Reason
    evidence: Evidence = NO_EVIDENCE
    retry_after: float | None = None
    until: dt.datetime | None = None
    verdict: str = field(default="unsure", init=False)

    @property
    def waits(self) -> bool:
        """Whether it was not asked in this look, because its server had asked for time: it proves nothing, and is no further look."""
        return self.until is not None and self.reason is Reason.RATE_LIMITED and self.evidence.status is None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Not visited, on purpose. ``why`` is the rule's reason, in the words of the person who made it."""

    url: str
    reason: Reason
    why: str = ""
    verdict: str = field(default="skipped", init=False)


Visit = Works | Moved | Broken | Unsure | Skipped


@dataclass(frozen=True, slots=True)
class Known:
    """What the state remembers of a page, so that an unchanged page is not parsed again. ``body_hash`` is SHA-256 in hexadecimal."""

    page: Page
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None

    @property
    def conditions(self) -> tuple[tuple[str, str], ...]:
        """The headers that ask only for what has changed (RFC 9110, 13)."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return tuple((name, value) for name, value in pairs if value)


@dataclass(frozen=True, slots=True)
class Looked:
    """One look at all sites: what the crawl read and what the visits said.

    ``pages`` is keyed by the page's final URL; pages that could not be read are there too, with their state. ``site_of`` maps a page's
    URL to its site's name. ``visits`` is keyed by the link's URL without fragment (``mailto:`` and ``tel:`` whole).
    ``known`` holds what to remember of the pages that were read. ``notes`` are sentences for the admin (an endless calendar was cut, ...),
    ``incomplete`` says which sites could not be read and why. ``interrupted``: a person stopped the look; the rest is missing.
    """

    pages: Mapping[str, Page]
    site_of: Mapping[str, str]
    visits: Mapping[str, Visit]
    known: Mapping[str, Known] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    interrupted: bool = False
