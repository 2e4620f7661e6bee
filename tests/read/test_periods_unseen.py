"""Neighbours of what a stranger's pages showed: preterites by their endings, goals by their heading, target columns, dated posts."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.read.document import Hints
from reviewer.read.facts import periods


def told(text: str, lang: str = "en", kind: str = "text/html") -> set[str]:
    """The last days of the periods that a text offers as current ("-" for a promise without a day)."""
    body = f'<html lang="{lang}"><body><main>{text}</main></body></html>' if kind == "text/html" else text
    document = read.parse(body.encode(), url="https://site.example/page", content_type=kind)
    return {str(one.end or "-") for one in periods.facts(document, Hints()) if not one.historical}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("it", "Insegnò nella stagione 2009/10 a Verdana."),
        ("it", "Il restauro dell'organo, previsto entro il 2015, finì nel 2017."),
        ("it", "La scuola ospitò quaranta alunni nell'anno scolastico 2018/2019."),
        ("it", "Il comune costruì la palestra nel periodo 2016-2018."),
        ("es", "El coro cantó en la temporada 2018/19 en la plaza."),
        ("pt", "A banda tocou na temporada 2018/19 em três cidades."),
        ("fr", "Les élèves finirent le jardin pendant l'année scolaire 2018/2019."),
        ("sv", "Kören sjöng och spelade under säsongen 2018/19."),
        ("sv", "Föreningen planterade träd läsåret 2020/21."),
        ("nl", "De vereniging plantte bomen in het schooljaar 2018/19."),
        ("nl", "Het koor oefende in het seizoen 2018/19 in de kerk."),
        ("de", "Der Verein organisierte im Schuljahr 2018/19 drei Feste."),
        ("pl", "W roku szkolnym 2018/2019 chór zaśpiewał w ratuszu."),
        ("da", "Foreningen plantede træer i skoleåret 2018/19."),
        ("ca", "El cor va cantar durant la temporada 2018/19."),
        ("en", "The choir sang in the town hall in the 2018/19 season."),
        ("en", "The roof, which was to be finished by 2015, lasted until 2017."),
        ("en", "She taught at the school in the 2009/10 academic year."),
        ("cy", "Canodd y côr yn nhymor 2018/19."),
    ],
)
def test_a_preterite_is_known_by_its_ending(lang: str, text: str) -> None:
    """What somebody did in a year is history, also where the verb is no word of the lexicon."""
    assert told(f"<h1>X</h1><p>{text}</p>", lang) == set()


@pytest.mark.parametrize(
    ("lang", "text", "end"),
    [
        ("en", "We are aiming for a reduction of 20% in falls by 31 March 2024.", "2024-03-31"),
        ("en", "We are working towards no waste in the kitchens by June 2024.", "2024-06-30"),
        ("en", "Our ambition is half the paper by the end of 2023.", "2023-12-31"),
        ("fr", "Nous visons une baisse de 20 % des chutes d'ici le 31 mars 2024.", "2024-03-31"),
        ("de", "Wir streben bis 31. März 2024 eine Senkung um 20 % an.", "2024-03-31"),
        ("es", "Aspiramos a una reducción del 20 % antes del 31 de marzo de 2024.", "2024-03-31"),
        ("it", "Puntiamo a una riduzione del 20% entro il 31 marzo 2024.", "2024-03-31"),
        ("pl", "Wnioski przyjmujemy do 30 kwietnia 2024 r. w urzędzie, pokój 4.", "2024-04-30"),
        ("pl", "Na zgłoszenia czekamy do 15 maja 2024 r.", "2024-05-15"),
        ("it", "Accettiamo le domande fino al 30 aprile 2024 allo sportello.", "2024-04-30"),
        ("es", "Recibimos solicitudes hasta el 30 de abril de 2024 en la oficina.", "2024-04-30"),
        ("de", "Anträge nehmen wir bis zum 30. April 2024 im Rathaus entgegen.", "2024-04-30"),
        ("fr", "Nous recevons les dossiers jusqu'au 30 avril 2024 en mairie.", "2024-04-30"),
        ("nl", "Aanvragen ontvangen wij tot 30 april 2024 in het gemeentehuis.", "2024-04-30"),
        ("en", "We take applications until 30 April 2024 at the town hall.", "2024-04-30"),
        ("en", "The programme for the autumn will be published here by the end of September 2024.", "2024-09-30"),
    ],
)
def test_aims_and_what_we_do_until_a_day_are_promises(lang: str, text: str, end: str) -> None:
    """An aim with a day, and what "we" do until a day, ends on that day, in every language."""
    assert told(f"<h1>X</h1><p>{text}</p>", lang) == {end}


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("<h1>Our goals</h1><ol><li>Sign-ups up 30% by end of Q3 2024</li><li>Fewer mails</li></ol>", {"2024-09-30"}),
        ("<h1>Objectifs</h1><ul><li>Moins de déchets d'ici juin 2024</li></ul>", {"2024-06-30"}),
        ("<h2>Ziele</h2><ul><li>Weniger Papier bis Juni 2024</li></ul>", {"2024-06-30"}),
        ("<h2>Goals that we met</h2><ul><li>Paper halved by June 2024</li></ul>", set()),
        ("<h2>Past goals</h2><ul><li>Half the paper by June 2024</li></ul>", set()),
        ("<h2>Our history</h2><ul><li>Half the paper by June 2024</li></ul>", set()),
    ],
)
def test_a_heading_of_goals_makes_deadlines(text: str, ends: set[str]) -> None:
    """A line without a verb under "Goals" promises what it says, unless the heading tells of the past."""
    assert told(text, "en" if "goals" in text.lower() or "Our" in text else "fr" if "Obj" in text else "de") == ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("| Feature | Target |\n| --- | --- |\n| Plugins | Q2 2025 |\n| Offline | Q4 2025 |", {"2025-06-30", "2025-12-31"}),
        ("| Action | Owner | Due |\n| --- | --- | --- |\n| Mend the roof | Ivy | 31 March 2024 |", {"2024-03-31"}),
        ("| Step | Deadline |\n| --- | --- |\n| Apply | 3 May 2024 |", {"2024-05-03"}),
        ("| Action | Due | Status |\n| --- | --- | --- |\n| Mend the roof | 31 March 2024 | Completed |", set()),
        ("| Action | Due | Done |\n| --- | --- | --- |\n| Mend the roof | 31 March 2024 | Yes |", set()),
        ("| Version | Released |\n| --- | --- |\n| 2.0 | 3 May 2024 |", set()),
        ("| Policy | Review due |\n| --- | --- |\n| Leave | 3 May 2024 |", set()),
        ("| Year | Target | Result |\n| --- | --- | --- |\n| 2019 | March 2019 | 80% |", set()),
    ],
)
def test_the_head_of_a_column_names_a_deadline(text: str, ends: set[str]) -> None:
    """A date in a column of targets or deadlines is promised, unless its row says that it is done."""
    assert told(f"# Roadmap\n\n{text}\n", kind="text/markdown") == ends


@pytest.mark.parametrize(
    ("lang", "text", "ends"),
    [
        ("en", '<p>Posted 3 May 2024</p><p>The money will be spent by December 2024.</p><p>"We can mend the roof", said Ivy.</p>', set()),
        ("en", "<p>Posted on 3 May 2024 by Ivy</p><p>The hall will reopen in June 2024.</p>", set()),
        ("fr", "<p>3 mai 2024</p><p>La salle ouvrira en juin 2024.</p><p>« C'est une joie », a déclaré Ivy.</p>", set()),
        ("es", "<p>3 de mayo de 2024</p><p>La sala abrirá en junio de 2024.</p><p>«Es una alegría», dijo Ivy.</p>", set()),
        ("de", "<p>3. Mai 2024</p><p>Der Saal wird im Juni 2024 eröffnet.</p><p>„Wir freuen uns“, sagte Ivy.</p>", set()),
        ("en", "<p>Last updated: 3 May 2024</p><p>The hall will reopen in June 2024.</p>", {"2024-06-30"}),
        ("en", "<p>Published: 3 May 2024</p><p>The hall will reopen in June 2024.</p>", {"2024-06-30"}),
        (
            "en",
            '<p>3 May 2024</p><p>Use the "green" bins until June 2024.</p><p>The "blue" bin is for the glass that crews have so far recommended.</p>',
            {"2024-06-30"},
        ),
        ("en", '<p>Published: 3 May 2024</p><p>The "Big Hall" will reopen in June 2024.</p>', {"2024-06-30"}),
    ],
)
def test_a_dated_post_tells_what_was_true_on_its_day(lang: str, text: str, ends: set[str]) -> None:
    """A page that is posted on a day, or dated and with somebody's words, is news; a page with its own dates is not."""
    assert told(f"<h1>X</h1>{text}", lang) == ends


def test_the_year_of_an_academy_ends_in_august() -> None:
    """The name of a school in the title tells which year is meant."""
    page = "<html lang='en-GB'><head><title>Slavery statement | Elm Academy</title></head><body><h1>Slavery statement 2023/24</h1></body>"
    document = read.parse(page.encode(), url="https://elm.example/slavery", content_type="text/html")
    assert [str(one.end) for one in periods.facts(document, Hints())] == ["2024-08-31"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Applications for the 2023/24 bursary should reach us before the summer."),
        ("en", "The path will be resurfaced by October 2023."),
        ("en", "The lease runs until 31 December 2022."),
        ("en", "Our 2021-2024 corporate plan sets out four aims."),
        ("fr", "Le plan local 2019-2022 fixe quatre priorités."),
        ("fr", "Les inscriptions pour l'année scolaire 2023/2024 sont ouvertes."),
        ("fr", "La passerelle sera posée avant la fin de l'année 2023."),
        ("de", "Die Brücke wird bis Ende Oktober 2023 erneuert."),
        ("de", "Die Gebühren für das Kindergartenjahr 2022/23 finden Sie hier."),
        ("de", "Der Förderaufruf läuft bis zum 15. Juni 2023."),
        ("es", "El plazo de matrícula termina el 15 de junio de 2023."),
        ("es", "Las becas del curso 2022/2023 se solicitan en línea."),
        ("es", "Plan de igualdad 2019-2022"),
        ("it", "I lavori termineranno entro giugno 2023."),
        ("it", "Il piano triennale 2020-2022 definisce le priorità del comune."),
        ("pl", "Remont mostu zakończy się do końca czerwca 2023 r."),
        ("cy", "Bydd y bont yn agor erbyn Mehefin 2023."),
        ("nl", "U kunt zich aanmelden tot 1 juni 2023."),
    ],
)
def test_one_period_of_a_sentence_is_current(lang: str, text: str) -> None:
    """What a plain sentence offers or promises is told once."""
    assert len(told(f"<h1>X</h1><p>{text}</p>", lang)) == 1


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The path was resurfaced by October 2023."),
        ("en", "Between 2019 and 2021 the group mended forty bikes."),
        ("en", "The previous lease ran until 31 December 2022."),
        ("en", "The 2017-2020 corporate plan set out four aims."),
        ("en", "In the 2018/19 survey, 60% of riders said that buses were late."),
        ("en", "Winner, Best Kept Village 2019/20"),
        ("en", "Minutes of the annual meeting 2021/22"),
        ("en", "Mrs Vane was mayor in 2016/17 and again in 2019/20."),
        ("en", "The Act comes from 2010 and has applied since 1 April 2011."),
        ("fr", "Le plan local 2015-2018 fixait quatre priorités."),
        ("fr", "La passerelle fut posée avant la fin de l'année 2013."),
        ("fr", "M. Orval présida le club de 2009 à 2014."),
        ("fr", "Bilan de la saison 2018/2019"),
        ("de", "Die Brücke wurde bis Ende Oktober 2013 erneuert."),
        ("de", "Im Spieljahr 2017/18 gewann die Mannschaft den Pokal."),
        ("de", "Herr Lohse leitete den Verein von 2011 bis 2016."),
        ("es", "El plazo de matrícula terminó el 15 de junio de 2013."),
        ("es", "La señora Rial presidió la asociación durante el curso 2012/2013."),
        ("it", "I lavori terminarono nel giugno 2013."),
        ("it", "Nel triennio 2014-2016 il comune spese poco per le strade."),
        ("pl", "Remont mostu zakończono w czerwcu 2013 r."),
        ("cy", "Agorodd y bont ym mis Mehefin 2013."),
        ("nl", "De brug ging in juni 2013 open."),
        ("en", "Ash dieback arrived in 2012 and had killed most trees by 2020."),
    ],
)
def test_its_neighbour_of_the_past_is_spared(lang: str, text: str) -> None:
    """The same in the past, a prize, a title of a report or a term of office is history."""
    assert told(f"<h1>X</h1><p>{text}</p>", lang) == set()


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("This interim advice stands until the new standard comes out in March 2023.", "2023-03-31"),
        ("Places remain on the March 2024 course. Book now.", "2024-03-31"),
        ("Entry requirements for September 2024: five passes.", "2024-09-30"),
        ("We have paused fines until January 2024.", "2024-01-31"),
        ("The contract started on 1 July 2018 and runs for five years.", "2023-06-30"),
    ],
)
def test_what_stands_until_then(text: str, end: str) -> None:
    """An "until" further up governs the date; a month may only say which of several things is offered; a pause holds until its day."""
    assert told(f"<h1>X</h1><p>{text}</p>") == {end}


@pytest.mark.parametrize(
    "text",
    [
        "The society was formed in 2004 to run for ten years.",
        "They stayed until the harbour of 2019 froze in March 2020.",
        "In May 2019 the talk was of rain.",
    ],
)
def test_what_stood_until_then(text: str) -> None:
    """The same told as history."""
    assert told(f"<h1>X</h1><p>{text}</p>") == set()
