"""Issues to rows and back, with who was told of them. History is only ever added to."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, replace
from types import MappingProxyType
from typing import Any, Final

import sqlalchemy as sa

from reviewer.model import Audience, Confidence, Doubt, Event, Finding, Issue, IssueState, Place, Severity, ToldTo
from reviewer.store import tables
from reviewer.store.facts import clean

COUNTS: Final = ("last_seen", "looks", "runs")
"""What changes of an issue that is seen once more as it was."""

AT_ONCE: Final = 500
"""Ids in one IN (...): SQLite allows 32,766 parameters, older ones 999."""


def load(connection: sa.Connection, ids: Iterable[str] | None = None) -> dict[str, Issue]:
    """All issues by id, or those of ``ids``, each with its history in the order in which it happened."""
    table, events, tellings = tables.issues, tables.issue_events, tables.issue_tellings
    wanted = [None] if ids is None else _chunks(ids)
    made: dict[str, Issue] = {}
    for chunk in wanted:
        rows = sa.select(table).order_by(table.c.id)
        lines = sa.select(events).order_by(events.c.id)
        told = sa.select(tellings).order_by(tellings.c.address, tellings.c.about)
        if chunk is not None:
            rows, lines = rows.where(table.c.id.in_(chunk)), lines.where(events.c.issue_id.in_(chunk))
            told = told.where(tellings.c.issue_id.in_(chunk))
        history: dict[str, list[Event]] = defaultdict(list)
        for line in connection.execute(lines).mappings():
            history[line["issue_id"]].append(Event(line["at"], line["what"], line["by"], line["reason"], line["until"]))
        to: dict[str, list[ToldTo]] = defaultdict(list)
        for each in connection.execute(told).mappings():
            values = dict(each)
            to[values.pop("issue_id")].append(ToldTo(**values))
        for row in connection.execute(rows).mappings():
            made[row["id"]] = _issue(dict(row), tuple(history[row["id"]]), tuple(to[row["id"]]))
    return made


def unsettled(connection: sa.Connection, names: Collection[str]) -> frozenset[str]:
    """The pages of the sites with these names of which an issue is not resolved."""
    table, pages, urls = tables.issues, tables.pages, tables.urls
    of_sites = sa.select(urls.c.url).join(pages, pages.c.url_id == urls.c.id).where(pages.c.site.in_([clean(name) for name in names]))
    chosen = sa.select(table.c.page).where(table.c.state != IssueState.RESOLVED.value, table.c.page.in_(of_sites)).distinct()
    return frozenset(connection.execute(chosen).scalars())


def save(connection: sa.Connection, issues: Mapping[str, Issue], before: Mapping[str, Issue] = MappingProxyType({})) -> None:
    """Keep these issues; those that are not among them stay as they are. Lines of history that are kept already are not written again.
    Of one that is as it was ``before`` (as it stands in the state) nothing is written, and of one that was only seen again its counts."""
    seen, other = [], []
    for id_, issue in issues.items():
        was = before.get(id_)
        if was is None or replace(issue, **{name: getattr(was, name) for name in COUNTS}) != was:
            other.append(id_)
        elif issue != was:
            seen.append({"seen": id_} | {name: getattr(issue, name) for name in COUNTS})
    for ids in _chunks(other):
        _save(connection, {id_: issues[id_] for id_ in ids})
    if seen:
        table = tables.issues
        connection.execute(
            table.update().where(table.c.id == sa.bindparam("seen")).values({name: sa.bindparam(name) for name in COUNTS}), seen
        )


def _save(connection: sa.Connection, issues: Mapping[str, Issue]) -> None:
    table, events = tables.issues, tables.issue_events
    known = set(connection.execute(sa.select(table.c.id).where(table.c.id.in_(list(issues)))).scalars())
    counted = sa.select(events.c.issue_id, sa.func.count()).where(events.c.issue_id.in_(list(issues))).group_by(events.c.issue_id)
    lines = {str(id_): int(count) for id_, count in connection.execute(counted)}
    new = [_row(issue) for id_, issue in issues.items() if id_ not in known]
    old = [{f"new_{key}": value for key, value in _row(issue).items()} for id_, issue in issues.items() if id_ in known]
    if new:
        connection.execute(table.insert(), new)
    if old:
        values: dict[str, Any] = {column.name: sa.bindparam(f"new_{column.name}") for column in table.columns if column.name != "id"}
        connection.execute(table.update().where(table.c.id == sa.bindparam("new_id")).values(values), old)
    fresh = [
        {"issue_id": id_, "at": each.at, "what": clean(each.what), "by": clean(each.by), "reason": clean(each.reason), "until": each.until}
        for id_, issue in issues.items()
        for each in issue.history[lines.get(id_, 0) :]
    ]
    if fresh:
        connection.execute(events.insert(), fresh)
    tellings = [{"issue_id": id_, **asdict(each)} for id_, issue in issues.items() for each in issue.tellings]
    connection.execute(tables.issue_tellings.delete().where(tables.issue_tellings.c.issue_id.in_(list(issues))))
    if tellings:
        connection.execute(tables.issue_tellings.insert(), tellings)


def _chunks(ids: Iterable[str]) -> list[list[str]]:
    """The ids in portions that fit into one statement."""
    every = list(ids)
    return [every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE)]


def _row(issue: Issue) -> dict[str, Any]:
    """One issue as a row."""
    finding = issue.finding
    return {
        "id": issue.id,
        "check": finding.check,
        "page": clean(finding.page),
        "subject": clean(finding.subject),
        "severity": int(finding.severity),
        "says": clean(finding.says),
        "fix": clean(finding.fix),
        "quote": clean(finding.quote),
        "heading": clean(finding.place.heading),
        "line": finding.place.line,
        "audience": finding.audience.value,
        "doubt": finding.doubt.value,
        "reason": finding.reason,
        "due": finding.due,
        "suggestion": clean(finding.suggestion),
        "confidence": finding.confidence.value,
        "rests_on": clean(finding.rests_on),
        "also": clean(json.dumps(finding.also)),
        "state": issue.state.value,
        "first_seen": issue.first_seen,
        "last_seen": issue.last_seen,
        "changed": issue.changed,
        "looks": issue.looks,
        "runs": issue.runs,
        "failing_since": issue.failing_since,
        "flaps": issue.flaps,
        "told": issue.told,
        "last_told": issue.last_told,
        "fixed_told": issue.fixed_told,
        "until": issue.until,
    }


def _issue(row: Mapping[str, Any], history: tuple[Event, ...], tellings: tuple[ToldTo, ...]) -> Issue:
    """One row as an issue."""
    due: dt.date | None = row["due"]
    finding = Finding(
        check=row["check"],
        page=row["page"],
        subject=row["subject"],
        severity=Severity(row["severity"]),
        says=row["says"],
        fix=row["fix"],
        quote=row["quote"],
        place=Place(row["heading"], row["line"]),
        audience=Audience(row["audience"]),
        doubt=Doubt(row["doubt"]),
        reason=row["reason"],
        due=due,
        suggestion=row["suggestion"],
        confidence=Confidence(row["confidence"]),
        rests_on=row["rests_on"],
        also=tuple(json.loads(row["also"])),
    )
    return Issue(
        finding,
        IssueState(row["state"]),
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
        changed=row["changed"],
        looks=row["looks"],
        runs=row["runs"],
        failing_since=row["failing_since"],
        flaps=row["flaps"],
        told=row["told"],
        last_told=row["last_told"],
        fixed_told=row["fixed_told"],
        until=row["until"],
        history=history,
        tellings=tellings,
    )
