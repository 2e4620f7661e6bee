"""The kinds of value in the config file: how each is read, and what an editor is told of it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, Strict, WithJsonSchema

from reviewer import settings, timetable
from reviewer.config import values
from reviewer.model import Mailbox

SCHEMES: Final = {"folder": "folder:outbox", "smtp": "smtp://mail.example.org:587", "smtps": "smtps://mail.example.org:465"}


def text(read: Any, example: str | None = None, **schema: Any) -> tuple[Any, Any]:
    """The two marks of a value that is written as text and read by one of ours."""
    return PlainValidator(read), WithJsonSchema({"type": "string", **schema, **({"examples": [example]} if example else {})})


def choice(choices: tuple[str, ...], what: str) -> tuple[Any, Any]:
    """The two marks of a value that is one of a few words."""
    return PlainValidator(lambda value: values.one_of(value, choices, what)), WithJsonSchema({"type": "string", "enum": list(choices)})


def way(value: object) -> str:
    """A way to send mail, those of deliveries from outside included."""
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


Text = Annotated[str, *text(values.filled, minLength=1)]
Mail = Annotated[Mailbox, *text(values.mailbox, "Web team <web.team@example.org>")]
Web = Annotated[str, *text(values.web_address, "https://www.example.org/resources", pattern="^https?://")]
Origin = Annotated[str, *text(values.origin, "https://staging.example.org", pattern="^https://")]
Host = Annotated[str, *text(values.host, "www.example.org")]
Reachable = Annotated[str, *text(values.reachable, "10.20.0.0/16")]
Glob = Annotated[str, *text(values.glob, "/resources/**", pattern="^(/|\\*|https?://)")]
Cron = Annotated[str, *text(_cron, "0 8 * * mon")]
Zone = Annotated[str, *text(values.zone, "Europe/London")]
Language = Annotated[str, *text(values.language, "en")]
Via = Annotated[str, *text(way, "smtp://mail.example.org:587")]
Check = Annotated[str, *text(_check, "broken_link")]
DayOff = Annotated[str, *text(values.day_off, "bank-holidays-england")]
Period = Annotated[settings.Every, *text(values.every, "12 months", pattern="^\\d+ (day|week|month|year)s?$")]
Day = Annotated[dt.date, PlainValidator(values.day), WithJsonSchema({"type": "string", "format": "date"})]
Ports = Annotated[
    tuple[int, int],
    PlainValidator(values.ports),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1, "maximum": 65535}, {"type": "string", "pattern": "^\\d+(-\\d+)?$"}]}),
]
Flag = Annotated[bool, Strict()]
Whole = Annotated[int, Strict()]
Number = Annotated[float, Strict(), Field(allow_inf_nan=False)]


class Table(BaseModel):
    """A table of the file: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)
