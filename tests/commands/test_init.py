"""``reviewer init`` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_httpserver import HTTPServer

from reviewer import config as configs
from reviewer.cli import reviewer
from reviewer.settings import Pace

PAGE = """<!doctype html><html lang="en"><title>Resources</title><main><h1>Resources</h1>
<p>Next review due: 31 May 2027</p><p>Page owner: Dr Amara Example</p><a href="/r/two">two</a></main></html>"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, httpserver: HTTPServer) -> Path:
    """An empty folder to work in, and a site of two pages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("reviewer.init.POLITE", Pace(connections=2, per_second=0))
    monkeypatch.setenv("TZ", "Europe/Dublin")
    monkeypatch.setenv("USER", "sam")
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/r").respond_with_data(PAGE, content_type="text/html")
    httpserver.expect_request("/r/two").respond_with_data("<title>Two</title><p>Words", content_type="text/html")
    return tmp_path


def start(*words: str, before: tuple[str, ...] = (), says: str = "") -> Result:
    """Run the command."""
    return CliRunner().invoke(reviewer, ["--allow", "localhost", *before, "init", *words], input=says)


def test_yes(here: Path, httpserver: HTTPServer) -> None:
    """With --yes nothing is asked: the pages are shown, and a config is written that loads and that doctor accepts."""
    result = start(httpserver.url_for("/r"), "--yes")
    assert result.exit_code == 0, result.output
    assert "Looked at 2 pages of localhost" in result.output
    assert "Next review due: …  (due, 1 of 2)" in result.output
    assert "Without a review date: 1 of 2." in result.output
    assert "Wrote config/reviewer.toml and config/owners.toml." in result.output
    config = configs.load(here / "config/reviewer.toml", {})
    assert str(config.organisation.contact) == "sam@localhost"
    assert config.organisation.timezone == "Europe/Dublin"
    assert config.sites[0].start == (httpserver.url_for("/r"),)
    assert config.email.via == f"folder:{here / 'outbox'}"
    doctor = CliRunner().invoke(reviewer, ["doctor"])
    assert doctor.exit_code == 0, doctor.output


def test_questions_need_somebody(here: Path, httpserver: HTTPServer) -> None:
    """Where nobody can answer, the message names --yes, and nothing is written."""
    result = start(httpserver.url_for("/r"))
    assert result.exit_code == 2, result.output
    assert "Add --yes" in result.output
    assert not (here / "config").exists()


def test_no_address_is_broken(here: Path, httpserver: HTTPServer) -> None:
    """Each address stands on a line of its own, and a long one is written whole."""
    long = httpserver.url_for(f"/r?{'x' * 600}")
    result = start(long, "--yes")
    assert f"\n    {long}\n" in result.output
    assert configs.load(here / "config/reviewer.toml", {}).sites[0].start == (long,)


def test_questions(here: Path, httpserver: HTTPServer) -> None:
    """A few questions, each with a proposal; a wrong answer is asked again."""
    says = "Example Alliance\nnobody\nWeb team <web@example.org>\n\nGP site\n-\n"
    result = start(httpserver.url_for("/r"), says=says)
    assert result.exit_code == 0, result.output
    assert '"nobody" is not an e-mail address' in result.output
    config = configs.load(here / "config/reviewer.toml", {})
    assert config.organisation.name == "Example Alliance"
    assert str(config.organisation.contact) == "Web team <web@example.org>"
    assert (config.sites[0].name, config.sites[0].review_every) == ("GP site", None)


def test_an_address_of_a_page_is_not_proposed(here: Path, httpserver: HTTPServer) -> None:
    """An address that only a page gives is in no live line."""
    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/r").respond_with_data("<title>R</title><p>Please contact: found@page.example", content_type="text/html")
    result = start(httpserver.url_for("/r"), "--yes", before=("-q",))
    assert result.exit_code == 0
    assert "Looked at" not in result.output
    for file in (here / "config").iterdir():
        assert not any("found@page.example" in line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))


def test_never_overwrites(here: Path, httpserver: HTTPServer) -> None:
    """An existing config ends it before anything is asked of the site; an existing directory stays."""
    (here / "mine.toml").write_text("x", encoding="utf-8")
    result = start(httpserver.url_for("/r"), "--yes", before=("-c", "mine.toml"))
    assert result.exit_code == 2
    assert "never overwrites" in result.stderr
    assert not httpserver.log
    (here / "mine.toml").unlink()
    (here / "owners.toml").write_text("# mine\n", encoding="utf-8")
    result = start(httpserver.url_for("/r"), "--yes", "--name", "N", "--contact", "a@example.org", before=("-c", "mine.toml"))
    assert result.exit_code == 0
    assert "Wrote mine.toml." in result.output
    assert "`reviewer -c mine.toml doctor`" in result.output
    assert (here / "owners.toml").read_text(encoding="utf-8") == "# mine\n"


def test_no_page(here: Path, httpserver: HTTPServer) -> None:
    """A site without a page to read gives exit code 3, says why, and leaves nothing behind."""
    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/r").respond_with_data("no", status=404)
    result = start(httpserver.url_for("/r"), "--yes")
    assert result.exit_code == 3
    assert "Nothing was written." in result.stderr
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("http://",), "is not a web address"),
        (("ftp://x.example/",), "is not a web address"),
        (("https://x.example/", "--contact", "me"), "is not an e-mail address"),
    ],
)
def test_wrong_words(here: Path, words: tuple[str, ...], says: str) -> None:
    """Wrong usage is exit code 2, before anything is asked of anybody."""
    result = start(*words)
    assert result.exit_code == 2
    assert says in result.output
    assert list(here.iterdir()) == []


def test_what_may_not_be_reached(here: Path) -> None:
    """A wrong --allow is told as in every command."""
    result = CliRunner().invoke(reviewer, ["--allow", "http://x", "init", "x.example", "--yes"])
    assert result.exit_code == 2
    assert "--allow" in result.stderr
    assert list(here.iterdir()) == []


def test_an_internal_site(here: Path, httpserver: HTTPServer) -> None:
    """What is internal is left alone, and the option that lets it be reached is named: there is no config yet."""
    result = CliRunner().invoke(reviewer, ["init", httpserver.url_for("/r").replace("localhost", "127.0.0.1"), "--yes"])
    assert result.exit_code == 3
    assert "`--allow 127.0.0.1` lets it be reached" in result.stderr
    assert list(here.iterdir()) == []


def test_a_disk_that_refuses(here: Path, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be written is told with its name and the reason."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("reviewer.commands.init.Path.open", refuse)
    result = start(httpserver.url_for("/r"), "--yes")
    assert result.exit_code == 2
    assert "reviewer.toml could not be written: Permission denied." in result.stderr


def test_no_zone_and_no_name(here: Path, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a zone or a user in the environment there are still proposals."""
    monkeypatch.setenv("TZ", ":/etc/localtime")
    monkeypatch.setenv("USER", "a b")
    assert start(httpserver.url_for("/r"), "--yes").exit_code == 0
    config = configs.load(here / "config/reviewer.toml", {})
    assert (config.organisation.timezone, str(config.organisation.contact)) == ("Europe/London", "you@localhost")
