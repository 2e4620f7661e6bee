"""The JSON Schema for editors, and the reference for people: both are made from the form, and both are current."""

from __future__ import annotations

import json
import runpy
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reviewer import config
from reviewer.config.reference import reference
from reviewer.config.schema import owners_schema

ROOT = Path(__file__).parents[2]


def data(text: str) -> Any:
    """TOML as an editor's schema sees it: dates are text."""
    return json.loads(json.dumps(tomllib.loads(text), default=str))


def test_the_schema_file_is_current() -> None:
    """Whoever changes a key renews the file: `python -m reviewer.config schema > config/reviewer.schema.json` (and `owners`)."""
    assert json.loads((ROOT / "config" / "reviewer.schema.json").read_text(encoding="utf-8")) == config.json_schema()
    assert json.loads((ROOT / "config" / "owners.schema.json").read_text(encoding="utf-8")) == owners_schema()


def test_docs_name_every_key() -> None:
    """docs/config.md ends with the reference that the form gives: `python -m reviewer.config keys` renews it."""
    assert (ROOT / "docs" / "config.md").read_text(encoding="utf-8").endswith(reference())


def keys(part: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[str]:
    """All keys that hold a value."""
    for key, about in part["properties"].items():
        target = about.get("items", about)
        if "$ref" in target:
            yield from keys(schema["$defs"][target["$ref"].rpartition("/")[2]], schema)
        else:
            assert about["description"].endswith((".", "...")), key
            yield key


def test_each_key_has_a_row_with_its_meaning() -> None:
    """No key without a sentence: one row of the reference for each."""
    schema = config.json_schema()
    rows = [line.split("|")[1].strip() for line in reference().splitlines() if line.startswith("| `")]
    assert len(list(keys(schema, schema))) > 90
    for key in keys(schema, schema):
        assert f"`{key}`" in rows


def test_the_schema_is_one() -> None:
    """Editors get a valid schema (draft 2020-12) that takes the example and knows no null."""
    schema = config.json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data((ROOT / "config" / "reviewer.example.toml").read_text(encoding="utf-8")), schema)
    assert '"null"' not in json.dumps(schema)
    jsonschema.Draft202012Validator.check_schema(owners_schema())
    jsonschema.validate(data((ROOT / "config" / "owners.example.toml").read_text(encoding="utf-8")), owners_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"owner": [{"email": "a@example.org"}]}, owners_schema())
    jsonschema.validate({"owner": [{"name": "A"}]}, owners_schema())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[organisation]\n[[site]]\nstart=['https://x.example/']",
        "[organisation]\ncontact='a@example.org'\nnmae='x'\n[[site]]\nstart=['https://x.example/']",
        "[organisation]\ncontact='a@example.org'\n[[site]]\nstart=['x.example']",
        "[organisation]\ncontact='a@example.org'\n[network]\nports=['x']\n[[site]]\nstart=['https://x.example/']",
    ],
)
def test_the_schema_refuses(text: str) -> None:
    """An editor underlines a missing key, an unknown key, and a value of the wrong form."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data(text), config.json_schema())


@pytest.mark.parametrize(("word", "begins"), [("schema", "{"), ("owners", "{"), ("keys", "### `[organisation]`")])
def test_printed(word: str, begins: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m reviewer.config` prints the schema, or the tables of keys."""
    monkeypatch.setattr(sys, "argv", ["x", word])
    runpy.run_module("reviewer.config", run_name="__main__")
    assert capsys.readouterr().out.startswith(begins)


def test_the_examples_in_the_docs(tmp_path: Path) -> None:
    """What docs/config.md shows works as it stands: the CSV is read with the columns that the TOML names."""
    text = (ROOT / "docs" / "config.md").read_text(encoding="utf-8")
    csv, toml = (text.split(f"```{kind}\n", 1)[1].split("```", 1)[0] for kind in ("csv", "toml"))
    (tmp_path / "owners.csv").write_text(csv, encoding="utf-8")
    (tmp_path / "reviewer.toml").write_text(
        f'[organisation]\ncontact = "w@example.org"\n[[site]]\nstart = ["https://x.example/"]\n{toml}', encoding="utf-8"
    )
    owners = config.load(tmp_path / "reviewer.toml", {}).directory.owners
    assert [(owner.name, owner.email, owner.teams, owner.manager, owner.left) for owner in owners] == [
        ("Dr Amara Example", "amara.example@example.nhs.uk", ("Early diagnosis team",), "Sam Sample", False),
        ("Sam Sample", "sam.sample@example.nhs.uk", ("Cancer programme",), None, False),
    ]
