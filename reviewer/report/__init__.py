"""What a look or the state found, written down. Pure.

Formats are plug-ins of ``reviewer.report.formats``: modules with ``SUFFIX`` and ``write(reported) -> str or bytes``, all made from one
``Reported``, which says what a format has to show of a look that was stopped and of findings that were put aside; ``writers()`` finds
them, ``data(module, reported)`` writes by one.
"""

from __future__ import annotations

from reviewer.report.advice import advise as advise
from reviewer.report.baseline import known_before as known_before
from reviewer.report.baseline import new_only as new_only
from reviewer.report.machine import dumps as dumps
from reviewer.report.machine import page_object as page_object
from reviewer.report.machine import whole as whole
from reviewer.report.reported import Figures as Figures
from reviewer.report.reported import Reported as Reported
from reviewer.report.reported import by_page as by_page
from reviewer.report.reported import data as data
from reviewer.report.reported import stopped as stopped
from reviewer.report.reported import writers as writers
from reviewer.report.shares import quieter as quieter
from reviewer.report.shares import share_of_pages as share_of_pages
from reviewer.report.words import label as label
from reviewer.report.words import number as number
from reviewer.report.words import sums as sums
from reviewer.report.words import suspicion as suspicion
