"""``mailto:`` (RFC 6068) and ``tel:`` (RFC 3966) addresses, judged without a network."""

from __future__ import annotations

import re
from urllib.parse import unquote

_ATOM = r"[^\s@<>()\[\]\\,;:\"]+"
_LOCAL = re.compile(rf"(?:{_ATOM}|\"[^\"]+\")")
_LABEL = re.compile(r"[^\W_](?:(?:[^\W_]|-){0,61}[^\W_])?")
_LITERAL = re.compile(r"\[[0-9A-Fa-f:.]+\]|\[IPv6:[0-9A-Fa-f:.]+\]")
_ADDRESS_HEADERS = frozenset({"to", "cc", "bcc"})
_SIMPLE = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")


def _address_fault(address: str) -> str | None:
    """What is wrong with one address (RFC 5322, 3.4.1, with the letters of RFC 6531), or None."""
    local, at, domain = address.rpartition("@")
    if not at:
        return f"“{address}” has no @"
    if not _LOCAL.fullmatch(local) or local.startswith(".") or local.endswith(".") or ".." in local:
        return f"“{address}” cannot stand before the @"
    if len(local.encode()) > 64:
        return "the part before the @ is longer than 64 characters"
    if _LITERAL.fullmatch(domain):
        return None
    labels = domain.split(".")
    if len(labels) < 2:
        return f"“{domain}” is not a complete domain"
    if len(labels[-1]) < 2 or labels[-1].isdigit():  # RFC 3696, 2: never all digits; no top-level domain has one letter
        return f"“{domain}” is not a complete domain"
    if not all(_LABEL.fullmatch(label) for label in labels) or len(domain) > 253:
        return f"“{domain}” is not a domain"
    return None


def mail_fault(url: str) -> tuple[str, str | None] | None:
    """What is wrong with a ``mailto:`` URL as (words, probable right address or None); None when nothing is.

    Recipients stand before the ``?``, with commas between them, and in the headers ``to``, ``cc`` and ``bcc``. An address needs somebody in
    ``to`` or a subject or text to share: ``mailto:`` alone says nothing. Blanks around an address are forgiven, as mail programs do.
    """
    rest = url.partition(":")[2]
    before, _, headers = rest.partition("?")
    addresses = [unquote(part) for part in before.split(",")] if before.strip() else []
    shared = False
    for header in headers.split("&"):
        name, _, value = header.partition("=")
        if name.lower() in _ADDRESS_HEADERS:
            addresses += [unquote(part) for part in value.split(",") if part]
        shared = shared or bool(value)
    if not addresses:
        return None if shared else ("it names nobody", None)
    for address in addresses:
        tidy = address.strip()
        if re.match(r"(?:https?://|www\.)[^@]*$", tidy, re.IGNORECASE):
            return "it is a web address, and begins as a mail address does", tidy if tidy[:4].lower() == "http" else f"https://{tidy}"
        if tidy.startswith("//"):
            return "two slashes stand before the address", f"mailto:{rest.lstrip('/')}"
        if words := _address_fault(tidy):
            meant = _meant_mail(before, headers)
            return words, None if meant == url else meant
    return None


def _meant_mail(before: str, headers: str) -> str | None:
    """The addresses that can be read in a broken list, as a right one; None when there are none."""
    text, _, glued = unquote(before).partition("&")
    blank = re.search(r"[^\s,;<:]\s+[^\s,;<@]+@", text) and "<" not in text and text.count("@") == 1
    found = [] if blank else _SIMPLE.findall(text)  # of “some one@a.example” nobody knows which part is the address
    asked = headers or (glued if "=" in glued else "")
    return f"mailto:{','.join(found)}" + (f"?{asked}" if asked else "") if found else None


_SEPARATORS = re.compile(r"[\s\-.()/\u00a0\u2010-\u2015]")
_PARAMETER = re.compile(r"(?:ext=[\d\-.()]+|isub=[^;]+|phone-context=[+\w.\-]+|[\w\-]+(?:=[^;]*)?)", re.IGNORECASE)
_DIGITS = re.compile(r"\+?\d[\d*#,pPwW]*|[*#\d]+")


def phone_fault(url: str) -> tuple[str, str | None] | None:
    """What is wrong with a ``tel:`` URL as (words, probable right address or None); None when it can be dialled.

    Stricter than a telephone only where one would dial something else: letters, two numbers, no digits, a plus in the middle, more than
    the 15 digits that an international number has (E.164). Blanks are forgiven, and short numbers ("111") are numbers.
    """
    number, *parameters = unquote(url.partition(":")[2]).split(";")
    bare = _SEPARATORS.sub("", number)
    digits = re.sub(r"\D", "", bare)
    if not digits and not re.fullmatch(r"\*[*#\d]*", bare):
        return "it has no number", None
    if not _DIGITS.fullmatch(bare):
        begins = re.match(r"\++\d{3,}(?!\d*\+)|\d{6,}(?!\d*\+)", bare)
        return "a number has only digits, and a plus in front", f"tel:{re.sub(r'^[+]+', '+', begins.group())}" if begins else None
    if bare.startswith("+0"):
        return "no country has a number that begins with 0", None
    if bare.startswith("+") and len(re.sub(r"[,pPwW].*", "", bare)) > 16:
        return "an international number has at most 15 digits", None
    if not all(_PARAMETER.fullmatch(parameter) for parameter in parameters if parameter):
        return "what follows the number cannot be read", f"tel:{bare}"
    return None
