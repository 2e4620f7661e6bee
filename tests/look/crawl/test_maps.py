"""Sitemaps and feeds."""

from __future__ import annotations

import gzip

import pytest

from reviewer.look.crawl.maps import MOST, feed, is_feed, sitemap


def test_sitemap() -> None:
    """The addresses of pages, with entities undone, also in CDATA and with a namespace prefix."""
    body = b"<?xml version='1.0'?><urlset><url><loc> http://a.example/?a=1&amp;b=2 </loc></url><url><s:loc><![CDATA[http://a.example/c]]></s:loc></url></urlset>"
    assert sitemap(body) == (("http://a.example/?a=1&b=2", "http://a.example/c"), ())
    assert sitemap(gzip.compress(body)) == sitemap(body)


def test_sitemap_index() -> None:
    """An index names further sitemaps, not pages."""
    assert sitemap(b"<sitemapindex><sitemap><loc>http://a.example/1.xml</loc></sitemap></sitemapindex>") == (
        (),
        ("http://a.example/1.xml",),
    )


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        (b"http://a.example/1\nhttps://a.example/2\n\nno\n", ("http://a.example/1", "https://a.example/2")),
        (b"<html><p>Not found", ()),
        (b"", ()),
        (b"\x1f\x8bnot gzip", ()),
        (b"<loc>http://a.example/</loc>", ("http://a.example/",)),
    ],
)
def test_other_bodies(body: bytes, pages: tuple[str, ...]) -> None:
    """A plain list is a sitemap too; an error page and damaged bytes are none."""
    assert sitemap(body) == (pages, ())


def test_a_bomb_stays_small() -> None:
    """A packed sitemap is unpacked to 10 MiB at most."""
    assert sitemap(gzip.compress(b"http://a.example/x\n" * 2_000_000))[0]


@pytest.mark.parametrize("item", ["<loc>http://a.example/{}</loc>", "http://a.example/{}\n"])
def test_a_sitemap_lists_no_more_than_it_may(item: str) -> None:
    """sitemaps.org: at most 50,000 addresses in one sitemap; the first ones are taken."""
    pages, _ = sitemap("".join(map(item.format, range(MOST + 9))).encode())
    assert len(pages) == MOST == 50_000
    assert pages[-1] == f"http://a.example/{MOST - 1}"


def test_feeds() -> None:
    """RSS and Atom feeds list addresses."""
    rss = b"<rss><channel><link>http://a.example/</link><item><link><![CDATA[http://a.example/1]]></link><guid isPermaLink='true'>http://a.example/2</guid></item></channel></rss>"
    atom = b"<feed xmlns='http://www.w3.org/2005/Atom'><link href='/3'/><entry><link rel='alternate' href=\"http://a.example/4?a&amp;b\"/></entry></feed>"
    assert feed(rss) == ("http://a.example/", "http://a.example/1", "http://a.example/2")
    assert feed(atom) == ("/3", "http://a.example/4?a&b")


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("application/rss+xml; charset=utf-8", b"", True),
        ("application/atom+xml", b"", True),
        ("text/xml", b"<?xml?><feed>", True),
        ("application/xml", b"<rss version='2'>", True),
        ("application/xml", b"<urlset>", False),
        ("text/html", b"<rss>", False),
        (None, b"<rss>", False),
    ],
)
def test_is_feed(kind: str | None, body: bytes, expected: bool) -> None:
    """By its content type, else by its first element when it is XML."""
    assert is_feed(kind, body) is expected


@pytest.mark.parametrize("hostile", [b"<loc>", b"<loc><![CDATA[", b"<link>", b"<guid ", b"<link href", b"<loc>x<!"])
def test_blanks_without_end_cost_no_time(hostile: bytes) -> None:
    """A sitemap or feed of a megabyte of blanks is done at once: looked for among the blanks, an address took minutes (pytest's timeout)."""
    for body in (hostile + b" " * 1_000_000, (hostile + b" " * 200) * 5_000):
        assert sitemap(b"<urlset>" + body)[1] == ()
        assert feed(b"<rss>" + body) == ()
