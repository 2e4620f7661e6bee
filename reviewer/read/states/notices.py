"""A notice put together of parts: who ended the page or what took its place, what is no more done with it, for what it is kept, what is
newer, and what its reader is told not to do. The words of each part are the lexicon's; how the parts stand together is said here, once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Final

from reviewer.read.sieves import Sifted
from reviewer.read.states.grammars import Grammar
from reviewer.read.states.words import NEVER, WORD, words

_END: Final = (
    r"(?=[\W_]*$|\s*[.,;:!?()–—]|"
    r"\s+(?:since|from|as|by|after|because|due|and|or|but|on|so|seit|ab|depuis|desde|dal|vanaf|sedan|fra|od)(?!\w))"
)
"""What may stand behind words that leave nothing to say: the end of a clause, a date, a reason."""
_WITH_VERB: Final = frozenset({"fr", "es", "it", "pt", "ca", "pl"})
"""Languages whose words for "no more" have the verb between them, or with them."""
_POLITE: Final = r"(?:(?:please|bitte|merci\s+de|gelieve|por\s+favor|si\s+prega\s+di|vänligen|venligst|vennligst|prosimy)\s+)?"


class Parts:
    """The patterns of a language's notices."""

    def __init__(self, grammar: Grammar) -> None:
        """Keep the grammar; patterns are made when they are asked for."""
        self.grammar: Final = grammar

    def _any(self, *names: str) -> str:
        return self.grammar.any_of(*names)

    def _has(self, name: str) -> bool:
        return bool(words(self.grammar.language, name))

    @cached_property
    def _this(self) -> str:
        """The page as what something is done to."""
        return rf"{self._any('this')}\s+(?:{WORD}\s+){{0,2}}?(?:{self.grammar.nouns}|one(?=[\W_]*$|\s*[.,;]))"

    @cached_property
    def ended(self) -> Sifted | None:
        """Somebody ended the page, or something took its place: "the Board rescinded this circular", "X now covers this topic", "we do not
        update this list any more"."""
        if not self._has("ender"):
            return None
        this = self._this
        away = rf"{self._any('takes')}\s+(?:{this}\s+{self._any('away')}|{self._any('away')}\s+{this})"
        keeping = rf"(?:{self._any('quit')}\s+{WORD}(?:\s+by)?\s+{this}|{WORD}\s+{this}(?:\s+{WORD}){{0,4}}?\s+{self._any('any_more')})"
        settled = rf"{self._any('resolved')}(?:\s+{WORD})?\s+to\s+{self._any('to_end')}\s+{this}"
        return self.grammar.sifted(rf"(?:{self._any('ender', 'ends')}\s+{this}|{away}|{keeping}|{settled})")

    @cached_property
    def idle(self) -> Sifted | None:
        """The page is no more what it was, or must not be used: whatever it is that it is no more, the clause ends there."""
        if not self._has("no_more"):
            return None
        more, be, free = self._any("no_more"), self._any("be"), self.grammar.free
        being = rf"\s+{be}{free}{{0,2}}?"
        being = f"(?:{being})?" if self.grammar.language in _WITH_VERB else being
        words_of_it = r"(?:\s+\S+){2}" if self.grammar.language == "en" else r"(?:\s+\S+){2,5}?"
        no_more = rf"{being}\s+{more}(?:{free}{{1,3}}?|{words_of_it}){_END}"
        modal = rf"\s+{self._any('modal')}\s+(?:{more}\s+be|not\s+be)\s+{self._any('used')}" if self._has("modal") else NEVER
        barred = rf"\s+(?:{WORD}\s+){{0,2}}?{self._any('barred')}{_END}"
        return self.grammar.sifted(rf"{self.grammar.subject}{self.grammar.besides}(?:{no_more}|{modal}|{barred})")

    @cached_property
    def kept(self) -> Sifted | None:
        """The page is kept for what it was."""
        if not self._has("keep"):
            return None
        few = rf"(?:\s+{WORD}){{0,3}}?\s+{self._any('aim')}(?:\s+{WORD}){{0,2}}?\s+"
        kept = rf"(?:{self._any('keep')}{few}{self._any('reference', 'history')}|(?:{self._any('offer')})?{few}{self._any('history')})"
        it = rf"{self._any('it')}\s+{self._any('be')}"
        archive = rf"{it}(?:\s+{WORD}){{0,3}}?\s+{self._any('keep')}{few}{self._any('history')}"
        return self.grammar.sifted(rf"(?:{self.grammar.subject}(?:\s+{WORD}){{0,9}}?\s+{kept}|{archive})")

    @cached_property
    def alone(self) -> re.Pattern[str] | None:
        """What a line begins with that has no subject: "Kept for the record", "For historical reference only", "Do not print or use"."""
        if not self._has("keep"):
            return None
        aim = rf"{self._any('aim')}(?:\s+{WORD}){{0,2}}?\s+"
        kept = rf"(?:{self._any('keep')}(?:\s+{WORD}){{0,2}}?\s+{aim}{self._any('reference', 'history')}|{aim}{self._any('history')})"
        use = self._any("use")
        also = rf"(?:\s*(?:,|/|\s(?:or|and|ni|ou|oder|und|o|e|og|och|eller|lub|of|en))\s*{use}){{0,3}}"
        dont = rf"{self._any('dont')}\s+(?P<use>{use})(?P<also>{also})(?P<this>\s+(?:{self._this}|it|them))?"
        last = rf"(?:{self._this}|{self.grammar.nouns})\s+{_POLITE}{self._any('dont')}\s+{use}"
        return re.compile(rf"{_POLITE}(?:{kept}|{dont}|{last})(?=[\W_]*$|\s*[.;!–—])", re.IGNORECASE)

    @cached_property
    def newer(self) -> Sifted | None:
        """There is a newer version of it."""
        if not self._has("there_is"):
            return None
        latest, copy = self._any("latest"), self._any("copy")
        of_other = rf"(?!\s+(?:of|for|to|in)\s+(?!{self._any('this')}(?!\w)))"
        return self.grammar.sifted(
            rf"{self._any('there_is')}(?:\s+(?:now|also|already))?\s+(?:an?|the)\s+{latest}\s+(?:{WORD}\s+)?{copy}(?!\w){of_other}"
        )

    @cached_property
    def pointed(self) -> re.Pattern[str] | None:
        """Its reader is sent to the version that counts."""
        if not self._has("there_is"):
            return None
        latest, copy, the = self._any("latest"), self._any("copy"), r"(?:the|our)"
        verb = r"(?:see|use|read|visit|view|consult|refer\s+to|go\s+to|switch\s+to|look\s+at|find|click\s+here\s+for)"
        of_this = rf"(?:\s+of\s+{self._this})?"
        return self.grammar.made(
            rf"{verb}\s+{the}\s+{latest}\s+{copy}{of_this}(?:\s+(?:here|instead|now|online))?(?=[\W_]*$|\s*[.,;:!–—(])"
        )

    @cached_property
    def always(self) -> re.Pattern[str]:
        """Words of advice that counts for every copy: "always use the latest version"."""
        return self.grammar.made(self._any("always", "copies"))

    @cached_property
    def version(self) -> re.Pattern[str] | None:
        """Which version its reader looks at, and which one counts."""
        if not self._has("there_is"):
            return None
        copy = rf"(?:{self._any('copy')}|docs|documentation)"
        seen = rf"(?:{self._any('viewing')}|{self._any('this')}\s+(?:page\s+)?(?:is|describes|documents|covers)|documentation\s+for)"
        one = r"v?\d[\d.]*\d|v?\d+"
        looked = rf"{seen}\s+(?:\S+\s+){{0,5}}?(?:{copy}\s+)?(?P<%s>{one})\b"
        copy = rf"(?:\S+\s+)?{copy}(?:\s+of\s+(?:\S+\s+)?\S+)?"
        latest = rf"\b(?:the|our)\s+{self._any('latest')}\s+{copy}\s+(?:is|:)\s+(?:\S+\s+){{0,2}}?(?P<%s>{one})"
        either = rf"{looked % 'mine'}.{{0,60}}?{latest % 'its'}|{latest % 'its2'}.{{0,60}}?{looked % 'mine2'}"
        return self.grammar.made(rf"(?:{either})")


@lru_cache(maxsize=32)
def parts(grammar: Grammar) -> Parts:
    """The parts of a language's notices."""
    return Parts(grammar)


ENDED: Final = "it was ended"
KEPT: Final = "it is kept for what it was"


def found(text: str, grammar: Grammar) -> Iterator[tuple[re.Match[str], str]]:
    """The places where a sentence says it in parts, each with what it says."""
    made = parts(grammar)
    for pattern, why in (
        (made.ended, ENDED),
        (made.idle, "it is no more used"),
        (made.kept, KEPT),
        (made.newer, "there is a newer version"),
    ):
        if pattern is not None and (said := pattern.search(text)):
            yield said, why


def alone(text: str, start: int, grammar: Grammar) -> tuple[int, int] | None:
    """Where a line says it that has no subject, from ``start`` on."""
    pattern = parts(grammar).alone
    said = pattern.match(text, start) if pattern else None
    if said is None or (said["use"] and not (said["also"] or said["this"] or said.group().isupper())):
        return None  # "Do not use." may be said of a medicine
    return said.span()


def elsewhere(text: str, grammar: Grammar) -> tuple[int, int] | None:
    """Where a text at the top of a page sends its reader to the version that counts, or names two versions, this one and that."""
    made = parts(grammar)
    if made.version is not None and (said := made.version.search(text)):
        mine, its = said["mine"] or said["mine2"], said["its"] or said["its2"]
        if mine.lstrip("v") != its.lstrip("v"):
            return said.span()
    if made.pointed is not None and (said := made.pointed.search(text)) and not made.always.search(text):
        return said.span()
    return None
