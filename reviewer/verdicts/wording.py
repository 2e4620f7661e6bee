"""A link and its verdict in words for an owner."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final, assert_never

from reviewer import urls
from reviewer.dates import words
from reviewer.model import Broken, Evidence, Link, Moved, Reason, Skipped, Unsure, Visit, Works
from reviewer.verdicts.reasons import REASONS

_NOUNS = {
    "img": "picture",
    "image": "picture",
    "script": "script",
    "link": "file that the page loads",
    "iframe": "embedded page",
    "frame": "embedded page",
    "video": "video",
    "audio": "recording",
    "source": "media file",
    "track": "subtitle file",
    "embed": "embedded file",
    "object": "embedded file",
    "form": "form",
    "meta": "redirect of the page",
    "blockquote": "source of a quotation",
    "q": "source of a quotation",
    "del": "source of a change",
    "ins": "source of a change",
}

_KINDS = {
    "stylesheet": "style sheet",
    "manifest": "description of the site as an app",
    "canonical": "address that the page gives as its own",
    "alternate": "other version of the page",
    "successor-version": "newer version that the page names",
    "next": "next page that the page names",
    "prev": "page before that the page names",
    "previous": "page before that the page names",
    "author": "author's page that the page names",
    "help": "help page that the page names",
    "license": "licence that the page names",
    "copyright": "licence that the page names",
    "privacy-policy": "privacy policy that the page names",
    "terms-of-service": "terms that the page names",
}
"""What a ``link`` element in the head of a page is, by its kind."""

DROPPED: Final = "the site breaks off our connection for this page, and answers for others"
"""What is said of an address that a front keeps programs from without a word."""

_CERTIFICATE = frozenset({Reason.CERTIFICATE, Reason.TLS_CHAIN})
"""What a site's admin can mend at once when told exactly what it is."""

_FONT = re.compile(r"\.(?:woff2?|ttf|otf|eot)$", re.IGNORECASE)


def name(link: Link) -> str:
    """What a person calls it: ``link “Blood test rooms”``, ``picture without words (/a.png)``."""
    noun = _noun(link)
    said = link.words if len(link.words) <= 80 else link.words[:79].rstrip() + "…"
    shown = link.href if len(link.href) <= 120 else link.href[:119] + "…"
    return f"{noun} “{said}”" if said else f"{noun} to {shown}"


def _noun(link: Link) -> str:
    """What it is."""
    if link.element == "style" or link.attribute == "style":
        return _loaded(link)
    if link.element == "link":
        return "icon of the page" if "icon" in link.attribute else _KINDS.get(link.attribute, _NOUNS["link"])
    return _NOUNS.get(link.element, "link")


def _loaded(link: Link) -> str:
    """What a style sheet loads."""
    if link.attribute == "import":
        return "style sheet"
    return "font" if _FONT.search(urls.path(link.url or "")) else "background picture"


def also(links: Iterable[Link]) -> str:
    """A sentence for the further places of one link on a page; empty for none. Their lines are in the machine output."""
    more = sum(1 for _ in links)
    return f" It stands on the page {more + 1} times." if more else ""


def _because(visit: Broken | Unsure) -> str:
    """What stands in brackets: the status, when there was one, and the reason in a few words; of a certificate all that is wrong, and
    until when a server asked us to wait."""
    short = REASONS[visit.reason].short
    status, detail = visit.evidence.status, visit.evidence.detail
    if detail and (visit.reason in _CERTIFICATE or (visit.reason is Reason.REDIRECT_TO_BROKEN and visit.evidence.certificate)):
        return f"{short}: {detail}"
    said = f"{status}, {short}" if status and status >= 400 else short
    if isinstance(visit, Unsure) and visit.until is not None:
        wait = asked_to_wait("the site", visit.until)
        return wait if visit.waits else f"{said}; {wait}"
    return said


def asked_to_wait(who: str, until: dt.datetime) -> str:
    """That somebody asked us to wait, and until when, as the end of a sentence."""
    at = until.astimezone(dt.UTC)
    return f"{who} asked us to wait until {words(at.date())}, {at:%H:%M} UTC"


def sentence(link: Link, visit: Visit) -> str:
    """One sentence for the owner. Careful words where nobody can be certain."""
    subject = name(link)
    match visit:
        case Broken(reason=Reason.MISSING_ANCHOR):
            return f"The {subject} works, but {visit.evidence.detail or REASONS[visit.reason].short}."
        case Broken(reason=Reason.BAD_ADDRESS | Reason.BAD_MAIL | Reason.BAD_PHONE):
            return f"The {subject} does not work: {visit.evidence.detail or REASONS[visit.reason].short}."
        case Broken():
            return f"The {subject} does not work ({_because(visit)})."
        case Moved():
            return f"The {subject} leads to a page that has moved for good."
        case Unsure(evidence=Evidence(detail=detail)) if detail == DROPPED:
            return f"The {subject} may be broken ({detail})."
        case Unsure(reason=Reason.TIMEOUT | Reason.SERVER_BUSY | Reason.HOST_DOWN):
            return f"The {subject} may be broken ({_because(visit)})."
        case Unsure():
            return f"The {subject} could not be checked ({_because(visit)})."
        case Works() | Skipped():
            return f"The {subject}: {REASONS[visit.reason].short}."
        case _:
            assert_never(visit)


def instruction(visit: Visit) -> str:
    """What to do, with the address to paste when one is known."""
    match visit:
        case Moved():
            return f"Link to {visit.to} instead."
        case Broken(reason=Reason.MISSING_ANCHOR):
            return REASONS[visit.reason].fix
        case Broken(suggestion=str() as copy) if copy.startswith(("https://web.archive.org/", "http://web.archive.org/")):
            return f"Find where the content is now and link to that; if it is gone, an archived copy is at {copy}."
        case Broken(suggestion=str() as better):
            return f"It was probably meant to be {better}: check that, then change it."
        case _:
            return REASONS[visit.reason].fix
