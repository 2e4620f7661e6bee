"""reviewer.read.sieves: the quick look lets through whatever the exact pattern matches."""

from __future__ import annotations

import gc
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.read import sieves
from reviewer.read.contacts import asked as contacts_asked
from reviewer.read.dates import cadence as claims_cadence
from reviewer.read.dates import order as claims_order
from reviewer.read.dates import reverse as claims_reverse
from reviewer.read.document import Document
from reviewer.read.facts import banners, gaps, periods
from reviewer.read.periods import history as periods_history
from reviewer.read.periods import values as periods_values
from reviewer.read.sieves import Sieve, Texts, folded, once, widened
from reviewer.read.states import notices
from reviewer.read.states.grammars import Grammar, grammars

_ODD = {"i": "İı", "s": "ſ", "k": "\u212a", "å": "\u212b", "I": "ı", " ": "\u00a0\u2003"}

PATTERNS: list[re.Pattern[str]] = [
    value
    for module in (
        banners,
        claims_cadence,
        claims_order,
        claims_reverse,
        contacts_asked,
        gaps,
        periods,
        periods_history,
        periods_values,
    )
    for name, value in sorted(vars(module).items())
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str) and "\\n" not in value.pattern
]


@st.composite
def _matching(draw: st.DrawFn) -> tuple[re.Pattern[str], str]:
    """A pattern of the fact readers, and a text in which it matches, in any case and with letters that look like others."""
    pattern = draw(st.sampled_from(PATTERNS))
    text = str(draw(st.from_regex(pattern))).replace("\n", " ")
    swapped = [draw(st.sampled_from(_ODD[letter])) if letter in _ODD and draw(st.integers(0, 5)) == 0 else letter for letter in text[:200]]
    return pattern, draw(st.sampled_from((text, text.upper(), text.swapcase(), "".join(swapped))))


@settings(max_examples=150)
@given(_matching())
def test_superset(drawn: tuple[re.Pattern[str], str]) -> None:
    """Where the exact pattern matches, its sieve lets the text through, alone and among others."""
    pattern, text = drawn
    sieve = Sieve(pattern)
    if pattern.search(text):
        assert sieve.passes(text)
        assert 1 in sieve.among(Texts(["", text, "x"]))


@settings(max_examples=200)
@given(
    st.text(),
    st.sampled_from([r"\w\d", r"\s\W", r"\S\D", r"[^.;]x?", r"[^\w ]", r"[\w ]{2,4}", r".a", r"[^a-z]", r"[]x]", r"(?P<q>a|\d)(?P=q)"]),
)
def test_classes(text: str, pattern: str) -> None:
    """Each class of characters keeps all that Python's class has, whatever the text."""
    text = text.replace("\n", " ")
    for flags in (0, re.IGNORECASE):
        exact = re.compile(pattern, flags)
        assert Sieve(exact).passes(text) or exact.search(text) is None


def test_looks_are_left_out() -> None:
    """What stands in a look ahead or behind, nested groups too, is no part of the sieve; what follows it is."""
    pattern = re.compile(r"(?<!in )(?<=(?:a|b))owner(?! (?:of|for(?= x)))s?(?-i:X)")
    assert widened(pattern) == "(?:)(?:)owner(?:)s?(?:X)"
    assert Sieve(pattern).passes("IN OWNERX")


def test_words() -> None:
    """A list of words is a sieve, too: the words count as they are written, in any case."""
    sieve = Sieve(("a.b", "É"), re.compile("zz"))
    assert [sieve.passes(text) for text in ("A.B", "acb", "é", "e", "ZZ")] == [True, False, True, False, True]


def test_among() -> None:
    """The indexes of the texts with a match are given once each, in order, whatever bytes stand before them."""
    texts = Texts(["ünd", "one\none two", "", "two", "ONE one", "\ud800"])
    assert Sieve(("one",)).among(texts) == [1, 4]
    assert Sieve(("nobody",)).among(Texts([])) == []


def test_a_match_stays_in_its_text() -> None:
    """White space in a pattern never reaches from one text into the next."""
    assert Sieve(re.compile(r"a\s+b|[ \n]c|\Wd")).among(Texts(["a", "b", "c", "d", "a b"])) == [4]


@pytest.mark.parametrize(
    "pattern", [re.compile(r"a # b", re.VERBOSE), re.compile("a.b", re.DOTALL), re.compile("a\nb"), re.compile(r"a\nb")]
)
def test_refused(pattern: re.Pattern[str]) -> None:
    """A pattern that a sieve cannot be made from is refused when the sieve is made, and not misread later."""
    with pytest.raises(ValueError, match="sieve"):
        Sieve(pattern)


@given(st.text())
def test_folded_is_one_line(text: str) -> None:
    """A folded text is UTF-8 on one line, whatever it was."""
    assert "\n" not in folded(text).decode()


def test_once() -> None:
    """A document is asked about once in a row; its answer is let go with it."""
    asked: list[str] = []

    @once
    def title(document: Document) -> str:
        asked.append(document.title)
        return document.title

    one, other = Document("", title="one"), Document("", title="other")
    assert [title(document) for document in (one, one, other, other, one)] == ["one", "one", "other", "other", "one"]
    assert asked == ["one", "other", "one"]
    del one, other
    gc.collect()
    assert title(Document("", title="third")) == "third"


def test_case_is_left_to_re2() -> None:
    """Each letter that Python takes for a letter of our words without regard to case, RE2 does, too."""
    for like in sorted({letter for pattern in PATTERNS for letter in pattern.pattern.lower() if letter.isalpha()}):
        sieve = Sieve((like,))
        others = {letter for letter in map(chr, range(0x80, 0xD800)) if letter.lower() == like or letter == like}
        assert [letter for letter in sorted(others | {like.upper()}) if len(letter) == 1 and not sieve.passes(letter)] == []


def test_a_sifted_pattern_makes_its_sieve_when_it_is_asked_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it finds is the same before and after; a text that the sieve stops costs no search, and one that is asked seldom no sieve."""
    made: list[re.Pattern[str]] = []

    def counted(pattern: re.Pattern[str]) -> Sieve:
        made.append(pattern)
        return Sieve(pattern)

    monkeypatch.setattr(sieves, "Sieve", counted)
    sifted = sieves.Sifted(re.compile(r"\bsoon\b", re.IGNORECASE), seldom=2)
    texts = ("Coming Soon", "sooner", "later", "as soon as can be")
    found = [[sifted.search(text) is not None for text in texts] for _ in range(2)]
    assert found == [[True, False, False, True]] * 2
    assert len(made) == 1
    match = sifted.match("soon", 0)
    assert match is not None
    assert sieves.Sifted(re.compile("a")).search("b") is None


@pytest.mark.parametrize("grammar", grammars(), ids=lambda grammar: grammar.language)
def test_the_patterns_of_states_have_sieves(grammar: Grammar) -> None:
    """Each pattern that every sentence is asked for can be widened, in every language."""
    of_states = (grammar.gone, grammar.old, grammar.newer, grammar.out, grammar.under, grammar.work, grammar.said)
    of_notices = (notices.parts(grammar).ended, notices.parts(grammar).idle, notices.parts(grammar).kept, notices.parts(grammar).newer)
    for sifted in (*of_states, *of_notices):
        assert sifted is None or isinstance(sifted.sieve, sieves.Sieve)
