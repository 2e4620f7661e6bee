"""A person's address leaves the state."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reviewer.model import Contact, ContactKind, Event, LetterState, Link, ToldTo, Works
from reviewer.store import Store
from reviewer.store.forgetting import Forgotten
from tests.store.samples import DAY, HOME, NOW, issue, issues, looked, message, page, works

JO = "Jo.Quill@pages.example"


def fill(store: Store) -> None:
    """A state in which one address stands in every place where one can."""
    run = store.begin_run("run", now=NOW, as_of=NOW.date())
    contact = Contact(ContactKind.EMAIL, JO, f"Contact: {JO}")
    named = replace(page(), contacts=(contact,), links=(Link(f"mailto:{JO}", f"mailto:{JO}"),))
    about = issue(subject=f"mailto:{JO.lower()}")
    quoted = issue(subject="quoted", history=(Event(NOW, "snoozed", by=JO, reason=f"{JO.upper()} is away"),))
    told = (ToldTo("boss@pages.example", 1, NOW, NOW, about=JO.casefold()), ToldTo(JO.casefold(), 2, NOW, NOW))
    quoted = replace(
        quoted, tellings=(*told, ToldTo("other@pages.example", 1, NOW, NOW)), finding=replace(quoted.finding, quote=f"ask {JO}")
    )
    mail = Works(f"mailto:{JO}")
    store.commit_look(looked(named, visits=(mail, works("https://a.example/"))), issues(about, quoted, issue()), run=run, now=NOW)
    messages = [
        message(JO),
        message(JO, "2026-11-30"),
        message("boss@pages.example", text=f"{JO} did not act"),
        message("other@pages.example"),
    ]
    store.prepare(messages, {}, now=NOW)
    store.outbox.move(f"2026-11-23/{JO}", LetterState.SENT, now=NOW, says=f"250 {JO} ok")
    store.outbox.move("2026-11-23/boss@pages.example", LetterState.SENT, now=NOW)
    store.end_run(run, "done", now=NOW, notes=[f"{JO} is not in the directory"])


def test_an_address_is_gone_from_every_table(store: Store) -> None:
    """No row holds it any more, in whatever case; what does not name it stays; that digests were sent stays, without to whom."""
    fill(store)
    done = store.forget(f" {JO.upper()} ")
    assert (done.messages, done.others, done.waiting) == (2, 1, 0)
    assert done.rows > 5
    assert JO.casefold() not in "\n".join(store.export()).casefold()
    letters = {letter.message.key.split("/")[0]: letter for letter in store.outbox.letters() if "/forgotten/" in letter.message.key}
    assert {period: letter.state for period, letter in letters.items()} == {
        "2026-11-23": LetterState.SENT,
        "2026-11-30": LetterState.REFUSED,
    }
    assert [letter.message.to.email for letter in store.outbox.due(NOW + DAY)] == ["other@pages.example"]
    assert set(store.issues()) == {issue().id, issue(subject="quoted").id}
    assert store.pages()[HOME].contacts[0].value == "nobody@forgotten.invalid", "an address still: no link looks broken by it"
    known = store.remembered().known.get(HOME)
    assert known is not None
    assert (known.etag, known.body_hash) == (None, None), "the page is read anew, and says again what it says"
    assert set(store.visits()) == {"https://a.example/"}
    assert store.check().faults == ()
    assert store.forget(JO) == Forgotten()


def test_an_address_is_gone_from_the_bytes_of_the_file(tmp_path: Path) -> None:
    """Nothing of it is left in free pages of the file or in the WAL."""
    with Store.open(tmp_path / "state.sqlite3") as store:
        fill(store)
        store.forget(JO)
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert JO.lower().encode() not in left.lower()


def test_a_message_to_somebody_else_that_waits_is_named(store: Store) -> None:
    """A message to another person that names the address and is not sent yet keeps its bytes, and is counted."""
    store.prepare([message("boss@pages.example", text=f"{JO} did not act")], {}, now=NOW)
    assert store.forget(JO).waiting == 1
    assert store.pending(NOW) == 1


def test_a_wildcard_is_a_letter(store: Store) -> None:
    """An address with an underscore or a per cent sign forgets nobody else."""
    store.prepare([message("joXquill@pages.example", text="joXquill@pages.example")], {}, now=NOW)
    assert store.forget("jo_quill@pages.example") == Forgotten()
