"""Most addresses are written as a browser keeps them: those need no parser."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

PORTS: Final = {"http": 80, "https": 443}
_PLAIN: Final = re.compile(
    r"(https?)://"
    r"((?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?:\.(?!$|[:/])|(?=[:/]|$))){4}|(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,20})"
    r"(?::([1-9][0-9]{0,4}))?"
    r"(/[A-Za-z0-9/_~!$&()*+,;=:@.%-]*(?:\?[A-Za-z0-9/_~!$&()*+,;=:@.%?-]+)?)?"
)
"""What a browser would not change by a character: no encoded host, no address but in its usual form."""
_DOTS: Final = re.compile(r"/(?:\.|%2e){1,2}(?:[/?]|$)", re.IGNORECASE)


class Plain(NamedTuple):
    """An http or https address, taken apart. ``href`` is as a browser keeps it."""

    href: str
    scheme: str
    host: str
    port: int


def plain(url: str) -> Plain | None:
    """The parts of an address that a browser (WHATWG URL) keeps as it is written, the slash of a bare host aside; None for all others:
    they need a parser. No fragment, no userinfo, no dot segment, no usual port written out."""
    found = _PLAIN.fullmatch(url)
    if found is None or ("/." in url and _DOTS.search(url)) or "/%2" in url:
        return None
    scheme, host, port, path = found.groups()
    usual = PORTS[scheme]
    number = int(port) if port else usual
    if number > 65535 or (port and number == usual):
        return None
    return Plain(url if path else f"{url}/", scheme, host, number)
