"""The directory of owners: TOML, or the CSV export of a personnel system."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.config.directory import read
from reviewer.model import Owner

ROOT = Path(__file__).parents[2]


def told(path: Path, text: str, columns: dict[str, str] | None = None) -> tuple[tuple[Owner, ...], list[tuple[int | None, str, str]]]:
    """The owners of a text, and what is wrong with it."""
    path.write_text(text, encoding="utf-8")
    owners, mistakes = read(path, columns or {})
    return owners, [(mistake.line, mistake.key, f"{mistake.says}. {mistake.expected}") for mistake in mistakes]


def test_toml(tmp_path: Path) -> None:
    """Everything that a directory can say of a person."""
    owners, wrong = told(
        tmp_path / "owners.toml",
        """
        [[owner]]
        name = "Dr Amara Example"
        email = "amara@example.org"
        aliases = ["A Example"]
        teams = ["Early diagnosis"]
        manager = "sam@elsewhere.example"
        away_until = 2026-12-04
        cover = "Sam"
        [[owner]]
        name = "Sam"
        email = "sam@example.org"
        [[owner]]
        name = "Jo"
        email = "jo@example.org"
        left = true
        """,
    )
    assert wrong == []
    assert owners[0] == Owner(
        "Dr Amara Example",
        "amara@example.org",
        aliases=("A Example",),
        teams=("Early diagnosis",),
        manager="sam@elsewhere.example",
        away_until=dt.date(2026, 12, 4),
        cover="Sam",
    )
    assert owners[2].left


BROKEN = {
    "no address": ('[[owner]]\nname = "A"\n', [(1, "owner[1].email", "is missing for A. an address")]),
    "no name": ('[[owner]]\nemail = "a@example.org"\n', [(1, "owner[1].name", "is missing. the full name")]),
    "nothing": ("[[owner]]\n", [(1, "owner[1].name", "is missing"), (1, "owner[1].email", "is missing. an address")]),
    "half an address": ('[[owner]]\nname = "A"\nemail = "a"\n', [(3, "owner[1].email", '"a" is not an e-mail address')]),
    "an address twice": (
        '[[owner]]\nname = "A"\nemail = "a@example.org"\n[[owner]]\nname = "B"\nemail = "A@example.org"\n',
        [(6, "owner[2].email", '"A@example.org" is the address of owner[1] too')],
    ),
    "a cover who is nobody": (
        '[[owner]]\nname = "Amara"\nemail = "a@example.org"\ncover = "Amra"\n',
        [(4, "owner[1].cover", '"Amra" is nobody who is here')],
    ),
    "a cover who has left": (
        '[[owner]]\nname = "A"\nemail = "a@example.org"\ncover = "Jo"\n[[owner]]\nname = "Jo"\nemail = "jo@example.org"\nleft = true\n',
        [(4, "owner[1].cover", '"Jo" is nobody who is here')],
    ),
    "a manager of oneself": (
        '[[owner]]\nname = "A"\nemail = "a@example.org"\nmanager = "A"\n',
        [(4, "owner[1].manager", "of A is A. somebody else")],
    ),
    "a slip in a key": (
        '[[owner]]\nname = "A"\nemail = "a@example.org"\nalias = ["B"]\n',
        [(4, "owner[1].alias", 'a known key. "aliases", probably')],
    ),
    "a date in words": (
        '[[owner]]\nname = "A"\nemail = "a@example.org"\naway_until = "Christmas"\n',
        [(4, "owner[1].away_until", "is not a date")],
    ),
    "left in words": ('[[owner]]\nname = "A"\nemail = "a@example.org"\nleft = "yes"\n', [(4, "owner[1].left", "true or false")]),
    "single brackets": ('[owner]\nname = "A"\n', [(1, "owner", "a table in double brackets: [[owner]]")]),
    "not TOML": ("name\n", [(1, "", "is not TOML")]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken(name: str, tmp_path: Path) -> None:
    """Each mistake has its line, its key and what was expected."""
    text, wanted = BROKEN[name]
    _, wrong = told(tmp_path / "owners.toml", text)
    assert [(line, key) for line, key, _ in wrong] == [(line, key) for line, key, _ in wanted]
    assert all(words in says for (_, _, says), (_, _, words) in zip(wrong, wanted, strict=True))


def test_csv_of_the_usual_kind(tmp_path: Path) -> None:
    """Usual column names are known whatever their case; columns of no use are passed over; several values share a cell; blank rows do not count."""
    owners, wrong = told(
        tmp_path / "owners.csv",
        "Staff No,Full Name,E-mail,Known_as,Department,Line Manager,Away until,Cover,Leaver\n"
        '7,Dr Amara Example,amara@example.org,A Example; Ammi,"Early diagnosis|Screening",sam@example.org,04/12/2026,Sam Sample,no\n'
        ",,,,,,,,\n"
        "8,Sam Sample,sam@example.org,,,,,,\n"
        "9,Jo Former,jo@example.org,,,,,,Yes\n",
    )
    assert wrong == []
    assert owners[0] == Owner(
        "Dr Amara Example",
        "amara@example.org",
        ("A Example", "Ammi"),
        ("Early diagnosis", "Screening"),
        "sam@example.org",
        dt.date(2026, 12, 4),
        "Sam Sample",
    )
    assert [owner.left for owner in owners] == [False, False, True]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_csv_from_a_spreadsheet(tmp_path: Path, delimiter: str) -> None:
    """Semicolons and tabs, a byte order mark, Windows line ends, first and last names apart, short rows."""
    rows = ["Forename", "Surname", "Work e-mail"], ["Amara", "Example", "amara@example.org"], ["Sam"]
    text = "\ufeff" + "".join(delimiter.join(row) + "\r\n" for row in rows)
    owners, wrong = told(tmp_path / "owners.csv", text)
    assert owners == (Owner("Amara Example", "amara@example.org"),)
    assert wrong == [(3, "row[2].email", "is missing for Sam. an address; whoever has left needs one too")]


def test_csv_with_columns_of_its_own(tmp_path: Path) -> None:
    """The config names columns that nobody could guess."""
    owners, wrong = told(tmp_path / "p.csv", "Wer,Wohin\nAmara,a@example.org\n", {"name": "Wer", "email": "wohin"})
    assert (owners, wrong) == ((Owner("Amara", "a@example.org"),), [])


@pytest.mark.parametrize(
    ("text", "columns", "wanted"),
    [
        ("name,phone\nA,1\n", {}, ["has no column with addresses"]),
        ("email\na@example.org\n", {}, ["has no column with names"]),
        ("", {}, ["has no column with addresses", "has no column with names"]),
        ("Employee,Post\n", {"email": "Mail"}, ['has no column "Mail" for email. one of employee, post']),
        ("name,email,left\nA,a@example.org,31/12/2026\n", {}, ['is "31/12/2026". yes or no']),
        ("name,email\nA,a at example\n", {}, ["is not an e-mail address"]),
        ("name,email,away until\nA,a@example.org,soon\n", {}, ["is not a date"]),
    ],
)
def test_broken_csv(tmp_path: Path, text: str, columns: dict[str, str], wanted: list[str]) -> None:
    """A file that lacks something, or a cell that cannot be, is told with its row."""
    _, wrong = told(tmp_path / "owners.csv", text, columns)
    assert len(wrong) == len(wanted)
    assert all(words in says for (_, _, says), words in zip(wrong, wanted, strict=True))


def test_lines_of_rows(tmp_path: Path) -> None:
    """A row is named by the line that it ends in, also after a cell of several lines."""
    _, wrong = told(tmp_path / "owners.csv", 'name,email,note\nA,a@example.org,"two\nlines"\nB,b,\n')
    assert [(line, key) for line, key, _ in wrong] == [(4, "row[2].email")]


def test_no_such_file(tmp_path: Path) -> None:
    """A file that vanished is a mistake like any other."""
    assert [mistake.says for mistake in read(tmp_path / "owners.toml", {}).mistakes] == ["does not exist"]


def test_many_people(tmp_path: Path) -> None:
    """With a large directory the message does not list everybody."""
    people = "".join(f'[[owner]]\nname = "P{number}"\nemail = "p{number}@example.org"\n' for number in range(30))
    _, wrong = told(tmp_path / "owners.toml", people + 'cover = "Nobody"\n')
    assert [says for _, _, says in wrong] == ['"Nobody" is nobody who is here. a name or an address of this file']


@given(st.lists(st.lists(st.text(max_size=8), max_size=5), max_size=5))
@settings(max_examples=60, deadline=None)
def test_any_text_of_cells(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    """Whatever an export holds, it gives owners and mistakes, never an exception."""
    path = tmp_path_factory.mktemp("csv") / "owners.csv"
    path.write_text("name,email,left,aliases\n" + "\n".join(",".join(row) for row in rows), encoding="utf-8", errors="replace")
    owners, mistakes = read(path, {})
    assert all(owner.email for owner in owners)
    assert all(mistake.says and mistake.expected for mistake in mistakes)
