"""One URL on its way through redirects: what was asked, where it is now, and what may still be told to whom."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from types import MappingProxyType

from reviewer.fetch.fetching import Robots
from reviewer.fetch.pace import SHORT_WAIT, Clock
from reviewer.fetch.targets import Jar, Target
from reviewer.fetch.wire.choosing import Headers
from reviewer.model import Answer, Certificate, Hop, NoAnswer, Reason

SECRET = {"authorization", "cookie", "proxy-authorization"}
CONDITIONAL = {"if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "if-range", "range"}


class Journey:
    """The state of one fetch."""

    def __init__(self, url: str, cap: int, headers: Headers, clock: Clock, *, own: bool, robots: Robots, jar: Jar | None = None) -> None:
        """Begin at the URL that was asked for."""
        self._clock = clock
        self._began: float | None = None
        self.url = url
        self.cap = cap
        self.own = own
        self.robots = robots
        self.tries = 0
        self.status: int | None = None
        self.hops: tuple[Hop, ...] = ()
        self._headers = tuple(headers)
        self._jar = Jar() if jar is None else jar
        self.spent = self._jar.spent
        self.form: tuple[str, bytes] | None = None
        self._left = False
        self._seen: set[tuple[str, str]] = set()
        self._home: Target | None = None
        self.at: Target

    def start(self, at: Target) -> None:
        """Take the first place."""
        self.at = self._home = at

    def tick(self) -> None:
        """A server is asked: time runs."""
        self._began = self._clock.now()

    def tock(self) -> None:
        """The server is done: time stands still."""
        self.spent.seconds = self.seconds
        self._began = None

    @property
    def seconds(self) -> float:
        """Time spent with servers so far, on the way that led here included."""
        return self.spent.seconds if self._began is None else self.spent.seconds + self._clock.now() - self._began

    @property
    def patience(self) -> float:
        """Seconds of pauses that it still waits for, over all its hops."""
        return SHORT_WAIT - self.spent.waited

    @property
    def own_here(self) -> bool:
        """Whether the server that is asked now is one of ours."""
        return self.own and self._home is not None and self.at.host == self._home.host

    def headers(
        self, usual: Headers, credentials: Mapping[str, tuple[str, str]], sessions: Mapping[str, str] = MappingProxyType({})
    ) -> list[tuple[str, str]]:
        """What to send here: secrets only until the journey first leaves its origin, conditions only at the first address. ``sessions`` are
        cookies of origins where we are logged in."""
        barred = (SECRET if self._left else {"cookie"}) | (CONDITIONAL if self.hops else set())
        given = [(name, value) for name, value in self._headers if name.lower() not in barred]
        named = {name.lower() for name, _ in given}
        sent = [(name, value) for name, value in usual if name.lower() not in named] + given
        secret = credentials.get(self.at.origin)
        if secret and not self._left and self.at.scheme == "https" and "authorization" not in named:
            sent.append(("Authorization", "Basic " + base64.b64encode(":".join(secret).encode()).decode("ascii")))
        cookies = self._cookies(self.at)
        if not self._left and (session := sessions.get(self.at.origin)):
            named = {pair.partition("=")[0] for pair in cookies.split("; ")}
            cookies = "; ".join(
                [*(pair for pair in session.split("; ") if pair.partition("=")[0] not in named), *([cookies] if cookies else [])]
            )
        if self.form is not None:
            sent.append(("Content-Type", self.form[0]))
        if cookies:
            sent.append(("Cookie", cookies))
        return sent

    def _cookies(self, to: Target) -> str:
        """The one Cookie header for a place (RFC 6265, 5.4): what we were given for the first origin, under what was set on the way."""
        ours = self._jar.header(to)
        if self._left:
            return ours
        named = {pair.partition("=")[0] for pair in ours.split("; ")}
        given = [pair for name, value in self._headers if name.lower() == "cookie" for pair in value.split("; ")]
        return "; ".join([*(pair for pair in given if pair.partition("=")[0] not in named), *([ours] if ours else [])])

    def redirected(self, status: int, to: Target, cookies: list[str]) -> bool:
        """Move on; False when the journey was there before with the same cookies: it goes round in circles."""
        self._seen.add((self.at.href, self._cookies(self.at)))
        self.form = None  # as browsers do after 302 and 303; what asks for it to be sent again (307) does not get it
        self._jar.take(self.at, cookies)
        self.hops += (Hop(self.at.href, status, f"{to.href}#{to.fragment}" if to.fragment else to.href),)
        self.spent.hops += 1
        self._left = self._left or to.origin != self.at.origin
        self.at = to
        return (to.href, self._cookies(to)) not in self._seen

    def answered(self, status: int, headers: tuple[tuple[str, str], ...], body: bytes, *, cut: bool) -> Answer:
        """The end: an answer."""
        return Answer(self.url, self.at.href, status, headers, body, cut, self.hops, round(self.seconds, 6))

    def ended(self, reason: Reason, detail: str, *, retry_after: float | None = None, certificate: Certificate | None = None) -> NoAnswer:
        """The end: no answer, and why."""
        at = self.at.href if self._home else self.url
        return NoAnswer(self.url, at, reason, detail, self.hops, self.status, retry_after, round(self.seconds, 6), certificate)


def retry_after(value: str | None, now: dt.datetime) -> float | None:
    """Seconds until a Retry-After (RFC 9110, 10.2.3: seconds or a date), 0 for the past; None when it cannot be read."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return max(0.0, (moment - now).total_seconds())
