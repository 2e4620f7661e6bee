"""Attribute values and style sheets that hold several addresses, or one among other words: srcset, CSS, meta refresh."""

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


_CSS = re.compile(
    r"/\*[^*]{0,65536}(?:\*(?!/)[^*]{0,65536}){0,65536}\*/"
    r"|@namespace[^;]{0,2000};"
    r"|@import\s{1,99}(?:\"(?P<import2>[^\"\n]{0,4096})\"|'(?P<import1>[^'\n]{0,4096})')"
    r"|url\(\s{0,99}(?:\"(?P<url2>(?:[^\"\\\n]|\\.){0,4096})\"|'(?P<url1>(?:[^'\\\n]|\\.){0,4096})'|(?P<url0>(?:[^\s\"'()\\]|\\[0-9a-fA-F]{1,6}\s?|\\.){0,4096}))\s{0,99}\)"
    r"|\"(?:[^\"\\\n]|\\.){0,4096}\"|'(?:[^'\\\n]|\\.){0,4096}'",
    re.IGNORECASE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n\r\f]?|(.))", re.DOTALL)


def _unescaped(text: str) -> str:
    """CSS escapes undone (CSS Syntax, 4.3.7)."""

    def one(found: re.Match[str]) -> str:
        if found.group(2) is not None:
            return found.group(2)
        number = int(found.group(1), 16)
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"

    return _ESCAPE.sub(one, text)


def style(css: str) -> tuple[str, ...]:
    """The addresses that a style sheet or ``style`` attribute loads: ``url()`` and ``@import``, comments and plain strings left out.

    ``url(#name)`` names something in the page itself and ``data:`` is no visit: both are passed over, and so is ``@namespace``.
    """
    found = []
    for match in _CSS.finditer(css):
        value = next((group for group in match.groups() if group is not None), "")
        value = _unescaped(value).strip()
        if value and not value.startswith("#") and not value.lower().startswith("data:"):
            found.append(value)
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
