"""The files in config/deploy/fleet."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

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


def boxes() -> dict[str, tuple[Path, list[str], dict[str, str]]]:
    """Every process of ours that the files start: the folder of its config, its command line and its environment."""
    services = yaml.safe_load((FLEET / "compose.yaml").read_text(encoding="utf-8"))["services"]
    found = {f"compose {name}": (FLEET, services[name]["command"], services[name]["environment"]) for name in ("schedule", "worker")}
    for name in ("schedule", "workers"):
        box = kind(f"{name}.yaml", "Deployment")["spec"]["template"]["spec"]["containers"][0]
        found[f"kubernetes {name}"] = (FLEET / "kubernetes", box["args"], {each["name"]: each["value"] for each in box["env"]})
    return found


class Started:
    """A process as the files start it, with our paths in the place of those of its container."""

    def __init__(self, name: str, here: Path, at: str, port: int) -> None:
        folder, self.words, given = boxes()[name]
        secrets = {"state": at, "smtp-password": "hunter2"}
        for secret, text in secrets.items():
            (here / secret).write_text(text, encoding="utf-8")
        for file in folder.glob("*.toml"):
            text = file.read_text(encoding="utf-8").replace("port = 9464", f"port = {port}").replace('"/state/', f'"{here}/')
            (here / file.name).write_text(text, encoding="utf-8")
        places = {"/config/": f"{here}/", "/run/secrets/": f"{here}/", "/secrets/": f"{here}/"}
        self.env = {key: value for key, value in os.environ.items() if not key.startswith("REVIEWER_")}
        for key, value in given.items():
            start = next((start for start in places if value.startswith(start)), "")
            self.env[key] = places[start] + value.removeprefix(start) if start else value

    def __call__(self, *more: str) -> subprocess.Popen[str]:
        """Start it."""
        command = [sys.executable, "-m", "reviewer", *self.words, *more]
        return subprocess.Popen(command, env=self.env, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("name", ["compose worker", "kubernetes workers"])
def test_the_workers_start_as_the_files_start_them(tmp_path: Path, postgres: str, name: str) -> None:
    """With that command line, environment, config and secrets they reach the state, find nothing to do, and end well; no name of the
    environment means nothing."""
    pytest.importorskip("procrastinate")
    process = Started(name, tmp_path, postgres, 1)("--until-idle")
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 0, said
    assert "means nothing" not in said


@pytest.mark.parametrize("name", ["compose schedule", "kubernetes schedule"])
def test_the_schedule_starts_as_the_files_start_it(tmp_path: Path, postgres: str, name: str) -> None:
    """It reaches the state, opens the port that probes and Prometheus ask, tells the depth of the queue, and ends when it is asked to."""
    pytest.importorskip("procrastinate")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = Started(name, tmp_path, postgres, port)()
    try:
        until, body = time.monotonic() + 60, ""
        while not body and time.monotonic() < until and process.poll() is None:
            with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
                body = answer.read().decode()
            time.sleep(0.1)
        assert "reviewer_queue_depth 0.0" in body
    finally:
        process.terminate()
        said = process.communicate(timeout=30)[1]
    assert process.returncode in {143, -15}, said
    assert "means nothing" not in said


def test_ports_and_names_agree() -> None:
    """What the config opens or asks for is what the pods, services and policies have: the port of /metrics, PostgreSQL, the mail server,
    secrets, volumes, and the user of the image."""
    port = configs.load(FLEET / "kubernetes" / "reviewer.toml", {"REVIEWER_SMTP_PASSWORD": "x"}).watching.port
    template = kind("schedule.yaml", "Deployment")["spec"]["template"]
    pod, box = template["spec"], template["spec"]["containers"][0]
    assert template["metadata"]["annotations"]["prometheus.io/port"] == str(port)
    assert [each["containerPort"] for each in box["ports"]] == [port]
    assert {probe["tcpSocket"]["port"] for probe in (box["livenessProbe"], box["startupProbe"])} == {each["name"] for each in box["ports"]}
    policy = kind("network.yaml", "NetworkPolicy")["spec"]
    assert [each["port"] for each in policy["ingress"][0]["ports"]] == [port]
    assert {53, 80, 443, 587, 5432} <= {each["port"] for each in policy["egress"][0]["ports"]}
    claims = {each["persistentVolumeClaim"]["claimName"] for each in pod["volumes"] if "persistentVolumeClaim" in each}
    assert claims == {kind("schedule.yaml", "PersistentVolumeClaim")["metadata"]["name"]}
    made = documents("kustomization.yaml")[0]["configMapGenerator"][0]["name"]
    assert {each["configMap"]["name"] for each in pod["volumes"] if "configMap" in each} == {made}
    compose = yaml.safe_load((FLEET / "compose.yaml").read_text(encoding="utf-8"))
    found = configs.load(FLEET / "reviewer.toml", {})
    assert urlsplit(found.state.at).hostname in compose["services"]
    assert (urlsplit(found.email.via).hostname, urlsplit(found.email.via).port) == ("mailpit", 1025)
    assert {secret for service in compose["services"].values() for secret in service.get("secrets", ())} == set(compose["secrets"])
    user = re.search(r"(?m)^USER (\S+)", (FLEET.parents[2] / "Dockerfile").read_text(encoding="utf-8"))
    assert user is not None
    assert (
        compose["services"]["worker"]["user"].partition(":")[0]
        == user.group(1).partition(":")[0]
        == str(pod["securityContext"]["runAsUser"])
    )


def test_the_commands_in_the_words_of_the_files_exist() -> None:
    """What the head of the compose file tells a person to type."""
    head = (FLEET / "compose.yaml").read_text(encoding="utf-8")
    commands = re.findall(r"docker compose run --rm schedule (.+?)  ", head)
    assert commands
    for command in commands:
        assert CliRunner().invoke(reviewer, [*command.split(), "--help"]).exit_code == 0
