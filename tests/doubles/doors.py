"""Doors that ask no network: by a table, or all failures."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from typing import Unpack

from reviewer.fetch import Asked, Jar
from reviewer.model import Answer, Fetched, NoAnswer, Reason


class Table:
    """A door that answers what the table says, else 404; it notes what it was asked."""

    def __init__(self, answers: Mapping[str, Fetched]) -> None:
        self.answers = dict(answers)
        self.asked: list[str] = []
        self.trusted: list[str] = []

    async def fetch(self, url: str, **asked: Unpack[Asked]) -> Fetched:
        """Answer."""
        self.asked.append(url)
        return self.reply(url, asked.get("jar"))

    def reply(self, url: str, jar: Jar | None) -> Fetched:
        """What the table says."""
        del jar
        return self.answers.get(url, Answer(url, url, 404))

    def trust(self, url: str) -> None:
        """Note it; from now on the host's addresses are asked again."""
        self.trusted.append(url)

    def wait(self, seconds: Mapping[str, float]) -> None:
        """Nobody asks for it."""


class Failing:
    """A door behind which everything fails in one way; it counts what it was asked, and how much of it at once."""

    def __init__(self, reason: Reason | None) -> None:
        self.reason = reason
        self.asked: Counter[str] = Counter()
        self.now = self.most = 0

    async def fetch(self, url: str, **asked: Unpack[Asked]) -> Fetched:
        """Fail, after a while."""
        del asked
        self.asked[url] += 1
        self.now += 1
        self.most = max(self.most, self.now)
        for _ in range(3):
            await asyncio.sleep(0)
        self.now -= 1
        return NoAnswer(url, url, self.reason) if self.reason else Answer(url, url, 200)

    def trust(self, url: str) -> None:
        """Nothing changes."""

    def wait(self, seconds: Mapping[str, float]) -> None:
        """Nobody asks for it."""


class Slow(Failing):
    """A door behind which everything fails after so many seconds, by the clock that journeys keep."""

    def __init__(self, reason: Reason, seconds: float) -> None:
        super().__init__(reason)
        self.seconds = seconds
        self.spent = 0.0

    async def fetch(self, url: str, **asked: Unpack[Asked]) -> Fetched:
        """Fail, and say how long it took."""
        jar = asked.get("jar")
        if jar is not None:
            jar.spent.seconds += self.seconds
            self.spent = max(self.spent, jar.spent.seconds)
        return await super().fetch(url, **asked)
