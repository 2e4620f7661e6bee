"""Retention."""

from __future__ import annotations

import sqlalchemy as sa

from reviewer.model import Broken, IssueState, LetterState, Reason
from reviewer.store import Store, tables
from tests.store.samples import DAY, HOME, NOW, issue, issues, looked, message, page, works


def rows(store: Store) -> dict[str, int]:
    """How many rows each table has."""
    with store.read() as connection:
        return {
            table.name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for table in tables.METADATA.sorted_tables
        }


def fill(store: Store) -> None:
    """A run of long ago and one of today; an issue that is settled and one that is open; messages of both days."""
    then = NOW - 800 * DAY
    for now, target in ((then, "https://gone.example/"), (NOW, "https://a.example/")):
        run = store.begin_run("run", now=now, as_of=now.date())
        visits = (works(target), works("https://kept.example/") if now == then else Broken("https://kept.example/", Reason.GONE))
        settled = issue(subject=str(now), state=IssueState.RESOLVED, changed=now)
        store.commit_look(
            looked(page(), page(HOME + target[8:12]), visits=visits),
            issues(issue(changed=then), settled),
            run=run,
            now=now,
            period=("check", now.date().isoformat()),
        )
        store.prepare([message(period=now.date().isoformat())], {}, now=now)
        store.outbox.move(f"{now.date()}/a.owner@pages.example", LetterState.SENT, now=now)


def test_what_is_old_goes_and_the_present_stays(store: Store) -> None:
    """History beyond the kept days goes; the last state of each page and link, and open issues however old, stay."""
    fill(store)
    assert store.tidy(now=NOW, keep_days=730) > 0
    assert set(store.visits()) == {"https://a.example/", "https://kept.example/"}
    assert set(store.pages()) == {HOME, HOME + "a.ex"}
    assert {issue.finding.subject for issue in store.issues().values()} == {"due", str(NOW)}
    assert store.periods_done("check") == {NOW.date().isoformat()}
    assert [run.started for run in store.runs()] == [NOW]
    assert [letter.period for letter in store.outbox.letters()] == [NOW.date().isoformat()]
    with store.read() as connection:
        urls = set(connection.execute(sa.select(tables.urls.c.url)).scalars())
    assert urls == {"https://a.example/", "https://kept.example/", HOME, HOME + "a.ex"}
    assert store.check().faults == ()


def test_nothing_old_nothing_gone(store: Store) -> None:
    """A second time there is nothing to do."""
    fill(store)
    store.tidy(now=NOW, keep_days=730)
    before = rows(store)
    assert store.tidy(now=NOW, keep_days=730) == 0
    assert rows(store) == before


def test_bytes_of_old_messages_go_first(store: Store) -> None:
    """After 90 days a message that was sent keeps its row and not its bytes; one that waits keeps both."""
    store.prepare([message(), message("b.owner@pages.example")], {}, now=NOW)
    store.outbox.move(message().key, LetterState.SENT, now=NOW)
    store.tidy(now=NOW + 91 * DAY, keep_days=730)
    assert {letter.message.to.email: bool(letter.message.payload) for letter in store.outbox.letters()} == {
        "a.owner@pages.example": False,
        "b.owner@pages.example": True,
    }


def test_periods_are_remembered_for_more_than_a_year(store: Store) -> None:
    """However short retention is set, a period that is done does not run again."""
    store.mark_period("check", "2026-11-23", now=NOW)
    store.tidy(now=NOW + 399 * DAY, keep_days=1)
    assert "2026-11-23" in store.periods_done("check")
    store.tidy(now=NOW + 401 * DAY, keep_days=1)
    assert "2026-11-23" not in store.periods_done("check")


def test_one_run_lets_go_of_a_month_at_most(store: Store) -> None:
    """A clock that is ten years ahead for one run takes a month of history, and not all of it."""
    for months in range(12):
        then = NOW - (360 - 30 * months) * DAY
        run = store.begin_run("run", now=then, as_of=then.date())
        store.commit_look(looked(page(), visits=(works(f"https://m{months}.example/"),)), issues(), run=run, now=then)
        store.prepare([message(period=then.date().isoformat())], {}, now=then)
        store.outbox.move(f"{then.date()}/a.owner@pages.example", LetterState.SENT, now=then)
    before = rows(store)
    store.tidy(now=NOW + 3650 * DAY, keep_days=730)
    after = rows(store)
    for name in ("runs", "visits", "observations", "outbox"):
        assert before[name] - 2 <= after[name] < before[name], name
    assert sum(bool(letter.message.payload) for letter in store.outbox.letters()) >= 10
