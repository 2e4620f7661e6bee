"""What a page says: the facts that `read` makes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reviewer.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a page: the nearest heading above, and the line in the source (1 is the first), when known."""

    heading: str | None = None
    line: int | None = None


NOWHERE: Final = Place()


class DateKind(StrEnum):
    """What a date on a page is about."""

    DUE = "due"
    LAST_REVIEWED = "last_reviewed"
    UPDATED = "updated"
    PUBLISHED = "published"
    EXPIRES = "expires"


class Basis(StrEnum):
    """Whether the page states the date, or a start and a period that give it."""

    STATED = "stated"
    COMPUTED = "computed"


class Source(StrEnum):
    """Where a claim was found, strongest first."""

    TEXT = "text"
    TIME = "time"
    JSON_LD = "json_ld"
    META = "meta"
    PROPERTIES = "properties"


@dataclass(frozen=True, slots=True)
class DateClaim:
    """A date that the page states about itself, with its words.

    ``ambiguous`` means that day and month could not be told apart by the page; ``other`` is then the other reading.
    """

    kind: DateKind
    date: PartialDate
    quote: str
    place: Place = NOWHERE
    basis: Basis = Basis.STATED
    source: Source = Source.TEXT
    ambiguous: bool = False
    other: PartialDate | None = None


class PeriodKind(StrEnum):
    """A period that a page speaks of, or something it promises by a date."""

    YEAR_RANGE = "year_range"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Period:
    """A year range ("2023-24") or a promise ("by March 2023"). ``end`` is its last day, None when it has none
    ("available soon"). ``historical``: the page speaks of it as the past, so it is never told."""

    kind: PeriodKind
    quote: str
    end: dt.date | None
    historical: bool = False
    place: Place = NOWHERE


class ContactKind(StrEnum):
    """What a named contact is."""

    PERSON = "person"
    TEAM = "team"
    ROLE = "role"
    EMAIL = "email"
    PHONE = "phone"
    SLACK = "slack"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody whom the page names as its contact, owner, lead, author or maintainer."""

    kind: ContactKind
    value: str
    quote: str
    place: Place = NOWHERE


class GapKind(StrEnum):
    """Something announced that is not there, or a value that cannot be."""

    MISSING_LIST = "missing_list"
    MISSING_ADDRESS = "missing_address"
    MISSING_MEDIA = "missing_media"
    MISSING_THING = "missing_thing"
    EMPTY_SECTION = "empty_section"
    LABEL_WITHOUT_VALUE = "label_without_value"
    PLACEHOLDER = "placeholder"
    IMPOSSIBLE_DATE = "impossible_date"
    UNREADABLE_DATE = "unreadable_date"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something announced that is not there."""

    kind: GapKind
    quote: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Banner:
    """The page says of itself that it is under review or overdue; ``outdated``: that it is, or may be, out of date."""

    quote: str
    place: Place = NOWHERE
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Superseded:
    """The page says of itself that it was replaced, withdrawn or archived; ``by`` is what replaces it, in the
    page's words, ``url`` its address, when given."""

    quote: str
    by: str | None = None
    url: str | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a register with a date of its own: kept, but not the page's date."""

    words: str
    kind: DateKind
    date: PartialDate
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Extra:
    """A fact of a kind that the house does not know: what a reader of a third party returns."""

    kind: str
    value: str
    quote: str
    place: Place = NOWHERE


class Region(StrEnum):
    """The part of a page that something stands in."""

    MAIN = "main"
    HEADER = "header"
    NAV = "nav"
    FOOTER = "footer"
    ASIDE = "aside"


MACHINE: Final = "machine"
"""The ``attribute`` of a ``link`` element that is a note from one machine to another: nobody opens it, and nobody is told of it."""
FEED: Final = "feed"
"""The same for a feed of the site: a crawl reads which pages it lists."""


@dataclass(frozen=True, slots=True)
class Link:
    """One reference on a page.

    ``href`` is as written, ``url`` is as a browser resolves it (fragment included), None when a browser cannot.
    ``words`` is the link text (or alt text), ``element`` the tag's name, ``attribute`` the one that holds the address: for a ``link``
    element its kind (``stylesheet``, ``icon``, ``canonical`` ..., ``MACHINE``, ``FEED``), for a form that sends data ``post``.
    """

    href: str
    url: str | None
    element: str = "a"
    attribute: str = "href"
    words: str = ""
    place: Place = NOWHERE
    region: Region = Region.MAIN


Fact = DateClaim | Period | Contact | Gap | Banner | Superseded | Item | Extra | Link
"""What a reader may return."""


class PageState(StrEnum):
    """``read``, or why a page could not be read."""

    READ = "read"
    UNREACHABLE = "unreachable"
    NOT_FOUND = "not_found"
    FORBIDDEN = "forbidden"
    ROBOTS = "robots"
    WAITING = "waiting"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    NOT_HTML = "not_html"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_TEXT = "no_text"
    NEEDS_BROWSER = "needs_browser"
    SKIPPED = "skipped"
    FAILED = "failed"


SHEET: Final = "text/css"
"""The content type of a style sheet."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was read at one address: facts only, no HTML. Knows nothing of today's date.

    ``url`` is the final address. ``claims`` holds the dates that are the page's own, the chosen one of each kind first;
    two due dates in ``claims`` are a conflict. ``fingerprint`` is a hash of the main text without its dates,
    ``sketch`` a few checksums by which nearly the same texts are found (``reviewer.read.alike``). ``of_the_past`` is what tells that the
    whole page is a record (of a meeting, a dated post, a decision, an archive): it is kept as it was, and nobody reviews it.
    ``trouble`` is a sentence for the admin when ``state`` is not ``read``.
    """

    url: str
    state: PageState = PageState.READ
    title: str = ""
    lang: str | None = None
    content_type: str = "text/html"
    claims: tuple[DateClaim, ...] = ()
    banner: Banner | None = None
    superseded: Superseded | None = None
    periods: tuple[Period, ...] = ()
    contacts: tuple[Contact, ...] = ()
    gaps: tuple[Gap, ...] = ()
    items: tuple[Item, ...] = ()
    extras: tuple[Extra, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    fingerprint: str = ""
    sketch: str = ""
    of_the_past: str = ""
    trouble: str | None = None

    @property
    def sheet(self) -> bool:
        """Whether it is a style sheet: nobody reads it, it has no date and no owner of its own, and only its links are judged."""
        return self.content_type == SHEET

    def claim(self, kind: DateKind) -> DateClaim | None:
        """The page's date of that kind, or None."""
        return next((claim for claim in self.claims if claim.kind is kind), None)
