"""What a language says of a page's time, as patterns made of the lexicon's words: a set for each language, made when it is needed."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import Final

from reviewer.read.lexicon import LANGUAGES
from reviewer.read.sieves import Sieve, Sifted
from reviewer.read.states.revisions import ASIDE, Revisions, looks
from reviewer.read.states.words import STATES, WORD, WORN, marks, pattern, stems, words

_AND: Final = r"(?:and|und|et|y|e|i|och|og|en|a)"
_WHEN: Final = r"(?:\s+(?:am|zum|ab|seit|vom|per|den|op|pr\.?|fra|från)\s+(?:[\w.]+\s+){0,3}?[\d.]*\d{4})?"
"""A date between a verb and its participle, where languages put it there."""
_MAY: Final = (
    r"(?:may|might|could|will|kann|können|könnte|könnten|peut|peuvent|pourrait|pourraient|puede|pueden|podría|podrían|può|possono|"
    r"potrebbe|potrebbero|pode|podem|poderá|pot|poden|kan|kunnen|może|mogą)"
)
_SELDOM: Final = 300
"""Sentences that are asked for a pattern before its sieve is made: most runs meet few of most languages."""
_COMPOUNDS: Final = frozenset({"de", "nl", "sv", "no", "da"})
_PLURAL_S: Final = frozenset({"en", "fr", "es", "pt"})
_DEFINITE: Final = {"sv": "(?:en|n|et|t|na)?", "no": "(?:en|n|et|t|ne)?", "da": "(?:en|n|et|t|ne)?", "pl": ""}
"""How a noun ends that is known; other languages have an article before it."""
_ADJECTIVE_FIRST: Final = frozenset({"en", "de", "nl", "sv", "no", "da", "pl"})
"""Languages that put nothing between a noun and its verb but what is about it."""


def _unnamed(text: str) -> str:
    """The same pattern without names of its groups, which stand once in a pattern."""
    return re.sub(r"\(\?P<\w+>", "(?:", text)


class Grammar:
    """A language's patterns. ``gone`` says that the page's time is over, ``old`` that it is an old copy, ``newer`` that there is a newer
    one, ``out`` that it is out of date, ``under`` that it is under review. The rest is what they are made of, and what speaks against."""

    def __init__(self, language: str) -> None:
        """Keep the language; patterns are made when they are asked for, since most pages need those of one or two languages."""
        self.language: Final = language
        self.sieve: Final = Sieve(marks(*STATES, *WORN, languages=(language,)), *looks(language))

    def any_of(self, *names: str) -> str:
        """Any of the words under these names."""
        return pattern(words(self.language, *names))

    def made(self, text: str) -> re.Pattern[str]:
        """A pattern between words."""
        return re.compile(rf"(?<!\w){text}(?!\w)", re.IGNORECASE)

    def sifted(self, text: str) -> Sifted:
        """The same behind a sieve, for those that every sentence is asked for."""
        return Sifted(self.made(text), seldom=_SELDOM)

    @cached_property
    def free(self) -> str:
        """A word that breaks no clause."""
        return rf"(?:\s+(?!{self.any_of('stop')}(?!\w)){WORD},?)"

    @cached_property
    def nouns(self) -> str:
        """What a page can be called; where a language writes compounds as one word, whatever ends with it."""
        known = self.any_of("page", "noun")
        if self.language in _COMPOUNDS:
            return rf"[^\W_]*{known}"
        return rf"(?!records(?!\w)){known}s?" if self.language in _PLURAL_S else known

    @cached_property
    def subject(self) -> str:
        """The page, or what stands on it, as the one of which something is said, with what may stand between it and the verb."""
        if after := words(self.language, "these_after"):
            return rf"(?P<noun>{self.nouns})(?:\s+{WORD}){{0,2}}?\s+{pattern(after)}"
        stop, about = self.any_of("stop"), self.any_of("about")
        breaks = self.any_of("relative", "condition", "active", "be")
        text = rf"(?P<content>{self.any_of('text')}(?:\s+{WORD}){{0,3}}?\s+{about}\s+)?"
        aside = r"(?:\s*\([^()]{1,80}\))?(?:,[^,;.!?]{1,80},)?"
        adjective = "" if self.language in _ADJECTIVE_FIRST else rf"(?:\s+(?!(?:{stop}|{breaks})(?!\w)){WORD})?"
        topic = rf"(?:,?\s+{about}(?:\s+(?!{breaks}(?!\w))[^\s.;:!?]+){{1,10}}?)?"
        modifiers = rf"(?:(?!{stop}(?!\w)){WORD}\s+){{0,3}}?"
        adverbs = rf"(?:,?\s+{self.any_of('adverb', 'have')}){{0,3}},?"
        written = "" if self.language in _COMPOUNDS else r"|(?-i:[A-ZÀ-Þ])[^\W\d_]+"
        here = rf"{self.any_of('text', 'noun')}\s+{self.any_of('here')}{adverbs}"
        noun = rf"(?P<noun>{self.nouns}{written})(?!\w)"
        return rf"(?:{text}{self.any_of('this')}\s+{modifiers}{noun}{aside}{adjective}{topic}{adverbs}|{here})"

    @cached_property
    def besides(self) -> str:
        """What else is said of the subject first: "was last updated in 2009 and"."""
        breaks = self.any_of("relative", "condition", "active")
        verb = self.any_of("be", "have", "frozen")
        return rf"(?:(?:\s+(?!{breaks}(?!\w))[^\s.;:!?]+){{1,12}}?\s+{_AND}(?=\s+{verb}(?!\w)))?"

    @cached_property
    def _over(self) -> str:
        """That its time is over, after the subject."""
        be, free = self.any_of("be"), self.free
        gone, done, frozen = self.any_of("gone"), self.any_of("done"), self.any_of("frozen")
        if words(self.language, "these_after"):
            return rf"{free}{{0,5}}?\s+(?:{WORD}['’]i\s+)?(?:{gone}|{frozen})"
        agent = rf"(?:\s+{self.any_of('by')}(?:\s+[^\s,;.!?]+){{1,8}}?)?"
        also = rf"(?:\s+{WORD}\s+{_AND})?"
        return (
            rf"{self.besides}(?:\s+{be}{free}{{0,4}}?{_WHEN}{also}{agent}\s+{gone}|(?:\s+{self.any_of('have')}{free}{{0,2}}?)?\s+{done}"
            rf"|(?:\s+{be})?{free}{{0,2}}?\s+{frozen})"
        )

    @cached_property
    def gone(self) -> Sifted:
        """The page says that it was withdrawn, replaced, archived ..."""
        if after := words(self.language, "these_after"):
            the = rf"(?:y|yr|['’]r)?\s*{self.nouns}(?:\s+{WORD}){{0,2}}?\s+{pattern(after)}"
            ours = rf"{self.any_of('stopped')}(?:\s+{WORD}){{0,2}}?\s+{the}"
        else:
            ours = rf"{self.any_of('stopped')}\s+{self.any_of('this')}\s+(?:{WORD}\s+){{0,2}}?{self.nouns}"
        return self.sifted(rf"(?:{self.subject}{self._over}|{ours})")

    @cached_property
    def old(self) -> Sifted:
        """The reader looks at an old or archived copy."""
        gone, copy, old, this = self.any_of("gone"), self.any_of("copy"), self.any_of("old"), self.any_of("this")
        noun = self.any_of("page", "noun", "text")
        aged = rf"(?:{gone}\s+(?:{WORD}\s+){{0,2}}?(?:{copy}|{noun})|{old}\s+(?:{WORD}\s+)?{copy}|(?:{copy}|{noun})\s+(?:{old}|{gone}))"
        this_is = rf"{this}(?:\s+{noun})?\s+{self.any_of('be')}\s+(?:{WORD}\s+){{0,2}}?"
        over = rf"(?:{gone}|{self.any_of('frozen')})"
        its = rf"(?:\s+{self.any_of('be', 'adverb')}){{0,2}}\s+{over}"
        which = rf"(?:{copy}|{noun})(?:[^.;!?]|\.(?=\d)){{0,60}}?,?\s+{self.any_of('relative')}{its}"
        be = self.any_of("be")
        no_more = rf"(?:{this}(?:\s+{noun})?\s+{be}\s+{self.any_of('frozen')}|{this}\s+{copy}\s+{be}\s+{self.any_of('out')})"
        viewing = rf"{self.any_of('viewing')}\s+(?:{WORD}\s+){{0,4}}?"
        aged_noun = rf"{old}\s+{self.any_of('noun')}|{old}\s+(?:page|version)"
        return self.sifted(rf"(?:(?:{viewing}|{this_is})(?:{aged}|{which}|{aged_noun})|{no_more})")

    @cached_property
    def newer(self) -> Sifted:
        """There is a newer version of the page."""
        of_this = rf"(?:\s+{WORD}){{1,2}}?\s+{self.any_of('this')}\s+(?:{WORD}\s+){{0,2}}?{self.nouns}"
        here = r"(?=[\W_]*$|\s*[.!:;,(]|\s+(?:here|at|from|online|ici|hier|aquí)(?!\w))"
        there = rf"(?:\s+(?:{self.any_of('be', 'have', 'adverb')}))*\s+{self.any_of('available')}{here}"
        return self.sifted(rf"{self.any_of('newer')}(?:{of_this}|{there})")

    @cached_property
    def _subject_or_text(self) -> str:
        """What speaks of the page, or of no more than what is written on it ("these details")."""
        if after := words(self.language, "these_after"):
            return rf"(?:{self.subject}|{self.any_of('text')}\s+{pattern(after)})"
        return rf"(?:{self.subject}|{self.any_of('this')}\s+{self.any_of('text')})"

    @cached_property
    def _revisions(self) -> Revisions:
        """The work on pages in this language."""
        return Revisions(self.language, _unnamed(self._subject_or_text), _unnamed(self.nouns))

    @cached_property
    def out(self) -> Sifted:
        """The page is, or may be, out of date."""
        if words(self.language, "these_after"):
            return self.sifted(rf"{self._subject_or_text}{self.free}{{0,5}}?\s+{self.any_of('out')}")
        may = rf"(?:\s+(?!{self.any_of('relative')}(?!\w)){WORD}){{0,6}}?"
        here = rf"{self.any_of('text')}(?:\s+{WORD}){{0,3}}?\s+{self.any_of('here')}"
        verb = rf"(?:ne\s+)?(?:{self.any_of('be')}|{_MAY})"
        out = rf"(?:{verb}{may}\s+{self.any_of('out')}|{self.any_of('aged')})"
        besides = rf"(?:{may}\s+{_AND}(?=\s+{verb}(?!\w)))?"
        return self.sifted(rf"(?:{self._subject_or_text}|{here}|{self.any_of('parts')}){besides}\s+{out}")

    @cached_property
    def under(self) -> Sifted:
        """The page is under review, or overdue for it."""
        apart = self.any_of("relative") if words(self.language, "these_after") else self.any_of("relative", "about")
        may = rf"(?:\s+(?!{apart}(?!\w)){WORD}){{0,8}}?"
        doing = rf"{self.any_of('doing')}(?!\w)(?!{ASIDE}\s+{self.any_of('regular')}(?!\w))"
        here = rf"{self.any_of('text')}(?:\s+{WORD}){{0,3}}?\s+{self.any_of('here')}"
        said = rf"(?:{self._subject_or_text}|{here}){may}\s+(?:{self.any_of('under')}|{doing})"
        return self.sifted(rf"(?:{said}|{self._revisions.waits})")

    @cached_property
    def work(self) -> Sifted:
        """Somebody is at work on the page."""
        after = words(self.language, "these_after")
        page = rf"{self.nouns}\s+{pattern(after)}" if after else rf"{self.any_of('this')}\s+(?:{WORD}\s+)?{self.nouns}"
        regular = rf"(?!\w)(?!\s+{self.any_of('regular')}(?!\w))"
        ours = rf"{self.any_of('working')}\s+(?:{WORD}\s+){{0,3}}?{page}{regular}"
        dated = rf"{self.any_of('date_of')}\s+{page}\s+{self.any_of('date_over')}"
        return self.sifted(rf"(?:{ours}|{dated}|{self._revisions.worked}|{self._revisions.begun})")

    @cached_property
    def notice(self) -> re.Pattern[str]:
        """Words that say that a page is out of date or under review, by themselves at the beginning of a line."""
        be, adverb = self.any_of("be"), self.any_of("adverb")
        worn = self.any_of("out", "under", "doing")
        return self.made(rf"(?:{self.nouns}\s+)?(?:{be}\s+)?(?:{adverb}\s+)?(?:{worn}|{self._revisions.notice})")

    @cached_property
    def stale(self) -> re.Pattern[str]:
        """Out of date, by itself."""
        return self.made(self.any_of("out"))

    @cached_property
    def said(self) -> Sifted:
        """That something's time is over, whatever it is that stands before."""
        free = self.free
        gone = rf"{self.any_of('be')}{free}{{0,4}}?\s+{self.any_of('gone')}"
        done = rf"(?:{self.any_of('have')}{free}{{0,2}}?\s+)?{self.any_of('done')}"
        return self.sifted(rf"(?:{gone}|{done}|(?:{self.any_of('be')}\s+)?{self.any_of('frozen')})")

    @cached_property
    def mark(self) -> re.Pattern[str]:
        """A word of state by itself, at the beginning of a line."""
        never = set(words(self.language, "unmarked"))
        own = pattern(entry for entry in words(self.language, "gone", "mark", "frozen") if entry not in never)
        noun = rf"{self.nouns}(?:\s+(?:de|d'|di|do|da|du)\s*{WORD}){{0,2}}(?:\s+{self.any_of('be')})?\s+"
        document = rf"(?!{self.any_of('things')}(?!\w)){noun}"
        both = rf"(?:\s+{_AND}\s+{self.any_of('gone')})?"
        ended = self.any_of("unmarked")
        label = rf"{ended}\s+(?!{self.any_of('things')}(?!\w)){self.any_of('noun')}(?=[\W_]*$)"
        return self.made(rf"(?:(?:{noun})?{own}{both}|{document}{ended}|{label})")

    @cached_property
    def shout(self) -> re.Pattern[str]:
        """A line that is nothing but "old version", with or without marks around it."""
        return re.compile(rf"[\W_]*{self.any_of('shout')}\s+{self.any_of('copy')}[\W_]*", re.IGNORECASE)

    @cached_property
    def dated(self) -> re.Pattern[str]:
        """A word of state that is a mark where a date, or "by" something, stands behind it."""
        word = self.any_of("dated_mark", "unmarked")
        return self.made(rf"(?:{self.nouns}\s+)?(?:{word}\s+{_AND}\s+)?(?P<word>{word})")

    @cached_property
    def day(self) -> re.Pattern[str]:
        """The label of the day on which a page's time was over: "Withdrawn:", "Date of withdrawal"."""
        own = [entry for entry in words(self.language, "gone") if entry not in set(words(self.language, "unmarked"))]
        return re.compile(
            rf"[\W_]{{0,6}}(?:{self.any_of('day')}|{pattern(own)}(?:\s+(?:on|date|le|am|op|el|il|em|den|dnia))?)\s{{0,2}}(?::|$)",
            re.IGNORECASE,
        )

    @cached_property
    def value(self) -> re.Pattern[str]:
        """The value of a status that says so."""
        return self.made(rf"(?P<word>{self.any_of('gone', 'done', 'mark', 'frozen')})")

    @cached_property
    def status(self) -> re.Pattern[str]:
        """The label of a page's status."""
        return self.made(rf"(?:{self.nouns}\s+)?{self.any_of('status')}")

    @cached_property
    def steady(self) -> re.Pattern[str]:
        """That something is looked at all the time ("kept under regular review")."""
        return self.made(self.any_of("steady"))

    @cached_property
    def thing(self) -> re.Pattern[str]:
        """What a page can be called, and more often is of what it tells ("this scheme is under review")."""
        return self.made(self.any_of("things"))

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
        return self.made(self.any_of("condition", "copies"))

    @cached_property
    def moving(self) -> re.Pattern[str]:
        """That something moved elsewhere, as pages do, and much else."""
        return self.made(self.any_of("moving"))

    @cached_property
    def active(self) -> re.Pattern[str]:
        """What this page does to another."""
        return self.made(self.any_of("active"))

    @cached_property
    def this(self) -> re.Pattern[str]:
        """Words that point at the page."""
        return self.made(self.any_of("this"))

    @cached_property
    def this_one(self) -> re.Pattern[str]:
        """The page, as what is asked about."""
        return self.made(rf"{self.any_of('this')}\s+(?:{WORD}\s+)?{self.nouns}")

    @cached_property
    def by(self) -> re.Pattern[str]:
        """What leads to whatever takes its place."""
        return self.made(self.any_of("by"))

    @cached_property
    def ended_by(self) -> re.Pattern[str]:
        """Words of state with what leads to whatever takes the page's place."""
        return self.made(rf"{self.any_of('gone')}\s+{self.any_of('by')}")

    @cached_property
    def agent(self) -> re.Pattern[str]:
        """Words of state behind which "by" leads to who it was."""
        return self.made(self.any_of("agent"))

    @cached_property
    def see(self) -> re.Pattern[str]:
        """Words that send the reader elsewhere."""
        return self.made(self.any_of("see"))

    @cached_property
    def new(self) -> re.Pattern[str]:
        """Words for what is newer."""
        return self.made(self.any_of("new"))

    @cached_property
    def page(self) -> re.Pattern[str]:
        """What only a page can be called."""
        return self.made(self.any_of("page"))

    @cached_property
    def copy(self) -> re.Pattern[str]:
        """What a page can be called, or a copy of it."""
        return self.made(rf"(?:{self.nouns}|{self.any_of('copy')})")

    @cached_property
    def then(self) -> re.Pattern[str]:
        """That the review was under way at another time."""
        return self.made(self.any_of("then"))

    @cached_property
    def named(self) -> re.Pattern[str]:
        """A part of a page's name that can be nothing but a mark: "OLD", "do not use"."""
        return self.made(self.any_of("named"))

    @cached_property
    def itself(self) -> re.Pattern[str]:
        """The page as the subject that a sentence begins with, without a word that points at it: "the page", "siden"."""
        verb = rf"(?=\s+{self.any_of('be', 'have', 'adverb', 'frozen', 'done')}(?!\w))"
        if (ends := _DEFINITE.get(self.language)) is not None:
            known = rf"(?:{self.any_of('itself')}|(?P<known>{self.nouns}{ends}))"
        else:
            known = rf"(?:{self.any_of('itself')}|{self.any_of('the')}\s+(?!{self.any_of('things')}(?!\w))(?P<known>{self.nouns}))"
        return re.compile(rf"[\W_]{{0,6}}(?P<subject>{known}){verb}", re.IGNORECASE)

    @cached_property
    def it(self) -> re.Pattern[str]:
        """A pronoun that a sentence begins with."""
        return re.compile(rf"[\W_]{{0,6}}(?P<subject>{self.any_of('it')})(?!\w)", re.IGNORECASE)

    @cached_property
    def kept(self) -> re.Pattern[str]:
        """That the page is kept, was published, or was the plan of its time: what "it" is, in the sentence behind."""
        this = rf"{self.any_of('this')}(?:\s+{self.nouns})?"
        kept = rf"{self.any_of('be')}(?:\s+{WORD}){{0,2}}?\s+{self.any_of('kept')}"
        was = rf"{self.any_of('was')}(?:\s+{WORD}){{0,3}}?\s+{self.nouns}"
        return re.compile(rf"[\W_]{{0,6}}{this}\s+(?:{kept}|{was})(?!\w)", re.IGNORECASE)

    @cached_property
    def attention(self) -> re.Pattern[str]:
        """A word that calls for attention, at the beginning of a line."""
        return re.compile(rf"{self.any_of('notice')}(?:\s{{0,2}}[,;:!–—-]|(?<=\.))\s*", re.IGNORECASE)

    @property
    def this_page(self) -> str:
        """Words for the page in this language."""
        return " ".join((words(self.language, "this") or ("",))[:1] + words(self.language, "page")[:1])

    @cached_property
    def noun(self) -> re.Pattern[str]:
        """What a page can be called."""
        return self.made(self.nouns)


@cache
def _grammars() -> tuple[Sieve, tuple[Grammar, ...]]:
    """The grammar of every language of the lexicon, and what passes whatever one of them passes."""
    return Sieve(stems(*STATES, *WORN), *looks()), tuple(Grammar(language) for language in LANGUAGES)


def grammars() -> tuple[Grammar, ...]:
    """The grammar of every language of the lexicon."""
    return _grammars()[1]


@lru_cache(maxsize=512)
def speaking(text: str) -> tuple[Grammar, ...]:
    """The grammars of the languages in which a text may say a state. Several readers ask for the same sentences one after the other."""
    any_of_them, grammars = _grammars()
    return tuple(grammar for grammar in grammars if grammar.sieve.passes(text)) if any_of_them.passes(text) else ()
