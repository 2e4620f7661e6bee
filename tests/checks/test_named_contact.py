"""Whom a page names, and whether anybody knows them."""

from __future__ import annotations

from dataclasses import replace

from reviewer.checks.named_contact import check
from reviewer.model import (
    Ambiguous,
    Audience,
    Contact,
    ContactKind,
    Departed,
    Link,
    Match,
    Matched,
    Owner,
    PageState,
    Probable,
    Severity,
    Superseded,
    Unknown,
)
from reviewer.settings import Area
from tests.checks.facts import ANN, context, page

BOB = Contact(ContactKind.PERSON, "Bob Else", "please contact Bob Else")
TEAM = Contact(ContactKind.TEAM, "Web team", "Owner: Web team")
MAIL = Contact(ContactKind.EMAIL, "web@site.example", "email web@site.example")


def test_nobody_is_named() -> None:
    """A page without a contact and without a configured owner is a note for the admin."""
    (found,) = check(page(), context())
    assert (found.subject, found.audience, found.severity, found.reason) == ("nobody", Audience.ADMIN, Severity.NOTE, "no_owner")


def test_the_config_names_an_owner() -> None:
    """The site's owner, or that of the page's area, is enough."""
    assert list(check(page(), context(owner="Web team"))) == []
    assert list(check(page(), context(areas=(Area("/guides/**", "Web team"),)))) == []
    assert len(list(check(page(), context(areas=(Area("/other/**", "Web team"),))))) == 1


def test_without_a_directory_every_name_is_good() -> None:
    """With no directory nobody can be unknown; a page that was not read names nobody and is not blamed for it."""
    assert list(check(page(contacts=(BOB,)), context())) == []
    assert list(check(page(state=PageState.UNREACHABLE), context())) == []


def test_an_unknown_person_is_told_to_the_admin() -> None:
    """A person whom the directory does not know is told, with the page's words; a team may stand for itself."""
    found = list(check(page(contacts=(BOB, TEAM)), context(owners=(ANN,))))
    assert [(one.subject, one.audience, one.reason, one.quote) for one in found] == [
        ("unknown bob else", Audience.ADMIN, "unknown_person", "please contact Bob Else")
    ]


def test_an_unknown_address_matters_when_it_is_all_there_is() -> None:
    """An address beside somebody who is known needs no entry of its own."""

    def match(contact: Contact) -> Match:
        return Matched(ANN) if contact is TEAM else Unknown()

    assert [one.subject for one in check(page(contacts=(MAIL,)), context(owners=(ANN,)))] == ["unknown web@site.example"]
    assert list(check(page(contacts=(MAIL, TEAM)), context(owners=(ANN,), match=match))) == []
    assert list(check(page(contacts=(MAIL,)), context(owners=(ANN,), owner="Web team"))) == [], (
        "readers write there, and the page has an owner"
    )


def test_two_who_answer_are_somebody() -> None:
    """An ambiguous name is known."""
    assert list(check(page(contacts=(BOB,)), context(owners=(ANN,), match=lambda contact: Ambiguous((ANN, ANN))))) == []


def test_somebody_left() -> None:
    """A contact who has left is a problem for the page's owner."""
    gone = Owner("Robert Else", "bob@site.example", left=True)
    (found,) = check(page(contacts=(BOB,)), context(owners=(gone,), match=lambda contact: Departed(gone)))
    assert (found.audience, found.severity, found.reason) == (Audience.OWNER, Severity.PROBLEM, "left")
    assert found.says == "It names Bob Else as a contact, and the directory says that Robert Else has left."


def test_somebody_probable_is_asked_of_the_admin() -> None:
    """A short form of a name that the directory has is no unknown person: the admin says whether it is the same."""
    robert = Owner("Robert Else", "r@site.example")
    (found,) = check(page(contacts=(BOB,)), context(owners=(robert,), match=lambda _: Probable(robert)))
    assert (found.audience, found.reason, found.severity) == (Audience.ADMIN, "probable_person", Severity.NOTE)
    assert found.says == "It names Bob Else as a contact, who is probably Robert Else of the directory."


def test_an_archived_page_names_whom_it_named() -> None:
    """Neither who has left nor who is unknown is a fault of a page that says that it was archived or replaced, or of minutes."""
    assert list(check(page(contacts=(BOB,), superseded=Superseded("archived")), context(owners=(ANN,)))) == []
    assert list(check(page(superseded=Superseded("archived")), context())) == []
    assert list(check(replace(page(contacts=(BOB,)), of_the_past="Minutes"), context(owners=(ANN,)))) == []


def test_a_word_of_a_menu_is_nobody() -> None:
    """One word is no name; two neighbours in a menu are no label and its value; a name that is known may have something before it."""
    ann = Contact(ContactKind.PERSON, "Ask Ann Other", "Ask Ann Other, head of licences")
    word = Contact(ContactKind.PERSON, "Ethics", "Authorship Ethics")
    two = Contact(ContactKind.PERSON, "Good Practice", "Authorship Good Practice")
    links = tuple(Link(f"/{words}", f"https://site.example/{words}", words=words) for words in ("Authorship", "Good Practice"))
    assert list(check(replace(page(contacts=(ann, word, two)), links=links), context(owners=(ANN,)))) == []
    assert len(list(check(replace(page(contacts=(two,)), links=links[1:]), context(owners=(ANN,))))) == 1
