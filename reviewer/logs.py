"""Log lines: JSON for a collector, short text for a person at a desk; no secret and no body of a message in either, whatever is logged."""

from __future__ import annotations

import logging
import re
import signal
import sys
from collections.abc import Iterable, Mapping, MutableMapping
from types import TracebackType
from typing import Any, Final, TextIO
from urllib.parse import urlsplit

from reviewer.doors import without
from reviewer.settings import Config
from reviewer.stopping import Stop

HIDDEN: Final = "[hidden]"
LONGEST: Final = 2_000
LONGEST_TRACEBACK: Final = 12_000

_SECRET_NAME: Final = re.compile(r"(?i)passw|secret|token|api_?-?key|credential|authori[sz]ation|cookie|signature")
_BODIES: Final = frozenset({"payload", "body", "html", "text", "message", "content"})
_USERINFO: Final = re.compile(r"(?i)\b([a-z][a-z0-9+.-]{1,20}://)[^\s/?#@\"']{1,500}@")
_QUERY: Final = re.compile(
    r"(?i)([?&;](?:[a-z0-9_.-]{0,40}(?:passw|secret|token|api_?-?key|signature)[a-z0-9_.-]{0,40}|sig|key|code)=)[^&#\s\"']+"
)
_HEADER: Final = re.compile(r"(?i)\b((?:proxy-)?authorization|set-cookie|cookie)(['\"]?\s*[:=,]\s*['\"]?)[^\r\n'\"]+")


class Scrub:
    """A structlog processor: the one place that knows what must not be in a log. ``secrets`` are values to hide wherever they stand."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets = sorted({secret for secret in secrets if secret}, key=len, reverse=True)

    def __call__(self, logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        """Scrub one event."""
        del logger, method
        return {key: self.value(key, value) for key, value in event.items()}

    def value(self, key: str, value: object) -> object:
        """A value as it may be logged, by the name it is logged under."""
        if _SECRET_NAME.search(key):
            return HIDDEN
        if isinstance(value, bool | int | float) or value is None:
            return value
        if isinstance(value, bytes | bytearray | memoryview):
            return f"[{len(value)} bytes]"
        if isinstance(value, Mapping):
            return {str(name): self.value(str(name), each) for name, each in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self.value("", each) for each in value]
        text = str(value)
        if key in _BODIES:
            return f"[{len(text)} characters]"
        return self.text(text, LONGEST_TRACEBACK if key == "exception" else LONGEST)

    def text(self, text: str, longest: int = LONGEST) -> str:
        """A text without the secrets in it, cut when it is long, on one line unless it is a traceback."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        text = _HEADER.sub(rf"\1\2{HIDDEN}", _QUERY.sub(rf"\1{HIDDEN}", _USERINFO.sub(rf"\1{HIDDEN}@", text)))
        return text if len(text) <= longest else f"{text[:longest]} [cut: {len(text)} characters]"


def set_up(
    form: str | None = None, *, verbose: int = 0, quiet: bool = False, secrets: Iterable[str] = (), stream: TextIO | None = None
) -> None:
    """Send the log lines of the house and of its libraries to stderr (or ``stream``).

    ``form`` is ``json`` or ``text``; without it text on a terminal and JSON in a pipe. At a desk warnings and worse are shown, with
    ``-v`` one line for each run, with ``-vv`` one for each page; in a container one for each run.
    ``secrets`` are values that must never be shown.
    Exceptions that nobody catches are logged too, scrubbed like the rest.
    """
    with without("rich"):  # our lines have their tracebacks as text
        import structlog

    stream = stream or sys.stderr
    as_json = form == "json" or (form is None and not stream.isatty())
    scrub = Scrub(secrets)
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        scrub,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    renderer = structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else structlog.dev.ConsoleRenderer(colors=stream.isatty())
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer]
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    usual = logging.INFO if as_json else logging.WARNING
    level = logging.ERROR if quiet else logging.DEBUG if verbose > 1 else logging.INFO if verbose else usual
    logging.getLogger("reviewer").setLevel(level)
    sys.excepthook = _uncaught


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log what nobody caught; Ctrl-C is no error."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log("reviewer").critical("crashed", exc_info=(kind, error, trace))


def secrets_of(config: Config) -> tuple[str, ...]:
    """What of a config must never be in a log: passwords, and the address of the dead man's switch, which anybody could ping."""
    words = (
        *(
            urlsplit(config.state.at).password,
            config.email.password,
            config.email.oauth.secret,
            config.email.notify_key,
            config.watching.ping,
        ),
        *(word for _, (_, word) in config.network.credentials),
        *(login.password for login in config.network.logins),
        *(chat.webhook for chat in config.admin.chats),
    )
    return tuple(word for word in words if word)


def tell_of(stop: Stop) -> None:
    """Log it when somebody asks the process to stop: a run that ended early says who ended it."""
    stop.then(lambda: log("reviewer").warning("asked to stop", signal=signal.Signals(stop.signal or signal.SIGTERM).name))


def log(name: str) -> Any:
    """A logger of the house: ``log("reviewer.schedule").info("run done", pages=12)``. Keys, not sentences, carry the values."""
    with without("rich"):
        import structlog

    return structlog.stdlib.get_logger(name)
