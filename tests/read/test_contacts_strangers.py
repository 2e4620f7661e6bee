"""Kinds of contacts, and of what looks like one, on pages that a stranger wrote; each with neighbours in other words and languages."""

from __future__ import annotations

import pytest

from tests.read.test_contacts_neighbours import named

LIST = "<li>Dr Ann Bell, soils, a@x.example</li><li>Dr Bo Carr, rivers, b@x.example</li><li>Cy Dale, peat, c@x.example</li>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<aside><h3>Cysylltwch â ni</h3><p>Tîm Parcio<br>01632 960551</p></aside>", ["Tîm Parcio", "01632 960551"]),
        ("<aside><h3>Kontaktieren Sie uns</h3><p>Abteilung Parken<br>0511 9600551</p></aside>", ["Abteilung Parken", "0511 9600551"]),
        ("<aside><h3>Nous contacter</h3><p>Service Stationnement</p></aside>", ["Service Stationnement"]),
        ("<aside><h3>Get in touch</h3><p>Parking Services Team</p></aside>", ["Parking Services Team"]),
        ("<aside><h3>Neem contact op</h3><p>Team Parkeren</p></aside>", ["Team Parkeren"]),
    ],
)
def test_a_card_whose_heading_asks(text: str, expected: list[str]) -> None:
    """A box beside the text is a contact box when its heading asks to contact "us", in any language."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<table><tr><th>Author</th><td>Ann Bell</td></tr><tr><th>Job title</th><td>Parks Technician</td></tr></table>",
            "Parks Technician",
        ),
        (
            "<table><tr><th>Autorin</th><td>Ulla Brandt</td></tr><tr><th>Funktion</th><td>Leiterin Pflege</td></tr></table>",
            "Leiterin Pflege",
        ),
        ("<dl><dt>Owner</dt><dd>Ann Bell</dd><dt>Position</dt><dd>Head of Parks</dd></dl>", "Head of Parks"),
        ("Owner: Ann Bell\nDesignation: Head of Parks", "Head of Parks"),
        ("Owner: Ann Bell\nPosition: Estates Helpdesk", None),
        ("Owner: Ann Bell\nGrade: 7", None),
        ("Author: Ann Bell\nTitle: Nurse Staffing Policy", None),
        ("<p>Owner: Ann Bell</p><p>Role of Director of Nursing</p>", None),
        ("<p>Owner: Ann Bell</p><p>The role of the Ward Manager</p>", None),
        ("<p>Owner: Ann Bell</p><h2>Ward Manager</h2>", None),
        ("<p>Owner: Ann Bell</p><h2>Role Ward Manager</h2>", None),
        ("Owner: Ann Bell\nPost: 12 High Street", None),
        ("<dl><dt>Owner</dt><dd>Ann Bell</dd><dt>Position</dt></dl>", None),
        ("Approved by: Ann Bell\nJob title: Medical Director", None),
    ],
)
def test_the_post_of_whom_a_label_names(text: str, expected: str | None) -> None:
    """The field below a person gives that person's post, whatever it is called; a signatory's post is not asked."""
    assert named(text)[1:] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> **Squad:** Payments Core\n> **Owner:** Ann Bell", ["Payments Core", "Ann Bell"]),
        ("Propietario: Ana Ruiz\nEquipo: Pagos", ["Ana Ruiz", "Pagos"]),
        ("---\ntitle: x\nteam: growth\n---\n# Goals", ["growth"]),
        ("---\ntitle: x\nteam: none\n---\n# Goals", []),
        ("Team: Rovers\n\nGround: Mill Lane", []),
        ("Organismo competente: Oficina de Vivienda", ["Oficina de Vivienda"]),
        ("Service compétent : Direction de l'urbanisme", ["Direction de l'urbanisme"]),
        ("Ufficio competente: Ufficio Tributi", ["Ufficio Tributi"]),
        ("DRI: Ann Bell", ["Ann Bell"]),
        ("Programme leaders: Dr Ann Bell and Dr Bo Carr", ["Dr Ann Bell", "Dr Bo Carr"]),
        ("Module convenors: Dr Ann Bell and Dr Bo Carr", ["Dr Ann Bell", "Dr Bo Carr"]),
        ("Studiengangsleitung: Prof. Dr. Ulla Brandt", ["Prof. Dr. Ulla Brandt"]),
    ],
)
def test_whose_the_page_is(text: str, expected: list[str]) -> None:
    """A team beside an owner, a body that is competent, who leads what the page describes; a team on its own may be any team."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> **Where to ask:** #finance-questions", ["#finance-questions"]),
        ("Ask in: #finance-questions", ["#finance-questions"]),
        ("Support channel: #help-finance", ["#help-finance"]),
        ("Drop us a line in #platform-help.", ["#platform-help"]),
        ("Stuck? Try #platform-help.", ["#platform-help"]),
        ("Post your photos with #greenweek", []),
        ("Use the tag #greenweek to ask others to join.", []),
        ("Fix the bug in #parser before release.", []),
    ],
)
def test_a_channel_is_where_one_asks(text: str, expected: list[str]) -> None:
    """A channel stands where a sentence says to ask; a tag of a campaign or of code does not."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Bell looks after this page.", ["Ann Bell"]),
        ("The Estates team maintains this document.", ["Estates team"]),
        ("Das Webteam betreut diese Seite.", ["Webteam"]),
        ("La Oficina de Calidad mantiene esta página.", ["Oficina de Calidad"]),
        ("De afdeling Communicatie beheert deze pagina.", ["afdeling Communicatie"]),
        ("Nobody maintains this page.", []),
        ("The school manages this site on behalf of the council.", []),
        ("Each author edits this document in turn.", []),
    ],
)
def test_who_does_the_keeping(text: str, expected: list[str]) -> None:
    """The subject of a sentence that says who keeps this page is its contact."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"<h1>People</h1><ul>{LIST}</ul>", []),
        (f"<h1>Grants</h1><h2>Contacts</h2><ul>{LIST}</ul>", ["a@x.example", "b@x.example", "c@x.example"]),
        ("<h1>Bogs</h1><h2>References</h2><ul><li>Bell, A. (2019) Bogs. Contact: a.bell@press.example</li></ul>", []),
        ("<h1>Bogs</h1><h2>Further information</h2><p>Contact: Ann Bell, ann@x.example</p>", ["Ann Bell", "ann@x.example"]),
        ("<h1>Vacancy: cook</h1><p>Ring Ann Bell on 01632 960401 for a chat.</p>", []),
        ("<h1>Stellenausschreibung Koch</h1><p>Fragen an ulla@x.example</p>", []),
        ("<h1>How to advertise a vacancy</h1><p>Page owner: Ann Bell</p>", ["Ann Bell"]),
        ("<h1>Plan</h1><table><tr><th>Agent</th><td>Bell Design, a@y.example</td></tr><tr><th>Case</th><td>12</td></tr></table>", []),
        ("<h1>Recall</h1><table><tr><th>Maker</th><td>Bell Pumps, a@y.example</td></tr><tr><th>Batch</th><td>12</td></tr></table>", []),
        ("<h1>Mill</h1><table><tr><th>Licensee</th><td>Bo Carr, bo@y.example</td></tr><tr><th>Place</th><td>Mill</td></tr></table>", []),
        ("<h1>Parks</h1><table><tr><th>Trees</th><td>trees@x.example</td></tr></table>", ["trees@x.example"]),
        (
            "<h1>Parks</h1><table><tr><th>Enquiries</th><td>Ann Bell</td></tr><tr><th>Trees</th><td>Bo Carr, bo@x.example</td></tr></table>",
            ["Ann Bell", "Bo Carr", "bo@x.example"],
        ),
    ],
)
def test_whose_contacts_they_are(text: str, expected: list[str]) -> None:
    """People of a directory, a source, an advertisement of a post or a party to a case are not asked about the page."""
    found = named(text)
    assert (found if "Grants" not in text else [one for one in found if "@" in one]) == expected
