"""The doctor: one line for each thing, what to do about it, and an exit code."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import socket
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from pytest_httpserver import HTTPServer

from reviewer import config as configs
from reviewer import doctor
from reviewer.deliver.ways import smtp
from reviewer.doctor import Line, Mark, mail, places, sites
from reviewer.doctor.line import Part
from reviewer.model import Answer, DateClaim, DateKind, Mailbox, Page, PartialDate
from reviewer.settings import Config, Email, FormLogin, Site, State
from reviewer.store import Store, lock

NOW = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)
PAGE = "<!doctype html><html lang=en><title>Tips</title><main><h1>Tips</h1><p>Next review due: 31 May 2027</p><a href=/x>x</a></main>"


@pytest.fixture
def made(tmp_path: Path, httpserver: HTTPServer) -> Callable[..., Config]:
    """A config of one site on the test's own server."""

    def make(path: str = "/tips", *, more: str = "", site: str = "", env: dict[str, str] | None = None) -> Config:
        file = tmp_path / "reviewer.toml"
        file.write_text(
            f"""
            [organisation]
            name = "Example"
            contact = "Web team <web.team@example.org>"
            [network]
            allow = ["127.0.0.1", "localhost"]
            ports = [80, 443, {httpserver.port}]
            [network.limits]
            total_seconds = 5
            {more}
            [[site]]
            name = "Site"
            start = ["{path if "://" in path else httpserver.url_for(path)}"]
            {site}
            """,
            encoding="utf-8",
        )
        return configs.load(file, env or {})

    return make


def lines(config: Config, send_test: Mailbox | None = None) -> dict[str, Line]:
    """What the doctor says, by what it looked at (the first line of each)."""
    found: dict[str, Line] = {}
    for line in doctor.examine(config, now=NOW, send_test=send_test):
        found.setdefault(line.what, line)
    return found


def test_all_is_well(made: Callable[..., Config], httpserver: HTTPServer, tmp_path: Path) -> None:
    """A site that answers gives one line for each thing that a run needs, exit code 0, and nothing is made on the disk."""
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/tips").respond_with_data(PAGE, content_type="text/html")
    before = sorted(tmp_path.iterdir())
    config = made(site='owner = "Team <team@example.org>"')
    found = lines(config)
    assert sorted(tmp_path.iterdir()) == sorted([*before, tmp_path / "reviewer.toml"])
    assert list(found) == [
        *("config", "clock", "schedule", "disk", "state", "outbox", "report", "templates", "mail"),
        *("Site: name", "Site: connection", "Site: certificate", "Site: robots.txt", "Site: first page"),
    ]
    assert found["Site: first page"].says.startswith('"Tips", 1 link, ')
    assert found["clock"].says == "Saturday 21 November 2026, 12:00 in Europe/London"
    assert "next check Monday 23 November 2026 06:00, next digest Monday 23 November 2026 08:00" in found["schedule"].says
    assert found["Site: certificate"].says == "no TLS: the address is http"
    assert "does not exist yet" in found["state"].says
    assert doctor.code(found.values()) == 0
    assert all("\n" not in str(line) for line in found.values())


def test_what_nobody_owns_and_what_is_unusual(made: Callable[..., Config]) -> None:
    """A site without owner and a raised limit are worth a line, and in nobody's way."""
    config = made("https://nowhere.invalid/", more="page_bytes = 9000000")
    notes = [line for line in doctor.examine(config, now=NOW) if line.mark is Mark.NOTE]
    assert any("page_bytes is 9000000" in line.says for line in notes)
    assert any(line.todo == "Name an `owner` in its [[site]]." for line in notes)


@pytest.mark.parametrize(
    ("path", "what", "says", "todo"),
    [
        ("https://nowhere.invalid/", "Site: name", "no host of that name", "DNS"),
        ("http://10.1.2.3/", "Site: name", "internal address", "[network] allow"),
        ("/gone", "Site: first page", "answers 404", "works in a browser"),
        ("/private/", "Site: robots.txt", "does not let us read", "user agent `reviewer`"),
        ("/picture", "Site: first page", "could not be read", "a page of HTML"),
        ("/loop", "Site: first page", "circles", "works in a browser"),
        ("/shell", "Site: first page", "could not be read without a browser", 'browser = "auto"'),
    ],
)
def test_a_site_that_cannot_be_read(
    made: Callable[..., Config], httpserver: HTTPServer, path: str, what: str, says: str, todo: str
) -> None:
    """Each way in which a site fails has its line, says what to do, and gives exit code 3."""
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /private/\n", content_type="text/plain")
    httpserver.expect_request("/private/").respond_with_data(PAGE, content_type="text/html")
    httpserver.expect_request("/gone").respond_with_data("no", status=404)
    httpserver.expect_request("/picture").respond_with_data(b"\x89PNG\r\n", content_type="image/png")
    httpserver.expect_request("/shell").respond_with_data("<div id=app></div><script src=/app.js></script>", content_type="text/html")
    httpserver.expect_request("/loop").respond_with_data("", status=302, headers={"Location": "/loop"})
    found = lines(made(path))
    assert found[what].mark is Mark.WRONG
    assert says in found[what].says
    assert todo in found[what].todo
    assert list(found)[-1] == what
    assert doctor.code(found.values()) == 3


@pytest.mark.parametrize(("lacks", "mark"), [(None, Mark.FINE), ("no Chromium was found: install it", Mark.WRONG)])
def test_a_browser_where_one_is_wanted(
    made: Callable[..., Config], httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, lacks: str | None, mark: Mark
) -> None:
    """A site that is to be read in a browser needs one, and is not called unreadable for being a shell; other configs need none."""
    monkeypatch.setattr("reviewer.browse.missing", lambda: lacks)
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/tips").respond_with_data("<div id=app></div><script src=/app.js></script>", content_type="text/html")
    found = lines(made(site='browser = "auto"'))
    assert found["browser"].mark is mark
    assert "Site" in found["browser"].says
    assert found["Site: first page"].mark is Mark.NOTE
    assert doctor.code(found.values()) == (2 if lacks else 0)
    assert "browser" not in lines(made())


def test_a_site_behind_a_form(made: Callable[..., Config], httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that a login's form stands before needs a browser, and its first page is not judged by the form: a run fills it in."""
    monkeypatch.setattr("reviewer.browse.missing", lambda: None)
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/tips").respond_with_data("<p>Log in", content_type="text/html")
    config = made()
    login = FormLogin("intranet", httpserver.url_for("").rstrip("/"), httpserver.url_for("/login"), "#u", "#p", "#s", "reviewer", "hunter2")
    found = lines(replace(config, network=replace(config.network, logins=(login,))))
    assert found["browser"].mark is Mark.FINE
    assert found["Site: first page"].says == "stands behind the form of the login intranet, which a run fills in and this does not"
    assert doctor.code(found.values()) == 0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def test_nobody_listens(made: Callable[..., Config]) -> None:
    """A refused connection is told as such, with the firewall and the proxy in mind."""
    found = lines(made(f"http://127.0.0.1:{free_port()}/"))
    assert found["Site: name"].mark is Mark.FINE
    assert found["Site: connection"].mark is Mark.WRONG
    assert "firewall" in found["Site: connection"].todo


def test_a_port_that_is_not_open(made: Callable[..., Config]) -> None:
    """A port beyond those of the config is told with the key that opens it."""
    config = made("http://127.0.0.1:1/")
    found = lines(replace(config, network=replace(config.network, ports=((80, 80),))))
    assert "port 1 of 127.0.0.1" in found["Site: name"].says
    assert "[network] ports" in found["Site: name"].todo


def test_no_trust(made: Callable[..., Config], httpserver: HTTPServer) -> None:
    """TLS that fails is told as such: here a server that speaks none."""
    found = lines(made(httpserver.url_for("/").replace("http://", "https://")))
    assert found["Site: connection"].mark is Mark.FINE
    assert found["Site: certificate"].mark is Mark.WRONG


def test_a_site_that_moved(made: Callable[..., Config], httpserver: HTTPServer) -> None:
    """A start page that leads to another host is worth a line."""
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/old").respond_with_data("", status=301, headers={"Location": f"http://localhost:{httpserver.port}/tips"})
    httpserver.expect_request("/tips").respond_with_data("<title>New</title><p>Words", content_type="text/html")
    found = lines(made(f"http://127.0.0.1:{httpserver.port}/old"))
    assert found["Site: first page"].mark is Mark.NOTE
    assert "it redirects to http://localhost" in found["Site: first page"].says
    assert "no review date on it" in found["Site: first page"].says


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("Sat, 21 Nov 2026 13:30:00 GMT", ["this machine says 2026-11-21 12:00 UTC, Site says 2026-11-21 13:30"]),
        ("Sat, 21 Nov 2026 11:57:00 GMT", []),
        ("today", []),
        (None, []),
        ("Sat, 21 Nov 2026 13:30:00 -0000", []),
    ],
)
def test_a_clock_that_is_wrong(header: str | None, says: list[str]) -> None:
    """A clock that differs from the site's by more than minutes is told: reminders are counted by it. A date that is none says nothing."""
    answer = Answer("https://x.example/", "https://x.example/", 200, (("date", header),) if header else ())
    assert [line.says for line in sites._clock(Site("Site", ("https://x.example/",)), answer, NOW)] == says


def test_the_date_of_a_review() -> None:
    """The page's own date of review is quoted, the due date before the last review."""
    claims = tuple(DateClaim(kind, PartialDate(2027), f"{kind} 2027") for kind in (DateKind.LAST_REVIEWED, DateKind.DUE))
    assert sites._dates(Page("u", claims=claims)) == 'review date found: "due 2027"'
    assert sites._dates(Page("u", claims=claims[:1])) == 'review date found: "last_reviewed 2027"'


# --- state and disk


def with_state(config: Config, at: str) -> Config:
    """The config with its state elsewhere."""
    return replace(config, state=State(at))


def about(config: Config) -> dict[str, Line]:
    """The lines about places."""
    return {line.what: line for line in places.places(config, NOW)}


def test_a_good_state(tmp_path: Path) -> None:
    """A state that exists is checked from end to end, and stays as it is."""
    with Store.open(tmp_path / "s.sqlite3", now=NOW):
        pass
    found = about(with_state(Config(), str(tmp_path / "s.sqlite3")))
    assert found["state"].says.endswith("s.sqlite3: whole and current")
    assert "lock" not in found


def test_an_empty_file(tmp_path: Path) -> None:
    """An empty file is a state that the first run sets up."""
    (tmp_path / "s.sqlite3").touch()
    assert "the first run sets it up" in about(with_state(Config(), str(tmp_path / "s.sqlite3")))["state"].says


def test_a_state_that_is_none(tmp_path: Path) -> None:
    """A file of something else is never touched."""
    path = tmp_path / "s.sqlite3"
    path.write_text("my novel, which is long enough", encoding="utf-8")
    found = about(with_state(Config(), str(path)))
    assert found["state"].mark is Mark.WRONG
    assert path.read_text(encoding="utf-8") == "my novel, which is long enough"


def test_a_state_from_the_future(tmp_path: Path) -> None:
    """A state of a newer program is told before a run finds it."""
    path = tmp_path / "s.sqlite3"
    with Store.open(path, now=NOW):
        pass
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_future'")
        connection.commit()
    assert about(with_state(Config(), str(path)))["state"].mark is Mark.WRONG


def test_a_run_is_at_work(tmp_path: Path) -> None:
    """A lock that somebody holds is told, with who and since when."""
    path = tmp_path / "s.sqlite3"
    with Store.open(path, now=NOW), lock(str(path), what="reviewer run", now=NOW):
        found = about(with_state(Config(), str(path)))
    assert found["lock"].mark is Mark.NOTE
    assert "Another run holds the lock" in found["lock"].says


def test_no_room(tmp_path: Path) -> None:
    """A disk that is nearly full is told before a run finds it."""
    (line,) = places._file(tmp_path / "s.sqlite3", NOW, free=lambda path: 1024)
    assert line.mark is Mark.WRONG
    assert "MB are free" in line.says


def test_no_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be written to is told for state, outbox and report."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    config = replace(with_state(Config(), str(tmp_path / "s.sqlite3")), email=Email(via=f"folder:{tmp_path / 'outbox'}"))
    found = about(replace(config, report_folder=str(tmp_path / "report")))
    assert [found[what].mark for what in ("state", "outbox", "report")] == [Mark.WRONG] * 3


def test_a_file_in_the_way(tmp_path: Path) -> None:
    """A report folder that is a file cannot be used."""
    (tmp_path / "report").touch()
    config = replace(with_state(Config(), str(tmp_path / "s.sqlite3")), report_folder=str(tmp_path / "report"))
    assert "is no folder" in about(config)["report"].says


def test_no_database_server() -> None:
    """A PostgreSQL server that does not answer is told, without the password."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    found = about(with_state(Config(), f"postgresql://me:hunter2@127.0.0.1:{port}/reviewer"))
    assert found["state"].mark is Mark.WRONG
    assert "hunter2" not in str(found["state"])
    assert f"postgresql://127.0.0.1:{port}/reviewer cannot be used" in found["state"].says


class Answers:
    """An engine whose database answers."""

    dialect = None

    def connect(self) -> Any:
        """A connection that is itself a context."""
        return contextlib.nullcontext(self)

    def dispose(self) -> None:
        """Nothing to let go of."""


@pytest.mark.parametrize(("version", "mark"), [(None, Mark.FINE), ("9999_future", Mark.WRONG)])
def test_a_database_server(monkeypatch: pytest.MonkeyPatch, version: str | None, mark: Mark) -> None:
    """A server that lets us in is judged by the version of what is there."""
    monkeypatch.setattr("reviewer.store.postgres_engine", lambda _: Answers())
    monkeypatch.setattr("reviewer.store.version", lambda _: version)
    assert about(with_state(Config(), "postgresql://db/reviewer"))["state"].mark is mark


def test_mail_needs_no_folder(tmp_path: Path) -> None:
    """With a mail server there is no outbox folder to look at."""
    config = replace(with_state(Config(), str(tmp_path / "s.sqlite3")), email=Email(via="smtp://mail.example.org"))
    assert "outbox" not in about(config)


def test_an_older_state() -> None:
    """An older state is no reason to worry: it is migrated after a backup."""
    assert "a backup is made first" in places._version("0000_before")


# --- mail


class Inbox:
    """What a mail server took."""

    def __init__(self, answer: str = "250 OK") -> None:
        self.messages: list[Any] = []
        self.answer = answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd calls it so
        """Keep it."""
        self.messages.append(envelope)
        return self.answer


@contextlib.contextmanager
def mail_server(inbox: Inbox) -> Iterator[int]:
    """A mail server without TLS on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    controller = Controller(inbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


SENDER = Mailbox("Reviews", "reviews@example.org")


def by_mail(config: Config, send_test: Mailbox | None = None) -> dict[str, Line]:
    """The lines about mail."""
    return {line.what: line for line in mail.mail(config, NOW, send_test)}


def test_a_folder_mails_nobody(tmp_path: Path) -> None:
    """A folder is worth a line; a test to a person is then not sent, and that is said."""
    config = Config(email=Email(via=f"folder:{tmp_path}"))
    assert by_mail(config)["mail"].mark is Mark.NOTE
    found = by_mail(config, Mailbox("", "me@example.org"))
    assert found["test message"].mark is Mark.WRONG
    assert doctor.code(found.values()) == 4


def test_nothing_is_sent() -> None:
    """The mail server is greeted, and gets no message."""
    inbox = Inbox()
    with mail_server(inbox) as port:
        found = by_mail(Config(email=Email(via=f"smtp://127.0.0.1:{port}", tls="none", sender=SENDER)))
    assert "connected, without encryption, as [email] tls says, no log-in is configured; nothing was sent" in found["mail server"].says
    assert inbox.messages == []


def test_a_test_message() -> None:
    """With an address one message goes there, and to nobody else."""
    inbox = Inbox()
    with mail_server(inbox) as port:
        config = Config(email=Email(via=f"smtp://127.0.0.1:{port}", tls="none", sender=SENDER))
        found = by_mail(config, Mailbox("Me", "me@example.org"))
    assert found["test message"].mark is Mark.FINE
    (envelope,) = inbox.messages
    assert envelope.rcpt_tos == ["me@example.org"]
    assert b"Subject: Test message from reviewer\r\n" in envelope.content
    assert b"Auto-Submitted: auto-generated\r\n" in envelope.content


def test_a_refused_test_message() -> None:
    """What the mail server says to a test is told."""
    with mail_server(Inbox("554 5.7.1 not from here")) as port:
        config = Config(email=Email(via=f"smtp://127.0.0.1:{port}", tls="none", sender=SENDER))
        found = by_mail(config, Mailbox("", "me@example.org"))
    assert "554" in found["test message"].says
    assert doctor.code(found.values()) == 4


def test_no_mail_server() -> None:
    """A mail server that does not answer is told, and that nothing was sent."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    found = by_mail(Config(email=Email(via=f"smtp://127.0.0.1:{port}", tls="none", sender=SENDER)))
    assert found["mail server"].mark is Mark.WRONG
    assert "Nothing was sent" in found["mail server"].todo


def test_no_silent_downgrade() -> None:
    """A mail server without TLS is in the way as long as the config asks for it."""
    with mail_server(Inbox()) as port:
        found = by_mail(Config(email=Email(via=f"smtp://127.0.0.1:{port}", sender=SENDER)))
    assert found["mail server"].mark is Mark.WRONG
    assert "STARTTLS" in found["mail server"].says


def test_encrypted() -> None:
    """What works is said: encryption and log-in."""
    says = smtp.tried(Email(via="smtps://mail.example.org:465", user="me"), encrypted=True)
    assert says == "mail.example.org:465: connected, encrypted, with a certificate that can be trusted, logged in as me; nothing was sent"


def test_a_broken_template(tmp_path: Path) -> None:
    """A slip in a template of one's own is told before a digest is due, with its place."""
    (tmp_path / "digest.txt").write_text("Hello {{ nobody.name }}\n", encoding="utf-8")
    found = by_mail(Config(email=Email(via=f"folder:{tmp_path}", sender=SENDER, templates=str(tmp_path))))
    assert found["templates"].mark is Mark.WRONG
    assert "digest.txt" in found["templates"].says
    assert doctor.code(found.values()) == 2


def test_codes() -> None:
    """What needs the admin goes before a site, a site before mail."""

    def wrong(part: Part) -> Line:
        return Line(Mark.WRONG, "x", "y", part=part)

    assert doctor.code([wrong(Part.MAIL), wrong(Part.SITE), wrong(Part.HERE)]) == 2
    assert doctor.code([wrong(Part.MAIL), wrong(Part.SITE)]) == 3
    assert doctor.code([wrong(Part.MAIL)]) == 4
    assert doctor.code([Line(Mark.NOTE, "x", "y")]) == 0


def test_one_line_each() -> None:
    """What a server says cannot break a line or colour it."""
    text = str(Line(Mark.WRONG, "mail\x1b[31m", "it said:\n\x1b[2Jhello", "Ask."))
    assert text == "wrong mail[31m               it said: [2Jhello. Do: Ask."


def test_the_directory_is_told(made: Callable[..., Config], tmp_path: Path) -> None:
    """Which column was taken for what, who cannot be mailed, and a site whose owner has left meanwhile."""
    (tmp_path / "owners.csv").write_text(
        "Display name,Mail,Last day\nAmara Example,amara@example.org,30/10/2026\nSam Sample,,\n", encoding="utf-8"
    )
    config = made("https://nowhere.invalid/", site='owner = "Amara Example"').as_of(NOW.date())
    found = list(doctor.examine(config, now=NOW))
    says = [line.says for line in found]
    assert 'read name from "Display name", email from "Mail", leaves from "Last day"' in says
    assert any("no e-mail address for Sam Sample (line 3)" in each for each in says)
    assert any(each.startswith("its owner amara@example.org has left") for each in says)
