"""The words with which pages state their dates, as data: English, German, French, Spanish and Welsh.

A label is a regular expression over text in which white space is one blank and apostrophes are straight; case does not count. Every
part of it is bounded. ``STRONG`` labels leave no doubt about their kind; ``PLAIN`` ones are clear with a date after them; a ``WEAK`` one
may also mean something else. A ``said`` label is part of a sentence: it counts when the sentence speaks of the page ("This guideline
will be reviewed in June 2027").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reviewer.model import DateKind

WEAK, PLAIN, STRONG = 1, 2, 3
DUE, LAST, UPDATED, PUBLISHED, EXPIRES = DateKind.DUE, DateKind.LAST_REVIEWED, DateKind.UPDATED, DateKind.PUBLISHED, DateKind.EXPIRES


@dataclass(frozen=True, slots=True)
class Label:
    """One way to announce a date: its kind, how clear it is, whether it is part of a sentence, and the pattern."""

    kind: DateKind
    strength: int
    pattern: str
    said: bool = False


_HOW = (
    r"(?:scheduled |planned |formal |full |annual |policy |document |page |content |clinical |periodic |major |due |expected |"
    r"routine |medical )?"
)
_WHEN = r"(?: (?:is |was )?(?:date|due date|due by|due on|due in|due|by|deadline|month|year|scheduled|planned|expected|required))?"
_AND_MORE = (
    r"(?:(?: and| &|,|/) ?(?:last )?(?:updated|approved|revised|agreed|amended|ratified|adopted|verified|re-?issued|checked|edited)){0,2}"
)

LABELS: Final = (
    # --- English: due -------------------------------------------------------------------------------------------------
    Label(DUE, STRONG, r"(?:new|revised|extended|current|amended) (?:next )?re-?view (?:due )?dates?"),
    Label(
        DUE,
        STRONG,
        r"re-?view (?:date )?(?:is |was |has been )?(?:now )?(?:extended|moved|postponed|deferred|delayed|put back|brought forward) "
        r"(?:to|until|till)",
    ),
    Label(DUE, WEAK, r"(?:original|initial|first|old) re-?view (?:due )?dates?"),
    Label(
        DUE, PLAIN, r"next (?:page |content |planned |scheduled )?updates?(?: date)?(?: is| was)?(?: due| expected| planned)?(?= ?[:=–—-])"
    ),
    Label(DUE, PLAIN, r"next (?:page |content |planned |scheduled )?update (?:date|due|is due|is expected|is planned|expected|planned)"),
    Label(DUE, STRONG, r"(?:will (?:be )?next|is next due to|is next to|next to) (?:be )?(?:updated|revised)", said=True),
    Label(
        DUE,
        STRONG,
        r"(?:should|ought to|(?:was|were) (?:due |meant |supposed |scheduled )?to|needed to|had to) have been (?:next |fully |formally )?"
        r"(?:re-?viewed|reassessed|revisited)(?: again)?",
        said=True,
    ),
    Label(DUE, STRONG, rf"next {_HOW}(?:review|re-?review|revision){_WHEN}"),
    Label(DUE, STRONG, r"next (?:reviewed|due for (?:a )?review|to be reviewed|revised)(?: by| on)?"),
    Label(DUE, STRONG, r"(?:date|month|year) (?:of|for) (?:the |its )?next (?:scheduled |planned |formal )?(?:review|revision)(?: date)?"),
    Label(
        DUE,
        STRONG,
        r"review (?:is |was )?(?:due|required|needed|expected|planned|scheduled|deadline)(?: date)?(?: by| on| in| before| for)?",
    ),
    Label(DUE, STRONG, r"(?:(?:for )?review|to be reviewed) (?:by|before|no later than|not later than|on or before)(?: date| end)?"),
    Label(DUE, STRONG, r"(?:date )?(?:is |was |falls |fell |next )?due (?:for|to be|for a|for its)(?: next| full)? re-?(?:view|viewed)"),
    Label(DUE, STRONG, r"date (?:due )?(?:for|of) (?:next |future |document |policy )?re-?view due"),
    Label(DUE, STRONG, r"(?:proposed|target|expected|anticipated|future|planned|scheduled|formal|mandatory|statutory) review(?: date)?"),
    Label(
        DUE, STRONG, r"(?:scheduled|planned|timetabled|set|up|earmarked) for (?:a |its |the )?(?:next |full |formal )?re-?view", said=True
    ),
    Label(
        DUE,
        STRONG,
        r"(?:will|must|should|shall|needs? to|has to|have to|is to|are to|to|may|can)(?: next| then| also)? be (?:next |"
        r"fully |formally |routinely |re-?|considered for )*"
        r"(?:reviewed|review|reassessed|revisited|re-?evaluated)(?: again| next)?",
        said=True,
    ),
    Label(
        DUE,
        STRONG,
        r"(?:we|authors?|the team) (?:will|plan to|aim to|intend to|expect to) (?:next )?review (?:this|it|the)(?: "
        r"\w{2,20}){0,3}?(?: again)?(?= (?:in|on|by|before)\b)",
    ),
    Label(
        DUE,
        STRONG,
        r"review of (?:this|the)(?: [\w-]{2,20}){1,3}? (?:will take place|is (?:next )?due|is scheduled|is planned|will be "
        r"(?:carried out|undertaken|conducted|completed))",
    ),
    Label(
        DUE,
        STRONG,
        r"(?:subject to|undergo|due (?:a|its)) (?:a |its |an )?(?:next |further |full )?review(?= (?:in|on|by|before|no later)\b)",
        said=True,
    ),
    Label(DUE, PLAIN, r"next due(?: date)?"),
    Label(DUE, PLAIN, r"(?:due for|next) (?:update|revision|renewal) due|due for (?:update|revision|an update)"),
    Label(DUE, STRONG, r"(?:review|reviewed) again"),
    Label(DUE, PLAIN, r"re-?view dates?(?! range)"),
    Label(DUE, PLAIN, r"re-?view (?:year|month)(?= ?[:=])"),
    Label(
        DUE,
        STRONG,
        r"the (?:\w{2,15} )?(?:trust|board|governing body|governors|committee|council|school|department|trustees|directors|university|"
        r"college|practice|headteacher|service) (?:will|shall|plans? to|aims? to|intends? to) (?:next |formally )?re-?view this "
        r"(?:policy|page|document|guideline|guidance|procedure|protocol|plan|strategy|statement|leaflet|code|charter|scheme|framework)"
        r"(?: again)?(?= (?:in|on|by|before)\b)",
    ),
    Label(DUE, PLAIN, r"re-?view(?: and|/| or| &) ?(?:expiry|expiration|revision|renewal|update|approval) date"),
    Label(DUE, PLAIN, r"(?:expiry|expiration|revision)(?: and|/| or| &) ?review date"),
    Label(DUE, PLAIN, r"(?:date|month|year) (?:of|for|due for) (?:policy |document |annual |the )?re-?view"),
    Label(DUE, PLAIN, r"for review(?: by| in| on)?"),
    Label(DUE, WEAK, r"re-?view(?= ?[:=–—-])"),
    Label(DUE, WEAK, r"(?-i:Review|REVIEW)(?= (?:in |by |on )?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"),
    # --- English: last reviewed ---------------------------------------------------------------------------------------
    Label(
        LAST,
        STRONG,
        r"(?:last|latest|most recent|most recently) (?:full |formal |formally |medical |medically |clinical |clinically |"
        r"editorial |fact |fact-|annual |content |page |policy |"
        rf"document |expert |peer )?(?:re-?viewed|re-?view|checked|check|verified|validated|fact-?checked|"
        rf"confirmed){_AND_MORE}(?: date| on| in| completed)?",
    ),
    Label(LAST, STRONG, r"(?:previous|prior|preceding) (?:full |formal |policy |document |page )?re-?view(?:ed)?(?: dates?)?(?: on| in)?"),
    Label(LAST, STRONG, r"date (?:of )?(?:the )?(?:last|latest|most recent|previous) (?:review|check|reviewed|checked)"),
    Label(LAST, STRONG, r"date (?:last )?(?:re-?viewed|checked|verified)"),
    Label(LAST, STRONG, r"re-?view(?:ed)? (?:date )?(?:was )?(?:completed|carried out|undertaken|conducted|done|finished)(?: on| in)?"),
    Label(
        LAST,
        STRONG,
        rf"(?:medically|clinically|scientifically|editorially|legally|peer|fact|expert)[ -](?:re-?viewed|checked){_AND_MORE}(?: on| in)?",
    ),
    Label(LAST, PLAIN, rf"(?:re-?viewed|checked){_AND_MORE} (?:on|in|at)"),
    Label(LAST, PLAIN, rf"re-?viewed{_AND_MORE}(?! (?:by|in|on|at|again|next|every))"),
    Label(LAST, WEAK, rf"re-?viewed{_AND_MORE}(?= by )"),
    Label(LAST, PLAIN, r"(?:checked|verified)(?= ?[:=])|(?-i:Checked|Verified)(?= \d)"),
    Label(LAST, STRONG, r"(?:we|authors?) (?:last )?(?:checked|reviewed|verified) this (?:\w{2,20} ){1,3}?(?:in|on)"),
    Label(
        LAST,
        STRONG,
        r"(?:information|content|contents|details|page|document|guidance|advice|facts|text)(?: (?:on|in) this (?:page|"
        r"document|leaflet|guide|website|factsheet))? "
        r"(?:is |was |are |were )?(?:believed to be )?(?:current|correct|accurate|valid|up[ -]to[ -]date|true) (?:as of|"
        r"as at|at|on|as on|in)(?: the)?",
    ),
    Label(LAST, PLAIN, r"(?:current|correct|accurate|up[ -]to[ -]date) as (?:of|at|on)"),
    # --- English: updated ---------------------------------------------------------------------------------------------
    Label(
        UPDATED,
        STRONG,
        r"(?:last|latest|most recent|most recently) (?:page |content |site |major |minor |substantive )?(?:updated?|"
        r"modified|modification|re-?vised|revision|amended|amendment|"
        r"edited|edit|changed|change|refreshed|saved)(?: date| on| at| in)?",
    ),
    Label(
        UPDATED,
        STRONG,
        r"date (?:of )?(?:the )?(?:last |latest |most recent )?(?:updated?|modified|modification|revised|revision|amended|amendment)",
    ),
    Label(UPDATED, STRONG, r"(?:update|updated|revision|revised|amendment|modification|modified) date"),
    Label(UPDATED, PLAIN, r"(?:updated|modified|amended|edited|refreshed|re-?vised) (?:on|in|at)"),
    Label(UPDATED, PLAIN, r"(?:updated|modified|amended|re-?vised)(?! (?:on|in|at|by|every|edition|version|guid|policy|set|draft|list))"),
    Label(UPDATED, WEAK, r"(?:updated|modified|amended|re-?vised|edited)(?= by )"),
    Label(UPDATED, WEAK, r"(?:update|revision)(?= ?[:=])"),
    Label(UPDATED, PLAIN, r"unchanged since"),
    Label(UPDATED, STRONG, r"we (?:have )?(?:last )?(?:updated|revised|amended|changed) (?:this|these|our) (?:\w{2,20} ){1,3}?(?:on|in)"),
    # --- English: published, in force ---------------------------------------------------------------------------------
    Label(
        PUBLISHED, STRONG, r"(?:first |originally |originally? )?(?:published|issued|posted)(?: online)?(?: date)?(?: on| in| at)?(?! by)"
    ),
    Label(
        PUBLISHED,
        WEAK,
        r"(?:first |originally )?(?:published|issued|posted|prepared|approved|ratified|adopted|written|created|authorised)(?= by )",
    ),
    Label(PUBLISHED, STRONG, r"(?:date )?(?:of )?(?:first )?(?:publication|publishing|issue|issuance|release)(?: date)?(?=[ :=-])"),
    Label(PUBLISHED, STRONG, r"date (?:first )?(?:published|issued|released|posted)"),
    Label(
        PUBLISHED,
        PLAIN,
        r"(?:(?:effective|in force|valid|applicable|in effect)(?! (?:until|till|to|through|up))|commencement|implementation|"
        r"go[- ]live)(?: as)?(?: date)?(?: from| since| of)?",
    ),
    Label(
        PUBLISHED,
        PLAIN,
        r"date (?:effective|of implementation|in force|of preparation|of creation|prepared|created|written|produced|of origin|of adoption)",
    ),
    Label(PUBLISHED, PLAIN, r"(?:prepared|created|written|produced|drafted)(?: on| in)?(?! by)"),
    Label(
        PUBLISHED,
        WEAK,
        r"(?:date )?(?:of )?(?:approved|approval|ratified|ratification|adopted|adoption|authorised|agreed|endorsed)(?: "
        r"date)?(?: on| in)?(?! by)",
    ),
    Label(PUBLISHED, WEAK, r"(?:creation|preparation|origination) date"),
    Label(PUBLISHED, PLAIN, r"validity(?: period)?(?= ?:)"),
    Label(PUBLISHED, WEAK, r"version(?: date)?(?= ?:? ?(?:[a-z]{3,9}\.? )?\d)"),
    # --- English: expires ---------------------------------------------------------------------------------------------
    Label(EXPIRES, STRONG, r"(?:expiry|expiration|expire|validity end|end of validity) date"),
    Label(EXPIRES, STRONG, r"date of (?:expiry|expiration)"),
    Label(EXPIRES, PLAIN, r"(?:expires|expired|will expire|is due to expire|expiry|expiring)(?: on| in| at)?", said=True),
    Label(
        EXPIRES,
        PLAIN,
        r"(?:is |are |remains? )?(?:valid|in force|in effect|effective|applicable) (?:until|till|to|through|up to)(?: and including)?",
    ),
    # --- German -------------------------------------------------------------------------------------------------------
    Label(
        DUE,
        STRONG,
        r"nächste[rsn]? (?:geplante[rn]? )?(?:über)?prüfung(?:sdatum|stermin)?(?: fällig| geplant| vorgesehen)?(?: am| bis| im)?",
    ),
    Label(
        DUE,
        STRONG,
        r"nächste[rsn]? (?:geplante[rn]? )?(?:revision|überarbeitung|review|durchsicht)(?:sdatum|stermin)?(?: fällig| "
        r"geplant)?(?: am| bis| im)?",
    ),
    Label(DUE, STRONG, r"(?:erneut |spätestens )?zu (?:über)?prüfen (?:bis|am|im)(?: zum)?"),
    Label(DUE, STRONG, r"(?:über)?prüfung (?:fällig|geplant|vorgesehen|spätestens)(?: am| bis| im)?"),
    Label(DUE, PLAIN, r"(?:überprüfungs|prüf|revisions|review-?)(?:datum|termin|frist)"),
    Label(DUE, PLAIN, r"wiedervorlage(?:datum)?(?: am| bis)?"),
    Label(
        DUE,
        STRONG,
        r"(?:wird|soll|muss|ist)(?: spätestens| voraussichtlich| wieder| erneut){0,2}(?: bis(?: zum| ende)?| im| am| "
        r"zum)(?=.{4,40}(?:überprüf|geprüft|überarbeit|zu prüfen))",
        said=True,
    ),
    Label(LAST, STRONG, r"(?:letzte[rsn]?|jüngste) (?:inhaltliche |fachliche |medizinische )?(?:über)?prüfung(?:sdatum)?(?: am| im)?"),
    Label(LAST, STRONG, r"zuletzt (?:inhaltlich |fachlich |medizinisch )?(?:geprüft|überprüft|kontrolliert|durchgesehen)(?: am| im)?"),
    Label(LAST, STRONG, r"(?:wurde |zuletzt |letztmals ){1,2}(?:am|im)(?=.{4,30}(?:überprüft|geprüft|kontrolliert|durchgesehen))"),
    Label(UPDATED, STRONG, r"(?:wurde |zuletzt |letztmals ){1,2}(?:am|im)(?=.{4,30}(?:aktualisiert|geändert|bearbeitet|überarbeitet))"),
    Label(LAST, PLAIN, r"(?:inhaltlich |fachlich |medizinisch )?(?:geprüft|überprüft)(?: am| im)"),
    Label(
        LAST,
        PLAIN,
        r"(?:informations|daten|sach|rechts)?stand(?: der (?:information|informationen|daten|seite|angaben))?(?= ?[:=–—-]|"
        r" ?\(?\d| (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember))",
    ),
    Label(
        UPDATED, STRONG, r"letzte[rsn]? (?:inhaltliche )?(?:aktualisierung|änderung|bearbeitung|überarbeitung|revision)(?: am| im| vom)?"
    ),
    Label(UPDATED, STRONG, r"zuletzt (?:aktualisiert|geändert|bearbeitet|überarbeitet)(?: am| im)?"),
    Label(UPDATED, PLAIN, r"(?:aktualisiert|geändert|überarbeitet)(?: am| im)?(?= ?:| \d)"),
    Label(UPDATED, PLAIN, r"(?:aktualisierungs|änderungs)datum"),
    Label(UPDATED, PLAIN, r"(?:aktualisierung|änderung|überarbeitung)(?: vom| von| am)"),
    Label(DUE, STRONG, r"nächste (?:geplante )?aktualisierung(?: geplant)?(?: am| bis| im)?"),
    Label(UPDATED, PLAIN, r"unverändert (?:gültig )?seit"),
    Label(PUBLISHED, STRONG, r"(?:erst)?veröffentlich(?:t|ung|ungsdatum)(?: am| im)?"),
    Label(PUBLISHED, PLAIN, r"(?:erstellt|publiziert|erschienen)(?: am| im)"),
    Label(PUBLISHED, PLAIN, r"(?:erscheinungs|erstellungs|ausgabe)datum"),
    Label(PUBLISHED, PLAIN, r"(?:gültig (?:ab|seit)|in kraft (?:seit|ab|getreten am))(?: dem)?"),
    Label(EXPIRES, STRONG, r"(?:gültig bis|ablaufdatum|gültigkeit endet|läuft ab)(?: am| zum)?"),
    # --- French -------------------------------------------------------------------------------------------------------
    Label(
        DUE,
        STRONG,
        r"(?:date (?:de |pour )(?:la )?)?prochaine? (?:date de )?(?:révision|revision|revue|relecture|vérification|"
        r"réévaluation|examen|réexamen)(?: prévue?| prévu)?(?: le| en| au| pour| avant)?",
    ),
    Label(DUE, STRONG, r"à (?:réviser|revoir|relire|vérifier|réexaminer|réévaluer)(?: avant| d'ici| le| en| au plus tard){0,2}"),
    Label(DUE, STRONG, r"(?:révision|réexamen|relecture) (?:prévue?|programmée?)(?: le| en| pour| avant)?"),
    Label(
        DUE,
        STRONG,
        r"(?:sera|doit être|devra être|seront)(?: de nouveau| à nouveau)? (?:révisée?s?|revue?s?|réexaminée?s?|"
        r"réévaluée?s?|relue?s?)(?: en| le| avant| au plus tard){0,2}",
        said=True,
    ),
    Label(DUE, STRONG, r"(?:date de (?:la )?)?prochaine (?:mise à jour|actualisation)(?: prévue)?(?: le| en| pour)?"),
    Label(DUE, PLAIN, r"(?:échéance|date limite) de (?:révision|revue|réexamen)"),
    Label(DUE, PLAIN, r"date de (?:révision|réexamen|réévaluation)"),
    Label(LAST, STRONG, r"(?:date de (?:la )?)?dernière (?:relecture|vérification|revue|validation)(?: le| en| du)?"),
    Label(LAST, PLAIN, r"(?:vérifiée?|relue?|validée?)s?(?: médicalement)?(?: le| en)"),
    Label(LAST, PLAIN, r"(?:informations? |contenu )?(?:à jour|exactes?|valables?) au"),
    Label(
        UPDATED,
        STRONG,
        r"(?:date de (?:la )?)?dernières? (?:révision|mise à jour|mises à jour|modification|actualisation|maj)(?: le| en| "
        r"du| effectuée le)?",
    ),
    Label(
        UPDATED,
        PLAIN,
        r"(?:mise?s? à jour|actualisée?s?|modifiée?s?|révisée?s?|màj)(?: le| en| du| au)?(?= ?:| \d| (?:janv|févr|mars|avr|mai|juin|"
        r"juil|ao[uû]t|sept|oct|nov|déc))",
    ),
    Label(PUBLISHED, STRONG, r"(?:publiée?s?|parue?s?|mise?s? en ligne)(?: le| en)"),
    Label(PUBLISHED, STRONG, r"date de (?:publication|parution|création|mise en ligne)"),
    Label(PUBLISHED, PLAIN, r"(?:créée?|rédigée?)(?: le| en)"),
    Label(PUBLISHED, PLAIN, r"en vigueur (?:depuis|à compter|au|le|à partir)(?: du| le)?"),
    Label(EXPIRES, STRONG, r"(?:valable|valide) jusqu'(?:au|en|à)(?: fin)?"),
    Label(EXPIRES, STRONG, r"(?:date d'(?:expiration|échéance)|date de fin de validité|fin de validité)"),
    # --- Spanish ------------------------------------------------------------------------------------------------------
    Label(DUE, STRONG, r"(?:fecha de (?:la )?)?próxima (?:fecha de )?(?:revisión|evaluación)(?: prevista| programada)?(?: el| en| para)?"),
    Label(DUE, STRONG, r"(?:fecha de (?:la )?)?próxima (?:fecha de )?actualización(?: prevista)?(?: el| en| para)?"),
    Label(DUE, STRONG, r"revisión (?:prevista|programada|pendiente)(?: el| en| para)?"),
    Label(
        DUE,
        STRONG,
        r"(?:se revisará|será revisad[oa]|deberá (?:revisarse|ser revisad[oa])|debe (?:revisarse|ser revisad[oa])|a "
        r"revisar)(?: de nuevo| nuevamente)?(?: en| el| antes del?)?",
        said=True,
    ),
    Label(DUE, PLAIN, r"fecha (?:de|para (?:la )?) ?revisión"),
    Label(LAST, STRONG, r"(?:fecha de (?:la )?)?última (?:fecha de )?(?:revisión|verificación|comprobación)(?: el| en)?"),
    Label(LAST, PLAIN, r"(?:revisad[oa]s?|verificad[oa]s?|comprobad[oa]s?)(?: el| en| por última vez| por última vez el)(?: el)?"),
    Label(UPDATED, STRONG, r"(?:fecha de (?:la )?)?última (?:fecha de )?(?:actualización|modificación)(?: el| en)?"),
    Label(
        UPDATED,
        PLAIN,
        r"(?:actualizad[oa]s?|modificad[oa]s?)(?: el| en| a| al)?(?= ?:| \d| (?:enero|febrero|marzo|abril|mayo|junio|"
        r"julio|agosto|sept|octubre|nov|dic))",
    ),
    Label(UPDATED, PLAIN, r"fecha de (?:la )?(?:actualización|modificación)"),
    Label(PUBLISHED, STRONG, r"publicad[oa]s?(?: el| en)?(?= ?:| \d)"),
    Label(PUBLISHED, STRONG, r"fecha de (?:publicación|creación|elaboración|emisión|aprobación)"),
    Label(PUBLISHED, PLAIN, r"(?:vigente desde|en vigor desde|entrada en vigor)(?: el)?"),
    Label(EXPIRES, STRONG, r"(?:válid[oa]s?|vigentes?|en vigor) hasta(?: el)?"),
    Label(EXPIRES, STRONG, r"fecha de (?:caducidad|vencimiento|expiración)"),
    # --- Welsh --------------------------------------------------------------------------------------------------------
    Label(DUE, STRONG, r"(?:dyddiad )?(?:yr )?adolygiad nesaf(?: yn ddyledus| i'w gynnal)?(?: ar| ym| yn| erbyn)?"),
    Label(DUE, STRONG, r"dyddiad adolygu nesaf"),
    Label(DUE, PLAIN, r"i'w h?adolygu(?= ?:)"),
    Label(DUE, STRONG, r"adolygir (?:y|yr) (?:\w{2,20} ){1,2}(?:hwn|hon)(?: eto)?(?: erbyn| ar| ym mis| ym| yn)"),
    Label(
        DUE, STRONG, r"(?:i'w|i gael ei|yn cael ei|gael ei|angen ei|ei) h?adolygu(?: eto| nesaf)?(?: erbyn| ar| ym mis| ym| yn)", said=True
    ),
    Label(DUE, STRONG, r"adolygu(?:'r dudalen)? (?:erbyn|nesaf)(?: ar)?"),
    Label(DUE, PLAIN, r"dyddiad (?:yr )?adolyg(?:u|iad)"),
    Label(LAST, STRONG, r"adolygwyd(?: y dudalen(?: hon)?)?(?: ddiwethaf| diwethaf)(?: ar| ym| yn)?"),
    Label(LAST, STRONG, r"(?:dyddiad )?(?:yr )?adolygiad diwethaf(?: ar)?"),
    Label(LAST, STRONG, r"(?:ei )?h?adolygu (?:ddiwethaf|diwethaf|am y tro diwethaf)(?: ar| ym| yn)?"),
    Label(LAST, PLAIN, r"adolygwyd(?: y dudalen(?: hon)?)?(?: ar| ym| yn)?(?= ?:| (?:ar |ym )?\d)"),
    Label(
        UPDATED,
        STRONG,
        r"(?:diweddarwyd|diwygiwyd|newidiwyd|addaswyd)(?: y dudalen(?: hon)?)?(?: ddiwethaf| diwethaf)?(?: ar| ym mis| ym| yn)?",
    ),
    Label(UPDATED, STRONG, r"(?:dyddiad )?(?:y )?(?:diweddariad|diwygiad|newid) diwethaf(?: ar)?"),
    Label(UPDATED, STRONG, r"(?:wedi'i|wedi ei|ei|dyddiad) dd?iweddaru(?: ddiwethaf| diwethaf)?(?: ar| ym| yn)?"),
    Label(PUBLISHED, STRONG, r"(?:cyhoeddwyd|dyddiad cyhoeddi)(?: gyntaf)?(?: ar| ym| yn)?"),
    Label(EXPIRES, STRONG, r"(?:dyddiad (?:dod i ben|terfyn)|(?:yn )?ddilys (?:tan|hyd at|hyd)|daw i ben)(?: ar)?"),
)

STEMS: Final = frozenset(
    {"review", "check", "verif", "validat", "updat", "modif", "revis", "amend", "edited", "chang", "refresh", "publi"}
    | {"issue", "posted", "confirm", "effective", "in force", "valid", "prepar", "creat", "written", "produc", "draft"}
    | {"approv", "ratif", "adopt", "version", "expir", "in effect", "current", "correct", "accurate", "up to date"}
    | {"up-to-date", "release", "implement", "commenc", "applicable", "origin", "next due", "due for", "re-view"}
    | {"reassess", "re-assess", "revisit", "evaluated", "agreed", "endorsed", "authorised", "go-live", "go live"}
    | {"assessed", "prüf", "durchsicht", "überarbeit", "aktualis", "änder", "bearbeit", "veröffent", "erstellt"}
    | {"erschienen", "erscheinung", "ausgabe", "gültig", "in kraft", "stand", "wiedervor", "ablauf", "läuft ab", "zuletzt"}
    | {"letztmals", "révis", "revue", "relect", "relu", "vérif", "réexam", "rééval", "à jour", "màj", "parue", "paru "}
    | {"en ligne", "rédig", "créé", "vigueur", "vigor", "vigente", "valable", "échéance", "examen", "révision", "comprob"}
    | {"actualiz", "caducidad", "vencim", "válid", "fecha de", "adolyg", "diwedd", "diwyg", "newid", "addas", "cyhoedd"}
    | {"dyddiad", "ddilys", "daw i ben", "live", "expiry", "true as"}
    | {"saved"}
)
"""Pieces of words, in small letters, of which every label has one: a text without any is passed over at once (a search for each costs
less than one expression for all)."""

_NOUNS: Final = (
    r"(?:page|document|policy|policies|guideline|guidelines|guidance|procedure|protocol|statement|leaflet|booklet|"
    r"brochure|information|content|contents|factsheet|fact sheet|"
    r"plan|strategy|framework|terms|notice|sop|manual|handbook|standard|charter|code|resource|topic|article|website|site|"
    r"web page|webpage|pathway|formulary|entry|"
    r"register|form|version|summary|template|toolkit|guide|agreement|report|advice|section|publication|technology "
    r"appraisal|appraisal|recommendations?|"
    r"seite|dokument|leitlinie|richtlinie|informationen|inhalt|inhalte|text|artikel|politique|fiche|texte|contenu|"
    r"página|documento|política|guía|artículo|contenido|información|dudalen|tudalen|ddogfen|polisi|canllaw|wybodaeth|cynnwys|datganiad|strategaeth|cynllun|gweithdrefn|weithdrefn|"
    r"procédure|protocole|procedimiento|protocolo|konzept|satzung|merkblatt)\b"
)
_OWN_NOUNS: Final = (
    r"(?:directive|bylaws?|by-laws?|curriculum|memorandum|sla|service level agreement|runbook|playbook|adr|patient group direction|"
    r"pgd|norma|orders|regulations|rules|constitution|scheme|procedures|arrangements|terms of reference|risk assessment|list|"
    r"database|commitment|assessment|licence|collection|"
    r"series|dataset|specification|service specification|hub|toolkits|module|course|training|instructions?|circular|bulletin|report)\b"
)
SUBJECT: Final = re.compile(
    rf"(?:^|\b)(?:this|these|our)(?: [\w'-]{{1,24}}){{0,2}}? {_OWN_NOUNS}|"
    rf"(?:^|\b)(?:(?:this|these|our|its|diese[rsn]?|cette|ce|cet|est[ae]|hwn|hon|y)(?: [\w'-]{{1,24}}){{0,4}}? "
    rf"|(?:the|die|das|der|la|le|el)(?: (?-i:[a-zà-ÿ][\w'-]{{0,23}})){{0,2}}? ){_NOUNS}",
    re.IGNORECASE,
)
"""A sentence that speaks of the page itself; behind "the", no name stands ("the NICE guideline" is another one)."""

PRONOUN: Final = re.compile(r"^\W{0,4}(?:[\d.]{1,6} )?(?:it|this|these|sie|es|elle|il|mae|bydd|caiff)\b(?P<rest>.{0,80})", re.IGNORECASE)
"""A sentence that begins with a word for the page; ``rest`` must be no noun."""

PLAIN_WORDS: Final = frozenset(
    {"a", "also", "am", "and", "are", "article", "artikel", "artículo", "be", "been", "being", "cafodd", "ce", "cette"}
    | {"clinical", "contenido", "content", "contents", "contenu", "currently", "das", "date", "dates", "der", "die"}
    | {"diese", "dieser", "document", "documento", "documents", "dogfen", "dokument", "dudalen", "ei", "el", "entry", "est"}
    | {"esta", "fact", "factsheet", "fiche", "first", "formally", "formulary", "fue", "full", "guidance", "guide"}
    | {"guideline", "ha", "handbook", "has", "have", "hon", "info", "information", "inhalt", "inhalte", "is", "it", "its"}
    | {"la", "last", "le", "leaflet", "mae", "mae'r", "manual", "medical", "most", "must", "next", "notice", "now"}
    | {"online", "originally", "our", "page", "pages", "pathway", "pdf", "planned", "policy", "polisi", "procedure"}
    | {"protocol", "publication", "página", "recently", "record", "resource", "section", "seite", "sheet", "should", "sido"}
    | {"site", "sop", "standard", "statement", "summary", "terms", "text", "the", "this", "to", "topic", "tudalen"}
    | {"version", "was", "web", "webpage", "website", "wedi", "were", "which", "will", "wurde", "y", "été"}
)
"""Words before a label that leave it the page's own ("Page last reviewed", "This content was last updated")."""

NOT_THE_PAGE: Final = frozenset(
    {"account", "app", "appraisal", "asset", "audio", "benefit", "benefits", "bild", "book", "budget", "care", "case"}
    | {"certificate", "claim", "comment", "comments", "consent", "contract", "contrat", "contrato", "cookie", "cookies"}
    | {"customer", "cyfryngau", "data", "drug", "ehcp", "equipment", "event", "fee", "fees", "fideo", "flag", "health"}
    | {"homicide", "iep", "image", "imagen", "insurance", "investment", "judicial", "lease", "licence", "license"}
    | {"literature", "media", "medication", "medicine", "medicines", "medien", "membership", "mietvertrag", "mortality"}
    | {"offer", "package", "passport", "patient", "pay", "peer", "performance", "permit", "photo", "picture", "placement"}
    | {"plugin", "podcast", "portfolio", "post", "preferences", "prescription", "price", "prices", "probation", "product"}
    | {"project", "rent", "risk", "salary", "server", "software", "staff", "stock", "subscription", "supervision", "system"}
    | {"tariff", "tenancy", "ticket", "tickets", "treatment", "vehicle", "vertrag", "video", "vidéo", "visa"}
)
"""The word before a label that makes it the date of something else ("Media last reviewed", "Rent review date")."""

ABOUT: Final = re.compile(
    r"\b(?:use|using|add|adding|include|put|show|display|give|when to use|how to use|set|setting|write|format|formatting) "
    r"(?:of )?(?:a |the |whole page |page |your )?"
    r"(?:review|last reviewed|last updated) dates?\b|\breview date (?:component|pattern|field|metadata|element|property)|"
    r"\bexamples? of (?:a )?review dates?\b",
    re.IGNORECASE,
)
"""A page that explains review dates shows examples of them."""

ELSEWHERE: Final = re.compile(
    r"\b(?:meeting (?:was |is )?(?:held|took place)|iep\b|ehcp\b|care plan|support plan|patient's|this patient|the "
    r"patient|case conference|tenan(?:t|cy)|lease\b|inmate|offender|"
    r"(?:an|the|for|following|this|below) examples?\b|(?:example|sample) (?:letter|form|text|email|wording)\b|"
    r"examples?:|"
    r"rating:? \d|product review\b|contract (?:start|end|award)\b|recruitment status\b|"
    r"examples? of|e\.g\.|for example|for instance|such as|zum beispiel|"
    r"z\. ?b\.|par exemple|por ejemplo|er enghraifft|sample (?:page|"
    r"text|document|form|layout))",
    re.IGNORECASE,
)
"""Words before a label, in the same block, that make it the date of something else or an example."""

OF_PRICES: Final = re.compile(
    r"\b(?:affiliate|amazon|preise?|prices? (?:may|are|and)|exchange rates?|wechselkurse?|kurse)\b", re.IGNORECASE
)
"""Words behind a label that make it the stamp of a price list in the page."""

OTHER_DOCUMENT: Final = re.compile(
    r"\b(?:policy|policies|procedure|plan|code|scheme|statement|regulations?|orders?|guidelines?|guidance|form|terms|"
    r"register|strategy|protocol|agreement|assessment|notice|"
    r"leaflet|pdf|docx?|word|kb|mb)\b",
    re.IGNORECASE,
)
"""Words that name a document; with a date in brackets behind them, the date is that document's."""
