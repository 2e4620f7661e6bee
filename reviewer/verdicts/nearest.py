"""The page of our own site that a broken link probably meant: by its name, by its title, and by what the site's own links, menus and titles
call it ("Podiatry (also called chiropody)")."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import Final, NamedTuple

from reviewer import urls
from reviewer.model import Link, Page, PageState, Visit, Works
from reviewer.verdicts.looks import OneLook

_LIKELY: Final = 0.72
_CLEAR: Final = 0.04
"""So much likelier than the next page has the best one to be: a near tie is a guess, and no suggestion."""
_WHOLE: Final = 1.0
_PART: Final = 0.9
"""How likely a page is that is called just what the link is, by its whole name or by a part of it."""
_SPELT: Final = 0.75
"""How alike two words are that are one, spelt in two ways."""
_SHORT: Final = 3
"""Letters of a word that another one may begin with, and of initials that stand for a name."""
_FILL: Final = """
the a an of and or for to in on at by with our your this that page here more read click us about see link download pdf document view open
website online next previous back top home continue details information find out hier lesen mehr meer lezen ici lire plus savoir aquí leer
más
"""
_FILLERS: Final = frozenset(_FILL.split())
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
"""A hyphen in a word that others write without one ("whistle-blowing")."""
_PARTS: Final = re.compile(r"[()\[\]:/;,]|\s[–—|-]\s|\b(?:also (?:called|known as)|formerly|previously|or|aka)\b", re.IGNORECASE)
"""What divides a name into several names of one thing."""


_Key = str | frozenset[str]
"""A mark of a name, a word with a blank before it (so that it is no mark), or a whole name as its words."""


class _Names(NamedTuple):
    """What a page is called: each whole name, and each part of one, as the words that tell; and all ``words`` of the whole names."""

    whole: frozenset[frozenset[str]]
    parts: frozenset[frozenset[str]]
    words: frozenset[str]


@lru_cache(maxsize=16384)
def _words(text: str) -> frozenset[str]:
    """The words of a text that tell something, without case and accents; of "A&E", which has none, the whole."""
    folded = unicodedata.normalize("NFKD", text.replace("&", " and ").replace("'", "").replace("’", "")).lower()
    every = re.findall(r"\w+", "".join(letter for letter in folded if not unicodedata.combining(letter)))
    telling = frozenset(word for word in every if word not in _FILLERS and (len(word) > 1 or word.isdigit()))
    if not telling and any(word not in _FILLERS for word in every):
        return frozenset({"".join(every)})
    return telling


def _joined(text: str) -> frozenset[str]:
    """The words of a text, those that some write with a hyphen as one."""
    return _words(_HYPHEN.sub("", text))


def _spaced(name: str) -> frozenset[str]:
    """The words of a name in a path."""
    return _words(name.replace("-", " ").replace("_", " "))


@lru_cache(maxsize=8192)
def _name(url: str) -> tuple[str, frozenset[str]]:
    """The last name in a path, without its suffix, and its marks: its words, its first and its last letters.

    Names without a mark in common are not compared any further: a site has thousands of pages, and comparing letters takes its time.
    """
    name = re.sub(r"\.\w{2,5}$", "", urls.decoded(urls.path(url)).rstrip("/").rpartition("/")[2]).lower()
    marks = {*re.findall(r"[^\W\d_]{2,}", name), f"{name[:3]}…", f"…{name[-3:]}"}
    return name, frozenset(marks) if name else frozenset()


def _folders(url: str) -> frozenset[str]:
    """The words of the folders of a path."""
    return _words(re.sub(r"[/_-]", " ", urls.decoded(urls.path(url)).rpartition("/")[0]))


def _called(texts: Iterable[str]) -> _Names:
    """The names in these texts: a title, and the words of links to the page."""
    whole: set[frozenset[str]] = set()
    parts: set[frozenset[str]] = set()
    for text in texts:
        whole |= {_words(text), _joined(text)}
        pieces = [piece for piece in _PARTS.split(text) if piece.strip()]
        parts |= {_words(piece) for piece in pieces} if len(pieces) > 1 else set()
        every = re.findall(r"\w+", text)
        for run in (every, [word for word in every if word.lower() not in _FILLERS]):
            if len(run) >= _SHORT:
                parts.add(frozenset({"".join(word[0] for word in run).lower()}))
    return _Names(frozenset(whole - {frozenset()}), frozenset(parts - {frozenset()}), frozenset().union(*whole))


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one name has a word in the place of the other's, not only more words: "type 1 diabetes" is not "type 2 diabetes"."""
    mine, its = one - other, other - one
    if not mine or not its:
        return False
    if any(map(str.isdigit, mine)) or any(map(str.isdigit, its)):
        numbers = [[word for word in words if word.isdigit()] for words in (mine, its)]
        return not all(any(a.endswith(b) or b.endswith(a) for b in numbers[1]) for a in numbers[0]) or len(numbers[0]) != len(numbers[1])
    return any(not any(_spelt(word, each) for each in its) for word in mine) and any(
        not any(_spelt(word, each) for each in mine) for word in its
    )


@lru_cache(maxsize=8192)
def _years(name: str) -> frozenset[str]:
    """The years in a name."""
    return frozenset(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", name))


@lru_cache(maxsize=8192)
def _spelt(one: str, other: str) -> bool:
    """Whether two words are probably one: misspelt, or cut short."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORT and (long.startswith(short) or (short[-1] == long[-1] and short[0] == long[0] and _within(short, long))):
        return True
    if one[:1] != other[:1] or difflib.SequenceMatcher(None, one, other).ratio() < _SPELT:
        return False  # "maternity" is not "paternity" misspelt
    same = next((at for at, (mine, its) in enumerate(zip(one, other, strict=False)) if mine != its), len(short))
    return 2 * same >= len(short) or _one_slip(short[same:], long[same:])


def _one_slip(short: str, long: str) -> bool:
    """Whether two rests of words, whose first letters differ, are one slip apart: a letter more or another, or two that changed places."""
    more = len(short) < len(long) and short == long[1:]
    return more or short[1:] == long[1:] or (short[:2] == long[1::-1] and short[2:] == long[2:])


def _within(short: str, long: str) -> bool:
    """Whether a word has the letters of another one, in order: "dept" of "department"."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def _likeness(url: str, words: str, page: str, called: _Names) -> float:
    """How probable it is that the link meant this page: 0 to 1, by the name in its path, by its title and by what it is called."""
    (wanted, marks), (name, other) = _name(url), _name(page)
    said, path, its = _words(words), _spaced(wanted), _spaced(name)
    if (mine := _years(wanted)) and (its_years := _years(name)) and mine.isdisjoint(its_years):
        return 0.0
    if said in called.whole or _joined(words) in called.whole:
        return _WHOLE
    if said in called.parts or ((path in called.whole or path in called.parts) and not _apart(said, path)):
        return _PART
    by_title = _overlap(said, called)
    letters = 2 * min(len(wanted), len(name)) / (len(wanted) + len(name) or 1)  # the ratio of two names is never more than this
    by_name = 0.0
    if not marks.isdisjoint(other) and _together(letters, by_title) >= _LIKELY and not _apart(path, its):
        by_name = difflib.SequenceMatcher(None, wanted, name).ratio()
    likely = _together(by_name, by_title)
    if likely < _LIKELY:
        return likely
    against = any(said & each and _apart(said, each) for each in called.whole)
    if against and (by_name < 1 or any(map(str.isdigit, said)) or _apart(_folders(url), _folders(page))):
        return 0.0
    return likely


def _overlap(said: frozenset[str], called: _Names) -> float:
    """The most that the words have in common with one whole name, as a share of both (Jaccard); one word in common is nothing."""
    if len(said & called.words) < 2:
        return 0.0
    return max((len(both) / len(said | each) for each in called.whole if len(both := said & each) > 1), default=0.0)


def _together(by_name: float, by_title: float) -> float:
    """What the likeness of two names and that of what they are called come to."""
    return max(by_name, by_title, (by_name + by_title) / 1.6)


class _Among:
    """The pages of one look that were read, by what they are called. Two of them are equal when nothing that they are called by differs: a
    run judges its look, and its report judges it again.

    Only a page that shares a mark of its name, two words of a name or a whole name can be likely: those are found by an index.
    """

    def __init__(self, pages: Mapping[str, Page]) -> None:
        linked = _linked(pages)
        self._named = tuple(
            (page.url, frozenset((*_titles(page.title), *linked.get(page.url, ()))))
            for page in sorted(pages.values(), key=attrgetter("url"))
            if page.state is PageState.READ and not page.sheet
        )
        self._hash = hash(self._named)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Among) and other._named == self._named

    def sharing(self, url: str, words: str) -> Iterator[tuple[str, _Names]]:
        """The pages on the host of ``url`` that share enough with its name or with the words, and what each is called; each once."""
        index, called = self._indexed
        name, marks = _name(url)
        said = _words(words)
        host = urls.host(url)
        wanted: set[_Key] = {*marks, said, _joined(words), _spaced(name)}
        here = {number for key in wanted for number in index.get((host, key), ())}
        often = Counter(number for word in said for number in index.get((host, f" {word}"), ()))
        here.update(number for number, count in often.items() if count > 1)
        for number in sorted(here):
            yield self._named[number][0], called[number]

    @cached_property
    def _indexed(self) -> tuple[Mapping[tuple[str, _Key], list[int]], list[_Names]]:
        """The numbers of the pages by host and what may be looked for, and what each page is called."""
        index: dict[tuple[str, _Key], list[int]] = {}
        every = []
        for number, (url, texts) in enumerate(self._named):
            host, called = urls.host(url), _called(texts)
            every.append(called)
            keys: set[_Key] = {*_name(url)[1], *(f" {word}" for word in called.words), *called.whole, *called.parts}
            for key in keys:
                index.setdefault((host, key), []).append(number)
        return index, every


def _linked(pages: Mapping[str, Page]) -> dict[str, set[str]]:
    """The words of the site's own links to each page."""
    found: dict[str, set[str]] = {}
    for page in pages.values():
        for link in page.links:
            if link.words and link.element == "a" and link.url and (to := urls.without_fragment(link.url)) in pages:
                found.setdefault(to, set()).add(link.words)
    return found


def _titles(title: str) -> Iterator[str]:
    """A title, and what stands before the name of the site in it."""
    yield title
    parts = re.split(r"\s[–—|·-]\s", title)
    if len(parts) > 1:
        yield parts[0]


@lru_cache(maxsize=1)
def _among(look: OneLook) -> _Among:
    """What the pages of a look are called: one look is judged at a time."""
    return _as_before(_Among(look.pages))


@lru_cache(maxsize=1)
def _as_before(among: _Among) -> _Among:
    """The very object that was there before, when it is equal: what is the same object is compared no further."""
    return among


_FOLLOWED = frozenset({"a", "area"})
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|avif|svg)$", re.IGNORECASE)
_SAME_NAME = 0.85


def nearest(link: Link, pages: Mapping[str, Page], visits: Mapping[str, Visit] = MappingProxyType({})) -> str | None:
    """The URL of the most likely page on the link's own host; None when none is likely, or two are nearly equally so. For a picture it is a
    picture of that host that works, by its name; for what is neither a page nor a picture there is none."""
    if link.element not in _FOLLOWED:
        return _picture(link.url or "", visits)
    return _nearest(link.url or "", link.words, _among(OneLook(pages)))


def _picture(url: str, visits: Mapping[str, Visit]) -> str | None:
    """The picture on the same host whose name is nearly the same."""
    if not _PICTURE.search(urls.path(url)):
        return None
    host = urls.host(url)
    names: dict[str, str] = {}
    for other, visit in visits.items():
        if (
            isinstance(visit, Works)
            and other != urls.without_fragment(url)
            and _PICTURE.search(urls.path(other))
            and urls.host(other) == host
        ):
            names.setdefault(_file_name(other), other)
    found = difflib.get_close_matches(_file_name(url), names, n=1, cutoff=_SAME_NAME)
    return names[found[0]] if found else None


def _file_name(url: str) -> str:
    return urls.decoded(urls.path(url)).rpartition("/")[2].lower()


@lru_cache(maxsize=4096)
def _nearest(url: str, words: str, among: _Among) -> str | None:
    """The same, once for each address and its words: a broken link may stand on every page of a site."""
    asked = urls.without_fragment(url)
    here = among.sharing(url, words) if urls.is_web(url) else ()
    likely = sorted(
        ((how, other) for other, called in here if other != asked and (how := _likeness(url, words, other, called)) >= _LIKELY),
        reverse=True,
    )
    if not likely or (len(likely) > 1 and likely[1][0] > likely[0][0] - _CLEAR):
        return None
    return likely[0][1]
