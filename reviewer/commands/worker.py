"""``reviewer worker``: do a share of the work of a fleet, on any machine that reaches the state."""

from __future__ import annotations

import datetime as dt
import sys

import click

from reviewer import logs
from reviewer.console.config import settings, wrong
from reviewer.console.options import Options
from reviewer.console.rehearsal import rehearse
from reviewer.console.state import state_troubles
from reviewer.fleet import GRACE, OtherConfig, Rhythm, work
from reviewer.look import reading_version
from reviewer.schedule import Logged
from reviewer.stopping import Stop, signals


@click.command("worker")
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read the pages of one site.")
@click.option("--until-idle", is_flag=True, help="End when nothing is left to do, instead of waiting for more.")
@click.option("--heartbeat", type=click.FloatRange(0.1, 600), default=5.0, show_default=True, help="Seconds between two signs of life.")
@click.option(
    "--silent", type=click.FloatRange(0.5, 6000), default=30.0, show_default=True, help="Seconds of silence after which one is dead."
)
@click.pass_obj
def command(options: Options, jobs: int, until_idle: bool, heartbeat: float, silent: float) -> None:
    """Work for a fleet: look at sites and follow links, as `reviewer schedule` or `reviewer run --fleet` hands them out.

    Any number of them, on any machine: each needs the same config and the same state (postgresql://...). SIGTERM and SIGINT have it finish
    or hand back its job within 30 seconds, exit codes 143 and 130; a second signal ends it at once, and another worker does its job again.
    """
    config = settings(options)
    if not config.fleet.enabled:
        wrong("This config has no fleet: set [fleet] enabled = true, and [state] at to a postgresql:// address.")
    if silent < 2 * heartbeat:
        raise click.UsageError(
            f"--silent must be at least twice --heartbeat ({heartbeat:g} seconds), or living workers are taken for dead."
        )
    rehearse(config, options.now(config))
    logs.set_up(options.log, verbose=max(1, options.verbose), quiet=options.quiet, secrets=logs.secrets_of(config))
    with state_troubles(), signals(Stop(), grace=GRACE) as stop:
        logs.tell_of(stop)
        try:
            work(
                config,
                stop=stop,
                progress=Logged(),
                clock=lambda: dt.datetime.now(dt.UTC),
                reading_version=reading_version(config),
                jobs=jobs,
                rhythm=Rhythm(heartbeat, silent, every=max(1, min(10, int(silent / 3)))),
                idle=not until_idle,
            )
        except OtherConfig as error:
            wrong(str(error))
    sys.exit(stop.exit_code)
