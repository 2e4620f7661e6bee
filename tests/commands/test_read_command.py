"""Tests of ``reviewer read``: saved pages, the form of a bug report, machine output, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewer.cli import reviewer

PAGE = (
    "<!doctype html><html lang='en'><title>A guide</title><main><p>Under review: this page may be out of date.</p>"
    "<p>Please contact A. Sample.</p><p>Targets for 2020/21.</p><p>See also:</p><p>Review date: 03/04/2024</p>"
    "<p>Rent review date: 3 May 2023</p><a href='#none'>x</a></main>"
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, where no config is."""
    monkeypatch.chdir(tmp_path)


def run(*words: str) -> Result:
    """Run the command as of a fixed day."""
    return CliRunner().invoke(reviewer, ["--as-of", "2026-11-21", "read", *words])


def saved(tmp_path: Path, name: str, text: str) -> str:
    """A file with this text."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    return name


def test_text(tmp_path: Path) -> None:
    """Facts are shown with their words, and the doubt about a date, too."""
    done = run(saved(tmp_path, "guide.html", PAGE))
    assert done.exit_code == 0
    assert "A guide" in done.output
    assert "Review: overdue (by 2024-04-03)" in done.output
    assert "2024-04-03 or 2024-03-04: day and month cannot be told apart" in done.output
    assert "Notice:" in done.output
    assert "2021-03-31" in done.output
    assert "Looked at" not in done.output


def test_explain(tmp_path: Path) -> None:
    """``--explain`` shows what was passed over, and why."""
    done = run(saved(tmp_path, "guide.html", PAGE), "--explain")
    (passed,) = [line for line in done.output.splitlines() if "- dates: review due 2023-05-03" in line]
    assert len(passed.split(": ")[-1]) > 10, "a reason in words"


def test_json(tmp_path: Path) -> None:
    """The machine output is that of the reports: the file, the review, and every link."""
    done = run(saved(tmp_path, "guide.html", PAGE), "--format", "json", "--url", "https://www.example.org/guide")
    told = json.loads(done.output)
    (page,) = told["pages"]
    assert (told["as_of"], page["file"], page["url"]) == ("2026-11-21", "guide.html", "https://www.example.org/guide")
    assert page["review"]["due"]["date"] == "2024-04-03"
    assert page["review"]["due"]["ambiguous"] is True
    assert page["links"][0]["visit"]["reason"] == "missing_anchor"


def test_jsonl(tmp_path: Path) -> None:
    """Each line of a ``.jsonl`` file is a page with its id."""
    lines = [
        {"id": "a", "url": "https://www.example.org/a", "content_type": "text/plain", "content": "Review date: 31 May 2024"},
        {"content": "<p>é</p>"},
        {"id": 3, "url": None, "content_type": "text/html; charset=utf-8", "content": "<p>x"},
    ]
    name = saved(tmp_path, "pages.jsonl", "\n\n".join(json.dumps(line) for line in lines))
    pages = json.loads(run(name, "-f", "json").output)["pages"]
    assert [page["id"] for page in pages] == ["a", 3, 3]
    assert pages[0]["review"]["due"]["by"] == "2024-05-31"
    assert "[a]" in run(name).output


@pytest.mark.parametrize("line", ["{", "[]", "7", '{"id": 1}', '{"content": 7}'])
def test_line_that_is_no_page(tmp_path: Path, line: str) -> None:
    """A line that is no saved page is named on stderr and in the JSON; the others are kept, and the exit code is 3."""
    good = json.dumps({"id": "a", "content": PAGE})
    name = saved(tmp_path, "pages.jsonl", f"{good}\n{line}\n{good}")
    done = run(name, "-f", "json")
    assert done.exit_code == 3
    told = json.loads(done.stdout)
    assert [page["id"] for page in told["pages"]] == ["a", "a"]
    assert [sentence.partition(":")[0] for sentence in told["incomplete"]] == [f"{name}, line 2"]
    assert done.stderr.startswith(f"{name}, line 2: not a saved page.")
    plain = run(name)
    assert plain.exit_code == 3
    assert plain.stdout.count("A guide  [a]") == 2
    assert "line 2" in plain.stderr
    assert run(saved(tmp_path, "none.jsonl", line)).exit_code == 3


def test_missing_file() -> None:
    """A file that is not there is wrong usage."""
    done = run("none.html")
    assert done.exit_code == 2
    assert "none.html cannot be read" in done.output


def test_unreadable(tmp_path: Path) -> None:
    """A page that cannot be read is shown with the reason, and the exit code is 3."""
    (tmp_path / "a.bin").write_bytes(b"\0\1\2")
    done = run("a.bin", "--explain")
    assert done.exit_code == 3
    assert "Not read: not html" in done.output
    assert "nothing: No reader" in done.output
    page = json.loads(run("a.bin", "-f", "json").output)["pages"][0]
    assert (page["state"], page["review"]) == ("not_html", None)


def test_every_kind_of_fact(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Trouble of a reader, contacts, gaps and what third parties read are shown, too."""
    from reviewer import read
    from reviewer.model import Contact, ContactKind, Extra, Gap, GapKind, Page, Period, PeriodKind

    page = Page(
        "https://www.example.org/",
        trouble="the reader x failed",
        contacts=(Contact(ContactKind.PERSON, "A. Sample", "ask A. Sample"),),
        gaps=(Gap(GapKind.MISSING_LIST, "See also:"),),
        periods=(Period(PeriodKind.PROMISE, "available soon", None, historical=True),),
        extras=(Extra("Colour", "blue", "It is blue"),),
    )
    monkeypatch.setattr(read, "read", lambda *_, **__: page)
    done = run(saved(tmp_path, "a.html", ""))
    for words in (
        "Trouble: the reader x failed",
        "A. Sample (person)",
        "missing list “See also:”",
        "no date, history",
        "blue “It is blue”",
    ):
        assert words in done.output


def test_register_and_replacement(tmp_path: Path) -> None:
    """The rows of a register are shown as items, what replaced the page by its name, a computed date as such."""
    rows = "".join(f"<tr><td>Policy {name}<td>May 202{number}" for number, name in enumerate("abc"))
    text = f"<table><tr><th>Name<th>Review date{rows}</table><p>This page has been replaced by the new guide.</p>"
    done = run(
        saved(tmp_path, "a.html", text),
        saved(tmp_path, "b.html", "<p>Review period: 2 years</p><p>Approved on 1 May 2020</p>"),
        "--explain",
    )
    assert "Item:          review due 2020-05 “Policy a”" in done.output
    assert "Replaced:      new guide" in done.output
    assert "2022-05-01 (computed)" in done.output
