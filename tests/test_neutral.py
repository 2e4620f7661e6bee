"""Page text in a message is text, and no secret travels on."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import neutral


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  Tips\tand\r\ntricks ", "Tips and tricks"),
        ("a\u202eb\u2066c\u200bd\ufeffe\u00adf\x07g\x1b[31m", "abcdefg[31m"),
        ("line\u2028break\u0085x", "line break x"),
        ("\U000e0041hidden tag", "hidden tag"),
        ("a\u3164b\u2800c", "abc"),
        ("Sgrinio’r coluddyn: gwybodaeth", "Sgrinio’r coluddyn: gwybodaeth"),
        ("إرشادات الفحص", "إرشادات الفحص"),
        ("e\u0301", "e\u0301"),
        ("Z" + "\u0301" * 50, "Z" + "\u0301" * 4),
        ("\ud800", ""),
    ],
)
def test_page_text_is_one_line_of_visible_characters(text: str, shown: str) -> None:
    """Controls, bidirectional marks, zero-width and filler characters are gone; scripts and quotes are not."""
    assert neutral.words(text) == shown


def test_page_text_is_cut_at_200() -> None:
    """200 characters with the ellipsis, and exactly 200 stay whole."""
    assert neutral.words("x" * 200) == "x" * 200
    assert neutral.words("x" * 201) == "x" * 199 + "…"


@given(st.text(max_size=400))
def test_no_text_keeps_a_control_character(text: str) -> None:
    """Whatever a page says, the message has one short line of it."""
    shown = neutral.words(text)
    assert len(shown) <= 200
    assert not any(unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for character in shown)
    assert neutral.words(shown) == shown


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/p?x=1#part", "https://a.example/p?x=1#part"),
        ("https://user:pass@a.example/p", "https://***@a.example/p"),
        ("https://a.example/?token=abc&x=1&API_KEY=q;sig=s", "https://a.example/?token=***&x=1&API_KEY=***;sig=***"),
        ("https://a.example/#access_token=abc&y=2", "https://a.example/#access_token=***&y=2"),
        ("https://a.example/?x=eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.abc", "https://a.example/?x=***"),
        ("https://a.example/?" + "0123456789abcdef" * 3, "https://a.example/?***"),
        ("https://a.example/?page=2&empty=&key=", "https://a.example/?page=2&empty=&key="),
        ("https://a.example/a b", "https://a.example/a%20b"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://u:p@[::1/x", "https://***@[::1/x"),
        ("https://a.example/?id=6fa459ea-ee8a-3ca4-894e-db77e160355e", "https://a.example/?id=6fa459ea-ee8a-3ca4-894e-db77e160355e"),
    ],
)
def test_secrets_in_addresses_are_masked(url: str, shown: str) -> None:
    """User and password, secret-looking names and values; all else stays, so that the address still works."""
    assert neutral.address(url) == shown


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.example/",
        "//a.example/",
        "/x",
        "mailto:a@b.example",
        "https://",
        "http:///x",
        "",
    ],
)
def test_only_http_addresses_are_links(url: str) -> None:
    """All else is text."""
    assert neutral.link(url) is None


@pytest.mark.parametrize("url", ["https://a.example/", "HTTP://a.example", "https://***@a.example/"])
def test_http_addresses_are_links(url: str) -> None:
    """A browser can open them."""
    assert neutral.link(url) == url.replace("HTTP:", "http:")


@given(st.text(alphabet=st.sampled_from("htps:/@?&=#[]a.%\u202e \n"), max_size=60))
def test_no_address_can_break_the_masking(url: str) -> None:
    """Whatever stands in an href."""
    assert "\n" not in neutral.address(url)
    link = neutral.link(url)
    assert link is None or link.lower().startswith(("http://", "https://"))


def test_a_sentence_keeps_its_end_when_it_quotes_too_much() -> None:
    """Quoted page text is cut at 200, addresses are masked, and what we say about them stays."""
    says = neutral.sentence(f"The link “{'x' * 900}” to https://u:p@a.example/?token=1 does not work.")
    assert says == f"The link “{'x' * 199}…” to https://***@a.example/?token=*** does not work."


def test_a_header_holds_no_encoded_word() -> None:
    """CVE-2024-6923: some Pythons decode an encoded-word into line ends and with them into headers."""
    assert neutral.header("=?utf-8?q?x=0d=0aBcc:_evil@x.example?=") == "= ?utf-8?q?x=0d=0aBcc:_evil@x.example? ="


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://u:p@h.example/x?token=abc&b=2#sid=9", "https://***@h.example/x?token=***&b=2#sid=***"),
        ("/x?a=1;key=s3", "/x?a=1;key=***"),
        ("Is it due? a=5 & key=6, says a@b.example", "Is it due? a=5 & key=6, says a@b.example"),
        ("no address", "no address"),
    ],
)
def test_what_a_program_reads_keeps_all_but_secrets(text: str, shown: str) -> None:
    """Machine output: only the secrets of addresses are masked, relative ones too, and no other character changes."""
    assert neutral.masked(text) == shown
