"""Certificates made for a test with ``cryptography``, odd and hostile ones too, and TLS contexts that show them."""

from __future__ import annotations

import datetime as dt
import ssl
import tempfile
import warnings
from collections.abc import Sequence

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

NOW = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)
LONG_AGO = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)
FAR_AHEAD = dt.datetime(2049, 1, 1, tzinfo=dt.UTC)
KEY = ec.generate_private_key(ec.SECP256R1())
OTHER_KEY = ec.generate_private_key(ec.SECP256R1())


def called(common: str, organisation: str | None = None) -> x509.Name:
    """A subject or an issuer."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parts = [x509.NameAttribute(NameOID.COMMON_NAME, common, _validate=False)] if common else []
    return x509.Name([*parts, *([x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation)] if organisation else [])])


def made(
    *names: x509.GeneralName,
    begins: dt.datetime = LONG_AGO,
    ends: dt.datetime = FAR_AHEAD,
    subject: x509.Name | None = None,
    issuer: x509.Name | None = None,
    signed_by: ec.EllipticCurvePrivateKey = OTHER_KEY,
    issuer_at: Sequence[x509.GeneralName] = (),
) -> bytes:
    """A certificate in DER, made out to those names; no issuer that anybody knows has signed it."""
    building = (
        x509.CertificateBuilder()
        .subject_name(called("") if subject is None else subject)
        .issuer_name(called("Nobody's CA") if issuer is None else issuer)
        .public_key(KEY.public_key())
        .serial_number(4711)
        .not_valid_before(begins)
        .not_valid_after(ends)
    )
    if names:
        building = building.add_extension(x509.SubjectAlternativeName(names), critical=False)
    if issuer_at:
        told = [x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, at) for at in issuer_at]
        building = building.add_extension(x509.AuthorityInformationAccess(told), critical=False)
    return building.sign(signed_by, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def hosts(*names: str) -> tuple[x509.DNSName, ...]:
    """Names of hosts, as they stand in a certificate."""
    return tuple(x509.DNSName(name) for name in names)


def showing(der: bytes) -> ssl.SSLContext:
    """A server's TLS context that shows a certificate of ``made``."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    plain = KEY.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    with tempfile.NamedTemporaryFile() as both:
        both.write(plain + ssl.DER_cert_to_PEM_cert(der).encode())
        both.flush()
        context.load_cert_chain(both.name)
    return context


def server(leaf: trustme.LeafCert, *, chain: bool = True) -> ssl.SSLContext:
    """A server's TLS context with that certificate, with or without the intermediate ones."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if chain:
        leaf.configure_cert(context)
    else:
        with leaf.private_key_pem.tempfile() as key, leaf.cert_chain_pems[0].tempfile() as certificate:
            context.load_cert_chain(certificate, key)
    return context
