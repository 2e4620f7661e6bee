"""reviewer.read.dates.inflected: the forms of a verb by the rules of its language."""

from __future__ import annotations

import pytest

from reviewer.read import lexicon
from reviewer.read.dates.inflected import inflected


@pytest.mark.parametrize(
    ("language", "entry", "some"),
    [
        ("en", "look over", ["looked over", "look over", "looking over"]),
        ("en", "tidy up", ["tidied up"]),
        ("en", "examine", ["examined", "examining"]),
        ("en", "oversee", ["overseeing"]),
        ("en", "go over|gone over|went over", ["gone over", "went over", "go over", "going over"]),
        ("cy", "gwirio|gwiri", ["gwiriwyd", "wedi'i wirio", "gwirio", "wirio", "gwiriodd"]),
        ("cy", "ystyried|ystyri", ["hystyried"]),
        ("cy", "craffu|craff", ["graffu", "chraffu"]),
        ("fr", "contrôler", ["contrôlé", "contrôlée", "contrôlés", "contrôlées", "contrôler", "contrôlerons"]),
        ("fr", "enrichir", ["enrichi", "enrichies"]),
        ("fr", "revoir|revu", ["revu", "revues", "reverrons"]),
        ("fr", "remettre à jour|remis", ["remis à jour", "remise à jour"]),
        ("de", "durch·sehen|gesehen", ["durchgesehen", "durchzusehen", "durchsehen"]),
        ("de", "sichten", ["gesichtet"]),
        ("de", "prüfen", ["geprüft"]),
        ("de", "kontrollieren", ["kontrolliert"]),
        ("de", "bestätigen", ["bestätigt"]),
        ("es", "repasar", ["repasado", "repasadas", "repasamos", "repasaremos", "se repasó", "se repasarán"]),
        ("es", "corregir", ["corregida", "se corregieron"]),
        ("es", "poner al día|puesto", ["puesta al día"]),
        ("it", "controllare", ["controllata", "controlleremo"]),
        ("it", "rivedere|rivisto", ["riviste"]),
        ("pt", "rever|revisto", ["revista"]),
        ("ca", "repassar", ["repassat", "repassada", "repassarem"]),
        ("ca", "posar en línia", ["posat en línia"]),
        ("nl", "na·kijken|gekeken", ["nagekeken", "na te kijken"]),
        ("nl", "controleren", ["gecontroleerd"]),
        ("nl", "toetsen", ["getoetst"]),
        ("nl", "vermelden", ["vermeld"]),
        ("nl", "streven", ["gestreefd"]),
        ("sv", "granska", ["granskad", "granskat", "granskas"]),
        ("sv", "läsa igenom|genomläst|läst igenom", ["genomläst", "läst igenom", "läsas igenom"]),
        ("da", "kontrollere", ["kontrolleret", "kontrolleres"]),
        ("no", "kontrollere", ["kontrollert", "kontrolleres"]),
        ("pl", "sprawdzić", ["sprawdzono", "sprawdzona", "sprawdzimy"]),
        ("pl", "zaktualizować", ["zaktualizowano", "zaktualizujemy"]),
        ("pl", "przejrzeć|przejrzan", ["przejrzano", "przejrzymy"]),
    ],
)
def test_forms(language: str, entry: str, some: list[str]) -> None:
    """Participles, what is to be done, who did it and the doing are made by rule, and irregular ones are as they are given."""
    forms = [word for words in inflected(language, entry) for word in words]
    assert set(some) <= set(forms)


@pytest.mark.parametrize("language", lexicon.LANGUAGES)
def test_every_language_has_rules(language: str) -> None:
    """All verbs of a lexicon have forms in small letters."""
    data = lexicon.section(language, "dates")
    verbs = [verb for concept in ("check", "update", "publish") for form in ("verbs", "broad") for verb in data[concept].get(form, ())]
    assert len(verbs) > 30
    assert all(word and word == word.lower() and "|" not in word for verb in verbs for words in inflected(language, verb) for word in words)


def test_a_language_without_rules() -> None:
    """There is no guessing."""
    with pytest.raises(KeyError):
        inflected("tlh", "look")
