"""Issues that a look did not find again and that are not therefore mended: it could not see, or somebody decided to leave them alone. Pure.

The ledger thanks an owner for what is gone. A link behind a bot wall, one that a rule leaves alone now, or one that is told to the owner of
the template instead is not gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import assert_never

from reviewer import urls, verdicts
from reviewer.checks import LINKS
from reviewer.judge import LOADING, loaders
from reviewer.model import Broken, Finding, Issue, IssueState, Link, Looked, Moved, Page, PageState, Reason, Skipped, Unsure, Visit, Works
from reviewer.settings import Config, Site

TEMPLATE = "it stands on most pages now, and is told to whoever looks after the template"
FORM = "a form that sends data is not tried"
UNUSED = "no page loads this style sheet any more"

_DECIDED = {
    Reason.RULE: "a link rule leaves it alone",
    Reason.LEAVE_ALONE: "following it might do something, so it is left alone",
    Reason.OTHER_SCHEME: "it is no link of the web",
}
"""Skipped on purpose, and so it stays: there is nothing to wait for."""


@dataclass(frozen=True, slots=True)
class Unmended:
    """``held`` are ids of issues that stay as they are, ``closed`` (id to why) those that end without thanks."""

    held: frozenset[str] = frozenset()
    closed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What there is to go by: the look, the pages as they were read before, the findings, and the ids that went into a template's."""

    looked: Looked
    before: Mapping[str, Page]
    config: Config
    sites: Mapping[str, Site]
    failed: AbstractSet[tuple[str, str]]
    merged: AbstractSet[str]


def unmended(
    issues: Mapping[str, Issue],
    findings: Iterable[Finding],
    looked: Looked,
    *,
    before: Mapping[str, Page],
    site_of: Mapping[str, str],
    config: Config,
    merged: AbstractSet[str] = frozenset(),
) -> Unmended:
    """What became of each unresolved issue that is not among the ``findings``, where the look does not say that it is mended.

    ``before`` are the pages as they were last read, ``site_of`` names the site of each page, ``merged`` are ids of findings that were told
    as one of the template instead.
    """
    told = tuple(findings)
    found = {finding.id for finding in told}
    failed = {(finding.page, finding.subject) for finding in told if finding.check == "trouble"}
    named = {site.name: site for site in config.sites}
    sites = {url: named[name] for url, name in {**site_of, **looked.site_of}.items() if name in named}
    seen = _Seen(looked, before, config, sites, failed, merged)
    held, closed = set(), {}
    missing = {id_: issue for id_, issue in issues.items() if id_ not in found and issue.state is not IssueState.RESOLVED}
    for id_, issue in missing.items():
        fate = _fate(issue.finding, seen)
        if fate:
            closed[id_] = fate
        elif fate is not None:
            held.add(id_)
    for id_ in _of_unused_sheets(missing, seen):
        closed.setdefault(id_, UNUSED)
    return Unmended(frozenset(held - set(closed)), closed)


def _fate(finding: Finding, seen: _Seen) -> str | None:
    """Why the issue ends without thanks; empty when it stays as it is; None when what the look says of it counts."""
    config, site = seen.config, seen.sites.get(finding.page)
    if finding.check != "trouble" and (finding.check in config.skip or (config.only and finding.check not in config.only)):
        return f"the check {finding.check} is not asked any more"
    if finding.check in LINKS and site is not None and not site.links:
        return f"the links of {site.name} are not followed any more"
    if finding.id in seen.merged:
        return TEMPLATE
    if (finding.page, f"check {finding.check}") in seen.failed:
        return ""
    page = seen.looked.pages.get(finding.page)
    if page is None or page.state is not PageState.READ or finding.check not in LINKS:
        return None
    fates = [
        _of_place(finding.check, link, verdicts.verdict(link, page, seen.looked.visits, seen.looked.pages))
        for link in _places(finding, page)
    ]
    if not fates or None in fates:
        return None
    return "" if "" in fates else fates[0]


def _places(finding: Finding, page: Page) -> Iterator[Link]:
    """The links of the page that the finding is about, as its check names them."""
    subject = finding.subject.rpartition(" ")[0] if finding.check == "updated_target" else finding.subject
    for link in page.links:
        name = link.url if finding.check == "missing_anchor" else verdicts.key(link)
        if (name or link.href) == subject:
            yield link


def _of_place(check: str, link: Link, visit: Visit) -> str | None:
    """The same for one place of the link, by what is said of it there."""
    match visit:
        case Works() | Moved():
            return None
        case Broken():
            return None if check == "broken_link" or visit.reason is Reason.MISSING_ANCHOR else ""
        case Unsure():
            return ""
        case Skipped():
            why = FORM if link.attribute == "post" else _DECIDED.get(visit.reason, "")
            return f"{why} ({visit.why})" if visit.reason is Reason.RULE and visit.why else why
        case _:
            assert_never(visit)


def _of_unused_sheets(missing: Mapping[str, Issue], seen: _Seen) -> Iterator[str]:
    """The issues of style sheets that were not read because no page loads them. A look that is not whole, or a sheet of the same host that
    could not be asked for, tells nothing."""
    looked, before = seen.looked, seen.before
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
