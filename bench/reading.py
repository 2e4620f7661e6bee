"""How well pages are read: the product's reading against the labelled corpus of real excerpts, where that is at hand.

    python bench/reading.py [--corpus DIR] [--gate] [--errors N] [--part work|unseen] [--out FILE]

Reads every case of ``review-dev.jsonl`` through the same door as the crawl, writes predictions, and prints the table of the corpus's own scorer.
``--gate`` exits with 1 when a figure is below what the project promises (CI). ``--part`` scores a fixed 60/40 split by the cases' ``group``:
rules were worked out on the first part only.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import io
import json
import sys
from pathlib import Path
from typing import Any

from reviewer import read
from reviewer.model import DateKind, Page
from reviewer.read import Hints

TODAY = "2026-11-21"
GATE = {
    ("review_due", "precision"): 0.97,
    ("review_due", "recall"): 0.93,
    ("review_due", "exact"): 0.92,
    ("last_reviewed", "precision"): 0.95,
    ("last_reviewed", "recall"): 0.92,
    ("updated", "precision"): 0.90,
    ("updated", "recall"): 0.85,
    ("contacts", "P"): 0.92,
    ("contacts", "R"): 0.80,
    ("stale", "P"): 0.88,
    ("stale", "R"): 0.85,
}
FIELDS = {
    DateKind.DUE: "review_due",
    DateKind.LAST_REVIEWED: "last_reviewed",
    DateKind.UPDATED: "updated",
    DateKind.PUBLISHED: "published",
    DateKind.EXPIRES: "expires",
}


def part(group: str) -> str:
    """``work`` for 60 % of the groups, ``unseen`` for the rest; fixed."""
    return "unseen" if int(hashlib.sha256(group.encode()).hexdigest(), 16) % 10 >= 6 else "work"


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


def below(results: dict[str, Any]) -> list[str]:
    """What is under the gate, in words."""
    faults = [
        f"{name} {figure}: {results[name][figure]:.3f} < {least}"
        for (name, figure), least in GATE.items()
        if results[name][figure] is not None and results[name][figure] < least
    ]
    if (results["review_due"]["fp_neg"] or 0) > 0.01:
        faults.append(f"false due dates on pages without one: {results['review_due']['fp_neg']:.3f} > 0.01")
    if results["banner"]["fp"] or results["banner"]["fn"]:
        faults.append(f"banner: {results['banner']['fp']} false, {results['banner']['fn']} missed")
    if results["stale"]["traps"] > 1:
        faults.append(f"historical mentions flagged: {results['stale']['traps']} > 1")
    return faults


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--corpus", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "corpus")
    options.add_argument("--gate", action="store_true")
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--part", choices=["work", "unseen"])
    options.add_argument("--kind", default="")
    options.add_argument("--out", type=Path)
    chosen = options.parse_args()
    cases_file = chosen.corpus / "review-dev.jsonl"
    if not cases_file.exists():
        print(f"no corpus at {chosen.corpus}: nothing measured")
        return 0
    spec = importlib.util.spec_from_file_location("score_review", chosen.corpus / "score_review.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {chosen.corpus}")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    cases = [json.loads(line) for line in cases_file.read_text(encoding="utf-8").splitlines() if line.strip()]
    if chosen.part:
        cases = [case for case in cases if part(case["group"]) == chosen.part]
    predictions, troubles = [], 0
    for case in cases:
        page = read.read(
            case["content"].encode(), url=case["url"] or "https://example.org/", content_type=case["content_type"], hints=Hints()
        )
        if page.trouble:
            troubles += 1
            print(f"{case['id']}: {page.trouble}")
        predictions.append(prediction(case, page))
    if chosen.out:
        chosen.out.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in predictions), encoding="utf-8")
    table = io.StringIO()
    results = scorer.score(cases, predictions, 9999, table)
    shown = 0
    for line in table.getvalue().splitlines():
        if not line.startswith("  \t"):
            print(line)
        elif chosen.errors and chosen.kind in line and shown < chosen.errors:
            print(line)
            shown += 1
    faults = [*below(results), *([f"{troubles} cases troubled a reader"] if troubles else [])]
    for fault in faults:
        print("below the gate:", fault)
    return 1 if chosen.gate and faults else 0


if __name__ == "__main__":
    sys.exit(main())
