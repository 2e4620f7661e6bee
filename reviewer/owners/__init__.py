"""Whose a page or a finding is: names in the directory. Pure.

``match(contact, directory) -> Match``; ``find(words, directory)``; ``named(words, directory)`` and ``several(words, found)`` for what is
meant by a name; ``manager(owner, directory, today)``; ``assign(finding, page, site,
config, today) -> tuple[Assignment, ...]``.
"""

from __future__ import annotations

from reviewer.owners.matching import assign as assign
from reviewer.owners.matching import find as find
from reviewer.owners.matching import manager as manager
from reviewer.owners.matching import match as match
from reviewer.owners.matching import named as named
from reviewer.owners.matching import several as several
from reviewer.owners.matching import standing_in as standing_in
from reviewer.owners.names import plain as plain
