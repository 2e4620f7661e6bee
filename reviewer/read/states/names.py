"""What a page is called: by its title, its main heading and its address. What is said of something with its name is said of the page."""

from __future__ import annotations

import re
from typing import Final

from reviewer.read import genre
from reviewer.read.document import Document
from reviewer.read.states.grammars import Grammar
from reviewer.read.states.words import words

_CODE: Final = re.compile(r"(?=\S*\d)[^\W_][\w/:.-]*\w|\d")
_TOKEN: Final = re.compile(r"[^\W_][\w.-]*\w|\w")
_RECORDS: Final = frozenset({genre.Genre.MEETING, genre.Genre.NEWS})
_INITIALS: Final = (3, 5)
"""Letters of a name's initials, at least and at most."""
_STEM: Final = 4
"""Letters of a noun, at least, that all its forms have."""
_SUBJECT: Final = 14
"""Words of the name of a document."""


class Names:
    """What the page is called: its title, its main heading, the end of its address; whether it ``records`` what was said elsewhere."""

    def __init__(self, document: Document, heading: str) -> None:
        """Gather the words of its names."""
        self._both = (document.title, heading)
        self._names = f"{document.title} {heading}"
        self._words: frozenset[str] | None = None
        self.records: Final = genre.kind(document).genre in _RECORDS
        self._path = (document.url or "").rsplit("/", 1)[-1]

    @property
    def words(self) -> frozenset[str]:
        """The words of its names, in small letters."""
        if self._words is None:
            self._words = frozenset(word.lower() for word in _TOKEN.findall(f"{self._names} {self._path.replace('-', ' ')}"))
        return self._words

    def _whole(self, content: list[str]) -> bool:
        """Whether these words are all that the page's title, or its main heading, is made of."""
        every = ({word.lower() for word in _TOKEN.findall(name) if len(word) > 3} for name in self._both)
        return any(one and one <= set(content) for one in every)

    @property
    def numbers(self) -> set[str]:
        """The first number, or word with a digit, of its title and that of its heading, as far as they have one."""
        every = ([word.lower() for word in _TOKEN.findall(name) if any(letter.isdigit() for letter in word)] for name in self._both)
        return {coded[0] for coded in every if coded}

    @property
    def initials(self) -> frozenset[str]:
        """The initials of words of its name that follow one another: "PGD" of "Patient group direction: naloxone"."""
        first = ["".join(word[0] for word in _TOKEN.findall(name)).upper() for name in self._both]
        lengths = range(_INITIALS[0], _INITIALS[1] + 1)
        return frozenset(letters[at : at + long] for letters in first for long in lengths for at in range(len(letters) - long + 1))

    def noun(self, text: str, grammar: Grammar) -> bool:
        """Whether a noun that the sentence calls its subject stands in the page's own name: "Form 12", "this form", or is short for it."""
        return any(found.group().lower() in self.words for found in grammar.noun.finditer(text)) or any(
            word.isupper() and word in self.initials for word in _TOKEN.findall(text) if not text.isupper()
        )

    def calls(self, noun: str | None, grammar: Grammar) -> bool:
        """Whether a word written with a capital that is none of the lexicon's for a page stands in the page's name: "this Order"."""
        return noun is None or grammar.noun.fullmatch(noun) is not None or noun.lower() in self.words

    def called(self, noun: str, grammar: Grammar) -> bool:
        """Whether the page is called by this noun, in this form or another, in a name that is not itself news of it."""
        stem = noun.lower() if words(grammar.language, "the") else noun.lower()[: max(_STEM, len(noun) - 2)]
        return any(word.startswith(stem) and len(word) <= len(noun) for word in self.words) and grammar.value.search(self._names) is None

    def means(self, before: str, grammar: Grammar) -> bool:
        """Whether these words, the subject of a sentence, are the page's name or its number, and the name is not itself news of it."""
        subject = _TOKEN.findall(before)
        if len(subject) == 2 and grammar.this.fullmatch(subject[0]):
            return subject[1].isupper() and subject[1] in self.initials
        if not 0 < len(subject) <= _SUBJECT or grammar.active.search(self._names) or grammar.this.search(before):
            return False
        if grammar.sieve.passes(self._names):
            return False
        content = [word.lower() for word in subject if len(word) > 3 or any(letter.isdigit() for letter in word)]
        if any(letter.isdigit() for letter in "".join(content)):
            # "Version 2.x", "Circular 7/2015"
            content = [word for word in content if word in self.words or grammar.noun.fullmatch(word) is None]
        if any(letter.isdigit() for letter in "".join(content)) and self.numbers and self.numbers.isdisjoint(content):
            return False  # a name that goes on to what it repeals or amends is that of its first number
        if not content or not all(word in self.words for word in content):
            return False
        if not (grammar.noun.search(before) or any(letter.isdigit() for letter in before)) and not self._whole(content):
            return False  # a benefit or a service of which the page tells
        coded = len(content) == 1 and not content[0].isdigit() and len(subject) == 2 and grammar.noun.fullmatch(subject[0]) is not None
        return (
            len(content) > 1
            or coded
            or (_CODE.fullmatch(content[0]) is not None and not content[0].isdigit() and content[0] == subject[0].lower())
        )
