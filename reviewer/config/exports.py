"""The CSV export of a personnel system, as spreadsheets write it: which row is the header, which column holds what, what each row says."""

from __future__ import annotations

import codecs
import contextlib
import csv
import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from reviewer import dates
from reviewer.config import showing, values
from reviewer.config.mistakes import Finds
from reviewer.config.reading import raw

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("name", "full name", "fullname", "display name", "displayname", "employee name", "employee"),
    "first_name": ("first name", "firstname", "given name", "forename", "forenames"),
    "last_name": ("last name", "lastname", "surname", "family name"),
    "email": ("email", "mail", "email address", "mail address", "work email", "email work", "primary email"),
    "aliases": ("aliases", "alias", "known as", "preferred name", "also known as"),
    "teams": ("teams", "team", "department", "role", "roles"),
    "manager": ("manager", "line manager", "manager email", "manager name", "reports to"),
    "away_until": ("away until", "absent until", "on leave until"),
    "cover": ("cover", "covered by", "deputy"),
    "left": ("left", "leaver", "has left"),
    "language": ("language", "preferred language", "correspondence language"),
    "leaves": ("leaves", "leaving date", "leave date", "date of leaving", "date left", "last day", "last working day", "termination date"),
}
"""Columns that an export may have, by what they hold; compared as ``plain`` makes them."""

_YES: Final = frozenset({"yes", "y", "true", "1", "x", "left"})
_NO: Final = frozenset({"", "no", "n", "false", "0"})
_LANGUAGES: Final = {"english": "en", "welsh": "cy", "cymraeg": "cy", "french": "fr", "german": "de", "spanish": "es"}
_LOOKED_AT: Final = 20
"""Rows among which the header is looked for: titles, dates of export and empty rows stand above it."""

_SEPARATOR: Final = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
_TIME: Final = re.compile(r"[ T]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$", re.IGNORECASE)


class Row(NamedTuple):
    """One row that names somebody: the line that it ends in, and its values by what they are (those of ``COLUMNS``, first and last name as
    one ``name``); ``aliases`` and ``teams`` are tuples, ``away_until`` and ``leaves`` days, ``left`` is true or false."""

    line: int
    holds: Mapping[str, Any]


class Export(NamedTuple):
    """What a file holds, and which column was taken for what: (key of ``COLUMNS``, column as the file calls it)."""

    rows: tuple[Row, ...]
    columns: tuple[tuple[str, str], ...]


def export(path: Path, named: Mapping[str, str], finds: Finds) -> Export:
    """The rows of a CSV file that name somebody. ``named`` says which column holds what, where the config does.

    Commas, semicolons, tabs or bars; several aliases or teams with a semicolon or a bar between. A file without names or addresses is a
    mistake; what is wrong with one row is a warning, since nobody edits an export by hand. Raises ``Mistakes`` when it cannot be read.
    """
    header, rows = _table(_text(path), named)
    plainly = [plain(cell) for cell in header]
    where = _columns(plainly, named, finds)
    if finds.mistakes:
        return Export((), ())
    found = []
    for line, cells in rows:
        holds = {held: cell for held, column in where.items() if column < len(cells) and (cell := _tidy(cells[column]))}
        if holds.keys() & {"name", "first_name", "last_name", "email"}:
            found.append(Row(line, dict(_read(holds, line, finds))))
    return Export(tuple(found), tuple((held, header[column].strip()) for held, column in where.items()))


def _tidy(cell: str) -> str:
    """A cell's text in one line, without control characters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in cell).split())


def _text(path: Path) -> str:
    """The file's text: UTF-8, UTF-16 (Excel's "Unicode text"), else Windows' cp1252 (Excel's "CSV")."""
    data = raw(path)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def plain(cell: str) -> str:
    """A column's name for comparing: "E-Mail:" and "e_mail" are "email"."""
    return " ".join(re.sub(r"[\W_]+", " ", re.sub(r"(?i)\be[-_ ]mail", "email", cell)).casefold().split())


def _table(text: str, named: Mapping[str, str]) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header, and the rows below it with their lines. The header is the row, and the delimiter the one, that give the most columns
    that are known; the first of equal ones. Without any, it is the first row that is not empty."""
    known = {name for names in COLUMNS.values() for name in names} | {plain(name) for name in named.values()}
    said = _SEPARATOR.match(text)
    best: tuple[int, list[str], list[tuple[int, list[str]]]] = (-1, [], [])
    for delimiter in dict.fromkeys([*([said[1]] if said else []), *",;\t|"]):
        rows = _rows(text, delimiter)
        for index, (_, cells) in enumerate(rows[:_LOOKED_AT]):
            score = len({plain(cell) for cell in cells} & known) * 1000 + (len(cells) if index == 0 else 0)
            if score > best[0]:
                best = (score, cells, rows[index + 1 :])
    return best[1], best[2]


def _rows(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """Each row that is not empty, with the line that it ends in; without the line that only tells the separator."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found: list[tuple[int, list[str]]] = []
    with contextlib.suppress(csv.Error):  # a cell of more than 128 KB: a quotation mark that was never closed
        found.extend((reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells))
    return found[1:] if _SEPARATOR.match(text) else found


def _columns(header: Sequence[str], named: Mapping[str, str], finds: Finds) -> dict[str, int]:
    """Where each thing stands: by the names that the config gives, else by the usual ones."""
    found: dict[str, int] = {}
    for held in COLUMNS:
        wanted = (plain(named[held]),) if held in named else COLUMNS[held]
        column = next((header.index(name) for name in wanted if name in header), None)
        if column is not None:
            found[held] = column
        elif held in named:
            finds.wrong((), f"has no column {showing.shown(named[held])} for {held}", showing.guess(plain(named[held]), header))
    if "email" not in found and "email" not in named:
        finds.wrong((), "has no column with addresses", 'a column "email", or its name in [directory] columns, as in email = "Work mail"')
    if not {"name", "last_name"} & {*found, *named}:
        finds.wrong((), "has no column with names", 'a column "name", or its name in [directory] columns, as in name = "Employee"')
    return found


def _read(holds: Mapping[str, str], line: int, finds: Finds) -> Iterator[tuple[str, Any]]:
    """What a row says, by the keys of an owner; what cannot be read is passed over with a warning."""
    name = holds.get("name") or " ".join(filter(None, (holds.get("first_name"), holds.get("last_name"))))
    if name:
        yield "name", name
    yield from ((key, holds[key]) for key in ("email", "manager", "cover") if key in holds)
    if "language" in holds:
        yield "language", _LANGUAGES.get(holds["language"].casefold(), holds["language"].lower())
    for key in ("aliases", "teams"):
        if key in holds:
            yield key, tuple(part.strip() for part in re.split(r"[;|]", holds[key]) if part.strip())
    for key in ("away_until", "leaves", "left"):
        said = holds.get(key, "")
        if key == "left" and said.casefold() in _YES | _NO:
            yield key, said.casefold() in _YES
        elif said and (found := _day(said)):
            yield ("leaves" if key == "left" else key), found
        elif said:
            wanted = "yes, no or a date" if key == "left" else "a date"
            finds.warnings.append(
                f"{finds.file}:{line}: {key.replace('_', ' ')} of {name or holds['email']} is {showing.shown(said)}, and was passed over: "
                f"{wanted} was expected, such as 31/12/2026"
            )


def _day(cell: str) -> dt.date | None:
    """A day as spreadsheets write it, with or without a time behind it; None when it is none."""
    said = _TIME.sub("", cell)
    try:
        return values.day(said)
    except values.Wrong:
        found = dates.find(said)
    whole = found[0].date if len(found) == 1 and (found[0].start, found[0].end) == (0, len(said)) else None
    return whole.first if whole is not None and whole.day is not None else None
