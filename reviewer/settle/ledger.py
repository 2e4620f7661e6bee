"""Findings over time: ``settle`` moves issues through suspected, open and resolved, with snoozed and accepted aside. Pure.

Doubt before blame: what a single look cannot prove stays *suspected* until it was seen often and long enough (``settings.Patience``).
What was not read proves nothing, and an *unsure* visit (``Doubt.NEVER``) leaves its issue as it was. What somebody decided to leave alone
is *closed*: resolved too, but nobody is thanked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from types import MappingProxyType

from reviewer.model import Doubt, Event, Finding, Issue, IssueState
from reviewer.settings import Patience
from reviewer.settle.outcomes import Closed, Fate, Mended

ASIDE = frozenset({IssueState.SNOOZED, IssueState.ACCEPTED})
"""States that a person put an issue in."""

CLOSED = "closed"
"""What the history says of an issue that ended without being mended."""


def settle(
    before: Mapping[str, Issue],
    findings: Iterable[Finding],
    *,
    read: AbstractSet[str],
    now: dt.datetime,
    today: dt.date,
    patience: Patience,
    ours_down: bool = False,
    fates: Mapping[str, Fate] = MappingProxyType({}),
) -> dict[str, Issue]:
    """The issues after one run.

    ``before`` are all issues by id, resolved ones too; ``findings`` what this run found; ``read`` the URLs of the pages that were read, as
    only they can resolve anything; ``now`` is aware, in UTC; ``today`` is the organisation's day, by which snoozes end. ``ours_down``:
    our own network failed, so no issue moves at all. ``fates`` (by id) say what became of issues that were not found again
    (``closing.fates``); one without is mended when its page was read.
    Of two findings with one id the more severe one counts.
    """
    if ours_down:
        return dict(before)
    before = {id_: _dated(issue, now) for id_, issue in before.items()}
    after = dict(before)
    found: dict[str, Finding] = {}
    for finding in findings:
        known = found.get(finding.id)
        if known is None or finding.severity > known.severity:
            found[finding.id] = finding
    for id_, finding in found.items():
        issue = before.get(id_)
        if finding.doubt is Doubt.NEVER:
            continue
        after[id_] = _begin(finding, now) if issue is None else _again(_awake(issue, now, today), finding, now, patience)
        after[id_] = _ripe(after[id_], now, patience)
    for id_, issue in before.items():
        if id_ in found or issue.state is IssueState.RESOLVED:
            continue
        fate = fates.get(id_, Mended())
        if isinstance(fate, Closed):
            after[id_] = _ended(issue, Event(now, CLOSED, reason=fate.why))
        elif isinstance(fate, Mended) and issue.finding.page in read:
            after[id_] = _success(issue, now, patience)
    return after


def mended(issue: Issue) -> bool:
    """Whether the issue is resolved because what it was about is gone: thanks are due. One that was closed is not."""
    moves = (event.what for event in reversed(issue.history) if event.what not in {"told", "noted"})
    return issue.state is IssueState.RESOLVED and next(moves, "") != CLOSED


def unstable(issue: Issue, patience: Patience) -> bool:
    """Whether the issue came back after a success too often, so that it is told as one line, "unstable", instead of again and again."""
    return issue.flaps >= patience.flaps


def snooze(issue: Issue, *, until: dt.date, by: str, reason: str, now: dt.datetime) -> Issue:
    """The issue, silent through ``until``."""
    event = Event(now, "snoozed", by, reason, until)
    return replace(issue, state=IssueState.SNOOZED, changed=now, until=until, history=(*issue.history, event))


def accept(issue: Issue, *, until: dt.date, by: str, reason: str, now: dt.datetime) -> Issue:
    """The issue, known and put up with through ``until``."""
    event = Event(now, "accepted", by, reason, until)
    return replace(issue, state=IssueState.ACCEPTED, changed=now, until=until, history=(*issue.history, event))


def note(issue: Issue, *, by: str, reason: str, now: dt.datetime) -> Issue:
    """The issue with one more line of history and nothing else changed."""
    return replace(issue, history=(*issue.history, Event(now, "noted", by, reason)))


def _dated(issue: Issue, now: dt.datetime) -> Issue:
    """The issue with no moment later than ``now``: a clock that ran ahead once would hold it as it is until then."""
    if max(issue.first_seen, issue.last_seen, issue.changed, issue.failing_since or issue.changed) <= now:
        return issue
    return replace(
        issue,
        first_seen=min(issue.first_seen, now),
        last_seen=min(issue.last_seen, now),
        changed=min(issue.changed, now),
        failing_since=issue.failing_since and min(issue.failing_since, now),
    )


def _begin(finding: Finding, now: dt.datetime) -> Issue:
    """A finding that was never seen before."""
    return Issue(
        finding, IssueState.SUSPECTED, first_seen=now, last_seen=now, changed=now, failing_since=now, history=(Event(now, "first seen"),)
    )


def _awake(issue: Issue, now: dt.datetime, today: dt.date) -> Issue:
    """The issue, open again when its snooze or acceptance is over. It is then told in the next digest."""
    if issue.state not in ASIDE or issue.until is None or today <= issue.until:
        return issue
    event = Event(now, "woke", reason=f"{issue.state.value} until {issue.until.isoformat()}")
    return replace(issue, state=IssueState.OPEN, changed=now, until=None, told=0, tellings=(), history=(*issue.history, event))


def _again(issue: Issue, finding: Finding, now: dt.datetime, patience: Patience) -> Issue:
    """The finding was seen before. What is worse than before is told again."""
    if issue.state is IssueState.RESOLVED:
        return _relapse(issue, finding, now, patience)
    worse = finding.severity > issue.finding.severity
    seen = replace(issue, finding=finding, last_seen=now, looks=issue.looks + 1, runs=issue.runs + 1)
    if not worse:
        return seen
    event = Event(now, "worse", reason=f"{issue.finding.severity.word} to {finding.severity.word}")
    return replace(seen, told=0, tellings=(), history=(*seen.history, event))


def _relapse(issue: Issue, finding: Finding, now: dt.datetime, patience: Patience) -> Issue:
    """It was resolved, and is back. Only what can fail by chance and was seen to work flaps, and a flap is forgotten after a long good
    time."""
    recent = now - issue.changed <= dt.timedelta(days=patience.flap_days)
    flaps = (issue.flaps if recent else 0) + mended(issue) if finding.doubt is not Doubt.NONE else 0
    return replace(
        issue,
        finding=finding,
        state=IssueState.SUSPECTED,
        last_seen=now,
        changed=now,
        looks=1,
        runs=1,
        failing_since=now,
        flaps=flaps,
        told=0,
        fixed_told=False,
        tellings=(),
        history=(*issue.history, Event(now, "came back")),
    )


def _ripe(issue: Issue, now: dt.datetime, patience: Patience) -> Issue:
    """Open a suspected issue that was seen often and long enough, or that cannot make up its mind."""
    if issue.state is not IssueState.SUSPECTED:
        return issue
    if not unstable(issue, patience) and not _proven(issue, now, patience):
        return issue
    what = "opened as unstable" if unstable(issue, patience) else "opened"
    return replace(issue, state=IssueState.OPEN, changed=now, history=(*issue.history, Event(now, what)))


def _proven(issue: Issue, now: dt.datetime, patience: Patience) -> bool:
    """Whether doubt is over. 410 needs fewer looks; what may heal by itself (5xx, timeouts, TLS) needs days."""
    doubt = issue.finding.doubt
    if doubt is Doubt.NONE:
        return True
    looks = patience.gone_looks if doubt is Doubt.GONE else patience.looks
    least = dt.timedelta(days=patience.slow_days) if doubt is Doubt.SLOW else dt.timedelta(hours=patience.hours)
    return issue.looks >= looks and issue.runs >= patience.runs and now - (issue.failing_since or issue.first_seen) >= least


def _success(issue: Issue, now: dt.datetime, patience: Patience) -> Issue:
    """The page was read and the finding was not there. An unstable link must work for some days before anybody believes it."""
    if unstable(issue, patience) and issue.state is IssueState.OPEN and now - issue.last_seen < dt.timedelta(days=patience.slow_days):
        return issue
    return _ended(issue, Event(now, "resolved"))


def _ended(issue: Issue, event: Event) -> Issue:
    """The issue is over."""
    return replace(issue, state=IssueState.RESOLVED, changed=event.at, until=None, failing_since=None, history=(*issue.history, event))
