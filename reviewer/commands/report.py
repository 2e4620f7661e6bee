"""``reviewer report``: write the state as html, csv, json, markdown, junit, sarif, ics or text. Fetches nothing, changes nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from reviewer import report
from reviewer.commands.check import writers
from reviewer.console.config import settings, wrong
from reviewer.console.options import EXIT_INCOMPLETE, Options
from reviewer.families import names
from reviewer.publish import publish, put, reported
from reviewer.report import Reported, data
from reviewer.settings import BRANDS, Config
from reviewer.store import StateFailed, StateRefused, Store, shown


@click.command("report")
@click.option(
    "-f", "--format", "chosen", multiple=True, help=f"How to write it: {', '.join(names('reviewer.report.formats'))}. Repeatable."
)
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="FILE", help="Where to, one for each --format; its ending names the format too."
)
@click.option("--site", metavar="NAME", help="Only the pages of this site.")
@click.option("--brand", type=click.Choice(BRANDS), help="The colours of the report page (default: as in the config).")
@click.pass_obj
def command(options: Options, chosen: tuple[str, ...], outputs: tuple[str, ...], site: str | None, brand: str | None) -> None:
    """Write what the last runs found. Nothing is fetched; the facts are judged again as of today (or of --as-of).

    Without --format and --output the report page, its calendar, the spreadsheet and the JSON go into the report folder of the config.
    """
    plan = writers(chosen, outputs)
    config = settings(options)
    if brand:
        config = replace(config, brand=brand)
    if site is not None and site not in {one.name for one in config.sites}:
        wrong(f"There is no site {site!r}. There are: {', '.join(one.name for one in config.sites)}.")
    today = options.today(config)
    try:
        with Store.open(config.state.at, now=options.now(config), room=False) as store:
            if not store.runs(1):
                wrong(f"The state {shown(config.state.at)} knows of no run yet. Make one first: `reviewer run`.")
            if not (chosen or outputs or site):
                click.echo(f"Written: {publish(config, store, today)}")
                return
            made = replace(reported(config, store, today), installation=store.installation)
    except StateRefused as refused:
        wrong(str(refused))
    except StateFailed as failed:
        click.echo(str(failed), err=True)
        sys.exit(EXIT_INCOMPLETE)
    except OSError as error:
        wrong(f"{config.report_folder}: the report cannot be written there ({error.strerror}).")
    made = of_site(made, site)
    for name, path in plan:
        _put(made, name, path)
    if not options.quiet and ("text", None) in plan:
        for advice in report.advise(made.looked, made.findings, today):
            click.echo(f"Hint: {advice}", err=True)


def of_site(made: Reported, site: str | None) -> Reported:
    """The report of one site's pages; all of it when no site is named. The trend is that of all sites, so one site's report has none."""
    if site is None:
        return made
    pages = {url: page for url, page in made.looked.pages.items() if made.looked.site_of.get(url) == site}
    return replace(
        made,
        looked=replace(made.looked, pages=pages),
        config=_only(made.config, site),
        findings=tuple(finding for finding in made.findings if finding.page in pages),
        issues={id_: issue for id_, issue in made.issues.items() if made.looked.site_of.get(issue.finding.page) == site},
        runs=(),
    )


def _only(config: Config, site: str) -> Config:
    return replace(config, sites=tuple(one for one in config.sites if one.name == site))


def _put(made: Reported, name: str, path: Path | None) -> None:
    """Write one format to its file (whole, or as it was), or to standard output. A large estate's page is several files, side by side."""
    if path is None and name == "text":
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        click.echo(report.writers()["text"].write(made, colour=colour), nl=False, color=colour)
        return
    if path is None:
        for piece in data(report.writers()[name], made):
            click.echo(piece, nl=False)
        return
    bodies: dict[str, Iterable[bytes]]
    if name == "html":
        bodies = {file: (page.encode("utf-8"),) for file, page in report.writers()["html"].parts(made, path.name).items()}
    else:
        bodies = {path.name: data(report.writers()[name], made)}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for file, body in bodies.items():
            put(path.with_name(file), body)
    except OSError as error:
        wrong(f"{path}: the report cannot be written there ({error.strerror}).")
