"""Where the files that come with the program stand: in a clone beside the package, in a wheel inside of it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).resolve().parent


def templates(package: Path = PACKAGE) -> Path:
    """The folder of the templates of the house: ``templates/`` of the clone, ``reviewer/templates/`` of the wheel."""
    packed = package / "templates"
    return packed if packed.is_dir() else package.parent / "templates"
