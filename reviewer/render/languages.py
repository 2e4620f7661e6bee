"""Digests in the owner's language: catalogues in ``templates/locale/LANGUAGE.po`` (gettext), dates by Babel (CLDR).

English is what the templates and checks say; it needs neither. What a check says in detail stays English, marked as such, behind a sentence
in the owner's language that says what it is about.
"""

from __future__ import annotations

import datetime as dt
import gettext
import re
from functools import cache
from io import BytesIO
from typing import Final

from reviewer import dates, places
from reviewer.model import Digest, Finding

ENGLISH: Final = "en"

GISTS: Final = {
    "overdue": ("The review date of this page has passed.", "Check the page, then set a new review date or remove the page."),
    "review_date": ("Something is wrong with the review date of this page.", "Give the page a review date that can be read."),
    "broken_link": ("A link on this page does not work.", "Find where the content is now and link to that, or remove the link."),
    "missing_anchor": ("A link leads to a place that is not on the page.", "Link to a heading that is there."),
    "moved_link": ("A link leads to a page that has moved.", "Link to the new address."),
    "superseded_target": ("A link leads to guidance that was withdrawn or replaced.", "Link to what takes its place."),
    "superseded_page": ("This page says that it was withdrawn or replaced.", "Remove the page, or lead readers to what takes its place."),
    "updated_target": (
        "Guidance that this page links to was updated after the page was reviewed.",
        "Check whether the page is still right.",
    ),
    "stale_period": ("This page speaks of a period that has ended.", "Say what holds now."),
    "lapsed_promise": ("This page promises something for a day that has passed.", "Say what happened, or give the new date."),
    "gap": ("Something that this page announces is missing.", "Put it there, or take the announcement away."),
    "named_contact": ("A contact that this page names has left.", "Name the new contact on the page."),
    "moved_date": ("The review date was moved, and nothing else changed.", "Say whether the page was really reviewed."),
    "unreadable_page": ("This page or document could not be read.", "See whether it opens, and publish it again if not."),
}
"""What a finding is about and what to do, by its reason or its check: messages of the catalogues."""

_WHYS: Final = tuple(
    (re.compile(re.escape(said).replace(r"%\(name\)s", "(?P<name>.+)")), said)
    for said in (
        "the page gives your address as its contact",
        "the page names you as its contact",
        "the page names a role or team that the directory gives you",
        "the directory names you for %(name)s",
        "the configuration names you for %(name)s",
        "nobody else is named for it, and you are the contact of %(name)s",
        "you cover for %(name)s, who is away",
    )
)
"""The ends of the sentence "You get this because ..." that have a translation."""


def known() -> tuple[str, ...]:
    """The languages that there are catalogues for, and English."""
    return (ENGLISH, *sorted(path.stem for path in (places.templates() / "locale").glob("*.po")))


def language_of(digest: Digest) -> str:
    """The owner's language: what the directory says, otherwise the one that all pages of the digest have; English when there is no
    catalogue of it."""
    pages = (*digest.pages, *digest.fixed, *digest.coming)
    said = {page.lang or "" for page in pages} if digest.owner.language is None else {digest.owner.language}
    bare = {each.partition("-")[0].lower() for each in said}
    only = bare.pop() if len(bare) == 1 else ENGLISH
    return only if only in known() else ENGLISH


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The messages of a language; those of English are the templates' own."""
    if language == ENGLISH:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with (places.templates() / "locale" / f"{language}.po").open("rb") as file:
        made = BytesIO()
        write_mo(made, read_po(file, locale=language))
    made.seek(0)
    return gettext.GNUTranslations(made)


def day(when: dt.date, language: str) -> str:
    """A day in words of the language."""
    if language == ENGLISH:
        return dates.words(when)
    from babel.dates import format_date

    return format_date(when, format="full", locale=language)


def gist(finding: Finding, language: str) -> tuple[str, str]:
    """What a finding is about and what to do, in the language; both empty in English, where the finding says it all, and for checks of
    third parties."""
    found = GISTS.get(finding.reason) or GISTS.get(finding.check)
    if language == ENGLISH or found is None:
        return "", ""
    messages = catalogue(language)
    return messages.gettext(found[0]), messages.gettext(found[1])


def why(said: str, language: str) -> str:
    """Why somebody gets a digest, in the language."""
    messages = catalogue(language)
    for pattern, message in _WHYS:
        if match := pattern.fullmatch(said):
            return messages.gettext(message) % match.groupdict()
    return said
