"""One line of what the doctor says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reviewer.neutral import words


class Mark(StrEnum):
    """How it stands: fine, worth knowing, or in the way of a run."""

    FINE = "ok"
    NOTE = "note"
    WRONG = "wrong"


class Part(StrEnum):
    """What a line is about, in the order of exit codes: what needs the admin, a site that cannot be read, mail that would not go."""

    HERE = "here"
    SITE = "site"
    MAIL = "mail"


CODES = {Part.HERE: 2, Part.SITE: 3, Part.MAIL: 4}
"""The exit codes of the product (DESIGN section 4)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at: what, how it stands, and what to do about it."""

    mark: Mark
    what: str
    says: str
    todo: str = ""
    part: Part = Part.HERE

    def __str__(self) -> str:
        """One line; nothing in it can break it or colour it."""
        todo = f"{'' if self.says.endswith('.') else '.'} Do: {self.todo}" if self.todo else ""
        return f"{self.mark:<6}{words(self.what, 60):<22} {words(self.says + todo, 2000)}"


def code(lines: Iterable[Line]) -> int:
    """The exit code: 0 when nothing is in the way of a run, otherwise that of the first part in the way."""
    return min((CODES[line.part] for line in lines if line.mark is Mark.WRONG), default=0)
