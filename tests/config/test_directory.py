"""The directory of owners: TOML, or the CSV export of a personnel system."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.config.directory import OwnersRead, read
from reviewer.model import Owner
from reviewer.settings import Directory

ROOT = Path(__file__).parents[2]


def told(path: Path, text: str, columns: dict[str, str] | None = None) -> tuple[tuple[Owner, ...], list[tuple[int | None, str, str]]]:
    """The owners of a text, and what is wrong with it."""
    path.write_text(text, encoding="utf-8")
    owners, mistakes, *_ = read(path, columns or {})
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
    "no name": ('[[owner]]\nemail = "a@example.org"\n', [(1, "owner[1].name", "is missing. the full name")]),
    "nothing": ("[[owner]]\n", [(1, "owner[1].name", "is missing")]),
    "a number for an address": ('[[owner]]\nname = "A"\nemail = 5\n', [(3, "owner[1].email", "text in quotes")]),
    "a manager of whom there are two": (
        (
            '[[owner]]\nname = "A"\nemail = "a@example.org"\nmanager = "Helen Ward"\n[[owner]]\nname = "Helen Ward"\nemail = "h@example.org"\n'
            '[[owner]]\nname = "Helen Ward"\nemail = "h2@example.org"\n'
        ),
        [(4, "owner[1].manager", '"Helen Ward" is the name of h@example.org and of h2@example.org. one of these addresses')],
    ),
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
    assert owners == (Owner("Amara Example", "amara@example.org"), Owner("Sam", ""))
    assert wrong == []


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
    ],
)
def test_broken_csv(tmp_path: Path, text: str, columns: dict[str, str], wanted: list[str]) -> None:
    """A file that lacks a column is a mistake."""
    _, wrong = told(tmp_path / "owners.csv", text, columns)
    assert len(wrong) == len(wanted)
    assert all(words in says for (_, _, says), words in zip(wrong, wanted, strict=True))


def export(path: Path, data: str | bytes) -> OwnersRead:
    """What an export gives."""
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read(path, {})


ZOE = Owner("Zoë Sample", "zoe@example.org", teams=("Referral",), away_until=dt.date(2026, 12, 31))
ROWS = "Name;Email;Team;Away until;Left\r\nZoë Sample;zoe@example.org;Referral;31/12/2026;no\r\n"


@pytest.mark.parametrize(
    "data",
    [
        "sep=;\r\n" + ROWS,
        '"sep=;"\r\n' + ROWS,
        ROWS.encode("cp1252"),
        ROWS.encode("utf-16"),
        "\ufeff".encode("utf-16-be") + ROWS.replace(";", "\t").encode("utf-16-be"),
        "\ufeff" + ROWS,
        "Staff list, exported on 1 November 2026\r\n\r\n" + ROWS,
        "Staff;;;;\r\n;;;;\r\n" + ROWS + ";;;;\r\n\r\n",
        "sep=|\r\nStaff\r\n" + ROWS.replace(";", "|"),
        ROWS.replace("31/12/2026", "31/12/2026 00:00:00"),
        ROWS.replace("31/12/2026", "31/12/2026 12:00:00 AM"),
        ROWS.replace("31/12/2026", "2026-12-31T00:00:00.000Z"),
        ROWS.replace("31/12/2026", "31.12.2026 0:00"),
        ROWS.replace("31/12/2026", "31 Dec 2026"),
        ROWS.replace("Email", "E-Mail:").replace("Away until", "AWAY_UNTIL"),
        ROWS.replace("zoe@", "Zoë Sample <zoe@").replace("org;", "org>;"),
    ],
)
def test_exports_as_they_are(tmp_path: Path, data: str | bytes) -> None:
    """What Excel and personnel systems write is read as it is: separators told in a line, encodings, titles, empty rows, times, mailboxes."""
    assert export(tmp_path / "owners.csv", data)[:3] == ((ZOE,), (), ())


def test_a_person_without_an_address(tmp_path: Path) -> None:
    """Who has no address, or one that cannot be, is somebody whom pages may name: told, and no reason to refuse the run."""
    found = export(tmp_path / "owners.csv", 'name,email,note,left\nA,a@example.org,"two\nlines",\nB,b at example,,\nC,,,\nD,,,yes\n')
    assert [(owner.name, owner.email, owner.left) for owner in found.owners] == [
        ("A", "a@example.org", False), ("B", "", False), ("C", "", False), ("D", "", True),
    ]  # fmt: skip
    assert found.mistakes == ()
    file = str(tmp_path / "owners.csv")
    assert found.warnings == (
        f'{file}:4: row[2].email "b at example" is not an e-mail address: B can be named on pages, and gets no mail',
        f"{file}: no e-mail address for C (line 5): this person can be named on pages, and no mail goes there",
    )
    toml = told(tmp_path / "owners.toml", '[[owner]]\nname = "B"\nemail = "b"\n[[owner]]\nemail = "x y"\nname = "C"\nleft = true\n')
    assert toml == ((Owner("B", ""), Owner("C", "", left=True)), [])


def test_many_without_an_address_are_counted(tmp_path: Path) -> None:
    """Hundreds of rows of one trouble are one sentence."""
    found = export(tmp_path / "owners.csv", "name,email,manager\n" + "".join(f"P{number},,Nobody\n" for number in range(9)))
    assert len(found.owners) == 9
    assert [warning.partition(": ")[2] for warning in found.warnings] == [
        (
            "no e-mail address for P0 (line 2), P1 (line 3), P2 (line 4), P3 (line 5), P4 (line 6), 4 more: "
            "these people can be named on pages, and no mail goes there"
        ),
        "; ".join(f'manager of P{number} (line {number + 2}) "Nobody" is nobody who is here' for number in range(5))
        + "; 4 more of this kind: nobody is told in their place",
    ]


def test_a_leaving_date(tmp_path: Path) -> None:
    """Until the last day somebody is here; from the day after on that person has left, and an export keeps both kinds of column."""
    text = "name,email,leaving date\nA,a@example.org,30/11/2026 00:00\nB,b@example.org,\n"
    people = export(tmp_path / "owners.csv", text).owners
    assert people == (Owner("A", "a@example.org", leaves=dt.date(2026, 11, 30)), Owner("B", "b@example.org"))
    directory = Directory(people)
    assert directory.as_of(dt.date(2026, 11, 30)) is directory
    assert [owner.left for owner in directory.as_of(dt.date(2026, 12, 1)).owners] == [True, False]
    assert export(tmp_path / "owners.csv", text.replace("leaving date", "Left")).owners == people


def test_cells_that_cannot_be(tmp_path: Path) -> None:
    """A cell that cannot be read is told with its line and passed over; the row stays."""
    found = export(tmp_path / "owners.csv", "name,email,away until,left\nA,a@example.org,soon,perhaps\n")
    assert (found.owners, found.mistakes) == ((Owner("A", "a@example.org"),), ())
    assert [warning.partition(":2: ")[2] for warning in found.warnings] == [
        'away until of A is "soon", and was passed over: a date was expected, such as 31/12/2026',
        'left of A is "perhaps", and was passed over: yes, no or a date was expected, such as 31/12/2026',
    ]


def test_one_address_in_two_rows(tmp_path: Path) -> None:
    """Two rows of one address are one owner with the names and teams of both; who is here counts more than who has left."""
    text = "name,email,team,left\nAmara Old,a@example.org,X,yes\nAmara New,A@example.org,Y,\nB,b@example.org,,\n"
    assert export(tmp_path / "owners.csv", text).owners == (
        Owner("Amara New", "A@example.org", ("Amara Old",), ("Y", "X")),
        Owner("B", "b@example.org"),
    )


def test_columns_are_told(tmp_path: Path) -> None:
    """What was taken for what is kept, in the words of the file."""
    found = export(tmp_path / "owners.csv", "Staff No,Display Name,Mail,Department\n1,A,a@example.org,X\n")
    assert found.columns == (("name", "Display Name"), ("email", "Mail"), ("teams", "Department"))


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
    owners, mistakes, *_ = read(path, {})
    assert all(owner.name or owner.email for owner in owners)
    assert all(mistake.says and mistake.expected for mistake in mistakes)
