"""Which parser reads HTML: time of each on pages like real ones and on hostile ones, and the time that the whole reading of a page takes.

    python bench/parsers.py [--seconds 12] [--only NAME] [--read] [--write]

Each measurement is a process of its own with a CPU limit, so that one that runs away costs itself. ``--read`` measures ``reviewer.read.read`` on
hostile pages and texts of 1 MiB instead (the promise: under one second of CPU each). ``--write`` puts the table of the parsers into bench/README.md
(selectolax is no part of the project: install it beside). Figures are the least wall time of five, on a machine that does nothing else
(the CPU clock of some machines ticks every 4 ms).
"""

from __future__ import annotations

import argparse
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

SIZE = 1 << 20


def rep(piece: str, size: int = SIZE) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def article(kilobytes: int) -> str:
    part = (
        '<h2 id="s">Heading</h2>\n<p class="body">Lorem ipsum dolor sit amet, <strong>consectetur</strong> elit, sed do '
        '<a href="https://www.example.org/page">link</a> eiusmod tempor incididunt ut labore.</p>\n<ul><li>one</li>\n<li>two</li></ul>\n'
    )
    head = '<!doctype html><html lang="en"><head><title>Page</title></head><body><main>'
    foot = "</main><footer><p>Page last reviewed: 9 August 2019<br>Next review due: 9 August 2022</p></footer></body></html>"
    return head + rep(part, kilobytes * 1024) + foot


PAGES: dict[str, Callable[[], str]] = {
    "article 29 KB": lambda: article(29),
    "article 103 KB": lambda: article(103),
    "article 1 MiB": lambda: article(1024),
    "div, never closed": lambda: rep("<div>"),
    "b p, never closed": lambda: rep("<b><p>"),
    "b with ids": lambda: "".join(f"<p><b id={number}>" for number in range(SIZE // 12)),
    "a div": lambda: rep("<a><div>"),
    "a i": lambda: rep("<a href=x><i>"),
    "a b /a": lambda: rep("<a><b></a>"),
    "li ul": lambda: rep("<li><ul>"),
    "nobr div": lambda: rep("<nobr><div>"),
    "b, then /p": lambda: rep("<b>", SIZE // 2) + rep("</p>", SIZE // 2),
    "tables in tables": lambda: rep("<table><tr><td>"),
    "text in a table": lambda: "<table>" + rep("x<b>"),
    "100,000 attributes": lambda: "<p " + " ".join(f"a{number}=1" for number in range(SIZE // 10)) + ">x",
    "body, body": lambda: "".join(f"<body a{number}=1>" for number in range(SIZE // 14)),
    "blockquote cite": lambda: rep('<blockquote cite="/x">'),
    "nested links": lambda: rep('<object data="x">a'),
    "time in time": lambda: rep('<time datetime="2024-01-01">x'),
    "entities": lambda: rep("&notit;"),
    "comments": lambda: rep("<!-->"),
}
TEXTS: dict[str, Callable[[], str]] = {
    "review date, no date": lambda: rep("review date "),
    "review date: 31 May 2024": lambda: rep("Review date: 31 May 2024 "),
    "next next next": lambda: rep("next "),
    "rows of a register": lambda: rep("<tr><td>Policy</td><td>Review date: 31 May 2024</td></tr>"),
    "items of a register": lambda: rep("<li>Policy, last reviewed 3 May 2024, next review 4 May 2025</li>\n"),
    "(((((": lambda: rep("review date ("),
    "by by by": lambda: rep("reviewed by a "),
    "of this of this": lambda: rep("next review of this page "),
    "digits": lambda: rep("1 "),
    "dates": lambda: rep("31 May 2024 "),
    "1.1.1.1": lambda: rep("1.1."),
    "this this this": lambda: rep("this page is "),
    "under review": lambda: rep("This page is under review. "),
    "replaced": lambda: rep("This page has been replaced by "),
    "visit www": lambda: rep("This page was withdrawn. Visit www.example.org.a"),
    "by March 2023": lambda: rep("We will do it by March 2023. "),
    "2020/21": lambda: rep("In 2020/21 we did, for 2021/22 we will. "),
    "contact": lambda: rep("please contact either A Sample or B Sample at "),
    "at signs": lambda: rep("a@b."),
    "colons": lambda: rep("Owner: "),
    "see also": lambda: rep("<p>See also:</p>"),
    "stand stand": lambda: rep("Stand "),
    "wird wird": lambda: rep("wird im "),
    "letters": lambda: rep("a"),
    "blanks": lambda: rep(" "),
    "newlines": lambda: rep("a\n"),
    "json-ld": lambda: '<script type="application/ld+json">' + rep("[") + "</script>",
    "changes were made": lambda: rep("In May 2024, changes to the "),
    "cells of one row": lambda: "<table><tr>" + rep("<td>Review date</td>"),
    "terms": lambda: "<dl>" + rep("<dt>Review date</dt>"),
    "headings": lambda: rep("<h2>Review date</h2>"),
    "markdown links": lambda: rep("[a](b"),
    "markdown stars": lambda: rep("**a"),
    "pipes": lambda: rep("|a|b|\n"),
}


def build(parser: str, text: str) -> Callable[[], object]:
    """The parse (and one walk over everything) of one parser, imported beforehand."""
    if parser == "turbohtml (as used)":
        from reviewer.read import tree

        return lambda: sum(1 for _ in tree.parse_tree(text).walk())
    if parser == "turbohtml (bare)":
        import turbohtml

        def bare() -> int:
            document = turbohtml.parse(text)  # held: its nodes go with it
            return sum(1 for _ in document.descendants)

        return bare
    if parser == "selectolax lexbor":
        from selectolax.lexbor import LexborHTMLParser

        return lambda: sum(1 for _ in LexborHTMLParser(text).root.traverse(include_text=True))  # type: ignore[union-attr]
    if parser == "bs4 + lxml":
        from reviewer.read import tree

        return lambda: sum(1 for _ in tree.reference(text).walk())
    from reviewer import read

    kind = "text/plain" if parser == "read as text" else "text/html"
    body = text.encode()
    return lambda: read.read(body, url="https://www.example.org/", content_type=f"{kind}; charset=utf-8")


PARSERS = ("turbohtml (as used)", "turbohtml (bare)", "selectolax lexbor", "bs4 + lxml")


def child(parser: str, name: str, seconds: int) -> None:
    """Measure one, in a process of its own."""
    text = {**PAGES, **TEXTS}[name]()
    call = build(parser, text)
    build(parser, "<p>x")()  # imports and caches
    resource.setrlimit(resource.RLIMIT_CPU, (seconds + 3, seconds + 4))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    times: list[float] = []
    while len(times) < 5 and sum(times) < 0.5:
        begun = time.perf_counter()
        try:
            call()
        except Exception as error:  # noqa: BLE001 - whatever a parser raises is its result
            print(f"{type(error).__name__} after {time.perf_counter() - begun:.2f} s")
            return
        times.append(time.perf_counter() - begun)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{min(times) * 1000:.2f} ms, {peak} MB")


def measure(parser: str, name: str, seconds: int) -> str:
    """One cell of the table."""
    words = [sys.executable, __file__, "--child", parser, name, "--seconds", str(seconds)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.stdout.strip() or (f"over {seconds} s" if done.returncode in {-9, -24, 137, 152} else f"died ({done.returncode})")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seconds", type=int, default=12)
    options.add_argument("--only", default="")
    options.add_argument("--read", action="store_true")
    options.add_argument("--write", action="store_true")
    options.add_argument("--child", nargs=2, metavar=("PARSER", "PAGE"))
    chosen = options.parse_args()
    if chosen.child:
        child(*chosen.child, chosen.seconds)
        return 0
    columns = ("read as HTML", "read as text") if chosen.read else PARSERS
    rows = {**PAGES, **TEXTS} if chosen.read else PAGES
    lines = [f"| page | {' | '.join(columns)} |", f"|---|{'---|' * len(columns)}"]
    print("\n".join(lines))
    slow = 0
    for name in rows:
        if chosen.only in name:
            cells = [measure(parser, name, chosen.seconds) for parser in columns]
            slow += sum(not cell.endswith("MB") or float(cell.split()[0]) > 1000 for cell in cells)
            lines.append(f"| {name} | {' | '.join(cells)} |")
            print(lines[-1], flush=True)
    if chosen.write and not chosen.read:
        readme = Path(__file__).with_name("README.md")
        block = "\n".join(["<!-- parsers -->", *lines, "<!-- /parsers -->"])
        readme.write_text(re.sub("<!-- parsers -->.*<!-- /parsers -->", lambda _: block, readme.read_text(), flags=re.DOTALL))
    if chosen.read:
        print(f"over one second: {slow}")
    return 1 if chosen.read and slow else 0


if __name__ == "__main__":
    sys.exit(main())
