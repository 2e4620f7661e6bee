"""``reviewer digest``: show or send what each owner would be told."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from reviewer import deliver, owners, render, tell
from reviewer.console.config import nobody, settings, with_state, wrong
from reviewer.console.options import EXIT_DONE, EXIT_INCOMPLETE, EXIT_LOCKED, EXIT_MAIL, EXIT_WRONG, Options
from reviewer.model import Letter, LetterState
from reviewer.settings import Config, Email
from reviewer.stopping import Stop, signals
from reviewer.store import Locked, StateFailed, StateRefused, Store, lock

RULE = "=" * 78


@click.command("digest")
@click.option("--owner", metavar="E", help="Only the digest of this owner: a name or an e-mail address of the directory.")
@click.option(
    "--out", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="Write each as .eml and .html into this folder."
)
@click.option("--send", is_flag=True, help="Write them into the outbox, and send what is there.")
@click.option("--yes", is_flag=True, help="With --send: I have looked; send the first digests, and what was held, too.")
@click.option(
    "--resend", metavar="[OWNER]", is_flag=False, flag_value="", help="Send again what was refused, held or put off: for OWNER, or for all."
)
@click.option("--dry-run", is_flag=True, help="Show the very bytes and recipients that would go, and change nothing.")
@click.option("--clock-is-right", "sure", is_flag=True, help="The clock is right, although the last run seems to be in another month.")
@click.pass_obj
def command(
    options: Options, owner: str | None, out: Path | None, send: bool, yes: bool, resend: str | None, dry_run: bool, sure: bool
) -> None:
    """Show what each owner would be told today; with --send, tell them.

    The first digests of an installation go only when you have looked: --send shows who would get what, and asks; without a terminal it ends
    with exit code 2, and --yes sends. A message that was written for an owner and a day is never written again: sending twice on one day
    sends nothing twice. Exit code 2: the config, a template or the state needs you. 4: some mail was not accepted. 75: another run holds
    the lock.
    """
    if yes and not send:
        raise click.UsageError("--yes goes with --send.")
    if resend is not None and (send or owner or out or dry_run):
        raise click.UsageError("--resend stands alone: --resend, or --resend OWNER.")
    config = settings(options)
    now, today = options.now(config), options.today(config)
    with_state(config)
    try:
        if resend is not None:
            what = "reviewer digest --resend"
            with signals(Stop()) as stop, lock(config.state.at, what=what, now=now), Store.open(config.state.at, now=now) as store:
                whose = _address(resend or None, config, store)
                if not sure:
                    store.check_clock(now)
                sent = deliver.send_batch(store.outbox, config.email, now, again=True, owner=whose, stop=lambda: bool(stop))
                _ended(sent, store, config, options, stop)
        if send and not dry_run:
            what = "reviewer digest --send"
            with signals(Stop()) as stop, lock(config.state.at, what=what, now=now), Store.open(config.state.at, now=now) as store:
                whose = _address(owner, config, store)
                if not sure:
                    store.check_clock(now)
                if not store.runs(1) and not store.issues():
                    wrong("Nothing was looked at yet, so there is nothing to tell: run `reviewer run` first.")
                told = tell.telling(config, store, now=now, today=today)
                if not yes and tell.waits_for_a_person(config, store, told):
                    _ask(told, quiet=options.quiet)
                if owner and tell.waits_for_a_person(config, store, told):
                    store.mark_period(tell.TRIAL, today.isoformat(), now=now)
                told = _of(told, whose)
                tell.write_down(config, store, told, now=now, period=None if owner else ("digest", today.isoformat()))
                sent = deliver.send_batch(store.outbox, config.email, now, yes=yes, owner=whose, stop=lambda: bool(stop))
                _ended(sent, store, config, options, stop)
        with Store.open(config.state.at, now=now) as store:
            whose = _address(owner, config, store)
            told = _of(tell.telling(config, store, now=now, today=today), whose)
            waiting = _waiting(store, whose)
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


def _ended(sent: deliver.Sent, store: Store, config: Config, options: Options, stop: Stop) -> NoReturn:
    """Say what became of a batch, and end."""
    _report(sent, store.outbox.letters(), config, quiet=options.quiet)
    sys.exit(stop.exit_code if stop else EXIT_DONE if sent.complete else EXIT_MAIL)


def _ask(told: tell.Telling, *, quiet: bool) -> None:
    """The first digests wait for a person: show who would get what, and go on only when somebody at a terminal says yes."""
    for message in told.messages:
        click.echo(f"{message.to}: {message.subject}", err=quiet)
    click.echo(tell.first_digests(len(told.digests)), err=True)
    if not (_at_a_terminal() and click.confirm("Send them now?", err=True)):
        click.echo("Nothing was sent.", err=True)
        sys.exit(EXIT_WRONG)


def _at_a_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()


def _address(owner: str | None, config: Config, store: Store) -> str | None:
    """The address of the owner that the person means, folded; None for all. Who is in no directory any more may have letters in the outbox;
    who is in neither ends this with exit code 2."""
    if owner is None:
        return None
    found = owners.find(owner, config.directory)
    if found is None and not store.outbox.letters(owner=owner):
        nobody(owner, config)
    return (found.email if found else owner).casefold()


def _of(told: tell.Telling, wanted: str | None) -> tell.Telling:
    """Only what is told at one address (None: everything)."""
    if wanted is None:
        return told
    digests = tuple(each for each in told.digests if each.owner.email.casefold() == wanted)
    messages = tuple(each for each in told.messages if each.to.email.casefold() == wanted)
    return replace(told, digests=digests, messages=messages)


def _waiting(store: Store, owner: str | None) -> tuple[Letter, ...]:
    """What is in the outbox for an address (None: for all) and was not sent."""
    states = [state for state in LetterState if state not in {LetterState.SENT, LetterState.REFUSED}]
    return store.outbox.letters(*states, owner=owner)


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
        click.echo(f"The batch stopped: {sent.stopped} Nothing is lost.", err=True)
    if not quiet:
        click.echo(f"{render.count(len(sent.sent), 'message')} sent by {config.email.via}.")
