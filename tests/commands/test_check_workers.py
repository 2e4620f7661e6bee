"""``reviewer check`` reads pages in worker processes: a folder's as well as a site's, with one result however many there are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reviewer.cli import reviewer
from reviewer.workers import reading
from reviewer.workers.apart import Apart
from reviewer.workers.piped import Piped
from tests.links_origin.case import Reply
from tests.links_origin.origin import Origin
from tests.origin.hostile import HTML, document

PAGES = 12


class Used:
    """Which workers were started, and which addresses they were given to read."""

    def __init__(self) -> None:
        self.workers: set[int] = set()
        self.read: list[str] = []


@pytest.fixture
def used(monkeypatch: pytest.MonkeyPatch) -> Used:
    """Watch the workers."""
    seen = Used()
    monkeypatch.setattr(reading, "PRICE", 0.0)
    start, run = Apart._start, Apart.run

    async def started(self: Apart) -> Piped:
        worker = await start(self)
        seen.workers.add(worker.pid)
        return worker

    async def ran(self: Apart, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        seen.read.append(kwargs["url"].rpartition("/")[2])
        return await run(self, function, *args, **kwargs)

    monkeypatch.setattr(Apart, "_start", started)
    monkeypatch.setattr(Apart, "run", ran)
    return seen


@pytest.fixture
def origin(tmp_path: Path) -> Iterator[Origin]:
    """A site of a dozen pages, each with its dates and links, one of them broken."""
    links = "".join(f'<li><a href="/{number}.html">{number}</a>' for number in range(1, PAGES))
    with Origin({}, tmp_path) as origin:
        for number in range(PAGES):
            text = f'<title>{number}</title><h1>{number}</h1><p>Next review due: {1 + number} May 2026<ul>{links}</ul><a href="/lost{number}">x</a>'
            origin.answers["MAIN", f"/{number}.html" if number else "/"] = Reply(200, text.encode())
        yield origin


def check(folder: Path, *words: str, limits: str = "") -> Any:
    """What the command tells a program."""
    path = folder / "c.toml"
    path.write_text(
        '[organisation]\ncontact = "Web <web@example.org>"\n[network]\nallow = ["127.0.0.0/8"]\nports = ["1024-65535"]\n'
        f'[network.limits]\n{limits}\n[[site]]\nname = "GP"\nstart = ["https://gps.example/"]\n'
    )
    words = ("-q", "-c", str(path), "--as-of", "2026-11-21", "check", *words, "--format", "json")
    return json.loads(CliRunner().invoke(reviewer, words, catch_exceptions=False).stdout)


def test_two_workers_tell_what_one_process_tells(origin: Origin, used: Used, tmp_path: Path) -> None:
    """``-j 2`` reads every page in two workers, ``-j 1`` none of these small ones, and the report is the same."""
    url = origin.places["MAIN"] + "/"
    alone = check(tmp_path, url, "-j", "1")
    assert used.workers == set()
    together = check(tmp_path, url, "-j", "2")
    assert len(used.workers) == 2
    assert sorted(used.read) == sorted(["", *(f"{number}.html" for number in range(1, PAGES))])
    assert together == alone
    assert alone["counts"]["pages"] == PAGES
    assert alone["counts"]["broken"] == PAGES


def test_jobs_are_for_folders_too(used: Used, tmp_path: Path) -> None:
    """The pages of a folder are read by as many workers as are wanted, with one result."""
    folder = tmp_path / "site"
    folder.mkdir()
    for number in range(PAGES):
        (folder / f"{number}.html").write_text(f"<title>{number}</title><p>Next review due: 1 May 2026<a href='{number + 1}.html'>on</a>")
    alone = check(tmp_path, str(folder), "-j", "1")
    assert used.workers == set()
    assert check(tmp_path, str(folder), "-j", "2") == alone
    assert len(used.workers) == 2
    assert len(set(used.read)) == alone["counts"]["pages"] == PAGES


def test_a_hostile_file_in_a_folder_costs_itself(tmp_path: Path) -> None:
    """A page that takes too long, a Word file that unpacks to 64 MB and a torn PDF are given up, by name; the others are read."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "slow.html").write_bytes(HTML["hungry"])
    (folder / "bomb.docx").write_bytes(document())
    (folder / "torn.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n" + b"[" * 100_000)
    for name in ("a", "z"):
        (folder / f"{name}.html").write_text("<title>A page</title><p>Next review due: 1 May 2026")
    told = check(tmp_path, str(folder), limits="parse_seconds = 0.2\nparse_bytes = 100_663_296")
    states = {Path(page["file"]).name: page["state"] for page in told["pages"]}
    assert {states.pop("a.html"), states.pop("z.html")} == {"read"}
    assert set(states) == {"slow.html", "bomb.docx", "torn.pdf"}
    assert "read" not in states.values()


def test_a_folders_links_are_asked_for_with_a_contact(origin: Origin, tmp_path: Path) -> None:
    """Whoever is asked for a link of a folder learns whom to write to, as from any other look."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text(f'<a href="{origin.places["OTHER"]}/x">x</a>')
    check(tmp_path, str(folder))
    agents = [dict(headers)["user-agent"] for host, _, path, headers in origin.asked if (host, path) == ("OTHER", "/x")]
    assert agents
    assert all("web@example.org" in agent for agent in agents)
