"""Families of phrasing of the past, of sources, of figures and of deadlines, in the languages of the house."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewer import read
from reviewer.model import Period, PeriodKind
from reviewer.read.document import Document, Hints
from reviewer.read.facts import periods
from reviewer.read.genre import opens_references
from reviewer.read.periods.history import cited


def parsed(text: str) -> Document:
    """A text, or HTML when it begins with "<", as a document."""
    return read.parse(text.encode(), url="https://site.example/page", content_type="text/html" if text[0] == "<" else "text/plain")


def told(text: str) -> list[Period]:
    """The periods of a text."""
    return list(periods.facts(parsed(text), Hints()))


@pytest.mark.parametrize(
    "text",
    [
        "We fielded 400 letters in 2021/22.",
        "The trust planted 300 trees during 2020-21.",
        "In 2019/20 the town's lending room welcomed 4,000 readers.",
        "340 walkers borrowed a map in 2021/22.",
        "In 2021/22 we let 40 gardens.",
        "En 2021-2022, les bénévoles ont planté 90 arbres.",
        "La commune a accueilli 30 chorales en 2020/21.",
        "En 2020-2021, nous avons reçu 75 lettres.",
        "En 2020/21 acudieron 80 familias.",
        "El huerto creció en 2020/21.",
        "2020/21 haben wir 60 Anträge bearbeitet.",
        "Die Zahl der Gärten stieg 2020/21 auf 50.",
        "Yn 2020/21 cefnogodd y tîm 40 teulu.",
        "Yn 2020/21 gwnaethom blannu 90 coeden.",
    ],
)
def test_what_was_done_is_history(text: str) -> None:
    """The form of the verb after its subject tells the past, in every language."""
    assert [one.historical for one in told(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The revised timetable for 2021/22 is on this page.",
        "The forms needed for 2021/22 entry are below.",
        "Gardens advertised for 2021/22 close at noon.",
        "Places attached to the 2021/22 round",
        "Fees for 2022/23: £900.",
        "Targets for 2022/23: 300 walkers guided, 75% of maps mended.",
        "Sums for 2022/23 places offered late",
        "The price of maps drawn and folded in the 2022/23 season",
    ],
)
def test_participles_of_the_present_are_no_past(text: str) -> None:
    """A form in "-ed" that stands after a noun says nothing of the time, and a price is not a figure of the past."""
    assert [one.historical for one in told(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Table 4: Walkers counted by gate, 2020/21",
        "Figure 2: Walkers 2020/21",
        "Turnover 2022/23 £3.1m",
        "2021/22: £3.1m; 2022/23: £3.4m.",
        "Donations in 2021/22: 40%",
    ],
)
def test_figures_of_a_year_are_history(text: str) -> None:
    """Captions, and years with what was earned and spent in them, stay right."""
    assert all(one.historical for one in told(text))
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "References\n\n1. Moss L. Gardens of the north 2018-19.\n2. Garden Board. Planting plan 2021/22.",
        "Further reading and links:\n\nGarden Board. Planting plan 2021/22.",
        "Moss L. Gardens of the north 2018-19. North J Gard 2020;12:33-41.",
        "Moss L. Gardens 2018-19. North J 2020 Mar;4(2):7.",
        "Bibliography\n\nGarden Board. The gates will open in May 2021.",
    ],
)
def test_sources_are_history(text: str) -> None:
    """A list of sources needs no heading, and a sentence may be cut from the journal that it stands in."""
    assert all(one.historical for one in told(text))
    assert told(text)


def test_sources_end_at_a_heading() -> None:
    """What comes under another heading is the page's own again."""
    found = told("<h2>References</h2><p>Planting plan 2019/20.</p><h2>Your garden</h2><p>The rate for 2021/22 is low.</p>")
    assert [one.historical for one in found] == [True, False]


@pytest.mark.parametrize(("text", "expected"), [("Sources:", True), ("3. Literatur", True), ("Sources of light in gardens", False)])
def test_names_of_lists_of_sources(text: str, expected: bool) -> None:
    """A whole line, and nothing else, names a list of sources."""
    assert opens_references(text) is expected


def test_a_journal_stands_right_after_its_title() -> None:
    """Only the very next sentence is looked at."""
    assert cited(" North J Gard 2020;12:33-41.")
    assert not cited(" It rained. North J Gard 2020;12:33-41.")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Hand in your form by noon on Monday 6 March 2023", dt.date(2023, 3, 6)),
        ("You have until 6pm on 4 March 2023 to enter.", dt.date(2023, 3, 4)),
        ("Please pay no later than 17:00 on 7 March 2023.", dt.date(2023, 3, 7)),
        ("Send your entry by 11.59 pm (GMT) on 8 March 2023.", dt.date(2023, 3, 8)),
        ("RSVP by 3 March 2023.", dt.date(2023, 3, 3)),
        ("The pool is closed until 3 June 2023.", dt.date(2023, 6, 3)),
        ("The garden shop goes live on 5 June 2023.", dt.date(2023, 6, 5)),
        ("We are on track to plant the orchard by June 2023.", dt.date(2023, 6, 30)),
        ("Bydd y siop yn agor erbyn mis Mehefin 2023.", dt.date(2023, 6, 30)),
    ],
)
def test_deadlines_may_have_a_time_of_day(text: str, end: dt.date) -> None:
    """A time of day, and more words for what lies ahead, make a deadline too."""
    assert [(one.kind, one.end, one.historical) for one in told(text)] == [(PeriodKind.PROMISE, end, False)]


@pytest.mark.parametrize(
    "text",
    [
        "The plan followed the 2014 scheme, which ended in 2020.",
        "The pool closed on 3 June 2023.",
        "Esta hoja debe revisarse antes del 3 de mayo de 2023.",
        "Se revisará en mayo de 2023.",
        "Ce texte sera révisé au plus tard le 3 mai 2023.",
        "Ce texte sera relu en mai 2023.",
        "Dieser Text wird im Mai 2023 überarbeitet.",
    ],
)
def test_what_ended_and_the_review_of_the_page_are_no_promise(text: str) -> None:
    """The past is no promise; the review of the page itself is read as a date."""
    assert told(text) == []


def test_a_year_range_is_no_promise_as_well() -> None:
    """The same words are told once, as a range."""
    assert [one.kind for one in told("The rate that you will pay for 2022 to 2023.")] == [PeriodKind.YEAR_RANGE]
