"""Families of phrasing in which pages name their contact: key-and-value tables, glued exports, offices and who holds them, requests."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.read.document import Hints
from reviewer.read.facts import contacts


def named(text: str) -> list[str]:
    """The contacts that a text names; a text that begins with "<" is HTML, with "|" Markdown."""
    kind = {"<": "text/html", "|": "text/markdown"}.get(text[0], "text/plain")
    document = read.parse(text.encode(), url="https://site.example/page", content_type=kind)
    return [one.value for one in contacts.facts(document, Hints())]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>Document owner<td>Rates Desk<tr><td>Approved by<td>Cabinet<tr><td>Review date<td>May 2031</table>",
        "<table><tr><th scope=row>Owner<td>Rates Desk<tr><th scope=row>Approved by<td>Cabinet<tr><th scope=row>Status<td>Final</table>",
        "| Owner | Rates Desk |\n|---|---|\n| Approved by | Cabinet |\n| Date of issue | May 2031 |\n",
        "<table><tr><td>Owner<td>Rates Desk<tr><td>Web contact<td>Rates Desk<tr><td>Rooms<td>Four</table>",
    ],
)
def test_a_label_above_other_labels_has_its_value_beside_it(table: str) -> None:
    """The first row of a table of labels and values is no head."""
    assert named(table) == ["Rates Desk"]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>Topic<td>Owner<tr><td>Rates<td>Rates Desk<tr><td>Parks<td>Parks Desk</table>",
        "<table><tr><td>Owner<td>Topic<tr><td>Rates Desk<td>Rates<tr><td>Parks Desk<td>Parks</table>",
    ],
)
def test_the_owners_of_other_things_are_not_the_pages(table: str) -> None:
    """A column of owners is a register."""
    assert named(table) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Please contact Dr. Lena Moss about this page.", ["Dr. Lena Moss"]),
        ("Please contact Prof. L. Moss about this page.", ["Prof. L. Moss"]),
        ("Bitte wenden Sie sich an Frau Dr. Ute Krall.", ["Frau Dr. Ute Krall"]),
        ("Author(s): A Moss", ["A Moss"]),
        ("Author: A. Moss", ["A. Moss"]),
        ("Please contact A. Moss.", ["A. Moss"]),
        ("Please contact a Librarian.", []),
    ],
)
def test_titles_and_initials_end_no_sentence(text: str, expected: list[str]) -> None:
    """A full stop after a title or an initial, and a first name A, belong to the name."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Owner: Lena Moss: Chief Clerk | Area: Parks", ["Lena Moss"]),
        ("Lead: Chief Clerk for Parks: Lena Moss", ["Lena Moss"]),
        ("Owner: Policy Team", ["Policy Team"]),
        ("Accountable officer: Director of Strategy", ["Director of Strategy"]),
        ("Version:2.0Author:Lena MossReview date:May 2031", ["Lena Moss"]),
        ("Responsible Director:Chief ClerkAuthor:Lena MossReview date: 3 May 2031", ["Chief Clerk", "Lena Moss"]),
        ("Document Owner: Lena Moss Document Status: Final", ["Lena Moss"]),
        ("Owner: Head of Policy Review date: May 2031", ["Head of Policy"]),
        ("Policy Lead Lena Moss Review Date May 2031", ["Lena Moss"]),
        ("Policy Lead Lena Moss Document Status Final", ["Lena Moss"]),
        ("Review Date 7th May 2031 Policy Author Lena Moss", ["Lena Moss"]),
        ("Policy lead times are long here", []),
        ("Policy Owner Director of Parks", ["Director of Parks"]),
    ],
)
def test_a_value_ends_where_the_next_label_begins(text: str, expected: list[str]) -> None:
    """Run-on and glued values are cut; of an office and who holds it the holder is named."""
    assert named(text) == expected


@pytest.mark.parametrize(
    "label",
    [
        "Policy holder",
        "SRO",
        "POC",
        "Owning team",
        "Webpage owner",
        "Responsible official",
        "Staff member responsible",
        "Pharmacist lead",
        "Content manager",
        "Ersteller",
        "Propietario del documento",
        "Contact for informal enquiries",
        "Created by",
    ],
)
def test_labels_of_offices_are_known(label: str) -> None:
    """Words that pages use for their owner."""
    assert named(f"{label}: Lena Moss") == ["Lena Moss"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Created by Lena Moss, last modified by Ivo Pell on 3 May 2031", ["Lena Moss"]),
        ("Checked by Ivo Pell — Written by Lena Moss — Updated on 3 May 2031", ["Lena Moss"]),
        ("The song was written by Lena Moss in 1990", []),
        ("Please email the author, Lena Moss, at lena@site.example", ["Lena Moss", "lena@site.example"]),
        ("Please contact the Lead for Falls: Sister Una Crake, ext 12.", ["Sister Una Crake"]),
        ("Please contact the Parks Manager, Lena Moss.", ["Parks Manager", "Lena Moss"]),
        ("Please contact the Parks Manager, Rates Desk.", ["Parks Manager", "Rates Desk"]),
        ("Contact the parks team by emailing parks@site.example", ["parks team", "parks@site.example"]),
        ("If a path is blocked, tell the Parks Team at parks@site.example.", ["Parks Team", "parks@site.example"]),
        ("Tell our Parks Team: parks@site.example.", ["Parks Team", "parks@site.example"]),
        ("This policy is the responsibility of the Head of Parks.", ["Head of Parks"]),
        ("Please contact the parks team", ["parks team"]),
        ("Please contact the parks team promptly.", ["parks team"]),
    ],
)
def test_a_request_names_whom_it_is_for(text: str, expected: list[str]) -> None:
    """Sentences that say who made, keeps or answers for the page."""
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Agree one named contact in each practice.",
        "Choose a contact for each team.",
        "To get this leaflet in large print or another language, call PALS on 01632 960077 or email pals@site.example",
        "<p>For braille, write to <a href='mailto:prints@site.example'>prints@site.example</a> with your questions</p>",
        "To make a complaint, contact the Fairness Team on 01632 960077.",
        "Contact: Monday to Friday: 9 to 5",
        "In danger call 999 or contact the Fire Desk.",
    ],
)
def test_lines_for_the_public_name_no_contact_of_the_page(text: str) -> None:
    """A contact that has still to be chosen, other formats, complaints and emergencies are not about the page."""
    assert named(text) == []


def test_digits_inside_a_number_are_no_emergency() -> None:
    """A telephone number that holds 111 is a telephone number."""
    assert named("For questions about this page call 01632 960111.") == ["01632 960111"]
