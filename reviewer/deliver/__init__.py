"""How messages leave: one file for each way, found by its ``SCHEMES``; ``send_batch`` walks the outbox.

A way is a module with ``SCHEMES`` (those of ``email.via``), ``LEAVES`` (whether a message leaves the house: a batch that
is far too large then waits for a person; True unless it says otherwise) and ``connect(email) -> Delivery``. It says itself
what ``reviewer doctor`` tells of it: ``probe(email) -> Iterable[str]`` tries the way without a message, raises ``NoConnection`` when it
cannot be used, and returns a line for each thing that was seen to work. ``post`` says a few lines in a channel of a chat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.doors import opening

if TYPE_CHECKING:
    from reviewer.deliver.batches import Sent as Sent
    from reviewer.deliver.chat import NotTold as NotTold
    from reviewer.deliver.chat import look_at as look_at
    from reviewer.deliver.chat import post as post
    from reviewer.deliver.failures import AnswerLost as AnswerLost
    from reviewer.deliver.failures import Delivery as Delivery
    from reviewer.deliver.failures import Fault as Fault
    from reviewer.deliver.failures import NoConnection as NoConnection
    from reviewer.deliver.failures import NotDelivered as NotDelivered
    from reviewer.deliver.walk import connect as connect
    from reviewer.deliver.walk import leaves as leaves
    from reviewer.deliver.walk import probe as probe
    from reviewer.deliver.walk import send_batch as send_batch
else:
    __getattr__ = opening(
        __name__,
        {
            "batches": ("Sent",),
            "chat": ("NotTold", "look_at", "post"),
            "failures": ("AnswerLost", "Delivery", "Fault", "NoConnection", "NotDelivered"),
            "walk": ("connect", "leaves", "probe", "send_batch"),
        },
    )
