"""What a look is made with: the garbage collector rests meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import suppress

import pytest

from reviewer.look import sparing
from reviewer.look.equipment import RARELY


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """No test leaves other thresholds behind."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_the_collector_is_put_back_also_after_a_failure() -> None:
    """Within a look it runs rarely, also when a run has begun that already; afterwards it is as it was."""
    gc.set_threshold(701, 11, 12)
    with sparing():
        with suppress(OSError), sparing():
            assert gc.get_threshold() == RARELY
            raise OSError
        assert gc.get_threshold() == RARELY
    assert gc.get_threshold() == (701, 11, 12)


def test_a_collector_that_is_switched_off_stays_off() -> None:
    """Who runs without one knows why."""
    gc.set_threshold(0, 10, 10)
    with sparing():
        assert gc.get_threshold() == (0, 10, 10)
