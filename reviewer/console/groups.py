"""Groups of commands: what `--help` shows of them. Imports click only, so that `--version` stays quick."""

from __future__ import annotations

import click


class Whole(click.Group):
    """A group that shows the whole first sentence of each command: half a sentence helps nobody."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with their first sentences, on as many lines as they need."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, command.get_short_help_str(limit=1000)) for name, command in found if command and not command.hidden]
            )
