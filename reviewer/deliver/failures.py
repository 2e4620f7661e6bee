"""What a way out promises, and what can go wrong on it.

NotDelivered          the message was not taken: for good (permanent) or for now
+-- NoConnection      nothing was said about this message: there is no way to the mail server, or it does not want us
+-- AnswerLost        the message left and no answer came: nobody can know
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from types import TracebackType
from typing import Protocol, Self

from reviewer.model import Message


class Fault(Enum):
    """Whose fault a refusal is, as far as the server says: the recipient's (or this one message's), the sender's (that is ours: who we are,
    what we may), a limit or trouble of the server that passes, or unknown."""

    RECIPIENT = auto()
    SENDER = auto()
    LIMIT = auto()
    UNKNOWN = auto()


class NotDelivered(Exception):
    """The message was not taken. ``permanent``: it never will be. ``says`` is for a person. ``gone``: the connection is of no more use."""

    def __init__(self, says: str, *, permanent: bool, gone: bool = False, fault: Fault = Fault.UNKNOWN) -> None:
        super().__init__(says)
        self.says = says
        self.permanent = permanent
        self.gone = gone
        self.fault = fault


class NoConnection(NotDelivered):
    """No message can be handed over. ``permanent``: trying again is of no use before somebody changes something (password, certificate)."""

    def __init__(self, says: str, *, permanent: bool = False) -> None:
        super().__init__(says, permanent=permanent, gone=True)


class AnswerLost(NotDelivered):
    """The whole message left and the answer did not come: it may have been taken or not."""

    def __init__(self, says: str) -> None:
        super().__init__(says, permanent=False, gone=True)


class Delivery(Protocol):
    """A way out. Entering it connects (raises ``NoConnection``); leaving it says goodbye, which cannot fail. It may be entered again."""

    def __enter__(self) -> Self:
        """Connect."""
        ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Let go."""
        ...

    def send(self, message: Message, committing: Callable[[], None]) -> None:
        """Hand over one message to one recipient. ``committing`` is called, and must have returned, before the payload leaves; when it
        raises, nothing leaves. Returns when the message was taken; raises ``NotDelivered``."""
        ...
