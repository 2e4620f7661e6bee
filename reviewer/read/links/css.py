"""The addresses in CSS, as a browser reads it (CSS Syntax 3, 4): comments, strings and escapes told apart, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class Reference(NamedTuple):
    """One address that CSS makes a browser load: ``address`` without quotes and escapes, ``at`` the index of the text where it is named,
    ``sheet``: it is another style sheet (``@import``)."""

    address: str
    at: int
    sheet: bool = False


_MARKS = re.compile(r"[\"'/@\\{(](?:(?<=[^(])|(?<=[lLtTcC4\s]\())")
"""The only letters at which something begins that can hold, or hide, an address; of the brackets only those after a letter that the name of
such a function can end with, in escapes, too."""

_BRACKETED = re.compile(r"[\"'/@\\{()]")
"""The same within an ``image-set()``, where every bracket counts."""

_SPACE = re.compile(r"(?:[ \t\n\r\f]|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z))*+")
_STRINGS = {quote: re.compile(rf"{quote}((?:[^{quote}\\\n\r\f]|\\(?:\r\n|.|\Z))*+)({quote}|\Z)?", re.DOTALL) for quote in ("'", '"')}
_ESCAPED = r"\\(?:[0-9a-fA-F]{1,6}+(?:\r\n|[ \t\n\r\f])?+|[^\n\r\f0-9a-fA-F])"
_LETTER = rf"[\w\-]|[^\x00-\x7f]|{_ESCAPED}"
_NAME = re.compile(rf"(?:{_LETTER})++")
_CALLED = re.compile(rf"(?:{_LETTER})+\Z")
_PLAIN_BACKWARDS = re.compile(r"(?:[\w\-]|[^\x00-\x7f])++")
_BARE = re.compile(rf"[ \t\n\r\f]*+((?:[^\x00-\x20\"'()\\\x7f]|{_ESCAPED})*+)[ \t\n\r\f]*+(?:\)|\Z)")
_QUOTED = re.compile(r"[ \t\n\r\f]*+(?=[\"'])")
_REMNANTS = re.compile(r"(?:[^)\\]|\\.)*+(?:\)|\\?\Z)", re.DOTALL)
_LONGEST = 48
"""Letters before a bracket in which a function's name is looked for: room for ``url`` in escapes, and for ``-webkit-image-set``."""

_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[ \t\n\r\f])?|(\r\n|[\n\r\f])|(.)|\Z)", re.DOTALL)
_BEFORE_IMPORTS: Final = frozenset({"charset", "layer", "import"})
_IMAGE_SETS: Final = frozenset({"image-set", "-webkit-image-set"})


def unescaped(text: str) -> str:
    """CSS escapes undone (CSS Syntax 3, 4.3.7)."""

    def one(found: re.Match[str]) -> str:
        if found.group(1) is None:
            return found.group(3) or ""  # a line that goes on in the next, or the end of the text
        number = int(found.group(1), 16)
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"

    return _ESCAPE.sub(one, text) if "\\" in text else text


def references(css: str) -> Iterator[Reference]:
    """What a style sheet, a ``style`` element or attribute makes a browser load, in the order of the text.

    These are ``url()``, the strings of ``image-set()``, and ``@import`` where it counts: before everything but ``@charset`` and ``@layer``
    (CSS Cascade 5, 2). ``@namespace`` names and loads nothing, ``url(#name)`` is a part of the page itself, and ``data:`` is no visit.
    """
    if "(" not in css and "@" not in css:
        return
    for found in _Reading(css).tokens():
        address = unescaped(found.address).strip()
        if address and not address.startswith("#") and address[:5].lower() != "data:":
            yield found._replace(address=address)


class _Reading:
    """One pass over a text: where it stands, whether an ``@import`` may still come, and the open brackets of an ``image-set()``."""

    def __init__(self, css: str) -> None:
        self.css = css
        self.begun = False
        self.brackets: list[bool] = []

    def tokens(self) -> Iterator[Reference]:
        """The references, as they are written."""
        css, at = self.css, 0
        while found := (_BRACKETED if self.brackets else _MARKS).search(css, at):
            mark, at = found.group(), found.end()
            if mark in _STRINGS:
                value, at = self.string(at - 1)
                if self.brackets and self.brackets[-1]:
                    yield Reference(value, found.start())
            elif mark == "/":
                at = self.past(_SPACE, at - 1) if css.startswith("*", at) else at
            elif mark == "\\":
                at += 1
            elif mark == "{":
                self.begun = True
            elif mark == ")":
                self.brackets.pop()
            elif mark == "@":
                reference, at = self.rule(at)
                if reference is not None:
                    yield reference
            else:
                reference, at = self.bracket(at)
                if reference is not None:
                    yield reference

    def string(self, at: int) -> tuple[str, int]:
        """The string whose quote stands at ``at``, and where it ends: at its quote or the end of the text. One that breaks off at the end
        of its line is empty (CSS Syntax 3, 4.3.5)."""
        found = _STRINGS[self.css[at]].match(self.css, at)
        whole = found is not None and found.group(2) is not None
        return found.group(1) if found and whole else "", found.end() if found else at

    def past(self, pattern: re.Pattern[str], at: int) -> int:
        """Where what may be empty ends."""
        found = pattern.match(self.css, at)
        return found.end() if found else at

    def rule(self, at: int) -> tuple[Reference | None, int]:
        """What the rule whose name begins at ``at`` imports, and where to read on."""
        named = _NAME.match(self.css, at)
        name = unescaped(named.group()).lower() if named else ""
        at = named.end() if named else at
        if name not in {"import", "namespace"}:
            self.begun = self.begun or name not in _BEFORE_IMPORTS
            return None, at
        counts = name == "import" and not self.begun
        self.begun = self.begun or name == "namespace"
        if name == "namespace" and (prefix := _NAME.match(self.css, self.past(_SPACE, at))) and not self.css.startswith("(", prefix.end()):
            at = prefix.end()
        start = self.past(_SPACE, at)
        if self.css[start : start + 1] in _STRINGS:
            value, at = self.string(start)
            return Reference(value, start, sheet=True) if counts else None, at
        named = _NAME.match(self.css, start)
        if named is None or not self.css.startswith("(", named.end()) or unescaped(named.group()).lower() != "url":
            return None, start
        value, at = self.address(named.end() + 1)
        return Reference(value, start, sheet=True) if counts else None, at

    def bracket(self, at: int) -> tuple[Reference | None, int]:
        """What the function whose bracket opened just before ``at`` loads, and where to read on."""
        written = self.called(at - 1)
        name = unescaped(written).lower()
        if name == "url":
            value, end = self.address(at)
            return Reference(value, at - 1 - len(written)), end
        if self.brackets or name in _IMAGE_SETS:
            self.brackets.append(name in _IMAGE_SETS)
        return None, at

    def called(self, at: int) -> str:
        """The name before the bracket at ``at``, as written, when it may be one that matters."""
        before = self.css[max(0, at - _LONGEST) : at]
        if before[-3:].lower() not in {"url", "set"} and "\\" not in before:
            return ""
        found = _CALLED.search(before) if "\\" in before else _PLAIN_BACKWARDS.match(before[::-1])
        written = found.group() if found else ""
        return written if "\\" in before else written[::-1]

    def address(self, at: int) -> tuple[str, int]:
        """The address of a ``url(`` whose content begins at ``at``, and where its bracket is closed; one that is written wrongly is empty
        (CSS Syntax 3, 4.3.6)."""
        if quoted := _QUOTED.match(self.css, at):
            value, at = self.string(quoted.end())
            return value, self.past(_REMNANTS, at)
        if bare := _BARE.match(self.css, at):
            return bare.group(1), bare.end()
        return "", self.past(_REMNANTS, at)
