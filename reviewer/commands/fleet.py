"""``reviewer fleet``: the sites of a fleet with their last look, state, duration and worker."""

from __future__ import annotations

import datetime as dt

import click

from reviewer.console.config import settings, wrong
from reviewer.console.options import Options
from reviewer.console.state import state_troubles
from reviewer.fleet import set_up, site_looks, unsettled
from reviewer.store import Store


@click.command("fleet")
@click.pass_obj
def command(options: Options) -> None:
    """Show the sites of a fleet: when each was last looked at, how that stands, how long it took, and which worker did it."""
    config = settings(options)
    if not config.fleet.enabled:
        wrong("This config has no fleet: set [fleet] enabled = true, and [state] at to a postgresql:// address.")
    with state_troubles(), Store.open(config.state.at) as store:
        set_up(store)
        found, broken = site_looks(config, store, dt.datetime.now(dt.UTC)), unsettled(store)
    width = max((len(each.site) for each in found), default=4)
    click.echo(f"{'Site':<{width}}  {'Last look (UTC)':<16}  {'Seconds':>8}  {'Pages':>6}  State, worker")
    for each in found:
        began = f"{each.began:%Y-%m-%d %H:%M}" if each.began else "-"
        seconds = f"{each.seconds:.1f}" if each.seconds is not None else "-"
        says = ", ".join(filter(None, (each.state, each.worker)))
        click.echo(f"{each.site:<{width}}  {began:<16}  {seconds:>8}  {each.pages:>6}  {says}")
    if broken:
        click.echo(broken, err=True)
