"""Where to look, whose it is, how to read it, and what to leave alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le

from reviewer.settings.kinds import Choice, Glob, Key, Text, TextKind, Web

BROWSERS = ("never", "auto", "always")
"""When pages of a site are read as a browser shows them."""


@dataclass(frozen=True, slots=True)
class Every:
    """A review period: "12 months", "2 years", "90 days"."""

    months: int = 0
    days: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a site with an owner of its own."""

    path: Annotated[Glob, "Needed. A pattern on the path: `*` stays within one step, `**` does not."]
    owner: Annotated[Text, "Needed. As the site's `owner`."]


@dataclass(frozen=True, slots=True)
class Site:
    """Somewhere to look."""

    name: Annotated[Text, "What people call the site. Default: the host of its first start page."]
    start: Annotated[tuple[Web, ...], "Needed. Where to begin; pages are found from there by their links."]
    within: Annotated[tuple[Glob, ...], "Patterns on the path: only these pages are read. Default: the whole host."] = ()
    skip: Annotated[tuple[Glob, ...], "Patterns on the path: these pages are not read."] = ()
    owner: Annotated[Text | None, "`Name <address>`, or a name or an address that the directory has."] = None
    areas: Annotated[tuple[Area, ...], Key("area"), "Parts of the site with owners of their own; the narrowest one wins."] = ()
    review_every: Annotated[Every | None, "Your policy for pages that give no due date, as in `12 months`."] = None
    review_from: Annotated[
        str,
        Choice(("reviewed", "updated"), "date"),
        "What `review_every` runs from: `reviewed`, or `updated` for pages that only say when they were last updated.",
    ] = "reviewed"
    date_order: Annotated[
        str | None,
        Choice(("dmy", "mdy"), "order of a date"),
        "How the site writes 03/04/2026: `dmy` or `mdy`. Default: as each page's other dates, language and address tell; `dmy` where they "
        "do not, and then the date is told as in doubt.",
    ] = None
    language: Annotated[str | None, TextKind.LANGUAGE, "The language of pages that state none. Default: the organisation's."] = None
    sitemap: Annotated[bool, "Find pages by the site's sitemap too."] = True
    follow: Annotated[bool, "Find pages by links. With `false` only start pages and the sitemap's are read."] = True
    documents: Annotated[bool, "Read PDF and Word files that pages link to within the site."] = True
    browser: Annotated[
        str,
        Choice(BROWSERS, "choice"),
        "Read pages as a browser shows them: `never`, `auto` (those whose text is made by scripts) or `always`. Needs the extra `browser` "
        "and Chromium.",
    ] = "never"
    links: Annotated[bool, "Follow the links of the pages. With `false` only dates and contacts are judged."] = True
    max_pages: Annotated[int | None, Ge(1), Le(10_000_000), "Pages of this site. Default: network.limits."] = None
    max_depth: Annotated[int | None, Ge(0), Le(1000), "Clicks from a start page. Default: network.limits."] = None


@dataclass(frozen=True, slots=True)
class LinkRule:
    """Links that are left alone, why, who said so, and until when."""

    pattern: Annotated[Glob, "Needed. A pattern on the link's whole address."]
    reason: Annotated[Text, "Needed. Why; the report says it."]
    by: Annotated[Text, "Who said so."] = ""
    until: Annotated[dt.date | None, "The last day of the rule; after it the admin is told."] = None


@dataclass(frozen=True, slots=True)
class Wording:
    """Labels that a user adds to those of the house: (kind, label) with kind a DateKind's value or ``contact``."""

    labels: tuple[tuple[str, str], ...] = ()
