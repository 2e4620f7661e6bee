"""Read the config for a command, or end with exit code 2 and every mistake at once."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from reviewer import config as configs
from reviewer import owners
from reviewer.console.options import EXIT_WRONG, USUAL, Options
from reviewer.settings import Config


def wrong(message: str) -> NoReturn:
    """Say what is wrong on stderr, and end with exit code 2."""
    click.echo(message, err=True)
    sys.exit(EXIT_WRONG)


def with_state(config: Config) -> None:
    """End with exit code 2 when there is no state yet, for a command that only shows what is in it: a look must not make one."""
    if "://" not in config.state.at and not Path(config.state.at).exists():
        wrong("There is no state yet: run `reviewer run` first.")


def settings(options: Options, *, needed: bool = True) -> Config:
    """The config that ``-c`` names, else ``config/reviewer.toml`` if it is there, else (when not needed) the defaults.

    Warnings go to stderr. Ends with exit code 2 when it has mistakes, or is needed and not there.
    """
    path = Path(options.config) if options.config else USUAL
    try:
        if options.config or path.exists():
            found = configs.load(path, os.environ, options.allow)
        elif needed:
            wrong(
                f"There is no config: {USUAL} does not exist.\n"
                "Make one with `reviewer init https://your.site/`, or name one with `reviewer -c FILE`.\n"
                "To try without one: `reviewer demo`."
            )
        else:
            found = configs.no_config(os.environ, options.allow)
    except configs.Mistakes as mistakes:
        wrong(str(mistakes))
    for warning in found.warnings:
        click.echo(f"Warning: {warning}", err=True)
    return found.as_of(options.today(found))


def nobody(owner: str, config: Config) -> NoReturn:
    """End with exit code 2: ``owner``, whom a person named on the command line, is nobody in the directory, or several are."""
    several = [each for each in owners.named(owner, config.directory) if not each.left]
    unknown = f"{owner!r} is nobody in the directory: `reviewer owners list` shows it."
    wrong(owners.several(owner, several) if len(several) > 1 else unknown)
