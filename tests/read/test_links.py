"""Where links are on a page, and how their addresses are read."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.model import Region
from reviewer.read.links.collecting import collect
from reviewer.read.links.places import BUDGET
from reviewer.read.tree import parse_tree, reference

URL = "http://a.example/dir/page"


def hrefs(markup: str, **more: str) -> list[str]:
    """The addresses that a page's links have in a browser."""
    return [link.url or "" for link in collect(parse_tree(markup), URL, **more).links]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("<base href=/other/>", "http://a.example/other/x"),
        ("<base href=http://b.example/>", "http://b.example/x"),
        ("<base target=_blank><base href=/first/><base href=/second/>", "http://a.example/first/x"),
        ("<template><base href=/no/></template>", "http://a.example/dir/x"),
        ("<base href='http://['>", "http://a.example/dir/x"),
        ("<base href='data:x,y'>", "http://a.example/dir/x"),
        ("", "http://a.example/dir/x"),
    ],
)
def test_base(base: str, expected: str) -> None:
    """The first ``<base href>`` counts, wherever it stands, when it can be one (WHATWG HTML, 2.4.3)."""
    assert hrefs(f"{base}<a href=x>x</a>") == [expected]
    assert hrefs(f"<a href=x>x</a><div>{base}</div>") == [expected]


def test_query_in_the_pages_own_encoding() -> None:
    """Letters in a query go out in the page's encoding, those in a path always as UTF-8 (WHATWG URL)."""
    assert hrefs("<a href='/é?é=ü€#é'>x</a>", encoding="cp1252") == ["http://a.example/%C3%A9?%E9=%FC%80#%C3%A9"]
    assert hrefs("<a href='/?ł'>x</a>", encoding="cp1252") == ["http://a.example/?%26%23322%3B"]
    assert hrefs("<a href='/?é'>x</a>", encoding="utf-16-le") == ["http://a.example/?%C3%A9"]
    assert hrefs("<a href='mailto:a@b.example?é'>x</a>", encoding="cp1252") == ["mailto:a@b.example?%C3%A9"]
    assert hrefs("<a href='/?e'>x</a><a href=/é>y</a>", encoding="cp1252") == ["http://a.example/?e", "http://a.example/%C3%A9"]


def test_place_words_and_region() -> None:
    """Each link has its line, its words, the nearest heading above it and the region it stands in."""
    found = collect(
        parse_tree(
            "<header><h1>Site <b>name</b></h1>\n<nav><a href=1>One</a></nav></header>\n<main><h2>Part</h2><article><header>"
            "<a href=2>  Two\n<script>no</script> <img alt='pic' src=p></a></header></article></main>\n"
            "<div role=complementary><a href=3 title='Three'><br></a></div><aside><a href=4>4</a></aside><footer><a href=5>5</a></footer>"
            "<div role=contentinfo><a href=6>6</a></div><header><a href=7>7</a></header>"
        ),
        URL,
    ).links
    shown = [(link.href, link.words, link.place.heading, link.place.line, link.region) for link in found if link.element == "a"]
    assert shown == [
        ("1", "One", "Site name", 2, Region.NAV),
        ("2", "Two pic", "Part", 3, Region.MAIN),
        ("3", "Three", "Part", 5, Region.ASIDE),
        ("4", "4", "Part", 5, Region.ASIDE),
        ("5", "5", "Part", 5, Region.FOOTER),
        ("6", "6", "Part", 5, Region.FOOTER),
        ("7", "7", "Part", 5, Region.HEADER),
    ]


def test_anchors() -> None:
    """Ids of all elements and names of links are places, but for what stands in a template."""
    found = collect(parse_tree("<html id=root><p id=a><a name=b>x</a><img name=c><template><p id=d></template><p id=''>"), URL)
    assert found.anchors == {"root", "a", "b"}


def test_links_of_an_element_are_known() -> None:
    """Who reads the text can tell which links an element bears."""
    tree = parse_tree("<p><img src=a srcset='b 1x'><a href=c>c</a>")
    found = collect(tree, URL)
    by_tag = {element.tag: found.at.get(id(element)) for element in tree.elements()}
    assert (by_tag["img"], by_tag["a"], by_tag["p"]) == ((0, 1), (2,), None)


def test_forms() -> None:
    """The address of a form that sends data is marked, also where a button decides it."""
    found = collect(
        parse_tree(
            "<form action=1></form><form method=POST action=2><button formaction=3>x</button><button formaction=4 formmethod=get>y</button>"
            "<input type=image src=5><input src=6></form><form method=dialog action=7></form><button formaction=8>z</button>"
        ),
        URL,
    )
    assert [(link.href, link.attribute) for link in found.links] == [
        *(("1", "action"), ("2", "post"), ("3", "post"), ("4", "formaction"), ("5", "src"), ("8", "formaction"))
    ]


def test_inline_files_are_kept_short() -> None:
    """A picture that stands in its address is not kept whole."""
    (link,) = collect(parse_tree(f"<img src='data:image/png;base64,{'A' * 5000}'>"), URL).links
    assert len(link.href) < 100


def test_meta_refresh_is_a_link_only_as_such() -> None:
    """Of all ``<meta>`` only a refresh that leads somewhere bears a link."""
    assert hrefs("<meta name=x content='0;url=/n'><meta http-equiv=Refresh content='5; url=/y'><meta http-equiv=refresh content=9>") == [
        "http://a.example/y"
    ]
    assert hrefs("<a name=x>x</a><form action=' '></form><link rel=preconnect href=y><link href=z>") == []


def test_the_reference_parser_gives_the_same_links() -> None:
    """A template's content is in the page for no parser, and both parsers give the same links."""
    markup = "<base href=/b/><template><a href=no>x</a><p id=no></template><h1 id=h>H</h1><a href=yes>y</a><img src=i srcset='j 2x'>"
    one, other = (collect(tree, URL) for tree in (parse_tree(markup), reference(markup)))
    assert [(link.url, link.words, link.place.heading) for link in one.links] == [
        (link.url, link.words, link.place.heading) for link in other.links
    ]
    assert one.anchors == other.anchors == {"h"}


def test_limit() -> None:
    """Only so many links of a page are kept; its places all are."""
    found = collect(parse_tree("<a href=x>x</a>" * 30 + "<p id=last>"), URL, limit=10)
    assert len(found.links) == 10
    assert "last" in found.anchors


def test_deeply_nested_links_are_read_in_bounds() -> None:
    """Links within links within links: the words of each are read up to a bound."""
    found = collect(parse_tree("<svg>" + "<a href=x>y" * 1000 + "</svg>"), URL)
    assert len(found.links) > 400
    assert len(found.links[0].words) <= BUDGET


def test_reopened_links_are_not_counted_twice() -> None:
    """An ``a`` that was never closed is opened again by the parser in the next block; when nothing stands in it, nobody wrote it."""
    assert hrefs("<div><p><a href=x>one<p></div>") == ["http://a.example/dir/x"]
    assert len(hrefs("<p><a href=x>one</a></p><p><a href=x>two</a></p>")) == 2
    assert len(hrefs("<p><a href=x></a><a href=x></a></p>")) == 2


def test_srcdoc_is_a_document_of_its_own() -> None:
    """Its links stand where the ``iframe`` does, its anchors are not the page's, ``src`` is not fetched; it has the page's base, or its own."""
    inner = "<h1 id=in>No heading of ours</h1><a href='a?q=é'>A</a><a href='#in'>here</a><nav><img src=/b.png alt=B></nav><a name=n></a>"
    based = "<base href=https://other.example/x/><a href=c>C</a>"
    page = f"""<base href=/folder/><h2>Above</h2>
<aside><iframe src=gone srcdoc="{inner}"></iframe></aside><iframe srcdoc="{based}"></iframe><iframe src=d srcdoc></iframe><a href=e>E</a>"""
    found = collect(parse_tree(page), "https://x.example/page", encoding="cp1252")
    assert [(link.url, link.words, link.place.heading, link.place.line, link.region.value) for link in found.links] == [
        ("https://x.example/folder/a?q=%E9", "A", "Above", 2, "aside"),
        ("about:srcdoc#in", "here", "Above", 2, "aside"),
        ("https://x.example/b.png", "B", "Above", 2, "aside"),
        ("https://other.example/x/c", "C", "Above", 2, "main"),
        ("https://x.example/folder/e", "E", "Above", 2, "main"),
    ]
    assert found.anchors == frozenset()
    assert [found.links[index].words for indexes in found.at.values() for index in indexes] == ["E"]


def test_srcdoc_is_read_in_bounds() -> None:
    """A ``srcdoc`` in a ``srcdoc`` is read, one in that is not; only so many of a page are; what no person wrote is none."""
    nested = "<a href=0>"
    for depth in range(1, 4):
        nested = f"<a href={depth}><iframe srcdoc='{html.escape(nested)}'></iframe>"
    assert [url[-1] for url in hrefs(nested)] == ["3", "2", "1"]
    assert len(hrefs("<iframe srcdoc='<a href=x>'></iframe>" * 150)) == 100
    assert len(collect(parse_tree("<iframe srcdoc='<a href=x><a href=y>'></iframe>" * 9), "https://x.example/", limit=5).links) == 5
    assert hrefs(f"<iframe srcdoc='{'<p>a' * 100_000}'></iframe><a href=x>") == ["http://a.example/dir/x"]


def test_script_and_svg_attributes() -> None:
    """``href`` beats ``xlink:href`` (SVG 2), ``src`` beats ``href`` on a script, and a style may stand on any element."""
    markup = "<svg><script href=s /><script src=t href=u></script><use xlink:href=v /></svg><a href=w style='background:url(z)'>x</a>"
    assert [url.rpartition("/")[2] for url in hrefs(markup)] == ["s", "t", "v", "w", "z"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<a href=x>",
                "</a>",
                "<template>",
                "</template>",
                "<p id=i>",
                "<base href=y>",
                "<h1>",
                "</h1>",
                "<form>",
                "</form>",
                "<table>",
                "t",
                "<svg>",
                "<style>@import 'c'</style>",
                "<meta http-equiv=refresh content='0;url=q'>",
                "<img srcset='a 1x,b'>",
                "<div role=main>",
                "<header>",
            ]
        ),
        max_size=25,
    )
)
def test_collect_is_total(pieces: list[str]) -> None:
    """Whatever the markup, there is an answer, and every link has its place in it."""
    tree = parse_tree("".join(pieces))
    found = collect(tree, URL)
    assert sorted(index for indexes in found.at.values() for index in indexes) == list(range(len(found.links)))


def test_a_password_in_an_address_is_read_by_nobody() -> None:
    """What is kept of a link has no password: not in the address as written, not in the URL, not in the words."""
    (link,) = collect(parse_tree("<a href='http://bob:sEcret9@a.example/x'>http://bob:sEcret9@a.example/x</a>"), URL).links
    assert (link.href, link.url, link.words) == ("http://bob:***@a.example/x",) * 3


LAZY = "<img class=lazyload data-src=/a.png data-srcset='/b.png 1x, /c.png 2x' src='data:image/gif;base64,R0lGOD'>"


@pytest.mark.parametrize(
    ("script", "counts"),
    [
        ("", False),
        ("<script src=/js/lazysizes.min.js></script>", True),
        ("<script>document.querySelectorAll('img').forEach(i => i.src = i.dataset.src)</script>", True),
        ("<script src=/js/site.js></script>", True),
        ("<script>track()</script>", True),
    ],
)
def test_pictures_that_a_script_loads(script: str, counts: bool) -> None:
    """An address in data-src is a link when a script is there that loads it, before or after: without one nobody ever opens it."""
    later = ["http://a.example/a.png", "http://a.example/b.png", "http://a.example/c.png"]
    for markup in (LAZY + script, script + LAZY):
        assert [url for url in hrefs(markup) if url.endswith(".png")] == (later if counts else [])
    assert hrefs("<img data-src=/a.png alt=x><script>track()</script>") == []
    (link,) = collect(parse_tree("<iframe data-src=/map></iframe><script src=/lozad.js></script>"), URL).links[:1]
    assert link.attribute == "data-src"
