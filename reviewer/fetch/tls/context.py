"""The TLS settings: the system's authorities, or those of certifi where the system has none, and the file that config names."""

from __future__ import annotations

import ssl


def context(ca_file: str | None) -> ssl.SSLContext:
    """A verifying context for HTTP/1.1.

    ``VERIFY_X509_STRICT``, which Python 3.13 switched on, is off: no browser asks for it, and Python's versions must agree.
    """
    made = ssl.create_default_context()
    if not made.cert_store_stats()["x509_ca"] and not ssl.get_default_verify_paths().capath:
        import certifi

        made.load_verify_locations(certifi.where())
    if ca_file:
        made.load_verify_locations(ca_file)
    made.verify_flags &= ~ssl.VERIFY_X509_STRICT
    made.set_alpn_protocols(["http/1.1"])
    return made


def unverified() -> ssl.SSLContext:
    """A context that takes any certificate and greets as the verifying one does: only to see it (``second.py``), never to send anything."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    made.check_hostname = False
    made.verify_mode = ssl.CERT_NONE
    made.set_alpn_protocols(["http/1.1"])
    return made
