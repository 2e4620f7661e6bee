"""Cases that an independent tester's bench brought: pages that only look broken, and broken ones that hide behind a 200."""

from __future__ import annotations

from tests.links_origin.case import WORKS, Case, Reply, chain, one, page, unsure


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

CASES = BY_PLACE
