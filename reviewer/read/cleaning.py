"""What people see of a text: white space as blanks, nothing that cannot be seen, letters composed."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_INVISIBLE: Final = re.compile("[\xad\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
_PRINTABLE: Final = bytes(letter if 0x20 <= letter < 0x7F else 0 for letter in range(256))
"""Leaves what can be printed as it is."""
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]+")


def clean(text: str) -> str:
    """White space of any kind to one blank (newlines stay, without blanks around); zero-width, bidirectional and other controls and soft
    hyphens out; letters composed (NFC)."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        text = _INVISIBLE.sub("", text)
        text = _CONTROLS.sub("", text)
        if "\n" in text:
            return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)
    return " ".join(text.split())


def squeezed(text: str) -> str:
    """The same, newlines as blanks, too: what a browser shows of the text in an element, without the blanks at its ends."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if text.isprintable():  # so it has no white space but blanks, and nothing that cannot be seen
            return " ".join(text.split()) if "  " in text else text.strip()
        text = _INVISIBLE.sub("", text)
    elif (raw := text.encode()).translate(_PRINTABLE) == raw:  # faster than isprintable, and most text is so
        return " ".join(text.split()) if "  " in text else text.strip()
    text = " ".join(text.split())
    return text if text.isprintable() else " ".join(_CONTROLS.sub("", text).split())


def blanked(text: str) -> str:
    """Each run of white space as one blank, at the ends, too: what a browser makes of the text in an element."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"
