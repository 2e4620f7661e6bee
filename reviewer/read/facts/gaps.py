"""What a page announces and does not give: a list, an address, a video, the value of a label; placeholders and dates that cannot be.

A careful person notices these at once; they are usually what an editor or a converter lost on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from reviewer import dates
from reviewer.model import Gap, GapKind, Region
from reviewer.read.contacts.values import EMAIL, addresses
from reviewer.read.document import BlockKind, Document, Hints
from reviewer.read.gaps.undated import STEM, undated
from reviewer.read.sentences import Line, lines, sentences, sifted
from reviewer.read.sieves import Sieve

MOST: Final = 200
"""Gaps told of one page: more are a template, told well enough by the first."""
ASKED: Final = 400
"""Lines with a word that asks for a date in which it is looked for."""
_QUOTED: Final = 200
_ANNOUNCES: Final = re.compile(
    r"(?:\bsee also|\bfollowing(?: [\w-]+){0,5}|\binclud(?:e|es|ing)|\bcontains?|\bconsists? of|\bsuch as|\bform of|\bcomprises?|"
    r"\bas follows|\bare|\bshould(?: be)?|\bmust|\bneed to|\bbelow|\bthese [\w-]+|"
    r"\b(?:key|main) [\w-]+|\bfurther (?:information|reading|resources)|\buseful (?:links|resources)|\bgweler hefyd|\bcanlynol|"
    r"\bsiehe auch|\bfolgende[nrs]?(?: [\w-]+){0,3}|\bvoir aussi|\bsuivante?s?(?: [\w-]+){0,3}|"
    r"\bvéase también|\bsiguientes?(?: [\w-]+){0,3})\s?:$",
    re.IGNORECASE,
)
_INSTEAD: Final = frozenset({BlockKind.MEDIA, BlockKind.CODE})
"""What may stand for a list."""
_ADDRESS_DUE: Final = re.compile(
    r"\b(?:(?:please )?(?:e-?mail|telephone|phone|ring)(?: us| them| me)?(?: (?:at|on|to))?|contact(?: us| them| me|"
    r" the [\w ]{1,40}?)? (?:at|on|via|by e-?mail(?: at)?)|(?:addressed|sent|directed|submitted) to|"
    r"write to(?: us at)?|e-bostiwch|(?:cysylltwch â|cysylltu â)(?: ni)?(?: ar| yn)?|e-mail an|wenden sie sich (?:bitte )?an|écri(?:vez|"
    r"re) à|contacte[rz](?:-nous)?(?: à| au)|escriba a)\s?[:.]?$",
    re.IGNORECASE,
)
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
_DATE_LETTERS: Final = ("yyyy", "/yy", "xx/xx", "xx.xx", "xx-xx", "jjjj", "aaaa")
_LEADING_ON: Final = frozenset(
    {"at", "on", "to", "via", "by", "email", "e-mail", "mail", "us", "yn", "ar", "à", "ni", "phone", "telephone", "e-bostiwch"}
)
"""Last words after which an address is due though there is no colon."""
_SHOWS: Final = frozenset({"video", "audio", "iframe", "embed", "object", "lite-youtube", "youtube-video"})
_PLAYERS: Final = ("youtu", "vimeo", "soundcloud", ".mp4", ".mp3", ".webm", "teams.microsoft", "stream", "video", "podcast", "recording")
_LABEL: Final = re.compile(
    r"^[\s*_|•-]*((?:(?:next|date of|date|last|page|policy|document|content|planned|scheduled|due|future|to be) ){0,4}(?:review(?:ed)?|"
    r"updated?|published|publication|expiry|expires|revision|effective|issue)"
    r"(?: (?:date|due|on|by|next|last|review))*|(?:(?:page|policy|document|content|guideline) )?(?:owner|author|contact|lead)|"
    r"version(?: number)?|dyddiad adolygu|adolygiad nesaf|nächste (?:prüfung|überprüfung)|"
    r"prochaine révision|date de révision|próxima revisión|fecha de revisión)\s?:[\s*_|]*$",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(_LABEL.pattern.removesuffix(r"[\s*_|]*$") + r"\s", re.IGNORECASE)
"""A label of the page with its value, which is no list."""
_PLACEHOLDER: Final = re.compile(
    r"\[(?:(?:insert|add|enter|your|the|link|review|publication|next|name of|details of) ?)*(?:date|name|title|link|url|e-?mail|address|"
    r"telephone|number|organisation|contact|here|month|year|text|details|owner|datum|nom|nombre|fecha)s?(?: here)?\](?!\()|"
    r"[\[<{](?:insert|enter|add|type) [\w ]{1,40}[\]>}]|\blorem ipsum dolor\b|(?<!\w)\{\{ ?[\w. ]{1,40} ?\}\}",
    re.IGNORECASE,
)
_DATE_SHAPE: Final = re.compile(
    r":\s*[\[(<]?(?:YYYY-MM-DD|DD[/.-]MM[/.-]YY(?:YY)?|MM[/.-]DD[/.-]YYYY|XX[/.-]XX[/.-]XX(?:XX)?|TT\.MM\.JJJJ|JJ/MM/AAAA|DD/MM/AAAA|"
    r"(?:DD )?Month YYYY)(?!\w)",
    re.IGNORECASE,
)
_SHAPE_MEANT: Final = re.compile(r"\bformat|\bform of\b|e\.g\.|for example|such as|\btemplate|\bplaceholder|\bexample", re.IGNORECASE)

_TRIM: Final = "*_| "
"""What may stand behind the colon of a label in Markdown and in tables."""
_SHAPED: Final = Sieve(_MEDIA, _PLACEHOLDER, _DATE_SHAPE, common=True)
_ASKED: Final = Sieve(STEM, common=True)


def facts(document: Document, hints: Hints) -> Iterable[Gap]:
    """The gaps of a page, each once, in reading order."""
    del hints
    found: list[Gap] = []
    budget = ASKED
    shaped, asked = set(_SHAPED.among(sifted(document))), set(_ASKED.among(sifted(document)))
    menu = Region.NAV
    rows = lines(document)
    for number, line in enumerate(rows):
        if line.block.region is menu:
            continue
        if _open_ended(line.text):
            after = next((rows[at] for at in range(number + 1, len(rows)) if rows[at].block.region is not menu), None)
            found += [Gap(kind, quote[:_QUOTED], line.block.place) for kind, quote in _at_end(document, line, after)]
        if number in shaped:
            found += [Gap(kind, quote[:_QUOTED], line.block.place) for kind, quote in _within(document, line)]
        if number in asked and budget > 0:
            budget -= 1
            after = next((rows[at] for at in range(number + 1, len(rows)) if rows[at].block.region is not menu), None)
            found += [Gap(kind, quote[:_QUOTED], line.block.place) for kind, quote in undated(line, after)]
        if len(found) >= MOST:
            break
    return list(dict.fromkeys(found))[:MOST]


def _within(document: Document, line: Line) -> Iterator[tuple[GapKind, str]]:
    """The gaps in the words of one line."""
    text = line.text
    low = text.lower()
    if any(word in low for word in _RECORDINGS):
        for found in islice(_MEDIA.finditer(text), 1):
            if not _media_near(document, line):
                yield GapKind.MISSING_MEDIA, _sentence_of(text, found.start())
    shapes = [_PLACEHOLDER] if any(mark in low for mark in ("[", "{{", "<", "lorem")) else []
    shapes += [_DATE_SHAPE] if any(mark in low for mark in _DATE_LETTERS) else []
    for shape in shapes:
        for found in islice(shape.finditer(text), 20):
            if not _SHAPE_MEANT.search(text[max(0, found.start() - 80) : found.end() + 80]):
                yield GapKind.PLACEHOLDER, _sentence_of(text, found.start())


def _open_ended(text: str) -> bool:
    """Whether the end of a line leads on to something: by a colon, or by a word after which more must come."""
    if text[-1] in ":*_| " and (text[-1] == ":" or (len(text) < 80 and text.rstrip(_TRIM).endswith(":"))):
        return True
    return text[text.rfind(" ") + 1 :].lower().strip(".") in _LEADING_ON  # the last word, without its full stop


def _at_end(document: Document, line: Line, after: Line | None) -> Iterator[tuple[GapKind, str]]:
    """The gap that the end of a line opens: a label, an announcement."""
    text = line.text
    label = _LABEL.match(text) if len(text) < 80 and text.rstrip(_TRIM).endswith(":") else None
    if label is not None:
        if _nothing_beside(line, after):
            yield GapKind.LABEL_WITHOUT_VALUE, text
        return
    tail = text[-120:]
    if _ADDRESS_DUE.search(tail) and not _address_here(document, line) and not (after and _gives_address(document, after)):
        yield GapKind.MISSING_ADDRESS, _last_sentence(text)
    elif _ANNOUNCES.search(tail) and _no_list(document, line, after):
        yield GapKind.MISSING_LIST, _last_sentence(text)


def _nothing_beside(line: Line, after: Line | None) -> bool:
    """Whether a label has no value: nothing follows, or a heading, or another label."""
    cell = line.block.cell
    if after is None:
        return True
    if cell is not None:
        return after.block.cell is None or (after.block.cell.table, after.block.cell.row) != (cell.table, cell.row)
    return (
        after.block.kind in {BlockKind.HEADING, BlockKind.TERM}
        or after.text.rstrip(" *_").endswith(":")
        or after.block.region is not line.block.region
    )


def _no_list(document: Document, line: Line, after: Line | None) -> bool:
    """Whether no list comes after an announcement: the end, a heading, another announcement, or plain running text."""
    stop = after.number if after is not None else len(document.blocks)
    if line.block.cell is not None or any(block.kind in _INSTEAD for block in document.blocks[line.number + 1 : stop]):
        return False
    if after is None or (after.block.region is Region.FOOTER and line.block.region is not Region.FOOTER):
        return True
    if after.block.kind is BlockKind.HEADING:
        return after.block.level <= (line.block.level or 2)
    if after.block.kind is not BlockKind.PARAGRAPH or line.block.kind is not BlockKind.PARAGRAPH or after.number == line.number:
        return False
    if after.text.endswith(":") or _LABELLED.match(after.text):
        return True
    running = len(after.text) > 80 and after.text.endswith(".") and after.text[0].isupper()
    return running and len(after.block.links) < 3


def _address_here(document: Document, line: Line) -> bool:
    """Whether the line itself has a mail or phone link or an address."""
    return (
        any(document.links[index].href.lower().startswith(("mailto:", "tel:")) for index in line.block.links)
        or EMAIL.search(line.text) is not None
    )


def _gives_address(document: Document, line: Line) -> bool:
    """Whether the next line is what the announcement speaks of: an address, a number, a link, or a short line such as a postal address."""
    short = len(line.text) < 60 and line.block.kind is not BlockKind.HEADING and not line.text.endswith((":", "."))
    return (short and not dates.find(line.text)) or bool(addresses(line.text)) or _address_here(document, line)


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
