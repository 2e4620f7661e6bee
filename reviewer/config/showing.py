"""Values and choices as a person reads them in a message; never a secret."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from urllib.parse import urlsplit

from reviewer.settings import Every


def shown(value: object) -> str:
    """The value for a message: quoted, cut at 60 characters, and never what stands between ``://`` and ``@``."""
    text = re.sub(r"://[^/@\s]*@", "://***@", str(value))
    return f'"{text[:60]}…"' if len(text) > 60 else f'"{text}"'


def unnamed(text: str) -> str:
    """A URL without what may be secret in it: user, password, path and query; any other text as it is."""
    parts = urlsplit(text)
    if not parts.netloc:
        return text
    secret = parts.netloc != parts.netloc.rpartition("@")[2] or bool(parts.path.strip("/")) or bool(parts.query)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{' (and the rest, a secret)' if secret else ''}"


def written(value: object) -> str:
    """A value as a person wrote it."""
    if isinstance(value, Every):
        return value.words
    if isinstance(value, (tuple, list)):
        return ", ".join(written(each) for each in value) or "none"
    if isinstance(value, dict):
        return ", ".join(f"{key} = {each}" for key, each in value.items()) or "none"
    if isinstance(value, bool):
        return str(value).lower()
    return "none" if value in {None, ""} else str(value)


def port_ranges(ranges: Sequence[tuple[int, int]]) -> list[int | str]:
    """Ports and ranges of ports as a person wrote them."""
    return [first if first == last else f"{first}-{last}" for first, last in ranges]


def kind(value: object) -> str:
    """What a TOML value is, in a person's words."""
    if isinstance(value, bool):
        return "true or false"
    names: dict[type, str] = {str: "text", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return next((name for type_, name in names.items() if isinstance(value, type_)), "a date or time")


def guess(word: str, known: Collection[str]) -> str:
    """What was probably meant, or all that is known."""
    near = get_close_matches(word, known, n=1, cutoff=0.6) if len(known) > 3 else []
    return f'"{near[0]}", probably' if near else "one of " + ", ".join(known)
