"""Mistakes in addresses."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import urls
from reviewer.urls import faults


@pytest.mark.parametrize(
    ("href", "meant"),
    [
        ("www.a.example/x", "https://www.a.example/x"),
        ("ww.a.example", "https://www.a.example"),
        ("http//a.example/x", "http://a.example/x"),
        ("https//a.example", "https://a.example"),
        ("http:://a.example", "http://a.example"),
        ("http;//a.example", "http://a.example"),
        ("htp://a.example/", "http://a.example/"),
        ("hptts://a.example/", "https://a.example/"),
        ("htt://a.example/", "http://a.example/"),
        ("httpd://a.example/", "http://a.example/"),
        ("xttp://a.example/", "http://a.example/"),
        ("mialto:a@b.example", "mailto:a@b.example"),
        ("mailt:a@b.example", "mailto:a@b.example"),
        ("e-mail:a@b.example", "mailto:a@b.example"),
        ("te:+44", "tel:+44"),
        ("https://https://a.example/x", "https://a.example/x"),
        ("https://http%3A//a.example/x", "http://a.example/x"),
        ("http://http//a.example", "http://a.example"),
        ("a@b.example", "mailto:a@b.example"),
        ("a@b.example?subject=x", "mailto:a@b.example?subject=x"),
        ("“https://a.example/”", "https://a.example/"),
        ("%20https://a.example/", "https://a.example/"),
        ("<https://a.example/>", "https://a.example/"),
        ("a.example:8080/x", "https://a.example:8080/x"),
        ("localhost:80", "https://localhost:80"),
        ("http://a b.example/x", "http://ab.example/x"),
        ("file:///c:/x", None),
        ("C:\\x", None),
        ("c:/x", None),
        ("\\\\server\\share", None),
        ("{{ url }}", None),
        ("/a/%7B%7Burl%7D%7D", None),
        ("{% url %}", None),
        ("${x}", None),
        ("<%= x %>", None),
        ("[link]", None),
        ("%%URL%%", None),
        ("[[link]]", None),
        ("[object Object]", None),
        ("htp//a.example/x", "http://a.example/x"),
        ("htpps//a.example", "https://a.example"),
        ("https//:a.example", "https://a.example"),
        ("https ://a.example", "https://a.example"),
        ("https: //a.example", "https://a.example"),
        ("https:/ /a.example", "https://a.example"),
        ("https：//a.example", "https://a.example"),
        ("Link: https://a.example/", "https://a.example/"),
        ("https://a.example https://b.example", "https://a.example"),
        ("phone:020 7946", "tel:020 7946"),
        ("http://a.example:25/", None),
        ("https://a.example:06667", None),
        ("http://a.example:0/x", None),
        ("http://mailto:ann@b.example", "mailto:ann@b.example"),
        ("https://mailto:ann@b.example/?subject=Hello", "mailto:ann@b.example?subject=Hello"),
        ("http:mailto:ann@b.example", "mailto:ann@b.example"),
        ("http://mailto/ann@b.example", "mailto:ann@b.example"),
        ("http://www.ann@b.example", "mailto:ann@b.example"),
        ("http://ann.o'neill@b.example", "mailto:ann.o'neill@b.example"),
        ("https://%20ann@b.example/", "mailto:ann@b.example"),
        ("http://tel:01234567890", "tel:01234567890"),
        ("https://tel:+44 1234 567890", "tel:+44 1234 567890"),
    ],
)
def test_certain_faults(href: str, meant: str | None) -> None:
    """No click survives these; each says what was probably meant, when that can be known."""
    found = urls.fault(href)
    assert found is not None
    assert found.certain
    assert found.reason == "bad_address"
    assert found.meant == meant
    assert found.says


@pytest.mark.parametrize(
    ("href", "meant"),
    [
        ("a.org/x", "https://a.org/x"),
        ("/x.", "/x"),
        ("/x,", "/x"),
        ("/x%22", "/x"),
        ("/x)", "/x"),
        ("/x]", "/x"),
        ("/x\u200b", "/x"),
        ("/x%E2%80%8By", "/xy"),
        ("/x\u00a0", "/x"),
        ("/a b", "/a%20b"),
        ("/a%2520b", "/a%20b"),
        ("/x?a=1&amp;b=2", "/x?a=1&b=2"),
        ("\\x\\y", "/x/y"),
        ("http://www,a.example/", "http://www.a.example/"),
        ("http://a..example/", "http://a.example/"),
        ("http://wwww.a.example/", "http://www.a.example/"),
        ("https://a.example/xhttps://b.example/y", "https://b.example/y"),
        ("/u/{id}", None),
        ("%URL%", None),
        ("__LINK__", None),
        ("@@url@@", None),
        ("undefined", None),
        ("http://TODO", None),
        ("https://insert-link-here", None),
        ("Insert your link here", None),
        ("https://www.", None),
        ("https:", None),
        ("/x…", "/x"),
        ("https://a.example/x%E2%80%A6", "https://a.example/x"),
        ("http:a.example/x", "http://a.example/x"),
        ("https:/a.example", "https://a.example"),
        ("/https://a.example/x", "https://a.example/x"),
        ("./http:/a.example/x", "http://a.example/x"),
        ("../www.a.example/x", "https://www.a.example/x"),
        ("href=https://a.example/", "https://a.example/"),
        ('="https://a.example/', "https://a.example/"),
        ("https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx&data=05", "https://a.example/x"),
        ("https://urldefense.com/v3/__https://a.example/x__;!!abc", "https://a.example/x"),
    ],
)
def test_suspected_faults(href: str, meant: str | None) -> None:
    """A browser reads these, so they are visited first; the fault explains a failure."""
    found = urls.fault(href)
    assert found is not None
    assert not found.certain
    assert found.meant == meant


@pytest.mark.parametrize(
    "href",
    [
        *("", "#", "#a.", ".", "..", "../", "./", "/a/.", "page.html", "/a_(b)", "?q=a@b.example", "/x@y.example", "//a.example/x"),
        *(
            "http:x",
            "http:/x",
            "https:\t//a.example/x",
            "https://web.a.example/2020/https://b.example/",
            "/x?u=http://b.example/",
            "foo:bar",
        ),
        *("javascript:void(0)", "data:,x y", "mailto:x", "tel:x", "sms:1", "ftp://a.example/", "ms-word:ofe|u|x", "doi:10.1/x", "/100%25"),
        *(
            "  https://a.example/  ",
            "https://a.example/\nx",
            "//www.a.example/",
            "folder//x",
            "phone:x",
            "http://a.example:3000/",
            "https://a.example/~x",
            "/a,b",
            "https://a.example/x?q=1;2",
            "http://ann@a.example/folder/x",
            "https://a.example/@ann",
            "https://tel.a.example/x123",
            "urn:isbn:1",
        ),
    ],
)
def test_no_fault(href: str) -> None:
    """What works in a browser, or is judged elsewhere, has no fault."""
    assert urls.fault(href) is None


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_fault_is_total(href: str) -> None:
    """Any text can be asked about, and what was meant is never what was written."""
    found = urls.fault(href)
    assert found is None or found.meant != href


@pytest.mark.parametrize("piece", ["{{", "${", "%20", "w.", "http://", ".", "<%", "a@", "(", "a.b-", "&amp;", "\u200b", "{a", "\\\\"])
def test_hostile_addresses_have_an_end(piece: str) -> None:
    """An address that repeats itself up to the longest that is looked at, and beyond, is no fault that takes for ever."""
    for length in (4096, 20_000):
        found = urls.fault(piece * (length // len(piece)))
        assert found is None or found.says


@settings(max_examples=300)
@given(
    st.from_regex(re.compile(faults._SOUND.pattern, faults._SOUND.flags), fullmatch=True, alphabet=st.characters(max_codepoint=127))
    | st.builds(
        "".join,
        st.lists(st.sampled_from(("http", "https", "://", "/", "www.", "ww.", ".", "..", "a", "com", ":", "80", "?", "=", "#", "&"))),
    )
)
def test_sound_addresses_have_no_fault(href: str) -> None:
    """An address that the quick look lets pass has none of the faults that the exact looks know."""
    if faults._SOUND.fullmatch(href):
        assert faults._certain(href) is None
        assert faults._suspected(href) is None


def test_a_stray_slash_before_www_is_looked_at() -> None:
    """What begins as a path of plain letters may still be a host with a slash before it."""
    found = urls.fault("/www.a.example")
    assert found is not None
    assert found.meant == "https://www.a.example"


@pytest.mark.parametrize("port", [1, 25, 80, 443, 1719, 5060, 6000, 6001, 8080, 10080, 18080, 65535])
def test_a_port_where_pages_are(port: int) -> None:
    """An address with a port is sound, unless no browser asks for a page there."""
    found = urls.fault(f"https://a.example:{port}/x")
    assert (found is not None) is (port in {1, 25, 1719, 5060, 6000, 10080})
