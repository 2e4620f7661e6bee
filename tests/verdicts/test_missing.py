"""Error pages that say 200, and what only looks like them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.model import Answer, Hop, Reason
from reviewer.verdicts import missing, of_answer
from reviewer.verdicts.signs import Glance

URL = "http://a.example/deep/page"
OK = Answer(URL, URL, 200)
LONG = "An article of many words. " * 100
MENU = 2500


def glance(title: str = "", *headings: str, text: str = "", menu: int = 0) -> Glance:
    """A page with these words, under a menu of so many characters."""
    return Glance(title, headings, text[:2000], len(text) + menu, menu=menu)


def led(to: str, url: str = URL) -> Answer:
    """An answer after one redirect."""
    return Answer(url, to, 200, hops=(Hop(url, 302, to),))


@pytest.mark.parametrize(
    "title",
    [
        "This content is not available in your region",
        "This content isn’t available in your country | A paper",
        "Unavailable in your location",
        "Sorry, this video is not available from your location",
        "This page is not available in the European Economic Area",
        "Unavailable due to legal reasons",
        "Not available for rights reasons",
        "Access from your country has been blocked",
        "451: Unavailable due to legal reasons",
    ],
)
def test_a_block_by_place_is_our_place_and_not_the_page(title: str) -> None:
    """Who is told that a page is not for his country knows nothing of the page: unsure, never an error page."""
    seen = glance(title, title, text="We recognise you are attempting to access this website from elsewhere.")
    assert of_answer(OK, seen).reason is Reason.FORBIDDEN
    assert of_answer(OK, seen).verdict == "unsure"
    assert of_answer(led("http://a.example/unavailable?reason=gdpr"), seen).verdict == "unsure"
    assert of_answer(OK, glance("A site", title)).verdict == "unsure"
    assert of_answer(OK, glance(title, title, text=LONG)).verdict == "works"


def test_a_block_by_place_under_a_heading_of_the_site() -> None:
    """A short page may say it only in its text, in so many words."""
    text = "Our website is currently unavailable in most European countries. We are blocked from showing it in your country."
    assert of_answer(OK, glance("A paper", "Hello", text=text)).verdict == "unsure"
    assert of_answer(OK, glance("Where we work", "Clinics", text="Ask us if the clinic is not open in your area.")).verdict == "works"


@pytest.mark.parametrize(
    "title",
    [
        "This page is not available in Welsh",
        "This document is not available in English | A trust",
        "This item is not available to hire",
        "This item is not available for loan",
        "This form is not available online",
        "Is this service not available in your area?",
        "If the page is not available in your region",
    ],
)
def test_what_is_not_to_be_had_in_one_way_is_a_page(title: str) -> None:
    """Not in Welsh, not to hire, not online: the page works and says something of its subject."""
    seen = glance(title, title, text="Read it in English.")
    assert of_answer(OK, seen).verdict == "works"
    assert not missing.missing(OK, seen)


@pytest.mark.parametrize("title", ["This page is temporarily unavailable", "Content not available right now", "Temporarily unavailable"])
def test_what_is_gone_for_the_moment_may_come_back(title: str) -> None:
    """A page that says that it is away for now is unsure, as a server is that says so by its status."""
    visit = of_answer(OK, glance(title, title, text="Please try again later."))
    assert (visit.verdict, visit.reason) == ("unsure", Reason.SERVER_BUSY)
    assert of_answer(OK, glance(title, title, text=LONG)).verdict == "works"


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
    assert missing.missing(OK, glance(title))
    assert missing.missing(OK, glance("A trust", title))
    assert not missing.missing(OK, glance(title, title, text=LONG))


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
    assert not missing.missing(OK, glance(title, title))


def test_title_and_heading_that_disagree() -> None:
    """When only the title says that something is missing, the text has to say so as well."""
    assert missing.missing(OK, glance("Page not found", "A trust", text="We could not find it: 404"))
    assert not missing.missing(OK, glance("Page not found", "Our services", text="Opening hours"))


@pytest.mark.parametrize(
    ("answer", "seen", "expected"),
    [
        (led("http://a.example/"), Glance(), True),
        (led("http://a.example/en-gb"), Glance(), True),
        (led("http://a.example/other"), Glance(), False),
        (replace(OK, url="http://a.example/x.pdf"), Glance(source="<html>"), True),
        (replace(OK, url="http://a.example/x.ODT"), Glance(source="<html>"), True),
        *((replace(OK, url=f"http://a.example/x.{name}"), Glance(source="<html>"), False) for name in ("png", "mp4", "css", "js", "jpg")),
        (replace(OK, url="http://a.example/x.png"), glance("404"), True),
        (replace(OK, url="http://a.example/x.pdf"), Glance(), False),
        (OK, glance("404 days at sea"), True),
        (OK, glance(text="This does not exist any more"), True),
        (OK, glance(text=LONG + "404"), False),
        (OK, glance("News", text="All is well"), False),
    ],
)
def test_doubtful(answer: Answer, seen: Glance, expected: bool) -> None:
    """Only what looks odd costs the site one more question."""
    assert missing.doubtful(answer, seen) is expected


def test_alike() -> None:
    """The same words, numbers and the address aside; redirects to one place; but not pages without words."""
    probe = Answer("http://a.example/deep/no-such", "http://a.example/deep/no-such", 200)
    ours = glance("Not here", text="We have no page of 12:30 here, sorry for that")
    theirs = glance("Not here", text="We have no no-such of 12:31 here, sorry for that")
    assert missing.alike(OK, ours, probe, theirs)
    assert not missing.alike(OK, ours, replace(probe, status=404), theirs)
    assert not missing.alike(OK, ours, probe, glance("Other", text="Something else is written on this one"))
    assert not missing.alike(OK, glance("App"), probe, glance("App"))
    assert missing.alike(led("http://a.example/"), ours, replace(led("http://a.example/#x"), url=probe.url), ours)
    assert not missing.alike(led("http://a.example/"), ours, led("http://a.example/y"), ours)
    assert not missing.alike(led("http://a.example/"), ours, probe, ours)
    slash = replace(OK, url="http://a.example/deep/")
    assert missing.alike(slash, ours, replace(probe, url="http://a.example/deep/"), ours)


@pytest.mark.parametrize(
    ("asked", "ours", "theirs"),
    [
        ("/g/x.aspx", "http://a.example/404.aspx?aspxerrorpath=/g/x.aspx", "http://a.example/404.aspx?aspxerrorpath=/g/no-such.aspx"),
        (
            "/g/x.aspx",
            "http://a.example/404.aspx?aspxerrorpath=%2fg%2fx.aspx",
            "http://a.example/404.aspx?aspxerrorpath=%2Fg%2Fno-such.aspx",
        ),
        ("/g/x", "http://a.example/?from=x", "http://a.example/?from=no-such"),
        ("/g/x", "http://a.example/?from=toolkit", "http://a.example/?from=y"),
        ("/g/x", "http://a.example/not-found/g/x", "http://a.example/not-found/g/no-such"),
    ],
)
def test_redirects_that_carry_the_asked_address_are_alike(asked: str, ours: str, theirs: str) -> None:
    """What only echoes the asked address is left out of the comparison; the words must then be the same too."""
    answer = led(ours, f"http://a.example{asked}")
    probe = led(theirs, "http://a.example" + asked.replace("x", "no-such", 1))
    words = glance("Page not found", text="Sorry, we could not find that page for you.")
    assert missing.alike(answer, words, probe, words)
    assert not missing.alike(answer, words, probe, glance("A page", text="It has words of its own that nobody else has."))
    assert not missing.alike(answer, glance("App"), probe, glance("App"))
    assert not missing.alike(answer, words, led("http://a.example/else", probe.url), words)


def test_a_name_that_is_a_common_word_hides_nothing() -> None:
    """What is left out of one text is left out of the other: an address that ends in "page" does not tell "no such page" apart."""
    words = glance("Not here", text="Sorry, there is no such page on this site.")
    assert missing.alike(OK, words, Answer("http://a.example/deep/no-such", "http://a.example/deep/no-such", 200), words)


def test_an_application_that_is_handed_the_address_draws_it_itself() -> None:
    """A redirect that hands the address to a script on one page says nothing: few words, none of them of an error."""
    answer, probe = led("http://a.example/?p=page"), led("http://a.example/?p=no-such", "http://a.example/deep/no-such")
    assert not missing.alike(
        answer, glance("App", text="Loading, please wait for it"), probe, glance("App", text="Loading, please wait for it")
    )
    home = glance("A trust", text="Welcome to the trust. We run four hospitals and many clinics. " * 5)
    assert missing.alike(answer, home, probe, home)


def test_a_menu_is_no_article() -> None:
    """Of a page only what it says itself counts: an error page under a menu of thousands of characters is an error page."""
    sorry = "Sorry, we can’t find the page you’re looking for."
    assert missing.missing(OK, glance("Page not found | A council", "Page not found", text=sorry, menu=MENU))
    assert missing.missing(OK, glance("Page not found", text=sorry))
    assert missing.doubtful(OK, glance("A council", "Information", text="That does not exist any more", menu=MENU))


def test_under_a_large_menu_title_and_heading_must_both_say_so() -> None:
    """What is taken for a menu may be the page: one of the two alone, or loose words, is then only a reason to ask the host."""
    for seen in (
        glance("A council", "Page not found", text="Sorry.", menu=MENU),
        glance("Page not found", "Our services", text="404", menu=MENU),
        glance("Page not found", text="404", menu=MENU),
    ):
        assert not missing.missing(OK, seen)
        assert missing.doubtful(OK, seen)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/help", "We can’t find your appointment? Call us"),
        ("/help", "Can’t find your appointment letter?"),
        ("/help", "We can’t find your NHS number"),
        ("/events/404-day", "404: Day of the unseen"),
        ("/events/day", "404: Day of the unseen"),
        ("/item/404", "404"),
        ("/item/404", "Error 404"),
        ("/shop/not-found", "Not found"),
        ("/planning/missing-documents", "Missing documents"),
        ("/help/page-not-found/", "Page not found"),
    ],
)
def test_words_of_the_subject_are_not_certain(path: str, title: str) -> None:
    """A question, a tail that speaks of something else, words that the address itself has: the host must say the same of anything."""
    asked = Answer(f"http://a.example{path}", f"http://a.example{path}", 200)
    seen = glance(title, title, text="Ring 01234.")
    assert not missing.missing(asked, seen)
    assert of_answer(asked, seen).verdict == "works"


@pytest.mark.parametrize("title", ["404: Page not found", "404 - Sorry, we can’t find that page", "We can't find the page you asked for"])
def test_words_of_an_error_stay_certain(title: str) -> None:
    """A tail that speaks of the page that is missing leaves no doubt."""
    assert missing.missing(OK, glance(title, title))


def test_loose_words_are_a_reason_to_ask() -> None:
    """What may be an error page is compared with the host's answer to an impossible address."""
    assert missing.doubtful(OK, glance("404: Day of the unseen", "404: Day of the unseen", text="In the foyer."))
    assert missing.doubtful(OK, glance("Sorry, this page is lost", text="Ring us."))


def test_few_words_of_an_error_are_enough() -> None:
    """Some writing is dense: words of an error that any address gets are an error, however few; other few words are no evidence."""
    probe = Answer("http://a.example/deep/no-such", "http://a.example/deep/no-such", 200)
    seen = glance("医院", "医院", text="抱歉，页面不存在。")
    assert missing.doubtful(OK, seen)
    assert missing.alike(OK, seen, probe, seen)
    assert not missing.alike(OK, glance("医院", "医院", text="请稍候。"), probe, glance("医院", "医院", text="请稍候。"))


def test_a_number_that_the_address_has_is_no_sign() -> None:
    """Of a thousand numbered items one is the 404th: its number is no reason to ask the host, which may say the same of any name."""
    asked = Answer("http://a.example/item/404", "http://a.example/item/404", 200)
    assert not missing.doubtful(asked, glance("Item 404", "Item 404", text="One of a thousand."))
    assert missing.doubtful(asked, glance("Item 404", "Item 404", text="It was not found."))
    assert missing.doubtful(OK, glance("Item 404", "Item 404", text="One of a thousand."))
