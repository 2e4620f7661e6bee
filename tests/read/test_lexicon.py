"""reviewer.read.lexicon: each language has its file."""

from __future__ import annotations

import pytest

from reviewer.read import lexicon


@pytest.mark.parametrize("language", lexicon.LANGUAGES)
def test_every_language_has_every_section(language: str) -> None:
    """A file of TOML with a table for each reader."""
    assert all(isinstance(lexicon.section(language, name), dict) for name in ("dates", "contacts", "periods", "states"))


def test_a_language_without_a_file_is_empty() -> None:
    """Nothing is known of it, and nothing fails."""
    assert lexicon.section("tlh", "dates") == {}
