"""A sketch of a page's main text, by which pages that say nearly the same are found without keeping their texts."""

from __future__ import annotations

import heapq
import zlib
from collections.abc import Iterable
from itertools import compress, islice
from typing import Final

WORDS: Final = 4
"""Words in a shingle: enough that two texts share one only when they share a passage."""
KEPT: Final = 48
"""Shingles that are kept, those with the least checksums: two texts of which nine tenths are the same share some 43 of them (bottom-k
sketches, Broder 1997)."""
ONE_IN: Final = 4
"""Only shingles that begin with one in so many words (the same in each text) are looked at: a page is read in few milliseconds."""
SHORT: Final = 200
"""Words of a text of which every shingle is looked at: one in four of a few is too little to tell."""
LEAST: Final = 36
"""Words that a text has to have: of two short ones nobody can tell whether they are the same page."""
MOST: Final = 20_000
"""Words that are looked at."""

_SIGNS: Final = ".,;:!?()[]'\"’‘“”"


def sketch(texts: Iterable[str]) -> str:
    """The sketch of a text that comes in blocks: up to ``KEPT`` checksums of 8 hexadecimal digits each, least first; empty when it is
    short. Numbers do not count, so that two pages with different dates are alike."""
    every = " ".join(texts).casefold().split()
    bare = {word: stripped for word in set(every) if (stripped := word.strip(_SIGNS)).isalpha()}
    words = list(islice(filter(None, map(bare.get, every)), MOST))
    if len(words) < LEAST:
        return ""
    one_in = ONE_IN if len(words) > SHORT else 1
    begins = {word for word in set(words) if not zlib.crc32(word.encode()) % one_in}
    shingles = set(compress(zip(*(words[at:] for at in range(WORDS)), strict=False), map(begins.__contains__, words)))
    sums = {zlib.crc32(" ".join(shingle).encode()) for shingle in shingles}
    return "".join(f"{each:08x}" for each in heapq.nsmallest(KEPT, sums))
