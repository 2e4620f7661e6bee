"""One report with something of everything, all of it invented: what the tests of every format are made from."""

from __future__ import annotations

import datetime as dt

from reviewer.model import (
    Assignment,
    Audience,
    Banner,
    Broken,
    Contact,
    ContactKind,
    DateClaim,
    DateKind,
    Doubt,
    Event,
    Evidence,
    Finding,
    Hop,
    Issue,
    IssueState,
    Link,
    Looked,
    Mailbox,
    Moved,
    Owner,
    Page,
    PageState,
    PartialDate,
    Period,
    PeriodKind,
    Place,
    Reason,
    Severity,
    Skipped,
    Superseded,
    Unsure,
    Visit,
    Works,
)
from reviewer.report import Figures, Reported
from reviewer.settings import Config, Every, Organisation, Site

TODAY = dt.date(2026, 11, 21)
NOON = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)
ROOT = "https://gps.example/care-resources/"
ELSEWHERE = "https://www.alliance.example/primary-care/"

WEB = Owner("Web team", "web.team@gps.example")
NURSE = Owner("Ada Example", "ada@gps.example")


def claim(kind: DateKind, date: str, quote: str) -> DateClaim:
    """A date that a page states, in a footer."""
    return DateClaim(kind, PartialDate.parse(date), quote, Place("About this page", 88))


TIPS = Page(
    url=ROOT + "tips",
    title="Tips & tricks for <b>everyone</b>",
    lang="en",
    claims=(claim(DateKind.DUE, "2024-05-31", "Next review: Friday, 31 May 2024"), claim(DateKind.PUBLISHED, "2022", "Published in 2022")),
    banner=Banner("the review of this page should have been done by 31 May 2024"),
    periods=(
        Period(PeriodKind.YEAR_RANGE, "our figures for 2023-24", dt.date(2024, 3, 31), place=Place("Figures", 30)),
        Period(PeriodKind.YEAR_RANGE, "in 2019/20 we saw fewer", dt.date(2020, 3, 31), historical=True),
        Period(PeriodKind.YEAR_RANGE, "the plan for 2027-28", dt.date(2028, 3, 31)),
        Period(PeriodKind.PROMISE, "available soon", None),
    ),
    contacts=(Contact(ContactKind.PERSON, "Ada Example", "please contact either Ada Example or Bo Sample"),),
    links=(
        Link("/fit", "https://gps.example/fit", words="Blood test rooms", place=Place("Referral", 41)),
        Link("https://old.example/guide", "https://old.example/guide", words="the guide", place=Place("Referral", 44)),
        Link("https://wall.example/a", "https://wall.example/a", words="journal", place=Place(None, 47)),
        Link("https://fine.example/", "https://fine.example/", words="fine"),
        Link("javascript:void(0)", "javascript:void(0)", words="open"),
    ),
)
OPEN_DAY = Page(
    url=ROOT + "rota",
    title='=HYPERLINK("https://evil.example")',
    claims=(claim(DateKind.DUE, "2026-12-12", "Next review: 12 December 2026"),),
)
QUIET = Page(url=ROOT + "fine", title="Nothing wrong here", claims=(claim(DateKind.DUE, "2027-12", "Next review: December 2027"),))
POLICY = Page(
    url=ELSEWHERE + "toolkit",
    title="Pecyn cymorth · مجموعة أدوات",
    lang="cy",
    claims=(claim(DateKind.LAST_REVIEWED, "2024-Q3", "Last reviewed Q3 2024"),),
    superseded=Superseded("This toolkit has been replaced by the new one", "the new one", ELSEWHERE + "new"),
)
UNREAD = Page(url=ELSEWHERE + "slow", state=PageState.UNREACHABLE, trouble="The server did not answer within 20 seconds.")

VISITS: dict[str, Visit] = {
    "https://gps.example/fit": Broken("https://gps.example/fit", Reason.NOT_FOUND, Evidence(404)),
    "https://old.example/guide": Moved(
        "https://old.example/guide",
        "https://new.example/guide",
        Evidence(200, (Hop("https://old.example/guide", 301, "https://new.example/guide"),)),
    ),
    "https://wall.example/a": Unsure("https://wall.example/a", Reason.BOT_WALL, Evidence(403)),
    "https://fine.example/": Works("https://fine.example/", Evidence(200)),
    "javascript:void(0)": Skipped("javascript:void(0)", Reason.OTHER_SCHEME),
}

OVERDUE = Finding(
    check="review_date",
    page=TIPS.url,
    subject="due",
    severity=Severity.URGENT,
    says="This page was due for review on Friday 31 May 2024. That was 2 years and 5 months ago.",
    fix="Check the page, then set a new review date or remove the page.",
    quote="Next review: Friday, 31 May 2024",
    place=Place("About this page", 88),
    reason="overdue",
    due=dt.date(2024, 5, 31),
)
BROKEN = Finding(
    check="broken_link",
    page=TIPS.url,
    subject="https://gps.example/fit",
    severity=Severity.PROBLEM,
    says='The link "Blood test rooms" does not work (404, page not found).',
    fix="Find where the content is now and link to that instead.",
    quote="Blood test rooms",
    place=Place("Referral", 41),
    doubt=Doubt.BROKEN,
    reason="not_found",
    suggestion="https://gps.example/fit-service",
)
MOVED = Finding(
    check="moved_link",
    page=TIPS.url,
    subject="https://old.example/guide",
    severity=Severity.NOTE,
    says='The link "the guide" leads to a new address.',
    fix="Link to https://new.example/guide instead.",
    quote="the guide",
    place=Place("Referral", 44),
    reason="permanent_redirect",
    suggestion="https://new.example/guide",
)
SOON = Finding(
    check="review_date",
    page=OPEN_DAY.url,
    subject="due",
    severity=Severity.SOON,
    says="=1+1 is how a hostile sentence may begin.",
    fix="Plan the review before Saturday 12 December 2026.",
    quote="Next review: 12 December 2026",
    place=Place(None, 88),
    reason="due_soon",
    due=dt.date(2026, 12, 12),
)
REPLACED = Finding(
    check="superseded_page",
    page=POLICY.url,
    subject="superseded",
    severity=Severity.PROBLEM,
    says="The page says that it was replaced.",
    fix="Remove it, or send its readers on.",
    quote="This toolkit has been replaced by the new one",
    place=Place("ملاحظة", 3),
    reason="superseded",
)
NOT_READ = Finding(
    check="unread_page",
    page=UNREAD.url,
    subject="unreachable",
    severity=Severity.PROBLEM,
    says="This page could not be read: the server did not answer within 20 seconds.",
    fix="See whether the page opens in a browser.",
    audience=Audience.ADMIN,
    reason="unreachable",
)
FINDINGS = (MOVED, SOON, BROKEN, NOT_READ, OVERDUE, REPLACED)

GONE = Finding(
    check="broken_link",
    page=QUIET.url,
    subject="https://gps.example/dead",
    severity=Severity.PROBLEM,
    says='The link "dead" did not work (404, page not found).',
    fix="Nothing: it works again.",
    quote="dead",
    reason="not_found",
)


def issue(finding: Finding, state: IssueState, first: dt.datetime, *events: Event) -> Issue:
    """An issue that was seen since ``first``."""
    return Issue(finding, state, first, NOON, NOON if state is IssueState.RESOLVED else first, history=events)


WEEK_AGO = NOON - dt.timedelta(days=7)
ISSUES = {
    found.id: found
    for found in (
        issue(OVERDUE, IssueState.OPEN, WEEK_AGO, Event(WEEK_AGO, "opened"), Event(WEEK_AGO, "told", by="reviewer")),
        issue(BROKEN, IssueState.OPEN, WEEK_AGO, Event(WEEK_AGO, "suspected"), Event(NOON, "opened")),
        issue(MOVED, IssueState.ACCEPTED, WEEK_AGO, Event(WEEK_AGO, "accepted", by="Bo Sample", reason="the old address is printed")),
        issue(
            SOON,
            IssueState.SNOOZED,
            WEEK_AGO,
            Event(WEEK_AGO, "snoozed", by="Ada Example", reason="after the move", until=dt.date(2026, 12, 24)),
        ),
        issue(REPLACED, IssueState.OPEN, NOON),
        issue(NOT_READ, IssueState.SUSPECTED, NOON),
        issue(GONE, IssueState.RESOLVED, WEEK_AGO, Event(WEEK_AGO, "opened"), Event(NOON, "resolved")),
    )
}

CONFIG = Config(
    organisation=Organisation("Example Alliance", Mailbox("Web team", "web.team@gps.example")),
    sites=(
        Site("GP website", (ROOT,)),
        Site("Alliance", (ELSEWHERE,), review_every=Every(months=12, words="12 months")),
    ),
)

REPORTED = Reported(
    as_of=TODAY,
    looked=Looked(
        pages={page.url: page for page in (UNREAD, TIPS, QUIET, POLICY, OPEN_DAY)},
        site_of={page.url: "GP website" if page.url.startswith(ROOT) else "Alliance" for page in (TIPS, OPEN_DAY, QUIET, POLICY, UNREAD)},
        visits=VISITS,
        notes=("The calendar at https://gps.example/events was cut after 20 variants.",),
        incomplete=("Alliance: 1 page could not be read.",),
    ),
    config=CONFIG,
    findings=FINDINGS,
    issues=ISSUES,
    owners={
        TIPS.url: (Assignment(WEB, "the config names you for /care-resources/**"), Assignment(NURSE, "the page names you as its contact")),
        OPEN_DAY.url: (Assignment(WEB, "the config names you for /care-resources/**"),),
        QUIET.url: (Assignment(WEB, "the config names you for /care-resources/**"),),
    },
    runs=tuple(
        Figures(dt.date(2026, 11, day), pages=5, overdue=overdue, broken=broken, unsure=1, issues_open=overdue + broken + 2)
        for day, overdue, broken in ((2, 3, 4), (9, 3, 2), (16, 2, 2), (21, 1, 1))
    ),
)

ALONE = Reported(as_of=TODAY, looked=REPORTED.looked, config=CONFIG, findings=FINDINGS)
"""The same look by ``reviewer check``: no state, no owners, no earlier runs."""

NOTHING = Reported(as_of=TODAY, looked=Looked({}, {}, {}))
