"""Cases about the address itself: how a browser reads it (WHATWG URL), and mistakes that no server can answer (RFC 3986, 6068, 3966)."""

from __future__ import annotations

from tests.links_origin.case import SKIPPED, WORKS, Case, Reply, broken, page

FINE = Reply(200, page("Fine"))
BAD = broken("bad_address")
URL = "WHATWG URL, 4.4"


def _read(id_: str, href: str, at: tuple[str, str], because: str) -> Case:
    """An odd spelling that a browser reads as an address that works."""
    return Case(id_, f'<a href="{href}">{id_}</a>', (WORKS,), because, {at: FINE})


def _wrong(id_: str, href: str, because: str, to: str | None = None) -> Case:
    """A mistake in the address."""
    return Case(id_, f'<a href="{href}">{id_}</a>', (BAD,), because, {}, to)


def _mail(id_: str, href: str, right: bool, because: str) -> Case:
    return Case(id_, f'<a href="{href}">{id_}</a>', (WORKS if right else broken("bad_mail"),), because)


def _phone(id_: str, href: str, right: bool, because: str) -> Case:
    return Case(id_, f'<a href="{href}">{id_}</a>', (WORKS if right else broken("bad_phone"),), because)


SPELLINGS = (
    _read("absolute", "$OTHER/absolute", ("OTHER", "/absolute"), URL),
    _read("root-relative", "/root-relative", ("MAIN", "/root-relative"), URL),
    _read("relative", "relative/page", ("MAIN", "/folder/relative/page"), URL),
    _read("dots", "../dots", ("MAIN", "/dots"), URL),
    _read("many-dots", "../../../many-dots", ("MAIN", "/many-dots"), "WHATWG URL: dots above the root are dropped"),
    _read("dot-segment", "./a/./b/../dot-segment", ("MAIN", "/folder/a/dot-segment"), URL),
    _read("encoded-dots", "/x/%2e%2e/encoded-dots", ("MAIN", "/encoded-dots"), "WHATWG URL: %2e is a dot in a path"),
    _read("only-query", "?only=query", ("MAIN", "/folder/page.html?only=query"), URL),
    _read("leading-blanks", "   $OTHER/leading-blanks  ", ("OTHER", "/leading-blanks"), "WHATWG URL: C0 and blanks around are stripped"),
    _read("tab-inside", "$OTHER/tab&#9;-inside", ("OTHER", "/tab-inside"), "WHATWG URL: tabs are removed"),
    _read("newline-inside", "$OTHER/newline\n-inside", ("OTHER", "/newline-inside"), "WHATWG URL: newlines are removed"),
    _read("backslashes", "\\backslashes\\page", ("MAIN", "/backslashes/page"), "WHATWG URL: a backslash is a slash in special URLs"),
    _read("blank-in-path", "/blank in path", ("MAIN", "/blank%20in%20path"), "WHATWG URL: a blank is percent-encoded"),
    _read("encoded-kept", "$OTHER/encoded%2Fkept", ("OTHER", "/encoded%2Fkept"), "WHATWG URL: percent-encoding is kept"),
    _read("lower-escape", "$OTHER/lower%c3%a9", ("OTHER", "/lower%c3%a9"), "WHATWG URL: escapes keep their case"),
    _read("beyond-ascii", "$OTHER/beyond-é", ("OTHER", "/beyond-%C3%A9"), "WHATWG URL: UTF-8 percent-encode"),
    _read("odd-percent", "$OTHER/odd%zz", ("OTHER", "/odd%zz"), "WHATWG URL: a stray percent sign is kept"),
    _read(
        "copy-in-query",
        "$OTHER/copy?a=1&copy=2",
        ("OTHER", "/copy?a=1&copy=2"),
        "WHATWG HTML, 13.2.5.73: no reference before = in an attribute",
    ),
    _read("amp-in-query", "$OTHER/amp?a=1&amp;b=2", ("OTHER", "/amp?a=1&b=2"), "WHATWG HTML: &amp; is a character reference"),
    _read("numeric-reference", "$OTHER/numeric&#45;reference", ("OTHER", "/numeric-reference"), "WHATWG HTML: character references"),
    _read("url-in-query", "$OTHER/share?u=https://a.example/b", ("OTHER", "/share?u=https://a.example/b"), URL),
    _read(
        "url-in-path",
        "$OTHER/web/2020/https://a.example/",
        ("OTHER", "/web/2020/https://a.example/"),
        "web archives have addresses in paths",
    ),
    _read("brackets-balanced", "$OTHER/brackets_(balanced)", ("OTHER", "/brackets_(balanced)"), "encyclopaedias have brackets in paths"),
    _read("ends-in-stop-works", "$OTHER/ends-in-stop.", ("OTHER", "/ends-in-stop."), "what works is no fault"),
    _read("semicolon", "$OTHER/semicolon;v=1", ("OTHER", "/semicolon;v=1"), URL),
    _read("at-in-path", "/user@folder/at-in-path", ("MAIN", "/user@folder/at-in-path"), URL),
    _read("double-slash-path", "$OTHER//double-slash", ("OTHER", "//double-slash"), "WHATWG URL: empty segments are kept"),
    _read("upper-scheme", "$UPPER/upper-scheme", ("OTHER", "/upper-scheme"), "WHATWG URL: schemes have no case"),
    _read("many-slashes", "$SLASHES/many-slashes", ("OTHER", "/many-slashes"), "WHATWG URL: slashes after a special scheme are skipped"),
    _read("protocol-relative", "$BARE/protocol-relative", ("OTHER", "/protocol-relative"), "WHATWG URL: scheme-relative"),
    _read(
        "same-scheme", "http:same-scheme", ("MAIN", "/folder/same-scheme"), "WHATWG URL: http: without slashes is relative to an http base"
    ),
    _read("decimal-address", "$DECIMAL/decimal", ("OTHER", "/decimal"), "WHATWG URL: IPv4 numbers"),
    Case("empty", '<a href="">here</a>', (WORKS,), "WHATWG URL: the page itself"),
    Case("hash-only", '<a href="#">top</a>', (WORKS,), "WHATWG HTML, 7.4.6.4: the top"),
    Case("duplicate-attribute", '<a href="/dup-a" href="/dup-b">two</a>', (WORKS,), "WHATWG HTML: first wins", {("MAIN", "/dup-a"): FINE}),
    Case("unquoted", "<a href=/unquoted>unquoted</a>", (WORKS,), "WHATWG HTML, 13.1.2.3", {("MAIN", "/unquoted"): FINE}),
    Case("single-quotes", "<a href='/single-quotes'>single</a>", (WORKS,), "WHATWG HTML, 13.1.2.3", {("MAIN", "/single-quotes"): FINE}),
    Case("upper-tag", '<A HREF="/upper-tag">upper</A>', (WORKS,), "WHATWG HTML: names have no case", {("MAIN", "/upper-tag"): FINE}),
    Case("works-with-spaces-in-query", '<a href="/q?a=b c">q</a>', (WORKS,), URL, {("MAIN", "/q?a=b%20c"): FINE}),
)

MISTAKES = (
    _wrong("no-scheme-www", "www.example.org/page", "a browser takes it for a file beside the page", "https://www.example.org/page"),
    _wrong("no-scheme", "example.org/page", "a browser takes it for a file beside the page", "https://example.org/page"),
    _wrong("htp", "htp://example.org/", "no such scheme", "http://example.org/"),
    _wrong("htpps", "htpps://example.org/", "no such scheme", "https://example.org/"),
    _wrong("ttps", "ttps://example.org/", "no such scheme", "https://example.org/"),
    _wrong("hhttps", "hhttps://example.org/", "no such scheme", "https://example.org/"),
    _wrong("colon-missing", "http//example.org/", "relative to a browser", "http://example.org/"),
    _wrong("colon-twice", "https:://example.org/", "the host would be empty", "https://example.org/"),
    _wrong("semicolon-for-colon", "http;//example.org/", "relative to a browser", "http://example.org/"),
    _wrong("scheme-twice", "https://https://example.org/a", "the host would be “https”", "https://example.org/a"),
    _wrong("scheme-twice-half", "http://http//example.org/a", "the host would be “http”", "http://example.org/a"),
    _wrong("file", "file:///C:/Users/me/plan.doc", "a file of somebody's computer"),
    _wrong("drive", "C:\\Users\\me\\plan.doc", "a file of somebody's computer"),
    _wrong("unc", "\\\\server01\\share\\plan.doc", "an internal folder"),
    _wrong("mail-without-mailto", "someone@team.example", "a browser takes it for a file", "mailto:someone@team.example"),
    _wrong("mail-scheme", "mail:someone@team.example", "no such scheme", "mailto:someone@team.example"),
    _wrong("mialto", "mialto:someone@team.example", "no such scheme", "mailto:someone@team.example"),
    _wrong("template", "{{url}}", "a template left in"),
    _wrong("template-in-path", "/page/{{ slug }}", "a template left in"),
    _wrong("template-dollar", "${link.href}", "a template left in"),
    _wrong("template-percent", "{% url 'home' %}", "a template left in"),
    _wrong("template-erb", "<%= root_path %>", "a template left in"),
    _wrong("zero-width", "$OTHER/zero&#8203;-width", "a character that nobody sees, and the page is not there"),
    _wrong("soft-hyphen", "$OTHER/soft&shy;hyphen", "a character that nobody sees, and the page is not there"),
    _wrong("nbsp-at-end", "$OTHER/nbsp-at-end&nbsp;", "a character that nobody sees, and the page is not there"),
    _wrong("stop-at-end", "$OTHER/stop-at-end.", "the full stop of a sentence, and the page is not there"),
    _wrong("comma-at-end", "$OTHER/comma-at-end,", "the comma of a sentence, and the page is not there"),
    _wrong("bracket-at-end", "$OTHER/bracket-at-end)", "the bracket of a sentence, and the page is not there"),
    _wrong("quote-at-end", "$OTHER/quote-at-end%22", "a quotation mark, and the page is not there"),
    _wrong("blanks-inside", "$OTHER/blanks inside", "a blank, and the page is not there"),
    _wrong("blank-in-host", "http://exam ple.example/", "WHATWG URL: forbidden in hosts"),
    _wrong("encoded-blank-first", "%20https://example.org/", "relative to a browser", "https://example.org/"),
    _wrong("smart-quotes", "“https://example.org/”", "relative to a browser", "https://example.org/"),
    _wrong("angle-brackets", "&lt;https://example.org/&gt;", "relative to a browser", "https://example.org/"),
    _wrong("host-and-port", "example.org:8080/page", "the host is read as a scheme"),
    _wrong("localhost-port", "localhost:3000/page", "the host is read as a scheme"),
    _wrong("no-host", "http://", "WHATWG URL: a special URL needs a host"),
    _wrong("bad-port", "http://example.org:99999/", "WHATWG URL: ports end at 65535"),
    _wrong("bad-ipv4", "http://300.1.1.1/", "WHATWG URL: not an IPv4 address"),
    _wrong("bad-ipv6", "http://[::1/", "WHATWG URL: unclosed bracket"),
    _wrong("two-glued", "$OTHER/glued$OTHER/second", "two addresses in one"),
    _wrong("amp-twice", "$OTHER/amp-twice?a=1&amp;amp;b=2", "escaped twice, and the page is not there"),
)

CONTACTS = (
    _mail("mail", "mailto:someone@team.example", True, "RFC 6068, 2"),
    _mail("mail-several", "mailto:a@team.example,b@team.example", True, "RFC 6068, 2: commas"),
    _mail("mail-headers", "mailto:a@team.example?subject=Hello&amp;cc=b@team.example", True, "RFC 6068, 2"),
    _mail("mail-only-headers", "mailto:?to=a@team.example&amp;subject=x", True, "RFC 6068, 2"),
    _mail("mail-share", "mailto:?subject=Look&amp;body=Here", True, "RFC 6068, 2: the recipient may be left open"),
    _mail("mail-escaped", "mailto:a%40team.example", True, "RFC 6068: percent-encoding"),
    _mail("mail-plus", "mailto:a.b+c@sub.team.example", True, "RFC 5322, 3.4.1"),
    _mail("mail-quoted", "mailto:%22a%20b%22@team.example", True, "RFC 5322: quoted local part"),
    _mail("mail-umlaut", "mailto:jürgen@team.example", True, "RFC 6531"),
    _mail("mail-upper", "MAILTO:a@team.example", True, "RFC 3986: schemes have no case"),
    _mail("mail-blank-first", "mailto: a@team.example", True, "mail programs trim"),
    _mail("mail-nobody", "mailto:", False, "RFC 6068: says nothing"),
    _mail("mail-no-at", "mailto:someone", False, "RFC 5322"),
    _mail("mail-no-domain", "mailto:someone@", False, "RFC 5322"),
    _mail("mail-no-local", "mailto:@team.example", False, "RFC 5322"),
    _mail("mail-half-domain", "mailto:someone@team", False, "no such domain in public"),
    _mail("mail-two-ats", "mailto:some@one@team.example", False, "RFC 5322"),
    _mail("mail-blank", "mailto:some one@team.example", False, "RFC 5322"),
    _mail("mail-semicolons", "mailto:a@team.example;b@team.example", False, "RFC 6068: commas separate"),
    _mail("mail-amp", "mailto:a@team.example&amp;subject=x", False, "RFC 6068: headers follow a question mark"),
    _mail("mail-dots", "mailto:a..b@team.example", False, "RFC 5322: dot-atom"),
    _mail("mail-stop", "mailto:a@team.example.", False, "RFC 5321: no dot at the end"),
    _mail("mail-bad-cc", "mailto:a@team.example?cc=nobody", False, "RFC 6068: cc holds addresses"),
    _mail("mail-slashes", "mailto://a@team.example", False, "RFC 6068: no authority"),
    _mail("mail-url", "mailto:https://team.example/contact", False, "an address of the web"),
    _phone("tel", "tel:+442079460000", True, "RFC 3966"),
    _phone("tel-separators", "tel:+44-20-7946-0000", True, "RFC 3966: visual separators"),
    _phone("tel-local", "tel:02079460000", True, "people dial it"),
    _phone("tel-short", "tel:111", True, "short numbers are numbers"),
    _phone("tel-extension", "tel:+442079460000;ext=12", True, "RFC 3966: ext"),
    _phone("tel-context", "tel:7042;phone-context=example.com", True, "RFC 3966: phone-context"),
    _phone("tel-blanks", "tel:020 7946 0000", True, "telephones skip blanks"),
    _phone("tel-brackets", "tel:(020)79460000", True, "RFC 3966: brackets are visual separators"),
    _phone("tel-star", "tel:*100%23", True, "RFC 3966: phonedigit-hex"),
    _phone("tel-empty", "tel:", False, "RFC 3966: no number"),
    _phone("tel-letters", "tel:0800-CALL-NOW", False, "RFC 3966: no letters"),
    _phone("tel-words", "tel:call us", False, "RFC 3966: no letters"),
    _phone("tel-long", "tel:+44207946000012345", False, "E.164: 15 digits"),
    _phone("tel-plus-inside", "tel:44+2079460000", False, "RFC 3966: a plus stands first"),
    _phone("tel-two-pluses", "tel:++442079460000", False, "RFC 3966"),
)


def _other(id_: str, href: str) -> Case:
    return Case(id_, f'<a href="{href}">{id_}</a>', (SKIPPED,), "RFC 3986, 3.1: not a scheme that is visited")


OTHERS = (
    _other("javascript", "javascript:void(0)"),
    _other("data", "data:text/plain,hello"),
    _other("sms", "sms:+442079460000"),
    _other("ftp", "ftp://files.example/"),
    _other("whatsapp", "whatsapp://send?text=x"),
    _other("webcal", "webcal://calendar.example/x.ics"),
    _other("geo", "geo:51.5,-0.1"),
    _other("blob", "blob:https://a.example/1"),
    _other("about", "about:blank"),
    Case("logout", '<a href="/account/logout">Account</a>', (("skipped", "leave_alone"),), "RFC 9110, 9.2.1: it may act"),
    Case("logout-words", '<a href="/x/bye-bye">Log out</a>', (("skipped", "leave_alone"),), "RFC 9110, 9.2.1: it may act"),
    Case("unsubscribe", '<a href="/unsubscribe?u=1">Stop these mails</a>', (("skipped", "leave_alone"),), "RFC 9110, 9.2.1: it may act"),
    Case("delete", '<a href="/item?action=delete">Bin</a>', (("skipped", "leave_alone"),), "RFC 9110, 9.2.1: it may act"),
    Case(
        "delete-article",
        '<a href="/how-to-delete-cookies">How to delete cookies</a>',
        (WORKS,),
        "an article",
        {("MAIN", "/how-to-delete-cookies"): FINE},
    ),
)

CASES = (*SPELLINGS, *MISTAKES, *CONTACTS, *OTHERS)
