"""Who runs this, when, and where things are kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from annotated_types import Ge, Gt, Le

from reviewer.model import Mailbox
from reviewer.settings.kinds import Text, TextKind, Web


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who runs this."""

    name: Annotated[Text, "The name that digests and reports carry."] = "Your organisation"
    contact: Annotated[
        Mailbox | None, "Needed. A mailbox that people read: Reply-To, part of the User-Agent, and owner of pages that nobody owns."
    ] = None
    timezone: Annotated[str, TextKind.ZONE, "The time zone in which days begin and cron lines are read."] = "Europe/London"
    language: Annotated[str, TextKind.LANGUAGE, "The language of pages that do not state one."] = "en"


@dataclass(frozen=True, slots=True)
class Timetable:
    """When `reviewer schedule` checks and when it sends."""

    check: Annotated[str, TextKind.CRON, "When to look: a cron line with named weekdays, in the organisation's zone."] = "0 6 * * mon-fri"
    digest: Annotated[str, TextKind.CRON, "When to send digests: a cron line with named weekdays."] = "0 8 * * mon"
    skip: Annotated[
        tuple[Annotated[str, TextKind.DAY_OFF], ...],
        "Days on which no digest goes out; it goes on the next working day. `weekends`, `bank-holidays-england` (`-wales`, "
        "`-scotland`, `-northern-ireland`), `holidays-IE` or `holidays-US-NY` (ISO 3166 codes), or a date.",
    ] = ()


@dataclass(frozen=True, slots=True)
class State:
    """Where the state is kept."""

    at: Annotated[str, TextKind.STATE, "A file, or `postgresql://host/name`. With a password: REVIEWER_STATE or REVIEWER_STATE_FILE."] = (
        field(default="reviewer.sqlite3", repr=False)
    )
    keep_days: Annotated[int, Ge(1), Le(36_500), "How long history is kept, in days."] = 730


@dataclass(frozen=True, slots=True)
class Watching:
    """For those who are on call. Everything is off by default."""

    port: Annotated[int | None, Ge(1), Le(65535), "The port of /metrics and /healthz. Default: none."] = None
    address: Annotated[str, TextKind.IP, "The address that the port is opened on."] = "127.0.0.1"
    ping: Annotated[Web | None, "A URL that is called at the start, success (`/`) and failure of a run, as healthchecks.io has it."] = (
        field(default=None, repr=False)
    )
    max_age_hours: Annotated[float, Gt(0), Le(24 * 366), "/healthz is well while the last good run is younger than this, in hours."] = 50.0
