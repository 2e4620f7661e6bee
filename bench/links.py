"""Judge the links of the test origin (`tests/links_origin`) with the product and with its peers, and print who was right.

    .venv/bin/python bench/links.py [--write] [--show]

Peers that are installed in `bench/.peers` (see `bench/README.md`) are run with everything on that they can check. A peer knows only
"broken" and "not broken", so that is what is compared: a link that is broken and told so is right, as is one that works or has moved and
is not told; a broken one that is not told is missed; a good one that is told is a false alarm; one that nobody can judge should not be
told as broken. Links that are skipped on purpose count as good. The product is also held to its own reasons (`wrong reason`).
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from reviewer import urls  # noqa: E402 - the clone comes first
from reviewer.read.links.collecting import collect  # noqa: E402
from reviewer.read.tree import parse_tree  # noqa: E402
from tests.links_origin import served  # noqa: E402
from tests.links_origin.origin import Origin  # noqa: E402

PEERS = HERE / ".peers"
CONFIG = """
[organisation]
name = "Bench"
contact = "Bench <bench@bench.example>"
[network]
allow = ["127.0.0.0/8"]
ports = ["1-65535"]
ca_file = "{ca}"
pace = {{ connections = 8, per_second = 0 }}
[network.limits]
total_seconds = 5
[[site]]
name = "cases"
start = ["{page}"]
"""


@dataclass
class Score:
    """How often a checker was right."""

    name: str
    right: int = 0
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    undecidable: int = 0
    reasons: list[str] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(frozen=True)
class Place:
    """One link of one case: its address in all the forms in which a checker may name it, and what is expected."""

    case: str
    names: frozenset[str]
    verdict: str
    reason: str


def places(origin: Origin) -> list[Place]:
    """All links of all cases, in document order, and then the references in style sheets, by the sheets' addresses."""
    page = origin.places["MAIN"] + served.PAGE
    body = origin.answers["MAIN", served.PAGE].body.decode()
    by_case = defaultdict(list)
    for link in collect(parse_tree(body), page).links:
        by_case[link.place.heading].append(link)
    found = []
    for case in served.CASES:
        for link, (verdict, reason) in zip(by_case[case.id], case.expected, strict=True):
            names = {link.href, link.url or link.href, urls.without_fragment(link.url or link.href)}
            found.append(Place(case.id, frozenset(names), verdict, reason))
    for case, link, (verdict, reason) in served.references(origin):
        names = {link.href, link.url or link.href, urls.without_fragment(link.url or link.href)}
        found.append(Place(case.id, frozenset(names), verdict, reason))
    return found


def run(command: list[str], folder: Path, origin: Origin) -> tuple[str, float]:
    """A checker's standard output, and how many seconds it took."""
    began = time.perf_counter()
    env = os.environ | {"SSL_CERT_FILE": str(origin.ca), "NODE_EXTRA_CA_CERTS": str(origin.ca), "REQUESTS_CA_BUNDLE": str(origin.ca)}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=900)
    if done.returncode not in {0, 1, 2}:
        print(f"{command[0]}: exit {done.returncode}: {done.stderr[-500:]}", file=sys.stderr)
    return done.stdout, time.perf_counter() - began


def product(origin: Origin, folder: Path, expected: list[Place]) -> Score:
    """The product, held to its verdicts and to its reasons."""
    page = origin.places["MAIN"] + served.PAGE
    (folder / "reviewer.toml").write_text(CONFIG.format(ca=origin.ca, page=page))
    command = [str(Path(sys.executable).with_name("reviewer")), "-q", "-c", "reviewer.toml", "check", page, "--format", "json"]
    text, seconds = run(command, folder, origin)
    links = json.loads(text)["pages"][0]["links"]
    own = len(expected) - sum(1 for _ in served.references(origin))
    told = [link["visit"] for link in [*links[:own], *sorted(links[own:], key=lambda link: link["text"])]]
    score = scored("reviewer", expected, [visit["verdict"] == "broken" for visit in told])
    score.seconds = seconds
    score.reasons = [
        f"{place.case}: {visit['verdict']} {visit['reason']}"
        for place, visit in zip(expected, told, strict=True)
        if (visit["verdict"], visit["reason"]) != (place.verdict, place.reason)
    ]
    return score


def scored(name: str, expected: list[Place], told: list[bool]) -> Score:
    """The counts, from whether each link was told as broken."""
    score = Score(name)
    for place, broken in zip(expected, told, strict=True):
        if place.verdict == "unsure":
            score.undecidable += 1
            if broken:
                score.called.append(place.case)
                continue
        elif broken and place.verdict != "broken":
            score.alarms.append(place.case)
            continue
        elif place.verdict == "broken" and not broken:
            score.missed.append(place.case)
            continue
        score.right += 1
    return score


def lychee(origin: Origin, folder: Path) -> tuple[set[str], float]:
    """What lychee tells as broken."""
    command = [
        str(PEERS / "bin" / "lychee"),
        "--no-progress",
        "--format",
        "json",
        "--include-fragments",
        "--include-mail",
        "--timeout",
        "5",
    ]
    text, seconds = run([*command, "--max-redirects", "20", "--max-retries", "1", origin.places["MAIN"] + served.PAGE], folder, origin)
    told = json.loads(text)
    found = {item["url"] for kind in ("error_map", "fail_map", "timeout_map") for items in told.get(kind, {}).values() for item in items}
    return found, seconds


def linkchecker(origin: Origin, folder: Path) -> tuple[set[str], float]:
    """What LinkChecker tells as broken."""
    command = [str(PEERS / "bin" / "linkchecker"), "--check-extern", "-r1", "--timeout", "5", "-o", "csv", "--no-status", "--no-robots"]
    text, seconds = run([*command, origin.places["MAIN"] + served.PAGE], folder, origin)
    rows = csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter=";")
    return {name for row in rows if row.get("valid") == "False" for name in (row["urlname"], row["url"])}, seconds


def linkinator(origin: Origin, folder: Path) -> tuple[set[str], float]:
    """What linkinator tells as broken."""
    command = [str(PEERS / "node_modules" / ".bin" / "linkinator"), origin.places["MAIN"] + served.PAGE]
    text, seconds = run([*command, "--format", "json", "--timeout", "5000", "--check-css", "--check-fragments"], folder, origin)
    return {link["url"] for link in json.loads(text)["links"] if link["state"] == "BROKEN"}, seconds


CHECKERS: dict[str, tuple[Path, Callable[[Origin, Path], tuple[set[str], float]]]] = {
    "lychee": (PEERS / "bin" / "lychee", lychee),
    "LinkChecker": (PEERS / "bin" / "linkchecker", linkchecker),
    "linkinator": (PEERS / "node_modules" / ".bin" / "linkinator", linkinator),
}


def told_of(found: set[str], place: Place) -> bool:
    """Whether a peer names this link: as written, as resolved, with or without its fragment."""
    return not place.names.isdisjoint(found)


def normal(found: set[str]) -> set[str]:
    """Addresses as a browser writes them, beside how the peer wrote them."""
    return found | {resolved for url in found if (resolved := urls.resolve(url)) is not None}


def main() -> None:
    """Run everyone and print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--write", action="store_true", help="write the table into bench/README.md")
    options.add_argument("--show", action="store_true", help="name the cases that each checker got wrong")
    chosen = options.parse_args()
    scores = []
    with tempfile.TemporaryDirectory() as name:
        for kind in ("reviewer", *CHECKERS):
            folder = Path(name) / kind
            folder.mkdir()
            folder.chmod(0o755)
            if kind != "reviewer" and not CHECKERS[kind][0].exists():
                print(f"{kind} is not installed in bench/.peers: left out", file=sys.stderr)
                continue
            with served.serve(folder) as origin:
                expected = places(origin)
                if kind == "reviewer":
                    scores.append(product(origin, folder, expected))
                    continue
                found, seconds = CHECKERS[kind][1](origin, folder)
                score = scored(kind, expected, [told_of(normal(found), place) for place in expected])
                score.seconds = seconds
                scores.append(score)
    lines = ["| checker | right | missed | false alarms | cannot tell, called broken | seconds |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {one.name} | {one.right} of {len(expected)} | {len(one.missed)} | {len(one.alarms)} | {len(one.called)} of {one.undecidable} | {one.seconds:.0f} |"
        for one in scores
    ]
    table = "\n".join(lines)
    print(table)
    print(f"\nThe product's reason is another than expected: {len(scores[0].reasons)} {scores[0].reasons}")
    if chosen.show:
        for one in scores:
            print(f"\n{one.name}\n  missed: {one.missed}\n  false alarms: {one.alarms}\n  called broken: {one.called}")
    if chosen.write:
        readme = HERE / "README.md"
        text = readme.read_text()
        before, _, rest = text.partition("<!-- links -->")
        after = rest.partition("<!-- /links -->")[2]
        readme.write_text(f"{before}<!-- links -->\n{table}\n<!-- /links -->{after}")


if __name__ == "__main__":
    main()
