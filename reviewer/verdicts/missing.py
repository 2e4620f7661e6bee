"""Error pages that say 200, and pages that say why they are not shown here and now.

A title or heading must say so in so many words, over little text: an article about error 404 is not an error page. What only looks like
one is held against what the same host says to an address that cannot exist.
"""

from __future__ import annotations

import re

from reviewer import urls
from reviewer.model import Answer
from reviewer.verdicts import phrases
from reviewer.verdicts.phrases import pieces, plain
from reviewer.verdicts.signs import NOTE, SHORT, Glance

_WORD = re.compile(r"[^\W_]+")
_EMPTY, _WORDY = 20, 200
"""Characters: what has no more than the first says nothing, what has more than the second says something of its own."""


def _notice(pattern: re.Pattern[str], glance: Glance) -> bool:
    """Whether the title or the first heading of a short page is such a notice."""
    said = (glance.title, *glance.headings[:1])
    return glance.main < SHORT and any(
        pattern.fullmatch(piece) and not phrases.ASKS.search(piece) for text in said for piece in pieces(text)
    )


def elsewhere(glance: Glance) -> bool:
    """Whether the page says that it is not shown in our place: that is no word about the page, which readers may well see."""
    if _notice(phrases.ELSEWHERE, glance):
        return True
    text = plain(glance.text)
    return glance.main < NOTE and bool(phrases.HERE.search(text) and phrases.BARRED.search(text))


def later(glance: Glance) -> bool:
    """Whether the page says that it is away for the moment."""
    return _notice(phrases.LATER, glance)


def _may_be_missing(text: str) -> bool:
    """Whether a title or heading could be an error page's."""
    return any(phrases.MISSING_TITLES.fullmatch(piece) and not phrases.SPARED.search(piece) for piece in pieces(text))


def _says_missing(text: str, names: frozenset[str]) -> bool:
    """Whether a title or heading is an error page's and can be nothing else. ``names`` are the words of the asked address."""
    return any(
        phrases.MISSING_TITLES.fullmatch(piece) and not phrases.SPARED.search(piece) and not _of_a_subject(piece, names)
        for piece in pieces(text)
    )


def _of_a_subject(piece: str, names: frozenset[str]) -> bool:
    """Whether the words of an error may be those of a subject: a question, what the address itself says, or a tail about something else."""
    words = frozenset(_WORD.findall(piece))
    if phrases.ASKS.search(piece) or words <= names:
        return True
    if "404" in words & names and not phrases.MISSING_TITLES.fullmatch(piece.replace("404", "").strip(" :,.-–—")):
        return True
    found = phrases.MISSING_TAILS.match(piece)
    return (
        found is not None and not phrases.OF_A_PAGE.search(piece[found.end() :]) and not phrases.MISSING_WORDS.search(piece[found.end() :])
    )


def missing(answer: Answer, glance: Glance) -> bool:
    """Whether the page can only be an error page: its first heading or title says so in so many words, and no article is under it.

    Under much that looks like a menu both must say so, because what is taken for a menu may be the page.
    """
    if glance.main >= SHORT:
        return False
    names = frozenset(_WORD.findall(plain(urls.decoded(urls.path(answer.url)).rstrip("/").rpartition("/")[2])))
    title = _says_missing(glance.title, names)
    heading = bool(glance.headings) and _says_missing(glance.headings[0], names)
    if glance.length >= SHORT:
        return title and heading
    return heading or (title and (not glance.headings or bool(phrases.MISSING_WORDS.search(plain(glance.text)))))


_A_DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|csv|zip)$", re.IGNORECASE)
"""What nobody draws as a page. Pictures and films have pages of their own name (a gallery, a player): they need a word of error."""


def doubtful(answer: Answer, glance: Glance) -> bool:
    """Whether a 200 is worth comparing with the site's answer to an address that cannot exist.

    So are: a deep link that ends on the front page, a document that is a page, and few words that speak of something missing.
    """
    path = urls.path(answer.url)
    if answer.hops and not _front(path) and _front(urls.path(answer.final_url)):
        return True
    if _A_DOCUMENT.search(path) and glance.source:
        return True
    return _speaks(answer, glance)


def _speaks(answer: Answer, glance: Glance) -> bool:
    """Whether title, headings or few words speak of something missing; a number that the address has is no such word."""
    number = "404" if "404" in urls.path(answer.url) else "\0"
    for text in (glance.title, *glance.headings[:2]):
        said = text.replace(number, "")
        if phrases.MISSING_WORDS.search(plain(said)) or _may_be_missing(said):
            return True
    return glance.main < SHORT and bool(phrases.MISSING_WORDS.search(plain(glance.text[:400].replace(number, ""))))


def _front(path: str) -> bool:
    """Whether a path is a site's front page, or that of one of its languages."""
    return bool(re.fullmatch(r"/(?:(?:index|default|home)(?:\.\w+)?)?/?|/(?:en|cy|fr|de|es|it|nl)(?:-[a-z]{2})?/?", path, re.IGNORECASE))


_NUMBERS = re.compile(r"\d+")


def _echoes(url: str) -> tuple[str, ...]:
    """What an answer may repeat of the address that was asked for: its path, and the last name in it with and without its suffix."""
    path = urls.decoded(urls.path(url))
    name = path.rstrip("/").rpartition("/")[2]
    return tuple(echo for echo in (url, path, name, name.partition(".")[0]) if len(echo) > 1)


def _without(text: str, echoes: tuple[str, ...]) -> str:
    for echo in echoes:
        text = text.replace(echo, "")
    return text


def _bare(glance: Glance, echoes: tuple[str, ...]) -> tuple[str, ...]:
    """A page's words without the addresses that were asked for and without numbers (a time, an incident)."""
    return tuple(_NUMBERS.sub("", _without(text, echoes)) for text in (glance.title, *glance.headings, glance.text))


def _landing(answer: Answer) -> tuple[str, str]:
    """The origin and path that a redirect leads to, what only repeats the asked path left out."""
    path = urls.decoded(urls.path(answer.final_url))
    return urls.origin(answer.final_url), path.replace(urls.decoded(urls.path(answer.url)), "")


def alike(answer: Answer, glance: Glance, other: Answer, other_glance: Glance) -> bool:
    """Whether two answers of one host are the same page: what it says to ours, and what it says to an address that cannot exist.

    Redirects to one address are alike; so are two pages of the same words, in place or at addresses that differ only in what was asked
    or in the query. A page with almost no text is no evidence: applications that draw themselves by script all begin alike, and one
    that is handed the address must have more than a few words to say, or words of an error.
    """
    if other.status != answer.status or bool(answer.hops) != bool(other.hops):
        return False
    if answer.hops and urls.without_fragment(answer.final_url) == urls.without_fragment(other.final_url):
        return True
    if answer.hops and (_landing(answer) != _landing(other) or not (glance.main > _WORDY or _speaks(answer, glance))):
        return False
    echoes = (*_echoes(answer.url), *_echoes(other.url))
    return (glance.main > _EMPTY or _speaks(answer, glance)) and _bare(glance, echoes) == _bare(other_glance, echoes)
