"""Where the files that come with the program stand: in a clone beside the package, in a wheel inside of it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).resolve().parent


def templates(package: Path = PACKAGE) -> Path:
    """The folder of the templates of the house: ``templates/`` of the clone, ``reviewer/templates/`` of the wheel."""
    return _place("templates", "templates", package)


def examples(package: Path = PACKAGE) -> Path:
    """The folder of the example config: ``config/`` of the clone, ``reviewer/examples/`` of the wheel."""
    return _place("examples", "config", package)


def _place(inside: str, beside: str, package: Path) -> Path:
    """The folder inside of the package, when it is there, otherwise the one beside it."""
    packed = package / inside
    return packed if packed.is_dir() else package.parent / beside
