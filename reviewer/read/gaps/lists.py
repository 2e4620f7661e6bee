"""Where a list is announced and none comes. It may be given as items, a table, paragraphs, headings, a picture or an accordion: it is
missing only where the section or the page ends at once, or another announcement follows."""

from __future__ import annotations

import re
from typing import Final

from reviewer.model import Region
from reviewer.read.document import BlockKind, Document
from reviewer.read.sentences import Line

ANNOUNCES: Final = re.compile(
    r"(?:\bsee also|\bfollowing(?: [\w-]+){0,5}|\binclud(?:e|es|ing)|\bcontains?|\bconsists? of|\bsuch as|\bform of|\bcomprises?|"
    r"these forms|\bas follows|\bbelow|\byou(?:'ll| will)? need(?: to bring)?|\bplease bring|"
    r"\bfurther (?:information|reading|resources)|\buseful (?:links|resources)|\bgweler hefyd|\bcanlynol(?: \w+){0,2}|"
    r"\bsiehe auch|\bfolgende[nrs]?(?: [\w-]+){0,3}|\bsie (?:benötigen|brauchen)|\bvoir aussi|\bsuivante?s?(?: [\w-]+){0,3}|"
    r"\bvous aurez besoin de|\bvéase también|\bsiguientes?(?: [\w-]+){0,3}|\bnecesita(?:rá)?|\bvolgende(?: [\w-]+){0,3}|\bu hebt nodig|"
    r"\bseguent[ei](?: [\w-]+){0,3}|\bservono|\bseguintes?(?: [\w-]+){0,3}|\bprecisa de|\bsegüents?(?: [\w-]+){0,3}|"
    r"\bf[öø]l(?:jande|gende)(?: [\w-]+){0,3}|\bdu (?:behöver|trenger|skal bruge)|\bnastępując\w+(?: [\w-]+){0,3})\s?:[*_ ]{0,3}$",
    re.IGNORECASE,
)
LISTED: Final = re.compile(
    r"\b(?:is|are|can be found|will be)(?: \w+)? (?:listed|shown|set out|given|outlined|detailed|described|summari[sz]ed|displayed) "
    r"below\.?$",
    re.IGNORECASE,
)
"""A sentence that says that something comes next."""
_APART: Final = re.compile(
    r"(?:contact|cysylltu|kontakt|nous contacter|contatt|ota yhteyttä|what happens|how (?:long|to apply|to contact|much)|next steps|"
    r"opening|parking|getting (?:here|there|to)|how to get|directions|travel|fees|costs?|"
    r"when to|where to|find us|beth sy|qui contacter|weitere)",
    re.IGNORECASE,
)
"""How headings begin that are no item of a list."""
_CLICKED: Final = re.compile(r"\b(?:links? (?:below|here)|following (?:links?|address|number)|please visit|click on)\b")
"""What is announced is to be clicked or written to: nobody gives that as sections of a page."""
_LAST: Final = 80
"""Characters of the end of a line in which that is said."""
_INSTEAD: Final = (BlockKind.MEDIA, BlockKind.CODE)
"""What may stand for a list."""
_DATED: Final = re.compile(r"[^.:\n]{3,40}: [^.:\n]{0,30}\b(?:19|20)\d\d")
"""A label with a date is the page's own record, and no item of a list."""
_SENTENCE: Final = 4
"""Words of a line that is a sentence, and no heading or label."""
_IS: Final = re.compile(r"\w+ \w+ (?:is|are|sind|sont|son|sono|zijn|são|är|er|są)\s?:[*_ ]*$", re.IGNORECASE)
"""A short sentence all the same."""
_SHARES: Final = re.compile(
    r"\b(?:share|like|tag|tagged|posted|filed|related|follow|comment|print|subscribe|recent|latest|sponsor|by)\b", re.IGNORECASE
)
"""Words of lines behind which systems put buttons."""
_RUNNING: Final = (BlockKind.PARAGRAPH, BlockKind.ITEM)


def open_ended(document: Document, line: Line, after: Line | None) -> bool:
    """Whether a sentence ends with a colon, and with that its section or the page: "A spare key is with:"."""
    if (
        line.block.kind not in _RUNNING
        or line.block.links
        or (len(line.text.split()) < _SENTENCE and _IS.search(line.text) is None)
        or _SHARES.search(line.text)
    ):
        return False
    stop = after.number if after is not None else len(document.blocks)
    if any(block.kind in _INSTEAD or block.links for block in document.blocks[line.number + 1 : stop]):
        return False
    if any(line.number < box <= stop for box in document.boxes):
        return False
    if after is None:
        return False  # where a text was cut off, so was its announcement
    ends = after.block.region is not line.block.region and after.block.region is not Region.ASIDE
    return ends or (after.block.kind is BlockKind.HEADING and _closes(document, line, after))


def nothing_below(document: Document, line: Line, after: Line | None) -> bool:
    """Whether the section of a line ends with it, though it says that something stands below."""
    if line.block.kind is not BlockKind.PARAGRAPH or line.block.links or after is None or after.block.kind is not BlockKind.HEADING:
        return False
    between = document.blocks[line.number + 1 : after.number]
    return not between and not any(line.number < box <= after.number for box in document.boxes) and _closes(document, line, after)


def missing(document: Document, line: Line, after: Line | None) -> bool:
    """Whether no list comes after a line that announces one."""
    blocks = document.blocks
    stop = after.number if after is not None else len(blocks)
    if line.block.kind not in _RUNNING or any(block.kind in _INSTEAD for block in blocks[line.number + 1 : stop]):
        return False
    if after is None or (after.block.region is Region.FOOTER and line.block.region is not Region.FOOTER):
        return True
    if after.block.kind is BlockKind.HEADING:
        return _closes(document, line, after)
    if after.number == line.number or after.block.kind is not BlockKind.PARAGRAPH:
        return False
    return ANNOUNCES.search(after.text[-120:]) is not None or _DATED.fullmatch(after.text) is not None


def _closes(document: Document, line: Line, heading: Line) -> bool:
    """Whether a heading ends the section of the announcement. One below its own heading gives the list as sections, and so does one that
    has a word of the announcement ("assigned to tiers as follows:", then "Tier 1")."""
    told = line.text.casefold()
    if (_APART.match(heading.text) or _CLICKED.search(told[-_LAST:])) and "question" not in told:
        return True
    if any(word[:4] in told for word in heading.text.casefold().split() if len(word) > 3):
        return False
    above = [block.level for block in document.blocks[: line.number] if block.kind is BlockKind.HEADING]
    return heading.block.level <= above[-1] if above else True
