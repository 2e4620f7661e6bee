"""APScheduler, as a ticker and no more: it calls a function every few seconds. What is due, the state decides (``duty.py``).

Its cron is not used: it counts Monday as 0, skips midnights that a zone skips, and fires twice at hours that come twice. Its job store is
memory: nothing is remembered but the next tick.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from typing import Any, Final

from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.job import Job
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.base import BaseTrigger

from reviewer import logs
from reviewer.stopping import Stop

SECONDS: Final = 20.0


def _now() -> dt.datetime:
    """This moment in UTC."""
    return dt.datetime.now(dt.UTC)


class EverySeconds(BaseTrigger):  # type: ignore[misc]  # the library has no types
    """A number of seconds after the last look at the clock. The library's own interval counts from the last tick, and after a jump of the
    clock over years lists every tick that it missed."""

    def __init__(self, seconds: float) -> None:
        self._gap = dt.timedelta(seconds=seconds)

    def get_next_fire_time(self, previous_fire_time: dt.datetime | None, now: dt.datetime) -> dt.datetime:
        """The next tick: now, the first time."""
        return now if previous_fire_time is None else now + self._gap


def hurry(job: Job, now: dt.datetime, seconds: float) -> bool:
    """Tick now when the clock was set back, and the next tick stands far in the future; says whether it was."""
    if job.next_run_time is None or job.next_run_time - now <= dt.timedelta(seconds=2 * seconds):
        return False
    job.modify(next_run_time=now)
    return True


def _failed(event: JobExecutionEvent) -> None:
    """What a job let through, ``SystemExit`` included, would vanish in the library."""
    logs.log(__name__).error("tick crashed", why=repr(event.exception), trace=event.traceback)


def ticking(tick: Callable[[dt.datetime], Any], *, stop: Stop, seconds: float = SECONDS, clock: Callable[[], dt.datetime] = _now) -> None:
    """Call ``tick(now)`` at once and every ``seconds`` until somebody asks to stop; then wait for the tick in hand."""
    logging.getLogger("apscheduler").setLevel(logging.CRITICAL)
    scheduler = BackgroundScheduler(timezone=dt.UTC, job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1})
    scheduler.add_listener(_failed, EVENT_JOB_ERROR)
    job = scheduler.add_job(lambda: tick(clock()), EverySeconds(seconds))
    scheduler.start()
    try:
        while not stop.wait(seconds):
            hurry(job, clock(), seconds)
    finally:
        scheduler.shutdown(wait=True)
