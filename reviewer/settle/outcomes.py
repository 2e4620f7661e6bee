"""What became of an issue that a look did not find again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mended:
    """The look saw what the issue was about, and it is well (or is not on the page any more): thanks are due."""


@dataclass(frozen=True, slots=True)
class Held:
    """The look could not see it: the issue stays as it is."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Somebody decided to leave it alone, and ``why``: the issue ends without thanks."""

    why: str


Fate = Mended | Held | Closed
