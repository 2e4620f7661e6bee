"""What an answer shows besides its status: a wall against programs, a login form, an error page that says 200, a name for sale.

All words here were written down from what such pages show; each needs company (a status, a header, a short page) before it counts, because a
wrong accusation costs more than a missed one: an article about error 404 is not an error page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer import urls
from reviewer.model import Answer


@dataclass(frozen=True, slots=True)
class Glance:
    """What a quick look at an HTML answer gives. ``text`` is the beginning of the visible text, ``length`` the length of all of it.

    ``refresh`` is where a meta refresh (or Refresh header) of 0 seconds leads, as an absolute URL. ``source`` is the beginning of
    the source in lower case, for marks that nobody sees.
    """

    title: str = ""
    headings: tuple[str, ...] = ()
    text: str = ""
    length: int = 0
    refresh: str | None = None
    password: bool = False
    source: str = ""


NOTHING = Glance()

SHORT = 1500
"""An error page, a wall or a parked name has little text: at most this many characters."""

_WALL_STATUS = frozenset({200, 202, 400, 401, 403, 405, 406, 409, 418, 429, 503, 999})

_WALL_TITLES = re.compile(
    r"just a moment|one moment,? please|attention required! \| cloudflare|checking your browser|please wait\.\.\. \| cloudflare"
    r"|ddos-guard|are you (?:a )?(?:human|robot)|(?:human|bot|robot|captcha) (?:verification|check|challenge)|verify(?:ing)? (?:that )?you are (?:a )?human"
    r"|pardon our interruption|access to this page has been denied|client challenge|security (?:check|checkpoint|verification)|vercel security checkpoint"
    r"|you have been blocked|request unsuccessful|captcha|radware (?:bot|captcha)|validating? your browser|browser check|un momento|un instant|einen moment",
    re.IGNORECASE,
)

_WALL_MARKS = re.compile(
    r"/cdn-cgi/challenge-platform|cf-chl|_cf_chl|challenges\.cloudflare\.com|_incapsula_resource|incapsula incident id|px-captcha|perimeterx"
    r"|captcha-delivery\.com|datadome|awswafintegration|aws-waf-token|token\.awswaf|gokuprops|errors\.edgesuite\.net|g-recaptcha|h-captcha"
    r"|hcaptcha\.com|friendly-captcha|distil_r_captcha|/_sec/cp_challenge|ak_bmsc|kasada|kpsdk|sucuri_cloudproxy|ddos-guard|stackpath"
    r"|reference&#32;&#35;|reference #[0-9a-f.]{8,}|ray id|support id|the requested url was rejected",
    re.IGNORECASE,
)


def wall(answer: Answer, glance: Glance) -> bool:
    """Whether a front that keeps programs out answered, instead of the page (Cloudflare, AWS WAF, Akamai, Imperva, DataDome and their kin)."""
    status = answer.status
    if answer.header("cf-mitigated") or status == 999:
        return True
    if (answer.header("x-amzn-waf-action") or "").lower() in {"challenge", "captcha"}:
        return True
    if status not in _WALL_STATUS:
        return False
    titled = bool(_WALL_TITLES.search(glance.title)) or any(_WALL_TITLES.search(heading) for heading in glance.headings[:1])
    marked = bool(_WALL_MARKS.search(glance.source))
    if status in {200, 401, 409}:
        return titled and glance.length < SHORT and (marked or "<script" in glance.source or "<noscript" in glance.source)
    return titled or marked or (status == 202 and glance.length < 50 and "<script" in glance.source)


_LOGIN = re.compile(
    r"(?:^|[/._\-?=&])(?:log-?in|log-?on|sign-?in|sign-?on|sso|saml2?|oauth2?|openid|authn?|authenticate|authorize|adfs|cas|idp|account/begin"
    r"|session/new|sessions/new|wp-login|einloggen|anmelden|anmeldung|connexion|iniciar-sesion|mewngofnodi)(?:$|[/._\-?=&])",
    re.IGNORECASE,
)
_LOGIN_HOST = re.compile(r"^(?:login|logon|signin|sso|auth|idp|accounts?|id|adfs|identity)\.", re.IGNORECASE)
_LOGIN_TITLE = re.compile(
    r"\b(?:log ?in|log ?on|sign ?in|sign ?on|single sign|anmelden|anmeldung|connexion|mewngofnodi|iniciar sesi[oó]n)\b", re.IGNORECASE
)


def _login_address(url: str) -> bool:
    return bool(_LOGIN.search(urls.path(url)) or _LOGIN_HOST.search(urls.hostname(url)))


def login(answer: Answer, glance: Glance) -> bool:
    """Whether somebody who asked for a page was led to a login form instead: a link to a login page itself is no wall."""
    if not answer.hops or _login_address(answer.url):
        return False
    address = _login_address(answer.final_url)
    titled = bool(_LOGIN_TITLE.search(glance.title)) or any(_LOGIN_TITLE.search(heading) for heading in glance.headings[:2])
    return (address and (glance.password or titled or not glance.length)) or (glance.password and titled)


_MISSING_EXACT = re.compile(
    r"(?:(?:http |error |fehler |erreur |gwall )?(?:code |status )?404(?: error| not found|\.0)?(?:[:,.\-– ]+(?:.{0,40}not found|page .{0,30}|error.{0,20}|seite .{0,30}|file .{0,20}))?"
    r"|(?:error[:,.\- ]*)?(?:the |this |your |requested )*(?:page|file|document|resource|content|url|article|web ?page)(?: you(?:'re| are|r)? (?:requested|looking for|trying to reach))?"
    r"(?: (?:was|is|has|could|can|cannot|can't|does|no|not|be|been|longer|n't|it))* (?:found|available|exists?|removed|deleted|missing)(?: \(?404\)?)?"
    r"|page (?:not|cannot be|can't be|could not be) found.{0,20}|not found(?: \(?404\)?)?|page missing|missing page|object not found.{0,5}|oops!?.{0,40}(?:not found|can.?t find|404|missing|gone).{0,30}"
    r"|(?:sorry[,!. ]+)?(?:we|i)(?: are sorry[,!. ]+(?:but )?we)? ?(?:can(?:'|’)?t|can ?not|could(?: not|n(?:'|’)t)|were unable to|are unable to) find (?:that|the|this|your|what).{0,60}"
    r"|(?:sorry[,!. ]+)(?:this|that|the) page .{0,60}|(?:this|that|the) page (?:does(?: not|n(?:'|’)t) exist|no longer exists|isn(?:'|’)t (?:available|here)|has (?:gone|moved or been).{0,20}).{0,30}"
    r"|seite (?:wurde )?nicht (?:gefunden|verf[uü]gbar).{0,10}|(?:die )?(?:angeforderte |gesuchte |gew[uü]nschte )?seite (?:wurde|konnte|existiert).{0,40}nicht.{0,30}"
    r"|(?:la )?page (?:est |demand[eé]e |que vous .{0,20})*(?:introuvable|inexistante|non trouv[eé]e|n(?:'|’)(?:existe|a pas).{0,30}).{0,10}"
    r"|(?:la )?p[aá]gina (?:solicitada )?no (?:encontrada|existe|disponible|se (?:ha )?(?:encontr|pud).{0,20}).{0,10}|no se (?:ha )?encontr.{0,30}p[aá]gina.{0,20}"
    r"|pagina non trovata.{0,10}|pagina niet gevonden.{0,10}|p[aá]gina n[aã]o encontrada.{0,10}|(?:ni )?(?:chafwyd|ddaethpwyd|chanfuwyd|allwn ddod).{0,20}(?:dudalen|tudalen).{0,20}"
    r"|tudalen (?:heb (?:ei )?(?:chanfod|darganfod)|ddim ar gael|ar goll).{0,10}|sidan (?:kunde inte )?hitta(?:de)?s(?: inte)?.{0,10}|siden (?:ble|blev) ikke fundet.{0,10})",
    re.IGNORECASE,
)

_MISSING_WORDS = re.compile(
    r"\b404\b|not found|can(?:'|’)?t find|cannot find|could(?: not|n(?:'|’)t) (?:be found|find)|no longer (?:exists|available)|does(?: not|n(?:'|’)t) exist|page (?:missing|unavailable|removed)"
    r"|nicht gefunden|existiert nicht|introuvable|n(?:'|’)existe (?:pas|plus)|no encontrada|no existe|heb ei chanfod|non trovata|niet gevonden|n[aã]o encontrada|page (?:has )?(?:gone|moved)",
    re.IGNORECASE,
)

_SEPARATOR = re.compile(r"\s+[|–—•·»:\-]+\s+|\s*\|\s*|:\s+")


def _says_missing(text: str) -> bool:
    """Whether a title or heading is an error page's, the site's name beside it left out."""
    tidy = " ".join(text.split()).strip(" .!…")
    pieces = [
        tidy,
        *(piece.strip(" .!…") for piece in _SEPARATOR.split(tidy)[:1]),
        *(piece.strip(" .!…") for piece in _SEPARATOR.split(tidy)[-1:]),
    ]
    return any(piece and _MISSING_EXACT.fullmatch(piece) for piece in pieces)


def missing(glance: Glance) -> bool:
    """Whether the page can only be an error page: its title or first heading says so in so many words, and there is no article under it."""
    if glance.length >= SHORT:
        return False
    first = glance.headings[0] if glance.headings else ""
    if _says_missing(first):
        return True
    return _says_missing(glance.title) and (not first or not glance.text or bool(_MISSING_WORDS.search(glance.text)))


def doubtful(answer: Answer, glance: Glance) -> bool:
    """Whether a 200 is worth comparing with the site's answer to an address that cannot exist."""
    path, final = urls.path(answer.url), urls.path(answer.final_url)
    home = bool(answer.hops) and len(path.strip("/")) > 0 and _home(final) and not _home(path)
    words = f"{glance.title} {' '.join(glance.headings[:2])}"
    document = bool(re.search(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|csv|mp[34]|jpe?g|png|gif)$", path, re.IGNORECASE)) and bool(glance.source)
    return (
        home or document or bool(_MISSING_WORDS.search(words)) or (glance.length < SHORT and bool(_MISSING_WORDS.search(glance.text[:400])))
    )


def _home(path: str) -> bool:
    """Whether a path is a site's front page, or that of one of its languages."""
    return bool(re.fullmatch(r"/(?:(?:index|default|home)(?:\.\w+)?)?/?|/(?:en|cy|fr|de|es|it|nl)(?:-[a-z]{2})?/?", path, re.IGNORECASE))


_NUMBERS = re.compile(r"\d+|[0-9a-f]{16,}", re.IGNORECASE)


def alike(answer: Answer, glance: Glance, other: Answer, other_glance: Glance, *, probe: str) -> bool:
    """Whether two answers of one host are the same page: what it says to an address that cannot exist, and what it says to ours.

    A redirect to one place is alike; so are two pages of the same title, headings and text, the addresses in them left out. A page with
    almost no text is no evidence: applications that draw themselves by script begin alike.
    """
    if other.status != answer.status:
        return False
    if answer.hops or other.hops:
        return bool(answer.hops) == bool(other.hops) and urls.without_fragment(answer.final_url) == urls.without_fragment(other.final_url)
    if (answer.header("content-type") or "").partition(";")[0] != (other.header("content-type") or "").partition(";")[0]:
        return False

    def bare(glance: Glance, url: str) -> tuple[str, ...]:
        name = urls.decoded(urls.path(url)).rpartition("/")[2]
        texts = (glance.title, *glance.headings, glance.text)
        return tuple(_NUMBERS.sub("", text.replace(urls.decoded(urls.path(url)), "").replace(name, "") if name else text) for text in texts)

    return glance.length > 20 and bare(glance, answer.url) == bare(other_glance, probe)


_PARKED = re.compile(
    r"(?:this |the )?domain(?: name)?(?: [\w.\-]{3,60})? (?:is|may be|could be) (?:for sale|available for purchase|parked|expired)|buy this domain|domain (?:is )?for sale"
    r"|this domain (?:name )?(?:has )?(?:expired|been registered|is parked)|parked (?:free|domain|by|courtesy)|domain parking|inquire about this domain|make an offer on this domain"
    r"|(?:diese|die) domain .{0,60}(?:steht zum verkauf|zu verkaufen)|ce (?:nom de )?domaine .{0,40}(?:est à vendre|en vente)|este dominio .{0,40}(?:en venta|a la venta)"
    r"|related searches.{0,400}(?:privacy policy|domain)|renew (?:your|this) domain",
    re.IGNORECASE | re.DOTALL,
)
_PARKING = re.compile(
    r"sedoparking\.com|parkingcrew\.net|bodis\.com|parklogic\.com|hugedomains\.com|afternic\.com|dan\.com/buy-domain|above\.com/marketplace|skenzo|domainsponsor|voodoo\.com"
    r"|parking-lander|img1\.wsimg\.com/parking|undeveloped\.com|sav\.com/parked|cashparking|uniregistry\.com",
    re.IGNORECASE,
)


def parked(answer: Answer, glance: Glance) -> bool:
    """Whether the name is for sale or shows only advertisements: words to that end on a short page, or a dealer's page with such words."""
    if glance.length >= SHORT:
        return False
    front = f"{glance.title} {' '.join(glance.headings)} {glance.text}"
    dealer = bool(_PARKING.search(answer.final_url) or _PARKING.search(glance.source))
    if dealer:
        return bool(
            _PARKED.search(front)
            or urls.hostname(answer.final_url) != urls.hostname(answer.url)
            or not glance.length
            or "related searches" in front.lower()
        )
    return bool(_PARKED.search(f"{glance.title} {' '.join(glance.headings[:2])}")) or (
        glance.length < 600 and bool(_PARKED.search(glance.text))
    )
