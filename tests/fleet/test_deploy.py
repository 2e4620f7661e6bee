"""The files in config/deploy/fleet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from reviewer import config as configs
from reviewer.cli import reviewer
from reviewer.schedule.metrics import Gauges, registry

FLEET = Path(__file__).parents[2] / "config" / "deploy" / "fleet"
GRACE = 30
"""Seconds in which a worker finishes or hands back its job (``reviewer.fleet.GRACE``)."""


def documents(*names: str) -> list[Any]:
    """The documents of YAML files."""
    return [each for name in names for each in yaml.safe_load_all((FLEET / "kubernetes" / name).read_text(encoding="utf-8"))]


def kind(name: str, what: str) -> Any:
    """The document of that kind in a file."""
    return next(each for each in documents(name) if each["kind"] == what)


@pytest.mark.parametrize("folder", [".", "kubernetes"])
def test_configs_load(folder: str) -> None:
    """Each config is a good one, of a fleet, and needs no password in the file."""
    env = {"REVIEWER_STATE": "postgresql://reviewer:secret@postgres/reviewer"}
    env |= {"REVIEWER_SMTP_PASSWORD": "hunter2"} if folder == "kubernetes" else {}
    found = configs.load(FLEET / folder / "reviewer.toml", env)
    assert found.fleet.enabled
    assert found.state.at.startswith("postgresql://")
    assert found.watching.port == 9464
    assert "secret" not in (FLEET / folder / "reviewer.toml").read_text(encoding="utf-8")


def test_compose_has_all_that_a_fleet_needs() -> None:
    """PostgreSQL, one schedule, three workers with time to hand back their jobs, and a mail server that mails nobody."""
    services = yaml.safe_load((FLEET / "compose.yaml").read_text(encoding="utf-8"))["services"]
    assert set(services) == {"schedule", "worker", "postgres", "mailpit"}
    assert services["worker"]["deploy"]["replicas"] == 3
    assert int(services["worker"]["stop_grace_period"].rstrip("s")) > GRACE
    for name in ("schedule", "worker"):
        assert services[name]["read_only"] is True
        assert services[name]["cap_drop"] == ["ALL"]
        assert services[name]["command"][-1] == name
        assert services[name]["depends_on"]["postgres"]["condition"] == "service_healthy"
        assert CliRunner().invoke(reviewer, [*services[name]["command"], "--help"]).exit_code == 0


@pytest.mark.parametrize("name", ["schedule", "workers"])
def test_pods_are_restricted(name: str) -> None:
    """As those of one process: no root, nothing to write to but the volumes, no token."""
    pod = kind(f"{name}.yaml", "Deployment")["spec"]["template"]["spec"]
    box = pod["containers"][0]
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert box["securityContext"] == {"allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]}}
    assert {mount["name"] for mount in box["volumeMounts"]} == {volume["name"] for volume in pod["volumes"]}
    assert CliRunner().invoke(reviewer, [*box["args"], "--help"]).exit_code == 0


def test_workers_end_in_their_own_time_and_one_at_a_time() -> None:
    """A worker has its 30 seconds before it is killed, and a drain of nodes does not take all of them."""
    assert kind("workers.yaml", "Deployment")["spec"]["template"]["spec"]["terminationGracePeriodSeconds"] > GRACE
    budget = kind("workers.yaml", "PodDisruptionBudget")["spec"]
    assert budget["maxUnavailable"] == 1
    labels = kind("workers.yaml", "Deployment")["spec"]["template"]["metadata"]["labels"]
    assert budget["selector"]["matchLabels"].items() <= labels.items()


def test_the_autoscaler_asks_for_a_figure_that_there_is() -> None:
    """The number of workers follows the depth of the queue, by the name under which /metrics tells it; the Deployment does not say one too."""
    scaler = kind("workers.yaml", "HorizontalPodAutoscaler")["spec"]
    name = scaler["metrics"][0]["external"]["metric"]["name"]
    told = {family.name: family for family in registry(lambda: Gauges(queue={"todo": 7, "doing": 2}, oldest=3.0, workers=2), "1").collect()}
    assert told[name].samples[0].value == 7
    assert told["reviewer_workers"].samples[0].value == 2
    assert told["reviewer_queue_oldest_seconds"].samples[0].value == 3
    assert {sample.labels["state"]: sample.value for sample in told["reviewer_queue_jobs"].samples} == {"todo": 7, "doing": 2}
    assert "reviewer_workers" not in {family.name for family in registry(Gauges, "1").collect()}
    assert "replicas" not in kind("workers.yaml", "Deployment")["spec"]
    assert scaler["scaleTargetRef"]["name"] == kind("workers.yaml", "Deployment")["metadata"]["name"]


def test_all_files_are_named() -> None:
    """What is not in the kustomization is not applied."""
    resources = yaml.safe_load((FLEET / "kubernetes" / "kustomization.yaml").read_text(encoding="utf-8"))["resources"]
    here = {path.name for path in (FLEET / "kubernetes").glob("*.yaml")} - {"kustomization.yaml"}
    assert here == {name for name in resources if "/" not in name}
    assert all((FLEET / "kubernetes" / name).exists() for name in resources)
