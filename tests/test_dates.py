"""Words to dates, and dates to words."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import dates
from reviewer.dates import finding
from reviewer.model import PartialDate

READ = [
    ("Friday, 31 May 2024", "2024-05-31"),
    ("31st of May, 2024", "2024-05-31"),
    ("the 31st day of May 2024", "2024-05-31"),
    ("May 31, 2024", "2024-05-31"),
    ("May 31st 2024", "2024-05-31"),
    ("2024, May 31", "2024-05-31"),
    ("6 th April 2019", "2019-04-06"),
    ("18-Jun-2019", "2019-06-18"),
    ("27 Apr. 20", "2020-04-27"),
    ("28April2022Review", "2022-04-28"),
    ("31.12.24", "2024-12-31"),
    ("17. 10. 2022", "2022-10-17"),
    ("31 05 2024", "2024-05-31"),
    ("2020.12.07", "2020-12-07"),
    ("2023/12/31", "2023-12-31"),
    ("2022-09-05T07:00:00Z", "2022-09-05"),
    ("5/6/71", "1971-06-05"),
    ("June 2026", "2026-06"),
    ("May-24", "2024-05"),
    ("May '24", "2024-05"),
    ("12/2026", "2026-12"),
    ("2024-05", "2024-05"),
    ("Q3 2024", "2024-Q3"),
    ("2024-Q3", "2024-Q3"),
    ("the third quarter of 2024", "2024-Q3"),
    ("3. Quartal 2024", "2024-Q3"),
    ("T2 2024", "2024-Q2"),
    ("Autumn 2024", "2024-autumn"),
    ("Winter 2024/25", "2024-winter"),
    ("Spring term 2025", "2025-spring"),
    ("in 2027", "2027"),
    ("1er janvier 2024", "2024-01-01"),
    ("23 Aout 2025", "2025-08-23"),
    ("31. Dezember 2024", "2024-12-31"),
    ("12 de marzo de 2024", "2024-03-12"),
    ("Dydd Gwener 31 Mai 2024", "2024-05-31"),
    ("Hydref 2025", "2025-10"),
    ("31\u00a0May\u20092024", "2024-05-31"),
    ("30 d’abril de 2024", "2024-04-30"),
    ("31 de gener de 2025", "2025-01-31"),
    ("12 augusti 2020", "2020-08-12"),
    ("1. desember 2021", "2021-12-01"),
    ("3. marts 2021", "2021-03-03"),
    ("3 grudnia 2020", "2020-12-03"),
]
NO_DATE = [
    "2023-24",
    "2019/20",
    "2019–2021",
    "2011-12",
    "£2000",
    "2000%",
    "Room 12/2023/45",
    "v1.2.2024",
    "Jan 24",
    "10 May 12:30",
    "you may go",
    "75%",
    "",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_dates_are_read(text: str, expected: str) -> None:
    """Each way of writing a date gives it at the precision stated."""
    assert [str(found.date) for found in dates.find(text)] == [expected]


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_date(text: str) -> None:
    """Year ranges, sums, versions and times are no dates."""
    assert dates.find(text) == ()


def test_day_and_month_in_doubt() -> None:
    """A numeric date that can be read two ways keeps both readings, the configured order first."""
    (found,) = dates.find("03/04/2024")
    assert (str(found.date), str(found.other)) == ("2024-04-03", "2024-03-04")
    (found,) = dates.find("03/04/2024", order="mdy")
    assert (str(found.date), str(found.other)) == ("2024-03-04", "2024-04-03")


@pytest.mark.parametrize("lang", ["de", "fr-CA", "cy", "en-GB"])
def test_language_settles_the_order(lang: str) -> None:
    """A language that writes the day first leaves no doubt."""
    assert dates.find("03/04/2024", lang=lang)[0].other is None


def test_only_one_reading() -> None:
    """A number above 12 can only be the day; equal numbers are no doubt."""
    assert [found.other for found in dates.find("13/04/2024 04/13/2024 04/04/2024", order="mdy")] == [None, None, None]


def test_weekday_settles_and_warns() -> None:
    """A weekday chooses the reading that it fits; one that fits none is told."""
    (found,) = dates.find("Wednesday 03/04/2024", order="mdy")
    assert (str(found.date), found.other, found.weekday_wrong) == ("2024-04-03", None, False)
    assert dates.find("Monday 31 May 2024")[0].weekday_wrong


def test_spans() -> None:
    """The span of a date includes its weekday and nothing else."""
    text = "due by Friday, 31 May 2024."
    (found,) = dates.find(text)
    assert text[found.start : found.end] == "Friday, 31 May 2024"


@pytest.mark.parametrize("text", ["31 June 2024", "30/02/2024", "2019-03-2r9", "2019-02-30", "February 30, 2024", "45 May 2024"])
def test_impossible_dates(text: str) -> None:
    """What is written like a full date and cannot be one is found as such, whole."""
    assert [text[start:end] for start, end in dates.impossible(f"on {text}.".removeprefix("on ").removesuffix("."))] == [text]


@pytest.mark.parametrize(
    "text",
    ["00/05/2025", "2027-05-00", "01/00/2027", "00 May 2027", "May 00, 2027", "00.05.2027", "0/5/2027", "2027-00-01", "00-05-27"],
)
def test_no_calendar_has_a_zeroth(text: str) -> None:
    """A day or a month 00 is no date, and one that cannot be."""
    assert dates.find(text) == ()
    assert [text[start:end] for start, end in dates.impossible(text)] == [text]
    with pytest.raises(ValueError, match="day is out of range"):
        PartialDate(2027, 5, 0)


@pytest.mark.parametrize("mark", list("-./\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d\u2044\u2215\uff0f\uff0e"))
def test_every_hyphen_and_slash_that_is_typeset(mark: str) -> None:
    """What Word and typesetters put between digits divides a date as the plain mark does, and the span stays that of the text."""
    for text in (f"01{mark}05{mark}2025", f"1 {mark} 5 {mark} 2025", f"2025{mark}05{mark}01"):
        (found,) = dates.find(f"due {text}.")
        assert (str(found.date), found.start, found.end) == ("2025-05-01", 4, 4 + len(text))


@pytest.mark.parametrize("text", ["2009\u20132011", "2023\u201324", "pages 12\u201313\u201314", "1 May 20 25", "12\u201313\u201320241"])
def test_ranges_and_torn_years_are_no_dates(text: str) -> None:
    """An en dash in a range stays one, and a year in two pieces is none."""
    assert dates.find(text) == ()


def test_digits_of_full_width() -> None:
    """Digits that were typed in full width are digits."""
    (found,) = dates.find("\uff11 May \uff12\uff10\uff12\uff15")
    assert (str(found.date), found.start, found.end) == ("2025-05-01", 0, 10)


def test_possible_dates_are_not_impossible() -> None:
    """A date, a range of years and a month are not impossible."""
    assert dates.impossible("31 May 2024, 2011-12, 2024-05, Q3 2024") == ()


@pytest.mark.parametrize(
    ("date", "months", "days", "expected"),
    [
        ("2024-01-31", 1, 0, "2024-02-29"),
        ("2015-07", 36, 0, "2018-07"),
        ("2015-07", 6, 0, "2016-01"),
        ("2015", 24, 0, "2017"),
        ("2015", 6, 0, "2016-06"),
        ("2024-Q3", 12, 0, "2025-Q3"),
        ("2024-Q3", 6, 0, "2025-Q1"),
        ("2024-Q3", 1, 0, "2024-10"),
        ("2024-summer", 12, 0, "2025-summer"),
        ("2024-05", 0, 90, "2024-08-29"),
        ("2024-05-31", 12, 1, "2025-06-01"),
    ],
)
def test_add(date: str, months: int, days: int, expected: str) -> None:
    """A period is added at the precision of the date where it can be."""
    assert str(dates.add(PartialDate.parse(date), months, days)) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-05-31", "Friday 31 May 2024"),
        ("2024-05", "May 2024"),
        ("2024-Q3", "the third quarter of 2024"),
        ("2025-summer", "summer 2025"),
        ("2024", "2024"),
    ],
)
def test_words(date: str, expected: str) -> None:
    """A date is written as a person writes it."""
    assert dates.words(PartialDate.parse(date)) == expected


def test_words_of_a_day() -> None:
    """A plain date is a day."""
    assert dates.words(dt.date(2024, 5, 31)) == "Friday 31 May 2024"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-21", "today"),
        ("2026-11-20", "yesterday"),
        ("2026-11-22", "tomorrow"),
        ("2026-11-18", "3 days ago"),
        ("2026-10-21", "1 month ago"),
        ("2026-12-25", "in 1 month"),
        ("2024-05-31", "2 years and 5 months ago"),
        ("2025-11-21", "1 year ago"),
        ("2026-10-31", "21 days ago"),
    ],
)
def test_ago(day: str, expected: str) -> None:
    """A distance is told in the units that matter."""
    assert dates.ago(dt.date.fromisoformat(day), dt.date(2026, 11, 21)) == expected


def test_ago_at_a_month_end() -> None:
    """From the 31st to the last day of a shorter month is a whole month."""
    assert dates.ago(dt.date(2024, 5, 31), dt.date(2024, 6, 30)) == "1 month ago"


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """No text makes `find` or `impossible` fail, and spans lie in the text, in order, without overlap."""
    last = 0
    for found in dates.find(text):
        assert last <= found.end <= len(text)
        last = found.end
    assert all(0 <= start < end <= len(text) for start, end in dates.impossible(text))


@settings(max_examples=60, deadline=None)
@given(st.dates(min_value=dt.date(1970, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_what_is_written_is_read(day: dt.date) -> None:
    """Every day that `words` writes is read back, its weekday right."""
    (found,) = dates.find(dates.words(day))
    assert found.date == PartialDate.of(day)
    assert not found.weekday_wrong


@pytest.mark.parametrize("text", ["FRİDAY 31 May 2024", "frıday, 31 May 2024", "Friday 31 MAY 2024", "ſaturday 1 June 2024"])
def test_odd_letters_that_a_pattern_takes_are_letters_of_a_name(text: str) -> None:
    """A dotted or dotless i, or a long s, costs nobody the page."""
    (found,) = dates.find(text)
    assert str(found.date) in {"2024-05-31", "2024-06-01"}


@pytest.mark.parametrize(
    ("text", "start", "wrong"),
    [
        ("do 30 kwietnia 2024", 3, False),
        ("di 3 maggio 2024", 3, False),
        ("so 3 May 2024", 3, False),
        ("Do 3. Mai 2024", 0, True),
        ("do., 3. Mai 2024", 0, True),
        ("fri 3 May 2024", 0, False),
    ],
)
def test_a_small_word_is_no_weekday(text: str, start: int, wrong: bool) -> None:
    """Two letters name a weekday in German only with a capital or a mark; "do" and "di" are prepositions elsewhere."""
    (found,) = dates.find(text)
    assert (found.start, found.weekday_wrong) == (start, wrong)


_PIECES = (
    *("may", "MAI", "Sept", "ſept", "dıc", "août", "rhagfyr", "3rd", "t4", "q2", "quarter", "spring", "st", "th", "the", "of", "de", "am"),
    *("20", "2024", "1", "31", "٢٠٢٤", "T10:30", " ", "  ", "\n", ".", ",", "/", "-", "–", "’", "x", "£"),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
@settings(max_examples=400)
def test_dates_are_looked_for_only_where_one_can_begin(text: str) -> None:
    """What is tried at digits and the first letters of names is all that the whole pattern would find."""
    assert [found.span() for found in finding._matches(text)] == [found.span() for found in finding._DATE.finditer(text)]


def test_words_cost_no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """The exact pattern is tried nowhere in a text without two digits, and not at each letter of one that has a date."""
    tried: list[int] = []

    class Counting:
        def match(self, text: str, at: int) -> re.Match[str] | None:
            tried.append(at)
            return exact.match(text, at)

    exact = finding._DATE
    monkeypatch.setattr(finding, "_DATE", Counting())
    words = "Someone may ask at a desk in Section 4. " * 50
    assert dates.find(words) == ()
    assert not tried
    assert [str(one.date) for one in dates.find(f"{words}Read again on 31 May 2024. {words}")] == ["2024-05-31"]
    assert len(tried) < 20
