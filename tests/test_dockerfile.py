"""The Dockerfile, read line by line, and its build steps run in a bare environment: `docker build` cannot be run everywhere."""

from __future__ import annotations

import fnmatch
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import requires
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Step:
    """One instruction of a Dockerfile."""

    word: str
    rest: str


def steps() -> list[Step]:
    """All instructions, continued lines joined, comments gone."""
    lines = [line for line in (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    joined = re.sub(r"\\\n", "", "\n".join(lines))
    return [Step(*line.split(None, 1)) for line in joined.splitlines() if line.strip()]


def stages() -> list[list[Step]]:
    """The instructions of each stage, its FROM first."""
    found: list[list[Step]] = []
    for step in steps():
        if step.word == "FROM":
            found.append([])
        if found:
            found[-1].append(step)
    return found


def named(name: str) -> list[Step]:
    """The stage of that name."""
    (found,) = [stage for stage in stages() if stage[0].rest.endswith(f" AS {name}")]
    return found


def only(stage: list[Step], word: str) -> str:
    """The one instruction of that word."""
    (found,) = [step.rest for step in stage if step.word == word]
    return found


def runs(stage: list[Step]) -> list[str]:
    """The commands of a stage, one by one."""
    return [command.strip() for step in stage if step.word == "RUN" for command in step.rest.split("&&")]


def test_stages_on_one_base_by_digest() -> None:
    """The base is a slim Python named by its digest, and the same for what is built and what runs it. What is built without a target is the
    image without a browser."""
    arguments = [step.rest for step in steps() if step.word == "ARG"]
    assert len(arguments) == 1
    assert re.fullmatch(r"BASE=docker\.io/library/python:3\.\d+\.\d+-slim-[a-z]+@sha256:[0-9a-f]{64}", arguments[0])
    assert [stage[0].rest for stage in stages()] == [
        *("${BASE} AS build", "build AS build-browser", "${BASE} AS runtime", "runtime AS browser", "runtime")
    ]
    assert len(stages()[-1]) == 1


def test_the_browser_is_one_more_layer() -> None:
    """The variant with Chromium adds Debian's package and what drives it, and is nobody's root in the end either."""
    stage = named("browser")
    assert [step.rest for step in stage if step.word == "COPY"] == ["--from=build-browser /opt/reviewer /opt/reviewer"]
    assert [command.split()[0] for command in runs(stage)] == ["apt-get", "apt-get", "rm"]
    assert [step.rest for step in stage if step.word == "USER"] == ["root", only(named("runtime"), "USER")]
    assert only(stage, "ENV") == "REVIEWER_CHROMIUM_SANDBOX=off"
    assert {step.word for step in stage} == {"FROM", "USER", "RUN", "COPY", "ENV"}


def test_everything_is_hash_locked() -> None:
    """Nothing is installed but what a lock file names with its hash, or what was built here."""
    installs = [command for stage in stages() for command in runs(stage) if " install " in command and "pip" in command]
    assert len(installs) == 4
    assert all("--require-hashes" in command or "--no-index" in command for command in installs)
    for name in ("requirements.lock", "requirements-build.lock", "requirements-browser.lock"):
        pins = re.findall(r"(?m)^\S.*(?:\n    .*)*", (ROOT / name).read_text(encoding="utf-8"))
        assert all("==" in pin and "--hash=sha256:" in pin for pin in pins), name


def test_the_build_tools_are_those_of_the_developers() -> None:
    """requirements-build.lock holds the build group and what it needs, at the versions and hashes of requirements-dev.lock: `make lock`."""
    build, dev = ((ROOT / f"requirements-{name}.lock").read_text(encoding="utf-8") for name in ("build", "dev"))
    pins = re.findall(r"(?m)^\S.*(?:\n    .*)*", build)
    needed = {re.split(r"[\s<>=~!;\[]", need)[0] for need in requires("hatchling") or () if "python_version <" not in need}
    assert {re.split("[=; ]", pin)[0] for pin in pins} == {"editables", "hatchling", *needed}
    assert all(pin in dev for pin in pins)


def test_what_drives_the_browser_is_that_of_the_developers() -> None:
    """requirements-browser.lock holds Playwright and what it needs, at the versions and hashes of requirements-dev.lock: `make lock`."""
    pytest.importorskip("playwright", reason="no Playwright here: pip install 'content-reviewer[browser]'")
    browser, dev = ((ROOT / f"requirements-{name}.lock").read_text(encoding="utf-8") for name in ("browser", "dev"))
    pins = re.findall(r"(?m)^\S.*(?:\n    .*)*", browser)
    needed = {re.split(r"[\s<>=~!;\[]", need)[0].replace("_", "-") for need in requires("playwright") or ()}
    assert {re.split("[=; ]", pin)[0] for pin in pins} == {"playwright", *needed}
    assert all(pin in dev for pin in pins)


def test_the_final_image_is_bare() -> None:
    """No build tools, no pip, no package manager's work: one copy from the build stage, and a user."""
    final = named("runtime")
    assert [step.rest for step in final if step.word == "COPY"] == ["--from=build /opt/reviewer /opt/reviewer"]
    assert all(step.word != "ADD" for stage in stages() for step in stage)
    said = " ".join(runs(final))
    assert "pip uninstall --yes pip" in said
    assert not re.search(r"apt|gcc|curl|wget| install -r", said)
    assert "/opt/reviewer/bin/python -m pip uninstall --yes pip" in runs(stages()[0])


def test_nobody_is_root() -> None:
    """It runs as a numeric uid that is not root's, so that runAsNonRoot can be checked; the state volume belongs to it."""
    final = named("runtime")
    user, _, group = only(final, "USER").partition(":")
    assert int(user) >= 10000
    assert int(group) >= 10000
    assert any(f"--owner={user} --group={group}" in command and command.endswith(" /state") for command in runs(final))
    assert json.loads(only(final, "VOLUME")) == ["/state"]
    words = [step.word for step in final]
    assert words.index("USER") > max(index for index, word in enumerate(words) if word == "RUN")


def test_signals_arrive() -> None:
    """Exec form everywhere: a shell in between would swallow SIGTERM."""
    final = named("runtime")
    assert json.loads(only(final, "ENTRYPOINT")) == ["reviewer"]
    assert json.loads(only(final, "CMD")) == ["schedule"]
    assert only(final, "STOPSIGNAL") == "SIGTERM"
    check = only(final, "HEALTHCHECK")
    assert json.loads(check.split("CMD", 1)[1]) == ["reviewer", "--quiet", "health"]


def test_a_read_only_root() -> None:
    """Python writes no bytecode, and whatever is written without another word goes to the volume: the usual places start there.

    The image names no config, so that `docker run reviewer check URL` and `demo` need none.
    """
    final = named("runtime")
    assert "PYTHONDONTWRITEBYTECODE=1" in only(final, "ENV")
    assert "REVIEWER_" not in only(final, "ENV")
    assert only(final, "WORKDIR") in json.loads(only(final, "VOLUME"))


def let_in(path: str) -> bool:
    """Whether .dockerignore lets a path travel (the last pattern that fits decides)."""
    allowed = True
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines():
        pattern = line.removeprefix("!")
        if line and not line.startswith("#") and (fnmatch.fnmatch(path, pattern) or path.startswith(f"{pattern}/")):
            allowed = line.startswith("!")
    return allowed


def test_what_is_copied_travels() -> None:
    """What the Dockerfile copies exists and is let through; the rest, secrets and state first, stays at home."""
    for step in stages()[0]:
        if step.word == "COPY":
            for source in step.rest.split()[:-1]:
                assert (ROOT / source).exists(), source
                assert let_in(source), source
    for path in (
        ".git/config",
        ".venv/bin/python",
        "reviewer.sqlite3",
        "config/reviewer.toml",
        "config/owners.toml",
        "outbox/x.eml",
        "tests/x.py",
    ):
        assert not let_in(path), path
    assert let_in("config/reviewer.example.toml")


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_build_steps_work(tmp_path: Path) -> None:
    """Each command of the build stage works in an empty folder with a bare environment, and what comes out runs without pip."""
    build = stages()[0]
    env = {name: value for name, value in os.environ.items() if name.startswith("PIP_") or name in {"HTTPS_PROXY", "SSL_CERT_FILE"}}
    env |= {"PATH": f"{Path(sys.base_prefix) / 'bin'}:/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"}

    def here(text: str) -> str:
        return re.sub(r"(?<![\w.])/(opt|src)\b", rf"{tmp_path}/\1", text)

    (tmp_path / "opt").mkdir()
    (tmp_path / "src").mkdir()
    for step in build:
        if step.word == "ENV":
            env |= dict(pair.split("=", 1) for pair in step.rest.split())
        elif step.word == "COPY":
            *sources, target = step.rest.split()
            for source in sources:
                whither = tmp_path / "src" / (target if (ROOT / source).is_dir() else ".")
                subprocess.run(["cp", "-RL", str(ROOT / source), str(whither)], check=True)
        elif step.word == "RUN":
            done = subprocess.run(
                ["/bin/sh", "-ec", here(step.rest)], cwd=tmp_path / "src", env=env, capture_output=True, text=True, check=False
            )
            if "No matching distribution" in done.stderr or "Could not find a version" in done.stderr:
                pytest.skip(f"no package index can be reached from here: {done.stderr.strip().splitlines()[-1]}")
            assert done.returncode == 0, f"{step.rest}\n{done.stdout}\n{done.stderr}"
    program = tmp_path / "opt/reviewer/bin/reviewer"
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    said = subprocess.run([program, "checks"], cwd=tmp_path, env=bare, capture_output=True, text=True, check=True).stdout
    assert "review_date" in said
    assert not (tmp_path / "opt/reviewer/bin/pip").exists()
    assert subprocess.run([program.parent / "python", "-c", "import pip"], env=bare, capture_output=True, check=False).returncode != 0
