"""A laboratory's wiki: red links, section anchors, references with years, categories, histories, templates in braces."""

from __future__ import annotations

from .elsewhere import GUIDANCE, LIBRARY, PARTNERS
from .made import PIXEL, Site, listed, paragraphs, table

BASE = "https://wiki.brinelab.example"

# name, category, last edited, own words
ARTICLES = (
    ("Brine", "Salt", "3 March 2025", "Brine is water with so much salt in it that an egg floats."),
    ("Salt pan", "Salt", "9 July 2024", "A pan is flat, shallow and heated from below."),
    ("Open pan salt", "Salt", "2 May 2023", "Flakes form at the surface and sink when they are heavy."),
    ("Sea salt", "Salt", "14 January 2026", "Sea water has 35 grams in the kilogram."),
    ("Rock salt", "Salt", "30 October 2022", "Rock salt is mined, and was once a sea."),
    ("Bittern (liquid)", "Salt", "11 November 2021", "What is left when the salt is out is bitter, and rich in magnesium."),
    ("Seeding", "Process", "4 April 2026", "A few small crystals make many."),
    ("Evaporation", "Process", "17 August 2025", "Wind counts for more than sun."),
    ("Filtration", "Process", "17 August 2025", "Sand first, cloth second."),
    ("Raking", "Process", "6 June 2024", "Rake towards the light, so that you see what you do."),
    ("Drying", "Process", "1 February 2023", "In a sieve, above the pan, overnight."),
    ("Packing", "Process", "1 February 2023", "Paper breathes and plastic does not."),
    ("Hydrometer", "Instruments", "22 September 2025", "Read it at the bottom of the curve."),
    ("Refractometer", "Instruments", "22 September 2025", "One drop, and close the lid without a bubble."),
    ("Balance", "Instruments", "5 May 2025", "Level it when it has been moved."),
    ("Thermometer", "Instruments", "5 May 2025", "It has to stand in the pan, not on it."),
    ("pH meter", "Instruments", "19 December 2024", "Keep the tip wet."),
    ("Microscope", "Instruments", "8 March 2026", "Salt is dark between crossed filters."),
    ("Weather station", "Instruments", "27 June 2026", "It sends a value every ten minutes."),
    ("Logbook", "Practice", "10 October 2026", "In ink, on the day, by who did it."),
    ("Cleaning", "Practice", "12 March 2024", "Fresh water, never soap."),
    ("Gloves", "Practice", "12 March 2024", "Cuts and brine do not go together."),
    ("Waste", "Practice", "7 July 2025", "Bittern goes into the drum, not the drain."),
    ("Samples", "Practice", "21 January 2026", "A label says what, when, where and who."),
    ("Storage", "Practice", "21 January 2026", "Off the floor, and away from iron."),
    ("Keys", "Practice", "2 September 2026", "The key hangs behind the barometer."),
    ("Booking the pans", "Practice", "15 October 2026", "Write your name into the table on the door."),
    ("Data", "Practice", "3 November 2026", "Raw files are never changed."),
    ("Backups", "Practice", "3 November 2026", "Two discs, one of them at home."),
    ("People", "Laboratory", "6 November 2026", "Who is here, and who was."),
    ("History of the laboratory", "Laboratory", "1 April 2021", "The shed was a lifeboat house until 1958."),
    ("Grants", "Laboratory", "30 September 2026", "What pays for it all."),
    ("Projects", "Laboratory", "12 August 2026", "What we work on, and with whom."),
    ("Meetings", "Laboratory", "16 November 2026", "Mondays at ten."),
    ("Computers", "Laboratory", "20 May 2026", "Windows 10/11 on the desks, Linux in the shed."),
    ("Scripts", "Laboratory", "20 May 2026", "Small programs that somebody may need again."),
    ("Reading list", "Laboratory", "9 February 2026", "Begin with Sallow."),
    ("Old handbook", "Laboratory", "9 February 2020", "How things were done."),
    ("Magnesium", "Chemistry", "15 May 2022", "Bitter, and it draws water out of the air."),
    ("Gypsum", "Chemistry", "15 May 2022", "Comes out before the salt does, as a crust."),
    ("Iodine", "Chemistry", "28 February 2024", "Added to salt in some countries since 1922."),
    ("Anti-caking agents", "Chemistry", "28 February 2024", "A pinch keeps a ton dry."),
)


def _slug(name: str) -> str:
    return name.replace(" ", "_")


def _page(name: str, body: str, *, edited: str = "", category: str = "") -> str:
    slug = _slug(name)
    foot = f'<li id="footer-info-lastmod"> This page was last edited on {edited}, at 10:14.</li>' if edited else ""
    cats = f'<div id="catlinks">Category: <a href="/wiki/Category:{category}">{category}</a></div>' if category else ""
    return f"""<!DOCTYPE html>
<html class="client-nojs" lang="en" dir="ltr"><head><meta charset="UTF-8"><title>{name} - Brine Laboratory wiki</title>
<meta name="generator" content="MediaWiki 1.43"><link rel="stylesheet" href="/load.css"><link rel="alternate" type="application/x-wiki" title="Edit" href="/index.php?title={slug}&amp;action=edit">
<link rel="EditURI" type="application/rsd+xml" href="//wiki.brinelab.example/api.php?action=rsd"></head>
<body class="mediawiki"><a class="mw-jump-link" href="#content">Jump to content</a>
<div id="content" class="mw-body"><h1 id="firstHeading">{name}</h1>
<div id="mw-content-text">{body}</div>
{cats}</div>
<div id="mw-navigation"><h2>Navigation menu</h2><ul><li><a href="/wiki/Main_Page">Main page</a></li><li><a href="/wiki/Special:RecentChanges">Recent changes</a></li>
<li><a href="/index.php?title={slug}&amp;action=history">View history</a></li><li><a href="/wiki/Meetings">Meetings 2025/26, 2026/27</a></li></ul></div>
<footer><ul>{foot}<li><a href="/wiki/Privacy">Privacy policy</a></li><li><a href="{PARTNERS}/">Partners</a></li></ul></footer>
</body></html>"""


def made() -> Site:
    """The site and its truths."""
    site = Site("wiki", BASE, start="/wiki/Main_Page")
    site.file("/load.css", b".mw-body{margin:0}", "text/css")
    site.file("/images/crust.gif", PIXEL, "image/gif")
    site.file("/api.php?action=rsd", b"<rsd/>", "application/rsd+xml")
    refs = '<h2 id="References">References</h2><ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">↑</a> Sallow, N. (1971). <i>Salt of the east shore</i>. 2nd ed. 1975-76.</li><li id="cite_note-2"><a href="#cite_ref-2">↑</a> Wherry, M.; Moss, P. (2012). "Wind and pans, 2009/10". <i>J. Brine</i> 4: 11-19. Retrieved 3 March 2014.</li></ol>'
    extra = {
        "Brine": '<p>It is denser than water.<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> In 2012 Wherry stated that wind matters.<sup id="cite_ref-2"><a href="#cite_note-2">[2]</a></sup></p>' + refs,
        "Salt pan": paragraphs('See <a href="/wiki/Evaporation#Wind">wind</a> and <a href="/wiki/Brine#Density">density</a>.'),
        "Open pan salt": paragraphs('<a href="/index.php?title=Lump_salt&amp;action=edit&amp;redlink=1" class="new" title="Lump salt (page does not exist)">Lump salt</a> came first.'),
        "Evaporation": paragraphs('<h2 id="Wind">Wind</h2>', "In the summers of 2015/16 and 2016/17 it took nine days.", f'<a href="{LIBRARY}/studies/tides-1998">Tides</a> (1998).'),
        "Drying": paragraphs("{{Infobox process | name = Drying | since = 2009-10 }}", "<pre>{{stub}}</pre>"),
        "Hydrometer": paragraphs(f'The maker\'s <a href="{PARTNERS}/hydrometer-manual">manual</a>.', "Calibrated every year; certificate of 2025/26 in the drawer."),
        "Balance": table(("Date", "By", "Result"), ("12 May 2023", "PM", "good"), ("14 May 2024", "PM", "good"), ("5 May 2025", "NS", "good")),
        "Refractometer": paragraphs('How to: <a href="/wiki/Thermometer#Correction">correct for warmth</a>.'),
        "Microscope": paragraphs('<div class="thumb"><img data-src="/images/crust.gif" alt="Crust"></div>', "Book by e-mail to the list."),
        "Weather station": paragraphs("It will be moved to the mast by May 2025.", "<code>curl /api?from=2000-01-01&to={{today}}</code>"),
        "Cleaning": paragraphs("You will need the following:", "<h3>Brush</h3>", "Soft.", "<h3>Bucket</h3>", "Clean."),
        "Waste": paragraphs(f'Follow <a href="{GUIDANCE}/skin-2019">what to do when it is on your skin</a>.'),
        "Samples": paragraphs(f'Rules: <a href="{GUIDANCE}/quality-standards">quality</a>. Names like <code>2019-20_A_[initials]</code>.'),
        "Storage": paragraphs('The plan of shelves is <a href="/wiki/Shelves">here</a>.'),
        "Data": paragraphs(f'<a href="{LIBRARY}/old/plain-words">Write plainly</a>. Files of 2013-14 are on tape.'),
        "People": table(("Name", "Role", "Since", "Until"), ("May Wherry", "head", "2009", ""), ("Piet Moss", "brine", "2012", "2024"), ("Nia Sallow", "wind", "2021", "")),
        "Grants": paragraphs("<h2>Now</h2>", "Marsh Fund 2025-28.", "<h2>Past</h2>", listed("Marsh Fund 2019-22", "County 2016/17")),
        "Projects": paragraphs("<h2>Wind and pans</h2>", "A paper will be sent in by December 2025.", "<h2>Crust</h2>", "Ended in 2023/24."),
        "Meetings": paragraphs("<h2>16 November 2026</h2>", "Piet to send the key by 30 September 2026. (done)", "<h2>5 January 2026</h2>", "We will order salt by February 2026."),
        "Keys": paragraphs("A spare key is with: "),
        "Booking the pans": paragraphs("Rules for 2024/25: two days a person. Please keep to them."),
        "Reading list": listed("Sallow 1971, new edition 1975-76", f'<a href="{LIBRARY}/studies/hedges-2014">Ashby 2014</a>', "As of 2020 you can get all of them in the library"),
        "Old handbook": '<div class="mbox">This handbook is obsolete. It has been superseded by <a href="/wiki/Logbook">Logbook</a> and <a href="/wiki/Samples">Samples</a>.</div>' + paragraphs("Ring Piet Moss. By 2021 there will be a new one."),
        "Scripts": "<pre>for year in 2019/20 2020/21; do\n  echo {{ year }}   # TODO [path]\ndone</pre>",
        "Computers": paragraphs("Passwords: ask. Email: see phone.", "Support for the old desk ended in 2025."),
        "Iodine": paragraphs(f'Rules since 2016/17: <a href="{GUIDANCE}/strategy-2015">strategy of 2015</a>.'),
        "History of the laboratory": paragraphs("In 1995-96 a storm took the roof.", "As at 31 March 2016 four people worked here.", "By March 1999 there was a new one."),
    }  # fmt: skip
    _truths(site)
    by_category: dict[str, list[str]] = {}
    for name, category, edited, own in ARTICLES:
        text = paragraphs(f"<p><b>{name}</b>: {own}</p>") + extra.get(name, "")
        site.page(f"/wiki/{_slug(name)}", _page(name, text, edited=edited, category=category))
        by_category.setdefault(category, []).append(f'<a href="/wiki/{_slug(name)}">{name}</a>')
    for category, links in by_category.items():
        site.page(f"/wiki/Category:{category}", _page(f"Category:{category}", listed(*links)))
    site.file("/robots.txt", b"User-agent: *\nDisallow: /index.php\nDisallow: /api.php\n", "text/plain")
    site.page(
        "/index.php",
        '<!doctype html><html lang="en"><head><title>Editing</title><meta name="robots" content="noindex"></head><body><h1>Editing</h1></body></html>',
    )
    site.missing("/index.php?title=Lump_salt&action=edit&redlink=1")
    site.page("/wiki/Special:RecentChanges", _page("Recent changes", listed("16 November 2026: Meetings", "6 November 2026: People")))
    site.page("/wiki/Privacy", _page("Privacy", "<p>We log who edits.</p>", edited="3 March 2019"))
    site.page(
        "/wiki/Main_Page",
        _page(
            "Main Page",
            "<p>What we know about salt.</p>" + listed(*(f'<a href="/wiki/Category:{name}">{name}</a>' for name in by_category)),
            edited="2 January 2026",
        ),
    )
    return site


def _truths(site: Site) -> None:
    site.fault("*", "review_date", "no_date", "no page has a review date", once=True)
    site.fault("/wiki/Salt_pan", "missing_anchor", "#Density", "the page on brine has no such heading")
    site.fault("/wiki/Refractometer", "missing_anchor", "#Correction", "the page on thermometers has no such heading")
    site.fault("/wiki/Hydrometer", "broken_link", "hydrometer-manual", "a manual that is not there any more")
    site.fault("/wiki/Storage", "broken_link", "/wiki/Shelves", "a page that is not there")
    site.fault("/wiki/Data", "moved_link", f"{LIBRARY}/old/plain-words", "moved for good")
    site.fault("/wiki/Waste", "superseded_target", f"{GUIDANCE}/skin-2019", "withdrawn and replaced")
    site.fault("/wiki/Iodine", "superseded_target", f"{GUIDANCE}/strategy-2015", "an archived page")
    site.fault("/wiki/Old_handbook", "superseded_page", "superseded", "says of itself that it was superseded")
    site.fault("/wiki/Weather_station", "lapsed_promise", "May 2025", "a move that was to be made")
    site.fault("/wiki/Projects", "lapsed_promise", "December 2025", "a paper that was to be sent in")
    site.fault("/wiki/Booking_the_pans", "stale_period", "2024/25", "rules to keep to, of a year that has ended")
    site.fault("/wiki/Keys", "gap", "spare key", "a sentence that ends before it says with whom")
    site.arguable("/wiki/Open_pan_salt", "broken_link", "Lump_salt", "a red link is a wish, and shown as one")
    site.arguable("/wiki/Old_handbook", "lapsed_promise named_contact", "", "an obsolete page")
    site.arguable("/wiki/Drying", "gap", "", "a template that was not found, shown in braces")
    site.arguable("/wiki/Meetings", "lapsed_promise", "", "notes of meetings")
    site.arguable("/index.php*", "review_date", "no_date", "the history of a page")
