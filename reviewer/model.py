"""All nouns of the product, as frozen dataclasses. Imports nothing of ours.

The flow (DESIGN section 3) hands these values from room to room::

    bytes -> Page (facts) -> Visit (for each link) -> Finding -> Issue -> Digest -> Message

An outcome is a type, never a string: ``Visit`` and ``Fetched`` are closed unions, to be taken apart with ``match``.
"""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import Final

# --- dates with a precision --------------------------------------------------------------------------------------


class Precision(StrEnum):
    """How exactly a page states a date."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"


SEASONS: Final = ("spring", "summer", "autumn", "winter")
"""Meteorological seasons: spring is March to May, winter is December to the end of February of the next year."""

_ISO = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4])|(spring|summer|autumn|winter)))?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as exactly as it was stated: a day, a month, a quarter, a season or a year.

    ``str()`` gives the machine form (``2024-05-31``, ``2024-05``, ``2024-Q3``, ``2025-summer``, ``2024``) and
    ``PartialDate.parse`` reads it back. Raises ``ValueError`` for a date that no calendar has.
    """

    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    season: str | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar has."""
        if sum(x is not None for x in (self.month, self.quarter, self.season)) > 1:
            raise ValueError("a date has a month, a quarter or a season, not two of them")
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        if self.quarter is not None and self.quarter not in range(1, 5):
            raise ValueError(f"no such quarter: {self.quarter}")
        if self.season is not None and self.season not in SEASONS:
            raise ValueError(f"no such season: {self.season}")
        dt.date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read the machine form; raises ``ValueError`` for anything else."""
        found = _ISO.fullmatch(text)
        if not found:
            raise ValueError(f"not a date in machine form: {text!r}")
        year, month, day, quarter, season = found.groups()
        return cls(
            int(year),
            int(month) if month else None,
            int(day) if day else None,
            int(quarter) if quarter else None,
            season,
        )

    @classmethod
    def of(cls, day: dt.date) -> PartialDate:
        """The exact day."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """How exact it is."""
        if self.day is not None:
            return Precision.DAY
        if self.month is not None:
            return Precision.MONTH
        if self.quarter is not None:
            return Precision.QUARTER
        if self.season is not None:
            return Precision.SEASON
        return Precision.YEAR

    @property
    def first(self) -> dt.date:
        """The first day of the period."""
        if self.quarter is not None:
            return dt.date(self.year, 3 * self.quarter - 2, 1)
        if self.season is not None:
            return dt.date(self.year, 3 * SEASONS.index(self.season) + 3, 1)
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def by(self) -> dt.date:
        """The last day of the period; overdue begins the day after."""
        if self.day is not None:
            return self.first
        months = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.SEASON: 3}.get(self.precision, 12)
        last = self.first.month - 1 + months - 1
        year, month = self.year + last // 12, last % 12 + 1
        return dt.date(year, month, calendar.monthrange(year, month)[1])

    def __str__(self) -> str:
        """The machine form."""
        text = f"{self.year:04d}"
        if self.season is not None:
            return f"{text}-{self.season}"
        if self.quarter is not None:
            return f"{text}-Q{self.quarter}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text


# --- what a page says --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a page: the nearest heading above, and the line in the source (1 is the first), when known."""

    heading: str | None = None
    line: int | None = None


NOWHERE: Final = Place()


class DateKind(StrEnum):
    """What a date on a page is about."""

    DUE = "due"
    LAST_REVIEWED = "last_reviewed"
    UPDATED = "updated"
    PUBLISHED = "published"
    EXPIRES = "expires"


class Basis(StrEnum):
    """Whether the page states the date, or a start and a period that give it."""

    STATED = "stated"
    COMPUTED = "computed"


class Source(StrEnum):
    """Where a claim was found, strongest first."""

    TEXT = "text"
    TIME = "time"
    JSON_LD = "json_ld"
    META = "meta"
    PROPERTIES = "properties"


@dataclass(frozen=True, slots=True)
class DateClaim:
    """A date that the page states about itself, with its words.

    ``ambiguous`` means that day and month could not be told apart by the page; ``other`` is then the other reading.
    """

    kind: DateKind
    date: PartialDate
    quote: str
    place: Place = NOWHERE
    basis: Basis = Basis.STATED
    source: Source = Source.TEXT
    ambiguous: bool = False
    other: PartialDate | None = None


class PeriodKind(StrEnum):
    """A period that a page speaks of, or something it promises by a date."""

    YEAR_RANGE = "year_range"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Period:
    """A year range ("2023-24") or a promise ("by March 2023"). ``end`` is its last day, None when it has none
    ("available soon"). ``historical``: the page speaks of it as the past, so it is never told."""

    kind: PeriodKind
    quote: str
    end: dt.date | None
    historical: bool = False
    place: Place = NOWHERE


class ContactKind(StrEnum):
    """What a named contact is."""

    PERSON = "person"
    TEAM = "team"
    ROLE = "role"
    EMAIL = "email"
    PHONE = "phone"
    SLACK = "slack"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody whom the page names as its contact, owner, lead, author or maintainer."""

    kind: ContactKind
    value: str
    quote: str
    place: Place = NOWHERE


class GapKind(StrEnum):
    """Something announced that is not there, or a value that cannot be."""

    MISSING_LIST = "missing_list"
    MISSING_ADDRESS = "missing_address"
    MISSING_MEDIA = "missing_media"
    LABEL_WITHOUT_VALUE = "label_without_value"
    PLACEHOLDER = "placeholder"
    IMPOSSIBLE_DATE = "impossible_date"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something announced that is not there."""

    kind: GapKind
    quote: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Banner:
    """The page says of itself that it is under review or overdue."""

    quote: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Superseded:
    """The page says of itself that it was replaced, withdrawn or archived; ``by`` is what replaces it, in the
    page's words, ``url`` its address, when given."""

    quote: str
    by: str | None = None
    url: str | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a register with a date of its own: kept, but not the page's date."""

    words: str
    kind: DateKind
    date: PartialDate
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Extra:
    """A fact of a kind that the house does not know: what a reader of a third party returns."""

    kind: str
    value: str
    quote: str
    place: Place = NOWHERE


class Region(StrEnum):
    """The part of a page that something stands in."""

    MAIN = "main"
    HEADER = "header"
    NAV = "nav"
    FOOTER = "footer"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Link:
    """One reference on a page.

    ``href`` is as written, ``url`` is as a browser resolves it (fragment included), None when a browser cannot.
    ``fault`` says in one word (a ``Reason``) what is wrong with the address itself, before anything is visited, and
    ``meant`` the probable right address. ``words`` is the link text (or alt text), ``element`` the tag's name.
    """

    href: str
    url: str | None
    element: str = "a"
    attribute: str = "href"
    words: str = ""
    place: Place = NOWHERE
    region: Region = Region.MAIN
    fault: str | None = None
    meant: str | None = None


Fact = DateClaim | Period | Contact | Gap | Banner | Superseded | Item | Extra | Link
"""What a reader may return."""


class PageState(StrEnum):
    """``read``, or why a page could not be read."""

    READ = "read"
    UNREACHABLE = "unreachable"
    NOT_FOUND = "not_found"
    FORBIDDEN = "forbidden"
    ROBOTS = "robots"
    WAITING = "waiting"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    NOT_HTML = "not_html"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    SKIPPED = "skipped"
    FAILED = "failed"


SHEET: Final = "text/css"
"""The content type of a style sheet."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was read at one address: facts only, no HTML. Knows nothing of today's date.

    ``url`` is the final address. ``claims`` holds the dates that are the page's own, the chosen one of each kind first;
    two due dates in ``claims`` are a conflict. ``fingerprint`` is a hash of the main text without its dates.
    ``trouble`` is a sentence for the admin when ``state`` is not ``read``.
    """

    url: str
    state: PageState = PageState.READ
    title: str = ""
    lang: str | None = None
    content_type: str = "text/html"
    claims: tuple[DateClaim, ...] = ()
    banner: Banner | None = None
    superseded: Superseded | None = None
    periods: tuple[Period, ...] = ()
    contacts: tuple[Contact, ...] = ()
    gaps: tuple[Gap, ...] = ()
    items: tuple[Item, ...] = ()
    extras: tuple[Extra, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    fingerprint: str = ""
    trouble: str | None = None

    @property
    def sheet(self) -> bool:
        """Whether it is a style sheet: nobody reads it, it has no date and no owner of its own, and only its links are judged."""
        return self.content_type == SHEET

    def claim(self, kind: DateKind) -> DateClaim | None:
        """The page's date of that kind, or None."""
        return next((claim for claim in self.claims if claim.kind is kind), None)


# --- what the network said ---------------------------------------------------------------------------------------


class Reason(StrEnum):
    """Why a visit came out as it did. Stable: reports, state and users' rules name it. Words: ``reasons.py``."""

    OK = "ok"
    # moved
    PERMANENT_REDIRECT = "permanent_redirect"
    # broken
    NOT_FOUND = "not_found"
    GONE = "gone"
    BAD_ADDRESS = "bad_address"
    HOST_NOT_FOUND = "host_not_found"
    REFUSED = "refused"
    RESET = "reset"
    REDIRECT_LOOP = "redirect_loop"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    REDIRECT_TO_BROKEN = "redirect_to_broken"
    CERTIFICATE = "certificate"
    SERVER_ERROR = "server_error"
    MISSING_ANCHOR = "missing_anchor"
    SOFT_404 = "soft_404"
    PARKED_DOMAIN = "parked_domain"
    BAD_MAIL = "bad_mail"
    BAD_PHONE = "bad_phone"
    CLIENT_ERROR = "client_error"
    # unsure
    BOT_WALL = "bot_wall"
    FORBIDDEN = "forbidden"
    LOGIN = "login"
    RATE_LIMITED = "rate_limited"
    TIMEOUT = "timeout"
    SERVER_BUSY = "server_busy"
    TLS_CHAIN = "tls_chain"
    TLS_FAILED = "tls_failed"
    ROBOTS = "robots"
    ROBOTS_UNKNOWN = "robots_unknown"
    PROTOCOL_ERROR = "protocol_error"
    BLOCKED_ADDRESS = "blocked_address"
    HOST_DOWN = "host_down"
    TOO_LARGE = "too_large"
    INTERRUPTED = "interrupted"
    # skipped
    OTHER_SCHEME = "other_scheme"
    RULE = "rule"
    LEAVE_ALONE = "leave_alone"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect: who answered, with which status, to where."""

    url: str
    status: int
    to: str

    @property
    def permanent(self) -> bool:
        """301 and 308 (RFC 9110, 15.4); a meta refresh of 0 seconds is recorded as 308."""
        return self.status in {301, 308}


@dataclass(frozen=True, slots=True)
class Answer:
    """A final answer over HTTP, after redirects. ``headers`` are in order, names in lower case. ``cut``: the body was
    longer than the cap, ``body`` is its decoded beginning. ``seconds`` is wall time, redirects included."""

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    cut: bool = False
    hops: tuple[Hop, ...] = ()
    method: str = "GET"
    seconds: float = 0.0

    def header(self, name: str) -> str | None:
        """The first header of that name (lower case), or None."""
        return next((value for key, value in self.headers if key == name), None)

    @property
    def media_type(self) -> str:
        """Its content type without parameters, in lower case; empty when it names none."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()


class Flaw(StrEnum):
    """What a certificate shows that no browser accepts (RFC 5280, 6.1; RFC 9525)."""

    EXPIRED = "expired"
    NOT_YET = "not_valid_yet"
    WRONG_HOST = "wrong_host"
    SELF_SIGNED = "self_signed"


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a server's certificate says of itself, after its TLS could not be trusted: nobody vouches for it (docs/decisions/0009).

    ``flaws`` is all that is wrong with it by itself. None and empty: it could not be read. Texts are short and harmless. ``names`` are
    the first of those that it is made out to, ``more_names`` counts the rest. ``completable``: it says where its issuer's is to be had.
    """

    flaws: tuple[Flaw, ...] = ()
    not_before: dt.datetime | None = None
    not_after: dt.datetime | None = None
    names: tuple[str, ...] = ()
    more_names: int = 0
    issuer: str | None = None
    completable: bool = False


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """No final answer: ``reason`` says why in one word, ``detail`` in a sentence. ``retry_after`` in seconds. ``certificate`` is what the
    server showed, where that was the reason and a second handshake came about."""

    url: str
    final_url: str
    reason: Reason
    detail: str = ""
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    retry_after: float | None = None
    seconds: float = 0.0
    certificate: Certificate | None = None


Fetched = Answer | NoAnswer


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a verdict rests on."""

    status: int | None = None
    hops: tuple[Hop, ...] = ()
    final_url: str | None = None
    title: str | None = None
    detail: str | None = None
    certificate: Certificate | None = None


NO_EVIDENCE: Final = Evidence()


@dataclass(frozen=True, slots=True)
class Works:
    """The link leads to what it says. ``superseded`` and ``updated`` are what the target says about itself."""

    url: str
    evidence: Evidence = NO_EVIDENCE
    superseded: Superseded | None = None
    updated: PartialDate | None = None
    anchors: frozenset[str] | None = None
    verdict: str = field(default="works", init=False)
    reason: Reason = field(default=Reason.OK, init=False)


@dataclass(frozen=True, slots=True)
class Moved:
    """Permanently elsewhere: ``to`` is the address to paste."""

    url: str
    to: str
    evidence: Evidence = NO_EVIDENCE
    superseded: Superseded | None = None
    updated: PartialDate | None = None
    anchors: frozenset[str] | None = None
    verdict: str = field(default="moved", init=False)
    reason: Reason = field(default=Reason.PERMANENT_REDIRECT, init=False)


@dataclass(frozen=True, slots=True)
class Broken:
    """Dead, as far as this look can tell. ``suggestion`` is a better address, when one is known. ``certain`` is False when
    only more looks over days can make it so."""

    url: str
    reason: Reason
    evidence: Evidence = NO_EVIDENCE
    suggestion: str | None = None
    certain: bool = True
    verdict: str = field(default="broken", init=False)


@dataclass(frozen=True, slots=True)
class Unsure:
    """Nobody can judge it from here: a person has to look. Never told as broken. ``until``: its server asked not to be asked before."""

    url: str
    reason: Reason
    evidence: Evidence = NO_EVIDENCE
    retry_after: float | None = None
    until: dt.datetime | None = None
    verdict: str = field(default="unsure", init=False)

    @property
    def waits(self) -> bool:
        """Whether it was not asked in this look, because its server had asked for time: it proves nothing, and is no further look."""
        return self.until is not None and self.reason is Reason.RATE_LIMITED and self.evidence.status is None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Not visited, on purpose. ``why`` is the rule's reason, in the words of whoever made it."""

    url: str
    reason: Reason
    why: str = ""
    verdict: str = field(default="skipped", init=False)


Visit = Works | Moved | Broken | Unsure | Skipped


@dataclass(frozen=True, slots=True)
class Known:
    """What the state remembers of a page, so that an unchanged page is not parsed again. ``body_hash`` is SHA-256 in hexadecimal."""

    page: Page
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None

    @property
    def conditions(self) -> tuple[tuple[str, str], ...]:
        """The headers that ask only for what has changed (RFC 9110, 13)."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return tuple((name, value) for name, value in pairs if value)


@dataclass(frozen=True, slots=True)
class Looked:
    """One look at all sites: what the crawl read and what the visits said.

    ``pages`` is keyed by the page's final URL; pages that could not be read are there too, with their state. ``site_of`` maps a page's
    URL to its site's name. ``visits`` is keyed by the link's URL without fragment (``mailto:`` and ``tel:`` whole).
    ``known`` holds what to remember of the pages that were read. ``notes`` are sentences for the admin (an endless calendar was cut, ...),
    ``incomplete`` says which sites could not be read and why. ``interrupted``: a person stopped the look; the rest is missing.
    """

    pages: Mapping[str, Page]
    site_of: Mapping[str, str]
    visits: Mapping[str, Visit]
    known: Mapping[str, Known] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    interrupted: bool = False


# --- what is worth telling ---------------------------------------------------------------------------------------


class Severity(IntEnum):
    """How much it matters, in rising order; ``--fail-on`` compares them."""

    NOTE = 1
    SOON = 2
    PROBLEM = 3
    URGENT = 4

    @property
    def word(self) -> str:
        """The lower-case name that machine output uses."""
        return self.name.lower()


class Audience(StrEnum):
    """Who can act on a finding: the page's owner, the owner of the site's template, or the site admin."""

    OWNER = "owner"
    TEMPLATE = "template"
    ADMIN = "admin"


class Doubt(StrEnum):
    """How often a finding must be seen before an owner is told (figures: ``settings.Patience``)."""

    NONE = "none"
    GONE = "gone"
    BROKEN = "broken"
    SLOW = "slow"
    NEVER = "never"


@lru_cache(maxsize=2**16)
def finding_id(check: str, page: str, subject: str) -> str:
    """The stable id of a finding: 16 hexadecimal digits of a hash of check, page and subject. Sorting asks for it again and again."""
    return hashlib.sha256(f"{check}\x00{page}\x00{subject}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer of a check worth telling.

    ``subject`` tells two findings of one check on one page apart and is stable over runs (a link's URL, a quote): never
    a count, a date of today or a line number. ``says`` and ``fix`` are sentences for the owner. ``due`` is the day that
    the finding is about (reminders and the calendar use it). ``suggestion`` is an address to paste. ``reason`` is a Reason's value
    for links, or a word of the check (``overdue``, ``due_soon``, ``no_date`` ...).
    """

    check: str
    page: str
    subject: str
    severity: Severity
    says: str
    fix: str
    quote: str = ""
    place: Place = NOWHERE
    audience: Audience = Audience.OWNER
    doubt: Doubt = Doubt.NONE
    reason: str = ""
    due: dt.date | None = None
    suggestion: str | None = None

    @property
    def id(self) -> str:
        """The stable id."""
        return finding_id(self.check, self.page, self.subject)


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


# --- who is told -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name and an address, as in "Web team <web.team@example.nhs.uk>"."""

    name: str
    email: str

    def __str__(self) -> str:
        """The form people write."""
        return f"{self.name} <{self.email}>" if self.name else self.email


@dataclass(frozen=True, slots=True)
class Owner:
    """A named contact in the directory. ``left``: no longer here, never mailed."""

    name: str
    email: str
    aliases: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    manager: str | None = None
    away_until: dt.date | None = None
    cover: str | None = None
    left: bool = False

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


Match = Matched | Ambiguous | Departed | Unknown


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is told, and why that person, as the end of the sentence "You get this because ..."."""

    owner: Owner
    why: str


# --- what is sent ------------------------------------------------------------------------------------------------


class Change(StrEnum):
    """Why an item stands in this digest."""

    NEW = "new"
    STILL = "still"
    FIXED = "fixed"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class DigestItem:
    """One issue in a digest, and why now. ``since`` is the day on which its owner was first told, in the organisation's zone."""

    issue: Issue
    change: Change
    since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DigestPage:
    """One page in a digest, with its items, most urgent first. ``more`` counts the items beyond the cap; ``lang`` is the title's."""

    url: str
    title: str
    items: tuple[DigestItem, ...]
    more: int = 0
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """What one owner is told for one period. ``period`` is the digest's date in the organisation's zone (ISO).

    ``more`` counts the pages beyond the cap, ``overdue`` the pages with an overdue review, those beyond the cap too. ``escalated_from``
    is the owner for whom a manager gets this.
    """

    period: str
    owner: Owner
    why: tuple[str, ...]
    pages: tuple[DigestPage, ...]
    fixed: tuple[DigestPage, ...] = ()
    coming: tuple[DigestPage, ...] = ()
    more: int = 0
    escalated_from: Owner | None = None
    checked: dt.date | None = None
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class Message:
    """A digest written down as bytes. ``key`` is (period, owner's e-mail) joined by a slash: the same key is never sent twice.

    ``payload`` is the whole message (RFC 5322, CRLF); ``html`` and ``text`` are its bodies for previews.
    """

    key: str
    message_id: str
    to: Mailbox
    sender: Mailbox
    subject: str
    payload: bytes
    text: str
    html: str


class LetterState(StrEnum):
    """prepared -> sending -> committing -> sent, or deferred, refused, held. ``committing`` is on disk before the payload leaves."""

    PREPARED = "prepared"
    SENDING = "sending"
    COMMITTING = "committing"
    SENT = "sent"
    DEFERRED = "deferred"
    REFUSED = "refused"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Letter:
    """A message in the outbox. ``attempts`` counts the answers that put it off, ``repeats`` how often it was sent again because nobody
    could know whether it had arrived. ``says`` is what the mail server or we said last. ``preview``: written for a folder, not to leave."""

    message: Message
    period: str
    state: LetterState
    prepared: dt.datetime
    changed: dt.datetime
    attempts: int = 0
    repeats: int = 0
    next_try: dt.datetime | None = None
    says: str = ""
    preview: bool = False
