"""Since when a link fails: what ends an outage that is none."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reviewer.model import Broken, Looked, Reason, Unsure, Visit, Works
from reviewer.store import Store
from tests.makers import NOW


def test_failing_is_counted_from_the_last_good_answer_whatever_the_reason(tmp_path: Path) -> None:
    """Refused, then taken as down, then silent: one failure since its first day; what works now does not fail."""
    a, b, c = "https://a.example/", "https://b.example/", "https://c.example/"
    days: list[dict[str, Visit]] = [
        {a: Works(a), b: Broken(b, Reason.REFUSED), c: Broken(c, Reason.REFUSED)},
        {a: Broken(a, Reason.REFUSED), b: Unsure(b, Reason.HOST_DOWN), c: Works(c)},
        {a: Unsure(a, Reason.HOST_DOWN), b: Broken(b, Reason.TIMEOUT), c: Works(c)},
    ]
    with Store.open(tmp_path / "state.sqlite3") as store:
        for day, visits in enumerate(days):
            now = NOW + dt.timedelta(days=day)
            run = store.begin_run("run", now=now, as_of=now.date())
            store.commit_look(Looked({}, {}, visits), {}, run=run, now=now)
        assert store.failing_since() == {a: NOW + dt.timedelta(days=1), b: NOW}
