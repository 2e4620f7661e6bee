"""What share of the pages each check flags, and which of them is noise here. Pure."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reviewer.model import Finding, Severity

FEWEST: Final = 10
"""Pages below which no share means anything."""

NOISY: Final = 0.25
"""The share of the pages on which notes and guesses of one check, told page by page, are noise: what stands on every fourth page is read on
none."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the ``pages`` one check flags; ``noted`` are those that it flags one by one, with notes and guesses only."""

    check: str
    flagged: int
    noted: int
    pages: int

    @property
    def noise(self) -> bool:
        """Whether the check tells so many pages so little that nobody will read it."""
        return self.pages >= FEWEST and self.noted > NOISY * self.pages

    def __str__(self) -> str:
        """The check and its share: ``broken_link 12%``."""
        return f"{self.check} {100 * self.flagged / self.pages:.0f}%"


def share_of_pages(findings: Iterable[Finding], pages: int) -> tuple[Share, ...]:
    """The checks that flag any of so many pages, those of most pages first. What is told once for many pages flags all of them, and is no
    noise."""
    flagged: defaultdict[str, set[str]] = defaultdict(set)
    grave: defaultdict[str, set[str]] = defaultdict(set)
    single: defaultdict[str, set[str]] = defaultdict(set)
    for finding in findings:
        flagged[finding.check] |= {finding.page, *finding.also}
        if not finding.also:
            single[finding.check].add(finding.page)
        if finding.severity > Severity.NOTE:
            grave[finding.check].add(finding.page)
    total = max(pages, *(len(found) for found in flagged.values()), 1) if flagged else 1
    made = (Share(check, len(found), len(single[check] - grave[check]), total) for check, found in flagged.items())
    return tuple(sorted(made, key=lambda share: (-share.flagged, share.check)))


def quieter(found: Iterable[Share], skip: Iterable[str] = ()) -> tuple[str, ...]:
    """A sentence for each check that is noise here, with the line of the config that switches it off; ``skip`` are those that are off."""
    off = tuple(skip)
    return tuple(
        f"{share.check} flags {share.noted:,} of {share.pages:,} pages with nothing more than notes, which is noise here. "
        f"To switch it off: [checks] skip = {json.dumps([*off, share.check])}."
        for share in found
        if share.noise
    )
