"""A batch: what the walk needs of the outbox, and what became of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Protocol

from reviewer.model import Letter, LetterState


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
    """What became of a batch: keys by state, in the order of the walk; ``waiting`` are those that stand where they stood, as there was no
    connection or the server refused everything. ``stopped`` says why it ended early, for the person who must act."""

    sent: list[str] = field(default_factory=list)
    deferred: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    stopped: str | None = None

    @property
    def complete(self) -> bool:
        """Whether every message was taken; otherwise the exit code is 4."""
        return not (self.deferred or self.refused or self.held or self.waiting or self.stopped)
