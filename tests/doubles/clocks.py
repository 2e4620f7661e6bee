"""Clocks whose time passes only when somebody waits."""

from __future__ import annotations

import asyncio


class Clock:
    """Time that passes when a test says so, and when somebody waits, at once."""

    def __init__(self) -> None:
        self.time = 1000.0

    def now(self) -> float:
        """The time."""
        return self.time

    async def sleep(self, seconds: float) -> None:
        """Let it pass."""
        self.time += seconds
        await asyncio.sleep(0)
