"""What a content repository uses: ``action.yml`` and the pre-commit hooks. The action's script is run as GitHub would run it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ACTION: Any = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS: Any = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

PAGE = """<!doctype html><html lang="en"><head><title>Tips</title></head><body><main><h1>Tips</h1>
<p>Some words about referring patients early, which everybody can read.</p>
<p><a href="{link}">The other page</a></p>
<p>Review date: {due}</p></main></body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site with an overdue page and a dead link, in a working directory."""
    public = tmp_path / "public"
    public.mkdir()
    (public / "index.html").write_text(PAGE.format(link="other.html", due="31 May 2024"))
    (public / "other.html").write_text(PAGE.format(link="gone.html", due="31 May 2028"))
    return tmp_path


def run_action(site: Path, **inputs: str) -> tuple[int, str, dict[str, str], Path]:
    """Run the action's last step: its exit code, output, named outputs, and the folder of its files."""
    temporary = site / "runner"
    (temporary / "reviewer-venv" / "bin").mkdir(parents=True, exist_ok=True)
    program = temporary / "reviewer-venv" / "bin" / "reviewer"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from reviewer.cli import main; main()" "$@"\n')
    program.chmod(0o755)
    step = ACTION["runs"]["steps"][-1]
    given = {name: str(one.get("default", "")) for name, one in ACTION["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in inputs.items()
    }
    env = {key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value) for key, value in step["env"].items()} | {
        "PATH": os.environ["PATH"],
        "RUNNER_TEMP": str(temporary),
        "GITHUB_OUTPUT": str(site / "out"),
        "GITHUB_STEP_SUMMARY": str(site / "summary"),
    }
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here; GitHub's runners have it")
    done = subprocess.run(
        [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=site,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    outputs = dict(line.split("=", 1) for line in (site / "out").read_text().splitlines())
    return done.returncode, done.stdout + done.stderr, outputs, Path(outputs["folder"])


def test_the_action_fails_and_says_why(site: Path) -> None:
    """A folder with an overdue page: exit code 1, annotations, a Markdown summary, and every file that the outputs promise."""
    code, said, outputs, folder = run_action(site, target="public", links="false", as_of="2026-11-21")
    assert code == 1, said
    assert outputs["exit-code"] == "1"
    assert "::error " in said
    assert "## Content review:" in (site / "summary").read_text("utf-8")
    promised = [str(one["value"]).rpartition("/")[2] for one in ACTION["outputs"].values() if "folder" in str(one["value"])]
    assert sorted(promised) == ["reviewer.html", "reviewer.json", "reviewer.sarif", "reviewer.xml"]
    assert all((folder / name).stat().st_size for name in promised)
    found = json.loads((folder / "reviewer.json").read_text("utf-8"))
    assert {finding["check"] for finding in found["findings"]} >= {"review_date", "broken_link"}


def test_a_baseline_makes_it_quiet(site: Path) -> None:
    """What an earlier run knew is not told again, so the second run passes."""
    _, _, _, folder = run_action(site, target="public", links="false", as_of="2026-11-21")
    shutil.copy(folder / "reviewer.json", site / "known.json")
    code, said, _, _ = run_action(site, target="public", links="false", as_of="2026-11-21", baseline="known.json")
    assert code == 0, said
    assert "::error" not in said


def test_inputs_are_never_shell(site: Path) -> None:
    """An input is an argument, whatever it holds: nothing in it is run. Every ${{ inputs }} stands in env, none in a script."""
    code, _, outputs, _ = run_action(site, target="public", links="false", only="$(touch${IFS}owned) ;touch owned", as_of="2026-11-21")
    assert (code, outputs["exit-code"]) == (2, "2")
    assert not (site / "owned").exists()
    assert all("${{" not in step.get("run", "") for step in ACTION["runs"]["steps"])


def test_the_threshold_is_the_callers(site: Path) -> None:
    """With ``never`` the job passes and still tells; a check can be left out."""
    code, said, _, _ = run_action(
        site, target="public", links="false", fail_on="never", as_of="2026-11-21", skip="broken_link", annotate="false"
    )
    assert code == 0, said
    assert "::error" not in said
    assert "does not work" not in (site / "summary").read_text("utf-8")


def test_the_hooks_are_a_manifest() -> None:
    """pre-commit itself accepts the file."""
    words = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hook_runs_on_a_folder(site: Path) -> None:
    """The hook's own entry and arguments fail on the overdue page, without a network."""
    hook = next(hook for hook in HOOKS if hook["id"] == "reviewer")
    words = [*hook["entry"].split()[1:], *hook["args"]]
    done = subprocess.run(
        [sys.executable, "-c", "from reviewer.cli import main; main()", "--as-of", "2026-11-21", *words],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "31 May 2024" in done.stdout
