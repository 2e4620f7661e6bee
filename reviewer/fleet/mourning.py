"""What becomes of the jobs of workers that died: another worker does them, unless too many died over one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from reviewer import logs
from reviewer.fleet import parts, periods, queue, settling
from reviewer.fleet.parts import Hand

if TYPE_CHECKING:
    from procrastinate import App
    from procrastinate.jobs import Job

DEATHS: Final = 10
"""How often a job may take a worker down with it before the period goes on without it."""


async def mourn(app: App, silent: float, hand: Hand) -> None:
    """Hand on the jobs of workers that gave no sign of life for so many seconds; one that took too many workers with it is given up.

    The queue forgets a worker only after ``PRUNED`` seconds, and a job whose worker it has forgotten counts as one of the dead, too.
    """
    from procrastinate.exceptions import ConnectorException

    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=silent):
        try:
            await _hand_on(app, job, hand)
        except ConnectorException:  # it ended meanwhile, or somebody else was quicker; where the database is away, the next step says so
            logs.log(__name__).info("not stalled any more", job=job.task_name, lane=job.task_kwargs.get("lane"))


async def _hand_on(app: App, job: Job, hand: Hand) -> None:
    """Hand on the job of a dead worker, or give it up."""
    from procrastinate.jobs import Status

    lane, number = str(job.task_kwargs.get("lane", "settle")), job.task_kwargs.get("period")
    if job.task_name == queue.MIND or not isinstance(number, int):  # there is another one, and two may not wait
        await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)
        return
    deaths = await asyncio.to_thread(_died, hand, number, job.task_name, lane)
    if deaths < DEATHS:
        logs.log(__name__).warning("worker dead, job handed on", job=job.task_name, lane=lane, period=number)
        await app.job_manager.retry_job(job)
        return
    logs.log(__name__).error("given up", job=job.task_name, lane=lane, deaths=deaths)
    why = f"{deaths} workers died over it"
    if job.task_name == queue.SETTLE:
        await asyncio.to_thread(settling.failed, hand, number, why)
    else:
        await asyncio.to_thread(parts.failed, hand, number, lane, why, looking=job.task_name == queue.LOOK)
    await app.job_manager.finish_job(job, Status.FAILED, delete_job=False)


def _died(hand: Hand, number: int, task: str, lane: str) -> int:
    """Count a death; of a period that is not remembered any more none is counted."""
    with hand.store.write() as connection:
        return queue.count(connection, number, task, lane, "died") if periods.load(connection, number) is not None else 0
