"""By GOV.UK Notify, for public bodies: ``notify:TEMPLATE_ID``, a template of theirs with the fields ((subject)) and ((body)).

The ``reference`` of each e-mail is our Message-ID, and is looked up before anything is sent: what Notify has is not sent again, whatever
became of its answer. The body is Notify's Markdown; a calendar part cannot go along.
https://docs.notifications.service.gov.uk/python.html
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import TracebackType
from typing import Any, Final, Self
from urllib.parse import urlencode

from reviewer import neutral
from reviewer.deliver import markdown
from reviewer.deliver.calls import ANSWER_SECONDS, Answered, ask
from reviewer.deliver.failures import AnswerLost, Fault, NoConnection, NotDelivered
from reviewer.model import Message
from reviewer.settings import Email

SCHEMES: Final = ("notify",)
LEAVES: Final = True

SERVICE: Final = "https://api.notifications.service.gov.uk"
FIELDS: Final = frozenset({"subject", "body"})

MINUTE: Final = 60.0
"""Seconds until a rate limit of Notify has passed: 3,000 requests in 60 seconds."""

MISSING: Final = "GOV.UK Notify needs a package that is not installed: pip install 'content-reviewer[notify]'. Nothing was sent."

FAILED: Final = frozenset({"temporary-failure", "technical-failure"})
"""What Notify has tried and given up, and may be asked for again."""

_KEY: Final = re.compile(r"(?i)\S*(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-?){2}")
_LATER: Final = "Everything is kept and goes by itself at the next run after that is mended."
_CONFIG: Final = re.compile(r"(?i)template|personalisation|team-only|trial mode|reply_to|permission|service is|sending emails")
"""What a 400 speaks of when no recipient is at fault."""
_RECIPIENT: Final = re.compile(r"(?i)email_address|email address|too long|too big|character")


def connect(email: Email) -> Notify:
    """The template of ``notify:TEMPLATE_ID``; nothing is asked yet."""
    return Notify(email)


def probe(email: Email) -> tuple[str, ...]:
    """Ask for the template and see that it has our fields. Sends nothing; raises ``NoConnection``."""
    with connect(email) as way:
        return (
            f"GOV.UK Notify knows the API key and the template {way.name!r} with ((subject)) and ((body)); nothing was sent",
            "whether the key may send to everybody cannot be seen: a test key sends nothing, a team key only to your team",
        )


class _Refused(Exception):
    """Notify's answer is a refusal."""

    def __init__(self, answer: Answered) -> None:
        super().__init__(answer.status)
        self.answer = answer


class Notify:
    """One template. Entering it asks for it. ``sleep`` passes the time of a rate limit."""

    def __init__(self, email: Email, *, sleep: Callable[[float], object] = time.sleep, answer_seconds: float = ANSWER_SECONDS) -> None:
        self.name = ""
        self._email = email
        self._template = email.via.partition(":")[2]
        self._sleep = sleep
        self._session = _Session(email, answer_seconds)
        self._client: Any = None
        self._full: NotDelivered | None = None

    def __enter__(self) -> Self:
        """Ask for the template, which also shows whether the key is good. Raises ``NoConnection`` with what to do."""
        self._client = self._client or self._opened()
        with self._asking():
            template = self._client.get_template(self._template)
        fields = frozenset(template.get("personalisation") or ())
        if template.get("type") != "email":
            says = f"the template {self._template} of GOV.UK Notify is for {neutral.words(str(template.get('type')))}, not for e-mail"
            raise NoConnection(f"{says}: check [email] via. {_LATER}", permanent=True)
        if fields != FIELDS:
            has = ", ".join(f"(({neutral.words(each)}))" for each in sorted(fields)) or "none"
            raise NoConnection(
                f"the template {self._template} of GOV.UK Notify has the fields {has}. It needs ((subject)) as its subject, ((body)) as "
                f"its message, and no others. {_LATER}",
                permanent=True,
            )
        self.name = neutral.words(str(template.get("name") or ""))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Nothing stays open."""

    def _opened(self) -> Any:
        """Notify's own client, over our calls."""
        try:
            made: Any = import_module("notifications_python_client.notifications")
        except ModuleNotFoundError as error:
            raise NoConnection(MISSING, permanent=True) from error
        key = self._email.notify_key or ""
        if not _KEY.fullmatch(key):
            raise NoConnection(
                "REVIEWER_NOTIFY_KEY is no API key of GOV.UK Notify: a name and two UUIDs, joined by hyphens", permanent=True
            )
        client = made.NotificationsAPIClient(key, base_url=self._email.service or SERVICE)
        client.request_session = self._session
        return client

    def send(self, message: Message, committing: Callable[[], None]) -> None:
        """One message to its one recipient, unless Notify has it already. Raises ``NotDelivered`` and its kinds."""
        if self._full:
            raise self._full
        reference = message.message_id.strip("<>")
        with self._asking():
            if self._taken(reference, message):
                return
        body = markdown.of_html(message.html) if message.html.strip() else markdown.of_text(message.text)
        committed = False

        def leaving() -> None:
            nonlocal committed
            if not committed:
                committing()
                committed = True

        self._session.leaving = leaving
        try:
            with self._asking():
                self._patiently(
                    lambda: self._client.send_email_notification(
                        email_address=message.to.email,
                        template_id=self._template,
                        personalisation={"subject": message.subject, "body": body},
                        reference=reference,
                        email_reply_to_id=self._email.notify_reply_to,
                    )
                )
        finally:
            self._session.leaving = None

    def _taken(self, reference: str, message: Message) -> bool:
        """Whether Notify has this message. Raises ``NotDelivered`` when it knows that the recipient cannot be reached."""
        known = self._patiently(lambda: self._client.get_all_notifications(reference=reference)).get("notifications") or ()
        states = {str(each.get("status")) for each in known if each.get("reference") == reference}
        if "permanent-failure" in states:
            says = f"GOV.UK Notify could not deliver it: there is no mailbox {message.to.email}"
            raise NotDelivered(says, permanent=True, fault=Fault.RECIPIENT)
        return bool(states - FAILED)

    def _patiently(self, asks: Callable[[], Any]) -> Any:
        """Ask, and once more when a minute's limit was reached."""
        try:
            return asks()
        except _Refused as error:
            if error.answer.status != 429 or _names(error.answer) != {"RateLimitError"}:
                raise
            self._sleep(min(error.answer.wait or MINUTE, MINUTE))
            return asks()

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """Tell a refusal by whose it is."""
        try:
            yield
        except _Refused as error:
            refused = _meaning(error.answer, self._template)
            if error.answer.status == 429:
                self._full = refused
            raise refused from error


class _Session:
    """How Notify's client asks: by our calls. ``leaving`` is called just before a message leaves."""

    def __init__(self, email: Email, answer_seconds: float) -> None:
        self._email = email
        self._answer_seconds = answer_seconds
        self.leaving: Callable[[], None] | None = None

    def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        data: str | None = None,
        params: Mapping[str, str] | None = None,
        **_: Any,
    ) -> _Reply:
        """Ask once. A question that is no message has no answer that could be lost."""
        if params:
            url = f"{url}?{urlencode(params)}"
        content = None if data is None else data.encode()
        leaving = self.leaving if self.leaving and method == "POST" else None
        try:
            answered = ask(
                method,
                url,
                self._email,
                headers=headers,
                content=content,
                leaving=leaving or (lambda: None),
                answer_seconds=self._answer_seconds,
            )
        except AnswerLost as error:
            if leaving:
                raise
            raise NoConnection(f"GOV.UK Notify did not answer: {error.says}") from error
        if leaving and answered.status in {502, 504}:  # said by what stands in front of the service: it may have the message
            raise AnswerLost(f"GOV.UK Notify said: {answered.status}: nobody can know whether it took the message")
        if 200 <= answered.status < 300 and not answered.data:
            says = "GOV.UK Notify did not answer as it does: check [email] service"
            raise AnswerLost(says) if leaving else NoConnection(says, permanent=True)
        return _Reply(answered)


class _Reply:
    """An answer as Notify's client reads it."""

    def __init__(self, answered: Answered) -> None:
        self.status_code = answered.status
        self._answered = answered

    def raise_for_status(self) -> None:
        """Raise for whatever is no success."""
        if not 200 <= self.status_code < 300:
            raise _Refused(self._answered)

    def json(self) -> dict[str, Any]:
        """The body; what is no JSON object says nothing."""
        return self._answered.data


def _errors(answer: Answered) -> list[tuple[str, str]]:
    """Notify's errors as (name, words), harmless and short."""
    found = answer.data.get("errors")
    errors = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
    return [(neutral.words(str(each.get("error") or "")), neutral.words(str(each.get("message") or ""))) for each in errors]


def _names(answer: Answered) -> set[str]:
    return {name for name, _ in _errors(answer)}


def _meaning(answer: Answered, template: str) -> NotDelivered:
    """What a refusal means: for this message, for all of them, or for a while. A 404 is the template's: all else is asked by it."""
    words = "; ".join(f"{name}: {says}" for name, says in _errors(answer)) or "(no reason)"
    said = f"GOV.UK Notify said: {answer.status} {words}"
    match answer.status:
        case 401 | 403:
            hint = "check this machine's clock" if "clock" in words else "check REVIEWER_NOTIFY_KEY"
            return NoConnection(f"{said}. It does not accept the API key: {hint}. {_LATER}", permanent=True)
        case 404:
            says = f"{said}. The service of this key has no template {template}: check [email] via. {_LATER}"
            return NoConnection(says, permanent=True)
        case 429:
            return NotDelivered(said, permanent=False, fault=Fault.LIMIT)
        case status if status >= 500:
            return NotDelivered(said, permanent=False, fault=Fault.LIMIT)
        case 400 if _CONFIG.search(words):
            return NoConnection(
                f"{said}. This is not about one recipient: mend the template, the key or the service. {_LATER}", permanent=True
            )
        case status if status >= 400:
            theirs = _RECIPIENT.search(words) or status == 413
            return NotDelivered(said, permanent=True, fault=Fault.RECIPIENT if theirs else Fault.UNKNOWN)
    return NoConnection(f"{said}. This is not how GOV.UK Notify answers: check [email] service. {_LATER}", permanent=True)
