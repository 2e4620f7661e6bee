"""The test origin in a real Chromium: where it has links, and where a click on each leads, held against what the standards say.

Chromium is the second witness, not the judge: where it and a standard differ, the case says who is right and why.
"""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from reviewer import urls
from reviewer.model import Evidence, Link, Moved, Reason, Visit
from tests.browser import executable
from tests.links_origin import served
from tests.links_origin.browsing import Bearing, addresses, bearings, browsing, clicks
from tests.links_origin.case import MOVED, Case
from tests.links_origin.clicks import WORDS, Click, expected, tried
from tests.links_origin.documents import DOCUMENTS, Document
from tests.links_origin.judging import Judged, judged

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600), pytest.mark.xdist_group("chromium")]

BLANK = "Chromium escapes the blank; WHATWG URL, 3.5 forbids it in a host, and no such host can exist"
PIPE = "Chromium escapes the pipe in a path; the path set of WHATWG URL, 1.3 does not hold it, and a server reads both alike"
SRCDOC = "reflected with the base of the page around; where it leads inside the frame is not judged either way"
PASSWORD = "we keep *** in place of a password"
ONLY_CHROMIUM: Mapping[str, str] = {
    "preconnect": "a host to get ready for, nothing that is fetched",
    "dns-prefetch": "a host to look up, nothing that is fetched",
    "dialog-form": "WHATWG HTML, 4.10.21.3: such a form closes its dialog and asks nobody",
    "input-src-text": "the attribute is reflected, and fetched only for a picture (WHATWG HTML, 4.10.5.1.18)",
    "srcdoc-wins": "the attribute is reflected, and not fetched beside a srcdoc (WHATWG HTML, 4.8.5)",
    "srcdoc-fragment": SRCDOC,
    "user": PASSWORD,
    "blank-in-host": BLANK,
    "blank-after-colon": BLANK,
    "two-with-blank": BLANK,
    "unfilled-host": BLANK,
    "pipe-in-path": PIPE,
}
"""Cases where Chromium's DOM has an address that we do not follow, and why."""

ONLY_OURS: Mapping[str, str] = {
    "user": PASSWORD,
    "srcdoc-fragment": SRCDOC,
    "pipe-in-path": PIPE,
    "imagesrcset": "the DOM keeps the candidates as text, and Chromium takes one of them when a picture wants it (WHATWG HTML, 4.2.4.4)",
}
"""Cases where we follow an address that Chromium's DOM does not have, and why."""

ANOTHER_WAY: Mapping[str, str] = {"refresh-cookie": "the browser has the cookie already, from an earlier click of this test"}
"""Cases whose end is the same, and why the way there is not."""

CLICKED = tuple(case for case in served.CASES if tried(case))
MOVES = tuple(case for case in served.CASES if case.expected[:1] == (MOVED,))
LOADED = frozenset(
    {"img", "image", "use", "script", "iframe", "frame", "source", "video", "audio", "embed", "object", "link", "style", "p"}
)
"""Elements that Chromium fills by itself: what it got is known from its opening the page."""


@dataclass(frozen=True)
class Seen:
    """What Chromium and what we make of the page of all cases."""

    bearings: set[Bearing]
    clicks: Mapping[str, Click]
    fetched: Mapping[str, Click]
    judged: Judged
    links: Mapping[str, list[Link]]
    documents: Mapping[str, set[str | None]]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """One visit of Chromium to all cases, beside one look of ours."""
    path = executable()
    if path is None:
        pytest.skip("no Chromium here: install it (Debian: apt-get install chromium) or name it in REVIEWER_CHROMIUM")
    with served.serve(tmp_path_factory.mktemp("origin")) as origin:
        ours = judged(origin)
        yield asyncio.run(_seen(path, tmp_path_factory.mktemp("chromium"), ours))


async def _seen(path: str, profile: Path, ours: Judged) -> Seen:
    at = ours.origin.places["MAIN"] + served.PAGE
    links: dict[str, list[Link]] = defaultdict(list)
    for link in ours.looked.pages[at].links:
        links[link.place.heading or ""].append(link)
    async with browsing(path, profile, ours.origin.ca) as context:
        found, fetched = await bearings(context, at)
        wanted: dict[str, tuple[str, bool]] = {}
        for case in CLICKED:
            for link, visit, (_, reason) in zip(links[case.id], ours.visits[case.id], case.expected, strict=True):
                if link.url is not None and not (link.element in LOADED and link.url in fetched):
                    wanted[link.url] = (_evidence(visit).final_url or "", reason != "timeout")
        main = ours.origin.places["MAIN"]
        documents = await addresses(context, {one.id: one.at(main) for one in DOCUMENTS})
        return Seen(found, fetched | await clicks(context, wanted), fetched, ours, links, documents)


def _evidence(visit: Visit) -> Evidence:
    """How a visit went; nothing for what was not visited."""
    return getattr(visit, "evidence", None) or Evidence()


def test_links_are_where_chromium_has_them(seen: Seen) -> None:
    """Under every heading Chromium's DOM and our reader have the same addresses, but for the exceptions that say why."""
    theirs: dict[str, set[str | None]] = defaultdict(set)
    for heading, _, _, url in seen.bearings:
        theirs[heading or ""].add(url)
    ours = {case.id: {link.url for link in seen.links[case.id]} for case in served.CASES}
    only_theirs = {id_: urls for id_ in ours if (urls := theirs[id_] - ours[id_])}
    only_ours = {id_: urls for id_ in ours if (urls := ours[id_] - theirs[id_] - seen.fetched.keys() - {None})}
    assert only_theirs.keys() == ONLY_CHROMIUM.keys(), only_theirs
    assert only_ours.keys() == ONLY_OURS.keys(), only_ours


def test_whatever_chromium_fetched_is_a_link(seen: Seen) -> None:
    """Nothing that Chromium fetched to show the page is unknown to our reader: candidates of srcset and what style sheets load included."""
    ours = {urls.without_fragment(link.url or "") for links in seen.links.values() for link in links}
    ours |= {urls.without_fragment(link.url or "") for _, link, _ in served.references(seen.judged.origin)}
    assert seen.fetched.keys() - ours == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_addresses_of_documents(document: Document, seen: Seen) -> None:
    """In a document of its own Chromium has the very addresses that the case says, or the case says why not."""
    places = seen.judged.origin.places
    same = seen.documents[document.id] == document.expected(places["MAIN"], places["OTHER"])
    assert same is not bool(document.differs), (document.because, seen.documents[document.id])


@pytest.mark.parametrize("case", CLICKED, ids=lambda case: case.id)
def test_a_click(case: Case, seen: Seen) -> None:
    """A click in Chromium ends as our verdict lets one expect, or as the case itself says, with its reason."""
    for link, (_, reason) in zip(seen.links[case.id], case.expected, strict=True):
        click = _click(seen, link)
        assert re.fullmatch(expected(case, reason), click.word), (click, case.because)


@pytest.mark.parametrize("case", MOVES, ids=lambda case: case.id)
def test_the_address_to_paste(case: Case, seen: Seen) -> None:
    """For a page that moved for good we name the address in Chromium's bar, or the one where the journey turned temporary."""
    visit, click = seen.judged.visits[case.id][0], _click(seen, seen.links[case.id][0])
    assert isinstance(visit, Moved)
    temporary = next((at for at, status in zip(click.hops, click.statuses, strict=True) if status in {302, 303, 307}), None)
    assert urls.without_fragment(visit.to) == temporary if temporary else visit.to == click.final


@pytest.mark.parametrize("case", CLICKED, ids=lambda case: case.id)
def test_the_way_there(case: Case, seen: Seen) -> None:
    """Where there is an answer at the end, Chromium came to it by the same addresses as we did, reloads of one page aside."""
    for link, visit in zip(seen.links[case.id], seen.judged.visits[case.id], strict=True):
        way, click = _evidence(visit), _click(seen, link)
        if way.final_url and re.match(r"shown|\d", click.word) and not case.chromium and case.id not in {*ONLY_CHROMIUM, *ANOTHER_WAY}:
            ours, theirs = _stations([*(hop.url for hop in way.hops), way.final_url]), _stations(click.hops)
            assert ours == (theirs[: len(ours)] if visit.reason is Reason.BOT_WALL else theirs)  # we do not go on from a wall


def _stations(hops: Iterable[str]) -> list[str]:
    """Addresses on a way: without place and user, each once where it follows itself (a reload)."""
    bare = [re.sub(r"(?<=//)[^/@]*@", "", urls.without_fragment(at)) for at in hops]
    return [at for at, before in zip(bare, ("", *bare), strict=False) if at != before]


def test_every_exception_is_one() -> None:
    """What a case says of Chromium is something else than what follows from its verdict, and it says why."""
    for case in served.CASES:
        if case.chromium:
            words, because = case.chromium
            assert tried(case)
            assert because
            assert not all(re.fullmatch(WORDS[reason], word) for _, reason in case.expected for word in words.split("|")), case.id


def _click(seen: Seen, link: Link) -> Click:
    """What came of a link in Chromium."""
    return Click("no address") if link.url is None else seen.clicks[link.url]
