"""Whole documents, for what cannot stand on a page among others: bases, encodings, XHTML as XML, framesets, text to the end."""

from __future__ import annotations

from dataclasses import dataclass

FOLDER = "/documents/"


@dataclass(frozen=True)
class Document:
    """``addresses`` are all that a browser has there, ``$MAIN/documents/`` left out; ``because`` is the rule that this rests on;
    ``short`` says where our reader falls short of it, and why that is left so; ``differs`` where Chromium does, and who is right."""

    id: str
    body: bytes
    addresses: frozenset[str]
    because: str
    kind: str = "text/html; charset=utf-8"
    short: str = ""
    differs: str = ""

    def at(self, main: str) -> str:
        """Where it is served."""
        return f"{main}{FOLDER}{self.id}"

    def expected(self, main: str, other: str) -> set[str]:
        """The addresses, absolute."""
        return {one.replace("$OTHER", other) if one.startswith("$") else f"{main}{FOLDER}{one}" for one in self.addresses}


def _based(id_: str, body: str, address: str, because: str, differs: str = "") -> Document:
    """A page with one link ``x`` and bases."""
    return Document(id_, f"<!doctype html><title>x</title>{body}".encode(), frozenset({address}), because, differs=differs)


NOWHERE = "Chromium resolves against the base that it could not read, so that no link works; the standard falls back to the page's address"


def _holds(id_: str, body: str, addresses: set[str], because: str) -> Document:
    return Document(id_, f"<!doctype html><title>x</title>{body}".encode(), frozenset(addresses), because)


LINK = "<a href=x>x</a>"
BASE = "WHATWG HTML, 4.2.3"
BASES = (
    _based("base-none", LINK, "x", BASE),
    _based("base-absolute", f"<base href=$OTHER/o/>{LINK}", "$OTHER/o/x", BASE),
    _based("base-relative", f"<base href=sub/>{LINK}", "sub/x", BASE + ": against the page's own address"),
    _based("base-no-slash", f"<base href=$OTHER/o/file>{LINK}", "$OTHER/o/x", "WHATWG URL: the last segment goes"),
    _based("base-two", f"<base href=$OTHER/1/><base href=$OTHER/2/>{LINK}", "$OTHER/1/x", BASE + ": the first counts"),
    _based("base-target-first", f"<base target=_top><base href=$OTHER/2/>{LINK}", "$OTHER/2/x", BASE + ": the first with href"),
    _based("base-late", f"{LINK}<base href=$OTHER/late/>", "$OTHER/late/x", BASE + ": wherever it stands"),
    _based("base-in-body", f"<body><p><base href=$OTHER/body/>{LINK}", "$OTHER/body/x", BASE + ": wherever it stands"),
    _based("base-empty", f"<base href>{LINK}", "x", BASE + ": the page's own address"),
    _based("base-script", f"<base href='javascript:x'>{LINK}", "x", BASE + ": not javascript"),
    _based("base-data", f"<base href='data:text/html,x'>{LINK}", "x", BASE + ": not data"),
    _based("base-bad", f"<base href='http://['>{LINK}", "x", BASE + ": what cannot be read is none", NOWHERE),
    _based(
        "base-bad-first",
        f"<base href='http://['><base href=$OTHER/2/>{LINK}",
        "x",
        BASE + ": the first counts, also when it is bad",
        NOWHERE,
    ),
    _based("base-template", f"<template><base href=$OTHER/t/></template>{LINK}", "x", "a template is not in the page"),
    _based("base-svg", f"<svg><base href=$OTHER/s/ /></svg>{LINK}", "x", "an SVG element of that name is no base"),
    _based("base-noscript", f"<noscript><base href=$OTHER/n/></noscript>{LINK}", "x", "a browser that runs scripts makes no element of it"),
    _based("base-comment", f"<!-- <base href=$OTHER/c/> -->{LINK}", "x", "a comment"),
    _based("base-query", f"<base href='?a=1'>{LINK}", "x", "WHATWG URL: the query goes"),
    _based("base-blanks", f"<base href=' $OTHER/b/ '>{LINK}", "$OTHER/b/x", "WHATWG URL: blanks around are stripped"),
)

PARSING = (
    _holds("plaintext", "<a href=a>x</a><plaintext><a href=b>y</a>", {"a"}, "WHATWG HTML, 13.2.6.4.7: text to the end"),
    _holds("unclosed-comment", "<a href=a>x</a><!-- <a href=b>y</a>", {"a"}, "WHATWG HTML, 13.2.5.45: a comment to the end"),
    _holds("unclosed-script", "<a href=a>x</a><script><a href=b>y</a>", {"a"}, "WHATWG HTML: a script to the end"),
    _holds("unclosed-quote", '<a href=a>x</a><a href="b>y</a>', {"a"}, "WHATWG HTML: a tag that never ends is none"),
    _holds("unquoted-slash", "<a href=a/>x</a>", {"a/"}, "WHATWG HTML, 13.2.5.38: a slash belongs to the value"),
    _holds("no-blank-between", '<a class="k"href="a">x</a>', {"a"}, "WHATWG HTML: an error that is forgiven"),
    _holds("blanks-around", "<a href = 'a' >x</a>", {"a"}, "WHATWG HTML, 13.1.2.3"),
    _holds("references", "<a href='&#97;&#x62;&eacute;'>x</a>", {"ab%C3%A9"}, "WHATWG HTML, 13.2.5.72"),
    _holds("reference-no-end", "<a href='a?x=1&copy;2&copyx=3&amp=4'>x</a>", {"a?x=1%C2%A92&copyx=3&amp=4"}, "WHATWG HTML, 13.2.5.73"),
    _holds("image-tag", "<image src=a>", {"a"}, "WHATWG HTML, 13.2.6.4.7: image is img"),
    _holds(
        "frameset", "<frameset><frame src=a><frame src=b><noframes><a href=c>x</a></noframes></frameset>", {"a", "b"}, "WHATWG HTML, 15.6"
    ),
    _holds("a-across-blocks", "<a href=a><p>x</p><p>y</p></a>", {"a"}, "WHATWG HTML: around blocks"),
    _holds("a-in-table", "<table><tr><a href=a>x</a><td><a href=b>y</a></table>", {"a", "b"}, "WHATWG HTML: foster parenting"),
    _holds("a-in-title", "<title><a href=b>y</a></title><a href=a>x</a>", {"a"}, "WHATWG HTML: RCDATA"),
    _holds("svg-breakout", "<svg><p><a href=a>x</a>", {"a"}, "WHATWG HTML, 13.2.6.5: p leaves SVG"),
    _holds("svg-foreign", "<svg><foreignObject><a href=a>x</a></foreignObject></svg>", {"a"}, "SVG 2: HTML in SVG"),
    _holds("svg-title", "<svg><title><a href=a>x</a></title></svg>", {"a"}, "WHATWG HTML: an integration point"),
    _holds("style-in-svg", "<svg><style>@import 'a.css';</style></svg>", {"a.css"}, "SVG 2: style"),
    _holds("script-comment", "<script><!-- <script> </script> --></script><a href=a>x</a>", {"a"}, "WHATWG HTML: double escaped scripts"),
    _holds("nul", "<a href='a\0b'>x</a>", {"a%EF%BF%BDb"}, "WHATWG HTML: U+0000 is U+FFFD"),
    _holds("upper-everything", "<A HREF=a>x</A><IMG SRC=b>", {"a", "b"}, "WHATWG HTML: names have no case"),
)

_QUERY = "<title>x</title><a href='p\u00e9?q=\u00e9&r=\u20ac&s=\u0142#\u00e9'>x</a>"
ENCODINGS = (
    Document(
        "query-latin",
        _QUERY.encode("cp1252", "xmlcharrefreplace"),
        frozenset({"p%C3%A9?q=%E9&r=%80&s=%26%23322%3B#%C3%A9"}),
        "WHATWG URL: a query is in the page's encoding, what it lacks as a reference",
        "text/html; charset=iso-8859-1",
    ),
    Document(
        "query-utf16",
        b"\xff\xfe" + _QUERY.encode("utf-16-le"),
        frozenset({"p%C3%A9?q=%C3%A9&r=%E2%82%AC&s=%C5%82#%C3%A9"}),
        "WHATWG Encoding: UTF-16 goes out as UTF-8",
        "text/html",
    ),
    Document(
        "query-meta",
        b"<meta charset=windows-1251><a href='?q=\xe9'>x</a>",
        frozenset({"query-meta?q=%E9"}),
        "WHATWG HTML, 13.2.3: the page says",
        "text/html",
    ),
    Document(
        "query-header-wins",
        b"<meta charset=windows-1251><a href='?q=\xc3\xa9'>x</a>",
        frozenset({"query-header-wins?q=%C3%A9"}),
        "WHATWG HTML, 13.2.3.1: the header goes before the page",
    ),
    Document(
        "query-mark-wins",
        b"\xef\xbb\xbf<a href='?q=\xc3\xa9'>x</a>",
        frozenset({"query-mark-wins?q=%C3%A9"}),
        "WHATWG Encoding: the byte order mark goes before the header",
        "text/html; charset=windows-1252",
    ),
    Document(
        "query-japanese",
        "<meta charset=shift_jis><a href='?q=\u3042'>x</a>".encode("shift_jis"),
        frozenset({"query-japanese?q=%82%A0"}),
        "WHATWG URL: bytes of a letter are escaped where they are no ASCII",
        "text/html",
    ),
)

_XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>{head}</head><body>{body}</body></html>'


AS_HTML = "XML is read by the parser of HTML; nobody writes this"


def _xml(id_: str, head: str, body: str, addresses: set[str], because: str, short: str = "") -> Document:
    return Document(id_, _XHTML.format(head=head, body=body).encode(), frozenset(addresses), because, "application/xhtml+xml", short)


XML = (
    _xml("xml-empty", '<script src="s.js"/>', '<a id="x"/><a href="a">x</a>', {"s.js", "a"}, "XML: empty elements are whole"),
    _xml("xml-base", "", '<div xml:base="/elsewhere/"><a href="a">x</a></div>', {"a"}, "WHATWG DOM: xml:base is gone"),
    _xml("xml-html-base", '<base href="sub/"/>', '<a href="a">x</a>', {"sub/a"}, BASE),
    _xml("xml-cdata", "", '<p><![CDATA[<a href="b">]]></p><a href="a">x</a>', {"a"}, "XML: CDATA is text"),
    _xml(
        "xml-noscript",
        "",
        '<noscript><p><a href="b">x</a></p></noscript><a href="a">x</a>',
        {"a", "b"},
        "XML: noscript holds elements",
        AS_HTML,
    ),
    _xml("xml-textarea", "", '<textarea><a href="b">x</a></textarea><a href="a">x</a>', {"a", "b"}, "XML: no raw text", AS_HTML),
    _xml("xml-upper", "", '<A HREF="b">x</A><a href="a">x</a>', {"a"}, "XML: names have case", AS_HTML),
)

DOCUMENTS = (*BASES, *PARSING, *ENCODINGS, *XML)
