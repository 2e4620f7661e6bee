"""Cases that an independent tester's bench brought: pages that only look broken, and broken ones that hide behind a 200."""

from __future__ import annotations

from dataclasses import replace

from tests.links_origin.case import WORKS, Case, Reply, article, broken, chain, one, page, unsure


def _shown(id_: str, body: bytes, expected: tuple[str, str], because: str) -> Case:
    return one(id_, Reply(200, body), expected, because)


SAID = ("shown", "a browser shows the page; that it says why it is not there is for us to read")


BY_PLACE = (
    replace(
        _shown(
            "place-region", page("This content is not available in your region"), unsure("forbidden"), "we stand elsewhere than readers"
        ),
        chromium=SAID,
    ),
    replace(
        chain(
            "place-redirect",
            [(302, "/unavailable?reason=gdpr")],
            Reply(
                200, page("Unavailable due to legal reasons", "You are visiting us from a country belonging to the European Economic Area.")
            ),
            unsure("forbidden"),
            "we stand elsewhere than readers",
        ),
        chromium=SAID,
    ),
    _shown("place-welsh", page("This page is not available in Welsh", "Read it in English."), WORKS, "it is a page in English"),
    _shown("place-hire", page("This item is not available to hire", "We no longer lend wheelchairs."), WORKS, "it is about the item"),
    replace(
        _shown(
            "for-now", page("This page is temporarily unavailable", "Please try again later."), unsure("server_busy"), "it may come back"
        ),
        chromium=SAID,
    ),
)

ECHOES = (
    Case(
        "echo-error", '<a href="$ECHO/guide/x.aspx">x</a>', (broken("soft_404"),), "the host leads anything unknown to one page of errors"
    ),
    Case("echo-home", '<a href="$ECHO/home/old-toolkit">x</a>', (broken("soft_404"),), "the host leads anything unknown to its front page"),
    Case(
        "echo-honest",
        '<a href="$OTHER/echo-honest">x</a>',
        (WORKS,),
        "a page of its own behind a redirect that carries the address",
        {
            ("OTHER", "/echo-honest"): Reply(302, b"", (("Location", "/view?page=/echo-honest"),)),
            ("OTHER", "/view?page=/echo-honest"): Reply(200, article("What to do when a form was not found")),
        },
    ),
)

_MENU = "<nav>" + "".join(f"<li><a href=/service/{n}>Service number {n} of the council</a>" for n in range(80)) + "</nav>"


def _under_menu(title: str, text: str) -> bytes:
    return f"<!doctype html><title>{title} | A council</title><header>{_MENU}</header><main><h1>{title}</h1><p>{text}</main>".encode()


SUBJECTS = (
    _shown("menu-error", _under_menu("Page not found", "Sorry, we can't find it."), broken("soft_404"), "a menu is no article"),
    _shown("menu-page", _under_menu("Lost property", "What was not found is sold. " * 60), WORKS, "an article under a menu"),
    _shown("asks-letter", page("Can't find your appointment letter?", "Ring 01234."), WORKS, "a question to readers"),
    _shown("asks-number", page("We can't find your NHS number", "Ring 01234."), WORKS, "it is about the number"),
    _shown("day-404", page("404: Day of the unseen", "An exhibition in the foyer."), WORKS, "the host answers 404 to what it has not"),
    Case(
        "item-404",
        '<a href="$OTHER/item/404">x</a>',
        (WORKS,),
        "the address has the number",
        {("OTHER", "/item/404"): Reply(200, page("Item 404"))},
    ),
    Case(
        "book-not-found",
        '<a href="$OTHER/shop/not-found">x</a>',
        (WORKS,),
        "the address has the words",
        {("OTHER", "/shop/not-found"): Reply(200, page("Not found", "Poems, 64 pages."))},
    ),
)

WORDS = "The matter is explained here for the public, with telephone numbers and the opening hours of the office. " * 4


def _wall(id_: str, reply: Reply, because: str) -> Case:
    return one(id_, reply, unsure("bot_wall"), because)


_MANY = "<script>" + "x" * 3000 + "</script>"
WALLS = (
    _wall(
        "incapsula-200",
        Reply(200, f"<html>{_MANY}<iframe src='/_Incapsula_Resource?CWUDNSAI=23'>Request unsuccessful.</iframe>".encode()),
        "Imperva's page",
    ),
    _wall(
        "bm-verify",
        Reply(200, f"<meta http-equiv=refresh content=\"5; URL='/bm-verify?bm-verify=AAQ'\">{_MANY}".encode()),
        "Akamai's page",
    ),
    _wall("anubis", Reply(200, b"<title>Making sure you&#39;re not a bot!</title><script id=anubis_challenge></script>"), "Anubis' page"),
    _wall(
        "f5-rejected",
        Reply(200, b"<title>Request Rejected</title>The requested URL was rejected. Please consult.<br>Your support ID is: 12"),
        "F5's page",
    ),
    _wall("f5-defence", Reply(200, f"<script>window['bobcmn']='1'</script>{_MANY}<script src=/TSPD/0?type=9>".encode()), "F5's page"),
    _wall(
        "sucuri-200", Reply(200, f"<title>You are being redirected...</title>{_MANY}<script>sucuri_cloudproxy_js=''".encode()), "Sucuri's"
    ),
    _wall("hcaptcha-german", Reply(200, page("Sicherheitsüberprüfung", "<div class=h-captcha></div>")), "a riddle in place of the page"),
    _wall("datadome-plain", Reply(200, b"<title>x</title><script>var dd={'host':'geo.captcha-delivery.com'}</script>"), "DataDome's page"),
    _wall(
        "siteground",
        Reply(202, b"<meta http-equiv=refresh content='0;/.well-known/sgcaptcha/?r=%2Fx'>", (("SG-Captcha", "challenge"),)),
        "SiteGround's page, before its refresh is followed",
    ),
    *(
        _shown(f"guarded-{number}", page("Book a test", WORDS, extra=f"<script>{mark}</script>"), WORKS, "a guard that lets people through")
        for number, mark in enumerate(("bobcmn", "/_Incapsula_Resource?SWJIYLWA=1", "captcha-delivery.com"))
    ),
    _shown(
        "guarded-form",
        page("Write to us", "<form><input name=mail><div class=g-recaptcha></div></form>"),
        WORKS,
        "a form with a riddle is a form",
    ),
    _shown("about-captcha", page("CAPTCHA and accessibility", "<script>1</script>Why it shuts out."), WORKS, "a word is no wall"),
    _shown("about-moment", page("Just a moment of mindfulness", "<script>1</script>Breathe."), WORKS, "a word is no wall"),
)


def _led(id_: str, to: str, body: bytes, expected: tuple[str, str], because: str) -> Case:
    return chain(id_, [(302, to)], Reply(200, body), expected, because)


LOGINS = (
    _led("to-alerts", "/cas/alerts", page("Central Alerting System: sign in sheets"), WORKS, "a name in a path is no login form"),
    _led("to-network", "/connexion/reseau", page("Connexion au réseau d'eau"), WORKS, "a word in a title is no login form"),
    _led(
        "to-mail-first", "/sso/start?client_id=1", page("Sign in", "<input type=email>"), unsure("login"), "a form that asks for mail first"
    ),
)

_SUSPENDED = page("Account Suspended", "This Account has been suspended. Contact your hosting provider for more information.")
SUSPENDED = (
    _led("suspended-page", "/cgi-sys/suspendedpage.cgi", _SUSPENDED, broken("soft_404"), "a hosting provider's page"),
    _shown("hosting-ended", _SUSPENDED, broken("soft_404"), "a hosting provider's page"),
    _shown("about-suspending", page("Account suspended", "What to do when we have suspended it: ring us."), WORKS, "a page about it"),
)

CASES = (*BY_PLACE, *ECHOES, *SUBJECTS, *WALLS, *LOGINS, *SUSPENDED)
