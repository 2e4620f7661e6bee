"""For code scanning: SARIF 2.1.0 (OASIS), one run, a rule for each check, a result for each finding."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote

from reviewer import __version__, checks, neutral
from reviewer.model import Finding, Issue, IssueState, Severity
from reviewer.report.machine import dumps
from reviewer.report.reported import Reported, urgency

SUFFIX: Final = ".sarif"
SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Final = {Severity.URGENT: "error", Severity.PROBLEM: "error", Severity.SOON: "warning", Severity.NOTE: "note"}

Object = dict[str, Any]


def write(reported: Reported) -> str:
    """The log. A page from disk is named by its path below the working directory, so that a code host shows the finding at its line;
    another page by its address. What a person snoozed or accepted is there as suppressed."""
    findings = sorted(reported.findings, key=urgency)
    said = checks.summaries()
    rules = sorted({*filter(reported.asks, said), *(finding.check for finding in findings)})
    return dumps(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {"name": "reviewer", "version": __version__, "rules": [_rule(name, said.get(name, "")) for name in rules]}
                    },
                    "columnKind": "unicodeCodePoints",
                    "invocations": [
                        {
                            "executionSuccessful": not (reported.looked.incomplete or reported.looked.interrupted),
                            "toolExecutionNotifications": [
                                {"level": level, "message": {"text": neutral.sentence(text)}}
                                for level, texts in (
                                    ("warning", (reported.stopped, *reported.looked.incomplete)),
                                    ("note", reported.looked.notes),
                                )
                                for text in texts
                                if text
                            ],
                        }
                    ],
                    "results": [_result(reported, finding, rules) for finding in findings],
                }
            ],
        }
    )


def _rule(name: str, summary: str) -> Object:
    words = name.replace("_", " ").capitalize()
    return {
        "id": name,
        "name": "".join(part.capitalize() for part in name.split("_")),
        "shortDescription": {"text": summary or words},
        "defaultConfiguration": {"level": "warning"},
    }


def _result(reported: Reported, finding: Finding, rules: list[str]) -> Object:
    region: Object = {"region": {"startLine": finding.place.line}} if finding.place.line else {}
    place: Object = {"physicalLocation": {"artifactLocation": {"uri": _uri(reported, finding.page)}, **region}}
    if finding.place.heading:
        place["logicalLocations"] = [{"name": neutral.words(finding.place.heading), "kind": "heading"}]
    made: Object = {
        "ruleId": finding.check,
        "ruleIndex": rules.index(finding.check),
        "level": LEVELS[finding.severity],
        "message": {"text": f"{neutral.sentence(finding.says)} {neutral.sentence(finding.fix)}"},
        "locations": [place],
        "partialFingerprints": {"reviewerFinding/v1": finding.id},
        "properties": {
            "severity": finding.severity.word,
            "confidence": finding.confidence.value,
            "restsOn": finding.rests_on,
            "subject": finding.subject,
            "quote": neutral.words(finding.quote),
            "suggestion": finding.suggestion,
            "owners": [assignment.owner.name for assignment in reported.owners.get(finding.page, ())],
        },
    }
    issue = reported.issues.get(finding.id)
    if issue is not None and issue.state in {IssueState.SNOOZED, IssueState.ACCEPTED}:
        made["suppressions"] = [{"kind": "external", "status": "accepted", "justification": _justification(issue)}]
    return made


def _justification(issue: Issue) -> str:
    event = next((event for event in reversed(issue.history) if event.what == issue.state.value), None)
    said = f"{issue.state.value} by {event.by}: {event.reason}" if event else issue.state.value
    return neutral.words(said)


def _uri(reported: Reported, url: str) -> str:
    """A file as a relative URI reference (RFC 3986, 4.2), an address as it is, without what no URI may hold."""
    file = reported.files.get(url)
    return quote(file.replace("\\", "/")) if file else quote(url, safe="%/:?#[]@!$&'()*+,;=~")
