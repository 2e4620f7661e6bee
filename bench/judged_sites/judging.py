"""What was told, held to the truths: right, arguable or wrong, and which faults nobody was told of. Pure, and without knowledge of the product."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from .made import Site, Truth

RIGHT, ARGUABLE, WRONG = "right", "arguable", "wrong"


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that somebody is told. ``page`` is a path of the site, ``also`` the further ones that it names. ``words`` is all that it says,
    with its quote, address and reason. ``coming`` is the day of a review to come, where that is all that it says. ``guess``: it is read
    between the lines."""

    page: str
    check: str
    words: str
    coming: dt.date | None = None
    guess: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One thing told, and what a careful reader thinks of it."""

    told: Told
    verdict: str
    why: str


@dataclass(frozen=True, slots=True)
class Score:
    """What came of one site: a judgement of each thing that its first digests tell and of each that the report has besides; the faults that
    stand in neither, and those that stand only in the report; how many pages it has, and those that are flagged by guesses alone."""

    site: str
    judged: tuple[Judgement, ...]
    besides: tuple[Judgement, ...]
    faults: int
    missed: tuple[Truth, ...]
    later: tuple[Truth, ...]
    pages: int
    guessed: tuple[str, ...]

    def count(self, verdict: str) -> int:
        """How many things told were that."""
        return sum(each.verdict == verdict for each in self.judged)


def plain(text: str) -> str:
    """Words as they are compared: small letters, one blank between them."""
    return re.sub(r"\s+", " ", text).casefold()


def fits(truth: Truth, told: Told) -> bool:
    """Whether what is told is this truth: its page, one of its checks, and the words that it has to name."""
    where = any(_within(page, truth.page) for page in (told.page, *told.also))
    return where and told.check in truth.checks and plain(truth.about) in plain(told.words)


def _within(page: str, where: str) -> bool:
    return where in {"*", page} or (where.endswith("*") and page.startswith(where[:-1]))


def judged(site: Site, told: Iterable[Told], besides: Iterable[Told] = (), *, pages: int) -> Score:
    """Hold everything that was told to the site's truths: what the first digests have, and then what stands ``besides`` in the report that
    they count and link to. ``pages`` is how many were read.

    A fault is right the first time it is told; told again it is arguable: true, and noise. What no truth speaks of is wrong.
    """
    first, rest, found = list(told), list(besides), set[int]()
    done = tuple(_one(site, each, found) for each in first)
    early = frozenset(found)
    reported = tuple(_one(site, each, found) for each in rest)
    every = [each for each in (*first, *rest) if each.coming is None]
    alone = {page for each in every if each.guess for page in (each.page, *each.also)}
    alone -= {page for each in every if not each.guess for page in (each.page, *each.also)}
    return Score(
        site.name,
        done,
        reported,
        len(site.faults),
        tuple(fault for number, fault in enumerate(site.faults) if number not in found),
        tuple(fault for number, fault in enumerate(site.faults) if number in found - early),
        pages,
        tuple(sorted(alone)),
    )


def _one(site: Site, told: Told, found: set[int]) -> Judgement:
    if told.coming is not None:
        right = site.coming.get(told.page) == told.coming
        return Judgement(told, RIGHT if right else WRONG, "a review to come" if right else "no review is due then")
    fitting = [number for number, fault in enumerate(site.faults) if fits(fault, told)]
    new = [number for number in fitting if number not in found]
    if new:
        found.update(new if told.also else new[:1])
        return Judgement(told, RIGHT, site.faults[new[0]].why)
    if fitting:
        return Judgement(told, ARGUABLE, "told before")
    why = next((truth.why for truth in site.arguables if fits(truth, told)), None)
    return Judgement(told, WRONG, "no fault of this page") if why is None else Judgement(told, ARGUABLE, why)
