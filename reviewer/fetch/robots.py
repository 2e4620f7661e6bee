"""What a site asks of robots (RFC 9309), read by protego."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from reviewer.model import Answer, Fetched

PRODUCT = "reviewer"
"""Our product token (RFC 9309, 2.2.1)."""

LONGEST_DELAY = 60.0


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one origin. ``parsed`` is None when there are none to obey, or none could be had: then ``missing`` says why."""

    parsed: Protego | None
    missing: str = ""

    def allowed(self, url: str) -> bool:
        """Whether we may fetch that URL. Nobody may when the rules could not be had (RFC 9309, 2.3.1.4)."""
        if self.parsed is None:
            return not self.missing
        return bool(self.parsed.can_fetch(url, PRODUCT))

    @property
    def delay(self) -> float:
        """Seconds that it wants between two requests, at most a minute, 0 when it says nothing."""
        if self.parsed is None:
            return 0.0
        return min(LONGEST_DELAY, max(0.0, float(self.parsed.crawl_delay(PRODUCT) or 0.0)))

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that it names."""
        return tuple(self.parsed.sitemaps) if self.parsed else ()


def rules(fetched: Fetched) -> Rules:
    """What an answer for /robots.txt means: 2xx are rules, 5xx and no answer at all that nothing may be fetched, anything else that there
    are none (RFC 9309, 2.3.1).

    Of 4xx there is one exception: 429 says nothing about rules, only that they could not be had now, so it counts as 503 does
    (docs/decisions/0015). Of a file that is too long the line at which it was cut is left out: half a path is another rule.
    """
    if not isinstance(fetched, Answer):
        return Rules(None, missing=f"({fetched.reason.value.replace('_', ' ')})" + (f": {fetched.detail}" if fetched.detail else ""))
    if fetched.status >= 500 or fetched.status == 429:
        return Rules(None, missing=f"(it answered {fetched.status})")
    if not 200 <= fetched.status < 300:
        return Rules(None)
    body = fetched.body
    if fetched.cut:
        body = body[: max(body.rfind(b"\n"), body.rfind(b"\r")) + 1]
    lines = body.decode("utf-8", "replace").lstrip("\ufeff").splitlines()
    return Rules(Protego.parse("\n".join(_ours(line) if PRODUCT in line.lower() else line for line in lines)))


def _ours(line: str) -> str:
    """A line that names us with a version or a remark, as our own User-Agent does, in the form that protego knows: without it."""
    field, _, value = line.partition(":")
    words = value.partition("#")[0].lower().replace("/", " ").split()
    return f"User-agent: {PRODUCT}" if field.strip().lower() == "user-agent" and words[:1] == [PRODUCT] else line
