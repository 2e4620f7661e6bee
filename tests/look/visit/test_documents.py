"""PDFs of other sites that say of themselves that they were withdrawn."""

from __future__ import annotations

import asyncio

import pytest

from reviewer import read
from reviewer.look import Silent
from reviewer.look.visit import Visits
from reviewer.look.visit.documents import Documents, Reading
from reviewer.look.visit.opening import FILE_BYTES, Opening
from reviewer.model import Answer, Fetched, Moved, NoAnswer, Page, PageState, Reason, Visit, Works
from reviewer.read import Hints
from reviewer.settings import Limits, Network
from tests.doubles.doors import Table
from tests.read.small_pdf import pdf

URL = "https://guides.example/falls.pdf"
KIND = ("content-type", "application/pdf")
LIMITS = Limits()
OVER = pdf([["Falls leaflet", "This leaflet was withdrawn on 3 May 2024.", *["Mind the step and hold the rail."] * 40], ["More"]] * 5)
LATER = pdf([["Falls leaflet", "Mind the step."], ["This leaflet was withdrawn on 3 May 2024."]])


async def first_page(body: bytes, url: str, content_type: str | None) -> Page:
    """Read here what a worker reads."""
    return read.read(body, url=url, content_type=content_type, hints=Hints(beginning=True))


def answer(body: bytes, *headers: tuple[str, str], status: int = 200, cut: bool = False) -> Answer:
    """An answer with a PDF."""
    return Answer(URL, URL, status, (KIND, *headers), body, cut)


class Twice:
    """A door that answers with the beginning first, and then with something else."""

    def __init__(self, whole: Fetched, *headers: tuple[str, str]) -> None:
        self.asked: list[int | None] = []
        self._answers: list[Fetched] = [answer(OVER[:FILE_BYTES], *headers, cut=True), whole]

    async def fetch(self, url: str, **asked: object) -> Fetched:
        """The next answer."""
        del url
        self.asked.append(asked["cap"])  # type: ignore[arg-type]
        return self._answers[min(len(self.asked), 2) - 1]


def visited(door: Twice, *, content: bool = True, limits: Limits = LIMITS, own: bool = False, facts: bool = True) -> str | None:
    """What the target is told to say of itself."""
    documents = Documents(door, limits, first_page)  # type: ignore[arg-type]
    opening = Opening(door, limits, lambda _: own, documents=documents, facts=facts)  # type: ignore[arg-type]
    visit = asyncio.run(opening.link(URL, content=content))
    assert isinstance(visit, Works | Moved)
    return visit.superseded.quote if visit.superseded else None


def test_a_document_that_was_withdrawn_is_read_whole() -> None:
    """Of a file its beginning is read; of a PDF in a page's text the rest, too, within the limit."""
    door = Twice(answer(OVER))
    assert visited(door) == "This leaflet was withdrawn on 3 May 2024."
    assert door.asked == [FILE_BYTES, Limits().target_bytes]


def test_a_visit_knows_where_its_link_stands() -> None:
    """Only a link in the text of a page has its document read; without somebody to read it, none has."""
    for content, reads, asked in ((True, first_page, 2), (False, first_page, 1), (True, None, 1)):
        door = Twice(answer(OVER))
        visits = asyncio.run(_asked(door, content=content, reads=reads))
        assert isinstance(visits[URL], Works)
        assert len(door.asked) == asked


async def _asked(door: Twice, *, content: bool, reads: Reading | None) -> dict[str, Visit]:
    visits = Visits(door, Network(), own=lambda _: False, told=Silent(), reads=reads)  # type: ignore[arg-type]
    visits.ask(URL, content=content)
    return await visits.finish()


def test_only_its_first_page_speaks_for_a_document() -> None:
    """What stands on a later page is said in the text, of whatever it may be."""
    assert visited(Twice(answer(LATER))) is None
    assert read.read(LATER, url=URL, content_type=KIND[1], hints=Hints()).superseded is not None


def test_what_is_not_read() -> None:
    """A link in a menu, a page of ours, a look without facts, what is too large by its own word, and what no limit allows: one request."""
    whole = answer(OVER)
    for door, asked in (
        (Twice(whole), {"content": False}),
        (Twice(whole), {"own": True}),
        (Twice(whole), {"facts": False}),
        (Twice(whole, ("content-length", "99999999")), {}),
        (Twice(whole), {"limits": Limits(target_bytes=0)}),
        (Twice(whole), {"limits": Limits(target_documents=0)}),
    ):
        assert visited(door, **asked) is None
        assert len(door.asked) == 1


@pytest.mark.parametrize(
    "whole",
    [
        NoAnswer(URL, URL, Reason.TIMEOUT),
        answer(OVER, status=503),
        answer(OVER[:9000], cut=True),
        answer(b"<html>Please log in"),
        answer(b"%PDF-1.7 damaged"),
    ],
)
def test_the_second_request_changes_nothing(whole: Fetched) -> None:
    """A failure, a login, a damaged file: the link works as it did, and nothing is told of it."""
    assert visited(Twice(whole)) is None


def test_a_small_document_is_there_already() -> None:
    """What came whole is not asked for again; a page of HTML is none; each counts for the look's limit."""
    small = pdf([["Falls", "This leaflet was withdrawn."]])
    table = Table({URL: answer(small)})
    documents = Documents(table, Limits(target_documents=1), first_page)
    visit = Works(URL)
    told = asyncio.run(documents.told(answer(small), visit))
    assert isinstance(told, Works)
    assert told.superseded is not None
    assert table.asked == []
    assert asyncio.run(documents.told(answer(small), visit)) is visit
    assert asyncio.run(Documents(table, Limits(), first_page).told(answer(b"<p>x"), visit)) is visit
    assert asyncio.run(Documents(table, Limits(), first_page).told(answer(small), told)) is told


def test_a_document_that_cannot_be_read_says_nothing() -> None:
    """The worker gave up, or the file needs a password."""

    async def lost(body: bytes, url: str, content_type: str | None) -> Page:
        del body, content_type
        return Page(url, PageState.TOO_SLOW)

    visit = Works(URL)
    assert asyncio.run(Documents(Table({}), Limits(), lost).told(answer(b"%PDF-1"), visit)) is visit
