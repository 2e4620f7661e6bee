"""The directory of owners: ``owners.toml``, or the CSV export of a personnel system."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple

from reviewer import owners
from reviewer.config import showing, values
from reviewer.config.lines import Path as KeyPath
from reviewer.config.mistakes import Finds, Mistake, Mistakes, dotted
from reviewer.config.reading import form, text, toml
from reviewer.model import Owner
from reviewer.settings import Directory, Text, TextKind

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("name", "full name", "fullname", "display name", "employee name", "employee"),
    "first_name": ("first name", "firstname", "given name", "forename", "forenames"),
    "last_name": ("last name", "lastname", "surname", "family name"),
    "email": ("email", "e-mail", "mail", "email address", "e-mail address", "work email", "work e-mail"),
    "aliases": ("aliases", "alias", "known as", "preferred name", "also known as"),
    "teams": ("teams", "team", "department", "role", "roles"),
    "manager": ("manager", "line manager", "manager email", "reports to"),
    "away_until": ("away until", "away_until", "absent until", "on leave until"),
    "cover": ("cover", "covered by", "deputy"),
    "left": ("left", "leaver", "has left"),
}
"""Columns that an export may have, by what they hold; compared without case, underscores being blanks."""

_YES: Final = frozenset({"yes", "y", "true", "1", "x", "left"})
_NO: Final = frozenset({"", "no", "n", "false", "0"})


@dataclass(frozen=True, slots=True)
class OwnerTable:
    """One owner."""

    name: Annotated[Text, "Needed. The full name of a person, or of a team with a mailbox."]
    email: Annotated[str, TextKind.ADDRESS, "Needed. Where digests go. Each address once."]
    aliases: Annotated[tuple[Text, ...], "Other names on pages: a maiden name, initials, a short form."] = ()
    teams: Annotated[tuple[Text, ...], "Teams and roles that this owner answers for."] = ()
    manager: Annotated[Text | None, "The name or the address of the manager, who is told when nothing happens."] = None
    away_until: Annotated[dt.date | None, "The last day of an absence."] = None
    cover: Annotated[Text | None, "The name or the address of who gets the mail meanwhile."] = None
    left: Annotated[bool, "No longer here: never mailed, and pages that name this person are told to the admin."] = False


@dataclass(frozen=True, slots=True)
class OwnersFile:
    """The whole file."""

    owner: Annotated[tuple[OwnerTable, ...], "One owner each."] = ()


class OwnersRead(NamedTuple):
    """What a directory's file holds: the owners that could be read, and every mistake."""

    owners: tuple[Owner, ...]
    mistakes: tuple[Mistake, ...]


def read(path: Path, columns: Mapping[str, str]) -> OwnersRead:
    """All owners of a ``.csv`` or a TOML file that could be read, and every mistake: no address, one address twice, a cover or a manager
    who is not there ... ``columns`` maps what is held (``name``, ``email`` ...) to a column of a CSV file.
    """
    try:
        if path.suffix.lower() == ".csv":
            finds = Finds(str(path))
            rows = dict(_csv(path, columns, finds))
        else:
            data, finds = toml(path)
            written = form(OwnersFile, data, finds)
            rows = {("owner", index): owner for index, owner in enumerate(written.owner)}
    except Mistakes as error:
        return OwnersRead((), error.mistakes)
    _judge(rows, finds)
    return OwnersRead(tuple(_owner(row) for row in rows.values() if row.email), tuple(finds.mistakes))


def _owner(row: OwnerTable) -> Owner:
    """The owner that a row tells of."""
    return Owner(**{each.name: getattr(row, each.name) for each in fields(row)})


def _judge(rows: Mapping[KeyPath, OwnerTable], finds: Finds) -> None:
    """What only a look over all owners tells."""
    seen: dict[str, KeyPath] = {}
    told = {mistake.key for mistake in finds.mistakes}
    for at, row in rows.items():
        if not row.name and dotted((*at, "name")) not in told:
            finds.wrong((*at, "name"), "is missing", "the full name")
        if not row.email and dotted((*at, "email")) not in told:
            finds.wrong((*at, "email"), f"is missing{f' for {row.name}' if row.name else ''}", "an address; whoever has left needs one too")
        mail = row.email.casefold()
        if mail and mail in seen:
            finds.wrong((*at, "email"), f"{showing.shown(row.email)} is the address of {dotted(seen[mail])} too", "each address once")
        seen.setdefault(mail, at)
    everybody = Directory(tuple(_owner(row) for row in rows.values() if row.email))
    for at, row in rows.items():
        for key, words in (("manager", row.manager), ("cover", row.cover)):
            if words is None or (key == "manager" and values.is_address(words)):
                continue
            found = owners.find(words, everybody)
            if found is None:
                known = [owner.name for owner in everybody.owners if not owner.left]
                near = showing.guess(words, known) if 0 < len(known) <= 20 else "a name or an address of this file"
                finds.wrong((*at, key), f"{showing.shown(words)} is nobody who is here", near)
            elif found.email == row.email:
                finds.wrong((*at, key), f"of {row.name} is {row.name}", "somebody else")


def _csv(path: Path, columns: Mapping[str, str], finds: Finds) -> Iterator[tuple[KeyPath, OwnerTable]]:
    """The rows of an export that name somebody. Commas, semicolons or tabs; several aliases or teams with a semicolon or a bar between."""
    written = text(path)
    head = written.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(written, newline=""), delimiter=delimiter)
    header = [_plain(cell) for cell in next(rows, [])]
    holds = _columns(header, columns, finds)
    if finds.mistakes:
        return
    lines: dict[KeyPath, int] = {}
    finds.lines = lines
    for index, cells in enumerate(rows):
        if not any(cell.strip() for cell in cells):
            continue
        lines["row", index] = rows.line_num
        row = {held: cells[column].strip() for held, column in holds.items() if column < len(cells) and cells[column].strip()}
        name = row.get("name") or " ".join(filter(None, (row.get("first_name"), row.get("last_name"))))
        data: dict[str, Any] = {key: row[key] for key in ("email", "manager", "away_until", "cover") if key in row}
        data |= {
            key: tuple(part.strip() for part in re.split(r"[;|]", row[key]) if part.strip()) for key in ("aliases", "teams") if key in row
        }
        if name:
            data["name"] = name
        left = row.get("left", "").casefold()
        if left not in _YES | _NO:
            finds.wrong(("row", index, "left"), f"is {showing.shown(left)}", "yes or no: a person who leaves later has not left yet")
        data["left"] = left in _YES
        yield ("row", index), form(OwnerTable, data, _Row(finds, ("row", index)))


class _Row(Finds):
    """Notes the mistakes of one row in those of the whole file."""

    def __init__(self, whole: Finds, at: KeyPath) -> None:
        super().__init__(whole.file)
        self.whole = whole
        self.at = at

    def wrong(self, path: KeyPath, says: str, expected: str) -> None:
        """Note it with the row."""
        self.whole.wrong((*self.at, *path), says, expected)


def _plain(cell: str) -> str:
    """A column's name for comparing."""
    return " ".join(cell.casefold().replace("_", " ").split())


def _columns(header: Sequence[str], named: Mapping[str, str], finds: Finds) -> dict[str, int]:
    """Where each thing stands: by the names that the config gives, otherwise by the usual ones."""
    found: dict[str, int] = {}
    for held in COLUMNS:
        wanted = (_plain(named[held]),) if held in named else COLUMNS[held]
        column = next((header.index(name) for name in wanted if name in header), None)
        if column is not None:
            found[held] = column
        elif held in named:
            finds.wrong((), f"has no column {showing.shown(named[held])} for {held}", showing.guess(_plain(named[held]), header))
    if "email" not in found and "email" not in named:
        finds.wrong((), "has no column with addresses", 'a column "email", or its name in [directory] columns, as in email = "Work mail"')
    if not {"name", "last_name"} & {*found, *named}:
        finds.wrong((), "has no column with names", 'a column "name", or its name in [directory] columns, as in name = "Employee"')
    return found
