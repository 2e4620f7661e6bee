"""What is the same on many pages of a site is told once, to the person who can change it for all of them: what stands in the template, in a
menu or in a style sheet, and what most pages lack. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from reviewer.checks import Across, across_words, of_links
from reviewer.model import Audience, Confidence, Finding, Looked, PageState

LEAST: Final = 3
SHARE: Final = 0.5
"""Pages, and their share of the site's, on which something stands that is taken for a part of the template."""

MENU: Final = 10
"""Pages on which a link with the same words to the same address is taken for a part of a menu, and the same words of a page for a notice
in the template of a part of the site, however large the site is."""


def across(looked: Looked, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, with one for what is the same on many pages of a site, for the site's owner.

    The same is a link to one address; the same words of the page; or what the check itself tells of a whole site (``ACROSS``). The many are
    most pages of the site, those of one menu or one notice, or as many as the check says. A review date is each page's own matter,
    however many have it. It is told of the page with the shortest address, so that it stays the same finding from run to run, and names the
    other pages (``also``). What stands in a style sheet is told of the style sheet, however many pages load it.
    """
    read = [page for page in looked.pages.values() if page.state is PageState.READ and not page.sheet]
    sizes = Counter(looked.site_of.get(page.url, "") for page in read)
    marked_up = Counter(looked.site_of.get(page.url, "") for page in read if "html" in page.content_type)
    groups: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    kept: list[Finding] = []
    links = of_links()
    for finding in findings:
        page = looked.pages.get(finding.page)
        site = looked.site_of.get(finding.page, "")
        if page is not None and page.sheet:
            kept.append(replace(finding, says=f"In a style sheet of the site: {_lowered(finding.says)}", audience=Audience.TEMPLATE))
        elif across_words(finding) is not None:
            groups[site, finding.check, finding.reason].append(finding)
        elif finding.audience is Audience.OWNER and finding.check in links:
            groups[site, finding.check, finding.reason, finding.subject].append(finding)
        elif finding.audience is Audience.OWNER and finding.quote and (finding.due is None or finding.guessed):
            groups[site, finding.check, finding.reason, finding.subject, finding.quote].append(finding)
        else:
            kept.append(finding)
    for (site, check, *_), same in groups.items():
        link = check in links
        kept += _Same(tuple(same), marked_up[site] if link else sizes[site]).told(link=link)
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class _Same:
    """Findings of one site that are the same, and how many pages the site has."""

    findings: tuple[Finding, ...]
    size: int

    def told(self, *, link: bool) -> list[Finding]:
        """One finding, where they are many; those of single pages, where they are few."""
        words = across_words(self.findings[0])
        many = len(self.findings)
        if words is not None and many >= words.least:
            return [self._one(self.findings, words)]
        if many >= LEAST and many > SHARE * self.size:
            return [self._one(self.findings, words)]
        if not link:
            stated = self.findings[0].confidence is Confidence.STATED  # what ten pages say of themselves is ten pages' matter
            return [self._one(self.findings)] if words is None and many >= MENU and not stated else list(self.findings)
        menus = Counter(finding.quote for finding in self.findings if finding.quote)
        inside = {quote for quote, pages in menus.items() if pages >= MENU}
        listed = [finding for finding in self.findings if finding.quote in inside]
        own = [finding for finding in self.findings if finding.quote not in inside]
        return [self._one(listed), *own] if listed else own

    def _one(self, same: Iterable[Finding], words: Across | None = None) -> Finding:
        """The finding for all of them."""
        first, *others = sorted(same, key=lambda finding: (len(finding.page), finding.page))
        count = f"{len(others) + 1:,} of {max(self.size, len(others) + 1):,} pages"
        if words is None:
            says, fix = (
                f"On {count} of the site: {_lowered(first.says)}",
                f"{first.fix} It is probably part of the site's template or menu.",
            )
        else:
            says = words.says.format(count=count, many=f"{len(others) + 1:,} pages")
            fix = words.fix if len(others) >= SHARE * self.size else words.few or words.fix
        audience = Audience.TEMPLATE if first.audience is Audience.OWNER else first.audience
        also = tuple(finding.page for finding in others)
        return replace(first, says=says, fix=fix, audience=audience, also=also)


def _lowered(says: str) -> str:
    """A sentence as the end of another one."""
    return f"{says[0].lower()}{says[1:]}"
