"""``reviewer read``: what is read from a saved page, and why."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from reviewer import read as reading
from reviewer import report
from reviewer.console.config import settings, wrong
from reviewer.console.options import EXIT_DONE, EXIT_INCOMPLETE, Options
from reviewer.model import DateClaim, DateKind, Item, Page, PageState
from reviewer.read import Candidate, Hints
from reviewer.verdicts import Review, review, verdict

_TYPES = {".htm": "text/html", ".html": "text/html", ".xhtml": "application/xhtml+xml", ".txt": "text/plain", ".md": "text/markdown"}
_KINDS = {
    DateKind.DUE: "Review due",
    DateKind.LAST_REVIEWED: "Last reviewed",
    DateKind.UPDATED: "Updated",
    DateKind.PUBLISHED: "Published",
    DateKind.EXPIRES: "Expires",
}


@dataclass(frozen=True)
class Saved:
    """A saved page: its bytes, where it was, and what it is called in a ``.jsonl`` file."""

    body: bytes
    url: str
    file: str
    content_type: str | None = None
    id: object = None


@click.command("read")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--explain", is_flag=True, help="Show every candidate, its words, and why it was taken or passed over.")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to write it.")
@click.option("--url", help="The address that a single saved page had; its relative links are read with it.")
@click.pass_obj
def command(options: Options, files: tuple[str, ...], explain: bool, form: str, url: str | None) -> None:
    """Show what is read from a saved page (.html, .txt, .md, .pdf, .docx), or from each page of a .jsonl file.

    A .jsonl file has one object a line with id, url, content_type and content: the form of a bug report. Nothing is fetched.

    Exit code 0: every page was read. 3: one could not be, or a line of a .jsonl file is no page; the others are shown.
    """
    config = settings(options, needed=False)
    today = options.today(config)
    hints = Hints(language=None, labels=config.wording.labels)
    pages: list[dict[str, Any]] = []
    complete = True
    bad: list[str] = []
    for number, saved in enumerate(_saved(files, url, bad)):
        page = reading.read(saved.body, url=saved.url, content_type=saved.content_type, hints=hints)
        complete &= page.state is PageState.READ
        judged = review(page, None, today, config.remind) if page.state is PageState.READ else None
        if form == "json":
            visits = [verdict(link, page, {}, {page.url: page}) for link in page.links]
            pages.append(report.page_object(page, today, judged, visits, file=saved.file, id=saved.id))
            continue
        if number:
            click.echo()
        click.echo("\n".join(_told(saved, page, judged)))
        if explain:
            click.echo("\n".join(_explained(saved, hints)))
    if form == "json":
        click.echo(report.dumps(report.whole(today, pages, incomplete=bad)), nl=False)
    for line in bad:
        click.echo(line, err=True)
    sys.exit(EXIT_DONE if complete and not bad else EXIT_INCOMPLETE)


def _saved(files: tuple[str, ...], url: str | None, bad: list[str]) -> Iterator[Saved]:
    """Every saved page; a line that is none goes to ``bad``, in a sentence. Ends with exit code 2 for a file that is not there."""
    for name in files:
        path = Path(name)
        try:
            body = path.read_bytes()
        except OSError as error:
            wrong(f"{name} cannot be read: {error.strerror}. Name a saved page, or a .jsonl file of saved pages.")
        if path.suffix.lower() == ".jsonl":
            yield from _lines(name, body, bad)
        else:
            yield Saved(body, url or path.absolute().as_uri(), name, _TYPES.get(path.suffix.lower()))


def _lines(name: str, body: bytes, bad: list[str]) -> Iterator[Saved]:
    """The pages of a ``.jsonl`` file; each line that is none is told in ``bad``, and the others are read all the same."""
    for number, line in enumerate(body.decode("utf-8", "replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            case = json.loads(line)
            content = case["content"]
            body_of = content.encode("utf-8", "surrogatepass")
        except (ValueError, TypeError, KeyError, AttributeError):
            bad.append(
                f"{name}, line {number}: not a saved page. Each line is a JSON object with id, url, content_type and content (a text)."
            )
            continue
        kind = str(case.get("content_type") or "text/html")
        header = kind if "charset" in kind else f"{kind}; charset=utf-8"
        yield Saved(body_of, str(case.get("url") or f"file:///{name}#{number}"), name, header, case.get("id", number))


def _told(saved: Saved, page: Page, judged: Review | None) -> Iterator[str]:
    """The facts of one page, for a person."""
    yield f"{page.title or '(no title)'}{f'  [{saved.id}]' if saved.id is not None else ''}"
    yield f"  {saved.file}{f', {page.url}' if not page.url.startswith('file:') else ''}"
    if judged is None:
        yield f"  Not read: {page.state.value.replace('_', ' ')}. {page.trouble or ''}".rstrip()
        return
    yield f"  Review: {judged.state.value.replace('_', ' ')}{f' (by {judged.by})' if judged.by else ''}"
    if page.trouble:
        yield f"  Trouble: {page.trouble}"
    for claim in page.claims:
        yield _row(_KINDS[claim.kind], _date(claim), claim.quote, claim.place.line)
    if page.banner:
        yield _row("Notice", "", page.banner.quote, page.banner.place.line)
    if page.superseded:
        yield _row("Replaced", page.superseded.by or "", page.superseded.quote, page.superseded.place.line)
    for contact in page.contacts:
        yield _row("Contact", f"{contact.value} ({contact.kind.value})", contact.quote, contact.place.line)
    for period in page.periods:
        when = f"ends {period.end}" if period.end else "no date"
        yield _row("Period", f"{when}{', history' if period.historical else ''}", period.quote, period.place.line)
    for gap in page.gaps:
        yield _row("Gap", gap.kind.value.replace("_", " "), gap.quote, gap.place.line)
    for item in page.items:
        yield _row("Item", f"{_KINDS[item.kind].lower()} {item.date}", item.words, item.place.line)
    for extra in page.extras:
        yield _row(extra.kind, extra.value, extra.quote, extra.place.line)
    yield f"  Links: {len(page.links)}"


def _date(claim: DateClaim) -> str:
    """A date as it is in the machine output, and what is open about it."""
    doubt = f" or {claim.other}: day and month cannot be told apart" if claim.ambiguous and claim.other else ""
    return f"{claim.date}{doubt}{' (computed)' if claim.basis.value == 'computed' else ''}"


def _row(name: str, value: str, quote: str, line: int | None) -> str:
    """One fact."""
    where = f" (line {line})" if line else ""
    return f"  {name + ':':<15}{value}{' ' if value else ''}“{' '.join(quote.split())[:200]}”{where}"


def _explained(saved: Saved, hints: Hints) -> Iterator[str]:
    """Every candidate and why."""
    yield "  Looked at:"
    try:
        document = reading.parse(saved.body, url=saved.url, content_type=saved.content_type)
    except reading.Unreadable as error:
        yield f"    nothing: {error.detail}"
        return
    for name, candidate in reading.explain(document, hints):
        quote = " ".join(candidate.quote.split())[:160]
        yield f"    {'+' if candidate.taken else '-'} {name}: {_what(candidate)}“{quote}”: {candidate.why}"


def _what(candidate: Candidate) -> str:
    """What the candidate would be, in a few words."""
    fact = candidate.fact
    if isinstance(fact, (DateClaim, Item)):
        return f"{_KINDS[fact.kind].lower()} {fact.date} "
    return f"{type(fact).__name__.lower()} " if fact is not None else ""
