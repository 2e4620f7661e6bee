"""A few lines into a channel: over real sockets, with every refusal, and no secret in what is said of it."""

from __future__ import annotations

import logging
import os
from importlib.util import find_spec
from pathlib import Path

import pytest

from reviewer.deliver import NotTold, chat, look_at, post
from reviewer.settings import Chat, Network
from tests.doubles.chats import SIGNATURE, TOKENS, Chats
from tests.doubles.web import DROP, HANG

pytestmark = pytest.mark.skipif(find_spec("apprise") is None, reason="the extra is not installed: pip install 'content-reviewer[chat]'")


def test_each_service_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Slack and Teams get title and text; doctor's look sends nothing, and the environment is afterwards as it was."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    before = dict(os.environ)
    with Chats(tmp_path).serving() as service:
        channels = service.channels(monkeypatch)
        network = Network(ca_file=service.ca_file)
        assert [look_at(channel) for channel in channels] == [
            "slack:web: a webhook at hooks.slack.com",
            "teams:ops: a webhook at localhost",
        ]
        assert service.steps == []
        for channel in channels:
            post(channel, "The title", "The text", network)
        assert [kind for kind, _ in service.said] == ["slack", "teams"]
        assert all("The title" in text and "The text" in text for text in service.texts())
        assert "http" not in service.texts()[0]
    assert dict(os.environ) == before


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ((404, {}, b"no_service"), "it answers 404 (was the webhook removed?)"),
        ((403, {}, b"action_prohibited"), "it answers 403 (is the webhook still allowed?)"),
        ((400, {}, b"invalid_payload"), "it answers 400 (is the webhook of that kind?)"),
        ((429, {"Retry-After": "30"}, b"slow down"), "it answers 429"),
        ((500, {}, b"oops"), "it answers 500"),
        ((503, {}, None), "it answers 503"),
        ((307, {"Location": "https://localhost:1/stolen"}, None), "it answers 307"),
        (DROP, "it cannot be reached, or gave no answer"),
    ],
)
@pytest.mark.parametrize("which", [0, 1])
def test_a_refusal_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, answer: object, says: str, which: int
) -> None:
    """Whatever the service answers comes out as one sentence with what to do, asked once, followed nowhere, and with no part of its address."""
    caplog.set_level(logging.DEBUG, "reviewer")
    with Chats(tmp_path, {"post": answer}).serving() as service:  # type: ignore[dict-item]
        channel = service.channels(monkeypatch)[which]
        with pytest.raises(NotTold) as told:
            post(channel, "The title", "The text", Network(ca_file=service.ca_file))
        assert service.steps.count("post") == 1
    assert str(told.value) == f"{channel} was not told: {says}"
    assert not any(secret in caplog.text for secret in (*TOKENS, SIGNATURE))


def test_a_service_that_hangs_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a chat for longer than its time."""
    monkeypatch.setattr(chat, "ANSWER", 0.2)
    with Chats(tmp_path, {"post": HANG}).serving() as service:
        channel = service.channels(monkeypatch)[0]
        with pytest.raises(NotTold, match="gave no answer"):
            post(channel, "The title", "The text", Network(ca_file=service.ca_file))
    monkeypatch.setattr(chat, "ANSWER", 10.0)
    monkeypatch.setattr(chat, "WHOLE", 0.2)
    with Chats(tmp_path, {"post": HANG}).serving() as service:
        channel = service.channels(monkeypatch)[0]
        with pytest.raises(NotTold, match="no answer in time"):
            post(channel, "The title", "The text", Network(ca_file=service.ca_file))


def test_who_cannot_be_trusted_is_told_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that nobody vouches for ends it before anything is said."""
    with Chats(tmp_path).serving() as service:
        channel = service.channels(monkeypatch)[0]
        with pytest.raises(NotTold, match="cannot be reached"):
            post(channel, "The title", "The text", Network())
        assert service.said == []


@pytest.mark.parametrize("webhook", ["https://www.example.org/hook", "json://localhost/x", "nonsense", "slack://SHORTSECRET/x", ""])
@pytest.mark.parametrize("service", ["slack", "teams"])
def test_another_address_is_no_webhook(caplog: pytest.LogCaptureFixture, webhook: str, service: str) -> None:
    """What is not a webhook of that service is refused with what it looks like, and not repeated."""
    with pytest.raises(NotTold) as told:
        look_at(Chat(service, "ops", webhook))
    assert "expected" in str(told.value)
    assert "SHORTSECRET" not in str(told.value) + caplog.text


def test_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package it says how to get it."""
    monkeypatch.setattr(chat, "find_spec", lambda _: None)
    with pytest.raises(NotTold, match=r"content-reviewer\[chat\]"):
        look_at(Chat("slack", "web", "x"))
