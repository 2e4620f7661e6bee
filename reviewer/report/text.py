"""For a terminal: pages to act on, most urgent first, each with what, where and what to do."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING, Final

from reviewer import neutral
from reviewer.dates import words
from reviewer.model import Finding, Severity
from reviewer.report import Reported, by_page
from reviewer.report._words import Sums, active, conclusion, label, number, quoted, suggested, sums, where

if TYPE_CHECKING:
    from rich.console import Console

SUFFIX: Final = ".txt"
NARROWEST: Final = 40
WIDEST: Final = 120

STYLES: Final = {Severity.URGENT: "bold red", Severity.PROBLEM: "bold yellow", Severity.SOON: "bold cyan", Severity.NOTE: "bold"}


def write(reported: Reported, *, width: int | None = None, colour: bool = False) -> str:
    """The report as lines of at most ``width`` columns (the terminal's, between 40 and 120, when it is not given); addresses are never cut.
    ``colour`` adds ANSI colours: whoever writes to a terminal says so."""
    from rich.console import Console

    columns = max(NARROWEST, min(width or shutil.get_terminal_size((100, 24)).columns, WIDEST))
    made = io.StringIO()
    console = Console(
        file=made,
        width=columns,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    counted = sums(reported)
    for url, findings in by_page(active(reported)):
        _page(console, reported, url, findings)
    console.print(conclusion(reported, counted), style="bold")
    console.print(_counts(counted, reported))
    return "".join(line.rstrip() + "\n" for line in made.getvalue().splitlines())


def _counts(counted: Sums, reported: Reported) -> str:
    links = ", ".join(
        f"{count:,} {name}"
        for count, name in (
            (counted.works, "work"),
            (counted.moved, "moved"),
            (counted.broken, "broken"),
            (counted.unsure, "to look at yourself"),
            (counted.skipped, "skipped"),
        )
        if count
    )
    unread = f" ({counted.unread:,} could not be read)" if counted.unread else ""
    looked = f"Looked at {number(counted.pages, 'page')}{unread} and {number(counted.links, 'link')}{': ' + links if links else ''}."
    return f"{looked} As of {words(reported.as_of)}."


def _page(console: Console, reported: Reported, url: str, findings: tuple[Finding, ...]) -> None:
    title, place = neutral.words(reported.title(url)), reported.files.get(url, url)
    if title != url:
        console.print(title, style="bold")
    console.print(neutral.address(place), style="underline", soft_wrap=True)
    for finding in findings:
        _finding(console, finding)
    console.print()


def _finding(console: Console, finding: Finding) -> None:
    head = f"  [{label(finding)}] "
    _indented(console, head, neutral.sentence(finding.says), STYLES[finding.severity])
    if there := where(finding.place):
        _indented(console, " " * len(head) + "Where: ", there)
    if quote := quoted(finding):
        _indented(console, " " * len(head) + "Quote: ", f'"{quote}"')
    _indented(console, " " * len(head) + "Do: ", neutral.sentence(finding.fix))
    if address := suggested(finding):
        console.print(" " * len(head) + "Try: " + address, soft_wrap=True)


def _indented(console: Console, head: str, text: str, style: str = "") -> None:
    """Print ``text`` after ``head``, its further lines under its first."""
    from rich.cells import cell_len
    from rich.text import Text

    room = max(20, console.width - cell_len(head))
    for index, line in enumerate(Text(text).wrap(console, room)):
        console.print(Text.assemble((head, style) if not index else " " * len(head), line), soft_wrap=True)
