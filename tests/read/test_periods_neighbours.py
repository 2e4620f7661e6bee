"""Periods and promises in the languages of the house that the page offers as current, and their neighbours that are history."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import Period
from reviewer.read.document import Hints
from reviewer.read.facts import periods


def told(text: str, lang: str = "en") -> list[Period]:
    """The periods of a page of one paragraph, or of HTML, in a language."""
    body = text if text.startswith("<") else f"<p>{text}</p>"
    html = f"<!doctype html><html lang='{lang}'><body><main>{body}</main></body></html>"
    return list(periods.facts(read.parse(html.encode(), url="https://site.example/page", content_type="text/html"), Hints()))


CURRENT = [
    ("en", "The grant scheme 2021-2023 is open to all clubs in the borough.", "2023-12-31"),
    ("en", "<h1>Our strategy 2019-24</h1>", "2024-03-31"),
    ("en", "<h2>Bin collection calendar 2024</h2>", "2024-12-31"),
    ("en", "<h2>2023 fees and charges</h2>", "2023-12-31"),
    ("en", "The plan for the years 2019 to 2022 sets out what we do.", "2022-12-31"),
    ("en", "Applications for AY 2022/23 are made online.", "2023-08-31"),
    ("en", "Our priorities for 2024 are safety and speed.", "2024-12-31"),
    ("en", "The funding runs for three years from April 2019.", "2022-03-31"),
    ("en", "Your licence has been extended until 31 March 2021.", "2021-03-31"),
    ("en", "The deadline was moved: entries must reach us by noon on 6 May 2022.", "2022-05-06"),
    ("en", "Applications received after 3 May 2022 will not be considered.", "2022-05-03"),
    ("en", "The library is closed until September 2023.", "2023-09-30"),
    ("en", "From 4 July 2022 the clinic will move to Mill Lane.", "2022-07-04"),
    ("en", "Building work is expected to be finished by early 2023.", "2023-06-30"),
    ("en", "The panel is due to report in autumn 2022.", "2022-11-30"),
    ("en", "<h2>Key dates</h2><ul><li>3 May 2022: forms go out</li><li>6 June 2022: places are offered</li></ul>", "2022-06-06"),
    ("en", "Closing date for entries: Friday 6 May 2022", "2022-05-06"),
    ("en", "You can apply until 30 June 2023.", "2023-06-30"),
    ("en", "We hope to reopen the café in spring 2023.", "2023-05-31"),
    ("en", "Eligible households need to register by 31 October 2022 to get the 2022/23 payment.", "2022-10-31"),
    ("de", "Die Anmeldung ist bis zum 15. März 2023 möglich.", "2023-03-15"),
    ("de", "Anträge müssen spätestens am 30. Juni 2022 eingehen.", "2022-06-30"),
    ("de", "Die neue Halle soll im Herbst 2023 eröffnet werden.", "2023-11-30"),
    ("de", "Bewerbungsschluss: 1. Mai 2022", "2022-05-01"),
    ("de", "<h1>Gebühren für das Schuljahr 2021/22</h1>", "2022-08-31"),
    ("de", "Das Förderprogramm 2019-2022 richtet sich an Vereine und ist offen.", "2022-12-31"),
    ("de", "Das Museum bleibt bis Ende Mai 2023 geschlossen.", "2023-05-31"),
    ("fr", "Les inscriptions sont ouvertes jusqu'au 30 juin 2023.", "2023-06-30"),
    ("fr", "Les dossiers doivent être déposés avant le 15 mai 2022.", "2022-05-15"),
    ("fr", "Date limite de dépôt : 4 avril 2022", "2022-04-04"),
    ("fr", "<h1>Tarifs de la cantine pour l'année 2021-2022</h1>", "2022-08-31"),
    ("fr", "La nouvelle piscine ouvrira en septembre 2022.", "2022-09-30"),
    ("fr", "Le plan d'action 2018-2021 est notre feuille de route.", "2021-12-31"),
    ("es", "El plazo de presentación termina el 30 de junio de 2023.", "2023-06-30"),
    ("es", "Las solicitudes deben entregarse antes del 15 de mayo de 2022.", "2022-05-15"),
    ("es", "La biblioteca abrirá en septiembre de 2022.", "2022-09-30"),
    ("es", "<h1>Ayudas para el curso 2021/2022</h1>", "2022-08-31"),
    ("es", "El plan estratégico 2018-2021 es nuestra guía.", "2021-12-31"),
    ("es", "Puede inscribirse hasta el 3 de marzo de 2023.", "2023-03-03"),
    ("cy", "Rhaid i chi wneud cais erbyn 31 Mawrth 2022.", "2022-03-31"),
    ("cy", "Y dyddiad cau ar gyfer ceisiadau yw 6 Mai 2022.", "2022-05-06"),
    ("cy", "Bydd y ganolfan yn agor ym mis Mehefin 2022.", "2022-06-30"),
    ("cy", "<h1>Strategaeth Tai 2018-2021</h1>", "2021-12-31"),
    ("cy", "Mae'r llyfrgell ar gau tan 3 Mai 2023.", "2023-05-03"),
    ("cy", "<h1>Ffioedd ar gyfer 2021/22</h1>", "2022-03-31"),
    ("nl", "U kunt zich inschrijven tot en met 30 juni 2022.", "2022-06-30"),
    ("it", "Le domande devono essere inviate entro il 30 giugno 2022.", "2022-06-30"),
    ("pt", "As inscrições terminam em 30 de junho de 2022.", "2022-06-30"),
    ("sv", "Du måste söka senast den 30 april 2022.", "2022-04-30"),
    ("no", "Søknadsfrist: 30. april 2022", "2022-04-30"),
    ("da", "Ansøgningsfristen er den 30. april 2022.", "2022-04-30"),
]
HISTORY = [
    ("en", "From 1 April 2025 properties will pay double."),
    ("en", "From 1 September 2021 landlords must give two months' notice."),
    ("en", "As of 2020 you can depend on it."),
    ("en", "In 2012 the society stated that all barns would be dry by 2020."),
    ("en", "Choose a date, e.g. by 1 January 2000 or by 1 May 2020."),
    ("en", "Figures as at 31 March 2016 are below."),
    ("en", "The Government will ban the gas by 2024."),
    ("en", "It works on Windows 10/11."),
    ("en", "The fund closed on 31 March 2021."),
    ("en", "Ann Lind (chair 2015-2018) is our patron."),
    ("en", "The strategy 2015-2018 was replaced."),
    ("en", "Anyone who joined before May 2019 keeps the old rate."),
    ("en", "Rules agreed in June 2020 apply."),
    ("en", "We ran the scheme for two years from May 2018."),
    ("en", "Licences that were issued by 3 May 2020 remain valid."),
    ("de", "Der Verein wurde im Mai 2019 gegründet und hatte bis 2021 zwei Räume."),
    ("de", "Seit dem 1. Januar 2023 gilt die neue Satzung."),
    ("de", "Ab dem 1. Januar 2023 müssen alle den Ausweis zeigen."),
    ("de", "Das Programm 2015-2018 war ein Erfolg."),
    ("fr", "Le règlement est en vigueur depuis le 3 mai 2019."),
    ("fr", "Les travaux ont été terminés avant le 3 mai 2019."),
    ("fr", "En 2019-2020, nous avons planté 90 arbres."),
    ("es", "La ley fue aprobada en mayo de 2019."),
    ("es", "Desde el 1 de enero de 2022 la entrada es gratuita."),
    ("es", "El plan 2015-2018 fue un éxito."),
    ("cy", "Cafodd y ganolfan ei hagor ym mis Mai 2019."),
    ("cy", "Ers 1 Ebrill 2020 mae mynediad am ddim."),
    ("nl", "De wet werd in mei 2019 aangenomen."),
    ("it", "Il centro è stato aperto nel maggio 2019."),
    ("sv", "Huset stängdes den 3 maj 2019."),
]


@pytest.mark.parametrize(("lang", "text", "end"), CURRENT)
def test_what_is_current_is_told(lang: str, text: str, end: str) -> None:
    """A period that the page offers to act on, and a promise with its day, in whatever form and language."""
    assert end in [str(one.end) for one in told(text, lang) if not one.historical]


@pytest.mark.parametrize(("lang", "text"), HISTORY)
def test_what_is_history_is_spared(lang: str, text: str) -> None:
    """Rules in force, what was done, what somebody said, examples and names with numbers promise nothing."""
    assert [one.quote for one in told(text, lang) if not one.historical] == []
