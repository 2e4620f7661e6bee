"""What is said of one link in its place: the address itself first, then the visit, then the place on the page that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import assert_never

from reviewer import urls
from reviewer.model import FEED, MACHINE, Broken, Evidence, Link, Moved, Page, PageState, Reason, Skipped, Unsure, Visit, Works
from reviewer.verdicts.acting import ACTS, NOUNS, VERBS, YES
from reviewer.verdicts.acting import PLACES as PLACES_IN_LISTS
from reviewer.verdicts.answers import arrived, silent, with_hops
from reviewer.verdicts.missing import alike, doubtful
from reviewer.verdicts.nearest import nearest
from reviewer.verdicts.signs import Glance, wall
from reviewer.verdicts.wording import also, asked_to_wait, instruction, name, sentence

__all__ = ["Glance", "Said", "acts", "alike", "also", "arrived", "beforehand", "doubtful", "instruction", "key", "name", "nearest"]
__all__ += ["asked_to_wait", "sentence", "silent", "verdict", "wall", "with_hops"]

_LEAVE_WORDS = re.compile(
    r"(?:please )?(?:log|sign)(?:ging|ing)?[ \-]?(?:out|off)(?: (?:now|here|of .{1,30}))?"
    r"|un-?subscribe(?: .{0,40})?|opt[ \-]out(?: .{0,30})?"
    r"|delete(?: (?:this|my|your|the|it|account|page|item|all|comment|message)){0,4}"
    r"|abmelden|ausloggen|allgofnodi|d[ée]connexion|se d[ée]connecter|cerrar sesi[oó]n",
    re.IGNORECASE,
)
_ACTS = re.compile("log|sign|sub|opt|delete|destroy|abmeld|connexion|sesi")
"""One of these is in whatever the words and names here match: a cheap look, since it is asked of every link."""
_LEAVE_NAMES = frozenset(
    {"logout", "log-out", "log_out", "signout", "sign-out", "sign_out", "logoff", "log-off", "signoff", "sign-off"}
    | {"unsubscribe", "un-subscribe", "opt-out", "optout", "delete", "destroy", "abmelden", "deconnexion"}
)

_FOLLOWED = frozenset({"a", "area", "form", "meta"})
"""The elements that a person follows: only there can following do something."""

_PLACES = frozenset({"a", "area"})
"""The elements whose fragment names a place to scroll to."""

_SHOWN = frozenset({"img", "image", "use", "video", "audio", "source", "track", "script", "style", "link"})
"""The elements that a browser fills by itself. What a site that answers 200 to every name says of them proves nothing."""


def key(link: Link) -> str | None:
    """Under what a link's visit is kept: its URL without fragment, ``mailto:`` and ``tel:`` whole; None when a browser has no URL."""
    if link.url is None:
        return None
    return urls.without_fragment(link.url) if urls.is_web(link.url) else link.url


def _words_act(words: str) -> bool:
    """Whether a link's words say that following it does something: log out, unsubscribe, delete (RFC 9110, 9.2.1: not every GET is
    safe)."""
    return _ACTS.search(words.lower()) is not None and _LEAVE_WORDS.fullmatch(words.strip(" .!→»")) is not None


def acts(url: str) -> bool:
    """Whether following an address might do something, by the address alone: for what a sitemap lists or a page's refresh names."""
    if _enacts(url):
        return True
    if not _ACTS.search(url.lower()):
        return False
    folders = [re.sub(r"\.\w{2,5}$", "", part.lower()) for part in urls.path(url).split("/") if part]
    asked = [part for pair in urls.query(url).lower().split("&") for part in pair.split("=")]
    return any(word in _LEAVE_NAMES for word in [*folders[-2:], *asked])


def _enacts(url: str) -> bool:
    """Whether an address names an act and says yes to it: ``/effect/approve?all=1``, ``?confirm=yes``, ``?action=cancel&id=7``."""
    query = urls.query(url).lower()
    if not query:
        return False
    pairs = [(name, value) for name, _, value in (pair.partition("=") for pair in query.split("&"))]
    last = urls.path(url).lower().rstrip("/").rpartition("/")[2].partition(".")[0]
    yes = any(value in YES and name not in PLACES_IN_LISTS for name, value in pairs)
    return (yes and last in ACTS) or any(
        (name in VERBS and value in ACTS) or (name in ACTS - NOUNS and value in YES) for name, value in pairs
    )


def beforehand(link: Link) -> Visit | None:
    """The verdict that needs no network: a fault in the address, mail and telephone, other schemes, links that act. None: visit it."""
    if link.attribute in {FEED, MACHINE}:
        return Skipped(link.url or link.href, Reason.NOT_ASKED, "it is for programs: nobody opens it")
    known = _beforehand(link.href, link.url, link.element)
    if known is None and link.element in _FOLLOWED and _words_act(link.words):
        return Skipped(link.url or link.href, Reason.LEAVE_ALONE)
    if known is None and link.attribute == "post":  # only a POST can tell what a form's address answers to a POST, and we never send one
        return Skipped(link.url or link.href, Reason.NOT_ASKED, "a form that sends data is not tried")
    return known


@lru_cache(maxsize=20_000)
def _beforehand(href: str, url: str | None, element: str) -> Visit | None:
    """The same by the link's address: every link is asked for several times, and a menu stands on every page."""
    at = url or href
    wrong = urls.fault(href)
    if wrong and wrong.certain:
        return Broken(at, Reason.BAD_ADDRESS, Evidence(detail=wrong.says), wrong.meant)
    if url is None:
        return Broken(at, Reason.BAD_ADDRESS, Evidence(detail="no browser can read it"), wrong.meant if wrong else None)
    scheme = urls.scheme(url)
    if scheme in {"mailto", "tel"}:
        fault = urls.mail_fault(url) if scheme == "mailto" else urls.phone_fault(url)
        if fault is None:
            return Works(url)
        return Broken(url, Reason.BAD_MAIL if scheme == "mailto" else Reason.BAD_PHONE, Evidence(detail=fault[0]), fault[1])
    if scheme not in {"http", "https"}:
        return Skipped(url, Reason.OTHER_SCHEME, f"{scheme}: is not visited")
    if element in _FOLLOWED and acts(url):
        return Skipped(url, Reason.LEAVE_ALONE)
    return None


def verdict(link: Link, page: Page, visits: Mapping[str, Visit], pages: Mapping[str, Page]) -> Visit:
    """What is said of ``link`` on ``page``. Total: a link that nobody visited is skipped (``not_asked``), never an error."""
    known = beforehand(link)
    if known is not None:
        return known
    url = link.url or ""
    bare = urls.without_fragment(url)
    visit = visits.get(bare)
    if visit is None:
        if bare != urls.without_fragment(page.url):
            return Skipped(url, Reason.NOT_ASKED)
        visit = Works(url, anchors=page.anchors if page.state is PageState.READ else None)
    match visit:
        case Broken():
            return _explained(link, visit, page.url)
        case Works() if "#" not in url and not visit.evidence.hops:
            return visit
        case Works() | Moved():
            return _placed(link, visit, pages)
        case Unsure() | Skipped():
            return visit
        case _:
            assert_never(visit)


class Said:
    """What is said of each page's links in their places, as of one look; worked out once, though checks and reports all ask."""

    def __init__(self, visits: Mapping[str, Visit], pages: Mapping[str, Page]) -> None:
        """Take the visits and pages of the look."""
        self._visits = visits
        self._pages = pages
        self._known: dict[str, tuple[Visit, ...]] = {}

    def of(self, page: Page) -> tuple[Visit, ...]:
        """The verdicts on the links of one page of the look, in the order of its links."""
        known = self._known.get(page.url)
        if known is None:
            visits, pages = self._visits, self._pages
            known = self._known[page.url] = tuple([verdict(link, page, visits, pages) for link in page.links])
        return known


def _explained(link: Link, broken: Broken, base: str) -> Visit:
    """A failed visit, in the light of how the address is written and of what the link is. Relative addresses begin from ``base``."""
    if link.element in _SHOWN and broken.reason is Reason.SOFT_404 and not broken.certain:
        return Works(broken.url, replace(broken.evidence, detail=None))
    wrong = urls.fault(link.href)
    if wrong is None or broken.reason not in {Reason.NOT_FOUND, Reason.HOST_NOT_FOUND, Reason.CLIENT_ERROR, Reason.SOFT_404, Reason.GONE}:
        return broken
    meant = urls.resolve(wrong.meant, base) if wrong.meant is not None else None
    if meant == link.url:  # no address is a hint for itself: a browser reads it so, too
        meant = None
    return replace(
        broken, reason=Reason.BAD_ADDRESS, suggestion=meant or broken.suggestion, evidence=replace(broken.evidence, detail=wrong.says)
    )


def _placed(link: Link, visit: Works | Moved, pages: Mapping[str, Page]) -> Visit:
    """A visit that works, held against the place that the link names on the page."""
    if link.element not in _PLACES:
        return visit
    final = visit.evidence.final_url or visit.url
    wanted = urls.fragment(link.url or "")
    if isinstance(visit, Moved) and wanted and "#" not in visit.to:  # what a browser would show in its address bar
        visit = replace(visit, to=f"{visit.to}#{wanted}")
    for hop in visit.evidence.hops:  # a redirect without a fragment hands ours on (RFC 9110, 10.2.2)
        wanted = urls.fragment(hop.to) or wanted
    wanted = wanted.partition(":~:")[0]
    if not wanted or wanted.lower() == "top" or wanted[0] in "/!":
        return visit
    anchors = visit.anchors
    if anchors is None:
        page = pages.get(urls.without_fragment(final))
        if page is None or page.state is not PageState.READ or "html" not in page.content_type:
            return visit
        anchors = page.anchors
    if wanted in anchors or urls.decoded(wanted) in anchors:
        return visit
    evidence = replace(visit.evidence, detail=f"there is no place “{urls.decoded(wanted)}” on the page")
    return Broken(link.url or "", Reason.MISSING_ANCHOR, evidence, urls.without_fragment(final))
