"""The machine output as a format: one JSON object (``reviewer.report.machine``), written page by page."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Final

from reviewer.report.machine import VERDICTS, counts, dumps, page_object, sheet_objects, whole
from reviewer.report.reported import SUSPECTED, Reported
from reviewer.report.words import sums

SUFFIX: Final = ".json"


def write(reported: Reported) -> str:
    """The whole report as one JSON object and a final newline."""
    return "".join(pieces(reported))


def pieces(reported: Reported) -> Iterator[str]:
    """The same page by page: nobody has to hold the links of a large site as text and as objects, too."""
    pages = 0
    for page in reported.pages:
        visits, review = reported.visits[page.url], reported.reviews.get(page.url)
        made = page_object(page, reported.as_of, review, visits, file=reported.files.get(page.url))
        for sheet in reported.sheets.get(page.url, ()):
            made["links"] += sheet_objects(sheet, reported.visits[sheet.url])
        text = dumps(made).rstrip("\n").replace("\n", "\n    ")
        yield (",\n    " if pages else _open(reported.as_of)) + text
        pages += 1
    looked, counted = reported.looked, sums(reported)
    rest = whole(reported.as_of, (), reported.findings, notes=looked.notes, incomplete=looked.incomplete, interrupted=looked.interrupted)
    if not pages:
        yield dumps(rest)
        return
    rest["counts"] = counts(pages, Counter({name: getattr(counted, name) for name in (*VERDICTS, SUSPECTED)}))
    yield "\n  ],\n" + dumps({name: rest[name] for name in rest if name not in {"version", "as_of", "pages"}}).removeprefix("{\n")


def _open(as_of: dt.date) -> str:
    """How the object begins, up to its first page."""
    return dumps(whole(as_of, ())).partition('"pages": ')[0] + '"pages": [\n    '
