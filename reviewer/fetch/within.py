"""Time limits that count the server's time, not ours.

While this process reads a page, or the machine is overloaded, answers lie in their sockets and nobody looks. That time must not make a
"timeout" of them: a limit that has run out is extended by as long as the event loop stood still meanwhile, and by no more than itself:
the one who floods us may be what makes the loop stand still.
"""

from __future__ import annotations

import asyncio
from types import TracebackType

BEAT = 0.1
LATE = 0.05
"""A beat that comes this much too late, in seconds, means that the loop stood still."""


class Pulse:
    """Beats while something is under way, and adds up for how long the event loop stood still (``stalled``, seconds)."""

    def __init__(self) -> None:
        """Stand still until something is under way."""
        self.stalled = 0.0
        self._under_way = 0
        self._expected = 0.0
        self._beat: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Something is under way."""
        self._under_way += 1
        if self._under_way == 1:
            self._next(asyncio.get_running_loop())

    def end(self) -> None:
        """It is done."""
        self._under_way -= 1
        if not self._under_way and self._beat:
            self._beat.cancel()

    def look(self) -> None:
        """Count a beat that should have come by now."""
        now = asyncio.get_running_loop().time()
        late = now - self._expected
        if late > LATE:
            self.stalled += late
            self._expected = now

    def _tick(self) -> None:
        """One beat."""
        self.look()
        self._next(asyncio.get_running_loop())

    def _next(self, loop: asyncio.AbstractEventLoop) -> None:
        """Ask for the next beat."""
        self._expected = loop.time() + BEAT
        self._beat = loop.call_at(self._expected, self._tick)


class Within:
    """``async with Within(pulse, seconds):`` raises ``TimeoutError`` when the block takes longer, stalls of our own aside.

    Those extend the limit by no more than itself.
    """

    __slots__ = ("_check", "_counted", "_left", "_pulse", "_scope", "_seconds")

    def __init__(self, pulse: Pulse, seconds: float) -> None:
        """Nothing runs yet."""
        self._pulse = pulse
        self._seconds = seconds
        self._left = seconds  # what may be given back
        self._scope = asyncio.timeout(None)

    async def __aenter__(self) -> None:
        """Time runs."""
        await self._scope.__aenter__()
        self._pulse.begin()
        self._counted = self._pulse.stalled
        self._check = asyncio.get_running_loop().call_later(self._seconds, self._due)

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Time is up, or was not needed."""
        self._check.cancel()
        self._pulse.end()
        await self._scope.__aexit__(kind, error, trace)

    def _due(self) -> None:
        """End the block, or give it the time that it did not have."""
        self._pulse.look()
        missed, self._counted = self._pulse.stalled - self._counted, self._pulse.stalled
        missed = min(missed, self._left)
        self._left -= missed
        loop = asyncio.get_running_loop()
        if missed > 0:
            self._check = loop.call_later(missed, self._due)
        else:
            self._scope.reschedule(loop.time())
