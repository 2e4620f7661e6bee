"""Findings over time. Pure.

``settle(before, findings, ...) -> dict[str, Issue]`` moves issues through suspected, open and resolved; ``unmended(issues, findings,
looked, ...)`` says of each issue that was not found again whether it is mended, or was only not seen.
"""

from __future__ import annotations

from reviewer.settle.closing import Unmended as Unmended
from reviewer.settle.closing import unmended as unmended
from reviewer.settle.ledger import ASIDE as ASIDE
from reviewer.settle.ledger import CLOSED as CLOSED
from reviewer.settle.ledger import accept as accept
from reviewer.settle.ledger import mended as mended
from reviewer.settle.ledger import note as note
from reviewer.settle.ledger import settle as settle
from reviewer.settle.ledger import snooze as snooze
from reviewer.settle.ledger import unstable as unstable
