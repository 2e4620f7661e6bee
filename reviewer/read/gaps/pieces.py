"""What a page announces besides lists and recordings, and does not have: a map, a table, a form, a picture, a document; and headings with
nothing under them. Told of HTML only: elsewhere nobody knows what is drawn. What a script may fill, or a person may open, is taken to be
there (``Document.boxes``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewer.model import Region
from reviewer.read.document import Block, BlockKind, Document
from reviewer.read.sentences import Line

HTML: Final = frozenset({"text/html", "application/xhtml+xml"})
_THINGS: Final = {
    "map": "maps?|site plan|karte|lageplan|carte|plan d'accès|mapa|mappa|cartina|kaart|plattegrond|kart|kort|karta|map",
    "table": "tables?|timetable|tabelle|tableau|tabla|tabella|tabel|tabela|tabell|taula|tabl",
    "form": "(?:web |online |contact |booking |feedback |request |application |referral )?forms?|formular|formulaire|formulario|modulo|"
    "formulier|"
    "formulário|skjema|formulär|formularz|ffurflen",
    "picture": "screen ?shots?|"
    "pictures?|images?|photos?|photographs?|diagrams?|charts?|flow ?charts?|graphs?|illustrations?|figures?|drawings?|"
    "infographics?|"
    "abbildung|bild|grafik|schéma|image|imagen|gráfico|immagine|afbeelding|imagem|billede|bilde|rysunek|diagramm?|llun",
}
_LINKED: Final = {
    "map": re.compile(r"map|direction|location|find us|plan|kart|carte|mapa|kaart", re.IGNORECASE),
    "table": re.compile(r"table|tabel|tabla|times|xlsx?|csv|ods", re.IGNORECASE),
    "form": re.compile(r"form|appl|survey|question|book|request|register|pdf|docx?", re.IGNORECASE),
    "picture": re.compile(r"picture|image|photo|diagram|chart|figure|poster|graph|png|jpe?g|gif|svg|webp|pdf", re.IGNORECASE),
    "file": re.compile(r"^(?!.*(?:mailto|tel):)"),
}
"""What the words or the address of a link have that leads to such a thing."""
_BELOW: Final = (
    "below|underneath|beneath|isod|unten|ci-dessous|a continuación|abajo|qui sotto|di seguito|hieronder|onderstaande?|abaixo|nedan|"
    "nedenfor|poniżej|sota"
)
_SHOWN: Final = r"(?:listed|shown|given|set out|summarised|summarized|displayed|detailed|marked) (?:in|on) (?:the|this)"
_ANY: Final = "|".join(f"(?P<{name}{{0}}>{words})" for name, words in _THINGS.items())
ANNOUNCED: Final = re.compile(
    rf"\b(?:the|this|our|a|die|das|der|la|le|el|il|lo|de|het|o|na) (?:{_ANY.format(1)})(?: \w+)? (?:{_BELOW})\b"
    rf"|\b(?:{_BELOW}) (?:is|are) (?:the|a|an|our) (?:\w+ )?(?:{_ANY.format(2)})\b"
    rf"|\b(?:the|im|in der|auf der|in the) (?:following|folgenden|nachstehenden|below) (?:{_ANY.format(3)})\b"
    rf"|\b{_SHOWN} (?:\w+ )?(?:{_ANY.format(4)})(?:\s?[.:]|$)"
    rf"|\b(?:a|an|the|our) (?:\w+ )?(?:{_ANY.format(5)}) (?:is|are|can be) (?:\w+ )?(?:{_BELOW})\b"
    r"|\b(?:is|are|can be found) (?P<file1>attached|enclosed) (?:below|here|to this page)\b|\b(?P<file2>attached|enclosed) below\b"
    r"|\b(?:click|press|select|use|follow)(?: on)? the (?:\w+ ){0,2}(?P<file3>button|link) below\b",
    re.IGNORECASE,
)
"""A thing that the page says it shows."""
FILES: Final = re.compile(
    r"(?:\b(?:download(?:ed)?|found|available|accessed|viewed|opened|read) (?:it |them )?(?:from )?(?:here|below)|\bdownload(?:s| here)?|"
    r"\bdownload (?:\w+ ){1,4}(?:here|below)|\blinks? (?:below|here)|"
    r"\bclick (?:here|below)|\bthese (?:documents|links|files|downloads|leaflets)(?: below)?|(?:herunterladen|téléchargeables?|descargar|"
    r"downloaden) ?(?:ici|hier|aquí)?)\s?:[*_ ]{0,3}$",
    re.IGNORECASE,
)
"""The end of a line behind which documents are linked."""
_NEAR: Final = 8
"""Blocks behind an announcement in which what is announced may stand, up to the next heading."""
_OTHERS: Final = re.compile(r"\b(?:if|unless|example|e\.g|template|your|their|on the (?:back|next page)|overleaf)\b", re.IGNORECASE)
"""Words of a sentence about a thing of somebody else's."""
_WIDGETS: Final = re.compile(
    r"\b(?:share|print|comments?|repl(?:y|ies)|rate|rating|feedback|helpful|tags?|categor(?:y|ies)|cookies?|menu|search|log ?in|sign|"
    r"follow|newsletter|subscribe|related|recent|latest|news|events?|twitter|social|popular|archives?|language|navigation|contents|"
    r"in this section|next|previous|step|filter|results?|gallery|rhannu|partager|teilen|compartir|condividi|delen|"
    r"partilhar|del)\b|\?\s*$|\d",
    re.IGNORECASE,
)
"""Headings of what a script fills, of parts of the site, and questions that open when they are chosen."""
_OF_OURS: Final = re.compile(r"related (?:documents|forms|leaflets|guidance|policies|resources)", re.IGNORECASE)
_ANNOUNCING: Final = re.compile(
    r"\b(?:documents?|downloads?|forms?|links?|leaflets?|resources?|publications?|attachments?|further (?:information|reading)|references|"
    r"contacts?|contact (?:us|details)|opening (?:hours|times)|how to (?:contact|find) us|useful \w+|guidance|dogfennau|cysylltu|dokumente|"
    r"kontakt|liens|documentos|enlaces|contacto|documenti|contatti|documenten|contact|documentos|contactos|dokumenter?|contactes)\b",
    re.IGNORECASE,
)
_LEGAL: Final = re.compile(r"\b(?:privacy|cookies|accessibility|copyright|terms|contact us|sitemap|site map|disclaimer)\b|©", re.IGNORECASE)
_FOOT: Final = 200
"""Characters of a page's foot."""
_LONGEST: Final = 80
"""Characters of a heading that is a heading and not a sentence."""


def told(document: Document, line: Line) -> Iterator[int]:
    """Where in a line a thing is announced that the page does not have."""
    if document.content_type not in HTML or line.block.kind is BlockKind.HEADING:
        return
    found = ANNOUNCED.search(line.text)
    if found is None or _OTHERS.search(line.text):
        return
    thing = next(name.rstrip("12345") for name, words in found.groupdict().items() if words)
    if not _there(document, line.number, thing):
        yield found.start()


def without_files(document: Document, line: Line) -> bool:
    """Whether documents are announced at the end of a line, and nothing is linked behind it up to the next heading."""
    if line.block.links or FILES.search(line.text[-120:]) is None:
        return False
    return not any(block.links or block.kind is not BlockKind.PARAGRAPH for block in _until_heading(document, line.number)) and not _boxed(
        document, line.number, line.number + _NEAR
    )


def _there(document: Document, number: int, thing: str) -> bool:
    """Whether what is announced stands on the page: a table anywhere, a picture, map, form or file near by, or a link to one."""
    if thing == "table" and any(block.cell and not block.cell.header for block in document.blocks):
        return True
    if thing == "form" and any(link.attribute == "post" and link.region is Region.MAIN for link in document.links):
        return True
    near = (*document.blocks[max(0, number - 1) : number + 1], *_until_heading(document, number))
    if any(block.kind is BlockKind.MEDIA for block in near) or _boxed(document, number - 1, number + len(near)):
        return True
    links = [document.links[at] for at in dict.fromkeys(at for block in near for at in block.links) if at < len(document.links)]
    return any(_LINKED[thing].search(f"{link.words} {link.href}") for link in links)


def _boxed(document: Document, start: int, stop: int) -> bool:
    """Whether something that is no text, or none yet, stands between two blocks."""
    return any(start <= box <= stop for box in document.boxes)


def _until_heading(document: Document, number: int) -> Iterator[Block]:
    """The blocks behind one, up to the next heading or the page's foot."""
    region = document.blocks[number].region
    for block in document.blocks[number + 1 : number + 1 + _NEAR]:
        if block.kind is BlockKind.HEADING or (block.region is not region and block.region is not Region.ASIDE):
            return
        yield block


def empty_sections(document: Document) -> Iterator[Block]:
    """Headings with nothing under them on a page whose other headings have something: at the end of the text, or right before another one
    of the same level. At most one on a page: where there are more, headings are what the page is made of."""
    if document.content_type not in HTML:
        return
    blocks = document.blocks
    heads = [at for at, block in enumerate(blocks) if block.kind is BlockKind.HEADING and block.region is Region.MAIN and block.level > 1]
    empty = [at for at in heads if _nothing(document, at)]
    if len(empty) != 1:
        return
    filled = [at for at in heads if at != empty[0] and blocks[at].level == blocks[empty[0]].level]
    if len(filled) >= 2 and _plain(document, empty[0]):
        yield blocks[empty[0]]


def _nothing(document: Document, at: int) -> bool:
    """Whether a heading's section ends at once."""
    here = document.blocks[at]
    after = document.blocks[at + 1] if at + 1 < len(document.blocks) else None
    if after is None or after.region not in {Region.MAIN, Region.HEADER} or _is_foot(after):
        return True
    return after.kind is BlockKind.HEADING and after.level <= here.level


def _is_foot(block: Block) -> bool:
    """Whether a block is the foot of the page, though its markup does not say so."""
    return len(block.text) <= _FOOT and len(set(map(str.lower, _LEGAL.findall(block.text)))) > 1


def _plain(document: Document, at: int) -> bool:
    """Whether a heading with nothing under it is one of the text's own, and nothing can come there."""
    here = document.blocks[at]
    after = document.blocks[at + 1 : at + 2]
    widget = _WIDGETS.search(here.text) is not None and _OF_OURS.fullmatch(here.text) is None
    if here.links or len(here.text) > _LONGEST or widget or _boxed(document, at, at + 1):
        return False
    ends = not after or after[0].kind is not BlockKind.HEADING
    return _ANNOUNCING.search(here.text) is not None or (not ends and not after[0].links)
