"""The JSON Schema of the config, made from its form."""

from __future__ import annotations

from typing import Any

from reviewer.config.shape import File


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12): keys, meanings, bounds and defaults; TOML has no null, so neither has the schema."""
    made = without_null(File.model_json_schema())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def owners_schema() -> dict[str, Any]:
    """The schema of ``owners.toml``."""
    from reviewer.config.directory import OwnersFile

    made = without_null(OwnersFile.model_json_schema())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "The directory of reviewer"}


def without_null(part: Any) -> Any:
    """Take ``null`` out: of unions, and as a default."""
    if isinstance(part, list):
        return [without_null(each) for each in part]
    if not isinstance(part, dict):
        return part
    kept = {key: without_null(value) for key, value in part.items() if not (key == "default" and value is None)}
    choices = [choice for choice in kept.get("anyOf", []) if choice != {"type": "null"}]
    if "anyOf" in kept and len(choices) == 1:
        del kept["anyOf"]
        kept |= {key: value for key, value in choices[0].items() if key not in kept}
    return kept
