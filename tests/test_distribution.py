"""What is published: the name, the extras, the command, and the files of the wheel."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_name_is_free_and_the_command_stays() -> None:
    """Another package is called reviewer on PyPI; ours has a name of its own, and the same command."""
    assert PROJECT["name"] == "content-reviewer"
    assert PROJECT["scripts"] == {"reviewer": "reviewer.cli:main"}
    assert "content-reviewer" in (ROOT / "docs" / "releasing.md").read_text(encoding="utf-8")
    assert "content_reviewer-*.whl" in (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_all_has_every_extra() -> None:
    """``[all]`` names every other extra but ``browser``, which is of no use without Chromium and has a lock file of its own."""
    extras = PROJECT["optional-dependencies"]
    assert extras["all"] == [f"content-reviewer[{','.join(sorted(set(extras) - {'all', 'browser'}))}]"]


@pytest.mark.timeout(120)
def test_the_wheel_with_all_extras(tmp_path: Path) -> None:
    """The wheel builds; ``pip install wheel[all]`` takes it; it brings templates and examples, and runs by itself."""
    made = tmp_path / "dist"
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(made), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = made.glob("content_reviewer-*.whl")
    with zipfile.ZipFile(wheel) as held:
        names = held.namelist()
        about = Parser().parsestr(held.read(next(name for name in names if name.endswith("METADATA"))).decode())
    assert about["Name"] == "content-reviewer"
    assert set(about.get_all("Provides-Extra", [])) == set(PROJECT["optional-dependencies"])
    assert {"reviewer/templates/digest.html", "reviewer/examples/reviewer.example.toml"} <= set(names)
    target = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target), f"{wheel}[all]"]
    subprocess.run(install, check=True, capture_output=True)
    said = subprocess.run(
        [sys.executable, "-m", "reviewer", "--version"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(target)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert "reviewer" in said.stdout
