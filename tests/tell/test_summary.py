"""The admin's summary: what only the admin can act on."""

from __future__ import annotations

from dataclasses import replace

from reviewer import render
from reviewer.model import (
    UNKNOWN_PERSON,
    AdminSummary,
    Assignment,
    Audience,
    Confidence,
    Finding,
    IssueState,
    Letter,
    LetterState,
    Mailbox,
    Message,
    Owner,
    Page,
    PageState,
    Reason,
    Severity,
    Skipped,
    Unsure,
)
from reviewer.render.shown import admin_shown
from reviewer.tell.summary import summary
from tests.makers import ALICE, CONTACT, NOW, SITE, TODAY, broken, by_id, config, opened, overdue


def letter(name: str, period: str, state: LetterState) -> Letter:
    """A letter in the outbox."""
    message = Message(f"{period}/{name}", f"<{name}>", Mailbox("", name), CONTACT, "s", b"", "", "")
    return Letter(message, period, state, NOW, NOW, says="said")


def test_the_summary_has_what_nobody_else_can_act_on() -> None:
    """Pages without an owner, contacts that are in no directory, hosts that block us, pages that could not be read, mail that did not go."""
    owned, orphan, fallback = opened(overdue()), opened(overdue(f"{SITE}/orphan")), opened(overdue(f"{SITE}/fallback"))
    unknown = opened(broken(check="named_contact", reason="unknown_person", audience=Audience.ADMIN, says="Dr X is not in the directory."))
    trouble = opened(broken(check="trouble", audience=Audience.ADMIN, says="It could not be judged."))
    resolved = opened(broken(f"{SITE}/old", check="trouble", audience=Audience.ADMIN), state=IssueState.RESOLVED)
    whose = {
        owned.id: (Assignment(ALICE, "the page names you as its contact"),),
        fallback.id: (Assignment(Owner(CONTACT.name, CONTACT.email), "nobody else is named for it, and you are the contact"),),
    }
    walls = {f"https://wall.example/{n}": Unsure(f"https://wall.example/{n}", Reason.BOT_WALL) for n in range(3)}
    made = summary(
        "2026-11-23",
        by_id(owned, orphan, fallback, unknown, trouble, resolved),
        whose,
        pages={
            "a": Page("a"),
            "b": Page("b", state=PageState.ENCRYPTED, trouble="It needs a password."),
            "c": Page("c", state=PageState.ROBOTS),
            "d": Page("d", state=PageState.SKIPPED),
        },
        visits={**walls, "https://t.example/": Unsure("https://t.example/", Reason.TIMEOUT), "x": Skipped("x", Reason.RULE)},
        letters=[
            letter("old", "2026-11-09", LetterState.REFUSED),
            letter("last", "2026-11-16", LetterState.REFUSED),
            letter("now", "2026-11-23", LetterState.REFUSED),
            letter("held", "2026-11-09", LetterState.HELD),
        ],
        config=config(),
        notes=["A note."],
        volume=(4, 3),
    )
    assert made == AdminSummary(
        "2026-11-23",
        nobody=(f"{SITE}/fallback", f"{SITE}/orphan"),
        contacts=((f"{SITE}/tips", "Dr X is not in the directory."),),
        findings=((f"{SITE}/tips", "It could not be judged."),),
        walls=(("wall.example", 3),),
        unread=(("b", "It needs a password."), ("c", "robots")),
        refused=(("last", "said"), ("now", "said")),
        held=(("held", "said"),),
        notes=("A note.",),
        volume=4,
        last_volume=3,
    )


def test_without_a_contact_only_the_unassigned_are_nobodys() -> None:
    """A config that names no contact has no fallback."""
    issue = opened(overdue())
    settings = replace(config(), organisation=replace(config().organisation, contact=None))
    made = summary("2026-11-23", by_id(issue), {issue.id: (Assignment(ALICE, "w"),)}, pages={}, visits={}, letters=[], config=settings)
    assert made == AdminSummary("2026-11-23")


def test_nothing_to_say_is_no_mail() -> None:
    """An empty summary is not sent; one digest or one note is worth it."""
    assert not AdminSummary("2026-11-23").worth_sending
    assert AdminSummary("2026-11-23", volume=1).worth_sending
    assert AdminSummary("2026-11-23", notes=("x",)).worth_sending


def test_each_part_is_short_and_harmless() -> None:
    """Twenty lines and a number; page text is neutral."""
    summed = AdminSummary(
        "2026-11-23",
        nobody=tuple(f"https://u:p@a.example/{n}" for n in range(23)),
        contacts=(("x", "a\u202eb"),),
        walls=(("w", 1), ("v", 2)),
    )
    made = admin_shown(summed, config())
    assert (len(made["nobody"]), made["more"]["nobody"], made["nobody"][0]) == (20, 3, ["https://***@a.example/0"])
    assert made["contacts"] == [["x", "ab"]]
    assert made["walls"] == [["w", "1 link"], ["v", "2 links"]]
    assert made["period"] == "Monday 23 November 2026"


def test_guesses_come_last_and_make_no_mail() -> None:
    """What was read between the lines is a part of its own in the summary, and no reason for one."""
    guess = Finding(
        "named_contact", f"{SITE}/tips", "unknown x", Severity.NOTE, "It names X.", "Add X.", audience=Audience.ADMIN,
        confidence=Confidence.GUESSED, reason=UNKNOWN_PERSON,
    )  # fmt: skip
    orphan = replace(guess, page=f"{SITE}/orphan", audience=Audience.OWNER)
    made = summary(TODAY.isoformat(), by_id(opened(guess), opened(orphan)), {}, pages={}, visits={}, letters=(), config=config())
    assert (made.guesses, made.contacts, made.findings) == (((f"{SITE}/tips", "It names X."),), (), ())
    assert not made.worth_sending
    written = render.admin_message(replace(made, volume=1), config=config(), installation="x", now=NOW)
    assert written.text.index("for this period") < written.text.index("You may also want to look at") < written.text.index("It names X.")
