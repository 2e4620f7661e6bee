"""A way out is one file: ``email.via`` chooses it by its scheme, and it says itself what was tried."""

from __future__ import annotations

import datetime as dt
from typing import cast

import pytest

from reviewer import deliver
from reviewer.doctor import Mark, mail
from reviewer.model import Mailbox
from reviewer.settings import Config, Email
from tests.plugins.conftest import Plug

NOW = dt.datetime(2026, 11, 21, 8, tzinfo=dt.UTC)
PIGEON = """
from reviewer.deliver import NoConnection

SCHEMES = ("pigeon",)


def connect(email):
    return Pigeon(email.via)


class Pigeon:
    def __init__(self, via):
        self.via = via

    def __enter__(self):
        if "closed" in self.via:
            raise NoConnection("the loft is closed")
        return self

    def __exit__(self, *error):
        pass

    def send(self, message, committing):
        committing()
"""
PROBING = """

def probe(email):
    return ["the loft is open", "a pigeon is at home"]
"""


def lines(via: str, send_test: Mailbox | None = None) -> dict[str, tuple[Mark, str]]:
    """What the doctor says of the mail, by what it is about; the last line of each."""
    config = Config(email=Email(via=via, sender=Mailbox("", "us@alliance.example")))
    return {line.what: (line.mark, line.says) for line in mail.mail(config, NOW, send_test)}


def test_a_new_way_out_is_taken(plug: Plug) -> None:
    """``email.via`` chooses it by its scheme."""
    plug("reviewer.deliver.ways", "pigeon", 'SCHEMES = ("pigeon",)\n\n\ndef connect(email):\n    return "flies to " + email.via\n')
    assert cast("object", deliver.connect(Email(via="pigeon://loft"))) == "flies to pigeon://loft"
    with pytest.raises(deliver.NoConnection, match="known are folder, graph, notify, pigeon, smtp, smtps"):
        deliver.connect(Email(via="owl://loft"))


def test_it_says_itself_what_was_tried(plug: Plug) -> None:
    """The doctor repeats its lines, and claims nothing of its own: no encryption that nobody saw, no log-in."""
    plug("reviewer.deliver.ways", "pigeon", PIGEON + PROBING)
    assert lines("pigeon://loft")["mail server"] == (Mark.FINE, "a pigeon is at home")
    assert deliver.probe(Email(via="pigeon://loft")) == ("the loft is open", "a pigeon is at home")


def test_of_one_that_does_not_say_no_more_is_claimed_than_was_seen(plug: Plug) -> None:
    """It could be opened, and that is all."""
    plug("reviewer.deliver.ways", "pigeon", PIGEON)
    mark, says = lines("pigeon://loft")["mail server"]
    assert (mark, says) == (Mark.FINE, "pigeon: it could be opened, and does not say what was tried; nothing was sent")
    assert lines("pigeon://closed")["mail server"] == (Mark.WRONG, "the loft is closed")


def test_a_test_message_takes_it(plug: Plug) -> None:
    """`doctor --send-test` hands one message over."""
    plug("reviewer.deliver.ways", "pigeon", PIGEON)
    assert lines("pigeon://loft", Mailbox("", "me@alliance.example"))["test message"][0] is Mark.FINE


def test_a_preview_may_say_where_it_goes(plug: Plug) -> None:
    """A way on which nothing leaves the house is a note, in its own words."""
    plug("reviewer.deliver.ways", "pigeon", PIGEON + "\nLEAVES = False\n" + PROBING)
    assert lines("pigeon://loft")["mail"] == (Mark.NOTE, "the loft is open; a pigeon is at home and nobody is mailed")
