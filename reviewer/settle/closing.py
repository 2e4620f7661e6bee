"""Issues that a look did not find again and that are not therefore mended: it could not see, or somebody decided to leave them alone. Pure.

The ledger thanks an owner for what is gone. A link behind a bot wall, one that a rule leaves alone now, or one that is told to the owner of
the template instead is not gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import assert_never

from reviewer import checks, urls, verdicts
from reviewer.checks import TROUBLE
from reviewer.judge import LOADING, Judged, loaders
from reviewer.model import Broken, Finding, Issue, IssueState, Link, Moved, Page, PageState, Reason, Skipped, Unsure, Visit, Works
from reviewer.settings import Config, Site
from reviewer.settle.outcomes import Closed, Fate, Held, Mended

TEMPLATE = "it stands on many pages now, and is told once, to the person who looks after the template"
ELSEWHERE = "it is told of another page of the site now, for all that have it"
FORM = "a form that sends data is not tried"
JOINED = "the page gives another address as its own, and is told of there"
SHELL = "the page is made by scripts, so nothing is known of what it says"
UNUSED = "no page loads this style sheet any more"

_DECIDED = {
    Reason.RULE: "a link rule leaves it alone",
    Reason.LEAVE_ALONE: "following it might do something, so it is left alone",
    Reason.OTHER_SCHEME: "it is no link of the web",
}
"""Skipped on purpose, and so it stays: there is nothing to wait for."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What there is to go by: the judged look, the pages as they were read before, their sites, the checks that failed on a page, and what
    is told once for many pages of a site (``across``)."""

    judged: Judged
    before: Mapping[str, Page]
    config: Config
    sites: Mapping[str, Site]
    failed: AbstractSet[tuple[str, str]]
    across: AbstractSet[tuple[str, str, str]]


def fates(
    issues: Mapping[str, Issue], judged: Judged, *, before: Mapping[str, Page], site_of: Mapping[str, str], config: Config
) -> dict[str, Fate]:
    """What became of each unresolved issue that the look did not find again, by its id.

    ``before`` are the pages as they were last read, ``site_of`` names the site of each page.
    """
    found = {finding.id for finding in judged.findings}
    failed = {(finding.page, finding.subject) for finding in judged.findings if finding.check == TROUBLE}
    named = {site.name: site for site in config.sites}
    sites = {url: named[name] for url, name in {**site_of, **judged.looked.site_of}.items() if name in named}
    across = {_across(finding, judged) for finding in judged.findings if finding.also}
    seen = _Seen(judged, before, config, sites, failed, across)
    missing = {id_: issue for id_, issue in issues.items() if id_ not in found and issue.state is not IssueState.RESOLVED}
    made = {id_: _fate(issue.finding, seen) for id_, issue in missing.items()}
    for id_ in _of_unused_sheets(missing, seen):
        if not isinstance(made[id_], Closed):
            made[id_] = Closed(UNUSED)
    return made


def _fate(finding: Finding, seen: _Seen) -> Fate:
    """What became of one issue."""
    config, site, asked = seen.config, seen.sites.get(finding.page), checks.names()
    if finding.check != TROUBLE and (
        finding.check in config.skip or (config.only and finding.check not in config.only) or finding.check not in asked
    ):
        return Closed(f"the check {finding.check} is not asked any more")
    about_link = finding.check in checks.of_links()
    if about_link and site is not None and not site.links:
        return Closed(f"the links of {site.name} are not followed any more")
    if finding.id in seen.judged.merged:
        return Closed(TEMPLATE)
    if finding.also and _across(finding, seen.judged) in seen.across:
        return Closed(ELSEWHERE)
    if (finding.page, f"check {finding.check}") in seen.failed:
        return Held()
    looked = seen.judged.looked
    page = looked.pages.get(finding.page)
    if page is not None and page.state is PageState.SKIPPED:
        return Closed(JOINED)
    if page is not None and page.state is PageState.NEEDS_BROWSER and not about_link and _said_nothing(seen.before.get(finding.page)):
        return Closed(SHELL)
    if page is None or page.state is not PageState.READ or not about_link:
        return Mended()
    subjects = checks.subjects(finding)
    return _of_places(
        [
            _of_place(finding.check, link, verdicts.verdict(link, page, looked.visits, looked.pages))
            for link in page.links
            if not subjects.isdisjoint(checks.named(link))
        ]
    )


def _across(finding: Finding, judged: Judged) -> tuple[str, str, str]:
    """What a finding that is told for many pages is about: the site, the check, and the address or the words; of what pages lack the
    reason."""
    about = finding.subject if checks.across_words(finding) is None else finding.reason
    return judged.looked.site_of.get(finding.page, ""), finding.check, about


def _said_nothing(page: Page | None) -> bool:
    """Whether a page, as it was last read, said nothing of itself: it was a shell then, too, and what was told of it was a mistake."""
    return page is not None and not (page.claims or page.contacts or page.periods or page.banner or page.superseded)


def _of_places(places: list[Fate]) -> Fate:
    """The fate of a link that stands in several places: one that was seen is enough, then one that may be seen again. A link that is on
    the page no more is mended."""
    if not places or Mended() in places:
        return Mended()
    return Held() if Held() in places else places[0]


def _of_place(check: str, link: Link, visit: Visit) -> Fate:
    """The fate of one place of a link, by what is said of it there."""
    match visit:
        case Works() | Moved():
            return Mended()
        case Broken():  # a place that is missing is missing on a page that answered
            return Mended() if visit.reason is Reason.MISSING_ANCHOR or checks.sees(check, visit) else Held()
        case Unsure():
            return Held()
        case Skipped():
            why = FORM if link.attribute == "post" else _DECIDED.get(visit.reason)
            if why is None:
                return Held()
            return Closed(f"{why} ({visit.why})" if visit.reason is Reason.RULE and visit.why else why)
        case _:
            assert_never(visit)


def _of_unused_sheets(missing: Mapping[str, Issue], seen: _Seen) -> Iterator[str]:
    """The issues of style sheets that were not read because no page loads them. A look that is not whole, or a sheet of the same host that
    could not be asked for, tells nothing."""
    looked, before = seen.judged.looked, seen.before
    ours = {id_: issue.finding.page for id_, issue in missing.items() if issue.finding.page not in looked.pages}
    ours = {id_: url for id_, url in ours.items() if url in before and before[url].sheet}
    if not ours or looked.interrupted or looked.incomplete:
        return
    unread = {url: page for url, page in before.items() if page.sheet}
    now = {url: page if page.state is PageState.READ else before.get(url, page) for url, page in looked.pages.items()}
    loaded = loaders((unread | now).values(), looked.visits)
    links = (link for page in now.values() for link in page.links if link.element in LOADING and link.url is not None)
    doubtful = {urls.site_key(link.url or "") for link in links if isinstance(looked.visits.get(verdicts.key(link) or ""), Unsure)}
    for id_, url in ours.items():
        if url not in loaded and urls.site_key(url) not in doubtful:
            yield id_
