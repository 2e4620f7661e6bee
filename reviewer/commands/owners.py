"""``reviewer owners``: who is in the directory, how it fits the pages, and forgetting a person."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import click

from reviewer import owners
from reviewer.commands.state import forget_owner
from reviewer.console.config import settings, wrong
from reviewer.console.groups import Whole
from reviewer.console.options import EXIT_DONE, EXIT_FOUND, Options
from reviewer.model import Ambiguous, Contact, Departed, Finding, Matched, Owner, Page, PageState, Probable, Severity
from reviewer.neutral import words
from reviewer.settings import Config
from reviewer.store import StateFailed, StateRefused, Store

MOST = 10
"""Pages of one site that are listed; the report has them all."""


@click.group("owners", cls=Whole)
def command() -> None:
    """The directory: list it, hold it against the pages, forget a person."""


@command.command("list")
@click.pass_obj
def list_(options: Options) -> None:
    """List everybody in the directory, with what they look after and who stands in for them."""
    config = settings(options)
    today = options.today(config)
    for owner in sorted(config.directory.owners, key=lambda owner: owner.name.casefold()):
        click.echo(words(str(owner.mailbox)))
        for line in _about(owner, config, today):
            click.echo(f"    {words(line)}")
    if not config.directory.owners:
        click.echo("The directory is empty: write owners.toml beside the config (config/owners.example.toml shows how).")


def _about(owner: Owner, config: Config, today: dt.date) -> Iterator[str]:
    """What is to be known of an owner."""
    if owner.left:
        yield "has left: never mailed"
        return
    if not owner.email:
        yield "no e-mail address: pages may name this person, and no mail is sent"
        return
    if owner.leaves:
        yield f"leaves on {owner.leaves}"
    here, _ = owners.standing_in(owner, "", config.directory, today)
    if owner.away_until and owner.away_until >= today:
        instead = f"; {here.mailbox} gets the mail" if here != owner else "; nobody stands in, so the mail waits in their mailbox"
        yield f"away until {owner.away_until}{instead}"
    if owner.aliases:
        yield f"also known as {', '.join(owner.aliases)}"
    if owner.teams:
        yield f"answers for {', '.join(owner.teams)}"
    manager = owners.manager(owner, config.directory, today)
    if manager:
        yield f"manager {manager.mailbox}"
    for what in _looks_after(owner, config):
        yield f"looks after {what}"


def _looks_after(owner: Owner, config: Config) -> Iterator[str]:
    """Sites, areas and overrides whose owner this is."""

    def mine(named: str | None) -> bool:
        found = owners.find(named, config.directory) if named else None
        return found is not None and found.email.casefold() == owner.email.casefold()

    for site in config.sites:
        if mine(site.owner):
            yield f"the site {site.name}"
        yield from (f"{area.path} of {site.name}" for area in site.areas if mine(area.owner))
    yield from (pattern for pattern, named in config.overrides if mine(named))


@command.command("check")
@click.pass_obj
def check(options: Options) -> None:
    """Hold the directory against the pages of the last look: contacts that it does not have, and pages that nobody owns.

    Exit code 0: everything fits; 1: something is to do; 2: there is no state yet.
    """
    config = settings(options)
    if "://" not in config.state.at and not Path(config.state.at).exists():
        wrong(f"There is no state at {config.state.at}: it is made by the first `reviewer run`.")
    try:
        with Store.open(config.state.at, room=False) as store:
            pages, site_of = store.pages(), store.sites()
    except (StateRefused, StateFailed) as error:
        wrong(str(error))
    read = {url: page for url, page in pages.items() if page.state is PageState.READ and not page.sheet}
    todo = [*_contacts(read.values(), config), *_orphans(read, site_of, config, options.today(config))]
    for line in todo:
        click.echo(line)
    counts = ((len(read), "page"), (len(config.directory.owners), "owner"), (len(todo), "thing"))
    click.echo(", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts) + " to do.")
    sys.exit(EXIT_FOUND if todo else EXIT_DONE)


def _contacts(pages: Iterable[Page], config: Config) -> Iterator[str]:
    """Contacts that pages name and the directory cannot place, each once with the pages that name it."""
    named: dict[str, tuple[Contact, list[str]]] = {}
    for page in pages:
        for contact in page.contacts:
            urls = named.setdefault(contact.value.casefold(), (contact, []))[1]
            if page.url not in urls:
                urls.append(page.url)
    for contact, urls in named.values():
        where = f"{urls[0]}{f' and {len(urls) - 1} more' if len(urls) > 1 else ''}"
        who = f'"{words(contact.value)}" ({contact.kind}, on {where})'
        match owners.match(contact, config.directory):
            case Matched():
                continue
            case Ambiguous(several):
                yield f"{who} could be {' or '.join(str(owner.mailbox) for owner in several)}. Do: give one of them the alias."
            case Departed(owner):
                yield f"{who} has left, says the directory ({owner.mailbox}). Do: ask the page's owner to name somebody else."
            case Probable(owner):
                yield f"{who} is probably {owner.mailbox}. Do: give {owner.name} that name as an alias."
            case _:
                yield f"{who} is not in the directory. Do: add it to owners.toml, as a name or an alias."


def _orphans(pages: Mapping[str, Page], site_of: Mapping[str, str], config: Config, today: dt.date) -> Iterator[str]:
    """Pages for which only the organisation's contact is left, by site."""
    nobody = replace(config, organisation=replace(config.organisation, contact=None))
    sites = {site.name: site for site in config.sites}
    found: dict[str, list[str]] = {}
    for url, page in pages.items():
        finding, name = Finding("owners", url, "", Severity.NOTE, "", ""), site_of.get(url, "")
        if not owners.assign(finding, page, sites.get(name), nobody, today):
            found.setdefault(name, []).append(url)
    for name, urls in found.items():
        count = f"{len(urls)} page{'' if len(urls) == 1 else 's'} of {name}"
        shown = [*urls[:MOST], *([f"and {len(urls) - MOST} more"] if len(urls) > MOST else [])]
        yield "\n    ".join([f"Nobody owns {count}. Do: name an `owner` for the site or an area, or an [[override]]:", *shown])


@command.command("forget")
@click.argument("address")
@click.pass_obj
def forget(options: Options, address: str) -> None:
    """Remove an e-mail ADDRESS from the state, on a person's request; then take it out of the directory as well."""
    forget_owner(settings(options), address)
