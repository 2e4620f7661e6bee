"""What is said of servers whose TLS does not hold. Real handshakes with certificates made for the test."""

import asyncio
import datetime as dt
import ssl
from pathlib import Path

import pytest
import trustme

from reviewer.fetch import Door
from reviewer.model import Answer, NoAnswer, Reason
from reviewer.settings import Limits, Network, Pace
from tests.fetch.certificates import server
from tests.origin import Asked, Origin, names
from tests.origin.behaviours import BEHAVIOURS

pytestmark = pytest.mark.anyio

HOST = "secure.example"
LIMITS = Limits()
TRANSPORTS = pytest.mark.parametrize("transport", ["own", "httpx"])


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """An authority that the door is told to trust."""
    return trustme.CA()


def door(authority: trustme.CA, tmp_path: Path, transport: str, **more: object) -> Door:
    """A door that trusts the authority, and knows one host."""
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    network = Network(
        allow=("127.0.0.0/8",),
        ports=((1, 65535),),
        transport=transport,
        pace=Pace(8, 0.0),
        limits=LIMITS,
        ca_file=str(tmp_path / "ca.pem"),
        **more,  # type: ignore[arg-type]
    )
    return Door(network, version="1", lookup=names(secure_example="127.0.0.1", other_example="127.0.0.1", plain_example="127.0.0.2"))


@TRANSPORTS
async def test_a_good_certificate_is_good(authority: trustme.CA, tmp_path: Path, transport: str) -> None:
    """A host whose certificate ends in a trusted authority answers, kept connections included."""
    context = server(authority.issue_cert(HOST))
    async with Origin(BEHAVIOURS, context=context) as origin, door(authority, tmp_path, transport) as way:
        for _ in range(2):
            fetched = await way.fetch(origin.url("/plain", HOST))
            assert isinstance(fetched, Answer), fetched
            assert fetched.body == b"hello"
        assert origin.connections == 1


@TRANSPORTS
@pytest.mark.parametrize(
    ("kind", "reason", "says"),
    [
        ("expired", Reason.CERTIFICATE, "expired"),
        ("early", Reason.CERTIFICATE, "not valid yet"),
        ("wrong host", Reason.CERTIFICATE, "made out to other.example, not to secure.example"),
        ("self-signed", Reason.CERTIFICATE, "self-signed"),
        ("unknown root sent", Reason.CERTIFICATE, "self-signed"),
        ("missing intermediate", Reason.TLS_CHAIN, "intermediate"),
    ],
)
async def test_a_fault_of_tls_is_told_by_its_name(
    authority: trustme.CA, tmp_path: Path, transport: str, kind: str, reason: Reason, says: str
) -> None:
    """Expired, for another host, self-signed: broken. An intermediate that is missing or an old protocol: a browser may manage."""
    now = dt.datetime.now(dt.UTC)
    leaf = {
        "expired": lambda: authority.issue_cert(HOST, not_before=now - dt.timedelta(days=9), not_after=now - dt.timedelta(days=2)),
        "early": lambda: authority.issue_cert(HOST, not_before=now + dt.timedelta(days=2), not_after=now + dt.timedelta(days=9)),
        "wrong host": lambda: authority.issue_cert("other.example"),
        "missing intermediate": lambda: authority.create_child_ca().issue_cert(HOST),
        "unknown root sent": lambda: trustme.CA().issue_cert(HOST),
    }.get(kind, lambda: authority.issue_cert(HOST))()
    context = server(leaf, chain=kind != "missing intermediate")
    if kind == "self-signed":
        lone = trustme.CA()
        key, certificate = tmp_path / "key.pem", tmp_path / "lone.pem"
        lone.private_key_pem.write_to_path(str(key))
        lone.cert_pem.write_to_path(str(certificate))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
    elif kind == "unknown root sent":
        stranger = trustme.CA()
        leaf = stranger.issue_cert(HOST)
        both = tmp_path / "both.pem"
        leaf.cert_chain_pems[0].write_to_path(str(both))
        stranger.cert_pem.write_to_path(str(both), append=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with leaf.private_key_pem.tempfile() as path:
            context.load_cert_chain(both, path)
    async with Origin(BEHAVIOURS, context=context) as origin, door(authority, tmp_path, transport) as way:
        fetched = await way.fetch(origin.url("/plain", HOST))
        assert isinstance(fetched, NoAnswer)
        assert (fetched.reason, says in fetched.detail) == (reason, True), fetched
        assert origin.asked == []


@TRANSPORTS
@pytest.mark.parametrize(
    ("sent", "reason", "says"),
    [
        (b"\x15\x03\x01\x00\x02\x02\x46", Reason.TLS_FAILED, "protocol version"),
        (b"\x15\x03\x01\x00\x02\x02\x28", Reason.TLS_FAILED, "handshake failure"),
        (b"HTTP/1.1 400 Bad Request\r\n\r\nplain HTTP was sent to a TLS port", Reason.TLS_FAILED, "secure connection"),
        (b"", Reason.RESET, "the connection"),
    ],
)
async def test_a_handshake_that_fails_is_told(
    authority: trustme.CA, tmp_path: Path, transport: str, sent: bytes, reason: Reason, says: str
) -> None:
    """An old protocol, no common cipher, no TLS at all: told apart from a connection that breaks off."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(4096)
        writer.write(sent)
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as listening, door(authority, tmp_path, transport) as way:
        fetched = await way.fetch(f"https://{HOST}:{listening.sockets[0].getsockname()[1]}/")
        assert isinstance(fetched, NoAnswer)
        assert (fetched.reason, says in fetched.detail) == (reason, True), fetched


@TRANSPORTS
async def test_credentials_stay_with_their_origin(authority: trustme.CA, tmp_path: Path, transport: str) -> None:
    """User and password go to one exact https origin; any change of scheme, host or port on the way drops them for good."""
    context = server(authority.issue_cert(HOST, "other.example"))
    places: list[str] = []

    async def go(asked: Asked) -> bool:
        if places:
            await asked.answer("302 Found", b"", f"Location: {places.pop(0)}")
        else:
            await asked.answer("200 OK", b"end")
        return True

    behaviours = {"/go": go}
    async with (
        Origin(behaviours, context=context) as secure,
        Origin(behaviours, context=context) as port,
        Origin(behaviours) as plain,
    ):
        credentials = ((secure.url("/", HOST.upper()), ("ann", "secret")),)  # the same origin, however it is written
        async with door(authority, tmp_path, transport, credentials=credentials) as way:
            for to in (secure.url("/go", "other.example"), port.url("/go", HOST), plain.url("/go", HOST)):
                for origin in (secure, port, plain):
                    origin.asked.clear()
                places[:] = [secure.url("/go?1", HOST), to, secure.url("/go?2", HOST)]
                fetched = await way.fetch(secure.url("/go", HOST), headers=(("Cookie", "mine=1"),))
                assert isinstance(fetched, Answer), fetched
                assert len(fetched.hops) == 3
                first, second, *later = [asked.headers for asked in secure.asked + port.asked + plain.asked]
                assert first["authorization"] == second["authorization"] == "Basic YW5uOnNlY3JldA=="
                assert first["cookie"] == "mine=1"
                assert len(later) == 2
                assert not any(name in headers for headers in later for name in ("authorization", "cookie"))
            plain.asked.clear()
            await way.fetch(plain.url("/go", HOST))
            await way.fetch(plain.url("/go").replace("://", "://ann:secret@"))
            assert not any("authorization" in asked.headers for asked in plain.asked)


async def test_the_context_is_the_same_on_all_versions_of_python() -> None:
    """Strict checks that no browser makes are off, authorities are there, and names are compared."""
    from reviewer.fetch.tls import context as tls

    context = tls.context(None)
    assert not context.verify_flags & ssl.VERIFY_X509_STRICT
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


async def test_authorities_come_from_certifi_where_the_system_has_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A slim container without authorities still verifies."""
    from reviewer.fetch.tls import context as tls

    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    assert tls.context(None).cert_store_stats()["x509_ca"] > 50
