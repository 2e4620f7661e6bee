"""reviewer.read.making: the same values, made faster."""

from __future__ import annotations

import dataclasses
import pickle

import pytest

from reviewer.model import Link, PartialDate, Place
from reviewer.read.making import maker


def test_the_value_is_the_same() -> None:
    """Whatever was made so is of the frozen class: equal, of one hash, frozen, to be replaced and to be pickled."""
    made = maker(Link)("/a", None, words="a", place=maker(Place)("Part", 3))
    plain = Link("/a", None, words="a", place=Place("Part", 3))
    assert type(made) is Link
    assert (made, hash(made), repr(made)) == (plain, hash(plain), repr(plain))
    assert pickle.loads(pickle.dumps(made)) == plain
    assert dataclasses.replace(made, words="b") == dataclasses.replace(plain, words="b")
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.words = "b"  # type: ignore[misc]


def test_a_class_that_looks_at_its_values_is_refused() -> None:
    """Its ``__post_init__`` would not be called."""
    with pytest.raises(TypeError, match="PartialDate"):
        maker(PartialDate)
