"""Each site: does its name lead somewhere, can the connection be trusted, does robots.txt let us in, is the first page a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urlsplit

from reviewer import read, urls
from reviewer.doctor.line import Line, Mark, Part
from reviewer.fetch import Door
from reviewer.look import hints
from reviewer.model import Answer, DateKind, NoAnswer, Page, PageState, Reason
from reviewer.settings import Config, Site

NAME: Final = frozenset({Reason.HOST_NOT_FOUND, Reason.BAD_ADDRESS})
GUARDED: Final = frozenset({Reason.BLOCKED_ADDRESS})
REACH: Final = frozenset({Reason.REFUSED, Reason.RESET, Reason.TIMEOUT, Reason.HOST_DOWN})
TRUST: Final = frozenset({Reason.CERTIFICATE, Reason.TLS_CHAIN, Reason.TLS_FAILED})

TODO: Final = {
    Reason.HOST_NOT_FOUND: "Check the host in `start`, and this machine's DNS.",
    Reason.BAD_ADDRESS: "Check the address in `start`.",
    Reason.BLOCKED_ADDRESS: "If it is meant, name the host or network in [network] allow, and its port in [network] ports.",
    Reason.REFUSED: "Check the port, and whether a firewall lets this machine out (or [network] proxy).",
    Reason.RESET: "Ask the site's admin whether a firewall breaks the connection off (or set [network] proxy).",
    Reason.TIMEOUT: "Check whether a firewall lets this machine out (or set [network] proxy).",
    Reason.CERTIFICATE: "Ask the site's admin to renew or correct the certificate; one of your own authority goes into [network] ca_file.",
    Reason.TLS_CHAIN: "Ask the site's admin to send the intermediate certificate too, or name it in [network] ca_file.",
    Reason.TLS_FAILED: "Ask the site's admin to offer TLS 1.2 or later.",
}

TOLERANCE: Final = dt.timedelta(minutes=5)
"""By how much this machine's clock may differ from a site's before somebody should look."""


async def site(site: Site, config: Config, door: Door, now: dt.datetime) -> AsyncIterator[Line]:
    """Lines about one site, as far as one could get."""
    url = site.start[0]
    at = urlsplit(url)
    fetched = await door.fetch(url, own=True)
    reason = fetched.reason if isinstance(fetched, NoAnswer) else Reason.OK
    detail = fetched.detail if isinstance(fetched, NoAnswer) else ""
    ways = (
        ("name", NAME | GUARDED, f"{at.hostname} is found"),
        ("connection", REACH, f"{at.hostname} answers"),
        ("certificate", TRUST, "TLS can be trusted" if at.scheme == "https" else "no TLS: the address is http"),
    )
    for what, faults, well in ways:
        if reason in faults:
            yield _wrong(site, what, detail or str(reason), TODO.get(reason, "See whether the site works in a browser on this machine."))
            return
        yield Line(Mark.FINE if at.scheme == "https" or what != "certificate" else Mark.NOTE, _what(site, what), well, part=Part.SITE)
    if not await door.allowed(url, own=True):
        todo = "Ask the site's admin to allow the user agent `reviewer`, or to mend a robots.txt that fails."
        yield _wrong(site, "robots.txt", f"does not let us read {url}", todo)
        return
    yield Line(Mark.FINE, _what(site, "robots.txt"), f"lets us read {at.path or '/'}", part=Part.SITE)
    if isinstance(fetched, NoAnswer):
        yield _wrong(site, "first page", detail or str(reason), "See whether the page works in a browser on this machine.")
        return
    login = next((each for each in config.network.logins if each.origin == urls.origin(url)), None)
    if login is None:
        yield _first(site, config, fetched)
    else:
        says = f"stands behind the form of the login {login.name}, which a run fills in and this does not"
        yield Line(Mark.NOTE, _what(site, "first page"), says, part=Part.SITE)
    for line in _clock(site, fetched, now):
        yield line


def _what(site: Site, what: str) -> str:
    """The site's name and what was looked at."""
    return f"{site.name}: {what}"


def _wrong(site: Site, what: str, says: str, todo: str) -> Line:
    """Something in the way of reading the site."""
    return Line(Mark.WRONG, _what(site, what), says, todo, Part.SITE)


def _first(site: Site, config: Config, answer: Answer) -> Line:
    """What the first page is, and what it says of its review."""
    if answer.status != 200:
        return _wrong(site, "first page", f"{answer.url} answers {answer.status}", "Name a page in `start` that works in a browser.")
    page = read.read(answer.body, url=answer.final_url, content_type=answer.header("content-type"), hints=hints(config, site))
    if page.state is PageState.NEEDS_BROWSER:
        says = f"{answer.final_url} could not be read without a browser: {page.trouble}"
        if site.browser != "never":
            return Line(Mark.NOTE, _what(site, "first page"), f"{says}; a run shows it in one", part=Part.SITE)
        return _wrong(site, "first page", says, 'Set browser = "auto" in its [[site]] (README, "Pages that need JavaScript").')
    if page.state is not PageState.READ:
        says = f"{answer.final_url} could not be read: {page.trouble or page.state}"
        return _wrong(site, "first page", says, "Name a page of HTML in `start`.")
    says = f'"{page.title or "no title"}", {len(page.links)} {"link" if len(page.links) == 1 else "links"}, {_dates(page)}'
    elsewhere = urls.host(answer.final_url) != urls.host(answer.url)
    if elsewhere:
        todo = "Name the new address in `start`, if the site has moved."
        return Line(Mark.NOTE, _what(site, "first page"), f"{says}; it redirects to {answer.final_url}", todo, Part.SITE)
    return Line(Mark.FINE, _what(site, "first page"), says, part=Part.SITE)


def _dates(page: Page) -> str:
    """The page's own date of review."""
    claim = page.claim(DateKind.DUE) or page.claim(DateKind.LAST_REVIEWED)
    return f'review date found: "{claim.quote}"' if claim else "no review date on it"


def _clock(site: Site, answer: Answer, now: dt.datetime) -> list[Line]:
    """Whether this machine's clock agrees with the site's, when the site says what time it is."""
    try:
        there = parsedate_to_datetime(answer.header("date") or "")
        apart = abs(there - now)
    except (TypeError, ValueError):
        return []
    if apart <= TOLERANCE:
        return []
    says = f"this machine says {now:%Y-%m-%d %H:%M} UTC, {site.name} says {there:%Y-%m-%d %H:%M}"
    return [Line(Mark.NOTE, "clock", says, "Set this machine's clock: days and reminders are counted by it.")]
