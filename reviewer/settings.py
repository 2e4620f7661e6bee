"""What an organisation may choose, as frozen dataclasses with the defaults. ``config.py`` fills them from TOML.

Core: imports the nouns only, so that checks, ledger and digest can be handed their figures as arguments.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from reviewer.model import Mailbox, Owner

BRANDS = ("plain", "nhs", "govuk")
"""The colours of the report page."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who runs this. ``contact`` is Reply-To, stands in the User-Agent, and gets what nobody owns."""

    name: str = "Your organisation"
    contact: Mailbox | None = None
    timezone: str = "Europe/London"
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Timetable:
    """When to check and when to send: cron lines with named weekdays. ``skip`` names days that are not working days."""

    check: str = "0 6 * * mon-fri"
    digest: str = "0 8 * * mon"
    skip: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Email:
    """How mail leaves. ``via`` is ``folder:PATH`` or ``smtp://host:port`` or ``smtps://host:port``.

    ``tls``: ``required`` (default), or ``none`` for a trusted relay on this machine. ``password`` comes from
    ``REVIEWER_SMTP_PASSWORD`` or ``REVIEWER_SMTP_PASSWORD_FILE`` only, never from the file.
    ``surge`` and ``surge_extra``: more than surge x the last period + surge_extra messages are held for a person.
    """

    sender: Mailbox | None = None
    via: str = "folder:outbox"
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    tls: str = "required"
    admin: Mailbox | None = None
    surge: float = 3.0
    surge_extra: int = 20
    templates: str | None = None
    list_id: str | None = None
    report_url: str | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """How hard one host is asked: connections at once, and requests a second (0: no limit)."""

    connections: int = 2
    per_second: float = 2.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one fetch and one crawl: seconds, bytes, counts."""

    total_seconds: float = 20.0
    dns_seconds: float = 5.0
    connect_seconds: float = 8.0
    addresses: int = 4
    hops: int = 20
    page_bytes: int = 1024 * 1024
    document_bytes: int = 20 * 1024 * 1024
    link_bytes: int = 64 * 1024
    robots_bytes: int = 500 * 1024
    header_bytes: int = 64 * 1024
    headers: int = 1000
    url_characters: int = 2048
    links_per_page: int = 2000
    pages_per_site: int = 2000
    depth: int = 10
    parse_seconds: float = 10.0
    parse_bytes: int = 512 * 1024 * 1024
    variants: int = 20


@dataclass(frozen=True, slots=True)
class Network:
    """The door's settings. ``allow`` names internal hosts or networks that may be reached; ``ports`` are ranges (first, last), and
    ``allow_ports`` further ones (entry, first, last) for what one entry of ``allow`` covers alone.

    ``pace`` holds for hosts of others, ``own_pace`` for our own and for those that ``allow`` names: an exact name, or an internal address
    within an allowed network; one that answers 429 or 503 is slowed down all the same. ``paces`` maps a host to its own pace, above both.
    ``credentials`` maps one exact https origin to (user, password).
    ``canaries`` are well-known addresses that answer whenever our own network works. ``trusted_hours``: how long a good answer of
    another site is believed.
    """

    allow: tuple[str, ...] = ()
    ports: tuple[tuple[int, int], ...] = ((80, 80), (443, 443))
    allow_ports: tuple[tuple[str, int, int], ...] = ()
    proxy: str | None = field(default=None, repr=False)
    transport: str = "aiohttp"
    connections: int = 128
    pace: Pace = Pace()
    own_pace: Pace = Pace(8, 0.0)
    paces: tuple[tuple[str, Pace], ...] = ()
    credentials: tuple[tuple[str, tuple[str, str]], ...] = field(default=(), repr=False)
    robots_for_links: bool = False
    canaries: tuple[str, ...] = ()
    trusted_hours: float = 20.0
    ask_archive: bool = False
    ca_file: str | None = None
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True)
class Remind:
    """When a review date is told: days before it, then every ``overdue`` days after it; to the manager after N digests."""

    before: tuple[int, ...] = (30, 7)
    overdue: int = 30
    other: int = 30
    escalate_after: int = 3
    coming_days: int = 90


@dataclass(frozen=True, slots=True)
class Patience:
    """Doubt before blame: how often and how long a fault is seen before an owner hears of it."""

    looks: int = 3
    runs: int = 2
    hours: float = 24.0
    gone_looks: int = 2
    slow_days: float = 7.0
    flaps: int = 3
    flap_days: float = 30.0
    lost_dates: float = 0.2
    host_share: float = 0.5
    host_least: int = 5


@dataclass(frozen=True, slots=True)
class Every:
    """A review period: "12 months", "2 years", "90 days"."""

    months: int = 0
    days: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class LinkRule:
    """A link that is left alone: a glob on its URL, why, who said so, and until when."""

    pattern: str
    reason: str
    by: str = ""
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a site with an owner of its own. ``path`` is a glob on the URL's path."""

    path: str
    owner: str


@dataclass(frozen=True, slots=True)
class Site:
    """Somewhere we are asked to look. ``owner`` is a name or e-mail in the directory (config adds mailboxes to it).

    ``within``: globs on the path (empty: the folder of each start page's host, whole host). ``date_order`` is ``dmy`` or ``mdy``.
    """

    name: str
    start: tuple[str, ...]
    within: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    owner: str | None = None
    areas: tuple[Area, ...] = ()
    review_every: Every | None = None
    date_order: str = "dmy"
    language: str | None = None
    sitemap: bool = True
    follow: bool = True
    documents: bool = True
    links: bool = True
    max_pages: int | None = None
    max_depth: int | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """Labels that a user adds to those of the house: (kind, label) with kind a DateKind's value or ``contact``."""

    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Directory:
    """The owners. Names, aliases, teams and addresses are matched without case; addresses are unique.

    ``columns``: which column of an export was taken for what (what it holds, its name); ``warnings``: what is wrong with the file and stops
    nobody, each a sentence for the admin.
    """

    owners: tuple[Owner, ...] = field(default=(), hash=False)  # the key of an index that is asked for often: rows are not hashed each time
    columns: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()

    def as_of(self, today: dt.date) -> Directory:
        """The directory on a day: those whose last day is past have left."""
        gone = [owner.leaves is not None and owner.leaves < today and not owner.left for owner in self.owners]
        if not any(gone):
            return self
        return replace(self, owners=tuple(replace(owner, left=owner.left or past) for owner, past in zip(self.owners, gone, strict=True)))


@dataclass(frozen=True, slots=True)
class State:
    """Where the state is kept: a path of a SQLite file or a ``postgresql://`` URL; how long history is kept, in days."""

    at: str = field(default="reviewer.sqlite3", repr=False)
    keep_days: int = 730


@dataclass(frozen=True, slots=True)
class Watching:
    """Ports and pings for whoever is on call; everything off by default."""

    port: int | None = None
    address: str = "127.0.0.1"
    ping: str | None = field(default=None, repr=False)
    max_age_hours: float = 50.0


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that was configured. ``origin`` maps a dotted key to where its value came from (file:line, environment, default),
    ``values`` to the value as it was written, without secrets."""

    organisation: Organisation = Organisation()
    timetable: Timetable = Timetable()
    email: Email = Email()
    network: Network = Network()
    remind: Remind = Remind()
    patience: Patience = Patience()
    sites: tuple[Site, ...] = ()
    directory: Directory = Directory()
    overrides: tuple[tuple[str, str], ...] = ()
    link_rules: tuple[LinkRule, ...] = ()
    watch_targets: tuple[str, ...] = ()
    tell_silent_redirects: bool = False
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    wording: Wording = Wording()
    state: State = State()
    watching: Watching = Watching()
    report_folder: str = "report"
    brand: str = "plain"
    path: str | None = None
    origin: tuple[tuple[str, str], ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()

    def as_of(self, today: dt.date) -> Config:
        """The config on a day: the directory knows who has left by then."""
        return replace(self, directory=self.directory.as_of(today))

    def site(self, name: str | None) -> Site | None:
        """The site of that name, None when there is none."""
        return next((site for site in self.sites if site.name == name), None)
