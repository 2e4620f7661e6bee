"""Answers to verdicts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import verdicts
from reviewer.model import Answer, Broken, Certificate, Flaw, Hop, Moved, NoAnswer, Reason, Skipped, Unsure, Works
from reviewer.verdicts.signs import Glance

URL = "http://a.example/x"


def hops(*steps: tuple[int, str]) -> tuple[Hop, ...]:
    """A chain from URL: (status, where to) each."""
    at, made = URL, []
    for status, to in steps:
        made.append(Hop(at, status, to))
        at = to
    return tuple(made)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([(301, "http://a.example/y")], "http://a.example/y"),
        ([(308, "http://b.example/x")], "http://b.example/x"),
        ([(302, "http://a.example/y")], None),
        ([(301, "http://a.example/x/")], None),
        ([(301, "http://A.example/x")], None),
        ([(301, "https://a.example/x")], None),
        ([(301, "https://a.example/x/")], None),
        ([(301, "https://www.a.example/x")], "https://www.a.example/x"),
        ([(301, "http://a.example/x?y")], "http://a.example/x?y"),
        ([(301, "http://a.example:8080/x")], "http://a.example:8080/x"),
        ([(301, "https://a.example/x"), (301, "https://a.example/y")], "https://a.example/y"),
        ([(301, "http://a.example/y"), (302, "http://a.example/z")], "http://a.example/y"),
        ([(302, "http://a.example/y"), (301, "http://a.example/z")], None),
        ([], None),
    ],
)
def test_moved_only_when_for_good_and_elsewhere(steps: list[tuple[int, str]], expected: str | None) -> None:
    """A permanent chain gives its end, a mixed one its permanent beginning; other clothes of one address are silent."""
    chain = hops(*steps)
    visit = verdicts.of_answer(Answer(URL, chain[-1].to if chain else URL, 200, hops=chain))
    assert (visit.to if isinstance(visit, Moved) else None) == expected
    assert isinstance(visit, Works | Moved)


@pytest.mark.parametrize(
    ("status", "verdict", "reason"),
    [
        (200, "works", Reason.OK),
        (304, "works", Reason.OK),
        (404, "broken", Reason.NOT_FOUND),
        (410, "broken", Reason.GONE),
        (400, "broken", Reason.CLIENT_ERROR),
        (405, "unsure", Reason.FORBIDDEN),
        (401, "unsure", Reason.LOGIN),
        (403, "unsure", Reason.FORBIDDEN),
        (407, "unsure", Reason.PROTOCOL_ERROR),
        (429, "unsure", Reason.RATE_LIMITED),
        (451, "unsure", Reason.FORBIDDEN),
        (500, "unsure", Reason.SERVER_BUSY),
        (301, "unsure", Reason.PROTOCOL_ERROR),
        (999, "unsure", Reason.BOT_WALL),
    ],
)
def test_statuses(status: int, verdict: str, reason: Reason) -> None:
    """RFC 9110: what a final status says of an address."""
    visit = verdicts.of_answer(Answer(URL, URL, status))
    assert (visit.verdict, visit.reason) == (verdict, reason)


def test_a_refused_address_may_be_only_our_request() -> None:
    """400, 414 and 422 speak of the request, which a browser makes a little differently: broken, but not at the first look."""
    for status in (400, 414, 422):
        visit = verdicts.of_answer(Answer(URL, URL, status))
        assert isinstance(visit, Broken)
        assert not visit.certain


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_nowhere_is_the_page_that_it_shows(status: int) -> None:
    """Without a Location, or with an empty one, browsers show what came: a page is judged as one, nothing stays unsure."""
    for headers in ((), (("location", ""),)):
        answer = Answer(URL, URL, status, headers)
        shown = Glance("Our guidance", ("Our guidance",), "It has a new home in the library.", 33)
        assert verdicts.of_answer(answer, shown).verdict == "works"
        assert verdicts.of_answer(answer, Glance("Page not found", ("Page not found",), "Sorry.", 20)).reason is Reason.SOFT_404
        assert verdicts.of_answer(answer, Glance("302 Found", ("302 Found",), "302 Found nginx", 15)).reason is Reason.PROTOCOL_ERROR
        assert (
            verdicts.of_answer(answer, Glance("Object moved", ("Object Moved",), "Object moved to here", 20)).reason
            is Reason.PROTOCOL_ERROR
        )
        assert verdicts.of_answer(answer).reason is Reason.PROTOCOL_ERROR


def test_server_error_of_our_own_is_a_fault() -> None:
    """On our own site a 500 is broken, though only more looks make it certain; elsewhere it is weather."""
    visit = verdicts.of_answer(Answer(URL, URL, 500), own=True)
    assert isinstance(visit, Broken)
    assert not visit.certain


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        *((status, Reason.SERVER_ERROR) for status in (500, 501, 505, 508, 520)),
        *((status, Reason.SERVER_BUSY) for status in (502, 503, 504)),
    ],
)
def test_what_passes_is_no_fault(status: int, reason: Reason) -> None:
    """RFC 9110, 15.6.3 to 15.6.5: bad gateway, unavailable and gateway timeout pass, on our own site too."""
    ours = verdicts.of_answer(Answer(URL, URL, status), own=True)
    assert ours.reason is reason
    assert ours.verdict == ("unsure" if reason is Reason.SERVER_BUSY else "broken")
    assert verdicts.of_answer(Answer(URL, URL, status)).reason is Reason.SERVER_BUSY


@pytest.mark.parametrize(
    ("reason", "verdict", "certain"),
    [
        (Reason.HOST_NOT_FOUND, "broken", False),
        (Reason.REFUSED, "broken", False),
        (Reason.RESET, "broken", False),
        (Reason.CERTIFICATE, "broken", True),
        (Reason.REDIRECT_LOOP, "broken", True),
        (Reason.TOO_MANY_REDIRECTS, "broken", True),
        (Reason.BAD_ADDRESS, "broken", True),
        (Reason.TIMEOUT, "unsure", None),
        (Reason.TLS_CHAIN, "unsure", None),
        (Reason.BLOCKED_ADDRESS, "unsure", None),
        (Reason.NOT_ASKED, "skipped", None),
    ],
)
def test_no_answer(reason: Reason, verdict: str, certain: bool | None) -> None:
    """What a reader's browser meets as well is broken; what only we may meet is unsure."""
    visit = verdicts.of_answer(NoAnswer(URL, URL, reason, "because"))
    assert visit.verdict == verdict
    assert visit.reason is reason
    if isinstance(visit, Broken):
        assert visit.certain is certain
    assert isinstance(visit, Skipped) or visit.evidence.detail == "because"


def test_a_certificate_that_was_shown_is_evidence() -> None:
    """What a second handshake saw goes with the verdict, so that report and state have it as facts and not only as a sentence."""
    shown = Certificate((Flaw.EXPIRED, Flaw.WRONG_HOST), names=("other.example",))
    visit = verdicts.of_answer(NoAnswer(URL, URL, Reason.CERTIFICATE, "because", certificate=shown))
    assert isinstance(visit, Broken)
    assert visit.evidence.certificate == shown


def test_redirect_to_broken() -> None:
    """Behind a real redirect the fault is the redirect's; behind a slash or https it is the page's own."""
    real, silent = hops((302, "http://a.example/y")), hops((301, "https://a.example/x"))
    assert verdicts.of_answer(Answer(URL, real[-1].to, 404, hops=real)).reason is Reason.REDIRECT_TO_BROKEN
    assert verdicts.of_answer(Answer(URL, silent[-1].to, 404, hops=silent)).reason is Reason.NOT_FOUND
    assert verdicts.of_answer(NoAnswer(URL, real[-1].to, Reason.REFUSED, hops=real)).reason is Reason.REDIRECT_TO_BROKEN
    assert verdicts.of_answer(NoAnswer(URL, silent[-1].to, Reason.REFUSED, hops=silent)).reason is Reason.REFUSED
    assert verdicts.of_answer(NoAnswer(URL, URL, Reason.REDIRECT_LOOP, hops=real)).reason is Reason.REDIRECT_LOOP
    assert isinstance(verdicts.of_answer(Answer(URL, real[-1].to, 403, hops=real)), Unsure)


def test_signs_come_before_the_status() -> None:
    """A wall, a login form, a name for sale and an error page are what they are, whatever status they carry."""
    away = hops((302, "http://a.example/login"))
    form = Glance("Sign in", ("Sign in",), "Sign in", 7, password=True)
    assert verdicts.of_answer(Answer(URL, away[-1].to, 200, hops=away), form).reason is Reason.LOGIN
    assert verdicts.of_answer(Answer(URL, URL, 403, (("cf-mitigated", "challenge"),))).reason is Reason.BOT_WALL
    assert verdicts.of_answer(Answer(URL, URL, 200), Glance("x", ("This domain is for sale",), "", 20)).reason is Reason.PARKED_DOMAIN
    assert verdicts.of_answer(Answer(URL, URL, 200), Glance("Page not found", ("Page not found",), "", 20)).reason is Reason.SOFT_404
    assert verdicts.of_answer(Answer(URL, URL, 203), Glance("Page not found", ("Page not found",), "", 20)).reason is Reason.OK


def test_with_hops_tells_the_whole_journey() -> None:
    """A journey that a page continued begins where the link pointed."""
    first = hops((308, "http://a.example/y"))
    whole = verdicts.with_hops(Answer(first[0].to, first[0].to, 200), URL, first)
    assert whole.url == URL
    assert whole.hops == first


@settings(max_examples=100, deadline=None)
@given(
    st.integers(100, 999),
    st.booleans(),
    st.lists(st.tuples(st.sampled_from([301, 302, 303, 307, 308]), st.sampled_from([URL, f"{URL}/", "https://b.example/"])), max_size=4),
)
def test_every_answer_has_a_verdict(status: int, own: bool, steps: list[tuple[int, str]]) -> None:
    """Whatever comes back, there is one verdict, and unsure is never broken: 403, 429 and walls are never called broken."""
    chain = hops(*steps)
    visit = verdicts.of_answer(Answer(URL, chain[-1].to if chain else URL, status, hops=chain), own=own)
    assert visit.verdict in {"works", "moved", "broken", "unsure"}
    if status in {401, 403, 429, 999}:
        assert isinstance(visit, Unsure)
