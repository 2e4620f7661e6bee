"""A district council: service pages with a review line, news, committees, price lists, forms; menus and footers on every page."""

from __future__ import annotations

import datetime as dt

from .elsewhere import GUIDANCE, LIBRARY, PARTNERS, SOCIAL
from .made import PIXEL, Site, listed, long, paragraphs, table
from .papers import paper

BASE = "https://www.fensby.example"

# slug, title, section, last reviewed, next review, own words
SERVICES = (
    (
        "bins",
        "Bins and recycling",
        "Waste",
        (2026, 2, 3),
        (2027, 2, 3),
        "Put your bin out by 6am. Crews do not come back for bins that were late.",
    ),
    (
        "garden-waste",
        "Garden waste",
        "Waste",
        (2026, 1, 19),
        (2027, 1, 19),
        "A brown bin holds grass, leaves and twigs, but no soil and no turf.",
    ),
    (
        "bulky-waste",
        "Large items",
        "Waste",
        (2026, 3, 9),
        (2027, 3, 9),
        "We take up to five pieces of furniture from the edge of your property.",
    ),
    ("tip", "Household tips", "Waste", (2025, 12, 1), (2026, 12, 1), "Bring proof of where you live. Vans need a permit, which is free."),
    ("council-tax", "Council tax", "Money", (2026, 4, 7), (2027, 4, 7), "Bills go out in March and can be paid in ten or in twelve parts."),
    (
        "council-tax-support",
        "Help to pay council tax",
        "Money",
        (2026, 4, 7),
        (2027, 4, 7),
        "What you get depends on your income, your savings and who lives with you.",
    ),
    (
        "business-rates",
        "Business rates",
        "Money",
        (2026, 4, 14),
        (2027, 4, 14),
        "Small shops may pay less, and empty buildings pay nothing at first.",
    ),
    (
        "benefits",
        "Housing benefit",
        "Money",
        (2026, 5, 5),
        (2027, 5, 5),
        "New claims are only for people of pension age and those in supported homes.",
    ),
    (
        "planning",
        "Apply for planning permission",
        "Planning",
        (2026, 1, 12),
        (2027, 1, 12),
        "Draw what you want to build, and show the houses next door.",
    ),
    (
        "trees",
        "Protected trees",
        "Planning",
        (2026, 6, 2),
        (2027, 6, 2),
        "Ask before you cut a tree that has an order on it; dead branches may go at once.",
    ),
    (
        "building-control",
        "Building control",
        "Planning",
        (2026, 3, 3),
        (2027, 3, 3),
        "An inspector looks at the foundations, the drains and the roof.",
    ),
    (
        "listed-buildings",
        "Listed buildings",
        "Planning",
        (2026, 2, 24),
        (2027, 2, 24),
        "Windows, doors and fireplaces are part of what is listed.",
    ),
    (
        "homeless",
        "If you are losing your home",
        "Housing",
        (2026, 5, 19),
        (2027, 5, 19),
        "Tell us early: with eight weeks we can do more than with eight days.",
    ),
    (
        "repairs",
        "Repairs to council homes",
        "Housing",
        (2026, 7, 7),
        (2027, 7, 7),
        "Burst pipes and lost heating are done within a day, the rest within a month.",
    ),
    ("damp", "Damp and mould", "Housing", (2026, 8, 4), (2027, 8, 4), "Take a picture, write down the room, and say who sleeps there."),
    (
        "private-renting",
        "Private renting",
        "Housing",
        (2026, 2, 17),
        (2027, 2, 17),
        "Your landlord needs a licence when five people share a kitchen.",
    ),
    ("parking", "Parking permits", "Streets", (2026, 4, 21), (2027, 4, 21), "Two permits a household; the second costs more."),
    (
        "potholes",
        "Report a pothole",
        "Streets",
        (2026, 1, 26),
        (2027, 1, 26),
        "The county mends roads. We pass on what you tell us the same day.",
    ),
    (
        "street-lights",
        "Street lights",
        "Streets",
        (2026, 3, 17),
        (2027, 3, 17),
        "Give the number on the post; it stands at the height of your eyes.",
    ),
    ("markets", "Market days", "Streets", (2026, 5, 12), (2027, 5, 12), "Stalls open on Thursdays and Saturdays, whatever the weather."),
    (
        "allotments",
        "Allotments",
        "Leisure",
        (2026, 6, 16),
        (2027, 6, 16),
        "A half plot is enough to begin with. The list is shortest at Marsh End.",
    ),
    (
        "pools",
        "Swimming pools",
        "Leisure",
        (2026, 7, 14),
        (2027, 7, 14),
        "Lanes are kept free from 7am to 9am, and children swim with a grown-up.",
    ),
    ("museum", "Fensby Museum", "Leisure", (2026, 8, 18), (2027, 8, 18), "The boat on the ground floor was found in the peat in 1937."),
    (
        "licences",
        "Licences for pubs and taxis",
        "Business",
        (2026, 9, 1),
        (2027, 9, 1),
        "A temporary notice is enough for a fair of one weekend.",
    ),
    (
        "food-hygiene",
        "Food hygiene",
        "Business",
        (2026, 9, 15),
        (2027, 9, 15),
        "Register your kitchen 28 days before you open. It costs nothing.",
    ),
    ("elections", "Elections and voting", "Council", (2026, 2, 10), (2027, 2, 10), "Bring a photo. A bus pass for older people will do."),
    (
        "complaints",
        "Complaints",
        "Council",
        (2026, 10, 6),
        (2027, 10, 6),
        "We answer within ten working days, and a second person looks when you are not content.",
    ),
    ("jobs", "Work for us", "Council", (2026, 10, 13), (2027, 10, 13), "We read applications without names."),
)
NEWS = (
    (
        "bridge-open",
        "Sluice bridge is open again",
        "14 October 2026",
        "Engineers replaced four bearings, and the bus runs over it once more.",
    ),
    ("bin-strike", "No collections on two days", "2 September 2026", "Put bins out one week later. We are sorry for the smell."),
    ("budget-agreed", "Council agrees its budget", "25 February 2026", "Members agreed the budget for 2026/27 by 24 votes to 11."),
    (
        "flood-grant",
        "Flood grants paid",
        "11 November 2024",
        "In 2023-24 we paid 61 households. By March 2024 every claim had been settled.",
    ),
    ("new-mayor", "A new mayor", "18 May 2023", "Cllr Orla Binney will be mayor until May 2024."),
    ("cycle-path", "Work on the cycle path begins", "3 April 2022", "The path will open in spring 2023, if the ground stays dry."),
)
COMMITTEES = (
    ("2026-09-16", "16 September 2026", "Members noted that the review of markets was due in June 2026 and had been done."),
    ("2026-06-17", "17 June 2026", "Resolved: officers to report back by September 2026. Apologies: Cllr T Wick."),
    (
        "2025-11-19",
        "19 November 2025",
        "The plan for 2025/26 was on course. Action: J Sedge to contact the drainage board by 12 December 2025.",
    ),
    ("2023-03-15", "15 March 2023", "The strategy would be reviewed by March 2024. Contact for the item: Helen Reed."),
)


def _page(title: str, body: str, *, review: str = "", section: str = "") -> str:
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><title>{title} | Fensby District Council</title>
<link rel="stylesheet" href="/site.css"><link rel="alternate" type="application/rss+xml" href="/news/feed.xml" title="News">
<link rel="preconnect" href="https://badge.example"><link rel="icon" href="/favicon.ico">
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<div class="cookies" role="region" aria-label="Cookies"><p>We use cookies. <a href="/privacy">Read how</a></p><button>Accept</button></div>
<header><a href="/"><img src="/img/logo.gif" alt="Fensby District Council"></a>
<form action="/search" role="search"><label for="q">Search</label><input id="q" name="q"></form>
<nav aria-label="Main"><ul>
<li><a href="/services/bins">Bins</a></li><li><a href="/services/council-tax">Council tax</a></li><li><a href="/services/planning">Planning</a></li>
<li><a href="/budget-2024-25">Budget 2024/25</a></li><li><a href="/plan-2021-2025">Council plan 2021-2025</a></li><li><a href="/news/">News</a></li>
<li><a href="/committees/">Committees</a></li><li><a href="/charges">Fees and charges</a></li><li><a href="/services/">All services</a></li>
</ul></nav></header>
<ol class="breadcrumb"><li><a href="/">Home</a></li>{f"<li>{section}</li>" if section else ""}</ol>
<main id="content">
<h1>{title}</h1>
{body}
{review}
<details class="feedback"><summary>Is anything wrong with this page?</summary>
<form method="post" action="/feedback"><label>What went wrong?<textarea name="what"></textarea></label><label>Email (if you want an answer)<input name="mail"></label>
<p>Do not give us your card number.</p><button>Send</button></form></details>
</main>
<footer>
<h2>Contact us</h2><p>Fensby District Council, The Staithe, Fensby FE1 2AA. Telephone <a href="tel:+441632960100">01632 960100</a></p>
<ul><li><a href="/privacy">Privacy</a></li><li><a href="/accessibility">Accessibility</a></li><li><a href="{SOCIAL}/fensby">Follow us</a></li>
<li><a href="https://badge.example/plain-language-2019">Plain language mark</a></li></ul>
<p>© Fensby District Council 2009-2026</p>
</footer>
</body></html>"""


def _reviewed(last: dt.date, following: dt.date) -> str:
    return f'<p class="review">Last reviewed: {long(last)}<br>Next review: {long(following)}</p>'


def made() -> Site:
    """The site and its truths."""
    site = Site("council", BASE)
    site.config = '[[site.area]]\npath = "/services/**"\nowner = "Service editors <services@fensby.example>"\n'
    site.owners = """
[[owner]]
name = "Helen Reed"
email = "helen.reed@fensby.example"
left = true
[[owner]]
name = "Mark Osier"
email = "mark.osier@fensby.example"
"""
    site.file("/site.css", b"body{margin:0}", "text/css")
    site.file("/favicon.ico", PIXEL, "image/gif")
    site.file("/img/logo.gif", PIXEL, "image/gif")
    site.file("/img/boat.gif", PIXEL, "image/gif")
    site.file("/news/feed.xml", b"<rss version='2.0'><channel><title>News</title></channel></rss>", "application/rss+xml")
    site.page("/search", _page("Search", "<p>Type a word above.</p>"))
    site.fault("*", "broken_link", "plain-language-2019", "the mark in the footer of every page is missing on its host", once=True)

    special = _services(site)
    by_section: dict[str, list[str]] = {}
    for slug, title, section, last, following, own in SERVICES:
        body, review = special.get(slug, ("", None))
        text = (
            paragraphs(own, f"You can ask about this by phone from Monday to Friday, 9am to 5pm, under <strong>{title.lower()}</strong>.")
            + body
        )
        line = _reviewed(dt.date(*last), dt.date(*following)) if review is None else review
        site.page(f"/services/{slug}", _page(title, text, review=line, section=section))
        by_section.setdefault(section, []).append(f'<a href="/services/{slug}">{title}</a>')
    groups = "".join(f"<h2>{section}</h2>{listed(*links)}" for section, links in by_section.items())
    site.page("/services/", _page("All services", groups, review=_reviewed(dt.date(2026, 9, 22), dt.date(2027, 9, 22))))
    _others(site)
    return site


def _services(site: Site) -> dict[str, tuple[str, str | None]]:
    """What stands on some service pages besides, and their review lines where they differ."""
    site.coming["/services/tip"] = dt.date(2026, 12, 1)
    site.fault("/services/tip", "review_date", "1 December 2026", "due within the next 30 days")
    site.coming["/services/planning"] = dt.date(2027, 1, 12)
    site.coming["/services/garden-waste"] = dt.date(2027, 1, 19)
    site.coming["/services/potholes"] = dt.date(2027, 1, 26)
    site.coming["/services/bins"] = dt.date(2027, 2, 3)
    site.coming["/services/elections"] = dt.date(2027, 2, 10)
    site.coming["/services/private-renting"] = dt.date(2027, 2, 17)

    site.fault("/services/benefits", "review_date", "5 May 2026", "its own review date has passed")
    site.fault("/services/homeless", "review_date", "31 October 2026", "its own review month has ended")
    site.fault("/services/markets", "review_date", "no_date", "the only service page without a review date")
    site.fault(
        "/services/council-tax-support", "stale_period", "2025/26", "income limits of a year that has ended are offered as those to use"
    )
    site.fault("/services/garden-waste", "lapsed_promise", "January 2026", "collections were to begin by a day that has passed")
    site.fault("/services/trees", "broken_link", "/services/tree-map", "a page of its own that does not exist")
    site.fault("/services/damp", "broken_link", f"{GUIDANCE}/damp-2022", "guidance elsewhere that does not exist")
    site.fault("/services/repairs", "missing_anchor", "#out-of-hours", "a heading of another page that is not there")
    site.fault("/services/food-hygiene", "moved_link", f"{GUIDANCE}/medicines-old", "moved for good")
    site.fault("/services/private-renting", "superseded_target", f"{GUIDANCE}/strategy-2015", "the target says that it is an archived page")
    site.fault("/services/licences", "named_contact", "Helen Reed", "names somebody who has left as the one to ask")
    site.fault("/services/pools", "gap", "timetable", "announces a timetable below, and none is there")
    site.arguable("/services/museum", "stale_period", "2024", "an exhibition of the past that is still shown")
    site.arguable("/services/elections", "gap stale_period lapsed_promise", "", "what is said of the last election may be kept")

    months = table(("Item", "2026/27", "2025/26"), ("First permit", "£48", "£45"), ("Second permit", "£95", "£90"))
    limits = table(("Household", "Weekly income"), ("Single person", "£310"), ("Couple", "£420"))
    accordion = (
        '<div class="accordion"><h2><button aria-expanded="false">What to bring</button></h2><div hidden><p>A photo and a letter from the bank.</p></div>'
        '<h2><button aria-expanded="false">Where to go</button></h2><div hidden><p>The Staithe, second floor.</p></div></div>'
    )
    form = (
        '<h2>Tell us</h2><form action="/feedback" method="post"><fieldset><legend>Your details</legend><label>Name<input name="n"></label>'
        '<label>Email<input name="e" type="email"></label><label>Telephone<input name="t"></label><label>Date of birth<input name="d" placeholder="dd/mm/yyyy"></label>'
        "</fieldset><button>Send</button></form>"
    )
    return {
        "benefits": ("", _reviewed(dt.date(2025, 5, 5), dt.date(2026, 5, 5))),
        "homeless": (
            paragraphs("Please bring the following documents:", accordion),
            '<p class="review">Last reviewed: October 2025<br>Next review: October 2026</p>',
        ),
        "markets": (paragraphs("Traders pay for a year ahead."), ""),
        "council-tax-support": (paragraphs("Use these income limits for 2025/26 to see whether you can claim:", limits), None),
        "garden-waste": (
            paragraphs("<h2>New rounds</h2>", "We will start collecting from Marsh End and Saltby by the end of January 2026."),
            None,
        ),
        "trees": (paragraphs('Look at the <a href="/services/tree-map">map of protected trees</a> first.'), None),
        "damp": (
            paragraphs(
                f'Read <a href="{GUIDANCE}/damp-2022">what every tenant should know</a> and <a href="{PARTNERS}/home-energy">how to save energy</a>.'
            ),
            None,
        ),
        "repairs": (paragraphs('At night and at weekends see <a href="/services/complaints#out-of-hours">out of hours</a>.', form), None),
        "complaints": (paragraphs('<h2 id="stages">The two stages</h2>', "First the team answers, then a manager.", form), None),
        "food-hygiene": (
            paragraphs(f'Kitchens of care homes also follow <a href="{GUIDANCE}/medicines-old">the rules on medicines</a>.'),
            None,
        ),
        "private-renting": (
            paragraphs(f'Our licences rest on the <a href="{GUIDANCE}/strategy-2015">national strategy for renting</a>.'),
            None,
        ),
        "licences": (paragraphs("For advice on taxi licences please contact Helen Reed, licensing officer."), None),
        "pools": (
            paragraphs(
                "<h2>When to swim</h2>",
                "The timetable for this term is shown below:",
                "<h2>How to get here</h2>",
                "Bus 7 stops at the door.",
            ),
            None,
        ),
        "parking": (paragraphs("<h2>What it costs</h2>", months, "Prices of last year are shown so that you can compare."), None),
        "museum": (
            paragraphs(
                '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/img/boat.gif" loading="lazy" alt="The boat">',
                "The exhibition <em>Peat and Iron</em> ran in 2024-25 and had 9,000 visitors.",
                "In 1936/37 the drainage board dug the new cut, and found it.",
            ),
            None,
        ),
        "elections": (paragraphs("At the election of 1 May 2025, 41 in 100 people voted. Results are kept for four years."), None),
        "allotments": (
            paragraphs("Sites with free plots:", table(("Site", "Free plots"), ("Marsh End", "6"), ("Saltby Road", "1"), head=True)),
            None,
        ),
        "jobs": (paragraphs(f'Posts are on <a href="{PARTNERS}/jobs">the partners\' jobs page</a>. We answer every e-mail.'), None),
        "planning": (
            paragraphs(
                "Since 2 December 2024 plans need to show wildlife. As of 2020 you can send drawings as PDF.",
                "<h2>Contact by email</h2>",
                'Write to <a href="mailto:planning@fensby.example">planning@fensby.example</a>.',
                f'Guidance: <a href="{LIBRARY}/standards/forms">how to fill in forms</a> (PDF, 2 pages).',
            ),
            None,
        ),
        "building-control": (
            paragraphs("Contact: Mark Osier", "Plans that were approved under the 2010 rules (as amended in 2013 and 2022) stay valid."),
            None,
        ),
    }


def _others(site: Site) -> None:
    """News, committees, prices, plans, privacy, home."""
    for slug, title, day, own in NEWS:
        text = f'<p class="date">Published: {day}</p>' + paragraphs(own, "Notes to editors: Fensby has 61,000 people and 34 councillors.")
        site.page(f"/news/{slug}", _page(title, text, section="News"))
    site.page(
        "/news/", _page("News", listed(*(f'<a href="/news/{slug}">{title}</a> {day}' for slug, title, day, _ in NEWS)), section="News")
    )
    for slug, day, own in COMMITTEES:
        text = paragraphs(
            f"Minutes of the meeting held on {day} in the Long Room.",
            "Present: Cllr O Binney (chair), Cllr A Fleet, Cllr S Holme. Email: not read out.",
            "<h2>4. Matters arising</h2>",
            own,
            "<h2>5. Date of next meeting</h2>",
            "To be confirmed.",
        )
        site.page(f"/committees/{slug}", _page(f"Environment committee, {day}", text, section="Committees"))
    site.page(
        "/committees/", _page("Committees", listed(*(f'<a href="/committees/{slug}">Minutes, {day}</a>' for slug, day, _ in COMMITTEES)))
    )
    site.arguable("/news/*", "review_date", "no_date", "news are not reviewed, though some would")
    site.arguable("/committees/*", "review_date", "no_date", "minutes are not reviewed")
    site.arguable("*", "review_date", "no_date", "a site most of whose service pages have a date")
    site.arguable("/news/cycle-path", "lapsed_promise", "spring 2023", "news of 2022 that looked ahead")
    for path in ("/committees/2023-03-15", "/committees/2025-11-19"):
        site.arguable(path, "named_contact", "", "named in a minute of the past")

    prices = table(
        ("Charge", "2025/26", "2026/27"),
        ("Bulky waste, five items", "£39", "£41"),
        ("Replacement bin", "£28", "£30"),
        ("Small hall, an hour", "£16", "£17"),
    )
    site.page(
        "/charges",
        _page(
            "Fees and charges",
            paragraphs("What we charge from 1 April 2026:", prices),
            review=_reviewed(dt.date(2026, 4, 1), dt.date(2027, 4, 1)),
        ),
    )
    plan = paragraphs(
        "This was our plan for the years 2021 to 2025. It has been replaced by the <a href='/plan-2026-2030'>council plan 2026-2030</a>.",
        "By 2025 we will have planted 4,000 trees.",
    )
    site.page("/plan-2021-2025", _page("Council plan 2021-2025", plan, section="Council"))
    site.fault("/plan-2021-2025", "superseded_page", "replaced by", "says of itself that it was replaced")
    site.arguable("/plan-2021-2025", "lapsed_promise stale_period review_date", "", "an old plan that says so")
    site.page(
        "/plan-2026-2030",
        _page(
            "Council plan 2026-2030",
            paragraphs("By 2030 every home in Fensby will have a food bin."),
            review=_reviewed(dt.date(2026, 4, 1), dt.date(2027, 4, 1)),
        ),
    )
    budget = paragraphs(
        "In 2024/25 we spent £21.4 million, of which £6.1 million on waste.", "The accounts for 2023/24 and 2022/23 can be had on paper."
    )
    site.page("/budget-2024-25", _page("Budget 2024/25", budget, section="Council"))
    site.arguable("/budget-2024-25", "review_date stale_period", "", "the accounts of one year")
    privacy = paragraphs(
        "This notice was last updated in May 2025. We keep forms for two years.",
        "Data protection officer: <a href='mailto:dpo@fensby.example'>dpo@fensby.example</a>",
        "<h2>Third parties</h2>",
        "Since 25 May 2018 you may ask for a copy.",
    )
    site.page("/privacy", _page("Privacy", privacy))
    access = paragraphs(
        "This statement was prepared on 23 September 2020. It was last reviewed on 1 June 2026.",
        "Next review: 1 June 2027",
        f'See <a href="{LIBRARY}/plain-words">plain words</a>.',
    )
    site.page("/accessibility", _page("Accessibility", access))
    site.arguable("/privacy", "review_date", "no_date", "a privacy notice without a review date")
    site.file(
        "/files/waste-strategy.pdf",
        paper(
            "Waste strategy",
            ("Waste strategy", "Fensby District Council", "Approved: 8 July 2021", "Review date: July 2024", "Owner: Environment team"),
            ("1. Aims", "By 2020 half of all waste was recycled.", "Waste grew by 2% in 2019/20 and fell in 2020/21."),
        ),
        "application/pdf",
    )
    site.fault("/files/waste-strategy.pdf", "review_date", "31 July 2024", "a document past its own review date")
    links = listed(
        '<a href="/services/">All services</a>', '<a href="/charges">Charges</a>', '<a href="/plan-2026-2030">Our plan</a>',
        '<a href="/files/waste-strategy.pdf">Waste strategy (PDF)</a>', f'<a href="{PARTNERS}/advice">Free advice</a>',
    )  # fmt: skip
    site.page("/", _page("Welcome to Fensby", links, review=_reviewed(dt.date(2026, 11, 2), dt.date(2027, 11, 2))))
