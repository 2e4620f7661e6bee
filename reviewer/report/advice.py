"""After a run: what would make the next one better, as pure functions of the result. Each is one sentence with one thing to do."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from reviewer import urls
from reviewer.model import NO_OWNER, DateKind, Finding, Looked, PageState, Reason, Unsure

FEWEST_LIMITED: Final = 3
FEWEST_WALLED: Final = 5
FEWEST_SHARED: Final = 20
FEWEST_UNOWNED: Final = 5
"""Below these advice would be noise: one slow answer is no pattern."""

WALLS: Final = {Reason.BOT_WALL, Reason.FORBIDDEN}


def advise(looked: Looked, findings: Iterable[Finding], as_of: dt.date, *, facts: bool = True) -> tuple[str, ...]:
    """All advice after one look, the most useful first; none when there is nothing to improve. Without ``facts`` no page was asked for
    dates."""
    known = tuple(findings)
    return tuple(said for adviser in ADVISERS if facts or adviser is not no_dates for said in adviser(looked, known, as_of))


def no_dates(looked: Looked, findings: Sequence[Finding], as_of: dt.date) -> Iterator[str]:
    """Not one review date was recognised: the pages' wording may be one that the house does not know."""
    del findings, as_of
    read = [page for page in looked.pages.values() if page.state is PageState.READ and not page.sheet]
    known = {DateKind.DUE, DateKind.LAST_REVIEWED}
    if read and not any(claim.kind in known for page in read for claim in page.claims):
        yield (
            f"No review date was recognised on any of {_pages(len(read))}. "
            "If they have one, see what was read with `reviewer read --explain FILE` of a saved page, and name its label under [wording]."
        )


def limited(looked: Looked, findings: Sequence[Finding], as_of: dt.date) -> Iterator[str]:
    """A host asked us to slow down."""
    del findings, as_of
    for host, count in _unsure(looked, {Reason.RATE_LIMITED}, FEWEST_LIMITED):
        yield f'{count} links on {host} answered "too many requests" (429): set a slower pace for that host under [network] in the config.'


def walled(looked: Looked, findings: Sequence[Finding], as_of: dt.date) -> Iterator[str]:
    """A host turns robots away: a person has to look, or a rule has to say that nobody needs to."""
    del findings, as_of
    for host, count in _unsure(looked, WALLS, FEWEST_WALLED):
        yield (
            f"{count} links on {host} cannot be checked because it turns robots away: look at a few yourself, "
            "then leave the host alone with a rule ([[link_rule]]) that has a reason and an end date."
        )


def robots(looked: Looked, findings: Sequence[Finding], as_of: dt.date) -> Iterator[str]:
    """A site's robots.txt keeps us from its own pages."""
    del findings, as_of
    kept = Counter(looked.site_of.get(page.url, "") for page in looked.pages.values() if page.state is PageState.ROBOTS)
    for site, count in sorted(kept.items()):
        yield f"robots.txt keeps us from {_pages(count)} of {site or 'a site'}: ask whoever runs it to allow the user agent `reviewer`."


def shells(looked: Looked, findings: Sequence[Finding], as_of: dt.date) -> Iterator[str]:
    """Pages of a site are made by scripts: nothing is said of what they say until a browser shows it."""
    del findings, as_of
    unread = Counter(looked.site_of.get(page.url, "") for page in looked.pages.values() if page.state is PageState.NEEDS_BROWSER)
    for site, count in sorted(unread.items()):
        yield (
            f"{_pages(count)} of {site or 'a site'} could not be read without a browser: "
            'set browser = "auto" for it in the config, or --browser auto.'
        )


def shared_due_date(looked: Looked, findings: Sequence[Finding], as_of: dt.date) -> Iterator[str]:
    """Many pages fall due on one day to come: nobody reviews forty pages in a week."""
    del findings
    days = Counter(claim.date.by for page in looked.pages.values() if (claim := page.claim(DateKind.DUE)) and claim.date.by >= as_of)
    for day, count in sorted(days.items()):
        if count >= FEWEST_SHARED:
            yield f"{count} pages share one due date, {day.isoformat()}: spread them over months, or they will all be late together."


def unowned(looked: Looked, findings: Sequence[Finding], as_of: dt.date) -> Iterator[str]:
    """Most pages have nobody: one line in the config would give them somebody."""
    del as_of
    nobody = Counter(looked.site_of.get(finding.page, "") for finding in findings if finding.reason == NO_OWNER)
    for site, count in sorted(nobody.items()):
        if count >= FEWEST_UNOWNED:
            yield f"{_pages(count)} of {site or 'a site'} have no owner: name one with `owner` for the site, or [[site.area]] for a part."


def _unsure(looked: Looked, reasons: set[Reason], least: int) -> list[tuple[str, int]]:
    hosts = Counter(
        urls.host(url) for url, visit in looked.visits.items() if isinstance(visit, Unsure) and visit.reason in reasons and not visit.waits
    )
    return [(host, count) for host, count in sorted(hosts.items(), key=lambda item: (-item[1], item[0])) if host and count >= least]


def _pages(count: int) -> str:
    return f"{count} page{'' if count == 1 else 's'}"


Adviser = Callable[[Looked, Sequence[Finding], dt.date], Iterator[str]]

ADVISERS: Final[tuple[Adviser, ...]] = (no_dates, limited, walled, robots, shells, unowned, shared_due_date)
