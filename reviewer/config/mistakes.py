"""What is wrong with the config: each mistake with its file, line, key, and what was expected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.config.lines import Path, nearest


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing that is wrong. ``line`` counts from 1, None when there is none; ``key`` is dotted, with tables of a list counted from 1
    (``site[2].owner``), empty for the file itself."""

    file: str
    line: int | None
    key: str
    says: str
    expected: str

    def __str__(self) -> str:
        """One line, in the form that editors can jump to."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return (
            f"{place}: {self.key}{' ' if self.key else ''}{self.says}. Expected {self.expected}{'' if self.expected.endswith('.') else '.'}"
        )


class Mistakes(Exception):
    """The config cannot be used. ``mistakes`` holds all of them, in the order of the file."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes, key=lambda mistake: (mistake.file, mistake.line or 0)))
        super().__init__(str(self))

    def __str__(self) -> str:
        """All mistakes, one line each, and what came of it."""
        count = len(self.mistakes)
        head = "1 mistake in the config" if count == 1 else f"{count} mistakes in the config"
        return "\n".join([f"{head}. Nothing was fetched, nothing was sent.", *(f"  {mistake}" for mistake in self.mistakes)])


def dotted(path: Path) -> str:
    """``("site", 1, "owner")`` as a person reads it: ``site[2].owner``."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f"{'.' if text else ''}{step}"
    return text


@dataclass(slots=True)
class Finds:
    """Where mistakes and warnings of one file gather. ``lines`` maps the paths of its keys to their lines; ``left_out`` are the paths of
    keys that could not be read: what is missing there is no second mistake."""

    file: str
    lines: Mapping[Path, int] = field(default_factory=dict)
    left_out: set[Path] = field(default_factory=set)
    mistakes: list[Mistake] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def wrong(self, path: Path, says: str, expected: str) -> None:
        """Note a mistake at ``path``."""
        self.mistakes.append(Mistake(self.file, nearest(self.lines, path), dotted(path), says, expected))

    def needed(self, value: object, path: Path, expected: str) -> bool:
        """Whether the key is there; a missing one is a mistake, unless it, or a table around it, was wrong already."""
        if not value and all(path[:end] not in self.left_out for end in range(1, len(path) + 1)):
            self.wrong(path, "is missing", expected)
        return bool(value)

    def warn(self, path: Path, says: str) -> None:
        """Note something that works, and that a person should know."""
        line = nearest(self.lines, path)
        self.warnings.append(f"{self.file}{f':{line}' if line else ''}: {dotted(path)} {says}")
