"""Records of a page: what stands together tells what a label means that no lexicon knows."""

from __future__ import annotations

import pytest

from tests.read.dated import stated


def table(*rows: tuple[str, str]) -> str:
    """A table of two columns."""
    return "<table>" + "".join(f"<tr><td>{head}</td><td>{value}</td></tr>" for head, value in rows) + "</table>"


def terms(*rows: tuple[str, str]) -> str:
    """A list of terms."""
    return "<dl>" + "".join(f"<dt>{head}</dt><dd>{value}</dd>" for head, value in rows) + "</dl>"


OWN = (("Version", "2"), ("Owner", "Parks team"))
PAIR = (("Last dust-off", "3 May 2029"), ("Next dust-off", "3 May 2031"))
BOTH = {"last": "2029-05-03", "due": "2031-05-03"}


@pytest.mark.parametrize(
    "body",
    [
        table(*OWN, *PAIR),
        terms(*OWN, *PAIR),
        "".join(f"<p>{head}: {value}</p>" for head, value in (*OWN, *PAIR)),
        "<p>" + " | ".join(f"{head}: {value}" for head, value in (*OWN, *PAIR)) + "</p>",
        "<p>Version 2 | Owner: Parks | Last dust-off: 3 May 2029 | Next dust-off: 3 May 2031</p>",
        "<ul>" + "".join(f"<li>{head}: {value}</li>" for head, value in (*OWN, *PAIR)) + "</ul>",
        "<p>Moor here.</p><aside>" + "".join(f"<p><b>{head}</b>: {value}</p>" for head, value in (*OWN, *PAIR)) + "</aside>",
        "<p>Moor here.</p><aside><h2>About this page</h2>" + terms(*OWN, *PAIR) + "</aside>",
        table(("Keeper", "Ann"), *PAIR),
    ],
)
def test_unknown_labels_in_a_record(body: str) -> None:
    """What comes next is due, and its fellow of an earlier day was the last, in every layout of a record that tells of the page."""
    assert stated(body, "Quay") == BOTH


@pytest.mark.parametrize(
    ("label", "due"),
    [
        ("Next airing", True),
        ("Comes round again", True),
        ("To be dusted off by", True),
        ("Re-inspection falls on", True),
        ("Nächste Befassung", True),
        ("À dépoussiérer avant le", True),
        ("Sign-off needed by", True),
        ("Next meeting", False),
        ("Next audit committee", False),
        ("Next rent rise", False),
        ("Dusted off", False),
        ("To", False),
    ],
)
def test_what_a_label_of_a_record_says(label: str, due: bool) -> None:
    """Next, again, or to be done; but no event, and no price."""
    assert stated(table(*OWN, (label, "3 May 2031")), "Quay").get("due") == ("2031-05-03" if due else None)


@pytest.mark.parametrize(
    "body",
    [
        table(*PAIR),
        table(("Serial number", "12"), ("Model", "B"), *OWN, *PAIR),
        table(*OWN, ("Next dust-off", "3 May 2031, at noon")),
        table(*OWN, *((f"Next dust-off {number}", f"{number} May 2031") for number in range(1, 29)), *PAIR, *OWN * 8),
        f"<table><tr><th>Paper</th><th>Owner</th><th>Version</th><th>Next dust-off</th></tr>{'<tr><td>Map</td><td>Ann</td><td>1</td><td>3 May 2031</td></tr>' * 2}</table>",
        "<p>Moor here.</p><aside><h2>Crane register</h2>" + terms(*OWN, *PAIR) + "</aside>",
        "<p>Moor here.</p><aside>" + "".join(f'<p><a href="/{head}">{head}</a>: {value}</p>' for head, value in (*OWN, *PAIR)) + "</aside>",
        "<p>Moor here.</p><aside><p>Next dust-off: 3 May 2031</p></aside><nav><p>Version: 2</p><p>Owner: Ann</p></nav>",
    ],
)
def test_what_is_no_record_of_the_page(body: str) -> None:
    """Too little is known, the record is of a machine, too long, a register, or of what the page links to."""
    assert not {"due", "last"} & stated(body, "Quay").keys()


def test_a_word_that_a_hyphen_ties_to_a_label() -> None:
    """A label that a hyphen ties is as good as its end ("Sanity-tested"), and a compound as its last noun."""
    assert stated(table(*OWN, ("Sanity-tested", "3 May 2029")), "Quay") == {"last": "2029-05-03"}
    assert stated(table(*OWN, ("Nächste Textkontrolle", "3. Mai 2031")), "Kai") == {"due": "2031-05-03"}
    assert stated("<p>Nächste Fahrzeugkontrolle: 3. Mai 2031</p>", "Kai") == {}


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ((("Project owner", "Ann"), ("Status", "Amber")), "Kestrel"),
        ((("Risk owner", "Ann"), ("Version", "2")), "Flooding"),
        ((("Author", "Ann"), ("Status", "Protected")), "Otters"),
        ((("Reference", "44"), ("Department", "Quays")), "Dock hand"),
        ((*OWN,), "Inspection report"),
    ],
)
def test_records_of_much_else(rows: tuple[tuple[str, str], ...], title: str) -> None:
    """Projects, risks, vacancies and what was inspected have owners and states, too."""
    assert stated(table(*rows, *PAIR), title) == {}


def test_labels_that_are_one_word() -> None:
    """What is to be done again needs no more than its verb; the outcome of a review is none to come."""
    assert stated(table(*OWN, ("Revisit", "May 2031")), "Quay") == {"due": "2031-05"}
    assert stated(table(*OWN, ("Review outcome", "no change, May 2029")), "Quay") == {}
    assert stated("<p>Content owner: Ann. Last confirmed accurate: May 2029. Reconfirm by: May 2031.</p>", "Quay") == {
        "last": "2029-05",
        "due": "2031-05",
    }


def test_a_field_without_a_label() -> None:
    """A cell that is empty, alone, or as long as a sentence names nothing; the rest of its record stands."""
    long = "Whatever the wardens of this quay may say of the state of the moorings here"
    odd = f"<tr><td></td><td>3 May 2032</td></tr><tr><td>{long}</td><td>3 May 2033</td></tr><tr><td>4 May 2034</td></tr>"
    assert stated(table(*OWN, *PAIR).replace("</table>", f"{odd}</table>"), "Quay") == BOTH
    assert stated(f"<p>Quay.</p><aside><dl><dt>{long}</dt><dd>3 May 2031</dd></dl></aside>", "Quay") == {}


def test_no_record_on_a_page_that_records() -> None:
    """The minutes of a meeting have a version and an owner, too; what comes next there is the next meeting's."""
    assert stated(table(*OWN, *PAIR), "Minutes of the quay board, 3 May 2029") == {}


def test_a_record_of_what_the_title_names() -> None:
    """A word for a thing is the page's own where the title has it."""
    assert stated(table(("Tenancy type", "Berth"), *OWN, *PAIR), "Tenancy rules") == BOTH
    assert stated(table(("Tenancy type", "Berth"), *OWN, *PAIR), "Quay") == {}


def test_doubt_in_a_record() -> None:
    """The order of day and month is in doubt there, too; a day in words is in none."""
    assert stated(table(*OWN, ("Next airing", "03/05/2031"))) == {"due": "2031-05-03"}


@pytest.mark.parametrize(
    ("body", "want"),
    [
        ("<p>This policy comes back to the board in May 2031.</p>", {"due": "2031-05"}),
        ("<p>This page returns to the committee on 3 May 2031.</p>", {"due": "2031-05-03"}),
        ("<p>The crane comes back to the quay in May 2031.</p>", {}),
        ("<p>Returns: 3 May 2031</p>", {}),
        ("<p>We will take another look at this page in May 2031.</p>", {"due": "2031-05"}),
        ("<p>We will look at this decision in May 2031.</p>", {}),
        ("<p>Somebody last went through these instructions on 3 May 2029.</p>", {"last": "2029-05-03"}),
        ("<p>The vet last went through the stables on 3 May 2029.</p>", {}),
        ("<p>We posted this page on 3 May 2029.</p>", {"published": "2029-05-03"}),
        ("<p>Hemos de avisar. Repasamos esta página el 3 de mayo de 2029.</p>", {"last": "2029-05-03"}),
        ("<p>Repasamos las cuentas el 3 de mayo de 2029.</p>", {}),
        ("<p>Ponownie sprawdzimy w maju 2031 r.</p>", {"due": "2031-05"}),
        ("<p>Sprawdzimy dach w maju 2031 r.</p>", {}),
        ("<p>Nous le relirons en mai 2031.</p>", {"due": "2031-05"}),
        ("<p>Page given a thorough polish on 3 May 2029.</p>", {"updated": "2029-05-03"}),
        ("<p>Staff given a thorough talk on 3 May 2029.</p>", {}),
        ("<p>Sidan uppdaterades i maj 2029.</p>", {"updated": "2029-05"}),
        ("<p>Last rewrite: 3 May 2029</p>", {"updated": "2029-05-03"}),
        ("<p>Last checked 3 May 2029. Next look: May 2031.</p>", {"last": "2029-05-03", "due": "2031-05"}),
        ("<ul><li>Roads: to be looked at again in May 2031</li></ul>", {}),
        ("<p>Adolygir y polisi hwn ym mis Mai 2031.</p>", {"due": "2031-05"}),
        ("<p>Ailddarllenir ym mis Mai 2031.</p>", {"due": "2031-05"}),
        ("<p>Page given a thorough correction on 3 May 2029.</p>", {"updated": "2029-05-03"}),
        ("<p>Page given the once-over on 3 May 2029.</p>", {"last": "2029-05-03"}),
        ("<p>Amended at the board's meeting of 3 May 2029.</p>", {"updated": "2029-05-03"}),
        ("<p>Texto modificado por acuerdo de la Junta el día 3 de mayo de 2029.</p>", {"updated": "2029-05-03"}),
        ("<p>The minister said the guideline would be looked at again in May 2031.</p>", {}),
        ("<p>Ladders. Minutes Uploaded on 3 May 2029</p>", {}),
        ("<p>Ladders and Ropes Uploaded on 3 May 2029</p>", {"published": "2029-05-03"}),
        ("<p>A study in 2029</p>", {}),
        ("<p>We confirmed that this page is still right on 3 May 2029.</p>", {"last": "2029-05-03"}),
        ("<p>We confirmed that the crane is still safe on 3 May 2029.</p>", {}),
        ("<p>Wir haben diese Seite am 3. Mai 2029 gegengelesen.</p>", {"last": "2029-05-03"}),
        ("<p>Wir nehmen diese Seite im Mai 2031 wieder vor.</p>", {"due": "2031-05"}),
        ("<p>Wir haben den Kran am 3. Mai 2029 gegengelesen.</p>", {}),
        ("<p>Pain was assessed in May 2028 and reassessed in May 2029.</p>", {}),
        ("<p>La tornarem a mirar el maig de 2031.</p>", {"due": "2031-05"}),
        ("<p>Accounts for the year ending 31 March 2029.</p>", {}),
    ],
)
def test_sentences_without_a_known_phrase(body: str, want: dict[str, str]) -> None:
    """Verbs of looking, altering and showing in any form are read of the page, and of nothing else."""
    assert stated(body, "Quay") == want


@pytest.mark.parametrize(
    ("body", "title", "want"),
    [
        ("<p>Kiel, 3. Mai 2029</p><p>Ein Kai.</p>", "Pressemitteilung: Kai", {"published": "2029-05-03"}),
        ("<p>Kiel, 3. Mai 2029</p><p>„Ein Kai“, sagte Ida Ohm.</p>", "Kai", {"published": "2029-05-03"}),
        ("<p>Kiel, 3. Mai 2029</p><p>Ein Kai.</p>", "Kai", {}),
        ("<p>Harbour Office, May 2029</p><p>A quay.</p>", "Quay", {"published": "2029-05"}),
        ("<p>Harbour Office, 3 May 2029</p><p>A quay.</p>", "Quay", {}),
        ("<p>Climate Plan May 2029</p><p>A quay.</p>", "Quay", {}),
        ("<p>vom 3. Mai 2029, zuletzt geändert am 4. Mai 2030</p>", "Kaisatzung", {"published": "2029-05-03", "updated": "2030-05-04"}),
        ("<p>By Ann Berg, 3 May 2029, 5 minute read</p><p>A quay.</p>", "Quay", {"published": "2029-05-03"}),
    ],
)
def test_datelines_with_a_place(body: str, title: str, want: dict[str, str]) -> None:
    """The place before the day makes no dateline where the page is no news: an event has both."""
    assert stated(body, title) == want


def test_pages_that_explain_review_dates() -> None:
    """Dates on a page that tells what review dates are for are examples."""
    example = "<p>Page last reviewed: 3 May 2029<br>Next review due: 3 May 2031</p>"
    assert stated(f"<p>Review dates tell people how old a page is.</p>{example}", "Dates") == {}
    assert stated(f"<p>We tell people how old a page is.</p>{example}", "Dates") == {"last": "2029-05-03", "due": "2031-05-03"}
