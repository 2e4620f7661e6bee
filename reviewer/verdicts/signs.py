"""What an answer shows besides its status: a wall against programs, a login form, a name for sale (error pages are in `missing`).

Each sign needs company (a status, a header, a short page) before it counts, because a wrong accusation costs more than a missed one: an
article about captchas is not a captcha.
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer import urls
from reviewer.model import Answer
from reviewer.verdicts import phrases
from reviewer.verdicts.phrases import plain


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
