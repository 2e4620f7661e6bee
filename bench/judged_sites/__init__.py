"""Ten sites that were built to judge by, with their truths written down before the product saw them: ``every()`` makes them anew, alike each time."""

from __future__ import annotations

from . import archive, college, council, documentation, drupal, parish, sharepoint, trust, wiki, wordpress
from .elsewhere import HOSTS as HOSTS
from .elsewhere import MISSING as MISSING
from .elsewhere import OTHERS as OTHERS
from .made import TODAY as TODAY
from .made import Reply as Reply
from .made import Site as Site
from .made import Truth as Truth

MAKERS = (council, trust, college, documentation, wordpress, drupal, sharepoint, parish, wiki, archive)


def every() -> tuple[Site, ...]:
    """All sites, in the order in which they are told of."""
    return tuple(maker.made() for maker in MAKERS)
