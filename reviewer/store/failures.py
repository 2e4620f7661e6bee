"""What can go wrong with the state, as exceptions whose words are for the person who must act."""

from __future__ import annotations

import datetime as dt


class StateRefused(Exception):
    """The state cannot be used: where it is, what is the matter, what to do. Nothing was changed."""


class StateFailed(Exception):
    """A transaction failed (disk full, input/output error, a lock held for too long) and was undone as a whole."""


class Locked(Exception):
    """Another run holds the lock. ``holder`` says who, ``since`` when it began (UTC), None when that cannot be read."""

    def __init__(self, holder: str, since: dt.datetime | None) -> None:
        """Keep who and since when; the message says both."""
        when = f" since {since:%Y-%m-%d %H:%M} UTC" if since else ""
        super().__init__(f"Another run holds the lock{when}: {holder}. It lets go when it ends; try again then.")
        self.holder = holder
        self.since = since
