"""A research institute's policies, made by a static generator: front matter as a table, versions, decisions, code, stubs of addresses that were."""

from __future__ import annotations

import datetime as dt
from random import Random

from bench.judged_sites.made import PIXEL, Reply, Site, listed, paragraphs, table

from .abroad import CHATTER, SHELF, STANDARDS, known

BASE = "https://policies.thornwick.example"
FORGE = "https://forge.example"

OWNERS = """[[owner]]
name = "Ida Moreau"
email = "ida.moreau@thornwick.example"
teams = ["Data Office"]
[[owner]]
name = "Piet Lang"
email = "piet.lang@thornwick.example"
teams = ["Computing"]
[[owner]]
name = "Greta Holm"
email = "greta.holm@thornwick.example"
teams = ["People"]
[[owner]]
name = "Sunil Rao"
email = "sunil.rao@thornwick.example"
teams = ["Research Office"]
"""
PARTS = {
    "data": ("Data", "Ida Moreau"),
    "computing": ("Computing", "Piet Lang"),
    "people": ("People", "Greta Holm"),
    "research": ("Research", "Sunil Rao"),
    "house": ("House", "Greta Holm"),
}


def _note(kind: str, title: str, text: str) -> str:
    return f'<div class="theme-admonition theme-admonition-{kind} alert"><div class="admonitionHeading">{title}</div><div class="admonitionContent"><p>{text}</p></div></div>'


def _code(lang: str, text: str) -> str:
    return f'<div class="language-{lang} codeBlockContainer"><pre tabindex="0" class="prism-code language-{lang}"><code>{text}</code></pre><button type="button">Copy</button></div>'


def _versions(*rows: tuple[str, str, str]) -> str:
    return "<h2 id='versions'>Versions</h2>" + table(("Version", "Date", "What changed"), *rows)


# slug, title, approved, next review or the like, body
PAGES = (
    ("data/retention", "Keeping and deleting data", "2024-06-30", "2026-06-30", paragraphs("Raw recordings are kept for ten years, letters for six.", "<h2 id='how-long'>How long</h2>", table(("Kind", "For how long"), ("Recordings", "10 years"), ("Letters", "6 years"), ("Visitors' book", "until 31 July 2031"))) + _versions(("2.0", "2024-06-30", "Longer for recordings"), ("1.0", "2016-02-01", "First version; to be reviewed by 2018"))),
    ("data/sharing", "Sharing data", "2026-02-02", "2028-02-02", paragraphs('Share what you may, and delete the rest: see <a href="/docs/data/retention/#retention-periods">retention periods</a>.', f'Licences: <a href="{STANDARDS}/guides/open-data">Open data</a>.', "Data sets that were opened before 2018 carry the old licence and keep it.")),
    ("data/protection", "Data protection", "2026-02-02", "2028-02-02", paragraphs("People have a right to know what we know of them.", "The Act of 2018 and the Regulation (EU) 2016/679 apply.", "Write to {{ site.data_office_email }} if you want to know.")),
    ("data/records", "Records", "2025-03-03", "2027-03-03", paragraphs(f'We follow the office\'s <a href="{STANDARDS}/records">rules on records</a>.', "Boxes 1-2019 were scanned from 2019 to 2021.")),
    ("data/formats", "Formats", "2025-03-03", "2027-03-03", paragraphs("Dates are written as in ISO 8601-1:2019.") + _code("yaml", "---\ntitle: Soil cores\nnext_review: 2024-01-01\nstatus: superseded\nowner: '{{ owner }}'\nuntil: 2025-06-30\n---") + paragraphs("Write <code>2026-02-01</code>, never <code>1/2/26</code> or <code>31/02/2020</code>.")),
    ("data/citing", "Citing data", "2026-02-02", "2028-02-02", paragraphs("Name who made it, and when.") + _code("bibtex", "@misc{rook2019,\n  author = {Rook, A.},\n  year = {2019},\n  urldate = {2020-01-01},\n  note = {To be replaced by March 2021}\n}")),
    ("data/incidents", "When data are lost", "2026-08-03", "2027-08-03", paragraphs("Tell <a href='mailto:ida.moreau@thornwick.example'>the Data Office</a> within the hour.", "<details><summary>What happened in 2022?</summary><p>A laptop was left on the 17:04. All was to be told by 3 May 2022, and was.</p></details>")),
    ("computing/passwords", "Passwords", "2024-05-13", "24 months", paragraphs("Four words, no dates.", "Those set before 1 January 2023 had to be changed by 31 January 2023.")),
    ("computing/servers", "Servers", "2026-01-12", "24 months", paragraphs('How they are saved is told in <a href="../backup.md">Backups</a>.', "Debian 12/13; kernels from 6.1 on.") + _code("bash", "0 4 * * * restic forget --keep-within 1y  # until 2026-01-31\nexport VALID_UNTIL=2025-12-31 TZ=Europe/London")),
    ("computing/mail", "Mail", "2025-10-01", "24 months", paragraphs("By 2026-03-31 we will switch off mail without encryption. Please change your settings before then.", "The old host, post2, ran from 2009 to 2019.")),
    ("computing/cloud", "Clouds", "2026-01-12", "24 months", paragraphs("Only services on the list may hold our data.", "<h2 id='list'>The list</h2>", "TODO: add the approved services here.")),
    ("computing/software", "Software", "2026-01-12", "24 months", '<div class="tabs-container"><ul role="tablist"><li>Windows 10/11</li><li>Linux</li></ul><div role="tabpanel">' + table(("Program", "Version", "Ends"), ("Python", "3.9", "2025-10 (ended)"), ("Python", "3.13", "2029-10"), ("Tidebox", "2024.1", "2027")) + f'</div></div><p>Plans for <a href="{SHELF}/software/tidebox">Tidebox</a> and, for the curious, <a href="{SHELF}/software/mudbox">Mudbox</a>.</p>'),
    ("computing/shortcodes", "Writing these pages", "2026-01-12", "24 months", paragraphs('A contact is set with <code>{{&lt; contact "team" &gt;}}</code>, a date with <code>{{ .Params.next_review }}</code>.', "A page begins like this:") + _code("markdown", "---\ntitle: [title]\nnext_review: YYYY-MM-DD\ncontact: [name] ([email])\n---\nLorem ipsum. TODO: write.")),
    ("people/home-working", "Working from home", "2020-04-01", "2027-04-01", _note("warning", "Deprecated", 'This policy is deprecated since 1 September 2024. Use <a href="/docs/people/hybrid-working/">Hybrid working</a> instead.') + paragraphs("Take your chair home with you.")),
    ("people/hybrid-working", "Hybrid working", "2024-09-01", "2027-09-01", paragraphs("Two days here, the others as you like.", "“By 2022 nobody will come in at all,” somebody said in 2020. We are 61 on most Tuesdays.")),
    ("people/equipment", "Chairs and screens", "2024-09-01", "2027-09-01", paragraphs('What we lend to you at home is ruled by <a href="/docs/people/home-working/">Working from home</a>.', "Screens bought before 2015 may be kept.")),
    ("people/volunteers", "Volunteers", "2024-09-01", "Q3 2026", paragraphs("Volunteers are insured from the first day.", "In 2024/25 there were 19.")),
    ("people/leave", "Leave", "2026-04-01", "2028-04-01", table(("Year", "Days"), ("1 April 2026 to 31 March 2027", "29"), ("1 April 2025 to 31 March 2026", "28")) + paragraphs("Somebody who left on 30 June 2025 had seven days for that year.")),
    ("people/conduct", "Conduct", "2026-04-01", "2028-04-01", paragraphs("Be kind, on the list, too.", "<h2 id='who'>Whom to tell</h2>", "Greta Holm (<a href='mailto:greta.holm@thornwick.example'>greta.holm@thornwick.example</a>) or anyone you trust.")),
    ("research/integrity", "Integrity", "2025-11-03", "2027-11-03", paragraphs(f'We have signed the <a href="{STANDARDS}/codes/integrity-2019">code of integrity</a> and keep it.', "Cases of 2021 to 2024: three, all closed.")),
    ("research/consent", "Consent", "2025-11-03", "2027-11-03", paragraphs('People agree in writing, and <a href="/docs/data/gdpr/">data protection</a> holds for what they say.', "Forms signed in 2019 are valid for what was then planned.")),
    ("research/field-notes", "Field notes", "2025-11-03", "TBC", paragraphs("Write in pencil. Number the pages.", "Books 1 to 2020 are in the cellar.")),
    ("research/exports", "Sending samples abroad", "2025-11-03", "2027-11-03", paragraphs("Soil is a living thing and needs a paper.", "<h2 id='now'>Rule for the time being</h2>", "Until 31 August 2026 samples to the mainland go with form E7; from then on with the new form, which we shall put here.")),
    ("research/authors", "Authors", "2026-05-04", "2028-05-04", paragraphs("Who did the work is named first.", f'<h2 id="references">References</h2><ol><li>Rook A (2017). <a href="{SHELF}/papers/sound-2017">Sound in dry soils</a>. <i>Loam</i> 20(21): 2019-2022.</li><li>Penn S (2011). Until 2015: a plan. Withdrawn 2013.</li></ol>')),
    ("research/open-access", "Open access", "2026-05-04", "2028-05-04", paragraphs("What we write can be read by all within six months.", "Our deal with the publishers runs until December 2028. The one before ran until December 2024.", f'Not all is open: <a href="{SHELF}/journal/closed">this</a> was not, in 2012.')),
    ("house/keys", "Keys", "2025-06-02", "2027-06-02", paragraphs("One key, one signature.", "The master key of 1962 was lost in 1987.")),
    ("house/labs", "Laboratories", "2025-06-02", "2027-01-18", paragraphs("No food. No bare feet.", "Hoods were tested in May 2026; they are tested each May.")),
    ("house/rates", "Day rates", "2025-06-02", "2027-06-02", paragraphs("<h2 id='rates'>Rates for 2025-26</h2>", "Use these rates in every quotation:", table(("Who", "A day"), ("Senior", "£610"), ("Junior", "£380")))),
    ("house/visitors", "Visitors", "2026-06-01", "2028-06-01", paragraphs("Visitors sign the book; the book of 2020 has two names.", "School classes come on Fridays.")),
)  # fmt: skip
DECISIONS = (
    (
        "0001-wiki",
        "1. Keep policies in a wiki",
        "Superseded by 3",
        "2015-03-02",
        "We will keep policies in a wiki. All of them will be there by June 2015.",
    ),
    (
        "0002-two-years",
        "2. Review every two years",
        "Accepted",
        "2016-02-01",
        "A policy is reviewed every 24 months. The first round ends by 2018-02-01.",
    ),
    (
        "0003-static",
        "3. Make pages from text",
        "Accepted",
        "2021-05-10",
        "We will leave the wiki by 31 December 2021. Nobody will miss it.",
    ),
    (
        "0004-forge",
        "4. Move to the forge",
        "Accepted",
        "2023-09-18",
        "Runners for 2023/24 are paid by Computing. We review this in September 2024.",
    ),
    (
        "0005-stamp",
        "5. Stamp each page with its review",
        "Proposed",
        "2026-10-05",
        "Each page shall say when it is looked at next. To be decided by 1 March 2027.",
    ),
)
POSTS = (
    ("2026/10/05/stamps", "Stamps", "2026-10-05", "From next month on each page says when it is due."),
    ("2025/06/02/rates", "New rates", "2025-06-02", "Rates for 2025-26 are out. Please use them until 31 March 2026."),
    (
        "2021/05/10/goodbye-wiki",
        "Goodbye, wiki",
        "2021-05-10",
        "The wiki will be switched off on 31 December 2021. Save what you need before then!",
    ),
)
OLD = (
    ("keeping-data", "Keeping data (2019)", "Letters are kept until 2025."),
    ("passwords", "Passwords (2019)", "Change it each quarter. The next review of this policy is due in January 2021."),
    ("travel", "Travel (2019)", "Flights are booked by the office until the end of 2019/20."),
)
ASIDES = (
    "This policy holds for all who have a key, and for guests who stay longer than a week.",
    "It was first written down in 2009, on the back of a menu.",
    "An earlier draft had asked for this by Easter 2017; nobody was ready.",
    "Exceptions are granted by the owner, in writing, for a year at most.",
    "The words “must” and “should” are used as in RFC 2119.",
    "In the audit of 2023/24 eleven of twelve teams kept to it.",
    "ISO/IEC 27001:2022 asks for less, and ISO 9001:2015 for nothing of the kind.",
    "“We will regret this by 2030,” said the director who signed it in 2016.",
    "Those who came before 1 October 2012 may go on as they did.",
    "Read it once a year. It takes four minutes.",
    "Version 1.2 was in force from 2018-01-01 to 2019-12-31.",
    "If two policies disagree the younger one holds.",
    "As of version 2021.3 the text is checked by a machine, too.",
)


def _page(title: str, body: str, trail: str = "", edit: str = "") -> str:
    side = "".join(
        f'<li class="menu__list-item"><a class="menu__link" href="/docs/{slug}/">{name}</a></li>' for slug, (name, _) in PARTS.items()
    )
    change = (
        f'<footer class="theme-doc-footer"><a class="theme-edit-this-page" href="{edit}">Edit this page</a> <span class="theme-last-updated">Last updated on <time datetime="2026-11-03">Nov 3, 2026</time> by <b>build-bot</b></span></footer>'
        if edit
        else ""
    )
    return f"""<!doctype html>
<html lang="en-GB" dir="ltr" class="docs-wrapper" data-has-hydrated="false"><head><meta charset="utf-8"><meta name="generator" content="Stonemason v3.7.0"><title>{title} | Thornwick policies</title><link rel="stylesheet" href="/assets/css/styles.4b1d2c.css"></head>
<body class="navigation-with-keyboard"><div role="region" aria-label="Skip to main content"><a class="skipToContent" href="#__docusaurus_skipToContent_fallback">Skip to main content</a></div>
<nav class="navbar"><a class="navbar__brand" href="/index.html"><img src="/img/logo.gif" alt="Thornwick"></a><a href="/decisions/">Decisions</a><a href="/blog/">Blog</a><a href="/changelog/">Changelog</a><a href="/docs/2019/">2019</a></nav>
<div id="__docusaurus_skipToContent_fallback" class="main-wrapper"><aside><ul class="menu__list">{side}</ul></aside>
<main><nav class="breadcrumbs"><ul><li><a href="/">Home</a></li>{trail}</ul></nav><article><div class="theme-doc-markdown markdown"><header><h1>{title}</h1></header>
{body}
</div>{change}</article></main></div>
<footer class="footer"><a href="/glossary/">Glossary</a><a href="/tags/">Tags</a><a href="{CHATTER}/thornwick">Chatter</a><div>Copyright © 2026 Thornwick Institute. Built with Stonemason.</div></footer></body></html>"""


def _front(part: str, owner: str, approved: str, following: str) -> str:
    if part == "computing":
        return table(("Owner", owner), ("Status", "Active"), ("Approved", approved), ("Review cycle", following), head=False)
    if part == "research":
        return paragraphs(
            f"<strong>Owner:</strong> {owner}<br><strong>Approved:</strong> {approved}<br><strong>Next review:</strong> {following}"
        )
    label = "Review by" if part == "people" else "Next review"
    return table(("Owner", "Status", "Approved", label), (owner, "Active", approved, following))


def _documents(site: Site) -> None:
    for slug, title, approved, following, body in PAGES:
        part = slug.split("/", maxsplit=1)[0]
        owner = "Tobias Renn" if slug == "house/keys" else PARTS[part][1]
        edit = f"{FORGE}/thornwick/policies/edit/main/docs/{slug}.md"
        site.others[edit] = Reply(status=302, to=f"{FORGE}/login")
        scope = paragraphs(*Random(slug).sample(ASIDES, 3))
        trail = f'<li><a href="/docs/{part}/">{PARTS[part][0]}</a></li>'
        site.page(
            f"/docs/{slug}/",
            _page(title, _front(part, owner, approved, following) + body + "<h2 id='scope'>Scope</h2>" + scope, trail, edit),
        )
    site.others[f"{FORGE}/login"] = Reply(b"<!doctype html><title>Log in</title>")
    for part, (name, _) in PARTS.items():
        cards = "".join(
            f'<article class="card"><a href="/docs/{slug}/">{title}</a></article>'
            for slug, title, *_ in PAGES
            if slug.startswith(part + "/")
        )
        site.page(f"/docs/{part}/", _page(name, cards))


def made() -> Site:
    """The site and its truths."""
    site = Site("institute", BASE, owners=OWNERS)
    known(site)
    site.file("/assets/css/styles.4b1d2c.css", b".alert{border:1px solid}", "text/css")
    site.file("/img/logo.gif", PIXEL, "image/gif")
    _documents(site)
    links = listed(
        *(f'<a href="/docs/{slug}/">{title}</a>' for slug, title, *_ in PAGES[::4]), '<a href="/docs/data/deleting/">Deleting data</a>'
    )
    home = _page("How we work here", paragraphs("All policies of the institute, as text, in one place.", links))
    site.page("/", home)
    site.page("/index.html", home)
    stub = '<!DOCTYPE html><html lang="en"><head><title>Redirecting</title><link rel="canonical" href="/docs/data/retention/"><meta name="robots" content="noindex"><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=/docs/data/retention/"></head></html>'
    site.page("/docs/data/deleting/", stub)
    site.moved("/docs/data/gdpr/", "/docs/data/protection/")
    site.page("/404.html", _page("Page not found", "<p>We could not find what you were looking for.</p>"))
    site.page(
        "/decisions/",
        _page("Decisions", listed(*(f'<a href="/decisions/{slug}/">{title}</a> ({status})' for slug, title, status, *_ in DECISIONS))),
    )
    for slug, title, status, day, text in DECISIONS:
        site.page(
            f"/decisions/{slug}/",
            _page(
                title,
                paragraphs(
                    f"Date: {day}",
                    "<h2 id='status'>Status</h2>",
                    status,
                    "<h2 id='context'>Context</h2>",
                    "It had been asked for twice.",
                    "<h2 id='decision'>Decision</h2>",
                    text,
                ),
            ),
        )
    site.page(
        "/blog/", _page("Blog", listed(*(f'<a href="/blog/{slug}/">{title}</a> <time>{day}</time>' for slug, title, day, _ in POSTS)))
    )
    for slug, title, day, text in POSTS:
        site.page(f"/blog/{slug}/", _page(title, f'<time datetime="{day}">{day}</time> · One min read' + paragraphs(text)))
    notice = '<div class="theme-doc-version-banner alert alert--warning" role="alert"><div>This is the documentation of Thornwick policies <b>2019</b>, which is no longer actively maintained.</div><div>For up-to-date documentation, see the <b><a href="/">latest version</a></b>.</div></div>'
    site.page(
        "/docs/2019/", _page("Policies of 2019", notice + listed(*(f'<a href="/docs/2019/{slug}/">{title}</a>' for slug, title, _ in OLD)))
    )
    for slug, title, text in OLD:
        site.page(f"/docs/2019/{slug}/", _page(title, notice + paragraphs(text)))
    changes = paragraphs(
        "<h2 id='2026-11-03'>2026-11-03</h2>",
        "Stamps on all pages.",
        "<h2 id='2025-06-02'>2025-06-02</h2>",
        "Rates for 2025-26 replace those for 2024-25.",
        "<h2 id='2021-12-31'>2021-12-31</h2>",
        "Wiki withdrawn. Search will follow by March 2022.",
    )
    site.page("/changelog/", _page("Changelog", changes))
    words = "<dl><dt>Archived</dt><dd>Kept and no longer in force.</dd><dt>Deprecated</dt><dd>Replaced by something else.</dd><dt>Next review</dt><dd>The day by which a page has to be looked at, e.g. 1 May 2020.</dd></dl>"
    site.page("/glossary/", _page("Glossary", words))
    site.page("/tags/", _page("Tags", listed('<a href="/tags/2019/">2019</a>', '<a href="/tags/deprecated/">deprecated</a>')))
    site.page(
        "/tags/2019/",
        _page("3 policies tagged with “2019”", listed(*(f'<a href="/docs/2019/{slug}/">{title}</a>' for slug, title, _ in OLD))),
    )
    site.page(
        "/tags/deprecated/",
        _page("One policy tagged with “deprecated”", listed('<a href="/docs/people/home-working/">Working from home</a>')),
    )
    _truths(site)
    return site


def _truths(site: Site) -> None:
    site.fault("/docs/data/retention/", "review_date", "30 June 2026", "its review was due in June")
    site.fault("/docs/computing/passwords/", "review_date", "13 May 202", "24 months from its approval in May 2024 are over")
    site.fault("/docs/people/volunteers/", "review_date", "2026", "its review was due in the third quarter")
    site.fault("/docs/research/field-notes/", "review_date gap", "", "its next review was never set")
    site.fault("/docs/data/sharing/", "missing_anchor", "#retention-periods", "the heading has another name")
    site.fault("/docs/computing/servers/", "broken_link", "/backup.md", "a link to the source's file, which is no page")
    site.fault("/docs/computing/software/", "broken_link", f"{SHELF}/software/mudbox", "not there")
    site.fault("/docs/data/records/", "moved_link", f"{STANDARDS}/records", "moved for good")
    site.fault("/docs/research/consent/", "moved_link", "/docs/data/gdpr/", "its own page has moved for good")
    site.fault("/docs/data/protection/", "gap", "data_office_email", "an address that was never put in")
    site.fault("/docs/computing/cloud/", "gap", "TODO", "a list that was never written")
    site.fault("/docs/people/home-working/", "superseded_page", "deprecated", "says so in its first line, and is listed with the others")
    site.fault("/docs/people/equipment/", "superseded_target", "/docs/people/home-working/", "is ruled by a policy that is deprecated")
    site.fault("/docs/research/integrity/", "superseded_target", "integrity-2019", "the code was withdrawn and replaced")
    site.fault("/docs/computing/mail/", "lapsed_promise", "2026-03-31", "a switch that is still to come by March")
    site.fault(
        "/docs/research/exports/",
        "lapsed_promise stale_period gap",
        "31 August 2026",
        "a rule until August, and the form that follows it is not here",
    )
    site.fault("/docs/house/rates/", "stale_period", "2025-26", "rates of a year that has ended are those to use")
    site.fault("/docs/house/keys/", "named_contact", "Tobias Renn", "an owner who is not in the directory")
    site.arguable("*", "review_date", "no_date", "lists, decisions, posts and old editions have no dates, and need none")
    site.arguable("/docs/people/", "superseded_target", "home-working", "the list still leads to it")
    site.arguable("*", "moved_link", "/docs/data/deleting/", "a stub that sends readers on at once")
    site.arguable("/docs/2019/*", "superseded_page", "", "an old edition that says so, as it should")
    site.arguable("*", "superseded_target", "/docs/2019/", "the menu leads to the old edition")
    site.arguable("/docs/2019/passwords/", "review_date", "", "the review of an old edition")
    site.arguable("/decisions/0001-wiki/", "superseded_page", "", "a decision says what came of it, as it should")
    for path in ("/decisions/*", "/blog/*"):
        site.arguable(path, "lapsed_promise", "", "a dated document")
    site.arguable("/blog/2025/06/02/rates/", "stale_period", "", "a dated document")
    site.arguable("/decisions/0004-forge/", "review_date", "September 2024", "was to be reviewed, and it is a record")
    site.arguable("/decisions/0002-two-years/", "review_date", "", "speaks of all policies")
    site.coming["/docs/house/labs/"] = dt.date(2027, 1, 18)
