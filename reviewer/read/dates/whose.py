"""Whose date is it? A label with a date is the page's own only when the words around it do not give it to something else."""

from __future__ import annotations

import itertools
import re
from typing import Final

from reviewer.model import DateKind
from reviewer.read.dates.choice import CITED, QUOTED
from reviewer.read.dates.fields import tells
from reviewer.read.dates.grammar import Label
from reviewer.read.dates.known import Known, stem
from reviewer.read.dates.lines import Line
from reviewer.read.dates.quotations import quoted
from reviewer.read.dates.senses import PLAIN
from reviewer.read.dates.tokens import CONCEPTS, tags_of
from reviewer.read.dates.words import ARTICLES, AUXILIARY, DOERS, GENERIC, NOT_THE_PAGE, PLAIN_WORDS, PRONOUN, STAPLE, SUBJECT, USUAL
from reviewer.read.document import Block, BlockKind
from reviewer.read.genre import Genre, opens_references
from reviewer.read.sieves import Sifted

ABOUT: Final = Sifted(
    re.compile(
        r"\b(?:use|using|add|adding|include|put|show|display|give|when to use|how to use|set|setting|write|format|formatting) "
        r"(?:of )?(?:a |the |whole page |page |your )?"
        r"(?:review|last reviewed|last updated) dates?\b|\breview date (?:component|pattern|field|metadata|element|property)|"
        r"\bexamples? of (?:a )?review dates?\b|\breview dates? (?:tells?|shows?|lets?|helps?|says?|means?)\b",
        re.IGNORECASE,
    )
)
"""A page that explains review dates shows examples of them."""

_ELSEWHERE: Final = re.compile(
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

_OF_PRICES: Final = re.compile(
    r"\b(?:affiliate|amazon|preise?|prices? (?:may|are|and)|exchange rates?|wechselkurse?|kurse)\b", re.IGNORECASE
)
"""Words behind a label that make it the stamp of a price list in the page."""

_SHOWN: Final = re.compile(r"\d\s?[(\[](?:an? )?(?:example|sample|e\.g\.|beispiel|exemple|ejemplo|enghraifft)", re.IGNORECASE)
"""A value of which is said that it is an example."""

_OTHER_DOCUMENT: Final = re.compile(
    r"\b(?:policy|policies|procedure|plan|code|scheme|statement|regulations?|orders?|guidelines?|guidance|form|terms|"
    r"register|strategy|protocol|agreement|assessment|notice|"
    r"leaflet|pdf|docx?|word|kb|mb)\b",
    re.IGNORECASE,
)
"""Words that name a document; with a date in brackets behind them, the date is that document's."""

_BEFORE: Final = 200
_HEAD: Final = 60
_LINES: Final = 100
_SENTENCE: Final = re.compile(r"(?:(?<=[a-zà-ÿ)])|(?<=(?:19|20)\d\d)|(?<=\d[-/.]\d\d))[.!?] (?=[A-ZÀ-Þ])")
_CLAUSE: Final = re.compile(r"[.:;!?|•·–—\[\]*>\"“”/()]|\d(?=\W*$)|,(?=\s*$)|\d{4}(?=\W{1,3}(?:and|und|et|y|a|ac)\s*$)")
_WORD: Final = re.compile(r"[^\W\d_][\w'-]*")
_LONG_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_FIELD: Final = re.compile(r"(?:\s?\([^()]{0,40}\))?\s?[:=]")
_CAPITAL: Final = re.compile(r"[A-ZÀ-Þ]")
_ADOPTED: Final = re.compile(r"adopted|approved|ratified|agreed", re.IGNORECASE)
_SOFTWARE: Final = re.compile(r"\bv(?:ersion)? ?\d{1,4}\.\d{1,4}\.\d{1,6}\W{1,3}$", re.IGNORECASE)
_NAME: Final = re.compile(
    r"\W{0,4}(?:policy|document|page|guidelines?|guidance|procedures?|protocol|leaflet|plan|strategy|statement|sop|factsheet)\s{1,2}",
    re.IGNORECASE,
)
"""A sentence without an article: "Policy will be reviewed in June"."""
_OF_SENTENCE: Final = re.compile(r"(?:is|was|are|were|falls|fell)\b|re-?view (?:is|was|of the)\b", re.IGNORECASE)
"""Labels that are the verb of a sentence, or a review "of the" something: their subject must be the page."""
_NEW_SENTENCE: Final = re.compile(r"[.:;!?|•·–—\[\]*>\"“”]")
_NO_SUBJECT: Final = re.compile(
    r"\W*(?:last |first )?(?:adopted|approved|ratified|agreed|re-?viewed|published|issued|updated|revised)\b", re.IGNORECASE
)
"""A sentence without a subject: "Adopted in May and is due for review in June"."""
_DEICTIC: Final = re.compile(r"\b(?:this|these|our)\b", re.IGNORECASE)
_REPORTED: Final = re.compile(
    r"\b(?:said|told|reported|(?<!be )noted|heard|announced|explained|added|asked)(?:(?: [\w'-]{1,20}){0,3} that\b|"
    r"(?: [\w'’-]{1,20}){1,6} (?:would|should|was|were|had)\b)|\b(?:resolved|was agreed|was decided) (?:to|that)\b",
    re.IGNORECASE,
)
_OWN_LINE: Final = re.compile(
    r"\W{0,6}(?:(?:this|the|our|page|content|document|information|leaflet|policy|guideline|date|web ?page|we|it)\b|"
    r"(?:last|next|first|latest|re-?view|updat|revis|publish|publication|issue|version|approv|ratif|due|expir|valid|effective|author|owner|"
    r"stand\b|zuletzt|letzte|nächste|dernière|prochaine|mise?|fecha|última|próxima|adolyg|dyddiad|diweddar|cyhoedd))",
    re.IGNORECASE,
)
"""A line that begins like this states the page's own dates, wherever it stands."""
_NUMBERED: Final = re.compile(
    r"\W{0,3}(?:\d{1,3}[.)] )?(?-i:NICE|SIGN|WHO|RCOG|RCP|RCN|BTS|BSR|BNF|NHS England|MHRA|HSE|ISO|BSI|AWMF|HAS|ESC|EAU|Cochrane)\b"
    r"[^.:]{0,60}?\b[A-Z]{0,4}-?\d{1,5}\s?[:.]\s",
)
"""A line that begins with a publisher and the number of one of its documents."""
_LOOKED_UP: Final = re.compile(
    r"\b(?:accessed|retrieved|abgerufen|zugegriffen|consulté|consultado|acesso em|consultato|geraadpleegd|hämtad|lest den|besøgt|dostęp|"
    r"cyrchwyd)\b|\[(?:online|internet|en ligne|en línea)\]",
    re.IGNORECASE,
)
"""How a citation ends: somebody looked its source up."""
_FOUND_AT: Final = re.compile(
    r"\b(?:available|verfügbar|disponible|disponível|disponibile|beschikbaar|tillgänglig|tilgjengelig|tilgængelig|dostępn[aey]|ar gael)"
    r" [a-zåø]{1,5}:? <?(?:https?://|www\.|[\w-]{1,60}\.[a-z]{2})",
    re.IGNORECASE,
)
"""Another end of a citation; a page may say so of itself, but then it names itself."""
_NEAR: Final = 5
_YEAR: Final = re.compile(r"(?:19|20)\d\d$")
_AMENDED: Final = re.compile(
    r"(?P<what>[^\W\d_][\w'’-]{2,40}(?: [\w'’-]{1,30}){0,3}) (?:vom|of|du|del|de|van|av|af|z dnia|dated|fra|från) "
    r"(?:[^\s,;]{1,12} ){0,2}[^\s,;]{0,8}(?:19|20)\d\d, $",
    re.IGNORECASE,
)
"""A law with its date, before what was done to it: "Satzung vom 14.11.2016, geändert am"."""
_FILE: Final = re.compile(r"\((?:[\w ]{0,20}[ ,.])?(?:pdf|docx?|word|odt|xlsx?)\b[^()]{0,30}\)\s?$|\b\d{1,5} ?[kKM]B\)?\s?$", re.IGNORECASE)
"""The end of a link to a file: "(PDF, 168KB)"."""
_ARTICLE: Final = re.compile(r"\W*(?:the|a|an|all|any|some)\s", re.IGNORECASE)
_ENDING: Final = frozenset({DateKind.DUE, DateKind.EXPIRES})
_OF_WHAT: Final = re.compile(
    r"\s(?:of|for)\sthe\s(?P<what>(?:[\w'-]{2,20}\s){0,4}?[\w'-]{2,20})(?=\s(?:is|was|will|takes|due|has|falls|in|on|by)\b|:)",
    re.IGNORECASE,
)
_THING: Final = re.compile(r"(?:^|[.;|,] ?)(?P<name>[^\W\d_][\w'’-]{1,20}(?: [\w'’-]{1,20}){1,4}): (?:[^.;:]{1,80}\d, )?$")
"""Something named before a colon: "Pump 44: last checked in May"."""
_THINGS: Final = re.compile(r"(?:^|[.;|] ?)(?P<name>[^\W\d_][\w' -]{1,40}): $")
"""The same of one word: "Roads: to be looked at again in May"."""
_GOES_ON: Final = re.compile(r"(?:,|\d\W{1,3}(?:and|und|et|y|e|och|og|en))\s*$")
"""A sentence in which a second verb has the subject of the first one."""
_ALONE: Final = re.compile(r"(?:^|[|·•–—:;.)\]])[\W_]*$")
"""What may stand before a label that is as common as "Stand": nothing, or the end of another field."""
_GLUE: Final = re.compile(r"[a-zà-ÿ\d]")


def _cited(line: Line, start: int, page: Known) -> bool:
    """Whether the line names a document of others before it comes to the label."""
    text, block = line.text, line.block
    begin = max((at + 1 for at in line.breaks if at < start), default=0)
    head = text[begin:start][:_BEFORE]
    if not _LONG_WORD.search(head) or _OWN_LINE.match(head):
        return False
    if numbered := _NUMBERED.match(head):
        return not any(any(letter.isdigit() for letter in word) and word in page.words for word in _WORD.findall(numbered.group().lower()))
    if id(block) in page.citing or _under_line(text, line.breaks, begin):
        return True
    if _LOOKED_UP.search(text, start, start + _BEFORE):
        return True
    found = _FOUND_AT.search(text, start, start + _BEFORE)
    return found is not None and page.words.isdisjoint(stem(word.lower()) for word in _LONG_WORD.findall(head))


def _under_line(text: str, breaks: tuple[int, ...], begin: int) -> bool:
    """Whether an earlier line of the same block is a heading of references."""
    starts = [0, *(at + 1 for at in breaks if at < begin)][-_LINES:]
    return any(opens_references(text, low, high - 1) for low, high in itertools.pairwise(starts))


def _speaks_of_page(sentence: str, page: Known) -> bool:
    """Whether the sentence speaks of this page: "this policy", or "the parking policy" where the page's title has that word."""
    for found in SUBJECT.finditer(sentence):
        first, *rest = found.group().lower().split()
        if first not in ARTICLES and first != "our":
            if rest and rest[0] in ARTICLES:
                continue  # "this" of one language is "to" of another: "according to the fire policy"
            return True
        if first == "our" and rest[-1] not in GENERIC and page.words.isdisjoint(map(stem, rest)):
            continue  # "our strategy was last reviewed in 2022", on a page of something else
        if all(word in PLAIN_WORDS or stem(word) in page.words for word in rest if word not in STAPLE):
            return True
    return _pronoun(sentence)


_OF_ITEM: Final = re.compile(r"(?P<name>[^\W_][^:,(\n]{2,60}(?::\d{4})?)\s?[,(]\s?$")
"""What an item of a list names before the date of its review: "ISO 9001:2015, review due 2020"."""
_BRACKETED: Final = re.compile(r"\((?:19|20)\d\d[a-z]?[,;][^()\n]{0,40}$")
"""The year of a publication in brackets, with more behind it: "(2015, to be reviewed 2020)"."""

_SECOND: Final = re.compile(r"[(\[][^()\[\]\n]{3,120}\d[^()\[\]\n]{0,30}$")
"""A bracket in which another date stands before the label: all of them are of what the bracket stands behind."""


def not_ours(line: Line, label: Label, page: Known) -> str | None:
    """Why the date of a label of the line is not the page's, or None when it is."""
    text, start, end = line.text, label.start, label.end
    if quoted(text, start, end):
        return QUOTED
    if _cited(line, start, page) or _BRACKETED.search(text, max(0, start - _BEFORE), start):
        return CITED
    if (second := _SECOND.search(text, max(0, start - _BEFORE), start)) and _strange(text[: second.start()][-_BEFORE:], page):
        return "it stands in brackets behind the name of something else"
    if id(line.block) in page.former:
        return "it is the date of a version that is no more"
    if _OF_PRICES.search(text[end : end + _BEFORE]):
        return "the words behind it speak of prices or offers"
    if _SHOWN.search(text[end : end + _LINES]):
        return "it is an example"
    before = text[max(0, start - _BEFORE) : start]
    other = next((found for found in _ELSEWHERE.finditer(before) if stem(found.group().lower()) not in page.words), None)
    if other and not (other.group().startswith("meeting") and _ADOPTED.search(before)):
        return "the words before it speak of something else, or of an example"
    # A wrapped line goes on in lower case; any other newline begins a new thing.
    breaks = [at for at in line.breaks if at < start and not text[at + 1 : at + 2].islower()]
    clause = text[max(breaks[-1] + 1 if breaks else 0, start - _BEFORE) : start]
    ends = [found.end() for found in _SENTENCE.finditer(text, start - len(clause), start + 1) if found.end() <= start]
    sentence = text[ends[-1] : start] if ends else clause
    cut = max((found.end() for found in _CLAUSE.finditer(clause)), default=0)
    words = [word.lower() for word in _WORD.findall(clause[cut:])]
    named = bool(_FIELD.match(text, end))
    if text[start : start + 1].islower() and _REPORTED.search(sentence):
        return "it is reported speech"
    deictic = _DEICTIC.search(clause if _pronoun(sentence) else sentence)
    if (page.posted or id(line.block) in page.entered) and text[start : start + 1].islower() and not named:
        return "it was said on a day of its own"
    if page.record and words and text[start].islower() and not named and not deictic:
        return "the page records what was said"
    if label.ours:
        return None
    if marked := _marked(line, label, clause, page):
        return marked
    verb = _OF_SENTENCE.match(text, start, end)
    ours = False
    if label.said or verb:
        if page.record and not deictic:
            return "the page records what was said"
        ours = _speaks_of_page(sentence, page) or (label.said and _speaks_of_page(text[start:end], page))
    if verb:
        return _of_sentence(text[start:end], clause, sentence, page, ours=ours)
    if label.said and (thing := _THINGS.search(clause)) and not _of_this(thing["name"], page) and not any(tells((thing["name"],))):
        return f"it is the date of something else ({thing['name']})"
    if label.said:
        plain = all(word in PLAIN_WORDS for word in words)
        listed = text[start : start + 5].lower().startswith(("to be", "i'w "))  # "Policy to be reviewed May 2027"
        alone = plain and (named or listed or not sentence.strip() or _NAME.fullmatch(sentence) is not None)
        return None if ours or alone or _is_bare(sentence) or _asks_for_date(sentence) else "the sentence does not speak of this page"
    if (law := _AMENDED.search(clause)) and page.words.isdisjoint(stem(word) for word in _WORD.findall(law["what"].lower())):
        return f"it is the date of something else ({law['what'].strip()})"
    if label.kind is DateKind.UPDATED and _SOFTWARE.search(clause):
        return "it is the date of a piece of software"
    goes_on = text[start].islower() and _GOES_ON.search(clause) and not _speaks_of_page(sentence, page)
    if goes_on and (_ARTICLE.match(sentence) or ((label.verb or label.kind is DateKind.EXPIRES) and _has_subject(sentence, page))):
        return "the sentence does not speak of this page"
    if (thing := _THING.search(clause)) and text[start].islower() and not _of_this(thing["name"], page):
        return f"it is the date of something else ({thing['name']})"
    if not words or (start > 0 and _GLUE.match(text, start - 1)):
        return _attached(line, start, clause, page)
    last = [word for word in words if word not in PLAIN_WORDS][-1:]
    fresh = bool(_CAPITAL.match(text, start)) and _WORD.findall(clause)[-1].islower()  # "every ward Review due": a new field begins
    if fresh:
        return None
    if (words[-1] in NOT_THE_PAGE or (last and last[0] in NOT_THE_PAGE and words[-1] in PLAIN_WORDS)) and not (
        last and stem(last[0]) in page.words and _speaks_of_page(sentence, page)
    ):
        return f"it is the date of something else ({(last or words[-1:])[0]})"
    if not last or _is_bare(sentence) or _speaks_of_page(sentence, page):
        return None
    if label.verb and named and label.kind is not DateKind.PUBLISHED and text[start].islower() and not _known_subject(words[-1], page):
        return f"it is the date of something else ({words[-1]})"
    if (named or _CAPITAL.match(text, start)) and (label.strength >= PLAIN or label.kind is DateKind.PUBLISHED):
        return None  # a field of a form that lost its lines: "Owner Head of Estates Review Date July 2025"
    return f"the words before it make it something else's ({' '.join(words[-4:])})"


def of_item(line: Line, label: Label, page: Known) -> str | None:
    """That a date is that of the item of a list in which it stands, behind the item's name; None when it is not."""
    named = _OF_ITEM.match(line.text, 0, label.start) if line.block.kind is BlockKind.ITEM else None
    return f"it is the date of an item of a list ({named['name'].strip()})" if named and not _of_this(named["name"], page) else None


def _of_this(name: str, page: Known) -> bool:
    """Whether a name has a word for a page, or of the page's title."""
    words = _WORD.findall(name.lower())
    return any(word in PLAIN_WORDS or word in STAPLE or stem(word) in page.words for word in words)


def _known_subject(word: str, page: Known) -> bool:
    """Whether a word may be the subject of what was done to the page: one of its title, a body that does such things ("Council
    reconsidered"), or an adverb ("formally reviewed")."""
    return word in PLAIN_WORDS or word in STAPLE or word in DOERS or word.endswith("ly") or stem(word) in page.words


def _marked(line: Line, label: Label, clause: str, page: Known) -> str | None:
    """Why the date is another thing's by what the page is, and by what stands around the label: a table's first column, a link, the name
    of a file, a word inside the label."""
    text, start, end = line.text, label.start, label.end
    if label.kind is DateKind.DUE and label.strength <= PLAIN and page.genre.genre is Genre.ASSESSMENT:
        return f"the page is a finished {page.genre.evidence.lower()}: its review date is when that took place"
    if label.kind is DateKind.DUE and page.genre.genre is Genre.MEETING and text[:start].rstrip().endswith((".", ";")):
        return f"it goes on from what was said at a meeting ({page.genre.evidence})"
    if label.kind in _ENDING and page.genre.genre is Genre.CERTIFICATE:
        return "the page is a certificate, which is valid until then"
    if id(line.block) in page.filed:
        return "it stands among the facts of a file"
    if id(line.block) in page.carded:
        return "it stands under a link to another page"
    if line.column and line.listing and not _names(line.column[0][1], page):
        return "it is a row of a table that lists other things"
    link = page.linked.get(id(line.block), "")
    beside = link and len(link) <= start and not (line.breaks and line.breaks[0] < start)
    if beside and _OTHER_DOCUMENT.search(link) and not _OWN_LINE.match(text):
        return "it stands behind a link to another document"
    if _FILE.search(text, max(0, start - _HEAD), start) and not _OWN_LINE.match(clause):
        return "it stands behind the name of a file"
    if alien := next((word for word in label.between if word in NOT_THE_PAGE), None):
        return f"it is the date of something else ({alien})"
    if " of the " in text[start:end].lower() and label.end - label.start > _HEAD // 2 and not _speaks_of_page(text[start:end], page):
        return "the review is of something else"
    strange = not (label.verb or USUAL.issuperset(label.between) or _speaks_of_page(clause, page))
    if label.kind is DateKind.LAST_REVIEWED and text[start].islower() and strange:
        return "the review is of something else"
    if (of := _OF_WHAT.match(text, end)) and not _speaks_of_page(f"the {of['what']}", page):
        return f"it is the date of something else ({of['what']})"
    if label.tight and not _ALONE.search(clause) and not _speaks_of_page(clause, page):
        return "it tells how old some figures are"
    return None


def _names(head: Block | None, page: Known) -> bool:
    """Whether the cell at the head of a row names the page itself."""
    return head is not None and any(stem(word.lower()) in page.words for word in _LONG_WORD.findall(head.text))


def _of_sentence(said: str, clause: str, sentence: str, page: Known, *, ours: bool) -> str | None:
    """Why a label with a verb ("is due for review", "the review of the plan is due") has another subject than the page."""
    if "of the" in said.lower():
        ours = _speaks_of_page(said, page)
        return None if ours else "the review is of something else"
    cut = max((found.end() for found in _NEW_SENTENCE.finditer(clause)), default=0)
    words = [word.lower() for word in _WORD.findall(clause[cut:])]
    if words == ["the"] and said.lower().startswith("review was"):
        return "it is a review that the page tells of"
    if ours or _NO_SUBJECT.match(sentence) or all(word in PLAIN_WORDS for word in words):
        return None
    return "the sentence does not speak of this page"


def _has_subject(sentence: str, page: Known) -> bool:
    """Whether a sentence begins with something that it speaks of: not with a word of the page's title, and not with what was done
    ("Adopted in May and reviewed in June")."""
    first = _WORD.search(sentence)
    if first is None or stem(word := first.group().lower()) in page.words:
        return False
    return not any("." in tag or tag in _OPENING for tag in tags_of(word))


_OPENING: Final = frozenset({"next", "last", "first", "date", "how", "page", "moved", "due", "lead"})


def _asks_for_date(sentence: str) -> bool:
    """Whether what seems a sentence is the name of a field ("Date on which this guideline must be reviewed")."""
    first = _WORD.search(sentence)
    return first is not None and "date" in tags_of(first.group().lower())


def _is_bare(sentence: str) -> bool:
    """Whether a sentence is a noun for the page without an article, and at most an auxiliary ("Contenu", "Teksten ble")."""
    words = [word.lower() for word in _WORD.findall(sentence)]
    return bool(words) and words[0] in STAPLE and AUXILIARY.issuperset(words[1:])


def _pronoun(sentence: str) -> bool:
    """Whether the sentence begins with "It" or "This" and goes on without a noun ("This was last", not "This bursary programme")."""
    found = PRONOUN.match(sentence)
    if found is None:
        return False
    rest = _DATED.split(found["rest"].lower(), maxsplit=1)[0]
    return all(word in PLAIN_WORDS or tags_of(word) & _LEADS for word in _WORD.findall(rest))


_DATED: Final = re.compile(r"\d")
_LEADS: Final = frozenset({"lead", "and", "last", *(f"{concept}.done" for concept in CONCEPTS)})
"""What stands between a pronoun and the first of two verbs' dates: "It was last updated in May and is due to be reviewed in June"."""


def _attached(line: Line, start: int, clause: str, page: Known) -> str | None:
    """Why a label at the beginning of a clause is still another document's: it stands behind that one's name or link."""
    before = clause.rstrip()
    if before.endswith(("(", "[")) and _strange(before[:-1], page):
        return "it stands behind the name of another document"
    if line.block.links and line.block.kind is BlockKind.ITEM and start > 3 and _LONG_WORD.search(clause) and not SUBJECT.search(clause):
        return "it stands behind a link to another document"
    return None


def _strange(named: str, page: Known) -> bool:
    """Whether the words before a bracket name something else than the page."""
    near = " ".join(named.split()[-_NEAR:])
    if not near or _speaks_of_page(near, page):
        return False
    words = [word.lower() for word in _LONG_WORD.findall(near)]
    strange = any(word not in PLAIN_WORDS and stem(word) not in page.words for word in words)
    other = bool(words) and _OTHER_DOCUMENT.search(near) is not None and not page.words.issuperset(map(stem, words))
    return (strange and not _YEAR.search(near)) or other
