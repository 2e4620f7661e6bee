"""Whether a page's main text is the same but for its own dates."""

from __future__ import annotations

import pytest

from reviewer import read

PAGE = """<main><h1>Falls pathway</h1>{}<h2>Assess</h2><p>Give 500 mg twice a day. See <a href="/leaflet">the leaflet</a>.</p></main>"""


def printed(text: str) -> str:
    """The fingerprint of a page with this at the head of its main text."""
    return read.read(PAGE.format(text).encode(), url="https://x.example/falls", content_type="text/html").fingerprint


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "<div id=leftnav><ul><li><a href=/a>A</a></ul></div><p>Next review: May 2024</p>",
            "<div id=leftnav><ul><li><a href=/b>B</a></ul></div><p>Next review: May 2026</p>",
        ),
        (
            "<p>Next review: May 2024</p><p>© 2023 A body</p><p>Page views: 1,203</p><p>Printed on 2 May 2024</p>",
            "<p>Next review: May 2026</p><p>© 2025 A body</p><p>Page views: 4,881</p><p>Printed on 7 May 2025</p>",
        ),
        (
            "<p>Was this helpful? 3 people found this useful</p><p>Version: 2.3 Date: March 2022 Review: March 2024</p>",
            "<p>Was this helpful? 9 people found this useful</p><p>Version: 3.0 Date: March 2024 Review: March 2026</p>",
        ),
        (
            "<table><tr><td>Ratified<td>April 2022<tr><td>Review date<td>April 2024</table><p><img src=/a.png?v=1 alt=A></p>",
            "<table><tr><td>Ratified<td>April 2024<tr><td>Review date<td>April 2026</table><p><img src=/a.png?v=2 alt=A></p>",
        ),
        (
            "<p>Next review: May 2024</p><table><tr><td>Agreed<td>April 2022<tr><td>Lead<td>Ann Elm</table>",
            "<p>Next review: May 2026</p><table><tr><td>Agreed<td>April 2024<tr><td>Lead<td>Ann Elm</table>",
        ),
        ("<p>Last reviewed: May 2022. Next review: May 2024</p>", "<p>Last reviewed: May 2024. Next review: May 2026</p>"),
        ("<p>Version 2.1, review date: 3 May 2024</p>", "<p>Version 2.2, review date: 3 May 2026</p>"),
        ("<p>Review date: 3 May 2024</p><p>Version: 3</p>", "<p>Review date: 3 May 2026</p><p>Version: 4.0</p>"),
        (
            "<table><tr><th>Version<td>3<tr><th>Review date<td>3 May 2024<tr><th>Approved<td>May 2022</table>",
            "<table><tr><th>Version<td>4<tr><th>Review date<td>3 May 2026<tr><th>Approved<td>May 2024</table>",
        ),
        (
            "<p>This pathway was last reviewed in May 2022 and will be reviewed again in May 2024.</p>",
            "<p>This pathway was last reviewed in May 2024 and will be reviewed again in May 2026.</p>",
        ),
        (
            "<p>First published: 3 May 2018. Review due: May 2024. Updated: 1 June 2022 10:34</p>",
            "<p>First published: 3 May 2018. Review due: May 2026. Updated: 1 June 2024 at 11.02 am</p>",
        ),
        (
            "<p>Letzte Überprüfung: 3. Mai 2022, nächste Überprüfung: 3. Mai 2024, Fassung 1</p>",
            "<p>Letzte Überprüfung: 3. Mai 2024, nächste Überprüfung: 3. Mai 2026, Fassung 2</p>",
        ),
        (
            "<p>Review date: May 2024</p><table><tr><th>Version<th>Date<th>Change<tr><td>1<td>May 2022<td>First</table>",
            "<p>Review date: May 2026</p><table><tr><th>Version<th>Date<th>Change<tr><td>1<td>May 2022<td>First<tr><td>2<td>May 2024<td>None</table>",
        ),
        (
            "<p>Review date: May 2024</p><h2>Related pages</h2><ul><li><a href=/y>Stairs</a></ul>",
            "<p>Review date: May 2026</p><h2>Related pages</h2><ul><li><a href=/z>Lights</a></ul>",
        ),
        (
            '<p>Review date: May 2024</p><p>Ask "how are you" - it\'s key...</p>',
            "<p>Review date: May 2026</p><p>Ask “how are you” – it’s key…</p>",
        ),
    ],
)
def test_what_a_page_says_of_its_own_days_does_not_count(before: str, after: str) -> None:
    """However many dates stand in one line, with whatever number of a version, history, related links and typography beside them."""
    assert printed(before) == printed(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Ratified</p><p>3 wards</p>", "<p>Ratified</p><p>4 wards</p>"),
        ("<p><img src=/a.png></p>", "<p><img src=/b.png></p>"),
        ("<p>Review date: 3 May 2024. Take 5 mg.</p>", "<p>Review date: 3 May 2024. Take 6 mg.</p>"),
        (
            "<p>Review date: 3 May 2024</p><p>Use version 2 of the form.</p>",
            "<p>Review date: 3 May 2024</p><p>Use version 3 of the form.</p>",
        ),
        ("<p>Reviewed by Ann Lee on 3 May 2024</p>", "<p>Reviewed by Bob Ray on 3 May 2024</p>"),
        ("<table><tr><th>Visit<th>Fee<tr><td>First<td>10</table>", "<table><tr><th>Visit<th>Fee<tr><td>First<td>12</table>"),
        ("<h2>Related pages</h2><p>Give 5 mg.</p>", "<h2>Related pages</h2><p>Give 6 mg.</p>"),
        ('<p>See <a href="/a">this</a></p>', '<p>See <a href="/b">this</a></p>'),
    ],
)
def test_everything_else_counts(before: str, after: str) -> None:
    """A dose, a form's version, a name, a fee, a word under a heading of links, and where a link leads."""
    assert printed(before) != printed(after)


def test_a_page_whose_text_has_the_name_of_a_menu_is_read_all_the_same() -> None:
    """The names of elements are no proof: with the main heading in it, it is the text."""
    one, other = (f"<div class=sidebar><h1>Falls</h1><p>Give {dose} mg.</p></div>" for dose in (5, 10))
    marks = {read.read(text.encode(), url="https://x.example/f", content_type="text/html").fingerprint for text in (one, other)}
    assert len(marks) == 2
