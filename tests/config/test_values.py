"""What a person writes, and the value that it means."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.config import showing, values
from reviewer.config.values import Wrong
from reviewer.fetch.targets import target
from reviewer.model import Mailbox
from reviewer.settings import Every


@pytest.mark.parametrize(
    ("read", "text", "wanted"),
    [
        (values.mailbox, "Web team <web.team@example.org>", Mailbox("Web team", "web.team@example.org")),
        (values.mailbox, '"Team, Web" <web@example.org>', Mailbox("Team, Web", "web@example.org")),
        (values.mailbox, "web@localhost", Mailbox("", "web@localhost")),
        (values.mailbox, "o'neill+tag@sub.example.org", Mailbox("", "o'neill+tag@sub.example.org")),
        (values.reachable, "10.20.0.0/16", "10.20.0.0/16"),
        (values.reachable, "10.20.0.1", "10.20.0.1"),
        (values.reachable, "[::1]", "::1"),
        (values.reachable, "FD00::/8", "fd00::/8"),
        (values.reachable, "*.Internal.example", "*.internal.example"),
        (values.reachable, "intranet", "intranet"),
        (values.host, "[::1]", "[::1]"),
        (values.host, "WWW.example.org", "www.example.org"),
        (values.ports, 443, (443, 443)),
        (values.ports, "8000-8999", (8000, 8999)),
        (values.every, "1 year", Every(12, 0, "1 year")),
        (values.every, " 26  Weeks ", Every(0, 182, "26 weeks")),
        (values.every, "90 days", Every(0, 90, "90 days")),
        (values.day, dt.date(2026, 12, 31), dt.date(2026, 12, 31)),
        (values.day, "31/12/2026", dt.date(2026, 12, 31)),
        (values.day, "1.2.2026", dt.date(2026, 2, 1)),
        (values.day_off, dt.date(2026, 12, 24), "2026-12-24"),
        (values.day_off, "24/12/2026", "2026-12-24"),
        (values.day_off, "bank-holidays-northern-ireland", "bank-holidays-northern-ireland"),
        (values.day_off, "holidays-US-NY", "holidays-US-NY"),
        (values.origin, "https://Staging.example.org:8443/", "https://staging.example.org:8443"),
        (values.origin, "https://Staging.Example.org:443", "https://staging.example.org"),
        (values.origin, "https://bücher.example", "https://xn--bcher-kva.example"),
        (values.origin, "https://[::0:1]:0443/", "https://[::1]"),
        (values.reachable, "*.Bücher.example", "*.xn--bcher-kva.example"),
        (values.reachable, "bücher.example", "xn--bcher-kva.example"),
        (values.host, "bücher.example", "xn--bcher-kva.example"),
        (values.host, "::1", "[::1]"),
        (values.web_address, "https://x.example/a?b#c", "https://x.example/a?b#c"),
        (values.state, "folder/reviewer.sqlite3", "folder/reviewer.sqlite3"),
        (values.state, "postgresql://me@db:5432/reviewer", "postgresql://me@db:5432/reviewer"),
        (values.ip, "::1", "::1"),
        (values.zone, "Asia/Kathmandu", "Asia/Kathmandu"),
    ],
)
def test_right(read: Callable[[object], Any], text: object, wanted: object) -> None:
    """Each form that is documented is read."""
    assert read(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        *("https://Staging.Example.org:443", "https://staging.example.org:8443/", "https://bücher.example", "https://a.example."),
        *("https://[::1]", "https://10.1"),
    ],
)
def test_an_origin_is_the_one_that_the_door_asks(text: str) -> None:
    """A password is for the place that its origin leads to, however that is written; otherwise it would never be sent, without a word."""
    assert values.origin(text) == target(text).origin


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (values.mailbox, "a@b@example.org"),
        (values.mailbox, "a b@example.org"),
        (values.mailbox, "<>"),
        (values.mailbox, "a@example.org\r\nBcc: b@example.org"),
        (values.address, "Web <web@example.org>"),
        (values.reachable, "host:80"),
        (values.reachable, "10.0.0.256"),
        (values.reachable, "*"),
        (values.host, "a b"),
        (values.origin, "https://10.256.0.0.1"),
        (values.ports, True),
        (values.ports, 1.5),
        (values.ports, "1-2-3"),
        (values.every, "12"),
        (values.every, 12),
        (values.day, "2026-02-30"),
        (values.day, "31/2/2026"),
        (values.day, 20261231),
        (values.day_off, "holidays-US-ZZ"),
        (values.day_off, "30/2/2026"),
        (values.web_address, "https://"),
        (values.web_address, "https://x.example:99999/"),
        (values.web_address, "https://[::1/"),
        (values.web_address, "https://x.example/a b"),
        (values.web_address, "javascript:alert(1)"),
        (values.origin, "https://x.example/path"),
        (values.state, "postgresql://db"),
        (values.state, "postgresql://db:x/reviewer"),
        (values.zone, "/etc/localtime"),
        (values.zone, "\0"),
        (values.zone, "Qqqqqqqqq"),
        (values.language, "e"),
    ],
)
def test_wrong(read: Callable[[object], Any], text: object) -> None:
    """What is none of these is refused with what was expected."""
    with pytest.raises(Wrong) as caught:
        read(text)
    assert caught.value.says
    assert caught.value.expected


def test_ways_to_send() -> None:
    """Deliveries of others bring their own schemes."""
    schemes = {"folder": "folder:outbox", "smtp": "smtp://mail.example.org:587", "pigeon": "pigeon:loft"}
    assert values.via("pigeon:north", schemes) == "pigeon:north"
    assert values.via("smtp://[::1]:25", schemes) == "smtp://[::1]:25"
    for wrong in ("smtp://mail:x", "smtp://mail/path", "smtp://", "carrier:x", "folder"):
        with pytest.raises(Wrong):
            values.via(wrong, schemes)


def test_long_values_are_cut() -> None:
    """A message shows the beginning of a long value, and no user or password of an address."""
    assert showing.shown("x" * 100) == '"' + "x" * 60 + '…"'
    assert showing.shown("https://me:hunter2@x.example/") == '"https://***@x.example/"'


def test_unnamed() -> None:
    """Of an address that may hold secrets only scheme and host are shown."""
    assert showing.unnamed("https://hc.example/uuid") == "https://hc.example (and the rest, a secret)"
    assert showing.unnamed("http://proxy.example:3128/") == "http://proxy.example:3128"
    assert showing.unnamed("me") == "me"


@pytest.mark.parametrize(
    "read",
    [
        *(values.mailbox, values.language, values.web_address, values.origin, values.reachable, values.host, values.ports, values.every),
        *(values.day, values.day_off, values.glob, values.state, values.ip, values.short_name),
    ],
)
@given(text=st.text(max_size=40))
@settings(max_examples=25, deadline=None)
def test_any_text(read: Callable[[object], Any], text: str) -> None:
    """Whatever somebody writes is a value or a sentence, never another exception, and no value carries a line break."""
    with contextlib.suppress(Wrong):
        assert "\n" not in str(read(text))
