"""Who a page names as its contact: people, teams, roles, e-mail addresses, telephone numbers, Slack channels.

Two families: a label with a value ("Owner: ...", in the next cell, on the next line, in a definition list), and a sentence that asks
("please contact either A or B", "by the page owner #team"). Reviewers, signatories and people who are quoted are under neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from reviewer.model import Contact, ContactKind
from reviewer.read.contacts.labels import QUOTED, Known, crew, is_label, is_other, position, topic
from reviewer.read.contacts.page import Page
from reviewer.read.contacts.values import EMAIL, SLACK, Value, addresses, names
from reviewer.read.contacts.whose import NAMED, Found, How
from reviewer.read.contacts.words import WORD, kinds
from reviewer.read.document import Candidate, Document, Hints

_HANDLE: Final = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+")
"""A team as machines write it ("docs-guild")."""
_LOGIN: Final = re.compile(r"[a-z]{3,20}")
"""A person by the name of an account ("becker")."""
_AT: Final = re.compile(r"@[A-Za-z][\w/.-]{1,60}")
_COLOUR: Final = re.compile(r"#[0-9a-f]{3,8}", re.IGNORECASE)
DIRECTORY: Final = 4
"""Fields with the same label on one page that make it a directory: it names other people than the page's own."""


def facts(document: Document, hints: Hints) -> Iterable[Contact]:
    """The contacts that the page names, each once, in reading order."""
    return [one.fact for one in candidates(document, hints) if isinstance(one.fact, Contact) and one.taken]


def candidates(document: Document, hints: Hints) -> Iterator[Candidate]:
    """Every place that could name a contact: what was taken, and what was passed over and why."""
    extra = frozenset(" ".join(WORD.findall(label.lower())) for kind, label in hints.labels if kind == "contact")
    page = Page(document, Known(extra, topic(document)))
    seen: set[tuple[ContactKind, str]] = set()
    for value, quote in _front_matter(document, page.known):
        seen.add((value[0], value[1].casefold()))
        yield Candidate(Contact(value[0], value[1], quote), quote, taken=True, why="in the front matter")
    found = list(page.found())
    fields = {(line.number, line.text, _label(one)) for line, one in found if one.how is How.FIELD}
    often = Counter(label for _, _, label in fields)
    for line, one in found:
        value, refused = one.value, one.refused
        if value[0] in NAMED and one.how is How.FIELD and often[_label(one)] >= DIRECTORY:
            refused = "not the page's own: one of many with this label"
        key = (value[0], value[1].casefold())
        if key in seen:
            refused = "named before"
        elif not refused:
            seen.add(key)
        fact = Contact(value[0], value[1], one.quote, line.block.place)
        yield Candidate(fact, one.quote, not refused, refused or one.why, line.block.place)


def _kind(value: str) -> ContactKind:
    """What an address of the front matter is."""
    return ContactKind.SLACK if value[0] == "#" else ContactKind.TEAM if value[0] == "@" else ContactKind.EMAIL


def _label(found: Found) -> str:
    """The label of a field."""
    return found.quote.partition(":")[0]


def _front_matter(document: Document, known: Known) -> Iterator[tuple[Value, str]]:
    """The contacts in the front matter of a text ("owner: web team"); the head of an HTML page is its template's, and is not asked."""
    if not document.content_type.startswith("text/") or document.content_type == "text/html":
        return
    owner = False
    for name, value in document.meta:
        if owner and position(f"{name}:") is not None and not EMAIL.search(value):
            yield (ContactKind.ROLE, value), f"{name}: {value}"[:QUOTED]
        if is_other(re.sub(r"[_.-]", " ", name)):
            continue
        if EMAIL.fullmatch(value) or _AT.fullmatch(value) or (SLACK.fullmatch(value) and not _COLOUR.fullmatch(value)):
            yield (_kind(value), value), f"{name}: {value}"[:QUOTED]
        elif (strong := is_label(re.sub(r"[_.-]", " ", name), known)) is not None:
            found = names(value, strong=True) + addresses(value)
            if not found and _HANDLE.fullmatch(value) and not value.isdigit():
                found = [(ContactKind.TEAM, value)]
            elif not found and strong and _LOGIN.fullmatch(value) and not kinds(value) - {"agent"}:
                found = [(ContactKind.PERSON, value)]
            owner = bool(found) and found[-1][0] is ContactKind.PERSON
            for one in found:
                yield one, f"{name}: {value}"[:QUOTED]
        elif team := crew(f"{name}: {value}"):
            yield (ContactKind.TEAM, team), f"{name}: {value}"[:QUOTED]
