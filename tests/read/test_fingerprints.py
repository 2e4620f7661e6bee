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
