"""Figures for Prometheus, taken from the state when somebody asks: they are right after a restart, too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry, Metric


@dataclass(frozen=True, slots=True)
class Gauges:
    """What the state says of itself. ``success`` is when the last run ended well; ``pages`` is by read/unread, ``links`` by verdict,
    ``issues`` and ``messages`` by state, ``runs`` by outcome. ``digest`` is when a digest was last made, ``outage`` since when our own
    network has not worked, ``unheard`` how many readers have not got their mail and ``untold`` how many open issues were told to nobody for
    two periods. Of a fleet ``queue`` has the jobs by state, ``oldest`` for how many seconds the first of them has been waiting, and
    ``workers`` how many gave a sign of life."""

    success: dt.datetime | None = None
    seconds: float = 0.0
    pages: Mapping[str, int] = field(default_factory=dict)
    links: Mapping[str, int] = field(default_factory=dict)
    issues: Mapping[str, int] = field(default_factory=dict)
    messages: Mapping[str, int] = field(default_factory=dict)
    runs: Mapping[str, int] = field(default_factory=dict)
    digest: dt.datetime | None = None
    outage: dt.datetime | None = None
    unheard: int = 0
    untold: int = 0
    queue: Mapping[str, int] | None = None
    oldest: float = 0.0
    workers: int = 0


def registry(figures: Callable[[], Gauges], version: str) -> CollectorRegistry:
    """A registry of its own: nothing of the process, nothing global."""
    from prometheus_client import CollectorRegistry
    from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily

    def gauge(name: str, says: str, label: str, values: Mapping[str, int]) -> Metric:
        family = GaugeMetricFamily(name, says, labels=[label])
        for key, value in sorted(values.items()):
            family.add_metric([key], value)
        return family

    class FromState:
        """Asks for the figures once for each scrape."""

        def collect(self) -> Iterator[Metric]:
            now = figures()
            yield InfoMetricFamily("reviewer", "The program.", {"version": version})
            yield GaugeMetricFamily(
                "reviewer_last_success_timestamp_seconds",
                "When the last successful run ended; 0 when none did.",
                now.success.timestamp() if now.success else 0,
            )
            for name, says, moment in (
                ("reviewer_last_digest_timestamp_seconds", "When a digest was last made; 0 when none was.", now.digest),
                ("reviewer_outage_since_timestamp_seconds", "Since when our own network has not worked; 0 when it does.", now.outage),
            ):
                yield GaugeMetricFamily(name, says, moment.timestamp() if moment else 0)
            yield GaugeMetricFamily("reviewer_unheard_readers", "Readers who have not got their mail for two periods.", now.unheard)
            yield GaugeMetricFamily("reviewer_untold_issues", "Open issues that were told to nobody for two periods.", now.untold)
            yield GaugeMetricFamily("reviewer_last_run_seconds", "How long the last successful run took.", now.seconds)
            yield gauge("reviewer_pages", "Pages of the last run, by whether they could be read.", "state", now.pages)
            yield gauge("reviewer_links", "Links of the last run by verdict, each URL once.", "verdict", now.links)
            yield gauge("reviewer_issues", "Issues by state.", "state", now.issues)
            yield gauge("reviewer_messages", "Messages in the outbox, by outcome.", "outcome", now.messages)
            runs = CounterMetricFamily("reviewer_runs", "Runs by outcome.", labels=["outcome"])
            for outcome, count in sorted(now.runs.items()):
                runs.add_metric([outcome], count)
            yield runs
            if now.queue is not None:
                yield GaugeMetricFamily("reviewer_queue_depth", "Jobs of the fleet that wait for a worker.", now.queue.get("todo", 0))
                yield gauge("reviewer_queue_jobs", "Jobs of the fleet by state; those that succeeded are gone.", "state", now.queue)
                yield GaugeMetricFamily("reviewer_queue_oldest_seconds", "For how long the oldest job has been waiting.", now.oldest)
                yield GaugeMetricFamily("reviewer_workers", "Workers of the fleet that gave a sign of life lately.", now.workers)

    made = CollectorRegistry(auto_describe=False)
    made.register(FromState())
    return made
