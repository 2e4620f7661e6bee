"""One link in its place."""

from __future__ import annotations

import pytest

from reviewer import urls, verdicts
from reviewer.model import Broken, Evidence, Hop, Link, Moved, Page, PageState, Reason, Skipped, Unsure, Visit, Works

HERE = "http://a.example/here"
THERE = "http://a.example/there"
PAGE = Page(HERE, anchors=frozenset({"own"}))


def link(href: str, url: str | None = None, *, element: str = "a", attribute: str = "href", words: str = "words") -> Link:
    """A link as the reader makes it."""
    return Link(href, url if url is not None else href, element, attribute, words)


def said(given: Link, visit: Visit | None = None, pages: dict[str, Page] | None = None) -> Visit:
    """The verdict on PAGE."""
    return verdicts.verdict(given, PAGE, {visit.url: visit} if visit else {}, pages or {})


def test_faults_and_contacts_need_no_visit() -> None:
    """What the address itself says comes first: certain faults, unreadable addresses, mail, telephone, other schemes."""
    assert said(link("{{url}}", THERE)).reason is Reason.BAD_ADDRESS
    unreadable = said(Link("http://[", None))
    assert isinstance(unreadable, Broken)
    assert unreadable.reason is Reason.BAD_ADDRESS
    assert said(Link("x\u200b y http://[", None)).reason is Reason.BAD_ADDRESS
    assert isinstance(said(link("mailto:a@b.example")), Works)
    assert said(link("mailto:a")).reason is Reason.BAD_MAIL
    assert isinstance(said(link("tel:111")), Works)
    assert said(link("tel:x")).reason is Reason.BAD_PHONE
    assert said(link("sms:1")).reason is Reason.OTHER_SCHEME
    assert verdicts.beforehand(link(THERE)) is None


@pytest.mark.parametrize(
    ("href", "words", "element", "left"),
    [
        ("http://a.example/logout", "x", "a", True),
        ("http://a.example/user/logout.php", "x", "a", True),
        ("http://a.example/x?do=unsubscribe", "x", "a", True),
        ("http://a.example/x", "Log out", "a", True),
        ("http://a.example/x", "Unsubscribe from this list.", "a", True),
        ("http://a.example/x", "Delete my account", "a", True),
        ("http://a.example/x", "How to delete an account", "a", False),
        ("http://a.example/how-to-unsubscribe", "x", "a", False),
        ("http://a.example/effect/approve?all=1", "x", "a", True),
        ("http://a.example/item/7?confirm=yes", "x", "a", True),
        ("http://a.example/cart.php?action=cancel&id=7", "x", "a", True),
        ("http://a.example/vote/?choice=3", "x", "a", False),
        ("http://a.example/vote", "x", "a", False),
        ("http://a.example/register?step=1", "x", "a", False),
        ("http://a.example/list?order=1", "x", "a", False),
        ("http://a.example/list?sort=asc&page=1", "x", "a", False),
        ("http://a.example/delete/this/book/now", "x", "a", False),
        ("http://a.example/logout", "x", "img", False),
        ("http://a.example/logout", "", "meta", True),
    ],
)
def test_links_that_act_are_left_alone(href: str, words: str, element: str, left: bool) -> None:
    """RFC 9110, 9.2.1: a GET may act where its address or its words say so; articles about it are visited."""
    visit = verdicts.beforehand(link(href, words=words, element=element))
    assert (visit is not None and visit.reason is Reason.LEAVE_ALONE) is left


def test_an_address_alone_may_act() -> None:
    """Where there are no words, as in a sitemap, the address is judged by itself."""
    assert verdicts.acts("http://a.example/user/logout.php?next=/")
    assert verdicts.acts("http://a.example/list?do=unsubscribe")
    assert not verdicts.acts("http://a.example/how-to-unsubscribe")
    assert not verdicts.acts("http://a.example/")


def test_key() -> None:
    """A visit is kept under the URL without fragment, mail and telephone whole."""
    assert verdicts.key(link(f"{THERE}#x")) == THERE
    assert verdicts.key(link("mailto:a@b.example?subject=#1")) == "mailto:a@b.example?subject=#1"
    assert verdicts.key(Link("http://[", None)) is None


def test_not_visited() -> None:
    """A link that nobody visited is skipped, but a link to the very page that was read works."""
    assert said(link(THERE)).reason is Reason.NOT_ASKED
    assert isinstance(said(link("#own", f"{HERE}#own")), Works)
    assert said(link("#none", f"{HERE}#none")).reason is Reason.MISSING_ANCHOR
    lost = Page(HERE, PageState.FAILED)
    assert isinstance(verdicts.verdict(link("#x", f"{HERE}#x"), lost, {}, {}), Works)


def test_visits_are_handed_on() -> None:
    """Unsure and skipped stay what they are."""
    assert isinstance(said(link(THERE), Unsure(THERE, Reason.TIMEOUT)), Unsure)
    assert isinstance(said(link(THERE), Skipped(THERE, Reason.RULE)), Skipped)


def test_a_mistake_explains_a_failure() -> None:
    """A suspected mistake changes the reason of a failed visit and nothing of one that works."""
    odd = link(f"{THERE}.", f"{THERE}.")
    broken = said(odd, Broken(f"{THERE}.", Reason.NOT_FOUND, Evidence(404)))
    assert isinstance(broken, Broken)
    assert (broken.reason, broken.suggestion) == (Reason.BAD_ADDRESS, THERE)
    assert isinstance(said(odd, Works(f"{THERE}.")), Works)
    assert said(odd, Broken(f"{THERE}.", Reason.CERTIFICATE)).reason is Reason.CERTIFICATE
    template = link("http://a.example/{id}")
    assert said(template, Broken("http://a.example/{id}", Reason.NOT_FOUND)).reason is Reason.BAD_ADDRESS


def test_forms_that_send_data_are_not_judged_by_get() -> None:
    """What a GET is told says nothing of a form's POST, so none is sent; a mistake in the address is one all the same."""
    form = link(THERE, element="form", attribute="post", words="")
    assert verdicts.beforehand(form) == Skipped(THERE, Reason.NOT_ASKED, "a form that sends data is not tried")
    assert said(form, Broken(THERE, Reason.NOT_FOUND)).reason is Reason.NOT_ASKED
    assert said(link("htp://a.example/", element="form", attribute="post", words=""), Works(THERE)).reason is Reason.BAD_ADDRESS


@pytest.mark.parametrize("element", ["img", "video", "audio", "source", "script", "style", "link"])
def test_a_site_that_answers_200_to_every_name_proves_nothing_of_what_a_browser_fills(element: str) -> None:
    """Being like the answer to an impossible name tells of documents that are linked to; a picture needs a page that says it is missing."""
    alike = Broken(THERE, Reason.SOFT_404, Evidence(200, detail="the same"), certain=False)
    says_so = Broken(THERE, Reason.SOFT_404, Evidence(200))
    assert said(link(THERE, element=element), alike) == Works(THERE, Evidence(200))
    assert said(link(THERE, element=element), says_so) == says_so
    assert said(link(THERE, element=element), Broken(THERE, Reason.REFUSED, certain=False)).verdict == "broken"
    assert said(link(THERE), alike) == alike


@pytest.mark.parametrize(
    ("fragment", "missing"),
    [
        *(("#id", False), ("#gone", True), ("#", False), ("#top", False), ("#Top", False), ("#ID", True), ("#%C3%BC", False)),
        *(("#:~:text=x", False), ("#id:~:text=x", False), ("#gone:~:text=x", True), ("#/route", False), ("#!x", False)),
    ],
)
def test_places(fragment: str, missing: bool) -> None:
    """WHATWG HTML, 7.4.6.4: raw before decoded, with case, and what is no id is never missing."""
    works = Works(THERE, anchors=frozenset({"id", "ü"}))
    visit = said(link(THERE + fragment), works)
    assert (visit.reason is Reason.MISSING_ANCHOR) is missing
    assert said(link(THERE + fragment, element="img"), works).verdict == "works"


def test_places_of_redirected_pages() -> None:
    """A redirect hands the fragment on, or puts its own in its place; the place is looked for on the final page."""
    new = f"{THERE}/new"
    page = Page(new, anchors=frozenset({"id"}))
    moved = Moved(THERE, new, Evidence(200, (Hop(THERE, 301, new),), new))
    whole = said(link(f"{THERE}#id"), moved, {new: page})
    assert isinstance(whole, Moved)
    assert whole.to == f"{new}#id"
    assert said(link(f"{THERE}#gone"), moved, {new: page}).reason is Reason.MISSING_ANCHOR
    own = Moved(THERE, f"{new}#id", Evidence(200, (Hop(THERE, 301, f"{new}#id"),), new))
    assert said(link(f"{THERE}#gone"), own, {new: page}) == own


def test_places_that_nobody_can_know() -> None:
    """Pages of others, documents and pages that could not be read have no places that we know of."""
    works = Works(THERE)
    for page in (None, Page(THERE, PageState.FAILED), Page(THERE, content_type="application/pdf")):
        assert isinstance(said(link(f"{THERE}#x"), works, {THERE: page} if page else {}), Works)


def test_an_address_is_no_hint_for_itself() -> None:
    """A blank or a backslash is mended by every browser: the address that it then asks for is the one that is broken."""
    for href in ("my picture.png", "img\\a.png"):
        url = urls.resolve(href, "http://a.example/")
        assert url is not None
        told = said(Link(href, url, "img"), Broken(url, Reason.NOT_FOUND))
        assert isinstance(told, Broken)
        assert told.suggestion is None
