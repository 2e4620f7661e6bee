"""Cases that an independent tester's bench brought: pages that only look broken, and broken ones that hide behind a 200."""

from __future__ import annotations

from tests.links_origin.case import WORKS, Case, Reply, article, broken, chain, one, page, unsure


def _shown(id_: str, body: bytes, expected: tuple[str, str], because: str) -> Case:
    return one(id_, Reply(200, body), expected, because)


BY_PLACE = (
    _shown("place-region", page("This content is not available in your region"), unsure("forbidden"), "we stand elsewhere than readers"),
    chain(
        "place-redirect",
        [(302, "/unavailable?reason=gdpr")],
        Reply(200, page("Unavailable due to legal reasons", "You are visiting us from a country belonging to the European Economic Area.")),
        unsure("forbidden"),
        "we stand elsewhere than readers",
    ),
    _shown("place-welsh", page("This page is not available in Welsh", "Read it in English."), WORKS, "it is a page in English"),
    _shown("place-hire", page("This item is not available to hire", "We no longer lend wheelchairs."), WORKS, "it is about the item"),
    _shown("for-now", page("This page is temporarily unavailable", "Please try again later."), unsure("server_busy"), "it may come back"),
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

CASES = (*BY_PLACE, *ECHOES, *SUBJECTS)
