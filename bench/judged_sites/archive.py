"""A record office: a catalogue of what is old, research guides that are looked after, and a project site that was archived as a whole."""

from __future__ import annotations

import datetime as dt

from .elsewhere import GUIDANCE, LIBRARY, PARTNERS
from .made import PIXEL, Site, listed, long, paragraphs, table
from .papers import paper

BASE = "https://records.fenshore.example"

# reference, title, years, own words
CATALOGUE = (
    ("FS/1", "Drainage board: minutes", "1790-1930", "Forty volumes. Volume 7 was lost in the flood of 1912/13."),
    ("FS/2", "Drainage board: maps", "1801-1925", "On linen. The map of 1841 shows the pans."),
    ("FS/3", "Parish registers of Saltby", "1561-1978", "Baptisms of 1649-50 are missing."),
    ("FS/4", "School log books", "1863-1967", "In 1936-37 the school was closed for measles."),
    ("FS/5", "Poor law union", "1836-1930", "The rules of 1834 were superseded by those of 1847."),
    ("FS/6", "Lifeboat service books", "1859-1958", "Withdrawn from the boat house in 1958."),
    ("FS/7", "Salt works: wages", "1880-1951", "Paid on Fridays. The book for 1926/27 is by another hand."),
    ("FS/8", "Salt works: letters", "1875-1951", "“We will ship by March 1902”, writes the manager."),
    ("FS/9", "Quarter sessions", "1722-1889", "Rolls. Replaced by the county council in 1889."),
    ("FS/10", "Hospital: case books", "1871-1948", "Closed for 100 years. Open to 1925-26."),
    ("FS/11", "Photographs of Fensby", "1890-1975", "Glass plates, 1,200 of them."),
    ("FS/12", "Horticultural society", "1888-2004", "The cup was not given in 1916/17."),
    ("FS/13", "Football club", "1902-1999", "Season 1958/59 was the best."),
    ("FS/14", "Railway: Fensby branch", "1862-1964", "The last train was to run by 30 April 1964, and did."),
    ("FS/15", "Election posters", "1906-2019", "Vote by 12 December 2019."),
    ("FS/16", "Wills of sailors", "1650-1858", "Some were made at sea."),
    ("FS/17", "Council leaflets", "1974-2012", "“From 2010 you can depend on a weekly round.”"),
    ("FS/18", "Tape recordings", "1968-1995", "Ask for the list. Contact the collector: Jem Thorne, 1994."),
)
# slug, title, last reviewed, next review, own words
GUIDES = (
    ("family", "Family history", (2026, 1, 20), (2028, 1, 20), "Begin with yourself and go back."),
    ("house", "The history of a house", (2026, 1, 27), (2028, 1, 27), "Deeds first, then maps, then people."),
    ("maps", "Maps", (2026, 2, 3), (2028, 2, 3), "The tithe map is the one to begin with."),
    ("handwriting", "Reading old handwriting", (2026, 2, 10), (2028, 2, 10), "Make an alphabet of the clerk."),
    ("latin", "Latin in records", (2026, 2, 17), (2028, 2, 17), "Most of it says the same."),
    ("dates", "Dates before 1752", (2026, 2, 24), (2028, 2, 24), "The year began on 25 March, so 2 February 1649/50 is what we call 1650."),
    ("photographs", "Dating photographs", (2023, 3, 3), (2026, 3, 3), "Look at sleeves."),
    ("copies", "Copies and fees", (2026, 4, 1), (2027, 4, 1), "You may take pictures without a flash."),
    ("visit", "Visit us", (2026, 9, 1), (2027, 9, 1), "Bring a pencil, and a card with your address."),
    ("deposit", "Give us records", (2026, 3, 17), (2028, 3, 17), "We look at everything, and take some."),
    ("preserve", "Keeping paper safe", (2026, 3, 24), (2028, 3, 24), "Cool, dark and dry; a cellar is none of these."),
    ("schools", "For schools", (2026, 9, 8), (2027, 9, 8), "A class of thirty fits in the barn."),
    ("volunteer", "Help us", (2026, 9, 15), (2027, 9, 15), "Six people fold, number and wrap."),
    ("closed", "Records that are closed", (2025, 2, 1), (2027, 2, 1), "People who may be alive are protected."),
)
# slug, title, own words: the project's site, archived in 2021
PROJECT = (
    ("index", "Voices of the shore", "Forty people tell of their work."),
    ("about", "About the project", "The project ran from 2016 to 2019 and will publish its book by March 2019."),
    ("team", "Team", "Contact: Jem Thorne, project officer. Email:"),
    ("ida", "Ida, net maker", "She worked from 1951 to 1983."),
    ("ned", "Ned, pan man", "He began in 1946/47, the cold winter."),
    ("wilf", "Wilf, pilot", "He knew the bar by its sound."),
    ("rose", "Rose, postwoman", "Nine miles a day, by bicycle."),
    ("funders", "Funders", "Paid for by the Heritage Pot for 2016/17 to 2018/19."),
    ("events", "Events", "Come to our exhibition in May 2018. Book now."),
    ("teachers", "For teachers", "Lesson plans for the year 2018/19 can be used now."),
    ("downloads", "Downloads", "The list of recordings is below:"),
    ("links", "Links", "Where else to look."),
)


def _page(title: str, body: str, *, before: str = "") -> str:
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | Fenshore Records</title><link rel="stylesheet" href="/records.css">
<link rel="schema.DC" href="{LIBRARY}/"><meta name="DC.date" content="2013-14"></head>
<body><p class="skip"><a href="#text">Skip to the text</a></p>
<nav><a href="/">Home</a> <a href="/catalogue/">Catalogue</a> <a href="/guides/">Guides</a> <a href="/voices/index.html">Voices of the shore (2016-2019)</a> <a href="/news">Archive news</a></nav>
{before}
<main id="text"><h1>{title}</h1>
{body}
</main>
<footer><p>Fenshore Records, The Barn, Fensby. Open Tuesday to Friday. <a href="mailto:desk@fenshore.example">desk@fenshore.example</a></p>
<p><a href="/privacy">Privacy</a> <a href="{LIBRARY}/">The open library</a></p></footer></body></html>"""


def made() -> Site:
    """The site and its truths."""
    site = Site("archive", BASE)
    site.config = (
        '[[site.area]]\npath = "/guides/**"\nowner = "Search room <search@fenshore.example>"\n'
        '[[site.area]]\npath = "/voices/**"\nowner = "Projects <projects@fenshore.example>"\n'
    )
    site.owners = '[[owner]]\nname = "Jem Thorne"\nemail = "jem.thorne@fenshore.example"\nleft = true\n[[owner]]\nname = "Orla Fitch"\nemail = "orla.fitch@fenshore.example"\n'
    site.file("/records.css", b"main{max-width:40em}", "text/css")
    site.file("/img/plate.gif", PIXEL, "image/gif")
    _catalogue(site)
    _guides(site)
    _project(site)
    news = paragraphs(
        "<h2>2 November 2026</h2>",
        "The flood map is mended.",
        "<h2>5 June 2024</h2>",
        "The search room will be closed until 12 June 2024.",
        "<h2>10 January 2022</h2>",
        "A new archivist will begin by March 2022.",
    )
    site.page("/news", _page("Archive news", news))
    site.arguable("/news", "review_date lapsed_promise", "", "dated news")
    site.page("/privacy", _page("Privacy", paragraphs("Who comes in writes a name into a book. It is kept for ten years.")))
    site.arguable("/privacy", "review_date", "no_date", "a privacy notice")
    site.page(
        "/",
        _page(
            "Fenshore Records",
            paragraphs("Eight hundred metres of paper.")
            + listed(
                '<a href="/catalogue/">Catalogue</a>',
                '<a href="/guides/">Guides</a>',
                '<a href="/files/collecting-policy.pdf">Collecting policy (PDF)</a>',
            ),
        ),
    )
    site.file(
        "/files/collecting-policy.pdf",
        paper(
            "Collecting policy",
            (
                "Collecting policy",
                "Approved by the Records Committee, 6 June 2019",
                "Date of next review: June 2024",
                "1. We take records of the shore from any time.",
                "2. What was archived elsewhere stays there.",
            ),
            (
                "Version history",
                ("Version", "Date", "", "State"),
                ("1", "2004", "", "Withdrawn"),
                ("2", "2011/12", "", "Archived"),
                ("3", "2019", "", "Current"),
            ),
        ),
        "application/pdf",
    )
    site.fault(
        "/files/collecting-policy.pdf",
        "review_date",
        "30 June 2024",
        "past its review date, whatever its version history says of earlier ones",
    )
    site.arguable("/", "review_date", "no_date", "the home page")
    site.arguable("*", "review_date", "no_date", "catalogue entries are not reviewed; guides have dates")
    return site


def _catalogue(site: Site) -> None:
    links = []
    extra = {
        "FS/2": '<p><img loading="lazy" data-src="/img/plate.gif" alt="A map"></p>',
        "FS/5": f'<p>Literature: <a href="{LIBRARY}/studies/poor-1974">The poor of the shore</a>, 1974-75.</p>',
        "FS/11": '<p>Plates 1 to 400 can be <a href="/catalogue/FS-11-plates">seen here</a>.</p>',
        "FS/14": f'<p>See also <a href="/catalogue/FS-2#railway">maps of the railway</a> and <a href="{PARTNERS}/bus-times">buses of today</a>.</p>',
        "FS/16": f'<p>Printed in <a href="{LIBRARY}/studies/tides-1998">Tides</a>, 1998.</p>',
    }
    site.fault("/catalogue/FS-5", "broken_link", "poor-1974", "a book's page that is not there any more")
    site.fault("/catalogue/FS-11", "broken_link", "FS-11-plates", "a page of its own that is not there")
    site.fault("/catalogue/FS-14", "missing_anchor", "#railway", "the entry has no such place")
    for ref, title, years, own in CATALOGUE:
        path = f"/catalogue/{ref.replace('/', '-')}"
        facts = table(
            ("Reference", ref), ("Title", title), ("Dates", years), ("Held", "Fenshore Records"), ("Catalogued", "2011-12"), head=False
        )
        site.page(path, _page(f"{title} ({ref})", facts + paragraphs(own) + extra.get(ref, "")))
        links.append(f'<a href="{path}">{ref}: {title}, {years}</a>')
    site.page("/catalogue/", _page("Catalogue", listed(*links)))


def _guides(site: Site) -> None:
    extra = {
        "family": paragraphs(f'Begin at <a href="{LIBRARY}/">the library</a>.', "<h2>Questions by email</h2>", "We answer within a month.", "<form><label>Email</label><input><label>Name of ancestor</label><input><label>Born (e.g. 1 January 1880)</label><input></form>"),
        "maps": paragraphs("Maps that you can see here:", "<p>Tithe map, 1841</p><p>Enclosure map, 1803</p>"),
        "copies": paragraphs("Prices for 2025/26. Please pay at the desk.", table(("Size", "Price"), ("A4", "40p"), ("A3", "80p"))),
        "visit": paragraphs("We are shut on 24 to 28 December 2026.", "<details><summary>Getting here</summary><p>By bus 7.</p></details>", f'<a href="{PARTNERS}/bus-times">Times</a>'),
        "house": paragraphs(f'<a href="{GUIDANCE}/strategy-2015">What is listed</a>. <a href="{PARTNERS}/energy">Living in it</a>.'),
        "handwriting": paragraphs("An alphabet of 1649-50 is on the wall. Evening classes will start here in October 2025."),
        "latin": paragraphs("Take the list of words below:", table(("Latin", "English"), ("obiit", "died"), ("vidua", "widow"))),
        "deposit": paragraphs("Please contact Jem Thorne before you bring anything."),
        "preserve": paragraphs('More in the <a href="/guides/mould">guide to mould</a>.', "BS 4971:2017 replaced PD 5454:2012, which was withdrawn."),
        "schools": paragraphs("Contact: Orla Fitch", "In 2024/25 we had 31 classes, in 2025/26 it was 40."),
        "volunteer": paragraphs("Write to:"),
        "closed": paragraphs("Records of 1925-26 were opened on 1 January 2026. As of 2020 you can see those of 1919."),
    }  # fmt: skip
    site.fault("/guides/photographs", "review_date", "3 March 2026", "past its review date")
    site.coming["/guides/closed"] = dt.date(2027, 2, 1)
    site.fault("/guides/copies", "stale_period", "2025/26", "prices of a year that has ended are those to pay")
    site.fault("/guides/house", "superseded_target", f"{GUIDANCE}/strategy-2015", "an archived page")
    site.fault("/guides/house", "moved_link", f"{PARTNERS}/energy", "moved for good")
    site.fault("/guides/handwriting", "lapsed_promise", "October 2025", "classes that were to start, a year ago")
    site.fault("/guides/deposit", "named_contact", "Jem Thorne", "he has left")
    site.fault("/guides/preserve", "broken_link", "/guides/mould", "a guide that is not there")
    site.fault("/guides/volunteer", "gap", "Write to", "asks to write, and does not say where")
    links = []
    for slug, title, last, following, own in GUIDES:
        review = f"<p>Guide last reviewed: {long(dt.date(*last))}. Next review: {long(dt.date(*following))}.</p>"
        site.page(f"/guides/{slug}", _page(title, paragraphs(own) + extra.get(slug, "") + review))
        links.append(f'<a href="/guides/{slug}">{title}</a>')
    site.page("/guides/", _page("Guides", listed(*links)))


def _project(site: Site) -> None:
    banner = '<div id="webArchiveBar"><p>Viewing information archived from 2021. This website is not updated, and links on it may not work.</p></div>'
    site.fault(
        "/voices/*",
        "superseded_page",
        "archived",
        "a project's site that was archived as a whole: one fact for whoever looks after it",
        once=True,
    )
    site.arguable(
        "/voices/*",
        "stale_period lapsed_promise gap named_contact review_date broken_link",
        "",
        "what stands on pages that say they were archived",
    )
    site.arguable("/voices/links.html", "broken_link", "voices/old", "a dead link on an archived page, whose banner says so")
    menu = listed(*(f'<a href="/voices/{slug}.html">{title}</a>' for slug, title, _ in PROJECT))
    for slug, title, own in PROJECT:
        more = f'<p><a href="{LIBRARY}/voices/old">A site that was</a></p>' if slug == "links" else ""
        site.page(f"/voices/{slug}.html", _page(title, paragraphs(own) + more + menu, before=banner))
