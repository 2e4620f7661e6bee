"""A college: courses and fees by academic year, term dates, policies with owners, open days; no review dates but on policies."""

from __future__ import annotations

import datetime as dt

from .elsewhere import LIBRARY, PARTNERS, SOCIAL
from .made import PIXEL, Site, listed, paragraphs, table
from .papers import paper

BASE = "https://www.marram.example"

# slug, title, department, fee, own words
COURSES = (
    ("bakery", "Bakery, level 2", "Food", "£0", "You bake from half past five, and sell what you bake at ten."),
    ("butchery", "Butchery, level 2", "Food", "£410", "Knives are given out on the first day, and sharpened every morning."),
    ("patisserie", "Patisserie, level 3", "Food", "£620", "Sugar is pulled in winter, when the kitchen is dry."),
    ("barbering", "Barbering, level 2", "Hair", "£0", "From the sixth week on you cut for customers."),
    ("hairdressing", "Hairdressing, level 3", "Hair", "£540", "Colour is half of the course, and chemistry half of colour."),
    ("carpentry", "Carpentry, level 2", "Building", "£0", "You make a sash window by hand before you touch a machine."),
    ("bricklaying", "Bricklaying, level 1", "Building", "£0", "Walls are taken down each Friday, and the bricks cleaned."),
    ("plumbing", "Plumbing, level 3", "Building", "£780", "Lead is still taught, as roofs in the town have it."),
    (
        "electrics",
        "Electrical installation, level 3",
        "Building",
        "£910",
        "The workshop has twelve bays, each wired wrongly in its own way.",
    ),
    ("boatbuilding", "Boatbuilding, level 3", "Building", "£1,250", "One hull a year leaves the shed, and it has to float."),
    ("childcare", "Early years, level 3", "Care", "£0", "Two days a week are spent in a nursery."),
    ("nursing-access", "Access to nursing", "Care", "£3,384", "Maths is taught in small groups, at the pace of the group."),
    ("counselling", "Counselling, level 4", "Care", "£1,990", "You are recorded, and listen to yourself."),
    ("accounts", "Bookkeeping, level 2", "Business", "£450", "Bring the accounts of a club you know."),
    ("law", "Law, level 3", "Business", "£0", "Once a month the class goes to court and sits at the back."),
    ("marketing", "Marketing apprenticeship", "Business", "£0", "Four days at work and one with us."),
    ("coding", "Software, level 3", "Computing", "£0", "Windows 10/11, Linux or a Mac: bring what you have."),
    ("networks", "Networks, level 4", "Computing", "£2,100", "By week 10 your rack talks to your neighbour's."),
    ("games", "Games design, level 3", "Computing", "£0", "Each term ends with a game that strangers have to understand."),
    ("fine-art", "Foundation in art", "Art", "£0", "The first six weeks are drawing, every day."),
    ("ceramics", "Ceramics, evenings", "Art", "£185", "Glazes are mixed from powder. Lustre costs extra."),
    ("music", "Music performance, level 3", "Art", "£0", "You need an instrument and a reason."),
    ("esol", "English for speakers of other languages", "Languages", "£0", "We find your class in an hour of talking."),
    ("spanish", "Spanish for beginners", "Languages", "£140", "No grammar before the third week."),
    ("sign-language", "British Sign Language, level 1", "Languages", "£210", "The tutor is deaf, and nobody speaks."),
    ("horticulture", "Horticulture, level 2", "Land", "£0", "The glasshouse is heated by the bakery's ovens."),
    ("equine", "Horse care, level 3", "Land", "£0", "Boots with steel toes, please, from day one."),
    ("fishing", "Sea fishing, level 2", "Land", "£0", "Knots first, nets second, weather always."),
)
# slug, title, owner, approved, next review, own words
POLICIES = (
    ("attendance", "Attendance", "Vice principal", "September 2025", "September 2027", "Below 90 % we talk; below 80 % we write."),
    ("behaviour", "Behaviour", "Head of student services", "September 2025", "September 2027", "We say what we saw, and then we listen."),
    (
        "safeguarding",
        "Safeguarding",
        "Head of student services",
        "September 2025",
        "September 2026",
        "Tell somebody today; do not wait for proof.",
    ),
    ("fees", "Fees and refunds", "Finance team", "June 2026", "June 2027", "Who leaves in the first fortnight gets the money back."),
    ("exams", "Exams and appeals", "Exams office", "January 2026", "January 2027", "An appeal costs nothing and takes three weeks."),
    ("it-use", "Use of computers", "IT support", "March 2026", "March 2028", "What you do on our network can be seen by us."),
    ("equality", "Equality", "Principal", "May 2026", "May 2029", "Everybody gets what they need to take part."),
    ("admissions", "Admissions", "Admissions team", "October 2026", "October 2027", "Grades matter less than why you want to come."),
)


def _page(title: str, body: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="en">
<head><meta charset="UTF-8"><title>{title} — Marram College</title>
<link rel="stylesheet" href="/assets/marram.css"><link rel="search" href="/opensearch.xml" type="application/opensearchdescription+xml">
<script type="application/ld+json">{{"@type": "CollegeOrUniversity", "name": "Marram College", "foundingDate": "1962"}}</script></head>
<body class="page">
<a href="#main" class="sr-only">Skip navigation</a>
<nav class="top"><a href="/courses/">Courses 2026/27</a> <a href="/apply">Apply for 2027/28</a> <a href="/policies/">Policies</a> <a href="/term-dates">Term dates</a>
<a href="/results-2025-26">Results 2025-26</a> <a href="/news">News</a></nav>
<div id="main"><h1>{title}</h1>
{body}
</div>
<aside class="enquire"><h2>Ask us</h2><form action="/ask" method="post"><p><label>Your name</label><input name="n"></p><p><label>Email</label><input name="m"></p>
<p><label>Course you want to know about</label><select><option>Please choose</option><option>Any</option></select></p><button>Ask</button></form></aside>
<footer><p>Marram College, Dune Road, Saltby. 01632 960300 · <a href="mailto:ask@marram.example">ask@marram.example</a></p>
<p><a href="/prospectus-2023.pdf">Prospectus</a> · <a href="{SOCIAL}/marram">Follow</a> · <a href="/policies/it-use">Computers</a></p><p>&copy; 2015&ndash;2026 Marram College</p></footer>
</body></html>"""


def made() -> Site:
    """The site and its truths."""
    site = Site("college", BASE)
    site.config = '[[site.area]]\npath = "/policies/**"\nowner = "Quality office <quality@marram.example>"\n'
    site.owners = '[[owner]]\nname = "Quality office"\nemail = "quality@marram.example"\nteams = ["Exams office"]\n'
    site.file("/assets/marram.css", b".top{display:flex}", "text/css")
    site.file("/opensearch.xml", b"<OpenSearchDescription/>", "application/opensearchdescription+xml")
    site.file("/assets/hull.gif", PIXEL, "image/gif")
    site.fault("*", "broken_link", "/prospectus-2023.pdf", "the prospectus in the footer of every page is gone", once=True)
    site.fault("*", "review_date", "no_date", "no page but the policies has a review date", once=True)
    _courses(site)
    _policies(site)
    _rest(site)
    return site


def _courses(site: Site) -> None:
    extra = {
        "coding": paragraphs("<h2>A first look</h2>", "<pre><code>print('hello')  # as of 2020 this is all you need</code></pre>", "Templates use <code>{{ name }}</code>, and dates such as <code>2000-01-01</code>."),
        "law": paragraphs("In 2022/23 four of twelve went on to university; in 2024/25 seven of eleven did."),
        "nursing-access": paragraphs("Fees for 2025/26: £3,384. Apply for a loan by 31 May 2026."),
        "ceramics": paragraphs("<h2>Dates</h2>", "The dates for the spring are listed below:"),
        "boatbuilding": paragraphs('<img data-src="/assets/hull.gif" src="data:," loading="lazy" alt="A hull">', f'See <a href="{PARTNERS}/boats">the yard that we work with</a>.'),
        "equine": paragraphs("<h2>What to bring</h2>", "Please bring:", table(("Thing", "Why"), ("Boots", "Hooves"), ("Gloves", "Ropes"), head=True)),
        "music": paragraphs("Auditions will be held by the end of January 2027."),
        "marketing": paragraphs(f'Vacancies are on <a href="{PARTNERS}/jobs">the jobs page</a>.', "Tutor: to be confirmed."),
        "horticulture": paragraphs("The course was last validated in 2019, for the years 2019-20 to 2028-29."),
        "fishing": paragraphs(f'Read <a href="{LIBRARY}/studies/tides-1998">Tides of the eastern shore</a> (1998) before you come. Chart 2013-14 edition.'),
        "esol": paragraphs("<h2>How to join</h2>", "<details><summary>What do I bring?</summary><p>A passport.</p></details><details><summary>Where?</summary><p>Room 4.</p></details>"),
        "childcare": paragraphs("Our new nursery will open in September 2025, and you will train there."),
    }  # fmt: skip
    site.fault("/courses/nursing-access", "stale_period", "2025/26", "fees of a year that has ended")
    site.arguable("/courses/nursing-access", "lapsed_promise", "31 May 2026", "a day by which one cannot apply any more")
    site.fault("/courses/ceramics", "gap", "listed below", "announces dates, and gives none")
    site.fault("/courses/boatbuilding", "broken_link", f"{PARTNERS}/boats", "a partner's page that does not exist")
    site.fault("/courses/childcare", "lapsed_promise", "September 2025", "a nursery that was to open, and nothing since")
    site.arguable("/courses/marketing", "gap", "to be confirmed", "a tutor who is not known yet")
    groups: dict[str, list[str]] = {}
    for slug, title, department, fee, own in COURSES:
        facts = table(("Starts", "September 2027"), ("Fee 2026/27", fee), ("Where", f"{department} building"), head=False)
        text = paragraphs(own, facts, f"Ask the {department.lower()} office about anything that is not said here.") + extra.get(slug, "")
        site.page(f"/courses/{slug}", _page(title, text))
        groups.setdefault(department, []).append(f'<a href="/courses/{slug}">{title}</a>')
    site.page("/courses/", _page("Courses 2026/27", "".join(f"<h2>{name}</h2>{listed(*links)}" for name, links in groups.items())))


def _policies(site: Site) -> None:
    links = []
    for slug, title, owner, approved, following, own in POLICIES:
        control = table(
            ("Policy owner", owner),
            ("Approved", approved),
            ("Next review", following),
            ("Version", "3 (versions 1 and 2 are superseded)"),
            head=False,
        )
        history = table(("Version", "Date", "State"), ("1", "2019", "Superseded"), ("2", "2022", "Archived"), ("3", approved, "In force"))
        site.page(f"/policies/{slug}", _page(f"{title} policy", paragraphs(own, control, "<h2>History</h2>", history)))
        links.append(f'<a href="/policies/{slug}">{title}</a>')
    links.append('<a href="/policies/travel.pdf">Travel (PDF)</a>')
    lines = (
        "Travel policy",
        "Policy owner: Finance team",
        "Approved: 3 March 2022",
        "Date for review: 3 March 2025",
        "Trains before planes.",
    )
    site.file("/policies/travel.pdf", paper("Travel policy", lines), "application/pdf")
    site.fault("/policies/travel.pdf", "review_date", "3 March 2025", "past its own review date")
    site.fault("/policies/safeguarding", "review_date", "30 September 2026", "its review month has ended")
    site.coming["/policies/exams"] = dt.date(2027, 1, 31)
    site.arguable("/policies/*", "named_contact", "", "an owner by role, whom the directory does not have")
    site.page("/policies/", _page("Policies", listed(*links)))


def _rest(site: Site) -> None:
    terms = paragraphs(
        "<h2>2025/26</h2>", listed("Autumn: 8 September 2025 to 19 December 2025", "Spring: 5 January 2026 to 27 March 2026"),
        "<h2>2026/27</h2>", listed("Autumn: 7 September 2026 to 18 December 2026", "Spring: 4 January 2027 to 26 March 2027"),
    )  # fmt: skip
    site.page("/term-dates", _page("Term dates", terms))
    site.arguable("/term-dates", "stale_period", "2025/26", "last year's terms stand beside this year's")
    results = paragraphs(
        "In 2025-26, 97 of 100 students passed. In 2024-25 it was 95, and in 2018/19 91.",
        f'How they are counted: <a href="{LIBRARY}/old/plain-words">plain words</a>.',
    )
    site.page("/results-2025-26", _page("Results 2025-26", results))
    site.fault("/results-2025-26", "moved_link", f"{LIBRARY}/old/plain-words", "moved for good")
    apply = paragraphs(
        "Apply for 2027/28 from October 2026. There is no deadline, but classes fill.",
        'If you applied before, see <a href="/courses/bakery#how-to-apply">how to apply</a>, or send the form by e-mail.',
    )
    site.page("/apply", _page("Apply", apply))
    site.fault("/apply", "missing_anchor", "#how-to-apply", "the course page has no such place")
    site.fault("/open-days", "lapsed_promise stale_period", "October 2025", "asks people to book for days that are a year ago")
    site.page(
        "/open-days",
        _page(
            "Open days",
            paragraphs("Our next open days will be held on 11 and 25 October 2025, from 10am to 2pm. Book now.", "Parking is free."),
        ),
    )
    news = paragraphs(
        "<h2>3 November 2026</h2>",
        "A hull was launched.",
        "<h2>12 June 2024</h2>",
        "By September 2024 the new kitchen will be ready, said the principal.",
        "<h2>1 May 2023</h2>",
        "The college joined the network.",
    )
    site.page("/news", _page("News", news))
    site.page("/ask", _page("Thank you", "<p>We answer within two days.</p>"))
    alumni = paragraphs(
        "People who studied here tell what became of them.",
        "Wick, A. (2011), <cite>Bread at dawn</cite>, thesis, 2009/10.",
        "“In 2008/09 I could not hold a knife”, says Sol.",
        f'<a href="{LIBRARY}/theses/wick-2011">Read it</a>',
    )
    site.page("/alumni", _page("Alumni", alumni))
    site.fault("/alumni", "broken_link", f"{LIBRARY}/theses/wick-2011", "a thesis that is not there any more")
    home = listed('<a href="/courses/">Find a course</a>', '<a href="/open-days">Open days</a>', '<a href="/alumni">Alumni</a>')
    site.page("/", _page("Marram College", paragraphs("Learn with your hands, in a town by the sea.") + home))
