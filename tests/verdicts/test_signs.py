"""Walls, login forms, names for sale."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.model import Answer, Hop
from reviewer.verdicts import signs
from reviewer.verdicts.signs import NOTHING, Glance

URL = "http://a.example/deep/page"
OK = Answer(URL, URL, 200)
LONG = "An article of many words. " * 100


def glance(title: str = "", *headings: str, text: str = "", source: str = "", password: bool = False) -> Glance:
    """A page with these words."""
    return Glance(title, headings, text[:2000], len(text), None, password, source)


def led(to: str, status: int = 200) -> Answer:
    """An answer after one redirect."""
    return Answer(URL, to, status, hops=(Hop(URL, 302, to),))


@pytest.mark.parametrize(
    ("status", "headers", "seen", "expected"),
    [
        (403, (("cf-mitigated", "challenge"),), NOTHING, True),
        (999, (), NOTHING, True),
        (202, (("x-amzn-waf-action", "Challenge"),), NOTHING, True),
        (202, (), glance(source="<script>"), True),
        (202, (), glance(source="<p>"), False),
        (403, (), glance("Just a moment..."), True),
        (403, (), glance("x", "Are you a robot?"), True),
        (403, (), glance("Access Denied", source="reference #18.4e51d217"), True),
        (403, (), glance("Forbidden", source="<h1>forbidden"), False),
        (200, (), glance("Just a moment...", source="<script>"), True),
        (200, (), glance("Just a moment...", source="<p>"), False),
        (200, (), glance("Just a moment: a history", text=LONG, source="<script>"), False),
        (404, (), glance("Just a moment...", source="<script>"), False),
    ],
)
def test_walls(status: int, headers: tuple[tuple[str, str], ...], seen: Glance, expected: bool) -> None:
    """A header says it outright; words and marks count with a status or on a short page with a script."""
    assert signs.wall(Answer(URL, URL, status, headers), seen) is expected


@pytest.mark.parametrize(
    ("answer", "seen", "expected"),
    [
        (led("http://a.example/login"), glance(password=True), True),
        (led("http://a.example/login"), glance("Sign in", text="Sign in"), True),
        (led("http://a.example/login"), NOTHING, True),
        (led("http://a.example/login"), glance("Our news", text="Much text"), False),
        (led("http://login.a.example/x"), glance(password=True), True),
        (led("http://a.example/door"), glance("x", "Log in", password=True), True),
        (led("http://a.example/door"), glance("x", password=True), False),
        (led("http://a.example/door"), glance("Log in"), False),
        (OK, glance("Log in", password=True), False),
        (replace(led("http://a.example/auth/step"), url="http://a.example/login"), glance(password=True), False),
    ],
)
def test_login(answer: Answer, seen: Glance, expected: bool) -> None:
    """Only who is led to a form has met a wall; a link to the form itself works."""
    assert signs.login(answer, seen) is expected


@pytest.mark.parametrize(
    ("answer", "seen", "expected"),
    [
        (OK, glance("good.example", "This domain is for sale"), True),
        (OK, glance("x", text="You can buy this domain today"), True),
        (OK, glance("x", text="Related searches: a, b", source="https://www.sedoparking.com/x"), True),
        (OK, glance("x", text="A partner of ours", source="https://www.sedoparking.com/x"), False),
        (led("https://www.hugedomains.com/x"), glance("x"), True),
        (OK, glance("This domain is for sale: how names are traded", text=LONG), False),
        (OK, glance("x", text="All is well"), False),
        (OK, glance("x", text=("We write about names. " * 40) + "buy this domain"), False),
    ],
)
def test_parked(answer: Answer, seen: Glance, expected: bool) -> None:
    """A name for sale says so on a short page, or is a dealer's."""
    assert signs.parked(answer, seen) is expected
