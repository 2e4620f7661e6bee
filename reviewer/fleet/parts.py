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
from reviewer.fleet.dealing import forward, give_up, once_more, waiting
from reviewer.fleet.fingerprints import SAME, OtherConfig, fingerprint
from reviewer.fleet.lanes import homes, lanes
from reviewer.fleet.pacing import turns
from reviewer.fleet.periods import Over, Period, load
from reviewer.fleet.tables import OPEN, SETTLING
from reviewer.look import LONGEST_WAIT, Means, Memory, Part, Progress, Wants, kept, look_now
from reviewer.model import Looked
from reviewer.run import believed, since, waits_of
from reviewer.settings import Config
from reviewer.stopping import Stop
from reviewer.store import Store

HANDED_BACK = 15
"""The number with which a look in hand is ended: that of SIGTERM."""


class HandedBack(Exception):
    """The worker was asked to stop before its job was done: another one does the rest."""


@dataclass
class Hand:
    """A worker's hand: what it works with, and the job in it. ``name`` is the worker's; ``clock`` tells the time; ``leave`` has the worker
    take no other job, which it does when it ``refuses`` one."""

    config: Config
    store: Store
    name: str
    progress: Progress
    clock: Callable[[], dt.datetime]
    jobs: int = 1
    stopped: bool = False
    refuses: bool = False
    leave: Callable[[], object] = bool
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
        if period is None or period.state != OPEN:
            return
        check_config(hand, period)
        row = _begin(connection, hand, number, lane)
        if row is None:
            return
        pages, made = finds.begun(connection, number, lane, row.round)
        offered, manners = finds.offers(connection, number, lane), finds.manners(connection, number)
        asked_to_wait = finds.waiting(connection, number, lane)
    every = lanes(config.sites)
    sites, home = every[lane], homes(every)
    names = [site.name for site in sites]
    remembered = store.remembered(kept, names)
    unsettled = store.unsettled(names)
    also = {url: name for url, name in remembered.site_of.items() if url in unsettled and not remembered.pages[url].sheet}
    later = store.waiting(period.now, dt.timedelta(seconds=LONGEST_WAIT))
    known, now = dict(remembered.known), _now(period, hand)
    with hand.holding(period.deadline) as stop:
        journal = finds.Written(store, number, lane, number=row.round, homes=home, heard=manners, broken=lambda: stop.ask(HANDED_BACK))
        part = Part(frozenset(home), journal, row.round == 1, pages, made, offered, manners, turns(store))
        looked = look_now(
            config,
            Means(hand.progress, stop, hand.jobs),
            Wants(sites, also=also if row.round == 1 else {}, today=period.as_of, part=part),
            Memory(known.get, (later | asked_to_wait).get, waits_of(later, period.now) | waits_of(asked_to_wait, now), now),
        )
    _finished(hand, period, journal, interrupted=looked.interrupted)
    if not looked.interrupted:
        _keep_look(hand, period, lane, row.round, looked, {each.url for each in offered})


def check_config(hand: Hand, period: Period) -> None:
    """Raises ``OtherConfig`` when this worker's config is not the one by which the period was handed out."""
    if period.config != fingerprint(hand.config):
        raise OtherConfig(
            f"The worker on {hand.name.partition('/')[0]} does nothing of the run of {period.as_of}: that was handed out with another "
            f"config or version. {SAME}; then start that worker again."
        )


def refusal(hand: Hand) -> str:
    """Why this worker may do nothing of the period in hand, in a sentence for the admin, who is told once; empty when it may."""
    with hand.store.read() as connection:
        period = load(connection)
    if period is None:
        return ""
    try:
        check_config(hand, period)
    except OtherConfig as error:
        if str(error) not in json.loads(period.notes):
            _note(hand, period.id, [str(error)])
        return str(error)
    return ""


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
        check_config(hand, period)
        offered = finds.offers(connection, number, lane)[: config.fleet.links_per_job]
        asked_to_wait, manners = finds.waiting(connection, number, lane), finds.manners(connection, number)
    if not offered:
        _forward(hand, number)
        return
    those = [each.url for each in offered]
    later = waiting(store, those, period.now)
    trusted = believed(store.visits_of(those, since(config, period.now), period.now), {}) | later
    home = homes(lanes(config.sites))
    with hand.holding(period.deadline) as stop:
        journal = finds.Written(store, number, lane, number=1, homes=home, heard=manners, broken=lambda: stop.ask(HANDED_BACK))
        part = Part(frozenset(home), journal, begins=False, offered=offered, manners=manners, turn=turns(store))
        now = _now(period, hand)
        memory = Memory(trusted=trusted.get, waits=waits_of(later | asked_to_wait, now), now=now)
        looked = look_now(config, Means(hand.progress, stop), Wants((), today=period.as_of, part=part), memory)
    _finished(hand, period, journal, interrupted=looked.interrupted)
    if looked.notes:
        _note(hand, number, looked.notes)
    if not looked.interrupted:
        _forward(hand, number)


def _note(hand: Hand, number: int, notes: Sequence[str]) -> None:
    """Keep what the admin is told until the period is settled, each sentence once."""
    with hand.store.write() as connection:
        period = load(connection, number, hold=True)
        if period is not None and period.state in {OPEN, SETTLING}:
            said = json.dumps(list(dict.fromkeys((*json.loads(period.notes), *notes))))
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
