"""The gate against phrases: what must not matter does not, and what must matter does, for nearly all of the pages in many languages.

Every page is invented. A label has a slot for a word that no lexicon knows. Of each kind of change at least 95 of 100 pages stay right.
"""

from __future__ import annotations

import datetime as dt
import html
import io
from collections.abc import Callable
from typing import NamedTuple

import docx
import pytest

from reviewer import read
from reviewer.read import Hints
from tests.read.dated import SHORT
from tests.read.small_pdf import pdf

LEAST = 0.95


class Sheet(NamedTuple):
    """One invented page: its language, title, a sentence of its text, and its fields (label with a slot, date as written, kind and date)."""

    lang: str
    title: str
    prose: str
    fields: tuple[tuple[str, str, str, str], ...]

    def lines(self, word: str = "") -> list[tuple[str, str]]:
        """The fields as (label, value), the slot filled."""
        return [(label.format(f"{word} " if word else ""), value) for label, value, _, _ in self.fields]

    @property
    def dates(self) -> dict[str, str]:
        """What is right."""
        return {kind: date for _, _, kind, date in self.fields}


EN = "The harbour keeps its moorings in good order for all who sail."
SHEETS = [
    Sheet(
        "en",
        "Mooring policy",
        EN,
        (("Next {}review", "3 May 2031", "due", "2031-05-03"), ("Last {}review", "4 June 2028", "last", "2028-06-04")),
    ),
    Sheet(
        "en",
        "Tide guideline",
        EN,
        (("{}Review date", "May 2031", "due", "2031-05"), ("Date of {}publication", "June 2028", "published", "2028-06")),
    ),
    Sheet(
        "en",
        "Pilot leaflet",
        EN,
        (
            ("Published", "1 March 2026", "published", "2026-03-01"),
            ("Last {}reviewed", "4 June 2028", "last", "2028-06-04"),
            ("Next {}review due", "4 June 2031", "due", "2031-06-04"),
        ),
    ),
    Sheet(
        "en",
        "Quay handbook",
        EN,
        (("Date of next {}review", "30 April 2032", "due", "2032-04-30"), ("Last {}updated", "2 May 2029", "updated", "2029-05-02")),
    ),
    Sheet(
        "en",
        "Dredging plan",
        EN,
        (("Last {}modified", "12 May 2029", "updated", "2029-05-12"), ("{}Expiry date", "1 July 2033", "expires", "2033-07-01")),
    ),
    Sheet(
        "en",
        "Buoy register rules",
        EN,
        (("{}Review by", "1 August 2031", "due", "2031-08-01"), ("Date {}approved", "9 August 2028", "published", "2028-08-09")),
    ),
    Sheet(
        "en",
        "Fog procedure",
        EN,
        (
            ("Planned {}review date", "1 August 2031", "due", "2031-08-01"),
            ("Previous {}review date", "9 August 2028", "last", "2028-08-09"),
        ),
    ),
    Sheet(
        "en",
        "Rope guide",
        EN,
        (("{}Revision date", "8 May 2029", "updated", "2029-05-08"), ("Valid until", "7 July 2033", "expires", "2033-07-07")),
    ),
    Sheet(
        "fr",
        "Note sur les amarres",
        "Le port entretient ses amarres pour tous.",
        (
            ("Prochaine {}relecture", "3 mai 2031", "due", "2031-05-03"),
            ("Dernière {}mise à jour", "4 juin 2028", "updated", "2028-06-04"),
            ("Date de {}publication", "1 mars 2026", "published", "2026-03-01"),
        ),
    ),
    Sheet(
        "de",
        "Merkblatt Liegeplatz",
        "Der Hafen hält seine Liegeplätze in Ordnung.",
        (
            ("Nächste {}Überprüfung", "13.05.2031", "due", "2031-05-13"),
            ("Letzte {}Aktualisierung", "04.06.2028", "updated", "2028-06-04"),
            ("Veröffentlicht", "01.03.2026", "published", "2026-03-01"),
        ),
    ),
    Sheet(
        "es",
        "Guía de amarres",
        "El puerto cuida los amarres de todos.",
        (
            ("Próxima {}revisión", "3 de mayo de 2031", "due", "2031-05-03"),
            ("Última {}actualización", "4 de junio de 2028", "updated", "2028-06-04"),
        ),
    ),
    Sheet(
        "cy",
        "Polisi angori",
        "Mae'r harbwr yn cadw ei angorfeydd mewn trefn.",
        (("Dyddiad yr adolygiad {}nesaf", "3 Mai 2031", "due", "2031-05-03"), ("Cyhoeddwyd", "4 Mehefin 2028", "published", "2028-06-04")),
    ),
    Sheet(
        "nl",
        "Richtlijn aanleggen",
        "De haven houdt de ligplaatsen in orde.",
        (("Volgende {}herziening", "3 juni 2031", "due", "2031-06-03"), ("Laatst {}bijgewerkt", "4 maart 2028", "updated", "2028-03-04")),
    ),
    Sheet(
        "it",
        "Procedura di ormeggio",
        "Il porto tiene in ordine gli ormeggi.",
        (
            ("Prossima {}revisione", "3 giugno 2031", "due", "2031-06-03"),
            ("Ultimo {}aggiornamento", "4 marzo 2028", "updated", "2028-03-04"),
        ),
    ),
    Sheet(
        "pt",
        "Procedimento de amarração",
        "O porto mantém as amarras em ordem.",
        (("Próxima {}revisão", "3/06/2031", "due", "2031-06-03"), ("Última {}atualização", "14/03/2028", "updated", "2028-03-14")),
    ),
    Sheet(
        "ca",
        "Guia d'amarratge",
        "El port cuida els amarratges.",
        (("Propera {}revisió", "13.06.2031", "due", "2031-06-13"), ("Darrera {}actualització", "14.03.2028", "updated", "2028-03-14")),
    ),
    Sheet(
        "sv",
        "Rutin för förtöjning",
        "Hamnen håller bryggorna i gott skick.",
        (("Nästa {}granskning", "2031-06-13", "due", "2031-06-13"), ("Senast {}uppdaterad", "2028-03-14", "updated", "2028-03-14")),
    ),
    Sheet(
        "no",
        "Rutine for fortøyning",
        "Havna holder bryggene i god stand.",
        (("Neste {}gjennomgang", "13.06.2031", "due", "2031-06-13"), ("Sist {}oppdatert", "14.03.2028", "updated", "2028-03-14")),
    ),
    Sheet(
        "da",
        "Vejledning om fortøjning",
        "Havnen holder broerne i god orden.",
        (("Næste {}gennemgang", "13-06-2031", "due", "2031-06-13"), ("Sidst {}opdateret", "14-03-2028", "updated", "2028-03-14")),
    ),
    Sheet(
        "pl",
        "Zasady cumowania",
        "Port dba o nabrzeża.",
        (("Następny {}przegląd", "2031-06-13", "due", "2031-06-13"), ("Ostatnia {}aktualizacja", "2028-03-14", "updated", "2028-03-14")),
    ),
]

Body = tuple[str | bytes, str]
Lines = list[tuple[str, str]]
HTML, TEXT, MARKDOWN = "text/html", "text/plain", "text/markdown"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def stated(body: str | bytes, kind: str, lang: str) -> dict[str, str]:
    """The page's dates by short names."""
    content = body if isinstance(body, bytes) else body.encode()
    found = read.read(content, url="https://harbour.example/notes", content_type=kind, hints=Hints(language=lang))
    assert found.trouble is None, found.trouble
    return {name: str(claim.date) for name, kind in SHORT.items() if (claim := found.claim(kind))}


def as_html(sheet: Sheet, inside: str, *, title: str | None = None) -> Body:
    """A page of HTML around what states the dates."""
    name = html.escape(title or sheet.title)
    return (
        f'<!doctype html><html lang="{sheet.lang}"><title>{name}</title><body><main><h1>{name}</h1><p>{html.escape(sheet.prose)}</p>{inside}</main>',
        HTML,
    )


def paragraphs(lines: Lines, sign: str = ": ") -> str:
    """Each field as a paragraph."""
    return "".join(f"<p>{label}{sign}{value}</p>" for label, value in lines)


def as_text(sheet: Sheet, inside: str, kind: str = TEXT) -> Body:
    """A page of plain text or Markdown."""
    head = f"# {sheet.title}" if kind == MARKDOWN else sheet.title
    return f"{head}\n\n{sheet.prose}\n\n{inside}\n", kind


def word(sheet: Sheet, *, table: bool) -> Body:
    """A Word file, with a table or with lines."""
    document = docx.Document()
    document.add_heading(sheet.title, 1)
    document.add_paragraph(sheet.prose)
    if table:
        cells = document.add_table(len(sheet.fields), 2)
        for row, (label, value) in enumerate(sheet.lines()):
            cells.cell(row, 0).text, cells.cell(row, 1).text = label, value
    else:
        for label, value in sheet.lines():
            document.add_paragraph(f"{label}: {value}")
    out = io.BytesIO()
    document.core_properties.created = document.core_properties.modified = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    document.save(out)
    return out.getvalue(), WORD


def ordinal(value: str) -> str:
    """An English day with its ending."""
    day, _, rest = value.partition(" ")
    if not day.isdigit():
        return value
    ending = "th" if 10 < int(day) < 20 else {1: "st", 2: "nd", 3: "rd"}.get(int(day) % 10, "th")
    return f"{day}{ending} {rest}"


SAME: dict[str, Callable[[Sheet], Body | None]] = {
    "as it is": lambda sheet: as_html(sheet, paragraphs(sheet.lines())),
    "an unknown adjective": lambda sheet: as_html(sheet, paragraphs(sheet.lines("blorbical"))),
    "an unknown noun": lambda sheet: as_html(sheet, paragraphs(sheet.lines("marline"))),
    "two unknown words": lambda sheet: as_html(sheet, paragraphs(sheet.lines("blorbic marline"))),
    "capitals": lambda sheet: as_html(sheet, paragraphs([(label.upper(), value) for label, value in sheet.lines()])),
    "small letters": lambda sheet: as_html(sheet, paragraphs([(label.lower(), value) for label, value in sheet.lines()])),
    "bold": lambda sheet: as_html(sheet, "".join(f"<p><b>{label}:</b> {value}</p>" for label, value in sheet.lines())),
    "bold in Markdown": lambda sheet: as_text(sheet, "  \n".join(f"**{label}**: {value}" for label, value in sheet.lines()), MARKDOWN),
    "a block quote": lambda sheet: as_html(sheet, f"<blockquote>{paragraphs(sheet.lines())}</blockquote>"),
    "a block quote in one": lambda sheet: as_html(
        sheet, f"<blockquote>{'<br>'.join(f'{label}: {value}' for label, value in sheet.lines())}</blockquote>"
    ),
    "a block quote in Markdown": lambda sheet: as_text(sheet, "\n".join(f"> {label}: {value}" for label, value in sheet.lines()), MARKDOWN),
    "a callout": lambda sheet: as_html(sheet, f'<div class="callout">{paragraphs(sheet.lines())}</div>'),
    "a note in Markdown": lambda sheet: as_text(
        sheet, "> [!NOTE]\n" + "\n".join(f"> {label}: {value}" for label, value in sheet.lines()), MARKDOWN
    ),
    "a dash": lambda sheet: as_html(sheet, paragraphs(sheet.lines(), " – ")),
    "a hyphen": lambda sheet: as_html(sheet, paragraphs(sheet.lines(), " - ")),
    "nothing": lambda sheet: as_html(sheet, paragraphs(sheet.lines(), " ")),
    "a line break": lambda sheet: as_html(sheet, paragraphs(sheet.lines(), "<br>")),
    "two paragraphs": lambda sheet: as_html(sheet, paragraphs(sheet.lines(), "</p><p>")),
    "a tab": lambda sheet: as_text(sheet, "\n".join(f"{label}\t{value}" for label, value in sheet.lines())),
    "a bar": lambda sheet: as_html(sheet, f"<p>{' | '.join(f'{label}: {value}' for label, value in sheet.lines())}</p>"),
    "one line": lambda sheet: as_html(sheet, f"<p>{' '.join(f'{label}: {value}' for label, value in sheet.lines())}</p>"),
    "cells": lambda sheet: as_html(sheet, f"<table>{''.join(f'<tr><td>{one}<td>{two}' for one, two in sheet.lines())}</table>"),
    "columns": lambda sheet: as_html(
        sheet,
        f"<table><tr>{''.join(f'<th>{one}' for one, _ in sheet.lines())}<tr>{''.join(f'<td>{two}' for _, two in sheet.lines())}</table>",
    ),
    "columns without heads": lambda sheet: as_html(
        sheet,
        f"<table><tr>{''.join(f'<td>{one}' for one, _ in sheet.lines())}<tr>{''.join(f'<td>{two}' for _, two in sheet.lines())}</table>",
    ),
    "a definition list": lambda sheet: as_html(sheet, f"<dl>{''.join(f'<dt>{one}<dd>{two}' for one, two in sheet.lines())}</dl>"),
    "a list": lambda sheet: as_html(sheet, f"<ul>{''.join(f'<li>{one}: {two}' for one, two in sheet.lines())}</ul>"),
    "headings": lambda sheet: as_html(sheet, "".join(f"<h3>{one}</h3><p>{two}</p>" for one, two in sheet.lines())),
    "torn columns": lambda sheet: as_text(
        sheet, "\n".join(one for one, _ in sheet.lines()) + "\n" + "\n".join(two for _, two in sheet.lines())
    ),
    "torn columns of blocks": lambda sheet: as_html(
        sheet, f"<div><p>{'<p>'.join(one for one, _ in sheet.lines())}</div><div><p>{'<p>'.join(two for _, two in sheet.lines())}</div>"
    ),
    "torn columns of lines": lambda sheet: as_html(
        sheet, f"<p>{'<br>'.join(one for one, _ in sheet.lines())}</p><p>{'<br>'.join(two for _, two in sheet.lines())}</p>"
    ),
    "two fields on a quoted line": lambda sheet: as_html(
        sheet, f"<blockquote>{' | '.join(f'{label}: {value}' for label, value in sheet.lines())}</blockquote>"
    ),
    "the value first": lambda sheet: as_html(sheet, "".join(f"<p>{two}: {one}</p>" for one, two in sheet.lines())),
    "the value first, then brackets": lambda sheet: as_html(sheet, "".join(f"<p>{two} ({one})</p>" for one, two in sheet.lines())),
    "the value in the cell before": lambda sheet: as_html(
        sheet, f"<table>{''.join(f'<tr><td>{two}<td>{one}' for one, two in sheet.lines())}</table>"
    ),
    "another order": lambda sheet: as_html(sheet, paragraphs(sheet.lines()[::-1])),
    "other fields between": lambda sheet: as_html(
        sheet, paragraphs([pair for at, line in enumerate(sheet.lines()) for pair in (("Ref", f"QM-{at + 41}"), line)])
    ),
    "hard blanks": lambda sheet: as_html(sheet, paragraphs(sheet.lines(), ": ").replace(" ", "&nbsp;")),
    "ordinals": lambda sheet: (
        as_html(sheet, paragraphs([(one, ordinal(two)) for one, two in sheet.lines()])) if sheet.lang == "en" else None
    ),
    "a footer": lambda sheet: as_html(sheet, f"</main><footer>{paragraphs(sheet.lines())}</footer><main>"),
    "text": lambda sheet: as_text(sheet, "\n".join(f"{one}: {two}" for one, two in sheet.lines())),
    "Markdown": lambda sheet: as_text(sheet, "\n\n".join(f"{one}: {two}" for one, two in sheet.lines()), MARKDOWN),
    "a table in Markdown": lambda sheet: as_text(
        sheet, "| | |\n|---|---|\n" + "\n".join(f"| {one} | {two} |" for one, two in sheet.lines()), MARKDOWN
    ),
    "PDF": lambda sheet: (
        (pdf([[sheet.title, "", sheet.prose, "", *(f"{one}: {two}" for one, two in sheet.lines())]], lang=sheet.lang), "application/pdf")
        if sheet.lang not in {"pl", "cy"}
        else None
    ),
    "Word": lambda sheet: word(sheet, table=False),
    "a table in Word": lambda sheet: word(sheet, table=True),
}
"""Changes that must not matter; None where a page cannot be so."""

OTHERS: dict[str, Callable[[Sheet], Body]] = {
    "other documents": lambda sheet: as_html(
        sheet,
        "<ul>"
        + "".join(
            f'<li><a href="/{name}.pdf">{name}</a> {"; ".join(f"{one}: {two}" for one, two in sheet.lines())}</li>'
            for name in ("Sluice plan", "Crane code")
        )
        + "</ul>",
        title="Harbour",
    ),
    "one other document": lambda sheet: as_html(
        sheet,
        f'<ul><li><a href="/s.pdf">Sluice plan (PDF)</a> {"; ".join(f"{one}: {two}" for one, two in sheet.lines())}</li></ul>',
        title="Harbour",
    ),
    "a register": lambda sheet: as_html(
        sheet,
        f"<table><tr><th>Name{''.join(f'<th>{one}' for one, _ in sheet.lines())}"
        + "".join(f"<tr><td>{name}{''.join(f'<td>{two}' for _, two in sheet.lines())}" for name in ("Sluice", "Crane", "Winch"))
        + "</table>",
    ),
    "references": lambda sheet: as_html(
        sheet, f"<h2>References</h2><ol><li>Pilots' Union. Knots. {' '.join(f'{one}: {two}.' for one, two in sheet.lines())}</li></ol>"
    ),
    "a citation in the text": lambda sheet: as_html(
        sheet, f"<p>Pilots' Union. Knots. {'. '.join(f'{one}: {two}' for one, two in sheet.lines())}. Accessed 4 June 2034.</p>"
    ),
    "a person": lambda sheet: as_html(
        sheet, f"<p>Licence of pilot Ann Berg ({'; '.join(f'{one}: {two}' for one, two in sheet.lines())}).</p>"
    ),
    "an event": lambda sheet: as_html(
        sheet, f"<p>The regatta in June ({'; '.join(f'{one.lower()} {two}' for one, two in sheet.lines())}) is open to all.</p>"
    ),
    "a sample": lambda sheet: as_html(sheet, f"<p>For example: {'; '.join(f'{one}: {two}' for one, two in sheet.lines())}</p>"),
    "a quotation": lambda sheet: as_html(
        sheet, f"<p>At the foot it says “{'; '.join(f'{one}: {two}' for one, two in sheet.lines())}”.</p>"
    ),
    "code": lambda sheet: as_html(
        sheet, f"<p>Write:</p><pre><code>{chr(10).join(f'{one}: {two}' for one, two in sheet.lines())}</code></pre>"
    ),
    "an aside": lambda sheet: as_html(sheet, f"<aside><h2>Crane code</h2>{paragraphs(sheet.lines())}</aside>"),
    "hidden": lambda sheet: as_html(sheet, f"<div hidden>{paragraphs(sheet.lines())}</div>"),
    "struck out in a comment": lambda sheet: as_html(sheet, f"<!-- {paragraphs(sheet.lines())} -->"),
    "cards": lambda sheet: as_html(
        sheet,
        "".join(
            f"<h3>{name}</h3>{paragraphs([(one, two.replace('203', year).replace('202', year)) for one, two in sheet.lines()])}"
            for name, year in (("Sluice", "203"), ("Crane", "204"))
        ),
        title="Harbour",
    ),
}
"""The same dates given to something else."""


def share(changed: Callable[[Sheet], Body | None], *, right: Callable[[Sheet], dict[str, str]]) -> tuple[float, list[str]]:
    """How many of the pages are read rightly, and what was read on the others."""
    wrong: list[str] = []
    asked = 0
    for sheet in SHEETS:
        body = changed(sheet)
        if body is None:
            continue
        asked += len(sheet.fields)
        found, wanted = stated(*body, sheet.lang), right(sheet)
        for _, _, kind, _ in sheet.fields:
            if found.get(kind) != wanted.get(kind):
                wrong.append(f"{sheet.title}, {kind}: {found.get(kind)}, not {wanted.get(kind)}")
    return 1 - len(wrong) / asked, wrong


@pytest.mark.parametrize("change", SAME)
def test_what_must_not_matter(change: str) -> None:
    """The same dates are read whatever the label's words, case and weight, the signs, the order, the layout and the format."""
    part, wrong = share(SAME[change], right=lambda sheet: sheet.dates)
    assert part >= LEAST, wrong


@pytest.mark.parametrize("change", OTHERS)
def test_what_must_matter(change: str) -> None:
    """The same dates given to other documents, to a sample, a quotation or code are not the page's."""
    part, wrong = share(OTHERS[change], right=lambda _: {})
    assert part >= LEAST, wrong
