"""What the state's troubles mean for a command that works on it: a line on stderr and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from reviewer.console.config import wrong
from reviewer.console.options import EXIT_INCOMPLETE, EXIT_LOCKED
from reviewer.store import Locked, StateFailed, StateRefused


@contextmanager
def state_troubles() -> Iterator[None]:
    """End with exit code 75 when another run holds the lock, 2 when the state needs a person, 3 when it could not be written."""
    try:
        yield
    except Locked as error:
        click.echo(str(error), err=True)
        sys.exit(EXIT_LOCKED)
    except StateRefused as error:
        wrong(str(error))
    except StateFailed as error:
        click.echo(str(error), err=True)
        sys.exit(EXIT_INCOMPLETE)
