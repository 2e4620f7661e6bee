"""A format of pages is one file: bytes of its content type, and files with its ending, are its own to read."""

from __future__ import annotations

from reviewer import read
from reviewer.model import DateKind
from tests.plugins.conftest import Plug

SHELL = """
from reviewer.read import Block, Document

CONTENT_TYPES = ("application/x-shell",)
SUFFIXES = (".shell",)


def parse(body, *, url, content_type=None):
    lines = body.decode()[::-1].splitlines()
    return Document(url, content_type="application/x-shell", blocks=tuple(Block(line) for line in lines))
"""


def test_a_new_reader_of_a_format_is_read(plug: Plug) -> None:
    """Its document is asked for facts like any other, and names how it was read."""
    plug("reviewer.read.formats", "shell", SHELL)
    for url, kind in (("https://a.example/x", "application/x-shell"), ("https://a.example/x.shell", None)):
        page = read.read(b"Next review: May 2027"[::-1], url=url, content_type=kind)
        assert page.claim(DateKind.DUE) is not None
    assert any(line.startswith("shell") for line in read.readers())
