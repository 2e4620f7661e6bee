"""What the parts of a look find, written down as they find it; read again by a part that is made again, and when the period is settled."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from reviewer import urls
from reviewer.fetch import Manner
from reviewer.fleet import tables
from reviewer.fleet.periods import check_open
from reviewer.look import Found, Offered
from reviewer.model import Known, Link, Looked, Moved, PageState, Region, Unsure, Visit, Works
from reviewer.store import Store, decoded_page, decoded_visit, encode, url_hash

SECONDS: Final = 1.0
"""What was found is in the state within about so many seconds: that much a worker that dies has to do again ..."""

MOST: Final = 200
"""... or so many pages and links."""


class Written:
    """The journal of one part: writes what is found into the state while the part is made.

    Nothing is raised into the look: ``failure`` says what went wrong, and ``broken`` is called once, to end the look. A page and the visit
    to it are always written together, since a visit alone would say that the page had been read.
    """

    def __init__(
        self,
        store: Store,
        period: int,
        lane: str,
        *,
        number: int,
        homes: Collection[str],
        broken: Callable[[], None],
        heard: Mapping[str, Manner] = MappingProxyType({}),
    ) -> None:
        """Begin with nothing to write; ``heard`` is what hosts said to earlier parts."""
        self._store, self._period, self._lane, self._round = store, period, lane, number
        self._homes, self._broken = homes, broken
        self._heard, self._said = dict(heard), dict[str, Manner]()
        self._pages: dict[str, dict[str, Any]] = {}
        self._visits: dict[str, dict[str, Any]] = {}
        self._links: dict[str, dict[str, Any]] = {}
        self._handed: set[str] = set()
        self._since = time.monotonic()
        self._coming = False
        self.failure: Exception | None = None

    def page(self, found: Found) -> None:
        """A page was read."""
        self._pages[found.page.url] = _page_row(self._period, self._lane, found)
        self._soon()

    def visited(self, url: str, visit: Visit) -> None:
        """An address was visited, or is left alone."""
        self._visits[url] = _visit_row(self._period, self._lane, self._round, url, visit)
        self._soon()

    def elsewhere(self, offered: Offered) -> None:
        """A link leads to a host of another lane: it is handed on, once. Of a host that is not ours only what is to be visited."""
        url = urls.without_fragment(offered.url)
        ours = urls.site_key(url) in self._homes
        if url in self._handed or not (ours or offered.asked):
            return
        self._handed.add(url)
        link, depth, asked = offered.link, offered.depth, offered.asked
        offer = json.dumps(
            {"element": link.element, "attribute": link.attribute, "region": link.region.value, "depth": depth, "asked": asked}
        )
        self._links[url] = {"period": self._period, "hash": url_hash(url), "url": url, "host": urls.site_key(url), "offer": offer}
        self._soon()

    def manners(self, said: Mapping[str, Manner]) -> None:
        """What the hosts say is kept at once, for whoever asks them next: a worker that dies takes nothing of it with it. Of a host that
        has recovered that is kept, too, and of one that this part heard nothing new of nothing."""
        calm = dict.fromkeys(self._heard.keys() - said.keys(), Manner())
        self._said |= {host: manner for host, manner in (*said.items(), *calm.items()) if _is_news(manner, self._heard.get(host, Manner()))}
        if self._said:
            self._soon(now=True)

    def _soon(self, *, now: bool = False) -> None:
        """Write when enough has come together, but not before what belongs together is there: in the loop's next turn."""
        enough = now or len(self._pages) + len(self._visits) + len(self._links) >= MOST or time.monotonic() - self._since >= SECONDS
        if enough and not self._coming and self.failure is None:
            self._coming = True
            asyncio.get_running_loop().call_soon(self._write)

    def _write(self) -> None:
        """Write, and end the look when that fails."""
        self._coming = False
        try:
            self.flush()
        except Exception as error:  # noqa: BLE001 - told to the one who made the look
            self.failure = error
            self._broken()

    def flush(self) -> None:
        """Write down what is not yet. Raises ``Over`` when the period is settled already, ``StateFailed`` when the state takes nothing."""
        if self._pages or self._visits or self._links or self._said:
            with self._store.write() as connection:
                check_open(connection, self._period)
                put_pages(connection, self._pages.values())
                put_visits(connection, self._visits.values())
                for rows in _portions(list(self._links.values())):
                    connection.execute(insert(tables.links).on_conflict_do_nothing(), rows)
                put_manners(connection, self._period, self._said)
            self._heard |= self._said
            self._said = {}
            self._pages, self._visits, self._links = {}, {}, {}
        self._since = time.monotonic()


def _is_news(said: Manner, heard: Manner) -> bool:
    """Whether a host said something since: that a pause grows shorter is nothing new."""
    return replace(said, paused=0.0) != replace(heard, paused=0.0) or said.paused > heard.paused


def _portions(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Rows in portions of one statement, in one order: two workers that write the same ones do not wait for each other in a circle."""
    rows = sorted(rows, key=lambda row: str(row["hash"]))
    for start in range(0, len(rows), 500):
        yield rows[start : start + 500]


def _page_row(period: int, lane: str, found: Found) -> dict[str, Any]:
    """A page as a row."""
    known = found.known
    return {
        "period": period,
        "hash": url_hash(found.page.url),
        "lane": lane,
        "site": found.site,
        "asked": found.asked,
        "depth": found.depth,
        "facts": encode(found.page),
        "etag": known.etag if known else None,
        "last_modified": known.last_modified if known else None,
        "body_hash": known.body_hash if known else None,
        "known": known is not None,
    }


def _visit_row(period: int, lane: str, number: int, url: str, visit: Visit) -> dict[str, Any]:
    """A visit as a row."""
    host = urls.site_key(url)
    row = {"period": period, "hash": url_hash(url), "url": url, "host": host, "lane": lane, "round": number}
    return row | {"verdict": visit.verdict, "evidence": encode(visit)}


def put_pages(connection: sa.Connection, rows: Collection[Mapping[str, Any]]) -> None:
    """Write pages down, in the place of what stands there."""
    _put(connection, tables.pages, rows)


def put_visits(connection: sa.Connection, rows: Collection[Mapping[str, Any]]) -> None:
    """Write visits down, in the place of what stands there."""
    _put(connection, tables.links, rows)


def _put(connection: sa.Connection, table: sa.Table, rows: Collection[Mapping[str, Any]]) -> None:
    """Insert or replace rows by period and hash."""
    for portion in _portions([dict(row) for row in rows]):
        made = insert(table)
        values = {name: made.excluded[name] for name in portion[0] if name not in {"period", "hash"}}
        connection.execute(made.on_conflict_do_update(index_elements=["period", "hash"], set_=values), portion)


def put_manners(connection: sa.Connection, period: int, said: Mapping[str, Manner]) -> None:
    """Keep what hosts said, in the place of what they said before; how long a pause still lasts is counted from now."""
    rows = [
        {"period": period, "host": host, "said": msgspec.json.encode(manner).decode(), "at": sa.func.now()} for host, manner in said.items()
    ]
    for row in rows:
        made = insert(tables.manners).values(row)
        connection.execute(
            made.on_conflict_do_update(index_elements=["period", "host"], set_={"said": made.excluded["said"], "at": made.excluded["at"]})
        )


def manners(connection: sa.Connection, period: int) -> dict[str, Manner]:
    """What hosts said in a period that still holds."""
    table = tables.manners
    age = sa.func.extract("epoch", sa.func.now() - table.c.at)
    found = {}
    for host, said, gone in connection.execute(sa.select(table.c.host, table.c.said, age).where(table.c.period == period)):
        manner = msgspec.json.decode(said, type=Manner)
        found[host] = replace(manner, paused=max(0.0, manner.paused - float(gone)))
    return found


def founds(connection: sa.Connection, period: int, lanes: Collection[str] | None = None) -> list[Found]:
    """The pages that were found, of all lanes or of some, in the order in which they were found."""
    table = tables.pages
    chosen = sa.select(table).where(table.c.period == period).order_by(table.c.id)
    if lanes is not None:
        chosen = chosen.where(table.c.lane.in_(lanes))
    return [found for row in connection.execute(chosen).mappings() if (found := _found(dict(row))) is not None]


def _found(row: Mapping[str, Any]) -> Found | None:
    """One row as it was; None when it was written by another version."""
    page = decoded_page(row["facts"])
    if page is None:
        return None
    known = Known(page, row["etag"], row["last_modified"], row["body_hash"]) if row["known"] else None
    return Found(row["site"], row["asked"], page, known, row["depth"])


def visits(connection: sa.Connection, period: int, lane: str | None = None, before: int | None = None) -> dict[str, Visit]:
    """The visits that were made, of all lanes or of one, in all its rounds or those ``before`` one."""
    table = tables.links
    chosen = sa.select(table.c.url, table.c.verdict, table.c.evidence).where(table.c.period == period, table.c.verdict.is_not(None))
    if lane is not None:
        chosen = chosen.where(table.c.lane == lane)
    if before is not None:
        chosen = chosen.where(table.c.round < before)
    rows = connection.execute(chosen.order_by(table.c.id))
    return {url: visit for url, verdict, text in rows if (visit := decoded_visit(verdict, text)) is not None}


def begun(connection: sa.Connection, period: int, lane: str, number: int) -> tuple[list[Found], dict[str, Visit]]:
    """What earlier tries and rounds of a lane found that needs not be asked again: pages that were read, and the visits of rounds that
    ended; of a round that did not, those to pages that were read, since others may lead to what was not found yet."""
    pages = founds(connection, period, [lane])
    there = {address for found in pages for address in (found.asked, found.page.url)}
    made = visits(connection, period, lane, before=number)
    for url, visit in visits(connection, period, lane).items():
        final = visit.evidence.final_url if isinstance(visit, Works | Moved) else None
        if url in there or (final is not None and urls.without_fragment(final) in there):
            made[url] = visit
    return pages, made


def waiting(connection: sa.Connection, period: int, lane: str) -> dict[str, Unsure]:
    """The visits of a lane whose servers asked for time."""
    table = tables.links
    chosen = sa.select(table.c.url, table.c.verdict, table.c.evidence).where(
        table.c.period == period, table.c.lane == lane, table.c.verdict == "unsure"
    )
    found = {url: decoded_visit(verdict, text) for url, verdict, text in connection.execute(chosen)}
    return {url: visit for url, visit in found.items() if isinstance(visit, Unsure) and visit.until is not None}


def offers(connection: sa.Connection, period: int, lane: str) -> list[Offered]:
    """The links of a lane that nobody visited yet, as other lanes found them."""
    table = tables.links
    chosen = sa.select(table.c.url, table.c.offer).where(table.c.period == period, table.c.lane == lane, table.c.verdict.is_(None))
    rows = connection.execute(chosen.where(~table.c.believed).order_by(table.c.id))
    return [_offered(url, json.loads(offer or "{}")) for url, offer in rows]


def _offered(url: str, offer: Mapping[str, Any]) -> Offered:
    """One offer as it was."""
    region = Region(offer.get("region", Region.MAIN.value))
    link = Link(url, url, element=offer.get("element", "link"), attribute=offer.get("attribute", "href"), region=region)
    return Offered(link, offer.get("depth", 0), offer.get("asked", True))


def put_looked(connection: sa.Connection, period: int, lane: str, number: int, looked: Looked, kept: Mapping[str, Found]) -> None:
    """Write down a lane's look as it ended: what the journal has, without the pages that were left out in the end, and with those that
    could not be read. ``kept`` are the pages as they stand already."""
    table = tables.pages
    gone = [url_hash(url) for url in kept if url not in looked.pages]
    for start in range(0, len(gone), 500):
        connection.execute(table.delete().where(table.c.period == period, table.c.hash.in_(gone[start : start + 500])))
    rows = [
        _page_row(period, lane, Found(looked.site_of[url], kept[url].asked if url in kept else url, page, looked.known.get(url), 0))
        for url, page in looked.pages.items()
        if url not in kept or (page.state is not PageState.READ and kept[url].page != page)
    ]
    put_pages(connection, rows)
    put_visits(connection, [_visit_row(period, lane, number, url, visit) for url, visit in looked.visits.items()])
