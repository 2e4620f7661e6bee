"""The door alone: every link of a folder of HTML files, once each, nothing read or judged: ``python bench/speed_door.py FOLDER``."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from pathlib import Path

from reviewer.fetch import Door
from reviewer.model import Answer
from reviewer.settings import Network, Pace

FLIGHT = 128


def links(folder: Path) -> set[str]:
    """The links of all files."""
    return {href for path in folder.iterdir() for href in re.findall(r'href="([^"]+)"', path.read_text())}


async def broken(found: set[str]) -> list[str]:
    """Ask for every link, 128 at once; those that are broken."""
    network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),), pace=Pace(FLIGHT, 0.0), own_pace=Pace(FLIGHT, 0.0), connections=FLIGHT)
    bad: list[str] = []
    todo = iter(found)
    async with Door(network, version="bench") as door:

        async def work() -> None:
            for url in todo:
                fetched = await door.fetch(url, cap=64 * 1024)
                if not isinstance(fetched, Answer) or fetched.status >= 400:
                    bad.append(url)

        await asyncio.gather(*(work() for _ in range(FLIGHT)))
    return bad


if __name__ == "__main__":
    Path("found.json").write_text(json.dumps(asyncio.run(broken(links(Path(sys.argv[1]))))))
