"""What is read from a certificate, and that a hostile one can neither break the run nor speak to the reader."""

import contextlib
import datetime as dt
import ipaddress
import ssl
import subprocess
import sys
import unicodedata

import pytest
from cryptography import x509
from hypothesis import given
from hypothesis import strategies as st

from reviewer.fetch.tls import certificate
from reviewer.fetch.tls.certificate import fits
from reviewer.model import Certificate, Flaw
from tests.fetch.certificates import FAR_AHEAD, KEY, LONG_AGO, NOW, called, hosts, made, showing

HOST = "secure.example"
DAY = dt.timedelta(days=1)


def read(der: bytes, host: str = HOST) -> Certificate:
    """Read one that can be read."""
    found = certificate.read(der, host, NOW)
    assert found
    return found


def test_a_good_certificate_has_no_flaw() -> None:
    """Its dates, its names, its issuer, and where the issuer's own is to be had."""
    at = x509.UniformResourceIdentifier("http://ca.example/r3.cer")
    der = made(*hosts(HOST, "www.secure.example"), issuer=called("R3", "Let's Check"), issuer_at=[at])
    assert read(der) == Certificate((), LONG_AGO, FAR_AHEAD, (HOST, "www.secure.example"), 0, "R3", completable=True)


@pytest.mark.parametrize(
    ("der", "flaws"),
    [
        (made(*hosts(HOST), ends=NOW - DAY), {Flaw.EXPIRED}),
        (made(*hosts(HOST), begins=NOW + DAY), {Flaw.NOT_YET}),
        (made(*hosts("other.example")), {Flaw.WRONG_HOST}),
        (made(), {Flaw.WRONG_HOST}),
        (made(subject=called(HOST)), set()),
        (made(*hosts("other.example"), subject=called(HOST)), {Flaw.WRONG_HOST}),
        (made(x509.IPAddress(ipaddress.ip_address("192.0.2.1")), subject=called(HOST)), set()),
        (made(*hosts(HOST), subject=called("me"), issuer=called("me"), signed_by=KEY), {Flaw.SELF_SIGNED}),
        (made(*hosts(HOST), subject=called("me"), issuer=called("me")), set()),
        (made(subject=called("me"), issuer=called("me"), signed_by=KEY, ends=NOW - DAY), {Flaw.EXPIRED, Flaw.WRONG_HOST, Flaw.SELF_SIGNED}),
    ],
)
def test_all_flaws_are_seen_at_once(der: bytes, flaws: set[Flaw]) -> None:
    """Dates, names and signature are looked at each by itself; OpenSSL would have stopped at the first."""
    assert set(read(der).flaws) == flaws


def test_the_second_of_the_end_is_still_good() -> None:
    """RFC 5280, 4.1.2.5: both ends of the validity are inclusive."""
    assert read(made(*hosts(HOST), begins=NOW, ends=NOW)).flaws == ()


ORACLE = [
    ("secure.example", "secure.example"),
    ("SECURE.example", "secure.EXAMPLE"),
    ("secure.example", "www.secure.example"),
    ("*.secure.example", "www.secure.example"),
    ("*.secure.example", "secure.example"),
    ("*.secure.example", "a.b.secure.example"),
    ("*.example", "secure.example"),
    ("w*.secure.example", "www.secure.example"),
    ("*w.secure.example", "www.secure.example"),
    ("www.*.example", "www.secure.example"),
    ("*.*.example", "www.secure.example"),
    ("*", "localhost"),
    ("localhost", "localhost"),
    ("*.secure.example", "xn--caf-dma.secure.example"),
    ("192.0.2.1", "192.0.2.1"),
    ("192.0.2.1", "192.0.2.2"),
    ("2001:db8::1", "2001:db8::1"),
    ("secure.example", "192.0.2.1"),
    ("secure.example", "2001:db8::1"),
]


@pytest.mark.parametrize(("name", "host"), ORACLE)
def test_names_fit_as_openssl_has_it(name: str, host: str) -> None:
    """The one who compares names in the first handshake is OpenSSL; the second look must not come to another result."""
    address = name.replace(":", "").replace(".", "").isalnum() and (name[0].isdigit())
    der = made(x509.IPAddress(ipaddress.ip_address(name))) if address else made(*hosts(name))
    serving, asking = showing(der), ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    asking.load_verify_locations(cadata=der)
    asking.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    server, client = serving.wrap_bio(there, back, server_side=True), asking.wrap_bio(back, there, server_hostname=host)
    code = 0
    try:
        for side in (client, server, client):
            with contextlib.suppress(ssl.SSLWantReadError):
                side.do_handshake()
    except ssl.SSLCertVerificationError as error:
        code = error.verify_code
    assert code == 0 if fits(name, host) else code in {62, 64}


def test_a_name_that_is_no_host_is_counted_and_not_shown() -> None:
    """The name of a host says nothing but a host; whatever else stands there could speak to the reader of a mail."""
    odd = ["call 0800 123 now", "http://evil.example/", "<b>", "a\u202eb", "", "*", "x" * 254]
    found = read(made(*(x509.DNSName._init_without_validation(name) for name in odd if name.isascii()), *hosts("fine.example")))
    assert (found.names, found.more_names) == (("fine.example",), 6)
    common = read(made(subject=called("call 0800\u202e 123")))
    assert (common.names, common.more_names, common.flaws) == ((), 1, (Flaw.WRONG_HOST,))


def test_thousands_of_names_are_bounded() -> None:
    """A few names are kept, the rest is counted, and the one that fits is found wherever it stands."""
    many = [f"n{number}.example" for number in range(3000)]
    assert read(made(*hosts(*many))).more_names == 2995
    assert read(made(*hosts(*many, HOST))).flaws == ()
    assert len(read(made(*hosts("a." * 100 + "example"))).names[0]) == 80


def test_an_issuer_cannot_speak_to_the_reader() -> None:
    """Control and bidirectional characters, quotes and length of an issuer are made harmless; without a name it is the organisation."""
    found = read(made(*hosts(HOST), issuer=called("A\x00\x1b[31m\u202e“B”\n" + "é" * 200)))
    assert found.issuer
    assert found.issuer.startswith("A[31m'B' é")
    assert len(found.issuer) == certificate.LONGEST_ISSUER
    assert not any(unicodedata.category(letter).startswith("C") for letter in found.issuer)
    assert read(made(*hosts(HOST), issuer=called("", "Org"))).issuer == "Org"
    assert read(made(*hosts(HOST), issuer=called(""))).issuer is None


@pytest.mark.parametrize(
    ("at", "there"),
    [
        (x509.UniformResourceIdentifier("HTTP://ca.example/"), True),
        (x509.UniformResourceIdentifier("ldap://ca.example/"), False),
        (x509.DNSName("ca.example"), False),
    ],
)
def test_browsers_complete_a_chain_by_http_only(at: x509.GeneralName, there: bool) -> None:
    """An issuer's certificate is to be had where browsers fetch it: from an http address."""
    assert read(made(*hosts(HOST), issuer_at=[at])).completable is there


def test_absurd_dates_are_dates_or_nothing() -> None:
    """The year 9999 and one before 1970 are read; a date that no calendar has is left out, and no flaw rests on it."""
    last = dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=dt.UTC)
    first = dt.datetime(1950, 1, 1, tzinfo=dt.UTC)
    assert (read(made(*hosts(HOST), begins=first, ends=last)).not_before, read(made(*hosts(HOST), ends=last)).not_after) == (first, last)
    der = made(*hosts(HOST), ends=last)
    for wrong in (b"99991331235959Z", b"00000101000000Z", b"9999123123595\x00Z"):
        odd = certificate.read(der.replace(b"99991231235959Z", wrong), HOST, NOW)
        assert odd is None or (odd.not_after is None and Flaw.EXPIRED not in odd.flaws)


def test_extensions_that_cannot_be_read_accuse_nobody() -> None:
    """Without its names nobody knows for whom a certificate is: that is no wrong host."""
    der = made(*hosts("other.example"))
    broken = der.replace(b"other.example", b"oth\xff\xfe.example"[:13])
    found = read(broken, HOST)
    assert (found.flaws, found.names, found.more_names, found.completable) == ((), (), 0, False)


@given(st.integers(0, 2000), st.binary(min_size=1, max_size=8), st.integers(0, 2000))
def test_no_bytes_raise(at: int, put: bytes, cut: int) -> None:
    """Whatever stands in a certificate, reading it ends in facts or in nothing."""
    der = made(*hosts(HOST), subject=called("x"), issuer=called("x"), issuer_at=[x509.UniformResourceIdentifier("http://a.example/")])
    at %= len(der)
    changed = der[:at] + put + der[at + len(put) :]
    for tried in (changed, changed[:cut], put):
        found = certificate.read(tried, HOST, NOW)
        assert found is None or len(found.names) <= certificate.NAMES


def test_no_warning_escapes(recwarn: pytest.WarningsRecorder) -> None:
    """What the library finds odd about a stranger's certificate is not printed into our logs."""
    der = made(*hosts(HOST))
    zero = der.replace(b"\x02\x02\x12\x67", b"\x02\x02\x92\x67")  # a negative serial number (RFC 5280, 4.1.2.2 forbids it)
    assert zero != der
    certificate.read(zero, HOST, NOW)
    assert not recwarn.list


def test_a_signature_that_nobody_can_check_is_taken_at_its_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that names itself as issuer with an algorithm that the library does not know counts as self-signed."""
    der = made(*hosts(HOST), subject=called("me"), issuer=called("me"), signed_by=KEY)
    ecdsa_sha256 = bytes.fromhex("06082a8648ce3d040302")
    unknown = der.replace(ecdsa_sha256, bytes.fromhex("06082a8648ce3d04037f"))
    assert read(unknown).flaws == (Flaw.SELF_SIGNED,)


def test_the_library_is_loaded_when_a_certificate_is_read() -> None:
    """Whoever meets no bad certificate does not pay for the reader of certificates (docs/decisions/0003)."""
    code = "import sys, reviewer.cli, reviewer.fetch; sys.exit('cryptography' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
