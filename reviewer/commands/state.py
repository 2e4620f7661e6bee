"""``reviewer state``: care of the state: backup, check, export, and forgetting a person."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from reviewer.console.config import settings, wrong
from reviewer.console.groups import Whole
from reviewer.console.options import EXIT_DONE, EXIT_LOCKED, EXIT_WRONG, Options
from reviewer.settings import Config
from reviewer.store import Locked, StateFailed, StateRefused, Store, begin, lock, shown


@click.group("state", cls=Whole)
def command() -> None:
    """Care of the state: make a backup, check it, write it out, forget a person."""


def _open(config: Config, *, room: bool = False) -> Store:
    """The state that is there. One that is not is a mistake here, and is not made."""
    at = config.state.at
    if "://" not in at and not Path(at).exists():
        wrong(f"There is no state at {shown(at)}: it is made by the first `reviewer run`.")
    return Store.open(at, room=room)


@command.command("init")
@click.option("--again", is_flag=True, help="A state was here and is gone, and it is meant so: begin anew.")
@click.pass_obj
def init(options: Options, *, again: bool) -> None:
    """Make an empty state. Where one has been it needs --again: everybody is then told everything anew."""
    config = settings(options)
    try:
        with lock(config.state.at, what="reviewer state init", now=dt.datetime.now(dt.UTC)):
            made = begin(config.state.at, again=again)
    except Locked as error:
        click.echo(str(error), err=True)
        sys.exit(EXIT_LOCKED)
    except (StateRefused, StateFailed) as error:
        wrong(str(error))
    click.echo(f"The state {shown(config.state.at)} is new (installation {made}).")


@command.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.pass_obj
def backup(options: Options, file: Path | None) -> None:
    """Copy the state to FILE (default: beside it, named by the time). Safe while a run writes to it; never replaces a file.

    To go back: stop the schedule, put the copy in the state's place, and start again.
    """
    config = settings(options)
    try:
        with _open(config) as store:
            to = file or Path(f"{config.state.at}.{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%SZ}.backup")
            store.backup(to)
    except (StateRefused, StateFailed) as error:
        wrong(str(error))
    click.echo(to)


@command.command("check")
@click.pass_obj
def check(options: Options) -> None:
    """Check the state as a whole. Exit code 2 when it has faults."""
    config = settings(options)
    try:
        with _open(config) as store:
            found = store.check()
    except (StateRefused, StateFailed) as error:
        wrong(str(error))
    width = max(len(name) for name, _ in found.facts)
    for name, value in found.facts:
        click.echo(f"{name:<{width}}  {value}")
    for fault in found.faults:
        click.echo(f"Fault: {fault}", err=True)
    click.echo("The state is whole." if not found.faults else "Put the newest backup in its place.", err=bool(found.faults))
    sys.exit(EXIT_WRONG if found.faults else EXIT_DONE)


@command.command("export")
@click.pass_obj
def export(options: Options) -> None:
    """Write every row of every table to stdout, one JSON object a line. It holds addresses of people: mind where it goes."""
    config = settings(options)
    try:
        with _open(config) as store:
            for line in store.export():
                click.echo(line)
    except (StateRefused, StateFailed) as error:
        wrong(str(error))


@command.command("forget")
@click.argument("address")
@click.pass_obj
def forget(options: Options, address: str) -> None:
    """Remove an e-mail ADDRESS from the state. Messages to it that wait are not sent. That digests were sent stays, but not to whom."""
    forget_owner(settings(options), address)


def forget_owner(config: Config, address: str) -> None:
    """Forget, and say what is left to do elsewhere."""
    if "@" not in address.strip("@"):
        wrong(f"{address} is no e-mail address.")
    try:
        with lock(config.state.at, what="reviewer state forget", now=dt.datetime.now(dt.UTC)), _open(config) as store:
            done = store.forget(address)
    except Locked as error:
        click.echo(str(error), err=True)
        sys.exit(EXIT_LOCKED)
    except (StateRefused, StateFailed) as error:
        wrong(str(error))
    click.echo(
        f"{address} is gone from the state: {done.messages} messages to it, {done.others} to others that named it, {done.rows} rows."
    )
    if done.waiting:
        click.echo(
            f"{done.waiting} messages to others still name it and wait to be sent. Send or refuse them, then do this again.", err=True
        )
    listed = next((owner for owner in config.directory.owners if owner.email.casefold() == address.strip().casefold()), None)
    if listed:
        click.echo("The directory still has it: take it out there too, or the next digest goes to it.", err=True)
    click.echo("Backups, the folder of sent mail and old reports were not touched. A page that names the address brings it back.", err=True)
