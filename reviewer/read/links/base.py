"""What a page's addresses are resolved against."""

from __future__ import annotations

from reviewer import urls
from reviewer.read.tree import Element

_FOREIGN = frozenset({"svg", "math"})
_AROUND = _FOREIGN | {"foreignobject", "desc", "annotation-xml", "template"}
"""What decides whether an element is one of HTML: SVG and MathML, where HTML begins anew in them, and templates."""


def base_of(tree: Element, url: str) -> str:
    """The base of a page's addresses: that of the first ``<base href>``, wherever it stands, when it can be one (WHATWG HTML, 2.4.3).

    One in a template is not in the page, and one in a drawing is no ``base`` of HTML, whatever its name (WHATWG HTML, 13.2.6.5).
    """
    if not any([element.tag == "base" for element in tree.elements()]):  # noqa: C419 - a list is faster, and few pages have one
        return url
    around: list[str] = []
    templates = 0
    for node, opens in tree.walk():
        if isinstance(node, str):
            continue
        tag = node.tag
        if tag in _AROUND:
            templates += (1 if opens else -1) * (tag == "template")
            if opens:
                around.append(tag)
            else:
                around.pop()
        elif opens and tag == "base" and not templates and not (around and around[-1] in _FOREIGN):
            written = node.get("href")
            if written is not None:
                found = urls.resolve(written, url)
                return url if found is None or urls.scheme(found) in {"data", "javascript"} else found
    return url
