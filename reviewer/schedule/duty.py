"""What the schedule does at each tick: ask what is due, do it, and remember what failed. The state decides; the clock only asks.

A period that fails is tried again after 1, 5, 15 and 60 minutes, then after 2 and every 4 hours. Nothing that happens here ends the
schedule: exceptions and ``sys.exit`` in a job would otherwise vanish in the ticker.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from reviewer import logs, timetable
from reviewer.settings import Timetable
from reviewer.stopping import Stop
from reviewer.store import Locked
from reviewer.timetable import Due

PAUSES: Final = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 120, 240))


class PeriodsDone(Protocol):
    """What the state says: which periods are done, since when it exists, how many messages could go now."""

    def done(self, kind: str) -> AbstractSet[str]:
        """The periods of that kind that need nothing more."""
        ...

    def since(self) -> dt.datetime:
        """When the state was made."""
        ...

    def pending(self, now: dt.datetime) -> int:
        """How many messages could go now."""
        ...


class Duty:
    """Ticks. ``act`` does what is due in one go, an empty tuple meaning that only messages wait; it raises when it cannot."""

    def __init__(
        self,
        timetable: Timetable,
        zone: ZoneInfo,
        standing: PeriodsDone,
        act: Callable[[tuple[Due, ...], dt.datetime], None],
        stop: Stop,
    ) -> None:
        self._timetable = timetable
        self._zone = zone
        self._standing = standing
        self._act = act
        self._stop = stop
        self._failures = 0
        self._failed = dt.datetime.max.replace(tzinfo=dt.UTC)
        self._again = dt.datetime.min.replace(tzinfo=dt.UTC)

    def tick(self, now: dt.datetime) -> bool:
        """Do what is due at ``now``; says whether anything was done. Never raises."""
        if self._stop or self._failed <= now < self._again:
            return False
        try:
            tasks = self._due(now)
            if not tasks and not self._standing.pending(now):
                return False
            self._act(tasks, now)
            left = [due.kind for due in self._due(now) if due in tasks] if tasks else ["send"] * self._standing.pending(now)
            if left:
                self._failure(now, f"still to do: {', '.join(sorted(set(left)))}")
            else:
                self._failures = 0
                self._again = dt.datetime.min.replace(tzinfo=dt.UTC)
        except Locked as error:
            logs.log(__name__).info("waiting", why=str(error))
            return False
        except (Exception, SystemExit) as error:  # noqa: BLE001 - the schedule outlives its jobs
            logs.log(__name__).exception("tick failed")
            self._failure(now, f"{type(error).__name__}: {error}")
        return True

    def _due(self, now: dt.datetime) -> tuple[Due, ...]:
        """What is due."""
        return timetable.due(now, self._timetable, self._zone, self._standing.done, since=self._standing.since())

    def _failure(self, now: dt.datetime, why: str) -> None:
        """Wait before the next try."""
        pause = PAUSES[min(self._failures, len(PAUSES) - 1)]
        self._failures += 1
        self._failed, self._again = now, now + pause
        logs.log(__name__).warning("will try again", at=self._again.isoformat(timespec="seconds"), failures=self._failures, why=why)
