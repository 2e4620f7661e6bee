"""How well pages are read: the product's reading against the labelled corpus of rewritten pages, where that is at hand.

    python bench/reading.py [FILE ...] [--corpus DIR] [--gate] [--part open|shut] [--errors N] [--kind WORD] [--out FILE]

Reads the cases of ``review-dev.jsonl``, ``review-2.jsonl`` and ``review-3.jsonl`` through the same door as the crawl, writes predictions,
and prints the table of the corpus's own scorer for each file. The last two are split by the cases' ``group``: the open half is what may
be learnt from (``--part open``, the default), of the shut half only totals are printed, and no case is ever named. ``--gate`` exits with 1
when a figure is below what the project promises of that file (CI).
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reviewer import read
from reviewer.model import DateKind, Page
from reviewer.read import Hints

TODAY = "2026-11-21"
WHOLE = "review-dev.jsonl"
"""The file that is known as a whole; the others are split."""
GATE: dict[str, dict[str, tuple[float, float]]] = {
    WHOLE: {
        "review_due": (1.0, 1.0),
        "last_reviewed": (1.0, 1.0),
        "updated": (0.95, 0.90),
        "published": (0.85, 0.88),
        "expires": (1.0, 1.0),
        "contacts": (0.92, 0.80),
        "stale": (0.88, 0.85),
    },
    "review-2.jsonl": {
        "review_due": (0.96, 0.95),
        "last_reviewed": (0.95, 0.95),
        "updated": (0.95, 0.95),
        "published": (0.92, 0.82),
        "expires": (0.95, 0.95),
        "contacts": (0.80, 0.90),
        "stale": (0.90, 0.90),
    },
    "review-3.jsonl": {
        "review_due": (0.96, 0.95),
        "last_reviewed": (0.95, 0.95),
        "updated": (0.95, 0.95),
        "published": (0.95, 0.92),
        "expires": (0.95, 0.95),
        "contacts": (0.90, 0.85),
        "stale": (0.92, 0.92),
    },
}
"""Of each file the least precision and recall of each kind of fact."""
FALSE_DUE = 0.01
"""Most false due dates, of the pages without one."""
FIELDS = {
    DateKind.DUE: "review_due",
    DateKind.LAST_REVIEWED: "last_reviewed",
    DateKind.UPDATED: "updated",
    DateKind.PUBLISHED: "published",
    DateKind.EXPIRES: "expires",
}


def part(group: str) -> str:
    """``open`` or ``shut``, by the group of a case: half of the groups each, fixed for ever."""
    return "shut" if hashlib.sha256(group.encode()).digest()[0] & 1 else "open"


def prediction(case: dict[str, Any], page: Page) -> dict[str, Any]:
    """One line of the scorer's predictions."""
    stated = {field: page.claim(kind) for kind, field in FIELDS.items()}
    return {
        "id": case["id"],
        **{field: str(claim.date) if claim else None for field, claim in stated.items()},
        "under_review_banner": page.banner is not None,
        "contacts": [contact.value for contact in page.contacts],
        "stale_refs": [
            {"quote": period.quote, "period_end": str(period.end) if period.end else None}
            for period in page.periods
            if not period.historical and (period.end is None or str(period.end) < TODAY)
        ],
    }


def below(file: str, results: dict[str, Any]) -> list[str]:
    """What of a file is under its gate, in words."""
    faults: list[str] = []
    for name, (precision, recall) in GATE[file].items():
        found = results[name]
        for figure, least in (("precision", precision), ("recall", recall)):
            value = found.get(figure, found.get(figure[0].upper()))
            if value is not None and value < least:
                faults.append(f"{file}, {name}: {figure} {value:.3f} < {least}")
    if (results["review_due"]["fp_neg"] or 0) > FALSE_DUE:
        faults.append(f"{file}: false due dates on pages without one: {results['review_due']['fp_neg']:.3f} > {FALSE_DUE}")
    banner, traps = results["banner"], results["stale"]["traps"]
    if banner["fp"] or banner["fn"]:
        faults.append(f"{file}, banner: {banner['fp']} false, {banner['fn']} missed")
    if traps > 1:
        faults.append(f"{file}: historical mentions flagged: {traps} > 1")
    return faults


def chosen_cases(lines: Iterable[str], file: str, half: str) -> list[dict[str, Any]]:
    """The cases of a file; of a split one those of a half."""
    cases: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
    return cases if file == WHOLE else [case for case in cases if part(case["group"]) == half]


def predicted(cases: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[str]]:
    """The predictions, and what troubled a reader."""
    predictions: list[dict[str, Any]] = []
    troubles: list[str] = []
    for case in cases:
        url = case["url"] or "https://example.org/"
        page = read.read(case["content"].encode(), url=url, content_type=case["content_type"], hints=Hints())
        if page.trouble:
            troubles.append(f"{case['id']}: {page.trouble}")
        predictions.append(prediction(case, page))
    return predictions, troubles


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("files", nargs="*", help="the default is all three")
    options.add_argument("--corpus", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "corpus")
    options.add_argument("--gate", action="store_true")
    options.add_argument("--part", choices=["open", "shut"], default="open")
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--kind", default="")
    options.add_argument("--out", type=Path)
    chosen = options.parse_args()
    shut = chosen.part == "shut"
    if not (chosen.corpus / "score_review.py").exists():
        print(f"no corpus at {chosen.corpus}: nothing measured")
        return 0
    spec = importlib.util.spec_from_file_location("score_review", chosen.corpus / "score_review.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {chosen.corpus}")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    faults: list[str] = []
    written: list[dict[str, Any]] = []
    for file in chosen.files or GATE:
        path = chosen.corpus / file
        if not path.exists() or (shut and file == WHOLE):
            continue
        cases = chosen_cases(path.read_text(encoding="utf-8").splitlines(), file, chosen.part)
        predictions, troubles = predicted(cases)
        table = io.StringIO()
        results = scorer.score(cases, predictions, 0 if shut else 9999, table)
        print(f"== {file}{'' if file == WHOLE else f', {chosen.part} half'}: {len(cases)} cases")
        show(table.getvalue(), chosen.errors, chosen.kind)
        written += predictions
        faults += below(file, results)
        if troubles:
            faults.append(f"{file}: {len(troubles)} cases troubled a reader" + ("" if shut else f": {'; '.join(troubles)}"))
    if chosen.out and not shut:
        chosen.out.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in written), encoding="utf-8")
    for fault in faults:
        print("below the gate:", fault)
    return 1 if chosen.gate and faults else 0


def show(table: str, errors: int, kind: str) -> None:
    """Print the totals of the scorer's table, and so many of its errors of a kind."""
    shown = 0
    for line in table.splitlines():
        if not line.startswith("  \t"):
            print(line)
        elif shown < errors and kind in line:
            print(line)
            shown += 1


if __name__ == "__main__":
    sys.exit(main())
