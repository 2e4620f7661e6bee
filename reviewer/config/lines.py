"""Where each key of a TOML text stands. ``tomllib`` reads the values and says nothing of their lines."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

Path = tuple[str | int, ...]

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_BASIC: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_LITERAL: Final = re.compile(r"'[^'\n]*'")
_LONG_BASIC: Final = re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}', re.DOTALL)
_LONG_LITERAL: Final = re.compile(r"'''(?:[^']|'(?!''))*'{3,5}", re.DOTALL)
_SCALAR: Final = re.compile(r"[^,\]}\n#]+")
_GAP: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")


def lines(text: str) -> dict[Path, int]:
    """Map the path of each table, key and list element of a valid TOML ``text`` to its line (1 is the first).

    A path is made of keys and, in lists and arrays of tables, indexes from 0: ``("site", 0, "area", 1, "path")``. ``text`` must be what
    ``tomllib.loads`` takes; anything else gives paths of no use. Grammar: TOML 1.0.0.
    """
    scan = _Scan(text)
    scan.document()
    return scan.found


class _Scan:
    """One walk over the text; ``at`` is the index of the next character."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n")
        self.at = 0
        self.starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        self.found: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}

    def document(self) -> None:
        """Walk over headers and pairs to the end."""
        table: Path = ()
        self.gap()
        while self.at < len(self.text):
            if self.text.startswith("[", self.at):
                table = self.header()
            else:
                self.pair(table)
            self.gap()

    def header(self) -> Path:
        """``[a.b]`` or ``[[a.b]]``: the path of the table that begins here."""
        line = self.line()
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        names = self.names()
        self.at += 2 if many else 1
        path: Path = ()
        for name in names[:-1]:
            path = self.last((*path, name))
            self.found.setdefault(path, line)
        path = (*path, names[-1])
        self.found.setdefault(path, line)
        if many:
            count = self.counts.get(path, 0)
            self.counts[path] = count + 1
            path = (*path, count)
        self.found[path] = line
        return path

    def last(self, path: Path) -> Path:
        """The table that ``path`` means here: the last one when it names an array of tables."""
        return (*path, self.counts[path] - 1) if path in self.counts else path

    def pair(self, table: Path) -> None:
        """``a.b = value``."""
        line = self.line()
        path = table
        for name in self.names():
            path = (*path, name)
            self.found.setdefault(path, line)
        self.at += 1
        self.gap()
        self.value(path)

    def names(self) -> list[str]:
        """A key, dotted or not, up to what follows it."""
        names: list[str] = []
        while True:
            self.gap()
            for pattern in (_BASIC, _LITERAL, _BARE):
                if match := pattern.match(self.text, self.at):
                    break
            else:
                raise ValueError(f"no key in line {self.line()}")
            self.at = match.end()
            word = match.group()
            names.append(_unquoted(word) if word[0] in "\"'" else word)
            self.gap()
            if not self.text.startswith(".", self.at):
                return names
            self.at += 1

    def value(self, path: Path) -> None:
        """Whatever stands behind the equals sign, or in a list."""
        if self.text.startswith("[", self.at):
            self.at += 1
            self.several("]", path)
        elif self.text.startswith("{", self.at):
            self.at += 1
            self.several("}", path)
        else:
            for pattern in (_LONG_BASIC, _LONG_LITERAL, _BASIC, _LITERAL, _SCALAR):
                if match := pattern.match(self.text, self.at):
                    self.at = match.end()
                    return
            raise ValueError(f"no value in line {self.line()}")

    def several(self, end: str, path: Path) -> None:
        """The elements of a list, or the pairs of an inline table, and the bracket that ends them."""
        count = 0
        self.gap()
        while not self.text.startswith(end, self.at):
            if end == "]":
                self.found[(*path, count)] = self.line()
                self.value((*path, count))
                count += 1
            else:
                self.pair(path)
            self.gap()
            if self.text.startswith(",", self.at):
                self.at += 1
                self.gap()
        self.at += 1

    def gap(self) -> None:
        """Pass over blanks, newlines and comments."""
        match = _GAP.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def line(self) -> int:
        """The line that ``at`` is in."""
        return bisect_right(self.starts, self.at)


def _unquoted(word: str) -> str:
    """The name that a quoted key means."""
    return str(tomllib.loads(f"x = {word}")["x"])


def nearest(found: Mapping[Path, int], path: Path) -> int | None:
    """The line of ``path``, or of the nearest table around it that was written down; None when there is none."""
    for end in range(len(path), 0, -1):
        if path[:end] in found:
            return found[path[:end]]
    return None
