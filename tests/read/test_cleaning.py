"""What people see of a text."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reviewer.read import cleaning

_WHITE = st.text(
    st.sampled_from("ab\u00e9 \n\t\r\x0b\x1c\x85\u00a0\u2003\u2028\x00\x07\x7f\u00ad\u200b\u0301") | st.characters(), max_size=40
)


@given(_WHITE)
def test_clean_is_what_the_rules_say(text: str) -> None:
    """White space of any kind is one blank, newlines stay without blanks around and never twice, controls and zero-width letters are out."""
    invisible = dict.fromkeys([0xAD, 0x180E, 0x2060, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
    seen = re.sub(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]+", "", unicodedata.normalize("NFC", text).translate(invisible))
    assert cleaning.clean(text) == re.sub(r" ?\n[ \n]*", "\n", re.sub(r"[^\S\n]+", " ", seen)).strip()


@given(_WHITE)
def test_blanked_is_what_a_browser_shows(text: str) -> None:
    """A run of white space is one blank, also at the ends."""
    assert cleaning.blanked(text) == re.sub(r"\s+", " ", text)
