"""Tests of ``reviewer schedule`` as a process: signals, process 1, the port, the lock."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psutil
import pytest
from click.testing import CliRunner

from reviewer.cli import reviewer
from reviewer.store import Store

REVIEWER = [sys.executable, "-c", "from reviewer.cli import main; main()"]


class Silent:
    """A web server that accepts and never answers; says when somebody came."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self.socket.getsockname()[1])
        self.came = threading.Event()
        self._kept: list[socket.socket] = []
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def _accept(self) -> None:
        while True:
            try:
                self._kept.append(self.socket.accept()[0])
            except OSError:
                return
            self.came.set()

    def close(self) -> None:
        self.socket.shutdown(socket.SHUT_RDWR)  # wakes the thread, which may just have let somebody in
        self._thread.join(10)
        self.socket.close()
        for each in self._kept:
            each.close()


@pytest.fixture
def silent() -> Iterator[Silent]:
    """A server that keeps everyone waiting."""
    with closing(Silent()) as server:
        yield server


def config(folder: Path, port: int, more: str = "") -> Path:
    """A config of one site on that port, with its state in the folder."""
    path = folder / "reviewer.toml"
    path.write_text(
        f'[organisation]\ncontact = "Web <web@example.org>"\n[network]\nallow = ["127.0.0.1"]\nports = [{port}]\n'
        f'[state]\nat = "{folder / "state.sqlite3"}"\n[report]\nfolder = "{folder / "report"}"\n{more}'
        f'[[site]]\nname = "Slow"\nstart = ["http://127.0.0.1:{port}/"]\n'
    )
    return path


@contextmanager
def scheduled(path: Path, *prefix: str) -> Iterator[subprocess.Popen[str]]:
    """The command, running, its log readable line by line; killed at the end if it still runs."""
    command = [*prefix, *REVIEWER, "-c", str(path), "--log", "json", "schedule", "--every", "0.2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, cwd=path.parent) as process:
        try:
            yield process
        finally:
            for child in psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []:
                child.kill()
            process.kill()


def until(process: subprocess.Popen[str], event: str) -> dict[str, object]:
    """Read the log up to an event."""
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("{") and (said := json.loads(line))["event"] == event:
            return dict(said)
    raise AssertionError(f"the log ended without {event}")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_a_run_in_hand_and_keeps_what_it_knows(tmp_path: Path, silent: Silent, number: signal.Signals, code: int) -> None:
    """In the middle of a look the schedule ends with the signal's exit code; the state is whole and the period is still open."""
    with scheduled(config(tmp_path, silent.port)) as process:
        until(process, "due")
        assert silent.came.wait(30)
        process.send_signal(number)
        assert process.wait(30) == code
    with Store.open(str(tmp_path / "state.sqlite3")) as store:
        assert [run.outcome for run in store.runs()] == ["interrupted"]
        assert store.periods_done("check") == frozenset()
        assert store.check().faults == ()


def test_process_1_of_a_container_ends_on_sigterm(tmp_path: Path, silent: Silent) -> None:
    """As process 1, which has no default action for SIGTERM, the schedule ends just the same."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "--pid", "--fork", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody make a process namespace")
    with scheduled(config(tmp_path, silent.port), unshare, "--pid", "--fork") as process:
        until(process, "due")
        assert silent.came.wait(30)
        (first,) = psutil.Process(process.pid).children()
        first.send_signal(signal.SIGTERM)
        assert process.wait(30) == 143


def test_the_lock_says_who_is_at_it(tmp_path: Path, silent: Silent) -> None:
    """A run beside a schedule that is at work ends with 75 and says who holds the lock since when; the lock dies with its holder."""
    path = config(tmp_path, silent.port)
    with scheduled(path) as process:
        until(process, "due")
        assert silent.came.wait(30)
        other = subprocess.run([*REVIEWER, "-c", str(path), "run"], capture_output=True, text=True, timeout=60, cwd=tmp_path, check=False)
        assert other.returncode == 75
        assert f"reviewer schedule, process {process.pid} on {socket.gethostname()}" in other.stderr
        assert "since 20" in other.stderr
        process.kill()
        process.wait(30)
    assert (tmp_path / "state.sqlite3.lock").exists()
    with scheduled(path) as process:
        until(process, "due")


def test_the_port_answers_whoever_is_on_call(tmp_path: Path, silent: Silent) -> None:
    """With [health] port set, /healthz and /metrics answer while a run is under way."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    with scheduled(config(tmp_path, silent.port, f"[health]\nport = {port}\n")) as process:
        assert until(process, "watching")["port"] == port
        until(process, "due")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=30) as answer:
            assert (answer.status, answer.read()[:8]) == (200, b"Up since")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=30) as answer:
            assert b'reviewer_runs_total{outcome="running"} 1.0' in answer.read()
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30)


def test_a_taken_port_is_a_mistake_of_the_config(tmp_path: Path, silent: Silent) -> None:
    """A port that somebody else has is said in a sentence, exit code 2, before anything is fetched."""
    path = config(tmp_path, silent.port, f"[health]\nport = {silent.port}\n")
    done = subprocess.run([*REVIEWER, "-c", str(path), "schedule"], capture_output=True, text=True, timeout=60, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert f"Port {silent.port} at 127.0.0.1 cannot be opened" in done.stderr
    assert not silent.came.is_set()


def test_a_schedule_cannot_stand_still(tmp_path: Path, silent: Silent) -> None:
    """--as-of and a schedule do not go together."""
    done = subprocess.run(
        [*REVIEWER, "-c", str(config(tmp_path, silent.port)), "--as-of", "2026-11-21", "schedule"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "COLUMNS": "200"},
    )
    assert done.returncode == 2
    assert "stands still" in done.stderr


def test_other_trouble_is_not_blamed_on_the_port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that refuses is said as it is, exit code 3; no port was asked for."""

    def refuses(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "report/index.html")

    monkeypatch.setattr("reviewer.commands.schedule.schedule", refuses)
    result = CliRunner().invoke(reviewer, ["-c", str(config(tmp_path, 1)), "schedule"])
    assert result.exit_code == 3
    assert "No space left on device: 'report/index.html'" in result.output
    assert "Port" not in result.output
