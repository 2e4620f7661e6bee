"""The guards among the figures: they fail for what they are there for, and on no slow machine."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[1] / "bench"


@pytest.mark.parametrize(
    ("least", "click", "late"),
    [(115, 95, False), (149, 20, False), (230, 190, False), (185, 95, True), (320, 95, True), (600, 200, True)],
    ids=["as it is", "within the bound", "a slow machine", "asyncio is imported", "httpx is imported", "httpx on a slow machine"],
)
def test_start_up_is_judged_on_a_machine_of_any_speed(least: float, click: float, late: bool) -> None:
    """150 ms of CPU, or half as much again as Python with click alone takes there."""
    assert runpy.run_path(str(BENCH / "startup.py"))["late"](least, click) is late


def test_the_figures_are_made_with_the_guard() -> None:
    """CI runs the quick figures; start-up is guarded there, and every script that is named exists."""
    every = runpy.run_path(str(BENCH / "all.py"))
    assert {("startup.py", "--gate"), ("sites.py", "--gate")} <= {words for _, words in every["QUICK"]}
    assert all((BENCH / words[0]).is_file() for _, words in (*every["QUICK"], *every["WHOLE"]))
