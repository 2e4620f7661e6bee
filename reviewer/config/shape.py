"""The form of the config file: every table and key, its meaning, bounds and default. The JSON Schema and docs/config.md come from here.

Every key is optional here; ``building`` says which ones are needed, so that one missing key hides no other mistake.
"""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import ConfigDict, Field, Strict

from reviewer import settings
from reviewer.config import values
from reviewer.config.kinds import Check, Cron, DayOff, Flag, Glob, Language, Mail, Number, Table, Text, Via, Web, Whole, Zone, choice, text
from reviewer.config.shape_network import Network
from reviewer.config.shape_sites import LinkRule, Override, Site
from reviewer.model import DateKind

TLS: Final = ("required", "none")


class Organisation(Table):
    """Who runs this."""

    model_config = ConfigDict(json_schema_extra={"required": ["contact"]})
    name: Text = Field(default=settings.Organisation().name, description="The name that digests and reports carry.")
    contact: Mail | None = Field(
        default=None,
        description="Needed. A mailbox that people read: Reply-To, part of the User-Agent, and owner of pages that nobody owns.",
    )
    timezone: Zone = Field(
        default=settings.Organisation().timezone, description="The time zone in which days begin and cron lines are read."
    )
    language: Language = Field(default=settings.Organisation().language, description="The language of pages that do not state one.")


class Schedule(Table):
    """When `reviewer schedule` checks and when it sends."""

    check: Cron = Field(
        default=settings.Timetable().check, description="When to look: a cron line with named weekdays, in the organisation's zone."
    )
    digest: Cron = Field(default=settings.Timetable().digest, description="When to send digests: a cron line with named weekdays.")
    skip: tuple[DayOff, ...] = Field(
        default=(),
        description=(
            "Days on which no digest goes out; it goes on the next working day. `weekends`, `bank-holidays-england` (`-wales`, "
            "`-scotland`, `-northern-ireland`), `holidays-IE` or `holidays-US-NY` (ISO 3166 codes), or a date."
        ),
    )


class Email(Table):
    """How digests leave. The password is never in this file: REVIEWER_SMTP_PASSWORD or REVIEWER_SMTP_PASSWORD_FILE."""

    sender: Mail | None = Field(default=None, alias="from", description="The From of every message. Default: the organisation's contact.")
    via: Via = Field(
        default=settings.Email().via,
        description="`folder:PATH` writes files and mails nobody; `smtp://host:587` uses STARTTLS, `smtps://host:465` TLS from the start.",
    )
    user: Text | None = Field(default=None, description="The name to log in with at the mail server, if it wants one.")
    tls: Annotated[str, *choice(TLS, "kind of TLS")] = Field(
        default=settings.Email().tls,
        description="`required`: no mail without checked encryption. `none`: only for a relay on a network that you trust.",
    )
    admin: Mail | None = Field(default=None, description="Who gets the weekly summary and alarms. Default: the organisation's contact.")
    surge: Number = Field(
        default=settings.Email().surge,
        ge=1,
        le=1000,
        description="More than `surge` times the last period's messages, plus `surge_extra`, are held for a person.",
    )
    surge_extra: Whole = Field(default=settings.Email().surge_extra, ge=0, le=100_000, description="See `surge`.")
    templates: Text | None = Field(
        default=None, description="A folder with your own subject.txt, digest.txt or digest.html, beside this file."
    )
    list_id: Text | None = Field(
        default=None, description="The List-Id header of every digest (RFC 2919), as in `content-review.example.org`."
    )
    report_url: Web | None = Field(
        default=None, description="Where the report page can be read; digests with more pages than they show link to it."
    )


class Remind(Table):
    """When owners are reminded."""

    before: tuple[Annotated[int, Strict(), Field(ge=1, le=3650)], ...] = Field(
        default=settings.Remind().before, description="Days before a review is due on which its owner is told."
    )
    overdue: Whole = Field(default=settings.Remind().overdue, ge=1, le=3650, description="Once overdue: again every so many days.")
    other: Whole = Field(
        default=settings.Remind().other, ge=1, le=3650, description="Anything else that still stands: again every so many days."
    )
    escalate_after: Whole = Field(
        default=settings.Remind().escalate_after,
        ge=0,
        le=100,
        description="After so many digests without change the owner's manager is told too; 0 for never.",
    )
    coming_days: Whole = Field(
        default=settings.Remind().coming_days, ge=0, le=3650, description="How far ahead the list of coming reviews looks, in days."
    )


class Patience(Table):
    """Doubt before blame: how often and how long a fault is seen before its owner hears of it."""

    looks: Whole = Field(
        default=settings.Patience().looks, ge=1, le=100, description="A link is broken after so many failed looks in a row ..."
    )
    runs: Whole = Field(default=settings.Patience().runs, ge=1, le=100, description="... in at least so many runs ...")
    hours: Number = Field(default=settings.Patience().hours, ge=0, le=24 * 90, description="... over at least so many hours.")
    gone_looks: Whole = Field(
        default=settings.Patience().gone_looks, ge=1, le=100, description="Looks for a link that says it is gone (410)."
    )
    slow_days: Number = Field(
        default=settings.Patience().slow_days, ge=0, le=365, description="Days for time-outs, server errors and TLS troubles of others."
    )
    flaps: Whole = Field(
        default=settings.Patience().flaps,
        ge=1,
        le=100,
        description="A link that came back so many times is called unstable, in one line ...",
    )
    flap_days: Number = Field(default=settings.Patience().flap_days, gt=0, le=365, description="... within so many days.")
    lost_dates: Number = Field(
        default=settings.Patience().lost_dates,
        gt=0,
        le=1,
        description="When more than this share of dated pages lose their date at once, the template changed.",
    )
    host_share: Number = Field(
        default=settings.Patience().host_share,
        gt=0,
        le=1,
        description="When more than this share of a host's links fail at once, the host is down.",
    )
    host_least: Whole = Field(
        default=settings.Patience().host_least, ge=1, le=10_000, description="How many links a host needs to be judged so."
    )


class Watch(Table):
    """Guidance whose updates matter to pages that link to it."""

    targets: tuple[Glob, ...] = Field(
        default=(), description="Patterns on whole addresses: told when such a target was updated after the page's last review."
    )


class Checks(Table):
    """Which checks are asked."""

    only: tuple[Check, ...] = Field(default=(), description="Only these checks. `reviewer checks` lists them.")
    skip: tuple[Check, ...] = Field(default=(), description="Not these checks.")
    tell_silent_redirects: Flag = Field(
        default=False, description="Tell also redirects that only add a slash, change the case of the host or go from http to https."
    )


class Wording(Table):
    """Labels that your pages use, besides those that are known."""

    due: tuple[Text, ...] = Field(default=(), description="Labels in front of the date by which a page is to be reviewed.")
    last_reviewed: tuple[Text, ...] = Field(default=(), description="Labels in front of the date of the last review.")
    updated: tuple[Text, ...] = Field(default=(), description="Labels in front of the date of the last change.")
    published: tuple[Text, ...] = Field(default=(), description="Labels in front of the date of publication.")
    expires: tuple[Text, ...] = Field(default=(), description="Labels in front of the date from which the page is not valid.")
    contact: tuple[Text, ...] = Field(default=(), description="Labels in front of a contact.")


class Directory(Table):
    """The directory of owners, in a file of its own."""

    file: Text | None = Field(
        default=None, description="A TOML or CSV file. Default: owners.toml or owners.csv beside this file, when there is one."
    )
    columns: dict[str, Text] = Field(
        default={}, description='For CSV: which column of yours holds what, as in `name = "Full name"`. Usual names are known.'
    )


class State(Table):
    """Where the state is kept."""

    at: Annotated[str, *text(values.state, "reviewer.sqlite3")] = Field(
        default=settings.State().at,
        description="A file, or `postgresql://host/name`. With a password: REVIEWER_STATE or REVIEWER_STATE_FILE.",
    )
    keep_days: Whole = Field(default=settings.State().keep_days, ge=1, le=36_500, description="How long history is kept, in days.")


class Health(Table):
    """For whoever is on call. Everything is off by default."""

    port: Annotated[int, Strict(), Field(ge=1, le=65535)] | None = Field(
        default=None, description="The port of /metrics and /healthz. Default: none."
    )
    address: Annotated[str, *text(values.ip, "127.0.0.1")] = Field(
        default=settings.Watching().address, description="The address that the port is opened on."
    )
    ping: Web | None = Field(
        default=None, description="A URL that is called at the start, success (`/`) and failure of a run, as healthchecks.io has it."
    )
    max_age_hours: Number = Field(
        default=settings.Watching().max_age_hours,
        gt=0,
        le=24 * 366,
        description="/healthz is well while the last good run is younger than this, in hours.",
    )


class Report(Table):
    """The report page."""

    folder: Text = Field(default=settings.Config().report_folder, description="Where each run writes it.")
    brand: Annotated[str, *choice(settings.BRANDS, "brand")] = Field(default=settings.Config().brand, description="Its colours.")


class File(Table):
    """The whole file."""

    model_config = ConfigDict(title="The config of reviewer", json_schema_extra={"required": ["organisation", "site"]})
    organisation: Organisation = Field(default_factory=Organisation, description="Who runs this.")
    schedule: Schedule = Field(default_factory=Schedule, description="When to check and when to send.")
    email: Email = Field(default_factory=Email, description="How digests leave.")
    network: Network = Field(default_factory=Network, description="What may be reached, and how politely.")
    remind: Remind = Field(default_factory=Remind, description="When owners are reminded.")
    patience: Patience = Field(default_factory=Patience, description="Doubt before blame.")
    site: tuple[Site, ...] = Field(default=(), description="Needed, at least one. Somewhere to look.")
    override: tuple[Override, ...] = Field(default=(), description="Owners for some addresses, whatever the pages say.")
    link_rule: tuple[LinkRule, ...] = Field(default=(), description="Links that are left alone.")
    watch: Watch = Field(default_factory=Watch, description="Guidance whose updates matter.")
    checks: Checks = Field(default_factory=Checks, description="Which checks are asked.")
    wording: Wording = Field(default_factory=Wording, description="Labels that your pages use.")
    directory: Directory = Field(default_factory=Directory, description="The directory of owners.")
    state: State = Field(default_factory=State, description="Where the state is kept.")
    health: Health = Field(default_factory=Health, description="For whoever is on call.")
    report: Report = Field(default_factory=Report, description="The report page.")


KINDS: Final = (*DateKind, "contact")
