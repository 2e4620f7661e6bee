"""The labels of dates, composed of words: a concept (to review, check, update, publish ...) in a form (noun, participle, verb), with an
aspect (next, last, still to be done, the date of ...) and any words between that no lexicon knows ("next *biennial* review").

The words are data (``reviewer/read/lexicon``); this is the one grammar that puts them together, for running text, fields, cells, terms,
headings, and the keys of front matter, ``<meta>`` and JSON-LD. ``STRONG`` labels leave no doubt about their kind; ``PLAIN`` ones are clear
with a date after them; a ``WEAK`` one may also mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from reviewer import dates
from reviewer.model import DateKind
from reviewer.read.dates.senses import COMMON, DUE, EXPIRES, PLAIN, PUBLISHED, STRONG, TELLING, THAT, Sense, Sight, begin, literal, sense
from reviewer.read.dates.tokens import CONCEPTS, PHRASE, Words, known, split, tags_of, tokens
from reviewer.read.dates.words import ARTICLES, NOT_THE_PAGE


class Label(NamedTuple):
    """Words that announce a date, at ``start:end`` of a text: of which kind, and how clear. ``said``: a sentence with a verb, which must
    speak of the page ("will be reviewed in"); ``between`` are the words inside of the label that no lexicon knows, in small letters;
    ``ours``: it names the page itself ("we reviewed this page").
    ``verb``: its word is a participle, and what stands before it is its subject ("Crane last checked").
    ``tight``: nothing but a sign may stand before its date ("Stand: ...")."""

    kind: DateKind
    strength: int
    start: int
    end: int
    said: bool = False
    between: tuple[str, ...] = ()
    tight: bool = False
    ours: bool = False
    verb: bool = False


_FRAME: Final = 60
"""Characters between the two parts of a verb ("wurde am 3. Mai 2030 von der Hafenmeisterei geprüft")."""
_MODIFIERS: Final = 3
_REACH: Final = 8
_OWN: Final = frozenset(kind.value for kind in DateKind)


@lru_cache(maxsize=64)
def _added(own: tuple[tuple[str, str], ...]) -> tuple[tuple[DateKind, re.Pattern[str]], ...]:
    """The labels that a user added, taken literally; one of another kind or without words is none."""
    return tuple(
        (DateKind(kind), re.compile(rf"(?<![^\W_])(?:{said})(?![^\W_])", re.IGNORECASE))
        for kind, words in own
        if kind in _OWN and (said := r"\s".join(map(re.escape, words.split())))
    )


def labels(
    text: str, start: int, end: int, breaks: Iterable[int] = (), own: tuple[tuple[str, str], ...] = (), *, boxed: bool = False
) -> list[Label]:
    """The labels in ``text[start:end]``, in order, not overlapping; no label goes over one of the ``breaks`` (places of newlines) to a
    word with a capital. Those that a user added (``own``: kind and words) come before those of the house. ``boxed``: the text is of a
    record that tells of the page, where words count that are said of much else."""
    added = [
        Label(kind, STRONG, found.start(), found.end()) for kind, pattern in _added(own) for found in pattern.finditer(text, start, end)
    ]
    composed = _Grammar(Words(text, tokens(text, start, end), frozenset(breaks), boxed=boxed)).labels()
    if added:
        composed = [one for one in composed if not any(one.start < other.end and other.start < one.end for other in added)]
    return sorted([*added, *composed], key=lambda label: label.start)


class _Grammar:
    """The tokens of one text, and how far labels have used them up."""

    def __init__(self, words: Words) -> None:
        self.whole = words
        self.text = words.text
        self.words = words.tokens
        self.breaks = words.breaks
        self.joined = words.joined
        self.used = 0

    def labels(self) -> list[Label]:
        """All labels, from left to right."""
        found: list[Label] = []
        at = 0
        while at < len(self.words):
            label, last = self._at(at) if any("." in tag for tag in self.words[at].tags) else (None, at)
            if label is not None:
                found.append(label)
                self.used = last + 1
            at = last + 1
        return found

    def _at(self, core: int) -> tuple[Label | None, int]:
        """The label around the word ``core``, if there is one, and the last word that belongs to it."""
        word = self.words[core]
        if self._is_month(core):
            return None, core
        forms: dict[str, set[str]] = {}
        for tag in word.tags:
            if "." in tag:
                forms.setdefault(tag.partition(".")[0], set()).add(tag.partition(".")[2])
        if word.tags & _LEADING and self._leads(core):
            return None, core  # "revised review date", "next due for review"
        if "bare" in forms.get("weak", ()) and (of_page := self._of_page(core)):
            return of_page
        sight = self._around(core)
        if asked := self._asked(core, forms):
            return asked
        if "weak" in forms and not self._field(core, sight, forms["weak"]):
            return None, core
        made = literal(forms)
        if made is None:
            if framed := self._framed(core, forms, sight):
                return framed, core
            made = sense(self.whole, sight, forms)
            if told := self._told(core, sight, made):
                return told
        if made is None:
            return None, core
        kind, strength, said = made
        tight = any("tight" in several for several in forms.values())
        start, end = begin(self.whole, sight), self.words[sight.last].end
        verb = word.tags.isdisjoint({f"{concept}.noun" for concept in CONCEPTS}) and any(
            several & {"done", "loose"} for several in forms.values()
        )
        return Label(kind, strength, start, end, said, sight.between, tight, verb=verb), sight.last

    def _leads(self, core: int) -> bool:
        """Whether a word that is an aspect, too, stands before the noun that it belongs to."""
        for at in range(core + 1, min(core + 4, len(self.words))):
            if not self.joined(at - 1):
                return False
            if any("." in tag and not tag.startswith("weak.") for tag in self.words[at].tags):
                return True
            if not self.words[at].tags & ({"link"} | _LEADING):
                return False
        return False

    def _asked(self, core: int, forms: dict[str, set[str]]) -> tuple[Label, int] | None:
        """A question: "When will this policy be reviewed?"."""
        if (
            core < self.used + 3
            or self.words[core - 1].word != "be"
            or "done" not in forms.get("review", set()) | forms.get("update", set())
        ):
            return None
        for at in range(core - 2, max(self.used, core - PHRASE) - 1, -1):
            if not self.joined(at):
                return None
            if "will" in self.words[at].tags:
                return Label(DUE, STRONG, self.words[at].start, self.words[core].end, ours="this" in self.words[at + 1].tags), core
        return None

    def _field(self, core: int, sight: Sight, forms: set[str]) -> bool:
        """Whether a weak phrase is the name of a field of its own: nothing says that it is an earlier one, and a word as common as "date"
        begins its line and has a sign behind it."""
        if self._words(core - 1) and self.words[core - 1].tags & {"last", "first"}:
            return False
        if "bare" not in forms:
            return True
        start, end = self.words[core].start, self.words[sight.last].end
        begins = start == 0 or start - 1 in self.breaks or _OPENS.match(self.text, start - 2) is not None
        return begins and sight.last == core and _BARE.match(self.text, end) is not None

    def _of_page(self, core: int) -> tuple[Label, int] | None:
        """The date of the page, called so: "date of guideline:", "document date:"."""
        last = core + 1
        while last < len(self.words) and self.joined(last - 1) and "link" in self.words[last].tags and "page" not in self.words[last].tags:
            last += 1
        first = core - 1
        if core + 1 < last < len(self.words) and self.joined(last - 1) and "page" in self.words[last].tags:
            first = core
        elif first >= self.used and self.joined(first) and "page" in self.words[first].tags:
            last = core
        else:
            return None
        start, end = self.words[first].start, self.words[last].end
        return (Label(PUBLISHED, PLAIN, start, end), last) if _BARE.match(self.text, end) else None

    def _framed(self, core: int, forms: dict[str, set[str]], sight: Sight) -> Label | None:
        """A verb in two parts with the date between ("wurde am 3. Mai 2030 geprüft"): the label is its first part."""
        due = "to" in sight.tags
        parted = sight.first == core or due or sight.tags == {"how"}
        if not parted or not any(several & {"done", "loose", "infinitive"} for several in forms.values()):
            return None
        for at in range(core - 1, self.used - 1, -1):
            word = self.words[at]
            if self.words[core].start - word.end > _FRAME or _ENDED.search(self.text, word.end, self.words[core].start):
                return None
            ours = "we" in word.tags and any(one.tags & {"page", "own"} for one in self.words[at:core])
            if word.tags & {"was", "coming", "last"} or ours:
                if not _DIGIT.search(self.text, word.end, self.words[core].start):
                    return None
                due = due or (ours and any("infinitive" in several for several in forms.values()))
                tags = frozenset({"coming"} if due or ("coming" in word.tags and not word.tags & {"was", "last"}) else {"last"})
                made = sense(self.whole, Sight(core, core, tags, ()), forms)
                day = next(iter(dates.find(self.text[word.end : self.words[core].start])), None)
                if made is None or day is None:
                    return None
                return Label(made[0], made[1], word.start, word.end + day.start, made[2] and not ours, ours=ours)
        return None

    def _told(self, core: int, sight: Sight, made: Sense | None) -> tuple[Label, int] | None:
        """A verb that goes on with the page as its object ("we reviewed this page in"), or a noun with it ("review of this policy is due"):
        the label goes as far."""
        at = sight.last + 1
        verb = self.words[core].tags & _OF_US
        if not (at < len(self.words) and self.joined(sight.last)):
            return None
        start = self.words[sight.first].start
        subject = sight.tags | self.whole.before(sight.first)
        if verb and made is not None and "this" in self.words[at].tags and (made[2] or subject & {"we", "last", "coming"} or verb & _SURE):
            end = at
            while end + 1 < len(self.words) and end < at + PHRASE and self.joined(end) and not self.words[end + 1].tags & {"lead", "again"}:
                end += 1
            ours = end == at or any(word.tags & {"page", "own"} for word in self.words[at : end + 1])
            if ours or self.words[at].word not in ARTICLES:
                return Label(made[0], STRONG, start, self.words[end].end, said=not ours, ours=ours), end
        if verb and made is not None and self.words[at].word in THAT:
            end = at
            while end + 1 < len(self.words) and end < at + _REACH and self.joined(end) and self.words[end + 1].word not in _WHEN:
                end += 1
            if any("page" in word.tags for word in self.words[at : end + 1]):
                return Label(made[0], STRONG, start, self.words[end].end, ours=True), end
        if "review.back" in self.words[core].tags and made is not None:
            end = sight.last
            while end + 1 < len(self.words) and end < at + PHRASE and self.joined(end) and self.words[end + 1].word not in _WHEN:
                end += 1
            return Label(made[0], made[1], start, self.words[end].end, said=True), end
        if "review.noun" in self.words[core].tags and self.words[at].word == "of" and at == core + 1:
            for end in range(at + 1, min(at + PHRASE, len(self.words))):
                if not self.joined(end - 1):
                    return None
                if "due" in self.words[end].tags and end > at + 2:
                    return Label(DUE, STRONG, self.words[sight.first].start, self.words[end].end), end
        return None

    def _words(self, at: int) -> str:
        """The word at an index, which may be none."""
        return self.words[at].word if 0 <= at < len(self.words) and self.joined(at) else ""

    def _around(self, core: int) -> Sight:
        """How far the label goes to both sides of its core."""
        first, between, tags = self._before(core)
        last, more = self._behind(core)
        return Sight(first, last, tags | more, between)

    def _before(self, core: int) -> tuple[int, tuple[str, ...], frozenset[str]]:
        """The first word of the label, the unknown ones between it and the core, and the tags of the known ones."""
        forms = {tag.partition(".")[2] for tag in self.words[core].tags}
        verb = forms.isdisjoint({"noun", "only", "dated"})
        first = core
        tags: set[str] = set()
        unknown: list[str] = []
        between: tuple[str, ...] = ()
        for at in range(core - 1, max(self.used, core - 1 - _REACH) - 1, -1):
            if not self.joined(at):
                break
            word = self.words[at]
            leading = word.tags & (_LEADING | {"again"} if forms & {"infinitive", "promised"} else _LEADING)
            if at != core - 1 or "infinitive" not in forms:
                leading -= {"to"}  # "a" is a small word in many languages
            if at != core - 1 and not leading & TELLING:
                leading -= {"for"}
            if leading and (verb or leading != {"how"}):
                if len(unknown) > (1 if "coming" in leading else 2 if verb else _MODIFIERS):
                    break
                first, between = at, tuple(unknown)
                tags |= leading
            elif "link" not in word.tags:
                unknown.append(word.word)
                if len(unknown) > _MODIFIERS or "stop" in word.tags or any("." in tag and not COMMON.search(tag) for tag in word.tags):
                    break
            elif unknown and verb:
                unknown.append(word.word)
        return first, between, frozenset(tags)

    def _behind(self, core: int) -> tuple[int, frozenset[str]]:
        """The last word of the label, and the tags of those behind the core."""
        last = core
        tags: set[str] = set()
        at = core
        verb = not any(tag.endswith((".noun", ".only", ".dated")) for tag in self.words[core].tags)
        while at + 1 < len(self.words) and at - core < _REACH and self.joined(at):
            word = self.words[at + 1]
            if "and" in word.tags or (at == last and self._signed(at)):
                step = 1 if "and" in word.tags else 0
                if at + 1 + step < len(self.words) and self._more(at + 1 + step) and (not step or self.joined(at + 1)):
                    at += 1 + step
                    last = at
                    continue
                break
            if word.tags & _FOLLOWING and not (verb and word.tags & {"due", "by", "moved", "done"} and not word.tags & {"behind", "again"}):
                if word.tags & {"next", "last", "first"} and not word.tags & {"behind", "again"}:
                    break
                last = at + 1
                tags |= word.tags & _FOLLOWING
            elif verb or "be" not in word.tags:
                break
            at += 1
        return last, frozenset(tags)

    def _signed(self, at: int) -> bool:
        """Whether a sign ("/", "&") stands between a word and the next one."""
        return any(sign in self.text[self.words[at].end : self.words[at + 1].start] for sign in "&/+")

    def _is_month(self, at: int) -> bool:
        """Whether a word is a month before its year ("maj 2030"): in another language it names an update."""
        word = self.words[at]
        return word.word in dates.MONTHS and _YEAR.match(self.text, word.end) is not None

    def _more(self, at: int) -> bool:
        """Whether a second concept is named in the same breath ("reviewed and updated", "review/expiry date")."""
        return any(tag.endswith((".done", ".loose", ".noun")) for tag in self.words[at].tags) and not self._is_month(at)


_LEADING: Final = frozenset({"next", "last", "first", "moved", "due", "ahead", "coming", "will", "date", "to", "for", "how", "done"})
_FOLLOWING: Final = frozenset({"date", "due", "done", "again", "by", "moved", "next", "last", "first"})
_OURS: Final = frozenset({f"{concept}.{form}" for concept in CONCEPTS for form in ("ours", "promised")})
_SURE: Final = _OURS | {f"{concept}.will" for concept in CONCEPTS}
_OF_US: Final = _OURS | {
    f"{concept}.{form}"
    for concept in ("review", "check", "update", "publish")
    for form in ("done", "loose", "verb", "active", "will", "imperative")
}
_WHEN: Final = frozenset(
    ("in", "on", "by", "before", "im", "am", "bis", "en", "le", "au", "avant", "ym", "ar", "erbyn", "op", "voor", "el", "em", "il", "den")
)
"""Words with which the day begins behind "comes back to the committee"."""
_OPENS: Final = re.compile(r"[|>*•·] ?|\s[*•]")
_BARE: Final = re.compile(r"\s?(?::|$)")
_ENDED: Final = re.compile(r"[;!?\n]|[a-zà-ÿ]{3}\. (?=[A-ZÀ-Þ])")
_YEAR: Final = re.compile(r"\.?\s(?:19|20)\d\d")
_DIGIT: Final = re.compile(r"\d")


def keyed(name: str) -> DateKind | None:
    """The kind of date that a key names: ``last_reviewed_at``, ``date-adoption``, ``nextReview``, ``pubdate``, ``article:modified_time``;
    None for one that names none, or the date of something else ("event_date")."""
    words = [part for word in split(_PARTED.sub(" ", name[:60])) for part in word.split("-")]
    if len(words) == 1:
        words = _parted(words[0])
    if words and not _LATTER.isdisjoint(tags_of(words[-1])):
        words = [words[-1], *words[:-1]]  # "review_last", and "last" below "review"
    found = labels(text := f"{' '.join(words)}:", 0, len(text))
    if len(found) != 1 or (found[0].said and found[0].kind is not EXPIRES) or any(word in NOT_THE_PAGE for word in words):
        return None
    return found[0].kind


_LATTER: Final = frozenset({"last", "next"})
_PARTED: Final = re.compile(r"[_.:\s]+")


def _parted(word: str) -> list[str]:
    """A key whose words were written as one ("lastreviewed"): its words, if the lexicon knows them all; else the word itself."""
    ways: dict[int, list[str]] = {0: []}
    for end in range(1, len(word) + 1):
        for start in sorted(ways):
            if end not in ways and word[start:end] in known() and end - start > 1:
                ways[end] = [*ways[start], word[start:end]]
    return ways.get(len(word), [word])
