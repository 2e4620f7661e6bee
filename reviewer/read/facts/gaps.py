"""What a page announces and does not give: a list, an address, a video, the value of a label; placeholders and dates that cannot be.

A careful person notices these at once; they are usually what an editor or a converter lost on the way. A gap is told when the words ask the
reader to do something that the page then makes impossible, or when it was the owner who had to fill something in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from reviewer.model import Gap, GapKind, Region
from reviewer.read.document import BlockKind, Document, Hints
from reviewer.read.gaps import below, blanks, lists, pieces, requests, values
from reviewer.read.gaps.undated import STEM, undated
from reviewer.read.sentences import Line, lines, sentences, sifted
from reviewer.read.sieves import Sieve

MOST: Final = 200
"""Gaps told of one page: more are a template, told well enough by the first."""
ASKED: Final = 400
"""Lines with a word that asks for a date in which it is looked for."""
FILLED: Final = 8
"""Placeholders of a page that was never filled in at all: of more the first is told, for it is one matter."""
_QUOTED: Final = 200
_MEDIA: Final = re.compile(
    r"\b(?:(?:in|watch|see|view|play|listen to|hear) (?:the|this|our) (?:\w+ )?(?:videos?|films?|recordings?|podcasts?|animations?|"
    r"webinars?|clips?)(?: presentation)?(?: \w+)? (?:below|above)|"
    r"(?:the|this) (?:below|following|above) (?:\w+ )?(?:videos?|films?|recordings?|podcasts?|animations?|clips?)|(?:the|this|"
    r"our) (?:short )?(?:videos?|films?|podcasts?|animations?) (?:below|above)|"
    r"(?:video|film) (?:below|isod)|fideo isod|im (?:folgenden|nachstehenden) video|(?:vidéo|video) (?:ci-dessous|ci-dessus|siguiente|"
    r"a continuación))\b",
    re.IGNORECASE,
)
_RECORDINGS: Final = ("video", "vidéo", "fideo", "film", "recording", "podcast", "animation", "webinar", "clip")
_SHOWS: Final = frozenset({"video", "audio", "iframe", "embed", "object", "lite-youtube", "youtube-video"})
_PLAYERS: Final = ("youtu", "vimeo", "soundcloud", ".mp4", ".mp3", ".webm", "teams.microsoft", "stream", "video", "podcast", "recording")
_SHAPED: Final = Sieve(
    _MEDIA, pieces.ANNOUNCED, below.BELOW, blanks.PLACEHOLDER, blanks.DATE_SHAPE, requests.HOLE, values.CROSSED, requests.HERE
)
_PUT_OFF: Final = Sieve(values.LATER)
"""Prose passes it, since it has words of two letters: by itself, so that the dear patterns above are not tried on all prose."""
_ASKED: Final = Sieve(STEM)


def facts(document: Document, hints: Hints) -> Iterable[Gap]:
    """The gaps of a page, each once, in reading order."""
    del hints
    found: list[Gap] = []
    shaped, put_off = set(_SHAPED.among(sifted(document))), set(_PUT_OFF.among(sifted(document)))
    asked = set(_ASKED.among(sifted(document))[:ASKED])
    every = [(number, line) for number, line in enumerate(lines(document)) if line.block.region is not Region.NAV]
    rows = [line for _, line in every]
    form = blanks.is_form(document)
    empty = 0
    for at, (number, line) in enumerate(every):
        told = list(_at_end(document, rows, at))
        if number in shaped:
            told += [(GapKind.MISSING_ADDRESS, quote) for quote in requests.lost(document, line)]
            told += _within(document, line, form=form)
        if number in put_off and not form and not told:
            hollow = values.hollow(line, rows[at - 1] if at else None) or values.put_off(document, line)
            told += [(GapKind.PLACEHOLDER, hollow)] if hollow else []
        if told:
            empty += sum(kind is GapKind.PLACEHOLDER for kind, _ in told)
            form = form or empty > FILLED  # no further one is told
        if number in asked:
            told += undated(line, rows[at + 1] if at + 1 < len(rows) else None)
        found += [Gap(kind, quote[:_QUOTED], line.block.place) for kind, quote in told]
        if len(found) >= MOST:
            break
    found += [Gap(GapKind.EMPTY_SECTION, block.text[:_QUOTED], block.place) for block in pieces.empty_sections(document)]
    return _counted(list(dict.fromkeys(found))[:MOST])


def _counted(gaps: list[Gap]) -> list[Gap]:
    """The gaps, the placeholders of a page that was never filled in as one."""
    unfilled = [gap for gap in gaps if gap.kind is GapKind.PLACEHOLDER]
    return gaps if len(unfilled) <= FILLED else [gap for gap in gaps if gap.kind is not GapKind.PLACEHOLDER or gap is unfilled[0]]


def _at_end(document: Document, rows: Sequence[Line], at: int) -> Iterator[tuple[GapKind, str]]:
    """The gap that the end of a line opens: a label, a request, an announcement."""
    line = rows[at]
    text = line.text
    after = rows[at + 1] if at + 1 < len(rows) else None
    if blanks.unfilled(document, line, after):
        yield GapKind.LABEL_WITHOUT_VALUE, text
    elif lists.LISTED.search(text[-120:]) and not pieces.ANNOUNCED.search(text) and lists.nothing_below(document, line, after):
        yield GapKind.MISSING_LIST, _last_sentence(text)
    elif not requests.leads_on(text) or blanks.is_label(text):
        return
    elif document.content_type in pieces.HTML and pieces.without_files(document, line):
        yield GapKind.MISSING_THING, _last_sentence(text)
    elif requests.due(line):
        if not requests.answered(document, rows, at):
            yield GapKind.MISSING_ADDRESS, _last_sentence(text)
    elif lists.ANNOUNCES.search(text[-120:]) and not pieces.ANNOUNCED.search(text) and lists.missing(document, line, after):
        yield GapKind.MISSING_LIST, _last_sentence(text)
    elif text.endswith(":") and not pieces.ANNOUNCED.search(text) and lists.open_ended(document, line, after):
        yield GapKind.LABEL_WITHOUT_VALUE, _last_sentence(text)


def _within(document: Document, line: Line, *, form: bool) -> Iterator[tuple[GapKind, str]]:
    """The gaps in the words of one line."""
    text = line.text
    low = text.lower()
    if any(word in low for word in _RECORDINGS):
        for found in islice(_MEDIA.finditer(text), 1):
            if not _media_near(document, line):
                yield GapKind.MISSING_MEDIA, _sentence_of(text, found.start())
    starts = list(pieces.told(document, line))
    if document.content_type in pieces.HTML:
        starts = starts or list(below.missing(document, line))
    for start in starts:
        yield GapKind.MISSING_THING, _sentence_of(text, start)
    for start in blanks.placeholders(line, form=form):
        yield GapKind.PLACEHOLDER, _sentence_of(text, start)


def _media_near(document: Document, line: Line) -> bool:
    """Whether a player, or a link to a recording, stands anywhere on the page: pages put them where they like."""
    if document.content_type not in {"text/html", "text/plain", "application/xhtml+xml"}:
        return True
    if any(block.kind is BlockKind.MEDIA and block.element in _SHOWS for block in document.blocks):
        return True
    near = document.blocks[max(0, line.number - 3) : line.number + 6]
    return any(any(mark in document.links[index].href.lower() for mark in _PLAYERS) for block in near for index in block.links)


def _last_sentence(text: str) -> str:
    """The sentence that ends the line."""
    tail = text[-_QUOTED * 4 :]
    start, end = list(sentences(tail))[-1]
    return tail[start:end][-_QUOTED:]


def _sentence_of(text: str, at: int) -> str:
    """The sentence around one place of the line, or a piece of it when it is long."""
    low = max(0, at - 400)
    piece = text[low : at + 400]
    at -= low
    start, end = [span for span in sentences(piece) if span[0] <= at][-1]
    return piece[start:end] if end - start <= _QUOTED else piece[max(start, at - 80) : min(end, at + 120)].strip()
