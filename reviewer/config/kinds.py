"""The kinds of value in the config file: how each is read, and what an editor is told of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from pydantic import AllowInfNan, PlainValidator, Strict, WithJsonSchema

from reviewer import timetable
from reviewer.config import values
from reviewer.model import Mailbox
from reviewer.settings import Choice, Every, TextKind

Marks = tuple[Any, ...]

SCHEMES: Final = {
    "folder": "folder:outbox",
    "smtp": "smtp://mail.example.org:587",
    "smtps": "smtps://mail.example.org:465",
    "graph": "graph:content-review@example.org",
    "notify": "notify:f33517ff-2a88-4f6e-b855-c550268ce08a",
}


def way(value: object) -> str:
    """A way to send mail, those of deliveries from outside included."""
    if isinstance(value, str) and value.partition(":")[0] in SCHEMES:
        return values.via(value, SCHEMES)
    from reviewer.families import members

    outside = {
        scheme: f"{scheme}:"
        for module in members("reviewer.deliver.ways", "SCHEMES").values()
        for scheme in module.SCHEMES
        if scheme not in SCHEMES
    }
    return values.via(value, SCHEMES | outside)


def _cron(value: object) -> str:
    """A cron line, kept as it was written."""
    text = values.filled(value)
    try:
        return timetable.parse(text).line
    except timetable.BadCron as error:
        raise values.Wrong(error.says, error.expected) from None


def _check(value: object) -> str:
    """The id of a check."""
    from reviewer import checks

    return values.one_of(value, checks.names(), "check")


def _text(read: Any, example: str | None = None, **schema: Any) -> Marks:
    """The two marks of a value that is written as text and read by one of ours."""
    return PlainValidator(read), WithJsonSchema({"type": "string", **schema, **({"examples": [example]} if example else {})})


_PORT: Final = {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 65535}, {"type": "string", "pattern": "^\\d+(-\\d+)?$"}]}

OF_KIND: Final[Mapping[TextKind, Marks]] = {
    TextKind.TEXT: _text(values.filled, minLength=1),
    TextKind.WEB: _text(values.web_address, "https://www.example.org/resources", pattern="^https?://"),
    TextKind.ORIGIN: _text(values.origin, "https://staging.example.org", pattern="^https://"),
    TextKind.HOST: _text(values.host, "www.example.org"),
    TextKind.REACHABLE: _text(values.reachable, "10.20.0.0/16"),
    TextKind.PORTS: (PlainValidator(values.ports), WithJsonSchema(_PORT)),
    TextKind.GLOB: _text(values.glob, "/resources/**", pattern="^(/|\\*|https?://)"),
    TextKind.CRON: _text(_cron, "0 8 * * mon"),
    TextKind.ZONE: _text(values.zone, "Europe/London"),
    TextKind.LANGUAGE: _text(values.language, "en"),
    TextKind.DAY_OFF: _text(values.day_off, "bank-holidays-england"),
    TextKind.VIA: _text(way, "smtp://mail.example.org:587"),
    TextKind.CHECK: _text(_check, "broken_link"),
    TextKind.ADDRESS: _text(values.address, "amara@example.org"),
    TextKind.SHORT_NAME: _text(values.short_name, "staging", pattern="^[a-z][a-z0-9_]*$"),
    TextKind.STATE: _text(values.state, "reviewer.sqlite3"),
    TextKind.CHAT: _text(values.chat, "teams:ops", pattern="^(teams|slack):[a-z][a-z0-9_]*$"),
    TextKind.IP: _text(values.ip, "127.0.0.1"),
}

OF_TYPE: Final[Mapping[type, Marks]] = {
    bool: (Strict(),),
    int: (Strict(),),
    float: (Strict(), AllowInfNan(allow_inf_nan=False)),
    dt.date: (PlainValidator(values.day), WithJsonSchema({"type": "string", "format": "date"})),
    Mailbox: _text(values.mailbox, "Web team <web.team@example.org>"),
    Every: _text(values.every, "12 months", pattern="^\\d+ (day|week|month|year)s?$"),
}


def marks(mark: object) -> Marks:
    """What pydantic is told for one mark of a setting: ours in its terms, and those that it knows (bounds) as they are."""
    match mark:
        case TextKind():
            return OF_KIND[mark]
        case Choice(words, what):
            return PlainValidator(lambda value: values.one_of(value, words, what)), WithJsonSchema({"type": "string", "enum": list(words)})
        case tuple() | str():  # the key's name and its meaning
            return ()
    return (mark,)
