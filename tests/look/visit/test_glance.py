"""What a quick look at a page gives."""

from __future__ import annotations

from reviewer.look.visit.glance import glance
from reviewer.model import Answer
from reviewer.verdicts.signs import NOTHING, Glance

URL = "http://a.example/x"
HTML = (("content-type", "text/html; charset=utf-8"),)
MENU = "<ul>" + "".join(f"<li><a href=/{n}>Service number {n} of the council</a>" for n in range(80)) + "</ul>"


def seen(body: str) -> Glance:
    """A quick look at a page with this body."""
    return glance(Answer(URL, URL, 200, HTML, body.encode()), thorough=True)


def test_menus_headers_and_footers_are_set_apart() -> None:
    """The text is the page's own; what menus, headers, footers and asides hold is counted apart, and their headings come last."""
    page = seen(
        f"<header><h2>Services</h2>{MENU}</header><nav>{MENU}</nav><h1>Lost</h1><p>Words.</p><aside>More</aside><footer>End</footer>"
    )
    assert page.text == "Lost Words."
    assert page.main == len("Lost Words.")
    assert page.length > 4000
    assert page.headings == ("Lost", "Services")
    by_role = seen(f"<div role=navigation>{MENU}</div><div role=banner>A</div><p>Words.</p>")
    assert by_role.text == "Words."


def test_main_is_the_page_when_there_is_one() -> None:
    """What stands beside ``main`` is no part of the page; a header inside it is."""
    page = seen(f"<div>{MENU}</div><main><header><h1>Lost</h1></header>Words.<nav>On this page</nav></main><div>Beside</div>")
    assert page.text == "Lost Words."
    assert seen("<article><header>By us</header>Words.</article>").text == "By us Words."


def test_a_page_that_is_all_menu_is_its_menu() -> None:
    """Nothing but a header, or a ``main`` that a script fills: then the rest is what there is."""
    page = seen("<header>Hello</header><main></main>")
    assert (page.text, page.menu) == ("Hello", 0)
    assert seen("<main></main><p>Words.</p>").text == "Words."


def test_fields_that_a_reader_fills_in() -> None:
    """Fields of the page are counted: not the search box of its header, nor what is hidden or only a button."""
    page = seen(
        "<header><input name=q></header><input type=search><input type=hidden><input type=submit><input><textarea></textarea>"
        "<input type=password hidden><input type=email>"
    )
    assert page.fields == 3
    assert page.password


def test_a_long_page_is_parsed_only_for_a_word_of_a_sign() -> None:
    """A page of more than a few words without a word of any sign is not looked at any further."""
    long = "<p>" + "All is well here. " * 300

    def quick(front: str) -> Glance:
        return glance(Answer(URL, URL, 200, HTML, (front + long).encode()))

    assert quick("<title>News</title><h1>News</h1>") == NOTHING
    for title in (
        "Page not found",
        "Сторінку Не Знайдено",
        "ページが見つかりません",
        "Just a moment...",
        "Account suspended",
        "Bogga lama helin",
    ):
        assert quick(f"<title>{title}</title>").title == title
    assert quick("<script>bobcmn=1</script><title>News</title>").title == "News"
    assert quick("<title>News</title><p>We couldn’t find that.").title == "News"
