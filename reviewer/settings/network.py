"""What may be reached, how politely, and within which bounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from annotated_types import Ge, Gt, Le

from reviewer.settings.kinds import Choice, Key, Text, TextKind, Web

Connections = Annotated[int, Ge(1), Le(256), "Connections at once."]
PerSecond = Annotated[float, Ge(0), Le(10_000), "Requests a second; 0 for no limit."]


@dataclass(frozen=True, slots=True)
class Pace:
    """How hard one host is asked."""

    connections: Connections = 2
    per_second: PerSecond = 2.0


@dataclass(frozen=True, slots=True)
class FormLogin:
    """A form on one origin that lets a person in: where it stands, CSS selectors of what is filled in and pressed, and with what."""

    name: str
    origin: str
    page: str
    user_field: str
    password_field: str
    submit: str
    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one fetch and one crawl. They can be lowered, and raised with a warning."""

    total_seconds: Annotated[float, Gt(0), Le(600), "Seconds for one address in all, its redirects included."] = 20.0
    dns_seconds: Annotated[float, Gt(0), Le(60), "Seconds to find a host's addresses."] = 5.0
    connect_seconds: Annotated[float, Gt(0), Le(60), "Seconds to connect, over all addresses tried."] = 8.0
    addresses: Annotated[int, Ge(1), Le(32), "How many addresses of one host are tried."] = 4
    hops: Annotated[int, Ge(0), Le(50), "Redirects that are followed."] = 20
    page_bytes: Annotated[int, Ge(1024), Le(2**28), "Bytes of one page, unpacked."] = 1024 * 1024
    document_bytes: Annotated[int, Ge(1024), Le(2**30), "Bytes of one PDF or Word file."] = 20 * 1024 * 1024
    link_bytes: Annotated[int, Ge(1024), Le(2**28), "Bytes that are read to judge a link to another site."] = 64 * 1024
    target_bytes: Annotated[int, Ge(0), Le(2**28), "Bytes of a PDF of another site that are read for what it says of itself; 0: none."] = (
        2 * 1024 * 1024
    )
    target_documents: Annotated[int, Ge(0), Le(100_000), "How many such PDFs are read in one look."] = 100
    robots_bytes: Annotated[int, Ge(1024), Le(2**24), "Bytes of robots.txt (RFC 9309 asks for at least 500 KiB)."] = 500 * 1024
    header_bytes: Annotated[int, Ge(1024), Le(2**24), "Bytes of an answer's headers."] = 64 * 1024
    headers: Annotated[int, Ge(10), Le(100_000), "Number of an answer's headers."] = 1000
    url_characters: Annotated[int, Ge(100), Le(65_536), "Characters of an address."] = 2048
    links_per_page: Annotated[int, Ge(1), Le(1_000_000), "Links that are read from one page."] = 2000
    pages_per_site: Annotated[int, Ge(1), Le(10_000_000), "Pages of one site."] = 2000
    depth: Annotated[int, Ge(0), Le(1000), "Clicks from a start page."] = 10
    parse_seconds: Annotated[float, Gt(0), Le(600), "CPU seconds to read one page."] = 10.0
    parse_bytes: Annotated[int, Ge(2**26), Le(2**36), "Memory of the process that reads pages."] = 512 * 1024 * 1024
    browser_seconds: Annotated[float, Gt(0), Le(600), "Seconds to show one page in a browser, where a site has one."] = 20.0
    browser_bytes: Annotated[int, Ge(2**27), Le(2**36), "Memory of one page in a browser."] = 512 * 1024 * 1024
    variants: Annotated[int, Ge(1), Le(100_000), "Addresses of one path that differ in their query only."] = 20


@dataclass(frozen=True, slots=True)
class Network:
    """What may be reached, and how politely.

    ``ports`` are ranges (first, last), and ``allow_ports`` further ones (entry, first, last) for what one entry of ``allow`` covers alone.
    ``pace`` holds for hosts of others, ``own_pace`` for our own and for those that ``allow`` names: an exact name, or an internal address
    within an allowed network; one that answers 429 or 503 is slowed down all the same. ``paces`` maps a host to its own pace, above both.
    ``credentials`` maps one exact https origin to (user, password), ``logins`` are forms that are filled in once a run.
    """

    allow: Annotated[
        tuple[Annotated[str, TextKind.REACHABLE], ...],
        "Internal hosts or networks that may be reached, as in `intranet.example.org`, `10.20.0.0/16`. Others are refused.",
    ] = ()
    ports: Annotated[
        tuple[Annotated[tuple[int, int], TextKind.PORTS], ...],
        "Ports that may be reached: numbers, or ranges such as `8000-8999`. Those of start pages may be reached anyway.",
    ] = ((80, 80), (443, 443))
    allow_ports: tuple[tuple[str, int, int], ...] = ()
    proxy: Annotated[Web | None, "An http proxy without password; with one: REVIEWER_PROXY or REVIEWER_PROXY_FILE."] = field(
        default=None, repr=False
    )
    transport: Annotated[str, Choice(("own", "httpx"), "transport"), "What speaks HTTP: `own`, or `httpx` (slower)."] = "own"
    connections: Annotated[int, Ge(1), Le(1024), "Connections at once, over all hosts."] = 128
    pace: Annotated[Pace, "How hard the hosts of others are asked."] = Pace()
    own_pace: Annotated[
        Pace,
        "How hard the hosts of your own sites are asked, and those that `allow` names: exact names, and addresses in its networks.",
    ] = Pace(8, 0.0)
    paces: tuple[tuple[str, Pace], ...] = ()
    credentials: tuple[tuple[str, tuple[str, str]], ...] = field(default=(), repr=False)
    logins: tuple[FormLogin, ...] = ()
    robots_for_links: Annotated[bool, "Ask robots.txt also before a single look at a link to another site. Pages always ask it."] = False
    canaries: Annotated[
        tuple[Web, ...],
        Key("well_known"),
        "Addresses that answer whenever your own network works. When none does, nobody is blamed.",
    ] = ()
    trusted_hours: Annotated[
        float, Ge(0), Le(24 * 90), "Hours for which a good answer of another site is believed; 0 asks in every run."
    ] = 20.0
    ask_archive: Annotated[bool, "Ask web.archive.org for a copy of what is broken, to suggest it."] = False
    ca_file: Annotated[Text | None, "A file of extra certificate authorities (PEM), beside this file."] = None
    limits: Annotated[Limits, "Bounds of one fetch and one crawl."] = Limits()
