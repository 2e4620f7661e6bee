"""Tests of ``reviewer check``: targets, formats, exit codes; on the sample site over real sockets."""

from __future__ import annotations

import datetime as dt
import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewer.cli import reviewer
from reviewer.demo.serve import Served, serving
from tests.links_origin.case import Reply
from tests.links_origin.origin import Origin

START = dt.date(2026, 11, 21)


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """The sample site."""
    with serving(START, 1) as served:
        yield served


@pytest.fixture
def config(served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A config that lets the sample site be reached; the working folder is empty."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "c.toml"
    ports = ", ".join(map(str, served.ports))
    path.write_text(
        f'[organisation]\ncontact = "Web <web@example.org>"\n[network]\nallow = ["127.0.0.1"]\nports = [{ports}]\n'
        f'[network.pace]\nper_second = 0\n[[site]]\nname = "GP"\nstart = ["{served.own}/gp-resources/"]\nwithin = ["/gp-resources/**"]\n'
    )
    return path


def check(config: Path | None, *words: str) -> Result:
    """Run the command as of the first day."""
    chosen = ["-c", str(config)] if config else []
    return CliRunner().invoke(reviewer, [*chosen, "--as-of", "2026-11-21", "check", *words], catch_exceptions=False)


def pages(result: Result) -> list[str]:
    """The paths of the pages in a JSON report."""
    return sorted("/" + page["url"].split("/", 3)[3] for page in json.loads(result.stdout)["pages"])


def test_a_page_is_looked_at_alone_and_a_folder_with_what_is_below(served: Served, config: Path) -> None:
    """A URL that ends in a slash is a folder; --follow and --no-follow say otherwise; --max-pages is a bound."""
    page = f"{served.own}/gp-resources/tips-and-tricks.html"
    assert pages(check(config, page, "--format", "json")) == ["/gp-resources/tips-and-tricks.html"]
    below = pages(check(config, f"{served.own}/gp-resources/", "--format", "json"))
    assert len(below) == 8
    assert all(path.startswith("/gp-resources/") for path in below)
    assert pages(check(config, f"{served.own}/gp-resources/", "--no-follow", "--format", "json")) == ["/gp-resources/"]
    assert len(pages(check(config, f"{served.own}/gp-resources/", "--max-pages", "2", "--format", "json"))) == 2


def test_a_url_needs_no_config(served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a config a URL is looked at with the defaults; an internal address is refused, and the refusal is said."""
    monkeypatch.chdir(tmp_path)
    result = check(None, f"{served.own}/gp-resources/tips-and-tricks.html")
    assert result.exit_code == 3
    assert "`--allow 127.0.0.1` lets it be reached" in " ".join(result.output.split())


def test_a_site_is_named_as_in_the_config(served: Served, config: Path) -> None:
    """By its name in any case; without a target all sites; a name that there is not is said with those that there are."""
    assert len(pages(check(config, "gp", "--format", "json"))) == 8
    assert len(pages(check(config, "--format", "json"))) == 8
    wrong = check(config, "GPs")
    assert wrong.exit_code == 2
    assert "'GPs' is neither a URL, a folder nor a site of the config (it has: GP)" in wrong.output


@pytest.mark.parametrize(("level", "code"), [("note", 1), ("problem", 1), ("urgent", 1), ("never", 0)])
def test_fail_on_decides_the_exit_code(served: Served, config: Path, level: str, code: int) -> None:
    """1 when something is at or above the level; `never` is 0."""
    assert check(config, f"{served.own}/gp-resources/tips-and-tricks.html", "--fail-on", level).exit_code == code


def test_a_page_without_trouble_is_zero(served: Served, config: Path) -> None:
    """Nothing at or above the level is exit code 0."""
    assert check(config, f"{served.own}/alliance/annual-report.html", "--only", "broken_link").exit_code == 0


def test_several_formats_go_to_several_files(served: Served, config: Path, tmp_path: Path) -> None:
    """--format and -o go in pairs; a file's ending names its format; one format goes to stdout."""
    page = f"{served.own}/gp-resources/tips-and-tricks.html"
    result = check(config, page, "-f", "json", "-f", "csv", "-o", "a/found.json", "-o", "a/found.csv")
    assert result.exit_code == 1
    assert json.loads((tmp_path / "a/found.json").read_text())["version"] == 1
    assert (tmp_path / "a/found.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert check(config, page, "-o", "b.json").exit_code == 1
    assert json.loads((tmp_path / "b.json").read_text())["counts"]["pages"] == 1
    assert check(config, page, "-f", "json", "-f", "csv").exit_code == 2
    assert check(config, page, "-f", "docx").exit_code == 2
    assert check(config, page, "-o", "c.unknown").exit_code == 2


def test_only_and_skip_choose_the_checks(served: Served, config: Path) -> None:
    """--only asks one check, --skip leaves one out; an unknown name is said with the known ones."""
    page = f"{served.own}/gp-resources/tips-and-tricks.html"
    only = json.loads(check(config, page, "--only", "review_date", "-f", "json").stdout)["findings"]
    assert {finding["check"] for finding in only} == {"review_date"}
    rest = json.loads(check(config, page, "--skip", "review_date", "-f", "json").stdout)["findings"]
    assert "review_date" not in {finding["check"] for finding in rest}
    assert len(rest) > 2
    wrong = check(config, page, "--only", "reviewdate")
    assert wrong.exit_code == 2
    assert "review_date" in wrong.output


@pytest.mark.parametrize("form", ["json", "csv", "html", "text", "ics", "markdown"])
def test_links_alone_are_told_as_they_are_with_everything_else(served: Served, config: Path, form: str) -> None:
    """When only links are asked for, the findings are the same and every format can be made; of reviews and contacts nothing is claimed."""
    site = f"{served.own}/gp-resources/"
    told = check(config, site, "--only", "broken_link", "-f", form)
    assert told.exit_code == 1, told.output
    if form == "json":
        alone, whole = json.loads(told.stdout), json.loads(check(config, site, "-f", "json").stdout)
        assert alone["findings"] == [finding for finding in whole["findings"] if finding["check"] == "broken_link"]
        assert [page["links"] for page in alone["pages"]] == [page["links"] for page in whole["pages"]]
        assert any(page["review"] for page in whole["pages"])
        assert not any(page["review"] or page["contacts"] or page["periods"] for page in alone["pages"])


def test_new_only_tells_what_a_baseline_does_not_have(served: Served, config: Path, tmp_path: Path) -> None:
    """Against its own report nothing is new; a file that is no report is refused."""
    page = f"{served.own}/gp-resources/tips-and-tricks.html"
    check(config, page, "-o", "base.json")
    again = check(config, page, "--new-only", "base.json", "-f", "json")
    assert again.exit_code == 0
    assert json.loads(again.stdout)["findings"] == []
    (tmp_path / "bad.json").write_text("[]")
    assert check(config, page, "--new-only", "bad.json").exit_code == 2
    assert check(config, page, "--new-only", "missing.json").exit_code == 2


def test_a_folder_on_disk_is_a_site(config: Path, tmp_path: Path) -> None:
    """A built site is read from disk; its links are resolved inside the folder."""
    folder = tmp_path / "public"
    (folder / "sub").mkdir(parents=True)
    (folder / "index.html").write_text(
        '<title>Home</title><p><a href="/sub/">in</a> <a href="gone.html">out</a><p>Next review due: 1 May 2020'
    )
    (folder / "sub" / "index.html").write_text('<title>Sub</title><p id="x"><a href="../#y">up</a>')
    found = json.loads(check(config, str(folder), "-f", "json", "--no-links").stdout)
    assert {page["file"].rsplit("/", 1)[1] for page in found["pages"]} == {"index.html"}
    assert len(found["pages"]) == 2
    part = json.loads(check(config, str(folder), "-f", "json", "--no-links", "--max-pages", "1").stdout)
    assert len(part["pages"]) == 1
    assert any("1 address" in note for note in part["notes"])
    assert {(finding["check"]) for finding in found["findings"]} >= {"review_date", "broken_link", "missing_anchor"}
    (folder / "sub" / "parking-guide.html").write_text("<title>Parking</title><p>Park here.</p>")
    (folder / "index.html").write_text('<title>Home</title><p><a href="/sub/">in</a> <a href="/sub/parking-guid.html">Parking</a>')
    hinted = check(config, str(folder), "-f", "json", "--only", "broken_link")
    (dead,) = json.loads(hinted.stdout)["findings"]
    assert "/sub/parking-guide.html" in dead["fix"]
    assert "folder.invalid" not in dead["fix"] + dead["says"] + str(dead["suggestion"]), "an address that nobody can open"
    assert "No review date was recognised" not in hinted.stderr, "nobody looked for one"


def test_a_folder_that_is_served_below_a_path(config: Path, tmp_path: Path) -> None:
    """The path is guessed by its links, and said; --base names it; either way a page is named by its file."""
    folder = tmp_path / "public"
    (folder / "guide").mkdir(parents=True)
    links = "".join(f'<a href="/docs/guide/{name}">x</a>' for name in ("", "a", "b", "c", "none"))
    for name in ("index", "guide/index", "guide/a", "guide/b", "guide/c"):
        (folder / f"{name}.html").write_text(f"<title>{name}</title><p>{links}")
    for words in ((), ("--base", "docs")):
        result = check(config, str(folder), "-f", "json", "--no-links", "--only", "broken_link", *words)
        found = json.loads(result.stdout)
        assert {finding["subject"] for finding in found["findings"]} == {"https://folder.invalid/docs/guide/none"}
        assert str(folder / "guide" / "index.html") in {page["file"] for page in found["pages"]}
        assert ("taken to be served there" in result.stderr) is not bool(words)
    plain = json.loads(check(config, str(folder), "-f", "json", "--no-links", "--only", "broken_link", "--base", "/").stdout)
    assert {finding["subject"] for finding in plain["findings"]} > {"https://folder.invalid/docs/guide/none"}


def test_options_that_mean_nothing_here_are_wrong_usage(config: Path, tmp_path: Path) -> None:
    """A browser opens no folder, and an address is served where it says: neither option is passed over in silence."""
    (tmp_path / "index.html").write_text("<p>Hello")
    for words, says in (
        (("--browser", "auto", str(tmp_path)), "--browser is for addresses"),
        (("--base", "/x/", "https://a.example/"), "--base is for a folder"),
    ):
        result = CliRunner().invoke(reviewer, ["-c", str(config), "check", *words])
        assert (result.exit_code, says in result.stderr) == (2, True)


def test_a_guess_fails_no_build(config: Path, tmp_path: Path) -> None:
    """What is read between the lines is told, and is no reason for exit code 1, even where notes are."""
    (tmp_path / "one.html").write_text(
        "<title>Plan</title><main><h1>Plan</h1><p>We will publish the new list here by the end of March 2023.</p></main>"
    )
    told = check(config, str(tmp_path), "--only", "lapsed_promise", "--fail-on", "note")
    assert "[Perhaps]" in told.output
    assert told.exit_code == 0


@pytest.mark.parametrize("target", ["mailto:a@example.org", "://x", "ftp://example.org/"])
def test_what_no_browser_opens_is_wrong_usage(config: Path, target: str) -> None:
    """A target must be an http(s) address, a folder or a site."""
    assert check(config, target).exit_code == 2


def test_a_site_that_refuses_is_told_as_such(config: Path) -> None:
    """Nobody listens there: exit code 3, and the first line says that the page could not be read and why, not that all is well."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: every connection is refused
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/page"
        result = check(config, url)
        told = json.loads(check(config, url, "--format", "json").stdout)
    assert result.exit_code == 3
    assert "1 page could not be read." in result.stdout
    assert "ts robots.txt could not be had (refused)" in " ".join(result.stdout.split())
    assert "Nothing needs attention" not in result.output
    assert "allow the user agent" not in result.output
    assert told["pages"][0]["state"] == "unreachable"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("nonsense",), "'nonsense' is neither a URL, a folder nor a site of the config"),
        ((), "Give a URL or a folder"),
    ],
)
def test_what_to_look_at_is_said_without_a_config(
    words: tuple[str, ...], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has no config learns what to write, and how to make one."""
    monkeypatch.chdir(tmp_path)
    result = check(None, *words)
    assert result.exit_code == 2
    assert says in result.stderr
    assert "config/reviewer.toml does not exist" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("template", "why"),
    [
        ('<a href="/cal/{year}/{month}/{day}/">next</a>', "calendar"),
        ('<a href="/{n}?PHPSESSID={n}">next</a>', "more than 15 pages"),
        ('<a href="sub/">deeper</a>', "same folders"),
    ],
)
def test_a_site_that_was_cut_says_so_in_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: str, why: str) -> None:
    """A site without end ends, and a program that reads the report learns that it was cut, with -q as well."""
    monkeypatch.chdir(tmp_path)
    count = 0

    class Endless(dict[tuple[str, str], Reply]):
        def get(self, key: tuple[str, str], default: object = None) -> Reply:
            nonlocal count
            count += 1
            day = dt.date(2000, 1, 1) + dt.timedelta(count)
            text = template.format(n=count, year=day.year, month=f"{day.month:02}", day=f"{day.day:02}")
            return Reply(404) if key[1] == "/robots.txt" else Reply(200, f"<title>{count}</title><h1>{count}</h1>{text}".encode())

    path = tmp_path / "endless.toml"
    with Origin({}, tmp_path) as origin:
        origin.answers = Endless()
        url = origin.places["MAIN"] + "/"
        path.write_text(
            '[organisation]\ncontact = "Web <web@example.org>"\n[network]\nallow = ["127.0.0.0/8"]\n'
            "[network.own_pace]\nper_second = 0\n[network.limits]\nvariants = 5\ndepth = 30\n"
            f'[[site]]\nname = "Endless"\nstart = ["{url}"]\n'
        )
        result = CliRunner().invoke(
            reviewer,
            ["-q", "-c", str(path), "--as-of", "2026-11-21", "check", url, "--max-pages", "15", "--format", "json"],
            catch_exceptions=False,
        )
    told = json.loads(result.stdout)
    assert any(why in note for note in told["notes"]), (told["notes"], result.stderr)
    assert told["incomplete"] == []
    assert count < 60
