"""SARIF 2.1.0, read by sarif-pydantic, and held against what the specification demands.

The schema of OASIS is a text of others and is not in this repository; ``DEMANDS`` says in our own words what sections 3.13 to 3.35 of the
specification demand of the objects that we write: which properties there must be, which may be, and of what kind.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import jsonschema
import pytest
from pydantic import BaseModel
from sarif_pydantic import Sarif

from reviewer import checks
from reviewer.report import Reported
from reviewer.report.formats import sarif
from reviewer.settings import Config
from tests.goldens import assert_golden
from tests.report.sample import ALONE, FINDINGS, MOVED, NOTHING, OVERDUE, REPORTED, SOON, TIPS, TODAY


@pytest.fixture(autouse=True)
def _two_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new check of the house, or a new wording, must not change these files."""
    monkeypatch.setattr(checks, "summaries", lambda: {"broken_link": "Does not lead anywhere", "review_date": "Is due for review"})


def closed(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """An object with these properties and no others."""
    return {"type": "object", "properties": required | (optional or {}), "required": list(required), "additionalProperties": False}


TEXT: Final = {"type": "string", "minLength": 1}
LEVEL: Final = {"enum": ["none", "note", "warning", "error"]}
MESSAGE: Final = closed({"text": TEXT})
LOCATION: Final = closed(
    {
        "physicalLocation": closed(
            {"artifactLocation": closed({"uri": {"type": "string", "format": "uri-reference", "pattern": r"^[!-~]+$"}})},
            {"region": closed({"startLine": {"type": "integer", "minimum": 1}})},
        )
    },
    {"logicalLocations": {"type": "array", "items": closed({"name": TEXT, "kind": TEXT})}},
)
RESULT: Final = closed(
    {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {"type": "array", "items": LOCATION, "minItems": 1, "maxItems": 1},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "properties": {"type": "object"},
    },
    {
        "suppressions": {
            "type": "array",
            "items": closed(
                {"kind": {"enum": ["inSource", "external"]}},
                {"status": {"enum": ["accepted", "underReview", "rejected"]}, "justification": TEXT},
            ),
        }
    },
)
RULE: Final = closed({"id": TEXT}, {"name": TEXT, "shortDescription": MESSAGE, "defaultConfiguration": closed({"level": LEVEL})})
RUN: Final = closed(
    {
        "tool": closed({"driver": closed({"name": TEXT, "version": TEXT, "rules": {"type": "array", "items": RULE, "uniqueItems": True}})}),
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "invocations": {
            "type": "array",
            "items": closed(
                {"executionSuccessful": {"type": "boolean"}},
                {"toolExecutionNotifications": {"type": "array", "items": closed({"message": MESSAGE}, {"level": LEVEL})}},
            ),
        },
        "results": {"type": "array", "items": RESULT},
    }
)
DEMANDS: Final = closed(
    {"version": {"const": "2.1.0"}, "runs": {"type": "array", "items": RUN}}, {"$schema": {"type": "string", "format": "uri"}}
)

KNOWN_TO_THE_STANDARD: Final = {"Sarif.$schema", "Run.columnKind", "Invocation.toolExecutionNotifications"}
"""Sections 3.13.3, 3.14.17 and 3.20.21 have these; the foreign reader keeps them as extras."""


def log(reported: Reported) -> Any:
    """The log as a program reads it."""
    return json.loads(sarif.write(reported))


def unknown(model: BaseModel) -> Iterator[str]:
    """Properties that the foreign reader's model of SARIF does not have."""
    for name in model.model_extra or {}:
        yield f"{type(model).__name__}.{name}"
    for value in dict(model).values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, BaseModel):
                yield from unknown(one)


def test_golden() -> None:
    """Line for line."""
    assert_golden("report/report.sarif", sarif.write(REPORTED))


@pytest.mark.parametrize("reported", [REPORTED, ALONE, NOTHING], ids=["state", "look", "nothing"])
def test_the_specification_is_met(reported: Reported) -> None:
    """Every object has what the specification demands, and nothing that it does not know."""
    jsonschema.validate(log(reported), DEMANDS)


def test_another_reader_sees_every_finding() -> None:
    """A reader that we did not write finds each result with its rule and line, and nothing that no reader knows."""
    read = Sarif.model_validate_json(sarif.write(ALONE))
    assert set(unknown(read)) <= KNOWN_TO_THE_STANDARD
    results = read.runs[0].results or []
    assert len(results) == len(FINDINGS)
    rules = read.runs[0].tool.driver.rules or []
    assert all(rules[result.rule_index or 0].id == result.rule_id for result in results)
    place = (results[0].locations or [])[0].physical_location
    assert place is not None
    assert place.region is not None
    assert place.region.start_line == OVERDUE.place.line


def test_levels() -> None:
    """Urgent findings and problems are errors, what is due soon a warning, a note a note."""
    levels = {result["partialFingerprints"]["reviewerFinding/v1"]: result["level"] for result in log(ALONE)["runs"][0]["results"]}
    assert (levels[OVERDUE.id], levels[SOON.id], levels[MOVED.id]) == ("error", "warning", "note")


def test_what_a_person_decided_is_suppressed() -> None:
    """Snoozed and accepted issues carry who said so and why."""
    results = {result["partialFingerprints"]["reviewerFinding/v1"]: result for result in log(REPORTED)["runs"][0]["results"]}
    assert results[MOVED.id]["suppressions"][0]["justification"] == "accepted by Bo Sample: the old address is printed"
    assert "suppressions" not in results[OVERDUE.id]
    bare = replace(REPORTED.issues[MOVED.id], history=())
    (only,) = log(replace(REPORTED, findings=(MOVED,), issues={MOVED.id: bare}))["runs"][0]["results"]
    assert only["suppressions"][0]["justification"] == "accepted"


@pytest.mark.parametrize(
    ("file", "uri"),
    [("public/tips.html", "public/tips.html"), ("public\\a b.html", "public/a%20b.html"), ("public/café.html", "public/caf%C3%A9.html")],
)
def test_a_page_from_disk_is_a_relative_path(file: str, uri: str) -> None:
    """A code host shows a finding at the line of the file in the repository."""
    made = log(Reported(TODAY, REPORTED.looked, findings=(OVERDUE,), files={TIPS.url: file}))
    assert made["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_an_incomplete_look_is_no_success() -> None:
    """A site that could not be read makes the run unsuccessful, and its sentence is there; rules that were not asked are not."""
    (invocation,) = log(ALONE)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0] == {"level": "warning", "message": {"text": "Alliance: 1 page could not be read."}}
    whole = log(Reported(TODAY, replace(REPORTED.looked, incomplete=()), config=Config(skip=("broken_link",))))["runs"][0]
    assert whole["invocations"][0]["executionSuccessful"] is True
    assert [rule["id"] for rule in whole["tool"]["driver"]["rules"]] == ["review_date"]
