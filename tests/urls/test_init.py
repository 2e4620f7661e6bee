"""Addresses as a browser reads them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import urls

BASE = "http://a.example/folder/page.html?q=1#f"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("x", "http://a.example/folder/x"),
        ("?y", "http://a.example/folder/page.html?y"),
        ("", "http://a.example/folder/page.html?q=1"),
        ("#z", "http://a.example/folder/page.html?q=1#z"),
        ("\\\\b.example\\c", "http://b.example/c"),
        (" \thttps://B.example:443/é?ü \n", "https://b.example/%C3%A9?%C3%BC"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("http://a b/", None),
        ("http://[::1/", None),
        ("http://a.example:99999/", None),
        ("\ud800", "http://a.example/folder/%EF%BF%BD"),
    ],
)
def test_resolve_reads_as_a_browser_does(href: str, expected: str | None) -> None:
    """WHATWG URL, also where urllib would raise or read otherwise; what no browser reads is None."""
    assert urls.resolve(href, BASE) == expected


def test_resolve_without_base_needs_an_absolute_address() -> None:
    """Without a base only an absolute address has an answer."""
    assert urls.resolve("https://a.example") == "https://a.example/"
    assert urls.resolve("a/b") is None


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60), st.sampled_from([BASE, "", "file:///x", "mailto:a@b.example"]))
def test_resolve_never_raises_and_is_stable(href: str, base: str) -> None:
    """Any text has an answer, and an answer read again is itself."""
    found = urls.resolve(href, base)
    assert found is None or urls.resolve(found) == found


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_parts_are_total(text: str) -> None:
    """Every part of any text can be asked for."""
    for part in (
        urls.scheme,
        urls.host,
        urls.hostname,
        urls.origin,
        urls.path,
        urls.query,
        urls.fragment,
        urls.without_fragment,
        urls.decoded,
    ):
        assert isinstance(part(text), str)


def test_parts() -> None:
    """The parts of a full address; userinfo belongs to none of them."""
    url = "https://me:secret@a.example:8080/p/%C3%A9?x=1?2#part"
    assert urls.scheme(url) == "https"
    assert urls.host(url) == "a.example:8080"
    assert urls.site_key(url) == "a.example:8080"
    assert urls.hostname(url) == "a.example"
    assert urls.hostname("http://[::1]:80/") == "[::1]"
    assert urls.origin(url) == "https://a.example:8080"
    assert urls.path(url) == "/p/%C3%A9"
    assert urls.path("https://a.example") == "/"
    assert urls.query(url) == "x=1?2"
    assert urls.query("/p") == ""
    assert urls.fragment(url) == "part"
    assert urls.without_fragment(url) == "https://me:secret@a.example:8080/p/%C3%A9?x=1?2"
    assert urls.decoded("%C3%A9%ff") == "é\ufffd"
    assert urls.is_web("HTTP://x/")
    assert not urls.is_web("ftp://x/")
    assert urls.scheme("no scheme") == ""


@pytest.mark.parametrize(
    ("pattern", "where", "expected"),
    [
        ("/a/**", "https://x.example/a", True),
        ("/a/**", "https://x.example/a/b/c?q", True),
        ("/a/**", "/a/", True),
        ("/a/**", "https://x.example/ab", False),
        ("/a/*.pdf", "/a/b.pdf?download", True),
        ("/a/*.pdf", "/a/b/c.pdf", False),
        ("/a/**/c", "/a/b/b/c", True),
        ("/", "https://x.example", True),
        ("https://x.example/**", "https://x.example/a?b#c", True),
        ("https://x.example/**", "https://y.example/a", False),
        ("*.x.example/**", "https://www.x.example/a", True),
        ("x.example/a", "https://me@x.example/a", True),
        ("/s?q=*", "/s?q=1", True),
        ("/s?q=*", "/s", False),
    ],
)
def test_globs(pattern: str, where: str, expected: bool) -> None:
    """One star stays within a segment, two do not, ``/**`` at the end takes in the folder itself."""
    assert urls.matches(pattern, where) is expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://bob:sEcret9@a.example/p?x=1", "https://bob:***@a.example/p?x=1"),
        ("//bob:sEcret9@a.example/", "//bob:***@a.example/"),
        ("http:\\\\bob:s@a.example", "http:\\\\bob:***@a.example"),
        ("ftp://:pw@a.example/", "ftp://:***@a.example/"),
        ("See http://u:p@a.example/ and http://u:q@b.example/", "See http://u:***@a.example/ and http://u:***@b.example/"),
        ("https://bob@a.example/", "https://bob@a.example/"),
        ("https://a.example/x:y@z", "https://a.example/x:y@z"),
        ("https://a.example:80/@x", "https://a.example:80/@x"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("http://mailto:ann@b.example", "http://mailto:ann@b.example"),
        ("https://a:b:c@d@e.example/", "https://a:***@e.example/"),
    ],
)
def test_passwords_are_masked(text: str, shown: str) -> None:
    """The password in an address is nobody's to print; all else stays as it is written."""
    assert urls.masked(text) == shown


@settings(max_examples=300)
@given(
    st.sampled_from(["/", "http://", "https://"]),
    st.text(alphabet="/\\.:@?#[]%\t\n ab1é", max_size=12),
    st.sampled_from(
        [
            "https://a.example/deep/page.html?q=1#part",
            "http://a.example",
            "http://127.0.0.1:8080/x",
            "https://bob:pw@a.example/x/",
            "https://[::1]/x",
            "about:srcdoc",
            "mailto:a@b.example",
            "no base",
            "",
        ]
    ),
)
def test_front(begins: str, rest: str, base: str) -> None:
    """What begins with a slash or with http means the same against the front of a base as against all of it."""
    assert urls.resolve(begins + rest, urls.front(base)) == urls.resolve(begins + rest, base)


def test_pages_of_a_site_have_a_front_in_common() -> None:
    """A plain base is cut behind its host; any other is left whole."""
    assert {urls.front(f"https://a.example:8443/{path}") for path in ("", "x/y?z=1", "x#y")} == {"https://a.example:8443/"}
    assert urls.front("http://a.example") == "http://a.example/"
    assert urls.front("https://bob@a.example/x") == "https://bob@a.example/x"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://localhost:8080/draft", urls.OWN_COMPUTER),
        ("http://dev.localhost/", urls.OWN_COMPUTER),
        ("http://127.0.0.1/", urls.OWN_COMPUTER),
        ("http://[::1]/", urls.OWN_COMPUTER),
        ("http://0.0.0.0/", urls.OWN_COMPUTER),
        ("http://10.1.2.3/", urls.PRIVATE),
        ("http://192.168.0.10/x", urls.PRIVATE),
        ("http://[fe80::1]/", urls.PRIVATE),
        ("https://8.8.8.8/", None),
        ("https://intranet.example/", None),
        ("https://localhost.example/", None),
    ],
)
def test_addresses_that_lead_inward(url: str, why: str | None) -> None:
    """What only one computer or one network can open is told by the address itself, never by what a name stands for here."""
    assert urls.inward(url) == why


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("https://a.example/b/index.html", "https://a.example/b/"),
        ("https://a.example/INDEX.PHP", "https://a.example/"),
        ("https://a.example/default.aspx", "https://a.example/"),
        ("https://a.example/b/", None),
        ("https://a.example/b/index.html.txt", None),
        ("https://a.example/index", None),
    ],
)
def test_the_folder_of_an_index(url: str, folder: str | None) -> None:
    """What servers show for a folder is the folder; nothing else is."""
    assert urls.folder(url) == folder
