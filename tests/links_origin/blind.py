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

CASES = (*BY_PLACE, *ECHOES)
