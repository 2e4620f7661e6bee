"""What the readers know of each language: stems and function words as data, one TOML file for each language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "cy", "fr", "de", "es", "nl", "it", "pt", "ca", "sv", "no", "da", "pl")


@cache
def section(language: str, name: str) -> dict[str, Any]:
    """One section (``dates``, ``contacts``, ``periods``, ``states``) of a language's file; empty for a language that has none.

    Raises ``tomllib.TOMLDecodeError`` for a file that is no TOML: it is ours, so that is a mistake of the house.
    """
    found: dict[str, Any] = _file(language).get(name, {})
    return found


@cache
def publishers() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The publishers by name, each with the forms in which it says that a page's time is over."""
    found = tomllib.loads(files(__package__).joinpath("publishers.toml").read_text(encoding="utf-8"))
    return tuple((each["name"], tuple(each["forms"])) for each in found["publisher"])


@cache
def _file(language: str) -> dict[str, Any]:
    """The whole file of a language."""
    if language not in LANGUAGES:
        return {}
    return tomllib.loads(files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8"))
