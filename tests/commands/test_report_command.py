"""Tests of ``reviewer report``: the state in every format, and what it says when it cannot."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewer.cli import reviewer
from reviewer.demo.job import write_config
from reviewer.demo.serve import serving
from reviewer.report.formats import html

START = dt.date(2026, 11, 21)


def run(config: Path, *words: str) -> Result:
    """Run the program."""
    return CliRunner().invoke(reviewer, ["-c", str(config), "--as-of", "2026-11-21", *words], catch_exceptions=False)


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's config after one run; its site is gone by now, so nothing can be fetched."""
    folder = tmp_path_factory.mktemp("state")
    with serving(START, 1) as served:
        made = write_config(served, folder / "outbox", folder / "report")
        assert run(made, "-q", "run", "--no-digest").exit_code == 0
    return made


@pytest.mark.parametrize("name", ["text", "json", "csv", "markdown", "junit", "sarif", "html", "ics"])
def test_every_format_to_standard_output(config: Path, name: str) -> None:
    """The state alone makes every format; nothing is fetched any more."""
    result = run(config, "report", "--format", name)
    assert result.exit_code == 0, result.output
    assert len(result.stdout) > 200


def test_several_at_once(config: Path, tmp_path: Path) -> None:
    """Each format goes to its own file, whose ending may name it; folders are made."""
    page, table = tmp_path / "out" / "page.html", tmp_path / "out" / "pages.csv"
    result = run(config, "report", "-o", str(page), "-o", str(table))
    assert (result.exit_code, result.stdout) == (0, "")
    assert page.read_text("utf-8").lstrip().startswith("<!doctype html>")
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    assert sorted(file.name for file in page.parent.iterdir()) == ["page.html", "pages.csv"]


def test_without_words_the_folder_is_written(config: Path) -> None:
    """As after each run: the page and its companions, and where they are."""
    result = run(config, "report")
    written = Path(result.stdout.strip().removeprefix("Written: "))
    assert written.name == "index.html"
    assert {file.name for file in written.parent.iterdir()} >= {"index.html", "report.json.gz", "report.csv", "review-dates.ics"}


def test_one_site_only(config: Path) -> None:
    """--site keeps that site's pages and findings, and an unknown one is refused with the names that there are."""
    everything = json.loads(run(config, "report", "--format", "json").stdout)
    names = [line.partition('"')[2].partition('"')[0] for line in config.read_text().splitlines() if line.startswith("name =")][1:]
    assert len(names) > 1
    parts = [json.loads(run(config, "report", "--format", "json", "--site", name).stdout) for name in names]
    assert sum(part["counts"]["pages"] for part in parts) == everything["counts"]["pages"]
    assert all(part["counts"]["pages"] for part in parts)
    assert sum(len(part["findings"]) for part in parts) == len(everything["findings"])
    wrong = run(config, "report", "--site", "Nowhere")
    assert wrong.exit_code == 2
    assert names[0] in wrong.stderr


def test_a_brand_for_once(config: Path) -> None:
    """--brand changes the colours of this page."""
    assert "--bar:#005eb8" in run(config, "report", "--format", "html", "--brand", "nhs").stdout


def test_a_state_without_a_run(config: Path, tmp_path: Path) -> None:
    """Before the first run there is nothing to write: say what to do."""
    text = config.read_text()
    at = next(line for line in text.splitlines() if line.startswith("at ="))
    fresh = config.with_name("fresh.toml")
    fresh.write_text(text.replace(at, f'at = "{tmp_path / "fresh.sqlite3"}"'))
    result = run(fresh, "report")
    assert result.exit_code == 2
    assert "reviewer run" in result.stderr


def test_a_file_that_cannot_be_written(config: Path, tmp_path: Path) -> None:
    """The file and the reason are named; exit code 2."""
    (tmp_path / "file").write_text("")
    result = run(config, "report", "-o", str(tmp_path / "file" / "page.html"))
    assert result.exit_code == 2
    assert "cannot be written there" in result.stderr


def test_a_large_page_is_several_files(config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the bound the page is split into files beside the one that was asked for."""
    monkeypatch.setattr(html, "IN_ONE_FILE", 2)
    assert run(config, "report", "-o", str(tmp_path / "page.html")).exit_code == 0
    assert {"page.html", "page-2.html", "page-3.html"} <= {file.name for file in tmp_path.iterdir()}
