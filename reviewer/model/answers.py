"""What the network answers: what `fetch` makes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a visit came out as it did. Stable: reports, state and users' rules name it. Words: ``reasons.py``."""

    OK = "ok"
    # moved
    PERMANENT_REDIRECT = "permanent_redirect"
    # broken
    NOT_FOUND = "not_found"
    GONE = "gone"
    BAD_ADDRESS = "bad_address"
    HOST_NOT_FOUND = "host_not_found"
    REFUSED = "refused"
    RESET = "reset"
    REDIRECT_LOOP = "redirect_loop"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    REDIRECT_TO_BROKEN = "redirect_to_broken"
    CERTIFICATE = "certificate"
    SERVER_ERROR = "server_error"
    MISSING_ANCHOR = "missing_anchor"
    SOFT_404 = "soft_404"
    PARKED_DOMAIN = "parked_domain"
    BAD_MAIL = "bad_mail"
    BAD_PHONE = "bad_phone"
    CLIENT_ERROR = "client_error"
    # unsure
    BOT_WALL = "bot_wall"
    FORBIDDEN = "forbidden"
    LOGIN = "login"
    RATE_LIMITED = "rate_limited"
    TIMEOUT = "timeout"
    SERVER_BUSY = "server_busy"
    TLS_CHAIN = "tls_chain"
    TLS_FAILED = "tls_failed"
    ROBOTS = "robots"
    ROBOTS_UNKNOWN = "robots_unknown"
    PROTOCOL_ERROR = "protocol_error"
    BLOCKED_ADDRESS = "blocked_address"
    HOST_DOWN = "host_down"
    TOO_LARGE = "too_large"
    INTERRUPTED = "interrupted"
    # skipped
    OTHER_SCHEME = "other_scheme"
    RULE = "rule"
    LEAVE_ALONE = "leave_alone"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect: who answered, with which status, to where. Status 0: nobody answered over http, and https was asked, as browsers do."""

    url: str
    status: int
    to: str

    @property
    def permanent(self) -> bool:
        """301 and 308 (RFC 9110, 15.4); a meta refresh of 0 seconds is recorded as 308."""
        return self.status in {301, 308}


@dataclass(frozen=True, slots=True)
class Answer:
    """A final answer over HTTP, after redirects. ``headers`` are in order, names in lower case. ``cut``: the body was
    longer than the cap, ``body`` is its decoded beginning. ``seconds`` is wall time, redirects included."""

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    cut: bool = False
    hops: tuple[Hop, ...] = ()
    seconds: float = 0.0

    def header(self, name: str) -> str | None:
        """The first header of that name (lower case), or None."""
        return next((value for key, value in self.headers if key == name), None)

    @property
    def media_type(self) -> str:
        """Its content type without parameters, in lower case; empty when it names none."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()


class Flaw(StrEnum):
    """What a certificate shows that no browser accepts (RFC 5280, 6.1; RFC 9525)."""

    EXPIRED = "expired"
    NOT_YET = "not_valid_yet"
    WRONG_HOST = "wrong_host"
    SELF_SIGNED = "self_signed"


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a server's certificate says of itself, after its TLS could not be trusted: nobody vouches for it (docs/decisions/0009).

    ``flaws`` is all that is wrong with it by itself. None and empty: it could not be read. Texts are short and harmless. ``names`` are
    the first of those that it is made out to, ``more_names`` counts the rest. ``completable``: it says where its issuer's is to be had.
    """

    flaws: tuple[Flaw, ...] = ()
    not_before: dt.datetime | None = None
    not_after: dt.datetime | None = None
    names: tuple[str, ...] = ()
    more_names: int = 0
    issuer: str | None = None
    completable: bool = False


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """No final answer: ``reason`` says why in one word, ``detail`` in a sentence. ``retry_after`` in seconds. ``certificate`` is what the
    server showed, where that was the reason and a second handshake came about."""

    url: str
    final_url: str
    reason: Reason
    detail: str = ""
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    retry_after: float | None = None
    seconds: float = 0.0
    certificate: Certificate | None = None


Fetched = Answer | NoAnswer
