"""A built site on disk, as if a plain web server showed it: no network needed for its own links."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from pathlib import Path
from typing import Unpack

from reviewer import urls
from reviewer.fetch.fetching import Asked, Fetching
from reviewer.model import Answer, Fetched, Hop, NoAnswer, Reason

ORIGIN = "https://folder.invalid"
"""Where the folder seems to be; ``.invalid`` is nobody's (RFC 2606), so it never meets a real site."""

PAGES = frozenset({".html", ".htm", ".xhtml", ".pdf", ".docx"})


class FolderDoor:
    """A door that answers for the folder from disk and hands everything else to another door, if there is one."""

    def __init__(self, folder: Path, door: Fetching | None = None) -> None:
        self.path = folder
        self._folder = folder.resolve()
        self._door = door

    def pages(self) -> tuple[str, ...]:
        """The addresses of all pages and documents in the folder, in alphabetical order; hidden folders left out."""
        found = (path.relative_to(self._folder) for path in self._folder.rglob("*") if path.suffix.lower() in PAGES and path.is_file())
        kept = sorted(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))
        return tuple(
            filter(None, (urls.resolve("/" + path.replace("%", "%25").replace("#", "%23").replace("?", "%3F"), ORIGIN) for path in kept))
        )

    async def fetch(self, url: str, **asked: Unpack[Asked]) -> Fetched:
        """Read a file, or ask the other door; without one, an address elsewhere is not asked at all."""
        if urls.origin(url) != ORIGIN:
            if self._door is None:
                return NoAnswer(url, url, Reason.NOT_ASKED, "only the folder is looked at")
            return await self._door.fetch(url, **asked)
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
        at = (self._folder / path.lstrip("/")).resolve()
        if not at.is_relative_to(self._folder) or "\0" in path:
            return Answer(url, url, 404)
        hops: tuple[Hop, ...] = ()
        final = url
        if at.is_dir():
            if not path.endswith("/"):
                final = f"{ORIGIN}{urls.path(url)}/"
                hops = (Hop(url, 301, final),)
            at /= "index.html"
        elif not at.exists() and not at.suffix:
            at = at.with_suffix(".html")  # as GitHub Pages and Netlify do
        if not at.is_file():
            return Answer(url, final, 404, hops=hops)
        with at.open("rb") as file:
            body = file.read() if cap is None else file.read(cap + 1)
        cut = cap is not None and len(body) > cap
        kind = mimetypes.guess_type(at.name)[0] or "application/octet-stream"
        return Answer(url, final, 200, (("content-type", kind),), body[:cap] if cut else body, cut, hops)
