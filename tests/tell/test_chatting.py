"""The admin's chat: what is said there, once a day, and what never is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer import deliver
from reviewer.settings import Admin, Chat, Config, Network, Organisation, Site
from reviewer.store import Store
from reviewer.tell import Happened, chat, unread
from reviewer.tell.chatting import tidings
from tests.makers import NOW, TODAY, config

CHANNELS = (Chat("slack", "web", "x"), Chat("teams", "ops", "y"))
ALL = Happened(told=12, stopped=True, unread=("Intranet",), held=2, silent="3 readers have not got mail for two periods.")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A state with one run."""
    with Store.open(tmp_path / "state.sqlite3") as made:
        run = made.begin_run("run", now=NOW, as_of=TODAY)
        made.end_run(run, "done", now=NOW)
        yield made


def settings(**more: object) -> Config:
    """A config with two channels and a site."""
    return config(admin=Admin(("slack:web", "teams:ops"), CHANNELS), sites=(Site("Intranet", ("https://x.example/",)),), **more)


class Channels:
    """Takes the place of the way into chats: what was said where; channels that ``refuse``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said: list[tuple[str, str, str]] = []
        self.refuse: set[str] = set()
        self.tries = 0
        monkeypatch.setattr(deliver, "post", self.post)

    def post(self, channel: Chat, title: str, text: str, network: Network) -> None:
        """Keep it, or refuse it."""
        del network
        self.tries += 1
        if channel.name in self.refuse:
            raise deliver.NotTold(f"{channel} was not told: it answers 404")
        self.said.append((channel.name, title, text))


def test_everything_is_said_once_a_day_in_each_channel(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four alarms and the summary in both; a second run of the day says nothing again, and another matter is said."""
    channels = Channels(monkeypatch)
    assert chat(ALL, settings(), store, now=NOW, today=TODAY) == ()
    assert [name for name, _, _ in channels.said] == ["web"] * 5 + ["ops"] * 5
    assert len({title for _, title, _ in channels.said}) == 5
    assert chat(replace(ALL, first=0), settings(), store, now=NOW, today=TODAY) == ()
    assert len(channels.said) == 10
    assert chat(Happened(first=4), settings(), store, now=NOW, today=TODAY) == ()
    assert channels.said[-1][2].startswith("4 digests wait for you")


def test_a_channel_that_fails_is_told_of_and_tried_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """One refusal is enough for now, the other channel is told all the same, and the next run tries what was not said."""
    channels = Channels(monkeypatch)
    channels.refuse = {"web"}
    assert chat(ALL, settings(), store, now=NOW, today=TODAY) == ("The chat slack:web was not told: it answers 404.",)
    assert channels.tries == 6
    channels.refuse = set()
    assert chat(ALL, settings(), store, now=NOW, today=TODAY) == ()
    assert [name for name, _, _ in channels.said] == ["ops"] * 5 + ["web"] * 5


def test_without_channels_nothing_is_asked(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """No chat in the config: nothing is said, and nothing is marked as said."""
    channels = Channels(monkeypatch)
    assert chat(ALL, config(), store, now=NOW, today=TODAY) == ()
    assert channels.tries == 0


def test_the_summary_is_figures_and_a_link(store: Store) -> None:
    """Messages, pages, and where the report is, with its secrets masked; when the first digests wait, there is none."""
    made = settings()
    made = replace(made, email=replace(made.email, via="smtp://mail.example", report_url="https://x.example/r?token=hunter2"))
    (said,) = tidings(Happened(told=1), made, store, TODAY)
    assert said.title == "Example Alliance: content review, Monday 23 November 2026"
    assert said.text.splitlines() == [
        "1 message for owners and the admin.",
        "0 pages in 1 site: 0 overdue for review, 0 broken links, 0 links to look at yourself, 0 pages that could not be read.",
        "Report: https://x.example/r?token=***",
    ]
    in_a_folder = replace(made, email=replace(made.email, via="folder:x"))
    assert tidings(Happened(told=3), in_a_folder, store, TODAY)[0].text.startswith("3 messages in a folder.")
    assert [each.about for each in tidings(Happened(told=1, first=1), made, store, TODAY)] == ["first"]
    assert tidings(Happened(), made, store, TODAY) == ()


def test_nothing_in_it_means_anything_to_a_chat(store: Store) -> None:
    """The names that a config gives to sites and to its organisation are words only: no mention, no link, no line break; of many some are
    named. Of a look's sentences the site's name is all that is taken."""
    names = ("<!channel> @everyone\n[x](https://evil.example)", *(f"Site {number}" for number in range(7)))
    made = config(sites=tuple(Site(name, ("https://x.example/",)) for name in names), organisation=Organisation("<b>*We*</b>"))
    found = unread([f"{name}: Dr Amara Example wrote https://evil.example/" for name in names], made)
    assert found == names
    (said,) = tidings(Happened(unread=found), made, store, TODAY)
    assert said.title == "b We /b: a site could not be read"
    assert said.text.startswith("Not read as a whole: channel everyone x https //evil.example, Site 0, Site 1, Site 2, Site 3 and 3 more.")
    assert unread(["Another: x"], made) == ()
