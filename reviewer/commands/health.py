"""``reviewer health``: is the schedule alive? For a container's HEALTHCHECK, and for a schedule without an open port."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from reviewer.console.config import settings
from reviewer.console.options import Options
from reviewer.schedule import Standing, health
from reviewer.store import StateFailed, StateRefused, Store

WELL, ILL = 0, 1
"""What a HEALTHCHECK may answer (Docker: 0 healthy, 1 unhealthy; 2 is reserved)."""


@click.command("health")
@click.pass_obj
def command(options: Options) -> None:
    """Say whether all is well, as /healthz does: the last run that did its work is younger than two periods, our own network works, and
    whoever had to be told was told. Exit code 0: it is; 1: it is not, and why."""
    config = settings(options)
    at, now = config.state.at, dt.datetime.now(dt.UTC)
    if "://" not in at and not Path(at).exists():
        click.echo(f"There is no state at {at} yet.")
        sys.exit(ILL)
    try:
        with Store.open(at, now=now, room=False) as store:
            standing, zone = Standing(store), ZoneInfo(config.organisation.timezone)
            found = health(
                now,
                config.timetable,
                zone,
                success=standing.success(),
                up=store.created,
                hours=config.watching.max_age_hours,
                silence=standing.silence(now, config.timetable, zone),
            )
    except (StateRefused, StateFailed) as error:
        click.echo(str(error))
        sys.exit(ILL)
    click.echo(found.says)
    sys.exit(WELL if found.well else ILL)
