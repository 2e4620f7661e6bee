"""From an exception and its causes to one word and one sentence."""

import datetime as dt
import socket
import ssl

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.fetch.faults import CERTIFICATE_SAYS, Disconnected, TooLarge, fault, refused, whole
from reviewer.fetch.guard import Blocked
from reviewer.fetch.journey import Journey
from reviewer.fetch.names import NameTimeout
from reviewer.fetch.pace import RealClock
from reviewer.fetch.targets import Jar, Target, target
from reviewer.model import Certificate, Flaw, Reason


def caused(error: BaseException, cause: BaseException) -> BaseException:
    """An exception with a cause."""
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "reason", "says"),
    [
        (caused(httpx.ConnectError("x"), Blocked("a.example leads inside")), Reason.BLOCKED_ADDRESS, "leads inside"),
        (caused(httpx.ConnectError("x"), socket.gaierror(socket.EAI_NONAME, "x")), Reason.HOST_NOT_FOUND, "no host of that name"),
        (caused(httpx.ConnectError("x"), socket.gaierror(socket.EAI_AGAIN, "x")), Reason.TIMEOUT, "temporary failure"),
        (caused(httpx.ConnectError("x"), NameTimeout("no name server")), Reason.TIMEOUT, "no name server"),
        (caused(httpx.ConnectError("x"), ConnectionRefusedError()), Reason.REFUSED, "refused"),
        (caused(httpx.ConnectError("x"), ConnectionResetError()), Reason.RESET, "broke"),
        (caused(httpx.ConnectError("no route"), OSError(113, "no route")), Reason.REFUSED, "no connection: no route"),
        (caused(httpx.ConnectError("x"), ssl.SSLEOFError()), Reason.RESET, "middle of TLS"),
        (caused(httpx.ConnectError("x"), ssl.SSLError(1, "[SSL: WRONG] wrong")), Reason.TLS_FAILED, "wrong"),
        (httpx.ConnectTimeout("x"), Reason.TIMEOUT, "no connection within"),
        (httpx.ReadTimeout("x"), Reason.TIMEOUT, "no complete answer"),
        (TimeoutError(), Reason.TIMEOUT, "no complete answer"),
        (httpx.ReadError("x"), Reason.RESET, "broke"),
        (Disconnected("x"), Reason.RESET, "without an answer"),
        (TooLarge("40 headers"), Reason.TOO_LARGE, "40 headers"),
        (httpx.RemoteProtocolError("bad\n  chunk"), Reason.PROTOCOL_ERROR, "bad chunk"),
        (httpx.RemoteProtocolError(""), Reason.PROTOCOL_ERROR, "RemoteProtocolError"),
        (httpx.UnsupportedProtocol("x"), Reason.PROTOCOL_ERROR, "x"),
        (httpx.ProxyError("the proxy said 407"), Reason.PROTOCOL_ERROR, "407"),
        (caused(httpx.ConnectError("x"), ExceptionGroup("all", [ConnectionRefusedError()])), Reason.REFUSED, "refused"),
    ],
)
def test_a_fault_has_a_name(error: BaseException, reason: Reason, says: str) -> None:
    """The nearest cause that says something decides; the sentence is for whoever must act."""
    found, sentence = fault(error)
    assert (found, says in sentence) == (reason, True), sentence


@pytest.mark.parametrize(
    ("code", "reason", "says"),
    [
        (10, Reason.CERTIFICATE, "expired"),
        (9, Reason.CERTIFICATE, "not valid yet"),
        (18, Reason.CERTIFICATE, "self-signed"),
        (19, Reason.CERTIFICATE, "self-signed"),
        (62, Reason.CERTIFICATE, "wrong host"),
        (64, Reason.CERTIFICATE, "wrong host"),
        (23, Reason.CERTIFICATE, "revoked"),
        (20, Reason.TLS_CHAIN, "intermediate"),
        (21, Reason.TLS_CHAIN, "intermediate"),
    ],
)
def test_a_certificate_is_told_by_openssl_s_code(code: int, reason: Reason, says: str) -> None:
    """What no browser accepts is broken; a chain that browsers complete by themselves is unsure."""
    error = ssl.SSLCertVerificationError(1, "verify failed")
    error.verify_code = code
    error.verify_message = "certificate revoked"
    found, sentence = fault(caused(httpx.ConnectError("x"), error))
    assert (found, says in sentence) == (reason, True), sentence


SOME_DAY = dt.datetime(2026, 3, 3, 23, 59, 59, tzinfo=dt.UTC)
CHAIN_SAYS = "the server does not send the intermediate certificate; many browsers fetch it by themselves"


@pytest.mark.parametrize(
    ("code", "shown", "reason", "says"),
    [
        (10, Certificate((Flaw.EXPIRED,), not_after=SOME_DAY), Reason.CERTIFICATE, "the certificate expired on Tuesday 3 March 2026"),
        (9, Certificate((Flaw.NOT_YET,), SOME_DAY), Reason.CERTIFICATE, "the certificate is not valid yet, only from Tuesday 3 March 2026"),
        (
            62,
            Certificate((Flaw.EXPIRED, Flaw.WRONG_HOST, Flaw.SELF_SIGNED), None, SOME_DAY, ("b.example",)),
            Reason.CERTIFICATE,
            "the certificate expired on Tuesday 3 March 2026, and it is made out to b.example, not to a.example, and it is self-signed",
        ),
        (64, Certificate((Flaw.WRONG_HOST,)), Reason.CERTIFICATE, "the certificate is not made out to a.example"),
        (62, Certificate((Flaw.WRONG_HOST,), more_names=7), Reason.CERTIFICATE, "the certificate is not made out to a.example"),
        (
            62,
            Certificate((Flaw.WRONG_HOST,), names=("b.example", "*.c.example", "d.example")),
            Reason.CERTIFICATE,
            "the certificate is made out to b.example, *.c.example and d.example, not to a.example",
        ),
        (
            62,
            Certificate((Flaw.WRONG_HOST,), names=("b.example", "c.example", "d.example", "e.example"), more_names=2995),
            Reason.CERTIFICATE,
            "the certificate is made out to b.example, c.example, d.example and 2,996 more, not to a.example",
        ),
        (10, Certificate(not_after=SOME_DAY), Reason.CERTIFICATE, "the certificate has expired"),
        (
            10,
            Certificate((Flaw.SELF_SIGNED,)),
            Reason.CERTIFICATE,
            "the certificate has expired, and it is self-signed",
        ),
        (
            19,
            Certificate((Flaw.EXPIRED,), not_after=SOME_DAY, issuer="X"),
            Reason.CERTIFICATE,
            "the certificate is self-signed: “X”, who issued it, leads to an authority that nobody knows, and it expired on Tuesday 3 March 2026",
        ),
        (19, Certificate(), Reason.CERTIFICATE, CERTIFICATE_SAYS[19]),
        (23, Certificate(), Reason.CERTIFICATE, "the certificate is not valid: revoked"),
        (20, Certificate(completable=True), Reason.TLS_CHAIN, CHAIN_SAYS),
        (
            21,
            Certificate(issuer="Big CA", completable=True),
            Reason.TLS_CHAIN,
            "the server does not send the intermediate certificate of “Big CA”; many browsers fetch it by themselves",
        ),
        (
            20,
            Certificate(),
            Reason.TLS_CHAIN,
            "the server does not send the intermediate certificate, and does not say where it is; only browsers that have it already get by",
        ),
        (
            20,
            Certificate((Flaw.EXPIRED,), not_after=SOME_DAY),
            Reason.CERTIFICATE,
            "the certificate expired on Tuesday 3 March 2026; besides, the server does not send the intermediate certificate",
        ),
    ],
)
def test_all_that_is_wrong_with_a_certificate_is_one_sentence(code: int, shown: Certificate, reason: Reason, says: str) -> None:
    """OpenSSL's fault has the say; what was seen is added, and breaks a chain that lacks a part when the certificate is bad by itself."""
    error = ssl.SSLCertVerificationError(1, "verify failed")
    error.verify_code, error.verify_message = code, "revoked"
    assert refused(caused(httpx.ConnectError("x"), error)) == code
    assert whole(code, *fault(error), shown, "a.example") == (reason, says)


def test_what_is_no_matter_of_certificates_has_no_code() -> None:
    """Only OpenSSL's own verdict on a certificate asks for a second look."""
    assert refused(caused(httpx.ConnectError("x"), ssl.SSLError(1, "[SSL: WRONG] wrong"))) is None


def test_a_circle_of_causes_ends() -> None:
    """Exceptions that are each other's causes are read once."""
    one, two = httpx.ReadError("x"), ValueError("y")
    one.__cause__, two.__cause__ = two, one
    assert fault(one)[0] is Reason.RESET


def test_a_target_is_what_a_browser_makes_of_it() -> None:
    """Case, default ports, dots, spaces, backslashes; the fragment is kept aside and no password is ever sent."""
    at = target(r" HTTPS:\\Ann:Secret@A.Example:443\x\..\y z#part ")
    assert (at.href, at.fragment, at.origin, at.authority) == ("https://a.example/y%20z", "part", "https://a.example", "a.example:443")
    assert target("//b.example:8080/z", at.href).origin == "https://b.example:8080"


def test_cookies_stay_with_the_host_that_set_them() -> None:
    """Host only, whatever their domain says; secure ones over https only; bounded in number and length; nonsense is passed over."""
    jar = Jar()
    here, plain, other = target("https://a.example/"), target("http://a.example/"), target("https://b.a.example/")
    jar.take(here, ["a=1; Domain=.example; Path=/", "s=2; Secure", "long=" + "x" * 5000, "=;;", "bad\x00name=1", "a=3"])
    assert jar.header(here) == "a=3; s=2"
    assert jar.header(plain) == "a=3"
    assert jar.header(other) == ""
    jar.take(here, [f"c{number}=1" for number in range(100)])
    assert len(jar.header(here).split("; ")) == 50


def test_given_cookies_and_cookies_of_the_way_are_one_header() -> None:
    """RFC 6265, 5.4: one Cookie header; what is set on the way replaces what was given, which no other origin gets."""
    here, there = target("http://a.example/x"), target("http://b.example/")
    journey = Journey(here.href, 0, (("Cookie", "a=1; b=1"),), RealClock(), own=False, robots=False)
    journey.start(here)
    assert journey.headers((), {}) == [("Cookie", "a=1; b=1")]
    assert journey.redirected(302, target("/y", here.href), ["b=2", "c=2"])
    assert journey.headers((), {}) == [("Cookie", "a=1; b=2; c=2")]
    assert journey.redirected(302, there, [])
    assert journey.headers((), {}) == []


@given(
    st.from_regex(
        r"https?://[a-z0-9.-]{1,12}\.(example|1|0x7f|xn--a|1\.[0-9]{1,3}\.[0-9]{1,3}\.?)(:[0-9]{1,5})?(/[a-z.%2eE?=&_~-]{0,8}){0,3}(\\?[a-z=%]{0,5})?",
        fullmatch=True,
    )
)
@settings(max_examples=400, deadline=None)
def test_the_quick_way_reads_addresses_as_the_long_one(url: str) -> None:
    """An address that is taken as it stands is one that a browser's parser leaves as it stands."""
    try:
        long: Target | None = target(url, "http://base.example/")
    except ValueError:
        long = None
    if long is None:
        with pytest.raises(ValueError, match=r"\w"):
            target(url)
    else:
        assert target(url) == long
