"""Files of the report: each takes its place when it is whole, and only when it says something else than before."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer import publish


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, ["a", "b"]),
        (None, []),
        ("", ["a"]),
        ("ab", ["a", "c"]),
        ("abc", ["ab"]),
        ("ab", ["ab", "c"]),
        ("abcdef", ["abc", "xyz", "..."]),
        ("abcdef", []),
    ],
)
def test_what_changed_is_written_whole(old: str | None, new: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was there before, and wherever it differs, the file is what was given, and nothing is left beside it."""
    monkeypatch.setattr(publish, "AT_ONCE", 2)
    path = tmp_path / "report.json"
    if old is not None:
        path.write_text(old)
    publish.put(path, (piece.encode() for piece in new))
    assert path.read_text() == "".join(new)
    assert [file.name for file in tmp_path.iterdir()] == ["report.json"]


@pytest.mark.parametrize("pieces", [["abc"], ["a", "", "bc"]])
def test_what_did_not_change_is_left_alone(pieces: list[str], tmp_path: Path) -> None:
    """A file that holds just that is not replaced."""
    path = tmp_path / "report.json"
    path.write_text("abc")
    before = path.stat()
    publish.put(path, (piece.encode() for piece in pieces))
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_report_that_fails_half_way_leaves_the_old_one(tmp_path: Path) -> None:
    """Nobody ever sees half a report."""

    def pieces() -> Iterator[bytes]:
        yield b"ab"
        yield b"x"
        raise OSError("no space")

    path = tmp_path / "report.json"
    path.write_text("abc")
    with pytest.raises(OSError, match="no space"):
        publish.put(path, pieces())
    assert path.read_text() == "abc"


@pytest.mark.parametrize(("folder", "file"), [(0o700, 0o600), (0o750, 0o640), (0o755, 0o644), (0o777, 0o644)])
def test_a_file_may_be_read_by_those_who_may_read_its_folder(folder: int, file: int, tmp_path: Path) -> None:
    """A report names people: whoever opens its folder to others opens it, and nobody else may write it."""
    tmp_path.chmod(folder)
    publish.put(tmp_path / "report.json", iter((b"abc",)))
    assert stat.S_IMODE((tmp_path / "report.json").stat().st_mode) == file
