"""Kill -9 at any moment of a run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_a_killed_run_is_completed_by_the_next(tmp_path: Path) -> None:
    """Killed at any statement or commit, a run leaves a state that opens, is whole, and ends like an undisturbed one, byte for byte.

    Every 17th step is tried here; all of them by ``python -m tests.store.victim FOLDER 1``.
    """
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.victim", str(tmp_path / "states"), "17"],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["kills"] > 10
    assert found["wrong"] == []
