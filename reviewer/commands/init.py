"""``reviewer init``: look at a site and write config/reviewer.toml."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import click

from reviewer import config as configs
from reviewer import init
from reviewer.console.config import wrong
from reviewer.console.options import EXIT_INCOMPLETE, USUAL, Options
from reviewer.console.progress import progress
from reviewer.model import Mailbox
from reviewer.neutral import words

Answer = TypeVar("Answer")


@click.command("init")
@click.argument("url")
@click.option("--yes", is_flag=True, help="Ask nothing: take what is proposed.")
@click.option("--name", help="The organisation's name.")
@click.option("--contact", help="A mailbox that people read, as in 'Web team <web.team@example.org>'.")
@click.option("--pages", default=init.PAGES, show_default=True, type=click.IntRange(1, 500), help="How many pages to look at.")
@click.pass_obj
def command(options: Options, url: str, yes: bool, name: str | None, contact: str | None, pages: int) -> None:
    """Look at the site at URL and write config/reviewer.toml (or the file that -c names) and owners.toml beside it.

    The site is asked politely: two requests a second, its robots.txt heeded, links to other sites not followed. Files that exist are
    never overwritten. Exit code 2: there is a config already, or URL is none; 3: no page could be read.
    """
    target = Path(options.config) if options.config else USUAL
    if target.exists():
        wrong(
            f"{target} exists, and init never overwrites. Change it, name another file with `reviewer -c FILE init ...`, or move it away."
        )
    start = _start(url)
    mailbox = _read(configs.mailbox, contact, "--contact") if contact else None
    survey = _looked(options, start, pages)
    if not options.quiet:
        click.echo(_told(survey))
    if not survey.pages:
        wrong_page = next(iter(survey.unread.values()), "nothing was found there")
        click.echo(f"No page could be read at {start}: {words(wrong_page)}. Nothing was written.", err=True)
        sys.exit(EXIT_INCOMPLETE)
    answers = _answers(survey, options, name=name, contact=mailbox, ask=not yes)
    target.parent.mkdir(parents=True, exist_ok=True)
    _write(target, init.config(survey, answers))
    directory = target.parent / "owners.toml"
    written = [str(target)]
    if not directory.exists():
        _write(directory, init.owners(survey))
        written.append(str(directory))
    click.echo(f"Wrote {' and '.join(written)}.")
    flag = "" if target == USUAL else f"-c {target} "
    click.echo(f"Next: look at them, then `reviewer {flag}doctor`, then `reviewer {flag}run` (it mails nobody: digests go to ./outbox).")


def _start(url: str) -> str:
    """The address to begin at; https:// is put before a bare host. Ends with exit code 2 when it is none."""
    return _read(configs.web_address, url if "://" in url else f"https://{url}", "URL")


def _read(read: Callable[[object], Answer], text: str, hint: str) -> Answer:
    """A value of the command line; ends with exit code 2 when it is wrong."""
    try:
        return read(text)
    except configs.Wrong as error:
        raise click.BadParameter(f"{error.says}. Expected {error.expected}.", param_hint=hint) from error


def _looked(options: Options, start: str, pages: int) -> init.Survey:
    """Look; the port that the person named may be asked."""
    try:
        config = configs.no_config(os.environ, options.allow)
    except configs.Mistakes as mistakes:
        wrong(str(mistakes))
    port = urlsplit(start).port
    if port:
        config = replace(config, network=replace(config.network, ports=(*config.network.ports, (port, port))))
    with progress(quiet=options.quiet) as bar:
        return init.look_politely(start, config, progress=bar, pages=pages, pace=init.POLITE)


def _told(survey: init.Survey) -> str:
    """What the look showed."""
    count = len(survey.pages)
    lines = [f"Looked at {count} {'page' if count == 1 else 'pages'} of {survey.name}{' (there are more)' if survey.more else ''}:"]
    for page in survey.pages[:10]:
        lines += [f"  {words(page.title or 'no title', 60)}", f"    {page.url}"]  # on a line of its own, no terminal breaks an address
    lines += [f"  ... and {count - 10} more"] if count > 10 else []
    lines += [f"Could not read {len(survey.unread)}:"] if survey.unread else []
    for url, why in list(survey.unread.items())[:5]:
        lines += [f"  {words(why)}:", f"    {url}"]
    lines += ["Words around dates:"] if survey.wordings else ["No words around dates were recognised."]
    lines += [f"  {words(text)}  ({kind.replace('_', ' ')}, {seen} of {count})" for kind, text, seen in survey.wordings]
    lines += [f"Without a review date: {survey.undated} of {count}."]
    lines += ["Contacts that the pages name:"] if survey.contacts else ["The pages name no contact."]
    lines += [f"  {words(contact.value)}  ({contact.kind}, {seen} of {count})" for contact, seen in survey.contacts]
    return "\n".join([*lines, ""])


def _answers(survey: init.Survey, options: Options, *, name: str | None, contact: Mailbox | None, ask: bool) -> init.Answers:
    """A few questions, each with a proposal. An address that only a page gives is never proposed: nobody said that it may be mailed."""

    def question(text: str, proposal: str, read: Callable[[object], Answer]) -> Answer:
        def taken(given: str) -> Answer:
            try:
                return read(given)
            except configs.Wrong as error:
                raise click.UsageError(f"{error.says}. Expected {error.expected}.") from error

        if not ask:
            return read(proposal)
        try:
            return click.prompt(text, default=proposal, value_proc=taken)
        except click.Abort:
            if sys.stdin.isatty():
                raise
            wrong("\nNobody is there to answer: this is no terminal. Add --yes to take what is proposed (--name and --contact say more).")

    policy = "12 months" if survey.undated else ""
    allowed = [configs.split_port(text) for text in options.allow]
    return init.Answers(
        organisation=name or question("Name of your organisation", survey.name, configs.filled),
        contact=contact or question("A mailbox that people read, for replies", _mailbox(), configs.mailbox),
        timezone=question("Time zone", _zone(), configs.zone),
        site=question("What people call this site", survey.name, configs.filled),
        review_every=question("How often pages without a date are to be reviewed (- for never)", policy or "-", _policy),
        allow=tuple(host for host, _ in allowed),
        ports=tuple(int(port) for port in (*(port for _, port in allowed), urlsplit(survey.start).port) if port),
    )


def _zone() -> str:
    """The time zone of the environment, when it names one, otherwise London."""
    try:
        return configs.zone(os.environ.get("TZ", ""))
    except configs.Wrong:
        return "Europe/London"


def _mailbox() -> str:
    """The mailbox of the person at the keyboard, on this machine: nobody else's is proposed."""
    here = f"{os.environ.get('USER', '')}@localhost"
    return here if configs.is_address(here) else "you@localhost"


def _policy(text: object) -> str:
    """A period, or nothing."""
    return "" if text == "-" else configs.every(text).words


def _write(path: Path, text: str) -> None:
    """Write a new file; one that appeared meanwhile is left alone. Ends with exit code 2 when it cannot be written."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        wrong(f"{path} could not be written: {error.strerror}.")
