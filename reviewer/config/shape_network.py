"""The form of ``[network]``: what may be reached, how politely, and within which bounds."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import ConfigDict, Field

from reviewer import settings
from reviewer.config import values
from reviewer.config.kinds import Flag, Host, Number, Origin, Ports, Reachable, Table, Text, Web, Whole, choice, text

TRANSPORTS: Final = ("aiohttp", "httpx")


class Pace(Table):
    """How hard one host is asked."""

    connections: Whole = Field(default=settings.Pace().connections, ge=1, le=256, description="Connections at once.")
    per_second: Number = Field(default=settings.Pace().per_second, ge=0, le=10_000, description="Requests a second; 0 for no limit.")


class OwnPace(Table):
    """How hard the hosts of your own sites are asked, and those that `allow` names: exact names, and addresses in its networks."""

    connections: Whole = Field(default=settings.Network().own_pace.connections, ge=1, le=256, description="Connections at once.")
    per_second: Number = Field(
        default=settings.Network().own_pace.per_second, ge=0, le=10_000, description="Requests a second; 0 for no limit."
    )


class HostPace(Table):
    """The pace of one host."""

    model_config = ConfigDict(json_schema_extra={"required": ["name"]})
    name: Host | None = Field(default=None, description="Needed. The host's name.")
    connections: Whole = Field(default=settings.Pace().connections, ge=1, le=256, description="Connections at once.")
    per_second: Number = Field(default=settings.Pace().per_second, ge=0, le=10_000, description="Requests a second; 0 for no limit.")


class Login(Table):
    """User name and password for one exact https origin. The password comes from REVIEWER_LOGIN_NAME or REVIEWER_LOGIN_NAME_FILE."""

    model_config = ConfigDict(json_schema_extra={"required": ["name", "origin", "user"]})
    name: Annotated[str, *text(values.short_name, "staging", pattern="^[a-z][a-z0-9_]*$")] | None = Field(
        default=None,
        description=("Needed. A short name; `staging` reads the password from REVIEWER_LOGIN_STAGING or REVIEWER_LOGIN_STAGING_FILE."),
    )
    origin: Origin | None = Field(default=None, description="Needed. The one origin that is sent the password; it never leaves it.")
    user: Text | None = Field(default=None, description="Needed. The user name.")


_LIMITS: Final = settings.Limits()


class Limits(Table):
    """Bounds of one fetch and one crawl. They can be lowered, and raised with a warning."""

    total_seconds: Number = Field(
        default=_LIMITS.total_seconds, gt=0, le=600, description="Seconds for one address in all, its redirects included."
    )
    dns_seconds: Number = Field(default=_LIMITS.dns_seconds, gt=0, le=60, description="Seconds to find a host's addresses.")
    connect_seconds: Number = Field(
        default=_LIMITS.connect_seconds, gt=0, le=60, description="Seconds to connect, over all addresses tried."
    )
    addresses: Whole = Field(default=_LIMITS.addresses, ge=1, le=32, description="How many addresses of one host are tried.")
    hops: Whole = Field(default=_LIMITS.hops, ge=0, le=50, description="Redirects that are followed.")
    page_bytes: Whole = Field(default=_LIMITS.page_bytes, ge=1024, le=2**28, description="Bytes of one page, unpacked.")
    document_bytes: Whole = Field(default=_LIMITS.document_bytes, ge=1024, le=2**30, description="Bytes of one PDF or Word file.")
    link_bytes: Whole = Field(
        default=_LIMITS.link_bytes, ge=1024, le=2**28, description="Bytes that are read to judge a link to another site."
    )
    robots_bytes: Whole = Field(
        default=_LIMITS.robots_bytes, ge=1024, le=2**24, description="Bytes of robots.txt (RFC 9309 asks for at least 500 KiB)."
    )
    header_bytes: Whole = Field(default=_LIMITS.header_bytes, ge=1024, le=2**24, description="Bytes of an answer's headers.")
    headers: Whole = Field(default=_LIMITS.headers, ge=10, le=100_000, description="Number of an answer's headers.")
    url_characters: Whole = Field(default=_LIMITS.url_characters, ge=100, le=65_536, description="Characters of an address.")
    links_per_page: Whole = Field(default=_LIMITS.links_per_page, ge=1, le=1_000_000, description="Links that are read from one page.")
    pages_per_site: Whole = Field(default=_LIMITS.pages_per_site, ge=1, le=10_000_000, description="Pages of one site.")
    depth: Whole = Field(default=_LIMITS.depth, ge=0, le=1000, description="Clicks from a start page.")
    parse_seconds: Number = Field(default=_LIMITS.parse_seconds, gt=0, le=600, description="CPU seconds to read one page.")
    parse_bytes: Whole = Field(default=_LIMITS.parse_bytes, ge=2**26, le=2**36, description="Memory of the process that reads pages.")
    variants: Whole = Field(
        default=_LIMITS.variants, ge=1, le=100_000, description="Addresses of one path that differ in their query only."
    )


class Network(Table):
    """What may be reached, and how politely."""

    allow: tuple[Reachable, ...] = Field(
        default=(),
        description="Internal hosts or networks that may be reached, as in `intranet.example.org`, `10.20.0.0/16`. Others are refused.",
    )
    ports: tuple[Ports, ...] = Field(
        default_factory=lambda: settings.Network().ports,
        description="Ports that may be reached: numbers, or ranges such as `8000-8999`. Those of start pages may be reached anyway.",
        json_schema_extra={"default": [80, 443]},
    )
    proxy: Web | None = Field(default=None, description="An http proxy without password; with one: REVIEWER_PROXY or REVIEWER_PROXY_FILE.")
    transport: Annotated[str, *choice(TRANSPORTS, "transport")] = Field(
        default=settings.Network().transport, description="The engine under httpx: `aiohttp`, or `httpx` (its own, slower)."
    )
    connections: Whole = Field(default=settings.Network().connections, ge=1, le=1024, description="Connections at once, over all hosts.")
    robots_for_links: Flag = Field(
        default=settings.Network().robots_for_links,
        description="Ask robots.txt also before a single look at a link to another site. Pages always ask it.",
    )
    well_known: tuple[Web, ...] = Field(
        default=settings.Network().canaries,
        description=("Addresses that answer whenever your own network works. When none does, nobody is blamed."),
    )
    trusted_hours: Number = Field(
        default=settings.Network().trusted_hours,
        ge=0,
        le=24 * 90,
        description="Hours for which a good answer of another site is believed; 0 asks in every run.",
    )
    ask_archive: Flag = Field(
        default=settings.Network().ask_archive, description="Ask web.archive.org for a copy of what is broken, to suggest it."
    )
    ca_file: Text | None = Field(default=None, description="A file of extra certificate authorities (PEM), beside this file.")
    pace: Pace = Field(default_factory=Pace, description="How hard the hosts of others are asked.")
    own_pace: OwnPace = Field(default_factory=OwnPace, description="How hard the hosts of your sites, and those in `allow`, are asked.")
    host: tuple[HostPace, ...] = Field(default=(), description="The pace of one host.")
    login: tuple[Login, ...] = Field(default=(), description="Pages of yours behind a password.")
    limits: Limits = Field(default_factory=Limits, description="Bounds of one fetch and one crawl.")
