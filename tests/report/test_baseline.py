"""The baseline of ``--new-only``."""

from __future__ import annotations

import pytest

from reviewer.report import baseline, machine
from reviewer.report.formats import json as json_format
from tests.report.sample import BROKEN, FINDINGS, MOVED, OVERDUE, REPORTED


def test_an_earlier_report_is_a_baseline() -> None:
    """What the machine output names is known; what it does not name is new. A byte order mark does not matter."""
    known = baseline.known_before("\ufeff" + machine.dumps(machine.whole(REPORTED.as_of, [], [OVERDUE, MOVED])))
    assert known == {OVERDUE.id, MOVED.id}
    assert OVERDUE not in baseline.new_only(FINDINGS, known)
    assert BROKEN in baseline.new_only(FINDINGS, known)
    assert baseline.new_only(FINDINGS, baseline.known_before(json_format.write(REPORTED))) == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "no JSON .line 1"),
        ("[]", "no list of findings"),
        ("{}", "no list of findings"),
        ('{"findings": {}}', "no list of findings"),
        ('{"findings": [1]}', "no list of findings"),
        ('{"findings": [{"id": 1}]}', "no list of findings"),
    ],
)
def test_anything_else_is_refused(text: str, says: str) -> None:
    """A wrong file must not silence findings: it says what is wrong."""
    with pytest.raises(ValueError, match=says):
        baseline.known_before(text)
