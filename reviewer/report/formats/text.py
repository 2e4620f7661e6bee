"""For a terminal: pages to act on, most urgent first, each with what, where and what to do."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import Final

from reviewer import neutral
from reviewer.dates import words
from reviewer.model import Finding, Severity
from reviewer.report.reported import Reported, by_page
from reviewer.report.words import Sums, conclusion, label, number, quoted, suggested, sums, suspicion, where

SUFFIX: Final = ".txt"
NARROWEST: Final = 40
WIDEST: Final = 120

MAYBE: Final = "You may also want to look at what is read between the lines, and may be wrong:"
MOST_GUESSES: Final = 3
"""Guesses of one page; the other formats have the rest."""

STYLES: Final = {Severity.URGENT: "bold red", Severity.PROBLEM: "bold yellow", Severity.SOON: "bold cyan", Severity.NOTE: "bold"}


def write(reported: Reported, *, width: int | None = None, colour: bool = False) -> str:
    """The report as lines of at most ``width`` columns (the terminal's, between 40 and 120, when it is not given); addresses are never cut.
    ``colour`` adds ANSI colours, for a terminal."""
    columns = max(NARROWEST, min(width or shutil.get_terminal_size((100, 24)).columns, WIDEST))
    paint = _painter() if colour else _plain
    counted = sums(reported)
    lines: list[str] = []
    if said := reported.stopped:
        lines += [*wrapped("", said, columns, lambda text: paint(text, "bold")), ""]
    sure = [finding for finding in reported.active if not finding.guessed]
    for url, findings in by_page(sure, reported.linked):
        lines += _page(reported, url, findings, columns, paint)
    guesses = by_page((finding for finding in reported.active if finding.guessed), reported.linked)
    if guesses:
        lines += [*wrapped("", MAYBE, columns, lambda text: paint(text, "bold")), ""]
    for url, findings in guesses:
        lines += _page(reported, url, findings[:MOST_GUESSES], columns, paint, more=len(findings[MOST_GUESSES:]))
    lines += wrapped("", conclusion(reported, counted), columns, lambda text: paint(text, "bold"))
    lines += wrapped("", _counts(counted, reported), columns)
    return "".join(line.rstrip() + "\n" for line in lines)


def wrapped(head: str, text: str, columns: int, paint: Callable[[str], str] = str) -> list[str]:
    """``text`` after ``head``, its further lines under its first, no line wider than ``columns`` unless one word is. ``paint`` colours the
    head, or the text where there is no head. A wide character counts for two columns."""
    from rich.cells import cell_len

    indent = cell_len(head)
    lines: list[str] = []
    line, used = "", 0
    for word in text.split():
        room = cell_len(word)
        if used and indent + used + 1 + room > columns:
            lines.append(line)
            line, used = "", 0
        line, used = (f"{line} {word}", used + 1 + room) if used else (word, room)
    lines.append(line)
    if not head:
        return [paint(line) for line in lines]
    return [(" " * indent if index else paint(head)) + line for index, line in enumerate(lines)]


def _plain(text: str, style: str) -> str:
    del style
    return text


def _painter() -> Callable[[str, str], str]:
    from rich.color import ColorSystem
    from rich.style import Style

    return lambda text, style: Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


def _counts(counted: Sums, reported: Reported) -> str:
    links = ", ".join(
        f"{count:,} {name}"
        for count, name in (
            (counted.works, "work"),
            (counted.moved, "moved"),
            (counted.broken, "broken"),
            (counted.suspected, "suspected"),
            (counted.unsure, "to look at yourself"),
            (counted.skipped, "skipped"),
        )
        if count
    )
    unread = f" ({counted.unread:,} could not be read)" if counted.unread else ""
    looked = f"Looked at {number(counted.pages, 'page')}{unread} and {number(counted.links, 'link')}{': ' + links if links else ''}."
    return " ".join(filter(None, (looked, suspicion(counted, reported.config.patience), f"As of {words(reported.as_of)}.")))


def _page(
    reported: Reported, url: str, findings: tuple[Finding, ...], columns: int, paint: Callable[[str, str], str], *, more: int = 0
) -> list[str]:
    title, place = neutral.words(reported.title(url)), neutral.address(reported.files.get(url, url))
    lines = wrapped("", title, columns, lambda text: paint(text, "bold")) if title != url else []
    lines.append(paint(place, "underline"))
    for finding in findings:
        lines += _finding(reported, finding, columns, paint)
    if more:
        lines.append(f"  And {number(more, 'guess', 'guesses')} more.")
    return [*lines, ""]


def _finding(reported: Reported, finding: Finding, columns: int, paint: Callable[[str, str], str]) -> list[str]:
    head = f"  [{label(reported, finding)}] "
    under = " " * len(head)
    lines = wrapped(head, neutral.sentence(finding.says), columns, lambda text: paint(text, STYLES[finding.severity]))
    if there := where(finding.place):
        lines += wrapped(f"{under}Where: ", there, columns)
    if quote := quoted(finding):
        lines += wrapped(f"{under}Quote: ", f'"{quote}"', columns)
    lines += wrapped(f"{under}Do: ", neutral.sentence(finding.fix), columns)
    if address := suggested(finding):
        lines.append(f"{under}Use instead: {address}")
    return lines
