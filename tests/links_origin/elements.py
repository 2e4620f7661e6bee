"""Cases about where links are: the elements and attributes that a browser fetches or follows (WHATWG HTML, SVG 2, CSS)."""

from __future__ import annotations

from tests.links_origin.case import SKIPPED, WORKS, Case, Reply, broken, page

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
    _dead(
        "srcdoc",
        "<iframe srcdoc='<a href=$OTHER/gone/srcdoc>x</a><img src=$OTHER/gone/srcdoc.png>'></iframe>",
        "WHATWG HTML, 4.8.5",
        count=2,
    ),
    _dead("srcdoc-nested", "<iframe srcdoc='<iframe srcdoc=&quot;<a href=$OTHER/gone/nested-srcdoc>x</a>&quot;></iframe>'></iframe>"),
    Case(
        "srcdoc-base", "<iframe srcdoc='<a href=beside>x</a>'></iframe>", (WORKS,), "WHATWG HTML, 2.4.3", {("MAIN", "/folder/beside"): FINE}
    ),
    Case("srcdoc-own-base", "<iframe srcdoc='<base href=$OTHER/gone/><a href=x>x</a>'></iframe>", (DEAD,), "WHATWG HTML, 4.2.3"),
    Case("srcdoc-fragment", "<iframe srcdoc='<a href=#in>x</a><p id=in>'></iframe>", (SKIPPED,), "its own place, about:srcdoc#in"),
    Case(
        "srcdoc-anchor",
        "<iframe srcdoc='<p id=only-inside>'></iframe><a href=#only-inside>x</a>",
        (broken("missing_anchor"),),
        "not the page's",
    ),
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
        (("skipped", "not_asked"),),
        "only a POST could tell, and none is sent",
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
    _none("srcdoc-wins", '<iframe src="$OTHER/gone/src" srcdoc="<p>x"></iframe>', "WHATWG HTML, 4.8.5: srcdoc overrides src"),
    _none("xmp", '<xmp><a href="$OTHER/gone/xmp">x</a></xmp>', "raw text"),
    _none("dialog-form", '<form method="dialog" action="$OTHER/gone/dialog"></form>', "WHATWG HTML: it closes a dialog"),
)


def _sheet(id_: str, sheets: dict[str, str], expected: tuple[tuple[str, str], ...], because: str, **more: Reply) -> Case:
    """A page that loads ``/sheets/ID.css``; ``sheets`` are the texts by what follows the id, ``more`` the pictures of MAIN that are there."""
    answers = {("MAIN", f"/sheets/{id_}{name}.css"): Reply(200, text.encode(), kind="text/css") for name, text in sheets.items()}
    answers |= {("MAIN", f"/sheets/{name}.png"): reply for name, reply in more.items()}
    return Case(id_, f'<link rel="stylesheet" href="/sheets/{id_}.css">', (WORKS,), because, answers, styled=expected)


SHEETS = (
    _sheet("sheet-url", {"": "a { b: url(gone.png) } c { d: url(here1.png) }"}, (DEAD, WORKS), "CSS Values 4, 4.5", here1=PICTURE),
    _sheet("sheet-quoted", {"": "a { b: url( '$OTHER/gone/1.png' ), URL(\"$OTHER/gone/2.png\") }"}, (DEAD, DEAD), "CSS Syntax 3, 4.3.6"),
    _sheet(
        "sheet-escapes", {"": "a { b: u\\72l(gone\\2d file.png), url(here\\32 .png) }"}, (DEAD, WORKS), "CSS Syntax 3, 4.3.7", here2=PICTURE
    ),
    _sheet("sheet-comment", {"": "/* url(no.png) */ a { b: url(gone.png) /* url(no.png)"}, (DEAD,), "CSS Syntax 3, 4.3.2"),
    _sheet("sheet-string", {"": "a::before { content: 'url(no.png)' } .x\\' { b: url(gone.png) }"}, (DEAD,), "CSS Syntax 3, 4.3.5"),
    _sheet("sheet-data", {"": "a { b: url(\"data:image/svg+xml,<svg fill='url(no.png)'/>\") }"}, (), "RFC 2397: it holds the picture"),
    _sheet("sheet-fragment", {"": "a { filter: url(#blur); mask: url(sprite.svg#x) }"}, (DEAD,), "CSS Values 4, 4.5.4: a part of the page"),
    _sheet(
        "sheet-font",
        {"": "@font-face { src: url(f.eot); src: url('f.eot?#iefix') format('x'), url(f.woff2) format('woff2') }"},
        (DEAD, DEAD, DEAD),
        "CSS Fonts 4, 4.3",
    ),
    _sheet(
        "sheet-image-set", {"": "a { b: image-set('gone.png' 1x, url(here3.png) 2x) }"}, (DEAD, WORKS), "CSS Images 4, 2.4", here3=PICTURE
    ),
    _sheet(
        "sheet-import",
        {"": "@import 'sheet-import--more.css'; @import url(gone.css);", "--more": "@import 'sheet-import.css'; a { b: url(gone.png) }"},
        (WORKS, DEAD, WORKS, DEAD),  # "sheet-import--more.css" and "sheet-import.css" in the order of their addresses, the former first
        "CSS Cascade 5, 2",
    ),
    _sheet("sheet-late-import", {"": "a { b: c } @import 'no.css';"}, (), "CSS Cascade 5, 2: it comes too late to count"),
    _sheet("sheet-namespace", {"": "@namespace svg url(http://www.w3.org/2000/svg);"}, (), "CSS Namespaces 3: a name"),
    Case(
        "sheet-of-others",
        '<link rel="stylesheet" href="$OTHER/sheet-of-others.css">',
        (WORKS,),
        "what others load is theirs to mend",
        {("OTHER", "/sheet-of-others.css"): Reply(200, b"a { b: url(gone.png) }", kind="text/css")},
    ),
)

CASES = (*BEARING, *NOT_LINKS, *SHEETS)
