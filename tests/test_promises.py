"""What is promised names the tests that prove it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
PROOFS = re.findall(r"^\| .* \| (.*) \|$", PAGE, re.MULTILINE)


def named(cell: str) -> list[tuple[str, str]]:
    """The files and tests of one cell; ``::name`` alone is in the file named before it."""
    found, file = [], ""
    for text in re.findall(r"`([^`]+)`", cell):
        path, _, name = text.partition("::")
        file = path or file
        found.append((file, name))
    return found


@pytest.mark.parametrize("cell", [cell for cell in PROOFS if cell != "proof" and not cell.startswith("-")])
def test_each_promise_has_a_proof_that_is_there(cell: str) -> None:
    """A test that was renamed or taken away takes its promise with it."""
    proofs = named(cell)
    assert proofs
    for file, name in proofs:
        text = (ROOT / "tests" / file).read_text(encoding="utf-8")
        assert not name or re.search(rf"(?m)^((?:async )?def {name}\(|{name} = )", text), f"{file}::{name}"


def test_the_page_is_linked_and_says_what_is_not_promised() -> None:
    """Whoever reads the README finds it."""
    assert "(docs/promises.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "## What is not promised" in PAGE
    assert len(PROOFS) > 20
