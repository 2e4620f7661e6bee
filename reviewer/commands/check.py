"""``reviewer check``: look now and print what is found. Sends nothing, keeps nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import click

from reviewer import checks, report, urls
from reviewer.console.config import settings, wrong
from reviewer.console.options import EXIT_DONE, EXIT_FOUND, EXIT_INCOMPLETE, JOBS, TRANSPORT, USUAL, Options
from reviewer.console.progress import progress
from reviewer.families import names
from reviewer.fetch import ORIGIN, served_below
from reviewer.judge import judge
from reviewer.look import Means, Wants, files, look_at_folder_now, look_now
from reviewer.model import Finding, Looked, PageState, Severity
from reviewer.report import stopped
from reviewer.settings import BROWSERS, Config, Site
from reviewer.stopping import Stop, signals

LEVELS = ("note", "soon", "problem", "urgent", "never")


@click.command("check")
@click.argument("targets", nargs=-1, metavar="[URL|SITE|FOLDER]...")
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    help=f"How to write it: {', '.join(names('reviewer.report.formats'))}. Repeatable; default: text.",
)
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="FILE", help="Where to, one for each --format; its ending names the format too."
)
@click.option(
    "--only", multiple=True, metavar="CHECK", help=f"Ask only this check. Repeatable. There are: {', '.join(names('reviewer.checks'))}."
)
@click.option("--skip", multiple=True, metavar="CHECK", help="Leave this check out. Repeatable.")
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    default="problem",
    show_default=True,
    help="Exit 1 for a finding this grave or graver; never for a guess.",
)
@click.option("--new-only", metavar="BASELINE", help="Tell only what BASELINE (an earlier --format json) does not have.")
@click.option("--follow/--no-follow", default=None, help="Read the pages below a URL too. Default: yes for a folder (.../), no for a page.")
@click.option("--base", metavar="PATH", help="The path below which a FOLDER is served, as /docs/. Default: guessed by its links.")
@click.option("--max-pages", type=click.IntRange(1), help="Read at most so many pages.")
@click.option("--links/--no-links", default=True, help="Follow links, or read the pages only.")
@click.option(
    "--browser",
    type=click.Choice(BROWSERS),
    help="Read pages as Chromium shows them: auto (made by scripts) or always. Default: the site's.",
)
@JOBS
@TRANSPORT
@click.pass_obj
def command(
    options: Options,
    targets: tuple[str, ...],
    formats: tuple[str, ...],
    outputs: tuple[str, ...],
    only: tuple[str, ...],
    skip: tuple[str, ...],
    fail_on: str,
    new_only: str | None,
    follow: bool | None,
    base: str | None,
    max_pages: int | None,
    links: bool,
    browser: str | None,
    jobs: int,
    transport: str | None,
) -> None:
    """Look now and print what is found. Sends nothing, keeps nothing.

    A URL that ends in a slash is looked at with the pages below it, any other URL alone; a URL needs no config. A FOLDER is a site on
    disk. A SITE is one that the config names; without an argument all of them are looked at.

    When all that is asked for are links (--only broken_link, missing_anchor, moved_link), pages are read for their links only, which takes
    about two thirds of the time; nothing is told of their reviews, contacts and periods.

    Exit code 0: nothing at or above --fail-on was found. 1: something was. 3: a site could not be read. 130: stopped by
    Ctrl-C; what was known by then is written all the same, and says that it is a part.
    """
    plan = writers(formats, outputs)
    known = checks.names()
    for name in (*only, *skip):
        if name not in known:
            wrong(f"There is no check {name!r}. There are: {', '.join(known)}.")
    folders = tuple(target for target in targets if "://" not in target and Path(target).is_dir())
    named = [target for target in targets if target not in folders and "://" not in target]
    if folders and browser:
        wrong(f"--browser is for addresses: the pages of {folders[0]} are read from the disk, and no script of theirs is run.")
    if base is not None and not folders:
        wrong("--base is for a folder: it says below which path a FOLDER on disk is served. An address says so itself.")
    if not options.config and not USUAL.exists():
        _without_config(targets, named)
    config = settings(options, needed=False)
    config = replace(config, only=only or config.only, skip=skip or config.skip)
    if transport:
        config = replace(config, network=replace(config.network, transport=transport))
    sites = tuple(_site(target, config, follow=follow) for target in targets if target not in folders) if targets else config.sites
    sites = tuple(
        replace(site, max_pages=max_pages or site.max_pages, links=links and site.links, browser=browser or site.browser) for site in sites
    )
    config = replace(config, sites=sites, network=replace(config.network, ports=(*config.network.ports, *_typed(sites))))
    old = _baseline(new_only)
    facts = checks.needs_facts(config.only, config.skip)
    today = options.today(config)
    with signals(Stop()) as stop, progress(quiet=options.quiet) as bar:
        means = Means(bar, stop, jobs)
        looked = look_now(config, means, Wants(today=today, facts=facts)) if sites else Looked({}, {}, {})
        bases = {folder: served_below(Path(folder)) if base is None else f"/{base.strip('/')}/".replace("//", "/") for folder in folders}
        for folder in folders:
            below = bases[folder]
            found = look_at_folder_now(Path(folder), config, means, today=today, base=below, links=links, max_pages=max_pages, facts=facts)
            if base is None and below != "/":
                said = f"{folder}: most of its links begin with {below}, so it is taken to be served there (--base / if it is not)."
                found = replace(found, notes=(said, *found.notes))
            looked = _joined(looked, found)
    judged = judge(looked, config, today, soften=False)
    findings = report.new_only(judged.findings, old) if old is not None else judged.findings
    findings = tuple(_on_disk(finding) for finding in findings) if folders else findings
    threshold = None if fail_on == "never" else Severity[fail_on.upper()]
    reported = report.Reported(
        today, judged.looked, config, findings, files=files(judged.looked, bases), fail_on=threshold, said=judged.said, facts=facts
    )
    _write(plan, reported)
    if said := stopped(judged.looked):
        click.echo(said, err=True)
    if not options.quiet:
        for note in (*judged.notes, *report.advise(reported.looked, findings, today, facts=facts)):
            click.echo(f"Note: {note}", err=True)
    if looked.interrupted:
        sys.exit(stop.exit_code)
    if looked.incomplete or not any(page.state is PageState.READ for page in looked.pages.values()):
        sys.exit(EXIT_INCOMPLETE)
    sys.exit(EXIT_FOUND if any(map(reported.fails, findings)) else EXIT_DONE)


def _on_disk(finding: Finding) -> Finding:
    """The finding with paths where it names pages of a folder: the address that stands for the folder is nobody's to link to."""
    better = {name: said.replace(ORIGIN, "") for name in ("says", "fix", "suggestion") if (said := getattr(finding, name))}
    return replace(finding, **better)


def writers(formats: Sequence[str], outputs: Sequence[str]) -> tuple[tuple[str, Path | None], ...]:
    """Which format goes where (None: stdout). Ends with exit code 2 when a format is unknown or a file has none."""
    known = report.writers()
    by_suffix = {module.SUFFIX: name for name, module in known.items()}
    for name in formats:
        if name not in known:
            wrong(f"There is no format {name!r}. There are: {', '.join(known)}.")
    plan: list[tuple[str, Path | None]] = []
    for index in range(max(len(formats), len(outputs), 1)):
        path = Path(outputs[index]) if index < len(outputs) else None
        chosen = formats[index] if index < len(formats) else by_suffix.get(path.suffix) if path else "text"
        if chosen is None:
            wrong(f"{path}: what format? Name it with --format; there are: {', '.join(known)}.")
        plan.append((chosen, path))
    if sum(path is None for _, path in plan) > 1:
        wrong("Only one format can go to standard output: give the others a file with -o, in the order of --format.")
    return tuple(plan)


def _without_config(targets: Sequence[str], named: Sequence[str]) -> None:
    """End with exit code 2 when only a config could say what to look at, and there is none."""
    if not targets:
        wrong(
            "There is nothing to look at. Give a URL or a folder: `reviewer check https://your.site/page`.\n"
            f"Or make a config with `reviewer init https://your.site/`: then its sites are looked at ({USUAL} does not exist)."
        )
    if named:
        says = f"{named[0]!r} is neither a URL, a folder nor a site of the config ({USUAL} does not exist)."
        wrong(f"{says} A URL begins with https://.")


def _site(target: str, config: Config, *, follow: bool | None) -> Site:
    """The site behind a URL or a site's name."""
    if "://" not in target:
        found = next((site for site in config.sites if site.name.casefold() == target.casefold()), None)
        if found is None:
            names = ", ".join(site.name for site in config.sites) or "none"
            wrong(f"{target!r} is neither a URL, a folder nor a site of the config (it has: {names}). A URL begins with https://.")
        return found
    url = urls.resolve(target, target)
    if url is None or urlsplit(url).scheme not in {"http", "https"}:
        wrong(f"{target!r} is not an address that a browser would open. It should look like https://some.site/page.")
    below = url.partition("?")[0].endswith("/") if follow is None else follow
    owner = next((site for site in config.sites if any(urls.origin(start) == urls.origin(url) for start in site.start)), None)
    path = urlsplit(url).path
    within = (path.rpartition("/")[0] + "/**",) if below else ()
    return replace(owner or Site(name=urlsplit(url).netloc, start=()), start=(url,), within=within, follow=below, sitemap=False)


def _typed(sites: Sequence[Site]) -> tuple[tuple[int, int], ...]:
    """The ports in addresses that a person typed: a port that was asked for is meant. Internal hosts stay closed without ``--allow``."""
    return tuple((port, port) for site in sites for start in site.start if (port := urlsplit(start).port) is not None)


def _joined(one: Looked, other: Looked) -> Looked:
    """Two looks as one."""
    return Looked(
        pages={**one.pages, **other.pages},
        site_of={**one.site_of, **other.site_of},
        visits={**one.visits, **other.visits},
        notes=(*one.notes, *other.notes),
        incomplete=(*one.incomplete, *other.incomplete),
        interrupted=one.interrupted or other.interrupted,
    )


def _baseline(path: str | None) -> frozenset[str] | None:
    """The ids of an earlier report's findings; ends with exit code 2 when the file is none."""
    if path is None:
        return None
    try:
        return report.known_before(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        wrong(f"{path} is no baseline: {error}. Make one with `reviewer check ... --format json -o {path}`.")


def _write(plan: Sequence[tuple[str, Path | None]], reported: report.Reported) -> None:
    """Write every format to its place."""
    known = report.writers()
    for name, path in plan:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as out:
                out.writelines(report.data(known[name], reported))
        elif name == "text":
            colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
            click.echo(report.writers()["text"].write(reported, colour=colour).encode("utf-8"), nl=False)
        else:
            for piece in report.data(known[name], reported):
                click.echo(piece, nl=False)
