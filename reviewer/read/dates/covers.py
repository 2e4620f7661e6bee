"""Dates that stand alone where a page says when it was published: under its title, and under the signature at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from reviewer import dates
from reviewer.model import DateClaim, DateKind, Precision, Region
from reviewer.read.dates.choice import Found
from reviewer.read.dates.senses import WEAK
from reviewer.read.dates.tokens import tokens
from reviewer.read.dates.values import Reading
from reviewer.read.document import Block, BlockKind, Document
from reviewer.read.genre import Genre, dateline, kind

_HEADING: Final = BlockKind.HEADING
_PLAIN: Final = (BlockKind.PARAGRAPH, _HEADING)
_COVER: Final = 4
"""Blocks at the head of a page that may be its cover."""
_SUBTITLES: Final = 2
"""Lines under a title of which one can be a date; the third is the foot of a cover, where a month stands."""
_LONGEST: Final = 70
_NAME: Final = re.compile(r"[^\W\d_][^\d:;!?]{2,60}")
_BYLINE: Final = re.compile(r"(?:by|von|par|por|door|di|av|af)\s[^\d:;!?.]{3,50}[,|·•–—-]\s?", re.IGNORECASE)
"""A name before the date: "By Ann Berg, 4 May 2030"."""
_PLACE: Final = re.compile(r"^[A-ZÀ-Þ][^\W\d_]+(?:[ -][^\W\d_]+){0,2}(?:, |\s?[–—(]\s?)(?=\d|[A-ZÀ-Þ])")
"""The place of a dateline: "Kiel, 4 May 2030"."""
_BODY: Final = re.compile(
    r"(?:[A-ZÀ-Þ][^\W\d_]+[ ,&]{1,2}(?:(?:of|for|and|the|de|du|für|und|der|des)\s){0,2}){0,5}[A-ZÀ-Þ][^\W\d_]+, (?=[^\W\d_]+ \d{4}$)"
)
"""Whose it is, before the month: "Harbour Office, May 2030"."""
_OF: Final = re.compile(r"(?:vom|du|del|de|van|av|af|of|z dnia)\s(?P<day>[^,(]{6,24})(?=[,(]|$)", re.IGNORECASE)
"""The day of a law under its name: "vom 3. Mai 2030, zuletzt geändert ..."."""
_PARTED: Final = re.compile(r"\s[|·•–—]\s|\s[|·•]|(?:^|\s[|·•–—]\s|,\s)\d{1,2}[ -]min\w*(?: \w+)?$")
_PIECES: Final = 4
"""Pieces of the line with an author and a date ("By Ann Berg | 3 May 2030 | News")."""
_ENDS: Final = re.compile(r"[\W_]*")
_CONCEPTS: Final = ("review.", "check.", "update.", "expire.")
_ASPECTS: Final = frozenset({"next", "last", "due"})
_NOT_PUBLISHED: Final = frozenset({Genre.MEETING, Genre.CERTIFICATE})


def found(document: Document, reading: Reading) -> Iterator[Found]:
    """The date alone on the line under the title, or alone on the last line under a name: when the page was published."""
    if kind(document).genre in _NOT_PUBLISHED:
        return
    first, last = _ends(document.blocks), _ends(reversed(document.blocks))[::-1]
    head = [(block, row) for block in first for row in block.text.split("\n")[:_COVER]][:_COVER]
    title = next(
        (at for at, (block, row) in enumerate(head) if row == document.title or (block.kind is _HEADING and block.level <= 1)), _COVER
    )
    for at, (block, row) in enumerate(head[title + 1 : title + 4]):
        claim = _alone(block, _dated(document, row), reading)
        if claim is None and at == 0 and (law := _OF.match(row)):
            claim = _alone(block, law["day"].strip(), reading)
        if claim is None and (body := _BODY.match(row)):
            claim = _alone(block, row[body.end() :], reading)
            claim = claim if claim and claim.date.precision is Precision.MONTH else None
        if claim and (at < _SUBTITLES or claim.date.precision is Precision.MONTH):
            if any(_labels(other) for _, other in head[title + at + 2 : title + at + 3]):
                return  # a value above its label: "3 May 2030", and below it "Next review"
            yield Found(claim, WEAK, "a date alone under the title", block)
            return
        if block.kind is _HEADING or row.endswith(":") or len(row) > (2 * _LONGEST if at < _SUBTITLES else _LONGEST):
            break
    if title == 1 and (claim := _alone(*head[0], reading)):
        yield Found(claim, WEAK, "a date alone over the title", head[0][0])
        return
    foot = [(block, row) for block in last for row in block.text.split("\n")[-_COVER:]][-2:]
    if len(foot) > 1 and _signs(*foot[0], heads=foot[1][0].kind is _HEADING) and (claim := _alone(*foot[1], reading)):
        yield Found(claim, WEAK, "a date alone under a signature", foot[1][0])


def _signs(block: Block, row: str, *, heads: bool) -> bool:
    """Whether a line may be a signature: words without a number, no label, and no heading, unless its
    day is set as one, too (``heads``)."""
    return (heads or block.kind is not _HEADING) and _NAME.fullmatch(row) is not None and not row.endswith((".", ":")) and not _labels(row)


def _labels(row: str) -> bool:
    """Whether a short line has the words of a label for another date than that of publication ("Next review", "Due")."""
    words = tokens(row, 0, len(row)) if len(row) <= _LONGEST else []
    if not words:
        return False
    ends = any(tag.startswith(_CONCEPTS) for tag in words[-1].tags)
    return ends or (all(word.tags for word in words) and any(not _ASPECTS.isdisjoint(word.tags) for word in words))


def _dated(document: Document, row: str) -> str:
    """A line without the place that stands before the day of a piece of news ("Kiel, 4 May 2030")."""
    place = _PLACE.match(row) if len(row) <= _LONGEST else None
    if place is None or not (kind(document).genre is Genre.NEWS or dateline(document)):
        return row
    return row[place.end() :]


def _ends(blocks: Iterable[Block]) -> list[Block]:
    """The first blocks of plain text of the main part, in the order given."""
    return list(islice((block for block in blocks if block.region is Region.MAIN and block.text and block.kind in _PLAIN), _COVER))


def _alone(block: Block, row: str, reading: Reading) -> DateClaim | None:
    """The claim of a line that is nothing but a month or day with its year; an event's has a weekday or a time."""
    if len(row) > _LONGEST:
        return None
    if line := _BYLINE.match(row):
        row = row[line.end() :]
    pieces = _PARTED.split(row)
    if len(pieces) > 1:
        rest = [piece for piece in pieces if any(letter.isdigit() for letter in piece)]
        if len(rest) != 1 or len(pieces) > _PIECES:
            return None  # an event has an hour and a place
        row = rest[0]
    for day in dates.find(row, order=reading.way.order, lang=reading.lang)[:1]:
        if (
            day.start
            or not _ENDS.fullmatch(row, day.end)
            or day.date.precision not in {Precision.DAY, Precision.MONTH}
            or not row[0].isalnum()
        ):
            return None
        if row[:2].isalpha() and day.date.day is not None and row.partition(" ")[0].rstrip(",.").lower() in _WEEKDAYS:
            return None
        return DateClaim(DateKind.PUBLISHED, day.date, row, block.place, ambiguous=day.other is not None, other=day.other)
    return None


_WEEKDAYS: Final = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun"}
)
