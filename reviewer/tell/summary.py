"""The admin's weekly summary: what only the admin can act on. Pure; ``render.admin_message`` writes it down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from reviewer import urls
from reviewer.model import (
    NO_OWNER,
    UNKNOWN_PERSON,
    AdminSummary,
    Assignment,
    Audience,
    Issue,
    IssueState,
    Letter,
    LetterState,
    Page,
    PageState,
    Reason,
    Unsure,
    Visit,
)
from reviewer.settings import Config

WALLS: Final = frozenset({Reason.BOT_WALL, Reason.FORBIDDEN, Reason.RATE_LIMITED, Reason.LOGIN, Reason.ROBOTS})
"""Why a host does not let us look."""

GOING: Final = frozenset({LetterState.PREPARED, LetterState.SENDING, LetterState.COMMITTING, LetterState.DEFERRED})
"""Where letters stand that go by themselves when they can."""

CONTACTS: Final = frozenset({NO_OWNER, UNKNOWN_PERSON})
"""Findings that ask the admin to mend the directory, whichever check made them."""


def summary(
    period: str,
    issues: Mapping[str, Issue],
    assignments: Mapping[str, tuple[Assignment, ...]],
    *,
    pages: Mapping[str, Page],
    visits: Mapping[str, Visit],
    letters: Iterable[Letter],
    config: Config,
    unheard: Collection[str] = (),
    notes: Iterable[str] = (),
    volume: tuple[int, int | None] = (0, None),
) -> AdminSummary:
    """Gather the summary of one period (ISO day). ``letters`` are those of the outbox that were not sent: refused (of this period and the
    one before, and to readers who are ``unheard``), held, or of an earlier period and waiting; previews are left out. ``notes`` come from
    the last run; ``volume`` is how many digests there are now and were in the period before."""
    contact = config.organisation.contact
    fallback = contact.email.casefold() if contact else ""
    told = [issue for issue in issues.values() if issue.state is IssueState.OPEN]
    orphans = {
        issue.finding.page
        for issue in told
        if not (issue.finding.audience is Audience.ADMIN or issue.finding.guessed) and _is_nobodys(assignments.get(issue.id, ()), fallback)
    }
    every = [issue.finding for issue in told if issue.finding.audience is Audience.ADMIN]
    admins = [finding for finding in every if not finding.guessed]
    walls = Counter(urls.host(url) for url, visit in visits.items() if isinstance(visit, Unsure) and visit.reason in WALLS)
    stuck = [letter for letter in letters if not letter.preview]
    lately = max((letter.period for letter in stuck if letter.period < period), default=period)
    return AdminSummary(
        period,
        nobody=tuple(sorted(orphans)),
        contacts=tuple(sorted((finding.page, finding.says) for finding in admins if finding.reason in CONTACTS)),
        findings=tuple(sorted((finding.page, finding.says) for finding in admins if finding.reason not in CONTACTS)),
        walls=tuple(walls.most_common()),
        unread=tuple(sorted((url, page.trouble or page.state.value) for url, page in pages.items() if page.state not in _FINE)),
        refused=tuple(
            (each.message.to.email, each.says)
            for each in stuck
            if each.state is LetterState.REFUSED and (each.period >= lately or each.message.to.email.casefold() in unheard)
        ),
        held=tuple((each.message.to.email, each.says) for each in stuck if each.state is LetterState.HELD),
        waiting=tuple((each.message.to.email, each.says) for each in stuck if each.state in GOING and each.period < period),
        notes=tuple(notes),
        volume=volume[0],
        last_volume=volume[1],
        guesses=tuple(sorted((finding.page, finding.says) for finding in every if finding.guessed)),
    )


_FINE = frozenset({PageState.READ, PageState.SKIPPED})


def _is_nobodys(assignments: tuple[Assignment, ...], fallback: str) -> bool:
    """Whether nobody is told, or only the organisation's contact because nobody else is named."""
    return not assignments or all(each.owner.email.casefold() == fallback and each.why.startswith("nobody else") for each in assignments)
