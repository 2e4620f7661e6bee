"""Issues over time: doubt before blame, and nothing resolved that was not read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reviewer.model import Doubt, Finding, Issue, IssueState, Severity
from reviewer.settings import Patience
from reviewer.settle import Closed, Held, ledger
from tests.makers import NOW, SITE, TODAY, broken, by_id, opened, overdue

PAGE = f"{SITE}/tips"
PATIENCE = Patience()


def later(hours: float) -> dt.datetime:
    """Some hours after the start."""
    return NOW + dt.timedelta(hours=hours)


def after(looks: list[tuple[float, Finding | None]], before: dict[str, Issue] | None = None) -> Issue:
    """The one issue after these looks, each (hours, what was found)."""
    issues = before or {}
    for hours, found in looks:
        issues = ledger.settle(
            issues, [found] if found else [], read={PAGE}, now=later(hours), today=later(hours).date(), patience=PATIENCE
        )
    (issue,) = issues.values()
    return issue


def test_a_passed_date_is_open_at_once() -> None:
    """What the page itself states is beyond doubt on the first look."""
    issue = after([(0, overdue())])
    assert issue.state is IssueState.OPEN
    assert [event.what for event in issue.history] == ["first seen", "opened"]


@pytest.mark.parametrize(
    ("doubt", "hours", "state"),
    [
        (Doubt.BROKEN, [0, 1, 2], IssueState.SUSPECTED),
        (Doubt.BROKEN, [0, 24], IssueState.SUSPECTED),
        (Doubt.BROKEN, [0, 1, 24], IssueState.OPEN),
        (Doubt.GONE, [0], IssueState.SUSPECTED),
        (Doubt.GONE, [0, 23.9], IssueState.SUSPECTED),
        (Doubt.GONE, [0, 24], IssueState.OPEN),
        (Doubt.SLOW, [0, 24, 48, 72, 167], IssueState.SUSPECTED),
        (Doubt.SLOW, [0, 24, 168], IssueState.OPEN),
    ],
)
def test_doubt_needs_looks_runs_and_time(doubt: Doubt, hours: list[float], state: IssueState) -> None:
    """Three looks over 24 hours, two for a 410, seven days for what may heal by itself: before that no owner hears of it."""
    assert after([(hour, broken(doubt=doubt)) for hour in hours]).state is state


def test_any_success_starts_the_count_anew() -> None:
    """Two failures, a success and a failure are one failure."""
    issue = after([(0, broken(doubt=Doubt.BROKEN)), (20, broken(doubt=Doubt.BROKEN)), (30, None), (60, broken(doubt=Doubt.BROKEN))])
    assert (issue.state, issue.looks, issue.runs, issue.flaps) == (IssueState.SUSPECTED, 1, 1, 1)
    assert issue.failing_since == later(60)


def test_a_flapping_link_becomes_one_unstable_issue() -> None:
    """What came back three times is open as unstable, and one good look does not close it."""
    flapping: list[tuple[float, Finding | None]] = [(n, broken(doubt=Doubt.BROKEN) if n % 2 == 0 else None) for n in range(7)]
    issue = after(flapping)
    assert ledger.unstable(issue, PATIENCE)
    assert issue.state is IssueState.OPEN
    assert issue.history[-1].what == "opened as unstable"
    assert after([(8, None)], by_id(issue)) == issue
    assert after([(6 + 7 * 24, None)], by_id(issue)).state is IssueState.RESOLVED


def test_a_flap_is_forgotten_after_a_good_month() -> None:
    """Three failures in three years are no flapping."""
    one = after([(0, broken(doubt=Doubt.BROKEN)), (1, None), (31 * 24, broken(doubt=Doubt.BROKEN))])
    assert one.flaps == 1
    two = after([(31 * 24 + 1, None), (70 * 24, broken(doubt=Doubt.BROKEN))], by_id(one))
    assert two.flaps == 1


def test_a_date_that_passes_again_does_not_flap() -> None:
    """Only what can fail by chance flaps; a review date that passes every year does not."""
    issue = after([(n, overdue() if n % 2 == 0 else None) for n in range(9)])
    assert issue.flaps == 0


def test_a_page_that_was_not_read_resolves_nothing() -> None:
    """No look, no change."""
    before = by_id(opened(broken()))
    assert (
        ledger.settle(before, [], read={"https://gps.example.org/other"}, now=later(1), today=later(1).date(), patience=PATIENCE) == before
    )


def test_an_unsure_visit_neither_proves_nor_clears() -> None:
    """A bot wall leaves a suspicion where it was, and is no issue of its own."""
    unsure = broken(doubt=Doubt.NEVER)
    before = by_id(opened(broken(doubt=Doubt.BROKEN), state=IssueState.SUSPECTED, looks=2))
    assert ledger.settle(before, [unsure], read={PAGE}, now=later(48), today=later(48).date(), patience=PATIENCE) == before
    assert ledger.settle({}, [unsure], read={PAGE}, now=NOW, today=NOW.date(), patience=PATIENCE) == {}


def test_our_own_network_moves_nothing() -> None:
    """When it was us, no issue advances and none is resolved."""
    before = by_id(opened(broken()))
    assert (
        ledger.settle(before, [overdue()], read={PAGE}, now=later(48), today=later(48).date(), patience=PATIENCE, ours_down=True) == before
    )


def test_what_is_worse_than_before_is_told_again() -> None:
    """Due soon becomes overdue: that is news, not a reminder."""
    told = opened(replace(overdue(), severity=Severity.SOON, reason="due_soon"), told=2, last_told=NOW)
    issue = after([(24, overdue())], by_id(told))
    assert (issue.told, issue.history[-1].what, issue.history[-1].reason) == (0, "worse", "soon to urgent")


def test_the_more_severe_of_two_findings_with_one_id_counts() -> None:
    """Two readers of one thing are one issue."""
    for pair in ([overdue(), overdue(severity=Severity.NOTE)], [overdue(severity=Severity.NOTE), overdue()]):
        (issue,) = ledger.settle({}, pair, read={PAGE}, now=NOW, today=NOW.date(), patience=PATIENCE).values()
        assert issue.finding.severity is Severity.URGENT


def test_a_snooze_ends_after_its_last_day() -> None:
    """Silent through its day, told in the next digest after it; who snoozed and why stays in the history."""
    snoozed = ledger.snooze(opened(overdue(), told=1), until=dt.date(2026, 11, 24), by="Alice", reason="new page in December", now=NOW)
    assert after([(24, overdue())], by_id(snoozed)).state is IssueState.SNOOZED
    awake = after([(48, overdue())], by_id(snoozed))
    assert (awake.state, awake.told, awake.until) == (IssueState.OPEN, 0, None)
    assert [(event.what, event.by, event.reason) for event in awake.history] == [
        ("snoozed", "Alice", "new page in December"),
        ("woke", "reviewer", "snoozed until 2026-11-24"),
    ]


@pytest.mark.parametrize("zone", ["Australia/Sydney", "Pacific/Auckland"])
def test_a_snooze_ends_with_the_organisations_day(zone: str) -> None:
    """At seven in the morning there it is still the day before in UTC: the snooze through yesterday is over all the same."""
    now = dt.datetime(2026, 11, 25, 7, tzinfo=ZoneInfo(zone))
    snoozed = by_id(ledger.snooze(opened(overdue()), until=dt.date(2026, 11, 24), by="Alice", reason="later", now=NOW))
    (issue,) = ledger.settle(snoozed, [overdue()], read={PAGE}, now=now.astimezone(dt.UTC), today=now.date(), patience=PATIENCE).values()
    assert issue.state is IssueState.OPEN


def test_an_accepted_issue_is_resolved_when_it_is_gone() -> None:
    """What nobody has to put up with any more is not put up with."""
    accepted = ledger.accept(opened(overdue()), until=dt.date(2027, 11, 24), by="Alice", reason="archive", now=NOW)
    assert accepted.state is IssueState.ACCEPTED
    assert after([(1, None)], by_id(accepted)).state is IssueState.RESOLVED


def test_an_acceptance_without_an_end_never_wakes() -> None:
    """An issue that a person set aside without a day stays aside."""
    assert after([(9999, overdue())], by_id(opened(overdue(), state=IssueState.ACCEPTED))).state is IssueState.ACCEPTED


def test_a_note_changes_nothing_else() -> None:
    """A note is a line of history."""
    issue = opened(overdue())
    noted = ledger.note(issue, by="Alice", reason="asked the author", now=NOW)
    assert replace(noted, history=()) == issue
    assert noted.history[0].what == "noted"


def test_what_was_resolved_stays_resolved() -> None:
    """A resolved issue gathers no history while nothing happens."""
    issue = after([(0, overdue()), (1, None)])
    assert after([(2, None)], by_id(issue)) == issue


def settled(issue: Issue, hours: float = 1, **more: Any) -> Issue:
    """The issue after a look that read its page and did not find it again."""
    made = ledger.settle(by_id(issue), [], read={PAGE}, now=later(hours), today=later(hours).date(), patience=PATIENCE, **more)
    return made[issue.id]


def test_what_a_look_could_not_see_is_not_mended() -> None:
    """A held issue stays as it is, whatever its state."""
    for issue in (
        opened(broken()),
        opened(broken(), state=IssueState.SUSPECTED),
        ledger.note(opened(broken()), by="A", reason="x", now=NOW),
    ):
        assert settled(issue, fates={issue.id: Held()}) == issue


def test_what_is_left_alone_ends_without_thanks() -> None:
    """A closed issue is resolved and not mended, and its history says why; also when its page was not read, and when it was set aside."""
    snoozed = ledger.snooze(opened(broken()), until=dt.date(2026, 12, 24), by="Alice", reason="later", now=NOW)
    for issue in (opened(broken(), told=1), snoozed, opened(broken(page="https://gps.example.org/not-read"))):
        over = settled(issue, fates={issue.id: Closed("a link rule leaves it alone")})
        assert (over.state, over.until, ledger.mended(over)) == (IssueState.RESOLVED, None, False)
        assert (over.history[-1].what, over.history[-1].reason) == ("closed", "a link rule leaves it alone")
    assert ledger.mended(settled(opened(broken())))
    assert not ledger.mended(opened(broken()))


def test_a_closed_issue_that_is_back_has_not_flapped() -> None:
    """When the rule ends and the link is still broken, the issue is seen anew; nobody saw it work in between."""
    over = settled(opened(broken(doubt=Doubt.BROKEN)), fates={broken().id: Closed("why")})
    back = after([(2, broken(doubt=Doubt.BROKEN))], by_id(over))
    assert (back.state, back.flaps, back.history[-1].what) == (IssueState.SUSPECTED, 0, "came back")


def test_what_was_found_is_neither_held_nor_closed() -> None:
    """What a look sees counts more than why it might not have."""
    issue = opened(broken())
    for fate in (Held(), Closed("why")):
        seen = ledger.settle(by_id(issue), [broken()], read={PAGE}, now=later(1), today=TODAY, patience=PATIENCE, fates={issue.id: fate})
        assert (seen[issue.id].state, seen[issue.id].looks) == (IssueState.OPEN, 2)


class Ledger(RuleBasedStateMachine):
    """Any order of looks, outages and people, checked against what must always hold."""

    @initialize()
    def begin(self) -> None:
        self.now = NOW
        self.issues: dict[str, Issue] = {}
        self.failures: dict[str, list[dt.datetime]] = {}

    @rule(
        hours=st.sampled_from([1, 12, 24, 200]),
        subject=st.sampled_from("ab"),
        doubt=st.sampled_from(list(Doubt)),
        found=st.booleans(),
        read=st.booleans(),
        ours=st.booleans(),
        unseen=st.sampled_from(["", "held", "closed"]),
    )
    def look(self, hours: int, subject: str, doubt: Doubt, found: bool, read: bool, ours: bool, unseen: str) -> None:
        """One run, in which one subject fails or not, on a page that was read or not."""
        self.now += dt.timedelta(hours=hours)
        before = dict(self.issues)
        finding = broken(subject=subject, doubt=doubt)
        findings = [finding] if found else []
        self.issues = ledger.settle(
            before,
            findings,
            read={PAGE} if read else set(),
            now=self.now,
            today=self.now.date(),
            patience=PATIENCE,
            ours_down=ours,
            fates={finding.id: Held() if unseen == "held" else Closed("why")} if unseen else {},
        )
        if ours:
            assert self.issues == before
        if not read and not found and unseen != "closed":
            assert self.issues == before
        if unseen and not found:
            self.check_unseen(unseen, before.get(finding.id), self.issues.get(finding.id))
        if found and doubt is Doubt.NEVER:
            assert self.issues.get(finding.id) == before.get(finding.id)
        if not ours and found and doubt is not Doubt.NEVER:
            self.failures.setdefault(finding.id, []).append(self.now)
        if not ours and read:
            for id_ in set(self.failures) - ({finding.id} if found or unseen else set()):
                self.failures[id_] = []
        for id_, issue in self.issues.items():
            was = before.get(id_)
            if issue.state is IssueState.OPEN and (was is None or was.state is IssueState.SUSPECTED):
                self.check_proven(issue)

    def check_unseen(self, unseen: str, was: Issue | None, issue: Issue | None) -> None:
        """Nobody is thanked for what a look could not see."""
        if was is None or was.state is IssueState.RESOLVED or unseen == "held":
            assert issue == was
        elif issue is not None and issue != was:
            self.failures[issue.id] = []
            assert issue.state is IssueState.RESOLVED
            assert not ledger.mended(issue)

    def check_proven(self, issue: Issue) -> None:
        """Whatever becomes open failed often and long enough, or flaps."""
        failures = self.failures[issue.id]
        least = {Doubt.NONE: 1, Doubt.GONE: 2}.get(issue.finding.doubt, 3)
        hours = {Doubt.NONE: 0, Doubt.SLOW: 7 * 24}.get(issue.finding.doubt, 24)
        long_enough = failures[-1] - failures[0] >= dt.timedelta(hours=hours)
        assert ledger.unstable(issue, PATIENCE) or (len(failures) >= least and long_enough)

    @rule(subject=st.sampled_from("ab"), days=st.integers(0, 9), accepting=st.booleans())
    def set_aside(self, subject: str, days: int, accepting: bool) -> None:
        """A person snoozes or accepts."""
        id_ = broken(subject=subject).id
        if id_ in self.issues and self.issues[id_].state is IssueState.OPEN:
            act = ledger.accept if accepting else ledger.snooze
            until = self.now.date() + dt.timedelta(days=days)
            self.issues[id_] = act(self.issues[id_], until=until, by="Alice", reason="why not", now=self.now)

    @invariant()
    def history_is_whole(self) -> None:
        """Every issue says how it came to be what it is, in order of time."""
        for issue in self.issues.values():
            moments = [event.at for event in issue.history]
            assert moments == sorted(moments)
            assert issue.first_seen <= issue.last_seen
            assert (issue.until is not None) == (issue.state in ledger.ASIDE)


Ledger.TestCase.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
TestLedger = Ledger.TestCase


def test_a_clock_that_ran_ahead_once_holds_no_issue() -> None:
    """Seen first by a run that believed it was ten years later: back in time it opens after its patience, not in ten years."""
    finding, ahead = broken(doubt=Doubt.BROKEN), dt.timedelta(days=3650)
    issues = ledger.settle({}, [finding], read={PAGE}, now=NOW + ahead, today=(NOW + ahead).date(), patience=PATIENCE)
    for hours in (24, 48, 72):
        issues = ledger.settle(issues, [finding], read={PAGE}, now=later(hours), today=later(hours).date(), patience=PATIENCE)
    assert issues[finding.id].state is IssueState.OPEN
    assert max(issues[finding.id].changed, issues[finding.id].last_seen) <= later(72)
