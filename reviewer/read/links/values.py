"""Attribute values that hold several addresses, or one among other words: srcset, meta refresh."""

from __future__ import annotations

import re

_SPACE = " \t\n\f\r"
_DESCRIPTOR = re.compile(r"\d+[wh]|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+\-]?\d+)?x")


def srcset(value: str) -> tuple[str, ...]:
    """The addresses of a ``srcset``, in order (WHATWG HTML, 4.8.4.2.2: commas may stand in an address; a candidate whose descriptor
    cannot be read is passed over)."""
    found: list[str] = []
    at, end = 0, len(value)
    while at < end:
        while at < end and value[at] in _SPACE + ",":
            at += 1
        begins = at
        while at < end and value[at] not in _SPACE:
            at += 1
        url = value[begins:at]
        if not url:
            break
        if url.endswith(","):
            found.append(url.rstrip(","))
            continue
        begins, depth = at, 0
        while at < end and (value[at] != "," or depth):
            depth += (value[at] == "(") - (value[at] == ")" and depth > 0)
            at += 1
        if all(_DESCRIPTOR.fullmatch(word) for word in value[begins:at].split()):
            found.append(url)
    return tuple(found)


_REFRESH = re.compile(
    r"[ \t\n\f\r]*(?P<seconds>\d*)(?:\.[\d.]*)?[ \t\n\f\r]*(?:[;,][ \t\n\f\r]*)?(?:url[ \t\n\f\r]*=[ \t\n\f\r]*)?(?P<url>.*)",
    re.IGNORECASE | re.DOTALL,
)


def refresh(content: str) -> tuple[float, str] | None:
    """``5; url=/elsewhere`` as (seconds, address as written); None when it leads nowhere else.

    (WHATWG HTML, "shared declarative refresh steps".)
    """
    found = _REFRESH.match(content[:4096])
    if not found or not (found.group("seconds") or content.lstrip().startswith(".")):
        return None
    url = found.group("url").strip(_SPACE)
    if url[:1] in {"'", '"'}:
        url = url[1:].partition(url[0])[0]
    return (float(found.group("seconds") or 0), url) if url else None
