"""The page for people who open the state themselves."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.model import Broken, Evidence, Link, Place, Reason
from reviewer.store import Store, tables
from tests.makers import broken as finding
from tests.makers import by_id, opened
from tests.store.samples import DAY, HOME, NOW, looked, message, page

PAGE = (Path(__file__).parents[2] / "docs" / "state.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(\w+)` \|(.*)$", PAGE, re.MULTILINE))
QUESTIONS = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
ANSWERS = [
    [("https://dead.example/x", "gone", 410, "2026-11-23T06:00:00.000000Z")],
    [(HOME, "here", 41)],
    [(HOME, "2027-05-31", "2028-05-31", "2026-11-24T06:00:00.000000Z")],
    [("2026-11-23", 1, 0, 1), ("2026-11-24", 1, 0, 1)],
    [("2026-11-23", "prepared", "1 page", "2026-11-24T06:00:00.000000Z")],
]


def test_every_table_is_told() -> None:
    """Each table has a line, and a line names only columns that there are."""
    assert set(ROWS) == set(tables.METADATA.tables)
    for name, words in ROWS.items():
        named = set(re.findall(r"`([a-z_]+)`", words.rsplit("|", 2)[1]))
        columns = {column.name for column in tables.METADATA.tables[name].columns}
        values = {"installation", "created", "created_by", "read"}
        assert named - values <= columns, name


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state with an answer to each question."""
    at = tmp_path_factory.mktemp("documented") / "state.sqlite3"
    dead = Link("/x", "https://dead.example/x", words="here", place=Place("Links", 41))
    with Store.open(at) as store:
        for day, due in enumerate(("2027-05-31", "2028-05-31")):
            now = NOW + day * DAY
            run = store.begin_run("run", now=now, as_of=now.date())
            broken = Broken("https://dead.example/x", Reason.GONE, Evidence(410))
            found = opened(finding(HOME, "https://dead.example/x", quote="here", place=Place("Links", 41)))
            store.commit_look(looked(page(due=due, links=(dead,)), visits=(broken,)), by_id(found), run=run, now=now)
            store.end_run(run, "done", now=now)
        store.prepare([message("web.team@example.nhs.uk")], {}, now=now)
    return at


@pytest.mark.parametrize(("question", "answer"), list(zip(QUESTIONS, ANSWERS, strict=True)))
def test_every_question_is_answered(at: Path, question: str, answer: list[tuple[object, ...]]) -> None:
    """The questions on the page run as they stand, and give what they promise."""
    with closing(sqlite3.connect(at)) as connection:
        assert connection.execute(question).fetchall() == answer
