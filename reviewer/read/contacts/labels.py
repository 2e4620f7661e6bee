"""Contact labels: whether words are one, and which values follow the labels of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final

from reviewer.model import ContactKind
from reviewer.read.contacts import words
from reviewer.read.contacts.values import LONGEST, names, role
from reviewer.read.sentences import sentences

COLONS: Final = 40
"""Colons of one line that are looked at."""
QUOTED: Final = 240
"""Characters of a quote."""

_KNOWN: Final = words.HEADS | words.QUALIFIERS | words.MAKERS | words.BY
_TOKEN: Final = re.compile(r"[^\W\d_]+")
_LAST: Final = (
    _KNOWN | words.REACH | words.STOPPERS | words.KEY | {phrase.rsplit(" ", 1)[-1] for phrase in words.WHOLE | words.NAMED_OFFICES}
)
"""Words with one of which each label ends, but for compounds."""
_ENDING: Final = 40
"""Characters before a colon in which that word is looked for: no word of these is so long."""
_COLON: Final = re.compile(r":(?=[\s*_]|$|[^\s/\d\w]|[^\W\d_])|\s[-–—=]\s")
BARE: Final = 100
"""Characters: only a shorter line may have its label without a colon."""
_NO_WORDS: Final = re.compile(r"[\d@#]")
_BEFORE: Final = 110
"""Characters before a colon in which its label stands."""
_WORDS: Final = 7
_JOINED: Final = (" of", " and", " for", " the", " &")
_GLUE: Final = re.compile(r"(?<=[a-zà-ÿ0-9)])(?=([A-ZÀ-Þ][a-zà-ÿ]{2,20})\b[^:]{0,40}:)")
"""Where a capital comes right after a small letter or a digit, before a colon: an export lost the end of a line."""
_LABELS: Final = words.HEADS | words.STOPPERS | words.PREFIXES | words.MAKERS
_BARE: Final = re.compile(
    rf"(?:^|(?<=\d ))(?:{'|'.join(sorted(words.NO_COLON))}) (?P<head>{'|'.join(sorted(words.NO_COLON_HEADS))}) (?=[^\W\d_])",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    rf" (?<! of )(?<! and )(?<! for )(?:(?:{'|'.join(word.title() for word in sorted(words.PREFIXES))}) )?"
    rf"(?:{'|'.join(word.title() for word in sorted(words.ENDS))})(?= |$)"
)
"""Where the next label begins, in a line whose labels have no colon."""
_ROLE_FIRST: Final = re.compile(r"(?P<role>[^:|]{3,60}): (?P<rest>[^:]{3,200})")
_NOT_LABEL: Final = re.compile(r"[.;|•>,?!](?:\s|$)|[|;•>,\d]")


def is_label(text: str, extra: frozenset[str] = frozenset()) -> bool | None:
    """Whether ``text`` as a whole is a contact label: True when it is a strong one, False when weak, None when it is none."""
    if len(text) > 80 or ": " in text or _NO_WORDS.search(text):
        return None
    tokens = _TOKEN.findall(text.lower())
    if not tokens:
        return None
    tokens = [next((end for end in words.LABEL_COMPOUNDS if token.endswith(end)), token) for token in tokens]
    if " ".join(tokens) in extra or " ".join(tokens) in words.WHOLE:
        return True
    if " ".join(tokens) in words.NAMED_OFFICES:
        return False
    if tokens[0] == "key" and len(tokens) == 2 and tokens[1] in words.KEY:
        return False
    made = any(token in words.MAKERS for token in tokens) and any(token in words.BY for token in tokens)
    if len(tokens) > 7 or not (made or any(token in words.HEADS for token in tokens)):
        return None
    if not all(token in _KNOWN for token in tokens):
        return None
    return made or any(token in words.STRONG for token in tokens)


def is_other(text: str) -> bool:
    """Whether ``text`` as a whole is the label of something else in a document's front matter ("Approved by", "Document status")."""
    tokens = _TOKEN.findall(text.lower()) if len(text) < 60 and not _NO_WORDS.search(text) else []
    return (
        bool(tokens)
        and tokens[0] != "of"
        and tokens[-1] in words.STOPPERS
        and all(token in words.STOPPERS or token in words.PREFIXES for token in tokens)
    )


def colon_like(text: str) -> bool:
    """Whether a line (white space is single blanks) could have a label before a colon, or before what stands for one: a cheap look."""
    if ":" in text or ("-" in text and " -" in text) or ("=" in text and " =" in text):
        return True
    return not text.isascii() and (" –" in text or " —" in text)


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a line: where it stands, and whether it is a contact's (strong or weak), an address's, or another one."""

    start: int
    end: int
    strong: bool | None
    reach: bool = False


def labels_in(text: str, extra: frozenset[str]) -> list[Label]:
    """The labels of one line. Before a colon stand up to seven words: the longest end of them that is a label counts."""
    found: list[Label] = []
    last = 0
    if not colon_like(text):
        return found
    ends = _LAST | {label.rsplit(" ", 1)[-1] for label in extra} if extra else _LAST
    for colon in islice(_COLON.finditer(text), COLONS):
        low = max(last, colon.start() - _BEFORE)
        last = colon.end()
        tokens = _TOKEN.findall(text[max(low, colon.start() - _ENDING) : colon.start()].lower())
        if tokens and not (tokens[-1] in ends or tokens[-1].endswith(words.LABEL_COMPOUNDS)):
            continue
        cuts = [cut.end() for cut in _NOT_LABEL.finditer(text, low, colon.start())]
        low = cuts[-1] if cuts else low
        starts = [word.start() for word in re.finditer(r"\S+", text[low : colon.start()])][-_WORDS:]
        for at in (low + start for start in starts):
            inside = text[low:at].rstrip().lower().endswith(_JOINED)
            one = _label(text[at : colon.start()], at, colon.end(), extra, first=at == low + starts[0], inside=inside)
            if one is not None:
                found.append(one)
                break
    return found


def _label(label: str, start: int, end: int, extra: frozenset[str], *, first: bool, inside: bool) -> Label | None:
    """What a label before a colon is, or None. ``inside``: the word before it needs what comes ("Head of Policy")."""
    strong = is_label(label, extra)
    if strong is not None:
        return Label(start, end, strong) if first or label.lstrip("*_([")[:1].isupper() else None
    tokens = _TOKEN.findall(label.lower())
    if tokens and all(token in words.REACH for token in tokens):
        return Label(start, end, None, reach=True)
    if tokens and (all(token in words.STOPPERS for token in tokens) or (label[:1].isupper() and not inside and is_other(label))):
        return Label(start, end, None)
    return None


def labelled(text: str, extra: frozenset[str]) -> Iterator[tuple[bool, str, str, str]]:
    """(strong, value, value with the addresses after it, quote) for each contact label of one line."""
    for piece in _unglued(text):
        yield from _labelled(piece, extra)


def _unglued(text: str) -> list[str]:
    """A line cut where the next label was glued to the value before it ("Ann ExampleReview date: ...")."""
    if ":" not in text:
        return [text]
    cuts = [found.start() for found in islice(_GLUE.finditer(text), COLONS) if found.group(1).lower() in _LABELS]
    return [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]


def _value(text: str) -> str:
    """A value without the next column or label; of a role and who holds it ("Lead: Ann Example") the person."""
    found = _ROLE_FIRST.match(text.strip())
    if found is None:
        return text
    held = names(found["rest"], strong=False)
    return found["rest"] if held and held[0][0] is ContactKind.PERSON and role(found["role"].strip()) else found["role"]


def _labelled(text: str, extra: frozenset[str]) -> Iterator[tuple[bool, str, str, str]]:
    """The same for one piece of a line."""
    labels = labels_in(text, extra)
    for at, label in enumerate(labels):
        if label.strong is None:
            continue
        rest = labels[at + 1 :]
        stop = rest[0].start if rest else len(text)
        reach = next((other.start for other in rest if not other.reach), len(text))
        value = text[label.end : min(stop, label.end + LONGEST)]
        end = next(iter(sentences(value)), (0, 0))[1]
        far = text[label.end : min(reach, label.end + LONGEST)]
        yield label.strong, _value(value[:end]), far, text[label.start : min(reach, label.start + QUOTED)].strip()
    if len(text) >= BARE or ":" in text:
        return
    found = _BARE.search(text)
    if found and text[found.start()].isupper() and text[found.end()].isupper():
        value = text[found.end() :]
        ends = _ENDS.search(value)
        value = value[: ends.start()] if ends else value
        yield found["head"].lower() in words.STRONG, value, value, text[found.start() :].strip()
