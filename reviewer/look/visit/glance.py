"""A quick look at an answer's HTML: what the signs are judged by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import re2

from reviewer import read, urls
from reviewer.model import Answer
from reviewer.verdicts import IN_PAGES, IN_TITLES, NOTHING, WALL_SURE, Glance, marks

_TEXT = 2000
_SOURCE = 32 * 1024
_ALWAYS = 2000
"""Bytes: a page this short is always looked at, since it may be a wall, an error page or a redirect."""

_BYTES = re2.Options()
_BYTES.encoding = re2.Options.Encoding.LATIN1  # bytes as they come, whatever they are


def any_of(words: Iterable[bytes]) -> Any:
    """One of these words, as a pattern of RE2 for bytes: a hundred words in the time of one."""
    return re2.compile(b"|".join(re2.escape(word) for word in words), _BYTES)


@cache
def _marks() -> tuple[Any, Any]:
    """A page of more than a few words without any of the first, and of the second in its title and headings, shows none of the signs."""
    return any_of((b"refresh", *(mark.encode() for mark in WALL_SURE), *marks(*IN_PAGES))), any_of(marks(*IN_TITLES))


_ENDS_HERE = re.compile(rb"</(?:title|h[1-6])")
_TITLES = re.compile(rb"<(?:title|h[12])\b[^>]{0,300}>([^\0]{0,300})", re.IGNORECASE)


def _speaks(body: bytes) -> bool:
    """Whether a page may show one of the signs."""
    anywhere, in_titles = _marks()
    if anywhere.search(body):
        return True
    said = b"\n".join([_ENDS_HERE.split(words, 1)[0] for words in _TITLES.findall(body)]).decode("utf-8", "replace").lower()
    return in_titles.search(said.encode()) is not None


def is_html(answer: Answer) -> bool:
    """Whether a browser would show it as HTML: by its content type, or without one by how it begins (WHATWG MIME Sniffing, 7.1)."""
    content_type = answer.media_type
    if content_type:
        return content_type in {"text/html", "application/xhtml+xml"}
    return (
        answer.body.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<!--", b"<h1", b"<p", b"<title"))
    )


def glance(answer: Answer, *, thorough: bool = False) -> Glance:
    """What a quick look gives; nothing for what is no HTML and, unless ``thorough``, for pages that hold none of the words of a sign."""
    if not is_html(answer):
        return NOTHING
    small = answer.body[: 2 * _SOURCE].lower()
    ordinary = answer.status == 200 and not answer.hops and len(answer.body) > _ALWAYS
    if ordinary and not thorough and not _speaks(small) and answer.header("refresh") is None:
        return NOTHING
    try:
        tree = read.parse_tree(read.decode(answer.body[: 4 * _SOURCE], answer.header("content-type"))[0])
    except read.Unreadable:
        return NOTHING
    return _of(tree, answer)


_MENUS = frozenset({"nav", "aside"})
_MENU_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})
_ENDS = frozenset({"header", "footer"})
"""Those of the page are menus, those of an article or of ``main`` belong to it (WHATWG HTML, 4.3.8)."""
_OWN = frozenset({"main", "article"})
_UNFILLED = frozenset({"hidden", "submit", "button", "image", "reset", "search"})


class _Texts:
    """A page's visible text: all of it, what stands in ``main``, and what stands in no menu."""

    def __init__(self) -> None:
        self._all: list[str] = []
        self._main: list[str] = []
        self._beside: list[str] = []
        self._opened: list[tuple[read.Element, str]] = []
        self._depth = dict.fromkeys(("menu", "main", "own"), 0)

    def enter(self, node: read.Element) -> None:
        """An element opens."""
        role = (node.get("role") or "").strip().lower()
        if node.tag in _MENUS or role in _MENU_ROLES or (node.tag in _ENDS and not self._depth["own"]):
            kind = "menu"
        elif node.tag == "main" or role == "main":
            kind = "main"
        elif node.tag in _OWN:
            kind = "own"
        else:
            return
        self._opened.append((node, kind))
        self._depth[kind] += 1
        self._depth["own"] += kind == "main"

    def leave(self, node: read.Element) -> None:
        """An element closes."""
        if self._opened and self._opened[-1][0] is node:
            kind = self._opened.pop()[1]
            self._depth[kind] -= 1
            self._depth["own"] -= kind == "main"

    @property
    def in_menu(self) -> bool:
        """Whether this is a menu."""
        return bool(self._depth["menu"])

    def add(self, text: str) -> None:
        """Visible text comes."""
        self._all.append(text)
        if not self.in_menu:
            self._beside.append(text)
            if self._depth["main"]:
                self._main.append(text)

    def own(self) -> tuple[str, int]:
        """What the page itself says, and how long what stands around it is."""
        whole = _tidy(self._all)
        own = _tidy(self._main) or _tidy(self._beside) or whole
        return own, len(whole) - len(own)


def _tidy(pieces: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(pieces)).strip()


def _of(tree: read.Element, answer: Answer) -> Glance:
    title = ""
    headings: list[tuple[bool, str]] = []
    texts = _Texts()
    password = False
    fields = 0
    leads: str | None = None
    unseen = 0
    within: list[str] | None = None
    for node, opens in tree.walk():
        if isinstance(node, str):
            if within is not None and len(within) < 200:
                within.append(node)
            if not unseen:
                texts.add(node)
            continue
        tag = node.tag
        if opens:
            texts.enter(node)
        if opens and tag == "title" and not title:
            title = " ".join(node.text().split())[:300]
        if read.hidden(node):
            unseen += 1 if opens else -1
        elif tag in {"h1", "h2"}:
            if opens:
                within = []
            elif within is not None:
                headings.append((texts.in_menu, " ".join("".join(within).split())[:300]))
                within = None
                texts.add(" ")
        elif not opens:
            texts.add(" ")
        elif tag == "textarea" or (tag == "input" and (node.get("type") or "").strip().lower() not in _UNFILLED):
            fields += not (unseen or texts.in_menu)
        if opens and tag == "input" and (node.get("type") or "").strip().lower() == "password":
            password = True
        if opens and tag == "meta" and leads is None and (node.get("http-equiv") or "").strip().lower() == "refresh":
            leads = _leads(node.get("content") or "", read.base_of(tree, answer.final_url), answer)
        if not opens:
            texts.leave(node)
    header = answer.header("refresh")
    if header and leads is None:
        leads = _leads(header, answer.final_url, answer)
    text, menu = texts.own()
    source = answer.body[:_SOURCE].decode("utf-8", "replace").lower()
    first = tuple(heading for _, heading in sorted(headings, key=lambda found: found[0]) if heading)[:4]
    return Glance(title, first, text[:_TEXT], len(text) + menu, leads, password, source, menu, fields)


def _leads(content: str, base: str, answer: Answer) -> str | None:
    """Where a refresh of 0 seconds leads, when that is elsewhere on the web."""
    found = read.refresh(content)
    if found is None or found[0] > 0:
        return None
    url = urls.resolve(found[1], base)
    if url is None or not urls.is_web(url) or urls.without_fragment(url) == urls.without_fragment(answer.final_url):
        return None
    return url
