"""Pages from the field that were once read wrongly, in words of our own: what is struck out, dates that are none, shadow roots."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import DateKind, Page
from reviewer.read import Hints

BODY = "<h1>Policy</h1><p>Some words about the policy that staff are to read before they begin.</p>"


def page(body: str, *, reference: bool = False) -> Page:
    """Read a fragment of HTML as a page."""
    html = f'<!doctype html><html lang="en"><title>Policy</title><body><main>{BODY}{body}</main></body></html>'
    return read.read(html.encode(), url="https://www.example.org/policy", content_type="text/html", hints=Hints(), reference=reference)


def due(found: Page) -> list[str]:
    """The due dates that a page states."""
    return [str(claim.date) for claim in found.claims if claim.kind is DateKind.DUE]


@pytest.mark.parametrize("reference", [False, True])
def test_of_a_struck_out_date_the_new_one_counts(reference: bool) -> None:
    """The old review date is struck out, the new one stands behind it, beside it or below."""
    for body in (
        "<p>Review date: <s>1 May 2025</s> 1 May 2027</p>",
        "<p><s>Review date: 1 May 2025</s></p><p>Review date: 1 May 2027</p>",
        "<table><tr><th>Next review</th><td><del>1 May 2025</del><br>1 May 2027</td></tr></table>",
    ):
        assert due(page(body, reference=reference)) == ["2027-05-01"]
    assert due(page("<p><s>Review date: 1 May 2025</s></p>", reference=reference)) == []


def test_struck_out_people_periods_and_links_are_not_named() -> None:
    """Whoever was struck out is no contact; a struck-out link can still be clicked, so it is still followed."""
    found = page("<p>Contact: <s>Jane Example (jane@example.org)</s> Sam Sample (sam@example.org)</p>")
    assert {contact.value for contact in found.contacts} == {"Sam Sample", "sam@example.org"}
    periods = page("<p>This applies to the contract for <s>2020/21</s> 2026/27.</p>").periods
    assert [period.quote for period in periods] == ["This applies to the contract for 2026/27."]
    assert [link.href for link in page("<p>See <s><a href='/old'>old</a></s> new</p>").links] == ["/old"]


@pytest.mark.parametrize("reference", [False, True])
def test_a_date_in_a_shadow_root_is_read(reference: bool) -> None:
    """Browsers show declarative shadow roots, so the page says what stands in them."""
    for body in (
        "<x-footer><template shadowrootmode='open'><p>Next review due: 1 May 2025</p></template></x-footer>",
        "<x-meta><template shadowrootmode='closed'><p>Next review due: <slot></slot></p></template>1 May 2025</x-meta>",
    ):
        assert due(page(body, reference=reference)) == ["2025-05-01"]


@pytest.mark.parametrize("said", ["00/01/1900", "2027-05-00", "1 Setpember 2026", "01/05/20225", "Invalid Date", "TBC"])
def test_what_is_no_date_is_quoted_and_not_read(said: str) -> None:
    """No due date is made of it, and the gap has the words."""
    found = page(f"<p>Next review date: {said}</p>")
    assert due(found) == []
    assert [gap.quote for gap in found.gaps] == [f"Next review date: {said}"]
