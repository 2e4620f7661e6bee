"""What the checks made of the pages in the last run, by the state: what share each flags, and which is noise here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from reviewer import store
from reviewer.doctor.line import Line, Mark
from reviewer.model import IssueState
from reviewer.report import quieter, share_of_pages
from reviewer.settings import Config
from reviewer.store import StateFailed, StateRefused, Store


def checks(config: Config) -> Iterator[Line]:
    """One line with the share of each check, and one for each that is noise; none before the first run, or when the state is not to be
    looked into: what is wrong with it has been said."""
    try:
        if not _current(config.state.at):
            return
        with Store.open(config.state.at, room=False) as opened:
            issues, runs = opened.issues(), opened.runs(1)
    except (StateFailed, StateRefused, sa.exc.DBAPIError):
        return
    found = share_of_pages(
        (issue.finding for issue in issues.values() if issue.state in {IssueState.OPEN, IssueState.SUSPECTED}),
        runs[-1].pages if runs else 0,
    )
    if not found:
        return
    yield Line(Mark.FINE, "checks", f"of the pages, each flags: {', '.join(map(str, found))}")
    for said in quieter(found, config.skip):
        noise, _, todo = said.partition(" To switch")
        yield Line(Mark.NOTE, "checks", noise, f"To switch{todo}")


def _current(at: str) -> bool:
    """Whether there is a state of this version: to look into an older one would bring it up to date."""
    if not store.is_postgres(at):
        if not Path(at).is_file():
            return False
        store.check_file(Path(at))
    engine = store.postgres_engine(at) if store.is_postgres(at) else store.sqlite_engine(Path(at))
    try:
        with engine.connect().execution_options(reads_only=True) as connection:
            return store.version(connection) == store.HEAD
    finally:
        engine.dispose()
