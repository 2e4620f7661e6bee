"""Year ranges and promises, and the history that is spared."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.model import Period, PeriodKind, Region
from reviewer.read.document import Block, BlockKind, Document, Hints
from reviewer.read.facts import periods
from reviewer.read.periods.values import Scene, spans
from reviewer.read.periods.words import tagged
from tests.read.pages import URL, heading, item, page, under

LONG = "word " * 60


def ends(document: Document) -> list[tuple[str, bool]]:
    """The ends of all periods (ISO, or "none") with whether they are history."""
    return [(one.end.isoformat() if one.end else "none", one.historical) for one in periods.facts(document, Hints())]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Guidance for 2020/21 is below.", "2021-03-31"),
        ("The indicators for 2023-24 are below.", "2024-03-31"),
        ("The indicators for 2023–24 are below.", "2024-03-31"),
        ("Contract 2018/2019", "2019-03-31"),
        ("Contract 2018 - 2019", "2019-03-31"),
        ("Contract 2018 to 2019", "2019-03-31"),
        ("Priorities for FY24/25", "2025-03-31"),
        ("Priorities for FY 2023 to 2024", "2024-03-31"),
        ("FY24 priorities", "2024-03-31"),
        ("Our statement for the financial year 2021 to 2022", "2022-03-31"),
        ("Our statement for the tax year ending 2021 – 2023", "2023-12-31"),
        ("It is like the 20/21 tariff.", "2021-03-31"),
        ("Contract 23-24 for the financial year", "2024-03-31"),
        ("Terms for students in 2021/22", "2022-08-31"),
        ("Tuition fees 2021/22 are paid from council tax", "2022-03-31"),
        ("Our plan 2019/20 to 2023/24", "2024-03-31"),
        ("Our plan 2019/20 – 2023/24 and more", "2024-03-31"),
        ("The plan covers 2019 to 2036.", "2036-12-31"),
    ],
)
def test_a_year_range_has_its_last_day(text: str, end: str) -> None:
    """Financial years end on 31 March, academic years on 31 August; a span of years ends with its last."""
    assert ends(page(text)) == [(end, False)]


def test_where_the_page_stands_decides_the_year() -> None:
    """A federal fiscal year ends in September; the heading, the title and the address tell an academic year."""
    assert ends(page("Priorities of 2023-24", url="https://agency.gov/plan")) == [("2024-09-30", False)]
    assert ends(page("FY24 goals", url="https://agency.gov/plan")) == [("2024-09-30", False)]
    assert ends(page("This is for 2019/20", url="https://uni.example/undergraduate/fees")) == [("2020-08-31", False)]
    assert ends(page(under("This is for 2019/20", "Tuition fees"))) == [("2020-08-31", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Ages 23-24 and scores of 10/11",
        "Regulation (EU) 2016/17 applies.",
        "Page 20/21",
        "See https://x.example/2020-21/report",
        "The 2020/85 file",
        "© 2019-2020 Example Trust",
        "The ward has 23/24 patients.",
        "Rooms 08/09",
        "FY 20/21 patients",
        "Open 1998/99",
        "Version 20/2021",
        "Call 2020-21-22",
    ],
)
def test_other_numbers_are_no_years(text: str) -> None:
    """Ages, scores, file numbers, regulations, addresses and copyright lines are not periods."""
    assert ends(page(text)) == []


def test_the_long_form_vouches_for_the_short_one() -> None:
    """A short form is believed when the page writes the same years out."""
    assert ends(page("About 2020/21 now", "our plan 20-21")) == [("2021-03-31", False), ("2021-03-31", False)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019/20 we spent 4 million on roads.",
        "Annual report 2019/20 (PDF, 2MB)",
        "The form 2019/20 pdf 2MB",
        "Results of the survey 2019/20",
        "Compared with 2018/19, activity rose by 3%.",
        "Example A et al, 2019/20",
        "The centre opened during 2019/20, which is good.",
        "We moved in 2019/20",
        "Wick, A. (2011), Bread at dawn, thesis, 2009/10.",
        "McKay-Lee A.B., O'Neil C. (2015) The 2013-14 floods",
        "Fees of 2024/25 and before are in another place.",
        "Use the forms for 2024/25 and earlier.",
    ],
)
def test_history_is_spared(text: str) -> None:
    """The past tense, comparisons, citations, files and titles of dated publications are history."""
    assert [historical for _, historical in ends(page(text))] == [True]


def test_the_kind_of_page_makes_history() -> None:
    """Minutes and archives record the past; a section of references or of old versions is about it."""
    assert ends(page("Plan for 2019/20", title="Minutes of the board")) == [("2020-03-31", True)]
    assert ends(page("Plan for 2019/20", url="https://x.example/archive/plan")) == [("2020-03-31", True)]
    assert ends(page(heading("Council agenda", 1), "Plan for 2019/20")) == [("2020-03-31", True)]
    assert ends(page(under("Plan for 2019/20", "References"))) == [("2020-03-31", True)]
    assert ends(page("Plan for 2019/20", title="Plan")) == [("2020-03-31", False)]


def test_a_series_of_years_is_a_menu() -> None:
    """Three short lines with different years are a menu, whatever they link to; a sentence beside them still counts."""
    lines = [item("2019/20"), item("2020/21"), item("2021/22")]
    assert [historical for _, historical in ends(page(*lines))] == [True, True, True]
    assert ends(page(*lines, "The guidance for 2020/21 is what all practices should follow here."))[-1] == ("2021-03-31", False)


def test_a_line_of_two_years_and_a_heading_are_no_menu() -> None:
    """Three years that stand in two lines are a link of the menu and what the page offers."""
    assert ends(page(item("Minutes 2025-26 and 2026-27"), heading("Hire charges 2024/25")))[-1] == ("2025-03-31", False)


def test_an_earlier_year_is_compared_with_the_pages_own() -> None:
    """What is likened to an earlier year, or names a later one in the same sentence, treats the earlier one as history."""
    assert ends(page("Specification 2021/22", "It has the same aims as 2020/21.")) == [("2022-03-31", False), ("2021-03-31", True)]
    assert ends(page("Use 2021/22, not 2020/21.")) == [("2022-03-31", False), ("2021-03-31", True)]


def test_a_heading_of_last_year_stands_beside_this_years() -> None:
    """Of headings that name years, one after the other, the latest is the page's own; a span that ends later is none of them."""
    both = ends(page(heading("Fees 2025/26"), "Text.", heading("Fees 2026/27"), "Text."))
    assert both == [("2026-03-31", True), ("2027-03-31", False)]
    assert ends(page(heading("Fees 2025/26"), "Text.")) == [("2026-03-31", False)]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Regions will reach 60% of people by June 2023.", "2023-06-30"),
        ("We aim to finish by the end of Q2 2024.", "2024-06-30"),
        ("The new centre will open in summer 2022.", "2022-08-31"),
        ("A full list will be put here by Easter 2025.", "2025-12-31"),
        ("The report is due to be printed May 2023.", "2023-05-31"),
        ("From 5 June 2017 visiting times will change.", "2017-06-05"),
        ("Visiting times will change from 5 June 2017.", "2017-06-05"),
        ("This offer expires May 9, 2022.", "2022-05-09"),
        ("The offer is available until 31 March 2021.", "2021-03-31"),
        ("The deadline is 12 May 2022.", "2022-05-12"),
        ("Deadline: 5 May 2022", "2022-05-05"),
        ("Please complete the survey by 14 July 2021.", "2021-07-14"),
        ("It must be done by May 2021, or by April 2021.", "2021-05-31"),
        ("The scheme runs from April 2021 to March 2022.", "2022-03-31"),
        ("No new orders will be taken after 30 April 2023, ceasing entirely on 30 June 2023.", "2023-06-30"),
        ("The conference will be held on 12 June 2019.", "2019-06-12"),
        ("We ought to hear in 2019, the scheme starts in 2020.", "2020-12-31"),
        ("Bis März 2023 werden alle Praxen angeschlossen.", "2023-03-31"),
        ("Die Frist endet am 31. Dezember 2022.", "2022-12-31"),
        ("Les travaux seront terminés d'ici fin mars 2023.", "2023-03-31"),
        ("Las obras terminarán antes del 31 de marzo de 2022.", "2022-03-31"),
        ("Bydd y cynllun yn dod i ben erbyn Mawrth 2023.", "2023-03-31"),
        ("Details (available soon) are here", "none"),
        ("More information coming soon.", "none"),
    ],
)
def test_a_promise_has_its_last_day(text: str, end: str) -> None:
    """Words of deadline, obligation or future that govern a date make a promise; of several dates the last one counts."""
    assert ends(page(text)) == [(end, False)]


@pytest.mark.parametrize(
    "text",
    [
        "By March 2020, 80% of practices had signed up.",
        "In 2019 we published our strategy, which will guide us.",
        "This policy will be reviewed by March 2023.",
        "This document expires on 30 June 2022.",
        "Review date: 30 June 2022",
        "Published: 3 May 2021",
        "The service was closed on 31 March 2021.",
        "Since April 2019 all practices must offer this.",
        "The Data Protection Act 2018 will apply.",
        "We will follow rules adopted in May 2019.",
        "You will be contacted soon.",
        "By 1 May 1999 all will be well.",
        "They said that they were required to stop by May 2019.",
        "It was to be done by May 2019.",
        "Complete the form that was sent by May 2019.",
        "The shop closes its doors every evening, and people remember what stood here in 2015.",
        "Nothing by May 2019",
        "On 3 May 2019",
    ],
)
def test_a_date_alone_promises_nothing(text: str) -> None:
    """The past, the page's own review and validity, laws and publications are no promises."""
    assert ends(page(text)) == []


def test_a_list_takes_its_words_from_the_line_above() -> None:
    """The words that introduce a list govern its items."""
    assert ends(page("Practices should:", item("sign up by May 2021"), item("be kind"))) == [("2021-05-31", False)]


def test_a_list_of_dates_ends_with_its_last() -> None:
    """Dates under a line that announces them are one promise, until the last of them; a list of meetings is none."""
    dates = [item("7 November 2019"), item("7 May 2020"), item("6 February 2020"), item("soon")]
    assert ends(page("Payment dates:", *dates)) == [("2020-05-07", False)]
    assert ends(page("Meeting dates:", *dates)) == []
    assert ends(page("Payment dates:", item("to follow 20/21 in 2020"))) == []


def test_the_pages_own_dates_are_no_timetable() -> None:
    """Below a heading that announces dates, the day of the page's review or of its last change is about the page."""
    assert (
        ends(page(under("Last reviewed: 10 February 2026", "Payment dates"), under("Next review: 10 February 2027", "Payment dates"))) == []
    )
    assert ends(page(under("Modified", "Payment dates"), under("08/04/2026", "Payment dates"))) == []
    assert ends(page(under("28 April 2026", "Payment dates"))) == [("2026-04-28", False)]


def test_promises_of_the_past_are_spared() -> None:
    """What one meeting recorded, a section of sources, and a citation promise nothing now; a list of meetings still can."""
    text = "The work will be done by May 2019."
    assert ends(page(text, "RESOLVED: to agree", title="Minutes")) == [("2019-05-31", True)]
    assert ends(page(text, title="Agendas and minutes")) == [("2019-05-31", False)]
    assert ends(page(under(text, "Sources"))) == [("2019-05-31", True)]
    assert ends(page("Example et al. say that it will be done by May 2019.")) == [("2019-05-31", True)]


def test_what_is_not_the_pages_text_is_not_read() -> None:
    """Navigation, footers, asides and code do not speak for the page."""
    for region in (Region.NAV, Region.FOOTER, Region.ASIDE):
        assert ends(page(Block("Guidance for 2020/21", region=region))) == []
    assert ends(page(Block("Guidance for 2020/21", BlockKind.CODE))) == []


def test_the_quote_is_a_piece_of_the_page() -> None:
    """The quote is the sentence; of a long one the words around the period."""
    (short,) = periods.facts(page("First. The guidance for 2020/21 is here. Last."), Hints())
    assert short == Period(PeriodKind.YEAR_RANGE, "The guidance for 2020/21 is here.", dt.date(2021, 3, 31))
    text = f"{LONG}for 2020/21 {LONG}"
    (found,) = periods.facts(page(text), Hints())
    assert found.quote in text
    assert "2020/21" in found.quote
    assert len(found.quote) < 250
    (last,) = periods.facts(page(f"{LONG}for 2020/21"), Hints())
    assert last.quote.endswith("2020/21")
    (glued,) = periods.facts(page("x" * 150 + " for 2020/21 " + "y" * 150), Hints())
    assert "2020/21" in glued.quote


def test_the_same_words_twice_are_one() -> None:
    """A banner and a footer with the same sentence give one period."""
    assert ends(page("For 2020/21.", "For 2020/21.")) == [("2021-03-31", False)]


def test_a_table_of_years_is_bounded() -> None:
    """A page with more years than people write is read in part."""
    assert len(list(periods.candidates(page(*["For 2020/21 and 2021/22 " * 30] * 200), Hints()))) < 1000
    assert len(list(periods.candidates(page(*[f"It will end by May 2019 in place {n}." for n in range(3000)]), Hints()))) < 1000


def test_candidates_say_why() -> None:
    """What is history is explained."""
    why = [one.why for one in periods.candidates(page("In 2019/20 we spent much.", "For 2020/21", "It will end by May 2019."), Hints())]
    assert why == ["history: the past tense, by “spent”", "what it is for", "the future, by “will” (cost 1)"]


@settings(max_examples=100, deadline=None)
@given(st.text("2014/–- FYto.byQ", max_size=60))
def test_every_range_has_two_years_that_follow(text: str) -> None:
    """Whatever the text, a range is a piece of it, in order, and its second year follows the first or a span's first."""
    at = 0
    for one in spans(text, tagged(text, "en"), Scene(url=URL)):
        assert at <= one.start < one.stop <= len(text)
        assert one.last > one.first
        at = one.stop
