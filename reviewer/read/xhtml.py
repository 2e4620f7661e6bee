"""XHTML that is served as XML, put so that a parser of HTML reads it as a browser's parser of XML does.

Only what differs matters: ``<script src="x"/>`` and ``<a id="x"/>`` are complete elements in XML, where HTML would take all that follows
for their content, and CDATA sections are text.
"""

from __future__ import annotations

import html
import re

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}  # WHATWG HTML, 13.1.2
)

_EMPTY = re.compile(r"<([A-Za-z][\w:.\-]{0,99})((?:[^<>\"'/]|/(?!>)|\"[^\"<]{0,20000}\"|'[^'<]{0,20000}'){0,4000})/>")
_DECLARATION = re.compile(r"\A\s{0,99}<\?xml[^>]{0,999}\?>")


def is_xml(content_type: str | None) -> bool:
    """Whether a browser would read this content type as XML (WHATWG MIME Sniffing: an XML MIME type)."""
    kind = (content_type or "").partition(";")[0].strip().lower()
    return kind.endswith("+xml") or kind in {"text/xml", "application/xml"}


def as_html(text: str) -> str:
    """The same page for a parser of HTML: empty elements closed, CDATA as text, the XML declaration gone. Never raises."""
    first, *others = _DECLARATION.sub("", text).split("<![CDATA[")
    pieces = [first]
    for other in others:
        data, _, rest = other.partition("]]>")
        pieces += [html.escape(data, quote=False), rest]
    pieces[::2] = [_EMPTY.sub(_closed, piece) for piece in pieces[::2]]
    return "".join(pieces)


def _closed(found: re.Match[str]) -> str:
    """An empty element with its end tag, unless HTML has none for it."""
    return found.group() if found.group(1).lower() in VOID else f"<{found.group(1)}{found.group(2)}></{found.group(1)}>"
