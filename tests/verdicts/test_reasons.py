"""The table of reasons."""

from __future__ import annotations

from reviewer.model import Reason
from reviewer.verdicts.reasons import REASONS


def test_every_reason_is_told_once() -> None:
    """Each reason has its words, its fix and its reference; none is missing, none is without words."""
    assert set(REASONS) == set(Reason)
    for told in REASONS.values():
        assert told.short
        assert told.says.endswith(".")
        assert told.fix.endswith(".")
        assert told.reference
