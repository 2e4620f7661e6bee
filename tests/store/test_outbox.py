"""The outbox in the state: final bytes, written once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer import deliver
from reviewer.model import LetterState
from reviewer.settings import Email
from reviewer.store import Store, tables
from reviewer.tell import digest
from tests.letters import first_run, written
from tests.makers import NOW, by_id, opened, overdue


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A state."""
    with Store.open(tmp_path / "state.sqlite3") as made:
        yield made


def test_a_message_comes_back_as_it_was(store: Store) -> None:
    """Bytes, text and HTML: what is previewed is what goes."""
    message = written("welsh-and-arabic")
    store.prepare([message], {}, now=NOW)
    (letter,) = store.outbox.letters()
    assert letter.message == message
    assert (letter.state, letter.period, letter.attempts, letter.repeats, letter.next_try) == (
        LetterState.PREPARED,
        "2026-11-23",
        0,
        0,
        None,
    )


def test_messages_and_what_they_told_are_kept_together_or_not_at_all(store: Store) -> None:
    """The transaction fails: no message, and no issue is marked as told."""
    issue = opened(overdue())
    store.save_issues(by_id(issue))
    told = digest.after_telling(by_id(issue), [first_run()], NOW)
    with pytest.raises(AttributeError):
        store.prepare([written("first-run")], {**told, "x": None}, now=NOW)  # type: ignore[dict-item]
    assert (store.outbox.letters(), store.issues()) == ((), by_id(issue))
    store.prepare([written("first-run")], told, now=NOW)
    assert (len(store.outbox.letters()), store.issues()[issue.id].told) == (1, 1)


def test_letters_are_found_by_state_period_and_owner(store: Store) -> None:
    """For the walk, for previews, and for one owner."""
    store.prepare([written("first-run"), written("escalated")], {}, now=NOW)
    alice, mona = store.outbox.letters()
    assert store.outbox.letters(owner="Mona@Alliance.example") == (mona,)
    assert store.outbox.letters(period="2026-11-16") == ()
    store.outbox.move(alice.message.key, LetterState.SENT, now=NOW)
    assert store.outbox.letters(LetterState.PREPARED) == (mona,)
    assert store.outbox.taken([alice.message.key, "2026-11-30/x"]) == {alice.message.key}
    assert store.outbox.threads() == {"alice@alliance.example": (alice.message.message_id,)}


def test_what_was_put_off_is_due_when_its_time_has_come(store: Store) -> None:
    """Not a second before."""
    store.prepare([written("first-run")], {}, now=NOW)
    later = NOW + dt.timedelta(minutes=5)
    assert store.outbox.next_try() is None
    store.outbox.move("2026-11-23/alice@alliance.example", LetterState.DEFERRED, now=NOW, next_try=later, says="451", attempts=1)
    assert store.outbox.next_try() == later
    assert store.outbox.due(later - dt.timedelta(seconds=1)) == ()
    assert [letter.attempts for letter in store.outbox.due(later)] == [1]


def test_the_volume_counts_digests_by_period(store: Store) -> None:
    """This period and the one before; the admin's summary is none of them."""
    from dataclasses import replace

    one = written("first-run")
    assert store.outbox.volume("2026-11-23") == (0, None)
    keys = ["2026-11-09/a", "2026-11-16/a", "2026-11-16/b", "2026-11-16/admin/w", "2026-11-23/a", "2026-11-30/a"]
    store.prepare([replace(one, key=key) for key in keys], {}, now=NOW)
    assert store.outbox.volume("2026-11-23") == (1, 2)


def test_a_message_takes_the_place_of_its_preview_and_never_the_other_way(store: Store) -> None:
    """What was only written into a folder is no letter yet; a preview held in the outbox leaves only when a person says so."""
    message = written("first-run")
    store.prepare([message], {}, now=NOW, preview=True)
    assert (store.outbox.taken([message.key]), store.outbox.taken([message.key], previews=False)) == (frozenset({message.key}), frozenset())
    held = deliver.send_batch(store.outbox, Email(via="smtp://localhost"), NOW).held
    assert (held, store.outbox.released()) == ([message.key], False)
    store.prepare([message], {}, now=NOW)
    assert [(letter.state, letter.preview) for letter in store.outbox.letters()] == [(LetterState.PREPARED, False)]
    store.prepare([message], {}, now=NOW, preview=True)
    assert not store.outbox.letters()[0].preview
    assert store.outbox.released()
    assert len(store.outbox.history(message.key)) == 1


def test_a_next_try_in_ten_years_has_come(store: Store) -> None:
    """A clock that ran ahead put the letter off: no pause is longer than four hours, so it may go."""
    store.prepare([written("first-run")], {}, now=NOW)
    (letter,) = store.outbox.letters()
    for wait, due in ((dt.timedelta(hours=3), 0), (dt.timedelta(days=3650), 1)):
        store.outbox.move(letter.message.key, LetterState.DEFERRED, now=NOW, next_try=NOW + wait)
        assert (len(store.outbox.due(NOW)), store.pending(NOW)) == (due, due)


def test_bytes_that_changed_on_disk_are_not_sent(store: Store) -> None:
    """One flipped bit in a payload: held, said, found by a check of the state, and not even a person's word sends it."""
    message = written("first-run")
    store.prepare([message], {}, now=NOW)
    flipped = bytes([message.payload[0] ^ 1]) + message.payload[1:]
    with store.write() as connection:
        connection.execute(tables.outbox.update().values(payload=flipped))
    for again in (False, True):
        sent = deliver.send_batch(store.outbox, Email(via="folder:nowhere"), NOW, again=again)
        assert (sent.sent, sent.held) == ([], [message.key])
    (letter,) = store.outbox.letters(LetterState.HELD)
    assert "not those that were written down" in letter.says
    assert store.check().faults == (f"the bytes of the message {message.key} are not those that were written down",)
