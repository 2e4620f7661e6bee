"""Mail addresses that Cloudflare hides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import read
from reviewer.read.links.veiled import decoded, unveiled


def code(address: str, key: int = 0x0B) -> str:
    """The code of an address under a key."""
    return bytes([key, *(one ^ key for one in address.encode())]).hex()


JANE = code("jane.sample@sample.example")


@pytest.mark.parametrize("reference", [False, True])
@pytest.mark.parametrize(
    "markup",
    [
        f'<a href="/cdn-cgi/l/email-protection#{JANE}"><span class="__cf_email__" data-cfemail="{JANE}">[email&#160;protected]</span></a>',
        f'<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="{JANE}">[email&#160;protected]</a>',
        f'<a class="__cf_email__" data-cfemail="{JANE}" href="https://site.example/cdn-cgi/l/email-protection">[email&#160;protected]</a>',
        f'<a href="https://site.example/cdn-cgi/l/email-protection#{JANE}">Write to Jane</a>',
    ],
)
def test_a_hidden_address_is_a_mail_link_and_a_contact(markup: str, *, reference: bool) -> None:
    """The link is told by its address, so that nobody asks the server for a page that answers 404, and the contact is read."""
    page = read.read(
        f"<main><p>Contact: {markup}</p></main>".encode(), url="https://site.example/", content_type="text/html", reference=reference
    )
    assert [link.href for link in page.links] == ["mailto:jane.sample@sample.example"]
    assert [contact.value for contact in page.contacts] == ["jane.sample@sample.example"]


def test_an_address_without_a_link_is_text() -> None:
    """A page may show its address without a link."""
    assert unveiled(f'Ask <span class="__cf_email__" data-cfemail="{JANE}">[email protected]</span>') == "Ask jane.sample@sample.example"


@pytest.mark.parametrize("code", ["0b61", "0b6161a", "00ffff", code("no address"), code("a@b<script>"), ""])
def test_what_is_no_address_stays_as_it_is(code: str) -> None:
    """A code that gives no address is left alone, as a browser without the script has it."""
    markup = f'<a href="/cdn-cgi/l/email-protection#{code}">x</a><a href="/cdn-cgi/l/email-protection" data-cfemail="{code}">y</a>'
    assert unveiled(markup) == markup


def test_a_page_without_hidden_addresses_is_not_touched() -> None:
    """Nothing is replaced where nothing is hidden."""
    assert unveiled("<p>data and email</p>") == "<p>data and email</p>"


@given(st.from_regex(r"[a-z0-9.+-]{1,30}@[a-z0-9-]{1,20}\.example", fullmatch=True), st.integers(0, 255))
def test_every_key_gives_the_address_back(address: str, key: int) -> None:
    """The key is the first byte, whatever it is."""
    assert decoded(code(address, key)) == address
