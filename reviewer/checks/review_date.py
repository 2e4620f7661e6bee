"""When the page is to be reviewed: overdue, due soon, by your policy, no date, an empty label, two dates, a date that reads two ways.

The subject is the due date itself ("due 2024-05-31"): a finding that goes from due soon to overdue keeps its id, and a new date on the
page resolves the old issue.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from reviewer import dates
from reviewer.checks import Context
from reviewer.model import NOWHERE, DateClaim, Finding, Page, PageState, PartialDate, Precision, Severity
from reviewer.reviews import Review, ReviewState, review
from reviewer.settings import Every

SUMMARY = "The review date: overdue, due soon, missing, empty, contradictory or ambiguous"

_RENEW: Final = "set a new review date or remove the {thing}."


def check(page: Page, context: Context) -> Iterable[Finding]:
    """At most one finding: what the page's review state asks for."""
    if page.state is not PageState.READ:
        return ()
    state = review(page, context.site, context.today, context.remind)
    thing = "page" if "html" in page.content_type or page.content_type.startswith("text/") else "document"
    if state.state in {ReviewState.LABEL_WITHOUT_VALUE, ReviewState.PLACEHOLDER}:
        return (_empty(page, state),)
    if state.state is ReviewState.NO_DATE:
        return (_no_date(page, state, thing),)
    if state.state in {ReviewState.OK, ReviewState.SUPERSEDED} or state.by is None:
        return ()
    if state.due is None:
        return (_policy(page, state.last_reviewed, state.by, context, thing),)
    if state.state is ReviewState.CONFLICT:
        return (_conflict(page, state, state.due, context.today, thing),)
    if state.state is ReviewState.AMBIGUOUS:
        return (_ambiguous(page, state.due, thing),)
    return (_due(page, state.due, context.today, thing),)


def on(date: PartialDate) -> str:
    """The date with its preposition: "on Friday 31 May 2024", "in May 2024"."""
    return f"{'on' if date.precision is Precision.DAY else 'in'} {dates.words(date)}"


def _due(page: Page, due: DateClaim, today: dt.date, thing: str) -> Finding:
    """The page's own due date, passed or coming."""
    by = due.date.by
    late = today > by
    when = dates.ago(by, today)
    told = f"This {thing} was due for review {on(due.date)}. That was {when}."
    return Finding(
        check="review_date",
        page=page.url,
        subject=f"due {due.date}",
        severity=Severity.URGENT if late else Severity.SOON,
        says=told if late else f"This {thing} is due for review {on(due.date)}, which is {when}.",
        fix=f"Check the {thing}, then {_RENEW.format(thing=thing)}",
        quote=due.quote,
        place=due.place,
        reason="overdue" if late else "due_soon",
        due=by,
    )


def _policy(page: Page, last: DateClaim | None, by: dt.date, context: Context, thing: str) -> Finding:
    """The site's own period since the last review: said as your policy, never as the page's words."""
    late = context.today > by
    since = f"It says that it was last reviewed {on(last.date)}. " if last is not None else ""
    period = _every(context.site.review_every or Every())
    due = f"one {'was' if late else 'is'} due by {dates.words(by)}, {dates.ago(by, context.today)}."
    return Finding(
        check="review_date",
        page=page.url,
        subject=f"policy {by.isoformat()}",
        severity=Severity.PROBLEM if late else Severity.SOON,
        says=f"{since}Your policy is a review every {period}, so {due}",
        fix=f"Check the {thing}, then change the date on which it was last reviewed.",
        quote=last.quote if last is not None else "",
        place=last.place if last is not None else NOWHERE,
        reason="policy_due" if late else "due_soon",
        due=by,
    )


def _every(period: Every) -> str:
    """The site's review period in words."""
    return period.words or (f"{period.months} months" if period.months else f"{period.days} days")


def _conflict(page: Page, state: Review, due: DateClaim, today: dt.date, thing: str) -> Finding:
    """Two due dates: both are quoted, the earlier one counts."""
    passed = all(claim.date.by < today for claim in (due, *state.others))
    again = " Each of them has passed." if passed else ""
    return Finding(
        check="review_date",
        page=page.url,
        subject="conflict " + " ".join(str(claim.date) for claim in (due, *state.others)),
        severity=Severity.URGENT if passed else Severity.PROBLEM,
        says=f"This {thing} gives different review dates: “{due.quote}” and “{state.others[0].quote}”.{again}",
        fix=f"Check the {thing}, then set one new review date." if passed else "Decide which one is right and take the other one out.",
        quote=due.quote,
        place=due.place,
        reason="conflict",
        due=due.date.by,
    )


def _ambiguous(page: Page, due: DateClaim, thing: str) -> Finding:
    """Day and month cannot be told apart, and today it matters which is which."""
    readings = f"{dates.words(due.date)} or {dates.words(due.other) if due.other else 'another day'}"
    return Finding(
        check="review_date",
        page=page.url,
        subject=f"ambiguous {due.date}",
        severity=Severity.PROBLEM,
        says=f"It says “{due.quote}”, which can mean {readings}: whether the {thing} is due for review depends on it.",
        fix="Write the month in words.",
        quote=due.quote,
        place=due.place,
        reason="ambiguous",
        due=due.date.by,
    )


def _empty(page: Page, state: Review) -> Finding:
    """A label or a placeholder for the review date."""
    gap = next((gap for gap in page.gaps if gap.quote == state.quote), None)
    return Finding(
        check="review_date",
        page=page.url,
        subject=f"{state.state} {state.quote}",
        severity=Severity.PROBLEM,
        says=f"It says “{state.quote}”, and gives no date.",
        fix="Fill in the review date.",
        quote=state.quote,
        place=gap.place if gap else NOWHERE,
        reason=state.state.value,
    )


def _no_date(page: Page, state: Review, thing: str) -> Finding:
    """No due date at all."""
    last = state.last_reviewed
    says = f"This {thing} gives no review date."
    if last is not None:
        says = f"This {thing} says that it was last reviewed {on(last.date)}, and not when it will be reviewed next."
    return Finding(
        check="review_date",
        page=page.url,
        subject="no date",
        severity=Severity.NOTE,
        says=says,
        fix=f"Add a review date to the {thing}.",
        quote=last.quote if last else "",
        place=last.place if last else NOWHERE,
        reason="no_date",
    )
