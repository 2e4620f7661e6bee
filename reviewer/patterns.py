"""Patterns that are compiled when they are first asked: there are hundreds, some take 10 ms, and a run that meets nothing of their kind
does without."""

from __future__ import annotations

import re
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Lazy:
    """A pattern's text until somebody asks. Then what it answers with is set on the object itself: asking again costs no more than asking
    the pattern."""

    def __init__(self, text: str, flags: int) -> None:
        self.flags = flags
        self.pattern = text

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED:
            raise AttributeError(name)
        made = re.compile(self.pattern, self.flags)
        for each in _ASKED:
            setattr(self, each, getattr(made, each))
        return getattr(made, name)


def lazily(text: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, but later: ``re.error`` comes from the first use, so every pattern is used by a test."""
    return cast("re.Pattern[str]", _Lazy(text, flags))
