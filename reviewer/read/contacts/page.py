"""The lines of one page that could name a contact, and whom each of them names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from reviewer.model import ContactKind, Region
from reviewer.read.contacts.asked import CUED, asked, outward, speaks, unfinished
from reviewer.read.contacts.cards import cards, directory, reached
from reviewer.read.contacts.labels import QUOTED, Known, crew, is_label, labelled, labels_in, position
from reviewer.read.contacts.shapes import role
from reviewer.read.contacts.ties import Layout
from reviewer.read.contacts.values import EMAIL, PHONE, SLACK, Value, addresses, extensions, is_phone, names
from reviewer.read.contacts.whose import NAMED, Found, How, Whose
from reviewer.read.contacts.words import CONCEPTS, WORD, kinds
from reviewer.read.document import BlockKind, Document
from reviewer.read.sentences import Line, sentences, sifted

CHARACTERS: Final = 60_000
"""Characters of lines with a word of contact that are looked at on one page: ten times what any page for people has."""
_OUTSIDE: Final = 8
"""Lines behind a request to ask somebody outside, whose addresses are theirs."""
_LABEL: Final = 3
_HEAD: Final = 30
_FIELDS: Final = 7
"""Lines of the fields behind one."""
_NEAR: Final = 9
_BESIDE: Final = (Region.NAV, Region.ASIDE)
_MARKS: Final = " :*_#-–—"
_SAID: Final = ("made", "said")
"""How sentences begin to tell why somebody is a contact whom they do not ask to write to."""


class Page:
    """The lines of one page, and what is known of them while they are read."""

    def __init__(self, document: Document, known: Known) -> None:
        """Take a page, and what it and its user add to the lexicon."""
        self.document: Final = document
        self.known: Final = known
        self.layout: Final = Layout(document, known)
        self.rows: Final = self.layout.rows
        hrefs = " ".join([link.href for link in document.links])
        self.written: Final = "slack.com/" in hrefs or "mailto:" in hrefs.lower()
        self.whose: Final = Whose(document)
        self.cards: Final = list(cards(document, self.layout))
        self.many: Final = directory(self.cards, self.rows)
        self.outward = -1  # up to which line the last request sends people to somebody outside

    def found(self) -> Iterator[tuple[Line, Found]]:
        """Every value of every line that could name a contact."""
        passed = set(CUED.among(sifted(self.document)))
        carded = {at for at, _, _ in self.cards}
        chosen = [
            at
            for at, line in enumerate(self.rows)
            if (at in passed or at in carded or (self.written and line.block.links) or self._added(line.text))
            and (line.block.region not in _BESIDE or self._box(line))
        ]
        self.whose.count(self.rows[at] for at in chosen if "@" in self.rows[at].text or self._linked(self.rows[at]))
        left = CHARACTERS
        for at in chosen:
            line = self.rows[at]
            left -= len(line.text)
            if left < 0:
                return
            before = self.rows[at - 1].text if at and len(self.rows[at - 1].text) < _HEAD else ""
            headed = is_label(line.block.place.heading or "", self.known) is not None
            told = list(self._line(at))
            sent = [one for one in told if one.how is How.ASKED and one.refused]
            if not any(one.how in {How.FIELD, How.BESIDE} and one.value[0] in NAMED for one in told) and not self._party(at):
                told = [*(_refused(one, sent) for one in self._carded(at)), *told]
            for one in told:
                yield line, one if one.refused else one._replace(refused=self.whose.refused(line, one, headed=headed, before=before))

    def _added(self, text: str) -> bool:
        """Whether a line has a label that the user added."""
        return bool(self.known.extra) and any(label in text.lower() for label in self.known.extra)

    def _box(self, line: Line) -> bool:
        """Whether an aside is a contact box: it has a contact label as its own heading, or in the line."""
        if line.block.region is not Region.ASIDE:
            return False
        heading = line.block.place.heading or ""
        return (
            is_label(heading, self.known) is not None
            or role(heading)
            or any(label.strong for label in labels_in(line.text, self.known))
            or is_label(line.text.strip(_MARKS), self.known) is not None
            or ("@" in line.text and speaks(line))
        )

    def _line(self, at: int) -> Iterator[Found]:
        """The values at one line."""
        whole = self.layout.label(at)
        if whole is not None and not (role(self.rows[at].text) and self._named(at)):
            strong = whole and not self._named(at)
            yield from self._tied(at, strong=strong, several=strong)
            return
        yield from self._crew(at)
        yield from self._channel(at)
        if self._party(at):
            return
        line = self.rows[at]
        fields = list(self._fields(at))
        yield from fields
        refused: set[Value] = set()
        if not fields:
            told = list(self._told(at))
            refused = {one.value for one in told if one.refused}
            yield from told
            yield from self._below(at, taken=bool(told))
        elif "@" in line.text:
            yield from (one for one in self._told(at) if one.value[0] is ContactKind.EMAIL and not one.refused)
        if fields and line.text.count(". "):
            yield from (one for one in self._told(at) if one.why.startswith(_SAID) and ":" not in one.quote)
        for value in self._linked(line):
            if value not in refused:
                alone = "" if self._near(line) else "not beside contact words"
                yield Found(value, line.text[:QUOTED], "an address beside contact words", How.ADDRESS, alone)

    def _tied(self, at: int, *, strong: bool, several: bool, why: str = "beside a contact label") -> Iterator[Found]:
        """The values of the lines that the layout gives to a label."""
        label = self.rows[at].text
        for tie in self.layout.ties(at, several=several):
            line = self.rows[tie.value]
            quote, told = f"{label} {line.text}"[:QUOTED], f"{why}, {tie.relation} (cost {tie.cost:g})"
            refused = "not the page's own: one of several under the same head" if tie.many else ""
            if tie.rival is not None:
                refused = (
                    f"not under this label: it goes to “{self.rows[tie.rival[0]].text[:40]}” (cost {tie.rival[1]:g}, here {tie.cost:g})"
                )
            for value in [*self.layout.values(tie.value, strong=strong), *self._linked(line)]:
                yield Found(value, quote, told, How.BESIDE, refused)
                if value[0] is ContactKind.PERSON and not refused:
                    yield from self._post(tie.value + 1)

    def _named(self, at: int) -> bool:
        """Whether a label is the first cell of a row below a row of heads: it may be the name of something."""
        cell = self.rows[at].block.cell
        return cell is not None and cell.row > 0 and cell.column == 0 and self.layout.headed(cell.table)

    def _fields(self, at: int) -> Iterator[Found]:
        """The values of the labels in a line, and the post of the last person, where the next field or line gives it."""
        line = self.rows[at]
        last: Value | None = None
        for strong, text, far, quote in labelled(line.text, self.known):
            for value in [*names(text, strong=strong), *addresses(far), *extensions(far)]:
                last = value
                yield Found(
                    value, quote, "after a contact label" if strong else "after a contact label, by its form", How.FIELD, weak=not strong
                )
        if last is None or last[0] is not ContactKind.PERSON:
            return
        yield from self._post(at + 1)
        if at + 1 < len(self.rows) and line.text.endswith(last[1]):
            below = self.rows[at + 1]
            if PHONE.fullmatch(below.text) and is_phone(below.text):
                yield Found((ContactKind.PHONE, below.text), f"{line.text} {below.text}"[:QUOTED], "below whom a label names", How.POST)
            for value in names(below.text, strong=False):
                if value == (ContactKind.ROLE, below.text.strip(" ,.")) and below.block.kind is line.block.kind:
                    yield Found(value, f"{line.text} {below.text}"[:QUOTED], "below whom a label names", How.POST)

    def _told(self, at: int) -> Iterator[Found]:
        """Whom the sentences of a line name."""
        before = self.rows[at - 1].text.split() if at else []
        called = bool(before) and len(before) <= _LABEL and all("reach" in kinds(word) for word in before)
        for value, quote, why in asked(self.rows[at], meeting=self.whose.meeting, called=called):
            outside = why.startswith("not ") or (at <= self.outward and why.startswith("an address"))
            yield Found(value, quote, why, How.ASKED, "not for questions about the page" if outside else "")

    def _post(self, at: int) -> Iterator[Found]:
        """The post that the next field gives of a person whom a label has just named ("Job title | Ward Manager")."""
        for line, following in zip(self.rows[at : at + 1], [*self.rows[at + 1 : at + 2], None], strict=False):
            said = position(line.text)
            if said is not None and line.block.kind is not BlockKind.HEADING:
                text = said or (following.text if following else "")
                for value in names(text, strong=False):
                    if value[0] is ContactKind.ROLE:
                        quote = f"{line.text} {text if not said else ''}".strip()[:QUOTED]
                        yield Found(value, quote, "the post of whom a label names", How.POST)

    def _crew(self, at: int) -> Iterator[Found]:
        """The team that a field gives beside a contact label ("Team: Payments Core" above "Owner: ..."): on its own it may be any team."""
        line = self.rows[at]
        following = self.rows[at + 1].block if at + 1 < len(self.rows) else None
        term = line.block.kind is BlockKind.TERM and following is not None and following.kind is BlockKind.DEFINITION
        beside = term or (line.block.cell is not None and following is not None and following.cell is not None)
        text = f"{line.text}: {self.rows[at + 1].text}" if beside else line.text
        if beside and self._reached(at) and (bureau := crew(text, "bureau")):
            yield Found((ContactKind.TEAM, bureau), text[:QUOTED], "a field beside an address", How.ADDRESS)
        name = crew(text)
        near = [other for other in self.rows[max(0, at - _NEAR) : at + _NEAR] if other is not line]
        if name and (
            any(label.strong for other in near for label in labels_in(other.text, self.known))
            or (beside and any(self.layout.label(other) for other in range(max(0, at - _NEAR), min(len(self.rows), at + _NEAR))))
        ):
            yield Found((ContactKind.TEAM, name), line.text[:QUOTED], "after a contact label, beside another one", How.FIELD)

    def _reached(self, at: int) -> bool:
        """Whether one of the next fields of the same list or table is an address."""
        return any(EMAIL.fullmatch(row.text) for row in self.rows[at + 2 : at + _FIELDS])

    def _channel(self, at: int) -> Iterator[Found]:
        """The channel that a cell or a definition gives, beside a label of asking ("Help", "Slack")."""
        channel = SLACK.fullmatch(self.rows[at].text)
        label = WORD.findall(self.rows[at - 1].text) if channel and at else []
        if channel and label and len(label) <= _LABEL and all(kinds(word) & {"chat", "talk", "query", "fill"} for word in label):
            yield Found(
                (ContactKind.SLACK, channel.group()), f"{self.rows[at - 1].text} {channel.group()}", "a channel to ask in", How.ASKED
            )

    def _below(self, at: int, *, taken: bool) -> Iterator[Found]:
        """Whom the lines below a request name that ends before it has said whom; where it sends people outside, nobody."""
        text = self.rows[at].text
        asks = text[-1] not in ".!?" and unfinished(text)
        if not asks and not text.endswith(":"):
            return
        if outward(text[max(0, text.rfind(". ")) :]):
            self.outward = at + _OUTSIDE
            return
        labels = labels_in(text, self.known)
        if (not taken or text.endswith(":")) and (asks or any(one.strong is not None and one.end >= len(text) for one in labels)):
            yield from self._tied(at, strong=False, several=True, why="below a request")

    def _party(self, at: int) -> bool:
        """Whether a cell belongs to a row with another label, in a table that has no contact label and no heading of contact."""
        line = self.rows[at]
        here = line.block.cell
        if here is None or here.column != 1 or "@" not in line.text or EMAIL.match(line.text):
            return False
        if is_label(line.block.place.heading or "", self.known) is not None:
            return False
        grid = self.layout.tables[here.table]
        heads = [self.rows[lines[0]].text.strip(_MARKS) for (_, column), lines in grid.items() if column == 0]
        if max(column for _, column in grid) > 1 or any(
            is_label(head, self.known) is not None
            or any(one & {"contact", "reach", "talk", "group", "post"} for one in map(kinds, WORD.findall(head)))
            for head in heads
        ):
            return False
        head = grid.get((here.row, 0))
        cell = self.rows[head[0]].block.cell if head else None
        return cell is not None and cell.header

    def _carded(self, at: int) -> Iterator[Found]:
        """Whom the card with its first address at a line names."""
        for start, group, named in self.cards:
            if start == at:
                quote = " ".join(self.rows[one].text for one in group)[:QUOTED]
                refused = "not the page's own: one of many cards of people" if self.many else ""
                for value in [*named, *(value for one in group for value in reached(self.rows[one].text))]:
                    yield Found(value, quote, "a name with an address", How.ADDRESS, refused)

    def _near(self, line: Line) -> bool:
        """Whether the words around a linked address speak of contact, or are a sentence; in a footer only a label does."""
        if line.block.region is Region.FOOTER:
            return any(label.strong is not None for label in labels_in(line.text, self.known))
        if outward(line.text):
            return False
        words = WORD.findall(f"{line.block.place.heading or ''} {line.text}")
        return any(kinds(word) & (CONCEPTS | {"keep", "reach"}) for word in words) or self._spoken(line)

    def _spoken(self, line: Line) -> bool:
        """Whether a linked address stands in a sentence that says more than the link's own words."""
        links = [self.document.links[index] for index in line.block.links]
        wanted = [link.words for link in links if link.href[:7].lower() == "mailto:" and link.words]
        spoken = [line.text[start:end] for start, end in sentences(line.text)]
        return any(words in said and len(said) > len(words) + 20 for said in spoken for words in wanted)

    def _linked(self, line: Line) -> list[Value]:
        """The addresses of the ``mailto:`` links and the channels of the Slack links of a line."""
        found: list[Value] = []
        for index in line.block.links:
            link = self.document.links[index]
            href = link.href.strip()
            if link.words and link.words not in line.text:
                continue
            if href.lower().startswith("mailto:"):
                address = EMAIL.match(unquote(href[7:].split("?")[0]).strip())
                if address:
                    found.append((ContactKind.EMAIL, address.group()))
            elif "slack.com/" in href and SLACK.fullmatch(link.words.strip()):
                found.append((ContactKind.SLACK, link.words.strip()))
        return found


def _refused(found: Found, sent: list[Found]) -> Found:
    """The same, passed over as the sentence is that names it: it sends people to somebody outside."""
    why = next((one.refused for one in sent if found.value[1] in one.quote), "")
    return found._replace(refused=found.refused or why)
