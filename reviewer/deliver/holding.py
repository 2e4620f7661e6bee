"""What waits for a person: far more than last time, what left twice, what was put off for days; and what a person lets go."""

from __future__ import annotations

import datetime as dt
from typing import Final

from reviewer.deliver.batches import Sent, Waiting
from reviewer.model import Letter, LetterState
from reviewer.settings import Email

PATIENCE: Final = dt.timedelta(days=4)
"""How long a message is tried (RFC 5321, 4.5.4.1: "at least 4-5 days"), then a person decides."""

RELEASED: Final = "released by a person"

LOST_TWICE: Final = "it left twice and no answer came: ask the recipient whether it arrived; reviewer digest --resend sends it again"

PREVIEW: Final = "it was written as a preview, for a folder, and is told anew by mail; reviewer digest --send --yes sends it all the same"


DAMAGED: Final = (
    "its bytes in the state are not those that were written down, so it is not sent: look with reviewer state check, and put the newest "
    "backup in the state's place"
)


def release(outbox: Waiting, owner: str | None, now: dt.datetime, *, again: bool) -> None:
    """A person says that what was held may go; ``again``: and what was refused or waits for its next try, as long as its bytes are kept."""
    states = (LetterState.HELD, LetterState.REFUSED, LetterState.DEFERRED, LetterState.PREPARED) if again else (LetterState.HELD,)
    for letter in outbox.letters(*states, owner=owner):
        if not again or (letter.message.payload and not letter.preview):
            outbox.move(letter.message.key, LetterState.PREPARED, now=now, says=RELEASED, attempts=0, repeats=0)


def hold_surge(outbox: Waiting, email: Email, now: dt.datetime, result: Sent) -> None:
    """Hold a period's digests when they are more than ``surge`` times the last period's and ``surge_extra``."""
    waiting = outbox.letters(LetterState.PREPARED)
    for period in sorted({letter.period for letter in waiting}):
        count, last = outbox.volume(period)
        most = email.surge * (last or 0) + email.surge_extra
        if count <= most:
            continue
        says = (
            f"{count} messages where the last period had {last or 0}: more than {most:g} wait for a person (reviewer digest --send --yes)"
        )
        for letter in waiting:
            if letter.period == period and "/admin/" not in letter.message.key and not letter.says.startswith(RELEASED):
                outbox.move(letter.message.key, LetterState.HELD, now=now, says=says)
                result.held.append(letter.message.key)


def hold_doubtful(outbox: Waiting, letter: Letter, now: dt.datetime, result: Sent, *, leaving: bool) -> bool:
    """Whether a person must decide: it left twice and nobody knows, it was tried for days, or it was never meant to leave the house."""
    says = ""
    if letter.damaged:
        says = DAMAGED
    elif letter.state is LetterState.COMMITTING and letter.repeats:
        says = LOST_TWICE
    elif letter.state is LetterState.DEFERRED and now - letter.prepared > PATIENCE:
        says = f"it was put off for {PATIENCE.days} days; the mail server said last: {letter.says}"
    elif leaving and letter.preview and not letter.says.startswith(RELEASED):
        says = PREVIEW
    if says:
        outbox.move(letter.message.key, LetterState.HELD, now=now, says=says)
        result.held.append(letter.message.key)
    return bool(says)
