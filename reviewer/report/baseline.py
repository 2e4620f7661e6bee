"""The baseline: what was known before, so that only what is new is told. Any earlier machine output is one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from reviewer.model import Finding


def known_before(text: str) -> frozenset[str]:
    """The ids of an earlier report's findings. ``text`` is the output of ``reviewer check --format json``; raises ``ValueError`` with a
    sentence when it is something else."""
    try:
        found = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON (line {error.lineno}: {error.msg})") from error
    findings = found.get("findings") if isinstance(found, dict) else None
    if not isinstance(findings, list) or not all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in findings):
        raise ValueError("it has no list of findings with ids")
    return frozenset(one["id"] for one in findings)


def new_only(findings: Iterable[Finding], known: AbstractSet[str]) -> tuple[Finding, ...]:
    """The findings that the baseline does not have."""
    return tuple(finding for finding in findings if finding.id not in known)
