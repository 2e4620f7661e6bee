"""Words to dates with a precision, and dates to words. Strict: never invents, never guesses a missing part.

`find` reads day, month, quarter, season and year in English, Welsh, French, German and Spanish (months also in Italian, Dutch,
Portuguese, Catalan, Swedish, Norwegian, Danish and Polish). Every pattern is bounded and starts at a digit or a name, so that the time is
linear in the text.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reviewer.model import SEASONS, PartialDate, Precision
from reviewer.patterns import lazily

_MONTHS: Final = (
    "january jan januar jänner jan enero ene janvier janv ionawr gennaio januari janeiro gener styczeń stycznia styczniu",
    "february feb februar feber febrero février fevrier févr fevr chwefror febbraio februari fevereiro febrer luty lutego lutym",
    "march mar märz maerz mär mrz marzo mars mawrth fawrth maart março març marts marzec marca marcu",
    "april apr abril abr avril avr ebrill aprile kwiecień kwietnia kwietniu",
    "may mai mayo fai maggio mei maio maig maj maja maju",
    "june jun juni junio juin mehefin fehefin giugno junho juny czerwiec czerwca czerwcu",
    "july jul juli julio juillet juil gorffennaf orffennaf luglio julho juliol lipiec lipca lipcu",
    "august aug agosto ago août aout awst augustus agost augusti sierpień sierpnia sierpniu",
    "september sept sep septiembre setiembre septembre medi fedi settembre setembro wrzesień września wrześniu",
    "october oct oktober okt octubre octobre hydref ottobre outubro październik października październiku",
    "november nov noviembre novembre novembro tachwedd dachwedd listopad listopada listopadzie",
    "december dec dezember dez diciembre dic décembre déc rhagfyr ragfyr dicembre dezembro desembre desember grudzień grudnia grudniu",
)
_SEASONS: Final = (
    "spring gwanwyn wanwyn printemps frühling frühjahr primavera voorjaar lente vår våren forår foråret wiosna wiosną wiosny",
    "summer haf été sommer verano zomer verão estiu sommar sommaren sommeren lato latem",
    "autumn fall automne herbst otoño najaar herfst autunno outono tardor höst hösten høst høsten efterår efteråret jesień jesienią",
    "winter gaeaf hiver invierno inverno hivern vinter vintern vinteren zima zimą zimy",
)
_QUARTERS: Final = (
    "first 1st erstes ersten premier primer",
    "second 2nd zweites zweiten deuxième segundo",
    "third 3rd drittes dritten troisième tercer",
    "fourth last 4th viertes vierten quatrième cuarto",
)
_WEEKDAYS: Final = (
    "monday mon montag mo lundi lunes llun",
    "tuesday tues tue dienstag di mardi martes mawrth",
    "wednesday weds wed mittwoch mi mercredi miércoles mercher",
    "thursday thurs thur thu donnerstag do jeudi jueves iau",
    "friday fri freitag fr vendredi viernes gwener",
    "saturday sat samstag sonnabend sa samedi sábado sadwrn",
    "sunday sun sonntag so dimanche domingo sul",
)

MONTHS: Final = frozenset(name for names in _MONTHS for name in names.split())
"""The names of months, in small letters, in every language that is read."""
ENGLISH_MONTHS: Final = tuple(names.split()[0].capitalize() for names in _MONTHS)
ENGLISH_WEEKDAYS: Final = tuple(names.split()[0].capitalize() for names in _WEEKDAYS)


def _index(groups: tuple[str, ...]) -> dict[str, int]:
    """Each name with the number of its group."""
    return {name: number for number, names in enumerate(groups) for name in names.split()}


_MONTH, _SEASON, _QUARTER, _WEEKDAY = _index(_MONTHS), _index(_SEASONS), _index(_QUARTERS), _index(_WEEKDAYS)


def _any(names: Iterable[str]) -> str:
    """A pattern for any of the names, longest first, gathered by their first two letters (one long list costs three times as much)."""
    gathered: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        gathered.setdefault(name[:2], []).append(re.escape(name[2:]))
    return "(?:" + "|".join(f"{start}(?:{'|'.join(ends)})" for start, ends in sorted(gathered.items())) + ")"


_D = r"\d\d?"
_Y = r"(?:19|20)\d\d"
_SHORT = r"(?:['’‘]\d\d)"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|re|ème|eme|º|°|ª|ain|fed|ydd|eg|af|il|ed)(?![a-zà-ÿ])|\.)?"
_GLUED = r"(?:\s?(?:st|nd|rd|th))?"
_OF = r"(?:\s{1,3}(?:day\s)?(?:of|de|du|del|o|von|des|d['’](?=[a-zà-ÿ])))?"
_M = _any(_MONTH)

_DATE: Final = lazily(
    rf"""
      (?<![\d.,/-])(?<!\d[\s.])(?P<iy>{_Y})(?P<isep>[-/.–—])(?P<im>\d\d?)(?P=isep)(?P<id>\d\d?)(?:T\d\d:\d\d\S{{0,20}}|(?!\d|[/.–—-]\d))
    | (?<![\w./-])(?P<n1>\d\d?)\s?(?P<nsep>[/.–—-])\s?(?P<n2>\d\d?)\s?(?P=nsep)\s?(?P<ny>{_Y}|(?<![–—])(?<![–—]\s)\d\d)(?!\d|[/.–—-]\d)
    | (?<![\w.,/-])(?<!\d\s)(?P<s1>[0-3]\d)\s(?P<s2>[01]\d)\s(?P<sy>{_Y})(?!\d|\s\d|[/.-]\d)
    | (?<![\d/])(?<!\d[.,:])(?P<dd>{_D})(?:{_ORDINAL}|{_GLUED}){_OF}[\s,./–-]{{0,3}}(?P<dm>{_M})(?![a-zà-ÿ](?<!['’‘]))\.?
        (?:{_OF}[\s,./–-]{{0,4}}(?P<dy>{_Y})(?!\d)|[\s./–-]{{0,3}}(?P<dys>['’‘]?\d\d)(?![\d:.,%]|\s?(?:am|pm)\b|\s\d\d(?![\d:.h])))
    | (?<![a-zà-ÿ])(?P<mm>{_M})\.?\s{{0,3}}(?:the\s)?(?P<md>{_D}){_ORDINAL}[\s,]{{1,4}}(?P<my>{_Y})(?!\d)
    | (?<![a-zà-ÿ])(?P<am>{_M})(?:\.|{_OF})
        (?:[\s,/–-]{{0,4}}(?P<ay>{_Y})(?!\d)|\s?-(?P<ays>\d\d)(?![\d:/-])|\s{{0,3}}(?P<ayq>{_SHORT})(?!\d))
    | (?<![\d.,/-])(?P<ym>{_Y})[\s,]{{1,3}}(?P<ymm>{_M})\s{{1,3}}(?P<ymd>{_D})(?!\d)
    | (?<![a-zà-ÿ\d])(?:q|qtr\.?\s?|t)(?P<q>[1-4])[\s,/-]{{0,3}}(?:of\s)?(?P<qy>{_Y}|{_SHORT})(?!\d)
    | (?<![\d.,/-])(?P<qby>{_Y})[\s/-]{{0,2}}q(?P<qb>[1-4])(?!\d)
    | (?<!\w)(?P<qw>{_any(_QUARTER)}|[1-4]\.)\s(?:quarter|quartal|quartals|trimestre)(?:\s(?:of|de|del|des))?\s{{1,2}}(?P<qwy>{_Y})(?!\d)
    | (?<![a-zà-ÿ])(?P<s>{_any(_SEASON)})(?:\sterm)?(?:\s(?:of|de|del))?[\s,]{{1,3}}
        (?P<syear>{_Y}|{_SHORT})(?:\s?[/–-]\s?\d\d(?:\d\d)?)?(?!\d)
    | (?<![\w./-])(?P<nm>0?[1-9]|1[0-2])/(?P<nmy>{_Y})(?!\d|/\d)
    | (?<![\w./-])(?P<imy>{_Y})-(?P<imm>0[1-9]|1[0-2])(?![\d/-]|[–]\d)
    | (?:(?<![\w./–£$€-])|(?<=\bmid-))(?<!\d,)(?P<y>{_Y})(?![\w%]|[/–-]\s?\d|[.,]\d|\s[–-]\s?(?:19|20)?\d\d\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PAIR: Final = re.compile(r"\d\d")
_WITHIN: Final = 64
"""Two digits stand in every date, and no further behind its beginning: the longest way there is "1st day of  September of    2026"."""


def _beginnings(names: Iterable[str]) -> str:
    """A pattern for the first two letters of the names in both cases: classes of letters cost a quarter of what ``re.IGNORECASE`` does."""
    gathered: dict[str, set[str]] = {}
    for name in names:
        gathered.setdefault(name[0], set()).add(name[1])
    return "|".join(f"{_either_case(first)}(?={_either_case(second)})" for first, second in sorted(gathered.items()))


def _either_case(letters: Iterable[str]) -> str:
    """A class of the letters, and of those that ``re.IGNORECASE`` takes for them."""
    alike = {"i": "\u0130\u0131", "s": "\u017f"}
    return "[" + "".join(sorted({like for one in letters for like in (one, one.upper(), *alike.get(one, ""))})) + "]"


_NAMES: Final = _beginnings(name for name in (*_MONTH, *_SEASON, *_QUARTER) if name.isalpha())
_STARTS: Final = lazily(rf"(?<!\d)\d|(?<![A-Za-zÀ-ÖØ-öø-ÿ])(?:[qQ]|[tT](?=[1-4])|{_NAMES})")
"""Where a date may begin: at a digit, or at the first letters of a name."""
_TWO: Final = 2
_BEFORE: Final = lazily(rf"(?<![a-zà-ÿ])(?P<weekday>{_any(_WEEKDAY)})\.?,?\s{{1,3}}(?:the\s|der\s|den\s|le\s|el\s)?$", re.IGNORECASE)
_PLAIN: Final = str.maketrans(
    dict.fromkeys("‐‑‒−﹣－", "-") | dict.fromkeys("⁄∕／", "/") | {"\uff0e": "."} | {chr(0xFF10 + digit): str(digit) for digit in range(10)}
)
"""Hyphens, slashes and digits that Word and typesetters put into a date. The en dash is not among them: it stands in ranges, too, and the
patterns know where it can be a hyphen."""
_DAY_FIRST: Final = frozenset({"cy", "fr", "de", "es", "it", "nl", "pt", "pl", "ga", "gd", "en-gb", "en-ie", "en-au", "en-nz"})
"""Languages that write the day first (CLDR short dates), so that a numeric date in them leaves no doubt."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: ``text[start:end]`` states it. ``other`` is the other reading when day and month cannot be told apart;
    ``weekday_wrong``: a weekday stands before it that is not that day's."""

    start: int
    end: int
    date: PartialDate
    other: PartialDate | None = None
    weekday_wrong: bool = False


def find(text: str, *, order: str = "dmy", lang: str | None = None) -> tuple[FoundDate, ...]:
    """All dates that ``text`` states, in order, not overlapping.

    ``order`` (``dmy`` or ``mdy``) reads 03/04/2024 when nothing else tells; then ``other`` is set, unless ``lang`` (a BCP 47 tag) writes
    the day first. A date that no calendar has is passed over (see `impossible`). A bare year is found as a year, a range ("2023-24") is
    not. Case of names does not matter, white space of any kind counts as such. The time is linear, but some microseconds a character in the
    worst case: give it a block or a window, not a page.
    """
    settled = day_first(lang)
    found: list[FoundDate] = []
    text = plain(text)
    for match in _matches(text):
        readings = _readings(match, order)
        if not readings:
            continue
        start, date, other = match.start(), readings[0], None
        if len(readings) > 1 and not settled:
            other = readings[1]
        wrong = False
        if date.day is not None:
            before = _BEFORE.search(text[max(0, start - 24) : start])
            if before and _names_a_day(before):
                start -= len(before.group(0))
                weekday = _WEEKDAY[_folded(before.group("weekday"))]
                fitting = [reading for reading in readings if reading.first.weekday() == weekday]
                wrong = not fitting
                if fitting:
                    date, other = fitting[0], None
        found.append(FoundDate(start, match.end(), date, other, wrong))
    return tuple(found)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What ``_DATE.finditer(text)`` gives, tried only where a date can begin: a tenth of the cost."""
    pairs = [pair.start() for pair in _PAIR.finditer(text)]
    if not pairs:
        return
    end = number = 0
    for start in _STARTS.finditer(text, max(0, pairs[0] - _WITHIN), pairs[-1] + 1):
        at = start.start()
        while pairs[number] < at:
            number += 1
        if at >= end and pairs[number] - at <= _WITHIN and (found := _DATE.match(text, at)):
            end = found.end()
            yield found


def _names_a_day(before: re.Match[str]) -> bool:
    """Whether a weekday is one: two letters in German have a capital or a mark ("Do 3.", "do., 3."); "do 30 kwietnia" and "di 3 maggio" are
    small words of other languages."""
    said = before.group("weekday")
    return len(said) > _TWO or not said.islower() or any(mark in before.group(0) for mark in ".,")


def plain(text: str) -> str:
    """The text with plain hyphens, slashes and digits where Word and typesetters put others, letter for letter: a place in it is a place in
    the text."""
    return text if text.isascii() else text.translate(_PLAIN)


def day_first(lang: str | None) -> bool:
    """Whether the language (a BCP 47 tag) writes 03/04/2024 for 3 April without doubt; English alone does not tell."""
    tag = (lang or "").lower()
    return tag in _DAY_FIRST or tag.split("-")[0] in _DAY_FIRST


def impossible(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of ``text`` that are written like a full date and cannot be one: "31 June 2024", "30/02/2024", "2019-03-2r9"."""
    text = plain(text)
    spans = {match.span() for match in _matches(text) if match.lastgroup in _FULL and not _readings(match, "dmy")}
    return tuple(sorted(spans | {match.span() for match in _TYPO.finditer(text)}))


_TYPO: Final = lazily(r"(?<![\w-])(?:19|20)\d\d-\d\d-(?:\d[a-z]\d?|[a-z]\d\d?)(?![\w-])", re.IGNORECASE)


def _readings(match: re.Match[str], order: str) -> tuple[PartialDate, ...]:
    """What a match of `_DATE` can mean: nothing, one date, or two with the one of ``order`` first."""
    kind = match.lastgroup or ""
    if kind in _FULL:
        day, month, year = match.group(*_FULL[kind])
        ways = [(year, month, day)]
        if kind in {"ny", "sy"}:
            ways.append((year, day, month))
            ways = ways if order == "dmy" else ways[::-1]
        return _dates(*ways)
    if kind == "y":
        return (PartialDate(int(match["y"])),)
    if kind in {"ay", "ays", "ayq"}:
        return (PartialDate(_year(match[kind]), _month(match["am"])),)
    if kind == "nmy":
        return (PartialDate(int(match["nmy"]), int(match["nm"])),)
    if kind == "imm":
        # "2011-12" is the year 2011-12 far more often than December 2011.
        year, month = int(match["imy"]), int(match["imm"])
        return () if month == (year + 1) % 100 else (PartialDate(year, month),)
    if kind == "syear":
        return (PartialDate(_year(match["syear"]), season=SEASONS[_SEASON[_folded(match["s"])]]),)
    quarter, year_group = _QUARTERLY[kind]
    said = match[quarter]
    number = int(said[0]) if said[0].isdigit() else _QUARTER[_folded(said)] + 1
    return (PartialDate(_year(match[year_group]), quarter=number),)


_FULL: Final = {
    "id": ("id", "im", "iy"),
    "ny": ("n1", "n2", "ny"),
    "sy": ("s1", "s2", "sy"),
    "dy": ("dd", "dm", "dy"),
    "dys": ("dd", "dm", "dys"),
    "my": ("md", "mm", "my"),
    "ymd": ("ymd", "ymm", "ym"),
}
"""The last group that matched, and the groups of day, month and year."""
_QUARTERLY: Final = {"qy": ("q", "qy"), "qb": ("qb", "qby"), "qwy": ("qw", "qwy")}


def _dates(*ways: tuple[str, str, str]) -> tuple[PartialDate, ...]:
    """The days that the calendar has among (year, month, day), each once."""
    days: list[PartialDate] = []
    for year, month, day in ways:
        try:
            reading = PartialDate(_year(year), int(month) if month.isdigit() else _month(month), int(day))
        except ValueError:
            continue
        if reading not in days:
            days.append(reading)
    return tuple(days)


def _folded(name: str) -> str:
    """A name as the tables have it: ``re.IGNORECASE`` takes the dotted and dotless i, the long s and the Kelvin sign for i, s and k."""
    return name.casefold().replace("i\u0307", "i").replace("ı", "i")


def _month(name: str) -> int:
    """The number of a month's name."""
    return _MONTH[_folded(name)] + 1


def _year(digits: str) -> int:
    """Four digits as they are; two with the century: 70-99 are 19xx (POSIX has 69-99; nobody reviews a page of 1969)."""
    year = int(digits.lstrip("'’‘"))
    return year if year >= 100 else year + (1900 if year >= 70 else 2000)


def add(date: PartialDate, months: int = 0, days: int = 0) -> PartialDate:
    """``date`` moved on by months (the day is kept, or the last of a shorter month) and days.

    The precision stays where it can: a year plus 24 months is a year, a year plus 6 months is a month; days make a day, from the last of
    the period. Raises ``OverflowError`` or ``ValueError`` beyond the calendar (year 9999).
    """
    if days:
        return PartialDate.of(add(PartialDate.of(date.by), months).by + dt.timedelta(days=days))
    if months % 12 == 0 and date.precision is not Precision.DAY:
        return PartialDate(date.year + months // 12, date.month, None, date.quarter, date.season)
    last = date.by
    if date.precision is Precision.QUARTER and months % 3 == 0:
        total = date.year * 12 + last.month - 1 + months
        return PartialDate(total // 12, quarter=total % 12 // 3 + 1)
    total = last.year * 12 + last.month - 1 + months
    year, month = total // 12, total % 12 + 1
    if date.day is None:
        return PartialDate(year, month)
    return PartialDate(year, month, min(date.day, calendar.monthrange(year, month)[1]))


def words(date: PartialDate | dt.date) -> str:
    """The date as a person writes it: "Friday 31 May 2024", "May 2024", "the second quarter of 2024", "summer 2024", "2024"."""
    if isinstance(date, dt.date):
        date = PartialDate.of(date)
    if date.day is not None:
        first = date.first
        return f"{ENGLISH_WEEKDAYS[first.weekday()]} {first.day} {ENGLISH_MONTHS[first.month - 1]} {first.year}"
    if date.month is not None:
        return f"{ENGLISH_MONTHS[date.month - 1]} {date.year}"
    if date.quarter is not None:
        return f"the {('first', 'second', 'third', 'fourth')[date.quarter - 1]} quarter of {date.year}"
    return f"{date.season} {date.year}" if date.season else str(date.year)


def ago(day: dt.date, today: dt.date) -> str:
    """How far ``day`` is from ``today``, in the units that matter: "2 years and 5 months ago", "in 4 days", "yesterday"."""
    if day == today:
        return "today"
    if abs((day - today).days) == 1:
        return "yesterday" if day < today else "tomorrow"
    early, late = sorted((day, today))
    months = (late.year - early.year) * 12 + late.month - early.month
    if late.day < early.day and late.day != calendar.monthrange(late.year, late.month)[1]:
        months -= 1
    parts: list[tuple[int, str]]
    if months >= 12:
        parts = [(months // 12, "year"), (months % 12, "month")]
    elif months:
        parts = [(months, "month")]
    else:
        parts = [((late - early).days, "day")]
    told = " and ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count)
    return f"{told} ago" if day < today else f"in {told}"
