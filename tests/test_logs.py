"""Log lines: what they say, and what they never do."""

from __future__ import annotations

import io
import json
import logging
import signal
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import logs
from reviewer.logs import HIDDEN, Scrub
from reviewer.stopping import Stop
from tests.logging_kept import as_before as as_before

CANARY = "canary-7f3a"


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    """The JSON lines."""
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize(
    "event",
    [
        {"password": CANARY},
        {"smtp_passwd": CANARY},
        {"Authorization": f"Basic {CANARY}"},
        {"url": f"https://me:{CANARY}@site.example/"},
        {"url": f"https://site.example/?api_key={CANARY}&page=1"},
        {"url": f"https://site.example/?X-Amz-Signature={CANARY}"},
        {"says": f"Set-Cookie: session={CANARY}; Path=/"},
        {"headers": {"authorization": CANARY, "accept": "*/*"}},
        {"headers": [("cookie", 1), f"Authorization: Bearer {CANARY}"]},
        {"payload": f"Subject: hello\r\n\r\n{CANARY}"},
        {"body": f"<p>{CANARY}</p>", "html": CANARY, "text": CANARY},
        {"raw": CANARY.encode()},
        {"why": ValueError(f"postgresql://me:{CANARY}@db.example/x does not answer")},
        {"why": f"the relay said {CANARY} is wrong"},
    ],
)
def test_no_secret_and_no_body_comes_out(event: dict[str, object]) -> None:
    """Whatever is logged, under whatever name: a secret is hidden and a body is its length."""
    stream = io.StringIO()
    logs.set_up("json", secrets=[CANARY] if "the relay" in str(event) else [], stream=stream)
    logs.log("reviewer.test").warning("tried", **event)
    assert CANARY not in stream.getvalue()
    assert lines(stream)[0]["event"] == "tried"


@pytest.mark.parametrize("form", ["json", "text"])
def test_tracebacks_are_scrubbed(form: str) -> None:
    """An exception is logged with its traceback and without the secrets in its message or its source lines' values."""
    stream = io.StringIO()
    logs.set_up(form, secrets=[CANARY], stream=stream)
    try:
        int(f"wrong password: {CANARY}")
    except ValueError:
        logs.log("reviewer.test").exception("failed")
        logging.getLogger("somebody.else").exception("failed with %s", CANARY)
    assert CANARY not in stream.getvalue()
    assert stream.getvalue().count("wrong password: [hidden]") >= 2


def test_what_nobody_caught_is_scrubbed_too() -> None:
    """A process that dies of an exception logs it without the secrets, and Ctrl-C is no error."""
    code = f"from reviewer import logs; logs.set_up('json', secrets=['{CANARY[:6]}' + '{CANARY[6:]}']); raise {{}}('{CANARY[:6]}' + '{CANARY[6:]}')"
    died = subprocess.run([sys.executable, "-c", code.format("RuntimeError")], capture_output=True, text=True, timeout=60, check=False)
    said = json.loads(died.stderr)
    assert (died.returncode, said["event"], said["level"]) == (1, "crashed", "critical")
    assert CANARY not in died.stderr
    assert "RuntimeError: [hidden]" in said["exception"]
    stopped = subprocess.run(
        [sys.executable, "-c", code.format("KeyboardInterrupt")], capture_output=True, text=True, timeout=60, check=False
    )
    assert "KeyboardInterrupt" in stopped.stderr
    assert "crashed" not in stopped.stderr


def test_json_in_a_pipe_and_words_at_a_desk() -> None:
    """Without --log a terminal gets text and a pipe JSON with a level, a logger and a moment in UTC."""
    pipe, desk = io.StringIO(), Terminal()
    logs.set_up(stream=pipe)
    logs.log("reviewer.run").info("run done", pages=12)
    (said,) = lines(pipe)
    assert {key: said[key] for key in ("event", "level", "logger", "pages")} == {
        "event": "run done",
        "level": "info",
        "logger": "reviewer.run",
        "pages": 12,
    }
    assert str(said["timestamp"]).endswith("Z")
    logs.set_up(stream=desk)
    logs.log("reviewer.run").warning("slow", pages=12)
    assert "slow" in desk.getvalue()
    assert not desk.getvalue().startswith("{")


@pytest.mark.parametrize(
    ("form", "verbose", "quiet", "levels"),
    [
        ("json", 0, False, ["info", "warning", "error"]),
        ("text", 0, False, ["warning", "error"]),
        ("text", 1, False, ["info", "warning", "error"]),
        ("text", 2, False, ["debug", "info", "warning", "error"]),
        ("json", 2, True, ["error"]),
    ],
)
def test_how_much_is_said(form: str, verbose: int, quiet: bool, levels: list[str]) -> None:
    """One line for each run in a container, warnings at a desk, -v for runs, -vv for pages, -q for errors only."""
    stream = io.StringIO()
    logs.set_up(form, verbose=verbose, quiet=quiet, stream=stream)
    for level in ("debug", "info", "warning", "error"):
        getattr(logs.log("reviewer.test"), level)(f"at {level}")
    assert [level for level in ("debug", "info", "warning", "error") if f"at {level}" in stream.getvalue()] == levels


def test_libraries_are_heard_when_they_warn() -> None:
    """Warnings of libraries come out in the same form; their chatter does not."""
    stream = io.StringIO()
    logs.set_up("json", stream=stream)
    logging.getLogger("alembic").info("chatter")
    logging.getLogger("alembic").warning("about %s", "something")
    assert [said["event"] for said in lines(stream)] == ["about something"]


def test_long_values_are_cut() -> None:
    """A line stays readable: a long value is cut and says so."""
    assert Scrub().value("says", "x" * 5000) == "x" * logs.LONGEST + " [cut: 5000 characters]"
    assert len(str(Scrub().value("exception", "x" * 5000))) == 5000


def test_plain_values_stay_what_they_are() -> None:
    """Numbers, truth values and nothing are not made into text."""
    assert Scrub()(None, "info", {"a": 1, "b": 2.5, "c": True, "d": None, "e": [1, {"f": "g"}], "token": 5}) == {
        "a": 1,
        "b": 2.5,
        "c": True,
        "d": None,
        "e": [1, {"f": "g"}],
        "token": HIDDEN,
    }


@given(before=st.text(max_size=30), after=st.text(max_size=30), key=st.sampled_from(["says", "exception", "url", "x"]))
@settings(max_examples=60)
def test_a_configured_secret_never_comes_out(before: str, after: str, key: str) -> None:
    """Wherever a configured secret stands in a text, it is hidden."""
    assert CANARY not in str(Scrub([CANARY, ""]).value(key, before + CANARY + after))


@pytest.mark.usefixtures("as_before")
def test_being_asked_to_stop_is_logged() -> None:
    """A run that SIGTERM ended early says who ended it, also when nothing else is said."""
    stream = io.StringIO()
    logs.set_up("json", stream=stream)
    stop = Stop()
    logs.tell_of(stop)
    stop.ask(signal.SIGTERM)
    (line,) = lines(stream)
    assert (line["event"], line["signal"]) == ("asked to stop", "SIGTERM")
