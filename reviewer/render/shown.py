"""What templates see of a digest: short plain values, already neutral, so that no template can let page text do harm. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Final

from reviewer import dates, neutral, settle
from reviewer.model import AdminSummary, Change, Digest, DigestItem, DigestPage, Severity
from reviewer.render import languages
from reviewer.settings import Config

TAGS = {Severity.URGENT: "Act now", Severity.PROBLEM: "Fix", Severity.SOON: "Soon", Severity.NOTE: "Note"}


LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
"""A language tag (BCP 47) as far as pages have them; what a page gives otherwise is no language."""


MOST_ELSEWHERE: Final = 3
LONGEST_TITLE: Final = 60
"""Further pages that an item names, and characters of each title; the others are counted, and stand in the report."""


@dataclass(frozen=True, slots=True)
class ShownItem:
    """One thing about a page: what, where, do. ``kind`` is one of urgent, problem, soon, note; ``change`` one of new, still, fixed,
    coming. ``suggestion`` is an address that can be followed, or empty. ``gist`` and ``gist_do`` say it in a language other than English.
    ``pages`` counts the pages that it is told of, ``elsewhere`` names some of the others, ``elsewhere_more`` counts those that it does not.
    """

    tag: str
    kind: str
    change: str
    says: str
    quote: str
    where: str
    do: str
    suggestion: str
    gist: str = ""
    gist_do: str = ""
    pages: int = 1
    elsewhere: tuple[str, ...] = ()
    elsewhere_more: int = 0


@dataclass(frozen=True, slots=True)
class ShownPage:
    """One page. ``link`` is None when the address cannot be followed; ``more`` counts the items beyond the cap; ``due`` is in words."""

    title: str
    address: str
    link: str | None
    lang: str | None
    items: tuple[ShownItem, ...]
    more: int
    due: str


@dataclass(frozen=True, slots=True)
class Counts:
    """All that the subject may know: numbers, in which no page text can hide."""

    pages: int
    overdue: int
    fixed: int
    coming: int
    escalated: bool


@dataclass(frozen=True, slots=True)
class ShownDigest:
    """One digest. ``owner`` and ``escalated_from`` are names; ``why`` ends the sentence "You get this because"; dates are in words.
    ``mixed``: some items are reminders, so that new ones are marked; ``standing`` counts what is still open and not in this mail;
    ``maybe`` are guesses by page, and ``maybe_more`` counts further pages of them; ``first``: the reader's first digest, which has the
    worst things, and counts the ``rest``."""

    owner: str
    organisation: str
    language: str
    period: str
    checked: str
    pages: tuple[ShownPage, ...]
    fixed: tuple[ShownPage, ...]
    coming: tuple[ShownPage, ...]
    more: int
    why: tuple[str, ...]
    escalated_from: str
    report_link: str | None
    reply_to: str
    calendar: bool
    mixed: bool
    counts: Counts
    standing: int = 0
    maybe: tuple[ShownPage, ...] = ()
    maybe_more: int = 0
    first: bool = False
    rest: int = 0


def shown(digest: Digest, config: Config) -> ShownDigest:
    """The digest as templates see it."""
    today = dt.date.fromisoformat(digest.period)
    counts = Counts(
        len(digest.pages) + digest.more, digest.overdue, len(digest.fixed), len(digest.coming), escalated=digest.escalated_from is not None
    )
    mixed = any(item.change is Change.STILL for page in digest.pages for item in page.items)
    language = languages.language_of(digest)
    contact = config.organisation.contact
    chased = digest.escalated_from
    report = config.email.report_url
    return ShownDigest(
        owner=neutral.words(digest.owner.name),
        organisation=neutral.words(config.organisation.name),
        language=language,
        period=languages.day(today, language),
        checked=languages.day(digest.checked or today, language),
        pages=_pages(digest.pages, config, language),
        fixed=_pages(digest.fixed, config, language),
        coming=_pages(digest.coming, config, language),
        more=digest.more,
        why=tuple(dict.fromkeys(_plainly(why, language) for why in digest.why)),
        escalated_from=neutral.words(chased.name or chased.email) if chased else "",
        report_link=neutral.link(report) if report else None,
        reply_to=neutral.words(contact.name or contact.email) if contact else "",
        calendar=bool(digest.coming) and config.email.carries_files,
        mixed=mixed,
        counts=counts,
        standing=digest.standing,
        maybe=_pages(digest.maybe, config, language),
        maybe_more=digest.maybe_more,
        first=digest.first,
        rest=digest.rest,
    )


def _pages(pages: Iterable[DigestPage], config: Config, language: str) -> tuple[ShownPage, ...]:
    return tuple(_page(page, config, language) for page in pages)


def _page(page: DigestPage, config: Config, language: str) -> ShownPage:
    address = neutral.address(page.url)
    due = next((item.issue.finding.due for item in page.items if item.change is Change.COMING and item.issue.finding.due), None)
    return ShownPage(
        title=neutral.words(page.title) or neutral.words(address),
        address=address,
        link=neutral.link(page.url),
        lang=page.lang if page.lang and LANGUAGE.fullmatch(page.lang) else None,
        items=tuple(_item(item, config, language) for item in page.items),
        more=page.more,
        due=languages.day(due, language) if due else "",
    )


def _item(item: DigestItem, config: Config, language: str) -> ShownItem:
    finding = item.issue.finding
    says = neutral.sentence(finding.says)
    if settle.unstable(item.issue, config.patience):
        says += f" It works at times and fails at others (it came back {item.issue.flaps} times): it is unstable."
    if here := sum(issue.finding.page == finding.page for issue in item.same):
        says += f" ({here + 1} times on this page)"
    if item.change is Change.STILL and item.since is not None:
        says += f" We first wrote about this on {dates.words(item.since)}."
    quote = neutral.words(finding.quote)
    link = neutral.link(finding.suggestion) if finding.suggestion else None
    tag = _tag(item)
    gist, do = languages.gist(finding, language)
    return ShownItem(
        tag=languages.catalogue(language).gettext(tag),
        kind=finding.severity.word,
        change=item.change.value,
        says="" if finding.reason == Change.COMING.value else says,
        quote="" if quote.rstrip(" .…") in says else quote,
        where=_where(finding.place.heading, language),
        do=neutral.sentence(finding.fix),
        suggestion="" if link is None or (link in neutral.sentence(finding.fix) and not do) else link,
        gist=gist,
        gist_do=do,
        pages=1 + len(item.elsewhere),
        elsewhere=tuple(neutral.words(title, LONGEST_TITLE) for title in item.elsewhere[:MOST_ELSEWHERE]),
        elsewhere_more=max(0, len(item.elsewhere) - MOST_ELSEWHERE),
    )


def _tag(item: DigestItem) -> str:
    """The word before an item."""
    finding = item.issue.finding
    if finding.guessed:
        return "Perhaps"
    if finding.reason == "overdue":
        return "Overdue"
    return "Due soon" if item.change is Change.COMING else TAGS[finding.severity]


def _where(heading: str | None, language: str = languages.ENGLISH) -> str:
    """The heading above, when it is known. Lines of a source that owners never see are for CSV and JSON."""
    said = neutral.words(heading or "")
    return languages.catalogue(language).gettext("under “%(heading)s”.") % {"heading": said} if said else ""


_PATTERN: Final = re.compile(r"((?:https?://|/)[^\s*]*)\*\S*")


def _plainly(why: str, language: str = languages.ENGLISH) -> str:
    """Why somebody gets this, without patterns: ``/resources/**`` is "pages below /resources/"."""
    messages = languages.catalogue(language)

    def words(found: re.Match[str]) -> str:
        return messages.gettext("all pages") if found[1] == "/" else messages.gettext("pages below %(name)s") % {"name": found[1]}

    return _PATTERN.sub(words, neutral.sentence(languages.why(why, language)))


MOST: Final = 20
"""Lines of one part; the rest are a number."""


def admin_shown(summary: AdminSummary, config: Config) -> dict[str, Any]:
    """The summary as templates see it: short, neutral, each part capped, with ``counts`` for the subject."""
    counts = {"nobody": len(summary.nobody), "contacts": len(summary.contacts), "refused": len(summary.refused), "held": len(summary.held)}
    made: dict[str, Any] = {name: _pairs(value) for name, value in asdict(summary).items() if isinstance(value, tuple)}
    made["walls"] = [[host, f"{number} {'link' if number == '1' else 'links'}"] for host, number in made["walls"]]
    made["more"] = {name: max(0, len(value) - MOST) for name, value in asdict(summary).items() if isinstance(value, tuple)}
    return made | {
        "counts": counts,
        "period": dates.words(dt.date.fromisoformat(summary.period)),
        "organisation": neutral.words(config.organisation.name),
        "language": config.organisation.language,
        "volume": summary.volume,
        "last_volume": summary.last_volume,
    }


def _pairs(lines: Iterable[Any]) -> list[list[str]]:
    """The first lines of a part, each as neutral texts."""
    return [[neutral.sentence(str(part)) for part in ((line,) if isinstance(line, str) else line)] for line in list(lines)[:MOST]]
