"""For a comment or a job summary in CI: a sentence, a table of what to do, and what to know (GitHub Flavored Markdown)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from reviewer import neutral
from reviewer.dates import words
from reviewer.model import Finding
from reviewer.report import advice
from reviewer.report.reported import Reported, by_page
from reviewer.report.words import conclusion, label, number, quoted, suggested, sums, suspicion, where

SUFFIX: Final = ".md"
MOST_CHARACTERS: Final = 60_000
"""A comment on GitHub holds 65,536 characters; what is left is for the last lines."""

MAYBE: Final = "You may also want to look at what is read between the lines, and may be wrong"

_SPECIAL = re.compile(r"([\\`*_\[\]#!|~>:$])")
_CALLING = re.compile(r"([@#])(?=[\w])")


def write(reported: Reported) -> str:
    """The summary. Page text is text: it makes no markup, calls nobody by ``@name`` and names no issue by ``#1``."""
    counted = sums(reported)
    lines = [f"## Content review: {conclusion(reported, counted)}", ""]
    if broken_off := reported.stopped:
        lines += [f"**{escaped(broken_off)}**", ""]
    used = sum(map(len, lines))
    sure = [finding for finding in reported.active if not finding.guessed]
    table, used = _table(reported, sure, used)
    lines += table
    guesses = [finding for finding in reported.active if finding.guessed]
    if guesses:
        table, used = _table(reported, guesses, used)
        lines += [f"<details><summary>{MAYBE} ({number(len(guesses), 'guess', 'guesses')})</summary>", "", *table, "</details>", ""]
    for heading, said in (
        ("What to know about this look", (*reported.looked.incomplete, *reported.looked.notes)),
        ("Hints", advice.advise(reported.looked, reported.findings, reported.as_of)),
    ):
        if said:
            lines += [f"### {heading}", "", *(f"- {escaped(neutral.sentence(sentence))}" for sentence in said), ""]
    lines.append(
        f"{number(counted.pages, 'page')} and {number(counted.links, 'link')} looked at as of {words(reported.as_of)}: "
        f"{counted.works:,} work, {counted.moved:,} moved, {counted.broken:,} broken, {counted.unsure:,} to look at yourself. "
        + suspicion(counted, reported.config.patience)
    )
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _table(reported: Reported, findings: Iterable[Finding], used: int) -> tuple[list[str], int]:
    """The lines of a table of findings, none for none, and how many characters are used after it. What has no room is counted."""
    listed = [(url, finding) for url, found in by_page(findings, reported.linked) for finding in found]
    if not listed:
        return [], used
    lines = ["| | Page | What | Where | Do |", "|---|---|---|---|---|"]
    used += sum(map(len, lines))
    for url, finding in listed:
        row = _row(reported, url, finding)
        if used + len(row) > MOST_CHARACTERS:
            break
        lines.append(row)
        used += len(row) + 1
    left = len(listed) - len(lines) + 2
    return [*lines, "", *([f"And {number(left, 'more finding')}: see the whole report.", ""] if left else [])], used


def escaped(text: str) -> str:
    """Text that means only itself in Markdown: punctuation escaped, HTML as entities, and a word joiner's blank after ``@`` and ``#``."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\1", _CALLING.sub("\\1\u200b", plain))


def _row(reported: Reported, url: str, finding: Finding) -> str:
    title = escaped(neutral.words(reported.title(url), 80))
    to = neutral.link(url)
    file = reported.files.get(url)
    page = f"[{title}](<{_target(to)}>)" if to else title
    if file:
        page += f"<br>{escaped(neutral.words(file))}"
    says = escaped(neutral.sentence(finding.says))
    if quote := quoted(finding):
        says += f"<br>“{escaped(quote)}”"
    fix = escaped(neutral.sentence(finding.fix))
    if (address := suggested(finding)) and (target := neutral.link(address)):
        fix += f"<br><{_target(target)}>"
    return f"| **{label(reported, finding)}** | {page} | {says} | {escaped(where(finding.place))} | {fix} |"


def _target(url: str) -> str:
    """An address between angle brackets in a table: what would end either is percent-encoded."""
    return url.replace("<", "%3C").replace(">", "%3E").replace("|", "%7C").replace("\\", "%5C").replace("`", "%60")
