"""Whom a page names as its contact."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.model import Contact, ContactKind, Link, Region
from reviewer.read.contacts.labels import NOTHING, Known, labels_in
from reviewer.read.document import Block, BlockKind, Document, Hints
from reviewer.read.facts import contacts
from tests.read.pages import heading, item, page, table, under

PERSON, TEAM, ROLE, EMAIL, PHONE, SLACK = (
    ContactKind.PERSON,
    ContactKind.TEAM,
    ContactKind.ROLE,
    ContactKind.EMAIL,
    ContactKind.PHONE,
    ContactKind.SLACK,
)


def named(document: Document, hints: Hints | None = None) -> list[tuple[ContactKind, str]]:
    """The contacts of a document, as kind and value."""
    return [(one.kind, one.value) for one in contacts.facts(document, hints or Hints())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Policy Lead: Jane Smith, Head of Safeguarding", [(PERSON, "Jane Smith"), (ROLE, "Head of Safeguarding")]),
        ("Author(s): Dr A. B. Jones and Sarah O'Neill", [(PERSON, "Dr A. B. Jones"), (PERSON, "Sarah O'Neill")]),
        (
            "Contact Officer: Peter Brown (Principal Planner) Tel: 01234 567890 peter.brown@council.example",
            [(PERSON, "Peter Brown"), (ROLE, "Principal Planner"), (EMAIL, "peter.brown@council.example"), (PHONE, "01234 567890")],
        ),
        ("Name of originator/author: Mary Ann White", [(PERSON, "Mary Ann White")]),
        ("Document owner: Information Governance Manager", [(ROLE, "Information Governance Manager")]),
        ("Responsible Department: Estates and Facilities", [(TEAM, "Estates and Facilities")]),
        ("Maintained by: Digital Services Team", [(TEAM, "Digital Services Team")]),
        ("Owner: Operations & Tooling", [(TEAM, "Operations & Tooling")]),
        ("Authors: Ann Other, Ann Other", [(PERSON, "Ann Other")]),
        ("Author: Prof. Dr. med. Ann Other", [(PERSON, "Prof. Dr. med. Ann Other")]),
        ("Owner: @platform-team", [(TEAM, "@platform-team")]),
        ("Contact: +44 (0)20 7946 0018", [(PHONE, "+44 (0)20 7946 0018")]),
        ("Kontakt: Bürgeramt Musterstadt", [(TEAM, "Bürgeramt Musterstadt")]),
        ("Data Protection Officer: Ann Other", [(PERSON, "Ann Other")]),
        ("Author: Prof Dr Ann", [(PERSON, "Prof Dr Ann")]),
        ("Owner: Sarah", [(PERSON, "Sarah")]),
        ("Authors: Smith J, Jones AB, Brown K", [(PERSON, "Smith J"), (PERSON, "Jones AB"), (PERSON, "Brown K")]),
        ("Author: Ann Other, MD, PhD, Chief Nurse", [(PERSON, "Ann Other"), (ROLE, "Chief Nurse")]),
        ("Lead clinician: Mr Ahmed Khan, Consultant Urologist", [(PERSON, "Mr Ahmed Khan"), (ROLE, "Consultant Urologist")]),
        ("Key clinicians: Dr Ann Other / Dr Bob Else", [(PERSON, "Dr Ann Other"), (PERSON, "Dr Bob Else")]),
        ("Service Owner – Kate Long", [(PERSON, "Kate Long")]),
        ("Author: Jane Lee | Version: 2 | Owner: Tom Ray", [(PERSON, "Jane Lee"), (PERSON, "Tom Ray")]),
        ("Contact Name: Tim Burr Contact Email: tim.burr@x.example", [(PERSON, "Tim Burr"), (EMAIL, "tim.burr@x.example")]),
        ("Next review: May 2025. Owner: Platform Engineering.", [(TEAM, "Platform Engineering")]),
        ("Author: Public Health Exampleshire", [(TEAM, "Public Health Exampleshire")]),
        ("Policy Owner Director of Parks and Lakes", [(ROLE, "Director of Parks and Lakes")]),
        ("Slack: #platform-team", [(SLACK, "#platform-team")]),
        ("Contact: Claire de la Tour", [(PERSON, "Claire de la Tour")]),
        ("Cyswllt: Siân Evans 01267 000000", [(PERSON, "Siân Evans"), (PHONE, "01267 000000")]),
        ("Perchennog y ddogfen: Pennaeth Cyllid", [(ROLE, "Pennaeth Cyllid")]),
        ("Ansprechpartner: Max Mustermann, Tel. 030 1234567", [(PERSON, "Max Mustermann"), (PHONE, "030 1234567")]),
        ("Verantwortlich für den Inhalt: Dr. Erika Musterfrau", [(PERSON, "Dr. Erika Musterfrau")]),
        ("Pressekontakt: Amt-Pressestelle", [(TEAM, "Amt-Pressestelle")]),
        ("Auteur : Jean Dupont", [(PERSON, "Jean Dupont")]),
        ("Responsable: María García López", [(PERSON, "María García López")]),
        ("Elaborado por: Servicio de Farmacia", [(TEAM, "Servicio de Farmacia")]),
    ],
)
def test_a_label_gives_its_value(text: str, expected: list[tuple[ContactKind, str]]) -> None:
    """What follows a contact label in the same line is the contact: people, roles, teams, addresses, numbers, channels."""
    assert named(page(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If something is missing, please contact either Dr Ann Other or Bob Else", [(PERSON, "Dr Ann Other"), (PERSON, "Bob Else")]),
        (
            "Please contact Joanne Green, Communications Manager, on 020 7946 0000 or email joanne.green@trust.example.",
            [(PERSON, "Joanne Green"), (ROLE, "Communications Manager"), (EMAIL, "joanne.green@trust.example"), (PHONE, "020 7946 0000")],
        ),
        ("Please contact the intranet team if a page is missing.", [(TEAM, "intranet team")]),
        ("Please contact your local ABC for help.", [(TEAM, "local ABC")]),
        ("Any queries should be sent to library@uni.example.", [(EMAIL, "library@uni.example")]),
        ("This guideline was written by Dr John Smith and Dr Helen Black.", [(PERSON, "Dr John Smith"), (PERSON, "Dr Helen Black")]),
        ("This page is maintained by the Web Services Team.", [(TEAM, "Web Services Team")]),
        ("Compiled by Ann Other and Bob Else, Trust Library", [(PERSON, "Ann Other"), (PERSON, "Bob Else"), (TEAM, "Trust Library")]),
        ("It is to be reviewed by the page owner #team-pages.", [(SLACK, "#team-pages")]),
        ("Ask in #platform-support on Slack.", [(SLACK, "#platform-support")]),
        ("The owner of this document is the Chief Information Officer.", [(ROLE, "Chief Information Officer")]),
        ("Ann Other is the page owner.", [(PERSON, "Ann Other")]),
        ("This policy is owned by the Head of Estates and reviewed each year.", [(ROLE, "Head of Estates")]),
        ("Please contact the Patient Advice and Liaison Service (PALS).", [(TEAM, "Patient Advice and Liaison Service")]),
        ("Ask for a copy by telephone 01987 000000.", [(PHONE, "01987 000000")]),
        (
            "Person Example, Web Editor - person@site.example",
            [(PERSON, "Person Example"), (ROLE, "Web Editor"), (EMAIL, "person@site.example")],
        ),
        (
            "Wenden Sie sich bitte an Frau Petra Muster (muster@amt.example).",
            [(PERSON, "Frau Petra Muster"), (EMAIL, "muster@amt.example")],
        ),
        ("Rédigé par Marie Exemple le 3 mai 2021", [(PERSON, "Marie Exemple")]),
        ("Contactez le service communication.", [(TEAM, "service communication")]),
        ("Póngase en contacto con la Oficina de Atención.", [(TEAM, "Oficina de Atención")]),
        ("Cysylltwch â'r tîm cyfathrebu.", [(TEAM, "tîm cyfathrebu")]),
    ],
)
def test_a_request_names_who_is_asked(text: str, expected: list[tuple[ContactKind, str]]) -> None:
    """A sentence that asks to contact somebody, or says who keeps the page, names contacts."""
    assert named(page(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Reviewed by: Dr Bob Example",
        "Approved by: Quality Committee",
        "Signed: John Example",
        "Present: Cllr A Example, Cllr B Example",
        "“It is great,” said Jane Example, Chief Executive.",
        "Dr Ann Example describes what the alliance does.",
        "In an emergency contact the Crisis Team on 0800 000 0000.",
        "Contact your GP if it gets worse.",
        "You should contact your local pharmacist.",
        "Owner: TBC",
        "Owner: XXXXXXX",
        "Responsible Party: (As the owner of the policy advises)",
        "Contact: please see below",
        "She is the point of contact with the regulator's enquiry desk.",
        "If you are unhappy, contact the Funding Regulator.",
        "They are in close contact with Public Services.",
        "Patients are managed by the Example Team.",
        "Lead time: 5 days",
        "Telephone: see the Contact Form",
        "Part number 020 7946 0000 is for contact lenses.",
        "We sell #example-shirts",
        "Call us about #example-shirts.",
        "Owner: 12 34",
        "Owner: ???",
        "If you are unhappy, call the Ombudsman, telephone 0345 000 0000.",
        "Contact hours and Slack use are in the handbook.",
        "Contact: 12 - 34",
    ],
)
def test_others_are_no_contacts(text: str) -> None:
    """Reviewers, signatories, attendees, people who are quoted, patient services and placeholders are not contacts of the page."""
    assert named(page(text)) == []


def test_the_value_stands_in_the_next_cell() -> None:
    """A label in a cell has its value in the cell beside it; in a header row in the cell below it."""
    assert named(page(*table(["Owner", "Ann Other"], ["Version", "3"]))) == [(PERSON, "Ann Other")]
    assert named(page(*table(["Owner", "Ann Other"], ["Version", "3"], column_header=True))) == [(PERSON, "Ann Other")]
    assert named(page(*table(["Due", "Owner"], ["May 2025", "Operations & Tooling"], header=True))) == [(TEAM, "Operations & Tooling")]


def test_a_register_has_owners_of_other_things() -> None:
    """An owner column of several rows is about the rows, not about the page."""
    assert named(page(*table(["Policy", "Owner"], ["Leave", "Ann Other"], ["Pay", "Bob Else"], header=True))) == []


def test_the_value_stands_in_the_definition() -> None:
    """A term's definitions hold the value, and the next term ends it."""
    blocks = [
        Block("Authors", BlockKind.TERM),
        Block("Ann Other", BlockKind.DEFINITION),
        Block("Bob Else", BlockKind.DEFINITION),
        Block("Printed at", BlockKind.TERM),
        Block("John Printer", BlockKind.DEFINITION),
    ]
    assert named(page(*blocks)) == [(PERSON, "Ann Other"), (PERSON, "Bob Else")]


def test_the_value_stands_on_the_next_lines() -> None:
    """A label alone in its line has its value below it, until a heading, another label or running text comes."""
    assert named(page(heading("Authors"), "Ann Other", "Bob Else", "The rest is a story about somebody.")) == [
        (PERSON, "Ann Other"),
        (PERSON, "Bob Else"),
    ]
    assert named(page("Contact\nAnn Other\nBob Else")) == [(PERSON, "Ann Other")]
    assert named(page("Owner:", heading("Next"))) == []
    assert named(page("Owner:", "Stand:")) == []
    assert named(page("Owner:", Block("Ann Other", region=Region.FOOTER))) == []


def test_a_line_introduces_a_person() -> None:
    """A line that ends in "the ... officer is:" has the person on the next line, with the address beside the name."""
    assert named(page("The data protection officer of both surgeries is:", "Ann Other, ann.other@surgery.example", "Chief Nurse")) == [
        (PERSON, "Ann Other"),
        (EMAIL, "ann.other@surgery.example"),
        (ROLE, "Chief Nurse"),
    ]


def test_links_are_addresses() -> None:
    """A mailto link beside contact words is a contact, with its address; a Slack link with a channel is one too."""
    mail = Link("mailto:ann%2Eother@x.example?subject=Hi", None, words="Email the team")
    slack = Link("https://example.slack.com/messages/pages", None, words="#pages")
    broken = Link("mailto:nobody", None, words="Email us")
    other = Link("https://x.example/", None, words="a page")
    block = Block("Email the team or ask the owner #pages, Email us, a page", links=(0, 1, 2, 3))
    assert named(page(block, links=[mail, slack, broken, other])) == [(SLACK, "#pages"), (EMAIL, "ann.other@x.example")]


def test_site_chrome_does_not_speak_for_the_page() -> None:
    """A mail link without contact words is passed over, in a footer everything without a label is; navigation names nobody."""
    mail = Link("mailto:web@x.example", None, words="Website feedback")
    assert named(page(Block("Website feedback", links=(0,)), links=[mail])) == []
    assert named(page(Block("Contact: Website feedback", region=Region.FOOTER, links=(0,)), links=[mail])) == [(EMAIL, "web@x.example")]
    assert named(page(Block("Email or phone us. Website feedback", region=Region.FOOTER, links=(0,)), links=[mail])) == []
    assert named(page(Block("Post box 3, info@x.example", region=Region.FOOTER))) == []
    assert named(page(Block("Contact: Ann Other", region=Region.NAV))) == []
    assert named(page(Block("Contact: Ann Other", region=Region.ASIDE))) == []
    assert named(page(under("Ann Other, contact for all: ann@x.example", "Page contact", Region.ASIDE))) != []


def test_a_link_elsewhere_in_the_block_waits_for_its_line() -> None:
    """A link counts in the line that its words stand in."""
    mail = Link("mailto:ann@x.example", None, words="Write to Ann")
    found = contacts.facts(page(Block("Email the office.\nContact\nWrite to Ann", links=(0,)), links=[mail]), Hints())
    assert [(one.value, one.quote) for one in found] == [("ann@x.example", "Contact Write to Ann")]


def test_front_matter_of_a_text_names_contacts() -> None:
    """The owner in the front matter of a Markdown file counts; the head of an HTML page does not."""
    meta = (("owner_slack", "#team-pages"), ("title", "Ann Other"), ("maintainer", "Ann Other"))
    text = Document(url="https://x.example/", content_type="text/markdown", meta=meta, blocks=(Block("Owner: Ann Other"),))
    assert named(text) == [(SLACK, "#team-pages"), (PERSON, "Ann Other")]
    assert named(Document(url="https://x.example/", meta=meta)) == []


def test_each_contact_is_named_once() -> None:
    """The same name twice is one contact; the second mention is explained."""
    document = page("Owner: Ann Other", item("Contact: ann other", None), "Owner: Ann Other")
    assert named(document) == [(PERSON, "Ann Other")]
    assert [one.why for one in contacts.candidates(document, Hints())] == ["after a contact label", "named before"]


def test_the_users_labels_count() -> None:
    """A label from the config names contacts, alone in its line or with a value."""
    hints = Hints(labels=(("contact", "Page Wizard"), ("due", "Ann Other")))
    assert named(page("Page wizard: Ann Other"), hints) == [(PERSON, "Ann Other")]
    assert named(page("Page wizard", "Ann Other"), hints) == [(PERSON, "Ann Other")]
    assert named(page("Page wizard: Ann Other")) == []


def test_what_was_passed_over_is_explained() -> None:
    """A patient line is a candidate that was not taken, with the reason."""
    found = list(contacts.candidates(page("Call the helpline on 0800 123 4567."), Hints()))
    assert [(one.taken, one.why) for one in found] == [(False, "not for questions about the page")]


def test_the_quote_is_of_the_page() -> None:
    """A contact's quote is a piece of the page's own words."""
    text = "Version: 3 Owner: Ann Other Review date: May 2025"
    (found,) = contacts.facts(page(text), Hints())
    assert found == Contact(PERSON, "Ann Other", "Owner: Ann Other")
    assert found.quote in text


def test_a_page_full_of_labels_ends() -> None:
    """No more than a bounded part of a page is looked at."""
    document = page(*[f"Contact: Person Number{chr(97 + n % 26)}{'x' * (n // 26)}, some more words to fill the line" for n in range(3000)])
    assert 0 < len(list(contacts.candidates(document, Hints()))) < 1500


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Contact", "Owner", ":", " ", "\n", "Ann Other", "by", "written", "a@b.example", "#chan", "(", ",", "and", "0", "1", "é", "-"]
        ),
        max_size=40,
    )
)
def test_no_text_breaks_the_reader(pieces: list[str]) -> None:
    """Any text gives contacts whose values stand in it."""
    text = "".join(pieces)
    for _, value in named(page(text or "x")):
        assert " ".join(value.split()) in " ".join(text.split())


def test_a_label_of_the_user_is_a_word_of_contact() -> None:
    """A line without any of our words of contact is looked at when it has a label that the user added, and only then."""
    document = Document("https://a.example/", blocks=(Block("Kümmerer: Ann Example"), Block("Nothing of the kind here.")))
    hints = Hints(labels=(("contact", "Kümmerer"),))
    assert [contact.value for contact in contacts.facts(document, hints)] == ["Ann Example"]
    assert list(contacts.facts(document, Hints())) == []


def test_a_label_ends_with_a_word_that_labels_end_with() -> None:
    """Compounds are labels, and so are a user's own words; marks and blanks between a label and its colon do not matter."""
    assert [label.strong for label in labels_in("Pressekontakt: Ann Example", NOTHING)] == [False]
    assert [label.strong for label in labels_in("Kümmert sich: Ann Example", Known(frozenset({"kümmert sich"})))] == [True]
    assert labels_in("Kümmert sich: Ann Example", NOTHING) == ()
    assert [label.strong for label in labels_in(f"Owner {'*' * 45}: Ann Example", NOTHING)] == [True]


def test_a_choice_in_a_list_of_other_sites_is_nobody() -> None:
    """A list of links has "Advice" in one item and "Green Fund" in the next; the first is no label when it is a link to another site."""
    one, other = item("Advice")._replace(links=(0,)), item("Green Fund")
    away, here = (Link(url, url, words="Advice") for url in ("https://fund.example/", "https://site.example/fund"))
    assert named(page(one, other, links=(away,))) == []
    assert named(page(one, other, links=(here,))) == [(PERSON, "Green Fund")]
