"""What becomes of jobs that fail by a mistake of ours, or of a template of the user's."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from structlog.testing import capture_logs

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from reviewer import fleet as fleets
from reviewer.fleet import parts, periods
from reviewer.look import Silent, reading_version
from reviewer.stopping import Stop
from tests.fleet.hands import Fleet, at_work
from tests.fleet.origin import Web


def work(fleet: Fleet) -> None:
    """A worker does what there is, and ends."""
    fleets.work(fleet.config, stop=Stop(), progress=Silent(), clock=fleet.clock, reading_version=reading_version(fleet.config), idle=False)


def failing(*_: object) -> None:
    """A mistake."""
    raise ValueError("a mistake of ours")


@pytest.mark.parametrize(("where", "name", "job"), [(parts, "look", "look"), (periods, "mind", "mind")])
def test_the_error_of_a_failing_job_is_logged(
    tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch, where: object, name: str, job: str
) -> None:
    """At the first try and with its traceback, by us and not by the library, whatever was deferred before."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet, capture_logs() as said:
        fleet.begin()
        monkeypatch.setattr(where, name, failing)
        work(fleet)
        errors = [each for each in said if each["log_level"] == "error" and each["event"] == "failed"]
        assert {each["job"] for each in errors} == {job}
        assert all(each["exc_info"] for each in errors)
        assert logging.getLogger("procrastinate").level == logging.CRITICAL
