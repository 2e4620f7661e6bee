"""A server's certificate (X.509 in DER), read for what is wrong with it. It may have been made by an enemy.

Nobody vouches for what stands in it: it is what a browser would be shown and refuse, and that is all that is told of it. What cannot
be read is left out; texts are short, on one line and without control or bidirectional characters.
"""

from __future__ import annotations

import datetime as dt
import ipaddress
import re
import warnings
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from reviewer import neutral
from reviewer.model import Certificate, Flaw

if TYPE_CHECKING:
    from cryptography import x509

NAMES: Final = 5
"""How many of the names that it is made out to are kept; there may be thousands."""

LONGEST_NAME: Final = 80
LONGEST_ISSUER: Final = 60

_HOST_LIKE = re.compile(r"(?:\*\.)?[A-Za-z0-9_][A-Za-z0-9_.:-]{0,252}")
"""A host name or an address. A name that is none is not shown: it could say anything to the reader of the mail."""

_T = TypeVar("_T")


def read(der: bytes, host: str, now: dt.datetime) -> Certificate | None:
    """What a certificate says, and which flaws a visitor of ``host`` (ASCII, IPv6 without brackets) meets at ``now``.

    None when it is no certificate that can be read. Never raises: each part that cannot be read is left out, and no flaw rests on it.
    """
    from cryptography import x509

    with warnings.catch_warnings():  # what is odd about a stranger's certificate is no business of ours
        warnings.simplefilter("ignore")
        found = _part(lambda: x509.load_der_x509_certificate(der), None)
        return _facts(found, host, now) if found is not None else None


def _part(reading: Callable[[], _T], otherwise: _T) -> _T:
    """One part, or ``otherwise`` when it cannot be read."""
    try:
        return reading()
    except Exception:  # noqa: BLE001 - a parser's exceptions on hostile bytes are of many kinds, none of which may end a run
        return otherwise


def _facts(found: x509.Certificate, host: str, now: dt.datetime) -> Certificate:
    """The parts, each by itself."""
    begins = _part(lambda: found.not_valid_before_utc, None)
    ends = _part(lambda: found.not_valid_after_utc, None)
    names = _part(lambda: _names(found), None)
    flaws = (
        (Flaw.EXPIRED, ends is not None and ends < now),
        (Flaw.NOT_YET, begins is not None and begins > now),
        (Flaw.WRONG_HOST, names is not None and not any(fits(name, host) for name in names)),
        (Flaw.SELF_SIGNED, _part(lambda: _self_signed(found), otherwise=False)),
    )
    kept = [neutral.words(name, LONGEST_NAME) for name in (names or ()) if _HOST_LIKE.fullmatch(name)][:NAMES]
    return Certificate(
        flaws=tuple(flaw for flaw, there in flaws if there),
        not_before=begins,
        not_after=ends,
        names=tuple(kept),
        more_names=len(names or ()) - len(kept),
        issuer=_part(lambda: _issuer(found), None),
        completable=_part(lambda: _completable(found), otherwise=False),
    )


def _names(found: x509.Certificate) -> Sequence[str]:
    """The hosts that it is made out to; its common names where it has no names of hosts, as OpenSSL has it (browsers do not).

    Raises when its extensions cannot be read: then nobody knows.
    """
    from cryptography import x509

    try:
        other = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return _common(found.subject)
    hosts = other.get_values_for_type(x509.DNSName)
    return [*(hosts or _common(found.subject)), *map(str, other.get_values_for_type(x509.IPAddress))]


def _common(name: x509.Name) -> list[str]:
    """The common names of a subject or an issuer."""
    from cryptography.x509.oid import NameOID

    return [str(attribute.value) for attribute in name.get_attributes_for_oid(NameOID.COMMON_NAME)]


def fits(name: str, host: str) -> bool:
    """Whether a name of a certificate is that host's: as OpenSSL compares them (RFC 9525, 6.3), a ``*`` only for the whole first label."""
    try:
        return ipaddress.ip_address(host) == ipaddress.ip_address(name)
    except ValueError:
        if host[-1:].isdigit() or ":" in host:  # an address, which no name fits
            return False
    name, host = name.lower(), host.lower()
    if name.startswith("*.") and name.count(".") >= 2 and "*" not in name[1:]:
        label, _, rest = host.partition(".")
        return bool(label) and rest == name[2:]
    return name == host


def _self_signed(found: x509.Certificate) -> bool:
    """Whether it vouches for itself. One whose signature cannot be checked is taken at its word."""
    from cryptography.exceptions import InvalidSignature

    if found.issuer != found.subject:
        return False
    try:
        found.verify_directly_issued_by(found)
    except InvalidSignature:
        return False
    except Exception:  # noqa: BLE001 - an algorithm that the library does not know
        return True
    return True


def _issuer(found: x509.Certificate) -> str | None:
    """Who signed it, in a few words; None when it does not say."""
    from cryptography.x509.oid import NameOID

    said = [*_common(found.issuer), *(str(each.value) for each in found.issuer.get_attributes_for_oid(NameOID.ORGANIZATION_NAME))]
    return next((text for text in (re.sub(r'["“”]', "'", neutral.words(each, LONGEST_ISSUER)) for each in said) if text), None)


def _completable(found: x509.Certificate) -> bool:
    """Whether it says where its issuer's certificate is to be had (RFC 5280, 4.2.2.1): browsers then fetch what a server leaves out."""
    from cryptography import x509
    from cryptography.x509.oid import AuthorityInformationAccessOID

    told = found.extensions.get_extension_for_class(x509.AuthorityInformationAccess).value
    return any(
        each.access_method == AuthorityInformationAccessOID.CA_ISSUERS
        and isinstance(each.access_location, x509.UniformResourceIdentifier)
        and each.access_location.value.lower().startswith("http://")
        for each in told
    )
