"""A fleet in this process: a state, a config, and hands that do one job at a time, without procrastinate's worker."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from reviewer import fleet
from reviewer.fleet import parts, periods, queue, settling, tables
from reviewer.look import Silent, reading_version
from reviewer.settings import Config
from reviewer.store import Store
from tests.fleet.estate import NOON, loaded, named, written
from tests.fleet.origin import Web, serving


@dataclass
class Fleet:
    """What a test does with a fleet. ``passed`` is how much time has passed besides that of the machine's clock."""

    web: Web
    config: Config
    store: Store
    passed: dt.timedelta = field(default_factory=dt.timedelta)

    def clock(self) -> dt.datetime:
        """The time by which deadlines go."""
        return dt.datetime.now(dt.UTC) + self.passed

    def begin(self, day: int = 0, *, digest: bool = True) -> fleet.Period:
        """Hand out a period."""
        now = NOON + dt.timedelta(days=day)
        name = now.date().isoformat() if digest else None
        period, new = fleet.begin(
            self.config,
            self.store,
            now=now,
            today=now.date(),
            clock=self.clock(),
            check=now.date().isoformat(),
            digest=name,
            send_first=True,
        )
        assert new
        return period

    def hand(self, name: str = "one") -> parts.Hand:
        """A worker's hand."""
        return parts.Hand(self.config, self.store, name, Silent(), self.clock)

    def waiting(self, task: str | None = None) -> list[tuple[str, dict[str, Any]]]:
        """The jobs that wait, each with its task and what it is about, in the order in which they are taken."""
        query = "SELECT task_name, args FROM procrastinate_jobs WHERE status = 'todo' ORDER BY priority DESC, id"
        with self.store.read() as connection:
            rows = [(str(name), dict(args)) for name, args in connection.execute(sa.text(query))]
        return [row for row in rows if task in {None, row[0]}]

    def take(self, task: str | None = None) -> tuple[str, dict[str, Any]] | None:
        """Take the next job out of the queue."""
        found = next(iter(self.waiting(task)), None)
        if found is not None:
            with self.store.write() as connection:
                one = "SELECT id FROM procrastinate_jobs WHERE status = 'todo' AND task_name = :task ORDER BY priority DESC, id LIMIT 1"
                connection.execute(sa.text(f"DELETE FROM procrastinate_jobs WHERE id = ({one})"), {"task": found[0]})
        return found

    def do(self, task: str | None = None, *, most: int = 1000) -> int:
        """Do what waits until nothing does; says how many jobs that were."""
        done = 0
        while done < most and (job := self.take(task)) is not None:
            name, about = job
            if name == queue.SETTLE:
                settling.settle(self.hand(), about["period"])
            else:
                {queue.LOOK: parts.look, queue.VISIT: parts.visit}[name](self.hand(), about["period"], about["lane"])
            done += 1
        return done

    def now(self) -> periods.Period:
        """The period that was opened last."""
        with self.store.read() as connection:
            found = periods.latest(connection)
        assert found is not None
        return found

    def rows(self, table: sa.Table) -> list[dict[str, Any]]:
        """The rows of one of the fleet's tables."""
        with self.store.read() as connection:
            return [dict(row) for row in connection.execute(sa.select(table)).mappings()]

    def lane(self, number: int) -> str:
        """The lane of one site."""
        return f"host:{self.web.site(number)}"

    def with_network(self, **changes: Any) -> Config:
        """The config with other settings of [network]."""
        return replace(self.config, network=replace(self.config.network, **changes))

    def by_mail(self) -> Config:
        """The config with messages that leave the house, to a port where nobody listens."""
        return replace(self.config, email=replace(self.config.email, via="smtp://127.0.0.1:9"))

    def wait_for_a_person(self) -> None:
        """Do a period by mail whose first digests nobody has let go."""
        self.config = self.by_mail()
        self.begin()
        with self.store.write() as connection:
            connection.execute(tables.periods.update().values(send_first=False))
        self.do()

    def without_sites(self) -> Config:
        """The config without any site."""
        return replace(self.config, sites=())

    def as_set(self, **changes: Any) -> None:
        """Change settings of [fleet]."""
        self.config = replace(self.config, fleet=replace(self.config.fleet, **changes))


@contextmanager
def at_work(folder: Path, at: str, web: Web, *, paces: str = "") -> Iterator[Fleet]:
    """A fleet on a new state, with its sites served."""
    with serving(web):
        config = loaded(written(folder, web, at, paces=paces))
        with Store.open(at, reading_version=reading_version(config), now=NOON) as store:
            named(store)
            fleet.set_up(store)
            yield Fleet(web, config, store)


__all__ = ["Fleet", "at_work", "tables"]
