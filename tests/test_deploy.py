"""The files in config/deploy: read by the programs that they are for, or by their rules."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from reviewer import config as configs
from reviewer.cli import reviewer

DEPLOY = Path(__file__).parents[1] / "config" / "deploy"
ENV = {"REVIEWER_SMTP_PASSWORD": "hunter2"}


def documents(*names: str) -> Iterator[Any]:
    """The documents of YAML files."""
    for name in names:
        yield from yaml.safe_load_all((DEPLOY / name).read_text(encoding="utf-8"))


# --- configs


@pytest.mark.parametrize(("folder", "env"), [("compose", {}), ("kubernetes", ENV)])
def test_configs_load(folder: str, env: dict[str, str]) -> None:
    """Each config that comes with a way to run is a good one, keeps its state on the volume, and mails only where it should."""
    found = configs.load(DEPLOY / folder / "reviewer.toml", env)
    assert found.state.at.startswith("/state/")
    assert found.report_folder.startswith("/state/")
    assert found.sites[0].owner == "web.team@example.org"
    assert {owner.email.rpartition("@")[2] for owner in found.directory.owners} == {"example.org"}


def words(command: list[str]) -> list[str]:
    """The command line with --help at its end: it is then parsed, and nothing is done."""
    return [*command, "--help"]


@pytest.mark.parametrize(
    "command", [["--log", "json", "schedule"], ["--log", "json", "run"], ["-q", "run"], ["--quiet", "health"], ["doctor"]]
)
def test_commands_exist(command: list[str]) -> None:
    """Every command that the files call is one of ours, with those options."""
    assert CliRunner().invoke(reviewer, words(command)).exit_code == 0


# --- compose


def compose() -> dict[str, Any]:
    """The compose file."""
    (found,) = documents("compose/compose.yaml")
    assert isinstance(found, dict)
    return found


def test_compose_is_hardened() -> None:
    """Reviewer runs as nobody, on a read-only root, without capabilities, and its config is read-only."""
    service = compose()["services"]["reviewer"]
    assert service["user"] == "10001:10001"
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert [volume for volume in service["volumes"] if not volume.endswith(":ro")] == ["state:/state"]
    assert (DEPLOY / "compose" / service["build"]["context"] / "Dockerfile").resolve().is_file()
    assert all((DEPLOY / "compose" / volume.split(":")[0]).exists() for volume in service["volumes"] if volume.startswith("./"))


def test_compose_mails_nobody() -> None:
    """Mailpit takes the mail: it is on no network that leads out, is seen on this machine only, and is named by its digest."""
    found = compose()
    mailpit = found["services"]["mailpit"]
    config = configs.load(DEPLOY / "compose" / "reviewer.toml", {})
    assert config.email.via == "smtp://mailpit:1025"
    assert mailpit["networks"] == ["mail"]
    assert all(port.startswith("127.0.0.1:") for port in mailpit["ports"])
    assert re.fullmatch(r"axllent/mailpit:v[\d.]+@sha256:[0-9a-f]{64}", mailpit["image"])


def test_compose_reads_it() -> None:
    """Docker's own reader takes the file, where there is one."""
    if not shutil.which("docker") or subprocess.run(["docker", "compose", "version"], capture_output=True, check=False).returncode:
        pytest.skip("docker compose is not installed")
    done = subprocess.run(
        ["docker", "compose", "-f", str(DEPLOY / "compose/compose.yaml"), "config", "--quiet"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


# --- systemd

UNITS = ("reviewer.service", "reviewer-schedule.service")


def unit(name: str) -> configparser.ConfigParser:
    """A unit file; repeated keys keep the last value."""
    found = configparser.ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read(DEPLOY / "systemd" / name, encoding="utf-8")
    return found


@pytest.mark.parametrize("name", UNITS)
def test_units_are_hardened(name: str) -> None:
    """A user of its own without rights, a read-only system, one folder for the state, the password as a credential."""
    service = unit(name)["Service"]
    wanted = {
        "DynamicUser": "yes",
        "NoNewPrivileges": "yes",
        "ProtectSystem": "strict",
        "ProtectHome": "yes",
        "PrivateTmp": "yes",
        "PrivateDevices": "yes",
        "CapabilityBoundingSet": "",
        "StateDirectory": "reviewer",
        "StateDirectoryMode": "0700",
        "UMask": "0077",
        "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
    }
    assert {key: service[key] for key in wanted} == wanted
    assert service["LoadCredential"].startswith("smtp_password:")
    assert service["Environment"] == "REVIEWER_SMTP_PASSWORD_FILE=%d/smtp_password"
    assert "WantedBy" in unit(name)["Install"]


def test_exit_codes() -> None:
    """A run that finds another one at work is no failure; a schedule that needs a person is not restarted for nothing."""
    assert unit("reviewer.service")["Service"]["SuccessExitStatus"] == "75"
    schedule = unit("reviewer-schedule.service")["Service"]
    assert (schedule["Restart"], schedule["RestartPreventExitStatus"], schedule["SuccessExitStatus"]) == ("on-failure", "2", "143")


def test_the_timer() -> None:
    """A machine that slept catches up, and the timer calls the run."""
    timer = unit("reviewer.timer")["Timer"]
    assert timer["Persistent"] == "true"
    assert timer["Unit"] == "reviewer.service"


def analyze(*words: str) -> subprocess.CompletedProcess[str]:
    """Ask systemd itself, where it is."""
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed")
    return subprocess.run(["systemd-analyze", *words], capture_output=True, text=True, check=False)


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    """systemd-analyze verify finds no unknown key and no wrong value."""
    for name in (*UNITS, "reviewer.timer"):
        text = (DEPLOY / "systemd" / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("/opt/reviewer/bin/reviewer", "/bin/true"), encoding="utf-8")
    done = analyze("verify", "--man=no", *(str(tmp_path / name) for name in (*UNITS, "reviewer.timer")))
    assert str(tmp_path) not in done.stderr, done.stderr
    assert "reviewer" not in done.stderr, done.stderr


@pytest.mark.parametrize("name", UNITS)
def test_little_is_exposed(name: str) -> None:
    """Systemd rates the exposure of each service as low (2 of 10 or less)."""
    done = analyze("security", "--offline=true", "--threshold=20", str(DEPLOY / "systemd" / name))
    assert done.returncode == 0, done.stdout[-300:]


def test_times_are_times() -> None:
    """Systemd can read the timer's calendar."""
    for line in (DEPLOY / "systemd/reviewer.timer").read_text(encoding="utf-8").splitlines():
        if line.startswith("OnCalendar="):
            assert analyze("calendar", line.partition("=")[2]).returncode == 0


# --- Kubernetes

WORKLOADS = ("kubernetes/deployment.yaml", "kubernetes/cronjob.yaml")


def pod(name: str) -> dict[str, Any]:
    """The pod of a workload."""
    (found,) = documents(name)
    template = found["spec"]["jobTemplate"]["spec"]["template"] if found["kind"] == "CronJob" else found["spec"]["template"]
    assert template["metadata"]["labels"] == {"app.kubernetes.io/name": "reviewer"}
    spec = template["spec"]
    assert isinstance(spec, dict)
    return spec


@pytest.mark.parametrize("name", WORKLOADS)
def test_pods_are_restricted(name: str) -> None:
    """What the "restricted" Pod Security Standard asks for, a read-only root, and no token of the cluster."""
    spec = pod(name)
    (container,) = spec["containers"]
    assert spec["automountServiceAccountToken"] is False
    assert spec["securityContext"]["runAsNonRoot"] is True
    assert spec["securityContext"]["runAsUser"] == 10001
    assert spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert container["resources"]["limits"]["memory"]
    mounts = {mount["name"]: mount for mount in container["volumeMounts"]}
    assert set(mounts) == {volume["name"] for volume in spec["volumes"]}
    assert mounts["config"]["readOnly"]
    assert mounts["secrets"]["readOnly"]


@pytest.mark.parametrize("name", WORKLOADS)
def test_pods_fit_the_image(name: str) -> None:
    """Arguments, not a command: the image's entry point stays process 1. The variables are ones that reviewer knows."""
    from reviewer.config.environment import KNOWN, OTHERS

    (container,) = pod(name)["containers"]
    assert "command" not in container
    assert CliRunner().invoke(reviewer, words(container["args"])).exit_code == 0
    assert {variable["name"].removesuffix("_FILE") for variable in container["env"]} <= {*KNOWN, *OTHERS}


def test_one_at_a_time() -> None:
    """Never two at once: the deployment lets the old one go first, the job forbids a second one."""
    deployment, job = documents(*WORKLOADS)
    assert deployment["spec"]["replicas"] == 1
    assert deployment["spec"]["strategy"] == {"type": "Recreate"}
    assert job["spec"]["concurrencyPolicy"] == "Forbid"
    assert job["spec"]["timeZone"] == configs.load(DEPLOY / "kubernetes/reviewer.toml", ENV).organisation.timezone


def test_probes_meet_the_port() -> None:
    """The port of the probes, of the metrics and of the network policy is the one in the config, open to the pod's outside."""
    watching = configs.load(DEPLOY / "kubernetes/reviewer.toml", ENV).watching
    (container,) = pod(WORKLOADS[0])["containers"]
    (policy,) = documents("kubernetes/network.yaml")
    assert watching.address == "0.0.0.0"
    assert [port["containerPort"] for port in container["ports"]] == [watching.port]
    assert policy["spec"]["ingress"] == [{"ports": [{"protocol": "TCP", "port": watching.port}]}]
    assert container["livenessProbe"]["tcpSocket"]["port"] == container["ports"][0]["name"]


def test_kustomize_builds() -> None:
    """All that the kustomization names is there; kubectl puts it together, where it is installed."""
    (found,) = documents("kubernetes/kustomization.yaml")
    files = [*found["resources"], *found["configMapGenerator"][0]["files"]]
    assert all((DEPLOY / "kubernetes" / name).is_file() for name in files)
    if not shutil.which("kubectl"):
        pytest.skip("kubectl is not installed")
    done = subprocess.run(["kubectl", "kustomize", str(DEPLOY / "kubernetes")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    kinds = [document["kind"] for document in yaml.safe_load_all(done.stdout)]
    assert sorted(kinds) == ["ConfigMap", "Deployment", "Namespace", "NetworkPolicy", "PersistentVolumeClaim"]
