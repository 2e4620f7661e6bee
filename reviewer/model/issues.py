"""Findings over time: what `settle` makes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from reviewer.model.findings import Finding


class IssueState(StrEnum):
    """suspected -> open -> resolved, with snoozed and accepted aside."""

    SUSPECTED = "suspected"
    OPEN = "open"
    RESOLVED = "resolved"
    SNOOZED = "snoozed"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of an issue's history. ``by`` is a person, or "reviewer"."""

    at: dt.datetime
    what: str
    by: str = "reviewer"
    reason: str = ""
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ToldTo:
    """What one person was told of an issue since it opened. ``address`` is folded; ``about`` is that of the owner for whom a manager was
    told, else empty. ``times`` counts digests, ``first`` and ``last`` are their moments (UTC); ``fixed``: thanked. ``preview``: only
    written into a folder, never by a way that leaves the house."""

    address: str
    times: int
    first: dt.datetime
    last: dt.datetime
    fixed: bool = False
    preview: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding over time. All moments are in UTC.

    ``looks`` counts the looks that failed in a row since ``failing_since``, ``runs`` the runs they were in; ``flaps`` how often it
    came back after a success. ``tellings`` are who was told since it opened; ``told`` (the most that one owner was), ``last_told`` and
    ``fixed_told`` sum them up for people. ``changed`` is the last change of state.
    """

    finding: Finding
    state: IssueState
    first_seen: dt.datetime
    last_seen: dt.datetime
    changed: dt.datetime
    looks: int = 1
    runs: int = 1
    failing_since: dt.datetime | None = None
    flaps: int = 0
    told: int = 0
    last_told: dt.datetime | None = None
    fixed_told: bool = False
    until: dt.date | None = None
    history: tuple[Event, ...] = ()
    tellings: tuple[ToldTo, ...] = ()

    @property
    def id(self) -> str:
        """The finding's stable id."""
        return self.finding.id
