"""Values that are none: "TBC", "[to be added]", "xxxx" where a number, an address or a name belongs; and sections that are put off."""

from __future__ import annotations

import re
from typing import Final

from reviewer.read.document import BlockKind, Document
from reviewer.read.sentences import Line

REACH: Final = (
    r"(?:e-?mail(?: address)?|tele?phone(?: (?:number|no\.?))?|tel\.?|phone(?: (?:number|no\.?))?|mobile|fax|bleep|pager|ext(?:ension)?\.?|"
    r"(?:postal )?address|ffôn|e-bost|telefon(?:nummer)?|téléphone|courriel|adresse|correo(?: electrónico)?|teléfono|telefoon(?:nummer)?|"
    r"telefono|telefone|indirizzo|adres|endereço|e-post|telefonnummer)"
)
"""The labels of the ways to reach somebody."""
_LATER: Final = (
    r"(?:tb[acd]|t\.b\.[acd]\.?|to be (?:confirmed|announced|decided|determined|agreed|added|advised|completed|supplied|arranged|inserted|"
    r"provided)|to (?:follow|come)|coming soon|pending|awaited|x{2,}(?:[ -]?x{2,})*|i['’]w (?:gadarnhau|gwblhau|ychwanegu)|"
    r"à (?:confirmer|définir|préciser|compléter|venir|renseigner)|(?:wird|werden) (?:noch )?(?:ergänzt|festgelegt|bekannt ?gegeben|"
    r"nachgereicht|eingetragen)|noch (?:offen|zu ergänzen|einzutragen)|bitte (?:ergänzen|eintragen)|nog (?:te bepalen|in te vullen|aan te "
    r"vullen)|in te vullen|invullen|pendiente(?: de \w+)?|por (?:confirmar|determinar|completar|definir)|da (?:definire|confermare|"
    r"completare|inserire)|a (?:definir|confirmar|preencher|completar)|per (?:determinar|confirmar|completar)|do (?:ustalenia|"
    r"uzupełnienia|potwierdzenia)|"
    r"fylls i(?: senare)?|udfyldes|fylles ut)"
)
"""What people write where a value is to come."""
LATER: Final = re.compile(rf"(?<!\w){_LATER}(?!\w)", re.IGNORECASE)
_NONE: Final = re.compile(rf"[\[({{<]?\s?{_LATER}\s?[\])}}>]?\.?", re.IGNORECASE)
_LABELLED: Final = re.compile(rf"[\s*_|•-]*(?:\w+ ){{0,2}}{REACH}(?: [\w ]{{1,20}})?\s?[:–-]\s*(?P<value>[^:]{{2,40}})$", re.IGNORECASE)
_ALONE: Final = re.compile(rf"[\s*_|•-]*(?:\w+ ){{0,2}}{REACH}\s?:?[\s*_|]*$", re.IGNORECASE)
CROSSED: Final = re.compile(
    r"\b(?:call|ring|phone|telephone|text|fax|ext(?:ension)?|bleep|mobile|number|tel|on)\b\W{1,3}0?x{3,}(?:[ -]x{2,})*(?!\w)|"
    r"(?<![\d.,])0{3,5}[ -]0{3}[ -]?0{3,4}(?!\d)|(?-i:\bINSERT(?: [A-Z]{2,}){1,5}\b|\b(?:ADD|ENTER|TYPE)(?: [A-Z]{2,}){1,4} HERE\b)|"
    r"\b(?:insert|add|enter|type|put)(?: your| the| some)? (?:text|content|copy|description|heading) here\b|"
    r"\byour (?:text|content|copy) (?:goes )?here\b|\bthis is (?:a )?(?:sample|placeholder|dummy) (?:text|paragraph|page)\b",
    re.IGNORECASE,
)
"""A number whose digits are still crosses or noughts, and words of a template for other words."""
_LONGEST: Final = 100
"""Characters of a label and its value."""
_SOON: Final = re.compile(
    rf"(?:(?:more |further )?(?:content|information|details|page|text|section|this (?:page|section))(?: is| are| will be)? )?{_LATER}\W*",
    re.IGNORECASE,
)


def hollow(line: Line, before: Line | None) -> str | None:
    """The label for a way to reach somebody, with its value in the same line or in the cell or definition beside it, when that is none."""
    text = line.text
    if len(text) > _LONGEST:
        return None
    if (found := _LABELLED.match(text)) and _NONE.fullmatch(found["value"].strip(" *_|")):
        return text
    if before is None or not _beside(before, line) or _ALONE.match(before.text) is None or _NONE.fullmatch(text.strip(" *_|")) is None:
        return None
    return f"{before.text.rstrip(' :')}: {text}"


def _beside(line: Line, after: Line) -> bool:
    """Whether the second line is the definition of the first, a term, or the next cell of its row."""
    one, other = line.block.cell, after.block.cell
    if line.block.kind is BlockKind.TERM:
        return after.block.kind is BlockKind.DEFINITION
    return one is not None and other is not None and (one.table, one.row, one.column + 1) == (other.table, other.row, other.column)


def put_off(document: Document, line: Line) -> str | None:
    """The words of a section that is nothing but words that put it off: "To be confirmed.", "Content coming soon"."""
    if line.block.kind is not BlockKind.PARAGRAPH or line.block.text.strip() != line.text or line.block.links:
        return None
    if len(line.text) > _LONGEST or _SOON.fullmatch(line.text) is None:
        return None
    blocks = document.blocks
    before = blocks[line.number - 1] if line.number else None
    behind = blocks[line.number + 1] if line.number + 1 < len(blocks) else None
    ends = behind is None or behind.kind is BlockKind.HEADING or behind.region is not line.block.region
    return line.text if before is not None and before.kind is BlockKind.HEADING and ends else None
