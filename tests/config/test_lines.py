"""Where each key of a TOML text stands."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.config.lines import Path, lines, nearest

EVERY_FORM = '''# a comment = 1
top = "[not.a] # header"
"quoted key" = 1
'literal.key' = { a = 1, b = [
  1, # one
  { c = "}" },
], "d.e" = 2 }

[table]
long = """
[fake]
x = 1 \\""" still
"""
raw = \'\'\'
[[fake]]\'\'\' # end
when = 1979-05-27 07:32:00
dotted . "deep est".key = "\\u00e9"
empty = ""
none = \'\'

[[list]]
a = 1
  [list.inner]
  b = 2
  [[list.many]]
  c = 3
  [[list.many]]
  c = 4

[[list]]
a = 5
  [[list.many]]
  c = 6
[x.y.z]
w = 1
[x]
v = 2
'''


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """The paths of all values, as tomllib sees them."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))


def test_every_form_of_toml() -> None:
    """Strings of four kinds, dotted and quoted keys, inline tables, lists over lines, tables of lists: each key has its own line."""
    found = lines(EVERY_FORM)
    assert set(found) == set(leaves(tomllib.loads(EVERY_FORM)))
    rows = EVERY_FORM.split("\n")
    wanted: dict[Path, str] = {
        ("top",): "top =",
        ("quoted key",): '"quoted key"',
        ("literal.key", "b", 0): "1, # one",
        ("literal.key", "b", 1, "c"): "{ c =",
        ("literal.key", "d.e"): '], "d.e"',
        ("table", "raw"): "raw =",
        ("table", "dotted", "deep est", "key"): "dotted .",
        ("list", 0, "many", 1, "c"): "c = 4",
        ("list", 1, "many", 0, "c"): "c = 6",
        ("list", 1): "[[list]]",
        ("x", "y", "z", "w"): "w = 1",
        ("x",): "[x]",
    }
    for path, words in wanted.items():
        assert rows[found[path] - 1].strip().startswith(words), path
    assert found["list", 1] > found["list", 0, "many", 1]


def test_windows_line_ends() -> None:
    """Line ends of two characters count once."""
    assert lines("a = 1\r\n[b]\r\nc = 2\r\n") == {("a",): 1, ("b",): 2, ("b", "c"): 3}


def test_nearest() -> None:
    """A key that is not there has the line of the table that it is missing in."""
    found = lines("[a]\nb = 1\n[[c]]\nd = 2\n")
    assert nearest(found, ("a", "x")) == 1
    assert nearest(found, ("c", 0, "x")) == 3
    assert nearest(found, ("z",)) is None


@pytest.mark.parametrize("text", ["= 1", "a ="])
def test_what_is_not_toml(text: str) -> None:
    """Text that tomllib refuses ends in an error, never in an endless walk."""
    with pytest.raises(ValueError, match="in line 1"):
        lines(text)


KEYS = st.one_of(st.from_regex(r"[A-Za-z0-9_-]{1,8}", fullmatch=True), st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6))
SCALARS = st.one_of(
    st.integers(-(2**60), 2**60),
    st.booleans(),
    st.dates(dt.date(1900, 1, 1), dt.date(2999, 1, 1)),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
    st.sampled_from(["# no comment", "[no.header]", "a = 'b'", '"""', "\\", "}", "]", ","]),
)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8)


def quoted(text: str) -> str:
    """A basic string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def written(value: Any, gap: str) -> str:
    """A value as TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'''{value}'''" if "'" not in value and value else quoted(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)} = {written(inner, ' ')}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + gap + f",{gap}".join(written(inner, gap) for inner in value) + gap + "]"
    return str(value)


@given(st.dictionaries(KEYS, VALUES, max_size=4), st.lists(st.dictionaries(KEYS, VALUES, max_size=3), max_size=3))
@settings(max_examples=80, deadline=None)
def test_agrees_with_tomllib(top: dict[str, Any], tables: list[dict[str, Any]]) -> None:
    """Whatever tomllib reads, each of its paths has a line, and there are no other paths."""
    text = "".join(f"{quoted(key)} = {written(value, ' # x' + chr(10))}\n" for key, value in top.items())
    for table in tables:
        text += "[['a table'.of]]\n" + "".join(f"{quoted(key)}={written(value, chr(10))}\n" for key, value in table.items())
    if "a table" in top:
        return
    assert set(lines(text)) == set(leaves(tomllib.loads(text)))
