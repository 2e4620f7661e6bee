"""The spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.report import Reported
from reviewer.report.formats import csv as spreadsheet
from tests.goldens import assert_golden
from tests.report.sample import ALONE, NOTHING, OVERDUE, QUIET, REPORTED, SOON, TIPS, TODAY, UNREAD


def rows(reported: Reported) -> list[dict[str, str]]:
    """The cells as the standard library's reader takes them, by column."""
    return list(csv.DictReader(io.StringIO(spreadsheet.write(reported).decode("utf-8-sig"), newline="")))


def test_golden() -> None:
    """Cell for cell."""
    assert_golden("report/report.csv", spreadsheet.write(REPORTED))


def test_excel_sees_utf8_and_windows_lines() -> None:
    """A byte order mark comes first (or Excel takes it for ANSI), lines end with CRLF, every cell is quoted."""
    made = spreadsheet.write(REPORTED)
    assert made.startswith(b'\xef\xbb\xbf"To do","Severity"')
    assert made.count(b"\n") == made.count(b"\r\n") == len(rows(REPORTED)) + 1


def test_every_page_has_a_row() -> None:
    """A page with findings has a row for each, most urgent first; a page without has one that says so."""
    found = rows(REPORTED)
    assert [row["Address"] for row in found][:2] == [TIPS.url, TIPS.url]
    assert found[0]["To do"] == "Overdue"
    quiet = [row for row in found if row["Address"] == QUIET.url]
    assert [(row["To do"], row["Check"], row["Review state"], row["Review due"]) for row in quiet] == [
        ("Nothing", "", "In time", "2027-12-31")
    ]
    assert {row["Address"] for row in found} == set(REPORTED.looked.pages)
    assert rows(NOTHING) == []


def test_what_a_content_designer_filters_by() -> None:
    """Owner, site, state and dates each have a column; dates are written so that a spreadsheet sorts them."""
    row = next(row for row in rows(REPORTED) if row["Id"] == OVERDUE.id)
    assert (row["Owner"], row["Owner e-mail"]) == ("Web team; Ada Example", "web.team@gps.example; ada@gps.example")
    assert (row["Due"], row["Line"], row["Issue state"], row["First seen"]) == ("2024-05-31", "88", "open", "2026-11-14")
    unread = next(row for row in rows(ALONE) if row["Address"] == UNREAD.url)
    assert (unread["Review state"], unread["Owner"], unread["Issue state"]) == ("Not read: unreachable", "", "")


def test_no_cell_is_a_formula() -> None:
    """A title or sentence that begins like a formula is text."""
    row = next(row for row in rows(REPORTED) if row["Id"] == SOON.id)
    assert row["Page"].startswith("'=HYPERLINK(")
    assert row["What"].startswith("'=1+1")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u200b="])
def test_each_trigger_is_disarmed(start: str) -> None:
    """Everything that a spreadsheet takes for the beginning of a formula has an apostrophe before it."""
    assert spreadsheet.cell(start + "cmd|' /C calc'!A0").startswith("'")


@settings(max_examples=60)
@given(st.text())
def test_any_text_makes_one_harmless_cell(text: str) -> None:
    """Whatever a page says, it stays in its cell and never starts a formula."""
    made = spreadsheet.cell(text)
    assert not made.startswith(spreadsheet.TRIGGERS)
    assert not set(made) & set("\t\r\n\0")
    changed = replace(OVERDUE, quote=text)
    found = rows(Reported(TODAY, REPORTED.looked, findings=(changed,)))
    assert found[0]["Quote"] == spreadsheet.cell(text)


def test_secrets_in_addresses_do_not_travel() -> None:
    """A spreadsheet is mailed around: passwords and tokens in addresses are masked."""
    changed = replace(OVERDUE, suggestion="https://me:secret@gps.example/?token=abc")
    assert "secret" not in spreadsheet.write(Reported(TODAY, REPORTED.looked, findings=(changed,))).decode()
