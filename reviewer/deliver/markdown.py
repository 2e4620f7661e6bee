"""The HTML of a digest in the Markdown of GOV.UK Notify: headings, lists, inset text and links; no HTML, and no page text that is markup.

Notify knows ``#``, ``##``, ``*``, ``^`` and ``[text](address)``, neither bold nor tables, and a backslash before a mark that is none
(https://www.notifications.service.gov.uk/using-notify/formatting, and the renderer that it publishes). Pure.
"""

from __future__ import annotations

import re
from typing import Any, Final

_HEADINGS: Final = {"h1": "# ", "h2": "## "}
_FLOWS: Final = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "font", "i", "img", "q", "small", "span", "strong", "sub", "sup", "time", "u"}
)
"""Elements that stand in a line; all others are blocks."""
_UNSEEN: Final = frozenset({"head", "script", "style", "template", "title"})
_BEGINS: Final = re.compile(r"(\d+)?([.#*+\-_~`])")
"""What makes more of a line than a line, when it stands at its beginning."""
_INLINE: Final = re.compile(r"https?://[^\s<]+|[\[\]]|\\(?=[\\`*{}\[\]()#+\-.!_>~|])")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+|mailto:[^\s<>\"]+")


def of_html(html: str) -> str:
    """The Markdown of a whole HTML document, with an empty line between blocks. What mail programs hide is left out."""
    import lxml.html

    writer = _Writer()
    writer.element(lxml.html.document_fromstring(html))
    writer.end()
    return writer.text()


def of_text(text: str) -> str:
    """The Markdown that shows a plain text as it is, a paragraph for each."""
    paragraphs = (" ".join(each.split()) for each in re.split(r"\n\s*\n", text))
    return "\n\n".join(_begin(_inline(each)) for each in paragraphs if each)


class _Writer:
    """Blocks in order, and the one that is being written. ``start`` is its mark."""

    def __init__(self) -> None:
        self.blocks: list[tuple[str, str]] = []
        self.start = ""
        self.run = ""

    def text(self) -> str:
        """All blocks; the items of a list follow each other without an empty line."""
        made = ""
        for index, (start, run) in enumerate(self.blocks):
            between = "\n" if index and start == "* " == self.blocks[index - 1][0] else "\n\n"
            made += (between if index else "") + start + (run if start in _HEADINGS.values() else _begin(run))
        return made

    def end(self) -> None:
        """The block ends here."""
        run = " ".join(self.run.split())
        if run:
            self.blocks.append((self.start, run))
            if self.start in {"## ", "# ", "^ "}:
                self.start = ""
        self.run = ""

    def element(self, node: Any) -> None:
        """One element and all in it; what follows it belongs to its parent."""
        if not isinstance(node.tag, str) or node.tag in _UNSEEN or "display:none" in (node.get("style") or "").replace(" ", ""):
            return  # comments are no elements
        classes = (node.get("class") or "").split()
        block, before = node.tag not in _FLOWS, self.start
        if block:
            self.end()
            quote = node.tag == "blockquote" or "quote" in classes
            self.start = _HEADINGS.get(node.tag) or ("* " if node.tag == "li" else "^ " if quote else before)
        begun, self.run = self.run, ""
        self._children(node)
        inner = self.run
        if node.tag == "a" and not block:
            inner = _linked(inner, (node.get("href") or "").strip())
        elif "tag" in classes and inner.strip():
            inner = f"{inner.rstrip()}:"
        self.run = begun + inner
        if block:
            self.end()
            self.start = before

    def _children(self, node: Any) -> None:
        self.run += _inline(node.text or "")
        for child in node:
            self.element(child)
            self.run += _inline(child.tail or "")


def _linked(inner: str, href: str) -> str:
    """A link, when it leads somewhere that mail may lead to; one that shows its own address is that address."""
    if not inner.strip() or not _ADDRESS.fullmatch(href):
        return inner
    if inner.strip() == href:
        return inner
    address = href.replace("(", "%28").replace(")", "%29").replace("\\", "%5C")
    words = " ".join(inner.split()).replace("\\[", "(").replace("\\]", ")")  # a bracket in the words of a link would end it
    return f"[{words}]({address})"


def _inline(text: str) -> str:
    """Text in which no mark is one; addresses stay as they are."""
    return _INLINE.sub(lambda found: found[0] if found[0].startswith("http") else f"\\{found[0]}", text)


def _begin(line: str) -> str:
    """A line that begins with no mark."""
    found = _BEGINS.match(line)
    if found is None or (found[1] is None and found[2] == ".") or (found[1] and found[2] != "."):
        return line
    return f"{found[1] or ''}\\{line[len(found[1] or '') :]}"
