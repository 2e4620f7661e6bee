"""From issues to messages: who is due to be told what, written down, and sent. The second half of a run."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reviewer import deliver, owners, render
from reviewer.model import AdminSummary, Assignment, Change, Digest, Finding, Issue, LetterState, Message, Page, PageState, Severity
from reviewer.settings import Config, Site
from reviewer.store import Store
from reviewer.tell import digest
from reviewer.tell.summary import summary
from reviewer.tell.titles import own_titles
from reviewer.verdicts import links_to, review

NOT_SENT = tuple(state for state in LetterState if state is not LetterState.SENT)
"""Where letters stand that the admin has to hear of."""

MOST_BYTES = 90_000
"""Bytes of a message's HTML: Gmail cuts off what is larger than 102 KB."""

RUNS = 200
"""How many runs are asked for what the admin was not told yet: a week of hourly ones."""


TRIAL = "trial"
"""The kind of period under which it is noted that one owner's digest was sent before all others were let go."""

RELEASED = "released"
"""The kind of period under which it is noted that somebody let the digests of everybody go."""

FIRST = "Look with `reviewer digest`, send with `reviewer digest --send --yes`."
"""What to do about the first digests: the words of the README, of the log and of the deploy notes."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What would be told on one day: the issues, whose they are, the digests and their bytes."""

    issues: Mapping[str, Issue]
    assignments: Mapping[str, tuple[Assignment, ...]]
    digests: tuple[Digest, ...]
    messages: tuple[Message, ...]
    counts: Mapping[str, Mapping[Change, int]] = field(default_factory=dict)
    """How much is new, still there, fixed and coming in each digest, by its key."""


def _counts(digests: Sequence[Digest]) -> dict[str, dict[Change, int]]:
    """How much of each digest is what."""
    parts = {render.key_of(each): (*each.pages, *each.fixed, *each.coming) for each in digests}
    return {key: dict(Counter(item.change for page in pages for item in page.items)) for key, pages in parts.items()}


def assigned(
    issues: Mapping[str, Issue], pages: Mapping[str, Page], site_of: Mapping[str, str], config: Config, today: dt.date
) -> dict[str, tuple[Assignment, ...]]:
    """Whose each issue is, by issue id."""
    return {
        id_: owners.assign(issue.finding, pages.get(issue.finding.page), config.site(site_of.get(issue.finding.page)), config, today)
        for id_, issue in issues.items()
    }


def due_dates(pages: Mapping[str, Page], site_of: Mapping[str, str], config: Config, today: dt.date) -> dict[str, dt.date]:
    """The last day on which each page's review is in time, by URL; pages that give none are not there."""
    due = {}
    for url, page in pages.items():
        site = config.site(site_of.get(url))
        found = review(page, site or Site("", ()), today, config.remind) if page.state is PageState.READ else None
        if found is not None and found.by is not None:
            due[url] = found.by
    return due


def telling(config: Config, store: Store, *, now: dt.datetime, today: dt.date, notes: Sequence[str] = ()) -> Telling:
    """What is due to be told on ``today``, from the state alone; changes nothing. ``notes`` are those of a run that has not ended yet."""
    issues, pages, site_of, leaves = store.issues(), store.pages(), store.sites(), deliver.leaves(config.email)
    if leaves:
        issues = digest.unrehearsed(issues)
    everything = {**digest.upcoming(due_dates(pages, site_of, config, today), now, today, config.remind), **issues}
    whose = assigned(everything, pages, site_of, config, today)
    linked, titled = links_to(pages.values()), own_titles(pages, config)
    digests = digest.digests(everything, whose, pages=titled, period=today.isoformat(), config=config, linked=linked)
    taken = store.outbox.taken((render.key_of(each) for each in digests), previews=not leaves)
    threads = store.outbox.threads(previews=not leaves)
    installation, written, faults = store.installation, [], []
    for each in digests:
        if render.key_of(each) not in taken:
            previous = threads.get(render.thread_of(each), ())
            try:
                written.append(_fitting(each, config, installation, now, previous))
            except ValueError as error:  # one owner's address costs one digest
                faults.append(f"No digest could be written for {each.owner.name or each.owner.email}: {error}")
    fitting = tuple(each for each, _ in written)
    telling = Telling(issues, whose, fitting, tuple(message for _, message in written), _counts(fitting))
    weekly = _summary(config, store, telling, pages, (*faults, *since_last_digest(store, today), *notes), today, now)
    if weekly is None:
        return telling
    previous = threads.get(render.admin_thread(config), ())
    message = render.admin_message(weekly, config=config, installation=installation, now=now, previous=previous)
    if message.key in store.outbox.taken([message.key], previews=not leaves):
        return telling
    return replace(telling, messages=(*telling.messages, message))


def _fitting(each: Digest, config: Config, installation: str, now: dt.datetime, previous: Sequence[str]) -> tuple[Digest, Message]:
    """A digest and its message, with as many pages as a mail program shows whole; the rest is counted, and told the next time."""
    while True:
        message = render.message(each, config=config, installation=installation, now=now, previous=previous)
        size = len(message.html.encode())
        if size <= MOST_BYTES or not (len(each.pages) > 1 or each.fixed or each.coming):
            return each, message
        share = MOST_BYTES / size
        keep = min(len(each.pages), max(1, int(len(each.pages) * share)))
        if keep == len(each.pages) and keep > 1:
            keep -= 1
        fixed, coming = each.fixed[: int(len(each.fixed) * share)], each.coming[: int(len(each.coming) * share)]
        left = each.pages[keep:]
        rest = each.rest + sum(len(page.items) + page.more for page in left) if each.first else each.rest
        each = replace(each, pages=each.pages[:keep], fixed=fixed, coming=coming, more=each.more + len(left), rest=rest)


def since_last_digest(store: Store, today: dt.date) -> tuple[str, ...]:
    """The notes of all runs since the last digest, oldest first: what the admin was not told yet."""
    last = max((period[:10] for period in store.periods_done("digest") if period[:10] <= today.isoformat()), default="")
    return tuple(note for run in store.runs(RUNS) if run.as_of.isoformat() > last for note in run.notes)


def _summary(
    config: Config, store: Store, due: Telling, pages: Mapping[str, Page], notes: Sequence[str], today: dt.date, now: dt.datetime
) -> AdminSummary | None:
    """The admin's summary, when there is somebody to read it and something to say."""
    if config.email.admin is None and config.organisation.contact is None:
        return None
    count, last = store.outbox.volume(today.isoformat())
    made = summary(
        today.isoformat(),
        due.issues,
        due.assignments,
        pages=pages,
        visits=store.visits(),
        letters=store.outbox.letters(*NOT_SENT),
        unheard={each.address for each in store.unheard(now, now)},
        config=config,
        notes=tuple(dict.fromkeys(notes)),
        volume=(count + len(due.messages), last),
    )
    # What is wrong with the directory stands in every summary until it is mended, and is no reason for one by itself.
    return replace(made, notes=(*made.notes, *config.directory.warnings)) if made.worth_sending else None


def waits_for_a_person(config: Config, store: Store, due: Telling) -> bool:
    """Whether these are the first digests of an installation, which leave the house only when somebody says so (``reviewer digest``).

    They are then not written down at all, so that what is sent one day is what is true on that day. What was written into a folder before,
    a period with nothing to tell, the admin's summary, and a trial with one owner's digest are no release.
    """
    return bool(due.digests) and deliver.leaves(config.email) and not _released(store)


def _released(store: Store) -> bool:
    """Whether somebody let the digests of everybody go."""
    return bool(store.periods_done(RELEASED)) or (store.outbox.released() and not store.periods_done(TRIAL))


def first_digests(count: int) -> str:
    """What people read, wherever they read it, when the first digests of an installation wait: how many there are and what to do."""
    many = "1 digest waits" if count == 1 else f"{count} digests wait"
    return f"{many} for you: it is the first time. {FIRST}"


def tell(
    config: Config,
    store: Store,
    due: Telling,
    *,
    now: dt.datetime,
    period: str,
    run: int | None = None,
    stop: Callable[[], bool] = bool,
) -> deliver.Sent:
    """Write the messages down, mark their issues as told and the period as done in one transaction; then send what is in the outbox.

    ``stop`` is asked before each message whether somebody wants us to end.
    """
    write_down(config, store, due, now=now, run=run, period=("digest", period))
    return deliver.send_batch(store.outbox, config.email, now, stop=stop)


def write_down(
    config: Config, store: Store, due: Telling, *, now: dt.datetime, period: tuple[str, str] | None, run: int | None = None
) -> None:
    """Put the messages into the outbox, their issues as told and the period as done, in one transaction. What goes into a folder is told
    to nobody yet, and is told again once messages leave the house."""
    preview = not deliver.leaves(config.email)
    marked = digest.after_telling(due.issues, due.digests, now, preview=preview)
    store.prepare(due.messages, marked, now=now, run=run, period=period, preview=preview)
    if period and due.digests and not preview and not store.periods_done(RELEASED):
        store.mark_period(RELEASED, period[1], now=now)


def assigned_pages(
    pages: Mapping[str, Page], site_of: Mapping[str, str], config: Config, today: dt.date
) -> dict[str, tuple[Assignment, ...]]:
    """Who is told of what is found on each page, by its URL."""
    return {
        url: owners.assign(Finding("", url, "", Severity.NOTE, "", ""), page, config.site(site_of.get(url)), config, today)
        for url, page in pages.items()
    }
