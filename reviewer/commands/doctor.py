"""``reviewer doctor``: check config, sites, mail server and state; say where each setting came from."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator

import click

from reviewer import config as configs
from reviewer import doctor
from reviewer.console.config import settings
from reviewer.console.options import Options
from reviewer.model import Mailbox
from reviewer.settings import Config

COLOURS = {doctor.Mark.FINE: "green", doctor.Mark.NOTE: "yellow", doctor.Mark.WRONG: "red"}


@click.command("doctor")
@click.option("--send-test", metavar="ADDRESS", help="Send one test message to ADDRESS. Without this nothing is sent.")
@click.option("--all", "everything", is_flag=True, help="Show the origin of every setting, defaults too.")
@click.pass_obj
def command(options: Options, send_test: str | None, everything: bool) -> None:
    """Check config, sites, mail server and state; one line each, with what to do.

    Exit code 0: a run would work. 2: config, state, disk or templates need you. 3: a site cannot be read. 4: mail would not go.
    """
    to = _recipient(send_test)
    config = settings(options)
    lines: list[doctor.Line] = []
    for line in _examined(config, dt.datetime.now(dt.UTC), to):
        lines.append(line)
        if line.mark is doctor.Mark.WRONG or not options.quiet:
            click.echo(click.style(f"{line.mark:<6}", fg=COLOURS[line.mark]) + str(line)[6:])
    if not options.quiet:
        click.echo(origins(config, everything=everything or options.verbose > 0))
        click.echo(_verdict(lines))
    sys.exit(doctor.code(lines))


def _examined(config: Config, now: dt.datetime, to: Mailbox | None) -> Iterator[doctor.Line]:
    """What the doctor says, and of a fleet its queue and workers."""
    yield from doctor.examine(config, now=now, send_test=to)
    if config.fleet.enabled:
        from reviewer import fleet

        yield from fleet.lines(config, now)


def _recipient(text: str | None) -> Mailbox | None:
    """Who gets the test; ends with exit code 2 when it is no address."""
    try:
        return configs.mailbox(text) if text is not None else None
    except configs.Wrong as error:
        raise click.BadParameter(f"{error.says}. Expected {error.expected}.", param_hint="--send-test") from error


def origins(config: Config, *, everything: bool) -> str:
    """Each setting with its value and where that came from; without ``everything`` those only that somebody wrote down."""
    origin = dict(config.origin)
    rows = [(key, value, origin[key]) for key, value in config.values if everything or origin[key] != "default"]
    left = len(config.values) - len(rows)
    width = max((len(key) for key, _, _ in rows), default=0)
    lines = [f"  {key:<{width}}  {value}  ({place})" for key, value, place in rows]
    more = [f"  and {left} more with their defaults: `reviewer doctor --all` shows them"] if left else []
    return "\n".join(["", "Settings:", *lines, *more, ""])


def _verdict(lines: list[doctor.Line]) -> str:
    """The last line."""
    wrong = sum(line.mark is doctor.Mark.WRONG for line in lines)
    if wrong:
        return f"{wrong} {'thing is' if wrong == 1 else 'things are'} in the way of a run."
    return "Nothing is in the way of a run."
