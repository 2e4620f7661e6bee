"""A single-page site is read as its server-rendered twin."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from reviewer.model import Looked, Page, PageState, Place, Reason
from tests.browse.app import app, twin
from tests.browse.looks import looked
from tests.origin import Origin

pytestmark = [pytest.mark.anyio, pytest.mark.browser]


def plain(value: Any) -> Any:
    """A fact without its line."""
    if isinstance(value, tuple):
        return tuple(plain(each) for each in value)
    if isinstance(value, Place):
        return replace(value, line=None)
    if hasattr(value, "__dataclass_fields__"):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    return value


def pages(found: Looked, origin: Origin) -> dict[str, Page]:
    """The pages by their paths."""
    return {url.removeprefix(origin.url("")): page for url, page in found.pages.items()}


async def test_field_by_field(chromium_here: str) -> None:
    """Dates, contacts, periods, links, places and the fingerprint of what scripts make are those of the same page from a server: lazy parts,
    open shadow roots and routes of the script's own included. Its lines are nobody's, and nothing but GET is sent, by us."""
    behaviours = app()
    async with Origin(behaviours) as origin:
        shown = pages(await looked(origin, browser="auto"), origin)
        assert {(asked.method, asked.headers["user-agent"]) for asked in origin.asked} == {("GET", "reviewer/0")}
        assert sum(asked.path == "/app.js" for asked in origin.asked) <= 2  # once for the pages, once as a link
        behaviours.clear()
        behaviours |= twin()
        read = pages(await looked(origin), origin)
        for path in ("/", "/tips"):
            assert shown[path].state is PageState.READ, shown[path].trouble
            assert read[path].claims
            for each in fields(Page):
                assert plain(getattr(shown[path], each.name)) == plain(getattr(read[path], each.name)), (path, each.name)
            assert {link.place.line for link in shown[path].links} == {None}
        assert [contact.value for contact in shown["/"].contacts] == ["Dr Amara Example", "amara.example@example.org"]
        assert shown["/tips"].contacts
        assert shown["/tips"].periods


async def test_without_a_browser_it_says_so(chromium_here: str) -> None:
    """The same site with ``never`` is a shell, and no browser is started."""
    async with Origin(app()) as origin:
        found = await looked(origin)
        assert pages(found, origin)["/"].state is PageState.NEEDS_BROWSER


async def test_a_route_that_leads_nowhere(chromium_here: str) -> None:
    """A server that answers every address with the shell is asked what its script shows: an error page is a dead link; places on pages are
    known, and missing ones are told."""
    async with Origin(app()) as origin:
        found = await looked(origin, browser="auto")
        assert found.visits[origin.url("/gone")].reason is Reason.SOFT_404
        assert origin.url("/gone") not in found.pages
        anchors = getattr(found.visits[origin.url("/tips")], "anchors", None)
        assert anchors is not None
        assert "refer" in anchors
        assert "nowhere" not in anchors


async def test_what_a_script_makes_is_never_remembered_as_unchanged(chromium_here: str) -> None:
    """The shell stays the same for years while its content changes: it is asked for without conditions and shown each time."""
    async with Origin(app()) as origin:
        found = await looked(origin, browser="auto")
        known = found.known[origin.url("/")]
        assert (known.conditions, known.body_hash) == ((), None)
        again = await looked(origin, browser="auto", known=found.known.get)
        assert again.pages[origin.url("/")].claims == found.pages[origin.url("/")].claims
