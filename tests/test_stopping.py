"""Being asked to stop: by whom, once, within the grace."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading

import pytest

from reviewer.stopping import Stop, signals


def test_nobody_asked() -> None:
    """Without a signal nothing stops, and the exit code is 0."""
    stop = Stop()
    assert not stop
    assert (stop.exit_code, stop.signal, stop.wait(0)) == (0, None, False)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_asks_and_is_told_once(number: signal.Signals, code: int) -> None:
    """The first signal sets the stop, everyone who wanted to know is told once, and the exit code is the shell's for that signal."""
    told: list[str] = []
    stop, asked = Stop(), threading.Event()
    stop.then(lambda: told.append("first"))
    stop.then(lambda: (_ for _ in ()).throw(RuntimeError("this loop is closed")))
    stop.then(asked.set)
    with signals(stop):
        signal.raise_signal(number)
        assert asked.wait(10)
        stop.ask(number)
    stop.then(lambda: told.append("late"))
    assert told == ["first", "late"]
    assert stop
    assert stop.wait(0)
    assert stop.exit_code == code


def test_handlers_are_given_back() -> None:
    """After the block the process has its handlers as before."""
    before = signal.getsignal(signal.SIGTERM)
    with signals(Stop()):
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before


STUBBORN = """
import signal, sys, threading
from reviewer.stopping import Stop, signals
with signals(Stop(), grace=float(sys.argv[1])) as stop:
    print("ready", flush=True)
    stop.wait(60)
    print("asked", flush=True)
    threading.Event().wait(60)
"""


@pytest.mark.parametrize(("grace", "signals_sent", "code"), [("0.1", 1, 143), ("60", 2, 143)])
def test_who_does_not_stop_is_ended(grace: str, signals_sent: int, code: int) -> None:
    """When the grace is over, or at a second signal, the process ends whatever it does."""
    with subprocess.Popen([sys.executable, "-c", STUBBORN, grace], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGTERM)
        assert process.stdout.readline() == "asked\n"
        if signals_sent == 2:
            process.send_signal(signal.SIGTERM)
        assert process.wait(30) == code
