"""Keep running at the times in the config: ``schedule(config, stop=, clock=, seconds=)``.

``ticker`` is APScheduler, ``duty`` what one tick does, ``watching`` the port with ``/metrics`` and ``/healthz``, ``ping`` the dead man's
switch, ``health`` what is well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.doors import opening

if TYPE_CHECKING:
    from reviewer.schedule.loop import BASELINE as BASELINE
    from reviewer.schedule.loop import FRESH as FRESH
    from reviewer.schedule.loop import Logged as Logged
    from reviewer.schedule.loop import Shares as Shares
    from reviewer.schedule.loop import Sharing as Sharing
    from reviewer.schedule.loop import Standing as Standing
    from reviewer.schedule.loop import Work as Work
    from reviewer.schedule.loop import begin_anew as begin_anew
    from reviewer.schedule.loop import chatted as chatted
    from reviewer.schedule.loop import overlooked as overlooked
    from reviewer.schedule.loop import schedule as schedule
    from reviewer.schedule.metrics import Gauges as Gauges
    from reviewer.schedule.ping import ring as ring
    from reviewer.schedule.ping import rung as rung
    from reviewer.schedule.watching import PortRefused as PortRefused
    from reviewer.schedule.wellness import HEARD as HEARD
    from reviewer.schedule.wellness import Health as Health
    from reviewer.schedule.wellness import Silence as Silence
    from reviewer.schedule.wellness import health as health
    from reviewer.schedule.wellness import two_digests_ago as two_digests_ago
    from reviewer.schedule.wellness import unheard as unheard
else:
    __getattr__ = opening(
        __name__,
        {
            "loop": (
                "BASELINE",
                "FRESH",
                "Logged",
                "Shares",
                "Sharing",
                "Standing",
                "Work",
                "begin_anew",
                "chatted",
                "overlooked",
                "schedule",
            ),
            "metrics": ("Gauges",),
            "ping": ("ring", "rung"),
            "watching": ("PortRefused",),
            "wellness": ("HEARD", "Health", "Silence", "health", "two_digests_ago", "unheard"),
        },
    )
