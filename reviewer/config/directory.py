"""The directory of owners: ``owners.toml``, or the CSV export of a personnel system."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Annotated, Final, NamedTuple

from reviewer import owners
from reviewer.config import showing, values
from reviewer.config.exports import export
from reviewer.config.lines import Path as KeyPath
from reviewer.config.lines import nearest
from reviewer.config.mistakes import Finds, Mistake, Mistakes, dotted
from reviewer.config.reading import form, toml
from reviewer.model import Owner
from reviewer.settings import Directory, Text, TextKind

MOST: Final = 5
"""People of one trouble who are named; the rest is counted."""


@dataclass(frozen=True, slots=True)
class OwnerTable:
    """One owner."""

    name: Annotated[Text, "Needed. The full name of a person, or of a team with a mailbox."]
    email: Annotated[Text, "Where digests go. Each address once. Somebody without one can be named on pages, and gets no mail."] = ""
    aliases: Annotated[tuple[Text, ...], "Other names on pages: a maiden name, initials, a short form."] = ()
    teams: Annotated[tuple[Text, ...], "Teams and roles that this owner answers for."] = ()
    manager: Annotated[Text | None, "The name or the address of the manager, who is told when nothing happens."] = None
    away_until: Annotated[dt.date | None, "The last day of an absence."] = None
    cover: Annotated[Text | None, "The name or the address of who gets the mail meanwhile."] = None
    left: Annotated[bool, "No longer here: never mailed, and pages that name this person are told to the admin."] = False
    leaves: Annotated[dt.date | None, "The last day here; from the day after on as if `left`."] = None
    language: Annotated[
        str | None,
        TextKind.LANGUAGE,
        "The language of digests (en, cy, fr, de, es). Default: that of the owner's pages, when all have one.",
    ] = None


@dataclass(frozen=True, slots=True)
class OwnersFile:
    """The whole file."""

    owner: Annotated[tuple[OwnerTable, ...], "One owner each."] = ()


class OwnersRead(NamedTuple):
    """What a directory's file holds: the owners that could be read, every mistake, what is worth knowing and stops nobody, and which column
    of an export was taken for what."""

    owners: tuple[Owner, ...]
    mistakes: tuple[Mistake, ...]
    warnings: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()


class _Rows(NamedTuple):
    """The rows of a file by where they stand, what is wrong with them, and which column was taken for what."""

    rows: dict[KeyPath, OwnerTable]
    finds: Finds
    columns: tuple[tuple[str, str], ...] = ()


def read(path: Path, columns: Mapping[str, str]) -> OwnersRead:
    """All owners of a ``.csv`` or a TOML file that could be read, every mistake (one address twice, a cover who is not there ...), and
    every warning. ``columns`` maps what is held (``name``, ``email`` ...) to a column of a CSV file.

    Somebody without an address, or with one that cannot be, is an owner all the same: pages may name that person, and no mail is sent.
    """
    try:
        rows, finds, taken = _exported(path, columns) if path.suffix.lower() == ".csv" else _written(path)
    except Mistakes as error:
        return OwnersRead((), error.mistakes)
    rows = _mailable(rows, finds)
    _judge(rows, finds)
    people = tuple(_owner(row) for row in rows.values() if row.name or row.email)
    return OwnersRead(people, tuple(finds.mistakes), tuple(finds.warnings), taken)


def _owner(row: OwnerTable) -> Owner:
    """The owner that a row tells of."""
    return Owner(**{each.name: getattr(row, each.name) for each in fields(row)})


def _written(path: Path) -> _Rows:
    """The tables of a TOML file. People write it by hand: what is wrong with a table is a mistake."""
    data, finds = toml(path)
    written = form(OwnersFile, data, finds)
    told = {mistake.key for mistake in finds.mistakes}
    rows: dict[KeyPath, OwnerTable] = {("owner", index): owner for index, owner in enumerate(written.owner)}
    for at, row in rows.items():
        if not row.name and dotted((*at, "name")) not in told:
            finds.wrong((*at, "name"), "is missing", "the full name")
    _once(rows, finds)
    return _Rows(rows, finds)


def _once(rows: Mapping[KeyPath, OwnerTable], finds: Finds) -> None:
    """Each address once: two people of one address would each be told what is the other's."""
    seen: dict[str, KeyPath] = {}
    for at, row in rows.items():
        mail = row.email.casefold()
        if mail and mail in seen:
            finds.wrong((*at, "email"), f"{showing.shown(row.email)} is the address of {dotted(seen[mail])} too", "each address once")
        seen.setdefault(mail, at)


def _exported(path: Path, columns: Mapping[str, str]) -> _Rows:
    """The rows of an export. Nobody edits it by hand: two rows of one address are one owner, who answers to both names."""
    finds = Finds(str(path))
    found = export(path, columns, finds)
    lines: dict[KeyPath, int] = {}
    finds.lines = lines
    rows: dict[KeyPath, OwnerTable] = {}
    owning: dict[str, KeyPath] = {}
    for index, (line, holds) in enumerate(found.rows):
        at: KeyPath = ("row", index)
        lines[at] = line
        row = OwnerTable(**{"name": "", **holds})
        first = owning.setdefault(row.email.casefold(), at) if row.email else at
        rows[first] = _joined(rows[first], row) if first in rows else row
    return _Rows(rows, finds, found.columns)


def _joined(one: OwnerTable, other: OwnerTable) -> OwnerTable:
    """Two rows of one address as one owner: who is still here counts, with the names and the teams of both."""
    here, also = (other, one) if one.left and not other.left else (one, other)
    names = dict.fromkeys((*here.aliases, also.name, *also.aliases))
    return replace(
        here,
        aliases=tuple(name for name in names if name and name != here.name),
        teams=tuple(dict.fromkeys((*here.teams, *also.teams))),
        manager=here.manager or also.manager,
    )


def _mailable(rows: Mapping[KeyPath, OwnerTable], finds: Finds) -> dict[KeyPath, OwnerTable]:
    """The rows, those without an address that mail can go to with none; each is told, unless nobody would write there again anyway."""
    kept, without = {}, []
    for at, row in rows.items():
        address = row.email
        if address and not values.is_address(address):
            try:
                address = values.mailbox(address).email
            except values.Wrong as error:
                address = ""
                if not row.left:
                    finds.warn((*at, "email"), f"{error.says}: {row.name or 'this row'} can be named on pages, and gets no mail")
        elif not address and not row.left:
            without.append(f"{row.name} (line {nearest(finds.lines, at)})")
        kept[at] = replace(row, email=address)
    if without:
        shown = [*without[:MOST], *([f"{len(without) - MOST} more"] if len(without) > MOST else [])]
        finds.warnings.append(
            f"{finds.file}: no e-mail address for {', '.join(shown)}: "
            f"{'this person' if len(without) == 1 else 'these people'} can be named on pages, and no mail goes there"
        )
    return kept


def _judge(rows: Mapping[KeyPath, OwnerTable], finds: Finds) -> None:
    """What only a look over all owners tells: managers and covers who are nobody, oneself, or one of several."""
    everybody = Directory(tuple(_owner(row) for row in rows.values()))
    exported = bool(rows) and next(iter(rows))[0] == "row"
    unknown: list[str] = []
    for at, row in rows.items():
        for key, words in (("manager", row.manager), ("cover", row.cover)):
            if words is None or (key == "manager" and values.is_address(words)):
                continue
            wrong = _stand_in(words, row, everybody)
            if wrong is None:
                continue
            if not exported:
                finds.wrong((*at, key), *wrong)
            elif not row.left:
                unknown.append(f"{key} of {row.name} (line {nearest(finds.lines, at)}) {wrong[0]}")
    if unknown:
        shown = [*unknown[:MOST], *([f"{len(unknown) - MOST} more of this kind"] if len(unknown) > MOST else [])]
        finds.warnings.append(f"{finds.file}: {'; '.join(shown)}: nobody is told in their place")


def _stand_in(words: str, row: OwnerTable, everybody: Directory) -> tuple[str, str] | None:
    """What is wrong with a manager or a cover, and what was expected; None when it is somebody else who is here."""
    found = owners.named(words, everybody)
    here = [owner for owner in found if not owner.left]
    if not here:
        known = [owner.name for owner in everybody.owners if not owner.left]
        near = showing.guess(words, known) if 0 < len(known) <= 20 else "a name or an address of this file"
        return f"{showing.shown(words)} is nobody who is here", near
    if len(here) > 1:
        return owners.several(words, here), "one of these addresses"
    if (here[0].name, here[0].email) == (row.name, row.email):
        return f"of {row.name} is {row.name}", "somebody else"
    return None
