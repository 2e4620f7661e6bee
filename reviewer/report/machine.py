"""The machine output (DESIGN section 4): one object, stable keys (``docs/report.schema.json``).

A key that goes, or changes its meaning, is a new ``VERSION``.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final, assert_never

import msgspec

from reviewer import neutral, urls
from reviewer.model import Broken, DateClaim, DateKind, Finding, Link, Moved, Page, Period, Skipped, Unsure, Visit, Works
from reviewer.report.reported import SUSPECTED, urgency
from reviewer.verdicts import Review

VERSION: Final = 1
VERDICTS: Final = ("works", "moved", "broken", "unsure", "skipped")

Object = dict[str, Any]


def whole(
    as_of: dt.date,
    pages: Sequence[Object],
    findings: Iterable[Finding] = (),
    *,
    notes: Iterable[str] = (),
    incomplete: Iterable[str] = (),
    interrupted: bool = False,
) -> Object:
    """The one object that is printed, around pages from ``page_object``. ``counts`` counts addresses, each once, as every report does.

    ``notes`` are sentences about the look (a site was cut, a rule has ended), ``incomplete`` says what could not be read and why;
    ``interrupted``: somebody stopped the look before its end.
    """
    said = {(_address(link), link["visit"]["verdict"]) for page in pages for link in page["links"]}
    verdicts = Counter(verdict for _, verdict in said)
    return {
        "version": VERSION,
        "as_of": as_of.isoformat(),
        "pages": list(pages),
        "findings": [finding_object(finding) for finding in sorted(findings, key=urgency)],
        "counts": counts(len(pages), verdicts),
        "notes": list(notes),
        "incomplete": list(incomplete),
        "interrupted": interrupted,
    }


def counts(pages: int, verdicts: Counter[str]) -> Object:
    """How many pages, and how many addresses of each verdict. What failed and is not called broken yet is *suspected*: a key that is there
    only when there are some."""
    suspected = {SUSPECTED: verdicts[SUSPECTED]} if verdicts[SUSPECTED] else {}
    return {"pages": pages, "links": verdicts.total()} | {name: verdicts[name] for name in VERDICTS} | suspected


def _address(link: Object) -> str:
    """What a link is counted by: its address without the place on the page."""
    url = link["url"]
    return str(link["href"] if url is None else urls.without_fragment(url) if urls.is_web(url) else url)


def dumps(thing: Object) -> str:
    """JSON for people and programs: two blanks of indent, letters as they are, no half of a surrogate pair (RFC 8259, 8.2), and no
    secret of an address."""
    thing = _masked(thing)
    try:
        return msgspec.json.format(msgspec.json.encode(thing), indent=2).decode() + "\n"
    except UnicodeEncodeError:
        whole = json.dumps(thing, ensure_ascii=False).encode("utf-8", "replace")
        return msgspec.json.format(whole, indent=2).decode() + "\n"


_BARE: Final = frozenset({int, bool, float, type(None)})
"""Types of values that hold no text."""


def _masked(thing: Any) -> Any:
    """The same values with the secrets of addresses masked, in whatever key they stand."""
    kind = type(thing)
    if kind is dict:  # most of a report are flat tables: their texts are looked at here, without a call for each
        masked = neutral.masked
        return {
            key: masked(value) if (of := type(value)) is str else value if of in _BARE else _masked(value) for key, value in thing.items()
        }
    if isinstance(thing, str):
        return neutral.masked(thing)
    return [_masked(each) for each in thing] if isinstance(thing, list | tuple) else thing


def page_object(
    page: Page,
    as_of: dt.date,
    review: Review | None,
    visits: Iterable[Visit],
    *,
    file: str | None = None,
    id: object = None,  # noqa: A002 - the key's name
) -> Object:
    """One page. ``review`` is None when it was not read; ``visits`` is what is said of its links, in their order; ``id`` stands first when
    it is given (saved pages have one)."""
    named: Object = {} if id is None else {"id": id}
    return (
        named
        | {
            "url": page.url,
            "file": file,
            "title": page.title,
            "lang": page.lang,
            "state": page.state.value,
            "review": review_object(page, review) if review is not None else None,
            "contacts": [{"kind": contact.kind.value, "value": contact.value, "quote": contact.quote} for contact in page.contacts],
            "periods": [period_object(period) for period in page.periods if tells(period, as_of)],
            "links": [link_object(link, visit) for link, visit in zip(page.links, visits, strict=True)],
        }
        | extras_object(page)
    )


def extras_object(page: Page) -> Object:
    """What readers of third parties found, in a key that is there only when they found something."""
    if not page.extras:
        return {}
    return {"extras": [{"kind": extra.kind, "value": extra.value, "quote": extra.quote, "line": extra.place.line} for extra in page.extras]}


def review_object(page: Page, review: Review) -> Object:
    """The review state and the dates that the page states; each with its words."""
    dates = {kind.value: date_object(review.due if kind is DateKind.DUE else page.claim(kind)) for kind in DateKind}
    return {
        "state": str(review.state.value),
        **dates,
        "banner": {"quote": page.banner.quote} if page.banner else None,
        "superseded_by": (
            {"quote": page.superseded.quote, "by": page.superseded.by, "url": page.superseded.url} if page.superseded else None
        ),
    }


def date_object(claim: DateClaim | None) -> Object | None:
    """A date at the precision stated; ``by`` is the last day of its period."""
    if claim is None:
        return None
    return {
        "date": str(claim.date),
        "by": claim.date.by.isoformat(),
        "basis": claim.basis.value,
        "quote": claim.quote,
        "ambiguous": claim.ambiguous,
    }


def tells(period: Period, as_of: dt.date) -> bool:
    """Whether a period is listed: every one that has ended by then, and a promise without a day ("available soon")."""
    return period.end is None or period.end < as_of


def period_object(period: Period) -> Object:
    """One elapsed or promised period; ``historical`` when the page speaks of it as the past, so that nobody is told."""
    return {
        "quote": period.quote,
        "kind": period.kind.value,
        "period_end": period.end.isoformat() if period.end else None,
        "historical": period.historical,
    }


def link_object(link: Link, visit: Visit) -> Object:
    """One place of a link, with what is said of it there."""
    return {
        "url": link.url,
        "href": link.href,
        "element": link.element,
        "text": link.words,
        "heading": link.place.heading,
        "line": link.place.line,
        "visit": visit_object(visit),
    }


def sheet_objects(sheet: Page, visits: Iterable[Visit]) -> list[Object]:
    """The references of a style sheet, as links of the page that loads it first: element ``style``, the sheet's address as the text, and
    the line in the sheet."""
    return [link_object(link, visit) | {"text": sheet.url} for link, visit in zip(sheet.links, visits, strict=True)]


def visit_object(visit: Visit) -> Object:
    """A verdict: ``to`` is where a moved link leads; ``certain`` is false where a person, or more looks over days, must say."""
    status, to, hops, certain = None, None, 0, True
    match visit:
        case Works(evidence=evidence):
            status, hops = evidence.status, len(evidence.hops)
        case Moved(evidence=evidence):
            status, hops, to = evidence.status, len(evidence.hops), visit.to
        case Broken(evidence=evidence):
            status, hops, certain = evidence.status, len(evidence.hops), visit.certain
        case Unsure(evidence=evidence):
            status, hops, certain = evidence.status, len(evidence.hops), False
        case Skipped():
            pass
        case _:
            assert_never(visit)
    return {"verdict": visit.verdict, "reason": visit.reason.value, "status": status, "to": to, "hops": hops, "certain": certain}


def finding_object(finding: Finding) -> Object:
    """One finding. The address to link to instead, and the further pages that it is told of, are in keys that are there only when there
    are any."""
    better: Object = {"suggestion": finding.suggestion} if finding.suggestion else {}
    if finding.also:
        better["also"] = list(finding.also)
    return {
        "id": finding.id,
        "check": finding.check,
        "severity": finding.severity.word,
        "page": finding.page,
        "subject": finding.subject,
        "says": finding.says,
        "fix": finding.fix,
        "quote": finding.quote,
        "heading": finding.place.heading,
        "line": finding.place.line,
        "confidence": finding.confidence.value,
        "rests_on": finding.rests_on,
    } | better
