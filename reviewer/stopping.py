"""Being asked to stop: SIGTERM and SIGINT, at a desk, under cron, and as process 1 of a container.

The first signal asks: what is running finishes the message or the fetch in hand, commits, and returns. A second signal, or the end of the
grace, ends the process at once; the state is made for that (a killed run is completed by the next one). As process 1 Python has no default
action for SIGTERM, so that without these handlers a container would be killed after its grace each time.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Final

GRACE: Final = 10.0
"""Seconds between the first signal and the end."""


class Stop:
    """Whether somebody asked us to stop. ``signal`` is the signal's number, None while nobody did."""

    def __init__(self) -> None:
        self.signal: int | None = None
        self._event = threading.Event()
        self._told: list[Callable[[], object]] = []

    def __bool__(self) -> bool:
        return self._event.is_set()

    @property
    def exit_code(self) -> int:
        """143 for SIGTERM, 130 for SIGINT, as shells count; 0 when nobody asked."""
        return 0 if self.signal is None else 128 + self.signal

    def ask(self, number: int) -> None:
        """Ask to stop; everyone who wanted to know is told, once. A loop that has ended meanwhile (``RuntimeError``) holds up nobody."""
        if self._event.is_set():
            return
        self.signal = number
        self._event.set()
        for tell in self._told:
            with contextlib.suppress(RuntimeError):
                tell()

    def then(self, tell: Callable[[], object]) -> None:
        """Call ``tell`` when somebody asks, at once when somebody already did. For a loop: ``lambda: loop.call_soon_threadsafe(...)``."""
        self._told.append(tell)
        if self._event.is_set():
            tell()

    def wait(self, seconds: float) -> bool:
        """Wait so long or until somebody asks; says whether somebody did."""
        return self._event.wait(seconds)


@contextlib.contextmanager
def signals(stop: Stop, *, grace: float = GRACE) -> Iterator[Stop]:
    """Let SIGTERM and SIGINT ask ``stop`` while the block runs. Only in the main thread, as Python has it."""
    over = threading.Event()

    def tell(number: int) -> None:
        stop.ask(number)
        if not over.wait(grace):
            os._exit(128 + number)

    def asked(number: int, frame: FrameType | None) -> None:
        # The asking is another thread's job: an Event may not be set by a handler that interrupts a wait on it (its lock is held).
        del frame
        if stop:
            os._exit(128 + number)
        threading.Thread(target=tell, args=(number,), name="stopping", daemon=True).start()

    before = {number: signal.signal(number, asked) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        over.set()
        for number, handler in before.items():
            signal.signal(number, handler)
