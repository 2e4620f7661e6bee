"""Facts of a page and a visit to JSON and back, so that an unchanged page is judged again without a parse.

A page's facts are packed: of its JSON nine tenths are the keys of its links, and the same menu as on all other pages.

What comes from the network may hold what no database takes: NUL (PostgreSQL) and lone surrogates (both). Both become U+FFFD.
"""

from __future__ import annotations

import base64
import re
import zlib
from typing import Any, Final, TypeVar, overload

import msgspec

from reviewer.model import Broken, Moved, Page, Skipped, Unsure, Visit, Works

VERDICTS: Final[dict[str, type[Works | Moved | Broken | Unsure | Skipped]]] = {
    "works": Works,
    "moved": Moved,
    "broken": Broken,
    "unsure": Unsure,
    "skipped": Skipped,
}

_UNFIT: Final = re.compile("[\x00\ud800-\udfff]")

_Fact = TypeVar("_Fact", Page, Visit)


@overload
def clean(text: str) -> str: ...
@overload
def clean(text: None) -> None: ...
def clean(text: str | None) -> str | None:
    """The text with NUL and lone surrogates replaced by U+FFFD."""
    if text is None:
        return None
    return _UNFIT.sub("\ufffd", text)


def _cleaned(value: Any) -> Any:
    """Every text in a JSON-like value, cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list | tuple | set | frozenset):
        return [_cleaned(each) for each in value]
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()}
    return value


def encode(fact: Page | Visit) -> str:
    """A page or a visit as JSON."""
    try:
        return msgspec.json.encode(fact, enc_hook=list).decode()  # the links of a large site come packed, and go through as a list
    except UnicodeEncodeError:
        return msgspec.json.encode(_cleaned(msgspec.to_builtins(fact, enc_hook=list))).decode()


PACKED: Final = "y"
"""How packed facts begin; JSON begins with a brace."""

_ONCE: Final = "z"
"""How an earlier version's begin, in the 85 characters of ``base64.b85encode``: a fifteenth shorter, 30 times as slow to unpack."""


def packed(text: str) -> str:
    """JSON made small: deflated, and as text again (RFC 1950; RFC 4648, section 4)."""
    return PACKED + base64.b64encode(zlib.compress(text.encode(), 6)).decode("ascii")


def unpacked(text: str) -> str:
    """The JSON of what ``packed`` made, or of what an earlier version wrote. Raises ``ValueError`` when it is damaged."""
    if not text.startswith((PACKED, _ONCE)):
        return text
    try:
        small = base64.b64decode(text[1:], validate=True) if text.startswith(PACKED) else base64.b85decode(text[1:])
        return zlib.decompress(small).decode()
    except zlib.error as error:
        raise ValueError(f"it cannot be unpacked: {error}") from error


def as_kept(page: Page) -> Page:
    """The page as it comes back from the state: half of a surrogate pair, which JSON has but no UTF-8, is U+FFFD."""
    try:
        msgspec.msgpack.encode(page, enc_hook=list)
    except UnicodeEncodeError:
        return _decode(encode(page), Page) or page
    return page


def page(text: str) -> Page | None:
    """The page that ``encode`` wrote, packed or not, or None when these facts are of another version of the nouns: the page is then read
    anew."""
    try:
        return _decode(unpacked(text), Page)
    except ValueError:
        return None


def visit(verdict: str, text: str) -> Visit | None:
    """The visit that ``encode`` wrote, or None when it is of another version of the nouns."""
    known = VERDICTS.get(verdict)
    return _decode(text, known) if known else None


decoded_page, decoded_visit = page, visit
"""The same for others than this room, who say whose page and visit they mean."""


def _decode(text: str, noun: type[_Fact]) -> _Fact | None:
    """Decode strictly; what does not fit is not a fact."""
    try:
        return msgspec.json.decode(text, type=noun)
    except (msgspec.MsgspecError, ValueError):
        return None
