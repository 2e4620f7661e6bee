"""The trend as one inline SVG: each series with its own dashes, its own marks and its own words at the end of its line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from reviewer.report.reported import Run
from reviewer.report.words import short

WIDTH: Final = 640
HEIGHT: Final = 280
LEFT: Final = 44
RIGHT: Final = 150
TOP: Final = 16
BOTTOM: Final = 34
MARK: Final = 4.5
APART: Final = 18
MOST: Final = 60
"""Points that are drawn and rows that are listed: more than sixty runs (a quarter of working days) cannot be told apart at this width."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its words, the names of its run figure and of its style, its dashes and the form of its marks."""

    name: str
    figure: str
    dashes: str
    mark: str


SERIES: Final = (
    Series("Reviews overdue", "overdue", "", "circle"),
    Series("Links broken", "broken", "8 4", "square"),
    Series("Issues open", "issues_open", "2 3", "triangle"),
)


def figures(runs: Iterable[Run]) -> list[Run]:
    """The runs that are shown: the last of each day, oldest first, at most ``MOST`` spread evenly with the newest among them."""
    days = {run.as_of: run for run in runs}
    kept = [days[day] for day in sorted(days)]
    if len(kept) <= MOST:
        return kept
    return [kept[round(index * (len(kept) - 1) / (MOST - 1))] for index in range(MOST)]


def svg(runs: Sequence[Run]) -> Markup:
    """The chart; empty with fewer than two days, because one point is no trend."""
    if len(runs) < 2:
        return Markup()
    top = _top(max(int(getattr(run, series.figure)) for run in runs for series in SERIES))
    first, last = runs[0].as_of, runs[-1].as_of
    parts = [_grid(top), _days(first, last)]
    ends = [_y(int(getattr(runs[-1], series.figure)), top) for series in SERIES]
    for index, (series, label_y) in enumerate(zip(SERIES, spread(ends), strict=True)):
        points = [(_x(run.as_of, first, last), _y(int(getattr(run, series.figure)), top)) for run in runs]
        parts.append(_line(index, series, points))
        parts.append(
            Markup('<text class="series s{}" x="{}" y="{:.1f}" dominant-baseline="middle">{}</text>').format(
                index, WIDTH - RIGHT + 12, label_y, series.name
            )
        )
    return Markup(
        '<svg class="trend" viewBox="0 0 {} {}" role="img" aria-labelledby="trend-title trend-text">'
        '<title id="trend-title">{}</title><desc id="trend-text">{}</desc>{}</svg>'
    ).format(WIDTH, HEIGHT, "Trend over time", _summary(runs), Markup().join(parts))


def _summary(runs: Sequence[Run]) -> str:
    said = [f"{series.name}: from {getattr(runs[0], series.figure)} to {getattr(runs[-1], series.figure)}" for series in SERIES]
    return f"{'; '.join(said)}. The table below has every figure."


def _top(most: int) -> int:
    """The highest line of the grid: the least of 4, 8, 12, 20, 40, 60, 80, 120 ... that holds the highest figure in four whole steps."""
    scale = 1
    while most > 80 * scale:
        scale *= 10
    return next(step for step in (4 * scale, 8 * scale, 12 * scale, 20 * scale, 40 * scale, 60 * scale, 80 * scale) if step >= most)


def _x(day: dt.date, first: dt.date, last: dt.date) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / (last - first).days


def _y(value: int, top: int) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top


def _grid(top: int) -> Markup:
    rows = [(_y(top * step // 4, top), top * step // 4) for step in range(5)]
    return Markup().join(
        Markup(
            '<line class="grid" x1="{}" x2="{}" y1="{:.1f}" y2="{:.1f}"/><text class="axis" x="{}" y="{:.1f}" text-anchor="end">{}</text>'
        ).format(LEFT, WIDTH - RIGHT, y, y, LEFT - 8, y + 5, f"{value:,}")
        for y, value in rows
    )


def _days(first: dt.date, last: dt.date) -> Markup:
    return Markup('<text class="axis" x="{}" y="{}">{}</text><text class="axis" x="{}" y="{}" text-anchor="end">{}</text>').format(
        LEFT, HEIGHT - 10, short(first), WIDTH - RIGHT, HEIGHT - 10, short(last)
    )


def _line(index: int, series: Series, points: Sequence[tuple[float, float]]) -> Markup:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    marks = Markup().join(_mark(series.mark, x, y) for x, y in points)
    return Markup('<g class="s{}"><polyline points="{}" stroke-dasharray="{}"/>{}</g>').format(index, path, series.dashes or "none", marks)


def _mark(form: str, x: float, y: float) -> Markup:
    if form == "circle":
        return Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{}"/>').format(x, y, MARK)
    if form == "square":
        return Markup('<rect x="{:.1f}" y="{:.1f}" width="{}" height="{}"/>').format(x - MARK, y - MARK, 2 * MARK, 2 * MARK)
    return Markup('<path d="M{:.1f} {:.1f}l{} {}h{}z"/>').format(x, y - MARK - 1, MARK + 1, 2 * MARK + 1, -2 * (MARK + 1))


def spread(heights: Sequence[float]) -> list[float]:
    """The heights moved down, and all up again where they leave the chart, so that no two are nearer than ``APART``."""
    order = sorted(range(len(heights)), key=lambda index: heights[index])
    placed = list(heights)
    for above, below in pairwise(order):
        placed[below] = max(placed[below], placed[above] + APART)
    too_low = max(0.0, placed[order[-1]] - (HEIGHT - BOTTOM)) if order else 0.0
    return [height - too_low for height in placed]
