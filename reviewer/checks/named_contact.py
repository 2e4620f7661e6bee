"""Whether the page names somebody to ask who is still known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from reviewer import owners, urls
from reviewer.checks import Across, Context
from reviewer.model import (
    NO_OWNER,
    UNKNOWN_PERSON,
    Ambiguous,
    Audience,
    Confidence,
    Contact,
    ContactKind,
    Departed,
    Finding,
    Matched,
    Page,
    PageState,
    Probable,
    Severity,
    Unknown,
)
from reviewer.settings import Directory

SUMMARY = "Does the page name somebody to ask whom the directory knows?"
ABOUT = "page"
GISTS = {
    "": ("A contact that this page names has left.", "Name the new contact on the page."),
}
ACROSS = {
    NO_OWNER: Across(
        10,
        "{count} of the site name no owner or contact, and the config gives them none.",
        "Give the site an `owner` in the config, or its parts ([[site.area]]).",
    ),
}
RESTS_ON = {
    "": (Confidence.SEEN, "the page, and your directory"),
    UNKNOWN_PERSON: (Confidence.GUESSED, "a name that stands where contacts are named"),
    "probable_person": (Confidence.GUESSED, "a name that is like one in the directory"),
}

_NAME: Final = 2
"""Words of a person's name, or a title and one."""


def check(page: Page, context: Context) -> Iterable[Finding]:
    """Nobody named and nobody configured; somebody who has left; somebody whom the directory does not know."""
    if page.state is not PageState.READ or page.superseded is not None or page.of_the_past:
        return  # whom an archived page or a record names is whom it named
    if not page.contacts:
        if not _configured(page, context):
            yield Finding(
                check="named_contact",
                page=page.url,
                subject="nobody",
                severity=Severity.NOTE,
                says="This page names no owner or contact, and the config gives it none.",
                fix="Name a contact on the page, or give the page an owner in the config.",
                audience=Audience.ADMIN,
                reason=NO_OWNER,
            )
        return
    if not context.directory.owners:
        return
    matches = [(contact, context.match(contact)) for contact in page.contacts]
    somebody = _configured(page, context) or any(isinstance(match, Matched | Ambiguous) for _, match in matches)
    for contact, match in matches:
        if isinstance(match, Departed):
            yield _left(page, contact, match)
        if isinstance(match, Probable):
            yield _probable(page, contact, match)
        if isinstance(match, Unknown) and (
            (contact.kind is ContactKind.PERSON and _person(contact, page, context)) or (contact.kind is ContactKind.EMAIL and not somebody)
        ):
            yield _unknown(page, contact)


def _person(contact: Contact, page: Page, context: Context) -> bool:
    """Whether what stands where a name is due is one that nobody knows: two words or more, no entry of a menu whose neighbour reads like a
    label ("Authorship", "Good practice"), and no name of the directory with something before or behind it ("Ask Greta Holm")."""
    said = f" {owners.plain(contact.value)} "
    if len(said.split()) < _NAME or any(name in said for name in _names(context.directory)):
        return False
    led = {link.words for link in page.links if link.element == "a" and link.words}
    label = contact.quote.replace(contact.value, "").strip(" :\n")
    return contact.value not in led or label not in led


@lru_cache(maxsize=4)
def _names(directory: Directory) -> tuple[str, ...]:
    """The names of a directory as they are compared, a blank on either side; made once for all pages of a look."""
    return tuple(f" {owners.plain(owner.name)} " for owner in directory.owners if owner.name)


def _left(page: Page, contact: Contact, match: Departed) -> Finding:
    """A contact who is in the directory and has left."""
    return Finding(
        check="named_contact",
        page=page.url,
        subject=f"left {contact.value.casefold()}",
        severity=Severity.PROBLEM,
        says=f"It names {contact.value} as a contact, and the directory says that {match.owner.name} has left.",
        fix="Name the new contact on the page.",
        quote=contact.quote,
        place=contact.place,
        reason="left",
    )


def _probable(page: Page, contact: Contact, match: Probable) -> Finding:
    """A contact by a short form of a name that the directory has: one person has to say whether that is the same."""
    return replace(
        _unknown(page, contact),
        subject=f"probable {contact.value.casefold()}",
        says=f"It names {contact.value} as a contact, who is probably {match.owner.name} of the directory.",
        fix=f"If so, give {match.owner.name} that name as an alias: then the page's findings go there.",
        reason="probable_person",
    )


def _unknown(page: Page, contact: Contact) -> Finding:
    """A contact whom the directory does not know: a person always, an address only where neither the config nor the directory knows anybody
    else for the page. The mailbox that readers write to need not be that of the page's owner."""
    return Finding(
        check="named_contact",
        page=page.url,
        subject=f"unknown {contact.value.casefold()}",
        severity=Severity.NOTE,
        says=f"It names {contact.value} as a contact, and the directory does not know that name.",
        fix="Add them to the directory (or as an alias of somebody there), or correct the page.",
        quote=contact.quote,
        place=contact.place,
        audience=Audience.ADMIN,
        reason=UNKNOWN_PERSON,
        rests_on="an address on the page, and your directory" if contact.kind is ContactKind.EMAIL else "",
    )


def _configured(page: Page, context: Context) -> bool:
    """Whether the site's settings give the page an owner."""
    return context.site.owner is not None or any(urls.matches(area.path, page.url) for area in context.site.areas)
