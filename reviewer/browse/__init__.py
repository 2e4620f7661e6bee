"""Pages as a browser shows them, for those whose text is made by scripts.

``async with Browser(door, network) as browser``; ``await browser.show(site, answer, own) -> Shown`` opens an answer that was fetched
already in the system's Chromium, lets its scripts run, and returns what stands there then as HTML, open shadow roots included. It raises
``NotShown`` and nothing else. Chromium (by Playwright, both optional) is started for the first page and ended with the block.

Whatever a page asks for meanwhile is asked by our own door to the network, or not at all: the browser itself reaches nothing
(docs/decisions/0023).
"""

from __future__ import annotations

from reviewer.browse.browser import Browser as Browser
from reviewer.browse.chromium import executable as executable
from reviewer.browse.chromium import missing as missing
from reviewer.browse.shown import NotShown as NotShown
from reviewer.browse.shown import Shown as Shown
