"""Who runs this is told in a chat, too."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from reviewer.settings.kinds import TextKind


@dataclass(frozen=True, slots=True)
class Chat:
    """A channel: the service, our name for it, and the address of its webhook, which is a secret."""

    service: str
    name: str
    webhook: str = field(default="", repr=False)

    def __str__(self) -> str:
        """As it stands in the file."""
        return f"{self.service}:{self.name}"


@dataclass(frozen=True, slots=True)
class Admin:
    """Who runs this is told in a chat besides by mail: the weekly summary in short, and alarms. Never names, never the words of a page."""

    tell: Annotated[
        tuple[Annotated[str, TextKind.CHAT], ...],
        "Channels, each `teams:NAME` or `slack:NAME`; `teams:ops` reads the address of its webhook from REVIEWER_CHAT_OPS or "
        "REVIEWER_CHAT_OPS_FILE. Needs the extra `chat`.",
    ] = ()
    chats: tuple[Chat, ...] = field(default=(), repr=False)
