"""What comes of showing a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LETTERS: Final = 60
"""Letters up to which a page shows next to nothing."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in the browser once a page is there: its address then, its document as HTML, and how many ``letters`` a person sees (of
    its beginning). ``refused`` says in words what the page asked for and did not get, the first few of it."""

    url: str
    html: str
    letters: int
    refused: tuple[str, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether it shows nothing, or next to nothing and lacks something that it asked for."""
        return not self.letters or (self.letters <= LETTERS and bool(self.refused))


class NotShown(Exception):
    """A page could not be shown. ``what`` is ``missing`` (there is no browser), ``slow``, ``memory``, ``large``, ``login`` (nobody was
    let in) or ``crashed``; the message is a sentence for the admin."""

    def __init__(self, what: str, says: str) -> None:
        """Keep one word and a sentence."""
        super().__init__(says)
        self.what = what
