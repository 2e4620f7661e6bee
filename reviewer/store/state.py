"""The state: page facts, link history, issues, outbox, runs. One transaction for each thing that must happen as a whole.

Longer than 300 lines: it is the list of what can be asked of the state, a few lines each; the work is done in the files beside it.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

import msgspec
import sqlalchemy as sa

from reviewer import __version__
from reviewer.model import Issue, Looked, Message, Page, Unsure, Visit
from reviewer.store import care, forgetting, issues, looks, migrating, opening, outbox, runs, seals, tables, tidying, unheard
from reviewer.store.failures import Locked as Locked
from reviewer.store.failures import StateFailed as StateFailed
from reviewer.store.failures import StateRefused as StateRefused
from reviewer.store.locking import lock as lock
from reviewer.store.looks import Remembered as Remembered
from reviewer.store.runs import Run as Run
from reviewer.store.unheard import Unheard as Unheard


class Store:
    """An open state. A context manager; made by ``Store.open``."""

    def __init__(self, engine: sa.Engine, at: str, *, reading_version: str) -> None:
        """Take an engine on a state that is at this version."""
        self.engine = engine
        self.at = at
        self.reading_version = reading_version
        self.inode: tuple[int, int] | None = None
        self._told_of_itself: dict[str, str] = {}
        self._handed: dict[str, Visit] = {}
        self._waiting: dict[str, Visit] = {}

    @classmethod
    def open(
        cls, at: str | os.PathLike[str], *, reading_version: str = __version__, now: dt.datetime | None = None, room: bool = True
    ) -> Self:
        """Open the state at a path (made when absent) or a ``postgresql://`` URL, whole and at this version.

        ``reading_version`` names what reads pages (the version, and what of the config changes what is read): facts of another one are
        still known, but their pages are parsed anew. ``room=False`` opens a state on a full disk, for looking only. A migration is
        preceded by a backup beside the file. Raises ``StateRefused`` with what is the matter and what to do.
        """
        at, now = os.fspath(at), now or dt.datetime.now(dt.UTC)
        shown = opening.shown(at)
        path = None if opening.is_postgres(at) else Path(at).absolute()
        if path is None:
            engine = opening.postgres_engine(at)
        else:
            opening.check_folder(path)
            if room:
                opening.check_place(path)
            opening.check_file(path)
            opening.check_there(path)
            opening.make_private(path)
            opening.mend_shared_memory(path)
            engine = opening.sqlite_engine(path)
        store = cls(engine, at, reading_version=reading_version)
        try:
            with _told(shown, path):
                if path is not None:
                    opening.check_whole(engine, path)
                with store.read() as connection:
                    found = migrating.version(connection)
                migrating.check_version(found, shown, __version__)
                if found != migrating.HEAD:
                    if found is not None and path is not None:
                        care.backup(engine, path.with_name(f"{path.name}.before-{migrating.HEAD}-{now:%Y%m%dT%H%M%SZ}.backup"))
                    with store.write() as connection:
                        migrating.migrate(connection, program=__version__, now=now)
                if path is not None:
                    opening.remember(path, store.installation)
        except BaseException:
            engine.dispose()
            raise
        store.inode = _inode(path)
        return store

    def check_there(self) -> None:
        """Look whether the file that is open still stands in its place. Raises ``StateRefused`` when it is gone or was replaced."""
        path = None if opening.is_postgres(self.at) else Path(self.at).absolute()
        if path is not None and self.inode != (found := _inode(path)):
            was = "is gone" if found is None else "was replaced"
            raise StateRefused(
                f"The state {path} {was} while this program ran. Stop it, put the state or its newest backup in its place, and start it "
                "again."
            )

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextlib.contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A connection for looking: one consistent snapshot, never waits for a writer."""
        with _told(opening.shown(self.at), None), self.engine.connect().execution_options(reads_only=True) as connection:
            yield connection

    @contextlib.contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """One transaction, on disk when the block is left; undone as a whole when it raises. Raises ``StateFailed`` when the disk does."""
        with _told(opening.shown(self.at), None), self.engine.begin() as connection:
            yield connection

    # --- looks -------------------------------------------------------------------------------------------------------

    def remembered(
        self, keep: Callable[[Page, int], Page] = lambda page, _number: page, names: Collection[str] | None = None
    ) -> Remembered:
        """What is known of all pages, or of those of the sites with these ``names``, each decoded once. ``keep`` makes of a page, with its
        number, what is held in memory."""
        with self.read() as connection:
            return looks.remembered(connection, reading_version=self.reading_version, keep=keep, names=names)

    def pages(self, since: dt.datetime | None = None) -> dict[str, Page]:
        """Every page by URL, or those that were looked at ``since`` or later. A page that could not be read the last time has that state,
        and the facts of the last time it was read."""
        with self.read() as connection:
            return looks.pages(connection, since)

    def sites(self) -> dict[str, str]:
        """The site's name of every page, by the page's URL (``Looked.site_of``)."""
        with self.read() as connection:
            return looks.sites(connection)

    def answered(self) -> frozenset[str]:
        """The hosts that ever gave an answer over HTTP: only such a one can fall silent."""
        with self.read() as connection:
            return looks.answered(connection)

    def failing_since(self) -> dict[str, dt.datetime]:
        """Since when each link that does not work now has not worked, by its URL: a host that fails for longer than an outage is dead."""
        with self.read() as connection:
            return looks.failing_since(connection)

    def visits(self, since: dt.datetime | None = None, until: dt.datetime | None = None) -> dict[str, Visit]:
        """The last visit of every link, or of those that were visited from ``since`` to ``until``. Anchors of foreign pages are not kept.

        A visit that is handed out here and comes back in ``commit_look`` (the same object: it was believed, not made) is not dated anew.
        """
        with self.read() as connection:
            found = looks.visits(connection, since, until)
        if since is not None:
            self._handed |= found
        return found

    def visits_of(self, wanted: Iterable[str], since: dt.datetime, until: dt.datetime) -> dict[str, Visit]:
        """The last visits of these links, as far as they were made from ``since`` to ``until``."""
        with self.read() as connection:
            return looks.visits_of(connection, wanted, since, until)

    def unsettled(self, names: Collection[str]) -> frozenset[str]:
        """The pages of the sites with these ``names`` of which an issue is not resolved."""
        with self.read() as connection:
            return issues.unsettled(connection, names)

    def waiting(self, now: dt.datetime, most: dt.timedelta) -> dict[str, Unsure]:
        """The links that are not to be asked yet, because their servers asked for time until a moment after ``now``, and at most ``most``
        after it: each as a look keeps it that leaves it alone. One that comes back in ``commit_look`` stays as it was."""
        with self.read() as connection:
            found = looks.waiting(connection, now, most)
        self._waiting |= found
        return found

    def commit_look(
        self,
        looked: Looked,
        found: Mapping[str, Issue],
        *,
        run: int,
        now: dt.datetime,
        period: tuple[str, str] | None = None,
        figures: Mapping[str, int] | None = None,
        before: Mapping[str, Issue] = MappingProxyType({}),
        also: Callable[[sa.Connection], None] | None = None,
    ) -> None:
        """Keep a look and the issues that were settled from it, mark its period ``(kind, period)`` as done, and do what ``also`` does: all
        or nothing. ``figures`` are those that the reports show (columns of ``runs``); without them the look's own visits are counted. Of
        issues that are as they were ``before``, when they were loaded, nothing is written."""
        with self.write() as connection:
            believed = {url for url, visit in looked.visits.items() if visit is self._handed.get(url) or visit is self._waiting.get(url)}
            looks.save(connection, looked, run=run, now=now, reading_version=self.reading_version, believed=believed)
            issues.save(connection, found, before)
            runs.count_issues(connection, run)
            if figures:
                runs.count(connection, run, figures)
            if period:
                runs.mark(connection, *period, run=run, now=now)
            if also:
                also(connection)
        self._handed.clear()
        self._waiting.clear()

    # --- issues and messages -----------------------------------------------------------------------------------------

    def issues(self) -> dict[str, Issue]:
        """All issues by id, each with its history."""
        with self.read() as connection:
            return issues.load(connection)

    def save_issues(self, changed: Mapping[str, Issue]) -> None:
        """Keep issues that a person changed."""
        with self.write() as connection:
            issues.save(connection, changed)

    def prepare(
        self,
        messages: Sequence[Message],
        told: Mapping[str, Issue],
        *,
        now: dt.datetime,
        run: int | None = None,
        period: tuple[str, str] | None = None,
        preview: bool = False,
    ) -> None:
        """Put messages with their final bytes into the outbox, mark the issues in them as told, and the period as done: all or nothing.

        ``preview``: they are for a folder, and do not leave the house.
        """
        with self.write() as connection:
            outbox.put(connection, messages, now, preview=preview)
            issues.save(connection, told)
            if period:
                runs.mark(connection, *period, run=run, now=now)

    # --- runs and periods --------------------------------------------------------------------------------------------

    @property
    def installation(self) -> str:
        """The random id that this state was given when it was made."""
        return self._about("installation")

    @property
    def created(self) -> dt.datetime:
        """When this state was made (UTC)."""
        return dt.datetime.fromisoformat(self._about("created"))

    def _about(self, key: str) -> str:
        """One thing that the state says of itself; it never changes, and the schedule asks at every tick."""
        if key not in self._told_of_itself:
            with self.read() as connection:
                found = connection.execute(sa.select(tables.about.c.value).where(tables.about.c.key == key)).scalar_one()
            self._told_of_itself[key] = str(found)
        return self._told_of_itself[key]

    def begin_run(self, kind: str, *, now: dt.datetime, as_of: dt.date) -> int:
        """Write down that a run begins; returns its number. The caller holds the lock."""
        with self.write() as connection:
            return runs.begin(connection, kind=kind, now=now, as_of=as_of)

    def bury_killed(self) -> None:
        """Write down that runs that never ended were killed. The caller holds the lock."""
        with self.write() as connection:
            runs.bury(connection)

    def check_clock(self, now: dt.datetime) -> None:
        """Compare the clock with the last run's. Raises ``StateRefused`` when ``now`` is before it, or more than two months after it."""
        last = next(iter(self.runs(1)), None)
        if last is not None:
            runs.check_clock(now, last.started)

    def end_run(self, run: int, outcome: str, *, now: dt.datetime, says: str = "", notes: Iterable[str] = (), messages: int = 0) -> None:
        """Write down how a run ended: ``done``, ``incomplete``, ``interrupted`` or ``failed``."""
        with self.write() as connection:
            runs.end(connection, run, outcome=outcome, says=says, notes=tuple(notes), messages=messages, now=now)

    def runs(self, limit: int | None = None) -> tuple[Run, ...]:
        """All runs, or the last ``limit`` of them, oldest first."""
        with self.read() as connection:
            return runs.load(connection, limit)

    def seal(self) -> tuple[str, str]:
        """Hashes of all that a report shows of the state, but for its runs: while they are the same, so is the report of a day. The second
        is of how often what is not certain yet was seen; the first of everything else."""
        with self.read() as connection:
            return seals.seal(connection)

    def counts(self) -> dict[str, dict[str, int]]:
        """How many there are of what: ``issues`` and ``messages`` by state, ``runs`` by outcome."""
        of = {"issues": tables.issues.c.state, "messages": tables.outbox.c.state, "runs": tables.runs.c.outcome}
        with self.read() as connection:
            return {name: runs.counts(connection, column) for name, column in of.items()}

    @property
    def outbox(self) -> outbox.Outbox:
        """The messages, and where each stands on its way."""
        return outbox.Outbox(self.read, self.write)

    def unheard(self, before: dt.datetime, now: dt.datetime) -> tuple[Unheard, ...]:
        """Readers whose message about something that is still open was written down earlier than ``before`` and has not gone at ``now``."""
        with self.read() as connection:
            return unheard.unheard(connection, before, now)

    def untold(self, before: dt.datetime) -> int:
        """How many issues have been open since earlier than ``before`` and stand in no message."""
        with self.read() as connection:
            return unheard.untold(connection, before)

    def pending(self, now: dt.datetime) -> int:
        """How many messages of the outbox could go now."""
        table = tables.outbox
        come = table.c.next_try.is_(None) | (table.c.next_try <= now) | (table.c.next_try > now + outbox.LONGEST_PAUSE)
        waiting = table.c.state.in_([state.value for state in outbox.WAITING]) & come
        with self.read() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(table).where(waiting)).scalar_one()

    def periods_done(self, kind: str) -> frozenset[str]:
        """The periods (days, ISO) of that kind that are done."""
        with self.read() as connection:
            return runs.done(connection, kind)

    def last_done(self, kind: str, until: dt.datetime | None = None) -> dt.datetime | None:
        """When a period of that kind was last done, and not later than ``until``: None when none was."""
        with self.read() as connection:
            return runs.last_done(connection, kind, until)

    def mark_period(self, kind: str, period: str, *, now: dt.datetime, run: int | None = None) -> None:
        """That period is done; marking it again changes nothing."""
        with self.write() as connection:
            runs.mark(connection, kind, period, run=run, now=now)

    # --- care --------------------------------------------------------------------------------------------------------

    def backup(self, to: Path) -> None:
        """Copy the state to a file that does not exist yet. Raises ``StateRefused``."""
        care.backup(self.engine, to)

    def check(self) -> care.Checked:
        """Look at the whole state for faults."""
        with self.read() as connection:
            return care.check(connection, shown=opening.shown(self.at), version=migrating.HEAD)

    def export(self) -> Iterator[str]:
        """Every row as one line of JSON."""
        with self.read() as connection:
            yield from care.export(connection)

    def tidy(self, *, now: dt.datetime, keep_days: int) -> int:
        """Let go of history older than ``keep_days``; returns how many rows went."""
        with self.write() as connection:
            return tidying.tidy(connection, now=now, keep_days=keep_days)

    def forget(self, address: str) -> forgetting.Forgotten:
        """Remove an e-mail address from the state, and from the free space of its file."""
        with self.write() as connection:
            done = forgetting.forget(connection, address)
        with _told(opening.shown(self.at), None):
            care.vacuum(self.engine)
        return done


def _inode(path: Path | None) -> tuple[int, int] | None:
    """Which file stands at a path: None when there is none."""
    try:
        found = path.stat() if path is not None else None
    except FileNotFoundError:
        return None
    return (found.st_dev, found.st_ino) if found else None


@contextlib.contextmanager
def _told(shown: str, path: Path | None) -> Iterator[None]:
    """Say what a database error means to the person who must act."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        says = str(error.orig).strip()
        if opening.is_damage(says):
            raise StateRefused(opening.damaged(path or Path(shown), says)) from error
        raise StateFailed(opening.failed(shown, says)) from error
    except msgspec.MsgspecError as error:
        raise StateRefused(f"The state {shown} holds something that cannot be read ({error}). See `reviewer state check`.") from error


def begin(at: str, *, again: bool) -> str:
    """Make a new state; ``again``: although one was here. Returns its installation's id. Raises ``StateRefused`` when one is there."""
    path = None if opening.is_postgres(at) else Path(at).absolute()
    if path is not None and path.exists() and path.stat().st_size:
        raise StateRefused(f"There is a state at {path}. Take it away first, if you mean to begin anew.")
    if path is not None and again:
        for old in (path, opening.remembered(path)):
            old.unlink(missing_ok=True)
    with Store.open(at) as store:
        return store.installation
