"""What ``link`` elements are for."""

from __future__ import annotations

import pytest

from reviewer.model import FEED, MACHINE
from reviewer.read.links.collecting import collect
from reviewer.read.tree import parse_tree


@pytest.mark.parametrize(
    ("attributes", "kind"),
    [
        ("rel=stylesheet", "stylesheet"),
        ("rel='alternate stylesheet'", "stylesheet"),
        ("rel='SHORTCUT ICON'", "icon"),
        ("rel=manifest type=application/manifest+json", "manifest"),
        ("rel=next", "next"),
        ("rel=alternate hreflang=cy", "alternate"),
        ("rel=alternate type=application/xhtml+xml media=print", "alternate"),
        ("rel=canonical", "canonical"),
        ("rel=alternate type=application/rss+xml", FEED),
        ("rel=alternate type='text/xml+oembed'", MACHINE),
        ("rel=alternate type=application/json", MACHINE),
        ("rel=alternate type=text/calendar", MACHINE),
        ("rel='search' type=application/opensearchdescription+xml", MACHINE),
        ("rel=shortlink", MACHINE),
        ("rel=https://api.w.org/", MACHINE),
        ("rel=something-new", MACHINE),
    ],
)
def test_kinds(attributes: str, kind: str) -> None:
    """What browsers load and where people are led is named by its kind; every other kind, unknown ones too, is for programs."""
    (link,) = collect(parse_tree(f"<link {attributes} href=/x>"), "https://a.example/").links
    assert (link.element, link.attribute) == ("link", kind)
