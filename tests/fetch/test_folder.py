"""A folder on disk answers as a web server would that shows it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from reviewer.fetch import ORIGIN, FolderDoor, served_below
from reviewer.model import Answer, NoAnswer, Reason


def put(folder: Path, **files: str) -> Path:
    """Write files; ``__`` in a name is a slash, and each is a page."""
    for name, text in files.items():
        at = folder / f"{name.replace('__', '/')}.html"
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_text(text)
    return folder


def test_the_page_for_what_is_not_there_is_no_page(tmp_path: Path) -> None:
    """``404.html``, of the site and of each language, and the folder that some programs write it into."""
    put(tmp_path, index="x", fr__index="x", fr__guide="x")
    for name in ("404.html", "fr/404.html", "404/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Not here")
    assert FolderDoor(tmp_path).pages() == (f"{ORIGIN}/fr/guide.html", f"{ORIGIN}/fr/", f"{ORIGIN}/")


def test_an_index_and_its_folder_are_one_page(tmp_path: Path) -> None:
    """It has the folder's address; a link to the file arrives there, without a redirect. The second index of a folder is a page."""
    put(tmp_path, index="one")
    (tmp_path / "index.htm").write_text("two")
    door = FolderDoor(tmp_path)
    assert set(door.pages()) == {f"{ORIGIN}/", f"{ORIGIN}/index.htm"}
    fetched = asyncio.run(door.fetch(f"{ORIGIN}/index.html"))
    assert isinstance(fetched, Answer)
    assert (fetched.final_url, fetched.hops, fetched.body) == (f"{ORIGIN}/", (), b"one")


@pytest.mark.parametrize(("base", "shown"), [("docs", "/docs/"), ("/docs/", "/docs/"), ("/", "/"), ("", "/"), ("/a/b", "/a/b/")])
def test_the_path_below_which_a_folder_is_served(tmp_path: Path, base: str, shown: str) -> None:
    """However it is written, the pages stand below it."""
    put(tmp_path, index="x", page="x")
    assert set(FolderDoor(tmp_path, base=base).pages()) == {f"{ORIGIN}{shown}", f"{ORIGIN}{shown}page.html"}


def test_what_is_beside_the_folder_is_not_asked_for(tmp_path: Path) -> None:
    """The same host has other things than this folder, of which nobody here knows anything."""
    door = FolderDoor(put(tmp_path, index="x"), base="/docs/")
    beside = asyncio.run(door.fetch(f"{ORIGIN}/blog/"))
    assert isinstance(beside, NoAnswer)
    assert (beside.reason, "below /docs/" in beside.detail) == (Reason.NOT_ASKED, True)
    bare = asyncio.run(door.fetch(f"{ORIGIN}/docs"))
    assert isinstance(bare, Answer)
    assert (bare.status, bare.final_url) == (200, f"{ORIGIN}/docs/")


def test_the_path_is_guessed_by_the_rooted_links(tmp_path: Path) -> None:
    """Most of them are nowhere in the folder, and are there without their first folders."""
    links = "".join(f'<a href="/docs/v2/guide/{name}">x</a>' for name in ("a", "b.html", "", "none")) + '<a href="/">home</a>'
    put(tmp_path, index=links, guide__a=links, guide__b=links, guide__index=links)
    assert served_below(tmp_path) == "/docs/v2/"


def test_no_path_is_guessed_without_need(tmp_path: Path) -> None:
    """Where the links lead into the folder as they are, where there are few, and where no path would mend them."""
    assert served_below(put(tmp_path / "few", index='<a href="/docs/a">x</a>')) == "/"
    fine = "".join(f'<a href="/guide/{name}">x</a>' for name in "abcdefghijkl")
    put(tmp_path / "fine", index=fine, **{f"guide__{name}": "x" for name in "abcdefghijkl"})
    assert served_below(tmp_path / "fine") == "/"
    assert served_below(put(tmp_path / "lost", index=fine)) == "/"
