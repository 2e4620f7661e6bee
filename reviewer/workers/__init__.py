"""Processes with limits of time and memory, and who reads a page where.

``async with Apart(seconds=, memory=, workers=) as apart``; ``await apart.run(function, *args)`` raises ``Overrun`` when the worker was
ended. ``reader(hints, apart, spends=)`` reads small HTML here while its ``budget`` lasts, and the rest in a worker.
"""

from __future__ import annotations

from reviewer.workers.apart import Apart as Apart
from reviewer.workers.apart import Overrun as Overrun
from reviewer.workers.reading import READ_HERE as READ_HERE
from reviewer.workers.reading import budget as budget
from reviewer.workers.reading import reader as reader
