"""The second look behind a refused certificate: what it tells, where it may go, and that nothing is ever sent over it."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import ssl
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import trustme
from cryptography import x509

from reviewer.fetch import Door
from reviewer.fetch.guard import Blocked, Guard
from reviewer.fetch.names import Names
from reviewer.fetch.tls.second import SecondLook
from reviewer.fetch.within import Pulse
from reviewer.model import Answer, Flaw, NoAnswer, Reason
from reviewer.settings import Limits, Network, Pace
from tests.fetch.certificates import KEY, called, hosts, made, server, showing
from tests.fetch.relay import HOST, Pipe, records, relayed
from tests.origin import Origin, names

pytestmark = pytest.mark.anyio

TRANSPORTS = pytest.mark.parametrize("transport", ["own", "httpx"])
CHANGE_CIPHER, HANDSHAKE, APPLICATION = 20, 22, 23


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """An authority that the door is told to trust."""
    return trustme.CA()


def door(authority: trustme.CA, tmp_path: Path, transport: str = "own", allow: str = "127.0.0.0/8", **more: object) -> Door:
    """A door that trusts the authority and knows one host."""
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    settings = {"ports": ((1, 65535),), "pace": Pace(8, 0.0), "limits": Limits(total_seconds=3.0)} | more
    network = Network(allow=(allow,), transport=transport, ca_file=str(tmp_path / "ca.pem"), **settings)  # type: ignore[arg-type]
    return Door(network, version="1", lookup=names(secure_example="127.0.0.1"))


def expired(authority: trustme.CA, host: str) -> trustme.LeafCert:
    """A certificate that ended on a day in spring."""
    return authority.issue_cert(
        host, not_before=dt.datetime(2025, 12, 3, tzinfo=dt.UTC), not_after=dt.datetime(2026, 3, 3, 12, tzinfo=dt.UTC)
    )


def to_come(authority: trustme.CA) -> trustme.LeafCert:
    """A certificate that begins next week."""
    now = dt.datetime.now(dt.UTC)
    return authority.issue_cert(HOST, not_before=now + dt.timedelta(days=9), not_after=now + dt.timedelta(days=90))


ELSEWHERE = f"made out to other.example, not to {HOST}"
AIA = x509.UniformResourceIdentifier("http://ca.example/issuer.cer")
CASES: dict[str, tuple[Callable[[trustme.CA], ssl.SSLContext], Reason, set[Flaw], str]] = {
    "expired": (
        lambda ca: server(expired(ca, HOST)),
        Reason.CERTIFICATE,
        {Flaw.EXPIRED},
        "the certificate expired on Tuesday 3 March 2026",
    ),
    "not yet": (
        lambda ca: server(to_come(ca)),
        Reason.CERTIFICATE,
        {Flaw.NOT_YET},
        "the certificate is not valid yet, only from ",
    ),
    "wrong host": (lambda ca: server(ca.issue_cert("other.example")), Reason.CERTIFICATE, {Flaw.WRONG_HOST}, ELSEWHERE),
    "expired, wrong host": (
        lambda ca: server(expired(ca, "other.example")),
        Reason.CERTIFICATE,
        {Flaw.EXPIRED, Flaw.WRONG_HOST},
        f"the certificate expired on Tuesday 3 March 2026, and it is {ELSEWHERE}",
    ),
    "self-signed": (
        lambda _: showing(made(*hosts(HOST), subject=called("me"), issuer=called("me"), signed_by=KEY)),
        Reason.CERTIFICATE,
        {Flaw.SELF_SIGNED},
        "the certificate is self-signed",
    ),
    "no intermediate": (
        lambda ca: server(ca.create_child_ca().issue_cert(HOST), chain=False),
        Reason.TLS_CHAIN,
        set(),
        "the server does not send the intermediate certificate of “trustme v1.2.1”, and does not say where it is",
    ),
    "no intermediate, but its place": (
        lambda _: showing(made(*hosts(HOST), issuer_at=[AIA])),
        Reason.TLS_CHAIN,
        set(),
        "the server does not send the intermediate certificate of “Nobody's CA”; many browsers fetch it by themselves",
    ),
    "no intermediate, expired": (
        lambda ca: server(expired(ca.create_child_ca(), HOST), chain=False),
        Reason.CERTIFICATE,
        {Flaw.EXPIRED},
        "expired on Tuesday 3 March 2026; besides, the server does not send the intermediate certificate of “trustme v1.2.1”",
    ),
    "no intermediate, wrong host": (
        lambda ca: server(ca.create_child_ca().issue_cert("other.example"), chain=False),
        Reason.CERTIFICATE,
        {Flaw.WRONG_HOST},
        ELSEWHERE,
    ),
}


@TRANSPORTS
@pytest.mark.parametrize("kind", CASES)
async def test_all_that_is_wrong_is_told(authority: trustme.CA, tmp_path: Path, transport: str, kind: str) -> None:
    """Not the first fault alone; an incomplete chain is broken when the certificate itself is, since no browser gets by then."""
    context, reason, flaws, says = CASES[kind]
    async with relayed(context(authority)) as (origin, relay, url), door(authority, tmp_path, transport) as way:
        fetched = await way.fetch(url)
        assert isinstance(fetched, NoAnswer)
        assert fetched.certificate
        assert (fetched.reason, set(fetched.certificate.flaws), says in fetched.detail) == (reason, flaws, True), fetched
        assert (len(relay.sent), origin.asked) == (2, [])


@TRANSPORTS
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
async def test_not_a_byte_follows_the_second_handshake(
    authority: trustme.CA, tmp_path: Path, transport: str, version: ssl.TLSVersion
) -> None:
    """The server gets the client's half of the handshake and then the end: no request, no alert, not even a farewell."""
    context = server(authority.issue_cert("other.example"))
    context.minimum_version = context.maximum_version = version
    async with relayed(context) as (origin, relay, url), door(authority, tmp_path, transport) as way:
        fetched = await way.fetch(url)
        assert isinstance(fetched, NoAnswer)
        assert fetched.certificate
        await relay.over()
    assert origin.asked == []
    kinds, lengths = zip(*records(bytes(relay.sent[1])), strict=True)
    if version is ssl.TLSVersion.TLSv1_2:  # hello; key exchange, change cipher spec, finished
        assert kinds == (HANDSHAKE, HANDSHAKE, CHANGE_CIPHER, HANDSHAKE)
    else:  # hello; change cipher spec, and finished, which goes as application data (RFC 8446, 5.2): a hash in 4 + 1 + 16 bytes
        assert kinds == (HANDSHAKE, CHANGE_CIPHER, APPLICATION)
        assert lengths[2] in {32 + 21, 48 + 21}


@TRANSPORTS
async def test_the_server_reads_nothing_from_the_second_connection(authority: trustme.CA, tmp_path: Path, transport: str) -> None:
    """Seen by the server itself: its handshakes end well, and then there is nothing to read; it is greeted by the same name both times."""
    greeted: list[str | None] = []
    read: list[bytes] = []
    over = asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            read.append(await reader.read())
        writer.close()
        over.set()

    context = server(authority.issue_cert("other.example"))
    context.set_servername_callback(lambda _, name, __: greeted.append(name))
    async with (
        await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context) as listening,
        door(authority, tmp_path, transport) as way,
    ):
        fetched = await way.fetch(f"https://{HOST}:{listening.sockets[0].getsockname()[1]}/")
        assert isinstance(fetched, NoAnswer)
        assert fetched.certificate
        await asyncio.wait_for(over.wait(), 10)
    assert b"".join(read) == b""
    assert greeted == [HOST, HOST]


async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Take all, say nothing."""
    with contextlib.suppress(ConnectionError):
        await reader.read()


async def close(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Read the greeting, and go."""
    await reader.read(4096)


async def alert(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Refuse the greeting."""
    await reader.read(4096)
    writer.write(b"\x15\x03\x01\x00\x02\x02\x28")


async def flood(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Send a handshake message that promises 16 MB, and begin to keep the promise."""
    with contextlib.suppress(ConnectionError):
        writer.write(b"\x16\x03\x03\x40\x00\x02\xff\xff\xff" + b"\0" * 16380)
        while not writer.is_closing():
            writer.write(b"\x16\x03\x03\x40\x00" + b"\0" * 16384)
            await writer.drain()


@TRANSPORTS
@pytest.mark.parametrize("instead", [hang, close, alert, flood])
async def test_without_a_second_handshake_the_first_has_the_say(
    authority: trustme.CA, tmp_path: Path, transport: str, instead: Pipe
) -> None:
    """A server that hangs, closes, refuses or floods the second time changes nothing, and costs no more than the limit of a connection."""
    limits = Limits(connect_seconds=2.0)  # of 20 in all
    context = server(expired(authority, HOST))
    async with relayed(context, instead) as (_, relay, url), door(authority, tmp_path, transport, limits=limits) as way:
        fetched = await asyncio.wait_for(way.fetch(url), 15)
        assert isinstance(fetched, NoAnswer)
        assert (fetched.reason, fetched.detail, fetched.certificate) == (Reason.CERTIFICATE, "the certificate has expired", None)
        assert len(relay.sent) == 2


async def test_the_second_look_has_only_the_time_that_is_left(authority: trustme.CA, tmp_path: Path) -> None:
    """A URL's own time limit holds over both handshakes."""
    limits = Limits(total_seconds=1.0, connect_seconds=60.0)
    context = server(expired(authority, HOST))
    async with relayed(context, hang) as (_, _relay, url), door(authority, tmp_path, limits=limits) as way:
        fetched = await asyncio.wait_for(way.fetch(url), 10)
        assert isinstance(fetched, NoAnswer)
        assert (fetched.reason, fetched.certificate) == (Reason.CERTIFICATE, None)
        assert fetched.seconds < 5


@TRANSPORTS
async def test_a_host_is_looked_at_once(authority: trustme.CA, tmp_path: Path, transport: str) -> None:
    """However many addresses of a host fail, at once or later: one second handshake, and all are told the same."""
    async with (
        relayed(server(expired(authority, "other.example"))) as (_, relay, url),
        door(authority, tmp_path, transport) as way,
    ):
        together = await asyncio.gather(*(way.fetch(f"{url}?{number}") for number in range(4)))
        later = await way.fetch(f"{url}?later")
        assert len({(each.detail, each.certificate) for each in (*together, later) if isinstance(each, NoAnswer)}) == 1
        assert isinstance(later, NoAnswer)
        assert later.certificate
        assert len(relay.sent) == 6


async def test_a_look_that_failed_is_not_tried_again(authority: trustme.CA, tmp_path: Path) -> None:
    """Once a run is once, also when nothing came of it."""
    async with relayed(server(expired(authority, HOST)), close) as (_, relay, url), door(authority, tmp_path) as way:
        relay.instead = close
        await way.fetch(url)
        relay.instead = None
        fetched = await way.fetch(url)
        assert isinstance(fetched, NoAnswer)
        assert fetched.certificate is None
        assert len(relay.sent) == 3


@TRANSPORTS
async def test_a_name_that_leads_inside_meanwhile_is_not_followed(authority: trustme.CA, tmp_path: Path, transport: str) -> None:
    """DNS rebinding between the two looks: the guard refuses the new address before a socket is made."""
    context = server(authority.issue_cert("other.example"))
    reached: list[int] = []
    async with relayed(context) as (_, relay, url), door(authority, tmp_path, transport, allow="127.0.0.1/32") as way:
        port = int(url.rpartition(":")[2].partition("/")[0])
        inside = await asyncio.start_server(lambda *_: reached.append(1), "127.0.0.2", port)

        async def lookup_again(host: str) -> tuple[str, ...]:
            return ("127.0.0.1",) if not relay.sent else ("127.0.0.2",)

        way._names.addresses = lookup_again  # type: ignore[method-assign]
        async with inside:
            fetched = await way.fetch(url)
            assert isinstance(fetched, NoAnswer)
            assert (fetched.reason, fetched.certificate) == (Reason.CERTIFICATE, None)
        assert (len(relay.sent), reached) == (1, [])


async def test_the_guard_is_asked_at_each_step(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All addresses of the name, the one that is dialled, and the peer; a peer that it refuses is told nothing."""
    asked: list[tuple[str, ...]] = []
    async with relayed(server(authority.issue_cert("other.example"))) as (_, relay, url), door(authority, tmp_path) as way:
        check = way._guard.check

        def noted(host: str, addresses: tuple[str, ...], port: int | None = None) -> None:
            asked.append(tuple(addresses))
            check(host, addresses, port)
            if len(asked) == 6:  # the name, the address and the peer, each before anything is sent; once for either look
                raise Blocked("not this peer")

        monkeypatch.setattr(way._guard, "check", noted)
        fetched = await way.fetch(url)
        assert isinstance(fetched, NoAnswer)
        assert (fetched.reason, fetched.certificate) == (Reason.CERTIFICATE, None)
        assert asked == [("127.0.0.1",)] * 6
        await relay.over()
        assert [bytes(sent) for sent in relay.sent[1:]] == [b""]


class Moved(Guard):
    """Lets a name through, and none of its addresses when it is dialled."""

    def check(self, host: str, addresses: Iterable[str], port: int | None = None) -> None:
        """Refuse what is dialled: no port is given then."""
        if port is None:
            raise Blocked("it leads elsewhere now")
        super().check(host, addresses, port)


async def test_the_next_address_is_tried(authority: trustme.CA, tmp_path: Path) -> None:
    """A name with several addresses: one that refuses does not end the look; one that the guard refuses does."""
    from reviewer.fetch.targets import target

    async def shows(url: str, guard: Guard, *addresses: str) -> bool:
        found = Names(seconds=5.0, most=4, lookup=lambda _: addresses)
        try:
            return await SecondLook(way.network, guard, found, Pulse()).certificate(target(url), 5.0) is not None
        finally:
            found.close()

    async with relayed(server(authority.issue_cert("other.example"))) as (_, relay, url), door(authority, tmp_path) as way:
        assert await shows(url, Guard(way.network), "127.0.0.9", "127.0.0.1")
        assert not await shows(url, Guard(way.network), "127.0.0.1", "10.0.0.1")
        assert len(relay.sent) == 1
        assert not await shows(url, Moved(way.network), "127.0.0.1", "127.0.0.1")


async def test_a_port_that_is_not_allowed_is_not_dialled(authority: trustme.CA, tmp_path: Path) -> None:
    """The second look asks for the port by itself, whoever calls it."""
    from reviewer.fetch.targets import target

    async with (
        relayed(server(authority.issue_cert("other.example"))) as (_, relay, url),
        door(authority, tmp_path, ports=((443, 443),)) as way,
    ):
        assert await way._second.certificate(target(url), 5.0) is None
        assert await way._second.certificate(target(url), 0.0) is None
        assert relay.sent == []


async def test_behind_a_proxy_there_is_no_second_look(authority: trustme.CA, tmp_path: Path) -> None:
    """The proxy alone knows where a name leads, so the guard could not look after a connection of our own."""
    from reviewer.fetch.targets import target

    async with (
        relayed(server(authority.issue_cert("other.example"))) as (_, relay, url),
        door(authority, tmp_path, proxy="http://127.0.0.1:9") as way,
    ):
        assert await way._second.certificate(target(url), 5.0) is None
        assert relay.sent == []


@TRANSPORTS
async def test_a_redirect_to_a_bad_certificate_tells_of_the_one_it_leads_to(authority: trustme.CA, tmp_path: Path, transport: str) -> None:
    """The host that was asked last is looked at, not the one where the journey began."""
    from reviewer.model import Broken
    from reviewer.verdicts import of_answer
    from tests.origin import Asked

    async with relayed(server(authority.issue_cert("other.example"))) as (_, relay, url):

        async def away(asked: Asked) -> bool:
            await asked.answer("302 Found", b"", f"Location: {url}")
            return True

        async with Origin({"/away": away}) as start, door(authority, tmp_path, transport) as way:
            visit = of_answer(await way.fetch(start.url("/away")))
            assert isinstance(visit, Broken)
            assert (visit.reason, visit.evidence.certificate is not None) == (Reason.REDIRECT_TO_BROKEN, True)
            assert ELSEWHERE in (visit.evidence.detail or "")
            assert len(relay.sent) == 2


async def test_a_good_certificate_is_not_looked_at_again(authority: trustme.CA, tmp_path: Path) -> None:
    """One connection serves a host that is well."""
    async with relayed(server(authority.issue_cert(HOST))) as (_, relay, url), door(authority, tmp_path) as way:
        assert isinstance(await way.fetch(url), Answer)
        assert len(relay.sent) == 1
