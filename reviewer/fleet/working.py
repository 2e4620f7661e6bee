"""``reviewer worker``: procrastinate's worker with our tasks, for as long as nobody asks it to stop, whatever the database does."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from reviewer import logs
from reviewer.fleet import dealing, mourning, parts, periods, queue, settling
from reviewer.fleet.fingerprints import OtherConfig
from reviewer.fleet.parts import Hand, HandedBack
from reviewer.look import Progress
from reviewer.settings import Config
from reviewer.stopping import Stop
from reviewer.store import Locked, StateFailed, Store

if TYPE_CHECKING:
    from procrastinate import App
    from procrastinate.jobs import Job
    from procrastinate.retry import RetryDecision
    from procrastinate.worker import Worker

TRIES: Final = 5
"""How often a job may fail by itself before the period goes on without it. To be handed back is no failure."""

PAUSE: Final = 2.0
"""Seconds before a worker that lost the database, or has another config, looks again whether it can work."""

GRACE: Final = 30.0
"""Seconds that a worker has to hand back its job."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a worker gives a sign of life, and after how many seconds of silence it is dead; ``every``: seconds between two looks after
    the period and the dead (a divisor of 60)."""

    heartbeat: float = queue.HEARTBEAT
    silent: float = queue.SILENT
    every: int = 10
    polling: float = 2.0


USUAL: Final = Rhythm()


class Failed(Exception):
    """A job failed by itself, for the ``times``-th time in its period."""

    def __init__(self, times: int) -> None:
        super().__init__(times)
        self.times = times


def name() -> str:
    """What this worker is called: its machine and process."""
    return f"{socket.gethostname()}/{os.getpid()}"


def work(
    config: Config,
    *,
    stop: Stop,
    progress: Progress,
    clock: Callable[[], dt.datetime],
    reading_version: str,
    jobs: int = 1,
    rhythm: Rhythm = USUAL,
    idle: bool = True,
) -> None:
    """Work until somebody asks to stop, or, without ``idle``, until no job is left. With another config than that of the period in hand
    nothing is done: the admin is told, and the worker waits for a period of its own config, or, without ``idle``, raises ``OtherConfig``.
    Raises ``StateRefused`` when the state cannot be opened or procrastinate is not installed."""
    with Store.open(config.state.at, reading_version=reading_version, now=clock()) as store:
        queue.set_up(store)
        hand = Hand(config, store, name(), progress, clock, jobs)
        stop.then(hand.let_go)
        refused = ""
        while not stop:
            try:
                refused = _refused(hand, refused, idle=idle)
                if not refused:
                    asyncio.run(_work(hand, stop, rhythm, idle=idle))
            except Exception as error:
                if not _lost(error):
                    raise
                logs.log(__name__).warning("database lost", why=str(error) or type(error).__name__, again_in=PAUSE)
            if not idle and not hand.refuses:
                return
            hand.stopped, hand.refuses = bool(stop), False
            stop.wait(PAUSE)


def _refused(hand: Hand, said: str, *, idle: bool) -> str:
    """Why this worker may not work now; logged unless it was ``said`` the last time."""
    says = parts.refusal(hand)
    if says and not idle:
        raise OtherConfig(says)
    if says and says != said:
        logs.log(__name__).error("another config", says=says)
    return says


def _lost(error: BaseException) -> bool:
    """Whether an error is that of a database that is away, or came back without remembering us."""
    from procrastinate.exceptions import ConnectorException
    from psycopg import Error
    from psycopg_pool import PoolTimeout

    return isinstance(error, ConnectorException | Error | PoolTimeout | OSError | StateFailed)


async def _work(hand: Hand, stop: Stop, rhythm: Rhythm, *, idle: bool) -> None:
    """Work until somebody asks to stop, or the connection to the database breaks."""
    from procrastinate.worker import Worker

    class OneHand(Worker):
        """A worker that hands back its job when it is to stop: also when it lost the database, since it would be taken for dead."""

        def stop(self) -> None:
            hand.let_go()
            super().stop()  # type: ignore[no-untyped-call]  # the library's own has no types

    app = tasks(hand, rhythm)
    async with app.open_async():
        worker: Worker = OneHand(
            app,
            name=hand.name,
            wait=idle,
            concurrency=1,
            fetch_job_polling_interval=rhythm.polling,
            shutdown_graceful_timeout=GRACE,
            delete_jobs="successful",
            install_signal_handlers=False,
            update_heartbeat_interval=rhythm.heartbeat,
            stalled_worker_timeout=max(queue.PRUNED, 10 * rhythm.silent),
        )
        loop = asyncio.get_running_loop()
        stop.then(lambda: loop.call_soon_threadsafe(worker.stop))
        hand.leave = lambda: loop.call_soon_threadsafe(worker.stop)
        await worker.run()  # type: ignore[no-untyped-call]  # as above


def tasks(hand: Hand, rhythm: Rhythm) -> App:
    """The queue with all that a worker can do."""
    from procrastinate import App, PsycopgConnector
    from procrastinate.retry import BaseRetryStrategy

    class Again(BaseRetryStrategy):
        """When a job is tried again: at once when it was handed back, soon when the state was away, later when it failed."""

        def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
            return again(exception, job.attempts)

    queue.hush()
    app = App(connector=PsycopgConnector(conninfo=queue.address(hand.store), min_size=1, max_size=4, timeout=10.0))

    def part(number: int, lane: str, do: Callable[[Hand, int, str], None], *, looking: bool) -> None:
        what, task = ("look", queue.LOOK) if looking else ("visit", queue.VISIT)
        try:
            timed(hand, what, lambda: do(hand, number, lane), lane=lane, period=number)
        except _UNCOUNTED:
            raise
        except Exception as error:
            times = _count(hand, number, task, lane, "failed")
            if times >= TRIES:
                logs.log(__name__).error("given up", job=what, lane=lane, period=number)
                parts.failed(hand, number, lane, f"{type(error).__name__}: {error}", looking=looking)
            raise Failed(times) from error

    @app.task(name=queue.LOOK, retry=Again())
    def look(*, period: int, lane: str) -> None:
        part(period, lane, parts.look, looking=True)

    @app.task(name=queue.VISIT, retry=Again())
    def visit(*, period: int, lane: str) -> None:
        part(period, lane, parts.visit, looking=False)

    @app.task(name=queue.SETTLE, retry=Again())
    def settle(*, period: int) -> None:
        _settle(hand, period)

    @app.periodic(cron=f"*/{rhythm.every} * * * * *" if rhythm.every < 60 else "* * * * *")
    @app.task(name=queue.MIND, queueing_lock="mind", priority=dealing.FIRST)  # no lock: one that died in it would end all minding
    async def mind(timestamp: int) -> None:
        del timestamp
        try:
            await mourning.mourn(app, rhythm.silent, hand)
            await asyncio.to_thread(periods.mind, hand.config, hand.store, hand.clock())
        except Exception:
            logs.log(__name__).exception("failed", job="mind")
            raise

    del look, visit, settle, mind
    return app


_UNCOUNTED: Final = (HandedBack, OtherConfig, Locked, StateFailed)
"""What ends a job and is no failure of it."""


def timed(hand: Hand, what: str, do: Callable[[], None], **about: Any) -> None:
    """Do a job, and log how it ended. A worker that may not do it takes no other."""
    began = time.monotonic()
    try:
        do()
    except HandedBack:
        logs.log(__name__).info("handed back", job=what, **about)
        raise
    except OtherConfig:
        logs.log(__name__).warning("refused", job=what, **about)
        hand.refuses = True
        hand.leave()
        raise
    except (Locked, StateFailed) as error:
        logs.log(__name__).warning("will try again", job=what, why=str(error), **about)
        raise
    except Exception:
        logs.log(__name__).exception("failed", job=what, **about)
        raise
    logs.log(__name__).info("done", job=what, seconds=round(time.monotonic() - began, 3), **about)


def _count(hand: Hand, period: int, task: str, lane: str, what: str) -> int:
    """Count a try of a job; see ``queue.count``."""
    with hand.store.write() as connection:
        return queue.count(connection, period, task, lane, what)


def _settle(hand: Hand, period: int) -> None:
    """Settle a period; after too many failures it ends as failed."""
    try:
        timed(hand, "settle", lambda: settling.settle(hand, period), period=period)
    except _UNCOUNTED:
        raise
    except Exception as error:
        times = _count(hand, period, queue.SETTLE, "settle", "failed")
        if times >= TRIES:
            logs.log(__name__).error("given up", job="settle", period=period)
            settling.failed(hand, period, f"{type(error).__name__}: {error}")
        raise Failed(times) from error


def again(error: BaseException, attempts: int) -> RetryDecision | None:
    """When a job that ended with this error is done again: at once when it was handed back, soon when the state was away, later each time
    that it failed; None when it never is. ``attempts`` is the queue's count, for what the worker does for itself."""
    from procrastinate.retry import RetryDecision

    if isinstance(error, HandedBack | OtherConfig):
        return RetryDecision(retry_in={"seconds": 0})
    if isinstance(error, Locked | StateFailed):
        return RetryDecision(retry_in={"seconds": 2})
    times = error.times if isinstance(error, Failed) else attempts + 1
    return RetryDecision(retry_in={"seconds": 2 ** min(times, TRIES)}) if times < TRIES else None
