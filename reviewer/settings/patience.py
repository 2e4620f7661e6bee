"""When owners are reminded, and how much doubt goes before blame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Gt, Le


@dataclass(frozen=True, slots=True)
class Remind:
    """When owners are reminded."""

    before: Annotated[tuple[Annotated[int, Ge(1), Le(3650)], ...], "Days before a review is due on which its owner is told."] = (30, 7)
    overdue: Annotated[int, Ge(1), Le(3650), "Once overdue: again every so many days."] = 30
    other: Annotated[int, Ge(1), Le(3650), "Anything else that still stands: again every so many days."] = 30
    escalate_after: Annotated[int, Ge(0), Le(100), "After so many digests without change the owner's manager is told too; 0 for never."] = 3
    coming_days: Annotated[int, Ge(0), Le(3650), "How far ahead the list of coming reviews looks, in days."] = 90


@dataclass(frozen=True, slots=True)
class Patience:
    """Doubt before blame: how often and how long a fault is seen before its owner hears of it."""

    looks: Annotated[int, Ge(1), Le(100), "A link is broken after so many failed looks in a row ..."] = 3
    runs: Annotated[int, Ge(1), Le(100), "... in at least so many runs ..."] = 2
    hours: Annotated[float, Ge(0), Le(24 * 90), "... over at least so many hours."] = 24.0
    gone_looks: Annotated[int, Ge(1), Le(100), "Looks for a link that says it is gone (410)."] = 2
    slow_days: Annotated[float, Ge(0), Le(365), "Days for time-outs, server errors and TLS troubles of others."] = 7.0
    flaps: Annotated[int, Ge(1), Le(100), "A link that came back so many times is called unstable, in one line ..."] = 3
    flap_days: Annotated[float, Gt(0), Le(365), "... within so many days."] = 30.0
    lost_dates: Annotated[
        float, Gt(0), Le(1), "When more than this share of dated pages lose their date at once, the template changed."
    ] = 0.2
    host_share: Annotated[float, Gt(0), Le(1), "When more than this share of a host's links fail at once, the host is down."] = 0.5
    host_least: Annotated[int, Ge(1), Le(10_000), "How many links a host needs to be judged so."] = 5
