"""A quick look before an exact one: which lines of a document a pattern could match at all.

The exact patterns of the fact readers cost microseconds a character (long lists of words, without regard to case). A `Sieve` is made from
such a pattern itself, for RE2, which reads a whole document in the time of one line. It lets through whatever the pattern matches, and
more: every assertion is left out, every bound of a repetition lifted, every class widened to all letters beyond ASCII, and case never
counts. So no list of words has to be kept twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, wraps
from typing import Final, TypeVar
from weakref import ref

import re2

from reviewer.read.document import Document

T = TypeVar("T")


def once(make: Callable[[Document], T]) -> Callable[[Document], T]:
    """``make``, asked once for each document: the fact readers ask for the same lines one after the other. Only the last document's answer
    is held, and no longer than the document itself."""
    last: tuple[ref[Document], T] | None = None

    def forget(_: ref[Document]) -> None:
        nonlocal last
        last = None

    @wraps(make)
    def made(document: Document) -> T:
        nonlocal last
        held = last
        if held is None or held[0]() is not document:
            held = last = ref(document, forget), make(document)
        return held[1]

    return made


_LIKE: Final = (("İ", "i"), ("ı", "i"), ("ſ", "s"))
"""Letters that a pattern of Python's takes for another one without regard to case, and RE2 may not."""
_LONE: Final = re.compile("[\ud800-\udfff]")


def folded(text: str) -> bytes:
    """The text as a sieve reads it: on one line, as UTF-8."""
    return _folded(text.replace("\n", " "))


def _folded(text: str) -> bytes:
    """The same of what is on one line, or on several. Case is left to RE2, which knows more letters that are alike than ``lower`` does."""
    if text.isascii():
        return text.encode()
    for letter, like in _LIKE:
        text = text.replace(letter, like)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _LONE.sub("\ufffd", text).encode()


class Texts:
    """Texts (the lines of a document) that sieves are held against: folded once for all of them."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Fold the texts, all at once."""
        every = list(texts)
        whole = "\n".join(every)
        if whole.count("\n") >= len(every):
            whole = "\n".join([text.replace("\n", " ") for text in every])
        self.whole: Final = _folded(whole)


_ROOM: Final = re2.Options()
_ROOM.max_mem = 32 << 20
"""Bytes that a sieve's states may take: one of a thousand stems that runs out of room is thirty times as slow."""


class Sieve:
    """What a text must have for one of some exact patterns (or lists of words) to match in it."""

    def __init__(self, *patterns: re.Pattern[str] | Sequence[str]) -> None:
        """Make the sieve. Raises ``ValueError`` for a pattern that has what cannot be widened."""
        wide = [widened(one) if isinstance(one, re.Pattern) else "|".join(_word(word) for word in one) for one in patterns]
        self._line: Final = re2.compile(f"(?i)(?:{'|'.join(wide)})[^\\n]*", _ROOM)

    def passes(self, text: str) -> bool:
        """Whether one of the patterns could match in the text."""
        return self._line.search(folded(text)) is not None

    def among(self, texts: Texts) -> list[int]:
        """The indexes of the texts in which one of the patterns could match, in order."""
        numbers: list[int] = []
        number = at = 0
        for found in self._line.finditer(texts.whole):
            start = found.start()
            number += texts.whole.count(b"\n", at, start)
            at = start
            numbers.append(number)
        return numbers


class Sifted:
    """An exact pattern behind its own sieve: what it finds is the same, and a text in which it cannot match costs a tenth or less."""

    def __init__(self, exact: re.Pattern[str], seldom: int = 0) -> None:
        """Keep the pattern. Its sieve is made when it has been asked more than ``seldom`` times: that of a long one takes 30 ms."""
        self._exact: Final = exact
        self._left = seldom

    @cached_property
    def sieve(self) -> Sieve:
        """The sieve. Raises ``ValueError`` as `Sieve` does."""
        return Sieve(self._exact)

    def search(self, text: str) -> re.Match[str] | None:
        """As the pattern's own."""
        self._left -= 1
        return self._exact.search(text) if self._left >= 0 or self.sieve.passes(text) else None

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """As the pattern's own."""
        return self._exact.match(text, at)


def _word(word: str) -> str:
    """A word as an expression, with every kind of apostrophe."""
    return "['’‘`]".join(str(re2.escape(folded(part).decode())) for part in straight(word).split("'"))


def straight(text: str) -> str:
    """The same text with straight apostrophes."""
    return text.replace("’", "'").replace("‘", "'").replace("`", "'")


_BEYOND: Final = r"\x{80}-\x{10ffff}"
_WIDE: Final = {
    "d": rf"0-9{_BEYOND}",
    "w": rf"0-9A-Za-z_{_BEYOND}",
    "s": rf"\t\v\f\r\x1c-\x20{_BEYOND}",
    "D": rf"\x00-\x09\x0b-/:-\x7f{_BEYOND}",
    "W": rf"\x00-\x09\x0b-/:-@\[-^`{{-\x7f{_BEYOND}",
    "S": rf"\x00-\x08\x0e-\x1b!-\x7f{_BEYOND}",
}
"""The classes of Python's ``re``, each with all letters beyond ASCII, which two libraries need not know alike, and without the newline."""
_ANY: Final = r"[^\n]"
_TOKEN: Final = re.compile(
    r"""
      (?P<look>\(\?<?[=!])
    | (?P<back>\(\?P=\w+\))
    | (?P<open>\((?:\?(?:P<\w+>|-?[a-z]*:))?)
    | (?P<close>\))
    | (?P<edge>\\[bBAZ]|[\^$])
    | \\(?P<kind>[dwsDWS])
    | (?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])
    | (?P<times>(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?)
    | (?P<bar>\|)
    | (?P<dot>\.)
    | \\(?P<escaped>[^\w\s]|\ )
    | (?P<letter>[^\\\n])
    """,
    re.VERBOSE,
)


def widened(pattern: re.Pattern[str]) -> str:
    """An expression for RE2 that matches, without regard to case, in every one-line text (`folded`) in which ``pattern`` matches.

    Raises ``ValueError`` for what it does not know: flags that change the syntax, newlines, escapes of control characters.
    """
    if pattern.flags & (re.VERBOSE | re.LOCALE | re.DOTALL):
        raise ValueError(f"a pattern with these flags has no sieve: {pattern.pattern[:60]}")
    wide: list[str] = []
    at = depth = 0
    looks: list[int] = []  # at which depth a look ahead or behind was opened: all in it is left out
    while at < len(pattern.pattern):
        found = _TOKEN.match(pattern.pattern, at)
        if found is None:
            raise ValueError(f"no sieve can have {pattern.pattern[at : at + 20]!r}")
        at = found.end()
        kind, said = found.lastgroup or "", found.group(found.lastgroup or 0)
        if kind in {"look", "open"}:
            depth += 1
            looks += [depth] * (kind == "look")
        if not looks:
            wide.append(_widened(kind, said))
        if kind == "close":
            if looks and looks[-1] == depth:
                looks.pop()
                wide += ["(?:)"] * (not looks)
            depth -= 1
    return "".join(wide)


def _widened(kind: str, said: str) -> str:
    """One piece of an expression, widened."""
    match kind:
        case "open":
            return "(?:"
        case "edge":
            return "(?:)"
        case "back":
            return f"{_ANY}*"
        case "kind":
            return f"[{_WIDE[said]}]"
        case "dot":
            return _ANY
        case "set":
            return _set(said)
        case "times":
            return "?" if said[0] == "?" else "*" if said[0] == "*" or said.startswith(("{0,", "{0}")) else "+"
        case "escaped" | "letter":
            return str(re2.escape(said))
        case _:
            return said


def _set(said: str) -> str:
    """A class of characters. A negated one stays when it leaves out marks only: letters have other cases, and a newline became a blank."""
    inside = said[1:-1].replace("\\n", " ")
    if not inside.startswith("^"):
        return "[" + re.sub(r"\\([dwsDWS])", lambda found: _WIDE[found.group(1)], inside) + "]"
    marks = re.sub(r"\\(?=[^\w\\])", "", inside[1:]).replace(" ", "")
    return f"[^\\n{re2.escape(marks)}]" if re.fullmatch(r"[!-,./:-@\[\]^`{-~]*", marks) else _ANY
