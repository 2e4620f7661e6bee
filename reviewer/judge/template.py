"""What stands on most pages of a site, or in a style sheet, stands in its template: told once, to the person who looks after it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from reviewer.checks import of_links
from reviewer.model import Audience, Finding, Looked, PageState

LEAST, SHARE = 3, 0.5


def across(looked: Looked, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, those of one link on most pages of a site (at least 3, more than half) made one, for the owner of the template.

    It is told of the page with the shortest address, so that it stays the same finding from run to run. What stands in a style sheet is
    told of the style sheet, however many pages load it.
    """
    read = Counter(
        looked.site_of.get(url, "") for url, page in looked.pages.items() if page.state is PageState.READ and "html" in page.content_type
    )
    groups: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    kept: list[Finding] = []
    links = of_links()
    for finding in findings:
        page = looked.pages.get(finding.page)
        if page is not None and page.sheet:
            kept.append(replace(finding, says=f"In a style sheet of the site: {_lowered(finding.says)}", audience=Audience.TEMPLATE))
        elif finding.check in links and finding.audience is Audience.OWNER:
            groups[looked.site_of.get(finding.page, ""), finding.check, finding.subject].append(finding)
        else:
            kept.append(finding)
    for (site, _, _), same in groups.items():
        if len(same) < LEAST or len(same) <= SHARE * read[site]:
            kept += same
            continue
        first = min(same, key=lambda finding: (len(finding.page), finding.page))
        says = f"On most pages of the site: {_lowered(first.says)}"
        kept.append(replace(first, says=says, fix=f"{first.fix} It is probably part of the site's template.", audience=Audience.TEMPLATE))
    return tuple(kept)


def _lowered(says: str) -> str:
    """A sentence as the end of another one."""
    return f"{says[0].lower()}{says[1:]}"
