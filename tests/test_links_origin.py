"""Every case of the test origin, judged by the product over real sockets."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from reviewer import verdicts
from reviewer.fetch import Door
from reviewer.look import Equipment, Wants, look
from reviewer.model import Looked, Moved, Visit
from reviewer.settings import Config, Limits, Network, Pace, Site
from tests.links_origin import served
from tests.links_origin.case import Case
from tests.links_origin.origin import Origin


@dataclass(frozen=True)
class Judged:
    """What the product said: for each case the visits of its links, in document order, and of the references in its style sheets."""

    looked: Looked
    visits: dict[str, list[Visit]]
    styled: dict[str, list[Visit]]
    origin: Origin


def network(origin: Origin) -> Network:
    """Loopback allowed, no manners towards ourselves, a short deadline."""
    limits = Limits(total_seconds=1.0)
    pace = Pace(connections=8, per_second=0)
    return Network(allow=("127.0.0.0/8",), ports=((1, 65535),), pace=pace, own_pace=pace, limits=limits, ca_file=str(origin.ca))


def judged(origin: Origin) -> Judged:
    """Look at the page of all cases, once."""
    given = network(origin)
    page_url = origin.places["MAIN"] + "/folder/page.html"

    async def looking() -> Looked:
        async with Door(given, version="0") as door:
            site = Site("cases", (page_url,), follow=False, sitemap=False)
            return await look(Config(network=given), Equipment(door, delays=(0.0, 0.0)), Wants((site,)))

    looked = asyncio.run(looking())
    page = looked.pages[page_url]
    visits: dict[str, list[Visit]] = defaultdict(list)
    for link in page.links:
        visits[link.place.heading or ""].append(verdicts.verdict(link, page, looked.visits, looked.pages))
    styled: dict[str, list[Visit]] = defaultdict(list)
    for url, sheet in sorted(looked.pages.items()):
        if sheet.sheet:
            styled[served.case_of(url)] += [verdicts.verdict(link, sheet, looked.visits, looked.pages) for link in sheet.links]
    return Judged(looked, visits, styled, origin)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judged]:
    """One look at all cases."""
    with served.serve(tmp_path_factory.mktemp("origin")) as origin:
        yield judged(origin)


@pytest.mark.parametrize("case", served.CASES, ids=lambda case: case.id)
def test_case(case: Case, result: Judged) -> None:
    """Each link gets the verdict and the reason that the standards and a browser give it."""
    found = [(visit.verdict, visit.reason.value) for visit in result.visits[case.id]]
    assert found == list(case.expected), case.because
    assert [(visit.verdict, visit.reason.value) for visit in result.styled[case.id]] == list(case.styled), case.because
    if case.to is not None:
        visit = result.visits[case.id][0]
        to = visit.to if isinstance(visit, Moved) else getattr(visit, "suggestion", None)
        assert to == result.origin.fill(case.to)


def test_there_are_enough_cases() -> None:
    """The origin holds at least 200 links, and every case its own name."""
    assert sum(len(case.expected) for case in served.CASES) >= 200
    assert len({case.id for case in served.CASES}) == len(served.CASES)


def test_only_get_and_head_are_sent(result: Judged) -> None:
    """Nothing is ever posted, and addresses that act are never asked."""
    assert {method for _, method, _, _ in result.origin.asked} <= {"GET", "HEAD"}
    assert not any(
        "logout" in path or "unsubscribe" in path or "delete" in path.replace("how-to-delete", "") for _, _, path, _ in result.origin.asked
    )


def test_endless_body_costs_its_cap(result: Judged) -> None:
    """A body that never ends is read up to its cap and no further."""
    assert result.origin.sent["OTHER"] < 8 * 1024 * 1024
