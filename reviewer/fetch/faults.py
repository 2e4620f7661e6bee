"""What went wrong, from an exception and its causes, in one word (``Reason``) and one sentence."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

import httpx

from reviewer import dates
from reviewer.fetch.guard import Blocked
from reviewer.fetch.names import NameTimeout
from reviewer.fetch.tls.certificate import LONGEST_NAME
from reviewer.model import Certificate, Flaw, Reason

EXPIRED, NOT_YET = 10, 9
SELF_SIGNED, SELF_SIGNED_IN_CHAIN = 18, 19
NO_ISSUER, NO_LEAF_SIGNATURE = 20, 21
WRONG_HOST, WRONG_ADDRESS = 62, 64

CERTIFICATE_SAYS = {
    EXPIRED: "the certificate has expired",
    NOT_YET: "the certificate is not valid yet",
    SELF_SIGNED: "the certificate is self-signed",
    SELF_SIGNED_IN_CHAIN: "the certificate is self-signed: it ends in an authority that nobody knows",
    WRONG_HOST: "the certificate is for the wrong host",
    WRONG_ADDRESS: "the certificate is for the wrong host",
}
"""By OpenSSL's verify codes (X509_V_ERR_*)."""

FLAWS = {
    EXPIRED: Flaw.EXPIRED,
    NOT_YET: Flaw.NOT_YET,
    SELF_SIGNED: Flaw.SELF_SIGNED,
    WRONG_HOST: Flaw.WRONG_HOST,
    WRONG_ADDRESS: Flaw.WRONG_HOST,
}
"""Which flaw of the certificate itself a code speaks of; 19 to 21 speak of what stands above it."""

NAMED = 3
"""How many of the names that a certificate is made out to are told."""


class TooLarge(httpx.RemoteProtocolError):
    """Headers beyond the limits."""


class Disconnected(httpx.RemoteProtocolError):
    """The connection was closed before an answer began."""


def chain(error: BaseException) -> Iterator[BaseException]:
    """An exception and what it came from, nearest first, members of groups included; each once."""
    seen: set[int] = set()
    todo: list[BaseException | None] = [error]
    while todo:
        item = todo.pop(0)
        if item is None or id(item) in seen:
            continue
        seen.add(id(item))
        yield item
        todo += [item.__cause__, item.__context__, *getattr(item, "exceptions", ())]
        todo += [found for found in (getattr(item, "os_error", None), *item.args) if isinstance(found, BaseException)]


def fault(error: BaseException) -> tuple[Reason, str]:
    """The reason, and a sentence for the person who must act."""
    causes = tuple(chain(error))
    for item in causes:
        if isinstance(item, Blocked):
            return Reason.BLOCKED_ADDRESS, str(item)
        if isinstance(item, TooLarge):
            return Reason.TOO_LARGE, str(item)
        if isinstance(item, ssl.SSLCertVerificationError):
            return _certificate(item)
        if isinstance(item, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            return Reason.RESET, "the server closed the connection in the middle of TLS"
        if type(item) is ssl.SSLError:
            return Reason.TLS_FAILED, f"no secure connection could be agreed: {_openssl(item)}"
        if isinstance(item, NameTimeout):
            return Reason.TIMEOUT, str(item)
        if isinstance(item, socket.gaierror):
            return _name(item)
        if isinstance(item, ConnectionRefusedError):
            return Reason.REFUSED, "the server refused the connection"
    for item in causes:
        if isinstance(item, ConnectionResetError | ConnectionAbortedError | BrokenPipeError):
            return Reason.RESET, "the server broke the connection off"
        if isinstance(item, Disconnected):
            return Reason.RESET, "the server closed the connection without an answer"
    for item in causes:
        if isinstance(item, httpx.TimeoutException | TimeoutError):
            return Reason.TIMEOUT, _timeout(item)
    for item in causes:
        if isinstance(item, httpx.ConnectError):
            return Reason.REFUSED, f"no connection: {_plain(item)}"
    for item in causes:
        if isinstance(item, httpx.NetworkError):
            return Reason.RESET, "the server broke the connection off"
    return Reason.PROTOCOL_ERROR, f"the answer is not valid HTTP: {_plain(error)}"


def refused(error: BaseException) -> int | None:
    """OpenSSL's verify code, when the server's certificate is what was wrong."""
    for item in chain(error):
        if isinstance(item, ssl.SSLCertVerificationError) and hasattr(item, "verify_code"):
            return item.verify_code
    return None


def _certificate(error: ssl.SSLCertVerificationError) -> tuple[Reason, str]:
    """Tell a certificate that nobody accepts from one that browsers complete by themselves."""
    if error.verify_code in {NO_ISSUER, NO_LEAF_SIGNATURE}:
        return Reason.TLS_CHAIN, "the server does not send the intermediate certificate; many browsers fetch it by themselves"
    return Reason.CERTIFICATE, CERTIFICATE_SAYS.get(error.verify_code, f"the certificate is not valid: {error.verify_message}")


def whole(code: int, reason: Reason, says: str, shown: Certificate, host: str) -> tuple[Reason, str]:
    """All that is wrong with a certificate, where OpenSSL stopped at the first fault (``code``, and what ``fault`` made of it).

    The first handshake has the say. What ``shown`` adds changes the reason in one case: of a chain that lacks a part browsers make a
    whole one, but then they meet the flaws of the certificate itself.
    """
    flaws = ", and it ".join(_flaw(flaw, shown, host) for flaw in shown.flaws)
    issuer = f" of “{shown.issuer}”" if shown.issuer else ""
    if reason is Reason.TLS_CHAIN and flaws:
        return Reason.CERTIFICATE, f"the certificate {flaws}; besides, the server does not send the intermediate certificate{issuer}"
    if reason is Reason.TLS_CHAIN and shown.completable:
        return reason, f"the server does not send the intermediate certificate{issuer}; many browsers fetch it by themselves"
    if reason is Reason.TLS_CHAIN:
        where = "and does not say where it is; only browsers that have it already get by"
        return reason, f"the server does not send the intermediate certificate{issuer}, {where}"
    if FLAWS.get(code) in shown.flaws:
        return reason, f"the certificate {flaws}"
    if code == SELF_SIGNED_IN_CHAIN and shown.issuer:
        says = f"the certificate is self-signed: “{shown.issuer}”, who issued it, leads to an authority that nobody knows"
    return reason, f"{says}, and it {flaws}" if flaws else says


def _flaw(flaw: Flaw, shown: Certificate, host: str) -> str:
    """What is wrong, as what follows "the certificate"."""
    if flaw is Flaw.EXPIRED and shown.not_after:
        return f"expired on {dates.words(shown.not_after.date())}"
    if flaw is Flaw.NOT_YET and shown.not_before:
        return f"is not valid yet, only from {dates.words(shown.not_before.date())}"
    if flaw is Flaw.WRONG_HOST:
        return f"is {_made_out(shown)}not {'' if shown.names else 'made out '}to {host[:LONGEST_NAME]}"
    return "is self-signed"


def _made_out(shown: Certificate) -> str:
    """To whom, when it names anybody that can be told."""
    first = shown.names[:NAMED]
    more = shown.more_names + len(shown.names) - len(first)
    if not first:
        return ""
    if more:
        return f"made out to {', '.join(first)} and {more:,} more, "
    *others, last = first
    return f"made out to {', '.join(others)} and {last}, " if others else f"made out to {last}, "


def _name(error: socket.gaierror) -> tuple[Reason, str]:
    """Tell a name that does not exist from a name server that does not answer."""
    if error.errno == socket.EAI_AGAIN:
        return Reason.TIMEOUT, "the name server gave no answer (temporary failure in name resolution)"
    return Reason.HOST_NOT_FOUND, "there is no host of that name"


def _timeout(error: BaseException) -> str:
    """Say which step took too long."""
    if isinstance(error, httpx.ConnectTimeout):
        return "no connection within the time limit"
    return "no complete answer within the time limit"


def _openssl(error: ssl.SSLError) -> str:
    """OpenSSL's own words, in lower case, without its numbers."""
    return (getattr(error, "reason", None) or str(error)).lower().replace("_", " ")


def _plain(error: BaseException) -> str:
    """An exception's words on one line, bounded: a server chose some of them."""
    return " ".join(str(error).split())[:200] or type(error).__name__
