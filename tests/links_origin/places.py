"""Further cases about places on pages, redirects that pages make, and elements that bear links (WHATWG HTML)."""

from __future__ import annotations

from tests.links_origin.case import MOVED, WORKS, Case, Reply, broken, one, page

FINE = Reply(200, page("Fine"))
MISSING = broken("missing_anchor")
DEAD = broken("not_found")
FRAGMENT = "WHATWG HTML, 7.4.6.4"

_BODY = (
    "<!doctype html><title>P</title><p id=grüße>a<p id='a b'>b<p id=Upper>c<img name=picture alt=''><svg><g id=drawn></g></svg>"
    "<details><p id=folded>d</details><p hidden id=unseen>e<noscript><p id=scriptless>f</noscript><!-- <p id=commented> -->"
    "<template><p id=cut></template><textarea><p id=typed></textarea><map name=mapped></map><p id='100%'>g<a name='Named'>h</a><p id=top-2>i"
)
_KINDS = {
    "utf16": Reply(200, b"\xff\xfe" + _BODY.encode("utf-16-le"), kind="text/html"),
    "utf16be": Reply(200, _BODY.encode("utf-16-be"), kind="text/html; charset=utf-16be"),
    "latin": Reply(200, _BODY.encode("cp1252"), kind="text/html; charset=windows-1252"),
    "latin-meta": Reply(200, b"<meta charset=iso-8859-1>" + _BODY.encode("cp1252"), kind="text/html"),
    "plain": Reply(200, _BODY.encode()),
    "xml": Reply(
        200,
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>P</title></head><body><p id="grüße"/><p id="second">x</p></body></html>'.encode(),
        kind="application/xhtml+xml",
    ),
    "text": Reply(200, b"just text", kind="text/plain"),
}


def _place(id_: str, of: str, fragment: str, there: bool, because: str = FRAGMENT, chromium: tuple[str, str] | None = None) -> Case:
    markup = f'<a href="/of-{of}#{fragment}">x</a>'
    return Case(id_, markup, (WORKS if there else MISSING,), because, {("MAIN", f"/of-{of}"): _KINDS[of]}, None, chromium)


PLACES = (
    _place("place-utf16", "utf16", "grüße", True, "WHATWG Encoding: a byte order mark"),
    _place("place-utf16be", "utf16be", "gr%C3%BC%C3%9Fe", True, "WHATWG Encoding: utf-16be"),
    _place("place-latin", "latin", "gr%C3%BC%C3%9Fe", True, "fragments are UTF-8, whatever the page is"),
    _place("place-latin-meta", "latin-meta", "grüße", True, "iso-8859-1 is windows-1252"),
    _place("place-latin-bytes", "latin", "gr%FC%DFe", False, "fragments are UTF-8, whatever the page is"),
    _place("place-blank", "plain", "a%20b", True),
    _place("place-lower", "plain", "upper", False, "ids have case"),
    _place("place-name-case", "plain", "named", False, "names have case"),
    _place("place-img-name", "plain", "picture", False, "only the name of an a element counts"),
    _place("place-map-name", "plain", "mapped", False, "only the name of an a element counts"),
    _place("place-drawn", "plain", "drawn", True, "any element's id"),
    _place("place-folded", "plain", "folded", True, "details open for it"),
    _place("place-unseen", "plain", "unseen", True, "an element that is hidden is one"),
    _place("place-scriptless", "plain", "scriptless", False, "a browser that runs scripts makes no element of it"),
    _place("place-commented", "plain", "commented", False, "a comment"),
    _place("place-cut", "plain", "cut", False, "a template is not in the page"),
    _place("place-typed", "plain", "typed", False, "raw text"),
    _place("place-stray-percent", "plain", "100%", True, "a stray percent sign is itself"),
    _place("place-percent-encoded", "plain", "100%25", True, "decoded after raw"),
    _place("place-xml", "xml", "second", True, "XHTML as XML"),
    _place("place-xml-empty", "xml", "gr%C3%BC%C3%9Fe", True, "XML: an empty element"),
    _place("place-xml-missing", "xml", "third", False, "XHTML as XML"),
    _place(
        "place-in-text", "text", "part", True, "RFC 5147: not HTML, so no ids", ("shown, nowhere", "a text has no elements to point to")
    ),
    _place("place-text-directive", "plain", ":~:text=nothing%20of%20this", True, "URL fragment text directives: no match is no fault"),
    _place("place-Top", "plain", "Top", True, "WHATWG HTML: top has no case"),
    Case(
        "place-refresh",
        '<a href="/place-refresh#second">x</a>',
        (MOVED,),
        "WHATWG HTML: a refresh has an address of its own",
        {
            ("MAIN", "/place-refresh"): Reply(200, b"<meta http-equiv=refresh content='0; url=/of-xml#second'>"),
            ("MAIN", "/of-xml"): _KINDS["xml"],
        },
        "$MAIN/of-xml#second",
    ),
)


def _refresh(id_: str, body: str, expected: tuple[str, str], because: str, headers: tuple[tuple[str, str], ...] = ()) -> Case:
    answers = {("OTHER", f"/{id_}"): Reply(200, f"<!doctype html><title>x</title>{body}".encode(), headers), ("OTHER", f"/{id_}-new"): FINE}
    return Case(id_, f'<a href="$OTHER/{id_}">x</a>', (expected,), because, answers, f"$OTHER/{id_}-new" if expected == MOVED else None)


def _meta(content: str) -> str:
    return f'<meta http-equiv="refresh" content="{content}">'


SHARED = "WHATWG HTML, 4.2.5.3: shared declarative refresh"
REFRESHES = (
    _refresh("refresh-header", "x", MOVED, SHARED, (("Refresh", "0; url=/refresh-header-new"),)),
    _refresh("refresh-header-5", "x", WORKS, "a page that people can read first", (("Refresh", "5; url=/nowhere-at-all"),)),
    _refresh("refresh-fraction", _meta("0.9; url=/refresh-fraction-new"), MOVED, SHARED + ": fractions are dropped"),
    _refresh("refresh-comma", _meta("0, url=/refresh-comma-new"), MOVED, SHARED + ": a comma will do"),
    _refresh("refresh-blanks", _meta(" 0 ;  URL = /refresh-blanks-new "), MOVED, SHARED + ": blanks will do"),
    _refresh("refresh-half-quote", _meta("0; url='/refresh-half-quote-new"), MOVED, SHARED + ": a quote without its end"),
    _refresh("refresh-script", _meta("0; url=javascript:void(0)"), WORKS, SHARED + ": scripts are not run"),
    _refresh("refresh-no-number", _meta("url=/nowhere-at-all"), WORKS, SHARED + ": a number comes first"),
    _refresh("refresh-negative", _meta("-1; url=/nowhere-at-all"), WORKS, SHARED + ": digits come first"),
    _refresh("refresh-in-body", f"<body><p>x</p>{_meta('0; url=/refresh-in-body-new')}", MOVED, "it may stand anywhere"),
    _refresh("refresh-template", f"<template>{_meta('0; url=/nowhere-at-all')}</template>", WORKS, "a template is not in the page"),
    _refresh("refresh-base", f"<base href=/folder/>{_meta('0; url=../refresh-base-new')}", MOVED, "against the page's base"),
    _refresh("refresh-dead-host", _meta("0; url=http://gone.invalid/"), broken("redirect_to_broken"), "leads to a dead site"),
    Case(
        "refresh-round",
        '<a href="$OTHER/refresh-round">x</a>',
        (broken("redirect_loop"),),
        "two pages that lead to each other",
        {
            ("OTHER", "/refresh-round"): Reply(200, _meta("0; url=/refresh-round-b").encode()),
            ("OTHER", "/refresh-round-b"): Reply(200, _meta("0; url=/refresh-round").encode()),
        },
        None,
        ("shown", "it goes round as long as one looks"),
    ),
    one(
        "led-by-script",
        Reply(200, b"<!doctype html><title>x</title><p>One moment.</p><script>location.replace('/200-for-script')</script>"),
        WORKS,
        "no script is run",
        chromium=("404", "it runs the script; what scripts do is not ours to know"),
    ),
)


def _bears(id_: str, markup: str, because: str, count: int = 1) -> Case:
    return Case(id_, markup, (DEAD,) * count, because)


def _none(id_: str, markup: str, because: str) -> Case:
    return Case(id_, markup, (), because)


ELEMENTS = (
    _bears(
        "imagesrcset",
        '<link rel=preload as=image href="$OTHER/gone/f.png" imagesrcset="$OTHER/gone/g.png 1x, $OTHER/gone/h.png 2x">',
        "4.2.4",
        3,
    ),
    _bears("srcset-only-commas", '<img srcset=",$OTHER/gone/d.png,,">', "WHATWG HTML, 4.8.4.3.10: commas around are dropped"),
    _bears("area-rect", '<map name=m><area shape=rect coords="0,0,1,1" href="$OTHER/gone/rect" alt=x></map>', "4.8.14"),
    _bears("a-download", '<a download href="$OTHER/gone/download.zip">x</a>', "4.6.4"),
    _bears("a-target", '<a target=_blank rel=noopener href="$OTHER/gone/blank">x</a>', "4.6.2"),
    _bears("input-formaction", '<form><input type=submit formaction="$OTHER/gone/input-fa"></form>', "4.10.18.6"),
    _bears("iframe-lazy", '<iframe loading=lazy src="$OTHER/gone/lazy"></iframe>', "lazy is not never"),
    _bears("img-lazy", '<img loading=lazy alt=x src="$OTHER/gone/lazy.png">', "lazy is not never"),
    _bears(
        "object-in-object",
        '<object data="$OTHER/gone/o1"><object data="$OTHER/gone/o2"></object></object>',
        "the fallback bears links too",
        2,
    ),
    _bears("audio-source", '<audio><source src="$OTHER/gone/a1.ogg"><source src="$OTHER/gone/a2.mp3"></audio>', "4.8.2", 2),
    _bears("link-several-rels", '<link rel="preconnect stylesheet" href="$OTHER/gone/both.css">', "one of them fetches"),
    _bears("link-upper-rel", '<link rel="STYLESHEET" href="$OTHER/gone/upper.css">', "rels have no case"),
    _bears("link-next", '<link rel=next href="$OTHER/gone/next">', "4.6.7"),
    _bears("link-manifest", '<link rel=manifest href="$OTHER/gone/site.webmanifest">', "4.6.7.10"),
    _bears("font-face", "<style>@font-face { font-family: x; src: url($OTHER/gone/x.woff2) }</style>", "CSS Fonts 4"),
    _bears("css-media", "<style>@media screen { p { background: url('$OTHER/gone/media.png') } }</style>", "CSS Conditional 3"),
    _bears("css-escape", "<style>p { background: url($OTHER/gone/e\\73 c.png) }</style>", "CSS Syntax, 4.3.7"),
    _bears("svg-in-a", '<a href="$OTHER/gone/around-svg"><svg><title>Home</title></svg></a>', "words of a picture"),
    _bears("feimage", '<svg><filter><feImage href="$OTHER/gone/fe.png"/></filter></svg>', "Filter Effects 1"),
    _bears("a-in-button", '<button><a href="$OTHER/gone/in-button">x</a></button>', "forbidden, and clicked all the same"),
    _bears("a-nested", '<a href="$OTHER/gone/outer">x<a href="$OTHER/gone/inner">y</a></a>', "WHATWG HTML: the second closes the first", 2),
    _bears("quote-reference", '<a href="$OTHER/gone/quoted&quot;s">x</a>', "references in attributes"),
    _none("object-param", '<object><param name=movie value="$OTHER/gone/movie"></object>', "data of a plug-in that is gone"),
    _none("a-ping", '<a ping="$OTHER/gone/ping">x</a>', "a note to a counter, and no link without href"),
    _none("meta-csp", '<meta http-equiv="content-security-policy-report-only" content="report-uri $OTHER/gone/csp">', "not a place to go"),
    _none("itemid", '<div itemscope itemid="$OTHER/gone/item"></div>', "a name"),
    _none("rdfa", '<p about="$OTHER/gone/about" resource="$OTHER/gone/resource">x</p>', "names"),
    _none("input-src-text", '<input type=text src="$OTHER/gone/text.png">', "only a picture has one"),
    _none("div-href", '<div href="$OTHER/gone/div">x</div>', "not an attribute of it"),
    _none("a-src", '<a src="$OTHER/gone/a-src">x</a>', "not an attribute of it"),
    _none("longdesc", '<img alt="" longdesc="$OTHER/gone/longdesc">', "obsolete: browsers offer no way there"),
    _none("conditional", '<!--[if IE]><a href="$OTHER/gone/ie">x</a><![endif]-->', "a comment"),
    _none("cdata", '<![CDATA[<a href="$OTHER/gone/cdata" ]]>', "a comment in HTML"),
    _none("script-template", '<script type="text/template"><a href="$OTHER/gone/st">x</a></script>', "data"),
    _none("css-string", "<style>p::after { content: '$OTHER/gone/string' }</style>", "a text"),
    _none("noembed", '<noembed><a href="$OTHER/gone/noembed">x</a></noembed>', "raw text"),
    _none("noframes", '<noframes><a href="$OTHER/gone/noframes">x</a></noframes>', "raw text"),
    _none("iframe-inside", '<iframe><a href="$OTHER/gone/iframe-inside">x</a></iframe>', "raw text"),
)

CASES = (*PLACES, *REFRESHES, *ELEMENTS)
