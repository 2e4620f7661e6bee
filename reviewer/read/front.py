"""The front matter of a text as (name, value) pairs: YAML between two ``---``, TOML between two ``+++``, or a JSON object.

What is nested has the names of all that it stands in, with blanks between ("owner team"); of a list each entry is a pair of its own. So
whatever asks front matter for a name reads the three alike.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import Any, Final

Pairs = list[tuple[str, str]]

MOST: Final = 200
"""Lines of front matter, at most; and pairs of it."""
_WIDEST: Final = 2100
_DEPTH: Final = 4
_FIELD: Final = re.compile(r"([A-Za-z_][\w -]{0,60}):\s{0,9}(.{0,2000})")
_INNER: Final = re.compile(r"(?=[ \t-])\s{0,20}(?P<item>-\s{1,9})?(?:([A-Za-z_][\w-]{0,40}):\s{1,9})?([^\s#-].{0,2000})")
"""An entry of a list or a map below a key, such as one of several owners."""
_DAY: Final = re.compile(r"\d{4}-")
_FLOW: Final = re.compile(r"([\[{])(.{1,1900})[\]}]")
_PAIR: Final = re.compile(r"[\"']?([A-Za-z_][\w-]{0,40})[\"']?:\s{1,9}(.+)")


def front(lines: Sequence[str]) -> tuple[Pairs, int]:
    """The pairs of the front matter that a text begins with, and the number of the line after it (0 without any)."""
    opens = lines[0].strip() if lines else ""
    if opens == "---":
        return _yaml(lines)
    if opens == "+++":
        return _toml(lines)
    return _json(lines) if opens.startswith("{") else ([], 0)


def _yaml(lines: Sequence[str]) -> tuple[Pairs, int]:
    """YAML, as far as front matter is written in it: fields, lists and maps below a field or in brackets."""
    pairs: Pairs = []
    key = ""
    listed = False  # the entries of a list with a day each are a history
    for number, line in enumerate(lines[1:MOST], 1):
        if line.strip() in {"---", "..."}:
            return pairs, number + 1
        text = line.rstrip()[:_WIDEST]
        if found := _FIELD.fullmatch(text):
            key, listed = found[1].strip().lower(), False
            pairs += _inline(key, found[2].strip())
        elif key and (inner := _INNER.fullmatch(text)):
            listed = listed or inner["item"] is not None
            if _DAY.search(text) is None or (inner[2] and not listed):
                pairs += _inline(f"{key} {inner[2].lower()}" if inner[2] else key, inner[3].strip())
    return [], 0


def _inline(key: str, value: str) -> Iterator[tuple[str, str]]:
    """A value, or the entries of a list or a map in brackets; one of bare dates and words stays as it is written."""
    if not (flow := _FLOW.fullmatch(value)):
        if value:
            yield key, value.strip("\"'")
        return
    for entry in flow[2].split(","):
        named = _PAIR.fullmatch(entry.strip(" {}[]"))
        yield (f"{key} {named[1].lower()}", named[2].strip(" \"'")) if named else (key, entry.strip(" {}[]\"'"))


def _toml(lines: Sequence[str]) -> tuple[Pairs, int]:
    """TOML."""
    end = next((number for number, line in enumerate(lines[1:MOST], 1) if line.strip() == "+++"), 0)
    try:
        return list(_flat("", tomllib.loads("\n".join(lines[1:end])), _DEPTH))[:MOST], end + 1 if end else 0
    except (tomllib.TOMLDecodeError, RecursionError):
        return [], 0


def _json(lines: Sequence[str]) -> tuple[Pairs, int]:
    """A JSON object with a text behind it; a text that is nothing else is data, and no page."""
    text = "\n".join(lines[:MOST])
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(text.lstrip())
    except (ValueError, RecursionError):
        return [], 0
    end += len(text) - len(text.lstrip())
    rest = text[end:].lstrip(" \t")
    return (list(_flat("", value, _DEPTH))[:MOST], text.count("\n", 0, end) + 1) if rest.strip() and rest.startswith("\n") else ([], 0)


def _flat(key: str, value: Any, depth: int) -> Iterator[tuple[str, str]]:
    """Every value with all names above it; what is nested deeper is left out."""
    if isinstance(value, dict) and depth:
        for name, inner in value.items():
            yield from _flat(f"{key} {name.lower()}".strip(), inner, depth - 1)
    elif isinstance(value, list) and depth:
        for inner in value:
            yield from _flat(key, inner, depth - 1)
    elif value is not None and not isinstance(value, (dict, list, bool)):
        yield key, str(value)[:_WIDEST]
