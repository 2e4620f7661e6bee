"""Whether anybody would notice: the last run did its work, and those who had to be told were told, within two periods. Pure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from reviewer.settings import Timetable
from reviewer.timetable import before_last, parse

OUTAGE: Final = dt.timedelta(days=1)
"""An outage of our own network that lasts so long is an illness."""


SLACK: Final = dt.timedelta(days=1)
"""A run that seems to have ended later than this from now ended by another clock."""


@dataclass(frozen=True, slots=True)
class Health:
    """``well`` and one sentence for those who are on call."""

    well: bool
    says: str


@dataclass(frozen=True, slots=True)
class Silence:
    """What the state says of those who should have heard. ``outage``: since when our own network has not worked. ``unheard``: readers
    whose message has been waiting, held or refused for two periods of the digest, ``why`` what was said of the first. ``untold``: open
    issues that no digest named although two have been due; ``last`` is when one was last made."""

    outage: dt.datetime | None = None
    unheard: int = 0
    why: str = ""
    untold: int = 0
    last: dt.datetime | None = None


HEARD: Final = Silence()


def two_digests_ago(now: dt.datetime, timetable: Timetable, zone: ZoneInfo) -> dt.datetime:
    """What should have been told earlier than this moment has been waiting for two periods of the digest."""
    return before_last(now, parse(timetable.digest), zone).at


def unheard(silence: Silence, now: dt.datetime) -> str:
    """Who should have heard and did not, why, and what to do, in one sentence or two; empty when all is well."""
    if silence.outage is not None and now - silence.outage >= OUTAGE:
        since = f"{silence.outage:%Y-%m-%d %H:%M} UTC"
        return (
            f"Our own network has not worked since {since}: neither our own sites nor the well-known addresses answer, so nothing is "
            "checked and nobody is told. Check this machine's network and DNS, and [network] well_known."
        )
    if silence.unheard:
        many = f"{silence.unheard} readers have" if silence.unheard > 1 else "1 reader has"
        return f"{many} not got mail for two periods ({silence.why}). Mend that, then: reviewer digest --resend."
    if silence.untold:
        many = f"{silence.untold} open issues have" if silence.untold > 1 else "1 open issue has"
        last = f"was made at {silence.last:%Y-%m-%d %H:%M} UTC" if silence.last else "was never made"
        return f"{many} been told to nobody for two periods; the last digest {last}. Look with `reviewer digest`, send with --send --yes."
    return ""


def health(
    now: dt.datetime,
    timetable: Timetable,
    zone: ZoneInfo,
    *,
    success: dt.datetime | None,
    up: dt.datetime,
    hours: float,
    silence: Silence = HEARD,
) -> Health:
    """Judge the last success (None: never), of a process that is ``up`` since then, and who did not hear.

    Two periods are counted by the timetable, so that a weekend without checks is no illness; ``hours`` is the least that must pass before
    anybody is worried. A process that has only just started has not failed yet.
    """
    if says := unheard(silence, now):
        return Health(well=False, says=says)
    if success is not None and success > now + SLACK:
        return Health(well=False, says=f"The clock says {now:%Y-%m-%d %H:%M} UTC, and the last run ended at {success:%Y-%m-%d %H:%M} UTC.")
    limit = min(before_last(now, parse(timetable.check), zone).at, now - dt.timedelta(hours=hours))
    if success is not None and success >= limit:
        return Health(well=True, says=f"The last successful run ended at {success:%Y-%m-%d %H:%M} UTC.")
    if up >= limit:
        return Health(well=True, says=f"Up since {up:%Y-%m-%d %H:%M} UTC; no successful run yet in two periods.")
    last = f"at {success:%Y-%m-%d %H:%M} UTC" if success else "never"
    return Health(well=False, says=f"The last successful run ended {last}; one was expected since {limit:%Y-%m-%d %H:%M} UTC. See the log.")
