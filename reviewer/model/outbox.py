"""What is sent: what `render` makes and `deliver` walks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from reviewer.model.people import Mailbox


@dataclass(frozen=True, slots=True)
class Message:
    """A digest written down as bytes. ``key`` is (period, owner's e-mail) joined by a slash: the same key is never sent twice.

    ``payload`` is the whole message (RFC 5322, CRLF); ``html`` and ``text`` are its bodies for previews.
    """

    key: str
    message_id: str
    to: Mailbox
    sender: Mailbox
    subject: str
    payload: bytes
    text: str
    html: str


class LetterState(StrEnum):
    """prepared -> sending -> committing -> sent, or deferred, refused, held. ``committing`` is on disk before the payload leaves."""

    PREPARED = "prepared"
    SENDING = "sending"
    COMMITTING = "committing"
    SENT = "sent"
    DEFERRED = "deferred"
    REFUSED = "refused"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Letter:
    """A message in the outbox. ``attempts`` counts the answers that put it off, ``repeats`` how often it was sent again because nobody
    could know whether it had arrived. ``says`` is what the mail server or we said last. ``preview``: written for a folder, not to leave.
    ``damaged``: its bytes are not those that were written down."""

    message: Message
    period: str
    state: LetterState
    prepared: dt.datetime
    changed: dt.datetime
    attempts: int = 0
    repeats: int = 0
    next_try: dt.datetime | None = None
    says: str = ""
    preview: bool = False
    damaged: bool = False
