"""Where each key of a TOML text stands. ``tomllib`` reads the values and says nothing of their lines."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

Path = tuple[str | int, ...]

_STRING: Final = r'"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'"
_NAME: Final = rf"(?:{_STRING}|[A-Za-z0-9_-]+)"
_KEY: Final = rf"({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*"
_HEAD: Final = re.compile(rf"\[(\[?)[ \t]*{_KEY}\]\]?")
_PAIR: Final = re.compile(rf"{_KEY}=[ \t]*")
_LONG: Final = r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}|' + r"'''(?:[^']|'(?!''))*'{3,5}"
_VALUE: Final = re.compile(rf"(?s:{_LONG})|{_STRING}|[^,\]}}\n#]+")
_GAP: Final = re.compile(r"[ \t\r\n]+|#[^\n]*")


def lines(text: str) -> dict[Path, int]:
    """Map the path of each table, key and list element of a valid TOML ``text`` to its line (1 is the first).

    A path is made of keys and, in lists and arrays of tables, indexes from 0: ``("site", 0, "area", 1, "path")``. ``text`` must be what
    ``tomllib.loads`` takes (TOML 1.0.0): this is a scan for heads, keys and brackets that trusts it.
    """
    text = text.replace("\r\n", "\n")
    ends = [match.start() for match in re.finditer("\n", text)]
    found: dict[Path, int] = {}
    counts: Counter[Path] = Counter()
    inside: list[tuple[str, Path]] = [("", ())]
    at = 0
    while (at := _past(text, at)) < len(text):
        line = bisect_left(ends, at) + 1
        closing, path = inside[-1]
        if text[at] == closing:
            inside.pop()
            at += 1
        elif text[at] == ",":
            at += 1
        elif not closing and (head := _HEAD.match(text, at)):
            inside = [("", _table(head, line, found, counts))]
            at = head.end()
        else:
            if closing == "]":
                path = (*path, counts[path])
                counts[path[:-1]] += 1
                found[path] = line
            elif pair := _PAIR.match(text, at):
                for name in _names(pair[1]):
                    path = (*path, name)
                    found.setdefault(path, line)
                at = pair.end()
            else:
                raise ValueError(f"no key in line {line}")
            if text.startswith(("[", "{"), at):
                inside.append(("]" if text[at] == "[" else "}", path))
                at += 1
            elif value := _VALUE.match(text, at):
                at = value.end()
            else:
                raise ValueError(f"no value in line {line}")
    return found


def _table(head: re.Match[str], line: int, found: dict[Path, int], counts: Counter[Path]) -> Path:
    """The path of the table that ``[a.b]`` or ``[[a.b]]`` begins; the name of an array of tables means its last one."""
    path: Path = ()
    names = [*_names(head[2])]
    for index, name in enumerate(names):
        path = (*path, name)
        found.setdefault(path, line)
        if head[1] and index == len(names) - 1:
            counts[path] += 1
        if path in counts:
            path = (*path, counts[path] - 1)
    found[path] = line
    return path


def _names(key: str) -> Iterator[str]:
    """The names of a key, dotted or not, quoted or not."""
    inner: Any = tomllib.loads(f"{key} = 0")
    while isinstance(inner, dict):
        ((name, inner),) = inner.items()
        yield name


def _past(text: str, at: int) -> int:
    """The index behind blanks, line ends and comments."""
    while match := _GAP.match(text, at):
        at = match.end()
    return at


def nearest(found: Mapping[Path, int], path: Path) -> int | None:
    """The line of ``path``, or of the nearest table around it that was written down; None when there is none."""
    return next((found[path[:end]] for end in range(len(path), 0, -1) if path[:end] in found), None)
