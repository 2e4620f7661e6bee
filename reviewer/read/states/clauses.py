"""Who says what of whom: whether a sentence, a line or a value says of the page itself that its time is over, or that it is out of date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from reviewer import dates
from reviewer.read import genre
from reviewer.read.document import BlockKind, Document
from reviewer.read.sieves import straight
from reviewer.read.states.places import Spot
from reviewer.read.states.words import Grammar, speaking

SAID: Final = re.compile(r"[,.!?]?[\"”»],? (?:said|says|told|added|explained|sagte|a déclaré|dijo)\b")
_SAYING: Final = re.compile(
    r"\b(?:said|told|wrote|felt|heard|noted|found|argued|claimed|reported|sagten?|déclaré|dijo|ha detto)"
    r"(?: us| them| \w+)?,? (?:that|dass|que|che) $",
    re.IGNORECASE,
)
"""Somebody's words, without marks of quotation."""
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
_MARKED: Final = 200
"""Characters of a line of which a word of state can be the gist."""
_CODE: Final = re.compile(r"(?=\S*\d)[^\W_][\w/:.-]*\w|\d")
_TOKEN: Final = re.compile(r"[^\W_][\w.-]*\w|\w")
_PROSE: Final = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE)
_RECORDS: Final = frozenset({genre.Genre.MEETING, genre.Genre.NEWS})
_SUBJECT: Final = 14
"""Words of the name of a document."""


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


def over(text: str, spot: Spot, names: Names) -> Told | None:
    """Whether a sentence says that the page was withdrawn, replaced, archived ..."""
    for grammar in speaking(text):
        against: Told | None = None
        for told in _statements(text, grammar, names):
            judged = told._replace(against=told.against or _against(text, told, spot, names))
            if judged.against is None:
                return judged
            against = against or judged
        if against is not None:
            return against
    return None


def worn(text: str, spot: Spot, names: Names) -> tuple[Told, bool] | None:
    """Whether a sentence says that the page is out of date (then true comes with it) or under review."""
    for grammar in speaking(text):
        for pattern, out in ((grammar.out, True), (grammar.under, False), (grammar.work, False)):
            if found := pattern.search(text):
                told = Told(grammar, found.start(), found.end(), "the page says it of itself")
                beside = text[: found.start()] + text[found.end() :] if pattern is grammar.work else text
                against = "only on a condition, or of copies" if grammar.copies.search(beside) else None
                if pattern is grammar.under and grammar.kept.search(text, 0, found.end()):
                    against = "it is looked at all the time"
                elif not out and grammar.thing.search(text, found.start(), found.end()):
                    against = "it is said of what the page tells of"
                return told._replace(against=against or _against(text, told, spot, names, grammar.condition)), out
    return None


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
    if found := grammar.gone.search(text):
        apart = _PREPOSITION.search(text[: found.start()]) is not None and not found.groupdict().get("content")
        yield Told(grammar, found.start(), found.end(), "the page says it of itself", "only of a part of it" if apart else None)
    if found := grammar.old.search(text):
        yield Told(grammar, found.start(), found.end(), "its reader is told that it is an old copy")
    if found := grammar.newer.search(text):
        yield Told(grammar, found.start(), found.end(), "there is a newer version")
    if (found := grammar.said.search(text)) and names.means(text[: found.start()], grammar):
        yield Told(grammar, 0, found.end(), "the page's own name is said to be so")


def _against(text: str, told: Told, spot: Spot, names: Names, unless: re.Pattern[str] | None = None) -> str | None:
    """What speaks against a statement: a condition, a question, what the page does to another, somebody's words, the section it is in."""
    grammar = told.grammar
    before = text[: told.end]
    # "Vi skriver om sidan": the words of somebody at work are no condition.
    condition = (unless or grammar.possible).search(before, 0, told.start if unless and grammar.work.match(text, told.start) else told.end)
    behind = _begins(text, told.end)
    if (condition and not _frozen(before, condition)) or grammar.condition.match(text, behind) or text.rstrip().endswith("?"):
        return "only on a condition, or to come"
    if grammar.active.search(before):
        return "it speaks of what this page replaces"
    if grammar.by.match(text, told.end + 1) and grammar.this.match(text, _after(grammar, text, told.end)):
        return "it was this page that took its place"
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
    """Whether what looks like a plan is the end of a page: "will no longer be updated" is no condition."""
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
        for begins in _beginnings(text, start):
            if (found := grammar.mark.match(text, begins)) and _ended(text, found.end(), grammar):
                return Told(grammar, found.start(), found.end(), f"a mark: {found['word']}")
        if name and (mark := _suffix(text, grammar)):
            return Told(grammar, mark[0], mark[1], f"a mark in its name: {text[mark[0] : mark[1]]}")
    return None


def _status_ends(text: str, grammar: Grammar) -> int | None:
    """Where the label of a status at the beginning of a line ends, behind its colon, or at the end of the line; None without one."""
    status = grammar.status.match(text)
    rest = _LABEL.match(text, status.end()) if status else None
    return rest.end() if rest else None


def _begins(text: str, at: int = 0) -> int:
    """Where the words of a line begin."""
    found = _LEAD.match(text, at)
    return found.end() if found else at


def _beginnings(text: str, start: int) -> Iterator[int]:
    """Where a mark may begin: at the beginning of a line, or behind a word such as "Please note:"."""
    yield start
    if lead := _NOTICE.match(text, start):
        yield lead.end()


def _suffix(text: str, grammar: Grammar) -> tuple[int, int] | None:
    """A mark in brackets in a name, or behind a dash at its end."""
    for opened in re.finditer(r"[\[(]\s*|\s[–—-]\s+", text):
        found = grammar.mark.match(text, opened.end())
        if found is None:
            continue
        closed = _CLOSED.match(text, found.end()) if opened.group()[0] in "[(" else None
        rest = closed[1] if closed else text[found.end() :]
        if not rest.strip(" .!*_") or (closed and (dates.find(rest) or grammar.by.match(text, found.end() + 1))):
            return found.span()
    return None


def _ended(text: str, end: int, grammar: Grammar) -> bool:
    """Whether a mark is all that its line begins with: what follows is a mark of punctuation, a date, "by" something, or a noun of the
    page's own at the end."""
    rest = text[end:]
    if _ENDS.match(rest):
        return True
    if grammar.by.match(text, end + 1):
        return True
    if (noun := grammar.noun.match(text, end + 1)) and _ENDS.match(text, noun.end()):
        return not noun.group().lower().endswith("s")
    first = dates.find(rest[:60])
    return bool(first) and len(rest[: first[0].start].split()) <= 2


class Names:
    """What the page is called: its title, its main heading, the end of its address; whether it ``records`` what was said elsewhere."""

    def __init__(self, document: Document, heading: str) -> None:
        """Gather the words of its names."""
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

    def noun(self, text: str, grammar: Grammar) -> bool:
        """Whether a noun that the sentence calls its subject stands in the page's own name: "Form 12", "this form"."""
        return any(found.group().lower() in self.words for found in grammar.noun.finditer(text))

    def means(self, before: str, grammar: Grammar) -> bool:
        """Whether these words, the subject of a sentence, are the page's name or its number, and the name is not itself news of it."""
        subject = _TOKEN.findall(before)
        if not 0 < len(subject) <= _SUBJECT or grammar.active.search(self._names) or grammar.this.search(before):
            return False
        if grammar.sieve.passes(self._names):
            return False
        content = [word.lower() for word in subject if len(word) > 3 or any(letter.isdigit() for letter in word)]
        if not content or not all(word in self.words for word in content):
            return False
        return len(content) > 1 or (
            _CODE.fullmatch(content[0]) is not None and not content[0].isdigit() and content[0] == subject[0].lower()
        )
