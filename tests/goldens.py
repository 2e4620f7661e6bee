"""Golden files: what a person has looked at once and found right. ``REVIEWER_GOLDEN=write pytest ...`` writes them anew; look at the diff."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, made: str | bytes) -> None:
    """Compare with ``tests/golden/NAME`` byte for byte; a missing file fails."""
    path = FOLDER / name
    data = made.encode() if isinstance(made, str) else made
    if os.environ.get("REVIEWER_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    assert path.is_file(), f"no golden file {path}: look at what was made, then write it with REVIEWER_GOLDEN=write"
    golden = path.read_bytes()
    try:
        assert data.decode() == golden.decode(), f"{path} differs"
    except UnicodeDecodeError:
        assert data == golden, f"{path} differs"
