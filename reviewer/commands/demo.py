"""``reviewer demo``: the whole job on a bundled sample site. No network, no config."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from reviewer.console.config import wrong
from reviewer.console.options import EXIT_LOCKED, Options
from reviewer.console.progress import progress
from reviewer.console.summary import short, summary
from reviewer.demo import WeekShown, next_week, show
from reviewer.settings import Config
from reviewer.store import Locked


@click.command("demo")
@click.option("--week", type=click.IntRange(1), help="Which week of the sample site (default: the next one; 1 begins anew).")
@click.option(
    "--outbox", type=click.Path(file_okay=False, path_type=Path), default=Path("outbox"), show_default=True, help="Where digests go."
)
@click.option(
    "--report", type=click.Path(file_okay=False, path_type=Path), default=Path("report"), show_default=True, help="Where the report goes."
)
@click.pass_obj
def command(options: Options, week: int | None, outbox: Path, report: Path) -> None:
    """Show the whole job on a sample site that is served on this machine: crawl, findings, digests, report.

    The first time it shows week 1; asked again, it shows the week after, in which some pages were mended and a new link broke.
    """
    now = dt.datetime.now(dt.UTC)
    today = options.today(Config())
    first = next_week(report, today, week)
    shown: WeekShown | None = None
    try:
        for number in range(first.number, (week or first.number) + 1):
            with progress(quiet=options.quiet) as bar:
                shown = show(next_week(report, today, number), outbox, report, now=now, progress=bar)
    except Locked as error:
        click.echo(str(error), err=True)
        sys.exit(EXIT_LOCKED)
    except OSError as error:
        wrong(f"The sample site cannot be served: {error}.\nBegin anew, on free ports: reviewer demo --week 1")
    if shown is None or shown.ran.sent is None:
        wrong("The demo's own network on 127.0.0.1 does not answer, so nobody was told anything. Is something blocking it?")
    if not options.quiet:
        click.echo(f"Week {shown.week.number} of the sample site")
        click.echo(summary(shown.config, shown.ran, shown.ran.sent, shown.page, shown.week.day))
        click.echo(_what_next(shown, outbox))


def _what_next(shown: WeekShown, outbox: Path) -> str:
    """The last lines: what to open, what to try."""
    period = shown.week.day.isoformat()
    digests = sorted((file for file in outbox.glob("*.html") if period in file.name), key=lambda file: file.stat().st_size)
    first = digests[-1] if digests else outbox
    return f"""
Open     {short(shown.page)}
         {short(first)}{f"   (and {len(digests) - 1} more beside it, each as .eml too)" if len(digests) > 1 else ""}
Try      reviewer demo                               the week after: what is new, what still stands, what was fixed
         reviewer check https://your.site/page       your own page, no config needed
         reviewer init https://your.site/            a config for your own site"""
