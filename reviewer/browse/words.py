"""A password in words that others read: whether it is there, however it is spelt, and the words without it."""

from __future__ import annotations

import base64
import json
import re
from typing import Final
from urllib.parse import quote, quote_plus, unquote, unquote_plus

HIDDEN: Final = "***"


def _spelt(password: str) -> set[str]:
    """How it may be written: as it is, in JSON, in an address, in a form, in base64."""
    coded = base64.b64encode(password.encode()).decode().rstrip("=")
    return {password, json.dumps(password)[1:-1], quote(password, safe=""), quote(password), quote_plus(password), coded}


def has(text: str, password: str) -> bool:
    """Whether the password stands in a text."""
    return bool(password) and any(each in read for each in _spelt(password) for read in (text, unquote(text), unquote_plus(text)))


def without(text: str, *passwords: str) -> str:
    """A text that shows none of the passwords."""
    spelt = {each for password in passwords if password for each in _spelt(password)}
    for each in sorted(spelt, key=len, reverse=True):
        text = re.sub(re.escape(each), HIDDEN, text, flags=re.IGNORECASE if "%" in each else 0)
    return text
