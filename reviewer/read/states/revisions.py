"""That a page is being worked on, or waits for it, put together of parts: what leads to it ("flagged for"), the name of the work
("revision"), who is at it ("the author is rewriting"), and that it has begun ("an update to this leaflet is in preparation").

The words of each part are the lexicon's, the few of each language that speak of looking again; how they stand together is said here, once.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Final

from reviewer.read.lexicon import LANGUAGES
from reviewer.read.states.words import WORD, pattern, words

ASIDE: Final = r"(?!\s+in\s+(?:the\s+)?(?:light|view|line|response|wake)(?!\w))"
"""Not "in the light of", which tells no time."""


def looks(*languages: str) -> tuple[re.Pattern[str], ...]:
    """What a line has in which work on a page is spoken of, for a sieve: what leads to it with its name, or who is at it and how."""
    return tuple(made for language in languages or LANGUAGES for made in _looks(language))


@cache
def _looks(language: str) -> tuple[re.Pattern[str], ...]:
    pairs = (("link", "revision", _FEW), ("actor", "revising", _SOME), ("revision", "ongoing", ".+"))
    return tuple(
        re.compile(rf"{pattern(words(language, first))}{between}{pattern(words(language, last))}")
        for first, last, between in pairs
        if words(language, first) and words(language, last)
    )


_FEW: Final = r"\s(?:\S+\s)?(?:\S+\s)?"
_SOME: Final = rf"{_FEW}(?:\S+\s)?(?:\S+\s)?"
"""Up to two words between, and up to four."""


class Revisions:
    """The patterns of a language's work on pages. ``subject`` is the page or what is written on it, with what may stand before the verb;
    ``nouns`` what a page can be called."""

    def __init__(self, language: str, subject: str, nouns: str) -> None:
        """Keep what the page is called; patterns are made when they are asked for."""
        self._language: Final = language
        self._subject: Final = subject
        self._nouns: Final = nouns

    def _any(self, *names: str) -> str:
        return pattern(words(self._language, *names))

    @cached_property
    def _page(self) -> str:
        """The page as what is worked on."""
        if after := words(self._language, "these_after"):
            return rf"{self._nouns}(?:\s+{WORD})?\s+{pattern(after)}"
        return rf"{self._any('this')}\s+(?:{WORD}\s+)?{self._nouns}"

    @cached_property
    def _once(self) -> str:
        """No word behind it that tells how often, or when."""
        return rf"(?!\w)(?!{ASIDE}\s+{self._any('regular')}(?!\w))"

    @cached_property
    def waits(self) -> str:
        """The page is under it, or waits for it: "has been flagged for revision"."""
        apart = self._any("relative", "condition")
        may = rf"(?:\s+(?!{apart}(?!\w)){WORD}){{0,8}}?"
        return rf"{self._subject}{may}\s+{self._any('link')}(?:\s+{WORD}){{0,2}}?\s+{self._any('revision')}{self._once}"

    @cached_property
    def worked(self) -> str:
        """Somebody is at it: "the author is rewriting this chapter"."""
        begins = rf"{self._any('actor')}(?:\s+{WORD}){{0,4}}?"
        return rf"{begins}\s+{self._any('revising')}\s+(?:{WORD}\s+){{0,3}}?{self._page}{self._once}"

    @cached_property
    def begun(self) -> str:
        """It has begun: "an update to this leaflet is in preparation"."""
        return rf"{self._any('revision')}\s+{WORD}\s+{self._page}(?:\s+{WORD}){{0,2}}?\s+{self._any('ongoing')}"

    @cached_property
    def notice(self) -> str:
        """By itself at the beginning of a line: "Content review in progress"."""
        bare = rf"{self._any('revision')}\s+(?:{self._any('ongoing')}|in\s+progress|under\s+way|overdue|pending|needed|required|due)"
        return rf"(?:{self._any('text')}\s+)?(?:{bare}|{self._any('link')}\s+{self._any('revision')})"
