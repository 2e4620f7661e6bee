"""Ctrl-C in the middle of ``reviewer check`` and ``reviewer run``: what is known by then is written, and marked as a part."""

from __future__ import annotations

import gzip
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.links_origin.case import Reply
from tests.links_origin.origin import Origin

SAYS = "This look was stopped before its end"


class Waited(dict[tuple[str, str], Reply]):
    """Answers that tell when the page that never comes was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()

    def get(self, key: tuple[str, str], default: object = None) -> Reply | None:  # type: ignore[override]
        """The answer, and who asked."""
        if key[1] == "/never.html":
            self.asked.set()
        return super().get(key)


@pytest.fixture
def answers() -> Waited:
    """A page that leads to a good one, a lost one, and one that never answers."""
    made = Waited()
    links = "".join(f'<a href="{name}.html">{name}</a> ' for name in ("never", "good", "lost"))
    made["MAIN", "/"] = Reply(200, f"<title>Home</title><h1>Home</h1><p>Next review due: 1 May 2026<p>{links}".encode())
    made["MAIN", "/good.html"] = Reply(200, b"<title>Good</title><h1>Good</h1><p>Next review due: 1 May 2025")
    made["MAIN", "/never.html"] = Reply(behave="hang")
    return made


@pytest.fixture
def origin(answers: Waited, tmp_path: Path) -> Iterator[Origin]:
    """The site."""
    with Origin({}, tmp_path) as origin:
        origin.answers = answers
        yield origin


def stopped(folder: Path, answers: Waited, start: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command, and press Ctrl-C when it waits for the page that never comes."""
    path = folder / "c.toml"
    path.write_text(
        '[organisation]\ncontact = "Web <web@example.org>"\n[network]\nallow = ["127.0.0.0/8"]\nports = ["1024-65535"]\n'
        f'[state]\nat = "{folder / "state.sqlite3"}"\n[report]\nfolder = "{folder / "report"}"\n'
        f'[email]\nvia = "folder:{folder / "outbox"}"\n[[site]]\nname = "GP"\nstart = ["{start}"]\n'
    )
    command = (sys.executable, "-m", "reviewer", "-c", str(path), "--as-of", "2026-11-21", *words)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder) as process:
        try:
            assert answers.asked.wait(30)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        finally:
            process.kill()
    return subprocess.CompletedProcess(command, process.returncode, out, err)


@pytest.mark.parametrize(("where", "jobs"), [("site", "1"), ("folder", "2")])
def test_ctrl_c_leaves_a_part_that_is_marked_as_such(origin: Origin, answers: Waited, tmp_path: Path, where: str, jobs: str) -> None:
    """The page that was read is there, the one that never came is told as not finished, and every way of reading it says that it is a part:
    the text at its top, the JSON by its key, standard error for the table; the exit code is that of the signal."""
    target = origin.places["MAIN"] + "/"
    if where == "folder":
        (tmp_path / "site").mkdir()
        home = answers["MAIN", "/"].body.replace(b'href="never', f'href="{target}never'.encode())
        (tmp_path / "site" / "index.html").write_bytes(home)
        target = str(tmp_path / "site")
    places = ("-o", str(tmp_path / "o.json"), "-o", str(tmp_path / "o.csv"))
    ended = stopped(
        tmp_path, answers, "https://gps.example/", "-q", "check", target, "-f", "json", "-f", "csv", "-f", "text", "-j", jobs, *places
    )
    assert ended.returncode == 130
    assert ended.stdout.startswith(SAYS)
    assert "This page was due for review on Friday 1 May 2026." in ended.stdout
    assert ended.stderr.startswith(SAYS)
    told = json.loads((tmp_path / "o.json").read_text("utf-8"))
    assert told["interrupted"] is True
    home_page = next(page for page in told["pages"] if page["title"] == "Home")
    reasons = {link["text"]: link["visit"]["reason"] for link in home_page["links"]}
    assert reasons["never"] == "interrupted"
    assert b"Next review due: 1 May 2026" in (tmp_path / "o.csv").read_bytes()


def test_a_run_that_was_stopped_says_so_wherever_it_is_read(origin: Origin, answers: Waited, tmp_path: Path) -> None:
    """On standard error for cron, at the top of the summary, and in the report that is written from the state."""
    ended = stopped(tmp_path, answers, origin.places["MAIN"] + "/", "run", "--no-digest")
    assert ended.returncode == 130
    assert SAYS in ended.stderr
    assert ended.stdout.splitlines()[1].startswith(SAYS)
    assert f'<p class="stopped">{SAYS}' in (tmp_path / "report" / "index.html").read_text("utf-8")
    assert json.loads(gzip.decompress((tmp_path / "report" / "report.json.gz").read_bytes()))["interrupted"] is True
