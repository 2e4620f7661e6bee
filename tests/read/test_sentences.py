"""Sentences of a block, lines of a document."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.read.document import Block, BlockKind
from reviewer.read.sentences import LONGEST, lines, sentences, unwrapped
from tests.read.pages import page


def cut(text: str) -> list[str]:
    """The sentences as strings."""
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Ask Dr. Who or S. Jones, e.g. Monday.", ["Ask Dr. Who or S. Jones, e.g. Monday."]),
        ("Ask P.J. Cole or M.-L. Roux. Then go.", ["Ask P.J. Cole or M.-L. Roux.", "Then go."]),
        ("At 9 a.m. We open.", ["At 9 a.m.", "We open."]),
        ("Am 31. Mai ist Schluss. Dann nicht.", ["Am 31. Mai ist Schluss.", "Dann nicht."]),
        ("See guideline 12. Reviews follow.", ["See guideline 12.", "Reviews follow."]),
        ("A line\nThe next", ["A line", "The next"]),
        ("a wrapped line\ngoes on", ["a wrapped line\ngoes on"]),
        ("“Yes.” No.", ["“Yes.”", "No."]),
        ("at v1.2 it is", ["at v1.2 it is"]),
        ("End\n", ["End"]),
        ("  ", []),
        ("? ? A", ["? ?", "A"]),
    ],
)
def test_sentences_end_where_a_person_stops(text: str, expected: list[str]) -> None:
    """Full stops end sentences, but not after titles, initials and day numbers; new lines do, unless they go on."""
    assert cut(text) == expected


@given(st.text("aA. \n!1", max_size=80))
def test_no_word_is_lost(text: str) -> None:
    """The sentences together hold every letter of the text, in order."""
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


def test_wrapped_lines_are_put_together() -> None:
    """A line goes on in the next when that begins small, or when the text is wrapped at a width; a label begins anew."""
    assert unwrapped("The authority\nexpires soon\n\nOwner: me") == ["The authority expires soon", "Owner: me"]
    full = "This line is wrapped where a terminal ends, which is at about seventy"
    assert unwrapped(f"{full}\n{full}\nTen and no more.\nNext") == [f"{full} {full} Ten and no more.", "Next"]
    assert unwrapped(f"{full}\nTen") == [full, "Ten"]
    assert unwrapped("") == []


def test_lines_are_bounded() -> None:
    """A long line is read in pieces; code and media are no lines."""
    found = lines(page("x" * (LONGEST + 1), Block("code", BlockKind.CODE), Block("film", BlockKind.MEDIA)))
    assert [len(line.text) for line in found] == [LONGEST, 1]


def test_a_page_has_so_many_lines_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines beyond the bound are left out, also when one block brings several of them."""
    monkeypatch.setattr("reviewer.read.sentences.LINES", 3)
    document = page(*(Block(f"Line {number}.") for number in range(5)))
    assert [line.text for line in lines(document)] == ["Line 0.", "Line 1.", "Line 2."]
    assert len(lines(page(Block("One.\nTwo."), Block("Three.\nFour.")))) == 3


def test_a_block_of_blanks_is_no_line() -> None:
    """A format that leaves blanks in a block makes no line of them."""
    assert [line.text for line in lines(page(Block("  "), Block(" Words. ")))] == ["Words."]


def test_a_page_of_question_marks_costs_what_its_length_costs() -> None:
    """Ten times as many take about ten times as long, and not a hundred times: five seconds for one page once."""

    def steps(text: str) -> float:
        began = time.process_time()
        assert len(list(sentences(text))) == 1
        return time.process_time() - began

    assert steps("?" * 1_000_000) < 1
    assert steps("?" * 100 + " " * 1_000_000 + "a") < 1
