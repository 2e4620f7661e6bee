"""Many sites, several machines, one digest each: the parts of a look as jobs in PostgreSQL, made by any number of workers.

``begin(config, store, ...) -> (Period, new)`` hands out a period: one look for each lane (sites that share a host), and then the links to
others by lane, each URL once. ``work(config, stop=, ...)`` is a worker. Whoever ends the last part has the period settled: all parts become
one ``Looked``, and what follows is what follows in ``run.py``. ``mind`` sees after a period that lost its deferrer; ``wait`` and ``came``
are for one who waits. The queue is procrastinate's (docs/decisions/0024): no queue, lease or scheduler of our own. Raises ``StateRefused``
where procrastinate is not installed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.doors import opening

if TYPE_CHECKING:
    from reviewer.fleet.awaiting import Came as Came
    from reviewer.fleet.awaiting import came as came
    from reviewer.fleet.awaiting import silent as silent
    from reviewer.fleet.awaiting import wait as wait
    from reviewer.fleet.deferring import Deferring as Deferring
    from reviewer.fleet.fingerprints import OtherConfig as OtherConfig
    from reviewer.fleet.periods import Period as Period
    from reviewer.fleet.periods import begin as begin
    from reviewer.fleet.periods import latest as latest
    from reviewer.fleet.periods import mind as mind
    from reviewer.fleet.queue import set_up as set_up
    from reviewer.fleet.queue import workers as workers
    from reviewer.fleet.settling import set_aside as set_aside
    from reviewer.fleet.showing import SiteLook as SiteLook
    from reviewer.fleet.showing import lines as lines
    from reviewer.fleet.showing import site_looks as site_looks
    from reviewer.fleet.showing import unsettled as unsettled
    from reviewer.fleet.working import GRACE as GRACE
    from reviewer.fleet.working import USUAL as USUAL
    from reviewer.fleet.working import Rhythm as Rhythm
    from reviewer.fleet.working import work as work
else:
    __getattr__ = opening(
        __name__,
        {
            "awaiting": ("Came", "came", "silent", "wait"),
            "deferring": ("Deferring",),
            "fingerprints": ("OtherConfig",),
            "periods": ("Period", "begin", "latest", "mind"),
            "queue": ("set_up", "workers"),
            "settling": ("set_aside",),
            "showing": ("SiteLook", "lines", "site_looks", "unsettled"),
            "working": ("GRACE", "Rhythm", "USUAL", "work"),
        },
    )
