"""One answer of the network to one verdict, and why."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from reviewer import urls
from reviewer.model import Answer, Broken, Evidence, Fetched, Hop, Moved, NoAnswer, Reason, Skipped, Unsure, Visit, Works
from reviewer.verdicts import missing, signs
from reviewer.verdicts.signs import NOTHING, Glance

_BROKEN_WITHOUT_ANSWER = frozenset(
    {
        Reason.BAD_ADDRESS,
        Reason.HOST_NOT_FOUND,
        Reason.REFUSED,
        Reason.RESET,
        Reason.REDIRECT_LOOP,
        Reason.TOO_MANY_REDIRECTS,
        Reason.CERTIFICATE,
    }
)
"""Of the door's reasons for no answer: those that a reader's browser meets as well."""

_PASSING = frozenset({Reason.HOST_NOT_FOUND, Reason.REFUSED, Reason.RESET})
"""Broken in this look; only more looks can make it certain."""


def of_answer(fetched: Fetched, glance: Glance = NOTHING, *, own: bool = False) -> Visit:
    """What a visit says. ``own``: the address is one of ours, so a server error is a fault and not bad weather."""
    if isinstance(fetched, NoAnswer):
        return _without_answer(fetched)
    return _answered(fetched, glance, own=own)


def _without_answer(failed: NoAnswer) -> Visit:
    evidence = Evidence(failed.status, failed.hops, failed.final_url, None, failed.detail or None, failed.certificate)
    if failed.reason is Reason.NOT_ASKED:
        return Skipped(failed.url, failed.reason, failed.detail)
    if failed.hops and signs.fronted(failed.final_url):
        return Unsure(failed.url, Reason.BOT_WALL, evidence)
    if failed.reason not in _BROKEN_WITHOUT_ANSWER:
        return Unsure(failed.url, failed.reason, evidence, failed.retry_after)
    reason = failed.reason
    if reason not in {Reason.REDIRECT_LOOP, Reason.TOO_MANY_REDIRECTS} and any(not silent(hop.url, hop.to) for hop in failed.hops):
        reason = Reason.REDIRECT_TO_BROKEN
    return Broken(failed.url, reason, evidence, certain=failed.reason not in _PASSING)


def _answered(answer: Answer, glance: Glance, *, own: bool) -> Visit:
    status = answer.status
    evidence = Evidence(status, answer.hops, answer.final_url, glance.title or None)
    if signs.wall(answer, glance):
        return Unsure(answer.url, Reason.BOT_WALL, evidence)
    if status == 401 or (status in {200, 403} and signs.login(answer, glance)):
        return Unsure(answer.url, Reason.LOGIN, evidence)
    if status in _REDIRECTS and _shown(answer, glance):
        status = 200
    if 200 <= status <= 300 or status == 304:  # browsers show what a 300 says, even when it has a Location
        if status == 200 and signs.parked(answer, glance):
            return Broken(answer.url, Reason.PARKED_DOMAIN, evidence)
        if status == 200 and signs.suspended(answer, glance):
            return Broken(answer.url, Reason.SOFT_404, replace(evidence, detail="its hosting account is suspended"), certain=False)
        if status == 200 and (reason := _elsewhere(glance)):
            return Unsure(answer.url, reason, evidence)
        if status == 200 and missing.missing(answer, glance):
            return Broken(answer.url, Reason.SOFT_404, evidence)
        return arrived(answer, evidence)
    broken = _BROKEN_STATUS.get(status)
    if broken:
        if any(not silent(hop.url, hop.to) for hop in answer.hops):
            broken = Reason.REDIRECT_TO_BROKEN
        return Broken(answer.url, broken, evidence, certain=broken is not Reason.CLIENT_ERROR)
    if status >= 500:
        if own and status not in _PASSING_STATUS:
            return Broken(answer.url, Reason.SERVER_ERROR, evidence, certain=False)
        return Unsure(answer.url, Reason.SERVER_BUSY, evidence)
    return Unsure(answer.url, _UNSURE_STATUS.get(status, Reason.FORBIDDEN if status >= 400 else Reason.PROTOCOL_ERROR), evidence)


_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LEADS = re.compile(
    r"(?:http )?30\d\b|(?:object|document|page)? ?(?:has )?moved\b|found\b|see other\b|(?:temporary |permanent )?redirect", re.IGNORECASE
)


def _shown(answer: Answer, glance: Glance) -> bool:
    """Whether a redirect leads nowhere and has a page of its own, which browsers then show: one that says more than "moved"."""
    said = glance.headings[0] if glance.headings else glance.title
    return not answer.header("location") and bool(glance.length) and not _LEADS.match(glance.title or said) and not _LEADS.match(said)


def _elsewhere(glance: Glance) -> Reason | None:
    """Why a page that says itself that it is not shown is not shown: by our place, or for the moment."""
    if missing.elsewhere(glance):
        return Reason.FORBIDDEN
    return Reason.SERVER_BUSY if missing.later(glance) else None


_BROKEN_STATUS = {
    400: Reason.CLIENT_ERROR,
    404: Reason.NOT_FOUND,
    410: Reason.GONE,
    414: Reason.CLIENT_ERROR,
    422: Reason.CLIENT_ERROR,
}
"""RFC 9110, 15.5: a client that asks in a plain way and is told so has a wrong address. What is refused as a request (400, 414, 422) may
be refused for what a browser sends differently, so it is not certain at once. 405 says that there is something, for others than us."""

_PASSING_STATUS = frozenset({502, 503, 504})
"""RFC 9110, 15.6.3 to 15.6.5: a server that is overloaded, under repair, or waits for another one. It passes, on our own site too."""

_UNSURE_STATUS = {
    407: Reason.PROTOCOL_ERROR,
    408: Reason.TIMEOUT,
    421: Reason.PROTOCOL_ERROR,
    425: Reason.SERVER_BUSY,
    426: Reason.PROTOCOL_ERROR,
    429: Reason.RATE_LIMITED,
    431: Reason.PROTOCOL_ERROR,
}


def arrived(answer: Answer, evidence: Evidence) -> Visit:
    """Works, or moved when the first redirects are permanent and lead to somewhere that is not the same address in other clothes.

    A chain that is permanent all the way gives its end; one that turns temporary gives the last address before that. One that comes back
    to where it began moved nowhere.
    """
    to = answer.url
    for hop in answer.hops:
        if not hop.permanent:
            break
        to = hop.to
    if answer.url in {to, answer.final_url} or silent(answer.url, to):
        return Works(answer.url, evidence)
    return Moved(answer.url, to, evidence)


def _plain(path: str) -> str:
    """A path that two spellings share: escapes of letters undone, no slash at its end."""
    return unquote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", path)).rstrip("/")


def closed(visit: Works | Moved) -> bool:
    """Whether nobody answered over http, and the page was had over https."""
    return bool(visit.evidence.hops) and visit.evidence.hops[0].status == 0


def silent(before: str, after: str) -> bool:
    """Whether a redirect only adds or drops a slash, changes the host's case or an escape, or goes from http to https on one host."""
    secured = urls.scheme(before) == "http" and urls.scheme(after) == "https"
    same_place = (
        urls.hostname(before).lower() == urls.hostname(after).lower()
        if secured
        else urls.origin(before).lower() == urls.origin(after).lower()
    )
    return same_place and _plain(urls.path(before)) == _plain(urls.path(after)) and urls.query(before) == urls.query(after)


def with_hops(fetched: Fetched, url: str, hops: tuple[Hop, ...]) -> Fetched:
    """The same outcome, seen from the address where the journey began: for redirects that a page makes, not a server."""
    return replace(fetched, url=url, hops=hops + fetched.hops)
