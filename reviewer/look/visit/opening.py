"""Opening one address as a browser would: what a page itself redirects to included, and what the site says to an impossible address."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from reviewer import read, urls, verdicts
from reviewer.fetch import Fetching, Jar, Robots, target
from reviewer.look.visit import notices
from reviewer.look.visit.documents import Documents
from reviewer.look.visit.glance import glance, is_html
from reviewer.look.visit.sheets import Sheets
from reviewer.model import Answer, Broken, DateKind, Fetched, Hop, Moved, NoAnswer, Reason, Unsure, Visit, Works
from reviewer.settings import Limits
from reviewer.verdicts import NOTHING, Glance

HEADERS = (("Accept-Language", "en-GB,en;q=0.8"),)
AS_BROWSERS_ASK = (
    ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"),
    ("Upgrade-Insecure-Requests", "1"),
    *(("Sec-Fetch-Dest", "document"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Site", "none"), ("Sec-Fetch-User", "?1")),
)
"""What a browser says of a click, for a second way of asking. We stay who we are: the User-Agent is ours."""

REVIVALS = 3
"""How often an address is asked for again because its host turned out to be alive."""

REFRESHES = 5
"""Most redirects in a row that pages themselves may make."""

_FILES = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|zip|gz|tgz|7z|rar|epub|mp[34]|m4[av]|mov|avi|webm|ogg|wav|jpe?g|png|gif|svg|webp|avif|ico|bmp|tiff?"
    r"|css|m?js|json|woff2?|ttf|otf|eot|exe|dmg|msi|apk)$",
    re.IGNORECASE,
)
FILE_BYTES = 4 * 1024
"""Of a file the beginning is read and the connection closed: enough to see an error page in its place.

Nobody is asked by HEAD. Its answer is never the last word before "broken", and not before "works" either: servers that say 200 to HEAD
and 404 to GET exist, and a page needs its words to be judged (docs/decisions).
"""

SHELL = 64 * 1024
"""Bytes up to which a page of ours that is visited as a link is looked at for being a shell."""

_CLOSED = frozenset({Reason.REFUSED, Reason.RESET, Reason.TIMEOUT})
"""What is said of a port where nobody listens, or where a firewall lets nobody through."""

ARCHIVE = "https://web.archive.org/web/"
_COPY = re.compile(r"https?://web\.archive\.org/web/\d{4,14}/")


class Opening:
    """Opens addresses and says what came of it."""

    def __init__(
        self,
        door: Fetching,
        limits: Limits,
        own: Callable[[str], bool],
        *,
        watch: Sequence[str] = (),
        robots: bool = False,
        sheets: Sheets | None = None,
        facts: bool = True,
        today: dt.date | None = None,
        documents: Documents | None = None,
    ) -> None:
        """``own`` tells our own addresses, ``watch`` names targets whose date of update is read, ``robots`` obeys robots.txt for links
        to other sites too, ``sheets`` takes the style sheets of ours that are visited. Without ``facts`` no target is read for what it says
        of itself; ``today`` is the day of an answer that has no ``Date``; ``documents`` reads the PDFs of others."""
        self._facts = facts
        self._today = today
        self._documents = documents
        self._door = door
        self._limits = limits
        self._own = own
        self._watch = tuple(watch)
        self._robots = robots
        self._sheets = sheets
        self._impossible: dict[str, tuple[Fetched, Glance]] = {}
        self._lively: dict[str, asyncio.Task[bool]] = {}
        self._spent: dict[str, float] = {}

    def time_for_more(self, url: str) -> bool:
        """Whether an address that failed may be tried again: the limit is for the address, all its tries included, and a further try has
        at least as much time as those before it took."""
        return self._spent.get(url, 0.0) * 2 <= self._limits.total_seconds

    async def open(
        self, url: str, *, cap: int, robots: Robots, headers: tuple[tuple[str, str], ...] = (), thorough: bool = False
    ) -> tuple[Fetched, Glance]:
        """Fetch, and go where a meta refresh of 0 seconds leads, as a browser would; such a hop counts as permanent (308).

        Cookies go along, those of redirects too, each to the host that set it, and so does what was spent: there is one time limit and one
        number of hops for the whole way. A refresh that may act (log out, delete) is not followed.
        ``thorough``: look at the page even when it shows no sign at all. Where nobody listens for http, https is asked, as browsers do:
        that hop has the status 0. What the tries of the address before this one took, and failed, counts as spent.
        """
        jar = Jar(self._spent.get(url, 0.0))
        fetched, look = await self._open(url, jar, cap=cap, robots=robots, headers=headers, thorough=thorough)
        plain = f"http://{urls.hostname(url)}"
        closed = isinstance(fetched, NoAnswer) and fetched.reason in _CLOSED and not fetched.hops
        if closed and urls.origin(url) == plain and jar.spent.seconds < self._limits.total_seconds:
            secure = f"https{url[4:]}"
            jar = Jar(jar.spent.seconds)
            other, other_look = await self._open(secure, jar, cap=cap, robots=robots, headers=headers, thorough=thorough)
            if isinstance(other, Answer) and other.status < 400:
                fetched, look = verdicts.with_hops(other, url, (Hop(url, 0, secure),)), other_look
        if isinstance(fetched, NoAnswer) or fetched.status >= 500:
            self._spent[url] = jar.spent.seconds
        return fetched, look

    async def _open(
        self, url: str, jar: Jar, *, cap: int, robots: Robots, headers: tuple[tuple[str, str], ...], thorough: bool
    ) -> tuple[Fetched, Glance]:
        """The same by the scheme that the address names."""
        hops: tuple[Hop, ...] = ()
        seen: set[tuple[str, str]] = set()
        at, cookies = url, ""
        while True:
            seen.add((at, cookies))
            fetched = await self._fetch(at, cap=cap, robots=robots, headers=HEADERS + headers, jar=jar)
            whole = verdicts.with_hops(fetched, url, hops)
            if isinstance(fetched, NoAnswer):
                return whole, NOTHING
            look = glance(fetched, thorough=thorough or bool(hops))
            if look.refresh is None or verdicts.acts(look.refresh) or fetched.status >= 400 or verdicts.wall(fetched, look):
                return whole, look
            here = target(fetched.final_url)
            seen.add((fetched.final_url, jar.header(here)))
            jar.take(here, [value for name, value in fetched.headers if name == "set-cookie"])
            at = urls.without_fragment(look.refresh)
            cookies = jar.header(target(at))
            enough = len(hops) >= REFRESHES
            if enough and all(at != place for place, _ in seen):
                return whole, look
            hops = (*whole.hops, Hop(fetched.final_url, 307 if _tries_cookies(fetched, at) else 308, look.refresh))
            if enough or (at, cookies) in seen:  # with other cookies it is another place, but not for ever
                return NoAnswer(url, at, Reason.REDIRECT_LOOP, "its pages send a reader round in circles", hops), NOTHING
            if jar.spent.hops >= self._limits.hops:
                return NoAnswer(url, at, Reason.TOO_MANY_REDIRECTS, f"it redirects more than {self._limits.hops} times", hops), NOTHING
            jar.spent.hops += 1
            headers = ()

    async def _fetch(self, url: str, *, cap: int, robots: Robots, headers: tuple[tuple[str, str], ...], jar: Jar) -> Fetched:
        """Fetch; when the door leaves a host alone because several addresses failed, find out whether it is the host or the addresses.

        An address that was left alone through no fault of its own begins anew with the time and the hops that it had then.
        """
        before = replace(jar.spent)
        for _ in range(REVIVALS):
            jar.spent = replace(before)
            fetched = await self._door.fetch(url, cap=cap, own=self._own(url), robots=robots, headers=headers, jar=jar)
            if not isinstance(fetched, NoAnswer) or fetched.reason is not Reason.HOST_DOWN or not await self._lives(fetched.final_url):
                break
        return fetched

    async def _lives(self, url: str) -> bool:
        """Whether a host that is left alone answers for its front page; asked once at a time, and never again after a no."""
        origin = urls.origin(url)
        asking = self._lively.get(origin)
        if asking is None or (asking.done() and asking.result()):
            asking = self._lively[origin] = asyncio.create_task(self._front_answers(origin))
        return await asking

    async def _front_answers(self, origin: str) -> bool:
        self._door.trust(origin)
        fetched = await self._door.fetch(f"{origin}/", cap=self._limits.link_bytes, own=self._own(origin), headers=HEADERS)
        return isinstance(fetched, Answer) and fetched.status < 500

    async def link(self, url: str, *, content: bool = False) -> Visit:
        """Visit one link; ``content``: it stands in the text of a page, so that a document is read for what it says of itself."""
        own = self._own(url)
        path = urls.path(url)
        sheets = self._sheets if own else None
        styled = sheets is not None and path[-4:].lower() == ".css"
        cap = FILE_BYTES if not styled and _FILES.search(path) else self._limits.page_bytes if own else self._limits.link_bytes
        headers = sheets.conditions(url) if sheets is not None and styled else ()
        fetched, look = await self.open(url, cap=cap, robots=self._robots or "own", headers=headers)
        visit = await self.conclude(fetched, look)
        if content and not own and self._facts and self._documents is not None and isinstance(fetched, Answer):
            visit = await self._documents.told(fetched, visit)
        visit = await self._vouched(visit)
        if not own or not isinstance(fetched, Answer) or not isinstance(visit, Works | Moved):
            return visit
        if sheets is not None and self._own(fetched.final_url):
            await sheets.arrived(fetched)
        if fetched.status == 304 and headers:
            return replace(visit, evidence=replace(visit.evidence, status=200))  # as everybody gets it who does not know it already
        if is_html(fetched) and not fetched.cut:
            return replace(visit, anchors=_anchors(fetched))
        return visit

    async def dropped(self, visit: Broken, *, answers: bool) -> Visit:
        """The verdict on an address whose connection was broken off on every try: asked once more, as a browser asks for a click.

        Where that fails in the same way, and the host answers for other pages (``answers``, else its front page is asked), something in
        front of it keeps programs out without a word: nobody but a person can tell, unless it goes on for days.
        """
        fetched, look = await self.open(visit.url, cap=self._limits.link_bytes, robots=self._robots or "own", headers=AS_BROWSERS_ASK)
        if isinstance(fetched, Answer):
            return await self.conclude(fetched, look)
        if fetched.reason is not visit.reason or not (answers or await self._lives(visit.evidence.final_url or visit.url)):
            return visit
        return Unsure(visit.url, Reason.BOT_WALL, replace(visit.evidence, detail=verdicts.DROPPED))

    async def archived(self, url: str) -> str | None:
        """An archived copy of an address that is dead, as the web archive's redirect names it; None when there is none, or no answer."""
        fetched = await self._door.fetch(ARCHIVE + url, cap=0, headers=HEADERS)
        copies = (hop.to for hop in fetched.hops if _COPY.match(hop.to))
        return next(copies, None)

    async def conclude(self, fetched: Fetched, look: Glance, *, reads: bool = True) -> Visit:
        """The verdict on an opened address; asks the site for an impossible address when the page looks like an error page. ``reads``: see
        ``told``."""
        own = self._own(fetched.final_url)  # who answers, not who was asked: a redirect of ours may lead to the fault of others
        visit = verdicts.of_answer(fetched, look, own=own)
        if isinstance(fetched, NoAnswer) or not isinstance(visit, Works | Moved):
            return visit
        if fetched.status == 200 and verdicts.doubtful(fetched, look) and await self._same_as_impossible(fetched, look):
            detail = "the site answers the same to an address that cannot exist"
            return Broken(fetched.url, Reason.SOFT_404, replace(visit.evidence, detail=detail), certain=False)
        return self.told(fetched, visit, reads=reads)

    async def _same_as_impossible(self, answer: Answer, look: Glance) -> bool:
        """Whether the host answers an address beside this one, which cannot exist, in the same way."""
        parts = urls.path(answer.url).rstrip("/").rpartition("/")
        suffix = re.search(r"\.\w{1,5}$", parts[2])
        folder = f"{urls.origin(answer.url)}{parts[0]}/"
        ending = suffix.group() if suffix else "/" if urls.path(answer.url).endswith("/") else ""
        probe = folder + "no-such-page-" + hashlib.sha256(folder.encode()).hexdigest()[:12] + ending
        if probe not in self._impossible:
            self._impossible[probe] = await self.open(probe, cap=self._limits.link_bytes, robots="own", thorough=True)
        other, other_look = self._impossible[probe]
        return isinstance(other, Answer) and verdicts.alike(answer, look, other, other_look)

    def told(self, answer: Answer, visit: Works | Moved, *, reads: bool = True) -> Works | Moved:
        """What the target says about itself: that its time is over, and, for watched targets, when it was updated.

        Without ``reads`` its text is not read for the former: the crawl reads it anyway.
        """
        if not self._facts:
            return visit
        body = answer.body[: self._limits.link_bytes]  # of a page of ours more may have come, and this process looks at no more
        declared = notices.declared(answer, body, self._today)
        watched = is_html(answer) and any(urls.matches(pattern, url) for pattern in self._watch for url in (answer.url, answer.final_url))
        if not watched and not (reads and notices.may_say(answer, body)):
            return replace(visit, superseded=declared) if declared else visit
        page = read.read(body, url=answer.final_url, content_type=answer.header("content-type"), hints=read.Hints())
        claim = page.claim(DateKind.UPDATED) or page.claim(DateKind.LAST_REVIEWED) if watched else None
        return replace(visit, superseded=notices.said(page) or declared, updated=claim.date if claim else None)

    async def _vouched(self, visit: Visit) -> Visit:
        """The visit with a successor that answers well when it is asked; one that does not is not named, and the notice is."""
        if not isinstance(visit, Works | Moved) or visit.superseded is None or visit.superseded.url is None:
            return visit
        new = visit.superseded.url
        if not urls.is_web(new) or urls.without_fragment(new) in {visit.url, visit.evidence.final_url}:
            return replace(visit, superseded=replace(visit.superseded, url=None))
        fetched, look = await self.open(urls.without_fragment(new), cap=FILE_BYTES, robots=self._robots or "own")
        if isinstance(verdicts.of_answer(fetched, look, own=self._own(fetched.final_url)), Works | Moved):
            return visit
        return replace(visit, superseded=replace(visit.superseded, by=None, url=None))


def _tries_cookies(answer: Answer, to: str) -> bool:
    """Whether a page that sets a cookie leads to itself with another query, to see whether the cookie comes back: it moved nowhere."""
    here = answer.final_url
    return bool(answer.header("set-cookie")) and (urls.origin(here), urls.path(here)) == (urls.origin(to), urls.path(to))


def _anchors(answer: Answer) -> frozenset[str] | None:
    """The places of a page of ours; None when it cannot be parsed, and for a shell, whose places a script makes."""
    try:
        if len(answer.body) <= SHELL and read.parse(answer.body, url=answer.final_url, content_type=answer.header("content-type")).shell:
            return None
        return read.collect(read.parse_tree(read.decode(answer.body, answer.header("content-type"))[0]), answer.final_url).anchors
    except read.Unreadable:
        return None
