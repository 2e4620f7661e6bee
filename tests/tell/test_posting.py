"""From the state to messages: who is told today, once, and what the admin hears."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reviewer import tell
from reviewer.model import Confidence, DateClaim, DateKind, Looked, Page, PartialDate, Reason, Severity, Unsure
from reviewer.settings import Config, Organisation, Site
from reviewer.store import Store
from tests.makers import ALICE, BOB, CONTACT, MONA, NOW, SITE, TODAY, broken, by_id, config, opened, overdue, page

PLACE = Site("GP", (SITE,), owner=ALICE.email)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A state in which Alice has an overdue page and one to come, and Bob's page has a dead link."""
    later = page(f"{SITE}/later", "Later", claims=(DateClaim(DateKind.DUE, PartialDate.of(TODAY + dt.timedelta(days=60)), "due later"),))
    pages = {each.url: each for each in (page(), later, Page(f"{SITE}/bob", title="Bob's page"))}
    issues = by_id(opened(overdue()), opened(broken(f"{SITE}/bob")))
    with Store.open(tmp_path / "state.sqlite3") as made:
        run = made.begin_run("run", now=NOW, as_of=TODAY)
        wall = "https://wall.example/"
        looked = Looked(pages, dict.fromkeys(pages, "GP"), {wall: Unsure(wall, Reason.BOT_WALL)})
        made.commit_look(looked, issues, run=run, now=NOW)
        made.end_run(run, "done", now=NOW, notes=["A note."])
        yield made


def settings(folder: Path, **more: Any) -> Config:
    """A config for that state, which delivers into a folder."""
    made = config(sites=(PLACE,), overrides=((f"{SITE}/bob", BOB.email),))
    return replace(made, email=replace(made.email, via=f"folder:{folder}/outbox"), **more)


def test_each_owner_and_the_admin_are_told_once(store: Store, tmp_path: Path) -> None:
    """Alice with her date to come, Bob, and the summary; a second telling on the same day has nothing left."""
    chosen = settings(tmp_path)
    told = tell.telling(chosen, store, now=NOW, today=TODAY)
    assert [message.to.email for message in told.messages] == [ALICE.email, BOB.email, CONTACT.email]
    assert "Later: review by Friday 22 January 2027." in told.messages[0].text
    assert "wall.example: 1 link" in told.messages[2].text
    assert "A note." in told.messages[2].text
    assert "2 digests for this period, the first one." in told.messages[2].text
    assert len(tell.tell(chosen, store, told, now=NOW, period=TODAY.isoformat()).sent) == 3
    again = tell.telling(chosen, store, now=NOW, today=TODAY)
    assert (again.digests, again.messages) == ((), ())
    assert all(issue.told == 1 for issue in store.issues().values())


def test_later_digests_thread_with_the_first(store: Store, tmp_path: Path) -> None:
    """Each owner's, and the admin's."""
    chosen = settings(tmp_path)
    first = tell.telling(chosen, store, now=NOW, today=TODAY)
    tell.tell(chosen, store, first, now=NOW, period=TODAY.isoformat())
    later = NOW + dt.timedelta(days=31)
    second = tell.telling(chosen, store, now=later, today=later.date())
    assert [message.to for message in second.messages] == [message.to for message in first.messages]
    for old, new in zip(first.messages, second.messages, strict=True):
        assert old.message_id.encode() in new.payload


def test_an_address_that_is_none_costs_one_digest(store: Store, tmp_path: Path) -> None:
    """Bob's address is wrong: Alice is told, the admin reads why, and Bob's issue counts as told to nobody."""
    wrong = replace(BOB, email="bob at alliance")
    chosen = config(ALICE, wrong, MONA, sites=(PLACE,), overrides=((f"{SITE}/bob", "Bob Sample"),))
    told = tell.telling(chosen, store, now=NOW, today=TODAY)
    assert [each.owner for each in told.digests] == [ALICE]
    assert "No digest could be written for Bob Sample" in " ".join(told.messages[-1].text.split())


def test_without_anybody_to_read_it_there_is_no_summary(store: Store, tmp_path: Path) -> None:
    """A config that names no contact gets digests only."""
    chosen = settings(tmp_path, organisation=Organisation())
    assert [message.to.email for message in tell.telling(chosen, store, now=NOW, today=TODAY).messages] == [ALICE.email, BOB.email]


def test_nothing_to_say_is_no_mail_for_the_admin_either(tmp_path: Path) -> None:
    """An empty state writes to nobody."""
    with Store.open(tmp_path / "state.sqlite3") as store:
        assert tell.telling(settings(tmp_path), store, now=NOW, today=TODAY).messages == ()


def test_the_first_digests_wait_for_a_person_when_they_leave_the_house(store: Store, tmp_path: Path) -> None:
    """By mail they wait; into a folder they are the preview; later ones go."""
    chosen = settings(tmp_path)
    mail = replace(chosen, email=replace(chosen.email, via="smtp://localhost"))
    told = tell.telling(chosen, store, now=NOW, today=TODAY)
    assert tell.waits_for_a_person(mail, store, told)
    assert not tell.waits_for_a_person(chosen, store, told)
    tell.tell(chosen, store, told, now=NOW, period=TODAY.isoformat())
    told = tell.telling(mail, store, now=NOW, today=TODAY)
    assert [each.owner for each in told.digests] == [ALICE, BOB], "what went into a folder was told to nobody"
    assert tell.waits_for_a_person(mail, store, told)
    assert (bool(store.outbox.threads()), store.outbox.threads(previews=False)) == (True, {})
    tell.write_down(mail, store, told, now=NOW, period=("digest", TODAY.isoformat()))
    assert not tell.waits_for_a_person(mail, store, told)
    assert not any(letter.preview for letter in store.outbox.letters())
    later = NOW + dt.timedelta(days=1)
    assert tell.telling(mail, store, now=later, today=later.date()).digests == ()


def test_a_period_with_nothing_to_tell_releases_nothing(store: Store, tmp_path: Path) -> None:
    """A done period and the admin's summary are no word of a person: the first digests still wait."""
    mail = settings(tmp_path)
    mail = replace(mail, email=replace(mail.email, via="smtp://localhost"))
    told = tell.telling(mail, store, now=NOW, today=TODAY)
    tell.write_down(mail, store, replace(told, digests=(), messages=told.messages[2:]), now=NOW, period=("digest", TODAY.isoformat()))
    assert TODAY.isoformat() in store.periods_done("digest")
    assert tell.waits_for_a_person(mail, store, told)


def test_the_admin_reads_what_is_wrong_with_the_directory(store: Store, tmp_path: Path) -> None:
    """Rows without an address stand in the admin's mail, and are no reason for one by themselves."""
    chosen = settings(tmp_path)
    chosen = replace(chosen, directory=replace(chosen.directory, warnings=("owners.csv: no e-mail address for Sam (line 3)",)))
    assert "no e-mail address for Sam (line 3)" in " ".join(tell.telling(chosen, store, now=NOW, today=TODAY).messages[-1].text.split())
    with Store.open(tmp_path / "empty.sqlite3") as empty:
        assert tell.telling(chosen, empty, now=NOW, today=TODAY).messages == ()


def test_a_digest_is_no_larger_than_mail_programs_show(store: Store, tmp_path: Path) -> None:
    """A hundred pages with long findings: under 90 KB of HTML, the rest is counted, not marked as told, and comes the next time."""
    long = {"says": "The page says “" + "word " * 100 + "”.", "fix": "Do " + "this " * 100, "quote": "quoted " * 25}
    urls = [f"{SITE}/p{n}" for n in range(12)]
    findings = [broken(url, f"{url}/{n}", **{**long, "says": f"{n}: {long['says']}"}) for url in urls for n in range(10)]
    known = opened(broken(f"{SITE}/known"), told=1)
    store.save_issues(by_id(known, *(opened(each) for each in findings)))
    chosen = settings(tmp_path, overrides=((f"{SITE}/**", ALICE.email),))
    told = tell.telling(chosen, store, now=NOW, today=TODAY)
    (digest,), (message,) = told.digests, [each for each in told.messages if each.to.email == ALICE.email]
    assert 40_000 < len(message.html.encode()) < 90_000
    assert digest.more >= 2
    assert f"And {digest.more} more pages" in message.text
    shown = set()
    for week in range(4):
        now = NOW + dt.timedelta(weeks=week)
        told = tell.telling(chosen, store, now=now, today=now.date())
        shown |= {page.url for each in told.digests for page in each.pages}
        tell.tell(chosen, store, told, now=now, period=now.date().isoformat())
    assert shown >= set(urls)


def test_findings_that_say_the_same_are_one_line(store: Store, tmp_path: Path) -> None:
    """Ten equal ones on a page are read as one, with their number; all ten are told."""
    found = [broken(f"{SITE}/bob", f"https://other.example/{n}") for n in range(10)]
    store.save_issues(by_id(*(opened(each) for each in found)))
    told = tell.telling(settings(tmp_path), store, now=NOW, today=TODAY)
    text = next(" ".join(message.text.split()) for message in told.messages if message.to.email == BOB.email)
    assert text.count("Blood test rooms") == 1
    assert "(11 times on this page)" in text
    tell.tell(settings(tmp_path), store, told, now=NOW, period=TODAY.isoformat())
    assert {store.issues()[each.id].told for each in found} == {1}


def test_a_digest_says_how_much_still_stands(store: Store, tmp_path: Path) -> None:
    """Between reminders, too: what was told before and is open still is counted, with the way to the report."""
    found = [broken(f"{SITE}/bob", f"https://other.example/{n}", says=f"Link {n}.") for n in range(7)]
    before = NOW - dt.timedelta(days=3)
    store.save_issues(by_id(*(opened(each, to=BOB, told=1, last_told=before) for each in found)))
    chosen = settings(tmp_path)
    chosen = replace(chosen, email=replace(chosen.email, report_url="https://reports.example/"))
    told = tell.telling(chosen, store, now=NOW, today=TODAY)
    message = next(each for each in told.messages if each.to.email == BOB.email)
    assert "7 more things are still open: see the report: https://reports.example/" in " ".join(message.text.split())
    assert "7 more things are still open" in message.html
    alone = next(each for each in told.messages if each.to.email == ALICE.email)
    assert "still open" not in alone.text


def test_a_first_digest_counts_what_its_size_leaves_out(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages too long for one mail: the things on the pages that were left out are among those that are counted."""
    monkeypatch.setattr("reviewer.tell.posting.MOST_BYTES", 14_000)
    long = {"says": "The page says “" + "word " * 900 + "”.", "fix": "Do " + "this " * 900}
    found = [broken(f"{SITE}/p{n}", f"{SITE}/p{n}/{m}", **{**long, "says": f"{m}: {long['says']}"}) for n in range(5) for m in range(4)]
    store.save_issues(by_id(*(opened(each) for each in found)))
    told = tell.telling(settings(tmp_path, overrides=((f"{SITE}/p*", ALICE.email),)), store, now=NOW, today=TODAY)
    (digest,) = [each for each in told.digests if each.owner.email == ALICE.email]
    (message,) = [each for each in told.messages if each.to.email == ALICE.email]
    shown = sum(len(page.items) for page in digest.pages)
    assert shown < 8
    assert (digest.first, digest.rest) == (True, 22 - shown)
    assert f"And {digest.rest} more things" in message.text


def test_guesses_beyond_three_of_a_page_are_counted(store: Store, tmp_path: Path) -> None:
    """What the folded part leaves out of a page is said there, in both forms of the mail."""
    guesses = [
        broken(
            f"{SITE}/bob", f"by June {year}", check="lapsed_promise", severity=Severity.NOTE, confidence=Confidence.GUESSED, says=f"{year}?"
        )
        for year in range(2015, 2020)
    ]
    store.save_issues(by_id(*(opened(each) for each in guesses)))
    told = tell.telling(settings(tmp_path), store, now=NOW, today=TODAY)
    (message,) = [each for each in told.messages if each.to.email == BOB.email]
    assert message.text.count("And 2 more on this page.") == message.html.count("And 2 more on this page.") == 1
