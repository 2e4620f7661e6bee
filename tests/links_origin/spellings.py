"""Further cases about the address as it is written: what people paste, what templates leave, what programs send (WHATWG URL; RFC 3986, 6068, 3966)."""

from __future__ import annotations

from tests.links_origin.case import SKIPPED, WORKS, Case, Reply, broken, page

FINE = Reply(200, page("Fine"))
BAD = broken("bad_address")


def _reads(id_: str, href: str, at: tuple[str, str], because: str) -> Case:
    """An odd spelling that a browser reads as an address that works."""
    return Case(id_, f'<a href="{href}">{id_}</a>', (WORKS,), because, {at: FINE})


def _wrong(id_: str, href: str, because: str, to: str | None = None, chromium: tuple[str, str] | None = None) -> Case:
    """A mistake in the address."""
    return Case(id_, f'<a href="{href}">{id_}</a>', (BAD,), because, {}, to, chromium)


def _mail(id_: str, href: str, right: bool, because: str) -> Case:
    return Case(id_, f'<a href="{href}">{id_}</a>', (WORKS if right else broken("bad_mail"),), because)


def _phone(id_: str, href: str, right: bool, because: str) -> Case:
    return Case(id_, f'<a href="{href}">{id_}</a>', (WORKS if right else broken("bad_phone"),), because)


READ = (
    _reads("one-slash", "http:/one-slash", ("MAIN", "/one-slash"), "WHATWG URL, 4.4: relative to an http base"),
    _reads("three-slashes", "http:///$HOSTPORT/three-slashes", ("OTHER", "/three-slashes"), "WHATWG URL: further slashes are skipped"),
    _reads("back-scheme", "http:\\\\$HOSTPORT\\back-scheme", ("OTHER", "/back-scheme"), "WHATWG URL: backslashes are slashes"),
    _reads("user", "http://user:word@$HOSTPORT/user", ("OTHER", "/user"), "RFC 3986, 3.2.1: user information is part of an address"),
    _reads("empty-user", "http://@$HOSTPORT/empty-user", ("OTHER", "/empty-user"), "WHATWG URL: nothing before the @"),
    _reads("hex-host", "$HEX/hex-host", ("OTHER", "/hex-host"), "WHATWG URL, 3.5: IPv4 numbers"),
    _reads("wide-host", "$WIDE/wide-host", ("OTHER", "/wide-host"), "UTS 46: wide digits are digits"),
    _reads("escaped-host", "$ESCAPED/escaped-host", ("OTHER", "/escaped-host"), "WHATWG URL: hosts are percent-decoded"),
    _reads("dot-host", "$DOT/dot-host", ("OTHER", "/dot-host"), "WHATWG URL: a dot after an IPv4 address is dropped"),
    _reads("carriage-return", "$OTHER/carriage&#13;-return", ("OTHER", "/carriage-return"), "WHATWG URL: line ends are removed"),
    _reads("tab-in-scheme", "ht&#9;tp://$HOSTPORT/tab-in-scheme", ("OTHER", "/tab-in-scheme"), "WHATWG URL: tabs are removed, also there"),
    _reads("back-in-query", "$OTHER/bq?a=\\b", ("OTHER", "/bq?a=\\b"), "WHATWG URL: in a query a backslash is itself"),
    Case(
        "empty-query",
        '<a href="$OTHER/empty-query?">x</a>',
        (WORKS,),
        "WHATWG URL: an empty query is kept; we leave the mark out, which no server minds",
        {("OTHER", "/empty-query?"): FINE, ("OTHER", "/empty-query"): FINE},
    ),
    _reads("quote-in-query", "$OTHER/qq?a='b'", ("OTHER", "/qq?a=%27b%27"), "WHATWG URL: the special-query set holds the apostrophe"),
    _reads("quote-in-path", "$OTHER/it's", ("OTHER", "/it's"), "WHATWG URL: the path set does not"),
    _reads("angle-in-path", "$OTHER/a&lt;b", ("OTHER", "/a%3Cb"), "WHATWG URL: percent-encoded"),
    Case(
        "pipe-in-path",
        '<a href="$OTHER/a|b">x</a>',
        (WORKS,),
        "WHATWG URL: kept; Chromium escapes it",
        {("OTHER", "/a|b"): FINE, ("OTHER", "/a%7Cb"): FINE},
    ),
    _reads("caret-in-path", "$OTHER/a^b", ("OTHER", "/a%5Eb"), "WHATWG URL: the path set holds the caret since 2024"),
    _reads("brackets-in-path", "$OTHER/a[b]", ("OTHER", "/a[b]"), "WHATWG URL: kept"),
    _reads("bad-utf8", "$OTHER/%E0%A4", ("OTHER", "/%E0%A4"), "WHATWG URL: escapes are not judged"),
    _reads("emoji", "$OTHER/😀", ("OTHER", "/%F0%9F%98%80"), "WHATWG URL: UTF-8"),
    _reads("hidden-but-there", "$OTHER/hidden&#8203;", ("OTHER", "/hidden%E2%80%8B"), "what works is no fault"),
    _reads("times-in-query", "$OTHER/t?a=1&times=2&lang=en", ("OTHER", "/t?a=1&times=2&lang=en"), "WHATWG HTML, 13.2.5.73"),
    _reads("semi-reference", "$OTHER/s?a=1&lt;=2", ("OTHER", "/s?a=1%3C=2"), "WHATWG HTML: with a semicolon it is a reference"),
    _reads("null-page", "/about/null", ("MAIN", "/about/null"), "what works is no fault"),
    _reads("archive-copy", "/http://old.example/page", ("MAIN", "/http://old.example/page"), "what works is no fault"),
)

MISSPELT = (
    _wrong("htp-no-colon", "htp//example.org/", "no such scheme, and no colon", "http://example.org/"),
    _wrong("colon-after", "https//:example.org/", "the colon in the wrong place", "https://example.org/"),
    _wrong("blank-before-colon", "https ://example.org/", "relative to a browser", "https://example.org/"),
    _wrong("blank-after-colon", "https: //example.org/", "WHATWG URL: no host", "https://example.org/"),
    _wrong("wide-colon", "https：//example.org/", "another character, relative to a browser", "https://example.org/"),
    _wrong("twice-no-slashes", "https:https://example.org/", "the host would be “https”", "https://example.org/"),
    _wrong("ttp", "ttp://example.org/", "no such scheme", "http://example.org/"),
    _wrong("no-slashes", "http:www.example.org/page", "WHATWG URL, 4.4: relative to an http base", "http://www.example.org/page"),
    _wrong("in-front-slash", "/https://example.org/page", "a path to a browser, and the page is not there", "https://example.org/page"),
    _wrong("in-front-www", "../www.example.org/page", "a path to a browser, and the page is not there", "https://www.example.org/page"),
    _wrong("in-front-href", "href=https://example.org/", "a path to a browser, and the page is not there", "https://example.org/"),
    _wrong("in-front-words", "Link: https://example.org/", "the word is read as a scheme", "https://example.org/"),
    _wrong("two-with-blank", "https://example.org https://example.net", "WHATWG URL: a blank in the host", "https://example.org"),
    _wrong(
        "bad-port-mail",
        "http://127.0.0.2:25/",
        "WHATWG Fetch, 2.9: a bad port, no browser asks there",
        chromium=("ERR_UNSAFE_PORT", "WHATWG Fetch, 2.9"),
    ),
    _wrong("bad-port-chat", "http://127.0.0.2:6667/", "WHATWG Fetch, 2.9: a bad port", chromium=("ERR_UNSAFE_PORT", "WHATWG Fetch, 2.9")),
    _wrong("port-letters", "http://example.org:http/", "WHATWG URL: ports are digits"),
    _wrong("host-escape", "http://exam%2Fple.example/", "WHATWG URL, 3.5: a slash in a host"),
    _wrong("host-brackets", "https://[domain]/page", "WHATWG URL, 3.5: not an IPv6 address"),
    _wrong("host-ellipsis", "https://team.example…", "UTS 46: three dots, and nothing between them", "https://team.example"),
    _wrong("ellipsis", "$OTHER/ellipsis…", "cut off by a program that shortens, and the page is not there", "$OTHER/ellipsis"),
    _wrong("file-host", "file://server/share/plan.doc", "a file of somebody's network"),
    _wrong("file-short", "file:plan.doc", "a file of somebody's computer"),
    _wrong("drive-slash", "D:/Documents/plan.doc", "a file of somebody's computer"),
    _wrong("unfilled-percent", "%URL%", "a template left in, and the page is not there"),
    _wrong("unfilled-lines", "__URL__", "a template left in, and the page is not there"),
    _wrong("unfilled-ats", "@@link@@", "a template left in, and the page is not there"),
    _wrong("unfilled-brackets", "[[url]]", "a template left in"),
    _wrong("unfilled-object", "[object Object]", "a program's slip"),
    _wrong("unfilled-undefined", "undefined", "a program's slip, and the page is not there"),
    _wrong("unfilled-todo", "http://TODO", "a note to oneself, and no such host"),
    _wrong("unfilled-insert", "insert link here", "a note to oneself, and the page is not there"),
    _wrong("unfilled-host", "https://{{ host }}/page", "a template left in"),
    _wrong("unfilled-braces", "/path/{id}", "a template left in, and the page is not there"),
    _wrong("mark-at-end", "$OTHER/mark-at-end!", "the mark of a sentence, and the page is not there", "$OTHER/mark-at-end"),
    _wrong("angle-at-end", "$OTHER/angle-at-end&gt;", "a bracket of a mail program, and the page is not there", "$OTHER/angle-at-end"),
    _wrong("curly-at-end", "$OTHER/curly-at-end”", "a quotation mark, and the page is not there", "$OTHER/curly-at-end"),
    _wrong("bom-first", "&#65279;https://example.org/", "relative to a browser", "https://example.org/"),
    _wrong("phone-scheme", "phone:02079460000", "no such scheme", "tel:02079460000"),
)

CONTACTS = (
    _mail("mail-list-blank", "mailto:a@team.example, b@team.example", True, "blanks after commas are forgiven, as mail programs do"),
    _mail("mail-only-cc", "mailto:?cc=a@team.example", True, "RFC 6068, 2: cc alone names somebody"),
    _mail("mail-idn", "mailto:a@bücher.example", True, "RFC 6531"),
    _mail("mail-punycode", "mailto:a@xn--bcher-kva.example", True, "RFC 5891"),
    _mail("mail-literal", "mailto:a@[192.0.2.1]", True, "RFC 5321, 4.1.3"),
    _mail("mail-apostrophe", "mailto:o'brien@team.example", True, "RFC 5322: atext"),
    _mail("mail-upper-headers", "mailto:a@team.example?Subject=Hi&amp;BODY=There", True, "RFC 5322: field names have no case"),
    _mail("mail-empty-subject", "mailto:?subject=", False, "RFC 6068: says nothing"),
    _mail("mail-comma-end", "mailto:a@team.example,", False, "RFC 6068: an empty recipient"),
    _mail("mail-double-at", "mailto:a@@team.example", False, "RFC 5322"),
    _mail("mail-named", "mailto:A Person &lt;a@team.example&gt;", False, "RFC 6068: addr-spec only, no names"),
    _mail("mail-escaped-blank", "mailto:some%20one@team.example", False, "RFC 5322: a blank wants quotes"),
    _mail("mail-comma-domain", "mailto:a@team,example", False, "RFC 5322: a comma for a dot"),
    _mail("mail-two-dots", "mailto:a@team..example", False, "RFC 1035: an empty label"),
    _mail("mail-underscore", "mailto:a@te_am.example", False, "RFC 5321, 4.1.2: letters, digits, hyphens"),
    _mail("mail-bare-number", "mailto:a@192.0.2.1", False, "RFC 5321, 4.1.3: an address wants brackets"),
    _mail("mail-at-words", "mailto:someone(at)team.example", False, "hidden from robots, and from mail programs"),
    _mail("mail-twice", "mailto:mailto:a@team.example", False, "RFC 6068"),
    _mail("mail-template", "mailto:{{ email }}", False, "a template left in"),
    _mail("mail-hidden", "mailto:a@team.example&#8203;", False, "a character that nobody sees"),
    _mail("mail-bad-to", "mailto:?to=nobody", False, "RFC 6068: to holds addresses"),
    _phone("tel-upper", "TEL:+442079460000", True, "RFC 3986: schemes have no case"),
    _phone("tel-pause", "tel:+442079460000,,123#", True, "pauses and a code, as telephones take them"),
    _phone("tel-dots", "tel:020.7946.0000", True, "RFC 3966: visual separators"),
    _phone("tel-escaped-plus", "tel:%2B442079460000", True, "percent-encoding"),
    _phone("tel-emergency", "tel:999", True, "short numbers are numbers"),
    _phone("tel-hyphens", "tel:020‑7946‑0000", True, "hyphens that do not break are hyphens"),
    _phone("tel-x", "tel:+442079460000x12", False, "RFC 3966: ;ext="),
    _phone("tel-ext-words", "tel:+44 20 7946 0000 ext 12", False, "RFC 3966: ;ext="),
    _phone("tel-letter-o", "tel:0207946000O", False, "RFC 3966: a letter"),
    _phone("tel-two", "tel:02079460000 or 02079460001", False, "RFC 3966: one number"),
    _phone("tel-plus-only", "tel:+", False, "RFC 3966: no number"),
    _phone("tel-plus-zero", "tel:+0442079460000", False, "E.164: no country code begins with 0"),
    _phone("tel-template", "tel:{{ phone }}", False, "a template left in"),
    _phone("tel-direction", "tel:&#8234;+442079460000&#8236;", False, "marks of direction that nobody sees"),
    *(
        Case(f"scheme-{name}", f'<a href="{href}">{name}</a>', (SKIPPED,), "RFC 3986, 3.1: not a scheme that is visited")
        for name, href in {
            "callto": "callto:+442079460000",
            "skype": "skype:somebody?call",
            "facetime": "facetime:a@team.example",
            "teams": "msteams:/l/meetup-join/1",
            "sms-body": "sms:+442079460000?body=Hello",
            "magnet": "magnet:?xt=urn:x",
            "data-html": "data:text/html,&lt;a href=x&gt;",
            "script-upper": "JavaScript:history.back()",
            "script-tab": "java&#9;script:void(0)",
        }.items()
    ),
)

CASES = (*READ, *MISSPELT, *CONTACTS)
