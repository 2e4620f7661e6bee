"""Which addresses may be reached: every spelling, every trick, on real sockets."""

import ipaddress
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.fetch import Door
from reviewer.fetch.guard import Blocked, Guard, internal
from reviewer.model import Answer, NoAnswer, Reason
from reviewer.settings import Limits, Network, Pace
from tests.origin import Asked, Behaviour, Origin, names
from tests.origin.behaviours import BEHAVIOURS

LIMITS = Limits()

SPELLINGS = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.000.000.001",
    "0177.0.0.1",
    "0177.1",
    "0x7f.0.0.1",
    "0x7f.1",
    "0x7F000001",
    "0x7f000001",
    "2130706433",
    "017700000001",
    "127.0.0.1.",
    "0",
    "0.0.0.0",
    "0x0",
    "00",
    "127.127.127.127",
    "127.0.0.2",
    "127%2e0%2e0%2e1",
    "1%32%37.0.0.1",
    "１２７.0.0.1",
    "127。0。0。1",
    "①②⑦.⓪.⓪.①",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "sub.localhost",
    "loc%61lhost",
    "ｌｏｃａｌｈｏｓｔ",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[0000::0001]",
    "[::]",
    "[::127.0.0.1]",
    "[::7f00:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:0:127.0.0.1]",
    "[0:0:0:0:0:ffff:7f00:1]",
    "[::FFFF:127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]",
    "[2002:7f00:1::1]",
    "[2002:a00:1::]",
    "[2002:c0a8:1::]",
    "[2001::7f00:1]",
    "[2001:0:7f00:1::]",
    "[2001:db8::1]",
    "[3fff::1]",
    "[fe80::1]",
    "[fec0::1]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[fd12:3456::1]",
    "[ff02::1]",
    "[100::1]",
    "[5f00::1]",
    "10.0.0.1",
    "10.1",
    "012.0.0.1",
    "0xa.0.0.1",
    "167772161",
    "10.255.255.255",
    "172.16.0.1",
    "172.31.255.255",
    "0xac100001",
    "2886729729",
    "192.168.0.1",
    "192.168.1",
    "0xc0a80001",
    "3232235521",
    "169.254.169.254",
    "0xa9fea9fe",
    "2852039166",
    "0251.0376.0251.0376",
    "169.254.43518",
    "[::ffff:169.254.169.254]",
    "[::ffff:a9fe:a9fe]",
    "[64:ff9b::a9fe:a9fe]",
    "[2002:a9fe:a9fe::]",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.192",
    "168.63.129.16",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "0xffffffff",
    "4294967295",
    "192.88.99.1",
]


def door(*, transport: str = "own", allow: tuple[str, ...] = (), lookup: Callable[[str], Sequence[str]] | None = None) -> Door:
    """A door that may use any port, and nothing internal but what is allowed."""
    network = Network(allow=allow, ports=((1, 65535),), transport=transport, pace=Pace(8, 0.0), limits=LIMITS)
    return Door(network, version="1", lookup=lookup) if lookup else Door(network, version="1")


@pytest.mark.anyio
@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_no_spelling_of_an_internal_address_reaches_it(transport: str) -> None:
    """Decimal, octal, hexadecimal, short, full-width, percent-encoded, mapped, NAT64, 6to4: none is dialled, all are told."""
    assert len(SPELLINGS) >= 88
    async with Origin(BEHAVIOURS) as origin, Origin(BEHAVIOURS, address="127.0.0.2") as other, door(transport=transport) as way:
        for spelling in SPELLINGS:
            for port in (origin.port, other.port):
                fetched = await way.fetch(f"http://{spelling}:{port}/plain")
                assert isinstance(fetched, NoAnswer), spelling
                assert fetched.reason is Reason.BLOCKED_ADDRESS, (spelling, fetched)
        assert origin.connections == other.connections == 0


@pytest.mark.anyio
@pytest.mark.parametrize("transport", ["own", "httpx"])
@pytest.mark.parametrize(
    "addresses",
    [
        ("127.0.0.1",),
        ("::1",),
        ("::ffff:127.0.0.1",),
        ("64:ff9b::7f00:1",),
        ("2002:7f00:1::",),
        ("fe80::1%lo",),
        ("0.0.0.0",),
        ("169.254.169.254",),
        ("8.8.8.8", "127.0.0.1"),
        ("127.0.0.1", "8.8.8.8"),
        ("8.8.8.8", "8.8.4.4", "1.1.1.1", "1.0.0.1", "10.0.0.1"),
    ],
)
async def test_a_name_that_leads_inside_is_refused(transport: str, addresses: tuple[str, ...]) -> None:
    """A host, or what it is an alias of, with any internal address among its own is refused as a whole, before a socket is made."""
    async with Origin(BEHAVIOURS) as origin, door(transport=transport, lookup=names(evil_example=addresses)) as way:
        fetched = await way.fetch(origin.url("/plain", "evil.example"))
        assert isinstance(fetched, NoAnswer)
        assert fetched.reason is Reason.BLOCKED_ADDRESS
        assert "evil.example" in fetched.detail
        assert origin.connections == 0


@pytest.mark.anyio
@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_a_name_that_changes_its_mind_gains_nothing(transport: str) -> None:
    """DNS rebinding: the address that was judged is the one that is dialled, and the name is asked once in a run."""
    answers = iter([("127.0.0.2",), ("127.0.0.1",), ("127.0.0.1",)])
    asked: list[str] = []

    def lookup(host: str) -> Sequence[str]:
        asked.append(host)
        return next(answers)

    async with (
        Origin(BEHAVIOURS) as inside,
        door(transport=transport, allow=("127.0.0.2",), lookup=lookup) as way,
    ):
        for _ in range(3):
            fetched = await way.fetch(inside.url("/plain", "evil.example"))
            assert isinstance(fetched, NoAnswer)
            assert fetched.reason is Reason.REFUSED
        assert asked == ["evil.example"]
        assert inside.connections == 0


@pytest.mark.anyio
@pytest.mark.parametrize("transport", ["own", "httpx"])
@pytest.mark.parametrize(
    "to", ["http://10.0.0.1/", "http://evil.example:{port}/plain", "http://0x7f.1:{port}/plain", "//127.0.0.1:{port}/plain"]
)
async def test_a_redirect_does_not_lead_inside(transport: str, to: str) -> None:
    """The guard stands at every hop, not only at the first."""
    behaviours: dict[str, Behaviour] = {}

    async def go(asked: Asked) -> bool:
        await asked.answer("302 Found", b"", "Location: " + to.format(port=inside.port))
        return True

    behaviours["/go"] = go
    lookup = names(evil_example="127.0.0.1")
    async with (
        Origin(BEHAVIOURS) as inside,
        Origin(behaviours, address="127.0.0.2") as outside,
        door(transport=transport, allow=("127.0.0.2",), lookup=lookup) as way,
    ):
        fetched = await way.fetch(outside.url("/go"))
        assert isinstance(fetched, NoAnswer)
        assert fetched.reason is Reason.BLOCKED_ADDRESS
        assert len(fetched.hops) == 1
        assert inside.connections == 0


@pytest.mark.anyio
@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_who_answers_is_looked_at_before_anything_is_sent(transport: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a dialled address turn out to be another one, the peer's own address is judged before a byte is sent."""
    real = Guard.objection

    def lenient(self: Guard, host: str, address: str) -> str | None:
        return None if address == "0.0.0.0" else real(self, host, address)

    monkeypatch.setattr(Guard, "objection", lenient)
    async with Origin(BEHAVIOURS) as origin, door(transport=transport, lookup=names(evil_example="0.0.0.0")) as way:
        fetched = await way.fetch(origin.url("/plain", "evil.example"))
        assert isinstance(fetched, NoAnswer)
        assert fetched.reason is Reason.BLOCKED_ADDRESS
        assert "127.0.0.1" in fetched.detail
        assert origin.asked == []


@pytest.mark.anyio
@pytest.mark.parametrize("transport", ["own", "httpx"])
@pytest.mark.parametrize(
    ("allow", "host", "reached"),
    [
        (("127.0.0.1",), "127.0.0.1", True),
        (("127.0.0.0/8",), "intranet.example", True),
        (("intranet.example",), "intranet.example", True),
        (("Intranet.Example.",), "intranet.example", True),
        (("*.example",), "intranet.example", True),
        (("localhost",), "localhost", True),
        (("intranet.example",), "other.example", False),
        (("intranet.example",), "127.0.0.1", False),
        (("*.trust.example",), "intranet.example", False),
        (("127.0.0.2",), "127.0.0.1", False),
        (("10.0.0.0/8",), "intranet.example", False),
    ],
)
async def test_what_is_allowed_is_reached_and_no_more(transport: str, allow: tuple[str, ...], host: str, reached: bool) -> None:
    """``[network] allow`` names hosts (with all that they lead to) or networks; another name for the same place is not allowed by it."""
    lookup = names(intranet_example="127.0.0.1", other_example="127.0.0.1", localhost="127.0.0.1")
    async with Origin(BEHAVIOURS) as origin, door(transport=transport, allow=allow, lookup=lookup) as way:
        fetched = await way.fetch(origin.url("/plain", host))
        assert isinstance(fetched, Answer) == reached
        assert (origin.connections > 0) == reached


@pytest.mark.anyio
async def test_only_the_ports_of_the_settings_are_asked() -> None:
    """Port 80 and 443 unless the settings name more: mail servers and databases are none of our business."""
    async with Origin(BEHAVIOURS) as origin, Door(Network(allow=("127.0.0.1",)), version="1") as way:
        fetched = await way.fetch(origin.url("/plain"))
        assert isinstance(fetched, NoAnswer)
        assert fetched.reason is Reason.BLOCKED_ADDRESS
        assert "[network] ports" in fetched.detail
    assert Guard(Network()).port("a.example", 80)
    assert Guard(Network()).port("a.example", 443)
    assert not Guard(Network()).port("a.example", 22)
    assert Guard(Network(ports=((8000, 8999),))).port("a.example", 8080)


@pytest.mark.anyio
@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_a_redirect_does_not_lead_to_another_port(transport: str) -> None:
    """Ports are judged at every hop: a web page cannot send us to a mail server."""
    behaviours: dict[str, Behaviour] = {}

    async def go(asked: Asked) -> bool:
        await asked.answer("302 Found", b"", f"Location: {mail.url('/plain')}")
        return True

    behaviours["/go"] = go
    async with Origin(behaviours) as web, Origin(BEHAVIOURS) as mail:
        network = Network(allow=("127.0.0.1",), ports=((web.port, web.port),), transport=transport, limits=LIMITS)
        async with Door(network, version="1") as way:
            fetched = await way.fetch(web.url("/go"))
        assert isinstance(fetched, NoAnswer)
        assert (fetched.reason, len(fetched.hops), mail.connections) == (Reason.BLOCKED_ADDRESS, 1, 0)


@pytest.mark.anyio
@pytest.mark.skipif(not Path("/proc/net/if_inet6").exists(), reason="this machine has no IPv6")
@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_ipv6_is_dialled_when_it_is_allowed_and_else_not(transport: str) -> None:
    """An address of IPv6, written as such or behind a name, is guarded and reached as any other; a mapped one is no way around."""
    lookup = names(six_example="::1", both_example=("::1", "127.0.0.1"))
    async with Origin(BEHAVIOURS, address="::1") as origin:
        hosts = ("[::1]", "six.example", "both.example")
        for allow, reached in (((), ()), (("127.0.0.0/8",), ()), (("::1",), hosts[:2]), (("::1", "127.0.0.1"), hosts)):
            async with door(transport=transport, allow=allow, lookup=lookup) as way:
                for host in hosts:
                    before = origin.connections
                    fetched = await way.fetch(origin.url("/plain", host))
                    assert isinstance(fetched, Answer) == (host in reached), (allow, host, fetched)
                    assert isinstance(fetched, Answer) or fetched.reason is Reason.BLOCKED_ADDRESS
                    assert host in reached or origin.connections == before
    async with Origin(BEHAVIOURS) as origin, door(transport=transport, allow=("::1",)) as way:
        assert isinstance(await way.fetch(origin.url("/plain", "[::ffff:127.0.0.1]")), NoAnswer)
        assert origin.connections == 0


@pytest.mark.parametrize(
    ("host", "opened"),
    [
        *(("a.example", True), ("A.example.", True), ("b.a.example", False), ("x.below.example", True), ("below.example", False)),
        *(("10.20.1.1", True), ("10.21.1.1", False), ("[::1]", True), ("[::2]", False), ("8.8.8.8", False)),
    ],
)
def test_what_is_allowed_may_have_ports_of_its_own(host: str, opened: bool) -> None:
    """A port that is opened for an allowed host or network is opened for nothing else."""
    entries = ("a.example", "*.below.example", "10.20.0.0/16", "::1")
    named = tuple((entry, 8000, 8080) for entry in entries[:2])
    numbers = tuple((entry, 8000, 8080) for entry in entries[2:])
    guard = Guard(Network(allow=entries, allow_ports=named if host[0].isalpha() else numbers))
    assert guard.port(host, 8080) is opened
    assert not guard.port(host, 8081)
    assert guard.port(host, 80)


@pytest.mark.anyio
@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_the_port_of_an_allowed_network_holds_for_where_a_name_leads(transport: str) -> None:
    """A name within an allowed network may be asked on the network's ports; one that leads elsewhere is refused before a connection."""
    lookup = names(in_example="127.0.0.1", out_example="127.0.0.2", both_example=("127.0.0.1", "127.0.0.2"))
    async with Origin(BEHAVIOURS, address="0.0.0.0") as origin:
        network = Network(
            allow=("127.0.0.0/8",), allow_ports=(("127.0.0.1", origin.port, origin.port),), transport=transport, limits=LIMITS
        )
        async with Door(network, version="1", lookup=lookup) as way:
            for host, reached in {"127.0.0.1": 1, "in.example": 1, "127.0.0.2": 0, "out.example": 0, "both.example": 0}.items():
                before = origin.connections
                fetched = await way.fetch(origin.url("/plain", host))
                assert isinstance(fetched, Answer) == bool(reached), (host, fetched)
                assert origin.connections - before == reached
                assert isinstance(fetched, Answer) or (fetched.reason, "port" in fetched.detail) == (Reason.BLOCKED_ADDRESS, True)


@pytest.mark.anyio
async def test_the_environment_names_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proxies come from the settings only: one in the environment would be asked instead of the guard."""
    async with Origin(BEHAVIOURS) as origin, Origin(BEHAVIOURS, address="127.0.0.2") as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url())
        monkeypatch.setenv("ALL_PROXY", proxy.url())
        for transport in ("own", "httpx"):
            async with door(transport=transport, allow=("127.0.0.1",)) as way:
                assert isinstance(await way.fetch(origin.url("/plain")), Answer)
        assert proxy.connections == 0


@pytest.mark.anyio
@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_a_proxy_of_the_settings_is_asked(transport: str) -> None:
    """A configured proxy is reached though it is internal, and gets the whole address."""
    behaviours: dict[str, Behaviour] = {}

    async def answer(asked: Asked) -> bool:
        await asked.answer("200 OK", b"by proxy")
        return True

    behaviours["http://1.1.1.1/plain"] = answer
    async with Origin(behaviours) as proxy:
        network = Network(proxy=proxy.url(), transport=transport, limits=LIMITS)
        async with Door(network, version="1") as way:
            fetched = await way.fetch("http://1.1.1.1/plain")
            assert isinstance(fetched, Answer), fetched
            assert fetched.body == b"by proxy"
            refused = await way.fetch("http://10.0.0.1/plain")
            assert isinstance(refused, NoAnswer)
            assert refused.reason is Reason.BLOCKED_ADDRESS


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1", "192.0.1.1", "198.17.1.1", "198.20.0.1"],
)
def test_public_addresses_are_public(address: str) -> None:
    """The neighbours of internal ranges are not internal."""
    assert not internal(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["2001:4860:4860::8888", "2a00:1450:4001::1", "2001:200::1", "2620:fe::fe", "3ffe::1"])
def test_public_ipv6_addresses_are_public(address: str) -> None:
    """The internet of IPv6 is 2000::/3 less what tunnels or documents."""
    assert not internal(ipaddress.ip_address(address))


@given(st.ip_addresses(v=4))
def test_the_guard_is_never_laxer_than_python(address: ipaddress.IPv4Address) -> None:
    """What Python does not call global is internal here too, whatever its version."""
    if not address.is_global:
        assert internal(address)


@given(st.ip_addresses(v=6))
def test_the_guard_is_never_laxer_than_python_for_ipv6(address: ipaddress.IPv6Address) -> None:
    """The same for IPv6, where Python knows a few more exceptions that are public."""
    if address.is_private or address.is_reserved or address.is_multicast or address.is_link_local:
        assert internal(address) or address in ipaddress.ip_network("2001::/16")


def test_what_is_no_address_is_refused() -> None:
    """An answer of a name server that is not an address is not dialled."""
    with pytest.raises(Blocked, match="not an address"):
        Guard(Network()).check("a.example", ["nonsense"])
