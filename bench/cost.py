"""What a site will cost, in CPU time of one process: ``python bench/cost.py [--write]``. Takes half a minute.

Each part is measured alone, the least of some rounds, so that other work on the machine counts little: the start of a run, a request on a
connection that is kept and on a new one, a page that is read, a link that is judged and written, and what a later run has to do with it.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from speed import Server, nginx
from speed_nginx import Nginx
from speed_site import Shape
from startup import compiled, to_first_request

from reviewer import read
from reviewer.fetch import Door
from reviewer.judge import judge
from reviewer.look import kept
from reviewer.model import Looked, Page, Works
from reviewer.publish import data
from reviewer.report import Reported, writers
from reviewer.settings import Config, Network, Pace
from reviewer.store.facts import encode
from reviewer.store.facts import page as decoded

HERE = Path(__file__).parent
FLIGHT, REQUESTS, ROUNDS, PAGES = 128, 3000, 3, 100
TODAY = dt.date(2026, 11, 29)
HEAD = "| part | CPU |\n|---|---|"


def least(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of CPU of the quickest of some rounds."""

    def once() -> float:
        began = time.process_time()
        work()
        return time.process_time() - began

    return min(once() for _ in range(rounds))


async def fetched(shape: Shape, hosts: int, *, fresh: bool) -> float:
    """Seconds of CPU a request, with ``hosts`` to ask in turn: the first time over (``fresh``) each costs a connection."""
    network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),), pace=Pace(FLIGHT, 0.0), own_pace=Pace(FLIGHT, 0.0), connections=FLIGHT)
    places = [f"http://127.{number // 250 + 1}.0.{number % 250 + 1}:{shape.port}/target/" for number in range(hosts)]
    async with Door(network, version="bench") as door:

        async def ask(urls: list[str]) -> float:
            todo, began = iter(urls), time.process_time()

            async def work() -> None:
                for url in todo:
                    await door.fetch(url, cap=64 * 1024)

            await asyncio.gather(*(work() for _ in range(FLIGHT)))
            return (time.process_time() - began) / len(urls)

        first = await ask([f"{place}{number}" for number, place in enumerate(places)])
        if fresh:
            return first
        return await ask([f"{places[number % hosts]}{number % shape.externals}" for number in range(REQUESTS)])


def requests(shape: Shape) -> list[str]:
    """The rows of a request."""
    server = Nginx(shape) if nginx() else Server(shape, 0.0)
    try:
        ways: list[tuple[str, Callable[[], Awaitable[float]]]] = [
            ("a request on a kept connection, in the door", lambda: fetched(shape, 8, fresh=False)),
            ("a request on a new connection, in the door", lambda: fetched(shape, 1000, fresh=True)),
        ]
        return [f"| {name} | {1e6 * min(asyncio.run(way()) for _ in range(ROUNDS)):.0f} us |" for name, way in ways]
    finally:
        server.close()


def pages(shape: Shape) -> list[str]:
    """The rows of a page and of a link."""
    bodies = {f"{shape.base}/page/{number}.html": shape.html(number) for number in range(PAGES)}
    found: dict[str, Page] = {}

    def reading(*, facts: bool) -> None:
        hints = read.Hints(facts=facts)
        for url, body in bodies.items():
            found[url] = read.read(body, url=url, content_type="text/html", hints=hints)

    links_only, whole = least(lambda: reading(facts=False)), least(lambda: reading(facts=True))
    links = sum(len(page.links) for page in found.values())
    looked = Looked(
        found, dict.fromkeys(found, "Site"), {link.url: Works(link.url) for page in found.values() for link in page.links if link.url}
    )
    judged = judge(looked, Config(), TODAY)
    written = {
        name: least(
            lambda name=name: sum(map(len, data(writers()[name], Reported(TODAY, looked, Config(), judged.findings, said=judged.said))))
        )
        for name in ("json", "html")
    }
    texts = [encode(page) for page in found.values()]
    held = least(lambda: [kept(page, 0) for text in texts if (page := decoded(text))])
    size = len(next(iter(bodies.values()))) // 1000
    rows = [
        (f"a page of {size} kB with 50 links, read whole", f"{1e3 * whole / PAGES:.1f} ms"),
        ("the same, links only", f"{1e3 * links_only / PAGES:.1f} ms"),
        ("a link judged, by all checks", f"{1e6 * least(lambda: judge(looked, Config(), TODAY)) / links:.0f} us"),
        ("a link written to JSON", f"{1e6 * written['json'] / links:.0f} us"),
        ("a page written to HTML, nothing to do on it", f"{1e6 * written['html'] / PAGES:.0f} us"),
        ("a link taken from the state, in a later run", f"{1e6 * held / links:.0f} us"),
    ]
    return [f"| {name} | {cost} |" for name, cost in rows]


def start() -> list[str]:
    """The rows of the start."""
    with tempfile.TemporaryDirectory(prefix="cost-") as folder:
        first = min(to_first_request(Path(folder)) for _ in range(ROUNDS + 1))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", "import sqlalchemy"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    library = 1e3 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    readers = "import time, reviewer.read as r; b = time.process_time(); r.read(b'<p>x', url='https://a.example/', content_type='text/html'); print(time.process_time() - b)"
    took = float(subprocess.run([sys.executable, "-c", readers], check=True, capture_output=True, text=True).stdout)
    return [
        f"| a run's start, to its first request (of it SQLAlchemy {library:.0f} ms) | {first:.0f} ms |",
        f"| the readers, when the first page has come | {1e3 * took:.0f} ms |",
    ]


def main() -> None:
    compiled()
    rows = [*start(), *requests(Shape(18084, 1, 50, 1000, 1000)), *pages(Shape(18084, PAGES, 50, 1000, 1000))]
    print(HEAD, *rows, sep="\n")
    if "--write" in sys.argv:
        readme = HERE / "README.md"
        block = f"<!-- cost -->\n{HEAD}\n" + "\n".join(rows) + "\n<!-- /cost -->"
        readme.write_text(re.sub("<!-- cost -->.*<!-- /cost -->", lambda _: block, readme.read_text(), flags=re.DOTALL))


if __name__ == "__main__":
    main()
