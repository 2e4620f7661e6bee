"""Sites, areas and overrides: what only a look over all of them tells, and the owners that they bring into the directory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from reviewer import owners, settings, urls
from reviewer.config import shape, showing, values
from reviewer.config.lines import Path
from reviewer.config.mistakes import Finds
from reviewer.model import Owner


class People:
    """The directory while the config is read: owners that the config names with their address join it.

    ``whole``: its file could be read. Where it could not, who is missing in it is no second mistake.
    """

    def __init__(self, people: settings.Directory, *, whole: bool = True) -> None:
        self.read = people
        self.owners = list(people.owners)
        self.whole = whole

    def settled(self) -> settings.Directory:
        """The directory as it is now."""
        return replace(self.read, owners=tuple(self.owners))

    def owner(self, words: str, path: Path, finds: Finds) -> str | None:
        """The e-mail of the owner that ``words`` mean: ``Name <address>`` (who joins the directory), or a name or an address in it."""
        if "<" in words:
            try:
                box = values.mailbox(words)
            except values.Wrong as error:
                finds.wrong(path, error.says, error.expected)
                return None
            if all(owner.email.casefold() != box.email.casefold() for owner in self.owners):
                self.owners.append(Owner(box.name, box.email))
            words = box.email
        found = owners.named(words, self.settled())
        here = [owner for owner in found if not owner.left]
        if len(here) == 1 and here[0].email:
            return here[0].email
        if len(here) > 1:
            finds.wrong(path, owners.several(words, here), "one of these addresses")
        elif here:
            finds.wrong(
                path, f"{showing.shown(words)} has no e-mail address in the directory", 'it there, or the owner as in "Name <address>"'
            )
        elif found:
            finds.wrong(path, f"{showing.shown(words)} has left, says the directory", "somebody who is here")
        elif self.whole:
            known = [word for owner in self.owners if not owner.left for word in (owner.name, owner.email) if word]
            meant = showing.guess(words, known) if 0 < len(known) <= 20 else "a name or an address of the directory"
            finds.wrong(
                path, f"{showing.shown(words)} is not in the directory", f'{meant}; or the owner with an address, as in "Name <address>"'
            )
        return None


def sites(written: tuple[settings.Site, ...], people: People, finds: Finds) -> tuple[settings.Site, ...]:
    """All sites; names default to the host of the first start page, areas come narrowest first."""
    made: list[settings.Site] = []
    names: dict[str, int] = {}
    starts: dict[str, int] = {}
    for index, site in enumerate(written):
        at: Path = ("site", index)
        finds.needed(site.start, (*at, "start"), 'where to begin, as in start = ["https://www.example.org/resources"]')
        name = site.name or (urls.hostname(site.start[0]) if site.start else f"site {index + 1}")
        if name in names:
            finds.wrong(
                (*at, "name"), f"{showing.shown(name)} is the name of site {names[name] + 1} too", "a name of its own for each site"
            )
        names.setdefault(name, index)
        for number, start in enumerate(site.start):
            if start in starts:
                finds.wrong(
                    (*at, "start", number), f"{showing.shown(start)} is a start page of site {starts[start] + 1} already", "each page once"
                )
            starts.setdefault(start, index)
            _inside(site, start, (*at, "start", number), finds)
        owner = people.owner(site.owner, (*at, "owner"), finds) if site.owner else None
        made.append(replace(site, name=name, owner=owner, areas=_areas(site.areas, (*at, "area"), people, finds)))
    return tuple(made)


def _inside(site: settings.Site, start: str, path: Path, finds: Finds) -> None:
    """A start page that its own site would not read is a slip."""
    where = urlsplit(start).path or "/"
    if site.within and not any(urls.matches(pattern, start if "://" in pattern else where) for pattern in site.within):
        finds.wrong(path, f"{showing.shown(start)} is outside `within`", f"a page that one of {', '.join(site.within)} takes in")
    for pattern in site.skip:
        if urls.matches(pattern, start if "://" in pattern else where):
            finds.wrong(path, f"{showing.shown(start)} is left out by `skip`", f"a page that {pattern} does not leave out")


def _areas(written: tuple[settings.Area, ...], at: Path, people: People, finds: Finds) -> tuple[settings.Area, ...]:
    """The areas of one site, narrowest first. One inside another is fine; two that cross leave in doubt who owns both."""
    made: list[settings.Area] = []
    for index, area in enumerate(written):
        here = (*at, index)
        placed = finds.needed(area.path, (*here, "path"), 'a pattern, as in path = "/resources/early-diagnosis/**"')
        owned = finds.needed(area.owner, (*here, "owner"), 'somebody, as in owner = "Name <address>"')
        owner = people.owner(area.owner, (*here, "owner"), finds) if owned and area.owner else None
        if not placed:
            continue
        for other in made:
            if area.path == other.path:
                finds.wrong((*here, "path"), f"{showing.shown(area.path)} is an area already", "each area once")
            elif meet(area.path, other.path) and not (inside(area.path, other.path) or inside(other.path, area.path)):
                finds.wrong(
                    (*here, "path"),
                    f"{showing.shown(area.path)} overlaps {showing.shown(other.path)}",
                    "areas apart, or one inside the other",
                )
        made.append(settings.Area(area.path, owner or ""))
    return tuple(sorted(made, key=lambda area: -len(area.path.partition("*")[0])))


def overrides(written: tuple[shape.Override, ...], people: People, finds: Finds) -> tuple[tuple[str, str], ...]:
    """Patterns and the e-mails of the owners that go before all others."""
    made = []
    for index, override in enumerate(written):
        at: Path = ("override", index)
        placed = finds.needed(override.page, (*at, "page"), 'a pattern, as in page = "https://www.example.org/resources/**"')
        owned = finds.needed(override.owner, (*at, "owner"), 'somebody, as in owner = "Name <address>"')
        owner = people.owner(override.owner, (*at, "owner"), finds) if owned and override.owner else None
        if placed and override.page and owner:
            made.append((override.page, owner))
    return tuple(made)


def meet(one: str, other: str) -> bool:
    """Whether some address fits both patterns (``*`` is any text without a slash, ``**`` any text)."""
    first, second = _tokens(one), _tokens(other)
    reached = {(0, 0)}
    todo = [(0, 0)]
    while todo:
        left, right = todo.pop()
        for step in _steps(first, second, left, right):
            if step not in reached:
                reached.add(step)
                todo.append(step)
    return (len(first), len(second)) in reached


def _tokens(pattern: str) -> list[str]:
    """The pattern as single letters and stars."""
    tokens: list[str] = []
    for letter in pattern:
        if letter == "*" and tokens and tokens[-1] == "*":
            tokens[-1] = "**"
        elif letter != "*" or not tokens or tokens[-1] != "**":
            tokens.append(letter)
    return tokens


def _steps(first: list[str], second: list[str], left: int, right: int) -> Iterable[tuple[int, int]]:
    """Where two walks over two patterns may go next, reading the same letter or ending a star."""
    one = first[left] if left < len(first) else ""
    other = second[right] if right < len(second) else ""
    if one in {"*", "**"}:
        yield left + 1, right
    if other in {"*", "**"}:
        yield left, right + 1
    if one and other and not {one, other} <= {"*", "**"}:
        if one in {"*", "**"}:
            if one == "**" or other != "/":
                yield left, right + 1
        elif other in {"*", "**"}:
            if other == "**" or one != "/":
                yield left + 1, right
        elif one == other:
            yield left + 1, right + 1


def inside(one: str, other: str) -> bool:
    """Whether the second pattern takes in what the first one does, judged by an address that uses each star of the first fully."""
    example = one.replace("**", "\x00").replace("*", "x-1").replace("\x00", "x-1/x-2")
    return urls.matches(other, example)
