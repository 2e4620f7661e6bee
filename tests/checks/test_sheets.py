"""A style sheet is asked about its links alone, and told once."""

from __future__ import annotations

import datetime as dt

from reviewer import checks
from reviewer.checks import Context
from reviewer.judge import across
from reviewer.model import SHEET, Audience, Broken, Link, Looked, Page, Place, Reason, Visit
from reviewer.settings import Site

URL = "https://x.example/main.css"
PICTURE = "https://x.example/no.png"


def test_a_style_sheet_is_told_once_to_the_owner_of_the_template() -> None:
    """It has no date and no owner of its own; what it loads and is not there is told of the sheet and its line."""
    links = (
        Link("no.png", PICTURE, "style", "style", place=Place(None, 7)),
        Link("no.png", PICTURE, "style", "style", place=Place(None, 9)),
    )
    sheet = Page(URL, content_type=SHEET, links=links)
    visits: dict[str, Visit] = {PICTURE: Broken(PICTURE, Reason.NOT_FOUND)}
    found = tuple(checks.ask(sheet, Context(dt.date(2026, 11, 23), Site("X", (URL,)), visits, {URL: sheet})))
    (told,) = across(Looked({URL: sheet}, {URL: "X"}, visits), found)
    assert (told.check, told.page, told.place.line, told.audience) == ("broken_link", URL, 7, Audience.TEMPLATE)
    assert told.says.startswith("In a style sheet of the site: the background picture to no.png does not work")
    assert told.says.endswith("It stands on the page 2 times.")
    assert told.id == found[0].id
