"""What a worker does: the look of one lane, or the links of one lane of others' hosts."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import sqlalchemy as sa

from reviewer.fleet import finds, tables
from reviewer.fleet.lanes import homes, lanes
from reviewer.fleet.pacing import turns
from reviewer.fleet.periods import OPEN, Over, Period, forward, give_up, load, once_more, waiting
from reviewer.look import LONGEST_WAIT, Means, Memory, Part, Progress, Wants, kept, look_now
from reviewer.model import Looked, Unsure
from reviewer.run import believed, since, waits_of
from reviewer.settings import Config
from reviewer.stopping import Stop
from reviewer.store import Store

HANDED_BACK = 15
"""The number with which a look in hand is ended: that of SIGTERM."""


class HandedBack(Exception):
    """The worker was asked to stop before its job was done: another one does the rest."""


class OtherConfig(Exception):
    """The config of this worker is not that of the one who handed the work out."""


@dataclass
class Hand:
    """A worker's hand: what it works with, and the job in it. ``name`` is the worker's; ``clock`` tells the time."""

    config: Config
    store: Store
    name: str
    progress: Progress
    clock: Callable[[], dt.datetime]
    jobs: int = 1
    stopped: bool = False
    _in_hand: list[Stop] = field(default_factory=list)

    def let_go(self) -> None:
        """Hand back the job in hand, and take no other."""
        self.stopped = True
        for stop in tuple(self._in_hand):
            stop.ask(HANDED_BACK)

    @contextmanager
    def holding(self, until: dt.datetime | None = None) -> Iterator[Stop]:
        """Hold a job: the block is given what is asked to stop when the worker lets go, or at a moment."""
        stop = Stop()
        self._in_hand.append(stop)
        timer = None
        if until is not None:
            timer = threading.Timer(max(0.0, (until - self.clock()).total_seconds()), stop.ask, (HANDED_BACK,))
            timer.daemon = True
            timer.start()
        try:
            if self.stopped:
                stop.ask(HANDED_BACK)
            yield stop
        finally:
            self._in_hand.remove(stop)
            if timer is not None:
                timer.cancel()


def look(hand: Hand, number: int, lane: str) -> None:
    """Look at the sites of one lane, from where an earlier try ended. Raises ``HandedBack`` when the worker is to stop."""
    config, store = hand.config, hand.store
    with store.write() as connection:
        period = load(connection, number)
        row = _begin(connection, hand, number, lane) if period is not None and period.state == OPEN else None
        if period is None or row is None:
            return
        pages, made = finds.begun(connection, number, lane, row.round)
        offered, manners = finds.offers(connection, number, lane), finds.manners(connection, number)
    every = lanes(config.sites)
    sites, home = every.get(lane, ()), homes(every)
    names = [site.name for site in sites]
    if names != json.loads(row.sites):
        raise OtherConfig(
            f"the worker {hand.name} has another config than the one that handed this out: every machine needs the same reviewer.toml"
        )
    remembered = store.remembered(kept, names)
    unsettled = store.unsettled(names)
    also = {url: name for url, name in remembered.site_of.items() if url in unsettled and not remembered.pages[url].sheet}
    later = store.waiting(period.now, dt.timedelta(seconds=LONGEST_WAIT))
    known = dict(remembered.known)
    with hand.holding(period.deadline) as stop:
        journal = finds.Written(store, number, lane, number=row.round, homes=home, broken=lambda: stop.ask(HANDED_BACK))
        part = Part(frozenset(home), journal, row.round == 1, pages, made, offered, manners, turns(store))
        looked = look_now(
            config,
            Means(hand.progress, stop, hand.jobs),
            Wants(sites, also=also if row.round == 1 else {}, today=period.as_of, part=part),
            Memory(known.get, later.get, waits_of(later, period.now), _now(period, hand)),
        )
    _finished(hand, period, journal, interrupted=looked.interrupted)
    if not looked.interrupted:
        _keep_look(hand, period, lane, row.round, looked, {each.url for each in offered})


def _begin(connection: sa.Connection, hand: Hand, number: int, lane: str) -> sa.Row[tuple[int, str]] | None:
    """Write down that a look begins; None when it is done already."""
    table = tables.looks
    chosen = (table.c.period == number) & (table.c.lane == lane) & table.c.ended.is_(None)
    started = sa.func.coalesce(table.c.started, hand.clock())
    return connection.execute(
        table.update().where(chosen).values(started=started, worker=hand.name).returning(table.c.round, table.c.sites)
    ).first()


def _now(period: Period, hand: Hand) -> dt.datetime:
    """What time it is for a period, whose ``now`` may be another day."""
    return period.now + (hand.clock() - period.opened)


def _finished(hand: Hand, period: Period, journal: finds.Written, *, interrupted: bool) -> None:
    """Write the rest down, and say what broke a part off. A period whose deadline has passed goes on without it."""
    if isinstance(journal.failure, Over):
        return
    if journal.failure is not None:
        raise journal.failure
    try:
        journal.flush()
    except Over:
        return
    if not interrupted:
        return
    if hand.clock() < period.deadline:
        raise HandedBack
    _forward(hand, period.id)


def _forward(hand: Hand, number: int) -> None:
    """Do what is next in the period."""
    with hand.store.write() as connection:
        period = load(connection, number, hold=True)
        if period is not None:
            forward(connection, hand.config, hand.store, period, hand.clock())


def _keep_look(hand: Hand, period: Period, lane: str, number: int, looked: Looked, offered: set[str]) -> None:
    """A look has ended: write it down as a whole, and do what is next."""
    with hand.store.write() as connection:
        held = load(connection, period.id, hold=True)
        if held is None or held.state != OPEN:
            return
        table, links = tables.looks, tables.links
        row = connection.execute(sa.select(table).where(table.c.period == period.id, table.c.lane == lane)).mappings().one()
        if row["ended"] is not None or row["round"] != number:
            return  # another worker was quicker
        standing = {found.page.url: found for found in finds.founds(connection, period.id, [lane])}
        finds.put_looked(connection, period.id, lane, number, looked, standing)
        open_ = (links.c.period == period.id) & (links.c.lane == lane) & links.c.verdict.is_(None) & ~links.c.believed
        for url in list(connection.execute(sa.select(links.c.url).where(open_)).scalars()):
            if url in offered:  # no page of ours, and no link to visit
                connection.execute(links.delete().where(open_, links.c.url == url))
        left = connection.execute(sa.select(links.c.id).where(open_).limit(1)).first()
        before = json.loads(row["said"])
        said = {
            "notes": [*before.get("notes", ()), *(note for note in looked.notes if note not in before.get("notes", ()))],
            "incomplete": [
                *before.get("incomplete", ()),
                *(line for line in looked.incomplete if line not in before.get("incomplete", ())),
            ],
        }
        values = {"ended": hand.clock(), "pages": len(looked.pages), "said": json.dumps(said)}
        connection.execute(table.update().where(table.c.period == period.id, table.c.lane == lane).values(values))
        if left is not None:  # dealt to this lane while it was being looked at
            once_more(connection, held, [lane])
        forward(connection, hand.config, hand.store, held, hand.clock())


def visit(hand: Hand, number: int, lane: str) -> None:
    """Visit the next links of one lane of others' hosts. Raises ``HandedBack`` when the worker is to stop."""
    config, store = hand.config, hand.store
    with store.read() as connection:
        period = load(connection, number)
        if period is None or period.state != OPEN:
            return
        offered = finds.offers(connection, number, lane)[: config.fleet.links_per_job]
        made, manners = finds.visits(connection, number, lane) if lane.startswith("host:") else {}, finds.manners(connection, number)
    if not offered:
        _forward(hand, number)
        return
    those = [each.url for each in offered]
    later = waiting(store, those, period.now)
    trusted = believed(store.visits_of(those, since(config, period.now), period.now), {}) | later
    home = homes(lanes(config.sites))
    with hand.holding(period.deadline) as stop:
        journal = finds.Written(store, number, lane, number=1, homes=home, broken=lambda: stop.ask(HANDED_BACK))
        part = Part(frozenset(home), journal, begins=False, offered=offered, manners=manners, turn=turns(store))
        now = _now(period, hand)
        asked_to_wait = {url: each for url, each in made.items() if isinstance(each, Unsure) and each.until is not None}
        memory = Memory(trusted=trusted.get, waits=waits_of(later | asked_to_wait, now), now=now)
        looked = look_now(config, Means(hand.progress, stop), Wants((), today=period.as_of, part=part), memory)
    _finished(hand, period, journal, interrupted=looked.interrupted)
    if looked.notes:
        _note(hand, number, looked.notes)
    if not looked.interrupted:
        _forward(hand, number)


def _note(hand: Hand, number: int, notes: Sequence[str]) -> None:
    """Keep what the visits tell the admin until the period is settled."""
    with hand.store.write() as connection:
        period = load(connection, number, hold=True)
        if period is not None and period.state == OPEN:
            said = json.dumps([*json.loads(period.notes), *notes])
            connection.execute(tables.periods.update().where(tables.periods.c.id == number).values(notes=said))


def failed(hand: Hand, number: int, lane: str, why: str, *, looking: bool) -> None:
    """Nobody could do a job, whoever tried: the period goes on without it."""
    with hand.store.write() as connection:
        period = load(connection, number, hold=True)
        if period is None or period.state != OPEN:
            return
        if looking:
            table = tables.looks
            chosen = (table.c.period == number) & (table.c.lane == lane) & table.c.ended.is_(None)
            connection.execute(table.update().where(chosen).values(ended=hand.clock(), failed=why))
        give_up(connection, number, lane)
        forward(connection, hand.config, hand.store, period, hand.clock())
