"""What a digest says to an owner, who sees no source and knows no patterns."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from reviewer import places, render
from reviewer.model import Change, Digest, DigestItem, DigestPage, Message
from reviewer.render import languages
from reviewer.render.shown import TAGS, _plainly, _where
from tests.makers import ALICE, NOW, SITE, broken, config, opened, overdue

TEMPLATES = ("digest.html", "digest.txt", "subject.txt")


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("the directory names you for /resources/**", "the directory names you for pages below /resources/"),
        ("the configuration names you for https://a.example/r/*", "the configuration names you for pages below https://a.example/r/"),
        ("the directory names you for /**", "the directory names you for all pages"),
        ("the page names you as its contact", "the page names you as its contact"),
    ],
)
def test_no_patterns(why: str, said: str) -> None:
    """A pattern of the config is put in words."""
    assert _plainly(why) == said


def test_no_line_numbers() -> None:
    """Where is told by the heading; without one nothing is said."""
    assert _where("See also") == "under “See also”."
    assert _where(None) == ""


def digest(language: str | None, lang: str | None = None) -> Digest:
    """A digest with an overdue page, one dead link, and a page to come."""
    owner = replace(ALICE, language=language)
    late, dead = (DigestItem(opened(each), Change.NEW) for each in (overdue(), broken(f"{SITE}/tips")))
    page = DigestPage(f"{SITE}/tips", "Awgrymiadau", (late, dead), lang=lang)
    return Digest("2026-11-23", owner, ("the directory names you for /resources/**",), (page,), checked=dt.date(2026, 11, 23))


def written(made: Digest) -> Message:
    """Its message."""
    return render.message(made, config=config(), installation="x", now=NOW)


@pytest.mark.parametrize(
    ("language", "subject", "parts"),
    [
        (
            "cy",
            "Tudalennau y mae angen eich sylw arnynt: 1",
            ("Agor y dudalen", "Dydd Llun, 23 Tachwedd 2026", "[Hwyr]", "Nid yw dolen ar"),
        ),
        ("fr", "1 page demande votre attention", ("Ouvrir la page", "lundi 23 novembre 2026", "[En retard]", "Un lien de cette page")),
        ("de", "1 Seite braucht Ihre Aufmerksamkeit", ("Seite öffnen", "Montag, 23. November 2026", "[Überfällig]", "Ein Link auf dieser")),
        ("es", "1 página necesita su atención", ("Abrir la página", "lunes, 23 de noviembre de 2026", "[Vencido]", "Un enlace de esta")),
    ],
)
def test_the_owners_language(language: str, subject: str, parts: tuple[str, ...]) -> None:
    """Frame, subject, dates and what each finding is about are in the owner's language; the details stay English and say so."""
    message = written(digest(language))
    assert message.subject.startswith(subject)
    text = " ".join(message.text.split())
    assert all(part in text for part in parts)
    assert f'<html lang="{language}"' in message.html
    assert '<span lang="en">' in message.html


def test_which_language() -> None:
    """The directory's word goes before that of the pages; without a catalogue, or where pages differ, it is English."""
    assert languages.language_of(digest(None, "cy-GB")) == "cy"
    assert languages.language_of(digest("en", "cy")) == "en"
    assert languages.language_of(digest("pl", "cy")) == "en"
    mixed = digest(None, "cy")
    assert languages.language_of(replace(mixed, coming=(replace(mixed.pages[0], lang="en"),))) == "en"
    assert languages.why("a reason of its own", "cy") == "a reason of its own"


@pytest.mark.parametrize("language", sorted(set(languages.known()) - {"en"}))
def test_catalogues_are_whole(language: str) -> None:
    """Each message of the templates and of the findings is translated, with the same names in it."""
    messages = languages.catalogue(language)
    said = re.findall(r'_\("([^"]+)"', "".join((places.templates() / name).read_text(encoding="utf-8") for name in TEMPLATES))
    for message in {*said, *(each for pair in languages.GISTS.values() for each in pair), *TAGS.values(), "Overdue", "Due soon"}:
        translated = messages.gettext(message)
        assert translated != message, message
        assert sorted(re.findall(r"%\(\w+\)s", translated)) == sorted(re.findall(r"%\(\w+\)s", message)), message
