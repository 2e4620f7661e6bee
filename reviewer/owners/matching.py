"""Who is told, and why that person. An address that stands only on a page is never mailed: every owner comes from directory or config."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from reviewer import urls
from reviewer.model import (
    Ambiguous,
    Assignment,
    Audience,
    Contact,
    ContactKind,
    Departed,
    Finding,
    Match,
    Matched,
    Owner,
    Page,
    Probable,
    Unknown,
)
from reviewer.owners import names
from reviewer.owners.forenames import probable
from reviewer.owners.names import plain
from reviewer.owners.roles import acronym, acronyms, role, unit
from reviewer.settings import Config, Directory, Site


def match(contact: Contact, directory: Directory) -> Match:
    """Ask the directory for a contact that a page names: by e-mail, then by full name (titles, initials and order tolerated) or alias, then
    by team, then by what else the role or team is called. Those who left answer only when nobody else does. A short form of a forename is
    *probable*: told to the admin, never mailed."""
    index = _index(directory)
    if contact.kind is ContactKind.EMAIL:
        return _choose(index.mails.get(address(contact.value), ()))
    said, person = plain(contact.value), contact.kind is ContactKind.PERSON
    words = names.readings(contact.value) if person or (names.may_be(contact.value) and not unit(contact.value)) else ()
    for found in (
        index.names.get(said, ()),
        index.same(names.loose(contact.value)) if words else (),
        *(find(each) for each in words for find in (index.exact, index.near)),
        index.teams.get(said.replace(" ", ""), ()),
        () if person else index.roles.get(role(contact.value), ()),
        () if person else index.acronyms.get(acronym(contact.value), ()),
    ):
        if found:
            return _choose(found)
    likely = [owner for owner in dict.fromkeys(owner for each in words for owner in index.likely(each)) if not owner.left]
    return Probable(likely[0]) if len(likely) == 1 else Unknown()


def _choose(found: Sequence[Owner]) -> Match:
    """One who is here; several; one who left; nobody."""
    here = tuple(owner for owner in found if not owner.left)
    if len(here) == 1:
        return Matched(here[0])
    if here:
        return Ambiguous(here)
    return Departed(found[0]) if found else Unknown()


def address(text: str) -> str:
    """An e-mail address for comparing: without ``mailto:``, query, angle brackets and case."""
    bare = re.sub(r"(?i)^mailto:", "", text.strip())
    return unquote(bare.partition("?")[0]).strip(" <>").casefold()


class _Index:
    """The directory by what people write: an HR export has thousands of rows, and a run asks tens of thousands of times."""

    def __init__(self, directory: Directory) -> None:
        self.mails: dict[str, list[Owner]] = {}
        self.names: dict[str, list[Owner]] = {}
        self.teams: dict[str, list[Owner]] = {}
        self.roles: dict[str, list[Owner]] = {}
        self.acronyms: dict[str, list[Owner]] = {}
        self._sorted: dict[tuple[str, ...], list[Owner]] = {}
        self._surnames: dict[str, list[tuple[tuple[str, ...], Owner]]] = {}
        for owner in directory.owners:
            if owner.email:
                self.mails.setdefault(owner.email.casefold(), []).append(owner)
            for name in dict.fromkeys(plain(each) for each in (owner.name, *owner.aliases) if plain(each)):
                self.names.setdefault(name, []).append(owner)
            for team in dict.fromkeys(plain(each) for each in owner.teams if plain(each)):
                self.teams.setdefault(team.replace(" ", ""), []).append(owner)
            called = (*owner.aliases, *owner.teams) if owner.name else owner.teams
            for name in dict.fromkeys(role(each) for each in (owner.name, *called)):
                if name:
                    self.roles.setdefault(name, []).append(owner)
            for short in dict.fromkeys(short for each in (owner.name, *called) for short in acronyms(each)):
                self.acronyms.setdefault(short, []).append(owner)
            for words in _each(names.loose, owner):
                self._sorted.setdefault(names.split(words), []).append(owner)
            for words in _each(names.readings, owner):
                self._surnames.setdefault(words[-1], []).append((words, owner))

    def same(self, orders: Iterable[names.Words]) -> list[Owner]:
        """Owners whose name is these words, at least two of them, in any order."""
        return list(dict.fromkeys(owner for words in orders for owner in self._sorted.get(names.split(words), ())))

    def exact(self, words: names.Words) -> list[Owner]:
        """Owners whose name is these words, with their particles."""
        return list(dict.fromkeys(owner for other, owner in self._surnames.get(words[-1], ()) if other == words))

    def likely(self, words: names.Words) -> list[Owner]:
        """Owners of the same surname whose forename is probably the same: one is a short form of the other."""
        found = self._surnames.get(words[-1], ()) if len(words) > 1 else ()
        return [owner for other, owner in found if probable(words[0], other[0])]

    def near(self, words: names.Words) -> list[Owner]:
        """Owners whose name differs in initials or middle names only, surname last or first."""
        orders = (words, (*words[1:], *words[:1])) if words else ()
        found = (owner for mine in orders for other, owner in self._surnames.get(mine[-1], ()) if names.near(mine, other))
        return list(dict.fromkeys(found))


def _each(read: Callable[[str], tuple[names.Words, ...]], owner: Owner) -> Iterable[names.Words]:
    """The names of an owner, each once, as far as they are more than one word."""
    return dict.fromkeys(words for name in (owner.name, *owner.aliases) for words in read(name) if len(words) > 1)


@lru_cache(maxsize=4)
def _index(directory: Directory) -> _Index:
    """The index of a directory, made once."""
    return _Index(directory)


def named(words: str, directory: Directory) -> tuple[Owner, ...]:
    """Everybody whom the config may mean by an e-mail, a name or an alias ("Web team <web@example.org>" too), those who left included.

    An address stands for itself only in the directory: ``config`` adds the mailboxes of the file to it. It says more than a name.
    """
    index = _index(directory)
    bracketed = re.search(r"<([^<>]+)>\s*$", words)
    mail = (bracketed[1] if bracketed else words).strip().casefold()
    if found := index.mails.get(mail):
        return tuple(found)
    exact = index.names.get(plain(words)) or index.same(names.loose(words))
    return tuple(dict.fromkeys(exact))


def several(words: str, found: Iterable[Owner]) -> str:
    """What is wrong with a name that more than one owner has, with what tells them apart."""
    return f'"{words}" is the name of {" and of ".join(owner.email or "somebody without an address" for owner in found)}'


def find(words: str, directory: Directory) -> Owner | None:
    """The owner that ``named`` gives, when there is exactly one who is here and can be mailed."""
    here = [owner for owner in named(words, directory) if not owner.left]
    return here[0] if len(here) == 1 and here[0].email else None


def assign(finding: Finding, page: Page | None, site: Site | None, config: Config, today: dt.date) -> tuple[Assignment, ...]:
    """Who is told of a finding, and why: the end of the sentence "You get this because ...".

    The first of these that gives somebody: an override in the config for the URL, e-mails that the page names and the directory has, full
    names, roles and teams, the area of the site, the site, the organisation's contact. Several contacts of one kind each get it. What only
    the admin can act on is nobody's (``Audience.ADMIN``); a fault of the template is its owner's, not the page's.
    """
    if finding.audience is Audience.ADMIN:
        return ()
    directory = config.directory
    named = page.contacts if page is not None and finding.audience is Audience.OWNER else ()
    chosen = _overridden(finding.page, config) or _named(named, directory)
    if not chosen and site is not None:
        chosen = _of_site(finding, site, directory)
    if not chosen:
        chosen = _of_organisation(config)
    seen: dict[str, Assignment] = {}
    for owner, why in chosen:
        stand_in, reason = standing_in(owner, why, directory, today)
        seen.setdefault(stand_in.email.casefold(), Assignment(stand_in, reason))
    return tuple(seen.values())


def _overridden(url: str, config: Config) -> list[tuple[Owner, str]]:
    """The first override whose pattern fits and whose owner is here."""
    for pattern, words in config.overrides:
        owner = find(words, config.directory) if urls.matches(pattern, url) else None
        if owner is not None:
            return [(owner, f"the configuration names you for {pattern}")]
    return []


def _named(contacts: Iterable[Contact], directory: Directory) -> list[tuple[Owner, str]]:
    """The owners behind the strongest kind of contact that the page names and the directory has."""
    tiers = (
        (frozenset({ContactKind.EMAIL}), "the page gives your address as its contact"),
        (frozenset({ContactKind.PERSON}), "the page names you as its contact"),
        (
            frozenset(ContactKind) - {ContactKind.EMAIL, ContactKind.PERSON},
            "the page names a role or team that the directory gives you",
        ),
    )
    contacts = tuple(contacts)
    for kinds, why in tiers:
        answers = [match(contact, directory) for contact in contacts if contact.kind in kinds]
        found = [(answer.owner, why) for answer in answers if isinstance(answer, Matched) and answer.owner.email]
        if found:
            return found
    return []


def _of_site(finding: Finding, site: Site, directory: Directory) -> list[tuple[Owner, str]]:
    """The owner of the area (not for faults of the template), or of the site."""
    if finding.audience is Audience.OWNER:
        path = urlsplit(finding.page).path or "/"
        for area in site.areas:
            owner = find(area.owner, directory) if urls.matches(area.path, path) else None
            if owner is not None:
                return [(owner, f"the directory names you for {area.path}")]
    owner = find(site.owner, directory) if site.owner else None
    return [(owner, f"the directory names you for the site {site.name}")] if owner is not None else []


def _of_organisation(config: Config) -> list[tuple[Owner, str]]:
    """The organisation's contact, who gets what nobody owns."""
    contact = config.organisation.contact
    if contact is None:
        return []
    owner = find(contact.email, config.directory) or Owner(contact.name, contact.email)
    return [(owner, f"nobody else is named for it, and you are the contact of {config.organisation.name}")]


def standing_in(owner: Owner, why: str, directory: Directory, today: dt.date) -> tuple[Owner, str]:
    """The owner, or the cover while the owner is away (and the cover's cover). Nobody to cover: the owner gets it after all."""
    asked, here, reason = {owner.email}, owner, why
    while here.away_until is not None and today <= here.away_until:
        cover = find(here.cover, directory) if here.cover else None
        if cover is None or cover.email in asked:
            return owner, why
        reason = f"you cover for {owner.name or owner.email}, who is away"
        asked.add(cover.email)
        here = cover
    return here, reason


def manager(owner: Owner, directory: Directory, today: dt.date) -> Owner | None:
    """The manager that the directory gives the owner (or the manager's cover); None when it names none who is here.

    A manager's address that has no row of its own in the directory stands in the owner's row, so it may be written to.
    """
    if not owner.manager:
        return None
    found = find(owner.manager, directory)
    if found is None and re.fullmatch(r"[^@\s<>,;]+@[^@\s<>,;]+", owner.manager.strip()):
        gone = {each.email.casefold() for each in directory.owners if each.left}
        bare = owner.manager.strip()
        found = None if bare.casefold() in gone else Owner("", bare)
    if found is None or found.email.casefold() == owner.email.casefold():
        return None
    return standing_in(found, "", directory, today)[0]
