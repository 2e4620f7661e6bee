"""Every key of the config in tables for docs/config.md, made from the form as the schema is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reviewer.config.environment import KNOWN
from reviewer.config.schema import json_schema, owners_schema


def reference() -> str:
    """The tables of keys, as Markdown: one section for each table of the file, then the directory's, then the environment."""
    parts = [*_tables(json_schema()), *_tables(owners_schema())]
    variables = "\n".join(f"| `{name}` | `{key}` |" for name, key in KNOWN.items())
    parts.append(
        "### The environment\n\n| variable | stands for |\n|---|---|\n"
        f"{variables}\n| `REVIEWER_LOGIN_NAME` | the password of the `[[network.login]]` called `name` |\n"
        "| `REVIEWER_CHAT_NAME` | the webhook of the channel `teams:name` or `slack:name` in `[admin] tell` |\n"
        "| `REVIEWER_CONFIG` | the option `-c` |\n"
    )
    return "\n".join(parts)


def _tables(schema: Mapping[str, Any]) -> Iterator[str]:
    """One section for each table, in the order of the form."""
    yield from _table(schema, schema, "")


def _table(part: Mapping[str, Any], schema: Mapping[str, Any], name: str) -> Iterator[str]:
    """A table's section, then those of the tables inside it."""
    rows, inner = [], []
    for key, about in part["properties"].items():
        many = "items" in about and "$ref" in about["items"]
        target = about["items"] if many else about
        path = f"{name}.{key}" if name else key
        if "$ref" in target:
            inner.append((schema["$defs"][target["$ref"].rpartition("/")[2]], path, many))
        else:
            rows.append(f"| `{key}` | {_kind(about)} | {_default(about)} | {about['description'].removeprefix('Needed. ')} |")
    if rows:
        yield "| key | value | default | meaning |\n|---|---|---|---|\n" + "\n".join(rows) + "\n"
    for table, path, many in inner:
        yield f"### `{'[[' if many else '['}{path}{']]' if many else ']'}`\n\n{table['description']}\n"
        yield from _table(table, schema, path)


def _kind(about: Mapping[str, Any]) -> str:
    """What is written there."""
    if "enum" in about:
        return " or ".join(f"`{word}`" for word in about["enum"])
    if "items" in about:
        return f"list of {_kind(about['items'])}"
    names = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false", "object": "table"}
    kind = "date" if about.get("format") == "date" else names.get(about.get("type", ""), "number or text")
    return f"{kind}, as `{about['examples'][0]}`" if "examples" in about else kind


def _default(about: Mapping[str, Any]) -> str:
    """What counts when the key is left out."""
    if about["description"].startswith("Needed."):
        return "needed"
    default = about.get("default", "")
    return f"`{json.dumps(default)}`" if default not in ("", [], {}) else "none"
