"""What stands after a contact label or a request: people, teams, posts, addresses, numbers, channels.

A text is cut first, then each piece is typed by its shape and the kinds of its words. Nothing is built: every value is a piece of the
page's own text, or the address of a ``mailto:`` link. What has no type is silence.
"""

from __future__ import annotations

import re
from typing import Final

from reviewer.model import ContactKind
from reviewer.read.contacts.words import NOT_NAMES, kinds, lexicon, phrases

LONGEST: Final = 260
"""Characters of a value that are looked at: names do not run on for longer."""
WIDEST: Final = 10
"""Words of the longest post or team."""

Value = tuple[ContactKind, str]

EMAIL: Final = re.compile(r"(?<![\w.+%-])[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", re.ASCII)
_BRACKETED: Final = re.compile(rf"[<(\[]?{EMAIL.pattern}[>)\]]?", re.ASCII)
"""An address as it stands behind a name: "Ann Example <ann@site.example>"."""
_SAMPLE: Final = re.compile(
    r"(?:your|my|first|fore)[._-]?(?:last|sur)?name\b.*|(?:user(?:name)?|name|someone|somebody|foo|you|j(?:ohn|ane)\.doe)@.*", re.IGNORECASE
)
"""An address that shows how one is written."""
PHONE: Final = re.compile(r"(?<![\w/.+-])(?:\+\d{1,3}[ .-]?)?(?:\(0?\d{1,5}\)[ .-]?)?\d{2,5}(?:[ .-]?\d{2,5}){1,5}(?![\w/-])")
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
_NAME: Final = re.compile(
    r"[^\W\d_a-zß-ÿ][\w'’-]*[^\W\d_]|[^\W\d_]\.?|(?:[^\W\d_a-zß-ÿ]\.-?){1,2}[^\W\d_a-zß-ÿ]\.?|[^\W\d_]['’][^\W\d_][\w-]+"
)
_GLUED: Final = re.compile(r"(?!Mac|Fitz)[a-zà-ÿ]{3}[A-ZÀ-Þ]")
"""Where the words of two cells were run together."""
_ELIDED: Final = re.compile(r"(?:l|d|un|dell|all|dall|nell)['’](?=[^\W\d_])", re.IGNORECASE)
_SPELT: Final = re.compile(
    r"([\w.+-]{1,64}) ?[\[({] ?(?:at|ät|arobase|arroba) ?[\])}] ?"
    r"([\w-]{1,63}(?: ?(?:\.|[\[({] ?(?:dot|punkt|point|punto) ?[\])}]) ?[\w-]{1,63}){1,6})",
    re.IGNORECASE,
)
_DOT: Final = re.compile(r"[^.\w-]+(?:(?:dot|punkt|point|punto)[^.\w-]+)?", re.IGNORECASE)
"""An address that is written so that no machine reads it."""
_LETTERS: Final = re.compile(
    r"(?:MD|PhD|RN|RGN|FRC\w{1,4}|MRC\w{1,4}|[MOC]BE|M[SE][cd]|B[SE][cd]|BA|MA|MPH|MB[BC]\w{1,2}|DPhil|EdD|JD|CPA|RD|DO|PharmD|Esq)\.?"
)
"""The letters after a name."""
_DEGREE: Final = frozenset({"n.", "med.", "hab.", "phil.", "rer.", "nat."})
"""What belongs to a title before it: "dr n. med."."""
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
    for part in _PARTS.split(clean):
        for piece in _pieces(part):
            if _LETTERS.fullmatch(piece):
                continue
            values, whole = typed(piece, strong=strong, after=bool(found) and found[-1][0] is ContactKind.PERSON, loose=not found)
            before = [value[0] for value in found[-2:]]
            for value in values:
                second = value[0] is ContactKind.ROLE and before == [ContactKind.PERSON, ContactKind.ROLE]
                works = value[0] is ContactKind.TEAM and before and (value[1].isupper() or employer(value[1]))
                if value not in found and not second and not works:
                    found.append(value)
            if not whole:
                return found
    return found


def _forenames(text: str) -> bool:
    """Whether words behind a surname are forenames or initials ("Philippa J.", "K."), and not the letters of a degree ("RN")."""
    return not text.isupper() or "." in text or len(text) == 1


def employer(team: str) -> bool:
    """Whether a group is a whole organisation or a building, which is where the one before it works, and no contact."""
    words = team.split()
    return bool(kinds(words[-1]) & {"org", "site"}) or (
        len(words) > 1 and "org" in kinds(words[0]) and bool(kinds(words[1]) & {"of", "small"})
    )


def _compound(word: str) -> bool:
    """Whether one word is a group of its own by what it is put together of ("Pressestelle", "Webteam")."""
    return len(word) > 6 and "group" not in lexicon().whole.get(word, ()) and word not in lexicon().ends


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
    words = [_ELIDED.sub("", word) for word in words[:1]] + words[1:]
    while (
        words and "det" in kinds(words[0]) and not (words[0][0].isupper() and ("particle" in kinds(words[0]) or _INITIAL.match(words[0])))
    ):
        words = words[1:]
    if not words or _nobody(words):
        return [], False
    if after and _trade(words, strong=strong):
        return [(ContactKind.ROLE, " ".join(words))], True
    titled = next((at for at, word in enumerate(words[:WIDEST]) if at and word[0].isupper() and "title" in kinds(word)), 0)
    if (
        titled
        and not _titled(words[titled - 1 :])
        and kinds(words[titled - 1]) & {"post", "agent"}
        and person(" ".join(words[titled:]), strong=strong)
    ):
        left = " ".join(words[:titled])
        return [*([(ContactKind.ROLE, left)] if role(left) else []), (ContactKind.PERSON, " ".join(words[titled:]))], True
    for end in range(1, min(len(words), 6)):
        left, right = " ".join(words[:end]), " ".join(words[end:])
        if len(words) > end + 1 and kinds(words[end]) & {"post", "rank", "field"} and person(left) and role(right):
            return [(ContactKind.PERSON, left), (ContactKind.ROLE, right)], True
        if "post" in kinds(words[end - 1]) and not _titled(words) and role(left) and person(right):
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


def _trade(words: list[str], *, strong: bool) -> bool:
    """Whether words right after a person say what that person is: small ones that are no sentence ("pédiatre", and any after a ``strong``
    label), or with a noun that ends as trades do ("Play Specialist", "Diätassistentin")."""
    every = [kinds(word) for word in words]
    if len(words) > _TRADE or any(one & {"stop", "nobody", "verb", "keep", "reach"} and "small" not in one for one in every):
        return False
    headed = len(words) > 2 and "post" in every[0] and every[1] & {"of", "small"}
    if ("group" in every[-1] and not headed) or any(letter.isdigit() for letter in "".join(words)):
        return False
    if words[0].islower():
        return bool((every[0] | every[-1]) & {"post", "agent"}) or (strong and len(words) <= 3 and "det" not in every[0])
    if len(words) == 1:
        return bool(every[0] & {"post", "answer"})
    return not person(" ".join(words)) and bool((every[0] | every[-1]) & {"agent", "post"} and not every[-1] & {"abstract", "org"})


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


def _titled(words: list[str]) -> bool:
    """Whether a name begins with a title."""
    return "title" in kinds(words[0])


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
    if mine and text[0].islower() and "group" in kinds(words[-1]):
        return None
    if role(text) and not mine and (text[0].isupper() or "yours" not in last):
        return ContactKind.ROLE, text
    if team(text) and not (mine and "yours" in last):
        return ContactKind.TEAM, text
    if strong and _HANDLE.fullmatch(text):
        return ContactKind.TEAM, text
    if (
        strong
        and loose
        and len(words) <= 6
        and text[0].isupper()
        and not _GLUED.search(text)
        and all(word[0].isupper() or (len(word) <= 3 and "det" not in kinds(word)) for word in words)
    ):
        if "plain" in last or all(kinds(word) & {"plain", "page", "other", "nobody", "reach", "alien", "group"} for word in words):
            return None
        return (ContactKind.PERSON if len(words) == 1 and text.isalpha() and not text.isupper() else ContactKind.TEAM), text
    return None


def person(text: str, *, strong: bool = False) -> bool:
    """Two to five words with capitals, none of them a word of posts or teams; one is enough after a title.

    ``strong``: the name may end in initials, as authors are listed ("Example J"), or be in capitals.
    """
    rest = text.split()
    titled = bool(rest) and _titled(rest)
    while rest and (_titled(rest) or (titled and rest[0].lower() in _DEGREE)):
        rest = rest[1:]
    while len(rest) > 2 and _LETTERS.fullmatch(rest[-1].strip(",")):
        rest = rest[:-1]
    if not (1 if titled else 2) <= len(rest) <= 5:
        return False
    if rest[0].islower() and not (titled and len(rest) > 1 and "particle" in kinds(rest[0])):
        return False
    for token in rest:
        low = token.lower().strip(".,")
        if (token.islower() or token.istitle()) and "particle" in kinds(token) and token is not rest[-1]:
            continue
        if strong and token is rest[-1] and token.isupper() and len(token) <= 3:
            continue
        if (
            not _NAME.fullmatch(token)
            or _GLUED.search(token)
            or (not kinds(token).isdisjoint(NOT_NAMES) and len(low) > 1)
            or (low.isalpha() and token.isupper() and len(low) > 1 and not titled and not (strong and len(low) > 3))
        ):
            return False
    return strong or len(rest[-1].strip(".")) > 1


def role(text: str) -> bool:
    """At most ten words with a noun of office ("Head of Parks"), written with a capital, or at least two with that noun as the last."""
    tokens = text.split()
    headed = len(tokens) > 2 and "post" in kinds(tokens[0]) and bool(kinds(tokens[1]) & {"of", "small"})
    if len(tokens) > WIDEST or ("group" in kinds(tokens[-1]) and not headed):
        return False
    if not any("post" in kinds(token) for token in tokens):
        return False
    if not text[0].isupper():
        return len(tokens) > 1 and "post" in kinds(tokens[-1]) and not any(kinds(token) & {"stop", "by", "det"} for token in tokens)
    return all(token[0].isupper() or kinds(token) & {"small", "post"} or not token[0].isalpha() for token in tokens)


def team(text: str) -> bool:
    """At most ten words that end in, or begin with, a noun of a group ("website team"), or a short name in capitals."""
    tokens = text.split()
    if not tokens or len(tokens) > WIDEST:
        return False
    first, last = kinds(tokens[0]), kinds(tokens[-1])
    if text[0].islower() and "post" in first and "group" not in first:
        return False
    if any(token.islower() and kinds(token) & {"verb", "keep", "by", "stop"} and not kinds(token) & {"small", "of"} for token in tokens):
        return False
    if "group" in last:
        if len(tokens) > 1:
            return "common" not in last or not text.islower()  # "the ward staff", "your local council": no names
        return "solo" in last or _compound(text.lower())
    if "group" in first and len(tokens) > 1 and (text[0].isupper() or len(tokens) <= 6):
        if tokens[1][0].isupper() and text[0].isupper() and not any(kinds(token) & {"stop", "verb"} for token in tokens):
            return len(tokens) <= 6
        linked = bool(kinds(tokens[1]) & {"of", "small"}) or _ELIDED.match(tokens[1]) is not None
        romance = "group" not in kinds(tokens[1]) and linked and len(tokens) <= 6
        if romance or (text[0].islower() and len(tokens) <= 3):
            return not any("stop" in kinds(token) and not kinds(token) & {"of", "small", "det"} for token in tokens[1:])
        return all(token[0].isupper() or kinds(token) & {"small", "field"} or not token[0].isalpha() for token in tokens[1:])
    capital = all(token[0].isupper() or len(token) <= 3 for token in tokens)
    if capital and len(tokens) > 1 and any(kinds(token) & {"group", "field"} for token in tokens):
        plain = any("plain" in kinds(token) and not kinds(token) & {"group", "field", "small"} for token in tokens)
        return not plain and (bool(last & {"field", "group"}) or not last & {"page", "post"})
    short = 2 < len(tokens[-1]) <= 8 and tokens[-1].isupper() and tokens[-1].isalpha() and not last & NOT_NAMES
    return short and len(tokens) <= 3 and all(token[0].isupper() or "rank" in kinds(token) for token in tokens)
