"""``reviewer checks``: list every check and what it asks."""

from __future__ import annotations

import click

from reviewer import checks


@click.command("checks")
def command() -> None:
    """List every check and what it asks of a page."""
    summaries = checks.summaries()
    width = max(map(len, summaries), default=0)
    for name, summary in summaries.items():
        click.echo(f"{name:<{width}}  {summary}")
