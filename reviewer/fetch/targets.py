"""Where to send a request: a URL as a browser reads it, taken apart, and the little that a chain of redirects remembers."""

from __future__ import annotations

from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie

import ada_url

from reviewer import urls
from reviewer.urls import PORTS

COOKIES = 50
COOKIE_CHARACTERS = 4096


@dataclass(frozen=True, slots=True)
class Target:
    """A normalised http or https URL without its fragment (kept aside) and without user and password."""

    href: str
    scheme: str
    host: str
    port: int
    fragment: str = ""

    @property
    def authority(self) -> str:
        """Host and port."""
        return f"{self.host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host, and the port when it is not the usual one."""
        return f"{self.scheme}://{self.host}" if self.port == PORTS[self.scheme] else f"{self.scheme}://{self.host}:{self.port}"


def target(url: str, base: str | None = None) -> Target:
    """Read a URL, or a reference on ``base``, as browsers do (WHATWG). Raises ``ValueError`` for what is not http or https."""
    if base is None and (plain := urls.plain(url)):
        return Target(plain.href, plain.scheme, plain.host, plain.port)
    found = ada_url.URL(url, base=base)
    scheme = found.protocol[:-1]
    if scheme not in PORTS or not found.hostname:
        raise ValueError(f"not an http or https address: {url[:200]}")
    if found.username or found.password:
        found.username = ""
        found.password = ""
    href, _, fragment = found.href.partition("#")
    return Target(href, scheme, found.hostname, int(found.port) if found.port else PORTS[scheme], fragment)


@dataclass(slots=True)
class Spent:
    """What one chain of redirects has used up so far: seconds with servers, hops, and seconds of pauses that hosts asked for."""

    seconds: float = 0.0
    hops: int = 0
    waited: float = 0.0


class Jar:
    """What one chain of redirects takes along: cookies, each sent only to the very host that set it, and what was ``spent``."""

    def __init__(self, seconds: float = 0.0) -> None:
        """Begin empty, with so many seconds spent already."""
        self.spent = Spent(seconds)
        self._cookies: dict[str, dict[str, tuple[str, bool]]] = {}

    def take(self, at: Target, values: list[str]) -> None:
        """Keep what a Set-Cookie header sets; what cannot be read is passed over."""
        for value in values:
            if len(value) > COOKIE_CHARACTERS:
                continue
            try:
                parsed = SimpleCookie(value)
            except CookieError:
                continue
            kept = self._cookies.setdefault(at.host, {})
            for name, morsel in parsed.items():
                if len(kept) < COOKIES or name in kept:
                    kept[name] = (morsel.coded_value, bool(morsel["secure"]))

    def header(self, to: Target) -> str:
        """The Cookie header for a target, empty when there is none."""
        kept = self._cookies.get(to.host, {})
        return "; ".join(f"{name}={value}" for name, (value, secure) in kept.items() if to.scheme == "https" or not secure)
