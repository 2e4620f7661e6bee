"""Addresses as a browser reads them (WHATWG URL, by ada-url), and what is wrong with an address before anybody visits it.

A browser forgives much: blanks around an address, tabs and line ends inside it, backslashes, one slash after the scheme. What it reads is
what a person gets on a click, so nothing here "corrects" an address behind the reader's back; ``fault`` only says what the author
probably meant.
"""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from typing import Final
from urllib.parse import unquote_to_bytes

import ada_url

from reviewer.urls.contacts import mail_fault, phone_fault
from reviewer.urls.faults import Fault, fault
from reviewer.urls.plain import PORTS, plain

__all__ = [
    "OWN_COMPUTER",
    "PORTS",
    "PRIVATE",
    "Fault",
    "decoded",
    "fault",
    "fragment",
    "front",
    "host",
    "hostname",
    "inward",
    "is_web",
    "mail_fault",
    "masked",
    "matches",
    "origin",
    "path",
    "phone_fault",
    "plain",
    "query",
    "resolve",
    "scheme",
    "site_key",
    "without_fragment",
]

_LONE = re.compile("[\ud800-\udfff]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):")
_PARTS = re.compile(r"(?:([a-z][a-z0-9+.\-]*):)?(?://([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?", re.DOTALL)
"""RFC 3986, appendix B: what ada-url returns is already normal, so the parts need no second parser."""


@lru_cache(maxsize=8192)
def resolve(href: str, base: str = "") -> str | None:
    """The absolute URL that a browser makes of ``href`` on a page whose base is ``base``; None where a browser cannot make one.

    The fragment is kept. Without ``base`` only an absolute ``href`` has an answer. (WHATWG URL, 4.4.)
    """
    if found := plain(href):
        return found.href
    text = _LONE.sub("\ufffd", href)  # half of a pair, which no encoding has (WHATWG Infra, "scalar value string")
    try:
        return str(ada_url.join_url(base, text) if base else ada_url.normalize_url(text))
    except ValueError:
        return None


@lru_cache(maxsize=256)
def front(base: str) -> str:
    """As much of a base as tells what an address means that begins with ``/``, ``http://`` or ``https://``: its scheme and host, when it is
    plain, otherwise all of it. All pages of a site have it in common, so that the answers to `resolve` for their menus are, too."""
    found = plain(without_fragment(base))
    return found.href[: found.href.index("/", len("https://")) + 1] if found else base


_INDEX: Final = re.compile(r"(?:index\.(?:x?html?|php|aspx?|jsp)|default\.(?:html?|aspx?))", re.IGNORECASE)
"""What servers show for a folder (Apache DirectoryIndex, IIS default documents)."""


def folder(url: str) -> str | None:
    """The address of the folder whose index a URL names: ``/guides/`` for ``/guides/index.html``; None when it names none."""
    stem, slash, name = url.rpartition("/")
    return stem + slash if _INDEX.fullmatch(name) else None


def without_fragment(url: str) -> str:
    """The URL up to its ``#``: what is asked of a server."""
    return url.partition("#")[0]


def fragment(url: str) -> str:
    """What follows the ``#``, still percent-encoded; empty when there is none."""
    return url.partition("#")[2]


def decoded(text: str) -> str:
    """Percent-decoded as UTF-8; bytes that are no UTF-8 become U+FFFD (WHATWG URL, "percent-decode", then "UTF-8 decode without BOM")."""
    return unquote_to_bytes(text).decode("utf-8", "replace")


def scheme(url: str) -> str:
    """The scheme in lower case, without its colon; empty when there is none."""
    if url.startswith(("https://", "http://")):  # nearly all are, and every link is asked for it
        return "https" if url[4] == "s" else "http"
    found = _SCHEME.match(url.lower())
    return found.group(1) if found else ""


def _parts(url: str) -> tuple[str, str, str, str]:
    """Scheme, authority, path, query of any text: the pattern matches everything."""
    found = _PARTS.match(url)
    groups = found.groups("") if found else ("", "", url, "", "")
    return groups[0], groups[1], groups[2], groups[3]


def host(url: str) -> str:
    """Host and port, as in ``example.org:8080`` (a default port is not there in a resolved URL); no userinfo."""
    return _parts(url)[1].rpartition("@")[2]


def hostname(url: str) -> str:
    """The host without its port; an IPv6 address keeps its brackets."""
    return re.sub(r":\d*$", "", host(url))


def origin(url: str) -> str:
    """``https://example.org:8080``: scheme, host and port (RFC 6454), without userinfo."""
    return f"{_parts(url)[0]}://{host(url)}"


def path(url: str) -> str:
    """The path, still percent-encoded; ``/`` for a bare host."""
    return _parts(url)[2] or "/"


def query(url: str) -> str:
    """The query without its question mark; empty when there is none."""
    return _parts(url)[3][1:]


def is_web(url: str) -> bool:
    """Whether the URL is http or https: the schemes that can be visited."""
    return scheme(url) in {"http", "https"}


OWN_COMPUTER: Final = "it only works on the author's own computer"
PRIVATE: Final = "it is an address inside a private network, which no reader outside can open"


def inward(url: str) -> str | None:
    """Why nobody but its author, or a colleague, can open an address, as the end of a sentence; None when nothing about it says so.

    By the address alone (RFC 6761, 6.3; RFC 6890): what a name stands for in some network is nobody's guess.
    """
    name = hostname(url).strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return OWN_COMPUTER
    try:
        at = ipaddress.ip_address(name)
    except ValueError:
        return None
    if at.is_loopback or at.is_unspecified:
        return OWN_COMPUTER
    return PRIVATE if at.is_private or at.is_link_local else None


_PASSWORD = re.compile(r"((?:^|[a-z]:|[^:\w/\\])[/\\]{2,}(?!(?:www\.)?mailto:)[^:/\\?#@\s]*:)[^/\\?#\s]*@", re.IGNORECASE)


def masked(text: str) -> str:
    """The text with the password of every address in it as ``***``: it is nobody's to keep, and no visit sends it. "http://mailto:a@b"
    has none, only a mail address behind a slip."""
    return _PASSWORD.sub(r"\1***@", text) if "@" in text and ("//" in text or "\\" in text) else text


def site_key(url: str) -> str:
    """What two addresses of one web site share: the host and port, whether by http or by https."""
    return host(url)


@lru_cache(maxsize=1024)
def _glob(pattern: str) -> re.Pattern[str]:
    """``*`` stays within a path segment, ``**`` does not, ``/**`` at the end also matches nothing: "this and everything below"."""
    below = pattern.endswith("/**")
    body = pattern.removesuffix("/**") if below else pattern
    parts = (".*" if part == "**" else "[^/]*" if part == "*" else re.escape(part) for part in re.split(r"(\*\*|\*)", body))
    return re.compile("".join(parts) + ("(?:[/?].*)?" if below else ""), re.DOTALL)


def matches(pattern: str, url_or_path: str) -> bool:
    """Whether a glob fits an address.

    A pattern that begins with ``/`` is held against the path, one with ``://`` against the whole URL, any other against host and path
    (``*.example.org/**``). Without a ``?`` in the pattern the query is not looked at, unless ``**`` takes it in. Fragments never count.
    """
    text = without_fragment(url_or_path)
    if "://" not in pattern:
        _, authority, where, asked = _parts(text)
        text = (where or "/") + asked if pattern.startswith("/") else authority.rpartition("@")[2] + where + asked
    glob = _glob(pattern)
    return bool(glob.fullmatch(text) or glob.fullmatch(text.partition("?")[0]))
