"""The walk through the outbox: each message once, and again only where nobody can know whether it arrived (then once, the same bytes)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

from reviewer.deliver.failures import AnswerLost, Delivery, NoConnection, NotDelivered
from reviewer.families import members
from reviewer.model import Letter, LetterState
from reviewer.settings import Email

BACK_OFF: Final = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))
"""Before the next try of a message that was put off; the last one is repeated."""

PATIENCE: Final = dt.timedelta(days=4)
"""How long a message is tried (RFC 5321, 4.5.4.1: "at least 4-5 days"), then a person decides."""

FAILURES_IN_A_ROW: Final = 5
"""Connections that may fail in a row before the batch stops."""

RELEASED: Final = "released by a person"

LOST_TWICE: Final = "it left twice and no answer came: ask the recipient whether it arrived; reviewer digest --send --yes sends it again"


PREVIEW: Final = "it was written as a preview, for a folder, and is told anew by mail; reviewer digest --send --yes sends it all the same"

STOPPED: Final = "somebody asked the program to end; the rest goes the next time"


class Waiting(Protocol):
    """What the walk needs of the outbox (``store.outbox.Outbox``)."""

    def letters(self, *states: LetterState, period: str | None = None, owner: str | None = None) -> tuple[Letter, ...]:
        """The letters in these states."""
        ...

    def due(self, now: dt.datetime) -> tuple[Letter, ...]:
        """What may be tried now."""
        ...

    def move(
        self,
        key: str,
        state: LetterState,
        *,
        now: dt.datetime,
        says: str = "",
        next_try: dt.datetime | None = None,
        attempts: int | None = None,
        repeats: int | None = None,
    ) -> None:
        """Put a letter into a state, on disk."""
        ...

    def volume(self, period: str) -> tuple[int, int | None]:
        """How many digests this period has, and the one before it."""
        ...


@dataclass(slots=True)
class Sent:
    """What became of a batch: keys by state, in the order of the walk; ``waiting`` are those for which there was no connection.
    ``stopped`` says why it ended early, for the person who must act."""

    sent: list[str] = field(default_factory=list)
    deferred: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    stopped: str | None = None

    @property
    def complete(self) -> bool:
        """Whether every message was taken or waits for a person who asked for that; else the exit code is 4."""
        return not (self.deferred or self.refused or self.waiting or self.stopped)


def way(email: Email) -> Any:
    """The module of the way that ``email.via`` names. Raises ``NoConnection`` when there is none."""
    scheme = urlsplit(email.via).scheme
    ways = members("reviewer.deliver.ways", "SCHEMES")
    for module in ways.values():
        if scheme in module.SCHEMES:
            return module
    known = ", ".join(sorted(scheme for module in ways.values() for scheme in module.SCHEMES))
    raise NoConnection(f"[email] via = {email.via!r}: no delivery is called {scheme!r}; known are {known}", permanent=True)


def connect(email: Email) -> Delivery:
    """The way out that the config chose, not yet open."""
    made: Delivery = way(email).connect(email)
    return made


def probe(email: Email) -> tuple[str, ...]:
    """What the way that the config chose says of itself after it was tried, without a message. Raises ``NoConnection``.

    A way without ``probe`` is opened, and no more is claimed than that.
    """
    chosen = way(email)
    if hasattr(chosen, "probe"):
        return tuple(chosen.probe(email))
    with connect(email):
        return (f"{urlsplit(email.via).scheme}: it could be opened, and does not say what was tried; nothing was sent",)


def leaves(email: Email) -> bool:
    """Whether messages leave the house on the way that the config chose (a folder is a preview)."""
    return bool(getattr(way(email), "LEAVES", True))


def send_batch(
    outbox: Waiting,
    email: Email,
    now: dt.datetime,
    *,
    yes: bool = False,
    owner: str | None = None,
    stop: Callable[[], bool] = bool,
    open_way: Callable[[Email], Delivery] = connect,
) -> Sent:
    """Send what is due. The caller holds the state's lock.

    ``yes``: a person has looked; what was held (for ``owner`` only, when one is named) goes too, as if it were new. What a person did not
    release is held when it is far more than last time. Nothing is lost by any failure: what could not go
    stays, and says why. ``stop`` is asked before each message whether somebody wants us to end: the rest goes the next time.
    Raises ``StateFailed`` when the state cannot be written; the message is then not sent, or sent once more at most.
    """
    result, leaving = Sent(), leaves(email)
    if yes:
        _release(outbox, owner, now)
    elif leaving:
        _hold_surge(outbox, email, now, result)
    letters = [letter for letter in outbox.due(now) if owner is None or letter.message.to.email.casefold() == owner.casefold()]
    failures = 0
    with ExitStack() as stack:
        delivery: Delivery | None = None
        for letter in letters:
            if stop():
                result.stopped = STOPPED
                break
            if _hold_doubtful(outbox, letter, now, result, leaving=leaving):
                continue
            try:
                if delivery is None:
                    delivery = stack.enter_context(open_way(email))
                _hand_over(outbox, letter, delivery, now, result)
                failures = 0
            except NoConnection as error:
                failures += 1
                _put_back(outbox, letter, error, now)
                result.waiting.append(letter.message.key)
                if error.permanent or failures >= FAILURES_IN_A_ROW:
                    result.stopped = error.says
                    break
                stack.close()
                delivery = None
            except NotDelivered as error:
                failures = 0
                _note(outbox, letter, error, now, result)
                if error.gone:
                    stack.close()
                    delivery = None
    return result


def _release(outbox: Waiting, owner: str | None, now: dt.datetime) -> None:
    """A person says that what was held may go."""
    for letter in outbox.letters(LetterState.HELD, owner=owner):
        outbox.move(letter.message.key, LetterState.PREPARED, now=now, says=RELEASED, attempts=0, repeats=0)


def _hold_surge(outbox: Waiting, email: Email, now: dt.datetime, result: Sent) -> None:
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


def _hold_doubtful(outbox: Waiting, letter: Letter, now: dt.datetime, result: Sent, *, leaving: bool) -> bool:
    """Whether a person must decide: it left twice and nobody knows, it was tried for days, or it was never meant to leave the house."""
    says = ""
    if letter.state is LetterState.COMMITTING and letter.repeats:
        says = LOST_TWICE
    elif letter.state is LetterState.DEFERRED and now - letter.prepared > PATIENCE:
        says = f"it was put off for {PATIENCE.days} days; the mail server said last: {letter.says}"
    elif leaving and letter.preview and not letter.says.startswith(RELEASED):
        says = PREVIEW
    if says:
        outbox.move(letter.message.key, LetterState.HELD, now=now, says=says)
        result.held.append(letter.message.key)
    return bool(says)


def _hand_over(outbox: Waiting, letter: Letter, delivery: Delivery, now: dt.datetime, result: Sent) -> None:
    """One message over an open way, each step on disk before the next."""
    key = letter.message.key
    again = letter.state is LetterState.COMMITTING
    says = "once more, as nobody could know whether it had arrived" if again else ""
    outbox.move(key, LetterState.SENDING, now=now, says=says, repeats=letter.repeats + again)
    delivery.send(letter.message, lambda: outbox.move(key, LetterState.COMMITTING, now=now))
    outbox.move(key, LetterState.SENT, now=now)
    result.sent.append(key)


def _put_back(outbox: Waiting, letter: Letter, error: NoConnection, now: dt.datetime) -> None:
    """There was no way: the letter stands where it stood. One whose fate is unknown stays so."""
    state = LetterState.PREPARED if letter.state is LetterState.SENDING else letter.state
    says = f"{RELEASED}; {error.says}" if letter.says.startswith(RELEASED) else error.says
    outbox.move(letter.message.key, state, now=now, says=says, next_try=letter.next_try, repeats=letter.repeats)


def _note(outbox: Waiting, letter: Letter, error: NotDelivered, now: dt.datetime, result: Sent) -> None:
    """Write down what the mail server said, or that it said nothing."""
    key, attempts = letter.message.key, letter.attempts + 1
    next_try = now + BACK_OFF[min(attempts, len(BACK_OFF)) - 1]
    if isinstance(error, AnswerLost) and (letter.repeats or letter.state is LetterState.COMMITTING):
        outbox.move(key, LetterState.HELD, now=now, says=f"{LOST_TWICE}; {error.says}", attempts=attempts)
        result.held.append(key)
    elif isinstance(error, AnswerLost):
        outbox.move(key, LetterState.COMMITTING, now=now, says=error.says, next_try=next_try, attempts=attempts)
        result.deferred.append(key)
    elif error.permanent:
        outbox.move(key, LetterState.REFUSED, now=now, says=error.says, attempts=attempts)
        result.refused.append(key)
    else:
        outbox.move(key, LetterState.DEFERRED, now=now, says=error.says, next_try=next_try, attempts=attempts)
        result.deferred.append(key)
