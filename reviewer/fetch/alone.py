"""httpx without its command line (``without``). Imported before the others."""

from __future__ import annotations

from reviewer.doors import without

with without("httpx._main"):
    import httpx as httpx
