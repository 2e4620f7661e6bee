"""By Microsoft Graph: ``sendMail`` takes the whole message as MIME, so that our Message-ID, headers and calendar part stay as they are.

``graph:MAILBOX`` sends as that mailbox; the app registration of ``[email] oauth`` needs the application permission Mail.Send, with an
admin's consent. Graph knows no idempotency key: a message whose answer was lost goes once more with the same Message-ID, never twice.
https://learn.microsoft.com/graph/api/user-sendmail
"""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final, Self
from urllib.parse import quote

from reviewer import neutral
from reviewer.deliver.calls import ANSWER_SECONDS, Answered, ask
from reviewer.deliver.failures import AnswerLost, Fault, NoConnection, NotDelivered
from reviewer.deliver.tokens import Tokens
from reviewer.model import Message
from reviewer.settings import Email

SCHEMES: Final = ("graph",)
LEAVES: Final = True

SERVICE: Final = "https://graph.microsoft.com"

APART: Final = 2.0
"""Seconds from message to message: Exchange Online takes 30 a minute from a mailbox."""

LONGEST_WAIT: Final = 60.0
"""The longest ``Retry-After`` that is waited for in a batch; with a longer one, what is left goes with the next runs."""

TRIES: Final = 3
"""How often one message is offered to a service that asks to wait."""

MAY_SEND: Final = "Mail.Send"
"""The application permission that is needed."""

_LATER: Final = "Everything is kept and goes by itself at the next run after that is mended."


def connect(email: Email) -> Graph:
    """The mailbox of ``graph:MAILBOX``; no token yet."""
    return Graph(email)


def probe(email: Email) -> tuple[str, ...]:
    """Get a token and read which permissions it has. Sends nothing; raises ``NoConnection``."""
    with connect(email) as way:
        roles = permissions(way.token)
        lines = [f"{email.oauth.authority}: gave a token to the app {email.oauth.client}; nothing was sent"]
        if roles is None:
            lines.append(f"what the app may do cannot be seen in its token: whether it has {MAY_SEND} shows with --send-test")
        elif MAY_SEND not in roles:
            has = ", ".join(sorted(roles)) or "none"
            raise NoConnection(
                f"the app {email.oauth.client} may not send: its application permissions are {has}. Add Microsoft Graph > Application "
                f"permissions > {MAY_SEND} to the app registration and grant admin consent.",
                permanent=True,
            )
        else:
            lines.append(f"the app has {MAY_SEND}; whether it may use the mailbox {way.mailbox} shows with --send-test")
        if email.sender and email.sender.email.casefold() != way.mailbox.casefold():
            lines.append(f"[email] from is {email.sender.email}: the mailbox {way.mailbox} needs the right to send as it")
        return tuple(lines)


def permissions(token: str) -> frozenset[str] | None:
    """The application permissions that a token names in ``roles``; None when it cannot be read: to its bearer a token is opaque, and only
    in practice a JWT. Nothing is decided by this but what doctor says."""
    middle = token.split(".")[1:2]
    try:
        claims = json.loads(base64.urlsafe_b64decode(middle[0] + "=" * (-len(middle[0]) % 4)))
        roles = claims.get("roles", [])
        return frozenset(str(each) for each in roles)
    except (IndexError, ValueError, AttributeError, TypeError):
        return None


class Graph:
    """One mailbox. Entering it gets a token. ``sleep`` and ``clock`` (seconds) keep the pace."""

    def __init__(
        self,
        email: Email,
        *,
        sleep: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        answer_seconds: float = ANSWER_SECONDS,
    ) -> None:
        self.mailbox = email.via.partition(":")[2]
        self.token = ""
        self._email = email
        self._service = email.service or SERVICE
        self._tokens = Tokens(email, f"{self._service}/.default")
        self._sleep = sleep
        self._clock = clock
        self._answer_seconds = answer_seconds
        self._next = 0.0
        self._closed: tuple[float, NotDelivered] | None = None

    def __enter__(self) -> Self:
        """Get a token. Raises ``NoConnection`` with what to do."""
        self.token = self._tokens.token()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Nothing stays open; the token is kept for the next time."""

    def send(self, message: Message, committing: Callable[[], None]) -> None:
        """One message to its one recipient; returns when Graph accepted it (202). Raises ``NotDelivered`` and its kinds."""
        if self._closed and self._clock() < self._closed[0]:
            raise self._closed[1]
        committed = False

        def leaving() -> None:
            nonlocal committed
            if not committed:
                committing()
                committed = True

        answer, renewed = self._post(message, leaving), False
        for _ in range(TRIES):
            if answer.status == 401 and not renewed:
                self.token, renewed = self._tokens.token(renew=True), True
            elif answer.status in {429, 503} and (answer.wait or 0) <= LONGEST_WAIT:
                self._sleep(answer.wait if answer.wait is not None else APART)
            else:
                break
            answer = self._post(message, leaving)
        if answer.status != 202:
            raise self._refused(answer, message)

    def _post(self, message: Message, leaving: Callable[[], None]) -> Answered:
        """Offer the message, when its turn has come."""
        self._sleep(max(0.0, self._next - self._clock()))
        self._next = self._clock() + APART
        self.token = self._tokens.token()  # which may have ended since
        return ask(
            "POST",
            f"{self._service}/v1.0/users/{quote(self.mailbox, safe='@')}/sendMail",
            self._email,
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "text/plain"},
            content=base64.b64encode(message.payload),
            leaving=leaving,
            answer_seconds=self._answer_seconds,
        )

    def _refused(self, answer: Answered, message: Message) -> NotDelivered:
        """What an answer that is no 202 means: for this message, for all of them, or for nobody to know."""
        code, says = _error(answer)
        said = f"Microsoft Graph said: {answer.status} {code} {says}".strip()
        match answer.status:
            case 401:
                return NoConnection(f"{said}. A new token was refused too: check [email] oauth. {_LATER}", permanent=True)
            case 403:
                sender = message.sender.email
                other = "" if sender.casefold() == self.mailbox.casefold() else f", or that mailbox not as {sender}"
                return NoConnection(
                    f"{said}. The app may not send as {self.mailbox}{other}: it needs the application permission {MAY_SEND} with admin "
                    f"consent, no access policy that shuts this mailbox out, and “send as” for another From. {_LATER}",
                    permanent=True,
                )
            case 404:
                says = f"{said}. There is no mailbox {self.mailbox} in this tenant: check [email] via. {_LATER}"
                return NoConnection(says, permanent=True)
            case 429 | 503:
                refused = NotDelivered(said, permanent=False, fault=Fault.LIMIT)
                self._closed = self._clock() + (answer.wait or APART), refused
                return refused
            case 502 | 504:  # said by what stands in front of the service: it may have the message
                return AnswerLost(f"{said}: nobody can know whether it took the message")
            case 413:
                return NotDelivered(said, permanent=True, fault=Fault.RECIPIENT)
            case status if status >= 500:
                return NotDelivered(said, permanent=False, fault=Fault.LIMIT)
            case status if status >= 400:
                theirs = code in {"ErrorInvalidRecipients", "ErrorMessageSizeExceeded"}
                return NotDelivered(said, permanent=True, fault=Fault.RECIPIENT if theirs else Fault.UNKNOWN)
        return NoConnection(f"{said}. This is not how Microsoft Graph answers: check [email] service. {_LATER}", permanent=True)


def _error(answer: Answered) -> tuple[str, str]:
    """The code and the words of an OData error, harmless and short."""
    error: Any = answer.data.get("error")
    if not isinstance(error, dict):
        return "", ""
    return neutral.words(str(error.get("code") or "")), neutral.words(str(error.get("message") or "")).rstrip(".")
