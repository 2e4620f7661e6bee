"""The live progress bar: on a terminal only, on stderr, so that results on stdout stay clean."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from reviewer.look import Progress
from reviewer.model import Visit


class Counting:
    """Counts, and shows nothing: for pipes, ``--quiet`` and tests."""

    def __init__(self) -> None:
        self.pages = self.asked_for = self.seen = 0

    def page(self, url: str) -> None:
        """Count a page that was read."""
        del url
        self.pages += 1

    def asked(self) -> None:
        """Count a link that will be followed."""
        self.asked_for += 1

    def visited(self, url: str, visit: Visit) -> None:
        """Count a link that was followed."""
        del url, visit
        self.seen += 1


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """A progress bar for the block: pages read, links followed, time. Nothing when quiet or when stderr is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield Counting()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.fields[pages]} pages read, links followed"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("looking", total=None, pages=0)

        class Shown(Counting):
            """The same counts, shown."""

            def page(self, url: str) -> None:
                super().page(url)
                bar.update(task, pages=self.pages)

            def asked(self) -> None:
                super().asked()
                bar.update(task, total=self.asked_for)

            def visited(self, url: str, visit: Visit) -> None:
                super().visited(url, visit)
                bar.update(task, completed=self.seen)

        yield Shown()
