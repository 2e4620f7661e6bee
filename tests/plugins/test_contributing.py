"""What CONTRIBUTING.md and the map of the house say is so."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from reviewer import checks, deliver, read
from reviewer.doctor import mail
from reviewer.families import members
from reviewer.model import Finding, Looked, Page, Severity
from reviewer.report import Reported, writers
from reviewer.settings import Config, Email, Site
from tests.plugins.conftest import Plug

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
EXAMPLES: dict[str, str] = dict(re.findall(r"```python\n# (\S+)\n(.*?)```", TEXT, re.DOTALL))
FAMILIES = {
    "reviewer.checks": "check",
    "reviewer.read.facts": "facts",
    "reviewer.read.formats": "parse",
    "reviewer.report.formats": "write",
    "reviewer.deliver.ways": "connect",
}
TODAY = dt.date(2026, 11, 21)
URL = "https://a.example/"


@pytest.fixture(params=sorted(EXAMPLES))
def example(request: pytest.FixtureRequest, plug: Plug) -> str:
    """Each example, put where its first line says."""
    path: str = request.param
    family, name = path.removesuffix(".py").replace("/", ".").rsplit(".", 1)
    plug(family, name, EXAMPLES[path])
    assert name in members(family, FAMILIES[family])
    return name


def test_every_example_works(example: str) -> None:
    """Each is copied by somebody: it does what the text beside it says."""
    works: dict[str, Callable[[], bool]] = {
        "shouting": lambda: (
            "The title shouts." in [found.says for found in checks.ask(Page(URL, title="A"), checks.Context(TODAY, Site("s", ())))]
        ),
        "grades": lambda: read.read(b"<p>Grade B", url=URL).extras[0].value == "B",
        "rows": lambda: read.read(b"Next review,May 2027\n", url=URL, content_type="text/csv").claims != (),
        "tally": lambda: (
            writers()["tally"].write(
                Reported(TODAY, Looked({}, {}, {}), findings=(Finding("x", URL, "x", Severity.NOTE, "It is so.", "Mend it."),))
            )
            == "note: It is so.\n"
        ),
        "console": lambda: (
            deliver.probe(Email(via="console:")) == ("messages are printed",)
            and any(
                "messages are printed" in line.says
                for line in mail.mail(Config(email=Email(via="console:")), dt.datetime(2026, 11, 21, tzinfo=dt.UTC), None)
            )
        ),
    }
    assert works[example]()


def test_there_is_one_example_for_each_family() -> None:
    """Commands are ours; of each other family there is one to copy."""
    assert sorted(path.rsplit("/", 1)[0].replace("/", ".") for path in EXAMPLES) == sorted(FAMILIES)


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)|`((?:tests|reviewer|docs)/[\w/.]+)`", TEXT))
def test_every_file_that_it_names_is_there(target: tuple[str, str]) -> None:
    """No link leads nowhere, and no folder is named that is not there."""
    assert (ROOT / (target[0] or target[1])).exists()


def test_every_room_has_its_row() -> None:
    """The map of the house has each folder and file of the package once, in a short row."""
    rows = [line for line in (ROOT / "docs" / "house.md").read_text("utf-8").splitlines() if line.startswith("| `")]
    named = [name for row in rows for name in re.findall(r"`(\w+(?:/|\.py))`", row.split("|")[1])]
    home = ROOT / "reviewer"
    rooms = {f"{path.name}/" if path.is_dir() else path.name for path in home.iterdir() if not path.name.startswith(("__", "py.typed"))}
    assert max(map(len, rows)) < 200
    assert set(named) | {"publish.py"} == rooms
    assert len(named) == len(set(named))


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").iterdir()), ids=lambda path: path.stem)
def test_an_issue_form_is_one(path: Path) -> None:
    """GitHub shows a form only when it has a name, a description and a body of known parts."""
    form = yaml.safe_load(path.read_text("utf-8"))
    assert {"name", "description", "body"} <= set(form)
    assert {part["type"] for part in form["body"]} <= {"markdown", "textarea", "input"}
    assert all("label" in part["attributes"] for part in form["body"] if part["type"] != "markdown")
