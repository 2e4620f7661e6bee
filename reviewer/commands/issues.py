"""``reviewer issues``: list, snooze, accept, note. Each says who did it, why, and until when, and all of it stays in the history."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Callable, Mapping

import click

from reviewer import neutral, owners, settle
from reviewer.console.config import nobody, settings, with_state, wrong
from reviewer.console.groups import Whole
from reviewer.console.options import Options
from reviewer.console.state import state_troubles
from reviewer.model import Issue, IssueState
from reviewer.settings import Config
from reviewer.store import StateFailed, StateRefused, Store, lock
from reviewer.tell import assigned

ONE_YEAR = dt.timedelta(days=365)


def day(text: str) -> dt.date:
    """A day, as 2026-11-21; a mistake of usage when it is none."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is not a day; write it as 2026-11-21.") from error


@click.group("issues", cls=Whole, invoke_without_command=True)
@click.option("--history", is_flag=True, help="Show what happened to each issue.")
@click.option("--all", "everything", is_flag=True, help="Resolved issues too.")
@click.option("--owner", metavar="OWNER", help="Only those of this owner: a name or an e-mail address of the directory.")
@click.pass_context
def command(ctx: click.Context, history: bool, everything: bool, owner: str | None) -> None:
    """List what was found over time; snooze an issue, accept it, or add a note to it.

    An issue is named by its id or the first digits of it, as the list shows them.
    """
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, history=history, everything=everything, state=None, page=None, owner=owner)


@command.command("list")
@click.option("--history", is_flag=True, help="Show what happened to each issue.")
@click.option("--all", "everything", is_flag=True, help="Resolved issues too.")
@click.option("--state", type=click.Choice([state.value for state in IssueState]), help="Only those in this state.")
@click.option("--page", metavar="URL", help="Only those of this page.")
@click.option("--owner", metavar="OWNER", help="Only those of this owner: a name or an e-mail address of the directory.")
@click.pass_obj
def list_(options: Options, history: bool, everything: bool, state: str | None, page: str | None, owner: str | None) -> None:
    """List issues, the most urgent first."""
    _list(options, history=history, everything=everything, state=state, page=page, owner=owner)


@command.command()
@click.argument("id_", metavar="ID")
@click.option("--until", type=day, required=True, metavar="DATE", help="The last day on which nobody is told.")
@click.option("--reason", required=True, help="Why.")
@click.option("--by", default=None, help="Who says so (default: you).")
@click.pass_obj
def snooze(options: Options, id_: str, until: dt.date, reason: str, by: str | None) -> None:
    """Tell nobody of an issue until a day has passed."""
    _change(options, id_, until, lambda issue, now: settle.snooze(issue, until=until, by=_who(by), reason=reason, now=now))


@command.command()
@click.argument("id_", metavar="ID")
@click.option("--until", type=day, default=None, metavar="DATE", help="The last day of it (default: in a year).")
@click.option("--reason", required=True, help="Why.")
@click.option("--by", default=None, help="Who says so (default: you).")
@click.pass_obj
def accept(options: Options, id_: str, until: dt.date | None, reason: str, by: str | None) -> None:
    """Put up with an issue: it is known, and nobody is told until a day has passed."""
    last = until or options.today(settings(options)) + ONE_YEAR
    _change(options, id_, last, lambda issue, now: settle.accept(issue, until=last, by=_who(by), reason=reason, now=now))


@command.command()
@click.argument("id_", metavar="ID")
@click.option("--reason", required=True, help="What to write down.")
@click.option("--by", default=None, help="Who says so (default: you).")
@click.pass_obj
def note(options: Options, id_: str, reason: str, by: str | None) -> None:
    """Write a line into the history of an issue."""
    _change(options, id_, None, lambda issue, now: settle.note(issue, by=_who(by), reason=reason, now=now))


def _who(by: str | None) -> str:
    """The person who says so."""
    try:
        return by or getpass.getuser()
    except (KeyError, OSError):
        return "somebody without a user name"


def _list(options: Options, *, history: bool, everything: bool, state: str | None, page: str | None, owner: str | None) -> None:
    config = settings(options)
    with_state(config)
    try:
        with Store.open(config.state.at, room=False) as store:
            issues = store.issues()
            mine = _owned(issues, store, config, options.today(config), owner)
    except (StateRefused, StateFailed) as error:
        wrong(str(error))
    chosen = [
        issue
        for issue in issues.values()
        if (issue.state.value == state if state else everything or issue.state is not IssueState.RESOLVED)
        and (page is None or issue.finding.page == page)
        and issue.id in mine
    ]
    for issue in sorted(chosen, key=lambda issue: (-issue.finding.severity, issue.finding.page, issue.id)):
        click.echo(line(issue))
        if history:
            for event in issue.history:
                until = f" until {event.until.isoformat()}" if event.until else ""
                reason = f": {neutral.words(event.reason)}" if event.reason else ""
                click.echo(f"      {event.at:%Y-%m-%d %H:%M} UTC  {event.what}{until} by {neutral.words(event.by)}{reason}")
    if not options.quiet:
        click.echo(f"{len(chosen)} of {len(issues)} issues.", err=True)


def _owned(issues: Mapping[str, Issue], store: Store, config: Config, today: dt.date, owner: str | None) -> frozenset[str]:
    """The ids of the issues that an owner is told of (all, when none is named). Ends with exit code 2 when that is nobody we know."""
    if owner is None:
        return frozenset(issues)
    found = owners.find(owner, config.directory)
    if found is None:
        nobody(owner, config)
    told = assigned(issues, store.pages(), store.sites(), config, today)
    return frozenset(id_ for id_, whose in told.items() if any(each.owner.email.casefold() == found.email.casefold() for each in whose))


def line(issue: Issue) -> str:
    """An issue in two lines: id, state, severity and page, then what it says."""
    until = f" until {issue.until.isoformat()}" if issue.until else ""
    head = f"{issue.id}  {issue.state.value}{until}  {issue.finding.severity.word}  {neutral.address(issue.finding.page)}"
    return f"{head}\n      {issue.finding.check}: {neutral.sentence(issue.finding.says)}"


def _one(issues: Mapping[str, Issue], id_: str) -> Issue:
    """The issue whose id begins with these digits. Ends with exit code 2 when none does, or several do."""
    found = [issue for key, issue in issues.items() if key.startswith(id_.lower())] if id_ else []
    if len(found) != 1:
        wrong(f"{len(found)} issues have an id that begins with {id_!r}. `reviewer issues list --all` shows them all.")
    return found[0]


def _change(options: Options, id_: str, until: dt.date | None, change: Callable[[Issue, dt.datetime], Issue]) -> None:
    """Change one issue and keep it, under the state's lock."""
    config: Config = settings(options)
    with_state(config)
    now = options.now(config)
    if until is not None and until < options.today(config):
        wrong(f"{until.isoformat()} has passed: name a day to come.")
    with state_troubles(), lock(config.state.at, what="reviewer issues", now=now), Store.open(config.state.at, now=now) as store:
        issue = _one(store.issues(), id_)
        if until is not None and issue.state is IssueState.RESOLVED:
            wrong(f"{issue.id} is resolved already.")
        changed = change(issue, now)
        store.save_issues({issue.id: changed})
    if not options.quiet:
        click.echo(line(changed))
