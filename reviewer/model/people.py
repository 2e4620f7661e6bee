"""Who is told: the directory, and what `owners` makes of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name and an address, as in "Web team <web.team@example.nhs.uk>"."""

    name: str
    email: str

    def __str__(self) -> str:
        """The form people write."""
        return f"{self.name} <{self.email}>" if self.name and self.email else self.name or self.email


@dataclass(frozen=True, slots=True)
class Owner:
    """A named contact in the directory. ``left``: no longer here, never mailed; ``leaves``: the last day here, when it is known. Without an
    ``email`` pages may name the owner, and no mail goes there. ``language`` (BCP 47): that of digests, otherwise that of the pages."""

    name: str
    email: str
    aliases: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    manager: str | None = None
    away_until: dt.date | None = None
    cover: str | None = None
    left: bool = False
    leaves: dt.date | None = None
    language: str | None = None

    @property
    def mailbox(self) -> Mailbox:
        """Where the owner's mail goes."""
        return Mailbox(self.name, self.email)


@dataclass(frozen=True, slots=True)
class Matched:
    """The directory has exactly this owner for a contact."""

    owner: Owner


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several owners answer to the contact's words."""

    owners: tuple[Owner, ...]


@dataclass(frozen=True, slots=True)
class Departed:
    """The contact is in the directory, and has left."""

    owner: Owner


@dataclass(frozen=True, slots=True)
class Unknown:
    """The directory does not have the contact."""


@dataclass(frozen=True, slots=True)
class Probable:
    """The directory has somebody of that surname whose forename the contact's is a short form of: for the admin to say, never mailed."""

    owner: Owner


Match = Matched | Ambiguous | Departed | Probable | Unknown


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is told, and why that person, as the end of the sentence "You get this because ..."."""

    owner: Owner
    why: str
