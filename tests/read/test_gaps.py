"""What a page announces and does not give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import read
from reviewer.model import GapKind, Link, Region
from reviewer.read.document import Block, BlockKind, Document, Hints
from reviewer.read.facts import gaps
from tests.read.announced import MISSING, THERE
from tests.read.pages import heading, item, page, table

LONG = "This is a paragraph of running text that goes on for a good while and ends as a sentence does."
MAIL = Link("mailto:a@b.example", "mailto:a@b.example", words="our team")
FILM = Link("https://video.example/watch?v=1", "https://video.example/watch?v=1", words="Watch")


def told(document: Document) -> list[tuple[GapKind, str]]:
    """The gaps of a document, as kind and quote."""
    return [(gap.kind, gap.quote) for gap in gaps.facts(document, Hints())]


def whole(body: str) -> list[str]:
    """The kinds of gaps of a page of HTML."""
    html = f"<!doctype html><html lang=en><title>A page</title><body>{body}</body></html>"
    found = read.read(html.encode(), url="https://site.example/x", content_type="text/html; charset=utf-8", hints=Hints())
    assert found.trouble is None
    return [gap.kind.value for gap in found.gaps]


@pytest.mark.parametrize(("body", "kind"), [case[1:] for case in MISSING], ids=[case[0] for case in MISSING])
def test_what_is_announced_and_missing(body: str, kind: str) -> None:
    """The words ask for something that the page makes impossible, or the owner had to fill something in."""
    assert whole(body) == [kind]


@pytest.mark.parametrize("body", [case[1] for case in THERE], ids=[case[0] for case in THERE])
def test_what_is_there_or_was_never_announced(body: str) -> None:
    """Headings, form labels, lists in any shape, code, forms and letters to fill in, numbers and names are no gaps."""
    assert whole(body) == []


@pytest.mark.parametrize(
    "text",
    ["See also:", "You should do the following:", "Help could take these forms:", "It might include:", "Siehe auch:", "Voir aussi :"],
)
def test_a_list_is_announced_and_missing(text: str) -> None:
    """An announcement with nothing after it, a heading or another announcement has lost its list; running text may be the list."""
    expected = [(GapKind.MISSING_LIST, text)]
    assert told(page(text)) == expected
    assert told(page(text, heading("Next"))) == expected
    assert told(page(text, "More is here: they include:", item("x"))) == expected
    assert told(page(text, LONG)) == []


def test_a_list_that_is_there_is_no_gap() -> None:
    """Items, cells, short lines, bullets in the text, code and pictures after an announcement are what it announced."""
    for after in (
        item("one"),
        "one",
        "• one and a good deal more so that it is a long line of text that has no capital at its beginning.",
        Block("x()", BlockKind.CODE),
    ):
        assert told(page("You need the following:", after)) == []
    assert told(page("You need the following:", Block("", BlockKind.MEDIA, element="img"), LONG)) == []
    assert told(page("You need the following:", Block("plan", BlockKind.MEDIA, element="img"))) == []
    assert (
        told(page("You need the following:\nA long line in the same paragraph that goes on for long enough to be taken for running text."))
        == []
    )
    assert told(page(heading("It includes:"), heading("Sub", 3))) == []
    assert told(page(heading("It includes:"), heading("Next", 2))) == []
    assert told(page(heading("It includes:"), "text")) == []
    assert told(page(*table(["You need the following:", LONG]))) == []
    assert told(page("A remark:", LONG)) == []


@pytest.mark.parametrize(
    "text",
    [
        "To get the bulletin, please email:",
        "If something is missing, please contact us at",
        "It should be sent to:",
        "Cysylltwch â ni ar",
        "Contactez-nous à :",
    ],
)
def test_an_address_is_announced_and_missing(text: str) -> None:
    """A request that ends before its address has lost it."""
    assert told(page(text)) == [(GapKind.MISSING_ADDRESS, text)]
    assert told(page(text, heading("Next"))) == [(GapKind.MISSING_ADDRESS, text)]
    assert told(page(text, "October 2021")) == [(GapKind.MISSING_ADDRESS, text)]


def test_an_address_that_is_there_is_no_gap() -> None:
    """An address in the line, in a link or on the next line is enough."""
    assert told(page("Write to a@b.example, our email")) == []
    assert told(page(Block("Please email", links=(0,)), links=[MAIL])) == []
    assert told(page("Please email:", "a@b.example")) == []
    assert told(page("Please write to:", "Example House, Example Street")) == []
    assert (
        told(page("Please email:", Block("This is our team which answers everything that anybody asks of it.", links=(0,)), links=[MAIL]))
        == []
    )


def test_a_recording_is_announced_and_missing() -> None:
    """The words "in the video below" need a player, or a link to a recording near by; a PDF cannot tell."""
    text = "In the below film clip she explains it."
    assert told(page(text)) == [(GapKind.MISSING_MEDIA, text)]
    assert told(page(text, Block("A film", BlockKind.MEDIA, element="iframe"))) == []
    assert told(page(text, Block("Watch", links=(0,)), links=[FILM])) == []
    assert told(page(text, Block("our team", links=(0,)), links=[MAIL])) == [(GapKind.MISSING_MEDIA, text)]
    assert told(page(text, content_type="application/pdf")) == []
    assert told(page("Watch the videos on our channel.")) == []


def test_a_label_has_no_value() -> None:
    """A label at the end, before a heading or before another label says nothing."""
    empty = [(GapKind.LABEL_WITHOUT_VALUE, "Review date:")]
    assert told(page("Review date:")) == empty
    assert told(page("Review date:", heading("Next"))) == empty
    assert told(page("Review date:", "Version: 3:")) == empty
    assert told(page("Review date:", Block("May 2025", region=Region.FOOTER))) == empty
    assert told(page("Review date:", "May 2025")) == []
    assert told(page(*table(["Review date:"], ["x"]))) == empty
    assert told(page(*table(["Review date:", "May 2025"]))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Review date: [date]",
        "Owner: [insert name]",
        "Updated on <insert date here>",
        "Lorem ipsum dolor sit amet",
        "Signed: {{ name }}",
        "Next review: DD/MM/YYYY",
        "Due: XX/XX/XXXX",
    ],
)
def test_a_placeholder_was_left(text: str) -> None:
    """What a template asks to be filled in, and was not."""
    assert told(page(text)) == [(GapKind.PLACEHOLDER, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Write it as: YYYY-MM-DD, for example",
        "Use [date] as a placeholder",
        "See [the notes] there",
        "[here](https://x.example)",
        "Born (DD/MM/YYYY)",
    ],
)
def test_words_about_placeholders_are_none(text: str) -> None:
    """A page that explains a format, a form's hint and square brackets are no gaps."""
    assert told(page(text)) == []


def test_a_date_cannot_be() -> None:
    """A date that no calendar has is quoted with the words before it, when a label asks for it."""
    assert told(page("Next review: 31 June 2024")) == [(GapKind.IMPOSSIBLE_DATE, "Next review: 31 June 2024")]
    ((_, quote),) = told(page("word " * 30 + "due by 30/02/2024 it is"))
    assert quote.endswith("due by 30/02/2024")
    assert len(quote) < 90


@pytest.mark.parametrize(
    ("lines", "quote"),
    [
        (["Next review date: 1 Setpember 2026"], None),
        (["Last updated 1 Febuary 2025"], None),
        (["Review date: Setpember 2026"], None),
        (["Review date: 01/05/20225"], None),
        (["Next review: 20225"], None),
        (["Review date:", "20225"], "Review date: 20225"),
        (["Review due: 3rd Mya 2026"], None),
        (["Review date: 1 May 20225"], None),
        (["Review date: 1 May 2O25"], None),
        (["Review date: l May 2025"], None),
        (["Review date: 1 May 20 25"], None),
        (["Review date: 31/12/9999"], None),
        (["Review date: Invalid Date"], None),
        (["Last updated: NaN/NaN/NaN"], None),
        (["Published: undefined"], None),
        (["Next review: TBC"], None),
        (["Date of next review:", "To be confirmed"], "Date of next review: To be confirmed"),
        (["Nächste Überprüfung: noch offen"], None),
        (["Date de révision : à confirmer"], None),
        (["Dyddiad adolygu: 1 Mediii 2026"], None),
    ],
)
def test_a_date_cannot_be_read(lines: list[str], quote: str | None) -> None:
    """A label whose value is no date that we can read is told as such, and quoted."""
    assert told(page(*lines)) == [(GapKind.UNREADABLE_DATE, quote or lines[0])]


def test_the_value_of_a_cell_or_a_term_cannot_be_read() -> None:
    """The value stands in the next cell, or in the definition of the term."""
    quoted = [(GapKind.UNREADABLE_DATE, "Next review Invalid Date")]
    assert told(page(*table(["Next review", "Invalid Date"]))) == quoted
    assert told(page(Block("Next review", BlockKind.TERM), Block("Invalid Date", BlockKind.DEFINITION))) == quoted
    assert told(page(*table(["Next review", "Invalid Date"], header=True))) == []
    assert told(page(Block("Next review", BlockKind.TERM), "Invalid Date")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Guideline No. 36 Sept 2017",
        "Review ref: 20225",
        "Reviewed by: 20225",
        "Last reviewed: 3 dogs 2026",
        "Published as No. 36 Sept 2017",
        "Review date: 1 May 2027",
        "Review: every two years",
        "Review date: annually",
        "Reviews: 4 out of 5",
        "Review cycle: 3 years",
        "Last updated: 3 hours ago",
        "Published in Nature 2019",
        "Reviewed by Marc 2024",
        "Updated to 1.2.3",
        "Approved: pending",
        "The meeting on 31 June 2024",
        "Review date: after the board's meeting in the new hall, as is the custom of this house and of all who live here",
        "Valid for ward 12 Area 5120",
        "Dated 3 Items 4500",
        "Updated 12 OOO IIIl",
    ],
)
def test_what_no_label_asks_for_is_no_date(text: str) -> None:
    """Numbers, cadences, names and versions are no dates, and a date that is there is one."""
    assert told(page(text)) == []


def test_long_texts_are_quoted_in_part() -> None:
    """The quote is the sentence, or a piece of it when it is long."""
    text = "word " * 60 + "[insert date] " + "word " * 60
    ((_, quote),) = told(page(text))
    assert "[insert date]" in quote
    assert len(quote) <= 200
    ((_, last),) = told(page("Nothing. " * 40 + "Please email:"))
    assert last == "Please email:"


def test_navigation_is_left_alone_and_the_same_gap_is_one() -> None:
    """Menus announce nothing; a gap that stands twice is told once; a template full of them is told in part."""
    assert told(page(Block("See also:", region=Region.NAV))) == []
    assert told(page("Due: [date]", "Due: [date]")) == [(GapKind.PLACEHOLDER, "Due: [date]")]
    assert told(page(*[f"{n}: [insert date]" for n in range(300)])) == [(GapKind.PLACEHOLDER, "0: [insert date]")]
    assert len(told(page(*[f"{n} Please email:" for n in range(300)]))) == 200
    assert len(told(page(*["Review date:", "Owner:"], *[f"{n} Owner:" for n in range(2)]))) == 2


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["See also:", "[date]", "Review date:", "email", " at", "\n", "31 June 2024", "video below", ".", "the ", "{{x}}", "YYYY"]
        ),
        min_size=1,
        max_size=20,
    )
)
def test_no_text_breaks_the_reader(pieces: list[str]) -> None:
    """Any text gives gaps whose quotes stand in it."""
    text = "".join(pieces)
    for _, quote in told(page(text)):
        assert " ".join(quote.split()) in " ".join(text.split())


def test_only_so_many_lines_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of hostile labels costs no more than some hundreds of lines."""
    monkeypatch.setattr(gaps, "ASKED", 1)
    assert len(told(page("Due 31 June 2024.", "Due 30 June 2024.", "Due 31 September 2024."))) == 1


@pytest.mark.parametrize(
    ("after", "missing"),
    [
        ("</main><footer><p><a href='/about'>About us</a></p></footer>", True),
        ("<p><a href='/ponds'>Ponds</a></p></main>", False),
        ("<ul><li>Ponds</li></ul></main>", False),
        ("<p>Review date: 3 May 2023</p></main>", True),
        ("<p>Ponds: built in 1903.</p></main>", False),
    ],
)
def test_a_footer_is_no_list_and_a_paragraph_may_be_one(after: str, missing: bool) -> None:
    """The footer of a site gives no list; a paragraph may be an item, so where one follows nothing is told."""
    body = f"<main><h1>Gardens</h1><p>See also:</p>{after}".encode()
    found = list(gaps.facts(read.parse(body, url="https://site.example/page", content_type="text/html"), Hints()))
    assert [one.kind for one in found] == ([GapKind.MISSING_LIST] if missing else [])


def test_what_the_reader_or_a_program_fills_in_is_no_gap() -> None:
    """Words as "[your name]" are for the reader to say, and an address or a line of code is filled in when it is used; what its editor
    had to insert, or a label of the page's own asks for, is a gap."""
    assert told(page("Say hello to [your manager] and give [your name].")) == []
    assert told(page(*table(["name", "[your name]"], ["email", "yours"]))) == []
    assert told(page("curl /api?from=2000-01-01&to={{today}}")) == []
    assert told(page("Ask [insert name] for older ones.")) == [(GapKind.PLACEHOLDER, "Ask [insert name] for older ones.")]
    assert told(page("Owner: [your name]")) == [(GapKind.PLACEHOLDER, "Owner: [your name]")]
    assert told(page("Last reviewed: {{ date }}")) == [(GapKind.PLACEHOLDER, "Last reviewed: {{ date }}")]
