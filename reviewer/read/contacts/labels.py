"""Contact labels, composed of words of known kinds: whether words are one, where labels stand in a line, and what follows them.

A label is a noun of keeping, writing, asking or leading ("owner", "author", "contact", "lead"), a participle with its "by", a
"responsible" with whatever it is said of, or a question ("Who keeps this page?"), with open modifiers around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from reviewer.model import ContactKind
from reviewer.read.contacts.values import LONGEST, Value, typed
from reviewer.read.contacts.words import CONCEPTS, KNOWN, NONE, STRONG, WORD, kinds, phrases
from reviewer.read.document import BlockKind, Document
from reviewer.read.sentences import sentences

COLONS: Final = 40
"""Colons of one line that are looked at."""
QUOTED: Final = 240
"""Characters of a quote."""
_BEFORE: Final = 110
"""Characters before a colon in which its label stands."""
_WORDS: Final = 9
"""Words of the longest label."""
_TITLE: Final = 60
"""Characters of a line that may be a title."""
_CREW: Final = 5
"""Words of the longest name of a team in a field."""
_OPEN: Final = " *_>"
_ALSO: Final = re.compile(r"(?:\((?:s|e|es|n|in|innen)\)|[/:*_](?:in|innen|s|e|rice|a|as)| \(\w{2,8}\)$)(?![^\W\d_])")
"""The other ends of a noun: "author(s)", "Autor:in"."""
_NO_WORDS: Final = re.compile(r"[\d@#]")
_COLON: Final = re.compile(
    r":(?!(?:in|innen)\b)(?=[\s*_]|$|[^\s/\d\w]|[^\W\d_])|\s[-–—=|]\s|"
    r"\s(?:is|are|ist|sind|est|es|yw|zijn|är|er|è|é|és|jest)"
    r"(?=:?$|:?\s(?:(?:the|our|an?|d[aei][rsmn]?|l[aeo]s?|el|het|il|os?|y) |l['’])?[^\W\d_a-z])"
)
"""What stands between a label and its value."""
_TAIL: Final = re.compile(r"(\w{4,20}) (?=[^\W\d_a-zß-ÿ])")
"""What a label says behind a dash, before its value: "Responsible Manager - Policy Ann Example"."""
_NOT_LABEL: Final = re.compile(r"[.;|•>,?!](?:\s|$)|[|;•>,\d]")
_GLUE: Final = re.compile(r"(?<=[a-zà-ÿ0-9)])(?=([A-ZÀ-Þ][a-zà-ÿ]{2,20})\b[^:]{0,40}:)")
"""Where a capital comes right after a small letter or a digit, before a colon: an export lost the end of a line."""
_LABELS: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,20}):")
_CAPITAL: Final = re.compile(r"\b[^\W\d_a-zß-ÿ]\w+")
_CELLS: Final = re.compile(r"\b([^\W\d_]+?[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ]+ )")
"""Where two cells of a row were glued together."""
_BARE: Final = KNOWN - {"fill", "det", "of", "by", "reach"}
_ANOTHER: Final = frozenset({"other", "page", "rank", "of", "by", "fill", "small", "det"})
_INSIDE: Final = frozenset({"of", "and", "for", "the", "&"})
"""Words that need what comes after them: no label begins there ("Head of Policy")."""


class Label(NamedTuple):
    """A label in a line: where it stands, and whether it is a contact's (strong or weak), an address's, or another one."""

    start: int
    end: int
    strong: bool | None
    reach: bool = False


class Known(NamedTuple):
    """What the page and its user add to the lexicon: labels of the config, and the words of the page's own subject."""

    extra: frozenset[str] = NONE
    topic: frozenset[str] = NONE

    def bare(self) -> Known:
        """The same without the page's subject."""
        return self._replace(topic=NONE)


NOTHING: Final = Known()


def topic(document: Document) -> frozenset[str]:
    """The words of the page's own subject: its title and first headings, and what their first letters make."""
    heads = [block.text for block in document.blocks[:40] if block.kind is BlockKind.HEADING and block.level <= 2][:2]
    heads += [block.text for block in document.blocks[:4] if len(block.text) < _TITLE]
    words = WORD.findall(" ".join([document.title, *heads])[:600])
    letters = "".join(word[0] for word in words if len(word) > 3).lower()
    acronyms = {letters[at : at + size] for size in (3, 4) for at in range(len(letters) - size + 1)}
    return frozenset(word.lower() for word in words if len(word) > 2) | acronyms


@lru_cache(maxsize=2048)
def is_label(text: str, known: Known = NOTHING) -> bool | None:
    """Whether ``text`` as a whole is a contact label: True when it is a strong one, False when weak, None when it is none."""
    if len(text) > 90 or ": " in text or text.endswith(".") or _NO_WORDS.search(text):
        return None
    words = WORD.findall(_ALSO.sub("", text.lower()))
    while words and "det" in kinds(words[0]):
        del words[0]
    if not words or len(words) > _WORDS:
        return None
    joined = " ".join(words)
    if joined in known.extra:
        return True
    if joined in phrases("office"):
        return False
    every = [kinds(word) for word in words]
    if any("alien" in one or ("elsewhere" in one and word not in known.topic) for word, one in zip(words, every, strict=True)):
        return None
    if any("appointed" in one for one in every) and every[-1] & {"post", "lead"} and "other" not in every[-1]:
        return False
    if "by" in every[-1] and any("keep" in one for one in every):
        return None if "other" in every[0] else True  # "Last edited by" tells of one change
    if "who" in every[0] and any(one & (CONCEPTS | {"keep"}) for one in every):
        return "?" in text or None
    if any("verb" in one for one in every[:-1]) or ("contact" in every[0] and any("det" in one for one in every[1:2])):
        return None
    return _composed(words, every, known)


def _composed(words: list[str], every: list[frozenset[str]], known: Known) -> bool | None:
    """The same of a noun with its modifiers: its concept is the first or the last word that says something, before an "of"."""
    if "other" in every[-1] and not every[-1] & CONCEPTS:
        return None
    cut = next((at for at, one in enumerate(every) if at and "of" in one and not one & CONCEPTS), len(words))
    spans = ((0, cut), (cut + 1, len(words)))
    for low, high in spans:
        core = [at for at in range(low, high) if not every[at] & {"fill", "det", "of"} or every[at] & (CONCEPTS | {"post"})]
        if not core:
            continue
        first, last = every[core[0]], every[core[-1]]
        if "other" in last and not last & CONCEPTS:
            return None
        concept = last & CONCEPTS or first & CONCEPTS
        if "answer" in last and high < len(words) and cut == len(words) - 1:
            return None  # "Responsible for:" tells duties
        if "duty" in last and high < len(words) and not any(one & {"page", "self"} for one in every[cut:]):
            return None
        if not concept and last & {"post"} and low == 0:
            own = len(core) > 1 and all("self" in every[at] for at in core[:-1])
            return False if own or _ours(words, every, known) else None
        if not concept:
            return None
        strange = [at for at in range(len(words)) if not every[at] & (KNOWN | {"post", "group", "field"} | {"small"})]
        after = [at for at in strange if core[0] < at < high and first & CONCEPTS and not last & CONCEPTS]
        if after and not (first & {"answer"}) and "of" not in every[after[0] - 1]:
            return None
        if "write" in concept and _foreign(words[cut + 1 :], known):
            return None
        if concept & STRONG:
            return not ("answer" in concept and strange and high < len(words)) if len(strange) <= 4 else None
        if concept & {"lead"}:
            return False if not strange or _ours(words, every, known) else None
        return False if len(strange) <= 2 else None
    return None


def _foreign(words: list[str], known: Known) -> bool:
    """Whether what an author wrote ("of the study") is no page, and not what this page is about."""
    every = [kinds(word) for word in words]
    return bool(every) and not any(one & {"page", "self"} for one in every) and known.topic.isdisjoint(words)


def _ours(words: list[str], every: list[frozenset[str]], known: Known) -> bool:
    """Whether a post is that of the page's own subject ("Safeguarding Lead" of a safeguarding policy), or of the document."""
    said = [
        word
        for word, one in zip(words, every, strict=True)
        if not one & {"post", "of", "det", "small", "fill", "rank"} or (one & {"field"} and not one & {"page"})
    ]
    return any(word in known.topic for word in said)


def is_other(text: str) -> bool:
    """Whether ``text`` as a whole is the label of something else in a document's front matter ("Approved by", "Document status")."""
    every = [kinds(word) for word in WORD.findall(text.lower())] if len(text) < 60 and not _NO_WORDS.search(text) else []
    return any("other" in one for one in every) and "of" not in every[0] and all(one & _ANOTHER for one in every)


_FIELD_END: Final = re.compile(r"[*_ ]*:[*_]*(?: |$)")


def position(text: str) -> str | None:
    """What a field with the label of a person's post says ("Job title: Ward Manager", "Job title Ward Manager"): an empty text when the
    line is no more than the label, None when it has none."""
    words = text.lstrip(_OPEN).split()[:4]
    size = 0
    while size < len(words) and "position" in kinds(words[size]):
        size += 1
        if words[size - 1].endswith(":"):
            break
    if (
        not size or "page" in kinds(text.rsplit(None, 1)[-1]) or text.lstrip(_OPEN).split()[size : size + 1] == ["of"]
    ):  # "Title: Nurse Staffing Policy"
        return None
    return text.lstrip(_OPEN).split(None, size)[size].strip(" *_") if len(text.split()) > size else ""


def crew(text: str, kind: str = "crew") -> str | None:
    """The name in a field whose label is a word for a team and no more ("Team: Payments Core", "squad: growth")."""
    end = _FIELD_END.search(text, 0, 30)
    if end is None or kind not in kinds(text[: end.start()].strip(_OPEN)):
        return None
    name = text[end.end() :].strip(" *_")
    words = name.split()
    return name if 0 < len(words) <= _CREW and not any("nobody" in kinds(word) for word in words) and name[-1].isalnum() else None


@lru_cache(maxsize=512)
def labels_in(text: str, known: Known) -> tuple[Label, ...]:
    """The labels of one line. Before a colon stand up to nine words: the longest end of them that is a label counts."""
    found: list[Label] = []
    last = 0
    for colon in islice(_COLON.finditer(text), COLONS):
        low = max(last, colon.start() - _BEFORE)
        if colon.group()[0] not in ": " or not text[colon.start() + 1 : colon.start() + 3].isalpha():
            last = colon.end()
        cuts = [cut.end() for cut in _NOT_LABEL.finditer(text, low, colon.start())]
        low = cuts[-1] if cuts else low
        starts = [low + word.start() for word in re.finditer(r"\S+", text[low : colon.start()])][-_WORDS:]
        for at in starts:
            before = text[low:at].rstrip().lower().rsplit(" ", 1)[-1]
            one = _label(text[at : colon.start()], at, colon, known, first=at == starts[0], inside=before in _INSIDE)
            if one is not None and found and one.start - found[-1].end <= 1:
                one = next((later for later in _later(text, starts, colon, known)), one)
            if one is not None:
                tail = _TAIL.match(text, one.end) if "-" in colon.group() and one.strong is not None else None
                found.append(one._replace(end=tail.end()) if tail and "page" in kinds(tail[1]) else one)
                last = colon.end()
                break
    return tuple(found)


def _later(text: str, starts: list[int], colon: re.Match[str], known: Known) -> Iterator[Label]:
    """The labels before a colon that leave a whole name to the label before them ("Author: Estates Team Executive Lead: ...")."""
    for at in starts[1:]:
        values, whole = typed(text[starts[0] : at].strip(), strong=False)
        if (
            values
            and whole
            and at - starts[0] > len(values[0][1].split(" ", 1)[0]) + 1
            and (one := _label(text[at : colon.start()], at, colon, known, first=False, inside=False)) is not None
        ):
            yield one


def _label(label: str, start: int, colon: re.Match[str], known: Known, *, first: bool, inside: bool) -> Label | None:
    """What a label before a colon is, or None. ``inside``: the word before it needs what comes ("Head of Policy")."""
    words = WORD.findall(label.lower())
    if not words or inside:
        return None
    capital = label.lstrip("*_([")[:1].isupper()
    verb = colon.group().strip(" :").isalpha()
    if verb and not kinds(words[0]) & (STRONG | {"det"}):
        return None
    strong = is_label(label, known if verb or ":" in colon.group() else known.bare())
    if strong is not None:
        return Label(start, colon.end(), strong) if first or capital or verb else None
    if verb:
        return None
    every = [kinds(word) for word in words]
    if all("reach" in one for one in every):
        return Label(start, colon.end(), None, reach=True)
    if all("other" in one for one in every) or (capital and (is_other(label) or ("post" in every[-1] and first and ":" in colon.group()))):
        return Label(start, colon.end(), None)
    return None


def labelled(text: str, known: Known) -> Iterator[tuple[bool, str, str, str]]:
    """(strong, value, value with the addresses after it, quote) for each contact label of one line."""
    pieces = [text]
    if ":" in text:
        cuts = [
            found.start()
            for found in islice(_GLUE.finditer(text), COLONS)
            if kinds(found.group(1)) & (CONCEPTS | {"other", "page", "keep"})
        ]
        pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    elif glued := _CELLS.search(text):
        pieces = [f"{text[: glued.end()]}: {text[glued.end() :]}"] if kinds(glued[1]) & CONCEPTS else pieces
    for piece in pieces:
        yield from _labelled(piece, known)


def _labelled(text: str, known: Known) -> Iterator[tuple[bool, str, str, str]]:
    """The same for one piece of a line."""
    labels = labels_in(text, known)
    for at, label in enumerate(labels):
        if label.strong is None or any("alien" in kinds(word) for word in _LABELS.findall(text[max(0, label.start - 200) : label.start])):
            continue
        rest = labels[at + 1 :]
        stop = rest[0].start if rest else len(text)
        reach = next((other.start for other in rest if not other.reach), len(text))
        value = text[label.end : min(stop, label.end + LONGEST)]
        ends = (end for _, end in sentences(value) if "title" not in kinds(value[:end].rsplit(None, 1)[-1]))
        end = next(ends, len(value))
        far = text[label.end : min(reach, label.end + LONGEST)]
        yield label.strong, _cut(value[:end]), far, text[label.start : min(reach, label.start + QUOTED)].strip()
    if not any(label.strong is not None for label in labels):
        yield from _bare(text, known)


def _cut(value: str) -> str:
    """A value without what another colon divides: of a post and who holds it ("Lead: Ann Example") the person."""
    before, colon, after = value.strip().partition(": ")
    post = typed(before, strong=False)[0]
    held = bool(colon and post) and not _person(post) and _person(typed(after.strip(), strong=False)[0])
    return after if held else before


def _person(values: list[Value]) -> bool:
    """Whether the first value is a person."""
    return bool(values) and values[0][0] is ContactKind.PERSON


def _bare(text: str, known: Known) -> Iterator[tuple[bool, str, str, str]]:
    """A label without a colon before a value ("Policy Owner Head of Parks"): its words are known, and the value has a type of its own."""
    if not any(kinds(word) & _BARE for word in _CAPITAL.findall(text)):
        return
    words = list(re.finditer(r"\S+", text))
    until = tried = 0
    for start, word in enumerate(words[:-1]):
        first = kinds(word.group())
        if start < until or not word.group()[0].isupper() or not first & _BARE or tried > COLONS:
            continue
        tried += 1
        if start and not _boundary(words[start - 1].group()) and not first & STRONG:
            continue
        for end in range(min(start + 4, len(words) - 1), start, -1):
            label = text[word.start() : words[end - 1].end()]
            dashed = end > start + 2 and words[end - 2].group() == "-" and "page" in kinds(words[end - 1].group())
            if not words[end].group()[0].isupper() or not (dashed or kinds(words[end - 1].group()) & (CONCEPTS | {"by", "post"})):
                continue
            every = all(kinds(one.group()) & (KNOWN | {"post"}) or one.group() == "-" for one in words[start:end])
            strong = is_label(label.replace(" - ", " of "), known) if every else None
            if strong is None or (end == start + 1 and not first & STRONG):
                continue
            value = text[words[end].start() : words[end].start() + LONGEST]
            named, whole = typed(re.split(r"[,;|(\n\d]", value, maxsplit=1)[0].strip(), strong=False)
            if named and (
                _person(named)
                or (
                    (not start or whole)
                    and (end > start + 1 or named[0][0] is ContactKind.ROLE or "group" in kinds(named[0][1].rsplit(" ", 1)[-1]))
                )
            ):
                yield strong, value, value if not start else "", text[word.start() :].strip()[:QUOTED]
                until = end
                break


def _boundary(word: str) -> bool:
    """Whether a new field may begin after a word: a number, a bracket, an end."""
    return word[-1].isdigit() or word[-1] in ")].|;"
