"""One digest for each owner: changes, reminders at their intervals, and silence otherwise."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import Assignment, Change, Confidence, Digest, Event, Finding, Issue, IssueState, Owner, Page, Severity
from reviewer.settings import Config, Remind
from reviewer.tell import digest
from tests.makers import ALICE, BOB, MONA, NOW, SITE, TODAY, broken, by_id, config, opened, overdue, page, soon, theirs

DAY = dt.timedelta(days=1)


def made(
    *issues: Issue, owner: Owner = ALICE, settings: Config | None = None, pages: tuple[Page, ...] = (), day: dt.date = TODAY
) -> tuple[Digest, ...]:
    """The digests when all issues are one owner's."""
    return digest.digests(
        by_id(*issues),
        theirs(owner, *issues),
        pages={each.url: each for each in pages},
        period=day.isoformat(),
        config=settings or config(),
    )


REACHED = opened(broken(f"{SITE}/reached", "https://other.example/reached"), told=1, last_told=NOW - DAY)
"""Something that Alice was told yesterday: her next digest is not her first."""


def changes(*issues: Issue, day: dt.date = TODAY) -> list[Change | None]:
    """Why each is told on that day."""
    return [digest.why_now(issue, ALICE, day, config()) for issue in issues]


def test_nothing_to_say_is_no_digest() -> None:
    """No issue, only suspicions, or what was told last week: no mail."""
    assert made() == ()
    assert made(opened(broken(), state=IssueState.SUSPECTED)) == ()
    assert made(opened(overdue(), told=1, last_told=NOW - 7 * DAY)) == ()
    assert made(opened(broken(), state=IssueState.SNOOZED), opened(overdue(), state=IssueState.ACCEPTED)) == ()


def test_thanks_are_for_what_is_gone() -> None:
    """What ended because somebody left it alone is not called fixed, to nobody and never."""
    over = opened(broken(), told=1, state=IssueState.RESOLVED, history=(Event(NOW, "resolved"),))
    closed = replace(over, history=(Event(NOW, "closed", reason="a link rule leaves it alone"), Event(NOW, "noted", "Alice")))
    assert changes(over, closed, day=TODAY + DAY) == [Change.FIXED, None]
    assert made(closed) == ()


@pytest.mark.parametrize(("days", "told"), [(0, False), (29, False), (30, True), (100, True)])
def test_reminders_keep_their_interval(days: int, told: bool) -> None:
    """Never the same text daily: an overdue review and a dead link are told again after 30 days."""
    for finding in (overdue(), broken()):
        issue = opened(finding, told=1, last_told=NOW - days * DAY)
        assert changes(issue) == [Change.STILL if told else None]


@pytest.mark.parametrize(
    ("before", "last", "told"),
    [(30, None, True), (29, 30, False), (8, 29, False), (7, 29, True), (5, 29, True), (6, 7, False), (0, 7, False), (3, 40, True)],
)
def test_a_review_to_come_is_told_at_its_lead_times(before: int, last: int | None, told: bool) -> None:
    """30 and 7 days before: once for each, also when the digest comes a day late."""
    due = TODAY + before * DAY
    issue = opened(soon(due=due), told=int(last is not None), last_told=None if last is None else NOW + (before - last) * DAY)
    assert changes(issue) == [Change.COMING if told else None]


def test_a_date_that_passed_since_the_last_telling_is_told_at_once() -> None:
    """The day after the due date is no time to wait for an interval."""
    issue = opened(overdue(due=TODAY - DAY), told=1, last_told=NOW - 5 * DAY)
    assert changes(issue) == [Change.STILL]
    assert changes(opened(overdue(due=TODAY - DAY), told=1, last_told=NOW)) == [None]


def test_what_woke_from_a_snooze_is_not_new() -> None:
    """The owner knows it."""
    woken = opened(overdue())
    from reviewer.settings import Patience
    from reviewer.settle.ledger import settle, snooze

    asleep = by_id(snooze(woken, until=TODAY, by="Alice", reason="later", now=NOW))
    (awake,) = settle(asleep, [overdue()], read=set(), now=NOW + 2 * DAY, today=TODAY + 2 * DAY, patience=Patience()).values()
    assert changes(awake, day=TODAY + 2 * DAY) == [Change.STILL]


def test_what_was_told_and_is_fixed_is_thanked_for_once() -> None:
    """Fixed: told once, and only when it had been told."""
    fixed = opened(broken(), state=IssueState.RESOLVED, told=2, last_told=NOW - 3 * DAY)
    thanked = replace(fixed, tellings=(replace(fixed.tellings[0], fixed=True),))
    assert changes(fixed, replace(fixed, tellings=()), thanked) == [Change.FIXED, None, None]
    (one,) = made(fixed)
    assert [each.items[0].issue for each in one.fixed] == [fixed]
    assert (one.pages, one.coming) == ((), ())


def test_told_issues_are_marked_and_others_are_not_touched() -> None:
    """What a digest names counts once more; what it does not name stays, and what is only coming up some day is never kept."""
    new, known = opened(overdue()), opened(broken(), told=1, last_told=NOW - 40 * DAY)
    fixed = opened(broken(subject="x"), state=IssueState.RESOLVED, told=1)
    quiet = opened(broken(subject="y"), told=1, last_told=NOW)
    some_day = digest.upcoming({f"{SITE}/z": TODAY + 60 * DAY}, NOW, TODAY, Remind())
    issues = by_id(new, known, fixed, quiet)
    everything = [*issues.values(), *some_day.values()]
    digests = made(*everything)
    after = digest.after_telling(issues, digests, NOW)
    assert set(after) == {new.id, known.id, fixed.id}
    assert [(after[each.id].told, after[each.id].last_told, after[each.id].fixed_told) for each in (new, known, fixed)] == [
        (1, NOW, False),
        (2, NOW, False),
        (1, NOW, True),
    ]
    assert after[new.id].history[-1].reason == "new, digest of 2026-11-23"
    assert made(*after.values(), quiet) == ()


def test_a_digest_of_two_owners_counts_once() -> None:
    """Several named contacts each get it, and the issue was told in one digest, not in two."""
    issue = opened(overdue())
    both = {issue.id: (Assignment(ALICE, "a"), Assignment(BOB, "b"))}
    digests = digest.digests(by_id(issue), both, pages={}, period=TODAY.isoformat(), config=config())
    assert [each.owner for each in digests] == [ALICE, BOB]
    assert [each.why for each in digests] == [("a",), ("b",)]
    assert digest.after_telling(by_id(issue), digests, NOW)[issue.id].told == 1


def test_each_of_two_owners_is_told_once_whatever_the_other_was() -> None:
    """One's digest is sent alone: the other is still told, as new; a new owner too; each has their own reminder; only who was told is thanked."""
    issue = opened(overdue())
    both = {issue.id: (Assignment(ALICE, "a"), Assignment(BOB, "b"))}

    def due(issues: dict[str, Issue], day: dt.date) -> list[tuple[Owner, Change]]:
        made = digest.digests(issues, both, pages={}, period=day.isoformat(), config=config())
        return [(each.owner, item.change) for each in made for part in (each.pages, each.fixed) for own in part for item in own.items]

    first, _ = digest.digests(by_id(issue), both, pages={}, period=TODAY.isoformat(), config=config())
    after = digest.after_telling(by_id(issue), [first], NOW)
    week = TODAY + 7 * DAY
    assert due(after, week) == [(BOB, Change.NEW)]
    fixed = {id_: replace(each, state=IssueState.RESOLVED) for id_, each in after.items()}
    assert due(fixed, week) == [(ALICE, Change.FIXED)]
    (second,) = digest.digests(after, both, pages={}, period=week.isoformat(), config=config())
    after = digest.after_telling(after, [second], NOW + 7 * DAY)
    assert due(after, TODAY + 30 * DAY) == [(ALICE, Change.STILL)]
    assert due(after, TODAY + 37 * DAY) == [(ALICE, Change.STILL), (BOB, Change.STILL)]
    assert (after[issue.id].told, after[issue.id].last_told) == (1, NOW + 7 * DAY)


def test_what_the_cap_cuts_from_one_owners_digest_is_new_in_the_next() -> None:
    """Bob has thirteen other pages: the page that he shares with Alice is told to her, and to him the next time."""
    shared = opened(broken(f"{SITE}/zz"))
    own = [opened(overdue(f"{SITE}/{n:02d}")) for n in range(12)]
    mine = {**theirs(BOB, *own), shared.id: (Assignment(ALICE, "a"), Assignment(BOB, "b"))}
    issues = by_id(shared, *own)
    issues |= digest.after_telling(issues, digest.digests(issues, mine, pages={}, period=TODAY.isoformat(), config=config()), NOW)
    (one,) = digest.digests(issues, mine, pages={}, period=(TODAY + 7 * DAY).isoformat(), config=config())
    assert (one.owner, one.pages[0].items[0].change) == (BOB, Change.NEW)


def test_a_managers_copy_that_was_not_written_comes_later() -> None:
    """The owner's fourth digest was sent alone: the manager gets the copy the next time, once, and says since when."""
    stuck = opened(overdue(), told=3, last_told=NOW - 30 * DAY)
    own, copy = made(stuck)
    alone = digest.after_telling(by_id(stuck), [own], NOW)
    (late,) = made(*alone.values(), day=TODAY + 7 * DAY)
    assert (late.owner, late.escalated_from, late.pages[0].items[0].since) == (MONA, ALICE, TODAY - 30 * DAY)
    done = digest.after_telling(alone, [late], NOW + 7 * DAY)
    assert done[stuck.id].history[-1].reason == "still, digest of 2026-11-30 to the manager"
    assert made(*done.values(), day=TODAY + 14 * DAY) == ()
    both = digest.after_telling(by_id(stuck), [own, copy], NOW)
    assert made(*both.values(), day=TODAY + 7 * DAY) == ()
    assert made(opened(overdue(), told=3, last_told=NOW)) == ()


def test_what_only_a_preview_told_counts_for_nothing_outside() -> None:
    """Tellings into a folder are forgotten once messages leave; what left stays told, also when it is previewed again."""
    issue, other = opened(overdue()), opened(broken(), told=1, last_told=NOW - 40 * DAY)
    issues = by_id(issue, other)
    seen = digest.after_telling(issues, made(issue, other), NOW, preview=True)
    assert made(*seen.values()) == ()
    real = digest.unrehearsed(seen)
    assert (real[issue.id].tellings, real[issue.id].told, real[issue.id].last_told) == ((), 0, None)
    assert real[other.id] == seen[other.id]


@pytest.mark.parametrize("zone", ["Australia/Sydney", "Pacific/Auckland", "Pacific/Honolulu"])
def test_days_are_the_organisations(zone: str) -> None:
    """Told on the due day in the early morning or the late evening there: not again the next day as if it had been told before it was due."""
    away = config(organisation=replace(config().organisation, timezone=zone))
    for hour in (1, 8, 23):
        at = dt.datetime(2026, 11, 24, hour, tzinfo=ZoneInfo(zone)).astimezone(dt.UTC)
        for due, lead in ((dt.date(2026, 11, 23), 1), (dt.date(2026, 12, 1), 1)):
            issue = opened(overdue(due=due) if due < dt.date(2026, 11, 24) else soon(due=due), told=1, last_told=at)
            assert digest.why_now(issue, ALICE, dt.date(2026, 11, 24) + lead * DAY, away) is None
        issue = opened(broken(), told=1, last_told=at)
        assert digest.why_now(issue, ALICE, dt.date(2026, 12, 23), away) is None
        assert digest.why_now(issue, ALICE, dt.date(2026, 12, 24), away) is Change.STILL


def test_pages_stand_in_the_order_of_urgency() -> None:
    """Severe first, then new before known, then the longest overdue; the same within a page."""
    a, b, c, d = (f"{SITE}/{name}" for name in "abcd")
    (one,) = made(
        opened(broken(a)),
        opened(overdue(b, due=dt.date(2025, 1, 1))),
        opened(overdue(c, due=dt.date(2024, 1, 1)), told=1, last_told=NOW - 40 * DAY),
        opened(overdue(d, due=dt.date(2023, 1, 1))),
        opened(broken(d)),
    )
    assert [each.url for each in one.pages] == [d, b, c, a]
    assert [item.issue.finding.check for item in one.pages[0].items] == ["review_date", "broken_link"]


def test_at_most_twelve_pages_and_the_rest_comes_next_time() -> None:
    """40 pages: 12 are named, "and 28 more"; those 28 are not counted as told."""
    issues = [opened(overdue(f"{SITE}/{n:02d}")) for n in range(40)]
    (one,) = made(*issues, REACHED)
    assert (len(one.pages), one.more) == (12, 28)
    after = by_id(*issues) | digest.after_telling(by_id(*issues), (one,), NOW)
    (two,) = made(*after.values(), day=TODAY + 7 * DAY)
    assert (len(two.pages), two.more) == (12, 16)
    assert not {each.url for each in one.pages} & {each.url for each in two.pages}


def test_at_most_ten_items_of_a_page() -> None:
    """A page with 14 dead links is one page, ten items and "4 more"."""
    (one,) = made(*(opened(broken(subject=str(n), says=f"Link {n} does not work.")) for n in range(14)), REACHED)
    assert (len(one.pages[0].items), one.pages[0].more) == (10, 4)


def test_titles_and_languages_come_from_the_pages() -> None:
    """The page that was read gives title and language; a page that was not has neither."""
    (one,) = made(opened(overdue()), opened(overdue(f"{SITE}/x")), pages=(page(title="Sgrinio canser", lang="cy"),))
    assert {(each.title, each.lang) for each in one.pages} == {("Sgrinio canser", "cy"), ("", None)}


def test_dates_to_come_fill_a_digest_and_never_cause_one() -> None:
    """What is due in two months is shown when there is something else to say; what is reminded of anyway is not shown twice."""
    some_day = digest.upcoming(
        {
            f"{SITE}/far": TODAY + 91 * DAY,
            f"{SITE}/near": TODAY + 90 * DAY,
            f"{SITE}/past": TODAY - DAY,
            f"{SITE}/soon": dt.date(2026, 12, 10),
        },
        NOW,
        TODAY,
        Remind(),
    )
    assert {issue.finding.page for issue in some_day.values()} == {f"{SITE}/near", f"{SITE}/soon"}
    assert made(*some_day.values()) == ()
    (one,) = made(*some_day.values(), opened(soon()))
    assert sorted((each.url, len(each.items)) for each in one.coming) == [(f"{SITE}/near", 1), (f"{SITE}/soon", 1)]
    assert one.why == ("the directory names you for /cancer-care-resources/**",)


def test_the_manager_is_told_after_three_digests() -> None:
    """Three digests without change: the fourth goes to the owner and, apart, to the manager; it counts once."""
    stuck = opened(overdue(), told=3, last_told=NOW - 30 * DAY)
    fresh = opened(broken(), told=2, last_told=NOW - 30 * DAY)
    own, escalated = made(stuck, fresh)
    assert (own.owner, own.escalated_from, len(own.pages[0].items)) == (ALICE, None, 2)
    assert (escalated.owner, escalated.escalated_from, len(escalated.pages[0].items)) == (MONA, ALICE, 1)
    assert "you as the manager" in escalated.why[0]
    assert digest.after_telling(by_id(stuck, fresh), (own, escalated), NOW)[stuck.id].told == 4
    assert len(made(opened(overdue(), to=BOB, told=3, last_told=NOW - 30 * DAY), owner=BOB)) == 1


def test_the_day_of_the_look_is_in_the_organisations_zone() -> None:
    """Checked on the day that people there had."""
    (one,) = made(opened(overdue(), dt.datetime(2026, 7, 1, 23, 30, tzinfo=dt.UTC)))
    assert one.checked == dt.date(2026, 7, 2)


def test_a_deleted_owner_is_told_nothing() -> None:
    """Issues that are nobody's are in no digest; the admin's summary has them."""
    issue = opened(overdue())
    assert digest.digests(by_id(issue), {}, pages={}, period=TODAY.isoformat(), config=config()) == ()


@given(
    st.lists(
        st.tuples(
            st.sampled_from([ALICE, BOB, MONA]),
            st.integers(0, 30),
            st.sampled_from(list(Severity)),
            st.sampled_from(list(IssueState)),
            st.integers(0, 4),
        ),
        max_size=30,
    )
)
def test_every_issue_is_told_to_its_owner_or_to_nobody(rows: list[tuple[Owner, int, Severity, IssueState, int]]) -> None:
    """A digest holds only what is its owner's (a manager's: what is the report's), and nothing twice."""
    mine: dict[str, tuple[Assignment, ...]] = {}
    issues: dict[str, Issue] = {}
    for owner, number, severity, state, told in rows:
        finding = broken(f"{SITE}/{number}", severity=severity)
        issues[finding.id] = opened(finding, to=owner, state=state, told=told, last_told=NOW - 31 * DAY if told else None)
        mine[finding.id] = (Assignment(owner, "why"),)
    for each in digest.digests(issues, mine, pages={}, period=TODAY.isoformat(), config=config()):
        items = [item.issue.id for part in (each.pages, each.fixed, each.coming) for own in part for item in own.items]
        assert len(items) == len(set(items))
        whose = each.escalated_from or each.owner
        assert all(mine[id_][0].owner == whose for id_ in items)
        assert items


def test_a_telling_of_a_day_to_come_is_told_again() -> None:
    """A clock that ran ten years ahead dated it: nobody waits ten years for the reminder."""
    issue = opened(overdue(), told=1, last_told=NOW + dt.timedelta(days=3650))
    assert digest.why_now(issue, ALICE, TODAY, config()) is Change.STILL


def guess(page_url: str = f"{SITE}/tips", subject: str = "by June 2023", **more: Any) -> Finding:
    """Something that was read between the lines."""
    return broken(
        page_url,
        subject,
        check="lapsed_promise",
        severity=Severity.NOTE,
        confidence=Confidence.GUESSED,
        says=f"It says “{subject}”.",
        **more,
    )


def test_a_guess_alone_is_no_mail() -> None:
    """What is read between the lines never makes a digest, and counts for no page that needs attention when there is one."""
    assert made(opened(guess())) == ()
    (one,) = made(opened(guess()), opened(overdue(f"{SITE}/other")))
    assert [each.url for each in one.pages] == [f"{SITE}/other"]
    assert [each.url for each in one.maybe] == [f"{SITE}/tips"]


def test_at_most_three_guesses_of_a_page_and_of_five_pages() -> None:
    """The folded part stays short; the further pages are counted."""
    guesses = [opened(guess(f"{SITE}/{n:02d}", f"by June {year}")) for n in range(14) for year in range(2018, 2023)]
    (one,) = made(*guesses, opened(overdue()))
    assert [len(each.items) for each in one.maybe] == [3] * 5
    assert [each.more for each in one.maybe] == [2] * 5
    assert one.maybe_more == 9


def test_a_guess_is_told_once_and_nobody_is_thanked_for_it() -> None:
    """No reminder, no escalation, no thanks: perhaps it was never true."""
    told = opened(guess(), told=1, last_told=NOW - 200 * DAY)
    gone = opened(guess(), told=1, state=IssueState.RESOLVED, history=(Event(NOW, "resolved"),))
    assert changes(told, gone) == [None, None]
    (one,) = made(told, opened(overdue(f"{SITE}/other")))
    assert (one.maybe, one.standing) == ((), 0)
    (shown,) = made(opened(guess()), opened(overdue()))
    assert digest.after_telling(by_id(opened(guess())), (shown,), NOW)[opened(guess()).id].told == 1


def test_the_order_is_overdue_broken_moved_and_the_rest() -> None:
    """Overdue and withdrawn first, then broken, then moved, then the rest, whatever the addresses of their pages."""
    moved = broken(f"{SITE}/b", "https://m.example/", check="moved_link", severity=Severity.NOTE)
    found = [
        broken(f"{SITE}/a", "no date", check="review_date", severity=Severity.NOTE, reason="no_date"),
        moved,
        broken(f"{SITE}/c"),
        broken(f"{SITE}/d", "superseded", check="superseded_page", severity=Severity.NOTE),
        overdue(f"{SITE}/e"),
    ]
    (one,) = made(*map(opened, found))
    assert [each.url[-1] for each in one.pages] == list("edcba")


def test_of_two_pages_the_one_that_is_linked_more_comes_first() -> None:
    """More readers meet its trouble."""
    issues = [opened(overdue(f"{SITE}/{name}")) for name in "abc"]
    (one,) = digest.digests(
        by_id(*issues),
        theirs(ALICE, *issues),
        pages={},
        period=TODAY.isoformat(),
        config=config(),
        linked={f"{SITE}/c": 40, f"{SITE}/b": 2},
    )
    assert [each.url[-1] for each in one.pages] == list("cba")


def test_one_address_that_many_pages_link_to_is_told_once() -> None:
    """Forty pages with the same dead link are one thing to mend: it stands at one page, names the others, and all forty are told."""
    issues = [opened(broken(f"{SITE}/{n:02d}")) for n in range(40)]
    (one,) = made(*issues, pages=(page(f"{SITE}/01", title="Second"),))
    (shown,) = one.pages
    (item,) = shown.items
    assert (len(item.same), item.elsewhere[:2]) == (39, ("Second", f"{SITE}/02"))
    assert len(digest.after_telling(by_id(*issues), (one,), NOW)) == 40


def test_two_pages_with_the_same_dead_link_are_two_things() -> None:
    """Each page says it itself; nobody has to look elsewhere."""
    (one,) = made(opened(broken(f"{SITE}/a")), opened(broken(f"{SITE}/b")))
    assert [len(each.items) for each in one.pages] == [1, 1]


def test_the_further_pages_that_a_finding_names_are_named() -> None:
    """What was told once for all pages of a site says on which it stands."""
    (one,) = made(opened(broken(also=(f"{SITE}/b", f"{SITE}/c"))), pages=(page(f"{SITE}/b", title="Second"),))
    assert one.pages[0].items[0].elsewhere == ("Second", f"{SITE}/c")


def test_the_first_digest_has_the_ten_worst_things() -> None:
    """Whoever gets one for the first time gets ten things, three of a page at most, and the number of the rest; these come later."""
    issues = [opened(broken(f"{SITE}/{n}", f"https://x.example/{n}/{m}", says=f"{m}")) for n in range(6) for m in range(5)]
    (one,) = made(*issues)
    assert one.first
    assert [len(each.items) for each in one.pages] == [3, 3, 3, 1]
    assert (one.rest, one.more) == (20, 2)
    after = by_id(*issues) | digest.after_telling(by_id(*issues), (one,), NOW)
    (two,) = made(*after.values(), day=TODAY + 7 * DAY)
    assert (two.first, sum(len(each.items) for each in two.pages)) == (False, 20)


def test_a_short_first_digest_is_whole() -> None:
    """Where there is less, there is no rest to speak of."""
    (one,) = made(opened(overdue()))
    assert (one.first, one.rest) == (True, 0)


def test_what_several_pages_lack_is_told_once() -> None:
    """Nine pages of one owner without a review date are one thing, which names them; each says it itself where they are two."""
    lacking = [
        opened(broken(f"{SITE}/{n}", "no date", check="review_date", severity=Severity.NOTE, reason="no_date", says="No date."))
        for n in range(9)
    ]
    (one,) = made(*lacking)
    (shown,) = one.pages
    assert (len(shown.items), len(shown.items[0].elsewhere)) == (1, 8)
    (few,) = made(*lacking[:2])
    assert len(few.pages) == 2


def test_what_a_check_keeps_for_the_report_is_in_no_digest() -> None:
    """An archived page in the archive: true, and nothing to do."""
    late, kept = overdue(), replace(overdue(), check="superseded_page", subject="superseded", reason="archived")
    (told,) = made(opened(late), opened(kept))
    assert [item.issue.finding.check for shown in told.pages for item in shown.items] == ["review_date"]
    assert made(opened(kept)) == ()
