"""XHTML served as XML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import read
from reviewer.read.xhtml import as_html, is_xml


def test_empty_elements_end_where_they_begin() -> None:
    """``<script/>`` and ``<a/>`` are complete in XML: what follows is the page, not their content."""
    body = (
        b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title><script src="s.js"/></head>'
        b'<body><a id="here"/><p>Seen</p><a href="/x?a=1&amp;b=2">Link</a><br/><![CDATA[<b>1 < 2</b>]]></body></html>'
    )
    page = read.read(body, url="http://a.example/", content_type="application/xhtml+xml")
    assert page.title == "T"
    assert [link.url for link in page.links] == ["http://a.example/s.js", "http://a.example/x?a=1&b=2"]
    assert "here" in page.anchors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a/>", "<a></a>"),
        ("<br/><img src='a/b'/>", "<br/><img src='a/b'/>"),
        ("<a title='1/>2'/>x", "<a title='1/>2'></a>x"),
        ("<p>1</p>", "<p>1</p>"),
        ("a<![CDATA[<x/>&]]><y/>", "a&lt;x/&gt;&amp;<y></y>"),
        ("a<![CDATA[b", "ab"),
        ("<?xml version='1.0'?><html/>", "<html></html>"),
    ],
)
def test_as_html(text: str, expected: str) -> None:
    """Only what HTML reads otherwise is changed."""
    assert as_html(text) == expected


def test_is_xml() -> None:
    """By the content type alone, as browsers do."""
    assert is_xml("application/xhtml+xml; charset=utf-8")
    assert is_xml("text/xml")
    assert not is_xml("text/html")
    assert not is_xml(None)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<a/>!-[]CDAT'\" x=?", max_size=60))
def test_as_html_is_total(text: str) -> None:
    """Any text has an answer."""
    assert isinstance(as_html(text), str)
