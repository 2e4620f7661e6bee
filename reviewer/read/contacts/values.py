"""What stands after a contact label or a request: people, teams, posts, addresses, numbers, channels.

A text is cut first, then each piece is typed by its shape and the kinds of its words. Nothing is built: every value is a piece of the
page's own text, or the address of a ``mailto:`` link. What has no type is silence.
"""

from __future__ import annotations

import re
from typing import Final

from reviewer.model import ContactKind
from reviewer.read.contacts.shapes import ELIDED, GLUED, LETTERS, WIDEST, employer, listed, office, person, role, team, titled
from reviewer.read.contacts.words import NOT_NAMES, kinds, phrases

LONGEST: Final = 260
"""Characters of a value that are looked at: names do not run on for longer."""

Value = tuple[ContactKind, str]

EMAIL: Final = re.compile(r"(?<![\w.+%-])[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", re.ASCII)
_BRACKETED: Final = re.compile(rf"[<(\[]?{EMAIL.pattern}[>)\]]?", re.ASCII)
"""An address as it stands behind a name: "Ann Example <ann@site.example>"."""
_SAMPLE: Final = re.compile(
    r"(?:your|my|first|fore)[._-]?(?:last|sur)?name\b.*|(?:user(?:name)?|name|someone|somebody|foo|you|j(?:ohn|ane)\.doe)@.*", re.IGNORECASE
)
"""An address that shows how one is written."""
PHONE: Final = re.compile(r"(?<![\w/.+-])(?:\+\d{1,3}[ .-]?(?:\d[ .-])?)?(?:\(0?\d{1,5}\)[ .-]?)?\d{2,5}(?:[ .-]?\d{2,5}){1,5}(?![\w/-])")
EXTENSION: Final = re.compile(
    r"\b(?:ext(?:ension)?|bleep|pager|poste|durchwahl|apparat|interno|toestel|anknytning|lokal|wew|linia)\b\.?:? ?\d{3,5}\b", re.IGNORECASE
)
"""A number inside of a house, with its word."""
_DIGITS: Final = 8
_AS_DIGITS: Final = bytes(ord("0") if letter in b"0123456789" else 0 for letter in range(256))
_MANY_DIGITS: Final = re.compile(rf"(?:\D*+\d){{{_DIGITS}}}")
"""A telephone number with its area has no fewer."""
CALL: Final = re.compile(rf"\b(?:{'|'.join(phrases('call'))})\b", re.IGNORECASE)
SLACK: Final = re.compile(r"(?<![\w&/#.])#[a-zà-ÿ][a-zà-ÿ0-9_-]{2,79}\b")
_HANDLE: Final = re.compile(r"@[A-Za-z][\w/.-]{0,58}\w")
_PARTS: Final = re.compile(r"[;|•·\n\t]| / | [-–—] |\)\s*,?|\(|:")
_REACH: Final = re.compile(r"(?:^|(?<=[\s,|(]))(?:[^\W\d_]|-){2,12}\b\.?:?[ ]*(?=\||$)")
"""The last word before an address, when it is the address's label: "Tel.", "E-Mail:"."""
JOINERS: Final = frozenset(["and", "or", "&", "und", "oder", "et", "ou", "y", "o", "e", "i", "og", "och", "en", "of", "neu", "ac", "oraz"])
_JOINED: Final = re.compile(rf" (?:{'|'.join(JOINERS)}|/) |/(?=[^\W\d_a-z])")
_COMMA: Final = re.compile(r",(?: and| &)? ")
_SPELT: Final = re.compile(
    r"([\w.+-]{1,64}) ?[\[({] ?(?:at|ät|arobase|arroba) ?[\])}] ?"
    r"([\w-]{1,63}(?: ?(?:\.|[\[({] ?(?:dot|punkt|point|punto) ?[\])}]) ?[\w-]{1,63}){1,6})",
    re.IGNORECASE,
)
_DOT: Final = re.compile(r"[^.\w-]+(?:(?:dot|punkt|point|punto)[^.\w-]+)?", re.IGNORECASE)
"""An address that is written so that no machine reads it."""
_INITIAL: Final = re.compile(r"[A-Z]\.?$")
"""A first name that is written as an A or O, which is no article."""
_PARTICLES: Final = r"(?:(?:[Vv][ao]n|[Dd]e[rnl]?|[Dd][iau]|[Dd]os|[Ll][ae]|[Tt]e[rn]|[Aa][pbl]|[Ee]l|N[ií]|Ó|Nic|M[ahá]c|Mc|St\.?) ){0,3}"
_SURNAME: Final = re.compile(
    rf"({_PARTICLES}[^\W\d_a-z][\w'’-]+), ((?:[^\W\d_a-z][\w'’-]+|[^\W\d_a-z]\.?)(?: [^\W\d_a-z][\w'’-]*\.?| ?(?:[^\W\d_a-z]\.)+)?)"
    r"(?= ?[(;|,]|$)"
)
"""A surname, with its particles, before a forename or initials."""


def addresses(text: str) -> list[Value]:
    """E-mail addresses, telephone numbers of 9 to 15 digits and Slack channels, in the order of kinds."""
    found: list[Value] = []
    mailed = "@" in text
    if mailed:
        mails = [match.group().strip(".'-") for match in EMAIL.finditer(text)]
        found += [(ContactKind.EMAIL, mail) for mail in mails if not _SAMPLE.match(mail)]
    elif "[" in text or "(" in text:
        found += [(ContactKind.EMAIL, f"{one[1]}@{_DOT.sub('.', one[2])}") for one in _SPELT.finditer(text)]
    if _many_digits(text):
        rest = EMAIL.sub(" ", text) if mailed else text
        numbers = ((match.group().strip(), rest[max(0, match.start() - 30) : match.start()]) for match in PHONE.finditer(rest))
        found += [(ContactKind.PHONE, number) for number, before in numbers if is_phone(number, called=CALL.search(before) is not None)]
    if "#" in text:
        found += [(ContactKind.SLACK, match.group()) for match in SLACK.finditer(text)]
    return found


def extensions(text: str) -> list[Value]:
    """Numbers inside of a house, each with its word ("ext. 2290")."""
    return [(ContactKind.PHONE, one.group()) for one in EXTENSION.finditer(text)]


def _many_digits(text: str) -> bool:
    """Whether there are as many digits as a number has that can be called; `translate` is ten times as fast as a pattern."""
    if text.isascii():
        return text.encode().translate(_AS_DIGITS).count(b"0") >= _DIGITS
    return _MANY_DIGITS.match(text) is not None


def is_phone(text: str, *, called: bool = False) -> bool:
    """Nine to fifteen digits (E.164 has at most 15) that begin as a number does: with a nought, a plus or a bracket, or in US groups;
    eight are enough, and any beginning, when a word for calling stands before them (``called``)."""
    digits = sum(letter.isdigit() for letter in text)
    american = re.fullmatch(r"(?:1[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4}", text.strip())
    return _DIGITS + (not called) <= digits <= 15 and (called or text.strip()[0] in "0+(" or american is not None)


def names(text: str, *, strong: bool) -> list[Value]:
    """People, teams and posts that ``text`` begins with. ``strong``: the label says that what follows is the contact.

    Reading stops at the first piece that is none of them, so that the rest of a sentence is never taken for a name.
    """
    if text.lstrip().startswith(("(", "[", "<", "{", '"', "“", "„", "«")):
        return []
    clean = SLACK.sub("|", PHONE.sub("|", _BRACKETED.sub("|", text[:LONGEST])))
    clean = _REACH.sub(lambda label: "" if kinds(label.group()) & {"reach", "small"} else label.group(), clean)
    found: list[Value] = []
    clean = clean.lstrip(" *_")
    last = _SURNAME.match(clean)
    if last and all(kinds(word).isdisjoint(NOT_NAMES) for word in (last[1], *last[2].split())) and _forenames(last[2]):
        found.append((ContactKind.PERSON, last.group()))
        clean = clean[last.end() :]
        if clean.lstrip().startswith("("):
            return found
    held = clean.rstrip(" .,;|")
    if not found and (office(held) or listed(held)):
        return [(ContactKind.ROLE if office(held) else ContactKind.TEAM, held)]
    for part in _PARTS.split(clean):
        for piece in _pieces(part):
            if LETTERS.fullmatch(piece):
                continue
            values, whole = typed(piece, strong=strong, after=bool(found) and found[-1][0] is ContactKind.PERSON, loose=not found)
            before = [value[0] for value in found[-2:]]
            for value in values:
                second = value[0] is ContactKind.ROLE and before == [ContactKind.PERSON, ContactKind.ROLE]
                works = value[0] is ContactKind.TEAM and before and (value[1].isupper() or employer(value[1]))
                if value not in found and not second and not works:
                    found.append(value)
            if not whole and not (values == [] and before[-1:] == [ContactKind.PERSON] and piece.islower() and " " not in piece):
                return found  # "Dr Ann Example (anaesthesia), Bo Sample"
    return found


def _forenames(text: str) -> bool:
    """Whether words behind a surname are forenames or initials ("Philippa J.", "K."), and not the letters of a degree ("RN")."""
    return not text.isupper() or "." in text or len(text) == 1


def _pieces(part: str) -> list[str]:
    """A part cut at its commas, and at "and", "or" and "&" where a side names somebody."""
    pieces: list[str] = []
    for comma in _COMMA.split(part.strip(" ,.*_–—-")):
        whole = comma.strip(" ,.*_")
        sides = [side.strip() for side in _JOINED.split(whole) if side.strip()] if whole else []
        if len(sides) > 1 and (
            any(person(side) for side in sides) or all(" " in side and kinds(side.rsplit(" ", 1)[-1]) & {"group", "post"} for side in sides)
        ):
            pieces += sides
        elif whole:
            pieces.append(whole)
    return pieces


def typed(piece: str, *, strong: bool, after: bool = False, loose: bool = True) -> tuple[list[Value], bool]:
    """What a piece names, and whether that is all of it: a person, a post, a team; a person and a post; one of them before other words.

    ``after``: a person was named just before, whose post may be written small; ``loose``: a ``strong`` label may have a value of no type.
    """
    words = piece.split()
    words = words[1:] if words and words[0] in JOINERS else words
    mine = bool(words) and not _INITIAL.match(words[0]) and "mine" in kinds(words[0])
    words = [ELIDED.sub("", word) for word in words[:1]] + words[1:]
    while (
        words and "det" in kinds(words[0]) and not (words[0][0].isupper() and ("particle" in kinds(words[0]) or _INITIAL.match(words[0])))
    ):
        words = words[1:]
    if not words or _nobody(words):
        return [], False
    if after and _trade(words):
        return [(ContactKind.ROLE, " ".join(words))], True
    called = next((at for at, word in enumerate(words[:WIDEST]) if at and word[0].isupper() and "title" in kinds(word)), 0)
    if (
        called
        and not titled(words[called - 1 :])
        and kinds(words[called - 1]) & {"post", "agent"}
        and person(" ".join(words[called:]), strong=strong)
    ):
        left = " ".join(words[:called])
        return [*([(ContactKind.ROLE, left)] if role(left) else []), (ContactKind.PERSON, " ".join(words[called:]))], True
    for end in range(1, min(len(words), 6)):
        left, right = " ".join(words[:end]), " ".join(words[end:])
        if len(words) > end + 1 and kinds(words[end]) & {"post", "rank", "field"} and person(left) and role(right):
            return [(ContactKind.PERSON, left), (ContactKind.ROLE, right)], True
        if "post" in kinds(words[end - 1]) and not titled(words) and role(left) and person(right):
            return [(ContactKind.ROLE, left), (ContactKind.PERSON, right)][end == 1 :], True
    value = _named(words, strong=strong, mine=mine, loose=loose)
    if value is not None:
        return [value], True
    for end in range(min(len(words), WIDEST) - 1, 0, -1):
        value = _named(words[:end], strong=False, mine=mine)
        if value is not None and _ended(value[0], words, end, strong=strong):
            return [value], False
    return [], False


_LINKS: Final = frozenset({"of", "for", "and", "&"})


def behind_article(words: list[str]) -> list[str]:
    """The words behind the last article ("Ring the Poisons Bureau"), but for one within a name ("Friends of the Park")."""
    for at in range(min(len(words) - 1, WIDEST) - 1, 0, -1):
        if (
            words[at].islower()
            and "det" in kinds(words[at])
            and not kinds(words[at]) & {"of", "particle"}
            and words[at - 1].lower() not in _LINKS
            and "particle" not in kinds(words[at - 1])
        ):
            return words[at + 1 :]
    return words


_TRADE: Final = 6
"""Words of the longest post of a person that the lexicon does not know."""


def _trade(words: list[str]) -> bool:
    """Whether words right after a person say what that person is: small ones that are no sentence ("pédiatre"), or with
    a noun that ends as trades do ("Play Specialist", "Diätassistentin")."""
    every = [kinds(word) for word in words]
    if len(words) > _TRADE or any(one & {"stop", "nobody", "verb", "keep", "reach"} and "small" not in one for one in every):
        return False
    headed = len(words) > 2 and "post" in every[0] and every[1] & {"of", "small"}
    if (("group" in every[-1] or ("group" in every[0] and "post" not in every[0])) and not headed) or any(
        letter.isdigit() for letter in "".join(words)
    ):
        return False
    if words[0].islower():
        return bool((every[0] | every[-1]) & {"post", "agent"})
    if len(words) == 1:
        return bool(every[0] & {"post", "answer"})
    named = any((word.islower() or "other" in every[at - 1]) and person(" ".join(words[at:])) for at, word in enumerate(words[:-1], 1))
    return not (named or person(" ".join(words))) and bool(
        (every[0] | every[-1]) & {"agent", "post"} and not every[-1] & {"abstract", "org"}
    )


def _nobody(words: list[str]) -> bool:
    """Whether words name nobody who could be asked: a placeholder, a body to which people complain, another label."""
    first = kinds(words[0])
    return (
        not set("".join(words).lower()) - set("x._-*")
        or ("nobody" in first and not (len(words) > 1 and "group" in kinds(words[-1])))
        or any("outside" in kinds(word) for word in words)
        or (len(words) > 1 and bool(first & {"contact", "reach"}) and bool(kinds(words[1]) & {"of", "det", "fill"}))
    )


def _ended(kind: ContactKind, words: list[str], end: int, *, strong: bool) -> bool:
    """Whether a value may end before the other words: they are another label, or the sentence goes on."""
    following, after = words[end], kinds(words[end])
    if kind is ContactKind.PERSON:
        if following.islower():
            return not strong and len(words) > end + 2
        return following[0].isdigit() or bool(after & {"other", "page", "reach", "own", "write", "contact", "keep"})
    return following in JOINERS or (bool(kinds(words[end - 1]) & {"post", "group"}) and not following.islower())


_SAID: Final = re.compile(r"([?!;:]|[^\W\d_]{4,}\.)\s")


def _named(words: list[str], *, strong: bool, mine: bool, loose: bool = True) -> Value | None:
    """What some words name as a whole, or None."""
    text = " ".join(words).strip(" ,:.*_") or "-"  # a mark alone has no type
    if any("title" not in kinds(end[1]) for end in _SAID.finditer(text)):
        return None  # a sentence
    if not kinds(words[0]) & {"post", "group", "field", "rank", "title"} and behind_article(words) is not words:
        return None
    if person(text, strong=strong):
        return ContactKind.PERSON, text
    last = kinds(words[-1])
    if mine and not strong and "group" in last:
        return None
    if role(text) and not mine and (text[0].isupper() or not ("yours" in last or _selfish(words))):
        return ContactKind.ROLE, text
    if team(text) and not (mine and "yours" in last) and not text[0].isdigit():
        return (ContactKind.TEAM, text) if text[0].isupper() or not _selfish(words) else None
    if strong and _HANDLE.fullmatch(text):
        return ContactKind.TEAM, text
    if (
        strong
        and loose
        and len(words) <= 6
        and text[0].isupper()
        and not GLUED.search(text)
        and all(word[0].isupper() or (len(word) <= 3 and "det" not in kinds(word)) for word in words)
    ):
        if _bland(words[-1]) or all(_bland(word) or kinds(word) & _NOBODY for word in words):
            return None
        lone = len(words) == 1 and text.isalpha() and not text.isupper() and not last & {"field", "abstract", "matter"}
        return (ContactKind.PERSON if lone else ContactKind.TEAM), text
    return None


_NOBODY: Final = frozenset({"page", "other", "nobody", "reach", "alien", "group", "own", "write", "contact", "answer"})
_SELF: Final = frozenset({"page", "self", "own", "write", "contact"})
"""Kinds of the words of who has no other name ("the website owner")."""


def _selfish(words: list[str]) -> bool:
    """Whether words say no more than that somebody is there ("the website owner")."""
    return all(kinds(word) & _SELF and "group" not in kinds(word) for word in words)


def _bland(word: str) -> bool:
    """Whether a word stands on any page, and is not what a team could be there for ("Adult Social Care")."""
    of = kinds(word)
    return "plain" in of and "matter" not in of
