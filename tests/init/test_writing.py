"""The config that init writes: one that loads, whatever the site says of itself."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import config as configs
from reviewer.init import Answers, Survey, config, owners
from reviewer.init.writing import quoted
from reviewer.model import Contact, ContactKind, DateKind, Mailbox, Page
from reviewer.settings import Every


def shown(start: str = "https://www.x.example/resources", word: str = "Review date: …", name: str = "Dr Amara Example") -> Survey:
    """A survey of one page."""
    contacts = ((Contact(ContactKind.PERSON, name, ""), 2), (Contact(ContactKind.EMAIL, "team@example.org", ""), 1))
    return Survey(start, (Page(start),), {}, ((DateKind.DUE, word, 1),), 1, contacts, more=False)


def answers(organisation: str = "Example", policy: str = "12 months") -> Answers:
    """What a person said."""
    return Answers(
        organisation, Mailbox("Web", "web@example.org"), "Europe/London", organisation, policy, ("intranet.example.org",), (8080,)
    )


def test_it_loads(tmp_path: Path) -> None:
    """What is written is a config without mistakes or warnings, and says what was answered."""
    (tmp_path / "reviewer.toml").write_text(config(shown(), answers()), encoding="utf-8")
    (tmp_path / "owners.toml").write_text(owners(shown()), encoding="utf-8")
    found = configs.load(tmp_path / "reviewer.toml", {})
    assert found.warnings == ()
    assert found.organisation.contact == Mailbox("Web", "web@example.org")
    (site,) = found.sites
    assert (site.start, site.within, site.review_every) == (
        ("https://www.x.example/resources",),
        ("/resources/**",),
        Every(12, 0, "12 months"),
    )
    assert found.network.allow == ("intranet.example.org",)
    assert found.network.ports == ((80, 80), (443, 443), (8080, 8080))
    assert found.email.via == f"folder:{tmp_path / 'outbox'}"
    assert found.directory.owners == ()


def test_a_site_of_shells(tmp_path: Path) -> None:
    """Where pages have no text without a browser, the config that is written has them read in one."""
    (tmp_path / "reviewer.toml").write_text(config(replace(shown(), shells=3), answers()), encoding="utf-8")
    (tmp_path / "owners.toml").write_text(owners(shown()), encoding="utf-8")
    assert configs.load(tmp_path / "reviewer.toml", {}).sites[0].browser == "auto"


def test_no_policy() -> None:
    """Without a policy the line stays, as a comment."""
    assert '\n# review_every = "12 months"' in config(shown("https://www.x.example/"), answers(policy=""))


def test_comments_become_owners() -> None:
    """Who takes the # away and fills in what is missing has a directory; an address of a page is never live by itself."""
    text = owners(shown())
    assert "owner" not in tomllib.loads(text)
    live = "\n".join(line.removeprefix("# ") if line.startswith(("# [[", "# name", "# email")) else line for line in text.splitlines())
    assert tomllib.loads(live)["owner"] == [{"name": "Dr Amara Example", "email": ""}, {"name": "", "email": "team@example.org"}]


def test_nobody_named() -> None:
    """A site that names nobody gets a directory that says so."""
    assert "name nobody" in owners(Survey("https://x.example/", (), {}, (), 0, (), more=False))


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_hostile_words(word: str, name: str, organisation: str) -> None:
    """Whatever a page says, the file stays TOML, and nothing of it becomes a key."""
    survey = shown(word=word, name=name)
    data = tomllib.loads(config(survey, answers(organisation)))
    assert set(data) == {"organisation", "schedule", "email", "network", "remind", "site"}
    assert "owner" not in tomllib.loads(owners(survey))
    assert tomllib.loads(f"x = {quoted(organisation)}")["x"] == data["organisation"]["name"]
