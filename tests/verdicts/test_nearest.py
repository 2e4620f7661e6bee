"""The page that a broken link probably meant."""

from __future__ import annotations

import pytest

from reviewer import verdicts
from reviewer.model import Broken, Link, Page, PageState, Reason, Visit, Works
from reviewer.verdicts.nearest import _nearest, nearest

PAGES = {
    page.url: page
    for page in (
        Page("http://a.example/services/breast-screening", title="Breast screening programme"),
        Page("http://a.example/services/bowel-screening.html", title="Bowel screening programme"),
        Page("http://a.example/contact", title="Contact us"),
        Page("http://b.example/brest-screening", title="Elsewhere"),
        Page("http://a.example/brest-screening-lost", PageState.FAILED),
    )
}


@pytest.mark.parametrize(
    ("url", "words", "expected"),
    [
        ("http://a.example/services/brest-screening", "x", "http://a.example/services/breast-screening"),
        ("http://a.example/old/bowel-screening", "x", "http://a.example/services/bowel-screening.html"),
        ("http://a.example/n/1234", "Bowel screening programme", "http://a.example/services/bowel-screening.html"),
        ("http://a.example/n/1234", "the screening programme", None),
        ("http://a.example/entirely-else", "More", None),
        ("http://c.example/contact", "Contact us", None),
        ("http://a.example/contact", "x", None),
    ],
)
def test_nearest(url: str, words: str, expected: str | None) -> None:
    """By the name in the path, else by the title; on the same host, only when it is likely and alone."""
    assert verdicts.nearest(Link(url, url, words=words), PAGES) == expected
    assert verdicts.nearest(Link(url, url, words=words), PAGES) == expected
    assert verdicts.nearest(Link(url, url, words=words), {}) is None


def site(**named: str) -> dict[str, Page]:
    """Pages by their path (a double underscore is a slash) and title, and a front page that links to each by its title."""
    at = {f"http://a.example/{path.replace('__', '/').replace('_', '-')}": title for path, title in named.items()}
    menu = tuple(Link(url, url, words=title) for url, title in at.items())
    front = Page("http://a.example/", title="Home - A health board", links=menu)
    return {front.url: front} | {url: Page(url, title=f"{title} - A health board") for url, title in at.items()}


@pytest.mark.parametrize(
    ("path", "words", "named", "expected"),
    [
        ("chiropody", "chiropody", {"podiatry": "Podiatry (also called chiropody)", "speech": "Speech therapy"}, "podiatry"),
        ("a-and-e", "A&E", {"emergency": "Emergency department (A&E)", "minor": "Minor injuries"}, "emergency"),
        ("ent", "ENT", {"ear_nose": "Ear, nose and throat", "eyes": "Eyes"}, "ear-nose"),
        ("old/asthma", "asthma in children", {"c": "Asthma in children", "d": "Asthma in adults"}, "c"),
        ("dietist", "diëtist", {"dietist_spreekuur": "Diëtist: spreekuur", "fysio": "Fysiotherapie"}, "dietist-spreekuur"),
        ("help", "Diëtist", {"one": "Diëtist: spreekuur", "two": "Diëtist: folders"}, None),
        ("type-1-diabetes", "type 1 diabetes", {"type_2_diabetes": "Type 2 diabetes"}, None),
        ("report-2023-24", "report 2023-24", {"report_23_24": "Report 23-24", "report_22_23": "Report 22-23"}, "report-23-24"),
        ("report-2024", "annual report", {"report_2023": "Annual report"}, None),
        ("clinic-men", "men's clinic", {"clinic_women": "Clinic for women"}, None),
        ("children/asthma", "asthma in children", {"adults__asthma": "Asthma in adults"}, None),
        ("clinics/asthma", "our asthma advice", {"services__asthma": "Asthma service"}, None),
        ("clinics/asthma", "asthma advice", {"clinics__new__asthma": "Asthma service"}, "clinics/new/asthma"),
        ("x", "read more", {"one": "Read more", "two": "Other"}, None),
        ("x", "&", {"one": "Things", "two": "Other"}, None),
        ("whistle-blowing", "whistle-blowing policy", {"whistleblowing_policy": "Whistleblowing policy"}, "whistleblowing-policy"),
        ("hr/maternity", "maternity leave", {"hr__paternity": "Paternity leave"}, None),
        ("hypertension", "hypertension", {"hypotension": "Hypotension"}, None),
        ("inpatients", "inpatients", {"outpatients": "Outpatients"}, None),
        ("phisiotherapy-clinic", "clinic", {"physiotherapy_clinic": "Physiotherapy clinic"}, "physiotherapy-clinic"),
        ("dermatolgy-unit", "x", {"dermatology_unit": "Dermatology unit"}, "dermatology-unit"),
        ("widgte-store", "x", {"widget_store": "Widget store"}, "widget-store"),
        ("audiology-dept", "hearing", {"audiology_department": "Audiology"}, "audiology-department"),
    ],
)
def test_a_page_is_what_the_site_calls_it(path: str, words: str, named: dict[str, str], expected: str | None) -> None:
    """Whole names, names in brackets and before a colon, initials; a word in another one's place is another page, a tie is none."""
    url = f"http://a.example/{path}"
    found = verdicts.nearest(Link(url, url, words=words), site(**named))
    assert found == (f"http://a.example/{expected}" if expected else None)


def test_pages_that_cannot_be_meant_and_empty_links_are_passed_over() -> None:
    """A link without words calls a page nothing, and what was not read is no answer."""
    lost = Page("http://a.example/help-desk", PageState.FAILED, title="Help desk")
    front = Page("http://a.example/", title="Home", links=(Link("/x", "http://a.example/help-desk"), Link("#", None, words="x")))
    assert verdicts.nearest(Link("h", "http://a.example/helpdesk", words="Help desk"), {lost.url: lost, front.url: front}) is None


def picture(name: str) -> str:
    """The address of a picture of the site."""
    return f"http://a.example/images/{name}"


def test_a_hint_for_a_picture_is_a_picture() -> None:
    """A picture of the same host that works and has nearly the same name; never a page, never a picture that is broken, never itself."""
    asked = picture("breast-screening.png")
    lost = Link(asked, asked, "img", words="Breast screening programme")
    assert verdicts.nearest(lost, PAGES) is None
    others: dict[str, Visit] = {
        asked: Works(asked),
        picture("breast-screening2.png"): Broken(picture("breast-screening2.png"), Reason.NOT_FOUND),
        "http://b.example/breast-screening.png": Works("http://b.example/breast-screening.png"),
        picture("contact.png"): Works(picture("contact.png")),
        "http://a.example/services/breast-screening": Works("http://a.example/services/breast-screening"),
    }
    assert verdicts.nearest(lost, PAGES, others) is None
    better = picture("breast-screening.jpg")
    assert verdicts.nearest(lost, PAGES, others | {better: Works(better)}) == better


def test_what_is_neither_a_page_nor_a_picture_has_no_hint() -> None:
    """A script that is not there was not meant to be a page of the same name."""
    script = "http://a.example/services/brest-screening"
    assert verdicts.nearest(Link(script, script, "script"), PAGES) is None


def test_a_report_does_not_look_again_for_what_its_run_has_found() -> None:
    """The pages of a run and those of its report are other objects in another order, and called the same: one search is enough."""
    urls = [f"https://a.example/{name}" for name in ("podiatry", "falls", "asthma")]
    link = Link("https://a.example/podiatri", "https://a.example/podiatri", "a", "Podiatry")
    _nearest.cache_clear()
    for order in (urls, sorted(urls)):
        assert nearest(link, {url: Page(url, PageState.READ, title=url[18:]) for url in order}) == urls[0]
    assert (_nearest.cache_info().misses, _nearest.cache_info().hits) == (1, 1)
