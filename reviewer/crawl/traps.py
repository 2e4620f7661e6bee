"""Traps: addresses without end. Each rule says why it stopped, for the notes."""

from __future__ import annotations

import re
from collections import defaultdict

from reviewer import urls

_SESSION = re.compile(
    r"(?:php|asp\.?net_?|j|cf)?sess(?:ion)?_?(?:id)?|phpsessid|jsessionid|aspsessionid\w*|cfid|cftoken|sid|s?uid|oscsid|zenid|utm_\w+|fbclid|gclid|msclkid",
    re.IGNORECASE,
)
_IN_PATH = re.compile(r";(?:jsessionid|sid|phpsessid)=[^/?]*|/\(S\([a-z0-9]+\)\)", re.IGNORECASE)
_REPEATED = re.compile(r"(/[^/]+(?:/[^/]+){0,3}?)\1{2,}(?:/|$)")
_DATED = re.compile(r"(?:/|-|_|^)(?:19|2\d)\d\d(?:[/\-_](?:0?[1-9]|1[0-2]))?(?:[/\-_](?:0?[1-9]|[12]\d|3[01]))?/?$")
_DIGITS = re.compile(r"\d+")
_DEEP = 20


def plain(url: str) -> str:
    """What two addresses of one page share: no session id, no tracking, the query in order. The key of a page in a crawl."""
    front, _, asked = url.partition("?")
    front = _IN_PATH.sub("", front)
    kept = sorted(pair for pair in asked.split("&") if pair and not _SESSION.fullmatch(pair.partition("=")[0]))
    return front + ("?" + "&".join(kept) if kept else "")


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
