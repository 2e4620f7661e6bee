"""Into a folder: each message as ``.eml``, with its HTML beside it to open in a browser. A preview, and the delivery of the demo."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from reviewer.deliver.failures import NoConnection, NotDelivered
from reviewer.model import Message
from reviewer.settings import Email

SCHEMES: Final = ("folder",)
LEAVES: Final = False


def connect(email: Email) -> Folder:
    """The folder of ``folder:PATH``; it is made when it is opened."""
    return Folder(Path(email.via.partition(":")[2] or "outbox"))


def probe(email: Email) -> tuple[str, ...]:
    """Where the messages go. The folder is neither made nor written to."""
    return (f"messages are written to {connect(email).path}",)


def file_name(key: str) -> str:
    """A file name, without ending, for a message's key: readable, safe on every file system, and never the same for two keys."""
    readable = re.sub(r"[^A-Za-z0-9._@+-]+", "-", key)
    if readable == key.replace("/", "-") and len(readable) <= 120:
        return readable
    return f"{readable[:100]}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


class Folder:
    """Writes files that are whole or not there at all. Writing one twice changes nothing."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> Self:
        """Make the folder. Raises ``NoConnection`` when it cannot be made."""
        try:
            self.path.mkdir(mode=0o750, parents=True, exist_ok=True)
        except OSError as error:
            raise NoConnection(f"the folder {self.path} cannot be made: {error.strerror}", permanent=True) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Nothing to let go of."""

    def send(self, message: Message, committing: Callable[[], None]) -> None:
        """Write both files. Raises ``NotDelivered`` when the disk does not take them."""
        name = file_name(message.key)
        committing()
        try:
            write(self.path / f"{name}.html", message.html.encode())
            write(self.path / f"{name}.eml", message.payload)
        except OSError as error:
            raise NotDelivered(f"{self.path / name}.eml could not be written: {error.strerror}", permanent=False) from error


def write(path: Path, content: bytes) -> None:
    """Write a file that is whole or not there at all, and on disk when this returns."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
