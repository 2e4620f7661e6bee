"""Traps: addresses without end. Each rule says why it stopped, for the notes."""

from __future__ import annotations

import re
from collections import defaultdict

from reviewer import urls
from reviewer.patterns import lazily

_SURE = lazily(
    r"(?:php|asp\.?net_?|j|cf)sess(?:ion)?_?(?:id)?|aspsessionid\w*|cfid|cftoken|oscsid|zenid|utm_\w+|fbclid|gclid|msclkid", re.IGNORECASE
)
"""What nobody calls anything but a session or a tracker."""
_PERHAPS = lazily(r"sess(?:ion)?_?(?:id)?|s?uid|sid", re.IGNORECASE)
"""What may be a session, or the number of a person, a section or a talk: its value tells. To take a page for another is to miss a broken
link, and a session that is not known is bounded all the same, by the variants of its path."""
_SURE_IN_PATH = lazily(r";(?:jsessionid|phpsessid)=[^/?]*|/\(S\([a-z0-9]+\)\)", re.IGNORECASE)
_PERHAPS_IN_PATH = lazily(r";sid=([^/?;]*)", re.IGNORECASE)
_TOKEN = lazily(r"[\w\-]{16,}(?:=|%3D){0,2}", re.IGNORECASE | re.ASCII)
_TURN = lazily(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", re.IGNORECASE)
_TURNS = 4
"""How often, at least, digits and letters take turns in what nobody chose: 16 hexadecimal digits do it 7 times, words with a year in them
twice."""
_UUID = lazily(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
"""The number of a record at least as often as of a session."""
_REPEATED = lazily(r"(/[^/]+(?:/[^/]+){0,3}?)\1{2,}(?:/|$)")
_YEAR = r"(?:19|2\d)\d\d"
_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTH = rf"(?:0?[1-9]|1[0-2]|{_NAMES})"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_WEEK = r"(?:w|week[\-_/]?)(?:0?[1-9]|[1-4]\d|5[0-3])(?:-?[1-7])?"
_TWO = r"(?:0[1-9]|1[0-2])"
_CALENDAR = "cal(?:endar)?|days?|weeks?|months?|dates?|events?|diary|archives?|schedule|view|of"
_DATED = lazily(
    rf"(?P<before>/(?:(?:{_CALENDAR})[\-_]){{0,3}})"
    rf"(?:{_YEAR}[\-_/.]{_MONTH}(?:[\-_/.]{_DAY})?|(?:{_DAY}[\-_/.])?{_MONTH}[\-_/.]{_YEAR}|{_YEAR}[\-_/]?{_WEEK}"
    rf"|{_YEAR}{_TWO}(?:0[1-9]|[12]\d|3[01])|(?P<six>{_YEAR}{_TWO}))"
    r"(?P<after>(?:/[a-z]{1,20}){0,2}(?:\.(?:[sx]?html?|php|aspx?|jspx?|cfm|do))?/?)$",
    re.IGNORECASE,
)
"""A date with a month, a week or a day that is a whole part of the path, but for the words of a calendar before it; and after it at most
two plain words (``/2024-05-01/list``), since ``/2024/05/title-of-a-page`` is an article, and ``annual-report-2024`` or ``2024-05.pdf`` is
what it says. There are only so many years, and somebody wrote a page for each."""
_CALENDARS = lazily(rf"[/\-_](?:{_CALENDAR})[/\-_]", re.IGNORECASE)
"""Six digits are a month only after one of these: else they are the number of an article one time in eight."""
_DEEP = 20


def plain(url: str) -> str:
    """What two addresses of one page share: no session id, no tracking, the query in order. The key of a page in a crawl."""
    front, _, asked = url.partition("?")
    front = _PERHAPS_IN_PATH.sub(lambda found: "" if _token(found.group(1)) else found.group(), _SURE_IN_PATH.sub("", front))
    kept = sorted(pair for pair in asked.split("&") if pair and not _session(*pair.partition("=")[::2]))
    return front + ("?" + "&".join(kept) if kept else "")


def _session(name: str, value: str) -> bool:
    """Whether a part of a query says who reads, and not what."""
    return bool(_SURE.fullmatch(name) or (_PERHAPS.fullmatch(name) and _token(value)))


def _token(value: str) -> bool:
    """Whether a value looks as if a machine had thrown dice for it."""
    return bool(_TOKEN.fullmatch(value)) and not _UUID.fullmatch(value) and len(_TURN.findall(value)) >= _TURNS


def _undated(path: str) -> str | None:
    """What the pages of one calendar have in common: the path without its date. None when it has none, or is an article under a date."""
    found = _DATED.search(path)
    if found is None or (found["six"] and not _CALENDARS.search(path[: found.start("six")])):
        return None
    return f"{path[: found.start()]}{found['before']}0{found['after']}"


class Traps:
    """Counts what may be without end in one crawl; ``most`` is the number of variants of one path that are read."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._variants: dict[str, int] = defaultdict(int)

    def objection(self, url: str) -> str | None:
        """Why this address is not read, or None, which counts it."""
        path = urls.path(url)
        if _REPEATED.search(path):
            return "the same folders again and again in one path"
        segments = [segment for segment in path.split("/") if segment]
        if len(segments) > _DEEP:
            return f"a path of more than {_DEEP} folders"
        if any(segments.count(segment) > 3 for segment in set(segments)):
            return "the same folder many times in one path"
        shape = f"{path}?" if urls.query(url) else _undated(path)
        if shape is None:
            return None
        if self._variants[shape] >= self._most:
            what = "a calendar or archive" if shape[-1] != "?" else "one path with ever new queries"
            return f"more than {self._most} variants of {what}"
        self._variants[shape] += 1
        return None
