"""Whether a date stands in somebody's words or in code: inside of quotation marks of any kind."""

from __future__ import annotations

import re
from typing import Final

_QUOTES: Final = (("“", "”"), ("„", "“"), ("«", "»"))
_QUOTATION: Final = 400
_OPENED: Final = re.compile(r"[:=(,] '[^']*$")
_CLOSED: Final = re.compile(r"^[^'\n]*\d[^'\n]*'\s?(?:[,;)]|$)")
"""A text between single quotation marks, as code has it; the value alone between them is no such text."""
_DIGIT: Final = re.compile(r"\d")


def quoted(text: str, start: int, end: int) -> bool:
    """Whether what stands at ``text[start:end]``, with the number behind it, is inside of quotation marks."""
    before, behind = text[max(0, start - _QUOTATION) : start], text[end : end + _QUOTATION]
    if before.count('"') % 2 and (close := behind.find('"')) >= 0 and _DIGIT.search(behind, 0, close):
        return True
    if _OPENED.search(before) and _CLOSED.search(behind):
        return True
    return any(before.rfind(opening) > before.rfind(closing) and closing in behind for opening, closing in _QUOTES)
