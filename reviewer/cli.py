"""Words to calls. Each command is one file in ``commands/``, imported only when it is asked for: ``--version`` stays quick."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
import sys
from pathlib import Path

import click

from reviewer import __version__
from reviewer.console.groups import Whole


class Commands(Whole):
    """A group whose commands are the files of ``reviewer/commands``, in the order in which a person meets them."""

    order = (
        "demo",
        "init",
        "doctor",
        "check",
        "read",
        "run",
        "schedule",
        "worker",
        "fleet",
        "digest",
        "issues",
        "report",
        "checks",
        "state",
        "owners",
        "health",
    )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the global options wherever they stand, also behind the command: `reviewer check URL --as-of DATE`, `reviewer run -q`."""
        return super().parse_args(ctx, hoisted(args))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name all commands, in the order of ``order``, then any others."""
        del ctx
        names = [info.name for info in pkgutil.iter_modules([str(Path(__file__).parent / "commands")]) if not info.name.startswith("_")]
        return sorted(names, key=lambda name: (self.order.index(name) if name in self.order else len(self.order), name))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's file and return its ``command``; None when there is no such file."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found = importlib.import_module(f"reviewer.commands.{cmd_name}").command
        return found if isinstance(found, click.Command) else None


ANYWHERE = ("--config", "-c", "--as-of", "--allow", "--log")
"""Global options with a value that no command has of its own."""
FLAGS = ("--quiet", "-q", "--verbose", "-v", "-vv")
"""Global options without a value; no command has one of these."""


def hoisted(args: list[str]) -> list[str]:
    """The words with global options moved to the front; what stands behind ``--`` stays where it is.

    >>> hoisted(["check", "https://a.example/", "--as-of", "2026-11-21"])
    ['--as-of', '2026-11-21', 'check', 'https://a.example/']
    >>> hoisted(["run", "-q"])
    ['-q', 'run']
    """
    front: list[str] = []
    rest: list[str] = []
    words = iter(args)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word in ANYWHERE:
            front += [word, *itertools.islice(words, 1)]
        elif word.startswith(tuple(f"{option}=" for option in ANYWHERE)) or word in FLAGS:
            front.append(word)
        else:
            rest.append(word)
    return front + rest


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("-c", "--config", "config", metavar="FILE", envvar="REVIEWER_CONFIG", help="The config (default: config/reviewer.toml).")
@click.option("--as-of", metavar="DATE", help="Pretend that today is DATE (2026-11-21).")
@click.option("--allow", metavar="HOST|NETWORK", multiple=True, help="Let this internal host or network be reached. Repeatable.")
@click.option("-q", "--quiet", is_flag=True, help="Only results and errors.")
@click.option("-v", "--verbose", count=True, help="Say more; twice says most.")
@click.option(
    "--log", type=click.Choice(["text", "json"]), default=None, help="How log lines look (default: text at a desk, json in a pipe)."
)
@click.version_option(__version__, message="reviewer %(version)s")
@click.pass_context
def reviewer(
    ctx: click.Context, config: str | None, as_of: str | None, allow: tuple[str, ...], quiet: bool, verbose: int, log: str | None
) -> None:
    """Read what pages say about their own review, follow their links, and tell each owner once."""
    from reviewer.console.options import Options

    ctx.obj = Options.of(config=config, as_of=as_of, allow=allow, quiet=quiet, verbose=verbose, log=log)


def main() -> None:
    """Run the command line; the process ends with the command's exit code (DESIGN section 4)."""
    sys.exit(reviewer.main(prog_name="reviewer", standalone_mode=True))
