"""What a run takes on trust from an earlier one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reviewer.console.progress import Counting
from reviewer.run import run
from reviewer.settings import Config, Network, Pace, Site
from reviewer.store import Store
from tests.links_origin.case import Reply, page
from tests.links_origin.origin import Origin

NOON = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)


def asked_in_runs(folder: Path, *hours: int) -> list[set[tuple[str, str]]]:
    """What runs ask for, so many hours after noon, of a site with an image, a file and a page beside it, and a link to another site."""
    links = b'<img src="/pic.png" alt="x"> <a href="/file.zip">f</a> <a href="/beside">b</a> <a href="$OTHER/fine">f</a></body>'
    answers = {
        ("MAIN", "/"): Reply(200, page("Home").replace(b"</body>", links)),
        ("MAIN", "/pic.png"): Reply(200, b"x", kind="image/png"),
        ("MAIN", "/file.zip"): Reply(200, b"x", kind="application/zip"),
        ("MAIN", "/beside"): Reply(200, page("Beside")),
        ("OTHER", "/fine"): Reply(200, page("Fine")),
    }
    found = []
    with Origin(answers, folder) as origin, Store.open(folder / "state.sqlite3", now=NOON) as store:
        pace = Pace(4, 0.0)
        network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),), pace=pace, own_pace=pace)
        home = f"{origin.places['MAIN']}/"
        config = Config(sites=(Site("site", (home,), within=(home,), sitemap=False),), network=network)
        for hour in hours:
            origin.asked.clear()
            now = NOON + dt.timedelta(hours=hour)
            run(config, store, now=now, today=now.date(), progress=Counting())
            found.append({(host, path) for host, _, path, _ in origin.asked if path != "/robots.txt"})
    return found


OURS = {("MAIN", "/"), ("MAIN", "/pic.png"), ("MAIN", "/file.zip"), ("MAIN", "/beside")}
THEIRS = {("OTHER", "/fine")}


def test_good_links_of_others_are_believed_for_a_while_and_ours_never(tmp_path: Path) -> None:
    """A good link to another site is asked again after ``trusted_hours``; whatever is on our own hosts (images, files, pages beside the
    site) is asked in every run."""
    assert asked_in_runs(tmp_path, 0, 19, 21) == [OURS | THEIRS, OURS, OURS | THEIRS]


def test_a_visit_of_the_future_is_not_believed(tmp_path: Path) -> None:
    """A clock that ran ahead dated a visit: it is made again, and believed from then on."""
    assert asked_in_runs(tmp_path, 24 * 300, 0, 1) == [OURS | THEIRS, OURS | THEIRS, OURS]
