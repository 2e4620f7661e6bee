"""What the admin is told at once, because no digest will tell anybody: our own network has not worked for a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from reviewer import deliver, render
from reviewer.model import AdminSummary
from reviewer.settings import Config
from reviewer.store import Store

LONG: Final = dt.timedelta(days=1)
"""An outage of our own that lasts so long is told to somebody."""

RUNS: Final = 500
"""How many runs are asked since when an outage lasts."""


def outage_since(store: Store) -> dt.datetime | None:
    """When the first run began of those that could do nothing since, because our own network did not work; None when the last one could."""
    since = None
    for run in reversed(store.runs(RUNS)):
        if run.outage:
            since = run.started
        elif run.settled:
            break
    return since


def alarm(config: Config, store: Store, *, now: dt.datetime, today: dt.date, stop: Callable[[], bool] = bool) -> deliver.Sent | None:
    """Tell the admin of an outage that has lasted a day, once for each: what it means and what to do. The way to the mail server may work
    all the same; when it does not, the message waits, and health and the dead man's switch are the other ways. None: nothing to tell."""
    since = outage_since(store)
    admin = config.email.admin or config.organisation.contact
    if since is None or now - since < LONG or admin is None:
        return None
    letters = store.outbox.letters(owner=admin.email)
    if not any(letter.message.key.endswith(render.ALARM) and letter.prepared >= since for letter in letters):
        says = store.runs(1)[0].says
        summary = AdminSummary(today.isoformat(), notes=(f"Since {since:%Y-%m-%d %H:%M} UTC: {says}",))
        message = render.admin_message(
            summary, config=config, installation=store.installation, now=now, alarm="no page was checked for a day"
        )
        store.prepare((message,), {}, now=now, preview=not deliver.leaves(config.email))
    return deliver.send_batch(store.outbox, config.email, now, owner=admin.email, stop=stop)
