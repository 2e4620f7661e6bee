"""The config of the sites on loopback, and what is compared between one process and a fleet."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from reviewer import config as configs
from reviewer.settings import Config, State
from reviewer.store import Store
from tests.fleet.origin import OWNERS, Web

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
TODAY = NOON.date()
WEEKS = dt.timedelta(days=21)
INSTALLATION = "0123456789abcdef"


def written(folder: Path, web: Web, at: str, *, more: str = "", paces: str = "") -> Path:
    """A config file for all the sites, with its state at a PostgreSQL server."""
    sites = "".join(
        f'[[site]]\nname = "Site {number}"\nstart = ["http://{web.site(number)}/"]\nowner = "Owner {number % OWNERS} <owner{number % OWNERS}@example.org>"\n'
        for number in range(web.sites)
    )
    file = folder / "reviewer.toml"
    file.write_text(
        '[organisation]\nname = "Example Alliance"\ncontact = "Web team <web.team@example.org>"\n'
        '[email]\nfrom = "Content review <content-review@example.org>"\n'
        f'via = "folder:{folder / "outbox"}"\n'
        f'[network]\nallow = ["127.0.0.0/8"]\nports = [80, 443, {web.port}]\n{paces}'
        "[patience]\nlooks = 1\nruns = 1\nhours = 0\n"
        f'[state]\nat = "{at}"\n[report]\nfolder = "{folder / "report"}"\n{more or FLEET}{sites}'
    )
    return file


FLEET = "[fleet]\nenabled = true\n"


def loaded(file: Path) -> Config:
    """The config as a command reads it."""
    return configs.load(file, {})


def alone(config: Config, at: Path) -> Config:
    """The same for one process on a file."""
    return replace(config, state=State(str(at)))


def named(store: Store, installation: str = INSTALLATION) -> None:
    """Give a new state the installation's id that the other one has: Message-IDs are made of it."""
    with store.write() as connection:
        connection.execute(sa.text("UPDATE about SET value = :id WHERE key = 'installation'"), {"id": installation})
    store._told_of_itself.clear()


def told(store: Store) -> dict[str, tuple[str, bytes]]:
    """What was written to whom: Message-ID and bytes by key."""
    with store.read() as connection:
        rows = connection.execute(sa.text("SELECT key, message_id, payload FROM outbox"))
        return {key: (message_id, bytes(payload)) for key, message_id, payload in rows}


def issues(store: Store) -> dict[str, object]:
    """Every issue with its history."""
    return dict(store.issues())
