"""A TOML file to a form: every mistake of syntax, key, type and value, and a form of all that is right."""

from __future__ import annotations

import copy
import re
import tomllib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path as FilePath
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reviewer.config import showing, values
from reviewer.config.forms import adapter
from reviewer.config.lines import Path, lines
from reviewer.config.mistakes import Finds, Mistake, Mistakes

Form = TypeVar("Form")

_PLACE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_SECRET: Final = re.compile(r"(?i)passw|secret|token|api_?key|credential")
_WANTED: Final = {
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "tuple_type": 'a list, as in ["one", "two"]',
    "model_type": "a table",
    "dict_type": "a table",
}


def raw(path: FilePath) -> bytes:
    """The bytes of a file of the config; raises ``Mistakes`` when there is none that can be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Mistakes([Mistake(str(path), None, "", "does not exist", "a file; `reviewer init URL` writes one")]) from None
    except OSError as error:
        raise Mistakes([Mistake(str(path), None, "", f"cannot be read: {error.strerror}", "a file that this user may read")]) from None


def text(path: FilePath) -> str:
    """The text of a file of the config; raises ``Mistakes`` when there is none, or when it is not UTF-8. A byte order mark is taken off."""
    data = raw(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Mistakes([Mistake(str(path), line, "", "is not UTF-8 here", "a text file saved as UTF-8")]) from None


def toml(path: FilePath) -> tuple[dict[str, Any], Finds]:
    """The data of a TOML file, and where to note what is wrong with it; raises ``Mistakes`` when it cannot be read at all."""
    written = text(path)
    try:
        data = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        place = _PLACE.search(said)
        line = int(place[1]) if place and place[1] else written.count("\n") + 1
        says = f"is not TOML: {_PLACE.sub('', said)[:1].lower()}{_PLACE.sub('', said)[1:]}"
        column = f" (column {place[2]})" if place and place[2] else ""
        raise Mistakes([Mistake(str(path), line, "", says + column, 'lines such as name = "value"')]) from None
    return data, Finds(str(path), lines(written))


def form(cls: type[Form], data: dict[str, Any], finds: Finds) -> Form:
    """Make a ``cls`` of ``data``. Mistakes go to ``finds``; their keys are left out of it, with the key that was probably meant by an
    unknown one: that it is missing is no second mistake."""
    read = adapter(cls)  # type: ignore[arg-type]  # mypy takes a type[TypeVar] for unhashable
    try:
        made: Form = read.validate_python(data)
    except ValidationError as error:
        schema = read.json_schema()
        kept = copy.deepcopy(data)
        for detail in error.errors(include_url=False):
            path = tuple(detail["loc"])
            finds.wrong(path, *_told(detail, path, schema))
            finds.left_out.add(_remove(kept, path))
            if detail["type"] == "extra_forbidden" and (meant := _meant(str(path[-1]), _keys(path[:-1], schema))):
                finds.left_out.add((*path[:-1], meant))
        made = read.validate_python(kept)
    return made


def _remove(data: dict[str, Any], path: Path) -> Path:
    """Take the innermost key of ``path`` out of ``data``, and say which that was."""
    end = max(index for index, step in enumerate(path) if isinstance(step, str)) + 1
    inner: Any = data
    for step in path[: end - 1]:
        inner = inner[step]
    inner.pop(path[end - 1], None)
    return path[:end]


def _told(detail: ErrorDetails, path: Path, schema: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong, and what was expected, in a person's words."""
    sort, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if sort == "value_error" and isinstance(context["error"], values.Wrong):
        return context["error"].says, context["error"].expected
    if sort == "extra_forbidden":
        return _unknown(path, schema)
    if sort in _WANTED:
        return f"is {showing.kind(value)}{f': {showing.shown(value)}' if isinstance(value, str) else ''}", _wanted(sort, path, value)
    return f"is {value}", _bounds(context)


def _wanted(sort: str, path: Path, value: object) -> str:
    """The right type; a single table where several may stand needs double brackets."""
    if sort == "tuple_type" and isinstance(value, dict):
        return f"a table in double brackets: [[{'.'.join(step for step in path if isinstance(step, str))}]]"
    return _WANTED[sort]


def _bounds(context: Mapping[str, Any]) -> str:
    """The bound that a number broke."""
    words = {"ge": "{} or more", "gt": "more than {}", "le": "{} or less"}
    return next((f"a number, {word.format(context[sign])}" for sign, word in words.items() if sign in context), "a finite number")


def _unknown(path: Path, schema: Mapping[str, Any]) -> tuple[str, str]:
    """An unknown key: a secret, a key of another table, a slip, or all that is known here."""
    key = str(path[-1])
    if _SECRET.search(key):
        return (
            "is a secret, and secrets are not read from a file that people share",
            "the environment: REVIEWER_SMTP_PASSWORD, REVIEWER_OAUTH_SECRET, REVIEWER_LOGIN_NAME, or the same with _FILE and a path",
        )
    known = _keys(path[:-1], schema)
    if near := _meant(key, known):
        return "is not a known key", f'"{near}", probably'
    homes = [section for section in schema.get("properties", {}) if key in _keys((section,), schema)]
    if homes:
        return f"is no key of {_table(path[:-1])}", f"it in [{homes[0]}]"
    return "is not a known key", "one of " + ", ".join(known)


def _meant(key: str, known: Sequence[str]) -> str | None:
    """The known key that an unknown one is a slip of, probably."""
    return next(iter(get_close_matches(key, known, n=1, cutoff=0.7)), None)


def _table(path: Path) -> str:
    """A table as the file writes it."""
    names = ".".join(step for step in path if isinstance(step, str))
    return f"[{names}]" if names else "the top of the file"


def _keys(path: Path, schema: Mapping[str, Any]) -> list[str]:
    """The known keys of the table at ``path``."""
    here: Mapping[str, Any] = schema
    for step in path:
        here = _resolved(here["items"] if isinstance(step, int) else here["properties"][step], schema)
    here = _resolved(here.get("items", here), schema)
    return list(here.get("properties", {}))


def _resolved(part: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow a reference of a JSON Schema."""
    if "$ref" in part:
        found: Mapping[str, Any] = schema["$defs"][part["$ref"].rpartition("/")[2]]
        return found
    return part
