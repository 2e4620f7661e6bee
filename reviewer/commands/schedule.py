"""``reviewer schedule``: keep running at the times in the config, for a container or a service."""

from __future__ import annotations

import datetime as dt
import sys

import click

from reviewer import logs
from reviewer.console.config import settings, wrong
from reviewer.console.options import EXIT_INCOMPLETE, JOBS, Options
from reviewer.console.rehearsal import rehearse
from reviewer.schedule import PortRefused, Shares, schedule
from reviewer.stopping import Stop, signals
from reviewer.store import StateFailed, StateRefused


@click.command("schedule")
@JOBS
@click.option("--every", type=click.FloatRange(0.05, 3600), default=20.0, show_default=True, help="Seconds between two looks at the clock.")
@click.option("--clock-is-right", "sure", is_flag=True, help="The clock is right, although the last run seems to be in another month.")
@click.pass_obj
def command(options: Options, jobs: int, every: float, sure: bool) -> None:
    """Keep running at the times in the config: [schedule] check, digest and skip.

    The state says which periods are done: a period that was missed is caught up with once, and none is done twice. SIGTERM and SIGINT
    end it within 10 seconds, exit codes 143 and 130; a second signal ends it at once. 2: the config or the state needs you.
    With [fleet] enabled it hands the work out, and every `reviewer worker` does its share.
    """
    config = settings(options)
    if options.as_of:
        raise click.UsageError("--as-of stands still, and a schedule must not. Use `reviewer run --as-of DATE`.")
    rehearse(config, options.now(config))
    logs.set_up(options.log, verbose=max(1, options.verbose), quiet=options.quiet, secrets=logs.secrets_of(config))
    with signals(Stop()) as stop:
        logs.tell_of(stop)
        try:
            shares = _shares() if config.fleet.enabled else None
            schedule(config, stop=stop, clock=lambda: dt.datetime.now(dt.UTC), seconds=every, jobs=jobs, sure=sure, shares=shares)
        except (StateRefused, PortRefused) as error:
            wrong(str(error))
        except StateFailed as error:
            click.echo(str(error), err=True)
            sys.exit(EXIT_INCOMPLETE)
        except OSError as error:
            click.echo(f"The schedule ended: {error}. What was done is recorded; start it again when that is mended.", err=True)
            sys.exit(EXIT_INCOMPLETE)
    sys.exit(stop.exit_code)


def _shares() -> Shares:
    """How the work is handed out to a fleet."""
    from reviewer.fleet import Deferring

    return Deferring
