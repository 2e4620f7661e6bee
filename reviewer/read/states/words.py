"""The lexicon's words of state as patterns, one set for each language, made when they are first needed.

In the lexicon ``(x)`` may be missing, ``a/b`` are alternatives, ``_`` is any word, and ``#`` asks for something numbered to follow,
``!`` for the end of the clause.
"""

from __future__ import annotations

import itertools
import re
from functools import cache, cached_property, lru_cache
from typing import Final

from reviewer.read.lexicon import LANGUAGES, section
from reviewer.read.sieves import Sieve, straight

NEVER: Final = r"(?!)"
STATES: Final = ("gone", "done", "frozen", "mark", "newer", "old", "stopped")
WORN: Final = ("out", "aged", "under", "doing", "working", "date_of")
"""The names of the words that say that a page's time is over, and that it is out of date or under review: every notice has one of them."""
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
"""Marks that may stand in the middle of a phrase: "no <b>longer</b> in force"."""
_WORD: Final = r"[\w'’·-]+"
_AND: Final = r"(?:and|und|et|y|e|i|och|og|en|a)"
_WHEN: Final = r"(?:\s+(?:am|zum|ab|seit|vom|per|den|op|pr\.?|fra|från)\s+(?:[\w.]+\s+){0,3}?\d{4})?"
"""A date between a verb and its participle, where languages put it there."""
_MAY: Final = r"(?:may|might|could|will|kann|könnte|peut|puede|può|pode|kan|może)"
_ADJECTIVE_FIRST: Final = frozenset({"en", "de", "nl", "sv", "no", "da", "pl"})
"""Languages that put nothing between a noun and its verb but what is about it."""


def words(language: str, *names: str) -> list[str]:
    """The words and phrases of a language's section of states, under these names."""
    found = section(language, "states")
    return [entry for name in names for entry in found.get(name, ())]


@cache
def marks(*names: str, languages: tuple[str, ...] = LANGUAGES) -> tuple[str, ...]:
    """Of each word and phrase under these names, a piece that stands in every text in which it is said, in small letters; ``old`` is said
    of a copy only."""
    plain = [name for name in names if name != "old"]
    found = {mark for language in languages for entry in words(language, *plain) for mark in pieces(entry)}
    for language in languages if "old" in names else ():
        for old, copy in itertools.product(words(language, "old"), words(language, "copy")):
            found |= {f"{old} {copy}", f"{copy} {old}"}
    return tuple(sorted(found))


_STEM: Final = 7
"""Letters of a word or phrase by which a page is first searched for it: one look for hundreds of them at once."""


def stems(*names: str) -> list[str]:
    """The beginnings of what `marks` gives, without those that hold another one."""
    kept: list[str] = []
    for word in sorted({mark[:_STEM] for mark in marks(*names)}, key=len):
        if not any(short in word for short in kept):
            kept.append(word)
    return kept


@cache
def _ending(more: tuple[str, ...]) -> Sieve:
    """What passes every text that says that a page's time is over, or that it is out of date, or that has one of these words."""
    return Sieve((*marks(*STATES, "out"), *more))


def may_say(text: str, more: tuple[str, ...] = ()) -> bool:
    """Whether a page with this text, on one line and marked up or not, could say in words that its time is over, in those of
    the lexicon or in ``more`` of them."""
    plain = straight(text)
    return _ending(more).passes(plain) or ("<" in plain and _ending(more).passes(" ".join(_TAG.sub("", plain).split())))


def pieces(entry: str) -> list[str]:
    """The longest run of words of a phrase that may not be missing, in each way in which it is written."""
    runs: list[list[list[str]]] = [[]]
    for token in entry.split():
        if token[0] in "(_#!":
            runs.append([])
        else:
            runs[-1].append(token.split("/"))
    whole = max(runs, key=lambda run: sum(min(map(len, either)) for either in run))
    return [" ".join(way) for way in itertools.product(*whole)]


def _pattern(entries: list[str]) -> str:
    """Any of these words and phrases, the longest first; a pattern that never matches for none."""
    return f"(?:{'|'.join(phrase(entry) for entry in sorted(entries, key=lambda entry: (-len(entry), entry)))})" if entries else NEVER


def phrase(entry: str) -> str:
    """One entry of the lexicon as a pattern."""
    made = ""
    for piece in entry.split():
        if piece == "!":
            made += r"(?=[\W_]*$|\s*[.,;:!?–—])"
            continue
        if piece == "#":
            made += r"(?=\s+(?:\S{1,30}\s)?\S{0,30}\d)"
            continue
        either = piece.strip("()").split("/")
        word = _WORD if either == ["_"] else "(?:" + "|".join(re.escape(one).replace("'", "['’]") for one in either) + ")"
        gap = r"\s+" if made else ""
        made += f"(?:{gap}{word})?" if piece.startswith("(") else f"{gap}{word}"
    return made


class Grammar:
    """A language's patterns. ``gone`` says that the page's time is over, ``old`` that it is an old copy, ``newer`` that there is a newer
    one, ``out`` that it is out of date, ``under`` that it is under review. The rest is what they are made of, and what speaks against."""

    def __init__(self, language: str) -> None:
        """Keep the language; patterns are made when they are asked for, since most pages need those of one or two languages."""
        self.language: Final = language
        self.sieve: Final = Sieve(marks(*STATES, *WORN, languages=(language,)))

    def any_of(self, *names: str) -> str:
        """Any of the words under these names."""
        return _pattern(words(self.language, *names))

    def _made(self, text: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){text}(?!\w)", re.IGNORECASE)

    @cached_property
    def _free(self) -> str:
        """A word that breaks no clause."""
        return rf"(?:\s+(?!{self.any_of('stop')}(?!\w)){_WORD},?)"

    @cached_property
    def _noun(self) -> str:
        return self.any_of("page", "noun")

    @cached_property
    def _subject(self) -> str:
        """The page, or what stands on it, as the one of which something is said, with what may stand between it and the verb."""
        if after := words(self.language, "these_after"):
            return rf"(?P<noun>{self._noun})(?:\s+{_WORD}){{0,2}}?\s+{_pattern(after)}"
        stop, about = self.any_of("stop"), self.any_of("about")
        breaks = self.any_of("relative", "condition", "active", "be")
        text = rf"(?P<content>{self.any_of('text')}(?:\s+{_WORD}){{0,3}}?\s+{about}\s+)?"
        aside = r"(?:\s*\([^()]{1,80}\))?(?:,[^,;.!?]{1,80},)?"
        adjective = "" if self.language in _ADJECTIVE_FIRST else rf"(?:\s+(?!(?:{stop}|{breaks})(?!\w)){_WORD})?"
        topic = rf"(?:,?\s+{about}(?:\s+(?!{breaks}(?!\w))[^\s.;:!?]+){{1,10}}?)?"
        modifiers = rf"(?:(?!{stop}(?!\w)){_WORD}\s+){{0,3}}?"
        adverbs = rf"(?:,?\s+{self.any_of('adverb', 'have')}){{0,3}},?"
        return rf"{text}{self.any_of('this')}\s+{modifiers}(?P<noun>{self._noun})(?!\w){aside}{adjective}{topic}{adverbs}"

    @cached_property
    def _subject_or_text(self) -> str:
        """The same, or no more than what is written on it ("these details")."""
        if after := words(self.language, "these_after"):
            return rf"(?:{self._subject}|{self.any_of('text')}\s+{_pattern(after)})"
        return rf"(?:{self._subject}|{self.any_of('this')}\s+{self.any_of('text')})"

    @cached_property
    def _over(self) -> str:
        """That its time is over, after the subject."""
        be, free = self.any_of("be"), self._free
        gone, done, frozen = self.any_of("gone"), self.any_of("done"), self.any_of("frozen")
        if words(self.language, "these_after"):
            return rf"{free}{{0,5}}?\s+(?:{_WORD}['’]i\s+)?(?:{gone}|{frozen})"
        agent = rf"(?:\s+{self.any_of('by')}(?:\s+[^\s,;.!?]+){{1,8}}?)?"
        also = rf"(?:\s+{_WORD}\s+{_AND})?"
        breaks = self.any_of("relative", "condition", "active")
        besides = rf"(?:(?:\s+(?!{breaks}(?!\w))[^\s.;:!?]+){{1,12}}?\s+{_AND}(?=\s+(?:{be}|{frozen})(?!\w)))?"
        return (
            rf"{besides}(?:\s+{be}{free}{{0,4}}?{_WHEN}{also}{agent}\s+{gone}|(?:\s+{self.any_of('have')}{free}{{0,2}}?)?\s+{done}"
            rf"|(?:\s+{be})?{free}{{0,2}}?\s+{frozen})"
        )

    @cached_property
    def gone(self) -> re.Pattern[str]:
        """The page says that it was withdrawn, replaced, archived ..."""
        if after := words(self.language, "these_after"):
            the = rf"(?:y|yr|['’]r)?\s*{self._noun}(?:\s+{_WORD}){{0,2}}?\s+{_pattern(after)}"
            ours = rf"{self.any_of('stopped')}(?:\s+{_WORD}){{0,2}}?\s+{the}"
        else:
            ours = rf"{self.any_of('stopped')}\s+{self.any_of('this')}\s+(?:{_WORD}\s+){{0,2}}?{self._noun}"
        return self._made(rf"(?:{self._subject}{self._over}|{ours})")

    @cached_property
    def old(self) -> re.Pattern[str]:
        """The reader looks at an old or archived copy."""
        gone, copy, old, this = self.any_of("gone"), self.any_of("copy"), self.any_of("old"), self.any_of("this")
        noun = self.any_of("page", "noun", "text")
        aged = rf"(?:{gone}\s+(?:{_WORD}\s+){{0,2}}?(?:{copy}|{noun})|{old}\s+(?:{_WORD}\s+)?{copy}|(?:{copy}|{noun})\s+(?:{old}|{gone}))"
        this_is = rf"{this}(?:\s+{noun})?\s+{self.any_of('be')}\s+(?:{_WORD}\s+){{0,2}}?"
        over = rf"(?:{gone}|{self.any_of('frozen')})"
        its = rf"(?:\s+{self.any_of('be', 'adverb')}){{0,2}}\s+{over}"
        which = rf"(?:{copy}|{noun})(?:[^.;!?]|\.(?=\d)){{0,60}}?,?\s+{self.any_of('relative')}{its}"
        be = self.any_of("be")
        no_more = rf"(?:{this}(?:\s+{noun})?\s+{be}\s+{self.any_of('frozen')}|{this}\s+{copy}\s+{be}\s+{self.any_of('out')})"
        viewing = rf"{self.any_of('viewing')}\s+(?:{_WORD}\s+){{0,4}}?"
        return self._made(rf"(?:(?:{viewing}|{this_is})(?:{aged}|{which})|{no_more})")

    @cached_property
    def newer(self) -> re.Pattern[str]:
        """There is a newer version of the page."""
        of_this = rf"(?:\s+{_WORD}){{1,2}}?\s+{self.any_of('this')}\s+(?:{_WORD}\s+){{0,2}}?{self._noun}"
        here = r"(?=[\W_]*$|\s*[.!:;,(]|\s+(?:here|at|from|online|ici|hier|aquí)(?!\w))"
        there = rf"(?:\s+(?:{self.any_of('be', 'have', 'adverb')}))*\s+{self.any_of('available')}{here}"
        return self._made(rf"{self.any_of('newer')}(?:{of_this}|{there})")

    @cached_property
    def out(self) -> re.Pattern[str]:
        """The page is, or may be, out of date."""
        if words(self.language, "these_after"):
            return self._made(rf"{self._subject_or_text}{self._free}{{0,5}}?\s+{self.any_of('out')}")
        may = rf"(?:\s+(?!{self.any_of('relative')}(?!\w)){_WORD}){{0,6}}?"
        here = rf"{self.any_of('text')}(?:\s+{_WORD}){{0,3}}?\s+{self.any_of('here')}"
        verb = rf"(?:ne\s+)?(?:{self.any_of('be')}|{_MAY})"
        out = rf"(?:{verb}{may}\s+{self.any_of('out')}|{self.any_of('aged')})"
        besides = rf"(?:{may}\s+{_AND}(?=\s+{verb}(?!\w)))?"
        return self._made(rf"(?:{self._subject_or_text}|{here}|{self.any_of('parts')}){besides}\s+{out}")

    @cached_property
    def under(self) -> re.Pattern[str]:
        """The page is under review, or overdue for it."""
        apart = self.any_of("relative") if words(self.language, "these_after") else self.any_of("relative", "about")
        may = rf"(?:\s+(?!{apart}(?!\w)){_WORD}){{0,8}}?"
        doing = rf"{self.any_of('doing')}(?!\w)(?!\s+{self.any_of('regular')}(?!\w))"
        here = rf"{self.any_of('text')}(?:\s+{_WORD}){{0,3}}?\s+{self.any_of('here')}"
        return self._made(rf"(?:{self._subject_or_text}|{here}){may}\s+(?:{self.any_of('under')}|{doing})")

    @cached_property
    def work(self) -> re.Pattern[str]:
        """Somebody is at work on the page."""
        after = words(self.language, "these_after")
        page = rf"{self._noun}\s+{_pattern(after)}" if after else rf"{self.any_of('this')}\s+(?:{_WORD}\s+)?{self._noun}"
        regular = rf"(?!\w)(?!\s+{self.any_of('regular')}(?!\w))"
        ours = rf"{self.any_of('working')}\s+(?:{_WORD}\s+){{0,3}}?{page}{regular}"
        return self._made(rf"(?:{ours}|{self.any_of('date_of')}\s+{page}\s+{self.any_of('date_over')})")

    @cached_property
    def notice(self) -> re.Pattern[str]:
        """Words that say that a page is out of date or under review, by themselves at the beginning of a line."""
        be, adverb = self.any_of("be"), self.any_of("adverb")
        worn = self.any_of("out", "under", "doing")
        return self._made(rf"(?:{self._noun}\s+)?(?:{be}\s+)?(?:{adverb}\s+)?{worn}")

    @cached_property
    def stale(self) -> re.Pattern[str]:
        """Out of date, by itself."""
        return self._made(self.any_of("out"))

    @cached_property
    def said(self) -> re.Pattern[str]:
        """That something's time is over, whatever it is that stands before."""
        free = self._free
        gone = rf"{self.any_of('be')}{free}{{0,4}}?\s+{self.any_of('gone')}"
        done = rf"(?:{self.any_of('have')}{free}{{0,2}}?\s+)?{self.any_of('done')}"
        return self._made(rf"(?:{gone}|{done}|(?:{self.any_of('be')}\s+)?{self.any_of('frozen')})")

    @cached_property
    def mark(self) -> re.Pattern[str]:
        """A word of state by itself, at the beginning of a line."""
        own = [entry for entry in words(self.language, "gone", "mark", "frozen") if entry not in set(words(self.language, "unmarked"))]
        return self._made(rf"(?:{self._noun}\s+)?(?P<word>{_pattern(own)})")

    @cached_property
    def value(self) -> re.Pattern[str]:
        """The value of a status that says so."""
        return self._made(rf"(?P<word>{self.any_of('gone', 'done', 'mark', 'frozen')})")

    @cached_property
    def status(self) -> re.Pattern[str]:
        """The label of a page's status."""
        return self._made(self.any_of("status"))

    @cached_property
    def steady(self) -> re.Pattern[str]:
        """That something is looked at all the time ("kept under regular review")."""
        return self._made(self.any_of("steady"))

    @cached_property
    def then(self) -> re.Pattern[str]:
        """That the review was under way at another time."""
        return self._made(self.any_of("then"))

    @cached_property
    def thing(self) -> re.Pattern[str]:
        """What a page can be called, and more often is of what it tells ("this scheme is under review")."""
        return self._made(self.any_of("things"))

    @cached_property
    def condition(self) -> re.Pattern[str]:
        """Words of condition."""
        return re.compile(rf"(?<!\w)(?<!\w-){self.any_of('condition')}(?!\w)", re.IGNORECASE)

    @cached_property
    def possible(self) -> re.Pattern[str]:
        """Words of condition, of what is only possible, and of what is to come."""
        return re.compile(rf"(?<!\w)(?<!\w-){self.any_of('condition', 'possible')}(?!\w)", re.IGNORECASE)

    @cached_property
    def copies(self) -> re.Pattern[str]:
        """Words for copies of a page on paper or elsewhere, and of condition."""
        return self._made(self.any_of("condition", "copies"))

    @cached_property
    def moving(self) -> re.Pattern[str]:
        """That something moved elsewhere, as pages do, and much else."""
        return self._made(self.any_of("moving"))

    @cached_property
    def active(self) -> re.Pattern[str]:
        """What this page does to another."""
        return self._made(self.any_of("active"))

    @cached_property
    def this(self) -> re.Pattern[str]:
        """Words that point at the page."""
        return self._made(self.any_of("this"))

    @cached_property
    def by(self) -> re.Pattern[str]:
        """What leads to whatever takes its place."""
        return self._made(self.any_of("by"))

    @cached_property
    def see(self) -> re.Pattern[str]:
        """Words that send the reader elsewhere."""
        return self._made(self.any_of("see"))

    @cached_property
    def new(self) -> re.Pattern[str]:
        """Words for what is newer."""
        return self._made(self.any_of("new"))

    @cached_property
    def page(self) -> re.Pattern[str]:
        """What only a page can be called."""
        return self._made(self.any_of("page"))

    @cached_property
    def copy(self) -> re.Pattern[str]:
        """What a page can be called, or a copy of it."""
        return self._made(rf"(?:{self._noun}|{self.any_of('copy')})")

    @cached_property
    def named(self) -> re.Pattern[str]:
        """A part of a page's name that can be nothing but a mark: "OLD", "do not use"."""
        return self._made(self.any_of("named"))

    @cached_property
    def itself(self) -> re.Pattern[str]:
        """The page as the subject that a sentence begins with, without a word that points at it: "the page", "siden"."""
        verb = rf"(?=\s+{self.any_of('be', 'have', 'adverb', 'frozen', 'done')}(?!\w))"
        return re.compile(rf"[\W_]{{0,6}}(?P<subject>{self.any_of('itself')}){verb}", re.IGNORECASE)

    @cached_property
    def it(self) -> re.Pattern[str]:
        """A pronoun that a sentence begins with."""
        return re.compile(rf"[\W_]{{0,6}}(?P<subject>{self.any_of('it')})(?!\w)", re.IGNORECASE)

    @cached_property
    def kept(self) -> re.Pattern[str]:
        """That the page is kept, was published, or was the plan of its time: what "it" is, in the sentence behind."""
        this = rf"{self.any_of('this')}(?:\s+{self._noun})?"
        kept = rf"{self.any_of('be')}(?:\s+{_WORD}){{0,2}}?\s+{self.any_of('kept')}"
        was = rf"{self.any_of('was')}(?:\s+{_WORD}){{0,3}}?\s+{self._noun}"
        return re.compile(rf"[\W_]{{0,6}}{this}\s+(?:{kept}|{was})(?!\w)", re.IGNORECASE)

    @cached_property
    def attention(self) -> re.Pattern[str]:
        """A word that calls for attention, at the beginning of a line."""
        return re.compile(rf"{self.any_of('notice')}\s{{0,2}}[,;:!–—-]\s*", re.IGNORECASE)

    @property
    def this_page(self) -> str:
        """Words for the page in this language."""
        return " ".join((words(self.language, "this") or [""])[:1] + words(self.language, "page")[:1])

    @cached_property
    def noun(self) -> re.Pattern[str]:
        """What a page can be called."""
        return self._made(self._noun)


@cache
def _grammars() -> tuple[Sieve, tuple[Grammar, ...]]:
    """The grammar of every language of the lexicon, and what passes whatever one of them passes."""
    return Sieve(stems(*STATES, *WORN)), tuple(Grammar(language) for language in LANGUAGES)


def grammars() -> tuple[Grammar, ...]:
    """The grammar of every language of the lexicon."""
    return _grammars()[1]


@lru_cache(maxsize=512)
def speaking(text: str) -> tuple[Grammar, ...]:
    """The grammars of the languages in which a text may say a state. Several readers ask for the same sentences one after the other."""
    any_of_them, grammars = _grammars()
    return tuple(grammar for grammar in grammars if grammar.sieve.passes(text)) if any_of_them.passes(text) else ()
