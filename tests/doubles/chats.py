"""The webhooks of Slack and of Teams workflows on loopback: they answer as those do, and keep what was said."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reviewer.deliver import look_at
from reviewer.settings import Chat
from tests.doubles.web import Answer, Asked, Web

TOKENS = ("T0EXAMPLE", "B0EXAMPLE", "aBcDeFgHiJkLmNoPqRsTuVwX")
SIGNATURE = "Zx0123456789abcdefSECRET"
WORKFLOW = "643e4a6c0e9e4b8f"


class Chats(Web):
    """Both services; ``said`` are the payloads, by the path that they came to."""

    said: list[tuple[str, dict[str, Any]]]

    def usual(self, asked: Asked) -> Answer:
        """Take it, when the webhook is the one that was handed out."""
        if planned := self.step("post"):
            return planned
        if asked.method == "POST" and asked.path == f"/services/{'/'.join(TOKENS)}":
            self.said.append(("slack", json.loads(asked.body)))
            return 200, {"Content-Type": "text/html"}, b"ok"
        if asked.method == "POST" and WORKFLOW in asked.path and asked.query.get("sig") == SIGNATURE:
            self.said.append(("teams", json.loads(asked.body)))
            return 202, {}, None
        return 404, {"Content-Type": "text/html"}, b"no_service"

    def channels(self, monkeypatch: pytest.MonkeyPatch) -> tuple[Chat, Chat]:
        """A channel of each, as the config has them. Slack's own host stands in the library, so it is changed there."""
        channels = (
            Chat("slack", "web", f"https://hooks.slack.com/services/{'/'.join(TOKENS)}"),
            Chat("teams", "ops", f"workflows://{self.origin.removeprefix('https://')}/{WORKFLOW}/{SIGNATURE}/"),
        )
        look_at(channels[0])
        from apprise.plugins.slack import NotifySlack

        self.said = []
        monkeypatch.setattr(NotifySlack, "webhook_url", f"{self.origin}/services")
        return channels

    def texts(self) -> list[str]:
        """All that was said, as text."""
        return [json.dumps(payload, ensure_ascii=False) for _, payload in self.said]
