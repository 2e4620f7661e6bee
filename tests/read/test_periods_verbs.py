"""Which verb governs a date or a period: by form and place, with verbs that no lexicon knows, and their neighbours that are history."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import Period
from reviewer.read.document import Candidate, Document, Hints
from reviewer.read.facts import periods


def page(text: str, lang: str) -> Document:
    """A page of one paragraph, or of HTML, in a language."""
    body = text if text.startswith("<") else f"<p>{text}</p>"
    html = f"<!doctype html><html lang='{lang}'><body><main>{body}</main></body></html>"
    return read.parse(html.encode(), url="https://site.example/page", content_type="text/html")


def looked_at(text: str, lang: str = "en") -> list[Candidate]:
    """What the reader looked at."""
    return list(periods.candidates(page(text, lang), Hints()))


def ends(text: str, lang: str) -> set[str]:
    """The last days of what is told as current."""
    found = (one.fact for one in looked_at(text, lang) if one.taken)
    return {str(one.end) for one in found if isinstance(one, Period) and not one.historical}


AHEAD = [
    ("en", "Basic passwords stop working on 1 March 2025.", "2025-03-01"),
    ("en", "Successful candidates join us on 7 September 2026.", "2026-09-07"),
    ("en", "Support for the old cipher is going away at the end of 2025.", "2025-12-31"),
    ("en", "The first prototypes are foreseen for mid-2023.", "2023-06-30"),
    ("en", "Entries are wanted by 3 May 2024.", "2024-05-03"),
    ("en", "To apply, send a letter by 31 January 2026.", "2026-01-31"),
    ("en", "The van is at Tesford car park from 12 January to 27 February 2026.", "2026-02-27"),
    ("en", "Every mailbox moves to the new service between July and September 2025.", "2025-09-30"),
    ("en", "Assessment centres take place throughout January and February 2026.", "2026-02-28"),
    ("en", "Under our plan, which runs to the end of 2025, more boxes are to go up.", "2025-12-31"),
    ("en", "On 1 March 2025 the desk moves to Mill Lane.", "2025-03-01"),
    ("en", "The curator's tour: Saturday 21 February 2026, 2 pm, free.", "2026-02-21"),
    ("en", "Next meeting: Thursday 9 July 2026, 2pm, Shire Hall.", "2026-07-09"),
    ("en", "We were funded in 2019 and, by March 2023, we will have built a hall.", "2023-03-31"),
    ("en", "BlueShore is a four-year project (2021-2024) in which nine partners are developing sensors.", "2024-12-31"),
    ("en", "Over the period 2020-2024 partners are planting 40,000 trees.", "2024-12-31"),
    ("en", "We are now recruiting for summer 2026.", "2026-08-31"),
    ("en", "Registration for the 2025-26 season is £65 a child.", "2026-06-30"),
    ("en", "Vaccination in the 2025/26 flu season is free.", "2026-03-31"),
    ("en", "This post is funded to 31 March 2026.", "2026-03-31"),
    ("en", "The band plays on 15 January, 19 March and 21 May 2026.", "2026-05-21"),
    ("en", "Funder: Health Fund, 2020-2023 (grant), extended to 2028.", "2028-12-31"),
    ("en", "Our spring concert is Bach's St John Passion on Saturday 28 March 2026.", "2026-03-28"),
    ("en", "Put your name down by 10 April 2026.", "2026-04-10"),
    ("en", "Training happens online on 21 and 28 April 2026.", "2026-04-28"),
    ("en", "Carols by candlelight: Saturday 13 December 2025, 7.30pm, St Mary's.", "2025-12-13"),
    ("en", "The cap for October to December 2025 is £1,755 a year.", "2025-12-31"),
    ("en", "The discount will be taken off bills between October 2025 and March 2026.", "2026-03-31"),
    ("en", "Caddies are being delivered between 2 and 31 March 2026.", "2026-03-31"),
    ("en", "Single sign-on: by end of March 2025", "2025-03-31"),
    ("en", "In summer 2025 it is to be opened.", "2025-08-31"),
    ("cy", "Mae'r caffi yn ailagor ar 3 Ebrill 2026.", "2026-04-03"),
    ("fr", "Les anciens élèves se réinscrivent au plus tard le 6 septembre 2025.", "2025-09-06"),
    ("fr", "Un poste est à pourvoir au 15 octobre 2025.", "2025-10-15"),
    ("fr", "Les propositions sont attendues pour le 28 février 2026.", "2026-02-28"),
    ("de", "Die Bescheide verschickt das Finanzamt bis Ende 2024.", "2024-12-31"),
    ("de", "Ihre Bewerbung richten Sie bitte bis zum 18.01.2026 an die Personalstelle.", "2026-01-18"),
    ("de", "Zusagen versenden wir im März 2026.", "2026-03-31"),
    ("de", "Bewerbungen nehmen wir bis 30. September 2025 entgegen.", "2025-09-30"),
    ("de", "Zum 1. Januar 2026 ändern sich die Gebühren.", "2026-01-01"),
    ("de", "In der Saison 2025/26 spielt die Mannschaft in der Bezirksliga.", "2026-08-31"),
    ("de", "Ende 2025 ziehen wir in die alte Schule.", "2025-12-31"),
    ("es", "Pida cita antes del 15 de noviembre de 2024.", "2024-11-15"),
    ("es", "Antes de que acabe 2023 se creará un punto de atención.", "2023-12-31"),
    ("it", "Il modulo è da presentare entro il 30 maggio 2025.", "2025-05-30"),
    ("no", "Kommunestyret behandler saken i juni 2026.", "2026-06-30"),
    ("sv", "Beslut meddelas i juni 2021.", "2021-06-30"),
    ("pl", "Program na rok 2025 określa zasady wsparcia.", "2025-12-31"),
    ("es", "Las familias interesadas disponen hasta el 19 de septiembre de 2025 para entregar la ficha.", "2025-09-19"),
    ("nl", "De leesclub komt bijeen op 15 januari, 19 maart en 21 mei 2026.", "2026-05-21"),
    ("ca", "<h1>Pla de Joventut 2022-2025</h1>", "2025-12-31"),
    ("en", "<p>Payment dates:</p><ul><li>7 November 2019</li><li>7 May 2020</li></ul>", "2020-05-07"),
    ("nl", "De straat is tot en met 31 oktober 2025 dicht.", "2025-10-31"),
]


@pytest.mark.parametrize(("lang", "text", "end"), AHEAD, ids=[text for _, text, _ in AHEAD])
def test_what_lies_ahead_needs_no_known_verb(lang: str, text: str, end: str) -> None:
    """A sentence that is not of the past promises its day, whatever its verb; so does an appointment without a verb."""
    assert ends(text, lang) == {end}


BEHIND = [
    ("en", "The audit looked at 212 notes from April 2022 to March 2023."),
    ("en", "We sought views until 4 May 2024."),
    ("en", "Comments need to be mended (6/17/2007)."),
    ("en", "2009-2010 Ada Frome"),
    ("en", "Ada Frome (2009-2010)"),
    ("en", "Mon, 10 Mar 2003 02:10:32 Ada Frome"),
    ("en", "We checked this page on Monday 12 May 2025."),
    ("en", "Payment is £118, uplifted from £112 in 21/22."),
    ("en", "Licences granted under the 2010-2014 rules remain valid until they expire."),
    ("en", "It will replace the Local Plan 2006-2021."),
    ("en", "She is a member of the society (chair 2017-2021)."),
    ("en", "Cachegrind simulates machines intended to be typical of 2004."),
    ("en", "Figures cover January 2020 to December 2025."),
    ("en", "Projects known as open as of 9 January 2013 are listed."),
    ("en", "The form changed in 2023; forms from 2019-2022 are sent back."),
    ("en", "The last day for most people to apply was 30 June 2021."),
    ("en", "Prices are high compared to 31 March 2019."),
    ("en", "He has the years 15 January, 19 March and 21 May 2019."),
    ("de", "Unterschrieben von den Mitgliedern in Lahn am 14. Juni 2018."),
    ("de", "Die Halle am Park eröffneten wir 2018."),
    ("en", "Concerts 3 May 2019 to 4 June 2019 in the park."),
    ("en", "By Ada Frome, Friday 3 May 2019, 2 pm"),
    ("en", "Students who registered before 1 October 2019 may submit in print."),
    ("en", "The works shut in 2001."),
    ("en", "Figures for January to December 2020 are below."),
    ("en", "The £400 of 2022/23 has come to an end."),
    ("es", "El centro se inauguró en 1996 y fue ampliado entre 2008 y 2010."),
    ("fr", "Les émissions ont baissé de 8 % entre 2015 et 2020."),
    ("en", "<ul><li>Potholes, 2020/21</li></ul>"),
    ("en", "Course certificates of 2023-24 last three years."),
    ("en", 'The poster reads "we will finish by May 2019" in red.'),
    ("fr", "Lors de la saison 2021-2022, la moitié des seniors se sont fait vacciner."),
    ("fr", "Le chœur chanta à Rome en mai 2012."),
    ("fr", "L'agenda du 3 mai 2022 est en ligne."),
    ("de", "Seit 2006 wird der Müll verbrannt."),
    ("de", "Die Halle entstand 1998 bis 2001."),
    ("de", "Die Zahl ist bis Ende 2019 auf 300 gestiegen."),
    ("de", "Wir machten am 3. Mai 2019 Musik."),
    ("de", "Der Stand der Arbeiten wurde am 3. Mai 2019 gezeigt."),
    ("it", "Ugo Seri diresse la banda fino al 2004."),
    ("pt", "O Presidente disse que a obra ficaria pronta até março de 2019."),
    ("nl", "Het plan is van 2021 tot 2023 voorbereid."),
    ("nl", "In 2012 werkten wij aan het plan."),
    ("nl", "In mei 2019 opende het museum."),
    ("sv", "Huset stängdes den 3 maj 2019."),
    ("da", "Museet købte maleriet den 3. maj 2019."),
    ("no", "Vegen ble bygd i mai 2019."),
    ("pl", "Szkołę założono w maju 2019 r."),
]


@pytest.mark.parametrize(("lang", "text"), BEHIND, ids=[text for _, text in BEHIND])
def test_the_past_is_known_by_its_form(lang: str, text: str) -> None:
    """Strong verbs, endings, perfects with "to be", rules of their time, notes in brackets and states promise nothing."""
    assert ends(text, lang) == set()


def test_the_verbs_that_compete_for_a_date_are_told_with_their_costs() -> None:
    """The cheapest verb decides, and the explanation names what it was weighed against."""
    (one,) = looked_at("The hall was closed in the spring and, if funds allow, it will open again by June 2021.")
    assert one.taken
    assert one.why == "the future, by “will open” (cost 1), not “was closed” (cost 19)"


def test_a_day_in_the_sentence_tells_the_end_of_its_period() -> None:
    """One sentence is told once: the years of the campaign are passed over where its last day is said."""
    found = looked_at("La campaña 2024-2025 se extiende hasta el 31 de enero de 2025.", "es")
    assert (found[0].taken, found[0].why) == (False, "its last day is told beside it")
    assert ends("La campaña 2024-2025 se extiende hasta el 31 de enero de 2025.", "es") == {"2025-01-31"}


STEPS = """<h2>Timeline</h2><table><tr><th>{0}</th><th>{1}</th></tr><tr><td>{2}</td><td>28 March 2025</td></tr>
<tr><td>Outline of a plan</td><td>5 May 2025</td></tr></table>"""


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (("Stage", "Date", "Full proposals in"), set[str]()),
        (("Stage", "Date", "Panel meets"), {"2025-03-28", "2025-05-05"}),
        (("What", "When", "Call opens"), {"2025-03-28", "2025-05-05"}),
        (("What we will do", "Timescale", "Plant trees"), {"2025-03-28", "2025-05-05"}),
        (("What we will do", "Date", "Proposals were read"), {"2025-05-05"}),
        (("What", "When", "Plan of the hall"), set[str]()),
        (("Stage", "Notes", "Full proposals in"), set[str]()),
    ],
)
def test_the_steps_of_a_plan_have_their_days_beside_them(heads: tuple[str, str, str], expected: set[str]) -> None:
    """A column of dates beside what is to be done, holds deadlines, but for rows that are done."""
    assert ends(STEPS.format(*heads), "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<p>Closing date: 31 January 2026</p><p>Interviews: 14 February 2026</p><p>Start: March 2026</p>",
            {"2026-01-31", "2026-02-14", "2026-03-31"},
        ),
        ("<p>Closing date: 31 January 2026</p><p>Published: 14 February 2026</p>", {"2026-01-31"}),
        ("<p>Closing date: 31 January 2026</p><p>Founded: 4 May 2012</p>", {"2026-01-31"}),
        ("<p>Interviews: 14 February 2026</p>", set[str]()),
        ("<h1>Salt and silver</h1><p>11 October 2025 – 12 April 2026</p><p>Photographs.</p>", {"2026-04-12"}),
        ("<h1>Salt</h1><p>Photographs.</p><p>More.</p><p>11 October 2025 – 12 April 2026</p>", set[str]()),
        ("<table><tr><td>Return of tenders</td><td>Noon, 14 November 2025</td></tr></table>", {"2025-11-14"}),
        ("<table><tr><td>Last review</td><td>Noon, 14 November 2025</td></tr></table>", set[str]()),
    ],
)
def test_days_take_their_sense_from_what_stands_above(text: str, expected: set[str]) -> None:
    """A label with its day below a deadline, the days from and to below the main heading, and a term with a day and an hour."""
    assert ends(text, "en") == expected


def test_a_row_that_is_late_is_not_done() -> None:
    """What slipped, or was put off, is still to come."""
    row = "<tr><td>{0}</td><td>June 2025</td><td>{1}</td></tr>"
    head = "<tr><th>Action</th><th>Deadline</th><th>Progress</th></tr>"
    table = f"<table>{head}{row.format('Open a café', 'Slipped')}{row.format('Train staff', 'Finished')}</table>"
    assert ends(table, "en") == {"2025-06-30"}
    assert ends(f"<table>{head}{row.format('Train staff', 'Finished')}</table>", "en") == set()


def test_bare_years_below_a_plan_are_its_years() -> None:
    """A heading of nothing but years below the name of a plan tells when that ends."""
    assert ends("<h1>Corporate plan</h1><h2>2019 to 2023</h2><p>Our aims.</p>", "en") == {"2023-12-31"}


def test_the_verb_that_makes_a_period_current_or_past_is_named() -> None:
    """The explanation of a range of years quotes the verb that decided."""
    (now,) = looked_at("The fees for 2021/22 are listed below.")
    (then,) = looked_at("In 2021/22 we planted 40 trees.")
    assert (now.why, then.why) == ("what is or is to be, by “are”", "history: the past tense, by “planted”")
