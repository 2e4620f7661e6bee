"""Text and addresses of pages made harmless for a message: text is text, links are http(s), and no secret travels on. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit, urlunsplit

LONGEST: Final = 200
"""Characters of page text in a message (issue 6); what is longer ends with an ellipsis."""

LONGEST_SENTENCE: Final = 600
"""Characters of one of our own sentences, which may quote page text and an address."""

MASK: Final = "***"

_UNSEEN: Final = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f]")
"""Characters that take part in no word and are not of category C: fillers, joiners, the blank Braille pattern, variation selectors."""

_MARKS = re.compile(r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})[\u0300-\u036f\u1ab0-\u1aff]+")
_ADDRESS = re.compile(r"(?i)\bhttps?:/{1,2}[^\s<>\"“”«»]+")
_USER = re.compile(r"(?i)(\bhttps?:/{1,2})[^\s/?#<>\"“”«»]+@")
_PAIRS = re.compile(r"([?&;#])((?:[^\s<>\"“”«»?#&;]|[&;](?=[^\s=&;]*=))+)")
_QUOTED = re.compile(r'(["“])([^"“”]{200,})(["”])')
_SECRET_NAME = re.compile(
    r"(?i)(?:.*(?:token|secret|passw|passphrase|pwd|api[-_]?key|auth|signature|session|credential|jwt|bearer).*"
    r"|key|sig|sid|hmac|otp|pin|phpsessid|jsessionid|x-amz-.*|x-goog-.*)"
)
_SECRET_VALUE = re.compile(
    r"eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?|[0-9a-fA-F]{40,}|(?=[^&]*\d)(?=[^&]*[a-z])(?=[^&]*[A-Z])[\w+/%=~.-]{40,}|(?:gh[pousr]|sk|pk)_\w{16,}"
)


def words(text: str, most: int = LONGEST) -> str:
    """Page text on one line: control, bidirectional, zero-width and unassigned characters are gone, blanks are single, at most ``most``
    characters are left."""
    if not text.isprintable():  # it holds something of category C or Z other than the blank
        text = "".join(_shown(text))
    flat = " ".join(_MARKS.sub(r"\1", _UNSEEN.sub("", text)).split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def _shown(text: str) -> Iterator[str]:
    """The characters that are seen, and a blank for each that is none."""
    for character in text:
        category = unicodedata.category(character)
        if character in "\t\n\v\f\r\x85" or category in {"Zl", "Zp", "Zs"}:
            yield " "
        elif category[0] != "C":
            yield character


def sentence(text: str) -> str:
    """One of our sentences, which may quote page text: neutral, quotes cut, and the addresses in it masked."""
    flat = _QUOTED.sub(lambda found: f"{found[1]}{words(found[2])}{found[3]}", words(text, 10 * LONGEST_SENTENCE))
    return words(_ADDRESS.sub(lambda found: address(found[0]), flat), LONGEST_SENTENCE)


def header(text: str, most: int = LONGEST) -> str:
    """Text of the config or the directory for a header: on one line, and never an encoded-word, which some Pythons decode into a header
    of its own (CVE-2024-6923)."""
    return words(text, most).replace("=?", "= ?").replace("?=", "? =")


def address(url: str) -> str:
    """An address as it may be shown: user and password and secret-looking values of query and fragment are masked, characters that do not
    belong into an address are gone."""
    flat = words(url, 2048).replace(" ", "%20")
    try:
        parts = urlsplit(flat)
        host = parts.netloc.rpartition("@")
    except ValueError:
        return words(re.sub(r"//[^/@]*@", f"//{MASK}@", flat))
    netloc = f"{MASK}@{host[2]}" if host[1] else parts.netloc
    return urlunsplit((parts.scheme, netloc, parts.path, _masked(parts.query), _masked(parts.fragment)))


def masked(text: str) -> str:
    """Text for a program, with nothing changed but secrets: user and password of addresses in it, and secret-looking values of queries
    and fragments, of relative addresses too."""
    if "=" in text or "@" in text or "#" in text or "?" in text:
        text = _USER.sub(rf"\1{MASK}@", text)
        return _PAIRS.sub(lambda found: f"{found[1]}{_masked(found[2])}", text)
    return text


def link(url: str) -> str | None:
    """The address to link to, masked as it is shown; None when it is not http or https: then it is only text."""
    shown = address(url)
    return shown if re.match(r"(?i)https?://[^/?#\s@]|https?://\*\*\*@[^/?#\s]", shown) else None


def _masked(query: str) -> str:
    """``name=value`` pairs with secret-looking values masked."""
    pairs = re.split(r"([&;])", query)
    return "".join(_masked_pair(pair) for pair in pairs)


def _masked_pair(pair: str) -> str:
    name, equals, value = pair.partition("=")
    if equals and value and (_SECRET_NAME.fullmatch(name) or _SECRET_VALUE.fullmatch(value)):
        return f"{name}={MASK}"
    return MASK if not equals and _SECRET_VALUE.fullmatch(name) else pair
