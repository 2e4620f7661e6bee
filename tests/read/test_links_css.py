"""The addresses in CSS."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.read.links.css import references


def style(css: str) -> tuple[str, ...]:
    """The addresses alone."""
    return tuple(found.address for found in references(css))


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a{b:url(x.png)}", ("x.png",)),
        ("url( 'x y' ) url(\"z\")", ("x y", "z")),
        ("/* url(no) */ url(yes)", ("yes",)),
        ("/* ** url(no) * / **/ url(yes)", ("yes",)),
        ("url(yes) /* url(no)", ("yes",)),
        ("a / b url(yes) /", ("yes",)),
        ("content: 'url(no)'", ()),
        ('content: "url(no)"', ()),
        ("content: 'it\\'s url(no)' url(yes)", ("yes",)),
        ("content: 'broken off\n url(yes)", ("yes",)),
        ("content: 'goes \\\n on url(no)'", ()),
        ("content: 'not closed url(no)", ()),
        ("url(#part) url(data:x) url(DATA:x) url() url('')", ()),
        ("url(sprite.svg#part)", ("sprite.svg#part",)),
        ("url(a\\29 b) url(\\0) url(\\41 b)", ("a)b", "\ufffd", "Ab")),
        ("url('a\\'b')", ("a'b",)),
        ("url('a\\\nb')", ("ab",)),
        ("url('a\nb') url(yes)", ("yes",)),
        ("url(a b) url(yes)", ("yes",)),
        ("url(a'b) url(a(b) url(yes)", ("yes",)),
        ("url(a\\", ()),
        ("url('a'\\", ("a",)),
        ("url(not-closed", ("not-closed",)),
        ("url('a' format) url(yes)", ("a", "yes")),
        ("URL(x)", ("x",)),
        ("\\75rl(x) u\\72 l(y) \\url(z)", ("x", "y", "z")),
        ("curl(no) my-url(no) -url(no) éurl(no) \\\\url(no)", ()),
        ("url (no)", ()),
        (".a\\'b { background: url(yes) }", ("yes",)),
        (".bg-\\[url\\(\\'no\\'\\)\\] { background: url(yes) }", ("yes",)),
        ("@font-face { src: url(a.eot); src: url('a.eot?#iefix') format('x'), url(a.woff) }", ("a.eot", "a.eot?#iefix", "a.woff")),
        ("image-set('a.png' 1x, url(b.png) 2x, 'c.avif' type('no/mime')) 'no'", ("a.png", "b.png", "c.avif")),
        ("-webkit-image-set('a.png' 1x) (calc(1)) 'no'", ("a.png",)),
        ("offset(x) no", ()),
        (") url(yes)", ("yes",)),
        ("url(\"data:image/svg+xml,<svg fill='url(no)'>" + "x" * 9000 + '") url(yes)', ("yes",)),
        ("url(data:font/woff;base64," + "A" * 9000 + ") url(yes)", ("yes",)),
        ("", ()),
        ("(", ()),
    ],
)
def test_what_is_loaded(css: str, expected: tuple[str, ...]) -> None:
    """CSS Syntax 3: no comments, strings or parts of the page; escapes undone; what is written wrongly loads nothing."""
    assert style(css) == expected


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("@import 'a.css'; @import \"b.css\"; @import url(c.css); @import url('d.css') print;", ("a.css", "b.css", "c.css", "d.css")),
        ('@import"a.css";@IMPORT/* x */"b.css";@\\69mport "c.css"', ("a.css", "b.css", "c.css")),
        ("@charset 'x'; @layer a, b; @import 'yes'", ("yes",)),
        ("@layer x {} @import 'no'", ()),
        ("p { } @import 'no'; @import url(no)", ()),
        ("@namespace url(http://n/); @import 'no'; p { b: url(y) }", ("y",)),
        ("@namespace svg 'http://n/'; p { b: url(y) }", ("y",)),
        ("@namespace svg url(http://n/); p { b: url(y) }", ("y",)),
        ("@media print { b: url(y) } @import 'no'", ("y",)),
        ("@import; @import foo(x); @ import 'no'", ()),
        ("@import 'broken off\n; @import 'yes'", ("yes",)),
    ],
)
def test_imports(css: str, expected: tuple[str, ...]) -> None:
    """CSS Cascade 5, 2: ``@import`` counts before everything but ``@charset`` and ``@layer``; ``@namespace`` loads nothing."""
    assert style(css) == expected
    assert all(found.sheet for found in references(css)) == ("y" not in expected)


def test_where_they_stand() -> None:
    """Each reference knows where its own text begins, so that its line can be told."""
    css = "@import 'a';\np {\n  b: \\75 rl( c )\n}"
    assert [(found.address, css[found.at :].splitlines()[0]) for found in references(css)] == [("a", "'a';"), ("c", "\\75 rl( c )")]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="url()'\"\\/*@import;,. {}0x1ab\n", max_size=80))
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever the text, it is read to its end and every reference stands in it."""
    assert all(0 <= found.at < len(text) for found in references(text))


@pytest.mark.parametrize("piece", ["/*", "url(", "@import '", "'", "(", "*/", "\\", "/**", "image-set(", "\\75", "@", "url('", "set("])
def test_hostile_text_has_an_end(piece: str) -> None:
    """Text that repeats itself is read once, not again and again."""
    text = piece * (400_000 // len(piece))
    assert sum(1 for _ in references(text)) <= len(text)
