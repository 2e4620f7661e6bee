"""What stands after a contact label or a "please contact": people, teams, roles, addresses, numbers, channels.

Nothing is built: every value is a piece of the page's own text, or the address of a ``mailto:`` link.
"""

from __future__ import annotations

import re
from typing import Final

from reviewer.model import ContactKind
from reviewer.read.contacts import words

LONGEST: Final = 260
"""Characters of a value that are looked at: names do not run on for longer."""

_NO_NAME: Final = words.ROLE_NOUNS | words.TEAM_NOUNS | words.NOBODY | words.HEADS | words.NOT_NAMES
_ORGANISED: Final = words.TEAM_NOUNS | words.NOT_NAMES
_NOBODY: Final = words.NOBODY | words.NOT_OURS
_NOT_FIRST: Final = words.PARTICLES - {"al", "el", "le", "la", "del", "di", "da"}

Value = tuple[ContactKind, str]

EMAIL: Final = re.compile(r"(?<![\w.+%-])[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", re.ASCII)
PHONE: Final = re.compile(r"(?<![\w/.+-])(?:\+\d{1,3}[ .-]?)?(?:\(0?\d{1,5}\)[ .-]?)?\d{2,5}(?:[ .-]?\d{2,5}){1,5}(?![\w/-])")
_DIGITS: Final = 9
_AS_DIGITS: Final = bytes(ord("0") if letter in b"0123456789" else 0 for letter in range(256))
_MANY_DIGITS: Final = re.compile(rf"(?:\D*+\d){{{_DIGITS}}}")
"""A telephone number with its area has no fewer."""
SLACK: Final = re.compile(r"(?<![\w&/#.])#[a-z][a-z0-9_-]{2,79}\b")
_LEADING: Final = re.compile(
    r"^(?:'r |(?:please|either|both|the|our|your|a|an|us|me|is|are|to|by|named|der|die|das|den|dem|unser|unsere|le|la|les|l'|notre|votre|"
    r"el|los|las|nuestro|nuestra|y|yr)\b[ :]*)+",
    re.IGNORECASE,
)
_INITIAL: Final = re.compile(r"A\.? (?:[^\W\d_a-z]\.? )*[^\W\d_a-z][^\W\d_A-Z]")
"""A person whose first name is written as an A, which is no article."""
_OFFICE: Final = re.compile(
    r"(?:Policy|Document|Review|Status|Email|Telephone)(?: (?:and|[A-Z][a-z]{1,30})){0,3} (?:Team|Group|Unit|Office|Desk|Section|Branch)"
)
"""A group whose name begins like a label."""
_LABELS: Final = re.compile(
    r"\b(?:e-?mail|tel(?:ephone)?|phone|mobile|mob|fax|ext|at|on|e-bost|ffôn|telefon|telefax|courriel|tél(?:éphone)?|"
    r"correo(?: electrónico)?|teléfono)\b\.?:?[ ]*(?=\||$)",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(r"[;|•·\n\t]| / | [-–—] |(?<=[a-z]) or (?=[A-Z])|\)\s*,?|\(")
_HANDLE: Final = re.compile(r"@[A-Za-z][\w/-]{1,60}")
_CREDENTIAL: Final = re.compile(
    r"(?:MD|PhD|RN|RGN|FRCP|FRCGP|MRCP|MBE|OBE|CBE|MSc|BSc|MPH|MBBS|MBChB|DPhil|EdD|JD|CPA|RD|DO|PharmD|FRCS|MRCGP|Esq)\.?"
)
_WORD: Final = re.compile(r"[^\W\d_][\w'’.&-]*")
_NAME: Final = re.compile(r"[^\W\d_a-zß-ÿ][\w'’-]*[^\W\d_]|[^\W\d_]\.?|[^\W\d_]['’][^\W\d_][\w-]+")


def addresses(text: str) -> list[Value]:
    """E-mail addresses, telephone numbers of 9 to 15 digits and Slack channels, in the order of kinds."""
    found: list[Value] = []
    mailed = "@" in text
    if mailed:
        found += [(ContactKind.EMAIL, match.group().strip(".'-")) for match in EMAIL.finditer(text)]
    if _many_digits(text):
        rest = EMAIL.sub(" ", text) if mailed else text
        found += [(ContactKind.PHONE, match.group().strip()) for match in PHONE.finditer(rest) if is_phone(match.group())]
    if "#" in text:
        found += [(ContactKind.SLACK, match.group()) for match in SLACK.finditer(text)]
    return found


def addressed(text: str) -> bool:
    """Whether a text could hold an address (`addresses`): a cheap look."""
    return "@" in text or "#" in text or _many_digits(text)


def _many_digits(text: str) -> bool:
    """Whether there are as many digits as a number has that can be called; `translate` is ten times as fast as a pattern."""
    if text.isascii():
        return text.encode().translate(_AS_DIGITS).count(b"0") >= _DIGITS
    return _MANY_DIGITS.match(text) is not None


def is_phone(text: str) -> bool:
    """Nine to fifteen digits (E.164 has at most 15) that begin as a number does: with a nought, a plus or a bracket, or in US groups."""
    digits = sum(letter.isdigit() for letter in text)
    american = re.fullmatch(r"(?:1[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4}", text.strip())
    return _DIGITS <= digits <= 15 and (text.strip()[0] in "0+(" or american is not None)


def names(text: str, *, strong: bool) -> list[Value]:
    """People, teams and roles that ``text`` begins with. ``strong``: the label says that whoever follows is the contact.

    Reading stops at the first part that is none of them, so that the rest of a sentence is never taken for a name.
    """
    if text.lstrip().startswith(("(", "[", "<", "{")):
        return []
    clean = SLACK.sub("|", PHONE.sub("|", EMAIL.sub("|", text[:LONGEST])))
    clean = _LABELS.sub("", clean)
    found: list[Value] = []
    for part in _PARTS.split(clean):
        for piece in _pieces(part):
            if _CREDENTIAL.fullmatch(piece):
                continue
            value = _named(piece, strong=strong)
            if value is None:
                return found
            acronym = value[0] is ContactKind.TEAM and value[1].isupper() and bool(found)
            if value not in found and not acronym:
                found.append(value)
    return found


def _pieces(part: str) -> list[str]:
    """A part cut at its commas, and at "and", "or" and "&" where both sides name somebody."""
    pieces: list[str] = []
    for comma in re.split(r",(?: and)? ", part.strip(" ,:.*_")):
        whole = comma.strip(" ,:.*_")
        sides = [side.strip() for side in re.split(r" (?:and|or|&|und|oder|et|ou|y|o|a|neu|/) |/(?=[A-Z])", whole) if side.strip()]
        if len(sides) > 1 and (
            all(person(side) for side in sides) or all(person(side) or _grouped(side.lower().rsplit(" ", 1)[-1]) for side in sides)
        ):
            pieces += sides
        elif whole:
            pieces.append(whole)
    return pieces


def _named(piece: str, *, strong: bool) -> Value | None:
    """What a piece names, or None."""
    initial = _INITIAL.match(piece) is not None and person(piece, strong=strong) and (strong or piece[1] == ".")
    bare = piece if initial else _LEADING.sub("", piece).strip(" ,:.*_")
    first = bare.split()[0].lower().strip(".:") if bare else ""
    if not first or (first in words.NOBODY and not _OFFICE.fullmatch(bare)) or not set(bare.lower()) - set("x. _-*"):
        return None
    if any(word.strip(".,’'").removesuffix("'s").removesuffix("’s") in words.OUTSIDE for word in piece.lower().split()):
        return None
    mine = not initial and piece.lower().startswith(("your ", "a ", "an ", "votre ", "ihr ", "ihre "))
    if person(bare, strong=strong):
        return ContactKind.PERSON, bare
    if role(bare) and not mine:
        return ContactKind.ROLE, bare
    if team(bare) and not (mine and bare.split()[-1].lower() in words.NOT_OURS):
        return ContactKind.TEAM, bare
    if strong and _HANDLE.fullmatch(bare):
        return ContactKind.TEAM, bare
    count = len(bare.split())
    if strong and count <= 6 and bare[0].isupper() and all(word[0].isupper() or len(word) <= 3 for word in bare.split()):
        return (ContactKind.PERSON if count == 1 and bare.isalpha() and not bare.isupper() else ContactKind.TEAM), bare
    return None


def person(text: str, *, strong: bool = False) -> bool:
    """Two to five words with capitals, none of them a word of roles or teams; one is enough after a title.

    ``strong``: the name may end in initials, as authors are listed ("Example J").
    """
    tokens = [token for token in text.split() if token]
    titled = bool(tokens) and tokens[0].lower().strip(".") in words.TITLES
    rest = tokens[1:] if titled else tokens
    while titled and rest and rest[0].lower().strip(".") in words.TITLES:
        rest = rest[1:]
    if not (1 if titled else 2) <= len(rest) <= 5 or rest[0].lower() in _NOT_FIRST:
        return False
    for token in rest:
        low = token.lower().strip(".,")
        if token in words.PARTICLES or (strong and token is rest[-1] and token.isupper() and len(token) <= 3):
            continue
        if (
            low in _NO_NAME
            or _grouped(low)
            or not _NAME.fullmatch(token)
            or (low.isalpha() and token.isupper() and not titled and len(low) in {2, 3})
        ):
            return False
    return strong or len(rest[-1].strip(".")) > 1


def role(text: str) -> bool:
    """At most nine words with a noun of office ("Head of Parks and Lakes"), written with a capital."""
    tokens = text.split()
    low = [token.lower().strip(".,&/") for token in tokens]
    if len(tokens) > 9 or not text[0].isupper() or low[-1] in words.TEAM_NOUNS:
        return False
    return any(token in words.ROLE_NOUNS for token in low) and all(
        token[0].isupper() or low[at] in words.SMALL for at, token in enumerate(tokens)
    )


def _grouped(word: str) -> bool:
    """A word for a group: one that is known, or a German compound of one ("Pressestelle")."""
    return word in words.TEAM_NOUNS or (len(word) > 8 and word.endswith(words.COMPOUNDS))


def team(text: str) -> bool:
    """At most nine words that end in, or begin with, a noun of a group ("website team"), or a short name in capitals."""
    tokens = _WORD.findall(text)
    if not tokens or len(text.split()) > 9:
        return False
    low = [token.lower() for token in tokens]
    if _grouped(low[-1]):
        return len(tokens) > 1 or text[0].isupper()
    if (_grouped(low[0]) and text[0].isupper()) or (low[0] in words.FOREIGN_TEAMS and 1 < len(tokens) <= 4):
        return True
    if len(tokens) > 1 and any(token in _ORGANISED for token in low) and all(token[0].isupper() or len(token) <= 3 for token in tokens):
        return True
    return len(tokens) <= 3 and tokens[-1].isupper() and 2 < len(tokens[-1]) <= 8 and tokens[-1].lower() not in _NOBODY
