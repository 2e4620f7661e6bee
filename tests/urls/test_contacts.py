"""Mail and telephone addresses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import urls


@pytest.mark.parametrize(
    "url",
    [
        *("mailto:a@b.example", "mailto:a@b.example,c@d.example", "mailto:?to=a@b.example", "mailto:?subject=x", "mailto: a@b.example "),
        *(
            "mailto:a%40b.example",
            "mailto:%22a b%22@b.example",
            "mailto:ü@ü.example",
            "mailto:a@[127.0.0.1]",
            "mailto:a@b.example?cc=&subject=x",
        ),
    ],
)
def test_good_mail(url: str) -> None:
    """RFC 6068, and what mail programs forgive."""
    assert urls.mail_fault(url) is None


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("mailto:", None),
        ("mailto:?", None),
        ("mailto:a", None),
        ("mailto:@b.example", None),
        ("mailto:a@b", None),
        ("mailto:a@-b.example", None),
        ("mailto:a..b@b.example", None),
        ("mailto:.a@b.example", None),
        ("mailto:a.@b.example", None),
        ("mailto:a@b.example.", "mailto:a@b.example"),
        ("mailto:a@b.example;c@d.example", "mailto:a@b.example,c@d.example"),
        ("mailto:A B <a@b.example>?subject=x", "mailto:a@b.example?subject=x"),
        ("mailto:a@b.example&subject=x", "mailto:a@b.example?subject=x"),
        ("mailto:a@b.example&x", "mailto:a@b.example"),
        ("mailto://a@b.example", "mailto:a@b.example"),
        ("mailto:a@b.example?cc=x", None),
        ("mailto:a@b_c.example", None),
        ("mailto:a@192.0.2.1", None),
        ("mailto:https://a.example/x", "https://a.example/x"),
        ("mailto:www.a.example", "https://www.a.example"),
        ("mailto:a@b.c", None),
        (f"mailto:{'a' * 65}@b.example", None),
        (f"mailto:a@{'b.' * 130}example", None),
    ],
)
def test_bad_mail(url: str, meant: str | None) -> None:
    """What no mail program can send to, in words, with the probable right address."""
    found = urls.mail_fault(url)
    assert found is not None
    assert found[0]
    if meant is not None:
        assert found[1] == meant


def test_no_guess_at_half_an_address() -> None:
    """Of “some one@b.example” nobody knows whether “one” is the whole address: none is offered."""
    found = urls.mail_fault("mailto:some%20one@b.example")
    assert found is not None
    assert found[1] is None


@pytest.mark.parametrize(
    "url",
    [
        *("tel:+44-20-7946-0000", "tel:02079460000", "tel:111", "tel:(020) 7946.0000", "tel:1;ext=2", "tel:7042;phone-context=example.com"),
        *("tel:*100%23", "tel:020,,3", "tel:030/12345", "tel:1;", "tel:*#"),
    ],
)
def test_good_phone(url: str) -> None:
    """RFC 3966, and what telephones forgive."""
    assert urls.phone_fault(url) is None


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("tel:", None),
        ("tel:+", None),
        ("tel:call", None),
        ("tel:0800-CALL", None),
        ("tel:020794600 ext 4", "tel:020794600"),
        ("tel:++442079460000", "tel:+442079460000"),
        ("tel:44+20", None),
        ("tel:+1234567890123456", None),
        ("tel:+0442079460000", None),
        ("tel:1;=x", "tel:1"),
    ],
)
def test_bad_phone(url: str, meant: str | None) -> None:
    """What would dial something else, or nothing."""
    found = urls.phone_fault(url)
    assert found is not None
    assert found[0]
    assert found[1] == meant


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(["mailto:", "tel:"]), st.text(max_size=40))
def test_contacts_are_total(scheme: str, rest: str) -> None:
    """Any text after the colon has an answer."""
    judge = urls.mail_fault if scheme == "mailto:" else urls.phone_fault
    found = judge(scheme + rest)
    assert found is None or found[0]
