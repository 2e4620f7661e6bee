"""How much a site costs on disk: the report folder and the state after two runs over 300 pages as content management systems make them.

    python bench/size.py [--pages 300] [--parts]

Each page has a menu of 60 links, 25 links of its own, 10 to another host, and running text with years and promises in it; half of the pages
give a review date, a third of the links of a tenth of the pages are dead. The bound of issue 16 is 10 KB a page for each of the two.
Exits with 1 when it is missed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import threading
from collections import Counter
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from reviewer import config as configs
from reviewer.look import Silent, reading_version
from reviewer.publish import publish
from reviewer.run import run
from reviewer.store import Store

BOUND = 10 * 1024
START = dt.datetime(2026, 11, 23, 6, tzinfo=dt.UTC)
WORDS = (
    "referral",
    "pathway",
    "guidance",
    "screening",
    "primary",
    "care",
    "network",
    "review",
    "community",
    "waiting",
    "leaflet",
    "diagnosis",
)


def html(number: int, pages: int, elsewhere: str) -> str:
    """One page of some 20 kB."""
    dice = random.Random(number)
    menu = "".join(
        f'<li><a href="/page/{each}.html" class="menu__link">Menu item {each}: {WORDS[each % 12]}</a></li>' for each in range(60)
    )
    parts = [f"<h1>Page {number}: {' '.join(dice.choices(WORDS, k=4))}</h1>"]
    for part in range(5):
        parts.append(f'<h2 id="part-{part}">{" ".join(dice.choices(WORDS, k=3)).capitalize()}</h2>')
        parts += [f"<p>{' '.join(dice.choices(WORDS, k=60)).capitalize()}.</p>" for _ in range(3)]
        if number % 4 == 0:
            parts.append(
                f"<p>Our targets for 20{18 + part}-{19 + part} apply to every practice. A new list will be published by March 202{part}.</p>"
            )
        dead = number % 10 == 3
        own = "".join(
            f'<li><a href="/{"gone" if dead and step % 3 == 0 else "page"}/{dice.randrange(pages)}.html">{" ".join(dice.choices(WORDS, k=4))}</a></li>'
            for step in range(5)
        )
        away = "".join(f'<li><a href="{elsewhere}/{dice.randrange(pages)}">{" ".join(dice.choices(WORDS, k=3))}</a></li>' for _ in range(2))
        parts.append(f"<ul>{own}{away}</ul>")
    due = (
        f"<p>Next review: {dice.randrange(1, 28)} {dice.choice(('March', 'May', 'June'))} {dice.randrange(2025, 2029)}</p>"
        if number % 2
        else ""
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page {number} | Example</title></head><body>'
        f'<nav class="menu"><ul>{menu}</ul></nav><main>{"".join(parts)}</main><footer>{due}</footer></body></html>'
    )


def serving(pages: int) -> ThreadingHTTPServer:
    """The site at 127.0.0.1 and its neighbour at 127.0.0.2, on one port."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = self.path.removeprefix("/page/").removesuffix(".html")
            number = 0 if self.path == "/" else int(name) if self.path.startswith("/page/") and name.isdigit() else None
            away = not self.headers["Host"].startswith("127.0.0.1:")
            body = b"<title>There</title><p>There" if away else b"" if number is None else html(number, pages, elsewhere).encode()
            self.send_response(200 if away or number is not None else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *said: object) -> None:
            del said

    made = ThreadingHTTPServer(("0.0.0.0", 0), Handler)
    elsewhere = f"http://127.0.0.2:{made.server_port}"
    threading.Thread(target=made.serve_forever, daemon=True).start()
    return made


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pages", type=int, default=300)
    asked.add_argument("--parts", action="store_true", help="Say what takes the room.")
    options = asked.parse_args()
    server = serving(options.pages)
    folder = Path(tempfile.mkdtemp())
    (folder / "reviewer.toml").write_text(f"""
[organisation]
name = "Example"
contact = "Web team <web@example.org>"
[email]
from = "Review <review@example.org>"
via = "folder:{folder}/outbox"
[network]
allow = ["127.0.0.0/8"]
ports = [{server.server_port}]
[report]
folder = "{folder}/report"
[state]
at = "{folder}/state.sqlite3"
[[site]]
name = "Example"
start = ["http://127.0.0.1:{server.server_port}/"]
owner = "Web team <web@example.org>"
""")
    os.chdir(folder)
    config = configs.load(folder / "reviewer.toml", {})
    for week in range(2):
        now = START + dt.timedelta(weeks=week)
        with Store.open(config.state.at, reading_version=reading_version(config), now=now) as store:
            ran = run(config, store, now=now, today=now.date(), progress=Silent(), digest_period=now.date().isoformat(), send_first=True)
            publish(config, store, now.date(), ran.pages)
    count = len(ran.pages)
    sizes = {path.name: path.stat().st_size for path in (folder / "report").iterdir()}
    state = (folder / "state.sqlite3").stat().st_size
    print("| what | KB a page | MB of 1,614 pages |\n|---|---|---|")
    for what, size in (("report", sum(sizes.values())), ("state", state)):
        print(f"| {what}, {count:,} pages | {size / count / 1024:.1f} | {size / count * 1614 / 1024**2:.1f} |")
    if options.parts:
        print(
            *(f"{size / count / 1024:8.2f} KB a page  {name}" for name, size in sorted(sizes.items(), key=lambda item: -item[1])), sep="\n"
        )
        with closing(sqlite3.connect(folder / "state.sqlite3")) as raw:
            rows: Counter[str] = Counter()
            try:
                for name, size in raw.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"):
                    rows[name] = size
            except sqlite3.OperationalError:
                for table, column in (
                    ("pages", "facts"),
                    ("visits", "evidence"),
                    ("issues", "says"),
                    ("outbox", "payload"),
                    ("urls", "url"),
                ):
                    rows[f"{table}.{column}"] = raw.execute(f"SELECT sum(length({column})) FROM {table}").fetchone()[0] or 0
                rows["issue_events"] = raw.execute("SELECT count(*) FROM issue_events").fetchone()[0]
            print(*(f"{size / count / 1024:8.2f} KB a page  {name}" for name, size in rows.most_common(14)), sep="\n")
    server.shutdown()
    shutil.rmtree(folder)
    sys.exit(max(sum(sizes.values()), state) > BOUND * count)


if __name__ == "__main__":
    main()
