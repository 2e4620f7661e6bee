"""Links to visits: ``Visits(door, network, ...)``; ``ask(url)``, then ``await finish() -> dict[str, Visit]``. Each URL once."""

from __future__ import annotations

from reviewer.look.visit.sheets import Sheets as Sheets
from reviewer.look.visit.visiting import DELAYS as DELAYS
from reviewer.look.visit.visiting import LONGEST_WAIT as LONGEST_WAIT
from reviewer.look.visit.visiting import Visits as Visits
