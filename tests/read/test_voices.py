"""reviewer.read.periods.voices: whose word a day in a sentence is."""

from __future__ import annotations

import pytest

from reviewer.read import parse
from reviewer.read.document import Hints
from reviewer.read.facts.periods import facts


def told(body: str, lang: str = "en") -> list[str]:
    """What a small page says as its own word of days and years."""
    document = parse(f'<html lang="{lang}"><main><h1>Quay</h1>{body}</main></html>'.encode(), url="https://quay.example/")
    return [one.quote for one in facts(document, Hints()) if not one.historical]


PAIRS = [
    ("<p>The new drop-in will open by May 2021.</p>", "<p>“The new drop-in will open by May 2021,” the council wrote then.</p>"),
    ("<p>We expect answers by May 2021.</p>", '<p>"We expect answers by May 2021," the council wrote then.</p>'),
    ("<p>The pier will be closed until May 2021.</p>", "<p>She will be with us until May 2021.</p>"),
    ("<p>The ferry will be rowed by 2020.</p>", "<p>He wants to row the Wenlow by 2020 and has not.</p>"),
    ("<p>Apply by 30 June 2024.</p>", "<p>Type <code>apply --by 30 June 2024</code>.</p>"),
    ("<p>Use the rates for 2023/24.</p>", "<p>Use <kbd>--rates 2023/24</kbd>.</p>"),
    ("<p>Work should be completed by May 2024.</p>", "<p>Work should have been completed by May 2024.</p>"),
    ("<p>The road will be finished by 2023.</p>", "<p>According to the council, the road will be finished by 2023.</p>"),
    ("<p>Leave must be taken by 31 August 2024.</p>", "<p>Suppose you start in May: leave must be taken by 31 August 2024.</p>"),
    ("<p>The fee for 2024 to 2025 is £12.</p>", "<p>The fee for 2024 to 2025 was £12; it is £14 now.</p>"),
    ("<p>The plan for 2019-2022 is funded.</p>", "<p>Funded by the Tidal Fund, 2019-2022.</p>"),
    ("<p>The rates for 2019-20 are below.</p>", "<p>The Sandpiper, built 2019-20, is blue.</p>"),
    (
        "<h2>Vacancies</h2><ul><li>Cook, closing date 4 May 2024</li></ul>",
        "<h2>Closed vacancies</h2><ul><li>Cook, closing date 4 May 2024</li></ul>",
    ),
    ("<h2>Closed on Mondays</h2><p>Apply by 30 June 2024.</p>", "<h2>Past rounds</h2><p>Apply by 30 June 2024.</p>"),
    ("<p>Rates for 2022 to 2023 apply.</p>", "<h3>1 March 2022</h3><p>Rates for 2022 to 2023 apply.</p>"),
    (
        "<table><tr><th>Scheme 2019/20</th></tr><tr><td>Payroll scheme 2019/20</td></tr></table>",
        "<table><tr><th>Record</th><th>Keep until</th></tr><tr><td>Payroll scheme 2019/20</td><td>March 2030</td></tr></table>",
    ),
    ("<h2>Fees</h2><p>Tell us by 1 August 2024.</p>", "<h2>An example</h2><p>Somebody tells us by 1 August 2024.</p>"),
    (
        "<p>The car park will be closed until 27 March 2026.</p>",
        "<h3>18 March 2026</h3><p>The car park will be closed until 27 March 2026.</p>",
    ),
    ("<p>The water will be off until 5 March 2026.</p>", "<ul><li>3 March 2026: the water will be off until 5 March 2026.</li></ul>"),
]


@pytest.mark.parametrize(("own", "others"), PAIRS)
def test_what_others_say_is_not_the_pages_word(own: str, others: str) -> None:
    """The same words are told of the page, and are not told in a quotation, of a person, in code, in an example or in a dated entry."""
    assert told(own)
    assert told(others) == []


def test_a_deadline_below_its_day_is_told() -> None:
    """An entry whose day is the very day that is promised is no record of it."""
    assert told("<h2>Key dates</h2><ul><li>30 June 2025: applications close</li></ul>")


def test_code_is_kept_with_its_block() -> None:
    """As it stands in the text, and nothing of the next block; what nobody sees leaves nothing behind."""
    document = parse(b"<p>Use <code>a  b</code> and <kbd>c</kbd>.</p><p><code> </code></p><p>End.</p>", url="https://quay.example/")
    assert [(block.text, block.codes) for block in document.blocks] == [("Use a b and c.", ("a b", "c")), ("End.", ())]


def test_years_alone_are_named_by_nothing() -> None:
    """A line that begins with its years has no word before them."""
    assert told("<p>2019-20: rates to pay are below.</p>")
