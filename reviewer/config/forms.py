"""From the settings' dataclasses to the forms by which pydantic reads a file, and describes it to editors."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, create_model

from reviewer.config.kinds import OF_TYPE, marks
from reviewer.config.showing import port_ranges
from reviewer.settings import Key


class Setting(NamedTuple):
    """One key of a table: its name in the file and in the code, its type with its marks, its meaning, and what counts without it.

    ``shown``: the default is a value that people are told of.
    """

    key: str
    name: str
    hint: Any
    meaning: str
    default: Any
    shown: bool


def keys(cls: type) -> Iterator[Setting]:
    """The keys that a dataclass of the settings has in the file: its fields with a meaning. A needed one is empty until it is given."""
    hints = get_type_hints(cls, include_extras=True)
    for each in dataclasses.fields(cls):
        bare, *notes = get_args(hints[each.name]) if get_origin(hints[each.name]) is Annotated else (hints[each.name],)
        meaning = next((note for note in notes if isinstance(note, str)), None)
        if meaning is None:
            continue
        default = each.default if each.default_factory is dataclasses.MISSING else each.default_factory()
        stated = default is not dataclasses.MISSING
        if not stated:
            default = () if get_origin(bare) is tuple else ""
        shown = stated and default is not None and not meaning.startswith("Needed") and not dataclasses.is_dataclass(default)
        key = next((note.name for note in notes if isinstance(note, Key)), each.name)
        yield Setting(key, each.name, hints[each.name], meaning, default, shown)


@cache
def adapter(cls: Any) -> TypeAdapter[Any]:
    """What reads the data of a TOML file as a ``cls``; its ``json_schema()`` describes the file."""
    return TypeAdapter(_form(cls, cls.__name__))


def _form(cls: type, name: str, own: object = None, says: str | None = None) -> Any:
    """A table that becomes a ``cls``. ``own``: a ``cls`` with other defaults than those of the class, and ``says`` what it is for."""
    settings = [each if own is None else each._replace(default=getattr(own, each.name)) for each in keys(cls)]
    fields: dict[str, Any] = {each.name: (_read(each.hint, each), _about(each)) for each in settings}
    needed: list[Any] = [each.key for each in settings if each.meaning.startswith("Needed")]
    schema: Any = {"required": needed} if needed else None
    config = ConfigDict(extra="forbid", frozen=True, defer_build=True, json_schema_extra=schema)  # built once, as parts of the whole
    form = create_model(name, __config__=config, __doc__=says or inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0], **fields)
    return Annotated[form, AfterValidator(lambda made: cls(**dict(made)))]


def _about(setting: Setting) -> Any:
    """The key, its meaning and its default, as pydantic takes them. It shows no default that is made."""
    default: Any = {"default": setting.default} if setting.shown else {"default_factory": lambda: setting.default}
    written: Any = {"default": port_ranges(setting.default)} if setting.name == "ports" else None
    return Field(**default, alias=setting.key, description=setting.meaning, json_schema_extra=written)


def _read(hint: Any, setting: Setting) -> Any:
    """The type as pydantic reads it: each of our marks in its terms, tables as forms. TOML has no null, so None is only a default."""
    if hint in OF_TYPE:
        return Annotated[(hint, *OF_TYPE[hint])]
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        other = isinstance(setting.default, hint) and setting.default != hint()
        name = "".join(word.capitalize() for word in setting.key.split("_"))
        return _form(hint, name, setting.default, setting.meaning) if other else _form(hint, name)
    origin: Any = get_origin(hint)
    inner = get_args(hint)
    if origin is Annotated:
        read = _read(inner[0], setting)
        told = [told for mark in inner[1:] for told in marks(mark)]
        return Annotated[(read, *told)] if told else read
    if origin in {UnionType, Union}:
        return _read(inner[0], setting)
    return origin[tuple(each if each is ... else _read(each, setting) for each in inner)] if origin else hint
