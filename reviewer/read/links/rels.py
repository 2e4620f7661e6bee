"""What a ``link`` element is for: something that browsers load, somewhere that people are led, or a note from one machine to another.

Sources: WHATWG HTML, 4.6.7 ("external resource" and "hyperlink" link types); HTML 4.01, 6.12 (types that text browsers and screen
readers show); the icons that MDN lists; RFC 5829 (successor-version); RFC 6596 (canonical: where search engines send people).
All others (shortlink, pingback, EditURI, wlwmanifest, https://api.w.org/, edit-form, version-history, search descriptions, feeds,
oEmbed ...) are for programs: nobody opens them, and a content management system writes them, not an author.
"""

from __future__ import annotations

from typing import Final

from reviewer.model import FEED, MACHINE
from reviewer.read.tree import Element

LOADED: Final = (
    *("stylesheet", "icon", "apple-touch-icon", "apple-touch-icon-precomposed", "apple-touch-startup-image", "mask-icon", "fluid-icon"),
    *("manifest", "modulepreload", "preload", "prefetch", "prerender"),
)
"""What browsers load. The first that an element names says what it is."""

FOLLOWED: Final = (
    *("next", "prev", "previous", "author", "help", "license", "copyright", "privacy-policy", "terms-of-service"),
    *("first", "last", "start", "up", "contents", "index", "glossary", "chapter", "section", "subsection", "appendix", "bookmark"),
    *("canonical", "successor-version", "alternate"),
)
"""Where people are led: by a browser, by a search engine, or by a program that reads to them."""

_PROGRAMS: Final = ("json", "xml", "rss", "atom", "oembed", "opensearch", "rsd", "calendar", "ld+")
"""In the ``type`` of what a program reads: a page for people is ``text/html``, also as ``application/xhtml+xml``."""


def rel_of(element: Element) -> str:
    """The one kind that a ``link`` element is, of ``LOADED`` and ``FOLLOWED``; ``FEED``, or ``MACHINE``, when it is neither."""
    kinds = (element.get("rel") or "").lower().split()
    loaded = next((kind for kind in LOADED if kind in kinds), None)
    if loaded is not None:
        return loaded
    said = (element.get("type") or "").lower()
    if "alternate" in kinds and ("rss" in said or "atom" in said) and "oembed" not in said:
        return FEED
    if any(word in said for word in _PROGRAMS) and "xhtml" not in said:
        return MACHINE
    return next((kind for kind in FOLLOWED if kind in kinds), MACHINE)
