"""A quick look at an answer's HTML: what the signs are judged by."""

from __future__ import annotations

import re

from reviewer import urls
from reviewer.model import Answer
from reviewer.read.document import Unreadable
from reviewer.read.links_base import base_of
from reviewer.read.links_values import refresh
from reviewer.read.tree import Element, decode, hidden, parse
from reviewer.verdicts.signs import NOTHING, Glance

_TEXT = 2000
_SOURCE = 32 * 1024
_ALWAYS = 2000
"""Bytes: a page this short is always looked at, since it may be a wall, an error page or a redirect."""

_MARKS = (
    *(
        b"refresh",
        b"password",
        b"captcha",
        b"challenge",
        b"404",
        b"not found",
        b"n't find",
        b"not find",
        b"no longer",
        b"moment",
        b"checking",
    ),
    *(
        b"for sale",
        b"parked",
        b"parking",
        b"buy this",
        b"expired",
        b"denied",
        b"blocked",
        b"missing",
        b"not exist",
        b"n't exist",
        b"unavailable",
    ),
    *(b"nicht gefunden", b"existiert", b"introuvable", b"existe", b"encontr", b"chanfod", b"tudalen", b"non trovata", b"niet gevonden"),
    *(b"hittades", b"ikke fundet", b"verkauf", b"vendre", b"en venta", b"interruption", b"unsuccessful", b"verif", b"sorry", b"oops"),
    *(b"ganfod", b"bodoli", b"aimsi", b"finnes ikke", b"findes ikke", b"nenalezena", b"znalezion", b"nie istnieje", b"bulunamad"),
    *(
        word.encode()
        for word in ("löytyn", "található", "не най", "не знайд", "δεν βρ", "găsit", "見つかりません", "找不到", "不存在", "찾을 수", "غير")
    ),
)
"""A page of more than a few words without any of these shows none of the signs."""


def is_html(answer: Answer) -> bool:
    """Whether a browser would show it as HTML: by its content type, else by how it begins (WHATWG MIME Sniffing, 7.1)."""
    content_type = (answer.header("content-type") or "").partition(";")[0].strip().lower()
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
    if ordinary and not thorough and not any(mark in small for mark in _MARKS) and answer.header("refresh") is None:
        return NOTHING
    try:
        tree = parse(decode(answer.body[: 4 * _SOURCE], answer.header("content-type"))[0])
    except Unreadable:
        return NOTHING
    return _of(tree, answer)


def _of(tree: Element, answer: Answer) -> Glance:
    title = ""
    headings: list[str] = []
    pieces: list[str] = []
    password = False
    leads: str | None = None
    unseen = 0
    within: list[str] | None = None
    for node, opens in tree.walk():
        if isinstance(node, str):
            if within is not None and len(within) < 200:
                within.append(node)
            if not unseen:
                pieces.append(node)
            continue
        tag = node.tag
        if opens and tag == "title" and not title:
            title = " ".join(node.text().split())[:300]
        if hidden(node):
            unseen += 1 if opens else -1
        elif tag in {"h1", "h2"}:
            if opens:
                within = []
            elif within is not None:
                headings.append(" ".join("".join(within).split())[:300])
                within = None
        elif not opens:
            pieces.append(" ")
        if opens and tag == "input" and (node.get("type") or "").strip().lower() == "password":
            password = True
        if opens and tag == "meta" and leads is None and (node.get("http-equiv") or "").strip().lower() == "refresh":
            leads = _leads(node.get("content") or "", base_of(tree, answer.final_url), answer)
    header = answer.header("refresh")
    if header and leads is None:
        leads = _leads(header, answer.final_url, answer)
    text = re.sub(r"\s+", " ", "".join(pieces)).strip()
    source = answer.body[:_SOURCE].decode("utf-8", "replace").lower()
    return Glance(title, tuple(heading for heading in headings[:4] if heading), text[:_TEXT], len(text), leads, password, source)


def _leads(content: str, base: str, answer: Answer) -> str | None:
    """Where a refresh of 0 seconds leads, when that is elsewhere on the web."""
    found = refresh(content)
    if found is None or found[0] > 0:
        return None
    url = urls.resolve(found[1], base)
    if url is None or not urls.is_web(url) or urls.without_fragment(url) == urls.without_fragment(answer.final_url):
        return None
    return url
