"""What one look found, into the tables: pages with their facts, visits, and history only where something changed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final
from urllib.parse import urlsplit

import sqlalchemy as sa

from reviewer.model import DateKind, Known, Looked, Moved, Page, PageState, Reason, Skipped, Unsure, Visit, Works
from reviewer.store import facts, tables

CHUNK: Final = 500
"""Values in one IN list: well below the limits of both databases."""


_TOLD: Final = ("state", "due", "last_reviewed", "fingerprint")
"""What the history of a page tells: a row of it is added when one of these changed."""

_SAME: Final = ("site", "etag", "last_modified", "body_hash", "reader")
"""When these are as before, so are the facts: the same bytes were read by the same reader."""


def url_hash(url: str) -> str:
    """What ``urls.hash`` holds."""
    return hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def intern(connection: sa.Connection, wanted: Iterable[str]) -> dict[str, int]:
    """The number of each URL; URLs that are new get one."""
    by_hash = {url_hash(url): url for url in wanted}
    found = _numbers(connection, list(by_hash))
    missing = [{"url": facts.clean(url), "hash": key} for key, url in by_hash.items() if key not in found]
    if missing:
        connection.execute(tables.urls.insert(), missing)
        found |= _numbers(connection, [key for key in by_hash if key not in found])
    return {url: found[key] for key, url in by_hash.items()}


def _numbers(connection: sa.Connection, hashes: list[str]) -> dict[str, int]:
    """The numbers of the URLs that are known, by hash."""
    return {
        row.hash: row.id
        for chunk in _chunks(hashes)
        for row in connection.execute(sa.select(tables.urls.c.id, tables.urls.c.hash).where(tables.urls.c.hash.in_(chunk)))
    }


def save(
    connection: sa.Connection,
    looked: Looked,
    *,
    run: int,
    now: dt.datetime,
    reading_version: str,
    believed: AbstractSet[str] = frozenset(),
) -> None:
    """Keep one look. A page that could not be read keeps the facts of the last time; what was not looked at is untouched, and so is a link
    whose last visit was ``believed``."""
    visits = {url: visit for url, visit in looked.visits.items() if url not in believed and not _nothing_asked(visit)}
    numbers = intern(connection, [*looked.pages, *visits])
    _save_pages(connection, looked, numbers, run=run, now=now, reading_version=reading_version)
    _save_visits(connection, visits, numbers, run=run, now=now)
    verdicts = dict.fromkeys(facts.VERDICTS, 0)
    for visit in looked.visits.values():
        verdicts[visit.verdict] += 1
    unread = sum(page.state is not PageState.READ for page in looked.pages.values())
    read = sum(page.state is PageState.READ and not page.sheet for page in looked.pages.values())
    connection.execute(tables.runs.update().where(tables.runs.c.id == run).values(pages=read, unread=unread, **verdicts))


def _nothing_asked(visit: Visit) -> bool:
    """A link that is no link on the network (``data:``, ``javascript:``) has no history."""
    return isinstance(visit, Skipped) and visit.reason is Reason.OTHER_SCHEME


def _save_pages(
    connection: sa.Connection, looked: Looked, numbers: Mapping[str, int], *, run: int, now: dt.datetime, reading_version: str
) -> None:
    """Insert new pages, update the others, and add to the history what changed."""
    table = tables.pages
    before = {row.url_id: row._asdict() for row in connection.execute(sa.select(*(table.c[name] for name in ("url_id", *_TOLD, *_SAME))))}
    new, read, unread, same, changes = [], [], [], [], []
    for url, page in looked.pages.items():
        number, is_read, was = numbers[url], page.state is PageState.READ, before.get(numbers[url])
        row = _page_row(page, looked.known.get(url), site=looked.site_of.get(url, ""), reading_version=reading_version)
        if is_read and was and row["body_hash"] and all(row[name] == was[name] for name in ("state", *_SAME)):
            same.append(number)
            continue
        seen = {"facts": facts.packed(facts.encode(page)) if is_read else None, "last_read": now if is_read else None, "last_seen": now}
        if was is None:
            new.append({"url_id": number, "first_seen": now, **row, **seen})
        elif is_read:
            read.append({"number": number, **row, **seen})
        else:
            unread.append({"number": number, "state": row["state"], "last_seen": now})
        kept = row if was is None or is_read else {**was, "state": row["state"]}
        if was is None or any(was[name] != kept[name] for name in _TOLD):
            changes.append({"url_id": number, "run_id": run, "at": now} | {name: kept[name] for name in _TOLD})
    if new:
        connection.execute(table.insert(), new)
    for rows in (read, unread):
        _rewrite(connection, table, rows)
    for chunk in _chunks(same):
        connection.execute(table.update().where(table.c.url_id.in_(chunk)).values(last_read=now, last_seen=now))
    if changes:
        connection.execute(tables.page_changes.insert(), changes)


def _rewrite(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    """Update rows by the ``number`` of their URL; all of them have the same columns."""
    if rows:
        values: dict[str, Any] = {name: sa.bindparam(name) for name in rows[0] if name != "number"}
        connection.execute(table.update().where(table.c.url_id == sa.bindparam("number")).values(values), rows)


def _page_row(page: Page, known: Known | None, *, site: str, reading_version: str) -> dict[str, Any]:
    """The columns of a page, without its facts and moments."""
    due, reviewed = page.claim(DateKind.DUE), page.claim(DateKind.LAST_REVIEWED)
    return {
        "site": facts.clean(site),
        "state": page.state.value,
        "title": facts.clean(page.title),
        "due": str(due.date) if due else None,
        "last_reviewed": str(reviewed.date) if reviewed else None,
        "fingerprint": facts.clean(page.fingerprint),
        "etag": facts.clean(known.etag) if known else None,
        "last_modified": facts.clean(known.last_modified) if known else None,
        "body_hash": known.body_hash if known else None,
        "reader": reading_version,
    }


def _save_visits(connection: sa.Connection, visits: Mapping[str, Visit], numbers: Mapping[str, int], *, run: int, now: dt.datetime) -> None:
    """Insert new visits, rewrite changed ones with one more observation, and only date those that came out the same, but for the moment
    until which a server asked us to wait."""
    table = tables.visits
    told = ("verdict", "reason", "status", "target")
    waiting = {url for url, visit in visits.items() if isinstance(visit, Unsure) and visit.until is not None}
    before = {row.url_id: tuple(row)[1:] for row in connection.execute(sa.select(table.c.url_id, *(table.c[name] for name in told)))}
    new, changed, renewed, same = [], [], [], []
    for url, visit in visits.items():
        number, says = numbers[url], _says(visit)
        was = before.get(number)
        if was is None:
            new.append({"url_id": number, "since": now, "checked": now, **says, "evidence": _evidence(visit)})
        elif was != tuple(says[name] for name in told):
            changed.append({"number": number, "since": now, "checked": now, **says, "evidence": _evidence(visit)})
        elif url in waiting:
            renewed.append({"number": number, "checked": now, "evidence": _evidence(visit)})
        else:
            same.append(number)
    if new:
        connection.execute(table.insert(), new)
    for rows in (changed, renewed):
        _rewrite(connection, table, rows)
    for chunk in _chunks(same):
        connection.execute(table.update().where(table.c.url_id.in_(chunk)).values(checked=now))
    seen = [
        {
            "url_id": row.get("url_id", row.get("number")),
            "at": now,
            "run_id": run,
            **{name: row[name] for name in ("verdict", "reason", "status")},
        }
        for row in (*new, *changed)
    ]
    if seen:
        connection.execute(tables.observations.insert(), seen)


def _says(visit: Visit) -> dict[str, Any]:
    """The columns of a visit in which a change is told."""
    evidence = None if isinstance(visit, Skipped) else visit.evidence
    target = visit.to if isinstance(visit, Moved) else evidence.final_url if evidence and evidence.final_url != visit.url else None
    return {
        "verdict": visit.verdict,
        "reason": visit.reason.value,
        "status": evidence.status if evidence else None,
        "target": facts.clean(target),
    }


def _evidence(visit: Visit) -> str:
    """The whole visit. Anchors of foreign pages are not kept: they may be thousands, and no check asks for them later."""
    return facts.encode(dataclasses.replace(visit, anchors=None) if isinstance(visit, Works | Moved) else visit)


@dataclasses.dataclass(frozen=True, slots=True)
class Remembered:
    """What the state knows of all pages, by URL: ``pages`` as ``pages`` gives them, ``known`` for the next crawl (the same objects; without
    validators when another version or other hints read the page: then it is parsed anew), and the name of each page's site."""

    pages: Mapping[str, Page]
    known: Mapping[str, Known]
    site_of: Mapping[str, str]


def remembered(
    connection: sa.Connection, *, reading_version: str, keep: Callable[[Page, int], Page], names: Collection[str] | None = None
) -> Remembered:
    """All pages, or those of the sites with these ``names``, each decoded once. ``keep(page, number)`` makes of each what is held in
    memory."""
    table = tables.pages
    columns = (table.c[name] for name in ("state", "site", "facts", "etag", "last_modified", "body_hash", "reader"))
    chosen = sa.select(tables.urls.c.url, *columns).join(tables.urls, tables.urls.c.id == table.c.url_id)
    if names is not None:
        chosen = chosen.where(table.c.site.in_([facts.clean(name) for name in names]))
    pages: dict[str, Page] = {}
    known: dict[str, Known] = {}
    site_of: dict[str, str] = {}
    for url, state, site, text, etag, modified, digest, by in connection.execute(chosen.order_by(tables.urls.c.url)):
        page = facts.page(text) if text else None
        if page is not None:
            page = keep(page, len(pages))
            known[url] = Known(page, etag, modified, digest) if by == reading_version else Known(page)
        pages[url] = _as_of_now(url, page, state)
        site_of[url] = site
    return Remembered(pages, known, site_of)


def _as_of_now(url: str, page: Page | None, state: str) -> Page:
    """A page with the state of the last look and the facts of the last time it was read."""
    found = page or Page(url)
    return found if found.state.value == state else dataclasses.replace(found, state=PageState(state))


def pages(connection: sa.Connection, since: dt.datetime | None) -> dict[str, Page]:
    """Every page by URL, or those that a run looked at ``since`` or later. A page that could not be read the last time has that state, and
    the facts of the last time it was read."""
    table = tables.pages
    chosen = sa.select(tables.urls.c.url, table.c.state, table.c.facts).join(tables.urls, tables.urls.c.id == table.c.url_id)
    if since is not None:
        chosen = chosen.where(table.c.last_seen >= since)
    rows = connection.execute(chosen.order_by(tables.urls.c.url))
    return {url: _as_of_now(url, facts.page(text) if text else None, state) for url, state, text in rows}


def sites(connection: sa.Connection) -> dict[str, str]:
    """The site's name of every page, by the page's URL."""
    rows = connection.execute(
        sa.select(tables.urls.c.url, tables.pages.c.site).join(tables.urls, tables.urls.c.id == tables.pages.c.url_id)
    )
    return {url: site for url, site in rows}  # noqa: C416 - dict() of rows has no types


def visits(connection: sa.Connection, since: dt.datetime | None, until: dt.datetime | None = None) -> dict[str, Visit]:
    """The last visit of every link by URL, or of those that were visited from ``since`` to ``until``."""
    table = tables.visits
    chosen = sa.select(tables.urls.c.url, table.c.verdict, table.c.evidence).join(tables.urls, tables.urls.c.id == table.c.url_id)
    if since is not None:
        chosen = chosen.where(table.c.checked >= since)
    if until is not None:
        chosen = chosen.where(table.c.checked <= until)
    return {url: visit for url, verdict, text in connection.execute(chosen) if (visit := facts.visit(verdict, text)) is not None}


def visits_of(connection: sa.Connection, wanted: Iterable[str], since: dt.datetime, until: dt.datetime) -> dict[str, Visit]:
    """The last visits of these links, as far as they were made from ``since`` to ``until``."""
    table = tables.visits
    chosen = sa.select(tables.urls.c.url, table.c.verdict, table.c.evidence).join(tables.urls, tables.urls.c.id == table.c.url_id)
    chosen = chosen.where(table.c.checked >= since, table.c.checked <= until)
    return {
        url: visit
        for chunk in _chunks([url_hash(url) for url in wanted])
        for url, verdict, text in connection.execute(chosen.where(tables.urls.c.hash.in_(chunk)))
        if (visit := facts.visit(verdict, text)) is not None
    }


def waiting(connection: sa.Connection, now: dt.datetime, most: dt.timedelta) -> dict[str, Unsure]:
    """The links whose servers asked not to be asked before a moment that is to come, as they stand in a look that leaves them alone.

    A moment more than ``most`` away is none that we wrote: a clock was wrong.
    """
    table = tables.visits
    chosen = sa.select(tables.urls.c.url, table.c.evidence).join(tables.urls, tables.urls.c.id == table.c.url_id)
    found = {}
    dated = table.c.evidence.not_like('%"until":null%')  # the others are not worth decoding
    for url, text in connection.execute(chosen.where(table.c.verdict == "unsure", dated)):
        visit = facts.visit("unsure", text)
        if isinstance(visit, Unsure) and visit.until is not None and now < visit.until <= now + most:
            found[url] = dataclasses.replace(visit, reason=Reason.RATE_LIMITED, evidence=dataclasses.replace(visit.evidence, status=None))
    return found


def answered(connection: sa.Connection) -> frozenset[str]:
    """The hosts that ever gave an answer over HTTP, whatever it was."""
    seen, now, urls = tables.observations, tables.visits, tables.urls
    ids = sa.union(*(sa.select(t.c.url_id).where(t.c.status.is_not(None) | t.c.verdict.in_(("works", "moved"))) for t in (seen, now)))
    rows = connection.execute(sa.select(urls.c.url).where(urls.c.id.in_(ids))).scalars()
    return frozenset(host for url in rows if (host := urlsplit(url).hostname))


def failing_since(connection: sa.Connection) -> dict[str, dt.datetime]:
    """Since when each link that fails now has failed, whatever its reasons were: its first observation after the last good one."""
    seen, now, urls = tables.observations, tables.visits, tables.urls
    fails = ("broken", "unsure")
    good = (
        sa.select(seen.c.url_id, sa.func.max(seen.c.at).label("at")).where(seen.c.verdict.in_(("works", "moved"))).group_by(seen.c.url_id)
    ).subquery()
    query = (
        sa.select(urls.c.url, sa.func.min(seen.c.at, type_=tables.Moment()))
        .join(now, now.c.url_id == seen.c.url_id)
        .join(urls, urls.c.id == seen.c.url_id)
        .join(good, good.c.url_id == seen.c.url_id, isouter=True)
        .where(now.c.verdict.in_(fails), seen.c.verdict.in_(fails), sa.or_(good.c.at.is_(None), seen.c.at > good.c.at))
        .group_by(urls.c.url)
    )
    return {url: moment for url, moment in connection.execute(query)}  # noqa: C416 - dict() of rows has no types


def _chunks(values: list[Any]) -> Iterable[list[Any]]:
    """The values in pieces that fit into one statement."""
    return (values[at : at + CHUNK] for at in range(0, len(values), CHUNK))
