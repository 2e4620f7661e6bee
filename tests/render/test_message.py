"""A digest as bytes: the right words, to the right person, and nothing of a page but text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from pathlib import Path

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import render
from reviewer.model import AdminSummary, Assignment, Change, IssueState, Mailbox, Owner, Page, Place
from reviewer.settings import Email, Organisation
from reviewer.tell import digest
from tests.browser import Chromium
from tests.goldens import assert_golden
from tests.letters import CASES, first_run, hostile, kinds, new_still_fixed, only_upcoming, written
from tests.makers import ALICE, BOB, CONTACT, NOW, TODAY, broken, by_id, config, opened, overdue


def parsed(payload: bytes) -> EmailMessage:
    """A message as a mail program reads it."""
    return message_from_bytes(payload, _class=EmailMessage, policy=default)


@pytest.mark.parametrize("case", CASES)
def test_digests_look_as_they_were_approved(case: str) -> None:
    """Text and HTML are what a person looked at and found right."""
    made = written(case)
    assert_golden(f"digest/{case}.txt", f"Subject: {made.subject}\n\n{made.text}")
    assert_golden(f"digest/{case}.html", made.html)


@pytest.mark.parametrize("case", CASES)
def test_every_message_is_well_formed(case: str) -> None:
    """Headers are there once each, lines are short, the bytes are ASCII, and both bodies come back as they were written."""
    made = written(case)
    mail = parsed(made.payload)
    assert made.payload.isascii()
    assert all(len(line) <= 998 for line in made.payload.split(b"\r\n"))
    assert b"\n" not in made.payload.replace(b"\r\n", b"")
    for name in (
        "From",
        "To",
        "Reply-To",
        "Subject",
        "Date",
        "Message-ID",
        "References",
        "List-Id",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
    ):
        assert len(mail.get_all(name, [])) == 1, name
    assert (mail["Auto-Submitted"], mail["X-Auto-Response-Suppress"]) == ("auto-generated", "All")
    assert mail["Reply-To"] == str(CONTACT)
    assert mail["List-Id"] == "<content-review.alliance.example>"
    for kind, body in (("plain", made.text), ("html", made.html)):
        part = mail.get_body((kind,))
        assert isinstance(part, EmailMessage)
        assert part.get_content().replace("\r\n", "\n") == body
    assert not [part.defects for part in mail.walk() if part.defects]


def test_the_same_digest_is_the_same_bytes() -> None:
    """Nothing is random: what is sent once more is the same message."""
    assert written("new-still-fixed") == written("new-still-fixed")


def test_the_message_id_is_of_installation_period_and_owner() -> None:
    """Each of the three tells messages apart; the content does not."""
    one = first_run()
    ids = {
        render.message(each, config=config(), installation=installation, now=NOW).message_id
        for each in (one, replace(one, period="2026-11-30"), replace(one, owner=BOB), replace(one, escalated_from=BOB))
        for installation in "xy"
    }
    assert len(ids) == 8
    again = render.message(replace(one, why=("other",)), config=config(), installation="x", now=NOW)
    assert again.message_id in ids


def test_the_digests_of_one_owner_thread() -> None:
    """The first refers to a root of its own, the later ones to it and to those before."""
    one = first_run()
    first = render.message(one, config=config(), installation="x", now=NOW)
    second = render.message(replace(one, period="2026-11-30"), config=config(), installation="x", now=NOW, previous=[first.message_id])
    root = parsed(first.payload)["References"]
    assert parsed(second.payload)["References"].split() == [root, first.message_id]
    assert parsed(second.payload)["In-Reply-To"] == first.message_id
    other = render.message(replace(one, owner=BOB), config=config(), installation="x", now=NOW)
    assert parsed(other.payload)["References"] != root


@pytest.mark.parametrize("case", ["new-still-fixed", "only-upcoming"])
def test_dates_to_come_are_attached_as_a_calendar(case: str) -> None:
    """One all-day event for each page, with a reminder a week before; a later file moves it and adds none."""
    made = written(case)
    (part,) = parsed(made.payload).iter_attachments()
    assert (part.get_content_type(), part.get_filename()) == ("text/calendar", "review-dates.ics")
    events = icalendar.Calendar.from_ical(str(part.get_content())).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [
        TODAY + dt.timedelta(days=days) for days in ((17, 80) if case == "new-still-fixed" else (7, 17))
    ]
    assert all(str(event["summary"]).startswith("Review due: ") and event.walk("VALARM") for event in events)
    later = render.message(CASES[case](), config=config(), installation="golden", now=NOW + dt.timedelta(days=7))
    (again,) = parsed(later.payload).iter_attachments()
    moved = icalendar.Calendar.from_ical(str(again.get_content())).walk("VEVENT")
    assert [event["uid"] for event in moved] == [event["uid"] for event in events]
    assert all(int(str(new["sequence"])) > int(str(old["sequence"])) for new, old in zip(moved, events, strict=True))


def test_without_dates_to_come_there_is_no_attachment() -> None:
    """Nothing to put into a calendar."""
    assert list(parsed(written("first-run").payload).iter_attachments()) == []


def test_the_cases_show_every_kind_of_change() -> None:
    """The golden digests leave nothing out."""
    assert kinds(new_still_fixed()) == set(Change)
    assert kinds(only_upcoming()) == {Change.COMING}


def test_the_subject_is_made_of_numbers() -> None:
    """Our words and how many; singular, plural, fixed only, coming only, escalated."""
    subjects = {case: written(case).subject for case in CASES}
    assert subjects == {
        "first-run": "2 pages need your attention (1 review overdue)",
        "new-still-fixed": "1 page needs your attention (1 review overdue)",
        "escalated": "Escalated to you: 1 page needs attention (1 review overdue)",
        "forty-pages": "12 pages need your attention (8 reviews overdue)",
        "only-upcoming": "2 reviews coming up",
        "welsh-and-arabic": "2 pages need your attention (1 review overdue)",
        "hostile": "3 pages need your attention (1 review overdue)",
    }
    fixed = replace(first_run(), pages=(), fixed=first_run().pages[:1])
    assert render.message(fixed, config=config(), installation="x", now=NOW).subject == "1 page fixed, thank you"


def test_no_page_writes_a_header() -> None:
    """CVE-2024-6923: a title with line ends or an encoded-word of them stays text, and so do names from the directory."""
    evil = "=?utf-8?q?x=0d=0aBcc:_evil@x.example?=\r\nBcc: evil@x.example"
    owner = Owner(evil, "alice@alliance.example")
    made = render.message(
        replace(hostile(), owner=owner),
        config=config(organisation=Organisation(evil, Mailbox(evil, "web@alliance.example"))),
        installation="x",
        now=NOW,
    )
    head, _, _ = made.payload.partition(b"\r\n\r\n")
    assert not re.search(rb"(?im)^bcc", head)
    for policy in (default, SMTP):
        mail = message_from_bytes(made.payload, policy=policy)
        assert mail["Bcc"] is None
        assert message_from_bytes(mail.as_bytes(), policy=policy)["Bcc"] is None
    assert parsed(made.payload)["To"].addresses[0].addr_spec == "alice@alliance.example"


def test_page_text_in_html_is_text() -> None:
    """No tag, no attribute, no link but http(s), no secret."""
    html, text = written("hostile").html, written("hostile").text
    assert "<script" not in html
    assert "<img" not in html
    assert "javascript:" not in "".join(re.findall(r'href="[^"]*"', html))
    assert 'onmouseover="' not in html
    assert "hunter2" not in html + text
    assert "\u202e" not in html + text
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", html + text)
    assert "49" not in html.split("<body")[1].split("script")[1][:80]


OTHERS = st.tuples(
    st.sampled_from(["alpha", "beta", "gamma"]),
    st.integers(0, 3),
    st.sampled_from(["review_date", "broken_link"]),
    st.sampled_from(list(IssueState)),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(OTHERS, min_size=1, max_size=12))
def test_nothing_of_one_owner_is_in_anothers_message(rows: list[tuple[str, int, str, IssueState]]) -> None:
    """No byte of owner B's address, name or pages in owner A's message, wherever it stands."""
    people = {name: Owner(f"{name} person", f"{name}@people.example") for name in ("alpha", "beta", "gamma")}
    issues, mine, pages = {}, {}, {}
    for name, number, check, state in rows:
        url = f"https://{name}-site.example/{name}-{number}"
        place = Place(f"{name} heading", 1)
        finding = overdue(
            url, check=check, says=f"{name} says so", fix=f"{name} fix", quote=f"{name} quote", place=place, suggestion=f"{url}-new"
        )
        issues[finding.id] = opened(finding, to=people[name], state=state, told=1, last_told=NOW - dt.timedelta(days=40))
        mine[finding.id] = (Assignment(people[name], f"{name} why"),)
        pages[url] = Page(url, title=f"{name} title")
    for each in digest.digests(issues, mine, pages=pages, period=TODAY.isoformat(), config=config(*people.values())):
        made = render.message(each, config=config(*people.values()), installation="x", now=NOW)
        mail = parsed(made.payload)
        every = (
            made.payload.decode()
            + made.text
            + made.html
            + "".join(str(part.get_content()) for part in mail.walk() if not part.is_multipart())
        )
        for name in set(people) - {each.owner.email.partition("@")[0]}:
            assert name not in every
        assert mail["To"].addresses[0].addr_spec == each.owner.email
        assert (mail["Cc"], mail["Bcc"]) == (None, None)


def test_a_folder_of_the_user_goes_before_the_house(tmp_path: Path) -> None:
    """One template is replaced, the others stay; HTML escapes also there."""
    (tmp_path / "digest.html").write_text("<p>{{ pages[2].title }}</p>")
    made = render.message(hostile(), config=config(email=Email(templates=str(tmp_path))), installation="x", now=NOW)
    assert made.html.count("<p>") == 1
    assert "&lt;/a&gt;&lt;script&gt;" in made.html
    assert made.text.startswith("Hello Alice Example")


@pytest.mark.parametrize(
    ("template", "line", "says"),
    [
        ("first\n{{ pagse }}", 2, "'pagse' is undefined; these are known here: calendar, checked, coming, counts"),
        ("{% for x in pages %}", 1, "Unexpected end of template"),
        ("a\nb\n{{ pages[0].titel }}", 3, "titel"),
        ("{{ 1 / 0 }}", 1, "ZeroDivisionError"),
        ("{% include 'gone.txt' %}", None, "gone.txt"),
    ],
)
def test_a_mistake_in_a_template_says_where(tmp_path: Path, template: str, line: int | None, says: str) -> None:
    """Template, line and variable: what the person who wrote it must know."""
    (tmp_path / "digest.txt").write_text(template)
    with pytest.raises(render.TemplateFault, match=re.escape(says)) as caught:
        render.message(first_run(), config=config(email=Email(templates=str(tmp_path))), installation="x", now=NOW)
    assert caught.value.template.endswith("digest.txt") or line is None
    assert line is None or caught.value.line == line


@pytest.mark.parametrize("address", ["", "no address", "a@", "@b.example", "a b@c.example", "a@b@c.example"])
def test_an_address_that_mail_does_not_know_is_said(address: str) -> None:
    """Nothing is sent to what cannot be an address."""
    with pytest.raises(ValueError, match="no address that mail can be sent to"):
        render.message(replace(first_run(), owner=Owner("x", address)), config=config(), installation="x", now=NOW)


def test_addresses_of_all_scripts_can_be_written() -> None:
    """A domain in another script travels as ASCII; a local part cannot."""
    idn = render.message(replace(first_run(), owner=Owner("x", "a@sgrînio.example")), config=config(), installation="x", now=NOW)
    assert b"a@xn--" in idn.payload
    assert idn.payload.isascii() is False or b"xn--" in idn.payload
    local = render.message(replace(first_run(), owner=Owner("x", "siân@alliance.example")), config=config(), installation="x", now=NOW)
    assert "siân@alliance.example".encode() in local.payload


def test_without_a_contact_nobody_is_named_for_replies() -> None:
    """A digest of a config that names nobody can still be looked at."""
    made = render.message(first_run(), config=config(organisation=Organisation("Somewhere"), email=Email()), installation="x", now=NOW)
    assert parsed(made.payload)["Reply-To"] is None
    assert "Reply to this email" not in made.text
    assert made.sender.email == "content-review@localhost"


def test_a_report_is_linked_where_there_is_one() -> None:
    """And N more: in the report."""
    made = render.message(
        CASES["forty-pages"](), config=config(email=Email(report_url="https://intranet.example/report")), installation="x", now=NOW
    )
    assert "https://intranet.example/report" in made.text
    assert 'href="https://intranet.example/report"' in made.html


def test_an_unstable_link_is_called_so() -> None:
    """One line instead of new, fixed, new, fixed."""
    flapping = opened(broken(), flaps=3)
    (one,) = digest.digests(by_id(flapping), {flapping.id: (Assignment(ALICE, "w"),)}, pages={}, period=TODAY.isoformat(), config=config())
    made = render.message(one, config=config(), installation="x", now=NOW)
    assert "it is unstable" in " ".join(made.text.split())


SUMMARY = AdminSummary(
    "2026-11-23",
    nobody=("https://gps.example.org/x",),
    contacts=(("https://gps.example.org/y", "The page names <b>Dr A Nobody</b>, who is not in the directory."),),
    findings=tuple((f"https://gps.example.org/{n}", "x") for n in range(25)),
    walls=(("walls.example", 7),),
    refused=(("gone@alliance.example", "550 no such user"),),
    held=(("held@alliance.example", "it left twice"),),
    notes=("A calendar without end was cut.",),
    volume=12,
    last_volume=10,
)


def test_the_admins_summary_looks_as_it_was_approved() -> None:
    """What only the admin can act on, in one mail."""
    made = render.admin_message(SUMMARY, config=config(), installation="golden", now=NOW)
    assert made.to == CONTACT
    assert made.key == "2026-11-23/admin/web.team@alliance.example"
    assert made.subject == "Content review: weekly summary, 1 message refused, 1 message held, 1 page without an owner"
    assert_golden("digest/admin.txt", f"Subject: {made.subject}\n\n{made.text}")
    assert_golden("digest/admin.html", made.html)


def test_an_empty_summary_is_short() -> None:
    """Nothing to report takes three lines."""
    made = render.admin_message(AdminSummary("2026-11-23"), config=config(), installation="x", now=NOW)
    assert made.subject == "Content review: weekly summary"
    assert "the first one" in made.text


def test_a_summary_needs_somebody_to_read_it() -> None:
    """Neither admin nor contact: says what to set."""
    with pytest.raises(ValueError, match=r"set \[email\] admin"):
        render.admin_message(SUMMARY, config=config(organisation=Organisation()), installation="x", now=NOW)


@pytest.mark.browser
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [375, 700])
@pytest.mark.parametrize("case", [*CASES, "admin"])
def test_every_digest_is_accessible(chromium: Chromium, case: str, width: int, dark: bool) -> None:
    """axe-core finds nothing at phone and desk width, in light and in dark, and nobody scrolls sideways."""
    made = render.admin_message(SUMMARY, config=config(), installation="x", now=NOW) if case == "admin" else written(case)
    assert chromium.axe_violations(made.html, width=width, dark=dark) == []
    assert chromium.overflow(made.html, width=320) == 0


@pytest.mark.browser
def test_a_digest_asks_for_nothing(chromium: Chromium) -> None:
    """No image, no font, no tracker: opening a digest tells nobody."""
    assert [url for case in CASES for url in chromium.asked_for(written(case).html)] == []
