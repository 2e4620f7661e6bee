"""The judged sites say what they are: every link on them that does not work is among their truths, and they are alike each time."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from bench import judged_sites as sites

HTML = "text/html; charset=utf-8"
LINKS = {("a", "href"), ("img", "src"), ("link", "href")}
MACHINE = {
    "preconnect",
    "dns-prefetch",
    "EditURI",
    "pingback",
    "alternate",
    "shortlink",
    "revision",
    "canonical",
    "https://api.w.org/",
    "schema.DC",
}


class Seen(HTMLParser):
    """The links and the anchors of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag links to and can be linked by."""
        given = dict(attrs)
        self.anchors |= {given.get("id") or "", (given.get("name") or "") if tag == "a" else ""}
        if given.get("rel") not in MACHINE:
            self.links += [
                value for name, value in attrs if (tag, name) in LINKS and value and not value.startswith(("data:", "mailto:", "tel:"))
            ]


def dead(site: sites.Site) -> set[tuple[str, str]]:
    """The links of a site that a browser would not open where they say, with the page that each stands on; worked out here, not by the product."""
    pages = {path: Seen(reply.body.decode()) for path, reply in site.answers.items() if reply.kind == HTML and reply.status == 200}
    found = set()
    for path, page in pages.items():
        for link in page.links:
            url, _, fragment = urljoin(site.base + path, link).partition("#")
            parts = urlsplit(url)
            if parts.netloc != site.host:
                good = (
                    not parts.netloc
                    or url in site.others
                    or (url in sites.OTHERS and sites.OTHERS[url].status in {200, 301, 302, 308, 403})
                )
                found |= set() if good else {(path, url)}
                continue
            wanted = url.removeprefix(site.base)
            there = next((each for each in (wanted, wanted.partition("?")[0]) if each in site.answers), None)
            anchors = pages[there].anchors if there in pages else set()
            if there is None or site.answers[there].status == 404 or (fragment and unquote(fragment) not in anchors):
                found.add((path, f"{wanted}#{fragment}" if fragment else wanted))
    return found


@pytest.mark.parametrize("site", sites.every(), ids=lambda site: site.name)
def test_every_link_that_does_not_work_is_a_truth(site: sites.Site) -> None:
    """A dead link that nobody wrote down would make a right answer look wrong, and one that works would make a wrong answer look right."""
    told = [truth for truth in (*site.faults, *site.arguables) if {"broken_link", "missing_anchor"} & set(truth.checks) and truth.about]
    broken = dead(site)
    for path, link in broken:
        assert any(truth.page in {"*", path} and truth.about in link for truth in told), f"{path} links to {link}, and no truth says so"
    for truth in told:
        assert any(truth.page in {"*", path} and truth.about in link for path, link in broken), f"{truth.page}: {truth.about} works"


@pytest.mark.parametrize("site", sites.every(), ids=lambda site: site.name)
def test_every_truth_is_about_a_page_that_is_there(site: sites.Site) -> None:
    """A truth of a page that the site does not have could never be told; and each site has 40 to 150 pages."""
    for truth in (*site.faults, *site.arguables):
        assert truth.page == "*" or any(path.startswith(truth.page.removesuffix("*")) for path in site.answers), truth
    assert set(site.coming) <= set(site.answers)
    assert 40 <= sum(reply.kind.startswith(("text/html", "application/pdf")) for reply in site.answers.values()) <= 150


def test_the_sites_are_made_alike_each_time() -> None:
    """A judge of today and one of tomorrow look at the same bytes."""
    assert sites.every() == sites.every()
