"""The digests that the golden files show: what people get in the cases that matter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from reviewer import render
from reviewer.model import Change, Confidence, Digest, Event, Issue, IssueState, Message, Page, Place, Severity, ToldTo
from reviewer.settings import Config, Remind
from reviewer.tell import digest
from tests.makers import ALICE, NOW, SITE, TODAY, broken, by_id, config, opened, overdue, soon, theirs

DAY: Final = dt.timedelta(days=1)
PROMISE: Final = broken(
    check="lapsed_promise",
    subject="by June 2023",
    says="It says “by June 2023”. That was 3 years and 4 months ago.",
    fix="Say what happened, or give the new deadline.",
    reason="lapsed",
    quote="every practice in Fenmarsh is to offer the weight loss clinic to two in three patients by June 2023",
    place=Place("Weight loss clinic", 63),
    severity=Severity.NOTE,
    confidence=Confidence.GUESSED,
)
MOVED: Final = broken(
    f"{SITE}/screening",
    check="moved_link",
    subject="https://other.example/old",
    severity=Severity.NOTE,
    says="The link “Screening programme” has moved for good.",
    fix="Use the new address.",
    reason="permanent_redirect",
    suggestion="https://other.example/programmes/screening",
    place=Place("See also", 88),
)


def titled(*pairs: tuple[str, str], lang: str | None = "en") -> dict[str, Page]:
    """Pages with titles."""
    return {f"{SITE}/{path}": Page(f"{SITE}/{path}", title=title, lang=lang) for path, title in pairs}


TITLES: Final = titled(
    ("tips", "Seven habits for quicker referrals"),
    ("screening", "Screening: how practices can help"),
    ("soon", "Safety netting"),
    ("fit", "Blood tests for practices"),
)


def told_before(issue: Issue, days: int, times: int = 1) -> Issue:
    """An issue that was told some days ago for the last time."""
    first = NOW - 30 * times * DAY
    return replace(
        issue,
        changed=first,
        first_seen=first,
        told=times,
        last_told=NOW - days * DAY,
        tellings=(ToldTo(ALICE.email, times, first=first, last=NOW - days * DAY),),
        history=(Event(first, "opened"), Event(first, "told", reason="new")),
    )


def made(*issues: Issue, pages: dict[str, Page] | None = None, settings: Config | None = None) -> tuple[Digest, ...]:
    """The digests when all is Alice's."""
    return digest.digests(
        by_id(*issues),
        theirs(ALICE, *issues),
        pages=TITLES if pages is None else pages,
        period=TODAY.isoformat(),
        config=settings or config(),
    )


def first_run() -> Digest:
    """Everything is new."""
    return made(opened(overdue()), opened(broken(suggestion="https://other.example/services/fit")), opened(PROMISE), opened(MOVED))[0]


def new_still_fixed() -> Digest:
    """One new, one reminder, one fixed, one coming, and another one to come."""
    fixed = opened(broken(f"{SITE}/fit"), state=IssueState.RESOLVED, told=1, last_told=NOW - 14 * DAY)
    some_day = digest.upcoming({f"{SITE}/screening": TODAY + 80 * DAY}, NOW, TODAY, Remind())
    return made(opened(PROMISE), told_before(opened(overdue()), 30), fixed, opened(soon()), *some_day.values())[0]


def escalated() -> Digest:
    """What the manager gets."""
    return made(told_before(opened(overdue()), 30, 4))[1]


def forty() -> Digest:
    """Forty pages, which all have the same dead link, some of them overdue: the ten worst things and a number, and guesses at the end."""
    many = [opened(overdue(f"{SITE}/{n:02d}", due=dt.date(2024, 5, 31) + n * DAY)) for n in range(8)]
    many += [opened(broken(f"{SITE}/{n:02d}")) for n in range(40)]
    many += [
        opened(broken(f"{SITE}/{n:02d}", f"https://other.example/{n}", says=f"The link “Guide {n}” does not work (404, page not found)."))
        for n in range(12)
    ]
    guesses = [
        opened(replace(PROMISE, page=f"{SITE}/{n:02d}", subject=f"promise {m}", says=f"It says “by June {m}”.", quote=""))
        for n in range(14)
        for m in range(2018, 2023)
    ]
    pages = titled(*((f"{n:02d}", f"Resource page number {n}") for n in range(40)))
    return made(*many, *guesses, pages=pages)[0]


def only_upcoming() -> Digest:
    """Nothing is wrong."""
    return made(opened(soon()), opened(soon(f"{SITE}/fit", due=TODAY + 7 * DAY)))[0]


def languages() -> Digest:
    """Titles in Welsh and in Arabic."""
    pages = titled(("tips", "Sgrinio’r coluddyn: sut y gall meddygfeydd helpu"), lang="cy") | titled(
        ("screening", "الكشف المبكر عن السرطان: إرشادات (2024)"), lang="ar"
    )
    arabic = broken(
        f"{SITE}/screening",
        says="The link “دليل الإحالة” does not work (404, page not found).",
        quote="للمزيد انظر دليل الإحالة",
        place=Place("الإحالة", 12),
    )
    return made(opened(overdue()), opened(arabic), pages=pages)[0]


def hostile() -> Digest:
    """Titles and words that would like to be more than text."""
    pages = titled(
        ("tips", "</a><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7 * 7 }} \"'&amp;"),
        ("screening", "=?utf-8?q?x=0d=0aBcc:_evil@x.example?=\r\nBcc: evil@x.example\r\n\r\nHello"),
        ("fit", "\u202egpj.exe\u202c\u200b\u0000\x1b]8;;https://evil.example\x07" + "A" * 500),
        lang='en" onmouseover="alert(1)',
    )
    link = broken(
        says="The link “<b>\r\n.\r\nQUIT” to javascript:alert(1) does not work.",
        suggestion="javascript:alert(document.cookie)",
        quote="<style>body{display:none}</style>" + "q" * 300,
        place=Place("<h1>" + "h" * 300, 3),
    )
    secret = broken(f"{SITE}/screening", subject="s", suggestion="https://user:hunter2@other.example/x?token=hunter2&page=3")
    return made(opened(link), opened(secret), opened(overdue(f"{SITE}/fit")), pages=pages)[0]


CASES: Final[dict[str, Callable[[], Digest]]] = {
    "first-run": first_run,
    "new-still-fixed": new_still_fixed,
    "escalated": escalated,
    "forty-pages": forty,
    "only-upcoming": only_upcoming,
    "welsh-and-arabic": languages,
    "hostile": hostile,
}


def written(case: str) -> Message:
    """The message of a case."""
    return render.message(CASES[case](), config=config(), installation="golden", now=NOW)


def kinds(one: Digest) -> set[Change]:
    """Which changes a digest tells."""
    return {item.change for part in (one.pages, one.fixed, one.coming, one.maybe) for page in part for item in page.items}
