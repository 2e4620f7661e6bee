"""Facts, visits and today to findings: one file for each check; its file name is its id. Checks never see HTML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reviewer.families import members
from reviewer.model import Audience, Contact, Finding, Link, Match, Page, Severity, Unknown, Visit
from reviewer.settings import Directory, Remind, Site
from reviewer.verdicts import Said

LINKS = frozenset({"broken_link", "moved_link", "missing_anchor", "superseded_target", "updated_target"})
"""The checks of links, by their ids."""


def _nobody(contact: Contact) -> Match:
    """Match nobody: the directory is empty."""
    del contact
    return Unknown()


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may know besides the page: the other pages of this look and the visits, the site's settings, the page as it was read
    ``before`` (None: never, or nobody remembers). ``match`` asks the directory for a contact. ``verdicts`` (made of the same visits and
    pages) keeps what is said of links for whoever asks next."""

    today: dt.date
    site: Site
    visits: Mapping[str, Visit] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    remind: Remind = Remind()
    directory: Directory = Directory()
    match: Callable[[Contact], Match] = _nobody
    before: Page | None = None
    watch_targets: tuple[str, ...] = ()
    tell_silent_redirects: bool = False
    verdicts: Said | None = None

    def __post_init__(self) -> None:
        if self.verdicts is None:
            object.__setattr__(self, "verdicts", Said(self.visits, self.pages))

    def said(self, page: Page) -> Iterator[tuple[Link, Visit]]:
        """Each link of the page with what is said of it in its place."""
        assert self.verdicts is not None  # noqa: S101 - see above
        return zip(page.links, self.verdicts.of(page), strict=True)


def names() -> tuple[str, ...]:
    """The ids of all checks."""
    return tuple(members("reviewer.checks", "check"))


def summaries() -> dict[str, str]:
    """What each check asks, by its id."""
    return {name: module.SUMMARY for name, module in members("reviewer.checks", "check").items()}


def ask(page: Page, context: Context, only: Iterable[str] = (), skip: Iterable[str] = ()) -> Iterator[Finding]:
    """Put every chosen check to one page; to a style sheet only those of links. A check that fails on a page costs one finding for the
    admin, not the run."""
    chosen, passed = set(only), set(skip)
    for name, module in members("reviewer.checks", "check").items():
        if name in passed or (chosen and name not in chosen) or (page.sheet and name not in LINKS):
            continue
        try:
            yield from tuple(module.check(page, context))
        except Exception as error:  # noqa: BLE001 - one page costs itself
            yield trouble(page.url, f"check {name}", error)


def trouble(url: str, where: str, error: Exception) -> Finding:
    """The admin's finding for an unexpected exception on one page."""
    return Finding(
        check="trouble",
        page=url,
        subject=where,
        severity=Severity.PROBLEM,
        says=f"This page could not be judged: {where} failed with {type(error).__name__}: {error}",
        fix="Please report this with `reviewer read --explain` of the page; the other pages are not affected.",
        audience=Audience.ADMIN,
        reason="failed",
    )
