"""The labels of dates, composed of words: a concept (to review, check, update, publish ...) in a form (noun, participle, verb), with an
aspect (next, last, still to be done, the date of ...) and any words between that no lexicon knows ("next *biennial* review").

The words are data (``reviewer/read/lexicon``); this is the one grammar that puts them together, for running text, fields, cells, terms,
headings, and the keys of front matter, ``<meta>`` and JSON-LD. ``STRONG`` labels leave no doubt about their kind; ``PLAIN`` ones are clear
with a date after them; a ``WEAK`` one may also mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from reviewer import dates
from reviewer.model import DateKind
from reviewer.read import lexicon

WEAK, PLAIN, STRONG = 1, 2, 3
DUE, LAST, UPDATED, PUBLISHED, EXPIRES = DateKind.DUE, DateKind.LAST_REVIEWED, DateKind.UPDATED, DateKind.PUBLISHED, DateKind.EXPIRES


class Label(NamedTuple):
    """Words that announce a date, at ``start:end`` of a text: of which kind, and how clear. ``said``: a sentence with a verb, which must
    speak of the page ("will be reviewed in"); ``between`` are the words inside of the label that no lexicon knows, in small letters;
    ``ours``: it names the page itself ("we reviewed this page").
    ``tight``: nothing but a sign may stand before its date ("Stand: ...")."""

    kind: DateKind
    strength: int
    start: int
    end: int
    said: bool = False
    between: tuple[str, ...] = ()
    tight: bool = False
    ours: bool = False


_CONCEPTS: Final = ("update", "review", "check", "publish", "force", "make", "approve", "expire")
"""In this order, where languages differ: a "revision" is an update in English and French."""
_FORMS: Final = ("dated", "noun", "stated", "tight", "done", "only", "until", "said", "will")
_STILL: Final = ("infinitive", "done", "noun", "dated", "only", "will")
_PROMISED: Final = ("verb", "infinitive", "will", "noun")
"""The forms of a word, the likelier first; in the second list behind "will be", in the third behind "will"."""
_ASPECTS: Final = (
    *("next", "last", "first", "moved", "due", "coming", "will", "done", "again", "date", "by", "link", "stop", "to", "for", "behind"),
    *("how", "was", "and", "this", "lead", "ahead", "things", "be"),
)
"""What a word may be besides a concept: the names of the lists in a lexicon's section."""
_WORD: Final = re.compile(
    r"(?:[A-ZÀ-Þ]{2,}(?![a-zà-ÿ])|[^\W\d_](?:(?![A-ZÀ-Þ])[^\W\d_])*)(?:['’-](?:[A-ZÀ-Þ]{2,}(?![a-zà-ÿ])|[^\W\d_](?:(?![A-ZÀ-Þ])[^\W\d_])*))*"
)
"""A word; a capital behind a small letter begins another one (words that lost the blank between them)."""
_SOFT: Final = re.compile(r"[ \xa0]{0,3}|[ \xa0]?[&/+][ \xa0]?|[ \xa0](?:19|20)\d\d[ \xa0]")
"""What joins two words of a label; a lone year, too, which columns woven together may have put there."""
_FRAME: Final = 60
"""Characters between the two parts of a verb ("wurde am 3. Mai 2030 von der Hafenmeisterei geprüft")."""
_MODIFIERS: Final = 3
_REACH: Final = 8
_PHRASE: Final = 6
_STEM: Final = 5


class Token(NamedTuple):
    """A word (or a phrase of the lexicon) of a text, and what the lexicons say of it."""

    start: int
    end: int
    word: str
    tags: frozenset[str]


@cache
def _known() -> dict[str, frozenset[str]]:
    """Each word and phrase of all languages, with its tags: an aspect, or a concept and a form ("review.noun")."""
    found: dict[str, set[str]] = {}
    for language in lexicon.LANGUAGES:
        data = lexicon.section(language, "dates")
        for tag in _ASPECTS:
            for phrase in data.get(tag, ()):
                found.setdefault(phrase, set()).add(tag)
        for noun in data.get("whose", {}).get("nouns", ()):
            found.setdefault(noun, set()).add("page")
        for concept in (*_CONCEPTS, "phrases", "weak"):
            for form, phrases in data.get(concept, {}).items():
                for phrase in phrases:
                    found.setdefault(phrase, set()).add(f"{concept}.{form}")
    return {phrase: frozenset(tags - {"stop"} if "link" in tags else tags) for phrase, tags in found.items()}


@cache
def _longest() -> dict[str, int]:
    """For each word that begins a phrase, how many words its longest phrase has."""
    longest: dict[str, int] = {}
    for phrase in _known():
        first, *rest = phrase.split()
        longest[first] = max(longest.get(first, 1), len(rest) + 1)
    return longest


_OWN: Final = frozenset(kind.value for kind in DateKind)


@lru_cache(maxsize=64)
def _added(own: tuple[tuple[str, str], ...]) -> tuple[tuple[DateKind, re.Pattern[str]], ...]:
    """The labels that a user added, taken literally; one of another kind or without words is none."""
    return tuple(
        (DateKind(kind), re.compile(rf"(?<![^\W_])(?:{said})(?![^\W_])", re.IGNORECASE))
        for kind, words in own
        if kind in _OWN and (said := r"\s".join(map(re.escape, words.split())))
    )


def _split(text: str) -> list[str]:
    """The words of a phrase as the tokens have them."""
    return [found.group().lower().replace("’", "'") for found in _WORD.finditer(text)]


@lru_cache(maxsize=20_000)
def _tags(word: str) -> frozenset[str]:
    """What the lexicons say of a word: as it stands, without its hyphen ("re-view"), or its last part ("d'expiration", "peer-reviewed")."""
    known = _known()
    if found := known.get(word) or known.get(word.replace("-", "")):
        return found
    part = re.split(r"['-]", word)[-1]
    if part != word and len(part) > 4 and part in known:
        return known[part] - {"weak.bare"}
    return next((known[meant] for meant in _alike().get((word[:3], word[-2:]), ()) if _slip(word, meant)), frozenset())


@cache
def _alike() -> dict[tuple[str, str], list[str]]:
    """The long words that name a concept, by their beginnings and ends."""
    found: dict[tuple[str, str], list[str]] = {}
    for word, tags in _known().items():
        if len(word) > _PHRASE and " " not in word and any("." in tag for tag in tags):
            found.setdefault((word[:3], word[-2:]), []).append(word)
    return found


def _slip(word: str, meant: str) -> bool:
    """Whether a word is another one with a slip of the pen inside: a letter too few or too many, or two exchanged."""
    if sorted(word) == sorted(meant):
        return sum(one != other for one, other in zip(word, meant, strict=True)) == 2
    long, short = (word, meant) if len(word) > len(meant) else (meant, word)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(3, len(long) - 2))


def stems() -> frozenset[str]:
    """The beginnings of words of which each label has one, in small letters: for a sieve, which passes over any text without them."""
    found = set()
    for phrase, tags in _known().items():
        if any("." in tag for tag in tags):
            word = phrase.split()[0]
            found.add(word[:_STEM] if len(word) > _PHRASE else word if len(word) >= _STEM else phrase)
    short = sorted(found, key=len)
    kept: set[str] = set()
    for stem in short:
        if not any(stem[at : at + size] in kept for at in range(len(stem)) for size in range(3, len(stem) - at + 1)):
            kept.add(stem)
    return frozenset(kept)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words of ``text[start:end]``, the phrases of the lexicon as one each."""
    every, longest = _known(), _longest()
    words = [(found.start(), found.end(), found.group().lower().replace("’", "'")) for found in _WORD.finditer(text, start, end)]
    found: list[Token] = []
    at = 0
    while at < len(words):
        begin, stop, word = words[at]
        size = min(longest.get(word, 1), len(words) - at)
        while size > 1:
            phrase = " ".join(one for _, _, one in words[at : at + size])
            if phrase in every and all(_SOFT.fullmatch(text, words[last][1], words[last + 1][0]) for last in range(at, at + size - 1)):
                found.append(Token(begin, words[at + size - 1][1], phrase, every[phrase]))
                break
            size -= 1
        else:
            size = 1
            found.append(Token(begin, stop, word, _tags(word)))
        at += size
    return found


def labels(text: str, start: int, end: int, breaks: Iterable[int] = (), own: tuple[tuple[str, str], ...] = ()) -> list[Label]:
    """The labels in ``text[start:end]``, in order, not overlapping; no label goes over one of the ``breaks`` (places of newlines) to a
    word with a capital. Those that a user added (``own``: kind and words) come before those of the house."""
    added = [
        Label(kind, STRONG, found.start(), found.end()) for kind, pattern in _added(own) for found in pattern.finditer(text, start, end)
    ]
    composed = _Grammar(text, tokens(text, start, end), frozenset(breaks)).labels()
    if added:
        composed = [one for one in composed if not any(one.start < other.end and other.start < one.end for other in added)]
    return sorted([*added, *composed], key=lambda label: label.start)


class _Sight(NamedTuple):
    """What stands around the core of a label: its first and last token, the tags of all between, and the words that are not known."""

    first: int
    last: int
    tags: frozenset[str]
    between: tuple[str, ...]


class _Grammar:
    """The tokens of one text, and how far labels have used them up."""

    def __init__(self, text: str, words: Sequence[Token], breaks: frozenset[int]) -> None:
        self.text = text
        self.words = words
        self.breaks = breaks
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

    def _joined(self, left: int) -> bool:
        """Whether nothing but a blank (or "and" in a sign) stands between a word and the next one."""
        end, start = self.words[left].end, self.words[left + 1].start
        if _SOFT.fullmatch(self.text, end, start) is None:
            return False
        return end not in self.breaks or self.text[start].islower()

    def _at(self, core: int) -> tuple[Label | None, int]:
        """The label around the word ``core``, if there is one, and the last word that belongs to it."""
        word = self.words[core]
        forms: dict[str, set[str]] = {}
        for tag in word.tags:
            if "." in tag:
                forms.setdefault(tag.partition(".")[0], set()).add(tag.partition(".")[2])
        if word.tags & _LEADING and self._leads(core):
            return None, core  # "revised review date", "next due for review"
        if "bare" in forms.get("weak", ()) and (of_page := self._of_page(core)):
            return of_page
        sight = self._around(core)
        if "weak" in forms and not self._field(core, sight, forms["weak"]):
            return None, core
        made = _literal(forms)
        if made is None:
            if framed := self._framed(core, forms, sight):
                return framed, core
            made = self._made(sight, forms)
            if told := self._told(core, sight, made):
                return told
        if made is None:
            return None, core
        kind, strength, said = made
        tight = any("tight" in several for several in forms.values())
        start, end = self.words[sight.first].start, self.words[sight.last].end
        return Label(kind, strength, start, end, said, sight.between, tight), sight.last

    def _leads(self, core: int) -> bool:
        """Whether a word that is an aspect, too, stands before the noun that it belongs to."""
        for at in range(core + 1, min(core + 4, len(self.words))):
            if not self._joined(at - 1):
                return False
            if any("." in tag and not tag.startswith("weak.") for tag in self.words[at].tags):
                return True
            if not self.words[at].tags & ({"link"} | _LEADING):
                return False
        return False

    def _field(self, core: int, sight: _Sight, forms: set[str]) -> bool:
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
        while last < len(self.words) and self._joined(last - 1) and "link" in self.words[last].tags and "page" not in self.words[last].tags:
            last += 1
        first = core - 1
        if core + 1 < last < len(self.words) and self._joined(last - 1) and "page" in self.words[last].tags:
            first = core
        elif first >= self.used and self._joined(first) and "page" in self.words[first].tags:
            last = core
        else:
            return None
        start, end = self.words[first].start, self.words[last].end
        return (Label(PUBLISHED, PLAIN, start, end), last) if _BARE.match(self.text, end) else None

    def _framed(self, core: int, forms: dict[str, set[str]], sight: _Sight) -> Label | None:
        """A verb in two parts with the date between ("wurde am 3. Mai 2030 geprüft"): the label is its first part."""
        if sight.first != core or not any(several & {"done", "infinitive"} for several in forms.values()):
            return None
        for at in range(core - 1, self.used - 1, -1):
            word = self.words[at]
            if self.words[core].start - word.end > _FRAME or _ENDED.search(self.text, word.end, self.words[core].start):
                return None
            if word.tags & {"was", "coming"}:
                if not _DIGIT.search(self.text, word.end, self.words[core].start):
                    return None
                tags = frozenset({"coming"} if "coming" in word.tags and "was" not in word.tags else {"last"})
                made = self._made(_Sight(core, core, tags, ()), forms)
                day = next(iter(dates.find(self.text[word.end : self.words[core].start])), None)
                return made and day and Label(made[0], made[1], word.start, word.end + day.start, made[2])
        return None

    def _told(self, core: int, sight: _Sight, made: tuple[DateKind, int, bool] | None) -> tuple[Label, int] | None:
        """A verb that goes on with the page as its object ("we reviewed this page in"), or a noun with it ("review of this policy is due"):
        the label goes as far."""
        at = sight.last + 1
        verb = self.words[core].tags & {"review.done", "check.done", "update.done", "review.verb", "update.verb"}
        if not (at < len(self.words) and self._joined(sight.last)):
            return None
        if verb and made is not None and "this" in self.words[at].tags and (made[2] or "we" in self._words(sight.first - 1)):
            end = at
            while (
                end + 1 < len(self.words) and end < at + _PHRASE and self._joined(end) and not self.words[end + 1].tags & {"lead", "again"}
            ):
                end += 1
            if self.words[at].word != "the" or "page" in self.words[end].tags:
                return Label(made[0], STRONG, self.words[sight.first].start, self.words[end].end, ours=True), end
        if "review.noun" in self.words[core].tags and self.words[at].word == "of" and at == core + 1:
            for end in range(at + 1, min(at + _PHRASE, len(self.words))):
                if not self._joined(end - 1):
                    return None
                if "due" in self.words[end].tags and end > at + 2:
                    return Label(DUE, STRONG, self.words[sight.first].start, self.words[end].end), end
        return None

    def _words(self, at: int) -> str:
        """The word at an index, which may be none."""
        return self.words[at].word if 0 <= at < len(self.words) and self._joined(at) else ""

    def _around(self, core: int) -> _Sight:
        """How far the label goes to both sides of its core."""
        first, between, tags = self._before(core)
        last, more = self._behind(core)
        return _Sight(first, last, tags | more, between)

    def _before(self, core: int) -> tuple[int, tuple[str, ...], frozenset[str]]:
        """The first word of the label, the unknown ones between it and the core, and the tags of the known ones."""
        verb = not any(tag.endswith((".noun", ".only", ".dated")) for tag in self.words[core].tags)
        first, tags = core, set()
        unknown: list[str] = []
        between: tuple[str, ...] = ()
        at = core - 1
        while at >= self.used and core - at <= _REACH and self._joined(at):
            word = self.words[at]
            if word.tags & _LEADING and (verb or word.tags - {"how"} & _LEADING):
                near = not unknown or len(unknown) <= (1 if "coming" in word.tags else 2 if verb else _MODIFIERS)
                if not near or (("to" in word.tags or "for" in word.tags) and not word.tags & _TELLING and at != core - 1):
                    break
                first, between = at, tuple(unknown)
                tags |= word.tags & _LEADING
            elif word.tags & {"link"}:
                if unknown and verb and not tags & {"coming"}:
                    unknown.append(word.word) if len(unknown) < _MODIFIERS else None
            elif "stop" in word.tags or any("." in tag for tag in word.tags):
                break
            else:
                unknown.append(word.word)
                if len(unknown) > _MODIFIERS:
                    break
            at -= 1
        if tags & {"to"} and not tags & _TELLING and not any(tag.endswith(".infinitive") for tag in self.words[core].tags):
            return core, (), frozenset(tags - {"to"})
        return first, between, frozenset(tags)

    def _behind(self, core: int) -> tuple[int, frozenset[str]]:
        """The last word of the label, and the tags of those behind the core."""
        last, tags = core, set()
        at = core
        verb = not any(tag.endswith((".noun", ".only", ".dated")) for tag in self.words[core].tags)
        while at + 1 < len(self.words) and at - core < _REACH and self._joined(at):
            word = self.words[at + 1]
            if "and" in word.tags or (at == last and self._signed(at)):
                step = 1 if "and" in word.tags else 0
                if at + 1 + step < len(self.words) and self._more(core, at + 1 + step) and (not step or self._joined(at + 1)):
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

    def _more(self, core: int, at: int) -> bool:
        """Whether a second concept is named in the same breath ("reviewed and updated", "review/expiry date")."""
        del core
        return any(tag.endswith((".done", ".noun")) for tag in self.words[at].tags)

    def _made(self, sight: _Sight, forms: dict[str, set[str]]) -> tuple[DateKind, int, bool] | None:
        """The kind of date, the strength, and whether it is said in a sentence; None for what is no label."""
        tags = sight.tags
        concept = next((name for name in _CONCEPTS if name in forms), "")
        several = forms.get(concept, set())
        order = _PROMISED if "will" in tags else _STILL if tags & {"coming", "to"} else _FORMS
        form = next((one for one in order if one in several), "")
        still = bool(tags & {"next", "due", "ahead", "coming", "again", "to"})
        if concept == "expire":
            return _expires(form, tags)
        if concept in {"publish", "force", "make", "approve"}:
            return None if tags & {"next", "coming", "due", "will"} else _published(concept, whom=self._whom(sight.last))
        if form == "will":
            return DUE, STRONG, False
        if form == "infinitive":
            return (DUE, STRONG, "coming" in tags) if tags & {"to", "coming"} else None
        if form == "verb":
            follows = self.words[sight.last + 1].tags if sight.last + 1 < len(self.words) else frozenset()
            return (DUE, STRONG, True) if "this" in follows else None
        if form == "done" and not tags & _TELLING and self._thing(sight.last):
            return None
        if concept == "update" and ((made := self._updated(form, sight, tags, still=still)) or "review" not in forms):
            return made
        return self._reviewed(concept, form, sight, tags, still=still)

    def _reviewed(self, concept: str, form: str, sight: _Sight, tags: frozenset[str], *, still: bool) -> tuple[DateKind, int, bool] | None:
        """Of a review or a check."""
        if form in {"stated", "tight"}:
            return LAST, PLAIN, False
        if form == "dated":
            return (DUE, STRONG, False) if still else (LAST, STRONG, False) if "last" in tags else (DUE, PLAIN, False)
        if "coming" in tags:
            return DUE, STRONG, True
        if tags & {"last"} and not tags & {"next", "due"}:
            return LAST, STRONG, False
        if form == "done":
            if still:
                return DUE, STRONG, False
            return LAST, STRONG if tags & {"date", "how"} else WEAK if self._whom(sight.last) else PLAIN, False
        if "done" in tags:
            return LAST, STRONG, False
        if tags & {"moved"}:
            return DUE, STRONG, False
        if tags & {"first"}:
            return (DUE, WEAK, False) if "date" in tags else None
        if still or "by" in tags:
            return DUE, STRONG if concept == "review" else PLAIN, False
        if concept == "check" or form == "only":
            return None
        if tags & {"date", "for"}:
            return DUE, PLAIN, False
        return (DUE, WEAK, False) if not tags & _TELLING and self._opens(sight) else None

    def _updated(self, form: str, sight: _Sight, tags: frozenset[str], *, still: bool) -> tuple[DateKind, int, bool] | None:
        """Of an update."""
        if "coming" in tags:
            words = self.text[self.words[sight.first].start : self.words[sight.last].end].lower()
            return (DUE, STRONG, True) if "next" in tags or "next" in words else None
        if "last" in tags:
            return UPDATED, STRONG, False
        if still:
            return (DUE, PLAIN, False) if form in {"noun", "only"} and "next" in tags else None
        if form == "only":
            return None
        if form in {"noun", "dated"}:
            if tags & {"date"} or form == "dated":
                return UPDATED, STRONG, False
            return (UPDATED, WEAK, False) if self._opens(sight, signed=True) else None
        return UPDATED, WEAK if self._whom(sight.last) else STRONG if tags & {"date"} else PLAIN, False

    def _thing(self, last: int) -> bool:
        """Whether a participle stands before what it describes ("updated set of May 2030")."""
        return last + 1 < len(self.words) and self._joined(last) and "things" in self.words[last + 1].tags

    def _whom(self, last: int) -> bool:
        """Whether the next word says by whom."""
        return last + 1 < len(self.words) and self._joined(last) and "by" in self.words[last + 1].tags

    def _opens(self, sight: _Sight, *, signed: bool = False) -> bool:
        """Whether a bare noun is the name of a field: a sign follows, or it has a capital and a date follows (which is not enough for a
        noun that must be ``signed``, if no small word leads to the date)."""
        end = self.words[sight.last].end
        if _OPENED.match(self.text, end):
            return True
        led = _LED.match(self.text, end) or (None if signed else _VALUE.match(self.text, end))
        return led is not None and self.text[self.words[sight.first].start].isupper()


_LEADING: Final = frozenset({"next", "last", "first", "moved", "due", "ahead", "coming", "will", "date", "to", "for", "how", "done"})
_TELLING: Final = frozenset({"next", "last", "first", "moved", "due", "ahead", "coming", "will", "date"})
_FOLLOWING: Final = frozenset({"date", "due", "done", "again", "by", "moved", "next", "last", "first"})
_OPENED: Final = re.compile(r"[ \xa0]?(?:(?:vom|von|am|du|le|on|of)[ \xa0]?)?[:=–—-]", re.IGNORECASE)
_VALUE: Final = re.compile(r" (?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_LED: Final = re.compile(r" (?:in|by|on|vom|von|am|du|le|del|el) (?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_OPENS: Final = re.compile(r"[|>*•·] ?|\s[*•]")
_BARE: Final = re.compile(r"\s?(?::|$)")
_ENDED: Final = re.compile(r"[;!?\n]|[a-zà-ÿ]{3}\. (?=[A-ZÀ-Þ])")
_DIGIT: Final = re.compile(r"\d")


def _literal(forms: dict[str, set[str]]) -> tuple[DateKind, int, bool] | None:
    """A phrase that is a label as it stands."""
    for concept, strength in (("phrases", PLAIN), ("weak", WEAK)):
        if concept in forms:
            return _NAMED[next(iter(forms[concept]))], strength, False
    return None


_NAMED: Final = {"bare": PUBLISHED, "due": DUE, "last": LAST, "updated": UPDATED, "published": PUBLISHED, "expires": EXPIRES}


def _expires(form: str, tags: frozenset[str]) -> tuple[DateKind, int, bool]:
    """Of the end of validity."""
    if form == "said":
        return EXPIRES, PLAIN, True
    return EXPIRES, STRONG if "date" in tags else PLAIN, False


def _published(concept: str, *, whom: bool) -> tuple[DateKind, int, bool]:
    """Of a publication, an approval, the beginning of validity; ``whom``: it goes on with who did it."""
    if whom or concept == "approve":
        return PUBLISHED, WEAK, False
    return PUBLISHED, STRONG if concept == "publish" else PLAIN, False


def keyed(name: str) -> Iterator[str]:
    """The words of a key: ``last_reviewed_at``, ``date-adoption``, ``nextReview``, ``og:updated_time``."""
    yield from _split(re.sub(r"[_.:-]", " ", name))
