"""The options that every command has, and what commands make of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from reviewer.settings import Config

USUAL = Path("config/reviewer.toml")

EXIT_DONE = 0
EXIT_FOUND = 1
EXIT_WRONG = 2
EXIT_INCOMPLETE = 3
EXIT_MAIL = 4
EXIT_LOCKED = 75

JOBS = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Worker processes that read pages, started when they pay.",
)
TRANSPORT = click.option("--transport", type=click.Choice(["own", "httpx"]), help="What speaks HTTP (default: own; httpx is the fallback).")
"""Options of several commands that look at pages."""


@dataclass(frozen=True, slots=True)
class Options:
    """The global options, as given."""

    config: str | None = None
    as_of: dt.date | None = None
    allow: tuple[str, ...] = ()
    quiet: bool = False
    verbose: int = 0
    log: str | None = None

    @classmethod
    def of(cls, *, config: str | None, as_of: str | None, allow: tuple[str, ...], quiet: bool, verbose: int, log: str | None) -> Options:
        """Read ``--as-of``; raises ``click.UsageError`` when it is no date."""
        try:
            day = dt.date.fromisoformat(as_of) if as_of else None
        except ValueError as error:
            raise click.BadParameter(f"{as_of!r} is not a date; write it as 2026-11-21.", param_hint="--as-of") from error
        return cls(config, day, allow, quiet, verbose, log)

    def today(self, config: Config) -> dt.date:
        """``--as-of``, or the clock, once, in the organisation's time zone."""
        return self.as_of or dt.datetime.now(ZoneInfo(config.organisation.timezone)).date()

    def now(self, config: Config) -> dt.datetime:
        """This moment in UTC; with ``--as-of`` that day at the present time of day."""
        zone = ZoneInfo(config.organisation.timezone)
        here = dt.datetime.now(zone)
        if self.as_of:
            here = dt.datetime.combine(self.as_of, here.time(), tzinfo=zone)
        return here.astimezone(dt.UTC)
