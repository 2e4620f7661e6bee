"""Cases about what a page looks like: walls, logins, error pages that say 200 in many languages, and pages that only look like them."""

from __future__ import annotations

from tests.links_origin.case import WORKS, Case, Reply, article, broken, one, page, unsure

SOFT = broken("soft_404")
MENU = "Please use the menu, or go to the front page."
SPEAKS = "The matter is explained here for the public, with telephone numbers and the opening hours of the office."


def _shown(id_: str, body: bytes, expected: tuple[str, str], because: str) -> Case:
    return one(id_, Reply(200, body), expected, because)


def _wall(id_: str, status: int, body: str, because: str, headers: tuple[tuple[str, str], ...] = ()) -> Case:
    return one(id_, Reply(status, body.encode(), headers), unsure("bot_wall"), because)


_LANGUAGES = {
    "welsh-2": "Nid yw'r dudalen hon ar gael",
    "welsh-3": "Tudalen heb ei darganfod",
    "irish": "Leathanach gan aimsiú",
    "french-2": "Oups ! Cette page n’existe plus",
    "german-2": "Die angeforderte Seite wurde nicht gefunden",
    "spanish-2": "Esta página no existe",
    "italian": "Pagina non trovata",
    "dutch": "Pagina niet gevonden",
    "portuguese": "Página não encontrada",
    "polish": "Nie znaleziono strony",
    "swedish": "Sidan kunde inte hittas",
    "danish": "Siden blev ikke fundet",
    "norwegian": "Siden finnes ikke",
    "finnish": "Sivua ei löytynyt",
    "czech": "Stránka nenalezena",
    "romanian": "Pagina nu a fost găsită",
    "turkish": "Sayfa bulunamadı",
    "russian": "Страница не найдена",
    "greek": "Η σελίδα δεν βρέθηκε",
    "japanese": "ページが見つかりません",
    "chinese": "找不到页面",
    "arabic": "الصفحة غير موجودة",
}
ERRORS = (
    *(_shown(f"soft-in-{name}", page(words, MENU), SOFT, "title and heading say so") for name, words in _LANGUAGES.items()),
    _shown("soft-long-source", page("Siden finnes ikke", MENU, extra=f"<script>{'x' * 9000}</script>"), SOFT, "also behind a long head"),
    _shown("soft-framework", page("404: This page could not be found."), SOFT, "a framework's own words"),
    _shown(
        "soft-search-engine", b"<title>Error 404 (Not Found)!!1</title><p><b>404.</b> That's an error.", SOFT, "a search engine's words"
    ),
    _shown(
        "soft-site-first",
        b"<title>A trust | Page not found</title><h1>Oops! That page can't be found.</h1>",
        SOFT,
        "title and heading say so",
    ),
    _shown("soft-removed", page("This page has been removed", MENU), SOFT, "it says so"),
    _shown("soft-heading", b"<title>A trust</title><h1>Page not found</h1><p>Sorry.", SOFT, "the heading says so"),
    _shown(
        "soft-server",
        b"<title>HTTP Status 404 \xe2\x80\x93 Not Found</title><h1>HTTP Status 404 \xe2\x80\x93 Not Found</h1>",
        SOFT,
        "a server's words",
    ),
)

_ABOUT = {
    "lost-property": "Not found: lost property of the hospital",
    "not-guilty": "Not found guilty: a history of trials",
    "documentary": "404: The documentary",
    "car": "Peugeot 404",
    "guide": "How to design a 404 page",
    "medicine": "Medicine no longer available: what to do",
    "vaccine": "Vaccine not available",
    "registers": "Page 404 of the register",
    "error-reports": "Error reporting",
    "missing": "Missing persons",
    "results": "Nothing found: what a clear scan means",
    "rooms": "Room 404",
    "german-matter": "Fehler melden",
}
DECOYS = (
    *(_shown(f"about-{name}", page(title, SPEAKS), WORKS, "a page about something else") for name, title in _ABOUT.items()),
    *(
        _shown(f"article-{name}", article(title), WORKS, "an article")
        for name, title in _ABOUT.items()
        if name in {"guide", "lost-property"}
    ),
    _shown(
        "decoy-captcha-form", page("Contact us", SPEAKS, extra="<script src=/g-recaptcha.js></script>"), WORKS, "a form that guards itself"
    ),
    _shown("decoy-security-check", page("Security check before your flight", SPEAKS), WORKS, "a page about checks"),
    _shown("decoy-access", page("Access denied: inequality in health", SPEAKS), WORKS, "a page about access"),
    _shown("decoy-parked", page("Parked cars and emergency vehicles", SPEAKS), WORKS, "a page about cars"),
    _shown("decoy-domain", page("Your domain: buying and selling names", SPEAKS), WORKS, "a page about names"),
    _shown(
        "decoy-password", page("Choose a password", SPEAKS, extra="") + b"<input type=password>", WORKS, "a page with a form of its own"
    ),
    _shown(
        "decoy-script-only", b"<!doctype html><title>App</title><div id=app></div><script src=/a.js></script>", WORKS, "it draws itself"
    ),
    one("decoy-picture", Reply(200, b"GIF89a", kind="image/gif"), WORKS, "a picture"),
)

WALLS = (
    _wall("sucuri", 403, "<title>Access Denied - Sucuri Website Firewall</title><script>sucuri_cloudproxy_js=''</script>", "Sucuri's page"),
    _wall("ddos-guard", 403, "<title>DDOS-GUARD</title><h1>Checking your browser before accessing</h1>", "DDoS-Guard's page"),
    _wall("vercel", 429, "<title>Vercel Security Checkpoint</title><script>x</script>", "Vercel's page"),
    _wall(
        "turnstile", 403, "<title>a.example</title><script src=https://challenges.cloudflare.com/turnstile/v0/api.js></script>", "Turnstile"
    ),
    _wall("cf-challenge-429", 429, "<title>x</title>", "Cloudflare says so", (("cf-mitigated", "challenge"),)),
    _wall("aws-captcha-202", 202, "<script src=https://x.token.awswaf.com/challenge.js></script>", "AWS WAF's script and nothing else"),
    _wall(
        "akamai-reference",
        403,
        "<H1>Access Denied</H1>You don't have permission to access this.<P>Reference #18.2d3a2f17.1",
        "Akamai's page",
    ),
    _wall(
        "akamai-challenge",
        200,
        "<title>Challenge Validation: browser check</title><script src=/_sec/cp_challenge/x.js></script>",
        "Akamai's page",
    ),
    _wall(
        "datadome-200",
        200,
        "<title>Verifying you are human</title><script src=https://ct.captcha-delivery.com/i.js></script>",
        "title and script",
    ),
    _wall("hcaptcha-403", 403, "<title>x</title><script src=https://js.hcaptcha.com/1/api.js></script>", "a captcha in place of the page"),
    _wall("robot-check", 503, "<title>Robot Check</title><form></form>", "a shop's page"),
)

_FORM = b"<!doctype html><title>Log in</title><h1>Log in</h1><form method=post><input name=u><input type=password name=p></form>"
OTHERS = (
    Case(
        "login-by-cookie",
        '<a href="$OTHER/login-by-cookie">x</a>',
        (unsure("login"),),
        "a redirect to a login form, by way of a cookie",
        {
            ("OTHER", "/login-by-cookie"): Reply(302, b"", (("Location", "/session/start"), ("Set-Cookie", "s=1; Path=/session"))),
            ("OTHER", "/session/start"): Reply(302, b"", (("Location", "/users/sign_in"),)),
            ("OTHER", "/users/sign_in"): Reply(200, _FORM),
        },
    ),
    Case(
        "login-in-german",
        '<a href="$OTHER/login-in-german">x</a>',
        (unsure("login"),),
        "a redirect to a login form",
        {
            ("OTHER", "/login-in-german"): Reply(302, b"", (("Location", "/konto/anmelden"),)),
            ("OTHER", "/konto/anmelden"): Reply(200, b"<title>Anmelden</title><input type=password>"),
        },
    ),
    Case(
        "login-of-own",
        '<a href="/wp-login.php">Log in</a>',
        (WORKS,),
        "it says what it is",
        {("MAIN", "/wp-login.php"): Reply(200, _FORM)},
    ),
    Case(
        "home-temporary",
        '<a href="$HOMING/news/2019/item">x</a>',
        (SOFT,),
        "the host leads whatever is unknown to its front page",
    ),
    one(
        "parked-script",
        Reply(200, b"<title>a.example</title><script src=https://d.bodis.com/x.js></script><h2>Related searches</h2>"),
        broken("parked_domain"),
        "a dealer's script, and searches",
    ),
    one("parked-expired", Reply(200, page("This domain has expired", "Renew this domain.")), broken("parked_domain"), "it says so"),
)

CASES = (*ERRORS, *DECOYS, *WALLS, *OTHERS)
