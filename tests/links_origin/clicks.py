"""What a click in Chromium ends in, in one word, and which words each verdict of ours lets one expect.

The words: ``shown`` (a page, whatever it says), ``shown, there`` and ``shown, nowhere`` (the address names a place on the page, and the
page has it or not), ``download``, ``stays`` (RFC 9110, 15.3.5: the reader stays where he was), a status of 400 and above, a network error
of Chromium without its ``net::``, ``no answer`` (within the time that the test has), ``no address`` (Chromium cannot read it), and a scheme
with its colon for what is no address of the web.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.links_origin.case import Case

_NO_ANSWER = r"ERR_(?:CONNECTION_(?:RESET|CLOSED|ABORTED)|EMPTY_RESPONSE)"
_UNREADABLE = r"ERR_(?:INVALID_HTTP_RESPONSE|CONTENT_DECODING_FAILED|CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED_ENCODING|INVALID_REDIRECT|UNSAFE_REDIRECT|RESPONSE_HEADERS_\w+)"

WORDS: Mapping[str, str] = {
    "ok": r"shown(?:, there)?|mailto:|tel:",
    "permanent_redirect": r"shown(?:, there)?",
    "missing_anchor": r"shown, nowhere",
    "not_found": r"404",
    "gone": r"410",
    "client_error": r"400|405|414|422",
    "server_error": r"5\d\d",
    "server_busy": r"5\d\d",
    "rate_limited": r"429|503",
    "forbidden": r"4\d\d",
    "login": r"401|ERR_INVALID_AUTH_CREDENTIALS|shown",
    "bot_wall": rf"shown|202|[459]\d\d|{_NO_ANSWER}",  # a front that drops programs may drop a browser without a person, too
    "refused": r"ERR_CONNECTION_REFUSED",
    "reset": _NO_ANSWER,
    "host_not_found": r"ERR_NAME_NOT_RESOLVED",
    "redirect_loop": r"ERR_TOO_MANY_REDIRECTS",
    "too_many_redirects": r"ERR_TOO_MANY_REDIRECTS",
    "redirect_to_broken": r"404|410|ERR_NAME_NOT_RESOLVED|ERR_CONNECTION_REFUSED|ERR_CERT_\w+",
    "certificate": r"ERR_CERT_\w+",
    "tls_chain": r"ERR_CERT_AUTHORITY_INVALID|shown",
    "tls_failed": r"ERR_SSL_\w+",
    "protocol_error": _UNREADABLE,
    "timeout": r"no answer|408",
    "bad_address": r"no address|404|ERR_NAME_NOT_RESOLVED|(?!https?:)[a-z0-9+.\-]+:",
    "bad_mail": r"mailto:",
    "bad_phone": r"tel:",
    "other_scheme": r"(?!https?:|mailto:|tel:)[a-z0-9+.\-]+:",
}
"""By our reason: what Chromium does with the same link. A wall, a login, an error page that says 200 and a name for sale are pages to it."""

UNTRIED: Mapping[str, str] = {
    "leave_alone": "a click might log out, unsubscribe or delete; nobody clicks",
    "not_asked": "the form would be posted; nobody does",
    "soft_404": "a page like any other to a browser, which shows it; what it says is for us to judge",
    "parked_domain": "a page like any other to a browser",
    "blocked_address": "an address outside of this machine; the test has no network",
}
"""By our reason: what is not clicked, and why."""


@dataclass(frozen=True)
class Click:
    """``word`` as above; ``hops`` are the addresses on the way, ``statuses`` what they answered; ``final`` is the address bar at the end."""

    word: str
    hops: tuple[str, ...] = ()
    statuses: tuple[int, ...] = ()
    final: str = ""


def tried(case: Case) -> bool:
    """Whether anybody clicks the links of a case."""
    return all(reason not in UNTRIED for _, reason in case.expected)


def expected(case: Case, reason: str) -> str:
    """The pattern of the words that Chromium's click may end in."""
    return case.chromium[0] if case.chromium else WORDS[reason]
