"""Cases about odd HTTP messages: rare statuses, broken Locations, bodies that are not what they say (RFC 9110, 9112; WHATWG Fetch)."""

from __future__ import annotations

import gzip

from tests.links_origin.case import MOVED, WORKS, Case, Reply, broken, chain, one, page, unsure

FINE = Reply(200, page("Fine"))
HTTP = "RFC 9110, 15"
PASSING = "elsewhere: it may pass"


def _status(status: int, expected: tuple[str, str], because: str = HTTP, chromium: tuple[str, str] | None = None) -> Case:
    host = "BUSY" if status >= 500 else "OTHER"
    return one(f"rare-{status}", Reply(status, page(f"Told {status}")), expected, because, host=host, chromium=chromium)


STATUSES = (
    _status(203, WORKS, "RFC 9110, 15.3.4"),
    _status(205, WORKS, "RFC 9110, 15.3.6", ("stays", "RFC 9110, 15.3.6: the reader stays where he was")),
    _status(226, WORKS, "RFC 3229: a success like any other"),
    _status(300, WORKS, "RFC 9110, 15.4.1: the choices are a page to read"),
    _status(
        306, unsure("protocol_error"), "RFC 9110, 15.4.7: unused", ("shown", "it shows what comes with it; nobody knows what was meant")
    ),
    _status(
        407,
        unsure("protocol_error"),
        "RFC 9110, 15.5.8: only a proxy may say so",
        ("ERR_UNEXPECTED_PROXY_AUTH|407", "an answer out of place"),
    ),
    _status(409, unsure("forbidden"), "RFC 9110, 15.5.10: nobody can tell"),
    _status(411, unsure("forbidden"), "RFC 9110, 15.5.12: nobody can tell"),
    _status(416, unsure("forbidden"), "RFC 9110, 15.5.17: no range was asked for; nobody can tell"),
    _status(421, unsure("protocol_error"), "RFC 9110, 15.5.20: another connection might do", ("421", "it shows the error")),
    _status(422, broken("client_error"), "RFC 9110, 15.5.21"),
    _status(423, unsure("forbidden"), "RFC 4918, 11.3: locked just now"),
    _status(425, unsure("server_busy"), "RFC 8470: too early", ("425", "it shows the error")),
    _status(426, unsure("protocol_error"), "RFC 9110, 15.5.22: another protocol is wanted", ("426", "it shows the error")),
    _status(428, unsure("forbidden"), "RFC 6585, 3"),
    _status(431, unsure("protocol_error"), "RFC 6585, 5: our headers, not the address", ("431", "it shows the error")),
    _status(444, unsure("forbidden"), "nobody knows this status"),
    _status(499, unsure("forbidden"), "nobody knows this status"),
    _status(501, unsure("server_busy"), PASSING),
    _status(505, unsure("server_busy"), PASSING),
    _status(508, unsure("server_busy"), PASSING),
    _status(511, unsure("server_busy"), "RFC 6585, 6: the network wants a login, not the page"),
    _status(522, unsure("server_busy"), PASSING),
    _status(525, unsure("server_busy"), PASSING),
    _status(530, unsure("server_busy"), PASSING),
    _status(599, unsure("server_busy"), PASSING),
    one("401-bare", Reply(401, page("Please log in")), unsure("login"), "RFC 9110, 15.5.2: also without a challenge"),
    one("403-empty", Reply(403, b""), unsure("forbidden"), "people may be let in"),
    one("404-with-page", Reply(404, page("Welcome to our new site")), broken("not_found"), "the status counts, whatever the page says"),
    one("404-file", Reply(404, b"none", kind="text/plain"), broken("not_found"), HTTP),
    one("410-empty", Reply(410, b""), broken("gone"), HTTP),
    one("300-with-location", Reply(300, page("Choose"), (("Location", "/300-new"),)), WORKS, "WHATWG Fetch: 300 is no redirect status"),
    one("201-with-location", Reply(201, page("Made"), (("Location", "/201-new"),)), WORKS, "RFC 9110, 10.2.2: only 3xx leads on"),
    one(
        "304-unasked",
        Reply(304, b""),
        WORKS,
        "RFC 9110, 15.4.5: what is unchanged is there",
        chromium=("ERR_ABORTED", "it stays where it is: there is nothing in its cache to show"),
    ),
    one(
        "206-unasked",
        Reply(206, page("Part"), (("Content-Range", "bytes 0-9/100"),)),
        WORKS,
        "RFC 9110, 15.3.7: a part of what is there",
    ),
)

ABORTED = ("ERR_ABORTED|ERR_UNSAFE_REDIRECT|ERR_UNKNOWN_URL_SCHEME", "there is no page to go to, and it stays where it is")


def _leads(id_: str, location: str, expected: tuple[str, str], because: str, at: str | None = None, **more: object) -> Case:
    """A redirect with an odd Location."""
    answers = {("OTHER", f"/{id_}"): Reply(301, b"", (("Location", location),))}
    if at:
        answers["OTHER", at] = FINE
    to = f"$OTHER{at}" if at else None
    return Case(id_, f'<a href="$OTHER/{id_}">x</a>', (expected,), because, answers, to, **more)  # type: ignore[arg-type]


WHATWG = "WHATWG URL, 4.4: read as any reference"
LOCATIONS = (
    _leads("location-bare", "$BARE/location-bare-new", MOVED, "RFC 3986, 4.2: scheme-relative", "/location-bare-new"),
    _leads("location-blank", "/location blank new", MOVED, WHATWG, "/location%20blank%20new"),
    _leads("location-utf8", "/location-\xc3\xa9-new", MOVED, "browsers read UTF-8 here", "/location-%C3%A9-new"),
    _leads("location-backslash", "\\location-backslash-new", MOVED, WHATWG, "/location-backslash-new"),
    _leads("location-query", "?new=1", MOVED, WHATWG, "/location-query?new=1"),
    _leads("location-dots", "a/../location-dots-new", MOVED, WHATWG, "/location-dots-new"),
    _leads("location-upper", "$UPPER/location-upper-new", MOVED, "schemes have no case", "/location-upper-new"),
    _leads("location-port", "$OTHER/./location-port-new", MOVED, WHATWG, "/location-port-new"),
    _leads("location-fragment-only", "#part", broken("redirect_loop"), "RFC 9110, 10.2.2: the same address once more"),
    _leads("location-script", "javascript:alert(1)", unsure("protocol_error"), "WHATWG Fetch, 4.4: only http and https", chromium=ABORTED),
    _leads("location-data", "data:text/html,x", unsure("protocol_error"), "WHATWG Fetch, 4.4: only http and https"),
    _leads("location-ftp", "ftp://files.example/", unsure("protocol_error"), "WHATWG Fetch, 4.4: only http and https", chromium=ABORTED),
    _leads("location-no-host", "http://", unsure("protocol_error"), "WHATWG URL: no host"),
    _leads("location-bad-port", "http://a.example:99999/", unsure("protocol_error"), "WHATWG URL: ports end at 65535"),
    _leads(
        "location-empty",
        "",
        unsure("protocol_error"),
        "RFC 9110, 15.4.2: it should say where",
        chromium=("shown", "it shows an empty page"),
    ),
    Case(
        "location-twice",
        '<a href="$OTHER/location-twice">x</a>',
        (unsure("protocol_error"),),
        "RFC 9110, 5.3: a field of one value; nobody knows which",
        {("OTHER", "/location-twice"): Reply(301, b"", (("Location", "/location-a"), ("Location", "/location-b")))},
    ),
    Case(
        "location-twice-same",
        '<a href="$OTHER/location-twice-same">x</a>',
        (MOVED,),
        "the same twice is one",
        {
            ("OTHER", "/location-twice-same"): Reply(301, b"", (("Location", "/location-s"), ("Location", "/location-s"))),
            ("OTHER", "/location-s"): FINE,
        },
        "$OTHER/location-s",
    ),
    Case(
        "secure-to-plain",
        '<a href="$TLS/secure-to-plain">x</a>',
        (MOVED,),
        "RFC 9110, 15.4.2; another scheme is another address",
        {
            ("TLS", "/secure-to-plain"): Reply(301, b"", (("Location", "$OTHER/secure-to-plain-new"),)),
            ("OTHER", "/secure-to-plain-new"): FINE,
        },
        "$OTHER/secure-to-plain-new",
    ),
    Case(
        "to-expired",
        '<a href="$OTHER/to-expired">x</a>',
        (broken("redirect_to_broken"),),
        "leads to where browsers warn",
        {("OTHER", "/to-expired"): Reply(301, b"", (("Location", "$EXPIRED/"),))},
    ),
    Case(
        "cookie-needed",
        '<a href="$OTHER/cookie-needed">x</a>',
        (WORKS,),
        "RFC 6265: sent round once, to see whether cookies come back",
        {
            ("OTHER", "/cookie-needed"): Reply(
                200,
                page("Fine"),
                stranger=Reply(302, b"", (("Location", "/cookie-needed"), ("Set-Cookie", "cookie-needed=1; Path=/cookie-needed"))),
            )
        },
    ),
    Case(
        "cookie-needed-beside",
        '<a href="$OTHER/cookie-needed-beside">x</a>',
        (WORKS,),
        "RFC 6265: a cookie that another address sets",
        {
            ("OTHER", "/cookie-needed-beside"): Reply(200, page("Fine"), stranger=Reply(302, b"", (("Location", "/cookie-set"),))),
            ("OTHER", "/cookie-set"): Reply(
                302, b"", (("Location", "/cookie-needed-beside"), ("Set-Cookie", "cookie-needed-beside=1; Path=/; HttpOnly"))
            ),
        },
    ),
    chain("hops-19", [(302, f"/h19-{n}") for n in range(19)], FINE, WORKS, "WHATWG Fetch, 4.4: 20 are followed"),
    chain(
        "hops-20",
        [(302, f"/h20-{n}") for n in range(20)],
        FINE,
        WORKS,
        "WHATWG Fetch, 4.4: 20 are followed",
        chromium=("ERR_TOO_MANY_REDIRECTS", "its navigations stop at the 20th, one short of the standard and of other browsers"),
    ),
    chain("hops-21", [(302, f"/h21-{n}") for n in range(21)], FINE, broken("too_many_redirects"), "WHATWG Fetch, 4.4: the 21st is not"),
    chain(
        "moved-to-home", [(301, "/")], FINE, MOVED, "impossible addresses are told so here, so this one was led on purpose", to="$OTHER/"
    ),
    chain(
        "permanent-back", [(301, "/pb-1"), (302, "/permanent-back-end")], FINE, MOVED, "only the first step is for good", to="$OTHER/pb-1"
    ),
)


def _raw(id_: str, message: bytes, expected: tuple[str, str], because: str, chromium: tuple[str, str] | None = None) -> Case:
    return one(id_, Reply(body=message.replace(b"\n", b"\r\n"), behave="raw"), expected, because, chromium=chromium)


def _coded(id_: str, coding: str, body: bytes, expected: tuple[str, str], because: str, chromium: tuple[str, str] | None = None) -> Case:
    return one(id_, Reply(200, body, (("Content-Encoding", coding),)), expected, because, chromium=chromium)


_HTML = b"Content-Type: text/html\n"
_PAGE = page("Fine")
_LENGTH = b"Content-Length: %d\n" % len(_PAGE)
_HEX = b"%x" % len(_PAGE)
MESSAGES = (
    _raw(
        "early-hints", b"HTTP/1.1 103 Early Hints\nLink: </x.css>\n\nHTTP/1.1 200 OK\n" + _HTML + _LENGTH + b"\n" + _PAGE, WORKS, "RFC 8297"
    ),
    _raw("continue-first", b"HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\n" + _HTML + _LENGTH + b"\n" + _PAGE, WORKS, "RFC 9110, 15.2"),
    _raw(
        "early-404",
        b"HTTP/1.1 103 Early Hints\n\nHTTP/1.1 404 Not Found\n" + _HTML + b"Content-Length: 1\n\nx",
        broken("not_found"),
        "RFC 8297",
    ),
    _raw("http-1-0", b"HTTP/1.0 200 OK\n" + _HTML + b"\n" + _PAGE, WORKS, "RFC 9112, 6.3: the end of the connection ends the body"),
    _raw("no-length", b"HTTP/1.1 200 OK\n" + _HTML + b"\n" + _PAGE, WORKS, "RFC 9112, 6.3"),
    _raw(
        "no-phrase", b"HTTP/1.1 404\n" + _HTML + b"Content-Length: 1\n\nx", broken("not_found"), "RFC 9112, 4: the phrase may be left out"
    ),
    _raw("no-kind", b"HTTP/1.1 200 OK\n" + _LENGTH + b"\n" + _PAGE, WORKS, "RFC 9110, 8.3: the receiver may look"),
    _raw(
        "chunked",
        b"HTTP/1.1 200 OK\n" + _HTML + b"Transfer-Encoding: chunked\n\n" + _HEX + b";x=y\n" + _PAGE + b"\n0\nX-Sum: 1\n\n",
        WORKS,
        "RFC 9112, 7.1: extensions and trailers",
    ),
    _raw(
        "chunk-broken",
        b"HTTP/1.1 200 OK\n" + _HTML + b"Transfer-Encoding: chunked\n\nzz\n" + _PAGE + b"\n0\n\n",
        unsure("protocol_error"),
        "RFC 9112, 7.1",
        ("ERR_INVALID_CHUNKED_ENCODING", "it cannot read it either"),
    ),
    _raw(
        "length-twice",
        b"HTTP/1.1 200 OK\n" + _HTML + b"Content-Length: 5\nContent-Length: 9\n\n" + _PAGE,
        unsure("protocol_error"),
        "RFC 9112, 6.3: two lengths",
    ),
    one("slow-body", Reply(200, page("Fine"), behave="slow"), WORKS, "slow, and whole in the end"),
    one("empty-page", Reply(200, b""), WORKS, "nobody can say that it should hold something"),
    _coded("gzip-good", "gzip", gzip.compress(page("Fine")), WORKS, "RFC 9110, 8.4.1.3"),
    _coded("x-gzip-good", "x-gzip", gzip.compress(page("Fine")), WORKS, "RFC 9110, 8.4.1.3: the same"),
    _coded("coding-charset", "utf-8", page("Fine"), WORKS, "WHATWG Fetch: a coding that nobody knows is left as it is"),
    _coded("coding-none", "none", page("Fine"), WORKS, "WHATWG Fetch: a coding that nobody knows is left as it is"),
    one("as-text", Reply(200, page("Fine"), kind="text/plain"), WORKS, "WHATWG MIME Sniffing: shown as text"),
    one(
        "as-bytes",
        Reply(200, page("Page not found"), kind="application/octet-stream"),
        WORKS,
        "a file, whatever it holds",
        chromium=("download", "it is saved"),
    ),
    one(
        "attachment",
        Reply(200, page("Fine"), (("Content-Disposition", 'attachment; filename="a.html"'),)),
        WORKS,
        "RFC 6266",
        chromium=("download", "it is saved"),
    ),
    one("strict", Reply(200, page("Fine"), (("Strict-Transport-Security", "max-age=1"),)), WORKS, "RFC 6797, 8.1: not over http"),
)


def _head(id_: str, head: Reply, reply: Reply, expected: tuple[str, str], because: str) -> Case:
    return one(id_, Reply(reply.status, reply.body, head=head), expected, because)


HEADS = (
    _head("head-hangs", Reply(behave="hang"), FINE, WORKS, "a click is a GET"),
    _head("head-resets", Reply(behave="reset"), FINE, WORKS, "a click is a GET"),
    _head("head-200-get-404", Reply(200), Reply(404, page("Gone")), broken("not_found"), "a click is a GET"),
    _head("head-200-get-410", Reply(200), Reply(410, page("Gone")), broken("gone"), "a click is a GET"),
    _head("head-404-get-200", Reply(404), FINE, WORKS, "a click is a GET"),
    _head("head-leads", Reply(301, b"", (("Location", "/nowhere"),)), FINE, WORKS, "a click is a GET"),
)

CASES = (*STATUSES, *LOCATIONS, *MESSAGES, *HEADS)
