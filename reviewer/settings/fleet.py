"""Whether several processes on several machines share the work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Gt, Le


@dataclass(frozen=True, slots=True)
class Fleet:
    """Many sites, several machines: who shares the work (README, "When one machine is not enough")."""

    enabled: Annotated[
        bool,
        "`reviewer schedule` hands the work out and every `reviewer worker` does its share. The state must be `postgresql://...`, and "
        "every machine needs the same config: a worker with another one does nothing, and the admin is told.",
    ] = False
    deadline_hours: Annotated[
        float,
        Gt(0),
        Le(24 * 14),
        "Hours after which a period ends with what is there: the sites that are missing resolve nothing, and the admin is told which.",
    ] = 12.0
    links_per_job: Annotated[int, Ge(1), Le(100_000), "Links of one host that one worker visits before it looks for other work."] = 1000
