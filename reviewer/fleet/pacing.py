"""One pace for each host, however many workers are led to it: when it may be asked next is one row, and who asks moves it on.

A lane keeps all but one worker away from a host, but not a redirect, a successor that a page names, or a worker that was taken for dead.
"""

from __future__ import annotations

import asyncio
from typing import Final

import sqlalchemy as sa

from reviewer.fetch import Turn
from reviewer.store import StateFailed, Store

_TAKE: Final = sa.text(
    "INSERT INTO fleet_turns AS t (host, next) VALUES (:host, clock_timestamp() + make_interval(secs => :seconds)) "
    "ON CONFLICT (host) DO UPDATE SET next = greatest(t.next, clock_timestamp()) + make_interval(secs => :seconds) "
    "RETURNING extract(epoch FROM next - clock_timestamp()) - :seconds"
)


def turns(store: Store) -> Turn:
    """Who says when it is our turn. Where the state is away the worker keeps to its own pace: it is about to end its job."""

    def take(host: str, seconds: float) -> float:
        try:
            with store.write() as connection:
                return float(connection.execute(_TAKE, {"host": host, "seconds": seconds}).scalar_one())
        except StateFailed:
            return 0.0

    async def turn(host: str, seconds: float) -> float:
        return max(0.0, await asyncio.to_thread(take, host, seconds))

    return turn
