"""A config that somebody's cat walked over: settings or mistakes, never another exception."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer import config
from reviewer.settings import Config

EXAMPLES = Path(__file__).parents[2] / "config"
TEXT = (EXAMPLES / "reviewer.example.toml").read_text(encoding="utf-8")
LINES = [line for line in TEXT.splitlines() if line.strip() and not line.strip().startswith("#")]

VALUES = st.sampled_from(
    [
        '""',
        "0",
        "-1",
        "1.5",
        "true",
        "[]",
        "{}",
        "[[]]",
        '["x"]',
        "[1]",
        "{ a = 1 }",
        "1979-05-27",
        "07:32:00",
        '"\\u0000"',
        "nan",
        "'<>'",
        '"a@b"',
    ]
)


def outcome(path: Path, text: str, env: dict[str, str] | None = None) -> Config | config.Mistakes:
    """What a text comes to."""
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    try:
        return config.load(path, env or {})
    except config.Mistakes as mistakes:
        return mistakes


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the config is written."""
    return tmp_path_factory.mktemp("config") / "reviewer.toml"


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), VALUES), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_value_anywhere(path: Path, changes: list[tuple[int, str]]) -> None:
    """Whatever value stands behind a key, the outcome is settings, or mistakes that each name a line."""
    lines = list(LINES)
    for index, value in changes:
        if "=" in lines[index]:
            lines[index] = f"{lines[index].partition('=')[0]}= {value}"
    found = outcome(path, "\n".join(lines))
    if isinstance(found, config.Mistakes):
        assert all(mistake.line and mistake.says and mistake.expected for mistake in found.mistakes)
        assert len(str(found).splitlines()) == len(found.mistakes) + 1


@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_slip_of_the_hand(path: Path, data: Any) -> None:
    """Letters lost, doubled or changed anywhere, lines moved: settings or mistakes."""
    text = TEXT
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 20))
        text = text[:at] + data.draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=4)) + text[at + cut :]
    found = outcome(path, text)
    assert isinstance(found, Config) or found.mistakes


@given(st.permutations(TEXT.split("\n\n")))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order(path: Path, parts: list[str]) -> None:
    """The order of tables means nothing but which site and which area of it comes first."""
    found = outcome(path, "\n\n".join(parts))
    if isinstance(found, Config):
        assert {site.name for site in found.sites} == {"GP website", "Cancer alliance"}
