"""Pages that could not be read."""

from __future__ import annotations

import pytest

from reviewer.checks.unreadable_page import check
from reviewer.model import Audience, Doubt, PageState, Severity
from tests.checks.facts import context, page


@pytest.mark.parametrize("state", [PageState.ENCRYPTED, PageState.DAMAGED, PageState.NO_TEXT])
def test_a_document_is_told_to_its_owner(state: PageState) -> None:
    """Who owns a locked, damaged or scanned document can do something about it."""
    (found,) = check(page(state=state, trouble="internal words"), context())
    assert (found.audience, found.severity, found.reason) == (Audience.OWNER, Severity.PROBLEM, state.value)
    assert "internal words" not in found.says


@pytest.mark.parametrize(
    "state",
    [
        *(PageState.NOT_FOUND, PageState.FORBIDDEN, PageState.UNREACHABLE, PageState.TOO_LARGE, PageState.TOO_SLOW, PageState.FAILED),
        PageState.NEEDS_BROWSER,
    ],
)
def test_the_rest_is_told_to_the_admin(state: PageState) -> None:
    """An outage or a limit is the admin's, with the details."""
    (found,) = check(page(state=state, trouble="It timed out."), context())
    assert (found.audience, found.severity, found.subject) == (Audience.ADMIN, Severity.NOTE, state.value)
    assert found.says.endswith("It timed out.")


def test_the_reason_is_a_sentence() -> None:
    """What the network said begins with a capital and ends with a full stop."""
    (found,) = check(page(state=PageState.UNREACHABLE, trouble="its robots.txt could not be had (refused)"), context())
    assert found.says == "The site did not answer for this page. Its robots.txt could not be had (refused)."


def test_an_outage_is_doubted_first() -> None:
    """One look at a host that is down tells nobody anything yet."""
    (found,) = check(page(state=PageState.UNREACHABLE), context())
    assert found.doubt is Doubt.BROKEN


@pytest.mark.parametrize("state", [PageState.READ, PageState.ROBOTS, PageState.WAITING, PageState.SKIPPED, PageState.NOT_HTML])
def test_what_was_meant_is_no_finding(state: PageState) -> None:
    """A page that was read, or left alone on purpose, is no trouble."""
    assert list(check(page(state=state), context())) == []
