"""One hostile page of each kind in a site of 50: the other 49 come out exactly as without it, in time, and nobody is led inside."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reviewer.model import PageState
from tests.origin import Behaviour, Origin, deaf
from tests.origin.behaviours import BEHAVIOURS
from tests.origin.hostile import DOCUMENTS, HTML, KINDS, fixed, hostile, page, site
from tests.origin.together import HOSTILE, LIMITS, PATHS, PAUSED, STALL, Counted, looked, memory, ordinary

pytestmark = [pytest.mark.anyio, pytest.mark.slow]


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    """Asynchronous tests run on asyncio, as the product does, and all of this file on one loop."""
    return "asyncio"


@asynccontextmanager
async def around() -> AsyncIterator[tuple[Origin, dict[str, str]]]:
    """What stands beside a site: a server that may not be reached, and where hostile pages lead."""
    async with Origin(BEHAVIOURS, address="127.0.0.2") as inside:
        with deaf() as shut, deaf(room=64) as half:
            yield inside, {"INSIDE": f"127.0.0.2:{inside.port}", "PORT": str(inside.port), "DEAF": str(shut), "HALF": str(half)}
        assert inside.connections == 0


@dataclass
class Stand:
    """One origin for all kinds, one after the other, and how its site comes out with an ordinary page in the hostile one's place."""

    origin: Origin
    behaviours: dict[str, Behaviour]
    places: dict[str, str]
    workers: Counted
    before: dict[str, object]


@pytest.fixture(scope="module")
async def stand(anyio_backend: str) -> AsyncIterator[Stand]:
    """All that the tests of single kinds share."""
    async with around() as (_, places), Counted(LIMITS, workers=2) as workers:
        behaviours = site(None, places)
        async with Origin(behaviours) as origin:
            found, _ = await looked(origin.url(PATHS[0]), workers)
            assert [found.pages[origin.url(path)].state for path in PATHS] == [PageState.READ] * 49
            yield Stand(origin, behaviours, places, workers, ordinary(found, origin.url(PATHS[0])))


@pytest.mark.parametrize("kind", KINDS)
async def test_one_hostile_page_costs_itself(stand: Stand, kind: str) -> None:
    """The other 49 pages, their links and what is said of these are what they are without it; every fetch ends in time, and so does every visit, and nothing holds up all others."""
    stand.behaviours[HOSTILE] = hostile(kind, stand.places)
    stand.workers.overran.clear()
    async with asyncio.timeout(60):
        found, times = await looked(stand.origin.url(PATHS[0]), stand.workers)
    assert ordinary(found, stand.origin.url(PATHS[0])) == stand.before
    assert stand.origin.url(HOSTILE) in found.visits
    assert not found.incomplete
    assert times.stall < STALL, times
    assert times.fetch < times.latest, times
    assert times.visit < times.latest + (PAUSED if kind == "/later" else 0), times
    if kind == "hungry":  # its worker is killed and replaced
        assert stand.workers.overran
        killed = [pid for pid in stand.workers.pids if not memory(pid)]
        assert killed
        assert await stand.workers.run(os.getpid) not in killed


async def apart(*arguments: str) -> dict[str, Any]:
    """What a process of its own says of a look."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.origin.together", *arguments), stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    out, _ = await process.communicate()
    assert process.returncode == 0
    said: dict[str, Any] = json.loads(out)
    return said


async def test_all_kinds_at_once_stay_in_bounds() -> None:
    """A site with every kind on a host of its own behind its links, and all that is wicked to read among its pages: what is ordinary comes
    out as when all of that is ordinary, and it all takes less than 200 MB above idle, under the limits that workers have by default."""
    async with around() as (inside, places), AsyncExitStack() as stack:
        others = {kind: site(None, places) for kind in KINDS}
        origins = {kind: await stack.enter_async_context(Origin(others[kind])) for kind in KINDS}
        ours = site(None, places)
        well, start = [(await stack.enter_async_context(Origin(behaviours))).url(PATHS[0]) for behaviours in (site(None, places), ours)]
        own = [f"{HOSTILE}/{kind}" for kind in (*HTML, *DOCUMENTS)]
        ours |= {path: hostile(None, places) for path in own}
        ours[PATHS[0]] = fixed(page(0, *own, *(origin.url(HOSTILE) for origin in origins.values())))
        before = await apart(well, start)
        ours |= {f"{HOSTILE}/{kind}": hostile(kind, places) for kind in (*HTML, *DOCUMENTS)}
        for kind in KINDS:
            others[kind][HOSTILE] = hostile(kind, places)
        after = await apart(well, start)
        assert inside.connections == 0
    assert after["told"] == before["told"]
    assert not after["incomplete"]
    assert after["times"]["stall"] < STALL, after
    assert after["times"]["fetch"] < after["times"]["latest"], after
    assert after["times"]["visit"] < after["times"]["latest"] + PAUSED, after
    assert (after["process"] + after["worker"]) / 1024 < 200, after
