"""Cases about what a server answers: statuses (RFC 9110), failures, walls, logins, error pages that say 200, certificates."""

from __future__ import annotations

from tests.links_origin.case import WORKS, Case, Reply, article, broken, one, page, unsure

FINE = page("Fine")
HTTP = "RFC 9110, 15"


def _status(
    status: int, expected: tuple[str, str], because: str = HTTP, *, host: str = "OTHER", chromium: tuple[str, str] | None = None
) -> Case:
    return one(f"status-{status}-{host.lower()}", Reply(status, page(f"Told {status}")), expected, because, host=host, chromium=chromium)


def _head(id_: str, head: Reply, because: str, expected: tuple[str, str] = WORKS, reply: Reply | None = None) -> Case:
    """A file: asked for by HEAD first."""
    path = f"/{id_}.pdf"
    good = reply or Reply(200, b"%PDF-1.4", kind="application/pdf")
    return Case(
        id_,
        f'<a href="$OTHER{path}">{id_}</a>',
        (expected,),
        because,
        {("OTHER", path): Reply(good.status, good.body, good.headers, kind=good.kind, head=head)},
    )


STATUSES = (
    _status(200, WORKS),
    _status(201, WORKS),
    _status(204, WORKS, chromium=("stays", "RFC 9110, 15.3.5: done, and nothing to show")),
    _status(206, WORKS),
    _status(400, broken("client_error"), "the address itself is refused"),
    _status(401, unsure("login"), "RFC 9110, 15.5.2"),
    _status(402, unsure("forbidden"), "people may be let in"),
    _status(403, unsure("forbidden"), "people may be let in"),
    _status(404, broken("not_found")),
    _status(405, unsure("forbidden"), "a plain GET is refused: the address is there"),
    _status(406, unsure("forbidden"), "fronts answer so to programs"),
    _status(408, unsure("timeout")),
    _status(410, broken("gone")),
    _status(414, broken("client_error")),
    _status(418, unsure("forbidden"), "fronts answer so to programs"),
    _status(429, unsure("rate_limited"), "RFC 6585", host="BUSY"),
    _status(451, unsure("forbidden"), "RFC 7725: by place"),
    _status(500, unsure("server_busy"), "elsewhere: it may pass"),
    _status(502, unsure("server_busy"), "elsewhere: it may pass", host="BUSY"),
    _status(503, unsure("server_busy"), "elsewhere: it may pass", host="BUSY"),
    _status(504, unsure("server_busy"), "elsewhere: it may pass", host="BUSY"),
    _status(520, unsure("server_busy"), "elsewhere: it may pass", host="BUSY"),
    _status(500, broken("server_error"), "our own site", host="MAIN"),
    _status(404, broken("not_found"), host="MAIN"),
    _status(410, broken("gone"), host="MAIN"),
    one("late-retry-seconds", Reply(429, b"", (("Retry-After", "3600"),)), unsure("rate_limited"), "RFC 9110, 10.2.3", host="LATE"),
)

HEADS = (
    *(_head(f"head-{status}", Reply(status), "HEAD is never the last word") for status in (400, 403, 404, 405, 500, 501, 503)),
    _head("head-close", Reply(behave="close"), "HEAD is never the last word"),
    _head("head-both-404", Reply(404), "GET agrees", broken("not_found"), Reply(404)),
    _head("head-lies", Reply(200, kind="application/pdf"), "a click is a GET", broken("not_found"), Reply(404)),
    _head("head-lies-page", Reply(200, kind="text/html"), "a click is a GET", WORKS),
)

FAILURES = (
    one("reset", Reply(behave="reset"), unsure("bot_wall"), "no answer ever comes, while the front page of the host answers"),
    one("close", Reply(behave="close"), unsure("bot_wall"), "no answer ever comes, while the front page of the host answers"),
    one("garbage", Reply(behave="garbage"), unsure("protocol_error"), "a browser may get by"),
    one("hang", Reply(behave="hang"), unsure("timeout"), "it may be slow only for us", host="FRAIL"),
    one("endless", Reply(behave="endless"), WORKS, "a body that never ends costs at most its cap"),
    Case("refused", '<a href="$CLOSED/">x</a>', (broken("refused"),), "RFC 9293: nobody listens"),
    Case("no-such-host", '<a href="http://no-such-host.invalid/">x</a>', (broken("host_not_found"),), "RFC 6761: .invalid never exists"),
    Case(
        "no-such-host-page", '<a href="https://also-none.invalid/a/b">x</a>', (broken("host_not_found"),), "RFC 6761: .invalid never exists"
    ),
    Case("internal", '<a href="http://10.1.2.3/">x</a>', (unsure("blocked_address"),), "an internal address is not visited"),
    Case("metadata", '<a href="http://169.254.169.254/latest/">x</a>', (unsure("blocked_address"),), "an internal address is not visited"),
    one(
        "brotli",
        Reply(200, b"\x0b\x02\x80", (("Content-Encoding", "br"),)),
        unsure("protocol_error"),
        "an encoding that was not asked for",
        chromium=("shown", "it asks for brotli and reads it; we did not ask, so we do not know what it says"),
    ),
    one("bad-gzip", Reply(200, b"no gzip at all", (("Content-Encoding", "gzip"),)), unsure("protocol_error"), "a browser may get by"),
)

CERTIFICATES = (
    Case("tls-good", '<a href="$TLS/tls-good">x</a>', (WORKS,), "RFC 9525", {("TLS", "/tls-good"): Reply(200, FINE)}),
    Case("tls-404", '<a href="$TLS/tls-404">x</a>', (broken("not_found"),), HTTP),
    Case("tls-expired", '<a href="$EXPIRED/">x</a>', (broken("certificate"),), "RFC 5280, 6.1"),
    Case("tls-wrong-host", '<a href="$WRONGHOST/">x</a>', (broken("certificate"),), "RFC 9525"),
    Case("tls-self-signed", '<a href="$SELFSIGNED/">x</a>', (broken("certificate"),), "RFC 5280, 6.1"),
    Case("tls-no-chain", '<a href="$NOCHAIN/">x</a>', (unsure("tls_chain"),), "browsers fetch the intermediate by themselves"),
    Case("tls-no-chain-old", '<a href="$NOCHAINOLD/">x</a>', (broken("certificate"),), "browsers fetch the rest, and find the end passed"),
    Case("tls-on-http", '<a href="$TLSONHTTP/">x</a>', (unsure("tls_failed"),), "no TLS there"),
)


def _wall(id_: str, reply: Reply, because: str, expected: tuple[str, str] | None = None) -> Case:
    return one(id_, reply, expected or unsure("bot_wall"), because)


_MOMENT = b"<!doctype html><title>Just a moment...</title><script src=/cdn-cgi/challenge-platform/x.js></script><noscript>Enable JavaScript</noscript>"
WALLS = (
    _wall("cloudflare-header", Reply(403, _MOMENT, (("cf-mitigated", "challenge"),)), "Cloudflare says so"),
    _wall("cloudflare-503", Reply(503, _MOMENT, (("Server", "cloudflare"),)), "challenge title"),
    _wall("cloudflare-200", Reply(200, _MOMENT), "challenge title and script"),
    _wall("cloudflare-blocked", Reply(403, b"<title>Attention Required! | Cloudflare</title><p>Ray ID: 8a</p>"), "challenge title"),
    _wall("linkedin-999", Reply(999, b""), "a status of one network"),
    _wall("aws-202", Reply(202, b"", (("x-amzn-waf-action", "challenge"),)), "AWS WAF says so"),
    _wall(
        "aws-405",
        Reply(405, b"<title>Human Verification</title><script>gokuProps={}</script>", (("x-amzn-waf-action", "captcha"),)),
        "AWS WAF says so",
    ),
    _wall(
        "akamai",
        Reply(403, b"<TITLE>Access Denied</TITLE><H1>Access Denied</H1>You don't have permission. Reference&#32;&#35;18&#46;4e"),
        "Akamai's page",
    ),
    _wall(
        "imperva",
        Reply(403, b"<iframe src='/_Incapsula_Resource?x'>Request unsuccessful. Incapsula incident ID: 1-2</iframe>"),
        "Imperva's page",
    ),
    _wall("imperva-pardon", Reply(405, b"<title>Pardon Our Interruption</title>"), "Imperva's page"),
    _wall("perimeterx", Reply(403, b"<title>Access to this page has been denied</title><div id=px-captcha></div>"), "HUMAN's page"),
    _wall("datadome", Reply(403, b"<title>x</title><script src=https://ct.captcha-delivery.com/c.js></script>"), "DataDome's page"),
    _wall("rejected", Reply(403, b"<title>Request Rejected</title>The requested URL was rejected. Your support ID is: 1"), "F5's page"),
    _wall("plain-403", Reply(403, page("Forbidden")), "no wall is named", unsure("forbidden")),
    _wall("article-captcha", Reply(200, article("Captcha: what it is and whom it keeps out")), "an article", WORKS),
    _wall("article-moment", Reply(200, article("Just a moment: a short history of waiting")), "an article", WORKS),
)

_FORM = b"<!doctype html><title>Sign in</title><h1>Sign in</h1><form><input name=u><input type=password name=p></form>"


def _login(id_: str, target: str, form: bytes, expected: tuple[str, str], because: str) -> Case:
    path = target.partition("?")[0]
    return Case(
        id_,
        f'<a href="$OTHER/{id_}">x</a>',
        (expected,),
        because,
        {
            ("OTHER", f"/{id_}"): Reply(302, b"", (("Location", target),)),
            ("OTHER", target): Reply(200, form),
            ("OTHER", path): Reply(200, form),
        },
    )


LOGINS = (
    _login("to-login", "/login?next=/to-login", _FORM, unsure("login"), "a redirect to a login form"),
    _login("to-signin", "/account/sign-in", _FORM, unsure("login"), "a redirect to a login form"),
    _login("to-sso", "/sso/saml2", b"<form><input type=password></form>", unsure("login"), "a redirect to a login form"),
    _login("to-form", "/portal-door", _FORM, unsure("login"), "a redirect to a page with a password field"),
    Case(
        "login-itself",
        '<a href="$OTHER/login-page/login">Log in</a>',
        (WORKS,),
        "it says what it is",
        {("OTHER", "/login-page/login"): Reply(200, _FORM)},
    ),
    one("basic", Reply(401, b"", (("WWW-Authenticate", 'Basic realm="x"'),)), unsure("login"), "RFC 9110, 15.5.2"),
)

_GONE = page("Page not found", "Sorry, the page that you wanted is not here.")


def _soft(id_: str, body: bytes, expected: tuple[str, str], because: str, host: str = "OTHER") -> Case:
    return one(id_, Reply(200, body), expected, because, host=host)


SOFT = (
    _soft("soft-title", _GONE, broken("soft_404"), "title and heading say so"),
    _soft(
        "soft-site-name", b"<title>Page not found | A trust</title><h1>Page not found</h1>", broken("soft_404"), "title and heading say so"
    ),
    _soft("soft-404-title", b"<title>404 Not Found</title><h1>404</h1>", broken("soft_404"), "title and heading say so"),
    _soft("soft-sorry", page("Sorry, we can't find that page"), broken("soft_404"), "title and heading say so"),
    _soft("soft-welsh", page("Tudalen heb ei chanfod"), broken("soft_404"), "in Welsh"),
    _soft("soft-french", page("Page introuvable"), broken("soft_404"), "in French"),
    _soft("soft-german", page("Seite nicht gefunden"), broken("soft_404"), "in German"),
    _soft("soft-spanish", page("Página no encontrada"), broken("soft_404"), "in Spanish"),
    Case("soft-host", '<a href="$SOFT/a/report-of-2019">x</a>', (broken("soft_404"),), "the host says the same to an impossible address"),
    Case(
        "soft-home", '<a href="$HOMING/deep/old-page">x</a>', (broken("soft_404"),), "the host leads whatever is unknown to its front page"
    ),
    Case("soft-home-works", '<a href="$HOMING/">x</a>', (WORKS,), "the front page itself"),
    _soft("article-404", article("How to fix a 404 error on your site"), WORKS, "an article about errors"),
    _soft("article-not-found", article("Lost and not found: searching for missing people"), WORKS, "an article"),
    _soft("short-not-found", page("Findings that were not found to be significant"), WORKS, "a short page about something else"),
    Case("shell", '<a href="$SHELL/route/1">x</a>', (WORKS,), "an application that draws itself begins alike everywhere"),
    Case("parked", '<a href="$PARKED/">x</a>', (broken("parked_domain"),), "the name is for sale"),
    Case("parked-deep", '<a href="$PARKED/old/page">x</a>', (broken("parked_domain"),), "the name is for sale"),
    _soft("article-domain", article("This domain is for sale: how names are traded"), WORKS, "an article about names"),
    Case(
        "pdf-is-page",
        '<a href="$SOFT/files/report.pdf">x</a>',
        (broken("soft_404"),),
        "a file that is a page, and the host says the same to any file",
    ),
    Case("soft-picture", '<img src="$SHELL/a.png" alt="x">', (WORKS,), "a host that answers 200 to every name says nothing of a picture"),
    Case("soft-film", '<video src="$SHELL/a.mp4"></video>', (WORKS,), "nor of a film"),
    Case("soft-style", '<link rel="stylesheet" href="$SHELL/a.css">', (WORKS,), "nor of a style"),
    Case("soft-film-link", '<a href="$SHELL/b.mp4">x</a>', (WORKS,), "a player's page may have a film's name"),
)

CASES = (*STATUSES, *HEADS, *FAILURES, *CERTIFICATES, *WALLS, *LOGINS, *SOFT)
