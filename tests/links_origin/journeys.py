"""Cases about redirects (RFC 9110, 15.4; WHATWG Fetch and HTML) and what targets say about themselves."""

from __future__ import annotations

from tests.links_origin.case import MOVED, WORKS, Case, Reply, broken, chain, page, unsure

FINE = Reply(200, page("Fine"))
REDIRECTS = "RFC 9110, 15.4"
ELSEWHERE = ("shown, nowhere", "pages of others are not held to their places: their scripts make them as often as not")
ROUTE = ("shown, nowhere", "an application reads it as a route; without its script nobody can tell")


def _refresh(id_: str, content: str, expected: tuple[str, str], because: str, *, wrap: str = "{}") -> Case:
    meta = wrap.format(f'<meta http-equiv="refresh" content="{content}">')
    return Case(
        id_,
        f'<a href="$OTHER/{id_}">x</a>',
        (expected,),
        because,
        {("OTHER", f"/{id_}"): Reply(200, f"<!doctype html><title>x</title>{meta}".encode()), ("OTHER", f"/{id_}-new"): FINE},
    )


def _loop(id_: str, hops: dict[str, str], expected: tuple[str, str], because: str) -> Case:
    answers = {("OTHER", path): Reply(302, b"", (("Location", to),)) for path, to in hops.items()}
    return Case(id_, f'<a href="$OTHER/{id_}">x</a>', (expected,), because, answers)


KINDS = (
    *(chain(f"permanent-{s}", [(s, f"/permanent-{s}-new")], FINE, MOVED, REDIRECTS, to=f"$OTHER/permanent-{s}-new") for s in (301, 308)),
    *(chain(f"temporary-{s}", [(s, f"/temporary-{s}-new")], FINE, WORKS, REDIRECTS) for s in (302, 303, 307)),
    chain("permanent-twice", [(301, "/pt-1"), (308, "/pt-2")], FINE, MOVED, "permanent all the way gives its end", to="$OTHER/pt-2"),
    chain(
        "permanent-then-temporary", [(301, "/ptt-1"), (302, "/ptt-2")], FINE, MOVED, "only the first step is for good", to="$OTHER/ptt-1"
    ),
    chain("temporary-then-permanent", [(302, "/ttp-1"), (301, "/ttp-2")], FINE, WORKS, "a temporary step keeps the old address"),
    chain("permanent-elsewhere", [(301, "$MAIN/elsewhere-new")], FINE, MOVED, REDIRECTS, to="$MAIN/elsewhere-new"),
    chain("slash-added", [(301, "/slash-added/")], FINE, WORKS, "only a slash"),
    chain("slash-dropped/", [(301, "/slash-dropped")], FINE, WORKS, "only a slash"),
    chain("escape-changed-%7E", [(301, "/escape-changed-~")], FINE, WORKS, "the same address in other letters"),
    chain("query-added", [(301, "/query-added?new=1")], FINE, MOVED, "another address", to="$OTHER/query-added?new=1"),
    chain("to-https", [(301, "$TLS/to-https")], FINE, WORKS, "http to https on one host"),
    chain("to-https-elsewhere", [(301, "$TLS/to-https-new")], FINE, MOVED, "https, and another path", to="$TLS/to-https-new"),
    chain("slash-then-moved", [(301, "/slash-then-moved/"), (301, "/stm-new")], FINE, MOVED, REDIRECTS, to="$OTHER/stm-new"),
    chain("relative-location", [(301, "relative-location-new")], FINE, MOVED, "RFC 9110, 10.2.2: relative references"),
    chain("location-with-fragment", [(301, "/lwf-new#part")], FINE, MOVED, "RFC 9110, 10.2.2", chromium=ELSEWHERE),
    chain("many-hops", [(302, f"/many-{n}") for n in range(10)], FINE, WORKS, "browsers follow 20"),
    chain("moved-to-404", [(301, "/moved-to-404-new")], Reply(404), broken("redirect_to_broken"), "leads to a dead page"),
    chain("temporary-to-404", [(302, "/temporary-to-404-new")], Reply(404), broken("redirect_to_broken"), "leads to a dead page"),
    chain("moved-to-410", [(301, "/moved-to-410-new")], Reply(410), broken("redirect_to_broken"), "leads to a dead page"),
    chain("slash-to-404", [(301, "/slash-to-404/")], Reply(404), broken("not_found"), "only a slash before it"),
    chain("moved-to-403", [(301, "/moved-to-403-new")], Reply(403), unsure("forbidden"), "nobody can tell"),
    chain("moved-to-500", [(301, "/moved-to-500-new")], Reply(500), unsure("server_busy"), "nobody can tell"),
    Case(
        "to-no-host",
        '<a href="$OTHER/to-no-host">x</a>',
        (broken("redirect_to_broken"),),
        "leads to a dead site",
        {("OTHER", "/to-no-host"): Reply(301, b"", (("Location", "http://gone.invalid/"),))},
    ),
    Case(
        "to-refused",
        '<a href="$OTHER/to-refused">x</a>',
        (broken("redirect_to_broken"),),
        "leads to a dead site",
        {("OTHER", "/to-refused"): Reply(302, b"", (("Location", "$CLOSED/"),))},
    ),
    Case(
        "to-internal",
        '<a href="$OTHER/to-internal">x</a>',
        (unsure("blocked_address"),),
        "the guard holds at every hop",
        {("OTHER", "/to-internal"): Reply(302, b"", (("Location", "http://10.0.0.1/"),))},
    ),
    _loop("loop-self", {"/loop-self": "/loop-self"}, broken("redirect_loop"), "WHATWG Fetch, 4.4"),
    _loop("loop-two", {"/loop-two": "/loop-two-b", "/loop-two-b": "/loop-two"}, broken("redirect_loop"), "WHATWG Fetch, 4.4"),
    _loop(
        "endless-hops",
        {"/endless-hops": "/eh-0", **{f"/eh-{n}": f"/eh-{n + 1}" for n in range(30)}},
        broken("too_many_redirects"),
        "WHATWG Fetch: 20",
    ),
    Case(
        "cookie-chain",
        '<a href="$OTHER/cookie-chain">x</a>',
        (WORKS,),
        "RFC 6265: a cookie of one hop goes to the next",
        {
            ("OTHER", "/cookie-chain"): Reply(302, b"", (("Location", "/cookie-chain-2"), ("Set-Cookie", "seen=1; Path=/"))),
            ("OTHER", "/cookie-chain-2"): FINE,
        },
    ),
    Case(
        "no-location",
        '<a href="$OTHER/no-location">x</a>',
        (unsure("protocol_error"),),
        "RFC 9110, 15.4.2: it should say where",
        {("OTHER", "/no-location"): Reply(301, b"")},
        chromium=("shown", "WHATWG Fetch, 4.4: without an address the answer itself is shown, here an empty page"),
    ),
)

REFRESHES = (
    _refresh("refresh-0", "0; url=/refresh-0-new", MOVED, "WHATWG HTML: shared declarative refresh"),
    _refresh("refresh-0-quoted", "0;URL='/refresh-0-quoted-new'", MOVED, "WHATWG HTML: quotes are dropped"),
    _refresh("refresh-0-bare", "0 /refresh-0-bare-new", MOVED, "WHATWG HTML: url= may be left out"),
    _refresh("refresh-5", "5; url=/refresh-5-new", WORKS, "a page that people can read first"),
    _refresh("refresh-self", "0; url=/refresh-self", WORKS, "it leads nowhere else"),
    _refresh("refresh-no-url", "300", WORKS, "it loads itself anew"),
    _refresh(
        "refresh-noscript",
        "0; url=/nowhere-at-all",
        WORKS,
        "a browser that runs scripts makes no element of it",
        wrap="<noscript>{}</noscript>",
    ),
    _refresh("refresh-comment", "0; url=/nowhere-at-all", WORKS, "a comment", wrap="<!-- {} -->"),
    Case(
        "refresh-cookie",
        '<a href="$OTHER/refresh-cookie">x</a>',
        (WORKS,),
        "RFC 6265: a cookie that a page sets goes along with its refresh",
        {
            ("OTHER", "/refresh-cookie"): Reply(
                200,
                page("Fine"),
                stranger=Reply(
                    200,
                    b'<!doctype html><title>x</title><meta http-equiv="refresh" content="0; url=/refresh-cookie-set">',
                    (("Set-Cookie", "refresh-cookie=1; Path=/"), ("Set-Cookie", "refresh-cookie-set=1; Path=/")),
                ),
            ),
            ("OTHER", "/refresh-cookie-set"): Reply(
                302, b"", (("Location", "/refresh-cookie"),), stranger=Reply(302, b"", (("Location", "/refresh-cookie?none"),))
            ),
            ("OTHER", "/refresh-cookie?none"): Reply(
                200, b'<!doctype html><title>x</title><meta http-equiv="refresh" content="0; url=/refresh-cookie">'
            ),
        },
    ),
    _refresh("refresh-404", "0; url=/nowhere-at-all", broken("redirect_to_broken"), "leads to a dead page"),
)


def _place(
    id_: str,
    markup: str,
    expected: tuple[str, str],
    because: str,
    answers: dict[tuple[str, str], Reply] | None = None,
    chromium: tuple[str, str] | None = None,
) -> Case:
    return Case(id_, markup, (expected,), because, answers or {}, chromium=chromium)


_ANCHORS = Reply(200, b"<title>P</title><h1 id=top-part>P</h1><p id=here>x<a name=named>y</a><p id='gr\xc3\xbc\xc3\x9fe'>z<p id='50%25'>w")
_TARGET = {("MAIN", "/places"): _ANCHORS}
MISSING = broken("missing_anchor")
PLACES = (
    _place("place-id", '<a href="/places#here">x</a>', WORKS, "WHATWG HTML, 7.4.6.4", _TARGET),
    _place("place-name", '<a href="/places#named">x</a>', WORKS, "WHATWG HTML: a name of an a element", _TARGET),
    _place("place-missing", '<a href="/places#nowhere">x</a>', MISSING, "WHATWG HTML, 7.4.6.4", _TARGET),
    _place("place-case", '<a href="/places#Here">x</a>', MISSING, "ids have case", _TARGET),
    _place("place-encoded", '<a href="/places#gr%C3%BC%C3%9Fe">x</a>', WORKS, "decoded after raw", _TARGET),
    _place("place-unencoded", '<a href="/places#grüße">x</a>', WORKS, "decoded after raw", _TARGET),
    _place("place-raw", '<a href="/places#50%25">x</a>', WORKS, "raw before decoded", _TARGET),
    _place("place-top", '<a href="/places#top">x</a>', WORKS, "WHATWG HTML: top is the top", _TARGET),
    _place("place-TOP", '<a href="/places#TOP">x</a>', WORKS, "WHATWG HTML: top has no case", _TARGET),
    _place("place-empty", '<a href="/places#">x</a>', WORKS, "the top", _TARGET),
    _place("place-text", '<a href="/places#:~:text=x">x</a>', WORKS, "URL fragment text directives", _TARGET),
    _place(
        "place-id-text",
        '<a href="/places#here:~:text=x">x</a>',
        WORKS,
        "URL fragment text directives: the id is what is left when the text is not found",
        _TARGET,
        ("shown, nowhere|shown, there", "it seeks the text first, and the element is the target only until it is found"),
    ),
    _place("place-route", '<a href="/places#/route/1">x</a>', WORKS, "an application's route", _TARGET, ROUTE),
    _place("place-bang", '<a href="/places#!route">x</a>', WORKS, "an application's route", _TARGET, ROUTE),
    _place("place-own", '<a href="#own-place">x</a><span id="own-place"></span>', WORKS, "this very page"),
    _place("place-own-missing", '<a href="#own-nowhere">x</a>', MISSING, "this very page"),
    _place(
        "place-own-template",
        '<a href="#in-template">x</a><template><p id="in-template"></template>',
        MISSING,
        "a template is not in the page",
    ),
    _place(
        "place-pdf",
        '<a href="/paper.pdf#page=3">x</a>',
        WORKS,
        "RFC 8118: parameters of the viewer",
        {("MAIN", "/paper.pdf"): Reply(200, b"%PDF-1.4 x", kind="application/pdf")},
        ("shown, nowhere|download", "the viewer reads what follows the #, no element does"),
    ),
    _place(
        "place-elsewhere",
        '<a href="$OTHER/places-elsewhere#nowhere">x</a>',
        WORKS,
        "pages of others are not ours to judge",
        {("OTHER", "/places-elsewhere"): FINE},
        ELSEWHERE,
    ),
    _place(
        "place-redirected",
        '<a href="/places-old#here">x</a>',
        WORKS,
        "RFC 9110, 10.2.2: fragments are inherited",
        {("MAIN", "/places-old"): Reply(302, b"", (("Location", "/places"),)), **_TARGET},
    ),
    _place(
        "place-redirected-missing",
        '<a href="/places-old#nowhere">x</a>',
        MISSING,
        "RFC 9110, 10.2.2: fragments are inherited",
        {("MAIN", "/places-old"): Reply(302, b"", (("Location", "/places"),)), **_TARGET},
    ),
    _place(
        "place-redirect-own",
        '<a href="/places-older#nowhere">x</a>',
        WORKS,
        "RFC 9110, 10.2.2: the redirect's fragment wins",
        {("MAIN", "/places-older"): Reply(302, b"", (("Location", "/places#here"),)), **_TARGET},
    ),
    _place("place-of-404", '<a href="/places-gone#here">x</a>', broken("not_found"), "the page comes first"),
)

CASES = (*KINDS, *REFRESHES, *PLACES)
