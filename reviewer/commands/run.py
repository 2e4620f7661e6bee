"""``reviewer run``: one full run, for cron. Crawl, check, record, send what is due."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

import click

from reviewer import deliver, logs, schedule, timetable
from reviewer.console.config import settings, wrong
from reviewer.console.options import EXIT_DONE, EXIT_INCOMPLETE, EXIT_MAIL, JOBS, TRANSPORT, Options
from reviewer.console.progress import progress
from reviewer.console.rehearsal import rehearse
from reviewer.console.state import state_troubles
from reviewer.look import reading_version
from reviewer.model import Page, PageState
from reviewer.run import Ran, run
from reviewer.settings import Config
from reviewer.stopping import Stop, signals
from reviewer.store import Store, lock


@click.command("run")
@click.option("--digest", "digest", flag_value="now", help="Send digests now, whatever the timetable says.")
@click.option("--no-digest", "digest", flag_value="never", help="Look and record only.")
@click.option("--send-first", is_flag=True, help="Send the first digests of this installation too; without it they wait for you to look.")
@JOBS
@TRANSPORT
@click.option("--clock-is-right", "sure", is_flag=True, help="The clock is right, although the last run seems to be in another month.")
@click.option("--fleet", "shared", is_flag=True, help="Hand the work out to the workers of the fleet ([fleet] enabled), and wait for them.")
@click.pass_obj
def command(options: Options, digest: str | None, send_first: bool, jobs: int, transport: str | None, sure: bool, shared: bool) -> None:
    """One full run: crawl, check, record, and send what is due.

    Exit code 0 means done, also when there are findings. 2: the config or the state needs you. 3: a site could not be read, no page was
    found, or our own network did not work. 4: some mail was not accepted, is held, or has been waiting for two periods, or a chat was not
    told. 75: another run holds the lock.
    """
    config = settings(options)
    if transport:
        config = replace(config, network=replace(config.network, transport=transport))
    rehearse(config, options.now(config))
    logs.set_up(options.log, verbose=options.verbose, quiet=options.quiet, secrets=logs.secrets_of(config))
    now, today = options.now(config), options.today(config)
    if shared:
        _shared(config, options, digest, send_first=send_first, sure=sure)
    with (
        state_troubles(),
        lock(config.state.at, what="reviewer run", now=now),
        Store.open(config.state.at, reading_version=reading_version(config), now=now) as store,
    ):
        if not sure:
            store.check_clock(now)
        check, period = _slots(config, store, digest, now, today)
        with schedule.rung(config) as bell, signals(Stop()) as stop, progress(quiet=options.quiet) as bar:
            logs.tell_of(stop)
            ran = run(
                config,
                store,
                now=now,
                today=today,
                progress=bar,
                digest_period=period,
                check_period=check,
                send_first=send_first,
                stop=stop,
                jobs=jobs,
            )
            looked = ran.judged.looked
            sent = ran.sent or (
                deliver.Sent()
                if stop or ran.judged.ours_down
                else deliver.send_batch(store.outbox, config.email, now, stop=lambda: bool(stop))
            )
            silent = schedule.overlooked(config, store, now, digests=digest != "never", stop=lambda: bool(stop))
            held = store.outbox.held()
            unsaid = _chatted(config, store, ran, sent, now, digests=digest != "never")
            bell.well = not (looked.incomplete or looked.interrupted or ran.judged.ours_down or silent or held)
        store.tidy(now=now, keep_days=config.state.keep_days)
        report = _published(config, store, today, ran.pages)
    _end(config, options, ran, sent, report, held=held, silent=silent, unsaid=unsaid, stop=stop)


def _slots(config: Config, store: Store, digest: str | None, now: dt.datetime, today: dt.date) -> tuple[str | None, str | None]:
    """The periods of the check and of the digest that are due, or that somebody wants."""
    due = timetable.due(now, config.timetable, ZoneInfo(config.organisation.timezone), store.periods_done, since=store.created)
    slots = {slot.kind: slot.period for slot in due}
    return slots.get(timetable.CHECK), {"now": today.isoformat(), "never": None}.get(digest or "", slots.get(timetable.DIGEST))


def _shared(config: Config, options: Options, digest: str | None, *, send_first: bool, sure: bool) -> NoReturn:
    """The same run, made by the workers of a fleet; ends as a run does."""
    from reviewer import fleet

    if not config.fleet.enabled:
        wrong("This config has no fleet: set [fleet] enabled = true, and [state] at to a postgresql:// address.")
    now, today = options.now(config), options.today(config)

    def clock() -> dt.datetime:
        return dt.datetime.now(dt.UTC)

    with state_troubles(), Store.open(config.state.at, reading_version=reading_version(config), now=now) as store:
        if not sure:
            store.check_clock(now)
        fleet.set_up(store)
        check, period = _slots(config, store, digest, now, today)
        with schedule.rung(config) as bell, signals(Stop()) as stop, progress(quiet=options.quiet) as bar:
            logs.tell_of(stop)
            fleet.set_aside(config, store, clock())
            try:
                opened, new = fleet.begin(
                    config, store, now=now, today=today, clock=clock(), check=check, digest=period, send_first=send_first
                )
            except fleet.OtherConfig as error:
                wrong(str(error))
            if not new:
                click.echo(
                    f"The workers are at a run that was handed out at {opened.opened:%Y-%m-%d %H:%M} UTC: waiting for that.", err=True
                )
            if not fleet.workers(store):
                click.echo("No worker has given a sign of life: start `reviewer worker` on at least one machine. Waiting.", err=True)
            ended = fleet.wait(config, store, opened, progress=bar, stop=stop, clock=clock)
            if ended is None:
                click.echo("Not waited for: the workers go on, and tell the owners when they are done. See `reviewer fleet`.", err=True)
                sys.exit(stop.exit_code)
            came = fleet.came(config, store, ended)
            held = store.outbox.held()
            silent = fleet.silent(config, store, ended.now, digests=digest != "never")
            bell.well = ended.outcome == "done" and not (silent or held)
        report = _published(config, store, ended.as_of, None)
    _end(config, options, came.ran, came.sent, report, held=held, silent=silent, unsaid=came.unsaid, stop=stop)


def _end(
    config: Config,
    options: Options,
    ran: Ran,
    sent: deliver.Sent,
    report: Path | None,
    *,
    held: int,
    silent: str,
    unsaid: tuple[str, ...],
    stop: Stop,
) -> NoReturn:
    """Say what came of a run, and end with its exit code."""
    from reviewer.console.summary import summary, troubles

    looked = ran.judged.looked
    for trouble in (*troubles(ran, sent, held), *([silent] if silent else []), *unsaid):
        click.echo(trouble, err=True)
    if not options.quiet:
        click.echo(summary(config, ran, sent, report, options.today(config), options.now(config)))
    if report is None:
        sys.exit(EXIT_INCOMPLETE)
    if looked.interrupted:
        sys.exit(stop.exit_code)
    if looked.incomplete or ran.judged.ours_down or not any(page.state is PageState.READ for page in looked.pages.values()):
        sys.exit(EXIT_INCOMPLETE)
    sys.exit(EXIT_DONE if sent.complete and not held and not silent and not unsaid else EXIT_MAIL)


def _chatted(config: Config, store: Store, ran: Ran, sent: deliver.Sent, now: dt.datetime, *, digests: bool) -> tuple[str, ...]:
    """Tell the admin's channels, if there are any; what could not be told."""
    if not config.admin.chats:
        return ()
    from reviewer.tell import Happened, unread

    happened = Happened(
        told=len(ran.told.messages) if ran.told is not None and ran.sent is not None else None,
        first=len(ran.told.counts) if ran.told is not None and ran.first else 0,
        stopped=bool(sent.stopped),
        unread=unread(ran.judged.looked.incomplete, config),
        held=store.outbox.held(),
    )
    return schedule.chatted(config, store, now, happened, digests=digests)


def _published(config: Config, store: Store, today: dt.date, pages: Mapping[str, Page] | None) -> Path | None:
    """The report page; None, and a line on stderr, when its folder cannot be written."""
    from reviewer.publish import publish

    try:
        return publish(config, store, today, pages)
    except OSError as error:
        click.echo(
            f"The report could not be written: {error}. Look at [report] folder in the config; the run itself is recorded.", err=True
        )
        return None
