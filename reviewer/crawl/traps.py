"""Traps: addresses without end. Each rule says why it stopped, for the notes."""

from __future__ import annotations

import re
from collections import defaultdict

from reviewer import urls

_SURE = re.compile(
    r"(?:php|asp\.?net_?|j|cf)sess(?:ion)?_?(?:id)?|aspsessionid\w*|cfid|cftoken|oscsid|zenid|utm_\w+|fbclid|gclid|msclkid", re.IGNORECASE
)
"""What nobody calls anything but a session or a tracker."""
_PERHAPS = re.compile(r"sess(?:ion)?_?(?:id)?|s?uid|sid", re.IGNORECASE)
"""What may be a session, or the number of a person, a section or a talk: its value tells. To take a page for another is to miss a broken
link, and a session that is not known is bounded all the same, by the variants of its path."""
_SURE_IN_PATH = re.compile(r";(?:jsessionid|phpsessid)=[^/?]*|/\(S\([a-z0-9]+\)\)", re.IGNORECASE)
_PERHAPS_IN_PATH = re.compile(r";sid=([^/?;]*)", re.IGNORECASE)
_TOKEN = re.compile(r"[\w\-]{16,}(?:=|%3D){0,2}", re.IGNORECASE | re.ASCII)
_TURN = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", re.IGNORECASE)
_TURNS = 4
"""So often digits and letters take turns in what nobody chose: 16 hexadecimal digits do it 7 times, words with a year in them twice."""
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
"""The number of a record at least as often as of a session."""
_REPEATED = re.compile(r"(/[^/]+(?:/[^/]+){0,3}?)\1{2,}(?:/|$)")
_DATED = re.compile(r"(?:/|-|_|^)(?:19|2\d)\d\d(?:[/\-_](?:0?[1-9]|1[0-2]))?(?:[/\-_](?:0?[1-9]|[12]\d|3[01]))?/?$")
_DIGITS = re.compile(r"\d+")
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
        shape = None
        if urls.query(url):
            shape = f"{path}?"
        elif _DATED.search(path):
            shape = _DIGITS.sub("0", path)
        if shape is None:
            return None
        if self._variants[shape] >= self._most:
            what = "a calendar or archive" if shape[-1] != "?" else "one path with ever new queries"
            return f"more than {self._most} variants of {what}"
        self._variants[shape] += 1
        return None
