"""Wherever a sentence of the product names a key of the config, there is such a key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reviewer import config

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"(?<![\w\[])\[(\[?)([a-z][a-z_.]*)\]?\] ([a-z_]+)\b")
"""``[email] via``: the form in which sentences name keys."""

NO_KEYS = {"and", "or", "in", "is", "for", "says", "said", "of", "with", "to", "as", "table", "tables", "there"}
"""Words that may follow a table's name without being a key."""


def tables(part: Mapping[str, Any], schema: Mapping[str, Any], name: str = "") -> Iterator[tuple[str, set[str]]]:
    """Each table with its keys."""
    yield name, set(part["properties"])
    for key, about in part["properties"].items():
        target = about.get("items", about)
        if "$ref" in target:
            yield from tables(schema["$defs"][target["$ref"].rpartition("/")[2]], schema, f"{name}.{key}".lstrip("."))


def test_sentences_name_keys_that_exist() -> None:
    """An error that says "set [email] via" would be worse than none if there were no such key."""
    known = dict(tables(config.json_schema(), config.json_schema()))
    files = [
        *ROOT.glob("reviewer/**/*.py"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("config/**/*"),
        *ROOT.glob("templates/*"),
        ROOT / "README.md",
    ]
    seen, wrong = 0, []
    for file in files:
        if not file.is_file() or file.suffix in {".json", ".lock"}:
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for _, table, key in NAMED.findall(line):
                if table in known and key not in NO_KEYS:
                    seen += 1
                    if key not in known[table]:
                        wrong.append(f"{file.relative_to(ROOT)}:{number}: [{table}] {key}")
                elif table in {"watching", "timetable", "sites", "areas", "link_rules"}:
                    wrong.append(f"{file.relative_to(ROOT)}:{number}: [{table}] is what the code calls it")
    assert seen > 20
    assert wrong == []
