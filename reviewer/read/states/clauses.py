"""Who says what of whom: whether a sentence, a line or a value says of the page itself that its time is over, or that it is out of date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from reviewer import dates
from reviewer.read.document import BlockKind
from reviewer.read.sieves import straight
from reviewer.read.states import notices, publishers
from reviewer.read.states.grammars import Grammar, grammars, speaking
from reviewer.read.states.names import Names
from reviewer.read.states.places import Spot
from reviewer.read.states.words import may_say, words

SAID: Final = re.compile(r"[,.!?]?[\"”»],? (?:said|says|told|added|explained|sagte|a déclaré|dijo)\b")
_SAYING: Final = re.compile(
    r"\b(?:says?|states?|show(?:s|n|ing)?|mark(?:s|ed)?|said|told|wrote|felt|heard|noted|found|argued|claimed|reported|"
    r"sagten?|déclaré|dijo|ha detto)"
    r"(?: us| them| \w+)?,? (?:that|dass|que|che) $",
    re.IGNORECASE,
)
"""Somebody's words, without marks of quotation."""
_TO_COME: Final = re.compile(r"\b(?:is|are) being (?!no )\w+$", re.IGNORECASE)
"""What is done to a page today, and will be over later: "is being replaced"."""
_NO_MORE: Final = re.compile(r"\s(?:no longer|not) be\b")
"""What follows a word of duty that speaks of today: "should no longer be given"."""
_PREPOSITION: Final = re.compile(
    r"(?<!\w)(?:of|in|from|on|by|to|with|within|for|under|before|since|than|dans|de|sur|in|von|zu|mit|nach|durch|en|sobre|por|van|di|da|"
    r"av|af|ar|gan|w|z|przez)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(r"[\W_]{0,6}")
_ENDS: Final = re.compile(r"[\W_]*$|\s*[\])}]|\s*[:–—|,;.!]|\s+-\s|\s*/")
_NOTICE: Final = re.compile(r"[^\W\d_][\w. ]{1,24}[:!–—-]\s*")
_CLOSED: Final = re.compile(r"([^\[\]()]{0,60})[\])]")
_LABEL: Final = re.compile(r"(?: [^\W\d_]+){0,4}[ *_|?]*(?::[ *_|]*|$)")
"""The rest of the label of a status: "of the document:"."""
_BEHIND: Final = 60
"""Characters behind a review in which its sentence may say that it never ends ("on a rolling programme")."""
_MARKED: Final = 200
"""Characters of a line of which a word of state can be the gist."""
_PART: Final = re.compile(r"(?:(?![\[\]():|]| [-–—] ).)+")
"""A part of a name, between dashes, colons or brackets."""
_BRACKETS: Final = frozenset({"[", "("})
_LAST: Final = re.compile(r"^[xz]{1,4}[ _]+", re.IGNORECASE)
"""Letters that put a page last in a list of names."""
_PROSE: Final = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE)


class Told(NamedTuple):
    """What a sentence or line says of the page: ``text[start:end]`` says it, in the words of ``grammar``; with ``against``, why it does not
    count."""

    grammar: Grammar
    start: int
    end: int
    why: str
    against: str | None = None


def plain(text: str) -> str:
    """A text on one line, with straight apostrophes, letter for letter."""
    return straight(text).replace("\n", " ")


def over(text: str, spot: Spot, names: Names, before: str = "") -> Told | None:
    """Whether a sentence says that the page was withdrawn, replaced, archived ...; ``before`` is the sentence before it, which may say
    what "it" is."""
    for grammar in speaking(text):
        against: Told | None = None
        for said, back in _readings(text, grammar, spot, names, before):
            for told in _statements(said, grammar, names):
                if told.why == notices.KEPT and grammar.it.match(said, told.start) and not _speaks_of_it(before, grammar):
                    continue
                judged = told._replace(against=told.against or _against(said, told, spot, names))
                if judged.against is None:
                    return _moved(judged, back)
                against = against or _moved(judged, back)
        if against is not None:
            return against
    return None


def worn(text: str, spot: Spot, names: Names) -> tuple[Told, bool] | None:
    """Whether a sentence says that the page is out of date (then true comes with it) or under review."""
    for grammar in speaking(text):
        for said, back in _readings(text, grammar, spot, names, ""):
            for pattern, out in ((grammar.out, True), (grammar.under, False), (grammar.work, False)):
                if found := pattern.search(said):
                    told = Told(grammar, found.start(), found.end(), "the page says it of itself")
                    beside = said if out else said[: found.end()]  # "under review, but in force until replaced" is no condition
                    if pattern is grammar.work:
                        beside = said[: found.start()] + said[found.end() :]
                    against = "only on a condition, or of copies" if grammar.copies.search(beside) else None
                    if pattern is grammar.under and grammar.steady.search(said, 0, found.end() + _BEHIND):
                        against = "it is looked at all the time"
                    elif pattern is grammar.under and grammar.then.search(said, found.start(), found.end()):
                        against = "told of another time"
                    elif not out and grammar.thing.search(said, found.start(), found.end()):
                        against = "it is said of what the page tells of"
                    against = against or _against(said, told, spot, names, grammar.condition)
                    return _moved(told._replace(against=against), back), out
    return None


def _readings(text: str, grammar: Grammar, spot: Spot, names: Names, before: str) -> Iterator[tuple[str, int]]:
    """A sentence as it stands; and where it begins with "the page" at the top of one, or with "it" behind a sentence that speaks of the
    page alone, with words that point at the page in their place. Each with how far its places lie behind those of the text."""
    yield text, 0
    found = grammar.itself.match(text) if spot.top else None
    if found is not None and found["known"] and not names.called(found["known"], grammar):
        found = None
    if (
        found is None
        and before
        and (found := grammar.it.match(text))
        and not (grammar.kept.match(before) or _ended_before(before, spot, names))
    ):
        return
    if found is not None and grammar.this_page:
        yield grammar.this_page + text[found.end() :], found.end() - len(grammar.this_page)


def _speaks_of_it(before: str, grammar: Grammar) -> bool:
    """Whether a sentence speaks of the page, in words of its own."""
    return grammar.this_one.search(before) is not None and "“" not in before and '"' not in before


def _moved(told: Told, back: int) -> Told:
    """The same in the text as it stands."""
    return told._replace(start=max(0, told.start + back), end=told.end + back)


def _ended_before(before: str, spot: Spot, names: Names) -> bool:
    """Whether the sentence before is itself a mark, says that the page's time is over, or asks whether it counts."""
    if before.rstrip().endswith("?"):
        return any(grammar.this_one.search(before) for grammar in grammars())
    return (spot.top and marked(before) is not None) or ((told := over(before, spot, names)) is not None and told.against is None)


def noticed(text: str) -> tuple[Told, bool] | None:
    """Whether a line begins with a notice such as "Under review" or "Out of date", and whether it is the latter."""
    start = _begins(text)
    for grammar in speaking(text):
        begins = _begins(text, start + (_status_ends(text[start:], grammar) or 0))
        if (found := grammar.notice.match(text, begins)) and _ENDS.match(text, found.end()):
            out = grammar.stale.search(found.group()) is not None
            return Told(grammar, found.start(), found.end(), f"a notice: {found.group()}"), out
    return None


def _statements(text: str, grammar: Grammar, names: Names) -> Iterator[Told]:
    """The places where a sentence seems to say so."""
    if (found := grammar.gone.search(text)) and names.calls(found.groupdict().get("noun"), grammar):
        apart = _PREPOSITION.search(text[: found.start()]) is not None and not found.groupdict().get("content")
        yield Told(grammar, found.start(), found.end(), "the page says it of itself", "only of a part of it" if apart else None)
    if found := grammar.old.search(text):
        yield Told(grammar, found.start(), found.end(), "its reader is told that it is an old copy")
    if found := grammar.newer.search(text):
        yield Told(grammar, found.start(), found.end(), "there is a newer version")
    if (found := grammar.said.search(text)) and names.means(text[: found.start()], grammar):
        yield Told(grammar, 0, found.end(), "the page's own name is said to be so")
    for said, why in notices.found(text, grammar):
        if names.calls(said.groupdict().get("noun"), grammar):
            yield Told(grammar, said.start(), said.end(), why)


def _against(text: str, told: Told, spot: Spot, names: Names, unless: re.Pattern[str] | None = None) -> str | None:
    """What speaks against a statement: a condition, a question, what the page does to another, somebody's words, the section it is in."""
    grammar = told.grammar
    before = text[: told.end]
    # "Vi skriver om sidan": the words of somebody at work are no condition.
    condition = (unless or grammar.possible).search(before, 0, told.start if unless and grammar.work.match(text, told.start) else told.end)
    behind = _begins(text, told.end)
    ifs = condition is not None and not _frozen(before, condition) and condition.end() != told.end
    if ifs or grammar.condition.match(text, behind) or text.rstrip().endswith("?"):
        return "only on a condition, or to come"
    ended = told.why == notices.ENDED
    if grammar.active.search(before, 0, told.start if ended else told.end) or (ended and grammar.this_one.search(before, 0, told.start)):
        return "it speaks of what this page replaces"
    if grammar.by.match(text, told.end + 1) and grammar.this.match(text, _after(grammar, text, told.end)):
        return "it was this page that took its place"
    if unless is None and _TO_COME.search(text, told.start, told.end):
        return "only to come"
    if reported(text, told.start):
        return "somebody's words"
    found = text[told.start : told.end]
    if grammar.page.search(found):
        return None
    if grammar.moving.search(found):
        return "something else moved"
    if names.records:
        return "said at a meeting, or news"
    if spot.speaks or names.noun(found, grammar) or (unless is not None and spot.block.kind in _PROSE):
        return None  # that something needs a review is said of the page, in whatever section it stands
    return "said of a section, an item or a row"


def _frozen(before: str, condition: re.Match[str]) -> bool:
    """Whether what looks like a plan is the end of a page: "will no longer be updated" and "ceased to be valid" are no conditions."""
    if before[: condition.start()].lower().endswith(("ceased ", "stopped ")) or _NO_MORE.match(before, condition.end()):
        return True
    return condition.group().lower().startswith(("will", "to be")) and " no" in before[condition.start() :].lower()


def _after(grammar: Grammar, text: str, end: int) -> int:
    """Where what took its place begins, behind "by"."""
    found = grammar.by.match(text, end + 1)
    return found.end() + 1 if found else end


def reported(text: str, at: int) -> bool:
    """Whether somebody is quoted there: a quotation is open, and words stand before it."""
    before = text[:at]
    opened = before.rfind("“") if before.rfind("“") > before.rfind("”") else before.rfind('"') if before.count('"') % 2 else -1
    return (opened > 0 and any(letter.isalpha() for letter in before[:opened])) or _SAYING.search(before) is not None


def marked(text: str, *, label: str = "", name: bool = False) -> Told | None:
    """Whether a short line is a mark of state: "Withdrawn", "ARCHIVED: for reference only", "Status: obsolete since May", or with the
    ``label`` before it. ``name``: it is the name of the page, where the mark may stand at the end, too, or in brackets."""
    if len(text) > _MARKED:
        return None
    start = _begins(text)
    for grammar in speaking(text):
        if label:
            if _status_ends(label, grammar) and (found := grammar.value.match(text, start)) and _ended(text, found.end(), grammar):
                return Told(grammar, found.start(), found.end(), f"the value of “{label.strip()}”")
            continue
        if (ends := _status_ends(text[start:], grammar)) and (begins := _begins(text, start + ends)):
            if (found := grammar.value.match(text, begins)) and _ended(text, found.end(), grammar):
                return Told(grammar, found.start(), found.end(), "a line of its status")
            continue
        for begins in _beginnings(text, start, grammar):
            if (found := grammar.mark.match(text, begins)) and _ended(text, found.end(), grammar):
                return Told(grammar, found.start(), found.end(), f"a mark: {found.group()}")
        if not name and (found := grammar.dated.match(text, start)) and _since(text, found, grammar):
            return Told(grammar, found.start(), found.end(), f"a mark: {found['word']}")
        if not name and (alone := notices.alone(text, start, grammar)):
            return Told(grammar, *alone, "a mark")
        if not name and (shouted := grammar.shout.fullmatch(text)):
            return Told(grammar, *shouted.span(), "a mark")
        if name and (mark := _suffix(text, grammar)):
            return Told(grammar, mark[0], mark[1], f"a mark in its name: {text[mark[0] : mark[1]]}")
    return None


def _since(text: str, found: re.Match[str], grammar: Grammar) -> bool:
    """Whether "by" something with a name or a number follows, or a date behind a word with which that is said of documents."""
    end = found.end()
    if by := grammar.by.match(text, end + 1):
        return re.search(r"[A-ZÀ-Þ]|\d", text[by.end() : by.end() + 30]) is not None
    first = dates.find(text[end : end + 60]) if found["word"].lower() in words(grammar.language, "dated_mark") else []
    return bool(first) and len(text[end : end + first[0].start].split()) <= 2


def _status_ends(text: str, grammar: Grammar) -> int | None:
    """Where the label of a status at the beginning of a line ends, behind its colon, or at the end of the line; None without one."""
    status = grammar.status.match(text)
    rest = _LABEL.match(text, status.end()) if status else None
    return rest.end() if rest else None


def _begins(text: str, at: int = 0) -> int:
    """Where the words of a line begin."""
    found = _LEAD.match(text, at)
    return found.end() if found else at


def _beginnings(text: str, start: int, grammar: Grammar) -> Iterator[int]:
    """Where a mark may begin: at the beginning of a line, or behind a word such as "Please note:"."""
    yield start
    if lead := grammar.attention.match(text, start) or _NOTICE.match(text, start):
        yield lead.end()


def _suffix(text: str, grammar: Grammar) -> tuple[int, int] | None:
    """A mark in brackets in a name, or behind a dash at its end."""
    for opened in re.finditer(r"[\[(]\s*(?:[^()\[\]]{1,30}, )?|\s[–—|-]\s+", text):
        found = grammar.mark.match(text, opened.end())
        if found is None:
            continue
        closed = _CLOSED.match(text, found.end()) if opened.group()[0] in "[(" else None
        rest = closed[1] if closed else text[found.end() :]
        if not rest.strip(" .!*_") or (closed and (dates.find(rest) or grammar.by.match(text, found.end() + 1))):
            return found.span()
    return None


_TITLE: Final = re.compile(r"<title[^<>]{0,200}>([^<]{0,400})", re.IGNORECASE)


def may_be_over(text: str) -> bool:
    """Whether a page with this text, on one line and marked up or not, could say that its time is over: worth reading for it."""
    title = _TITLE.search(text)
    return may_say(text, publishers.marks()) or (title is not None and shelved(title[1], "") is not None)


def shelved(name: str, language: str) -> Told | None:
    """Whether a part of a page's name, between dashes, colons or brackets, is nothing but a mark: "ZZ OLD - DO NOT USE - Checklist". A
    single word counts in capitals or in brackets, and in English or in the ``language`` of the page (any, when that is not known)."""
    parts = [(part.span(), _LAST.sub("", part.group().lstrip(" -–—")).strip(" .!*_")) for part in _PART.finditer(name)]
    for grammar in grammars() if len(parts) > 1 else ():
        for span, said in parts if not language or grammar.language in {"en", language} else ():
            alone = " " not in said and not said.isupper() and name[span[0] - 1 : span[0]] not in _BRACKETS
            if grammar.named.fullmatch(said) and not alone:
                return Told(grammar, *span, f"a mark in its name: {said}")
    return None


def _ended(text: str, end: int, grammar: Grammar) -> bool:
    """Whether a mark is all that its line begins with: what follows is a mark of punctuation, a date, "by" something, or a noun of the
    page's own at the end."""
    rest = text[end:]
    if _ENDS.match(rest):
        return True
    if grammar.by.match(text, end + 1):
        return True
    if (noun := grammar.copy.match(text, end + 1)) and _ENDS.match(text, noun.end()):
        return not noun.group().lower().endswith("s")
    first = dates.find(rest[:60])
    return bool(first) and len(rest[: first[0].start].split()) <= 2


def ended_on(label: str, value: str) -> Told | None:
    """Whether a label and its value, or a line with both, tell the day on which the page's time was over."""
    for grammar in speaking(label):
        if (found := grammar.day.match(label)) and (rest := label[found.end() :].strip() or value).strip():
            first = dates.find(rest[:60])
            if first and not rest[: first[0].start].strip() and not rest[first[0].end :].strip(" ."):
                return Told(grammar, 0, len(value or label), f"the day of “{found.group().strip(' :')}”")
    return None
