"""Below which path a folder on disk was made to be served: ``/docs/`` of ``https://some.site/docs/``, by its own rooted links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from reviewer import urls

ROOTED: Final = re.compile(rb"""(?:href|src)\s*=\s*["']?/([^/"'\s>?#][^"'\s>?#]*)""", re.IGNORECASE)
"""A link from the root of the host, without its first slash."""

LOOKED_AT: Final = 200
FEWEST_ROOTED: Final = 10
DEEPEST: Final = 4
MOST: Final = 0.5
"""Pages that are looked at for the path below which a folder is served, rooted links that it takes to guess one, folders in it, and the
share of the rooted links that must fail without it and be there with it."""


def served_below(folder: Path) -> str:
    """The path below which a folder was made to be served, by its own rooted links: most of them are not in the folder, and most are once
    the same first folders are taken off them. "/" when that is not so."""
    pages = sorted(path for path in folder.rglob("*.htm*") if path.is_file())[:LOOKED_AT]
    links = Counter(urls.decoded(found.decode("utf-8", "replace")) for page in pages for found in set(ROOTED.findall(page.read_bytes())))
    total = links.total()
    if total < FEWEST_ROOTED or _there(folder, links, "") > MOST * total:
        return "/"
    for depth in range(1, DEEPEST + 1):
        starts: Counter[str] = Counter()
        for link, count in links.items():
            starts["/".join(link.split("/")[:depth]) + "/"] += count
        best = starts.most_common(1)[0][0]
        if _there(folder, links, best) > MOST * total:
            return based(best)
    return "/"


def _there(folder: Path, links: Mapping[str, int], base: str) -> int:
    """How many of the links are in the folder when the base is taken off them."""
    return sum(count for link, count in links.items() if f"{link}/".startswith(base) and _shown(folder / link[len(base) :]))


def _shown(at: Path) -> bool:
    """Whether a server shows something there."""
    return "\0" not in str(at) and (at.exists() or at.with_name(f"{at.name}.html").is_file())


def based(path: str) -> str:
    """A path below which a folder is served, with a slash at both ends."""
    return f"/{path.strip('/')}/" if path.strip("/") else "/"
