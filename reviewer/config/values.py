"""What a person writes in the config, and the value that it means. Each function raises ``Wrong`` with what was expected instead."""

from __future__ import annotations

import datetime as dt
import ipaddress
import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from email.utils import parseaddr
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from reviewer import urls
from reviewer.config.showing import guess, kind, shown
from reviewer.model import Mailbox
from reviewer.settings import Every

_ADDRESS: Final = re.compile(r"[^\s@<>(),;:\\\"\[\]]+@(?:[\w-]+\.)*[\w-]+")
_SHOWN_NAME: Final = re.compile(r"([^<>@\"]+)<([^<>]+)>")
_HOST: Final = re.compile(r"(?:[\w-]{1,63}\.)*[\w-]{1,63}\.?")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_EVERY: Final = re.compile(r"(\d{1,3}) (day|week|month|year)s?")
_RANGE: Final = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?")
_SLASHED: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_UUID: Final = re.compile(r"(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_EVERY_DAYS: Final = {"day": 1, "week": 7}
_EVERY_MONTHS: Final = {"month": 1, "year": 12}


class Wrong(ValueError):
    """A value that cannot be used: ``says`` what is wrong with it, ``expected`` what should stand there instead."""

    def __init__(self, says: str, expected: str) -> None:
        super().__init__(f"{says}; expected {expected}")
        self.says = says
        self.expected = expected


def words_of(value: object) -> str:
    """The value, when it is text; raises ``Wrong`` when it is something else."""
    if not isinstance(value, str):
        raise Wrong(f"is {kind(value)}", "text in quotes")
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in value):
        raise Wrong("holds a line break or another control character", "one line of text")
    return value.strip()


def filled(value: object) -> str:
    """Text that is not empty."""
    text = words_of(value)
    if not text:
        raise Wrong("is empty", "some text")
    return text


def one_of(value: object, choices: Collection[str], what: str) -> str:
    """One of a closed set of words; the message names the nearest one."""
    text = words_of(value)
    if text in choices:
        return text
    raise Wrong(f"{shown(text)} is no {what}", guess(text, choices))


def mailbox(value: object) -> Mailbox:
    """``Web team <web.team@example.nhs.uk>`` or the bare address. One mailbox, with a domain (RFC 5322, 3.4; no quoted local parts)."""
    text = filled(value)
    name, address = parseaddr(text)
    if not _ADDRESS.fullmatch(address) or text.count("@") - name.count("@") != 1:
        shown_name = _SHOWN_NAME.fullmatch(text)  # "SURNAME, Forename (ORGANISATION) <address>", as mail programs show it, without quotes
        if not shown_name or not _ADDRESS.fullmatch(shown_name[2]):
            raise Wrong(f"{shown(text)} is not an e-mail address", 'one address, as in "Web team <web.team@example.nhs.uk>"')
        name, address = shown_name[1], shown_name[2]
    return Mailbox(name.strip(), address)


def is_address(text: str) -> bool:
    """Whether it is a bare e-mail address."""
    return bool(_ADDRESS.fullmatch(text))


def address(value: object) -> str:
    """A bare e-mail address."""
    text = filled(value)
    if not _ADDRESS.fullmatch(text):
        raise Wrong(f"{shown(text)} is not an e-mail address", 'an address such as "web.team@example.nhs.uk"')
    return text


def zone(value: object) -> str:
    """A name of the time zone database (IANA)."""
    text = filled(value)
    try:
        ZoneInfo(text)
    except (ValueError, OSError, LookupError):
        from zoneinfo import available_timezones

        near = get_close_matches(text, available_timezones(), n=1, cutoff=0.5)
        meant = f'"{near[0]}", probably' if near else 'a name such as "Europe/London"'
        raise Wrong(f"there is no time zone {shown(text)}", meant) from None
    return text


def language(value: object) -> str:
    """A language tag (BCP 47) such as ``en`` or ``cy``."""
    text = filled(value)
    if not _LANGUAGE.fullmatch(text):
        raise Wrong(f"{shown(text)} is not a language tag", 'a tag such as "en" or "cy"')
    return text


def web_address(value: object) -> str:
    """An http or https address with a host and without user name or password."""
    text = filled(value)
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise Wrong(f"{shown(text)} is not a web address", 'an address such as "https://www.example.org/resources"') from None
    if parts.scheme not in {"http", "https"} or not host or any(letter.isspace() for letter in text):
        raise Wrong(f"{shown(text)} is not a web address", 'an address such as "https://www.example.org/resources"')
    if parts.username is not None or parts.password is not None:
        raise Wrong("holds a user name or a password", "the address without them; see [[network.login]] for pages behind a password")
    return text


def origin(value: object) -> str:
    """``https://host`` or ``https://host:port`` and nothing else."""
    text = web_address(value)
    parts = urlsplit(text)
    if parts.scheme != "https" or parts.path not in {"", "/"} or parts.query or parts.fragment:
        raise Wrong(f"{shown(text)} is not an origin", 'https and a host only, as in "https://staging.example.org"')
    found = urls.resolve(text)  # as the door reads addresses: a usual port left out, a host of other letters as xn--
    if not found:
        raise Wrong(f"{shown(text)} is not an origin", 'a host that a browser could open, as in "https://staging.example.org"')
    return urls.origin(found)


def reachable(value: object) -> str:
    """A host name (``*.example.org`` for all below), an IP address or a network that may be reached although it is internal."""
    text = filled(value).lower()
    try:
        ipaddress.ip_network(text.strip("[]"))
    except ValueError:
        try:
            ipaddress.ip_network(text, strict=False)
        except ValueError:
            numeric = bool(re.fullmatch(r"[\d./]+", text))
            name = text.removeprefix("*.")
            if _HOST.fullmatch(name) and not numeric:
                return text.removesuffix(name) + _sent(name)
            raise Wrong(
                f"{shown(text)} is neither a host nor a network", 'a host ("intranet.example.org") or a network ("10.20.0.0/16")'
            ) from None
        fixed = ipaddress.ip_network(text, strict=False)
        raise Wrong(f"{shown(text)} has bits set behind its mask", f'the network "{fixed}" or one address') from None
    return text.strip("[]")


def host(value: object) -> str:
    """A host name or an IP address, without scheme, port or path."""
    text = filled(value).lower()
    try:
        found = ipaddress.ip_address(text.strip("[]"))
    except ValueError:
        if not _HOST.fullmatch(text):
            raise Wrong(f"{shown(text)} is not a host", 'a host name such as "www.example.org"') from None
        return _sent(text)
    return f"[{found}]" if found.version == 6 else str(found)


def _sent(name: str) -> str:
    """A host name as it stands in the addresses that are asked: one of other letters as xn--."""
    found = None if name.isascii() else urls.resolve(f"http://{name}/")
    return urls.hostname(found) if found else name


def ports(value: object) -> tuple[int, int]:
    """A port or a range of ports: ``443`` or ``"8000-8999"``, as (first, last)."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else words_of(value)
    match = _RANGE.fullmatch(text)
    first = int(match[1]) if match else 0
    last = int(match[2] or match[1]) if match else 0
    if not 1 <= first <= last <= 65535:
        raise Wrong(f"{shown(value)} is not a port", 'a number from 1 to 65535, or a range such as "8000-8999"')
    return first, last


def every(value: object) -> Every:
    """A review period: ``12 months``, ``2 years``, ``90 days``, ``26 weeks``."""
    text = " ".join(filled(value).lower().split())
    match = _EVERY.fullmatch(text)
    count = int(match[1]) if match else 0
    if not match or not count:
        raise Wrong(f"{shown(value)} is not a period", 'a period such as "12 months", "2 years" or "90 days"')
    unit = match[2]
    return Every(count * _EVERY_MONTHS.get(unit, 0), count * _EVERY_DAYS.get(unit, 0), text)


def day(value: object) -> dt.date:
    """A day: a TOML date, ``2026-12-31``, or ``31/12/2026`` with the day first."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    text = words_of(value)
    slashed = _SLASHED.fullmatch(text)
    try:
        return dt.date(int(slashed[3]), int(slashed[2]), int(slashed[1])) if slashed else dt.date.fromisoformat(text)
    except ValueError:
        raise Wrong(f"{shown(text)} is not a date", "a date such as 2026-12-31") from None


def glob(value: object) -> str:
    """A pattern on the path of an address (``/resources/**``) or on a whole address."""
    text = filled(value)
    if not text.startswith(("/", "*", "http://", "https://")):
        raise Wrong(f"{shown(text)} begins with neither a slash nor https://", f'a pattern such as "/{text.lstrip("./")}"')
    return text


def via(value: object, schemes: Mapping[str, str]) -> str:
    """How mail leaves: ``folder:PATH``, ``smtp://host:port``, ``smtps://host:port``, ``graph:MAILBOX``, ``notify:TEMPLATE_ID``, or the
    scheme of a delivery from outside.

    ``schemes`` maps each scheme to an example of it.
    """
    text = filled(value)
    scheme, colon, rest = text.partition(":")
    examples = " or ".join(f'"{example}"' for example in schemes.values())
    if scheme not in schemes or not colon:
        near = get_close_matches(scheme, schemes, n=1, cutoff=0.6)
        meant = f'"{schemes[near[0]]}", probably' if near else examples
        raise Wrong(f"{shown(text)} is no way to send mail", meant)
    if scheme in {"smtp", "smtps"}:
        try:
            parts = urlsplit(text)
            named = bool(rest.startswith("//") and parts.hostname and parts.path in {"", "/"} and parts.port != 0)
        except ValueError:
            named = False
        if not named:
            raise Wrong(f"{shown(text)} names no mail server", f'"{schemes[scheme]}"')
        if parts.username is not None or parts.password is not None:
            raise Wrong(
                "holds a user name or a password", "[email] user, and the password in REVIEWER_SMTP_PASSWORD or REVIEWER_SMTP_PASSWORD_FILE"
            )
    elif not rest:
        raise Wrong(f"{shown(text)} names no place", f'"{schemes[scheme]}"')
    elif scheme == "graph" and not is_address(rest):
        raise Wrong(f"{shown(text)} names no mailbox", f'the address of the mailbox that sends, as in "{schemes[scheme]}"')
    elif scheme == "notify" and not _UUID.fullmatch(rest):
        raise Wrong(f"{shown(text)} names no template", f'the ID of a template of yours, as in "{schemes[scheme]}"')
    return text


_UNITED_KINGDOM: Final = ("england", "wales", "scotland", "northern-ireland")
_CODES: Final = re.compile(r"holidays-([A-Z]{2})(?:-([A-Z0-9]{1,3}))?")


def day_off(value: object) -> str:
    """``weekends``, ``bank-holidays-england``, ``holidays-IE``, ``holidays-US-NY`` or a day."""
    if isinstance(value, dt.date):
        return day(value).isoformat()
    text = filled(value)
    known = ("weekends", *(f"bank-holidays-{part}" for part in _UNITED_KINGDOM))
    if text in known:
        return text
    if codes := _CODES.fullmatch(text):
        from holidays import list_supported_countries

        countries = list_supported_countries()
        if codes[1] in countries and (codes[2] is None or codes[2] in countries[codes[1]]):
            return text
        raise Wrong(f"no holidays are known for {shown(text)}", 'ISO 3166 codes, as in "holidays-IE" or "holidays-US-NY"')
    if text[:1].isdigit():
        return day(text).isoformat()
    raise Wrong(f"{shown(text)} names no days off", guess(text, (*known, "holidays-IE", "2026-12-24")))


def short_name(value: object) -> str:
    """A name that can be part of an environment variable."""
    text = filled(value)
    if not re.fullmatch("[a-z][a-z0-9_]{0,40}", text):
        raise Wrong(f"{shown(text)} is no short name", 'small letters, digits and underscores, as in "staging"')
    return text


def chat(value: object) -> str:
    """A channel of a chat: the service, and a name that can be part of an environment variable."""
    text = filled(value)
    service, colon, name = text.partition(":")
    if not colon or "/" in name:
        raise Wrong("is no channel, and may hold a secret", 'a service and a name, as in "teams:ops"; its webhook in REVIEWER_CHAT_OPS')
    return f"{one_of(service, ('slack', 'teams'), 'chat')}:{short_name(name)}"


def ip(value: object) -> str:
    """An IP address of this machine."""
    text = filled(value)
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        raise Wrong(f"{shown(text)} is not an IP address", '"127.0.0.1", or "0.0.0.0" for all of this machine\'s') from None


def state(value: object) -> str:
    """A path, or a ``postgresql://`` URL without a password."""
    text = filled(value)
    if "://" not in text:
        return text
    try:
        parts = urlsplit(text)
        named = parts.scheme == "postgresql" and len(parts.path) > 1 and parts.port != 0
    except ValueError:
        named = False
    if not named:
        raise Wrong(f"{shown(text)} is no place for the state", 'a file, as in "reviewer.sqlite3", or "postgresql://host/name"')
    if parts.password is not None:
        raise Wrong("holds a password", "the whole address in REVIEWER_STATE or REVIEWER_STATE_FILE")
    return text
