"""Words of addresses that do something when they are followed, however often RFC 9110 (9.2.1) says that a GET must not. Data only.

The acts are those of schema.org's ``Action`` types (AcceptAction, AuthorizeAction, BuyAction, CancelAction, ConfirmAction, DonateAction,
OrderAction, PayAction, RegisterAction, RejectAction, ReserveAction, SubscribeAction, VoteAction) with the words that applications use
for them. An act alone is a page about it (``/vote``); one with a value that says yes is the act (``/vote?choice=1``).
"""

from __future__ import annotations

from typing import Final

ACTS: Final = frozenset(
    {"accept", "activate", "approve", "authorize", "authorise", "book", "buy", "cancel", "confirm", "deactivate", "decline", "donate"}
    | {"order", "pay", "publish", "purchase", "register", "reject", "reserve", "subscribe", "unpublish", "vote"}
)

NOUNS: Final = frozenset({"book", "order"})
"""Acts that, as the name of a value, are as often a thing: ``order=1`` sorts, ``book=1`` is a chapter."""

VERBS: Final = frozenset({"act", "action", "cmd", "command", "do", "method", "op", "operation", "task", "verb"})
"""Names of values that name an act."""

YES: Final = frozenset({"1", "all", "now", "ok", "on", "true", "y", "yes"})
"""Values that say yes."""

PLACES: Final = frozenset({"chapter", "id", "p", "page", "part", "start", "step", "v", "version"})
"""Names of values that count or name: their 1 is no yes."""
