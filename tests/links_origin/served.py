"""The one page with all cases, served."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from reviewer.model import Link
from reviewer.read.formats import css
from tests.links_origin import addresses, answers, blind, elements, journeys, looks, messages, places, spellings
from tests.links_origin.case import Case, Reply
from tests.links_origin.documents import DOCUMENTS
from tests.links_origin.origin import Origin

CASES: tuple[Case, ...] = (
    *(*addresses.CASES, *answers.CASES, *journeys.CASES, *elements.CASES),
    *(*spellings.CASES, *messages.CASES, *looks.CASES, *places.CASES, *blind.CASES),
)
PAGE = "/folder/page.html"
SHEETS = "/sheets/"
"""Style sheets of the MAIN host are ``/sheets/CASE.css`` and ``/sheets/CASE--MORE.css``."""


def markup() -> str:
    """The page: a heading and the markup for each case."""
    parts = (f"<h2>{case.id}</h2>\n<div>{case.markup}</div>\n" for case in CASES)
    return f"<!doctype html>\n<html lang=en><head><meta charset=utf-8><title>Cases</title></head><body>\n{''.join(parts)}</body></html>"


def case_of(sheet: str) -> str:
    """The id of the case that a style sheet's address belongs to."""
    return sheet.rpartition("/")[2].partition("--")[0].removesuffix(".css")


def references(origin: Origin) -> Iterator[tuple[Case, Link, tuple[str, str]]]:
    """Every reference in the style sheets of the MAIN host, by the sheets' addresses, with what is expected of it."""
    by_case: dict[str, list[Link]] = {}
    for (host, path), reply in sorted(origin.answers.items(), key=lambda item: item[0]):
        if host == "MAIN" and path.startswith(SHEETS) and reply.kind == "text/css":
            body = origin.fill(reply.body.decode()).encode()
            by_case.setdefault(case_of(path), []).extend(css.parse(body, url=origin.places["MAIN"] + path).links)
    cases = {case.id: case for case in CASES}
    for id_, links in by_case.items():
        for link, expected in zip(links, cases[id_].styled, strict=True):
            yield cases[id_], link, expected


@contextlib.contextmanager
def serve(folder: Path) -> Iterator[Origin]:
    """The origin with all answers, and the page of all cases at ``$MAIN/folder/page.html``."""
    replies = {key: reply for case in CASES for key, reply in case.answers.items()}
    replies |= {("MAIN", document.at("")): Reply(200, document.body, kind=document.kind) for document in DOCUMENTS}
    with Origin(replies, folder) as origin:
        other = origin.places["OTHER"]
        host, port = other.removeprefix("http://").split(":")
        number = sum(int(part) << shift for part, shift in zip(host.split("."), (24, 16, 8, 0), strict=True))
        origin.places |= {
            "UPPER": "HTTP" + other[4:],
            "SLASHES": f"http:////{host}:{port}",
            "BARE": f"//{host}:{port}",
            "DECIMAL": f"http://{number}:{port}",
            "HEX": f"http://{number:#x}:{port}",
            "WIDE": f"http://{host.translate({48 + digit: 0xFF10 + digit for digit in range(10)})}:{port}",
            "ESCAPED": f"http://%{ord(host[0]):x}{host[1:]}:{port}",
            "DOT": f"http://{host}.:{port}",
            "HOSTPORT": f"{host}:{port}",
            "TLSONHTTP": "https" + other[4:],
        }
        body = origin.fill(markup())
        assert not re.search(r"\$[A-Z]{3}", body)
        origin.answers["MAIN", PAGE] = Reply(200, body.encode())
        yield origin
