"""The report page: one self-contained file that is read without scripts, prints whole, and holds in light and dark."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Final

from reviewer import hints, neutral, places
from reviewer.dates import words
from reviewer.report import Reported, _trend, ics
from reviewer.report._page_view import act_rows, blocks, coming, fixed_rows, quiet_rows
from reviewer.report._tables import by_owner, by_section, walls
from reviewer.report._words import conclusion, label, number, quoted, suggested, sums, where

if TYPE_CHECKING:
    from jinja2 import Environment

SUFFIX: Final = ".html"
BRANDS: Final = ("nhs", "govuk", "plain")


def write(reported: Reported) -> str:
    """The page. Colours come from ``templates/brands/BRAND.css`` (``brand`` in the config); raises ``ValueError`` for one that is not
    there."""
    from markupsafe import Markup

    if reported.config.brand not in BRANDS:
        raise ValueError(f"There is no brand {reported.config.brand!r}; choose one of {', '.join(BRANDS)}.")
    runs = _trend.figures(reported.runs)
    entries = coming(reported)
    script = _asset("report/report.js")
    calendar = base64.b64encode(ics.calendar(reported, [(row.day, row.page) for row in entries])).decode("ascii") if entries else ""
    return (
        _environment()
        .get_template("report.html")
        .render(
            organisation=reported.config.organisation.name,
            as_of=reported.as_of,
            conclusion=conclusion(reported, sums(reported)),
            sums=sums(reported),
            runs=runs,
            series=_trend.SERIES,
            chart=_trend.svg(runs),
            act=act_rows(reported),
            coming=entries,
            coming_days=reported.config.remind.coming_days,
            calendar=calendar,
            fixed=fixed_rows(reported),
            stateful=bool(reported.issues or reported.runs),
            walls=walls(reported),
            owners=by_owner(reported) if reported.owners else (),
            sections=by_section(reported),
            blocks=blocks(reported),
            quiet=quiet_rows(reported),
            notes=[neutral.sentence(note) for note in (*reported.looked.incomplete, *reported.looked.notes)],
            hints=hints.hints(reported.looked, reported.findings, reported.as_of),
            css=Markup(_asset("report/report.css") + _asset(f"brands/{reported.config.brand}.css")),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii"),
        )
    )


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
        "short": _short,
        "number": number,
        "label": label,
        "where": where,
        "quoted": quoted,
        "suggested": suggested,
        "clean": neutral.words,
    }
    made.filters |= {"sentence": neutral.sentence, "address": neutral.address, "link": neutral.link}
    return made


def _short(day: dt.date) -> str:
    """A day in short: ``31 May 2024``."""
    return f"{day.day} {day:%b %Y}"
