"""What a look found, written down: one file for each format, all made from one ``Reported``."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType, ModuleType
from typing import Final, Protocol

from reviewer import checks, settle, verdicts
from reviewer.families import members
from reviewer.judge import loaders
from reviewer.model import Assignment, Finding, Issue, IssueState, Link, Looked, Page, PageState, Reason, Severity, Visit
from reviewer.settings import Config, Site
from reviewer.verdicts import Review, Said, review

SUSPECTED: Final = "suspected"
"""The verdict on a link that failed, and is not called broken yet."""


class Run(Protocol):
    """The figures of one run, for the trend; a row of the state's ``runs`` fits. ``overdue`` and ``issues_open`` count issues,
    ``broken`` and ``unsure`` count links."""

    @property
    def as_of(self) -> dt.date:
        """What the run took for today."""
        ...

    @property
    def pages(self) -> int:
        """Pages that were looked at."""
        ...

    @property
    def overdue(self) -> int:
        """Pages past their review date."""
        ...

    @property
    def broken(self) -> int:
        """Links that do not work."""
        ...

    @property
    def unsure(self) -> int:
        """Links that a person has to look at."""
        ...

    @property
    def issues_open(self) -> int:
        """Issues that were open after the run."""
        ...


@dataclass(frozen=True, slots=True)
class Figures:
    """A ``Run`` where there is no state: tests, the demo, a report of one look."""

    as_of: dt.date
    pages: int = 0
    overdue: int = 0
    broken: int = 0
    unsure: int = 0
    issues_open: int = 0


@dataclass(frozen=True)
class Reported:
    """Everything that a format may show: the base of every format, of the house and of third parties.

    A format shows ``active``, the findings that somebody has to act on; those that a person put ``aside`` (snoozed or accepted) are shown
    as such, or not at all. When ``stopped`` is not empty, what follows is a part only, and the format says so first, in that sentence.

    ``findings`` are those of this look, in any order. ``issues`` (by id) is what the state remembers of them and of the ones that are
    gone; empty for ``check``, which keeps no state. ``owners`` maps a page's URL to who is told about it, and why. ``runs`` are earlier
    runs and this one, oldest first, for the trend. ``files`` maps the URL of a page that was read from disk to its file.
    ``installation`` is the state's id, from which the calendar's UIDs are made. ``fail_on`` is the least severity that fails
    a check where a format knows failing (JUnit); None: nothing does. ``said`` is what was kept of its links when the look was judged.
    Without ``facts`` pages were read for their links only: of their reviews nothing is known.
    """

    as_of: dt.date
    looked: Looked
    config: Config = Config()
    findings: tuple[Finding, ...] = ()
    issues: Mapping[str, Issue] = field(default_factory=dict)
    owners: Mapping[str, tuple[Assignment, ...]] = field(default_factory=dict)
    runs: tuple[Run, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    installation: str = ""
    fail_on: Severity | None = Severity.PROBLEM
    said: Said | None = field(default=None, compare=False, repr=False)
    facts: bool = True

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages, in the order of the config's sites, then by address: two looks at the same site come out in the same order. A style
        sheet is no page, and stands with the page that loads it (``sheets``), if one does."""
        loaded = {sheet.url for sheets in self.sheets.values() for sheet in sheets}
        return tuple(page for page in self._ordered if page.url not in loaded)

    @cached_property
    def _ordered(self) -> tuple[Page, ...]:
        order = {site.name: index for index, site in enumerate(self.config.sites)}
        return tuple(
            sorted(
                self.looked.pages.values(),
                key=lambda page: (order.get(self.looked.site_of.get(page.url, ""), len(order)), page.url),
            )
        )

    @cached_property
    def sheets(self) -> Mapping[str, tuple[Page, ...]]:
        """The style sheets, by the address of the first page that loads them."""
        groups: defaultdict[str, tuple[Page, ...]] = defaultdict(tuple)
        for sheet, page in loaders(self._ordered, self.looked.visits).items():
            groups[page] += (self.looked.pages[sheet],)
        return dict(groups)

    @cached_property
    def reviews(self) -> Mapping[str, Review]:
        """The review state of each page that was read, by its address, as of this report's day."""
        return {
            page.url: review(page, self.site(page.url), self.as_of, self.config.remind)
            for page in self.pages
            if self.facts and page.state is PageState.READ and not page.sheet
        }

    @cached_property
    def visits(self) -> Mapping[str, tuple[Visit, ...]]:
        """What is said of each page's (and style sheet's) links in their places, by the page's address, in the order of its links."""
        said = self.said or Said(self.looked.visits, self.looked.pages)
        return {page.url: said.of(page) for page in self.looked.pages.values()}

    @cached_property
    def addresses(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """What is said of each address that a page links to: (address, verdict), each once, by the page's address. Every count of links is
        made from it. A broken one is *suspected* while no issue of it is certain: nobody is told yet, and nobody counts it as broken."""
        return {
            page.url: tuple(dict.fromkeys(self._said(link, visit) for link, visit in zip(page.links, self.visits[page.url], strict=True)))
            for page in self.looked.pages.values()
        }

    def _said(self, link: Link, visit: Visit) -> tuple[str, str]:
        address = verdicts.key(link) or link.href
        doubted = visit.verdict == "broken" and (link.url in self._doubted or address in self._doubted)
        return address, SUSPECTED if doubted else visit.verdict

    @cached_property
    def _doubted(self) -> frozenset[str]:
        """The addresses of links of which every issue that calls them broken is suspected."""
        calling = checks.of_broken_links()
        states: defaultdict[str, set[bool]] = defaultdict(set)
        for issue in self.issues.values():
            if issue.finding.check in calling and issue.state is not IssueState.RESOLVED:
                states[issue.finding.subject].add(issue.state is IssueState.SUSPECTED)
        return frozenset(subject for subject, found in states.items() if found == {True})

    @cached_property
    def found(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings by the address of their page, as ``by_page`` orders them."""
        return dict(by_page(self.findings, self.linked))

    @cached_property
    def linked(self) -> Mapping[str, int]:
        """How many pages link to each page, by its address: of two pages with the like trouble, people see the one that is linked more
        first."""
        return verdicts.links_to(self.looked.pages.values())

    @cached_property
    def active(self) -> tuple[Finding, ...]:
        """The findings that somebody has to act on, in the order of ``findings``."""
        return tuple(finding for finding in self.findings if not self.aside(finding))

    @cached_property
    def acting(self) -> tuple[Finding, ...]:
        """The findings by which a page is one to act on: more than a note (as a guess never is), put aside by nobody, and not only
        suspected."""
        return tuple(finding for finding in self.active if finding.severity > Severity.NOTE and not self.suspected(finding))

    def fails(self, finding: Finding) -> bool:
        """Whether the finding fails a check where a format, or an exit code, knows failing: it is grave enough, and no guess."""
        return self.fail_on is not None and finding.severity >= self.fail_on and not finding.guessed

    def suspected(self, finding: Finding) -> bool:
        """Whether the finding's issue was not seen often enough yet: nobody is told."""
        issue = self.issues.get(finding.id)
        return issue is not None and issue.state is IssueState.SUSPECTED

    def aside(self, finding: Finding) -> bool:
        """Whether a person put the finding's issue aside (snoozed or accepted): it is shown with its page, and nobody has to act."""
        issue = self.issues.get(finding.id)
        return issue is not None and issue.state in settle.ASIDE

    @property
    def stopped(self) -> str:
        """The sentence about a look that somebody ended early, for the top of a report; empty when it went to its end."""
        return stopped(self.looked)

    def site(self, url: str) -> Site:
        """The site of a page; one without settings when the config has none of that name."""
        name = self.looked.site_of.get(url, "")
        return self.config.site(name) or Site(name=name, start=())

    def asks(self, check: str) -> bool:
        """Whether a check was put to the pages (``only`` and ``skip`` of the config)."""
        return check not in self.config.skip and (not self.config.only or check in self.config.only)

    def title(self, url: str) -> str:
        """A page's title, or its address when it has none or was not read."""
        page = self.looked.pages.get(url)
        return (page.title if page else "") or url


def stopped(looked: Looked) -> str:
    """One sentence about a look that somebody ended early; empty when it went to its end."""
    if not looked.interrupted:
        return ""
    left = sum(visit.reason is Reason.INTERRUPTED for visit in looked.visits.values())
    were, them = ("1 address was", "it") if left == 1 else (f"{left:,} addresses were", "them")
    what = f"{were} still to be checked, and pages behind {them} may be missing" if left else "what follows may not be all"
    return f"This look was stopped before its end: {what}."


def urgency(finding: Finding, linked: Mapping[str, int] = MappingProxyType({})) -> tuple[int, int, int, dt.date, str, int, str]:
    """The order in which findings are shown: by rank (overdue and withdrawn, broken, moved, the rest, guesses) and severity; then by how
    many pages link to their page (``linked``), the one that has been due longest, and as on the page."""
    return (
        checks.rank(finding),
        -finding.severity,
        -linked.get(finding.page, 0),
        finding.due or dt.date.max,
        finding.page,
        finding.place.line or 0,
        finding.id,
    )


def by_page(findings: Iterable[Finding], linked: Mapping[str, int] = MappingProxyType({})) -> list[tuple[str, tuple[Finding, ...]]]:
    """Findings grouped by the address of their page: the most urgent page first, and on each page the most urgent finding first."""
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=lambda each: urgency(each, linked)):
        groups[finding.page].append(finding)
    return [(url, tuple(group)) for url, group in groups.items()]


def writers() -> dict[str, ModuleType]:
    """All formats by name: modules with ``SUFFIX`` and ``write(reported)``, and with ``pieces(reported)`` where that goes bit by bit."""
    return members("reviewer.report.formats", "write")


def data(module: ModuleType, reported: Reported) -> Iterator[bytes]:
    """A report in the form of a module of ``formats``, as bytes, bit by bit where the format can."""
    made: Iterable[str | bytes] = module.pieces(reported) if hasattr(module, "pieces") else (module.write(reported),)
    for piece in made:
        yield piece if isinstance(piece, bytes) else piece.encode("utf-8")
