"""Mail addresses that Cloudflare hides from robots: in the source stands a code, and a script of the page makes the address of it.

The code is hexadecimal: the first byte is a key, with which every byte of the address was put together by exclusive or. Without this
step the address is "[email protected]", and its link leads to ``/cdn-cgi/l/email-protection``, which answers 404 to everybody.
"""

from __future__ import annotations

import re
from typing import Final

_MARKS: Final = ("data-cfemail", "/cdn-cgi/l/email-protection")
_HREF: Final = re.compile(r"(?:https?://[^\s\"'<>/]{1,255})?/cdn-cgi/l/email-protection#([0-9a-fA-F]{6,1024})")
_CODE: Final = r"\bdata-cfemail\s{0,9}=\s{0,9}[\"']?([0-9a-fA-F]{6,1024})\b"
_LINKED: Final = re.compile(rf"<a\s[^<>]{{0,2000}}?{_CODE}[^<>]{{0,2000}}>[^<]{{0,200}}</a>", re.IGNORECASE)
_SHOWN: Final = re.compile(rf"<span\s[^<>]{{0,2000}}?{_CODE}[^<>]{{0,2000}}>[^<]{{0,200}}</span>", re.IGNORECASE)
_BARE: Final = re.compile(r"(?:https?://[^\s\"'<>/]{1,255})?/cdn-cgi/l/email-protection(?=[\"'\s>])")


def unveiled(markup: str) -> str:
    """The markup as the page's script makes it: links to ``mailto:`` addresses, and addresses as text. Line breaks stay where they are
    outside of what is replaced; a code that is none stays as it is."""
    if not any(mark in markup for mark in _MARKS):
        return markup
    markup = _HREF.sub(lambda found: f"mailto:{address}" if (address := decoded(found[1])) else found.group(), markup)
    markup = _LINKED.sub(_link, markup)
    return _SHOWN.sub(lambda found: decoded(found[1]) or found.group(), markup)


def _link(found: re.Match[str]) -> str:
    """A link whose code stands beside its address, which says nothing."""
    address = decoded(found[1])
    if not address:
        return found.group()
    opening = found.group().partition(">")[0]
    return f"{_BARE.sub(f'mailto:{address}', opening)}>{address}</a>"


def decoded(code: str) -> str:
    """The address in a code of hexadecimal digits, or nothing when it is none."""
    if len(code) % 2:
        return ""
    key, *rest = bytes.fromhex(code)
    try:
        address = bytes(one ^ key for one in rest).decode()
    except UnicodeDecodeError:
        return ""
    return address if re.fullmatch(r"[^\s<>\"'&@]{1,64}@[^\s<>\"'&@]{1,255}(?:\?[^\s<>\"']{0,500})?", address) else ""
