"""What the admin is told at once, because no digest will tell anybody: our own network does not work, or digests wait and wait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from reviewer import deliver, render
from reviewer.model import AdminSummary
from reviewer.settings import Config
from reviewer.store import Store

RUNS: Final = 500
"""How many runs are asked since when an outage lasts."""


def outage_since(store: Store, now: dt.datetime) -> dt.datetime | None:
    """When the first run began of those that could do nothing since, because our own network did not work; None when the last one could.
    A run of a time later than ``now`` was dated by a clock that ran ahead."""
    since = None
    for run in reversed(store.runs(RUNS)):
        if run.outage and run.started > now:
            since = since or now
        elif run.outage:
            since = run.started
        elif run.settled:
            break
    return since


def alarm(
    config: Config,
    store: Store,
    about: str,
    says: str,
    *,
    now: dt.datetime,
    today: dt.date,
    since: dt.datetime,
    stop: Callable[[], bool] = bool,
) -> None:
    """Tell the admin what no digest will tell anybody: ``about`` in a few words, ``says`` with what to do; once since ``since``.

    The way to the mail server may work all the same; when it does not, the message waits, and health, the exit code and the dead man's
    switch are the other ways.
    """
    admin = config.email.admin or config.organisation.contact
    if admin is None:
        return
    if not store.outbox.written(render.ALARM, since, now):
        summary = AdminSummary(today.isoformat(), notes=(says,))
        message = render.admin_message(summary, config=config, installation=store.installation, now=now, alarm=about)
        store.prepare((message,), {}, now=now, preview=not deliver.leaves(config.email))
    deliver.send_batch(store.outbox, config.email, now, owner=admin.email, stop=stop)
