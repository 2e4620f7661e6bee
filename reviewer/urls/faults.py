"""What is wrong with an address as it is written, before anything is visited, and what was probably meant.

Sources: WHATWG URL (what a browser makes of it), and the mistakes that people make in a content management system. A fault is *certain*
when no click can end where the author wanted; the others are only suspected: the address is visited, and the fault explains a failure.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from reviewer.model import Reason
from reviewer.patterns import lazily


class Fault(NamedTuple):
    """``reason`` is a Reason's value, ``meant`` the probable right address, ``says`` the words for the owner."""

    reason: str
    meant: str | None
    says: str
    certain: bool


_MAIL_ADDRESS = r"[\w.+\-']+@[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.[a-z]{2,24}"
_MAIL = lazily(rf"{_MAIL_ADDRESS}(?:\?.*)?", re.IGNORECASE)
_TEMPLATE = lazily(
    r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\$\{.{0,200}?\}|<%.{0,200}?%>|<\?php|^\[{1,2}[^\]]*\]{1,2}$|^%%\w+%%$|%7b%7b.{0,200}?%7d%7d",
    re.IGNORECASE | re.DOTALL,
)
_BRACES = lazily(r"\{[A-Za-z_][\w.\-]*\}")
_UNFILLED = lazily(
    r"(?:https?://)?(?:%[A-Z_]{2,40}%|__[A-Z_]{2,40}__|@@\w{1,40}@@|undefined|null|nan|to-?do|tb[acd]|x{3,9}|lorem-?ipsum"
    r"|(?:insert|add|paste|your)[\-_ ]?(?:the[\-_ ]?|your[\-_ ]?)?(?:link|url|address)(?:[\-_ ]?here)?|(?:link|url)[\-_ ]?here)/?$",
    re.IGNORECASE,
)
_DRIVE = lazily(r"[A-Za-z]:(?:[\\/]|%5c)", re.IGNORECASE)
_UNC = lazily(r"\\\\[^\\/.]+(?:\\|$)")
_QUOTES = lazily(r"(?:[\"'“”‘’«»<(\[]|%22|%E2%80%9[89CD]|%3C|%20)+(?=https?:|www\.|mailto:)", re.IGNORECASE)
_CLOSING = lazily(r"(?:[\"'“”‘’«»>)\]]|%22|%E2%80%9[89CD]|%3E)+$", re.IGNORECASE)
_TWICE = lazily(r"https?:/*(?=(?:https?|http%3a)[:/])", re.IGNORECASE)
_HALF = lazily(
    r"(https?)(?:(?:;|\.|,)?//|:/?;//|::+//|;/|:\.//|//:|：/{0,2}|\s+:\s*/{1,2}\s*|:\s+/{1,2}\s*|:/\s+/?\s*)(?=[\w\[])", re.IGNORECASE
)
_NO_COLON = lazily(r"([a-z]{3,7})//(?=[\w\[])", re.IGNORECASE)
_MAIL_ON_WEB = lazily(
    rf"https?:[/\\]*(?:www\.)?(?:(?:mailto|e-?mail)[:/\\]+|(?=[^/\\?#:]+@))(?:%20)*({_MAIL_ADDRESS})/?(\?.*)?", re.IGNORECASE
)
"""What a mail gateway or an editor that puts "http://" before everything makes of a mail address."""
_PHONE_ON_WEB = lazily(r"https?:[/\\]*(tel:[^@]*\d{3}[^@]*)", re.IGNORECASE)
_WRAPPED = lazily(
    r"https?://(?:[\w\-]+\.)*(?:safelinks\.protection\.outlook\.com/\S*?[?&]url=(?P<escaped>[^&#]+)|urldefense\.com/v3/__(?P<plain>https?:.+?)__;)",
    re.IGNORECASE,
)
"""The web address within one that a mail program's filter made of it, when it was copied out of a mail."""
_IN_FRONT = lazily(r"(?!//)(?:\.{0,2}/)+(?=https?:/|www\.)|(?:url|href|src)?=[\"']?(?=https?:/|www\.)", re.IGNORECASE)
_NO_SLASHES = lazily(r"(https?):/?(?=[\w\-]+\.[\w\-.]*\w(?:[:/?#]|$))", re.IGNORECASE)
_SCHEME = lazily(r"([A-Za-z][A-Za-z0-9+.\-]*):(.*)", re.DOTALL)
_PORT = lazily(r"\d{1,5}(?:[/?#]|$)")
_WWW = lazily(r"w{2,4}\d?[.,][\w\-]+\.[\w\-.]+(?:[:/?#]|$)", re.IGNORECASE)
_ENDINGS = "com|org|net|gov|edu|int|info|uk|eu|de|fr|ie|nl|wales|scot|cymru|london|nhs|health|charity"
_DOMAIN = lazily(rf"(?:[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?\.)+(?:{_ENDINGS})(?:[:/?#]|$)", re.IGNORECASE)
_INVISIBLE = lazily(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00a0]|%C2%AD|%C2%A0|%E2%80%8[B-F]|%E2%80%A[A-E]|%E2%81%A0|%EF%BB%BF",
    re.IGNORECASE,
)
_TRAILING = lazily(r"(?:[.,;:!'\"“”‘’>\]…]|%20|%22|%27|%3E|%5D|%E2%80%9[89CD]|%E2%80%A6)+$", re.IGNORECASE)
_HOLLOW = lazily(r"(?:https?:?/*)?(?:w{1,4}\.?)?\W*", re.IGNORECASE)
_DOTS = lazily(r"(?:^|/)\.{1,2}$")
_GLUED = lazily(r"(?<![/=:?&%])https?://", re.IGNORECASE)
_HOST = lazily(r"((?:[a-z][a-z0-9+.\-]*:)?[/\\]{2,})([^/\\?#]*)", re.IGNORECASE)

_KNOWN_SCHEMES = lazily(
    r"https?|mailto|tel|s?ftps?|sms(?:to)?|mms|callto|skype|sips?|xmpp|whatsapp|tg|viber|slack|zoommtg|zoomus|msteams|ms-[a-z]+|onenote"
    r"|webcals?|geo|maps|market|itms(?:-[a-z]+)?|intent|magnet|news|nntp|ircs?|git|ssh|ldaps?|urn|doi|info|wss?|view-source|chrome|edge"
    r"|about|data|blob|javascript|vbscript|facetime(?:-audio)?|fb|spotify|steam|bitcoin|lightning|feed|rtsp|rtmp|mid|cid|tag|imap|pop"
    r"|gopher|telnet|android-app|ios-app|comgooglemaps|shortcuts|workflow|vscode|zotero|nhsapp|app"
)
"""Schemes that are registered (IANA) or that people link to: they are what somebody meant, not a misspelling."""
_AT_PORT = lazily(r"https?:/*[^/\\\\?#]*:0*(\d{1,5})(?:[/\\\\?#]|$)", re.IGNORECASE)
_BAD_PORTS = frozenset(
    {
        *(0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113),
        *(115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556),
        *(563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667),
        *(6668, 6669, 6679, 6697, 10080),
    }
)
"""Ports of mail, files and the like, where no browser asks for a page (WHATWG Fetch, 2.9, "bad port")."""
LONGEST = 4096
"""Characters: a longer address is no slip of the pen, and no pattern here is let loose on it."""

_INTENDED = ("http", "https", "mailto", "tel")


def _bad(says: str, meant: str | None, *, certain: bool) -> Fault:
    return Fault(Reason.BAD_ADDRESS.value, meant, says, certain)


def _near(word: str, wanted: str) -> bool:
    """Whether two words differ by at most one letter added, lost, changed, or two neighbours swapped, or one letter doubled twice."""
    if abs(len(word) - len(wanted)) > 1:
        return False
    if len(word) == len(wanted):
        wrong = [index for index, (a, b) in enumerate(zip(word, wanted, strict=True)) if a != b]
        swapped = len(wrong) == 2 and word[wrong[0]] == wanted[wrong[1]] and word[wrong[1]] == wanted[wrong[0]]
        return len(wrong) == 1 or swapped
    longer, shorter = (word, wanted) if len(word) > len(wanted) else (wanted, word)
    return any(longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer)))


def _scheme_fault(href: str) -> Fault | None:
    """A scheme that is no scheme: misspelt, a host with a port, a drive of a computer."""
    found = _SCHEME.fullmatch(href)
    if not found:
        return None
    scheme, rest = found.group(1).lower(), found.group(2)
    if _KNOWN_SCHEMES.fullmatch(scheme):
        return None
    if ("." in scheme or scheme == "localhost") and _PORT.match(rest):
        return _bad("the “https://” in front is missing", f"https://{href}", certain=True)
    for wanted in _INTENDED:
        if _near(scheme, wanted) or (wanted == "https" and scheme in {"htps", "htttps", "httpss", "hhttps", "hptts", "htpps", "shttp"}):
            meant = f"{wanted}:{rest}" if wanted in {"mailto", "tel"} else f"{wanted}://{rest.lstrip('/:')}"
            return _bad(f"“{scheme}:” is misspelt", meant, certain=True)
    if scheme in {"mail", "email", "e-mail"} and "@" in rest:
        return _bad(f"“{scheme}:” is no way to begin a mail address", f"mailto:{rest.lstrip('/')}", certain=True)
    if scheme in {"phone", "telephone", "mobile"} and re.search(r"\d{3}", rest):
        return _bad(f"“{scheme}:” is no way to begin a telephone number", f"tel:{rest.lstrip('/')}", certain=True)
    if re.match(r"\s+https?://", rest, re.IGNORECASE):
        return _bad("words stand before the address", rest.strip(), certain=True)
    return None


def _host_fault(href: str) -> Fault | None:
    """A host that cannot be one: a comma for a dot, two dots, blanks."""
    found = _HOST.match(href)
    if not found:
        return None
    front, host = found.groups()
    rest = href[found.end() :]
    if re.search(r"\shttps?:", host, re.IGNORECASE):
        return _bad("two addresses stand in one", front + host.split()[0], certain=True)
    if re.search(r"\s", host):
        return _bad("there is a blank in the name of the site", front + re.sub(r"\s+", "", host) + rest, certain=True)
    if "," in host or ".." in host or re.match(r"w{4,}\.|ww\.", host, re.IGNORECASE):
        meant = re.sub(r"^(?:w{4,}|ww)\.", "www.", re.sub(r"\.{2,}", ".", host.replace(",", ".")), flags=re.IGNORECASE)
        return _bad("the name of the site is misspelt", front + meant + rest, certain=False)
    return None


def _certain(href: str) -> Fault | None:
    """The faults that no click survives."""
    if _TEMPLATE.search(href):
        return _bad("a placeholder of a template was left in", None, certain=True)
    if _DRIVE.match(href) or href.lower().startswith("file:"):
        return _bad("it names a file on somebody's computer", None, certain=True)
    if _UNC.match(href):
        return _bad("it names a folder of an internal network", None, certain=True)
    if _MAIL.fullmatch(href):
        return _bad("it is a mail address without “mailto:” in front", f"mailto:{href}", certain=True)
    if found := _MAIL_ON_WEB.fullmatch(href):
        meant = f"mailto:{found.group(1)}{found.group(2) or ''}"
        return _bad("it is a mail address, and begins as a web address does", meant, certain=True)
    if found := _PHONE_ON_WEB.fullmatch(href):
        return _bad("it is a telephone number, and begins as a web address does", found.group(1), certain=True)
    if found := _QUOTES.match(href):
        return _bad("a quotation mark, bracket or blank stands before the address", _CLOSING.sub("", href[found.end() :]), certain=True)
    if found := _TWICE.match(href):
        inner = unquote(href[found.end() :])
        return _bad("it begins with “http” twice", re.sub(r"^(https?):?/*", r"\1://", inner, flags=re.IGNORECASE), certain=True)
    if found := _HALF.match(href):
        return _bad(
            f"“{href[: found.end()]}” is not how an address begins", f"{found.group(1).lower()}://{href[found.end() :]}", certain=True
        )
    if (found := _NO_COLON.match(href)) and (near := next((to for to in ("http", "https") if _near(found.group(1).lower(), to)), None)):
        return _bad(f"“{found.group()}” is not how an address begins", f"{near}://{href[found.end() :]}", certain=True)
    if (found := _AT_PORT.match(href)) and int(found.group(1)) in _BAD_PORTS:
        return _bad(f"no browser asks for a page at port {found.group(1)}", None, certain=True)
    if _WWW.match(href):
        return _bad("the “https://” in front is missing", "https://" + re.sub(r"^w+(\d?)[.,]", r"www\1.", href), certain=True)
    return _scheme_fault(href) or _host_fault(href)


def _suspected(href: str) -> Fault | None:
    """The faults that only explain a failure: a browser reads the address, and it may even work."""
    if _INVISIBLE.search(href):
        return _bad("it holds a character that cannot be seen", _INVISIBLE.sub("", href), certain=False)
    if found := _IN_FRONT.match(href):
        rest = href[found.end() :]
        meant = re.sub(r"^(https?):/+", r"\1://", rest, flags=re.IGNORECASE) if rest[:4].lower() == "http" else f"https://{rest}"
        return _bad(f"“{found.group()}” before it does not belong to it", meant, certain=False)
    if found := _NO_SLASHES.match(href):
        return _bad("the slashes after “:” are missing", f"{found.group(1).lower()}://{href[found.end() :]}", certain=False)
    if found := _WRAPPED.match(href):
        inner = found.group("plain") or unquote(found.group("escaped"))
        return _bad("it was copied from a mail whose filter had rewritten it", inner, certain=False)
    if found := _GLUED.search(href, 1):
        return _bad("two addresses stand in one", href[found.start() :], certain=False)
    if _DOMAIN.match(href):
        return _bad("the “https://” in front is missing", f"https://{href}", certain=False)
    if (found := _TRAILING.search(href)) and not _DOTS.search(href):
        return _bad(f"“{unquote(found.group())}” at its end does not belong to it", href[: found.start()], certain=False)
    if href.endswith(")") and href.count("(") < href.count(")"):
        return _bad("the bracket at its end does not belong to it", href[:-1], certain=False)
    if _BRACES.search(href) or _UNFILLED.match(href):
        return _bad("a placeholder of a template was left in", None, certain=False)
    if re.search(r"\s|%2520", href):
        return _bad("there is a blank in it", re.sub(r"\s+|%2520", "%20", href), certain=False)
    if "&amp;" in href:
        return _bad("“&amp;” was written twice over", href.replace("&amp;", "&"), certain=False)
    if "\\" in href:
        return _bad("it has backslashes", href.replace("\\", "/"), certain=False)
    return None


_BLANKS = "".join(map(chr, range(33)))
_BREAKS = lazily(r"[\t\r\n]")
_SOUND = lazily(
    r"(?:https?://(?!http|ww\.|wwww|todo|tb[acd]|xxx|undefined|null|nan|lorem|insert|add|paste|your|link|url)[a-z0-9-]+(?:\.[a-z0-9-]+)*"
    rf"(?::(?!(?:{'|'.join(map(str, sorted(_BAD_PORTS)))})(?![0-9]))[1-9][0-9]{{0,4}})?"
    r"(?:/[A-Za-z0-9_~/.?=&#+-]*)?|/(?![Ww]{3}\.)[A-Za-z0-9_-][A-Za-z0-9_~/.?=&#+-]*)"
    r"(?<!\.)"
)
"""An address of plain letters with nothing of all the faults above: most are, and need no other look."""


@lru_cache(maxsize=16_384)
def fault(href: str) -> Fault | None:
    """What is wrong with ``href`` as written, or None. Blanks around it, tabs and line ends inside it are a browser's to remove.

    ``mailto:`` and ``tel:`` are judged by ``mail_fault`` and ``phone_fault``; fragments alone have no fault.
    """
    if _SOUND.fullmatch(href):
        return None
    tidy = _BREAKS.sub("", href.strip(_BLANKS))
    if (
        not tidy
        or _SOUND.fullmatch(tidy)
        or len(tidy) > LONGEST
        or tidy.startswith("#")
        or re.match(r"(?:javascript|data|blob|about|mailto|tel|sms):", tidy, re.IGNORECASE)
    ):
        return None
    found = _certain(tidy) or _suspected(tidy)
    if found and found.meant is not None and _HOLLOW.fullmatch(found.meant):
        return found._replace(meant=None)
    return None if found and found.meant == tidy else found
