"""Facts, visits and today to findings. Checks never see HTML, and do not know each other.

A check is a module of this folder (or behind an entry point of the group ``reviewer.checks``); its file name is its id. It has

- ``SUMMARY``: what it asks, in one line for ``reviewer checks``;
- ``ABOUT``: ``"page"``, or ``"link"`` when each of its findings is about one address that the page links to. The ``subject`` of such a
  finding begins with that address (``verdicts.key(link)``, ``link.url`` or ``link.href``), alone or before a blank: so a link that can no
  longer be judged keeps its issue, and nobody is thanked for it;
- ``check(page, context) -> Iterable[Finding]``;
- ``SEES``, only for checks of links and only where it differs: the verdicts of a visit that the check can judge. ``("works", "moved")``
  unless it says otherwise: of a link that is broken now, a check of moved links knows nothing;
- ``GISTS``, only when the catalogues of other languages translate them: by a finding's reason (``""``: any other), what it is about and
  what to do, without the finding's details.
- ``RESTS_ON``: by a finding's reason (``""``: any other), its ``Confidence`` and what that rests on, in a few words; a finding that says
  what it ``rests_on`` itself keeps its own. A check that says nothing of either is believed to have seen what it tells;
- ``ACROSS``, only for what a whole site may lack: by a finding's reason, how it is told of a site, and from how many pages on (``Across``);
- ``QUIET``, only for what nobody has to do anything about today: the reasons of findings that stand in the report and in no message;
- ``RANK``, only for what comes before the rest in a mail: its place in the order (``Rank``);
- ``NEEDS = "links"``, only for checks that ask a page for its links, its title and its anchors, and for no fact that a reader finds in its
  text. When all that are chosen say so, ``reviewer check`` reads no facts (``needs_facts``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from types import ModuleType

from reviewer.families import members
from reviewer.model import Audience, Confidence, Contact, Finding, Link, Match, Page, Severity, Unknown, Visit
from reviewer.settings import Directory, Remind, Site
from reviewer.verdicts import Said, key

TROUBLE = "trouble"
"""Stands in the place of a check's id in what is told of a check that failed."""

SEEN = ("works", "moved")
"""The verdicts that a check of links can judge, unless it declares others."""


class Rank(IntEnum):
    """The order in which people are told: what is overdue or withdrawn, then what is broken, then what has moved, then the rest; guesses
    come last of all."""

    LATE = 0
    BROKEN = 1
    MOVED = 2
    REST = 3
    GUESS = 4


@dataclass(frozen=True, slots=True)
class Across:
    """How what many pages of a site lack is told once, from ``least`` pages on, and of fewer when they are most of the site. ``says`` has
    ``{count}`` for "212 of 230 pages", or ``{many}`` for "212 pages". ``fix`` is for what most pages lack, which the template can give
    them; ``few`` for what the others have."""

    least: int
    says: str
    fix: str
    few: str = ""


def _nobody(contact: Contact) -> Match:
    """Match nobody: the directory is empty."""
    del contact
    return Unknown()


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may know besides the page: the other pages of this look and the visits, the site's settings, and the page as it was
    read ``before`` (None: never, or nobody remembers).

    ``match`` asks the directory for a contact. ``verdicts`` is what is already worked out of the same visits and pages, when somebody keeps
    it. ``dates_lost``: the page lost its review dates together with many others, so that its template is to blame.
    """

    today: dt.date
    site: Site
    visits: Mapping[str, Visit] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    remind: Remind = Remind()
    directory: Directory = Directory()
    match: Callable[[Contact], Match] = _nobody
    before: Page | None = None
    watch_targets: tuple[str, ...] = ()
    tell_silent_redirects: bool = False
    verdicts: Said | None = None
    dates_lost: bool = False

    def said(self, page: Page) -> Iterator[tuple[Link, Visit]]:
        """Each link of the page with what is said of it in its place."""
        said = self.verdicts or Said(self.visits, self.pages)
        return zip(page.links, said.of(page), strict=True)


def _all() -> dict[str, ModuleType]:
    """The checks by their ids."""
    return members("reviewer.checks", "check")


def names() -> tuple[str, ...]:
    """The ids of all checks."""
    return tuple(_all())


def summaries() -> dict[str, str]:
    """What each check asks, by its id."""
    return {name: module.SUMMARY for name, module in _all().items()}


def of_links() -> frozenset[str]:
    """The ids of the checks whose findings are about links."""
    return frozenset(name for name, module in _all().items() if getattr(module, "ABOUT", None) == "link")


def of_broken_links() -> frozenset[str]:
    """The ids of the checks that say of a link that it does not work: those of links that declare to see broken ones."""
    return frozenset(name for name in of_links() if "broken" in getattr(_all()[name], "SEES", SEEN))


def sees(check: str, visit: Visit) -> bool:
    """Whether a check of links can judge a link of which this is said now."""
    return visit.verdict in getattr(_all()[check], "SEES", SEEN)


def gists() -> dict[str, Mapping[str, tuple[str, str]]]:
    """What the findings of each check are about and what to do, by the check's id and the finding's reason: messages of the catalogues."""
    return {name: getattr(module, "GISTS", {}) for name, module in _all().items()}


def gist(finding: Finding) -> tuple[str, str] | None:
    """What a finding is about and what to do, in English and without its details; None when its check does not say."""
    said = gists().get(finding.check, {})
    return said.get(finding.reason) or said.get("")


def across_words(finding: Finding) -> Across | None:
    """How a finding is told when many pages of a site have it; None when its check does not say."""
    declared: Mapping[str, Across] = getattr(_all().get(finding.check), "ACROSS", {})
    return declared.get(finding.reason)


def rank(finding: Finding) -> Rank:
    """Where a finding stands in the order of what people are told."""
    if finding.guessed:
        return Rank.GUESS
    if finding.severity is Severity.URGENT:
        return Rank.LATE
    declared: Rank = getattr(_all().get(finding.check), "RANK", Rank.REST)
    return declared


def quiet(finding: Finding) -> bool:
    """Whether a finding stands in the report only, as its check declares."""
    return finding.reason in getattr(_all().get(finding.check), "QUIET", ())


def needs_facts(only: Iterable[str] = (), skip: Iterable[str] = ()) -> bool:
    """Whether any of the chosen checks asks for facts that are read in a page's text, or does not say."""
    return any(getattr(module, "NEEDS", "facts") != "links" for _, module in _chosen(only, skip))


def _chosen(only: Iterable[str], skip: Iterable[str]) -> list[tuple[str, ModuleType]]:
    """The checks that are chosen, with their ids."""
    wanted, passed = set(only), set(skip)
    return [(name, module) for name, module in _all().items() if name not in passed and (not wanted or name in wanted)]


def named(link: Link) -> frozenset[str]:
    """The addresses by which a finding's ``subject`` may name the link."""
    return frozenset(each for each in (key(link), link.url, link.href) if each)


def subjects(finding: Finding) -> frozenset[str]:
    """The addresses that the finding's ``subject`` may mean: all of it, or what stands before its first or its last blank."""
    subject = finding.subject
    return frozenset({subject, subject.partition(" ")[0], subject.rpartition(" ")[0]})


def ask(page: Page, context: Context, only: Iterable[str] = (), skip: Iterable[str] = ()) -> Iterator[Finding]:
    """Put every chosen check to one page; to a style sheet only those of links. A check that fails on a page, or breaks its promise, costs
    one finding for the admin, not the run."""
    for name, module in _chosen(only, skip):
        try:
            yield from _asked(module, page, context)
        except Exception as error:  # noqa: BLE001 - one page costs itself
            yield trouble(page.url, f"check {name}", error)


def _asked(module: ModuleType, page: Page, context: Context) -> tuple[Finding, ...]:
    """What one check finds on a page. Raises ``ValueError`` when the check does not keep its promises."""
    about = getattr(module, "ABOUT", None)
    if about not in {"page", "link"}:
        raise ValueError(f'it has to declare ABOUT = "page" or "link", and says {about!r}')
    if page.sheet and about == "page":
        return ()
    found = tuple(_graded(module, finding) for finding in module.check(page, context))
    if about == "link" and found:
        addresses = {address for link in page.links for address in (link.url, link.href)}
        for finding in found:
            if addresses.isdisjoint(subjects(finding)) and not any(named(link) & subjects(finding) for link in page.links):
                raise ValueError(f"it is about links, and no link of the page has the address with which {finding.subject!r} begins")
    return found


def _graded(module: ModuleType, finding: Finding) -> Finding:
    """A finding with its confidence, as its check declares it. A guess is a note, whatever its check says."""
    if not finding.rests_on:
        declared: Mapping[str, tuple[Confidence, str]] = getattr(module, "RESTS_ON", {})
        confidence, rests_on = declared.get(finding.reason) or declared.get("") or (finding.confidence, "")
        finding = replace(finding, confidence=confidence, rests_on=rests_on)
    return replace(finding, severity=Severity.NOTE) if finding.guessed and finding.severity > Severity.NOTE else finding


def trouble(url: str, where: str, error: Exception) -> Finding:
    """The admin's finding for an unexpected exception on one page."""
    return Finding(
        check=TROUBLE,
        page=url,
        subject=where,
        severity=Severity.PROBLEM,
        says=f"This page could not be judged: {where} failed with {type(error).__name__}: {error}",
        fix="Please report this with `reviewer read --explain` of the page; the other pages are not affected.",
        audience=Audience.ADMIN,
        reason="failed",
    )
