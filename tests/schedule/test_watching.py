"""The port for whoever is on call."""

from __future__ import annotations

import datetime as dt
import socket
from collections.abc import Callable
from http.client import HTTPConnection

import pytest
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families

from reviewer.schedule.metrics import Gauges
from reviewer.schedule.watching import PortRefused, application, watched
from reviewer.schedule.wellness import Health
from reviewer.store.failures import StateFailed

FIGURES = Gauges(
    success=dt.datetime(2026, 11, 23, 6, 5, tzinfo=dt.UTC),
    seconds=12.5,
    pages={"read": 12, "unread": 1},
    links={"works": 80, "broken": 3},
    issues={"open": 7},
    messages={"sent": 4, "refused": 1},
    runs={"done": 9},
    digest=dt.datetime(2026, 11, 23, 6, 5, tzinfo=dt.UTC),
    unheard=2,
    untold=3,
)


WELL = Health(well=True, says="Well.")


def asked(
    path: str,
    method: str = "GET",
    *,
    health: Health = WELL,
    figures: Callable[[], Gauges] = Gauges,
) -> tuple[int, bytes]:
    """What the port answers."""
    with watched(application(lambda: health, figures, "1.2.3"), address="127.0.0.1", port=0) as port:
        return ask(port, path, method)


def ask(port: int, path: str, method: str = "GET") -> tuple[int, bytes]:
    """One request."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_figures_for_prometheus() -> None:
    """The figures come out in Prometheus' form, from a registry of their own."""
    status, body = asked("/metrics", figures=lambda: FIGURES)
    families = list(text_string_to_metric_families(body.decode()))
    values = {(sample.name, *sample.labels.values()): sample.value for family in families for sample in family.samples}
    assert status == 200
    assert values == {
        ("reviewer_info", "1.2.3"): 1,
        ("reviewer_last_success_timestamp_seconds",): 1795413900,
        ("reviewer_last_digest_timestamp_seconds",): 1795413900,
        ("reviewer_outage_since_timestamp_seconds",): 0,
        ("reviewer_unheard_readers",): 2,
        ("reviewer_untold_issues",): 3,
        ("reviewer_last_run_seconds",): 12.5,
        ("reviewer_pages", "read"): 12,
        ("reviewer_pages", "unread"): 1,
        ("reviewer_links", "works"): 80,
        ("reviewer_links", "broken"): 3,
        ("reviewer_issues", "open"): 7,
        ("reviewer_messages", "sent"): 4,
        ("reviewer_messages", "refused"): 1,
        ("reviewer_runs_total", "done"): 9,
    }
    assert not any(name.startswith("reviewer") for name in REGISTRY._names_to_collectors)


def test_before_the_first_run_there_are_no_figures() -> None:
    """Without a run the last success is 0 and nothing is made up."""
    assert b"reviewer_last_success_timestamp_seconds 0.0" in asked("/metrics")[1]


@pytest.mark.parametrize(("well", "status"), [(True, 200), (False, 503)])
def test_health(well: bool, status: int) -> None:
    """An ill schedule answers 503 and says why, a well one 200; both may be asked with HEAD."""
    found = Health(well, "So it is.")
    assert asked("/healthz", health=found) == (status, b"So it is.\n")
    assert asked("/healthz", "HEAD", health=found) == (status, b"")


@pytest.mark.parametrize(
    ("method", "path", "code"), [("POST", "/healthz", 405), ("DELETE", "/metrics", 405), ("GET", "/", 404), ("GET", "/x", 404)]
)
def test_nothing_else_is_answered(method: str, path: str, code: int) -> None:
    """Only GET and HEAD, only the two paths."""
    assert asked(path, method)[0] == code


def test_a_state_that_fails_is_ill() -> None:
    """When the state cannot be read the answer is 503 and the state's own words, not a traceback."""

    def fails() -> Gauges:
        raise StateFailed("The state did not answer.")

    assert asked("/metrics", figures=fails) == (503, b"The state did not answer.\n")


def test_who_says_nothing_keeps_nobody_waiting() -> None:
    """A client that connects and is silent does not hold up the next health check."""
    app = application(lambda: Health(well=True, says="Well."), Gauges, "1")
    with watched(app, address="127.0.0.1", port=0) as port, socket.create_connection(("127.0.0.1", port)):
        assert ask(port, "/healthz")[0] == 200


def test_a_taken_port_is_an_error() -> None:
    """A port that somebody else has is said before anything runs."""
    app = application(lambda: Health(well=True, says="Well."), Gauges, "1")
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(PortRefused, match=r"Port \d+ at 127.0.0.1 cannot be opened: .*in use. Set \[health\] port"),
        watched(app, address="127.0.0.1", port=taken.getsockname()[1]),
    ):
        pass
