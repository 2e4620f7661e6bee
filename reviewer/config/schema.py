"""The JSON Schema of the config, made from its form."""

from __future__ import annotations

from typing import Any

from reviewer.config.forms import adapter
from reviewer.config.shape import File


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12): keys, meanings, bounds and defaults; TOML has no null, so neither has the schema."""
    return _schema(File, "The config of reviewer")


def owners_schema() -> dict[str, Any]:
    """The schema of ``owners.toml``."""
    from reviewer.config.directory import OwnersFile

    return _schema(OwnersFile, "The directory of reviewer")


def _schema(cls: type, title: str) -> dict[str, Any]:
    """The schema of a whole file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **adapter(cls).json_schema(), "title": title}
