"""Secrets and places from the environment, as values or as files."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.config.environment import MOST, read
from reviewer.config.mistakes import Finds


def told(env: dict[str, str]) -> tuple[dict[str, str], list[str], list[str]]:
    """Values, mistakes, warnings."""
    finds = Finds("environment")
    found = read(env, finds)
    return found, [str(mistake) for mistake in finds.mistakes], finds.warnings


def test_values_and_files(tmp_path: Path) -> None:
    """A value, or a file that holds it, without the line end that editors add; variables of others are not ours; empty ones are not set."""
    (tmp_path / "secret").write_text("hunter2\r\n", encoding="utf-8")
    env = {
        "REVIEWER_SMTP_PASSWORD_FILE": str(tmp_path / "secret"),
        "REVIEWER_SMTP_PASSWORD": "",
        "REVIEWER_STATE": " a b ",
        "REVIEWER_LOGIN_STAGING": "hunter3",
        "REVIEWER_CONFIG": "x.toml",
        "PATH": "/bin",
    }
    assert told(env) == ({"REVIEWER_SMTP_PASSWORD": "hunter2", "REVIEWER_STATE": " a b ", "REVIEWER_LOGIN_STAGING": "hunter3"}, [], [])


def test_both(tmp_path: Path) -> None:
    """A value and a file for the same thing: nobody could know which is meant."""
    (tmp_path / "secret").write_text("hunter2", encoding="utf-8")
    _, mistakes, _ = told({"REVIEWER_STATE": "x", "REVIEWER_STATE_FILE": str(tmp_path / "secret")})
    assert mistakes == ["environment: REVIEWER_STATE_FILE is set, and REVIEWER_STATE too. Expected one of the two."]


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "which cannot be read: No such file"), (b"", "which is empty"), (b"\n", "which is empty"), (b"\xff\xfe", "which is not UTF-8")],
)
def test_files_that_hold_nothing(tmp_path: Path, content: bytes | None, says: str) -> None:
    """A secret's file that is missing, empty or no text is told with its path, never with its content."""
    path = tmp_path / "secret"
    if content is not None:
        path.write_bytes(content)
    found, (mistake,), _ = told({"REVIEWER_SMTP_PASSWORD_FILE": str(path)})
    assert found == {}
    assert f"REVIEWER_SMTP_PASSWORD_FILE names {path}, {says}" in mistake


def test_an_endless_file() -> None:
    """A file without end costs at most a bound."""
    found, mistakes, _ = told({"REVIEWER_SMTP_PASSWORD_FILE": "/dev/zero"})
    assert found == {}
    assert "holds bytes that are no text" in mistakes[0]
    assert len(mistakes[0]) < MOST


def test_slips() -> None:
    """A variable that looks like ours and is not gets a warning with the nearest one."""
    _, mistakes, warnings = told({"REVIEWER_SMTP_PASWORD": "hunter2", "REVIEWER_XYZZY_QQQ_WWW": "1"})
    assert mistakes == []
    assert warnings == [
        "the environment: REVIEWER_SMTP_PASWORD means nothing to reviewer; REVIEWER_SMTP_PASSWORD, perhaps?",
        "the environment: REVIEWER_XYZZY_QQQ_WWW means nothing to reviewer",
    ]


def test_a_secret_as_editors_write_it(tmp_path: Path) -> None:
    """Letters beyond ASCII, a byte-order mark and a line end, in a file or a variable: the value is what a person typed."""
    (tmp_path / "secret").write_bytes("pässwörd\r\n".encode("utf-8-sig"))
    assert told({"REVIEWER_SMTP_PASSWORD_FILE": str(tmp_path / "secret")})[0] == {"REVIEWER_SMTP_PASSWORD": "pässwörd"}
    assert told({"REVIEWER_SMTP_PASSWORD": "pässwörd\n"})[0] == {"REVIEWER_SMTP_PASSWORD": "pässwörd"}


@pytest.mark.parametrize("value", ["p\udce4ss", "two\nlines", "nul\x00"])
def test_a_secret_that_is_no_text_is_a_sentence(value: str) -> None:
    """Bytes that the environment could not decode, and control characters: said at once, without the value."""
    found, mistakes, _ = told({"REVIEWER_SMTP_PASSWORD": value})
    assert found == {}
    assert "environment: REVIEWER_SMTP_PASSWORD holds bytes that are no text" in mistakes[0]
    assert value not in mistakes[0]
