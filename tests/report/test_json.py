"""The machine output is what other programs were promised."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reviewer.model import Broken, Evidence, Hop, Moved, Page, PartialDate, Period, PeriodKind, Reason, Skipped, Unsure, Visit, Works
from reviewer.report import machine, sums
from reviewer.report.formats import json as json_format
from reviewer.settings import Remind, Site
from reviewer.verdicts.reviews import review
from tests.goldens import assert_golden
from tests.report.sample import ALONE, NOTHING, REPORTED, TIPS, TODAY

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text("utf-8"))


def written() -> Any:
    """The sample as a program reads it."""
    return json.loads(json_format.write(REPORTED))


def test_golden() -> None:
    """Key for key and in this order; state, owners and runs are not part of it."""
    assert_golden("report/report.json", json_format.write(REPORTED))
    assert json_format.write(ALONE) == json_format.write(REPORTED)


@pytest.mark.parametrize("reported", [REPORTED, NOTHING], ids=["everything", "nothing"])
def test_schema(reported: Any) -> None:
    """The schema in docs describes it, with no key more and none less."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(json_format.write(reported)), SCHEMA, format_checker=jsonschema.FormatChecker())


def test_schema_refuses_a_new_key() -> None:
    """A key that is added without a new version is noticed."""
    thing = written()
    thing["pages"][0]["links"].append({"url": None})
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(thing, SCHEMA)


def test_the_keys_of_the_design() -> None:
    """The keys stand in the order of DESIGN section 4."""
    thing = written()
    assert list(thing) == ["version", "as_of", "pages", "findings", "counts", "notes", "incomplete", "interrupted"]
    assert list(thing["pages"][0]) == ["url", "file", "title", "lang", "state", "review", "contacts", "periods", "links"]
    page = next(page for page in thing["pages"] if page["url"] == TIPS.url)
    assert list(page["review"]) == ["state", "due", "last_reviewed", "updated", "published", "expires", "banner", "superseded_by"]
    assert list(page["links"][0]) == ["url", "href", "element", "text", "heading", "line", "visit"]
    assert list(page["links"][0]["visit"]) == ["verdict", "reason", "status", "to", "hops", "certain"]
    keys = ["id", "check", "severity", "page", "subject", "says", "fix", "quote", "heading", "line", "confidence", "rests_on"]
    assert list(thing["findings"][0]) == keys
    assert list(thing["counts"]) == ["pages", "links", "works", "moved", "broken", "unsure", "skipped"]


def test_counts_are_those_of_every_report() -> None:
    """Each address once, as the glance and the terminal say it; what is suspected stands apart."""
    counts, counted = written()["counts"], sums(REPORTED)
    assert all(counts[name] == getattr(counted, name) for name in counts)
    assert counts == {"pages": 5, "links": 5, "works": 1, "moved": 1, "broken": 1, "unsure": 1, "skipped": 1}


def test_dates_keep_their_precision() -> None:
    """A quarter stays a quarter, and says when it ends."""
    page = next(page for page in written()["pages"] if page["title"].startswith("Pecyn"))
    assert page["review"]["last_reviewed"]["date"] == "2024-Q3"
    assert page["review"]["last_reviewed"]["by"] == "2024-09-30"
    assert page["review"]["due"] is None
    assert machine.date_object(None) is None
    assert page["review"]["superseded_by"]["by"] == "the new one"


def test_an_unread_page_has_no_review() -> None:
    """What could not be read says why, and nothing about its review."""
    page = next(page for page in written()["pages"] if page["state"] != "read")
    assert (page["state"], page["review"], page["links"]) == ("unreachable", None, [])


@pytest.mark.parametrize(
    ("period", "listed"),
    [
        (Period(PeriodKind.YEAR_RANGE, "2023-24", PartialDate.parse("2024-03-31").first), True),
        (Period(PeriodKind.YEAR_RANGE, "2026", TODAY), False),
        (Period(PeriodKind.PROMISE, "by 2025", PartialDate.parse("2025").by), True),
        (Period(PeriodKind.PROMISE, "by 2030", PartialDate.parse("2030").by), False),
        (Period(PeriodKind.PROMISE, "soon", None), True),
    ],
)
def test_periods(period: Period, listed: bool) -> None:
    """What has ended is listed, and a promise without a day; today has not ended."""
    assert machine.tells(period, TODAY) is listed


HOP = Hop("https://a.example/", 301, "https://b.example/")


@pytest.mark.parametrize(
    ("visit", "said"),
    [
        (Works("u", Evidence(200, (HOP,))), ("works", "ok", 200, None, 1, True)),
        (Moved("u", "https://b.example/", Evidence(200, (HOP,))), ("moved", "permanent_redirect", 200, "https://b.example/", 1, True)),
        (Broken("u", Reason.TIMEOUT, certain=False), ("broken", "timeout", None, None, 0, False)),
        (Unsure("u", Reason.LOGIN, Evidence(401)), ("unsure", "login", 401, None, 0, False)),
        (Skipped("u", Reason.RULE), ("skipped", "rule", None, None, 0, True)),
    ],
)
def test_visits(visit: Visit, said: tuple[object, ...]) -> None:
    """Each outcome says what a program needs; only moved has an address to go to."""
    assert tuple(machine.visit_object(visit).values()) == said


def test_saved_pages_have_their_id() -> None:
    """A page of a file of saved pages is known by its id, which stands first; without one there is no such key."""
    page = Page(url="https://gps.example/x")
    state = review(page, Site("", ()), TODAY, Remind())
    made = machine.page_object(page, TODAY, state, (), file="saved.jsonl", id="case-7")
    assert next(iter(made)) == "id"
    assert (made["id"], made["file"]) == ("case-7", "saved.jsonl")
    jsonschema.validate(json.loads(machine.dumps(machine.whole(TODAY, [made]))), SCHEMA)


def test_half_a_surrogate_pair_is_not_written() -> None:
    """Text that no encoder takes becomes a question mark, and the rest stays."""
    assert machine.dumps({"a": "\ud800 ŵ"}).encode() == '{\n  "a": "? ŵ"\n}\n'.encode()
