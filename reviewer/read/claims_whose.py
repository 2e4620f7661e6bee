"""Whose date is it? A label with a date is the page's own only when the words around it do not give it to something else."""

from __future__ import annotations

import re
from typing import Final

from reviewer.model import DateKind
from reviewer.read.claims_labels import ELSEWHERE, NOT_THE_PAGE, OF_PRICES, OTHER_DOCUMENT, PLAIN, PLAIN_WORDS, PRONOUN, SUBJECT, Label
from reviewer.read.claims_lines import Line
from reviewer.read.document import BlockKind

_BEFORE: Final = 200
_SENTENCE: Final = re.compile(r"(?<=[a-zà-ÿ)])[.!?] (?=[A-Z])")
_CLAUSE: Final = re.compile(r"[.:;!?|•·–—\[\]*>\"“”/()]|\d(?=\W*$)|,(?=\s*$)|\d{4}(?=\W{1,3}(?:and|und|et|y|a|ac)\s*$)")
_WORD: Final = re.compile(r"[^\W\d_][\w'-]*")
_LONG_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_FIELD: Final = re.compile(r"(?:\s?\([^()]{0,40}\))?\s?[:=]")
_CAPITAL: Final = re.compile(r"[A-ZÀ-Þ]")
_ADOPTED: Final = re.compile(r"adopted|approved|ratified|agreed", re.IGNORECASE)
_SOFTWARE: Final = re.compile(r"\bv(?:ersion)? ?\d{1,4}\.\d{1,4}\.\d{1,6}\W{1,3}$", re.IGNORECASE)
_COMING: Final = re.compile(
    r"\b(?:next|(?-i:will|to|must|should|shall|would|may|might|can|could))(?: not)?(?: (?:also|then|next|again|first|only))?"
    r"(?: be| have been)?(?: (?:next|fully|formally|first|also|then|again|regularly))?\s$",
    re.IGNORECASE,
)
"""Words before a label that make it a thing still to be done ("will be updated", "must be published")."""
_DONE: Final = frozenset({DateKind.UPDATED, DateKind.PUBLISHED, DateKind.LAST_REVIEWED})
_GLUE: Final = re.compile(r"[a-zà-ÿ\d]")


def not_ours(line: Line, label: Label, start: int, end: int) -> str | None:
    """Why the date of the label at ``line.text[start:end]`` is not the page's, or None when it is."""
    text = line.text
    if OF_PRICES.search(text[end : end + _BEFORE]):
        return "the words behind it speak of prices or offers"
    before = text[max(0, start - _BEFORE) : start]
    other = ELSEWHERE.search(before)
    if other and not (other.group().startswith("meeting") and _ADOPTED.search(before)):
        return "the words before it speak of something else, or of an example"
    if label.kind in _DONE and text[start : start + 1].islower() and _COMING.search(before[-60:]):
        return "it is still to be done"
    # A wrapped line goes on in lower case; any other newline begins a new thing.
    breaks = [at for at in line.breaks if at < start and not text[at + 1 : at + 2].islower()]
    clause = text[max(breaks[-1] + 1 if breaks else 0, start - _BEFORE) : start]
    sentence = _SENTENCE.split(clause)[-1]
    cut = max((found.end() for found in _CLAUSE.finditer(clause)), default=0)
    words = [word.lower() for word in _WORD.findall(clause[cut:])]
    ours = bool(SUBJECT.search(sentence)) or _pronoun(sentence)
    field = bool(_FIELD.match(text, end))
    if label.said:
        plain = all(word in PLAIN_WORDS for word in words)
        listed = text[start : start + 5].lower() == "to be"  # "Policy to be reviewed May 2027", "adopted May 2024, to be reviewed ..."
        alone = plain and (field or listed or not sentence.strip())
        return None if ours or alone else "the sentence does not speak of this page"
    if label.kind is DateKind.UPDATED and _SOFTWARE.search(clause):
        return "it is the date of a piece of software"
    if not words or (start > 0 and _GLUE.match(text, start - 1)):
        return _attached(line, start, clause)
    last = [word for word in words if word not in PLAIN_WORDS][-1:]
    fresh = bool(_CAPITAL.match(text, start)) and _WORD.findall(clause)[-1].islower()  # "every ward Review due": a new field begins
    if fresh:
        return None
    if words[-1] in NOT_THE_PAGE or (last and last[0] in NOT_THE_PAGE and words[-1] in PLAIN_WORDS):
        return f"it is the date of something else ({(last or words[-1:])[0]})"
    if ours or not last:
        return None
    if (field or _CAPITAL.match(text, start)) and (label.strength >= PLAIN or label.kind is DateKind.PUBLISHED):
        return None  # a field of a form that lost its lines: "Owner Head of Estates Review Date July 2025"
    return f"the words before it make it something else's ({' '.join(words[-4:])})"


def _pronoun(sentence: str) -> bool:
    """Whether the sentence begins with "It" or "This" and goes on without a noun ("This was last", not "This bursary programme")."""
    found = PRONOUN.match(sentence)
    return found is not None and all(word in PLAIN_WORDS for word in _WORD.findall(found["rest"].lower()))


def _attached(line: Line, start: int, clause: str) -> str | None:
    """Why a label at the beginning of a clause is still another document's: it stands behind that one's name or link."""
    before = clause.rstrip()
    named = before[:-1].strip() if before.endswith(("(", "[")) else ""
    if named and OTHER_DOCUMENT.search(named) and not SUBJECT.search(named):
        return "it stands behind the name of another document"
    if line.block.links and line.block.kind is BlockKind.ITEM and start > 12 and _LONG_WORD.search(clause) and not SUBJECT.search(clause):
        return "it stands behind a link to another document"
    return None
