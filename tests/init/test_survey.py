"""What a first look at a site shows."""

from __future__ import annotations

from pytest_httpserver import HTTPServer

from reviewer import config as configs
from reviewer import init
from reviewer.init.survey import look_politely, survey, within, wording
from reviewer.look import Silent
from reviewer.model import Contact, ContactKind, DateClaim, DateKind, Looked, Page, PageState, PartialDate, Source
from reviewer.settings import Pace

DAY = PartialDate(2024, 5, 31)


def test_wording() -> None:
    """The words around a date stay, the date itself becomes an ellipsis."""
    assert wording("Review date: Tuesday, 4 June 2024") == "Review date: …"
    assert wording("somebody ought to have checked this by 31/05/2024.") == "somebody ought to have checked this by …."
    assert wording("Next  review:\n 3rd March 2025 at the latest") == "Next review: … at the latest"
    assert len(wording("x " * 200)) == 120


def test_within() -> None:
    """The folder of the start page is the part of the site that is meant; a page stands for its folder, the home page for the host."""
    assert within("https://x.example/resources") == ("/resources/**",)
    assert within("https://x.example/resources/") == ("/resources/**",)
    assert within("https://x.example/a/tips.html?x=1") == ("/a/**",)
    assert within("https://x.example/index.html") == ()
    assert within("https://x.example") == ()


def test_sum() -> None:
    """Pages, why others could not be read, wordings by number of pages whatever their case, undated pages, contacts by number of pages."""
    due = DateClaim(DateKind.DUE, DAY, "Review date: 31 May 2024")
    amara = Contact(ContactKind.PERSON, "Dr Amara Example", "Contact: Dr Amara Example")
    pages = (
        Page("https://x.example/a", claims=(due,), contacts=(amara, amara)),
        Page("https://x.example/b", claims=(DateClaim(DateKind.DUE, DAY, "review date: 1 May 2023"),)),
        Page("https://x.example/c", claims=(DateClaim(DateKind.UPDATED, DAY, "modified: 2024", source=Source.META),), contacts=(amara,)),
        Page("https://x.example/d", state=PageState.FORBIDDEN),
        Page("https://x.example/e", state=PageState.DAMAGED, trouble="it ends early"),
    )
    found = survey("https://www.x.example/", Looked({page.url: page for page in pages}, {}, {}), most=5)
    assert found.name == "x.example"
    assert len(found.pages) == 3
    assert found.unread == {"https://x.example/d": "forbidden", "https://x.example/e": "it ends early"}
    assert found.wordings == ((DateKind.DUE, "Review date: …", 2),)
    assert found.undated == 1
    assert found.contacts == ((amara, 2),)
    assert found.more


def test_a_polite_look(httpserver: HTTPServer) -> None:
    """Pages of the folder are read, robots.txt is heeded, links to elsewhere are not followed, and the number of pages is bounded."""
    links = "".join(f'<a href="/r/{number}">page</a>' for number in range(5))
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /r/0\n", content_type="text/plain")
    httpserver.expect_request("/r").respond_with_data(
        f'<title>R</title>{links}<a href="/other">o</a><a href="http://elsewhere.invalid/">e</a>', content_type="text/html"
    )
    for number in range(5):
        httpserver.expect_request(f"/r/{number}").respond_with_data(f"<title>{number}</title><p>Words", content_type="text/html")
    found = look_politely(
        httpserver.url_for("/r"), configs.no_config({}, ("localhost",)), progress=Silent(), pages=3, pace=Pace(connections=2, per_second=0)
    )
    asked = {request.path for request, _ in httpserver.log}
    assert "/other" not in asked
    assert "/r/0" not in asked
    assert len(found.pages) <= 3
    assert "R" in {page.title for page in found.pages}
    assert found.undated == len(found.pages)


def test_manners() -> None:
    """By default the look is as polite as one at a stranger's site."""
    assert Pace(connections=2, per_second=2.0) == init.POLITE
