"""PDFs of other sites that a page links to as content: one whose first page says that it was withdrawn is told as a page would be.

Of a link to a file 4 KiB are read, and a PDF opens only as a whole: so it is asked for once more, up to a limit, and not at all when its
``Content-Length`` is above it. That costs one more request and at most ``target_bytes`` for each document, for at most ``target_documents``
of a look (200 MiB as they are set), and one page of PDFium in a worker. A visit that is remembered is not made again. What the second
request brings never changes whether a link works.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Final

from reviewer.fetch import Fetching
from reviewer.look.visit import notices
from reviewer.model import Answer, Fetched, Moved, Page, PageState, Visit, Works
from reviewer.settings import Limits

PDF: Final = "application/pdf"
_START: Final = b"%PDF-"

Reading = Callable[[bytes, str, str | None], Awaitable[Page]]


@dataclass
class Documents:
    """The PDFs that one look reads at others: ``read`` reads the first page of one, apart and under limits; ``left`` is how many it may."""

    door: Fetching
    limits: Limits
    read: Reading
    headers: tuple[tuple[str, str], ...] = ()
    left: int = field(init=False)

    def __post_init__(self) -> None:
        """All of them are left to be read."""
        self.left = self.limits.target_documents if self.limits.target_bytes else 0

    async def told(self, answer: Answer, visit: Visit) -> Visit:
        """The visit with what the document that answered says of itself; as it was for anything but a PDF, and when that is too large."""
        if not isinstance(visit, Works | Moved) or visit.superseded is not None or not self._wanted(answer):
            return visit
        self.left -= 1
        whole: Fetched = answer
        if answer.cut:
            whole = await self.door.fetch(answer.final_url, cap=self.limits.target_bytes, own=False, headers=self.headers)
        if not isinstance(whole, Answer) or whole.status != answer.status or whole.cut or not whole.body.startswith(_START):
            return visit
        page = await self.read(whole.body, whole.final_url, PDF)
        return replace(visit, superseded=notices.said(page)) if page.state is PageState.READ else visit

    def _wanted(self, answer: Answer) -> bool:
        """Whether an answer is the beginning of a PDF that may be read whole."""
        length = answer.header("content-length") or ""
        small = not length.isdigit() or int(length) <= self.limits.target_bytes
        return self.left > 0 and answer.status == 200 and answer.body.startswith(_START) and small
