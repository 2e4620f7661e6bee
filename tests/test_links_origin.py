"""Every case of the test origin, judged by the product over real sockets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reviewer.model import Moved
from tests.links_origin import served
from tests.links_origin.case import Case
from tests.links_origin.judging import Judged, judged


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
