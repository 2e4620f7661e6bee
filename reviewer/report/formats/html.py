"""The report page: one self-contained file that is read without scripts, prints whole, and holds in light and dark."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from reviewer import neutral, places
from reviewer.dates import words
from reviewer.report import advice, trend
from reviewer.report.formats import ics
from reviewer.report.page.view import Block, act_rows, blocks, coming, fixed_rows, maybe_rows, noted_rows, quiet_rows, with_block
from reviewer.report.reported import Figures, Reported
from reviewer.report.tables import by_owner, by_section, shared, walls
from reviewer.report.words import conclusion, label, number, quoted, short, suggested, sums, suspicion, where
from reviewer.settings import BRANDS

if TYPE_CHECKING:
    from jinja2 import Environment

SUFFIX: Final = ".html"
IN_ONE_FILE: Final = 400
"""Blocks that ``parts`` leaves in one file: a browser opens it in well under two seconds (``bench/report.py``)."""

A_PART: Final = 250
ROWS: Final = 500
"""Pages whose blocks are in one further file, and rows of a table in one file: a file of more is slow to open (``bench/report.py``)."""

MANY: Final = 4096


def write(reported: Reported) -> str:
    """The whole page in one file. Colours come from ``templates/brands/BRAND.css`` (``brand`` in the config); raises ``ValueError`` for one
    that is not there."""
    addresses = with_block(reported)
    return _front(reported, dict.fromkeys(addresses, ""), blocks(reported, addresses), ())


def parts(reported: Reported, name: str = "index.html", beside: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """The page for a large estate, as files by name, so that each opens at once: the front page under ``name``, the pages' own blocks in
    further files beside it (``index-2.html`` ...), then the pages with nothing to do. A small estate is one file.
    ``beside`` maps what else stands there ("a spreadsheet (CSV)") to its file, for links to it."""
    addresses = with_block(reported)
    if len(reported.pages) <= IN_ONE_FILE and len(addresses) <= IN_ONE_FILE:
        return {name: _front(reported, dict.fromkeys(addresses, ""), blocks(reported, addresses), (), beside)}
    stem, _, suffix = name.rpartition(".")
    homes: dict[str, str] = {}
    further: list[tuple[str, str, dict[str, object]]] = []

    def file() -> str:
        return f"{stem}-{len(further) + 2}.{suffix}"

    for start in range(0, len(addresses), A_PART):
        some = addresses[start : start + A_PART]
        homes |= dict.fromkeys(some, file())
        further.append((file(), f"Pages {start + 1:,} to {start + len(some):,}", {"blocks": blocks(reported, some), "quiet": ()}))
    quiet = quiet_rows(reported, homes)
    for start in range(0, len(quiet), ROWS):
        rows = quiet[start : start + ROWS]
        further.append((file(), f"Nothing to do, {start + 1:,} to {start + len(rows):,}", {"blocks": (), "quiet": rows}))
    links = [(file, said) for file, said, _ in further]
    front = _front(reported, homes, (), links, beside)
    return {name: front} | {
        file: _render(reported, "report-part.html", which=said, front=name, parts=links, here=file, **values)
        for file, said, values in further
    }


def _front(
    reported: Reported,
    homes: Mapping[str, str],
    own: Sequence[Block],
    links: Sequence[tuple[str, str]],
    beside: Mapping[str, str] = MappingProxyType({}),
) -> str:
    entries = coming(reported, homes)
    counted = sums(reported)
    now = Figures(reported.as_of, counted.pages, counted.overdue, counted.broken, counted.unsure, counted.open)
    runs = trend.figures((*reported.runs, now) if reported.runs else ())
    acting, maybe = act_rows(reported, homes), maybe_rows(reported, homes)
    calendar = base64.b64encode(ics.calendar(reported, [(row.day, row.page) for row in entries])).decode("ascii") if entries else ""
    return _render(
        reported,
        "report.html",
        conclusion=conclusion(reported, counted),
        stopped=reported.stopped,
        sums=counted,
        runs=runs,
        series=trend.SERIES,
        chart=trend.svg(runs),
        act=acting[:ROWS] if links else acting,
        act_more=len(acting[ROWS:]) if links else 0,
        noted=noted_rows(reported, homes)[:ROWS],
        maybe=maybe[:ROWS],
        maybe_count=len(maybe),
        suspicion=suspicion(counted, reported.config.patience),
        coming=entries,
        beside=beside,
        coming_days=reported.config.remind.coming_days,
        calendar=calendar,
        fixed=fixed_rows(reported, homes),
        stateful=bool(reported.issues or reported.runs),
        walls=walls(reported),
        shared=shared(reported)[:ROWS],
        owners=by_owner(reported) if reported.owners else (),
        sections=by_section(reported),
        blocks=own,
        parts=links,
        quiet=() if links else quiet_rows(reported, homes),
        notes=[neutral.sentence(note) for note in (*reported.looked.incomplete, *reported.looked.notes)],
        advice=advice.advise(reported.looked, reported.findings, reported.as_of),
    )


def _render(reported: Reported, template: str, **values: object) -> str:
    from markupsafe import Markup

    if reported.config.brand not in BRANDS:
        raise ValueError(f"There is no brand {reported.config.brand!r}; choose one of {', '.join(BRANDS)}.")
    script = _asset("report/report.js")
    made = _environment().get_template(template)
    return made.render(
        organisation=reported.config.organisation.name,
        as_of=reported.as_of,
        label=partial(label, reported),
        css=Markup(_styles(reported.config.brand)),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii"),
        **values,
    )


def _styles(brand: str) -> str:
    """The page's styles; the brand's colours are for screens only: on paper everything is black on white."""
    return f"{_asset('report/report.css')}@media screen{{\n{_asset(f'brands/{brand}.css')}}}\n"


@cache
def _asset(name: str) -> str:
    """A style or a script of the house."""
    return (places.templates() / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(places.templates()), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {
        "day": words,
        "short": short,
        "number": number,
        "where": where,
        "quoted": quoted,
        "suggested": suggested,
        "clean": lru_cache(MANY)(neutral.words),
    }
    made.filters |= {"sentence": lru_cache(MANY)(neutral.sentence), "address": lru_cache(MANY)(neutral.address), "link": neutral.link}
    return made
