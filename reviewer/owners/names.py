"""Names as people write them, made comparable: without titles, letters behind the name, accents and case; initials apart; particles part of
the surname ("van der Berg", "Mac Allister", "De Santis" are one word each)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_BEFORE: Final = """
dr doctor mr mrs ms miss mx prof professor sir dame lady lord rev reverend fr sr nurse sister matron cllr councillor consultant herr
frau dra doz pd mgr inz mme mlle dott dottssa sig sigra dhr mevr drs dna sra athro meddyg senhor senhora pani
"""
TITLES: Final = frozenset(_BEFORE.split())
"""What stands before a name, or between a title and it, and is no part of it."""
_FACULTIES: Final = frozenset({"med", "phil", "rer", "nat", "habil", "dent", "univ", "hab", "lek", "vet"})
"""What stands behind a title and belongs to it: "Prof. Dr. med."; by itself Phil and Nat are names."""
_BEGIN: Final = """
van von vom zum zur de der den del della delle degli di da do dos das du la le ten ter te ap ab al el bin ibn mac mc st af av y
"""
PARTICLES: Final = frozenset(_BEGIN.split())
"""Words that begin a surname."""
_BEHIND: Final = """
phd dphil mphil msc bsc mres med bed mbchb mbbs pharmd mpharm bpharm diphe pgdip pgcert pgce dclinpsy beng meng llb llm edd mba bnurs mnurs
rgn rmn hons bchir
"""
_DEGREES: Final = frozenset(_BEHIND.split())
_MORE: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
"""Letters that Unicode does not take apart."""
_TWO: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
"""Letters that are written as two where a keyboard has none of them."""
_BRACKETED: Final = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_LETTERS: Final = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_INITIALS: Final = re.compile(r"(?:[A-Z]\.?){2,3}")
_DOTTED: Final = re.compile(r"(?:[A-Z]\.){2,3}")
"""Initials, be they those of a title ("M.S.")."""
_OF_MEDICINE: Final = re.compile(r"\bn\.\s?(?=med\b)", re.IGNORECASE)
"""The "n." of the Polish "dr n. med."."""
_CAPITALS: Final = re.compile(r"[A-Z]{2,7}")

_WRITTEN: Final = re.compile(r"[^\W\d_a-z][^\W\d_](?:[^\W\d_]|['’-])*")
_LONGEST: Final = 4
"""Words of a person's name."""

Words = tuple[str, ...]


def plain(text: str) -> str:
    """Words for comparing: accents, case, punctuation and a leading "the" do not count; "&" is "and"."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", text.replace("&", " and ")) if not unicodedata.combining(c)).casefold()
    words = re.sub(r"[^\w@+]+", " ", folded.translate(_MORE).replace("'", "").replace("’", "")).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def readings(text: str) -> tuple[Words, ...]:
    """The words of a person's name, given name first, in each way in which it can be read: "García Ruiz, Ana" may be two people's surname
    and name, and "Müller" is written "Mueller", too. "Marlow, Dr Win" and "Win Marlow (lead), PhD" give ("win", "marlow")."""
    composed = unicodedata.normalize("NFC", text).casefold()
    spelt = (text, _bare(text), *((composed.translate(_TWO),) if composed.translate(_TWO) != composed else ()))
    found = (read for each in spelt for read in (_first(_parts(each)), _last(_parts(each))))
    whole = [joined(read) for read in found if read]
    double = [(*read[:-2], f"{read[-2]}-{read[-1]}") for read in whole if len(read) > 2 and len(read[-2]) > 1 and "-" not in read[-1]]
    return tuple(dict.fromkeys((*whole, *double)))


def loose(text: str) -> tuple[Words, ...]:
    """The same with particles as words of their own, for names in another order."""
    return tuple(dict.fromkeys(read for read in (_first(_parts(text)), _last(_parts(text))) if read))


def may_be(text: str) -> bool:
    """Whether words that are taken for a team or a post are written as a person's whole name is: two to four with capitals, no initials."""
    words = text.split()
    return 2 <= len(words) <= _LONGEST and all(_WRITTEN.fullmatch(word) for word in words)


def joined(words: Words) -> Words:
    """The words with the particles of the surname in it, "Mc" as "Mac"."""
    at = next((at for at in range(1, len(words) - 1) if all(word in PARTICLES for word in words[at:-1])), len(words) - 1)
    surname = "".join(words[at:])
    return (*words[:at], re.sub(r"^mc(?=\w{3})", "mac", surname))


def near(one: Words, other: Words) -> bool:
    """Given names may be initials or, after the first, missing; surnames are whole words and equal."""
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1] or len(one[-1]) < 2:
        return False
    few, many = sorted((one[:-1], other[:-1]), key=len)
    if not _alike(few[0], many[0]):
        return False
    rest = iter(many[1:])
    return all(any(_alike(each, name) for name in rest) for each in few[1:])


def split(words: Words) -> Words:
    """The words of a name in one order, double names as two: "Smith-Jones" and "Smith Jones" are one."""
    return tuple(sorted(part for word in words for part in word.split("-")))


def _parts(text: str) -> list[Words]:
    """The words of each part of a name between commas, those that have some."""
    bare = _OF_MEDICINE.sub("", _BRACKETED.sub(" ", text))
    return [part for part in (tuple(_words(part)) for part in bare.split(",")) if part]


def _first(parts: list[Words]) -> Words:
    """A name as it stands; surname first where that is all that stands before a comma."""
    if not parts:
        return ()
    return (*parts[1], *parts[0]) if len(parts[0]) == 1 and len(parts) > 1 else parts[0]


def _last(parts: list[Words]) -> Words:
    """The other reading of a name with a comma: "García Ruiz, Ana M." as given name first. Empty when there is none."""
    return (*parts[1], *parts[0]) if len(parts) > 1 and len(parts[0]) > 1 else ()


def _words(text: str) -> list[str]:
    """The words of one part of a name: no titles, "WJ" and "W.J." as two initials."""
    words: list[str] = []
    titled = False
    for raw in text.split():
        bare = raw.rstrip(".")
        one = plain(bare).replace(" ", "")
        if titled := (one in TITLES and _DOTTED.fullmatch(raw) is None) or (titled and one in _FACULTIES):
            continue
        if _INITIALS.fullmatch(raw) and ("." in raw or not _vowelled(raw)):
            words.extend(letter.casefold() for letter in raw if letter.isalpha())
        else:
            words.extend(plain(word).replace(" ", "-") for word in _LETTERS.findall(bare))
    return words


def _bare(text: str) -> str:
    """The text without the letters of degrees and registers behind a whole name: "Siobhán O'Rourke RM MSc"; they may be a surname."""
    words = text.split()
    while words and (_CAPITALS.fullmatch(words[-1]) or plain(words[-1]).replace(" ", "") in _DEGREES):
        words.pop()
    named = [word for word in words if plain(word.rstrip(".")) not in TITLES]
    return " ".join(words) if len(named) > 1 else text


def _vowelled(word: str) -> bool:
    """Whether capitals may be a short name ("ED", "JO") rather than initials ("WJ")."""
    return any(letter in "AEIOUY" for letter in word)


def _alike(one: str, other: str) -> bool:
    """Whether two given names are equal, or one is the other's initial."""
    return one == other or (1 in {len(one), len(other)} and one[0] == other[0])
