"""``reviewer digest``: show or send what each owner would be told."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from reviewer import deliver, owners, render, tell
from reviewer.console.config import settings, with_state, wrong
from reviewer.console.options import EXIT_DONE, EXIT_INCOMPLETE, EXIT_LOCKED, EXIT_MAIL, Options
from reviewer.model import Letter, LetterState
from reviewer.settings import Config, Email
from reviewer.store import Locked, StateFailed, StateRefused, Store, lock

RULE = "=" * 78


@click.command("digest")
@click.option("--owner", metavar="E", help="Only the digest of this owner: a name or an e-mail address of the directory.")
@click.option(
    "--out", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="Write each as .eml and .html into this folder."
)
@click.option("--send", is_flag=True, help="Write them into the outbox, and send what is there.")
@click.option("--yes", is_flag=True, help="With --send: I have looked; send what was held, too.")
@click.option("--dry-run", is_flag=True, help="Show the very bytes and recipients that would go, and change nothing.")
@click.pass_obj
def command(options: Options, owner: str | None, out: Path | None, send: bool, yes: bool, dry_run: bool) -> None:
    """Show what each owner would be told today; with --send, tell them.

    A message that was written for an owner and a day is never written again: sending twice on one day sends nothing twice. Exit code 2: the
    config, a template or the state needs you. 4: some mail was not accepted. 75: another run holds the lock.
    """
    if yes and not send:
        raise click.UsageError("--yes goes with --send.")
    config = settings(options)
    now, today = options.now(config), options.today(config)
    try:
        if send and not dry_run:
            with lock(config.state.at, what="reviewer digest --send", now=now), Store.open(config.state.at, now=now) as store:
                told = _of(tell.telling(config, store, now=now, today=today), owner, config)
                period = None if owner else ("digest", today.isoformat())
                tell.write_down(config, store, told, now=now, period=period)
                sent = deliver.send_batch(store.outbox, config.email, now, yes=yes, owner=_address(owner, config))
                _report(sent, store.outbox.letters(), config, quiet=options.quiet)
                sys.exit(EXIT_DONE if sent.complete else EXIT_MAIL)
        with_state(config)
        with Store.open(config.state.at, now=now) as store:
            told = _of(tell.telling(config, store, now=now, today=today), owner, config)
            waiting = _waiting(store, owner, config)
        _show(told, waiting, out, dry_run=dry_run, quiet=options.quiet)
    except Locked as error:
        click.echo(str(error), err=True)
        sys.exit(EXIT_LOCKED)
    except (StateRefused, render.TemplateFault) as error:
        wrong(str(error))
    except StateFailed as error:
        click.echo(str(error), err=True)
        sys.exit(EXIT_INCOMPLETE)
    except deliver.NoConnection as error:
        wrong(error.says)


def _address(owner: str | None, config: Config) -> str | None:
    """The address of the owner that the person means, folded; somebody who is in no directory may be in the outbox."""
    if owner is None:
        return None
    found = owners.find(owner, config.directory)
    return (found.email if found else owner).casefold()


def _of(told: tell.Telling, owner: str | None, config: Config) -> tell.Telling:
    """Only what is told to one owner."""
    wanted = _address(owner, config)
    if wanted is None:
        return told

    digests = tuple(each for each in told.digests if each.owner.email.casefold() == wanted)
    messages = tuple(each for each in told.messages if each.to.email.casefold() == wanted)
    return replace(told, digests=digests, messages=messages)


def _waiting(store: Store, owner: str | None, config: Config) -> tuple[Letter, ...]:
    """What is in the outbox and was not sent."""
    states = [state for state in LetterState if state not in {LetterState.SENT, LetterState.REFUSED}]
    return store.outbox.letters(*states, owner=_address(owner, config))


def _show(told: tell.Telling, waiting: tuple[Letter, ...], out: Path | None, *, dry_run: bool, quiet: bool) -> None:
    """Print what would be told, or write it into a folder."""
    messages = (*(letter.message for letter in waiting), *told.messages)
    if out is not None:
        with deliver.connect(Email(via=f"folder:{out}")) as folder:
            for message in messages:
                folder.send(message, lambda: None)
        if not quiet:
            click.echo(f"{render.count(len(messages), 'message')} written into {out}: open the .html files in a browser. Nothing was sent.")
        return
    for message in messages:
        click.echo(RULE)
        if dry_run:
            click.echo(f"Envelope: from <{message.sender.email}> to <{message.to.email}>")
            click.echo(message.payload, nl=False)
        else:
            click.echo(f"To: {message.to}\nSubject: {message.subject}\n\n{message.text}")
    for letter in waiting:
        if letter.state is LetterState.HELD:
            click.echo(f"Held: {letter.message.to.email}, {letter.period}: {letter.says}", err=True)
    if not quiet:
        click.echo(f"{render.count(len(messages), 'message')}. Nothing was sent.", err=True)


def _report(sent: deliver.Sent, letters: tuple[Letter, ...], config: Config, *, quiet: bool) -> None:
    """What became of each message, in words."""
    by_key = {letter.message.key: letter for letter in letters}
    for word, keys in (("Put off", sent.deferred), ("Refused", sent.refused), ("Held", sent.held), ("Not yet", sent.waiting)):
        for key in keys:
            click.echo(f"{word}: {by_key[key].message.to.email}: {by_key[key].says}", err=True)
    if sent.stopped:
        click.echo(f"The batch stopped: {sent.stopped} Nothing is lost; the rest goes with the next run.", err=True)
    if not quiet:
        click.echo(f"{render.count(len(sent.sent), 'message')} sent by {config.email.via}.")
