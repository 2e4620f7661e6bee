"""What each kind of fact costs, in CPU of one process: ``python bench/facts.py [ROUNDS]``. Takes some seconds.

Pages of the speed bench (27 kB of prose) and every tenth of the judged sites; of each page the least of some rounds, in ms, and the mean.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from speed_site import Shape  # noqa: E402 - the clone comes first

from bench import judged_sites  # noqa: E402
from reviewer import read  # noqa: E402
from reviewer.families import members  # noqa: E402
from reviewer.read import Hints  # noqa: E402
from reviewer.read.alike import sketch  # noqa: E402

ROUNDS = 5


def costs(body: bytes, url: str, kind: str) -> dict[str, float]:
    """Seconds of CPU by step: the parse, each reader of facts, all of it, and the links alone."""
    spent: dict[str, float] = {}

    def timed(name: str, work: Callable[[], object]) -> object:
        began = time.process_time()
        done = work()
        spent[name] = time.process_time() - began
        return done

    document = timed("parse", lambda: read.parse(body, url=url, content_type=kind))
    assert isinstance(document, read.Document)
    ends = read.both_ends(document)
    for name, module in members("reviewer.read.facts", "facts").items():
        timed(name, lambda module=module: list(module.facts(ends, Hints())))
    timed("fingerprint and sketch", lambda: (read.fingerprint(document), sketch(block.text for block in document.blocks)))
    timed("whole", lambda: read.read(body, url=url, content_type=kind))
    timed("links only", lambda: read.read(body, url=url, content_type=kind, hints=Hints(facts=False)))
    return spent


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    shape = Shape(18084, 100, 50, 1000, 1000)
    prose = [(shape.html(number), f"{shape.base}/page/{number}.html", "text/html") for number in range(5)]
    answers = [(site.base + path, reply) for site in judged_sites.every() for path, reply in site.answers.items()]
    judged = [(reply.body, url, reply.kind) for url, reply in answers if reply.status == 200 and "html" in reply.kind][::10]
    for name, pages in (("27 kB of prose", prose), ("judged sites", judged)):
        sums: dict[str, float] = defaultdict(float)
        for page in pages:
            every = [costs(*page) for _ in range(rounds + 1)][1:]
            for step in every[0]:
                sums[step] += min(one[step] for one in every)
        print(f"{name} ({len(pages)} pages): " + ", ".join(f"{step} {1e3 * spent / len(pages):.2f}" for step, spent in sums.items()))


if __name__ == "__main__":
    main()
