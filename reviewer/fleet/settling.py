"""The end of a period: what all parts found becomes one look, which is judged, settled, kept and told as that of a single process is.

Each step is one transaction, and the period says which is done: whoever comes after a worker that died does the rest, once.
"""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Final

import sqlalchemy as sa

from reviewer import deliver, logs, timetable
from reviewer.fleet import finds, tables
from reviewer.fleet.dealing import unvisited
from reviewer.fleet.fingerprints import fingerprint
from reviewer.fleet.parts import Hand, HandedBack, check_config
from reviewer.fleet.periods import Period, load
from reviewer.fleet.tables import ENDED, KEPT, SETTLING
from reviewer.look import Found, notes, sparing, standing
from reviewer.model import Looked, Page, Visit
from reviewer.publish import publish
from reviewer.run import Before, Settled, keep, recall
from reviewer.schedule import chatted, overlooked
from reviewer.settings import Config
from reviewer.stopping import Stop
from reviewer.store import Store, lock
from reviewer.tell import Happened, alarm, first_digests, telling, unread, waits_for_a_person, write_down

ONCE: Final = dt.timedelta(days=1)
"""The admin is told of settlements that fail once in so long."""


@sparing()
def settle(hand: Hand, number: int) -> None:
    """Settle a period, write the report and tell those who are due to be told, from where an earlier try ended. Raises ``Locked`` when
    somebody else works on the state, ``OtherConfig``, and ``HandedBack`` when the worker is to stop before everything is sent."""
    store, started = hand.store, time.monotonic()
    with lock(hand.config.state.at, what="reviewer worker", now=hand.clock()), hand.holding() as stop:
        period = _load(store, number)
        if period is None or period.state not in {SETTLING, KEPT}:
            return
        check_config(hand, period)
        config, pages = hand.config.as_of(period.as_of), None
        if period.state == SETTLING:
            pages = _keep(config, store, period)
            period = _load(store, number) or period
        _publish(config, store, period, pages)
        _tell(config, hand, period, stop, seconds=time.monotonic() - started)
        store.tidy(now=period.now, keep_days=config.state.keep_days)


def _publish(config: Config, store: Store, period: Period, pages: Mapping[str, Page] | None) -> None:
    """Write the report before anybody is sent to it. Where the schedule's folder is another one, it writes its own."""
    try:
        publish(config, store, period.as_of, pages)
    except OSError as error:
        logs.log(__name__).error("report not written", folder=config.report_folder, why=str(error))


def failed(hand: Hand, number: int, why: str) -> None:
    """Nobody could settle a period, whoever tried: it ends as failed, so that the next one opens, and the admin is told. Raises ``Locked``
    when somebody else works on the state."""
    config, store = hand.config, hand.store
    with lock(config.state.at, what="reviewer worker", now=hand.clock()):
        period = _load(store, number)
        if period is None or period.state not in {SETTLING, KEPT}:
            return
        day = period.as_of.isoformat()
        says = f"Every try to end the run of {day} failed ({why}). The logs of `reviewer worker` say more; the next run begins anew."
        _end_without(store, period, says, hand.clock())
        try:
            alarm(config, store, "a run could not be ended", says, now=period.now, today=period.as_of, since=period.now - ONCE)
        except Exception:  # noqa: BLE001 - the template that broke the settlement may break this, too
            logs.log(__name__).exception("the admin was not told", period=number)


def set_aside(config: Config, store: Store, clock: dt.datetime, *, since: dt.datetime | None = None) -> str:
    """End the period in hand without a result when another config handed it out, before ``since`` or so long ago that its deadline has
    passed: no worker with this config does anything of it. Returns what the admin is told; nothing when it goes on. Raises ``Locked`` when
    somebody else works on the state."""
    with store.read() as connection:
        period = load(connection)
    if period is None or period.config == fingerprint(config):
        return ""
    if clock < period.deadline and (since is None or period.opened > since):
        return ""
    with lock(config.state.at, what="reviewer schedule", now=clock):
        says = (
            f"The config was changed while the workers were at the run of {period.as_of}. That run ended early, and the next one begins "
            "anew with the new config."
        )
        _end_without(store, period, says, clock)
    return says


def _end_without(store: Store, period: Period, says: str, clock: dt.datetime) -> None:
    """A period ends as failed. The caller holds the lock."""
    now = period.now + max(clock - period.opened, dt.timedelta())
    store.bury_killed()
    run = period.run_id or store.begin_run("run", now=period.now, as_of=period.as_of)
    store.end_run(run, "failed", now=now, notes=(says,))
    with store.write() as connection:
        table = tables.periods
        values = {"state": ENDED, "ended": clock, "outcome": "failed", "whole": False}
        incomplete = json.dumps([*json.loads(period.incomplete), says])
        connection.execute(table.update().where(table.c.id == period.id).values(incomplete=incomplete, **values))
        _let_go(connection, period)


def _let_go(connection: sa.Connection, period: Period) -> None:
    """Let go of the work in hand of a period."""
    for each in (tables.pages, tables.links, tables.manners):
        connection.execute(each.delete().where(each.c.period == period.id))


def _load(store: Store, number: int) -> Period | None:
    with store.read() as connection:
        return load(connection, number)


def _keep(config: Config, store: Store, period: Period) -> Mapping[str, Page]:
    """Judge, settle and keep the look; in the same transaction the work in hand is let go of. Returns all pages as the state has them."""
    before = recall(config, store, period.now)
    with store.read() as connection:
        looked = together(connection, config, period, before)
    run = store.begin_run("run", now=period.now, as_of=period.as_of)

    def kept(done: Settled, connection: sa.Connection) -> None:
        table = tables.periods
        values = {
            "state": KEPT,
            "run_id": run,
            "baseline": not before.pages,
            "whole": done.whole,
            "outcome": done.outcome,
            "says": done.says,
            "notes": json.dumps(done.judged.notes),
            "incomplete": json.dumps(done.judged.looked.incomplete),
        }
        connection.execute(table.update().where(table.c.id == period.id).values(values))
        _let_go(connection, period)

    return keep(config, store, looked, before, run=run, today=period.as_of, check=period.check_period, also=kept).pages


def _tell(config: Config, hand: Hand, period: Period, stop: Stop, *, seconds: float) -> None:
    """Tell those who are due, send what is in the outbox, and end the run and the period."""
    store, run = hand.store, period.run_id or 0
    said, count, waits, sent = json.loads(period.notes), None, 0, deliver.Sent()
    if period.digest_period and period.whole:
        count, waits = _written_down(config, store, period, period.digest_period)
    if period.whole:
        sent = deliver.send_batch(store.outbox, config.email, period.now, stop=lambda: bool(stop))
    silent = overlooked(config, store, period.now, digests=period.digest_period is not None, stop=lambda: bool(stop))
    if stop:
        raise HandedBack
    if silent:
        logs.log(__name__).error("somebody should have heard", says=silent)
    if waits:
        said = [*said, first_digests(waits)]
    ended = period.now + (hand.clock() - period.opened)
    store.end_run(
        run, period.outcome, now=max(ended, period.now + dt.timedelta(seconds=seconds)), says=period.says, notes=said, messages=count or 0
    )
    missed = unread(json.loads(period.incomplete), config)
    happened = Happened(told=count, first=waits, stopped=bool(sent.stopped), unread=missed, held=store.outbox.held())
    unsaid = chatted(config, store, period.now, happened, digests=period.digest_period is not None)
    _note(
        store,
        period,
        state=ENDED,
        ended=hand.clock(),
        waits=waits or None,
        sent=json.dumps({"stopped": sent.stopped, "waiting": sent.waiting}),
        unsaid=json.dumps(unsaid),
    )


def _note(store: Store, period: Period, **values: object) -> None:
    """Write down of a period what came of it."""
    with store.write() as connection:
        connection.execute(tables.periods.update().where(tables.periods.c.id == period.id).values(values))


def _written_down(config: Config, store: Store, period: Period, digest: str) -> tuple[int | None, int]:
    """Write the messages of a period down, unless an earlier try did: how many there are (None: they wait), and how many digests wait for
    a person. What they are is noted before they are written down, since nobody can tell afterwards which are new."""
    if period.told is not None and digest in store.periods_done(timetable.DIGEST):
        keys = json.loads(period.told)["messages"]
        if set(keys) <= store.outbox.taken(keys, previews=not deliver.leaves(config.email)):
            return len(keys), 0
    due = telling(config, store, now=period.now, today=period.as_of, notes=json.loads(period.notes))
    _note(store, period, told=json.dumps({"messages": [each.key for each in due.messages], "counts": due.counts}))
    if not period.send_first and waits_for_a_person(config, store, due):
        return None, len(due.counts)
    write_down(config, store, due, now=period.now, run=period.run_id, period=(timetable.DIGEST, digest))
    return len(due.messages), 0


def together(connection: sa.Connection, config: Config, period: Period, before: Before) -> Looked:
    """One look of all parts, as one process would have made it. A site that nobody could look at, or not in time, is left out: nothing
    of it is resolved, and the admin is told. A link that nobody visited in time is unsure."""
    rows = connection.execute(sa.select(tables.looks).where(tables.looks.c.period == period.id)).mappings().all()
    lanes = {row["lane"]: row for row in rows}
    missing = {lane for lane, row in lanes.items() if row["ended"] is None or row["failed"]}
    order = {site.name: number for number, site in enumerate(config.sites)}
    names = {name: lane for lane, row in lanes.items() for name in json.loads(row["sites"])}
    there = [lane for lane in lanes if lane not in missing]
    founds = _in_order(finds.founds(connection, period.id, there), order)
    pages = {found.page.url: found.page for found in founds}
    visits = {url: _as_it_was(url, visit, before) for url, visit in _visits(connection, period, missing)}
    for url in _left(connection, period, missing):
        visits[url] = before.trusted.get(url) or unvisited(url)
    said = {lane: json.loads(lanes[lane]["said"]) for lane in there}
    by_site = sorted(there, key=lambda lane: min((order.get(name, len(order)) for name in json.loads(lanes[lane]["sites"])), default=0))
    incomplete = [line for lane in by_site for line in said[lane].get("incomplete", ())]
    incomplete.sort(key=lambda line: line.endswith("no page could be read."))  # as one process has them
    late = [_missing(name, lanes[names[name]]["failed"]) for name in order if names.get(name) in missing]
    rules = standing(config, period.as_of)
    return Looked(
        pages=pages,
        site_of={found.page.url: found.site for found in founds},
        visits=visits,
        known={found.page.url: found.known for found in founds if found.known is not None},
        notes=(
            *(line for lane in by_site for line in said[lane].get("notes", ())),
            *json.loads(period.notes),
            *notes(pages, config, rules),
        ),
        incomplete=(*incomplete, *late),
    )


def _in_order(founds: Iterable[Found], order: dict[str, int]) -> list[Found]:
    """The pages in the order in which one look has them: style sheets, then site by site from the last."""
    return sorted(founds, key=lambda found: (not found.page.sheet, -order.get(found.site, -1)))


def _visits(connection: sa.Connection, period: Period, missing: Collection[str]) -> Iterable[tuple[str, Visit]]:
    """All visits but those of lanes that are left out."""
    every = finds.visits(connection, period.id)
    out: set[str] = set()
    for lane in missing:
        out |= finds.visits(connection, period.id, lane).keys()
    return ((url, visit) for url, visit in every.items() if url not in out)


def _as_it_was(url: str, visit: Visit, before: Before) -> Visit:
    """A link that was left alone, as its server asked, is the state's own visit."""
    later = before.later.get(url)
    return later if later is not None and later == replace(visit) else visit


def _left(connection: sa.Connection, period: Period, missing: Collection[str]) -> list[str]:
    """The links without a visit of this period."""
    table = tables.links
    chosen = sa.select(table.c.url, table.c.lane).where(table.c.period == period.id, table.c.verdict.is_(None)).order_by(table.c.id)
    return [url for url, lane in connection.execute(chosen) if lane not in missing]


def _missing(name: str, failed: str) -> str:
    """What the admin is told of a site that is left out."""
    why = f"every try to look at it failed ({failed})" if failed else "it was not looked at before the deadline of [fleet] deadline_hours"
    return f"{name}: {why}. Nothing new is known of it, and nothing is taken for mended; what was known before is told as ever."
