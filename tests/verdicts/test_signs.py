"""Walls, login forms, error pages that say 200, names for sale."""

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
    "title",
    [
        *("404: This page could not be found", "404 - File or directory not found", "Error 404 (Not Found)!!1", "Nie znaleziono strony"),
        *("Nid yw'r dudalen hon ar gael", "Oups ! Cette page n’existe plus", "Siden finnes ikke", "Страница не найдена", "找不到页面"),
        *("Page not found", "404", "404 Not Found", "Error 404: gone", "Not found", "Page not found | A trust", "A trust - Page not found"),
        *(
            "Sorry, we can’t find that page",
            "Oops! That page can’t be found.",
            "This page doesn't exist",
            "The page you requested was not found",
        ),
        *("Seite nicht gefunden", "Page introuvable", "Página no encontrada", "Tudalen heb ei chanfod", "Pagina non trovata"),
    ],
)
def test_error_pages(title: str) -> None:
    """A title or first heading that only an error page has, in several languages, the site's name left out."""
    assert signs.missing(glance(title))
    assert signs.missing(glance("A trust", title))
    assert not signs.missing(glance(title, title, text=LONG))


@pytest.mark.parametrize(
    "title",
    [
        "How to fix a 404",
        "Lost and not found: a memoir",
        "Highway 404",
        "Missing people",
        "404 days at sea",
        "Findings",
        "",
        "404: The documentary",
        "Not found guilty",
    ],
)
def test_articles_are_no_error_pages(title: str) -> None:
    """Words about errors, or about what is lost, are no error."""
    assert not signs.missing(glance(title, title))


def test_title_and_heading_that_disagree() -> None:
    """When only the title says that something is missing, the text has to say so as well."""
    assert signs.missing(glance("Page not found", "A trust", text="We could not find it: 404"))
    assert not signs.missing(glance("Page not found", "Our services", text="Opening hours"))


@pytest.mark.parametrize(
    ("answer", "seen", "expected"),
    [
        (led("http://a.example/"), NOTHING, True),
        (led("http://a.example/en-gb"), NOTHING, True),
        (led("http://a.example/other"), NOTHING, False),
        (replace(OK, url="http://a.example/x.pdf"), glance(source="<html>"), True),
        (replace(OK, url="http://a.example/x.ODT"), glance(source="<html>"), True),
        *((replace(OK, url=f"http://a.example/x.{name}"), glance(source="<html>"), False) for name in ("png", "mp4", "css", "js", "jpg")),
        (replace(OK, url="http://a.example/x.png"), glance("404"), True),
        (replace(OK, url="http://a.example/x.pdf"), NOTHING, False),
        (OK, glance("404 days at sea"), True),
        (OK, glance(text="This does not exist any more"), True),
        (OK, glance(text=LONG + "404"), False),
        (OK, glance("News", text="All is well"), False),
    ],
)
def test_doubtful(answer: Answer, seen: Glance, expected: bool) -> None:
    """Only what looks odd costs the site one more question."""
    assert signs.doubtful(answer, seen) is expected


def test_alike() -> None:
    """The same words, numbers and the address aside; redirects to one place; but not pages without words."""
    probe = Answer("http://a.example/deep/no-such", "http://a.example/deep/no-such", 200)
    ours = glance("Not here", text="We have no page of 12:30 here, sorry for that")
    theirs = glance("Not here", text="We have no no-such of 12:31 here, sorry for that")
    assert signs.alike(OK, ours, probe, theirs)
    assert not signs.alike(OK, ours, replace(probe, status=404), theirs)
    assert not signs.alike(OK, ours, probe, glance("Other", text="Something else is written on this one"))
    assert not signs.alike(OK, glance("App"), probe, glance("App"))
    assert signs.alike(led("http://a.example/"), ours, replace(led("http://a.example/#x"), url=probe.url), ours)
    assert not signs.alike(led("http://a.example/"), ours, led("http://a.example/y"), ours)
    assert not signs.alike(led("http://a.example/"), ours, probe, ours)
    slash = replace(OK, url="http://a.example/deep/")
    assert signs.alike(slash, ours, replace(probe, url="http://a.example/deep/"), ours)


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
