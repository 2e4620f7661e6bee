"""Cases about where links are: the elements and attributes that a browser fetches or follows (WHATWG HTML, SVG 2, CSS)."""

from __future__ import annotations

from tests.links_origin.case import WORKS, Case, Reply, broken, page

FINE = Reply(200, page("Fine"))
PICTURE = Reply(200, b"\x89PNG", kind="image/png")
HTML = "WHATWG HTML"
DEAD = broken("not_found")


def _dead(id_: str, markup: str, because: str = HTML, count: int = 1) -> Case:
    """Markup whose addresses (all ``$OTHER/gone/...``) are dead."""
    return Case(id_, markup, (DEAD,) * count, because)


def _none(id_: str, markup: str, because: str = HTML) -> Case:
    """Markup that bears no link."""
    return Case(id_, markup, (), because)


BEARING = (
    _dead("area", '<map><area href="$OTHER/gone/area" alt="x"></map>'),
    _dead("img", '<img src="$OTHER/gone/img.png" alt="x">'),
    _dead("srcset", '<img srcset="$OTHER/gone/1.png 1x, $OTHER/gone/2.png 2x">', count=2),
    _dead("srcset-commas", '<img srcset="$OTHER/gone/a,b.png 100w,$OTHER/gone/c.png 200w">', "commas may stand in an address", count=2),
    _dead("src-and-srcset", '<img src="$OTHER/gone/s.png" srcset="$OTHER/gone/t.png 2x">', count=2),
    _dead("picture", '<picture><source srcset="$OTHER/gone/p.webp"><img src="$OTHER/gone/p.png"></picture>', count=2),
    _dead("script", '<script src="$OTHER/gone/x.js"></script>'),
    _dead("iframe", '<iframe src="$OTHER/gone/frame"></iframe>'),
    _dead("video", '<video src="$OTHER/gone/v.mp4" poster="$OTHER/gone/v.jpg"></video>', count=2),
    _dead("video-source", '<video><source src="$OTHER/gone/w.mp4"><track src="$OTHER/gone/w.vtt"></video>', count=2),
    _dead("audio", '<audio src="$OTHER/gone/a.mp3"></audio>'),
    _dead("embed", '<embed src="$OTHER/gone/e">'),
    _dead("object", '<object data="$OTHER/gone/o"></object>'),
    _dead("form", '<form action="$OTHER/gone/form"><input></form>'),
    _dead("input-image", '<input type="image" src="$OTHER/gone/button.png">'),
    _dead("formaction", '<form><button formaction="$OTHER/gone/formaction">x</button></form>'),
    _dead("blockquote", '<blockquote cite="$OTHER/gone/quote">x</blockquote>'),
    _dead("q", '<q cite="$OTHER/gone/q">x</q>'),
    _dead("ins-del", '<ins cite="$OTHER/gone/ins">x</ins><del cite="$OTHER/gone/del">y</del>', count=2),
    _dead("svg-a", '<svg><a href="$OTHER/gone/svg-a"><text>x</text></a></svg>', "SVG 2, 16.2"),
    _dead("svg-xlink", '<svg><a xlink:href="$OTHER/gone/svg-xlink"><text>x</text></a></svg>', "SVG 2: xlink:href"),
    _dead("svg-both", '<svg><a href="$OTHER/gone/svg-both" xlink:href="$OTHER/other">x</a></svg>', "SVG 2: href wins"),
    _dead("svg-image", '<svg><image href="$OTHER/gone/i.png"/></svg>', "SVG 2"),
    _dead("svg-use", '<svg><use href="$OTHER/gone/icons.svg#x"/></svg>', "SVG 2"),
    _dead("style-attribute", "<p style=\"background: url('$OTHER/gone/bg.png')\">x</p>", "CSS"),
    _dead("style-element", '<style>@import "$OTHER/gone/a.css"; p { background: url( $OTHER/gone/b.png ) }</style>', "CSS", count=2),
    _dead("link-stylesheet", '<link rel="stylesheet" href="$OTHER/gone/s.css">'),
    _dead("link-icon", '<link rel="icon" href="$OTHER/gone/icon.png">'),
    _dead("link-canonical", '<link rel="canonical" href="$OTHER/gone/canonical">'),
    _dead("link-alternate", '<link rel="alternate" hreflang="cy" href="$OTHER/gone/cy">'),
    _dead("link-preload", '<link rel="preload" as="image" href="$OTHER/gone/pre.png">'),
    _dead("background", '<table background="$OTHER/gone/table.png"><tr><td>x</td></tr></table>', "WHATWG HTML, 15.3"),
    _dead("nested-markup", '<a href="$OTHER/gone/nested"><span><b>x</b></span></a>'),
    _dead("link-in-code", '<code><a href="$OTHER/gone/in-code">x</a></code>', "a link is a link also in code"),
    _dead("link-in-pre", '<pre><a href="$OTHER/gone/in-pre">x</a></pre>'),
    _dead("hidden-link", '<p hidden><a href="$OTHER/gone/hidden">x</a></p>', "scripts may show it"),
    _dead("details", '<details><summary>x</summary><a href="$OTHER/gone/details">y</a></details>'),
    _dead("table-fostered", '<table><a href="$OTHER/gone/fostered">x</a><tr><td>y</td></tr></table>', "WHATWG HTML: foster parenting"),
    _dead("twice", '<a href="$OTHER/gone/twice">x</a><a href="$OTHER/gone/twice">y</a>', "once for each place", count=2),
    Case(
        "srcset-one-dead",
        '<img srcset="$OTHER/alive.png 1x, $OTHER/gone/x.png 2x">',
        (WORKS, DEAD),
        HTML,
        {("OTHER", "/alive.png"): PICTURE},
    ),
    Case(
        "post-form",
        '<form method="post" action="$OTHER/gone/post"><input></form>',
        (("skipped", "not_asked"),),
        "only a POST could tell, and none is sent",
    ),
    Case(
        "post-form-works",
        '<form method="post" action="$OTHER/post-works"><input></form>',
        (WORKS,),
        "something answers there",
        {("OTHER", "/post-works"): FINE},
    ),
    Case("get-form", '<form action="$OTHER/get-form"><input></form>', (WORKS,), HTML, {("OTHER", "/get-form"): FINE}),
)

NOT_LINKS = (
    _none("comment", '<!-- <a href="$OTHER/gone/comment">x</a> -->'),
    _none("in-template", '<template><a href="$OTHER/gone/template">x</a></template>'),
    _none("noscript", '<noscript><a href="$OTHER/gone/noscript">x</a></noscript>', "a browser that runs scripts makes no element of it"),
    _none("textarea", '<textarea><a href="$OTHER/gone/textarea">x</a></textarea>'),
    _none("code-text", "<code>&lt;a href=&quot;$OTHER/gone/code&quot;&gt;</code>", "text"),
    _none("plain-text", "<p>$OTHER/gone/plain</p>", "text"),
    _none("script-text", "<script>var x = '<a href=\"$OTHER/gone/js\">x</a>'</script>", "script"),
    _none("json-ld", '<script type="application/ld+json">{"url": "$OTHER/gone/ld"}</script>', "data"),
    _none("preconnect", '<link rel="preconnect" href="$OTHER/gone/pre">', "a host to get ready for"),
    _none("dns-prefetch", '<link rel="dns-prefetch" href="$OTHER/gone/dns">', "a host to get ready for"),
    _none("no-href", "<a name=x>x</a>", "no address"),
    _none("data-attribute", '<div data-href="$OTHER/gone/data">x</div>', "a script's business"),
    _none("empty-src", '<img src="" alt="">', "WHATWG HTML: not fetched"),
    _none("no-action", "<form><input></form>", "the page's own"),
    _none("css-comment", "<style>/* url($OTHER/gone/css-comment) */</style>", "CSS"),
    _none("css-namespace", "<style>@namespace url($OTHER/gone/ns);</style>", "a name"),
    _none("css-fragment", '<svg fill="none" style="filter: url(#blur)"></svg>', "a part of the page"),
    _none("meta-og", '<meta property="og:url" content="$OTHER/gone/og">', "data"),
    _none("xmp", '<xmp><a href="$OTHER/gone/xmp">x</a></xmp>', "raw text"),
    _none("dialog-form", '<form method="dialog" action="$OTHER/gone/dialog"></form>', "WHATWG HTML: it closes a dialog"),
)

CASES = (*BEARING, *NOT_LINKS)
