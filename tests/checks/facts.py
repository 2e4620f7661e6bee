"""Small pages and contexts for the tests of the checks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from reviewer.checks import Context
from reviewer.model import Contact, Gap, Match, Owner, Page, PageState, Period, Superseded, Unknown
from reviewer.settings import Area, Directory, Site

URL = "https://site.example/guides/page"
TODAY = dt.date(2026, 11, 21)
ANN = Owner("Ann Other", "ann@site.example")


def page(
    *,
    periods: tuple[Period, ...] = (),
    contacts: tuple[Contact, ...] = (),
    gaps: tuple[Gap, ...] = (),
    superseded: Superseded | None = None,
    state: PageState = PageState.READ,
    trouble: str | None = None,
) -> Page:
    """A page with these facts."""
    return Page(URL, state, periods=periods, contacts=contacts, gaps=gaps, superseded=superseded, trouble=trouble)


def context(
    *,
    owner: str | None = None,
    areas: tuple[Area, ...] = (),
    owners: tuple[Owner, ...] = (),
    match: Callable[[Contact], Match] = lambda contact: Unknown(),
) -> Context:
    """A context on the day of the tests."""
    return Context(TODAY, Site("Ours", (URL,), owner=owner, areas=areas), directory=Directory(owners), match=match)
