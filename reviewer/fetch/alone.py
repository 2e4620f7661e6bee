"""httpx without its command line, which brings rich and Pygments: 60 ms that nobody who only fetches wants. Imported before the others."""

from __future__ import annotations

import sys
from typing import Any, Final

_COMMAND_LINE: Final = "httpx._main"

if "httpx" not in sys.modules:
    modules: dict[str, Any] = sys.modules
    modules[_COMMAND_LINE] = None  # who imports it is told that it is not there, as where httpx's extra is not installed
    try:
        import httpx as httpx
    finally:
        del modules[_COMMAND_LINE]
