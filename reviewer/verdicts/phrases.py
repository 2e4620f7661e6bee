"""The words by which walls, error pages, login forms and parked names are known, in several languages. Data only.

All are held against plain lower-case text with straight apostrophes and single blanks. They were written down from what such pages show.
"""

from __future__ import annotations

import re

from reviewer.patterns import lazily
from reviewer.verdicts.languages import MISSING, NEAR


def _any(*phrases: str) -> re.Pattern[str]:
    return lazily("|".join(phrases))


def plain(text: str) -> str:
    """Text as the phrases here want it."""
    return " ".join(text.replace("’", "'").replace("‘", "'").replace("…", "...").lower().split())


_BETWEEN = lazily(r" [|–—•·»:\-]+ |\|")


def pieces(text: str) -> tuple[str, ...]:
    """A title or heading in plain words, and what is left of it without the site's name before or after it."""
    tidy = plain(text)
    parts = (tidy, *_BETWEEN.split(tidy))
    return tuple(piece.strip(" .!") for piece in (parts[0], parts[1], parts[-1]))


WALL_TITLES = _any(
    r"just a moment",
    r"one moment,? please",
    r"attention required! \| cloudflare",
    r"checking your browser",
    r"please wait\.\.\. \| cloudflare",
    r"ddos-guard",
    r"are you (?:a )?(?:human|robot)",
    r"(?:human|bot|robot|captcha) (?:verification|check|challenge)",
    r"verify(?:ing)? (?:that )?you are (?:a )?human",
    r"pardon our interruption",
    r"access to this page has been denied",
    r"client challenge",
    r"security (?:check|checkpoint|verification)",
    r"vercel security checkpoint",
    r"you have been blocked",
    r"request unsuccessful",
    r"captcha",
    r"validating? your browser",
    r"browser check",
    r"un momento|un instant|einen moment",
    r"sucuri website firewall",
)
"""Titles of pages that stand in front of the one that was asked for."""

WALL_MARKS = _any(
    *(r"/cdn-cgi/challenge-platform", r"cf-chl", r"_cf_chl", r"challenges\.cloudflare\.com", r"ray id"),
    *(r"_incapsula_resource", r"incapsula incident id", r"px-captcha", r"perimeterx", r"captcha-delivery\.com", r"datadome"),
    *(r"awswafintegration", r"aws-waf-token", r"token\.awswaf", r"gokuprops"),
    *(r"errors\.edgesuite\.net", r"reference&#32;&#35;", r"reference #[0-9a-f.]{8,}", r"/_sec/cp_challenge", r"ak_bmsc"),
    *(r"g-recaptcha", r"h-captcha", r"hcaptcha\.com", r"friendly-captcha", r"distil_r_captcha", r"kasada", r"kpsdk"),
    *(r"sucuri_cloudproxy", r"ddos-guard", r"support id", r"the requested url was rejected"),
)
"""Marks in the source that such fronts leave."""

WALL_SURE = (
    *("_incapsula_resource?cwudnsai", "_incapsula_resource?swjiylwa", "bm-verify=", "/_sec/verify", "anubis_challenge", "bobcmn"),
    *("sucuri_cloudproxy_js", "captcha-delivery.com", "px-captcha", "/.well-known/sgcaptcha", "window._cf_chl_opt", "awswafintegration"),
)
"""Marks that only the page of such a front has, when it has hardly a word of its own. Each as it stands in the source, in lower case."""

WALL_WIDGETS = lazily(r"class=[\"']?[^\"'>]{0,80}\b(?:h-captcha|g-recaptcha|cf-turnstile|frc-captcha)\b")
"""A CAPTCHA: alone on a page it stands in place of the page."""

WALL_NAMES = _any(
    *(
        r"pardon our interruption",
        r"attention required! \| cloudflare",
        r"radware (?:captcha page|bot manager captcha)",
        r"access to this page has been denied",
    ),
    *(r"(?:making sure|checking(?: that)?|verifying(?: that)?) you(?:'re| are) not a (?:ro)?bot", r"vercel security checkpoint"),
)
"""Whole titles that nobody else gives a page."""

WALL_WORDS = _any(
    r"the requested url was rejected.{0,100}support id",
    r"make sure (?:that )?you(?:'re| are) (?:not a (?:ro)?bot|human)",
    r"made us think (?:that )?you (?:are|were) a bot",
    r"您的访问被阻断",
)
"""What such a page says in its text."""

WALL_HOSTS = frozenset({"validate.perfdrive.com", "geo.captcha-delivery.com", "ct.captcha-delivery.com"})
"""Where fronts lead those whom they take for programs."""

LOGIN_NAMES = lazily(
    r"(?:^|[/._\-?=&])(?:log-?[io]n|sign-?[io]n|sso|saml2?|oauth2?|openid|authn?|authenticate|authorize|adfs|cas|idp|account/begin"
    r"|sessions?/new|wp-login|einloggen|anmelden|anmeldung|connexion|iniciar-sesion|mewngofnodi)(?:$|[/._\-?=&])"
)
"""Names in the path of a login form."""

LOGIN_PAGES = lazily(r"/(?:log-?[io]n|sign-?[io]n|sso|auth|authorize|account/begin|wp-login|anmelden|connexion)(?:\.\w{2,5})?(?:$|/)")
"""A path of somebody who wants the login form itself."""

LOGIN_HOSTS = lazily(r"(?:login|logon|signin|sso|auth|idp|accounts?|id|adfs|identity)\.")

LOGIN_TITLES = _any(
    r"\b(?:log|sign)[ -]?[io]n\b", r"\bsingle sign", r"\banmeld(?:en|ung)\b", r"\bconnexion\b", r"\bmewngofnodi\b", r"\biniciar sesi[oó]n\b"
)

LOGIN_WHOLE = _any(
    r"(?:please )?(?:log|sign)[ -]?[io]n(?: (?:to|with|using|or|and|required|page|form|here|now)\b.{0,60})?",
    r"single sign[ -]?on.{0,20}|authentication required",
    r"(?:bitte )?anmelden|anmeldung|einloggen|connexion|se connecter|mewngofnodi|iniciar sesi[oó]n",
)
"""A whole title or heading of a login form."""

LOGIN_RETURNS = lazily(
    r"(?:^|&)(?:return\w*|redirect\w*|next|goto|continue|service|target|dest\w*|relaystate|samlrequest|client_id|source|back\w*)="
)
"""Where a login form leads afterwards, in its query."""

_THING = r"(?:page|file|document|resource|content|url|article|web ?page|item)"
MISSING_TITLES = _any(
    r"(?:(?:http|error|fehler|erreur|gwall|code|status)[ :\-]*){0,3}404(?:\.0)?(?: error| page| not found| \(not found\)[!1]*)*"
    r"(?: ?[:,.\-–—!] ?(?=.{0,50}(?:found|find|exist|missing|error|gone|lost|available|wrong|oops|sorry"
    r"|page|seite|trouv|gefunden|encontr|dudalen)).{0,60})?",
    rf"(?:error[:,.\- ]*)?(?:(?:oops!?|sorry,?|the|this|that|your|our|requested|web) )*{_THING}"
    r"(?: you(?:'re| are|r)? (?:requested|looking for|trying to reach))?"
    r"(?: (?:was|is|has|have|could|can|cannot|can't|couldn't|does|doesn't|isn't|no|not|be|been|longer))+"
    r" (?:found|available|exists?|removed|deleted|missing|here|gone)(?:.{0,20})?",
    rf"{_THING} (?:not|cannot be|can't be|could not be) found.{{0,20}}",
    rf"{_THING} (?:missing|unavailable|removed|deleted|gone)|missing {_THING}",
    r"(?:object )?not found(?: error| page)?[^a-z]{0,8}",
    r"(?:oops|uh-?oh|whoops|oh no|sorry)\b.{0,60}(?:not found|n't find|cannot find|404|missing|gone|lost|exist).{0,40}",
    r"(?:sorry,? )?(?:we|i)(?: are sorry,? (?:but )?we)? ?(?:can't|cannot|can not|could not|couldn't|were unable to|are unable to) find "
    r"(?:that|the|this|your|what).{0,60}",
    r"(?:angeforderte |gesuchte |gew[uü]nschte |die |diese )*seite (?:(?:wurde|konnte|existiert|ist) .{0,30})?nicht.{0,30}",
    r"(?:oups ?[!,.]* )?(?:la |cette )?page (?:.{0,30} )?(?:introuvable|inexistante|non trouv[eé]e)",
    r"(?:oups ?[!,.]* )?(?:la |cette )?page (?:.{0,30} )?n'existe.{0,12}",
    r"(?:la |esta )?p[aá]gina (?:.{0,20} )?no (?:encontrada|existe|disponible|se .{0,20}encontr.{0,10}).{0,10}",
    r"no (?:se |hemos ).{0,20}(?:encontr|pod).{0,20}p[aá]gina.{0,20}",
    r"pagina (?:non trovata|niet gevonden).{0,10}|p[aá]gina n[aã]o encontrada.{0,10}",
    r"(?:ni |heb )?(?:chafwyd|ddaethpwyd|chanfuwyd|allwn ddod|ddod).{0,20}dudalen.{0,20}",
    r"tudalen (?:heb .{0,12}|ddim |ar )(?:chanfod|ganfod|darganfod|ar gael|goll|gael).{0,10}",
    r"nid yw'r dudalen .{0,20}(?:gael|bodoli).{0,10}|ni ellir (?:dod o hyd i|canfod)'?r dudalen.{0,10}",
    r"(?:leathanach|n[ií]or) .{0,12}aimsi[uú].{0,20}",
    r"sidan .{0,20}hitta(?:de)?s.{0,10}|siden .{0,12}(?:ikke )?fun[dn]et.{0,10}|siden (?:finnes|findes|eksisterer) ikke.{0,10}",
    r"sivua ei l[oö]ytyn.{0,10}|str[aá]nka (?:nenalezena|nebyla nalezena|sa nena[sš]la).{0,10}|az oldal nem tal[aá]lhat[oó].{0,10}",
    r"(?:nie znaleziono strony|strona nie (?:zosta[lł]a znaleziona|istnieje)|nie znaleziono).{0,10}|sayfa bulunamad[iı].{0,10}",
    r"страниц[аы] не (?:найдена|существует).{0,10}|сторінк[уи] не (?:знайдено|існує).{0,10}|η σελίδα δεν (?:βρέθηκε|υπάρχει).{0,10}",
    r"pagina (?:nu a fost g[aă]sit[aă]|nu exist[aă]).{0,10}|(?:お探しの)?ページ(?:が|は)(?:見つかりません|存在しません).{0,10}",
    r"(?:找不到|未找到)(?:页面|頁面|網頁|网页).{0,10}|(?:页面|頁面)(?:不存在|未找到).{0,10}|페이지를 찾을 수 없습니다.{0,10}",
    r"الصفحة غير موجودة.{0,10}",
)
"""A whole title or heading that only an error page has."""

MISSING_WORDS = _any(*(phrase for spoken in MISSING.values() for phrase in spoken))
"""Words that make a page worth comparing with the site's answer to an impossible address."""

PARKED = _any(
    r"domain(?: name)?(?: [\w.\-]{3,60})? (?:is|may be|could be) (?:for sale|available for purchase|parked|expired)",
    r"\b[\w\-]{2,60}\.[a-z]{2,12} is for sale",
    *(r"buy this domain", r"domain (?:is )?for sale", r"this domain (?:name )?(?:has )?(?:expired|been registered|is parked)"),
    *(r"parked (?:free|domain|by|courtesy)", r"domain parking", r"inquire about this domain", r"make an offer on this domain"),
    *(
        r"domain .{0,60}(?:steht zum verkauf|zu verkaufen)",
        r"domaine .{0,40}(?:est à vendre|en vente)",
        r"dominio .{0,40}(?:en venta|a la venta)",
    ),
    r"renew (?:your|this) domain",
)
"""What a name without a site says of itself."""

PARKING = _any(
    *(r"sedoparking\.com", r"parkingcrew\.net", r"bodis\.com", r"parklogic\.com", r"hugedomains\.com", r"afternic\.com"),
    *(
        r"dan\.com/buy-domain",
        r"skenzo",
        r"domainsponsor",
        r"parking-lander",
        r"img1\.wsimg\.com/parking",
        r"cashparking",
        r"uniregistry\.com",
    ),
)
"""Dealers in names, in the address or the source."""

_NOTICE = (
    r"(?:(?:error|http|sorry|unfortunately|oops|451|403)[:,.!]* ?)*(?:(?:this|the|our|that|requested) )*"
    r"(?:(?:content|(?:web ?)?(?:page|site)|video|article|resource|file|programme|program|media|material|service|url|stream|clip)s? )?"
    r"(?:(?:is|are|was) )?"
)
_REGION = r"(?:(?:current|geographic(?:al)?) )?(?:region|country|location|area|territory|state|jurisdiction|market|part of the world)"
_NOT_TO_HAVE = (
    r"(?:(?:not|isn't|aren't|can't be|cannot be) |un)(?:currently |yet )?(?:available|accessible|viewed|accessed|shown|supported)"
)
ELSEWHERE = _any(
    rf"{_NOTICE}{_NOT_TO_HAVE} (?:in|from|to|for|within|outside) (?:your|this|most|some|certain) {_REGION}.{{0,40}}",
    rf"{_NOTICE}{_NOT_TO_HAVE} (?:in|to|for|from|outside|within)(?: \w+){{0,3}} "
    r"(?:european economic area|eea|european union|eu|united kingdom|uk|united states|usa|europe|european countries).{0,40}",
    rf"{_NOTICE}{_NOT_TO_HAVE} (?:due to|for|because of) (?:local |data |privacy )?"
    r"(?:legal|laws?|rights|licen[cs]ing|copyright|gdpr|protection|regulat\w+).{0,40}",
    rf"(?:access|visitors?|users?|traffic)\b.{{0,30}} (?:from|in) your {_REGION} "
    r".{0,20}(?:blocked|restricted|denied|not (?:allowed|permitted))",
)
"""A whole title or heading of a page that is not shown in our place, and may be shown elsewhere."""

HERE = lazily(rf"\b(?:from|in) (?:a country belonging to the european|your {_REGION})\b|\bgdpr\b|european economic area")
BARRED = _any(
    *(r"\bblock(?:ed|ing)\b", r"\b(?:not|n't|un) ?available\b", r"access (?:\w+ ){0,3}(?:granted|denied|restricted)"),
    r"unable to (?:show|offer|grant)",
)
"""What the text of such a page says: a place, and that something is barred there."""

LATER = _any(
    rf"{_NOTICE}(?:temporarily|currently) unavailable.{{0,30}}",
    rf"{_NOTICE}(?:not|isn't|aren't) (?:currently available|available (?:right now|at (?:the moment|this time|present)|for now)).{{0,20}}",
)
"""A whole title or heading of a page that is away for the moment."""

ASKS = _any(r"^(?:if|when|what|why|where|how|is|are|can|could) ", r"\?$")
"""A question or a condition: no statement."""

MISSING_TAILS = _any(
    r"(?:(?:http|error|fehler|erreur|gwall|code|status)[ :\-]*){0,3}404(?=[^:,.\-–—!]{0,14}[:,.\-–—!].)",
    r"(?:oops|uh-?oh|whoops|oh no|sorry)\b",
    r"(?:sorry,? )?(?:we|i)\b.{0,60}? find ",
)
"""Beginnings of an error page's title after which anything may come."""

OF_A_PAGE = lazily(
    r"\b(?:page|file|document|resource|content|url|address|site|website|link|article|item|looking for|requested|asked for|wanted"
    r"|gone|error|oops|sorry|404|seite|p[aá]gina|dudalen)\b|^(?:that|this|it)$"
)
"""What then must come, so that it is the page that is missing."""

SPARED = _any(
    r"available (?:(?:to|for) (?!you\b|view|display)\w+|via |through |by |online|offline|until |as |on (?!this|our|the |that)"
    r"|in (?:(?:this|your|other|any|all) \w*languages?|print|paper|large|audio|video|easy|braille|person|[a-z]+$))",
)
"""What only sounds like an error: something is not to be had in one way."""

SUSPENDED_PAGES = lazily(r"/cgi-sys/suspendedpage\.cgi$|/suspended\.page/?$")
"""Where hosting providers lead visitors of a site whose bill is not paid."""

SUSPENDED = _any(r"(?:this |your |hosting )*(?:account|web ?site|site|domain)(?: (?:has been|is|was))?(?: temporarily)? suspended")
"""A whole title or heading of theirs."""

SUSPENDED_WORDS = lazily(r"hosting|\bbilling\b|web ?host|\b(?:this|the) (?:account|web ?site|site|domain) (?:has been|is|was) suspended")
"""What their text says."""

IN_TITLES = (WALL_TITLES, WALL_NAMES, MISSING_TITLES, MISSING_WORDS, ELSEWHERE, LATER, SUSPENDED, PARKED)
"""What is held against titles and headings."""

IN_PAGES = (_any(*(phrase for spoken in NEAR for phrase in MISSING[spoken])), WALL_WORDS, WALL_WIDGETS, PARKED, PARKING)
"""What is held against the text or the source of a page."""
