"""The forms of publishers: what the bodies that pages link to most write on what is over, as data (``lexicon/publishers.toml``)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from reviewer.read.lexicon import publishers
from reviewer.read.states.words import phrase, pieces

_FEW: Final = r"(?:\W+\w[\w'’.,&-]*){0,12}?\W+"
"""The words that "..." stands for, with what is between words."""
_LEAD: Final = r"[\W_]{0,6}"
_ANYWHERE: Final = r".{0,200}?\b"


class Form(NamedTuple):
    """Which publisher's form a text begins with, and where it ends."""

    publisher: str
    end: int


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms of each publisher as one pattern."""
    return tuple((name, re.compile(rf"(?:{'|'.join(map(_pattern, forms))})(?!\w)", re.IGNORECASE)) for name, forms in publishers())


def _pattern(form: str) -> str:
    """One form as a pattern for the beginning of a text."""
    return (_ANYWHERE if form.startswith("...") else _LEAD) + _FEW.join(map(phrase, _parts(form)))


def _parts(form: str) -> list[str]:
    """What stands between the "..." of a form."""
    return [part.strip() for part in form.split("...") if part.strip()]


@cache
def marks() -> tuple[str, ...]:
    """Of each form a piece that stands in every text that has it, in small letters."""
    return tuple(sorted({mark for _, forms in publishers() for form in forms for mark in pieces(max(_parts(form), key=len))}))


def begins(text: str) -> Form | None:
    """The publisher's form that a text, with straight apostrophes, begins with."""
    for name, pattern in _forms():
        if found := pattern.match(text):
            return Form(name, found.end())
    return None
