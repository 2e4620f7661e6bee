"""Names with an address and no label, what else the layout ties, and whose all of them are."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.read.document import Hints
from reviewer.read.facts import contacts
from tests.read.test_contacts_neighbours import named


def why(text: str, url: str = "https://x.example/page") -> dict[str, str]:
    """Of each value of a page that was passed over first, the reason."""
    document = read.parse(f"<html lang='en'><body><main>{text}</main></body></html>".encode(), url=url, content_type="text/html")
    found: dict[str, str] = {}
    for one in contacts.candidates(document, Hints()):
        found.setdefault(getattr(one.fact, "value", ""), "" if one.taken else one.why)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<h2>Call the Lending Team</h2><p>01632 960639</p>", ["Lending Team", "01632 960639"]),
        ("<h2>Parking Counter</h2><p>12 High Street. Call 01632 960111.</p>", ["Parking Counter", "01632 960111"]),
        ("<h2>What next?</h2><p>01632 960111</p>", []),
        ("<h2>Tove Berg</h2><p>01632 960111</p>", []),
        ("<p>Open Spaces</p><p>Council House, Market Place, Leyford LF1 1AA</p><p>01632 960 611</p>", ["Open Spaces", "01632 960 611"]),
        ("<p>Please talk to the Grants Officer, Ann Bell (a@x.example).</p>", ["Grants Officer", "Ann Bell", "a@x.example"]),
        ("<p>Bel of mail Jo Berg: 0999-123456</p>", ["Jo Berg", "0999-123456"]),
        ("<p>Rufen Sie Herrn Jo Berg an: 0511 9600 77</p>", ["Herrn Jo Berg", "0511 9600 77"]),
        ("<p>Caretaker: Burt (07700 900 765)</p>", ["Caretaker", "07700 900 765"]),
        ("<p>Jo Berg, Secretary, ext 2290</p>", ["Jo Berg", "Secretary", "ext 2290"]),
        ("<p>Ask: Facilities Manager: 01632 960 345</p>", ["Facilities Manager", "01632 960 345"]),
        ("<p>Organiser: Sue Pip, sue@x.example</p>", ["sue@x.example"]),
        ("<p>room@x.example<br>01632 960855</p>", ["room@x.example", "01632 960855"]),
        ("<p>Stand 02.09.2026</p><p>Tove Berg</p>", []),
        ("<p>Author/nurse Dr Ann Bell, 01632 960 345</p>", ["Dr Ann Bell", "01632 960 345"]),
    ],
)
def test_a_name_with_its_address_needs_no_label(text: str, expected: list[str]) -> None:
    """A heading, the line above, or the end of the clause before an address names whose it is."""
    assert [value for value in named(text) if value in expected] == expected
    assert not expected or len(named(text)) == len(expected)


@pytest.mark.parametrize(
    ("text", "value", "reason"),
    [
        ("<p>Our booking firm is Acme Ltd, 01632 960 111</p>", "01632 960 111", "a firm"),
        ("<p>“It was a fine day”, said Ann Bell, Web Editor, 01632 960 111</p>", "01632 960 111", "quoted"),
        ("<p>Ours: Web Team, web@x.example</p><p>Parks Team, parks@y.example</p>", "parks@y.example", "another organisation"),
        ("<h2>Complaints</h2><p>Ann Bell, 01632 960 111</p>", "01632 960 111", "complaints"),
        ("<h2>Tips</h2><blockquote>Ann Bell, Web Editor, ann@x.example</blockquote><p>Text.</p>", "ann@x.example", "quotation"),
    ],
)
def test_whose_an_address_is(text: str, value: str, reason: str) -> None:
    """Firms, people who are quoted, other organisations, bodies to complain to and quotations are not the page's contacts."""
    assert reason in why(text)[value]


def test_the_address_of_a_meeting_or_of_news_is_not_the_pages() -> None:
    """Records of meetings and news name people all over."""
    assert "meeting" in why("<h1>Minutes of the parks committee</h1><p>Ann Bell, Clerk, 01632 960 111</p>")["Ann Bell"]
    assert "news" in why("<h1>Fair</h1><p>3 May 2024</p><p>Ann Bell, Clerk, 01632 960 111</p>", "https://x.example/news/fair")["Ann Bell"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Owner</p><p>Approved by</p><p>Ann Bell</p><p>Bo Carr</p>", ["Ann Bell"]),
        ("<table><tr><td><b>Owner</b><br>Ann Bell</td><td><b>Room</b><br>B14</td></tr></table>", ["Ann Bell"]),
        ("<table><tr><td>Owner</td><td>Ann Bell</td><td>Approved by</td><td>Bo Carr</td></tr></table>", ["Ann Bell"]),
        ("<table><tr><th>Owner</th><th>Approved by</th></tr></table>", []),
        ("<table><tr><td>Owner</td></tr><tr><td>Ann Bell</td></tr><tr><td>Bo Carr</td></tr></table>", []),
        ("<p>Approved by</p><p>Owner</p><p>Bo Carr</p><p>Ann Bell</p>", ["Ann Bell"]),
        (
            "<h2>Contact</h2><table><tr><th>Trees</th><td>Ann Bell, a@x.example</td></tr></table>",
            ["Ann Bell", "a@x.example"],
        ),
        ("<p>Author name<br>Harriet<br>Lowe</p>", ["Harriet Lowe"]),
        ("<p>Owner</p><p>Ann Bell</p><p>1 High Street</p>", ["Ann Bell"]),
        ("<table><tr><th>Name</th><th>Owner</th></tr><tr><th>Approved by</th><td>Ann Bell</td></tr></table>", []),
    ],
)
def test_which_lines_are_a_labels(text: str, expected: list[str]) -> None:
    """Torn columns, cells with their own label, the next label in a row, and names wrapped over two lines."""
    assert named(text) == expected


def test_a_value_goes_to_the_label_that_costs_less() -> None:
    """The head of the row has the value, and who lost it says to whom, and at what cost."""
    table = "<table><tr><th>Step</th><th>Owner</th></tr><tr><td>Approved by</td><td>Ann Bell</td></tr></table>"
    assert "goes to “Approved by” (cost 2, here 3)" in why(table)["Ann Bell"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Diese Seite wird vom Rechenzentrum gepflegt.", ["Rechenzentrum"]),
        ("This chapter was written by Ann Bell and is kept up to date by the Web Team.", ["Ann Bell", "Web Team"]),
        ("Das Rad wird vom Rechenzentrum gepflegt.", []),
        ("Please contact your local Friends group.", []),
        ("<p>A</p><p>B</p><p>C</p><p>D</p><p>Author of the study: Ann Bell</p>", []),
    ],
)
def test_who_keeps_a_page_in_a_sentence(text: str, expected: list[str]) -> None:
    """The verb may come last, and the subject may be of all its verbs; what others wrote is not the page's."""
    assert named(text) == expected


def test_front_matter_speaks_for_itself() -> None:
    """Addresses, channels and handles of front matter need no label; those of reviewers are not asked; a colour is no channel."""
    text = "---\ndri_handle: '@ann'\nkanal: '#web-team'\nmail: web@x.example\nreviewer: bo@x.example\ncolour: '#ff00aa'\nowner: docs-guild\n---\nText"
    document = read.parse(text.encode(), url="https://x.example/", content_type="text/markdown")
    assert [one.value for one in contacts.facts(document, Hints())] == ["@ann", "#web-team", "web@x.example", "docs-guild"]
