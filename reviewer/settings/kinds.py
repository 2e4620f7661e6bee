"""What a setting is in the config file: marks for the annotations of settings. ``config`` reads and documents every key by them.

A setting is ``name: Annotated[type, marks ..., "its meaning"] = default``: marks are a ``TextKind``, a ``Choice``, a ``Key``, and bounds of
``annotated_types``. The meaning is what docs/config.md and editors show; a meaning that begins with "Needed" makes the key a needed
one, and a field without a meaning is no key of the file.
"""

from __future__ import annotations

import enum
from typing import Annotated, NamedTuple


class TextKind(enum.Enum):
    """What a text of the file stands for; ``config.kinds`` says how each is read."""

    TEXT = enum.auto()
    WEB = enum.auto()
    ORIGIN = enum.auto()
    HOST = enum.auto()
    REACHABLE = enum.auto()
    PORTS = enum.auto()
    GLOB = enum.auto()
    CRON = enum.auto()
    ZONE = enum.auto()
    LANGUAGE = enum.auto()
    DAY_OFF = enum.auto()
    VIA = enum.auto()
    CHECK = enum.auto()
    ADDRESS = enum.auto()
    SHORT_NAME = enum.auto()
    STATE = enum.auto()
    IP = enum.auto()
    CHAT = enum.auto()


class Choice(NamedTuple):
    """One of a few words; ``what`` is the noun for a message, as in "kind of TLS"."""

    words: tuple[str, ...]
    what: str


class Key(NamedTuple):
    """The key of the file, for a field that is called otherwise in the code."""

    name: str


Text = Annotated[str, TextKind.TEXT]
Web = Annotated[str, TextKind.WEB]
Glob = Annotated[str, TextKind.GLOB]
