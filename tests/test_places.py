"""Files that come with the program are found in a clone and in a wheel."""

from __future__ import annotations

from pathlib import Path

from reviewer import places


def test_templates_stand_beside_the_package_in_a_clone() -> None:
    """The clone that runs this test has them."""
    assert (places.templates() / "digest.html").is_file()


def test_folders_inside_the_package_go_first(tmp_path: Path) -> None:
    """A wheel has them inside; a clone has not."""
    package = tmp_path / "reviewer"
    package.mkdir()
    assert places.templates(package) == tmp_path / "templates"
    (package / "templates").mkdir()
    assert places.templates(package) == package / "templates"
