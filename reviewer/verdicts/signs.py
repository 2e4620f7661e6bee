"""What an answer shows besides its status: a wall against programs, a login form, a name for sale (error pages are in `missing`).

Each sign needs company (a status, a header, a short page) before it counts, because a wrong accusation costs more than a missed one: an
article about captchas is not a captcha.
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer import urls
from reviewer.model import Answer
from reviewer.verdicts import phrases
from reviewer.verdicts.phrases import pieces, plain


@dataclass(frozen=True, slots=True)
class Glance:
    """What a quick look at an HTML answer gives. ``text`` is the beginning of the visible text, ``length`` the length of all of it.

    ``menu`` is how much of ``length`` stands in menus, headers, footers and asides, of which ``text`` has nothing unless there is
    nothing else. ``refresh`` is where a meta refresh (or Refresh header) of 0 seconds leads, as an absolute URL. ``source`` is the
    beginning of the source in lower case, for marks that nobody sees; ``fields`` counts what a reader may fill in.
    """

    title: str = ""
    headings: tuple[str, ...] = ()
    text: str = ""
    length: int = 0
    refresh: str | None = None
    password: bool = False
    source: str = ""
    menu: int = 0
    fields: int = 0

    @property
    def main(self) -> int:
        """The length of what the page itself says."""
        return self.length - self.menu


NOTHING = Glance()

SHORT = 1500
"""An error page, a wall or a parked name has little text: at most this many characters."""

NOTE, HARDLY = 600, 300
"""Characters: a page of a few sentences, of which each counts; one with hardly a word of its own."""

_REFUSALS = frozenset({202, 400, 403, 405, 406, 418, 429, 503})
"""Statuses that walls answer with."""

_PLAUSIBLE = frozenset({200, 401, 409})
"""Statuses behind which a wall must show more than a word of one."""


def wall(answer: Answer, glance: Glance) -> bool:
    """Whether a front that keeps programs out answered instead of the page (Cloudflare, AWS WAF, Akamai, Imperva, DataDome and kin)."""
    status = answer.status
    if answer.header("cf-mitigated") or answer.header("sg-captcha") or status == 999 or fronted(answer.final_url):
        return True
    if (answer.header("x-amzn-waf-action") or "").lower() in {"challenge", "captcha"}:
        return True
    if glance is NOTHING:  # nobody looked, because the page holds no word of a sign
        return False
    if glance.main < HARDLY and _unmistakable(glance):
        return True
    if status not in _REFUSALS | _PLAUSIBLE:
        return False
    said = (glance.title, *glance.headings[:1])
    titled = any(phrases.WALL_TITLES.search(plain(text)) for text in said)
    marked = bool(phrases.WALL_MARKS.search(glance.source))
    if status in _PLAUSIBLE:
        whole = any(phrases.WALL_TITLES.fullmatch(piece) for text in said for piece in pieces(text))
        scripted = "<script" in glance.source or "<noscript" in glance.source
        return (whole and scripted and glance.main < NOTE) or (titled and marked and glance.main < HARDLY)
    empty = status == 202 and glance.length < 50 and "<script" in glance.source
    return titled or empty or marked


def fronted(url: str) -> bool:
    """Whether an address is one of such a front itself."""
    return urls.hostname(url).lower() in phrases.WALL_HOSTS


def _unmistakable(glance: Glance) -> bool:
    """Whether a page with hardly a word of its own bears the name or the mark of such a front, or is a CAPTCHA and nothing more."""
    if any(mark in glance.source for mark in phrases.WALL_SURE) or phrases.WALL_WORDS.search(plain(glance.text)):
        return True
    if not glance.fields and phrases.WALL_WIDGETS.search(glance.source):
        return True
    return any(phrases.WALL_NAMES.fullmatch(piece) for text in (glance.title, *glance.headings[:1]) for piece in pieces(text))


def _login_address(url: str) -> bool:
    return bool(phrases.LOGIN_NAMES.search(urls.path(url).lower()) or phrases.LOGIN_HOSTS.match(urls.hostname(url).lower()))


def login(answer: Answer, glance: Glance) -> bool:
    """Whether somebody who asked for a page was led to a login form instead: a link to a login page itself is no wall.

    A word in an address or a title is not enough: "cas" is also an alerting system, and "connexion" a water main.
    """
    if not answer.hops or phrases.LOGIN_PAGES.search(urls.path(answer.url).lower()):
        return False
    said = (glance.title, *glance.headings[:2])
    titled = any(phrases.LOGIN_TITLES.search(plain(text)) for text in said)
    whole = any(phrases.LOGIN_WHOLE.fullmatch(piece) for text in said for piece in pieces(text))
    returns = bool(phrases.LOGIN_RETURNS.search(urls.query(answer.final_url).lower()))
    if _login_address(answer.final_url):
        return glance.password or whole or not glance.length or (titled and (bool(glance.fields) or returns))
    return titled and (glance.password or (whole and returns and bool(glance.fields)))


def suspended(answer: Answer, glance: Glance) -> bool:
    """Whether a hosting provider says in place of the site that its account is suspended."""
    if phrases.SUSPENDED_PAGES.search(urls.path(answer.final_url).lower()):
        return True
    if glance.main >= NOTE or "suspend" in urls.path(answer.url).lower():  # a page about it
        return False
    said = (piece for text in (glance.title, *glance.headings[:1]) for piece in pieces(text))
    return any(phrases.SUSPENDED.fullmatch(piece) for piece in said) and bool(phrases.SUSPENDED_WORDS.search(plain(glance.text)))


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
