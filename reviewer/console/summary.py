"""What a run did, for a person at a terminal: sums, what to act on first, who was told."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from reviewer import neutral, timetable
from reviewer.dates import words
from reviewer.deliver import Sent
from reviewer.judge import OURS
from reviewer.model import Change, Message, PageState
from reviewer.report import Reported, by_page, label, number, quieter, share_of_pages, stopped, sums, suspicion
from reviewer.run import Ran
from reviewer.settings import Config
from reviewer.tell import first_digests

if TYPE_CHECKING:
    from rich.console import Console

FIRST_PAGES = 6
"""How many pages the summary names; the report has all."""


def troubles(ran: Ran, sent: Sent, held: int = 0) -> tuple[str, ...]:
    """What needs a person, for stderr, also when ``--quiet``: cron then mails it. Nothing when all went well. So many messages are
    ``held`` for a person, since whenever."""
    looked = ran.judged.looked
    said = [stopped(looked), *looked.incomplete] if looked.interrupted else list(looked.incomplete)
    if ran.judged.ours_down:
        said.append(OURS)
    if ran.first and ran.told is not None:
        said.append(first_digests(len(ran.told.counts)))
    if sent.stopped:
        said.append(f"Mail could not be sent: {sent.stopped}")
    for what, keys in (("put off, and will be tried again", sent.deferred), ("refused by the mail server", sent.refused)):
        if keys:
            were = "was" if len(keys) == 1 else "were"
            said.append(f"{number(len(keys), 'message')} {were} {what}: see `reviewer digest`, and its --resend.")
    if held:
        said.append(
            f"{number(held, 'message')} {'is' if held == 1 else 'are'} held: see `reviewer digest`, send with `reviewer digest --resend`."
        )
    return tuple(said)


def summary(config: Config, ran: Ran, sent: Sent, report: Path | None, today: dt.date, now: dt.datetime | None = None) -> str:
    """The summary as lines for stdout, coloured on a terminal (``NO_COLOR`` honoured). With ``now`` (UTC) it says when mail will go."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    made = io.StringIO()
    width = max(60, min(shutil.get_terminal_size((100, 24)).columns, 110))
    console = Console(file=made, width=width, force_terminal=sys.stdout.isatty() or None, highlight=False, markup=False, emoji=False)
    reported = Reported(today, ran.judged.looked, config, ran.judged.findings, ran.issues, said=ran.judged.said)
    counted = sums(reported)

    console.print(Text(f"{config.organisation.name}, checked on {words(today)}", style="bold"))
    if broken_off := reported.stopped:
        console.print(Text(broken_off, style="bold"))
    console.print(f"{number(counted.pages, 'page')} and {number(counted.links, 'link')} in {number(len(config.sites), 'site')}")
    console.print()
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="bold")
    table.add_column()
    for count, one, many in (
        (counted.overdue, "review overdue", "reviews overdue"),
        (counted.due_soon, "review due soon", "reviews due soon"),
        (counted.no_date, "page without a review date", "pages without a review date"),
        (counted.broken, "broken link", "broken links"),
        (counted.moved, "link that has moved for good", "links that have moved for good"),
        (counted.unsure, "link that a person has to look at", "links that a person has to look at"),
        (counted.unread, "page that could not be read", "pages that could not be read"),
    ):
        if count:
            table.add_row(str(count), one if count == 1 else many)
    console.print(Padding(table, (0, 0, 1, 2)))

    if doubted := suspicion(counted, config.patience):
        console.print(Text(f"  {doubted}\n"))
    pages = by_page(reported.acting, reported.linked)
    every = Counter(finding.page for finding in reported.active)
    if pages:
        console.print(Text("Most urgent", style="bold"))
        rows = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
        rows.add_column(no_wrap=True, style="bold")
        rows.add_column(ratio=1)
        for url, findings in pages[:FIRST_PAGES]:
            more = f" (and {number(every[url] - 1, 'more thing')})" if every[url] > 1 else ""
            rows.add_row(
                label(reported, findings[0]),
                Text.assemble((neutral.words(reported.title(url), 60), "bold"), f"\n{neutral.sentence(findings[0].says)}{more}"),
            )
        console.print(Padding(rows, (0, 0, 0, 2)))
        if len(pages) > FIRST_PAGES:
            console.print(f"  ... and {number(len(pages) - FIRST_PAGES, 'more page')} in the report")
        console.print()

    if ran.baseline:
        _checks(console, config, reported)
    _told(console, config, ran, sent)
    if ran.told is None and now is not None:
        console.print(f"{next_digests(config, now)}\n")
    for note in ran.judged.notes:
        console.print(f"Note: {neutral.sentence(note)}")
    if ran.judged.notes:
        console.print()
    if report is not None:
        console.print(Text.assemble("Report: ", (str(short(report)), "bold")), soft_wrap=True)
    return "".join(line.rstrip() + "\n" for line in made.getvalue().splitlines()).rstrip("\n")


def _checks(console: Console, config: Config, reported: Reported) -> None:
    """After the first run: what share of the pages each check flags, and how to switch off what is noise here."""
    found = share_of_pages(reported.findings, sum(page.state is PageState.READ and not page.sheet for page in reported.pages))
    if found:
        console.print(f"Pages that each check flags: {', '.join(map(str, found))}")
        for said in quieter(found, config.skip):
            console.print(f"Note: {said}")
        console.print()


def next_digests(config: Config, now: dt.datetime) -> str:
    """One sentence: when digests are due next, and what it takes that they go."""
    zone = ZoneInfo(config.organisation.timezone)
    slot = timetable.following(now, timetable.parse(config.timetable.digest), zone, timetable.workdays(config.timetable.skip))
    at = slot.at.astimezone(zone)
    return (
        f"No mail today: the next digests are due on {words(at.date())} at {at:%H:%M}, by the `reviewer run` that cron starts then, "
        "or by `reviewer schedule`. `reviewer digest` shows them now."
    )


def _told(console: Console, config: Config, ran: Ran, sent: Sent) -> None:
    """Who was told what, or why nobody was."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    if ran.told is None:
        return
    if ran.first:
        console.print(
            Text(
                f"{number(len(ran.told.counts), 'digest')} would be sent. It is the first time: nothing leaves before you have looked.",
                style="bold",
            )
        )
        console.print("  Look:  reviewer digest --out preview\n  Send:  reviewer digest --send --yes\n")
        return
    if not ran.told.messages:
        console.print("Nobody had to be told anything.\n")
        return
    console.print(Text(f"{'Told' if sent.complete else 'To be told, not all of it sent yet'} ({_way(config.email.via)})", style="bold"))
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="bold")
    table.add_column(ratio=1)
    table.add_column(no_wrap=True)
    for message in ran.told.messages:
        changes = _changes(ran.told.counts.get(message.key, {}))
        table.add_row(neutral.words(message.to.name or message.to.email, 40), message.subject, changes)
    console.print(Padding(table, (0, 0, 1, 2)))
    for what, keys in (
        ("Put off, will be tried again", sent.deferred),
        ("Refused by the mail server", sent.refused),
        ("Held for a person", sent.held),
    ):
        if keys:
            console.print(f"{what}: {', '.join(_recipients(keys, ran.told.messages))}")
    if sent.stopped:
        console.print(f"Sending stopped: {sent.stopped}")


def short(path: Path) -> Path:
    """The path as seen from the present folder, when it is below."""
    return path.relative_to(Path.cwd()) if path.is_absolute() and path.is_relative_to(Path.cwd()) else path


def _way(via: str) -> str:
    """How the mail went, in words."""
    scheme, _, rest = via.partition(":")
    return f"written to the folder {short(Path(rest))}" if scheme == "folder" else f"by {via}"


def _changes(counts: Mapping[Change, int]) -> str:
    """How much of a digest is new, still there, fixed and coming: "3 new, 1 still, 2 fixed"; nothing of a message that is none."""
    return ", ".join(f"{counts[change]} {change.value}" for change in Change if counts.get(change))


def _recipients(keys: list[str], messages: tuple[Message, ...]) -> list[str]:
    """The recipients behind keys."""
    names = {message.key: message.to.email for message in messages}
    return [names.get(key, key) for key in keys]
