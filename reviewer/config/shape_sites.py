"""The form of ``[[site]]``, ``[[override]]`` and ``[[link_rule]]``: where to look, whose it is, what to leave alone."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import ConfigDict, Field, Strict

from reviewer.config.kinds import Day, Flag, Glob, Language, Period, Table, Text, Web, choice

ORDERS: Final = ("dmy", "mdy")


class Area(Table):
    """A part of a site with an owner of its own."""

    model_config = ConfigDict(json_schema_extra={"required": ["path", "owner"]})
    path: Glob | None = Field(default=None, description="Needed. A pattern on the path: `*` stays within one step, `**` does not.")
    owner: Text | None = Field(default=None, description="Needed. As the site's `owner`.")


class Site(Table):
    """Somewhere to look."""

    model_config = ConfigDict(json_schema_extra={"required": ["start"]})
    name: Text | None = Field(default=None, description="What people call the site. Default: the host of its first start page.")
    start: tuple[Web, ...] = Field(default=(), description="Needed. Where to begin; pages are found from there by their links.")
    within: tuple[Glob, ...] = Field(default=(), description="Patterns on the path: only these pages are read. Default: the whole host.")
    skip: tuple[Glob, ...] = Field(default=(), description="Patterns on the path: these pages are not read.")
    owner: Text | None = Field(default=None, description="`Name <address>`, or a name or an address that the directory has.")
    area: tuple[Area, ...] = Field(default=(), description="Parts of the site with owners of their own; the narrowest one wins.")
    review_every: Period | None = Field(default=None, description="Your policy for pages that give no due date, as in `12 months`.")
    date_order: Annotated[str, *choice(ORDERS, "order of a date")] = Field(
        default="dmy", description="How to read 03/04/2026 when the page does not tell: `dmy` or `mdy`."
    )
    language: Language | None = Field(default=None, description="The language of pages that state none. Default: the organisation's.")
    sitemap: Flag = Field(default=True, description="Find pages by the site's sitemap too.")
    follow: Flag = Field(default=True, description="Find pages by links. With `false` only start pages and the sitemap's are read.")
    documents: Flag = Field(default=True, description="Read PDF and Word files that pages link to within the site.")
    links: Flag = Field(default=True, description="Follow the links of the pages. With `false` only dates and contacts are judged.")
    max_pages: Annotated[int, Strict(), Field(ge=1, le=10_000_000)] | None = Field(
        default=None, description="Pages of this site. Default: network.limits."
    )
    max_depth: Annotated[int, Strict(), Field(ge=0, le=1000)] | None = Field(
        default=None, description="Clicks from a start page. Default: network.limits."
    )


class Override(Table):
    """An owner for some addresses, whatever the pages say."""

    model_config = ConfigDict(json_schema_extra={"required": ["page", "owner"]})
    page: Glob | None = Field(default=None, description="Needed. A pattern on the whole address, or on its path.")
    owner: Text | None = Field(default=None, description="Needed. `Name <address>`, or a name or an address that the directory has.")


class LinkRule(Table):
    """Links that are left alone, why, who said so, and until when."""

    model_config = ConfigDict(json_schema_extra={"required": ["pattern", "reason"]})
    pattern: Glob | None = Field(default=None, description="Needed. A pattern on the link's whole address.")
    reason: Text | None = Field(default=None, description="Needed. Why; the report says it.")
    by: Text = Field(default="", description="Who said so.")
    until: Day | None = Field(default=None, description="The last day of the rule; after it the admin is told.")
