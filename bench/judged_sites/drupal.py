"""A regulator's Drupal: nodes, views with pagers, accordions, publications and consultations, an archive banner, a print version."""

from __future__ import annotations

import datetime as dt

from .elsewhere import GUIDANCE, LIBRARY, PARTNERS, SOCIAL
from .made import PIXEL, Site, listed, long, paragraphs, table
from .papers import paper

BASE = "https://www.tidalsafety.example"

# path, title, content owner, last reviewed, review due, own words
GUIDES = (
    ("piers", "Piers and jetties", "Structures team", (2026, 3, 2), (2028, 3, 2), "Look at every pile at low water, once a year."),
    (
        "ladders",
        "Ladders on quays",
        "Structures team",
        (2026, 3, 9),
        (2028, 3, 9),
        "A ladder each thirty metres, and paint that shows at night.",
    ),
    (
        "ropes",
        "Ropes and bollards",
        "Structures team",
        (2026, 3, 16),
        (2028, 3, 16),
        "Retire a rope when a strand is broken or it is five years old.",
    ),
    ("lighting", "Lighting at night", "Structures team", (2026, 3, 23), (2028, 3, 23), "Fifty lux where people step over a gap."),
    ("slipways", "Slipways", "Structures team", (2024, 3, 30), (2026, 3, 30), "Weed is cleared each week from May to September."),
    ("lifejackets", "Lifejackets", "People team", (2026, 4, 13), (2028, 4, 13), "Weigh the cylinder. A light one is an empty one."),
    ("cold-water", "Cold water", "People team", (2026, 4, 20), (2028, 4, 20), "The first minute is the worst: float, and wait."),
    (
        "training",
        "Training for crews",
        "People team",
        (2026, 4, 27),
        (2028, 4, 27),
        "Practise with the people who will be there, and in the dark.",
    ),
    ("fatigue", "Tired crews", "People team", (2026, 5, 4), (2028, 5, 4), "Nobody is on watch for more than six hours."),
    ("lone-working", "Working alone", "People team", (2025, 1, 11), (2027, 1, 11), "Say where you go, and when you are back."),
    ("alarms", "Alarms", "Equipment team", (2026, 5, 18), (2028, 5, 18), "Test it with the button and once a year with smoke."),
    ("radios", "Radios", "Equipment team", (2026, 5, 25), (2028, 5, 25), "Channel 16 is for calling, and then you change."),
    ("cranes", "Cranes", "Equipment team", (2026, 6, 1), (2028, 6, 1), "The load on the hook is less when it reaches out."),
    ("fuel", "Fuel on the quay", "Equipment team", (2026, 6, 8), (2028, 6, 8), "A tray under each can, and sand beside it."),
    ("winches", "Winches", "Equipment team", (2026, 6, 15), (2028, 6, 15), "A guard on every drum, also when it rains."),
    ("inspection", "What inspectors look at", "Inspectors", (2026, 7, 6), (2028, 7, 6), "They begin with the log, and end with the crew."),
    ("notices", "Notices and appeals", "Inspectors", (2026, 7, 13), (2028, 7, 13), "An appeal stops the clock."),
    ("fees", "Fees for licences", "Inspectors", (2026, 4, 1), (2027, 4, 1), "A licence is paid for by the metre of quay."),
    (
        "accidents",
        "Report an accident",
        "Inspectors",
        (2026, 8, 3),
        (2028, 8, 3),
        "Tell us within a day when somebody was taken to hospital.",
    ),
    ("tide-tables", "Tide tables", "Data team", (2026, 8, 10), (2028, 8, 10), "Add an hour in summer; the tables do not."),
)
PUBLICATIONS = tuple(
    (f"bulletin-{number}", f"Safety bulletin {number}", year, text)
    for number, year, text in (
        (31, 2019, "A bollard came away at Saltby. It had been welded in 1988-89."),
        (32, 2019, "Two ropes parted in a gale."),
        (33, 2020, "Crews were tested on 14 sites; 3 had no float line."),
        (34, 2021, "Between 2015/16 and 2019/20 nine people fell from ladders."),
        (35, 2022, "A crane lifted a boat with a man in it."),
        (36, 2023, "Fuel ran into a drain, since the tray was full of rain."),
        (37, 2024, "Radios failed when two were charged side by side."),
        (38, 2025, "A slipway was closed for a week by a seal."),
    )
)


def _page(title: str, body: str, *, path: str = "", banner: str = "") -> str:
    return f"""<!DOCTYPE html>
<html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#">
<head><meta charset="utf-8"><meta name="Generator" content="Drupal 10"><title>{title} | Office for Tidal Safety</title>
<link rel="canonical" href="{BASE}{path}"><link rel="shortlink" href="{BASE}{path}"><link rel="revision" href="{BASE}{path}">
<link rel="stylesheet" href="/core/base.css"></head>
<body class="path-node"><a href="#main-content" class="visually-hidden focusable">Skip to main content</a>
<div class="region-header"><a href="/" rel="home">Office for Tidal Safety</a>
<ul class="menu"><li><a href="/guides">Guides</a></li><li><a href="/publications">Bulletins</a></li><li><a href="/consultations">Consultations</a></li><li><a href="/guides/fees">Fees</a></li>
<li><a href="/annual-report-2023-24">Annual report 2023-24</a></li><li><a href="/contact">Contact</a></li></ul></div>
{banner}
<main><a id="main-content" tabindex="-1"></a><h1><span class="field--name-title">{title}</span></h1>
<article>{body}</article></main>
<div class="region-footer"><p>Was this page useful?</p><form><input type="radio" name="u" id="y"><label for="y">Yes</label><label for="mail">E-mail address</label><input id="mail"></form>
<ul><li><a href="/privacy">Privacy</a></li><li><a href="/archive">Archived pages</a></li><li><a href="{SOCIAL}/tidal">Follow us</a></li><li><a href="{GUIDANCE}/quality-standards">Our standards</a></li></ul></div>
</body></html>"""


def _fields(owner: str, last: dt.date, due: dt.date) -> str:
    return (
        f'<div class="field field--name-field-owner"><div class="field__label">Content owner</div><div class="field__item">{owner}</div></div>'
        f'<div class="field field--name-field-reviewed"><div class="field__label">Last reviewed</div><div class="field__item"><time datetime="{last}T12:00:00Z">{long(last)}</time></div></div>'
        f'<div class="field field--name-field-due"><div class="field__label">Review due</div><div class="field__item"><time datetime="{due}T12:00:00Z">{long(due)}</time></div></div>'
    )


def made() -> Site:
    """The site and its truths."""
    site = Site("drupal", BASE)
    site.config = '[[site.area]]\npath = "/guides/**"\nowner = "Guide editors <guides@tidalsafety.example>"\n'
    site.owners = "\n".join(
        f'[[owner]]\nname = "{name}"\nemail = "{mail}@tidalsafety.example"'
        for name, mail in (
            ("Structures team", "structures"),
            ("People team", "people"),
            ("Equipment team", "equipment"),
            ("Inspectors", "inspectors"),
            ("Data team", "data"),
        )
    )
    site.file("/core/base.css", b"main{padding:1em}", "text/css")
    site.file("/files/pier.gif", PIXEL, "image/gif")
    _guides(site)
    _rest(site)
    return site


def _guides(site: Site) -> None:
    accordion = (
        '<div class="accordion"><h3><button aria-expanded="false">On ladders</button></h3><div class="panel"><p>Three points of contact.</p></div>'
        '<h3><button aria-expanded="false">On slipways</button></h3><div class="panel"><p>Boots with studs.</p></div></div>'
    )
    extra = {
        "piers": paragraphs("Follow these steps:", accordion, f'<img data-src="/files/pier.gif" class="lazyload" alt="A pier"><noscript><img src="/files/pier.gif" alt="A pier"></noscript><a href="{GUIDANCE}/piers">National rules</a>'),
        "ladders": paragraphs("Between 2015/16 and 2019/20 nine people fell. In 2020/21 nobody did.", '<a href="/guides/lighting#lux">How bright?</a>'),
        "lighting": paragraphs('<h2 id="lux">How bright</h2>', "Fifty lux at the edge."),
        "ropes": paragraphs('See <a href="/guides/bollards">bollards</a> too.'),
        "lifejackets": paragraphs(f'Read <a href="{GUIDANCE}/sepsis-2016">what to do after a rescue</a>.'),
        "training": paragraphs("Courses must be passed by March 2025; a new list of courses will be published here by June 2025."),
        "fatigue": paragraphs('Log hours as <a href="/guides/training#log">shown here</a>.'),
        "cranes": paragraphs(f'Made with <a href="{PARTNERS}/energy">our partners</a>.'),
        "fees": paragraphs("<h2>Fees 2026/27</h2>", table(("Metres", "Fee"), ("Up to 10", "£120"), ("Up to 50", "£480")), "Fees of 2024/25 and before are on the <a href='/archive'>archive</a>."),
        "notices": paragraphs("Send your appeal by e-mail or post to the address below:", "<address>The Clerk, Office for Tidal Safety, Quay 4, Fensby FE1 3BB</address>"),
        "accidents": paragraphs("<h2>Contact by Email</h2>", '<p>Write to <a href="mailto:accidents@tidalsafety.example">accidents@tidalsafety.example</a></p>', "Please attach the following:", table(("What", "How many"), ("Pictures", "3"), ("Log", "1"))),
        "tide-tables": paragraphs("Tables of 2026 and 2027 are free. Heights rest on the levels of 1990-2009.", "Ask [insert name] for older ones."),
        "inspection": paragraphs("As of 1 January 2020 inspectors may take photographs. As at 31 March 2016 there were 41 inspectors."),
        "alarms": paragraphs("The Fire Rules 2005 (as amended 2012) say who tests. They will apply until they are replaced.", f'<a href="{LIBRARY}/standards/forms">The form</a>'),
    }  # fmt: skip
    site.fault("/guides/slipways", "review_date", "30 March 2026", "past its review date")
    site.coming["/guides/lone-working"] = dt.date(2027, 1, 11)
    site.fault("/guides/piers", "broken_link", f"{GUIDANCE}/piers", "national rules that are not there")
    site.fault("/guides/ropes", "broken_link", "/guides/bollards", "a guide that is not there")
    site.fault("/guides/lifejackets", "superseded_target", f"{GUIDANCE}/sepsis-2016", "updated and replaced")
    site.fault("/guides/training", "lapsed_promise", "June 2025", "a list that was to be published here")
    site.arguable("/guides/training", "lapsed_promise", "March 2025", "a day by which others had to do something")
    site.fault("/guides/fatigue", "missing_anchor", "#log", "the training guide has no such place")
    site.fault("/guides/cranes", "moved_link", f"{PARTNERS}/energy", "moved for good")
    site.fault("/guides/tide-tables", "gap", "insert name", "a placeholder that was never filled in")
    links = []
    for slug, title, owner, last, due, own in GUIDES:
        body = paragraphs(own) + extra.get(slug, "") + _fields(owner, dt.date(*last), dt.date(*due))
        body += f'<p><a href="/print/guides/{slug}" rel="nofollow">Print this page</a></p>' if slug == "cranes" else ""
        site.page(f"/guides/{slug}", _page(title, body, path=f"/guides/{slug}"))
        links.append(f'<a href="/guides/{slug}">{title}</a>')
    site.page("/guides", _page("Guides", listed(*links)))
    printed = (
        paragraphs("The load on the hook is less when it reaches out.")
        + extra["cranes"]
        + _fields("Equipment team", dt.date(2026, 6, 1), dt.date(2028, 6, 1))
    )
    site.page("/print/guides/cranes", _page("Cranes", printed, path="/guides/cranes"))
    site.arguable("/print/guides/cranes", "moved_link same_page_twice", "", "the print version of a guide")
    site.arguable("/guides/cranes", "same_page_twice", "", "has a print version")


def _rest(site: Site) -> None:
    for number, half in enumerate((PUBLICATIONS[:4], PUBLICATIONS[4:])):
        items = listed(*(f'<a href="/publications/{slug}">{title}</a> ({year})' for slug, title, year, _ in half))
        pager = '<nav class="pager"><a href="/publications">1</a> <a href="/publications?page=1">2</a></nav>'
        site.page(f"/publications{f'?page={number}' if number else ''}", _page("Bulletins", items + pager, path="/publications"))
    for slug, title, year, text in PUBLICATIONS:
        body = f'<p class="date">Published: {year}</p>' + paragraphs(
            text, "What we ask of you: check yours, and tell us when it is the same."
        )
        site.page(f"/publications/{slug}", _page(title, body, path=f"/publications/{slug}"))
    closed = paragraphs(
        "This consultation ran from 4 January 2024 to 29 March 2024 and is closed. We will publish what we were told by September 2024.",
        "Documents: see the <a href='/publications'>bulletins</a>.",
    )
    site.page("/consultations/ladders-2024", _page("Consultation: ladders", closed))
    site.fault("/consultations/ladders-2024", "lapsed_promise", "September 2024", "the answer that was promised has not come")
    opened = paragraphs(
        "Tell us by 15 January 2027 what you think of the draft on winches.",
        "<form><label>Email:</label><input><label>Organisation:</label><input></form>",
    )
    site.page("/consultations/winches-2026", _page("Consultation: winches", opened))
    site.page(
        "/consultations",
        _page(
            "Consultations",
            listed('<a href="/consultations/winches-2026">Winches</a>, open', '<a href="/consultations/ladders-2024">Ladders</a>, closed'),
        ),
    )
    banner = '<div class="banner" role="note"><p>This page has been archived. It is kept for reference and is no longer updated.</p></div>'
    for slug, title, text in (
        ("fees-2019", "Fees 2019/20", "Up to 10 metres: £95. Fees for 2019/20 apply from 1 April 2019."),
        ("plan-2017", "Business plan 2017-18", "By March 2018 we will have inspected every pier."),
        ("code-2008", "Code of practice 2008", "Ladders are made of steel. Contact: Jem Thorne."),
    ):
        site.page(f"/archive/{slug}", _page(title, paragraphs(text), banner=banner, path=f"/archive/{slug}"))
        site.fault(f"/archive/{slug}", "superseded_page", "archived", "says in a banner that it was archived")
        site.arguable(
            f"/archive/{slug}",
            "stale_period lapsed_promise named_contact review_date",
            "",
            "an archived page, and what it says was so then",
        )
    site.page(
        "/archive",
        _page(
            "Archived pages",
            paragraphs("Pages that are kept for reference.")
            + listed(
                '<a href="/archive/fees-2019">Fees 2019/20</a>',
                '<a href="/archive/plan-2017">Plan 2017-18</a>',
                '<a href="/archive/code-2008">Code of 2008</a>',
            ),
        ),
    )
    report = paragraphs(
        "In 2023-24 we inspected 211 sites, against 190 in 2022-23.",
        'As a file: <a href="/files/report-2023-24.pdf">Annual report (PDF)</a>',
    )
    site.page("/annual-report-2023-24", _page("Annual report 2023-24", report))
    lines = (
        "Annual report 2023-24",
        "Presented in July 2024",
        "In 2024-25 we will look at winches. By March 2025 all inspectors will have radios.",
        "Data as at 31 March 2024.",
    )
    site.file("/files/report-2023-24.pdf", paper("Annual report 2023-24", lines), "application/pdf")
    site.arguable("/files/report-2023-24.pdf", "lapsed_promise stale_period", "", "a report of its year that looked ahead")
    site.page(
        "/contact",
        _page(
            "Contact",
            paragraphs(
                "<h2>Visit</h2>",
                "Quay 4, Fensby.",
                "<h2>Email</h2>",
                '<p><a href="mailto:ask@tidalsafety.example">ask@tidalsafety.example</a></p>',
            ),
        ),
    )
    site.page("/privacy", _page("Privacy", paragraphs("We hold what you send us for two years. Since 2018 you may see it.")))
    for path in (
        "/publications*",
        "/consultations*",
        "/annual-report-2023-24",
        "/files/*",
        "/contact",
        "/privacy",
        "/archive*",
        "/guides",
        "/",
        "*",
    ):
        site.arguable(path, "review_date", "no_date", "not a guide; guides have a date, other pages of the site do not")
    site.page(
        "/",
        _page(
            "Office for Tidal Safety",
            paragraphs("We keep people safe where land and water meet.")
            + listed('<a href="/guides">Guides</a>', '<a href="/publications">Bulletins</a>'),
        ),
    )
