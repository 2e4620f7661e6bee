"""The trend's picture."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reviewer.report import Figures
from reviewer.report import trend as _trend

FIRST = dt.date(2026, 1, 1)


def runs(*overdue: int) -> list[Figures]:
    """One run a day."""
    return [
        Figures(FIRST + dt.timedelta(days=index), overdue=value, broken=value // 2, issues_open=value * 2)
        for index, value in enumerate(overdue)
    ]


@settings(max_examples=50)
@given(st.lists(st.integers(0, 100_000), min_size=2, max_size=70))
def test_every_mark_is_inside(values: list[int]) -> None:
    """Whatever the figures, the picture is XML, and every point and label is inside of it."""
    tree = etree.fromstring(str(_trend.svg(_trend.figures(runs(*values)))))
    points = [point.split(",") for line in tree.iter("polyline") for point in line.get("points", "").split()]
    assert all(_trend.LEFT <= float(x) <= _trend.WIDTH - _trend.RIGHT for x, _ in points)
    assert all(_trend.TOP <= float(y) <= _trend.HEIGHT - _trend.BOTTOM for _, y in points)
    assert all(0 < float(text.get("y", "0")) < _trend.HEIGHT for text in tree.iter("text"))


@pytest.mark.parametrize(("most", "top"), [(0, 4), (4, 4), (5, 8), (9, 12), (13, 20), (90, 120), (1000, 1200), (99_999, 120_000)])
def test_the_grid_has_whole_steps(most: int, top: int) -> None:
    """Four steps of whole numbers, and room for the highest figure."""
    assert _trend._top(most) == top
    assert top % 4 == 0


def test_labels_keep_apart() -> None:
    """Lines that end together still have labels that can be read, in the order of their ends, inside the picture."""
    placed = _trend.spread([246.0, 246.0, 200.0])
    ordered = sorted(placed)
    assert all(below - above >= _trend.APART for above, below in pairwise(ordered))
    assert max(placed) <= _trend.HEIGHT - _trend.BOTTOM
    assert _trend.spread([]) == []


def test_one_day_is_no_trend() -> None:
    """One point has no line, and two runs on one day are one point, the later one."""
    assert _trend.svg(_trend.figures(runs(3))) == ""
    same_day = [Figures(FIRST, overdue=1), Figures(FIRST, overdue=9)]
    assert [run.overdue for run in _trend.figures(same_day)] == [9]


def test_long_histories_are_thinned() -> None:
    """A year of runs is drawn with sixty points, the first and the newest among them."""
    year = runs(*range(365))
    kept = _trend.figures(year)
    assert (len(kept), kept[0], kept[-1]) == (60, year[0], year[-1])


def test_the_picture_is_told_in_words() -> None:
    """Who cannot see it hears its beginning and end."""
    tree = etree.fromstring(str(_trend.svg(runs(3, 1))))
    assert "Reviews overdue: from 3 to 1" in (tree.findtext("desc") or "")
