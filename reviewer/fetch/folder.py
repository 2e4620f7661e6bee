"""A built site on disk, as if a plain web server showed it: no network needed for its own links."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from pathlib import Path
from typing import Unpack

from reviewer import urls
from reviewer.fetch.below import based
from reviewer.fetch.fetching import Asked, Fetching
from reviewer.model import Answer, Fetched, Hop, NoAnswer, Reason

ORIGIN = "https://folder.invalid"
"""Where the folder seems to be; ``.invalid`` is nobody's (RFC 2606), so it never meets a real site."""

PAGES = frozenset({".html", ".htm", ".xhtml", ".pdf", ".docx"})
INDEXES = ("index.html", "index.htm")
"""The file that a folder shows, the first that there is."""

NOT_FOUND = frozenset({"404.html", "404.htm", "404/index.html"})
"""The file that servers show for what is not there: no page of the site, and linked from nowhere."""


class FolderDoor:
    """A door that answers for the folder from disk and hands everything else to another door, if there is one. The folder is served below
    the path ``base``: what is beside it belongs to somebody else, and is not asked for."""

    def __init__(self, folder: Path, door: Fetching | None = None, base: str = "/") -> None:
        self.path = folder
        self.base = based(base)
        self._folder = folder.resolve()
        self._door = door

    def pages(self) -> tuple[str, ...]:
        """The addresses of all pages and documents in the folder, in alphabetical order; hidden folders left out. The index of a folder has
        the folder's address."""
        found = (path.relative_to(self._folder) for path in self._folder.rglob("*") if path.suffix.lower() in PAGES and path.is_file())
        kept = sorted(path for path in found if not any(part.startswith(".") for part in path.parts))
        names = dict.fromkeys(self._address(path) for path in kept if path.name not in NOT_FOUND and path.as_posix() not in NOT_FOUND)
        return tuple(filter(None, (urls.resolve(_quoted(name), ORIGIN) for name in names)))

    def _address(self, path: Path) -> str:
        """The path at which a file of the folder is served."""
        first = next((name for name in INDEXES if (self._folder / path.parent / name).is_file()), "")
        shown = path.as_posix().removesuffix(path.name) if path.name == first else path.as_posix()
        return self.base + shown

    async def fetch(self, url: str, **asked: Unpack[Asked]) -> Fetched:
        """Read a file, or ask the other door; without one, an address elsewhere is not asked at all."""
        if urls.origin(url) != ORIGIN:
            if self._door is None:
                return NoAnswer(url, url, Reason.NOT_ASKED, "only the folder is looked at")
            return await self._door.fetch(url, **asked)
        if not f"{urls.decoded(urls.path(url))}/".startswith(self.base):
            return NoAnswer(url, url, Reason.NOT_ASKED, f"the folder is served below {self.base}, and this is beside it")
        return self._file(url, asked.get("cap"))

    def trust(self, url: str) -> None:
        """Hand it on: a folder never fails."""
        if self._door is not None and urls.origin(url) != ORIGIN:
            self._door.trust(url)

    async def sitemaps(self, origin: str, *, own: bool = False) -> tuple[str, ...]:
        """A folder names none: all its pages are read anyway."""
        del origin, own
        return ()

    def wait(self, seconds: Mapping[str, float]) -> None:
        """Hand it on: a folder asks nobody to wait."""
        if self._door is not None and seconds:
            self._door.wait(seconds)

    def sign_in(self, origin: str, cookies: str) -> None:
        """Nobody logs in at a folder."""

    def _file(self, url: str, cap: int | None) -> Fetched:
        """What a web server with this folder would answer."""
        path = urls.decoded(urls.path(url))
        at = (self._folder / path[len(self.base) :].lstrip("/")).resolve()
        if not at.is_relative_to(self._folder) or "\0" in path:
            return Answer(url, url, 404)
        hops: tuple[Hop, ...] = ()
        final = url
        if at.is_dir():
            if not path.endswith("/"):
                final = f"{ORIGIN}{urls.path(url)}/"
                hops = (Hop(url, 301, final),)
            at = next((at / name for name in INDEXES if (at / name).is_file()), at)
        elif not at.exists() and not at.suffix:
            at = at.with_suffix(".html")  # as GitHub Pages and Netlify do
        elif at.name in INDEXES:
            final = f"{ORIGIN}{urls.path(url).removesuffix(at.name)}"  # the same page, and no redirect
        if not at.is_file():
            return Answer(url, final, 404, hops=hops)
        with at.open("rb") as file:
            body = file.read() if cap is None else file.read(cap + 1)
        cut = cap is not None and len(body) > cap
        kind = mimetypes.guess_type(at.name)[0] or "application/octet-stream"
        return Answer(url, final, 200, (("content-type", kind),), body[:cap] if cut else body, cut, hops)


def _quoted(path: str) -> str:
    """A path on disk as the path of an address."""
    return path.replace("%", "%25").replace("#", "%23").replace("?", "%3F")
