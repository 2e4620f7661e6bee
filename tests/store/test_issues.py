"""Issues in the state: what was kept comes back, and history is only added to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from reviewer.model import Doubt, Event, Finding, IssueState, Place, Severity
from reviewer.settle import ledger
from reviewer.store import Store, issues
from tests.makers import NOW, broken, by_id, opened, overdue


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A state."""
    with Store.open(tmp_path / "state.sqlite3") as made:
        yield made


def test_an_issue_comes_back_as_it_was(store: Store) -> None:
    """Every field, those of the finding too."""
    issue = opened(
        broken(doubt=Doubt.SLOW, suggestion="https://new.example/", due=dt.date(2026, 1, 2), place=Place("A heading", 7)),
        state=IssueState.SNOOZED,
        looks=3,
        runs=2,
        failing_since=NOW,
        flaps=4,
        told=5,
        last_told=NOW,
        fixed_told=True,
        until=dt.date(2027, 1, 1),
        history=(Event(NOW, "snoozed", "Alice", "later", dt.date(2027, 1, 1)), Event(NOW, "noted", "Bob", "ok")),
    )
    store.save_issues(by_id(issue, opened(overdue())))
    assert store.issues() == by_id(issue, opened(overdue()))


def test_keeping_it_again_adds_only_what_is_new(store: Store) -> None:
    """History is written once, each line in its place; other issues stay as they are."""
    issue, other = opened(overdue()), opened(broken())
    store.save_issues(by_id(issue, other))
    noted = ledger.note(issue, by="Alice", reason="one", now=NOW)
    for _ in range(2):
        store.save_issues(by_id(noted))
    again = replace(ledger.note(noted, by="Bob", reason="two", now=NOW), told=9)
    store.save_issues(by_id(again))
    assert store.issues() == by_id(again, other)


def test_what_is_as_before_is_not_written(store: Store) -> None:
    """Given how they stand, an issue that is the same costs nothing, one that was seen again its counts, and one that changed all of it."""
    same, seen, changed = opened(overdue()), opened(broken(subject="a")), opened(broken(subject="b"))
    before = by_id(same, seen, changed)
    store.save_issues(before)
    again = replace(seen, last_seen=NOW + dt.timedelta(days=1), looks=8, runs=9)
    noted = ledger.note(changed, by="Alice", reason="one", now=NOW)
    statements: list[str] = []
    with store.write() as connection:
        event.listen(connection, "before_cursor_execute", lambda *given: statements.append(given[2].split()[0]))
        issues.save(connection, by_id(same, again), before)
    assert statements == ["UPDATE"]
    with store.write() as connection:
        issues.save(connection, by_id(same, again, noted), before)
    assert store.issues() == by_id(same, again, noted)


def test_some_issues_can_be_asked_for(store: Store) -> None:
    """By id; those that are not there are not there."""
    issue, other = opened(overdue(), history=(Event(NOW, "opened"),)), opened(broken())
    store.save_issues(by_id(issue, other))
    with store.read() as connection:
        assert issues.load(connection, [issue.id, "0" * 16]) == by_id(issue)
        assert issues.load(connection, []) == {}


def test_many_issues_are_kept_in_portions(store: Store) -> None:
    """More than one statement can hold."""
    many = by_id(*(opened(broken(subject=str(n)), history=(Event(NOW, "opened"),)) for n in range(1203)))
    store.save_issues(many)
    assert store.issues() == many
    store.save_issues({})
    assert store.issues() == many


@settings(max_examples=10, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=30) | st.just("a\x00b\ud800"))
def test_no_page_text_can_break_the_state(text: str) -> None:
    """NUL and lone surrogates are no text for a database; they come back as a replacement, and no row is lost."""
    import tempfile

    finding = Finding("c", "https://a.example/", "s", Severity.NOTE, text, text, quote=text, place=Place(text))
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "s.sqlite3") as store:
        store.save_issues(by_id(opened(finding)))
        (kept,) = store.issues().values()
    assert kept.id == finding.id
    assert len(kept.finding.says) == len(text)
