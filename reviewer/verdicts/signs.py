"""What an answer shows besides its status: a wall against programs, a login form, an error page that says 200, a name for sale.

Each sign needs company (a status, a header, a short page) before it counts, because a wrong accusation costs more than a missed one: an
article about error 404 is not an error page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer import urls
from reviewer.model import Answer
from reviewer.verdicts import phrases
from reviewer.verdicts.phrases import plain


@dataclass(frozen=True, slots=True)
class Glance:
    """What a quick look at an HTML answer gives. ``text`` is the beginning of the visible text, ``length`` the length of all of it.

    ``refresh`` is where a meta refresh (or Refresh header) of 0 seconds leads, as an absolute URL. ``source`` is the beginning of
    the source in lower case, for marks that nobody sees.
    """

    title: str = ""
    headings: tuple[str, ...] = ()
    text: str = ""
    length: int = 0
    refresh: str | None = None
    password: bool = False
    source: str = ""


NOTHING = Glance()

SHORT = 1500
"""An error page, a wall or a parked name has little text: at most this many characters."""

_REFUSALS = frozenset({202, 400, 403, 405, 406, 418, 429, 503})
"""Statuses that walls answer with."""

_PLAUSIBLE = frozenset({200, 401, 409})
"""Statuses behind which a wall must show both a title and a script."""


def wall(answer: Answer, glance: Glance) -> bool:
    """Whether a front that keeps programs out answered instead of the page (Cloudflare, AWS WAF, Akamai, Imperva, DataDome and kin)."""
    status = answer.status
    if answer.header("cf-mitigated") or status == 999:
        return True
    if (answer.header("x-amzn-waf-action") or "").lower() in {"challenge", "captcha"}:
        return True
    if status not in _REFUSALS | _PLAUSIBLE:
        return False
    titled = any(phrases.WALL_TITLES.search(plain(text)) for text in (glance.title, *glance.headings[:1]))
    if status in _PLAUSIBLE:
        return titled and glance.length < SHORT and ("<script" in glance.source or "<noscript" in glance.source)
    empty = status == 202 and glance.length < 50 and "<script" in glance.source
    return titled or empty or bool(phrases.WALL_MARKS.search(glance.source))


def _login_address(url: str) -> bool:
    return bool(phrases.LOGIN_NAMES.search(urls.path(url).lower()) or phrases.LOGIN_HOSTS.match(urls.hostname(url).lower()))


def login(answer: Answer, glance: Glance) -> bool:
    """Whether somebody who asked for a page was led to a login form instead: a link to a login page itself is no wall."""
    if not answer.hops or phrases.LOGIN_PAGES.search(urls.path(answer.url).lower()):
        return False
    titled = any(phrases.LOGIN_TITLES.search(plain(text)) for text in (glance.title, *glance.headings[:2]))
    if _login_address(answer.final_url):
        return glance.password or titled or not glance.length
    return glance.password and titled


_BETWEEN = re.compile(r" [|–—•·»:\-]+ |\|")


def _says_missing(text: str) -> bool:
    """Whether a title or heading is an error page's, the site's name before or after it left out."""
    tidy = plain(text)
    pieces = [tidy, *_BETWEEN.split(tidy)]
    return any(phrases.MISSING_TITLES.fullmatch(piece.strip(" .!?")) for piece in (pieces[0], pieces[1], pieces[-1]))


def missing(glance: Glance) -> bool:
    """Whether the page can only be an error page: its first heading or title says so in so many words, and no article is under it."""
    if glance.length >= SHORT:
        return False
    if glance.headings and _says_missing(glance.headings[0]):
        return True
    return _says_missing(glance.title) and (not glance.headings or bool(phrases.MISSING_WORDS.search(plain(glance.text))))


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
    if any(phrases.MISSING_WORDS.search(plain(text)) for text in (glance.title, *glance.headings[:2])):
        return True
    return glance.length < SHORT and bool(phrases.MISSING_WORDS.search(plain(glance.text[:400])))


def _front(path: str) -> bool:
    """Whether a path is a site's front page, or that of one of its languages."""
    return bool(re.fullmatch(r"/(?:(?:index|default|home)(?:\.\w+)?)?/?|/(?:en|cy|fr|de|es|it|nl)(?:-[a-z]{2})?/?", path, re.IGNORECASE))


_NUMBERS = re.compile(r"\d+")


def _bare(glance: Glance, url: str) -> tuple[str, ...]:
    """A page's words without the address that was asked for and without numbers (a time, an incident)."""
    path = urls.decoded(urls.path(url))
    texts = (text.replace(path, "") for text in (glance.title, *glance.headings, glance.text))
    name = path.rpartition("/")[2]
    return tuple(_NUMBERS.sub("", text.replace(name, "") if name else text) for text in texts)


def alike(answer: Answer, glance: Glance, other: Answer, other_glance: Glance) -> bool:
    """Whether two answers of one host are the same page: what it says to ours, and what it says to an address that cannot exist.

    Redirects to one place are alike; so are two pages of the same words. A page with almost no text is no evidence: applications
    that draw themselves by script all begin alike.
    """
    if other.status != answer.status or bool(answer.hops) != bool(other.hops):
        return False
    if answer.hops:
        return urls.without_fragment(answer.final_url) == urls.without_fragment(other.final_url)
    return glance.length > 20 and _bare(glance, answer.url) == _bare(other_glance, other.url)


def parked(answer: Answer, glance: Glance) -> bool:
    """Whether the name is for sale or shows only advertisements: a short page that says so, more so on a dealer's address."""
    if glance.length >= SHORT:
        return False
    front = plain(f"{glance.title} {' '.join(glance.headings[:2])}")
    if phrases.PARKED.search(front):
        return True
    if phrases.PARKING.search(answer.final_url.lower()) or phrases.PARKING.search(glance.source):
        text = plain(glance.text)
        return (
            bool(phrases.PARKED.search(text)) or "related searches" in text or urls.hostname(answer.final_url) != urls.hostname(answer.url)
        )
    return glance.length < 600 and bool(phrases.PARKED.search(plain(glance.text)))
