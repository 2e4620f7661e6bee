"""The two pages that the product began from, served as pages and read with ``reviewer check``. They are third-party text and not in the
project: the tests run where the folder ``../shared/seeds`` is."""

from __future__ import annotations

import datetime as dt
import json
import re
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reviewer.cli import reviewer

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
AS_OF = dt.date(2026, 11, 21)
FIRST, SECOND = "002_26759619e367ed02.txt", "000_4d051a66d6ac210b.txt"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not on this machine")


class Quiet(SimpleHTTPRequestHandler):
    """A file server that says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of http.server
        """Say nothing."""


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    """The seeds, served on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *args: Quiet(*args, directory=str(SEEDS)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def check(base: str, name: str, folder: Path, directory: str = "") -> dict[str, Any]:
    """What ``reviewer check`` says of one seed, as the machine output."""
    port = base.rsplit(":", 1)[1]
    config = folder / "reviewer.toml"
    (folder / "owners.toml").write_text(directory, encoding="utf-8")
    config.write_text(
        f'[organisation]\ncontact = "Web <web@example.org>"\n[network]\nallow = ["127.0.0.1"]\nports = [{port}]\n'
        f'[[site]]\nstart = ["{base}/"]\n[directory]\nfile = "owners.toml"\n',
        encoding="utf-8",
    )
    words = ["-c", str(config), "--as-of", AS_OF.isoformat(), "-q", "check", f"{base}/{name}", "--format", "json", "--fail-on", "never"]
    result = CliRunner().invoke(reviewer, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def test_the_first_page_is_overdue_and_names_nobody(base: str, tmp_path: Path) -> None:
    """Overdue since 31 May 2024, with the quote; 2023-24 and "by March 2023" are found; no owner is."""
    found = check(base, FIRST, tmp_path)
    (page,) = found["pages"]
    review = page["review"]
    assert (review["state"], review["due"]["date"], review["due"]["basis"]) == ("overdue", "2024-05-31", "stated")
    assert "31 May 2024" in review["due"]["quote"]
    assert "31 May 2024" in review["banner"]["quote"]
    assert (review["last_reviewed"], review["updated"], review["published"], review["expires"]) == (None, None, None, None)
    periods = {(period["kind"], period["period_end"]) for period in page["periods"] if not period["historical"]}
    assert periods == {("year_range", "2024-03-31"), ("promise", "2023-03-31")}
    assert page["contacts"] == []
    checks = {finding["check"] for finding in found["findings"]}
    assert {"review_date", "stale_period", "lapsed_promise", "named_contact"} <= checks


def test_the_second_page_has_no_date_and_two_contacts(base: str, tmp_path: Path) -> None:
    """No review date; 2020/21 is found; both named people are contacts."""
    found = check(base, SECOND, tmp_path)
    (page,) = found["pages"]
    assert page["review"]["state"] == "no_date"
    assert page["review"]["due"] is None
    assert {period["period_end"] for period in page["periods"]} == {"2021-03-31"}
    assert [(contact["kind"], contact["value"]) for contact in page["contacts"]] == [("person", name) for name in named()]


def named() -> tuple[str, str]:
    """The two people whom the second page names, in its words: they are real, so their names stand there and not here."""
    found = re.search(r"please contact either (.+?) or (.+)", (SEEDS / SECOND).read_text(encoding="utf-8"))
    assert found is not None
    return found[1].strip(), found[2].strip()


def test_the_directory_matches_both_people(base: str, tmp_path: Path) -> None:
    """With both in the directory nobody is missing from it; with one of them, the other is a finding for the admin."""
    first, second = named()
    given, family = second.split()
    one = f'[[owner]]\nname = "{first.removeprefix("Dr ")}"\nemail = "a@example.org"\n'
    two = one + f'[[owner]]\nname = "{family}, {given}"\nemail = "b@example.org"\n'
    says = [
        [finding["subject"] for finding in check(base, SECOND, tmp_path, text)["findings"] if finding["check"] == "named_contact"]
        for text in (one, two)
    ]
    assert len(says[0]) == 1
    assert family.casefold() in says[0][0]
    assert says[1] == []
