"""The state as a whole, on both databases: what is kept comes back, and what must happen together does."""

from __future__ import annotations

import base64
import datetime as dt
import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa

from reviewer.model import (
    Broken,
    Certificate,
    Evidence,
    Flaw,
    IssueState,
    Known,
    Link,
    Looked,
    Moved,
    Page,
    PageState,
    Place,
    Reason,
    Skipped,
    Unsure,
    Visit,
    Works,
)
from reviewer.store import StateFailed, Store, facts, tables
from reviewer.store.facts import as_kept
from tests.store.samples import DAY, HOME, NOW, body_hash, issue, issues, looked, message, page, works


def begun(store: Store, now: dt.datetime = NOW) -> int:
    """A run."""
    return store.begin_run("run", now=now, as_of=now.date())


def test_a_state_keeps_its_installation(at: str) -> None:
    """The installation's id is made once: Message-IDs depend on it."""
    with Store.open(at, now=NOW) as store:
        first = store.installation
        assert store.created == NOW
    with Store.open(at, now=NOW + DAY) as store:
        assert (store.installation, store.created) == (first, NOW)


def test_a_page_comes_back_as_it_was_read(store: Store) -> None:
    """The facts of a page and its validators survive: an unchanged page is judged again without a parse."""
    store.commit_look(looked(page()), {}, run=begun(store), now=NOW)
    assert store.remembered().known.get(HOME) == Known(page(), '"e1"', "Mon, 23 Nov 2026 06:00:00 GMT", body_hash(page()))
    assert store.remembered().known.get("https://pages.example/other") is None
    assert store.pages() == {HOME: page()}
    assert store.sites() == {HOME: "Pages"}


def test_another_reader_knows_the_page_but_reads_it_anew(at: str) -> None:
    """After an upgrade, or with other labels in the config, the facts are still there but no validator spares the parse."""
    with Store.open(at, reading_version="1") as store:
        store.commit_look(looked(page()), {}, run=begun(store), now=NOW)
    with Store.open(at, reading_version="2") as store:
        assert store.remembered().known.get(HOME) == Known(page())


def test_a_page_that_could_not_be_read_keeps_its_facts(store: Store) -> None:
    """A page that is away for a day has that state, and the facts of the day before."""
    store.commit_look(looked(page()), {}, run=begun(store), now=NOW)
    store.commit_look(looked(Page(HOME, PageState.UNREACHABLE), known=False), {}, run=begun(store), now=NOW + DAY)
    assert store.pages() == {HOME: replace(page(), state=PageState.UNREACHABLE)}
    found = store.remembered().known.get(HOME)
    assert found is not None
    assert found.page == page()
    assert store.pages(since=NOW + DAY) == store.pages()


def test_a_page_that_was_never_read_has_no_facts(store: Store) -> None:
    """A page that could not be read the first time is known by its state only."""
    store.commit_look(looked(Page(HOME, PageState.FORBIDDEN), known=False), {}, run=begun(store), now=NOW)
    assert store.remembered().known.get(HOME) is None
    assert store.pages() == {HOME: Page(HOME, PageState.FORBIDDEN)}


def test_each_page_is_held_once(store: Store) -> None:
    """What the next crawl knows of a page is the page that was decoded, in the shape that whoever asks wants to hold; only one that could
    not be read the last time stands beside it, with that state."""
    other = HOME + "other"
    store.commit_look(looked(page(), page(other)), {}, run=begun(store), now=NOW)
    store.commit_look(looked(Page(other, PageState.UNREACHABLE), known=False), {}, run=begun(store), now=NOW + DAY)
    numbers: list[tuple[str, int]] = []

    def keep(read: Page, number: int) -> Page:
        numbers.append((read.url, number))
        return replace(read, title=f"{number}")

    found = store.remembered(keep)
    assert numbers == [(HOME, 0), (other, 1)]
    assert found.pages[HOME] is found.known[HOME].page
    assert found.pages[HOME].title == "0"
    assert found.pages[other] == replace(found.known[other].page, state=PageState.UNREACHABLE)
    assert store.remembered().pages == store.pages()


def test_a_page_is_as_the_state_has_it(store: Store) -> None:
    """A page at hand is shown as it would come back from the state: half of a surrogate pair is a replacement, all else is as it is."""
    odd = replace(page(), title="half \ud800 a pair")
    store.commit_look(looked(odd), {}, run=begun(store), now=NOW)
    assert as_kept(odd) == store.pages()[HOME]
    assert as_kept(page()) == page()


def test_pages_of_the_last_look_only(store: Store) -> None:
    """Pages that the last look did not come to are left out when a moment is named."""
    store.commit_look(looked(page(), page(HOME + "old")), {}, run=begun(store), now=NOW)
    store.commit_look(looked(page()), {}, run=begun(store), now=NOW + DAY)
    assert set(store.pages(since=NOW + DAY)) == {HOME}
    assert set(store.pages()) == {HOME, HOME + "old"}


def test_every_kind_of_visit_comes_back(store: Store) -> None:
    """Each verdict survives with its evidence; anchors of foreign pages and links that are no addresses are not kept."""
    ages = dt.datetime(1, 1, 1, tzinfo=dt.UTC), dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=dt.UTC)
    shown = Certificate((Flaw.EXPIRED, Flaw.SELF_SIGNED), *ages, ("*.other.example",), 2995, "Nobody's CA", completable=True)
    visits = (
        works("https://a.example/"),
        Moved("https://b.example/", "https://c.example/", Evidence(301)),
        Broken("https://d.example/", Reason.NOT_FOUND, Evidence(404), certain=False),
        Unsure("https://e.example/", Reason.BOT_WALL, Evidence(403), retry_after=60.0),
        Skipped("https://f.example/", Reason.RULE, "left alone"),
        Broken("https://h.example/", Reason.CERTIFICATE, Evidence(detail="the certificate has expired", certificate=shown)),
    )
    other = (Works("https://g.example/", anchors=frozenset({"top"})), Skipped("data:,x", Reason.OTHER_SCHEME))
    store.commit_look(looked(visits=(*visits, *other)), {}, run=begun(store), now=NOW)
    assert store.visits() == {**{visit.url: visit for visit in visits}, "https://g.example/": Works("https://g.example/")}


def test_history_is_kept_on_change_only(store: Store) -> None:
    """A link that answers the same for a year has one observation, a page that says the same one change; a change adds one of each."""
    for day in range(5):
        last = day == 4
        visit = Broken("https://a.example/", Reason.GONE, Evidence(410)) if last else works("https://a.example/")
        now = NOW + day * DAY
        store.commit_look(looked(page(due="2028-05-31" if last else "2027-05-31"), visits=(visit,)), {}, run=begun(store, now), now=now)
    with store.read() as connection:
        seen = connection.execute(sa.select(tables.observations.c.at, tables.observations.c.verdict)).all()
        changed = connection.execute(sa.select(tables.page_changes.c.at, tables.page_changes.c.due)).all()
        since, checked = connection.execute(sa.select(tables.visits.c.since, tables.visits.c.checked)).one()
    assert [tuple(row) for row in seen] == [(NOW, "works"), (NOW + 4 * DAY, "broken")]
    assert [tuple(row) for row in changed] == [(NOW, "2027-05-31"), (NOW + 4 * DAY, "2028-05-31")]
    assert (since, checked) == (NOW + 4 * DAY, NOW + 4 * DAY)


def test_an_unread_page_is_one_change_and_keeps_its_dates_in_the_history(store: Store) -> None:
    """A page that goes away and comes back is two changes, and its due date does not seem to have been removed."""
    looks = (page(), Page(HOME, PageState.NOT_FOUND), Page(HOME, PageState.NOT_FOUND), page())
    for day, one in enumerate(looks):
        store.commit_look(looked(one, known=False), {}, run=begun(store), now=NOW + day * DAY)
    with store.read() as connection:
        changed = connection.execute(sa.select(tables.page_changes.c.state, tables.page_changes.c.due)).all()
    assert [tuple(row) for row in changed] == [("read", "2027-05-31"), ("not_found", "2027-05-31"), ("read", "2027-05-31")]


def test_since_when_a_link_fails(store: Store) -> None:
    """A link fails since its first failure after it last worked, whatever the failures were; one that works is not told."""

    def broken(url: str) -> Visit:
        return Broken(url, Reason.GONE, Evidence(410))

    def unsure(url: str) -> Visit:
        return Unsure(url, Reason.TIMEOUT)

    history: dict[str, tuple[Callable[[str], Visit], ...]] = {
        "https://a.example/": (broken, works, broken, unsure),
        "https://b.example/": (unsure,) * 4,
        "https://c.example/": (broken, broken, broken, works),
    }
    for day in range(4):
        now = NOW + day * DAY
        store.commit_look(looked(visits=tuple(kinds[day](url) for url, kinds in history.items())), {}, run=begun(store, now), now=now)
    assert store.failing_since() == {"https://a.example/": NOW + 2 * DAY, "https://b.example/": NOW}


def test_a_believed_visit_is_not_dated_anew(store: Store) -> None:
    """A visit that came from the state and was not made again stays as old as it is: else it would be believed for ever."""
    store.commit_look(looked(visits=(works("https://a.example/"), works("https://b.example/"))), {}, run=begun(store), now=NOW)
    believed = store.visits(since=NOW)
    again = Looked({}, {}, {"https://a.example/": believed["https://a.example/"], "https://b.example/": works("https://b.example/")})
    store.commit_look(again, {}, run=begun(store), now=NOW + DAY)
    assert set(store.visits(since=NOW + DAY)) == {"https://b.example/"}
    assert store.runs()[-1].works == 2


def test_visits_of_a_clock_that_ran_ahead_are_not_among_those_until_now(store: Store) -> None:
    """What was dated in the future is told when all visits are asked for, and not when those of a time up to now are."""
    store.commit_look(looked(visits=(works("https://a.example/"),)), {}, run=begun(store), now=NOW)
    store.commit_look(looked(visits=(works("https://b.example/"),)), {}, run=begun(store), now=NOW + 300 * DAY)
    assert set(store.visits(NOW, NOW)) == {"https://a.example/"}
    assert set(store.visits(NOW)) == set(store.visits()) == {"https://a.example/", "https://b.example/"}


def test_until_when_a_server_asked_us_to_wait(store: Store) -> None:
    """The moment is kept with the visit, and anew when it is another one; what waits comes back as it stands in a look that did not ask."""
    busy = Unsure("https://a.example/", Reason.SERVER_BUSY, Evidence(503, title="Busy"), retry_after=3600.0, until=NOW + DAY)
    short = Unsure("https://b.example/", Reason.SERVER_BUSY, Evidence(503))
    store.commit_look(looked(visits=(busy, short)), {}, run=begun(store), now=NOW)
    waits = replace(busy, reason=Reason.RATE_LIMITED, evidence=Evidence(title="Busy"))
    assert store.waiting(NOW, 7 * DAY) == {busy.url: waits}
    assert waits.waits
    assert store.waiting(NOW + DAY, 7 * DAY) == {}
    assert store.waiting(NOW - 7 * DAY, 7 * DAY) == {}, "nobody asks for so long: a clock was wrong"
    later = replace(busy, until=NOW + 3 * DAY)
    store.commit_look(looked(visits=(later,)), {}, run=begun(store, NOW + DAY), now=NOW + DAY)
    assert store.visits()[busy.url] == later
    with store.read() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.observations)).scalar_one() == 2


def test_a_visit_that_waits_is_not_dated_anew(store: Store) -> None:
    """What was not asked stays as it was: what its server said, and when."""
    busy = Unsure("https://a.example/", Reason.SERVER_BUSY, Evidence(503), until=NOW + 2 * DAY)
    store.commit_look(looked(visits=(busy,)), {}, run=begun(store), now=NOW)
    waits = store.waiting(NOW + DAY, 7 * DAY)
    assert store.visits(since=NOW) == {busy.url: busy}
    store.commit_look(Looked({}, {}, dict(waits)), {}, run=begun(store, NOW + DAY), now=NOW + DAY)
    assert store.visits(since=NOW) == {busy.url: busy}
    assert store.visits(since=NOW + DAY) == {}
    assert store.runs()[-1].unsure == 1


def test_the_same_bytes_are_not_written_again(store: Store) -> None:
    """A page whose body and reader are as before is only dated; another body, or another reader, writes its facts anew."""
    for day in range(3):
        store.reading_version = "2" if day == 2 else "1"
        store.commit_look(looked(page()), {}, run=begun(store), now=NOW + day * DAY)
        assert set(store.pages(since=NOW + day * DAY)) == {HOME}
        if day == 0:
            with store.write() as connection:
                connection.execute(tables.pages.update().values(title="as it was written"))
        with store.read() as connection:
            title, last_read = connection.execute(sa.select(tables.pages.c.title, tables.pages.c.last_read)).one()
        assert (title, last_read) == ("Tips" if day == 2 else "as it was written", NOW + day * DAY)


def test_hostile_text_is_kept_as_far_as_it_can_be(store: Store) -> None:
    """NUL and lone surrogates, which no database takes, cost their own letter and not the look."""
    hostile = replace(page(), title="a\x00b\ud800c", fingerprint="\x00")
    visit = Broken("https://a.example/\ud800", Reason.NOT_FOUND, Evidence(title="\udfff\x00"))
    store.commit_look(looked(hostile, page(HOME + "ok"), visits=(visit,)), {}, run=begun(store), now=NOW)
    assert store.pages()[HOME].title.startswith("a")
    assert store.pages()[HOME + "ok"] == page(HOME + "ok")
    assert list(store.visits()) == ["https://a.example/\ufffd"]


def test_addresses_of_any_length(store: Store) -> None:
    """A very long address is kept whole: the index holds its hash."""
    url = "mailto:" + "x" * 20_000
    store.commit_look(looked(visits=(works(url),)), {}, run=begun(store), now=NOW)
    assert list(store.visits()) == [url]


def test_many_links_in_one_look(store: Store) -> None:
    """More links than one statement takes."""
    urls = [f"https://a.example/{number}" for number in range(1_203)]
    for day in range(2):
        store.commit_look(looked(visits=tuple(map(works, urls))), {}, run=begun(store), now=NOW + day * DAY)
    assert set(store.visits(since=NOW + DAY)) == set(urls)


def test_facts_of_an_older_version_are_read_anew(store: Store) -> None:
    """Facts that no longer fit the nouns are no facts: the page is read again, and a visit is made again."""
    store.commit_look(looked(page(), visits=(works("https://a.example/"),)), {}, run=begun(store), now=NOW)
    with store.write() as connection:
        connection.execute(tables.pages.update().values(facts='{"uri": 1}'))
        connection.execute(tables.visits.update().values(verdict="perhaps"))
    assert store.remembered().known.get(HOME) is None
    assert store.pages() == {HOME: Page(HOME)}
    assert store.visits() == {}


def test_a_look_and_its_issues_and_period_are_one_transaction(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the period cannot be marked, neither pages nor issues are kept."""
    monkeypatch.setattr("reviewer.store.runs.mark", lambda *_args, **_more: (_ for _ in ()).throw(RuntimeError("pulled the plug")))
    run = begun(store)
    with pytest.raises(RuntimeError, match="plug"):
        store.commit_look(looked(page()), issues(issue()), run=run, now=NOW, period=("check", "2026-11-23"))
    assert (store.pages(), store.issues(), store.runs()[0].pages) == ({}, {}, 0)


def test_messages_and_what_they_tell_are_one_transaction(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A digest is in the outbox if and only if its issues are told."""
    store.save_issues(issues(issue()))
    told = issues(issue(told=1, last_told=NOW))
    monkeypatch.setattr("reviewer.store.issues.save", lambda *_args: (_ for _ in ()).throw(RuntimeError("pulled the plug")))
    with pytest.raises(RuntimeError, match="plug"):
        store.prepare([message()], told, now=NOW, period=("digest", "2026-11-23"))
    assert store.pending(NOW) == 0
    assert "2026-11-23" not in store.periods_done("digest")
    monkeypatch.undo()
    store.prepare([message()], told, now=NOW, period=("digest", "2026-11-23"))
    assert store.pending(NOW) == 1
    assert store.issues() == told
    assert "2026-11-23" in store.periods_done("digest")
    assert [letter.message for letter in store.outbox.letters()] == [replace(message(), text="Hello\n")]


def test_runs_are_counted(store: Store) -> None:
    """A run knows its pages, its links by verdict, its open and overdue issues: the trend is drawn from it."""
    run = begun(store)
    visits = (works("https://a.example/"), Broken("https://b.example/", Reason.GONE), Skipped("data:,", Reason.OTHER_SCHEME))
    found = issues(issue(), issue(subject="other", state=IssueState.RESOLVED))
    store.commit_look(
        looked(page(), Page(HOME + "x", PageState.ROBOTS), visits=visits), found, run=run, now=NOW, period=("check", "2026-11-23")
    )
    store.end_run(run, "done", now=NOW + DAY, says="fine", notes=["nothing — much"], messages=3)
    (one,) = store.runs()
    assert (one.pages, one.unread, one.works, one.broken, one.skipped, one.issues_open, one.overdue) == (1, 1, 1, 1, 1, 1, 1)
    assert (one.kind, one.as_of, one.ended, one.outcome, one.says, one.notes, one.messages) == (
        "run",
        NOW.date(),
        NOW + DAY,
        "done",
        "fine",
        ("nothing — much",),
        3,
    )
    assert store.periods_done("check") == {"2026-11-23"}
    assert store.counts() == {"issues": {"open": 1, "resolved": 1}, "messages": {}, "runs": {"done": 1}}


def test_a_run_that_never_ended_was_killed(store: Store) -> None:
    """Whoever begins a run holds the lock: a run that still claims to be running is dead."""
    begun(store)
    begun(store)
    assert [run.outcome for run in store.runs()] == ["killed", "running"]
    assert [run.id for run in store.runs(1)] == [2]


def test_a_period_is_marked_once(store: Store) -> None:
    """Marking a period again keeps the first moment and the first run."""
    run = begun(store)
    store.mark_period("check", "2026-11-23", now=NOW, run=run)
    store.mark_period("check", "2026-11-23", now=NOW + DAY)
    with store.read() as connection:
        assert connection.execute(sa.select(tables.periods.c.done, tables.periods.c.run_id)).all() == [(NOW, run)]


def test_a_moment_needs_a_zone(store: Store) -> None:
    """A naive moment is a mistake of the program and is not written."""
    with pytest.raises(sa.exc.StatementError, match="needs a time zone"):
        store.mark_period("check", "2026-11-23", now=NOW.replace(tzinfo=None))


def test_what_the_database_says_is_told_to_a_person(store: Store) -> None:
    """A statement that fails is a StateFailed that says where, and that nothing is half done."""
    with pytest.raises(StateFailed, match="undone as a whole"), store.write() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")


def test_facts_are_small_and_come_back(store: Store) -> None:
    """A page with a menu of a hundred links takes a tenth of its JSON; what an earlier version wrote plainly is read, too."""
    menu = tuple(Link(f"/menu/{n}", f"{HOME}/menu/{n}", words=f"Menu item {n}", place=Place("Menu", n)) for n in range(100))
    whole = page(links=menu)
    run = store.begin_run("run", now=NOW, as_of=NOW.date())
    store.commit_look(looked(whole), {}, run=run, now=NOW)
    assert store.pages() == {HOME: whole}
    plain = facts.encode(whole)
    with store.write() as connection:
        kept = connection.execute(sa.select(tables.pages.c.facts)).scalar_one()
        assert len(kept) < len(plain) / 8
        connection.execute(tables.pages.update().values(facts=plain))
    assert store.pages() == {HOME: whole}


def test_facts_that_an_earlier_version_packed_are_read() -> None:
    """They were written in other letters, and begin with another one."""
    plain = facts.encode(Page(HOME, PageState.READ, title="Referral"))
    earlier = "z" + base64.b85encode(zlib.compress(plain.encode())).decode()
    assert facts.unpacked(earlier) == facts.unpacked(facts.packed(plain)) == plain


@pytest.mark.parametrize("damaged", ["y", "yabc", "y\x00", "y~~~~~", "z", "zabc", "z\x00", "z~~~~~", facts.packed("{}")[:-4]])
def test_damaged_facts_are_no_facts(damaged: str) -> None:
    """What cannot be unpacked is no page, and says why to those who ask for the text."""
    assert facts.page(damaged) is None
    with pytest.raises(ValueError):
        facts.unpacked(damaged)
