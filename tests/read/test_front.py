"""reviewer.read.front: front matter in YAML, TOML and JSON is read alike."""

from __future__ import annotations

import pytest

from reviewer.read.front import front

OWNERS = [("owners name", "Ann Bell"), ("owners email", "ann@x.example"), ("owners name", "Bo Carr")]


@pytest.mark.parametrize(
    "text",
    [
        "---\nowners:\n  - name: Ann Bell\n    email: ann@x.example\n  - name: Bo Carr\n---\nText",
        "---\nowners: [{name: Ann Bell, email: ann@x.example}, {name: Bo Carr}]\n---\nText",
        '+++\n[[owners]]\nname = "Ann Bell"\nemail = "ann@x.example"\n[[owners]]\nname = "Bo Carr"\n+++\nText',
        '{"owners": [{"name": "Ann Bell", "email": "ann@x.example"}, {"name": "Bo Carr"}]}\n\nText',
    ],
)
def test_each_kind_gives_the_same_pairs(text: str) -> None:
    """What is nested has the names of all that it stands in; of a list each entry is a pair of its own."""
    assert front(text.split("\n"))[0] == OWNERS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text",
        "---\nowner: Ann Bell",
        "+++\nowner = \n+++\nText",
        "+++\nowner = 'Ann Bell'",
        '{"owner": "Ann Bell"',
        '{"owner": "Ann Bell"}',
        '{"owner": "Ann Bell"} is how it looks',
    ],
)
def test_what_does_not_end_or_is_all_there_is_is_no_front_matter(text: str) -> None:
    """A file that is nothing but JSON is data; what cannot be parsed is text."""
    assert front(text.split("\n"))[1] == 0


def test_the_text_begins_on_the_line_after_it() -> None:
    """Lines keep their numbers."""
    assert front(["---", "owner: Ann Bell", "---", "Text"])[1] == 3
    assert front(["+++", "weight = 3", "draft = true", "+++", "Text"]) == ([("weight", "3")], 4)
    assert front(["{", '"a": [["b", null]]', "}", "Text"]) == ([("a", "b")], 3)


def test_what_is_nested_too_deep_is_left_out() -> None:
    """Four levels are more than any page has."""
    assert front(['{"a": {"b": {"c": {"d": {"e": "f"}}}}, "g": "h"}', "", "Text"])[0] == [("g", "h")]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("---\nreview:\n  last: 2028-05-03\n  next: 2031-05-03\n---\nText", [("review last", "2028-05-03"), ("review next", "2031-05-03")]),
        ("---\nhistory:\n  - day: 2028-05-03\n    reviewed: 2028-05-03\n    by: Ann\n---\nText", [("history by", "Ann")]),
        ("---\nhistory:\n  - 2028-05-03\nreview:\n  next: 2031-05-03\n---\nText", [("review next", "2031-05-03")]),
        ("---\nhistory:\n  2028-05-03 reviewed\n---\nText", []),
    ],
)
def test_a_map_of_days_is_the_pages_and_a_list_of_them_a_history(text: str, pairs: list[tuple[str, str]]) -> None:
    """YAML below a key as TOML and JSON have it; entries of a list that have a day each tell of the past."""
    assert front(text.split("\n"))[0] == pairs
