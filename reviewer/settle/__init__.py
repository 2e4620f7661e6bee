"""Findings over time. Pure.

``settle(before, findings, ...) -> dict[str, Issue]`` moves issues through suspected, open and resolved; ``fates(issues,
judged, ...)`` says of each issue that was not found again whether it is ``Mended``, ``Held`` because it could not be seen, or ``Closed``.
"""

from __future__ import annotations

from reviewer.settle.closing import fates as fates
from reviewer.settle.ledger import ASIDE as ASIDE
from reviewer.settle.ledger import CLOSED as CLOSED
from reviewer.settle.ledger import accept as accept
from reviewer.settle.ledger import mended as mended
from reviewer.settle.ledger import note as note
from reviewer.settle.ledger import settle as settle
from reviewer.settle.ledger import snooze as snooze
from reviewer.settle.ledger import unstable as unstable
from reviewer.settle.outcomes import Closed as Closed
from reviewer.settle.outcomes import Fate as Fate
from reviewer.settle.outcomes import Held as Held
from reviewer.settle.outcomes import Mended as Mended
