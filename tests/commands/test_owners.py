"""``reviewer owners`` on the command line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewer.cli import reviewer
from reviewer.model import Contact, ContactKind, Known, Looked, Page, PageState
from reviewer.store import Store

NOW = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)

CONFIG = """
[organisation]
contact = "Web team <web@example.org>"
[[site]]
name = "GP site"
start = ["https://x.example/"]
{owner}
  [[site.area]]
  path = "/cancer/**"
  owner = "Amara Example"
[[override]]
page = "/special"
owner = "Sam Sample"
"""
OWNERS = """
[[owner]]
name = "Sam Sample"
email = "sam@example.org"
away_until = 2026-12-04
[[owner]]
name = "Amara Example"
email = "amara@example.org"
aliases = ["A Example"]
teams = ["Early diagnosis"]
manager = "Sam Sample"
away_until = 2026-12-04
cover = "Kit Cover"
[[owner]]
name = "Kit Cover"
email = "kit@example.org"
aliases = ["Twin"]
[[owner]]
name = "Kit Other"
email = "other@example.org"
aliases = ["Twin"]
[[owner]]
name = "Jo Former"
email = "jo@example.org"
left = true
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A config with a directory beside it."""
    path = tmp_path / "reviewer.toml"
    path.write_text(CONFIG.format(owner=""), encoding="utf-8")
    (tmp_path / "owners.toml").write_text(OWNERS, encoding="utf-8")
    return path


def ask(config: Path, *words: str) -> Result:
    """Run the command, as of the day of the tests."""
    return CliRunner().invoke(reviewer, ["-c", str(config), "--as-of", "2026-11-21", "owners", *words])


def seen(config: Path, *pages: Page) -> None:
    """Put a look into the state."""
    with Store.open(config.parent / "reviewer.sqlite3", now=NOW) as store:
        run = store.begin_run("run", now=NOW, as_of=NOW.date())
        looked = Looked(
            {page.url: page for page in pages}, {page.url: "GP site" for page in pages}, {}, {page.url: Known(page) for page in pages}
        )
        store.commit_look(looked, {}, run=run, now=NOW)


def page(path: str, *contacts: str, state: PageState = PageState.READ) -> Page:
    """A page that names people."""
    return Page(f"https://x.example{path}", state, contacts=tuple(Contact(ContactKind.PERSON, name, name) for name in contacts))


def test_list(config: Path) -> None:
    """Everybody by name, with what they look after, who stands in, and who has left."""
    config.write_text(CONFIG.format(owner='owner = "Kit Cover"'), encoding="utf-8")
    result = ask(config, "list")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "Amara Example <amara@example.org>",
        "    away until 2026-12-04; Kit Cover <kit@example.org> gets the mail",
        "    also known as A Example",
        "    answers for Early diagnosis",
        "    manager Sam Sample <sam@example.org>",
        "    looks after /cancer/** of GP site",
        "Jo Former <jo@example.org>",
        "    has left: never mailed",
        "Kit Cover <kit@example.org>",
        "    also known as Twin",
        "    looks after the site GP site",
        "Kit Other <other@example.org>",
        "    also known as Twin",
        "Sam Sample <sam@example.org>",
        "    away until 2026-12-04; nobody stands in, so the mail waits in their mailbox",
        "    looks after /special",
    ]


def test_list_nobody(tmp_path: Path) -> None:
    """An empty directory says how to fill it."""
    path = tmp_path / "reviewer.toml"
    path.write_text('[organisation]\ncontact = "w@example.org"\n[[site]]\nstart = ["https://x.example/"]\n', encoding="utf-8")
    assert "The directory is empty" in ask(path, "list").output


def test_check(config: Path) -> None:
    """Contacts that the directory cannot place are told once, with where; pages that nobody owns one by one; pages not read not at all."""
    seen(
        config,
        page("/a", "Pat Unknown", "Dr Amara Example"),
        page("/b", "Pat Unknown", "Pat Unknown"),
        page("/cancer/c", "Jo Former"),
        page("/special", "Twin"),
        page("/gone", "Nobody Else", state=PageState.NOT_FOUND),
    )
    jo, twin = '"Jo Former" (person, on https://x.example/cancer/c)', '"Twin" (person, on https://x.example/special)'
    result = ask(config, "check")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        '"Pat Unknown" (person, on https://x.example/a and 1 more) is not in the directory. Do: add it to owners.toml, as a name or an alias.',
        f"{jo} has left, says the directory (Jo Former <jo@example.org>). Do: ask the page's owner to name somebody else.",
        f"{twin} could be Kit Cover <kit@example.org> or Kit Other <other@example.org>. Do: give one of them the alias.",
        "Nobody owns 1 page of GP site. Do: name an `owner` for the site or an area, or an [[override]]:",
        "    https://x.example/b",
        "4 pages, 5 owners, 4 things to do.",
    ]


def test_check_of_many_pages(config: Path) -> None:
    """A site that nobody owns is one thing to do, with its first pages."""
    seen(config, *(page(f"/{number:02}") for number in range(14)))
    lines = ask(config, "check").output.splitlines()
    assert lines[0].startswith("Nobody owns 14 pages of GP site.")
    assert len(lines) == 1 + 10 + 1 + 1
    assert lines[-2:] == ["    and 4 more", "14 pages, 5 owners, 1 thing to do."]


def test_check_when_all_fits(config: Path) -> None:
    """With an owner for the site and nobody unknown nothing is to do."""
    config.write_text(CONFIG.format(owner='owner = "Kit Cover"'), encoding="utf-8")
    seen(config, page("/a"))
    result = ask(config, "check")
    assert (result.exit_code, result.output) == (0, "1 page, 5 owners, 0 things to do.\n")


def test_check_without_a_state(config: Path) -> None:
    """Without a look there is nothing to check, and no state is made by asking."""
    result = ask(config, "check")
    assert result.exit_code == 2
    assert "There is no state" in result.stderr
    (config.parent / "reviewer.sqlite3").write_text("something else altogether", encoding="utf-8")
    assert "is not a state" in ask(config, "check").stderr


def test_forget(config: Path) -> None:
    """An address leaves the state, and it is said that the directory still has it."""
    seen(config, page("/a"))
    result = ask(config, "forget", "amara@example.org")
    assert result.exit_code == 0, result.output
    assert "amara@example.org is gone from the state" in result.output
    assert "The directory still has it" in result.stderr
