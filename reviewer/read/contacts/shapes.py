"""What words are the name of: a person, a post or a group, by their shape and the kinds of their words."""

from __future__ import annotations

import re
from typing import Final

from reviewer.read.contacts.words import NOT_NAMES, kinds, lexicon

WIDEST: Final = 10
"""Words of the longest post or team."""
_NAME: Final = re.compile(
    r"[^\W\d_a-zß-ÿ][\w'’-]*[^\W\d_]|[^\W\d_]\.?|(?:[^\W\d_a-zß-ÿ]\.-?){1,2}[^\W\d_a-zß-ÿ]\.?|[^\W\d_]['’][^\W\d_][\w-]+"
)
GLUED: Final = re.compile(r"(?!Mac|Fitz)[a-zà-ÿ]{3}[A-ZÀ-Þ]")
"""Where the words of two cells were run together."""
ELIDED: Final = re.compile(r"(?:l|d|un|dell|all|dall|nell)['’](?=[^\W\d_])", re.IGNORECASE)
LETTERS: Final = re.compile(
    r"(?:MD|PhD|RN|RGN|FRC\w{1,4}|MRC\w{1,4}|[MOC]BE|M[SE][cd]|B[SE][cd]|BA|MA|MPH|MB[BC]\w{1,2}|DPhil|EdD|JD|CPA|RD|DO|PharmD|Esq)\.?"
)
"""The letters after a name."""
_DEGREE: Final = frozenset({"n.", "med.", "hab.", "phil.", "rer.", "nat."})
"""What belongs to a title before it: "dr n. med."."""


def titled(words: list[str]) -> bool:
    """Whether a name begins with a title."""
    return "title" in kinds(words[0])


def employer(team: str) -> bool:
    """Whether a group is a whole organisation or a building, which is where the one before it works, and no contact."""
    words = team.split()
    return bool(kinds(words[-1]) & {"org", "site"}) or (
        len(words) > 1 and "org" in kinds(words[0]) and bool(kinds(words[1]) & {"of", "small"})
    )


def _compound(word: str) -> bool:
    """Whether one word is a group of its own by what it is put together of ("Pressestelle", "Webteam")."""
    return len(word) > 6 and "group" not in lexicon().whole.get(word, ()) and word not in lexicon().ends


def person(text: str, *, strong: bool = False) -> bool:
    """Two to five words with capitals, none of them a word of posts or teams; one is enough after a title.

    ``strong``: the name may end in initials, as authors are listed ("Example J"), or be in capitals.
    """
    rest = text.split()
    called = bool(rest) and titled(rest)
    while rest and (titled(rest) or (called and rest[0].lower() in _DEGREE)):
        rest = rest[1:]
    while len(rest) > 2 and LETTERS.fullmatch(rest[-1].strip(",")):
        rest = rest[:-1]
    if not (1 if called else 2) <= len(rest) <= 5:
        return False
    if rest[0].islower() and not (called and len(rest) > 1 and "particle" in kinds(rest[0])):
        return False
    for token in rest:
        low = token.lower().strip(".,")
        if (token.islower() or token.istitle()) and "particle" in kinds(token) and token is not rest[-1]:
            continue
        if strong and token is rest[-1] and token.isupper() and len(token) <= 3:
            continue
        if (
            not _NAME.fullmatch(token)
            or GLUED.search(token)
            or (not kinds(token).isdisjoint(NOT_NAMES) and len(low) > 1)
            or (low.isalpha() and token.isupper() and len(low) > 1 and not called and not (strong and len(low) > 3))
        ):
            return False
    return strong or len(rest[-1].strip(".")) > 1


def role(text: str) -> bool:
    """At most ten words with a noun of office ("Head of Parks"), written with a capital, or at least two with that noun as the last."""
    tokens = text.split()
    headed = len(tokens) > 2 and "post" in kinds(tokens[0]) and bool(kinds(tokens[1]) & {"of", "small"})
    if not 0 < len(tokens) <= WIDEST or ("group" in kinds(tokens[-1]) and not headed):
        return False
    if {"group", "fore"} <= kinds(tokens[0]) and "post" not in kinds(tokens[0]):
        return False
    if not any("post" in kinds(token) for token in tokens):
        return False
    if _fore(tokens, "post"):
        return True
    if not text[0].isupper():
        return len(tokens) > 1 and "post" in kinds(tokens[-1]) and not any(kinds(token) & {"stop", "by", "det"} for token in tokens)
    return all(token[0].isupper() or kinds(token) & {"small", "post"} or not token[0].isalpha() for token in tokens)


_OFFICE: Final = 13
"""Words of the longest title of an office with its remit."""
_BOTH: Final = re.compile(r" (?:and|&) ")
_REMIT: Final = re.compile(r", | (?=\()|(?<=\)) (?:and|&) | (?:and|&) ")


def office(text: str) -> bool:
    """Whether a whole text is the title of one office with its remit, or of two that one person holds ("Deputy Dean (Academic)", "Director,
    Library and Archives", "Vice President and General Counsel"); two that have an "of" each are two people's."""
    first, *rest = _REMIT.split(text, maxsplit=1)
    words = text.split()
    if not rest or len(words) > _OFFICE or not role(first) or {"fore", "group"} & kinds(first.split()[0]):
        return False
    if not all(word.strip("(),")[:1].isupper() or word == "&" or "small" in kinds(word) for word in words):
        return False
    second = rest[0].rsplit(") ", 1)[-1].removeprefix("and ").removeprefix("& ")
    if second.endswith(")"):
        return False  # "Assistant Director (Housing)": a field of work is no part of the title
    grouped = "group" in kinds(second.rsplit(" ", 1)[-1])
    if text[len(first)] == ",":
        return not (person(second) or (role(second) and not _BOTH.search(second)) or grouped or employer(second) or "," in second)
    return not (person(second) or grouped or all(" of " in f" {one} " for one in (first, second)))


def listed(text: str) -> bool:
    """Whether a whole text is the name of one group for several things ("Policy, Performance and Research Unit")."""
    first, comma, rest = text.partition(", ")
    words = text.split()
    if not comma or len(words) > WIDEST or "group" not in kinds(words[-1]) or _BOTH.search(rest) is None:
        return False
    capital = all(word[0].isupper() or word == "&" or "small" in kinds(word) for word in words)
    return capital and not any("post" in kinds(word) or "group" in kinds(word.strip(",")) for word in words[:-1]) and not person(first)


_FORE: Final = 6
"""Words of a name that begins with its noun, of which only that one need be known."""


def _fore(tokens: list[str], kind: str) -> bool:
    """Whether words are a name that begins with its noun ("Service juridique", "chargée de mission handicap"): the others are no words of
    sentences; one that is written small has a complement behind it."""
    if not 1 < len(tokens) <= _FORE or not {kind, "fore"} <= kinds(tokens[0]):
        return False
    for token in tokens[1:]:
        of = kinds(token)
        if token.isdigit() or (
            token.islower() and of & {"stop", "verb", "keep", "nobody", "mine"} and not of & {"small", "of", "particle"}
        ):
            return False
    return tokens[-1].isalpha() and not kinds(tokens[-1]) & {"small", "of", "det"}


def team(text: str) -> bool:
    """At most ten words that end in, or begin with, a noun of a group ("website team"), or a short name in capitals."""
    tokens = text.split()
    if not tokens or len(tokens) > WIDEST:
        return False
    first, last = kinds(tokens[0]), kinds(tokens[-1])
    if text[0].islower() and "post" in first and "group" not in first:
        return False
    if any(
        token.islower() and kinds(token) & {"verb", "keep", "by", "stop"} and not kinds(token) & {"small", "of", "particle"}
        for token in tokens
    ):
        return False
    if "group" in last:
        if len(tokens) > 1:
            return "common" not in last or not text.islower()  # "the ward staff", "your local council": no names
        return "solo" in last or _compound(text.lower())
    if text[0].isupper() and _fore(tokens, "group"):
        return True
    if "group" in first and len(tokens) > 1 and (text[0].isupper() or len(tokens) <= 6):
        if tokens[1][0].isupper() and text[0].isupper() and not any(kinds(token) & {"stop", "verb"} for token in tokens):
            return len(tokens) <= 6
        linked = bool(kinds(tokens[1]) & {"of", "small"}) or ELIDED.match(tokens[1]) is not None
        romance = "group" not in kinds(tokens[1]) and linked and len(tokens) <= 6
        if romance or (text[0].islower() and len(tokens) <= 3 and "post" not in last):
            return not any("stop" in kinds(token) and not kinds(token) & {"of", "small", "det"} for token in tokens[1:])
        return all(token[0].isupper() or kinds(token) & {"small", "field"} or not token[0].isalpha() for token in tokens[1:])
    capital = all(token[0].isupper() or len(token) <= 3 for token in tokens)
    if capital and len(tokens) > 1 and any(kinds(token) & {"group", "field"} for token in tokens):
        plain = any("plain" in kinds(token) and not kinds(token) & {"group", "field", "small"} for token in tokens)
        return not plain and (bool(last & {"field", "group"}) or not last & {"page", "post"})
    short = 2 < len(tokens[-1]) <= 8 and tokens[-1].isupper() and tokens[-1].isalpha() and not last & NOT_NAMES
    return short and len(tokens) <= 3 and all(token[0].isupper() or "rank" in kinds(token) for token in tokens)
