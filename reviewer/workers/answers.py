"""What a worker process says, read with care: a parser that was taken over may have written it."""

from __future__ import annotations

import enum
import io
import pickle
from typing import Any

import msgspec

from reviewer.model import Page
from reviewer.workers.worker import PAGE

MODULES = frozenset({"reviewer.model.dates", "reviewer.model.facts", "reviewer.read.document", "datetime"})
BUILTINS = frozenset({"frozenset", "set", "bytearray", "complex", "range"})


class Overrun(Exception):
    """The work was given up. ``what`` is ``slow``, ``memory``, ``crashed`` or ``failed`` (an exception, named in the message)."""

    def __init__(self, what: str, says: str) -> None:
        """Keep one word and a sentence."""
        super().__init__(says)
        self.what = what


def _member(of: object, name: object) -> enum.Enum:
    """A member of an ``Enum`` by its name; raises ``UnpicklingError`` for anything else that ``getattr`` would give."""
    if isinstance(of, enum.EnumType) and isinstance(name, str) and name in of.__members__:
        member: enum.Enum = of.__members__[name]
        return member
    raise pickle.UnpicklingError(f"a worker asked for {name!r} of {of!r}")


class Careful(pickle.Unpickler):
    """Makes nothing but the nouns of the house and plain values."""

    def find_class(self, module_name: str, global_name: str) -> Any:
        """A class of the short list; raises ``UnpicklingError`` for any other. Python 3.11 before 3.11.4 writes a member of an ``Enum`` as
        ``getattr(class, name)``: that, and no other attribute of anything, can be had."""
        if (module_name, global_name) == ("builtins", "getattr"):
            return _member
        if module_name in MODULES or (module_name == "builtins" and global_name in BUILTINS):
            return super().find_class(module_name, global_name)
        raise pickle.UnpicklingError(f"a worker sent {module_name}.{global_name}")


def unpacked(answer: bytes) -> tuple[str, Any]:
    """What a worker says. Raises whatever a decoder does for bytes that are no answer."""
    if answer.startswith(PAGE):
        return "done", msgspec.msgpack.decode(memoryview(answer)[len(PAGE) :], type=Page)
    what, value = Careful(io.BytesIO(answer)).load()
    return what, value
