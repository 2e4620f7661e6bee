"""Looks at sites whose pages are made by scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer import verdicts
from reviewer.model import PageState, Reason
from tests.links_origin.case import Reply
from tests.links_origin.origin import Origin
from tests.look.looks import asked, links, looked

SHELL = b'<!doctype html><title>App</title><div id=app></div><script src="/app.js"></script>'


@pytest.fixture
def origin(tmp_path: Path) -> Iterator[Origin]:
    """Hosts that answer nothing yet."""
    with Origin({}, tmp_path) as made:
        yield made


@pytest.mark.parametrize("follow", [True, False])
def test_a_shell_is_no_page_without_a_date(origin: Origin, follow: bool) -> None:
    """A page whose text is made by scripts is kept as needing a browser, or visited; its scripts are visited, and no place on it is called
    missing."""
    answers = {("MAIN", "/"): Reply(200, links("/app#due")), ("MAIN", "/app"): Reply(200, SHELL), ("MAIN", "/app.js"): Reply(200, b"1")}
    found = looked(origin, answers, follow=follow, sitemap=False)
    main, app = (found.pages.get(origin.places["MAIN"] + path) for path in ("/", "/app"))
    assert main
    assert [verdicts.verdict(link, main, found.visits, found.pages).reason for link in main.links] == [Reason.OK]
    assert (app.state if app else None) == (PageState.NEEDS_BROWSER if follow else None)
    assert asked(origin, "/app.js") == follow
    assert not found.known.keys() & {app.url if app else ""}
