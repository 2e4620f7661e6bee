"""Is the page past its own review date, near it, or without one? The quoted words are the page's; a policy is named as one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from reviewer import dates
from reviewer.checks import Across, Context
from reviewer.model import NOWHERE, Banner, Confidence, DateClaim, DateKind, Finding, Page, PageState, Severity
from reviewer.verdicts import Review, ReviewState, review

SUMMARY = "Is the page past its review date, near it, or without one that holds?"
ABOUT = "page"
GISTS = {
    "": ("Something is wrong with the review date of this page.", "Give the page a review date that can be read."),
    "overdue": ("The review date of this page has passed.", "Check the page, then set a new review date or remove the page."),
}
RESTS_ON = {
    "": (Confidence.STATED, "a date, a label or a notice of the page itself"),
    "policy_due": (Confidence.STATED, "the date on the page, and the policy in the config"),
    "no_date": (Confidence.SEEN, "no review date in the page or in its data"),
}

ACROSS = {
    "no_date": Across(
        5,
        "{count} of the site give no review date.",
        "Put a review date into the template of the site, or set `review_every` for the site in the config.",
        "Write on those that are to be reviewed when that is, as on the other pages.",
    ),
}

RENEW: Final = "Check the page, then set a new review date or remove the page."


def check(page: Page, context: Context) -> Iterable[Finding]:
    """At most one finding: what the page's own review dates come to today."""
    if page.state is not PageState.READ or context.dates_lost:
        return
    found = review(page, context.site, context.today, context.remind)
    claim = found.due or found.since or found.last_reviewed
    match found.state:
        case ReviewState.OK:
            yield from _worn(page)
        case ReviewState.SUPERSEDED:
            yield from _expired(page, page.claim(DateKind.EXPIRES), context.today)
        case ReviewState.LABEL_WITHOUT_VALUE | ReviewState.PLACEHOLDER | ReviewState.UNREADABLE_DATE:
            yield _empty(page, found)
        case _ if claim is None or found.by is None:
            yield from _none(page, found, context.today)
        case ReviewState.CONFLICT:
            yield _conflict(page, claim, found.others, found.by, context.today)
        case ReviewState.AMBIGUOUS:
            yield _ambiguous(page, claim, found.by)
        case _ if found.policy:
            yield _policy(page, claim, found.by, context)
        case _:
            yield _due(page, claim, found.by, context.today)


def _finding(page: Page, subject: str, severity: Severity, says: str, fix: str, claim: DateClaim | None = None) -> Finding:
    """A finding of this check, at the place of the claim that it rests on."""
    return Finding(
        check="review_date",
        page=page.url,
        subject=subject,
        severity=severity,
        says=says,
        fix=fix,
        quote=claim.quote if claim else "",
        place=claim.place if claim else NOWHERE,
    )


def _due(page: Page, claim: DateClaim, by: dt.date, today: dt.date) -> Finding:
    """Overdue or due soon, by the page's own date. The subject is the date, so that a new date is a new matter."""
    late, when = by < today, dates.ago(by, today)
    says = f"This page {'was' if late else 'is'} due for review {_on(claim)}. That {'was' if late else 'is'} {when}."
    fix = RENEW if late else "Check the page, then set its next review date."
    made = _finding(page, f"due {claim.date}", Severity.URGENT if late else Severity.SOON, says, fix, claim)
    return replace(made, reason="overdue" if late else "due_soon", due=by)


def _policy(page: Page, claim: DateClaim, by: dt.date, context: Context) -> Finding:
    """Overdue or due soon by the site's policy, which is named as such: the page itself says only when it was last reviewed, or updated."""
    late, every = by < context.today, context.site.review_every
    done = "updated" if claim.kind is DateKind.UPDATED else "reviewed"
    says = (
        f"It says that it was last {done} {_on(claim)}; your policy is a review every {every.words if every else ''}. "
        f"That {'was' if late else 'is'} due on {dates.words(by)}, {dates.ago(by, context.today)}."
    )
    severity = Severity.PROBLEM if late else Severity.SOON
    made = _finding(page, f"policy {claim.date}", severity, says, "Check the page, then change its review date.", claim)
    return replace(made, reason="policy_due" if late else "due_soon", due=by)


def _conflict(page: Page, claim: DateClaim, others: tuple[DateClaim, ...], by: dt.date, today: dt.date) -> Finding:
    """Several due dates: all are quoted, the earliest one decides how urgent it is."""
    rest = " and ".join(f"“{other.quote}”" for other in others)
    says = f"This page gives more than one date for its review: “{claim.quote}” and {rest}."
    if by < today:
        says += f" The earlier one was {dates.ago(by, today)}."
    subject = "conflict " + " ".join(sorted(str(one.date) for one in (claim, *others)))
    severity = Severity.URGENT if by < today else Severity.PROBLEM
    fix = "Check the page, keep the date that is right and remove the other."
    return replace(_finding(page, subject, severity, says, fix, claim), reason="conflict", due=by)


def _ambiguous(page: Page, claim: DateClaim, by: dt.date) -> Finding:
    """Day and month cannot be told apart, and it matters today."""
    says = (
        f"The review date “{claim.quote}” can mean {dates.words(claim.date)} or {dates.words(claim.other or claim.date)}, "
        "and only one of them has come."
    )
    made = _finding(page, f"due {claim.date}", Severity.PROBLEM, says, "Write the month as a word.", claim)
    return replace(made, reason="ambiguous", due=by)


def _empty(page: Page, found: Review) -> Finding:
    """A label for the review date with nothing behind it, with a placeholder, or with what is no date."""
    place = next((gap.place for gap in page.gaps if gap.quote == found.quote), NOWHERE)
    what = {
        ReviewState.PLACEHOLDER: "the date was never filled in",
        ReviewState.UNREADABLE_DATE: "that is no date that can be read",
    }.get(found.state, "there is no date behind it")
    fix = "Check the page, then write the date of the next review there, the month as a word."
    made = _finding(page, found.state.value, Severity.PROBLEM, f"It says “{found.quote}”: {what}.", fix)
    return replace(made, quote=found.quote, place=place, reason=found.state.value)


def _none(page: Page, found: Review, today: dt.date) -> Iterable[Finding]:
    """No due date: what else the page says of its age decides what is told."""
    expires, last = page.claim(DateKind.EXPIRES), found.last_reviewed
    if expires is not None:
        yield from _expired(page, expires, today) if expires.date.by < today else _worn(page)
    elif page.banner is not None:
        yield _noticed(page, page.banner)
    elif not page.of_the_past:  # the record of a meeting, or a dated post, is kept as it was
        says = "This page gives no review date."
        if last is not None:
            says = f"This page says that it was last reviewed {_on(last)}, and not when it is due again."
        fix = "Write on the page when it is to be reviewed next."
        yield replace(_finding(page, "no date", Severity.NOTE, says, fix, last), reason="no_date")


def _worn(page: Page) -> Iterable[Finding]:
    """A page that says that it is out of date is told, though the day of its review is still to come."""
    if page.banner is not None and page.banner.outdated:
        yield _noticed(page, page.banner)


def _noticed(page: Page, banner: Banner) -> Finding:
    """What the page says of its own state."""
    says = f"The page says of itself: “{banner.quote.rstrip('.')}”."
    made = _finding(page, "banner", Severity.PROBLEM, says, "Check the page, then set a review date and take the notice off.")
    return replace(made, quote=banner.quote, place=banner.place, reason="banner")


def _expired(page: Page, expires: DateClaim | None, today: dt.date) -> Iterable[Finding]:
    """A page that says until when it is valid needs no review date until then."""
    if expires is not None and (by := expires.date.by) < today:
        says = f"This page says that it was valid until {dates.words(expires.date)}. That was {dates.ago(by, today)}."
        yield replace(_finding(page, f"expires {expires.date}", Severity.URGENT, says, RENEW, expires), reason="expired", due=by)


def _on(claim: DateClaim) -> str:
    """A date in a sentence: "on Friday 31 May 2024", "in May 2024"."""
    return f"{'in' if claim.date.day is None else 'on'} {dates.words(claim.date)}"
