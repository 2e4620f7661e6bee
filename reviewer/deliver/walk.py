"""The walk through the outbox: each message once, and again only where nobody can know whether it arrived (then once, the same bytes)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

from reviewer.deliver import blame
from reviewer.deliver.batches import Sent, Waiting
from reviewer.deliver.failures import AnswerLost, Delivery, Fault, NoConnection, NotDelivered
from reviewer.deliver.holding import LOST_TWICE, RELEASED, hold_doubtful, hold_surge, release
from reviewer.families import members
from reviewer.model import Letter, LetterState
from reviewer.settings import Email

BACK_OFF: Final = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))
"""Before the next try of a message that was put off; the last one is repeated."""

FAILURES_IN_A_ROW: Final = 5
"""Connections that may fail, or answers that may be lost, in a row before the batch stops."""

STOPPED: Final = "somebody asked the program to end; the rest goes the next time"


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
    again: bool = False,
    owner: str | None = None,
    stop: Callable[[], bool] = bool,
    open_way: Callable[[Email], Delivery] = connect,
) -> Sent:
    """Send what is due. The caller holds the state's lock.

    ``yes``: a person has looked; what was held (for ``owner`` only, when one is named) goes too, as if it were new. ``again``: what was
    refused goes too, and what waits for its next try. What a person did not release is held when it is far more than last time. Nothing is
    lost by any failure: what could not go stays, and says why. ``stop`` is asked before each message whether somebody wants us to end: the
    rest goes the next time. Raises ``StateFailed`` when the state cannot be written; the message is then not sent, or once more at most.
    """
    result, leaving = Sent(), leaves(email)
    if yes or again:
        release(outbox, owner, now, again=again)
    elif leaving:
        hold_surge(outbox, email, now, result)
    letters = [letter for letter in outbox.due(now) if owner is None or letter.message.to.email.casefold() == owner.casefold()]
    letters.sort(key=lambda letter: letter.state is LetterState.PREPARED and letter.attempts > 0)  # who was refused keeps nobody waiting
    walk = _Walk(outbox, email, now, open_way, result)
    try:
        for letter in letters:
            if stop():
                result.stopped = STOPPED
            elif not hold_doubtful(outbox, letter, now, result, leaving=leaving):
                walk.step(letter)
            if result.stopped:
                break
    finally:
        walk.close()
    walk.decide()
    return result


class _Walk:
    """One walk over the letters: at most one connection at a time, and what is not decided yet.

    ``doubts`` are refusals of which nobody knows yet whether they concern one recipient or all: each letter stands where it stood until
    another message is taken, or enough are refused alike.
    """

    def __init__(self, outbox: Waiting, email: Email, now: dt.datetime, open_way: Callable[[Email], Delivery], result: Sent) -> None:
        self.outbox, self.email, self.now, self.result = outbox, email, now, result
        self.open_way = open_way
        self.doubts: list[tuple[Letter, NotDelivered]] = []
        self.failures = 0
        self.way: Delivery | None = None
        self.carried: int | None = None
        """Letters that went, or tried to, over the open connection; None when there is none."""

    def step(self, letter: Letter) -> None:
        """Hand over one letter, and write down what came of it."""
        try:
            self._carry(letter)
        except NoConnection as error:
            self._lost(error)
            _put_back(self.outbox, letter, error, self.now)
            self.result.waiting.append(letter.message.key)
            if error.permanent:
                self.result.stopped = error.says
        except AnswerLost as error:
            self._lost(error)
            _note(self.outbox, letter, error, self.now, self.result)
        except NotDelivered as error:
            self.failures = 0
            if blame.doubtful(error):
                self._doubt(letter, error)
            else:
                _note(self.outbox, letter, error, self.now, self.result)
        else:
            self.failures = 0
            self._settle()

    def _carry(self, letter: Letter) -> None:
        """Over the connection that is open, or a new one; once more over a new one when the old one died before any of it had left."""
        for last in (False, True):
            used, left = bool(self.carried), False

            def committing() -> None:
                nonlocal left
                self.outbox.move(letter.message.key, LetterState.COMMITTING, now=self.now)
                left = True

            try:
                _hand_over(self.outbox, letter, self._connected, committing, self.now, self.result)
            except NotDelivered as error:
                if error.gone:
                    self.close()
                if last or not error.gone or error.permanent or left or not used:
                    raise
            else:
                return

    def _connected(self) -> Delivery:
        """The way out, open."""
        if self.way is None:
            self.way = self.open_way(self.email)
        if self.carried is None:
            self.way.__enter__()
            self.carried = 0
        self.carried += 1
        return self.way

    def close(self) -> None:
        """Let go of the connection, when there is one."""
        if self.way is not None and self.carried is not None:
            self.carried = None
            self.way.__exit__(None, None, None)

    def _lost(self, error: NotDelivered) -> None:
        """There was no way, or no answer: after enough in a row the batch stops."""
        self.failures += 1
        if self.failures >= FAILURES_IN_A_ROW:
            self.result.stopped = error.says

    def _doubt(self, letter: Letter, error: NotDelivered) -> None:
        """Refused, and nobody knows on whose account: it stays as it is. Enough alike, one after the other, are on ours."""
        _put_back(self.outbox, letter, error, self.now, attempts=letter.attempts + 1)
        self.doubts.append((letter, error))
        latest = [each for _, each in self.doubts[-blame.UNIFORM :]]
        if len(latest) == blame.UNIFORM and blame.alike(latest):
            self.result.stopped = blame.mend(error)

    def _settle(self) -> None:
        """A message was taken, so the server takes mail from us: what it refused before concerns those recipients."""
        for letter, error in self.doubts:
            _note(self.outbox, letter, error, self.now, self.result)
        self.doubts.clear()

    def decide(self) -> None:
        """At the end: what was refused last is ours, and stays, when nothing was taken and the server says so or says the same to all."""
        if not self.doubts:
            return
        errors = [error for _, error in self.doubts]
        same = len(errors) > 1 and blame.alike(errors)
        for letter, error in self.doubts:
            ours = error.fault is Fault.LIMIT or (not self.result.sent and (same or error.fault is Fault.SENDER))
            if ours or self.result.stopped:
                self.result.waiting.append(letter.message.key)
                self.result.stopped = self.result.stopped or blame.mend(error)
            else:
                _note(self.outbox, letter, error, self.now, self.result)
        self.doubts.clear()


def _hand_over(
    outbox: Waiting, letter: Letter, connected: Callable[[], Delivery], committing: Callable[[], None], now: dt.datetime, result: Sent
) -> None:
    """One message over an open way, each step on disk before the next."""
    key, delivery = letter.message.key, connected()
    again = letter.state is LetterState.COMMITTING
    says = "once more, as nobody could know whether it had arrived" if again else ""
    outbox.move(key, LetterState.SENDING, now=now, says=says, repeats=letter.repeats + again)
    delivery.send(letter.message, committing)
    outbox.move(key, LetterState.SENT, now=now)
    result.sent.append(key)


def _put_back(outbox: Waiting, letter: Letter, error: NotDelivered, now: dt.datetime, *, attempts: int | None = None) -> None:
    """The letter stands where it stood. One whose fate is unknown stays so, until the server has refused it in so many words."""
    known = attempts is not None or letter.state is LetterState.SENDING
    state = LetterState.PREPARED if known else letter.state
    says = f"{RELEASED}; {error.says}" if letter.says.startswith(RELEASED) else error.says
    next_try = None if known else letter.next_try
    repeats = letter.repeats + (attempts is not None and letter.state is LetterState.COMMITTING)  # the repeat was used up
    outbox.move(letter.message.key, state, now=now, says=says, next_try=next_try, repeats=repeats, attempts=attempts)


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
