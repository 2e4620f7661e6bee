"""A hospital trust: clinical guidelines as PDFs with document control and version histories, and pages about wards, teams and referral."""

from __future__ import annotations

import datetime as dt

from .elsewhere import GUIDANCE, LIBRARY, PARTNERS, SOCIAL
from .made import PIXEL, Site, listed, long, paragraphs, table
from .papers import Line, paper, scan

BASE = "https://www.wendreda.example"

# number, title, version, ratified, next review, author, two lines of its own
GUIDELINES = (
    (1, "Falls on the ward", "4", (2025, 3, 10), (2028, 3, 10), "Lead nurse for falls", "Look at shoes, glasses and the way to the toilet first.", "Measure blood pressure lying and standing."),
    (2, "Pressure ulcers", "3", (2025, 6, 2), (2028, 6, 2), "Tissue viability team", "Turn the patient at least every four hours.", "Heels float; they do not rest on a pillow."),
    (3, "Catheter care", "2", (2024, 9, 16), (2027, 9, 16), "Continence team", "Ask each day whether it is still needed.", "Clean with water and plain soap."),
    (4, "Warfarin", "6", (2025, 1, 20), (2028, 1, 20), "Anticoagulation team", "Give it at six in the evening.", "An INR above 8 is told to the doctor at once."),
    (5, "Oxygen", "5", (2024, 11, 4), (2027, 11, 4), "Respiratory team", "Write the target range on the chart.", "88 to 92 % for those who keep carbon dioxide."),
    (6, "Insulin by drip", "3", (2025, 2, 17), (2028, 2, 17), "Diabetes team", "Check sugar each hour, and ketones each four.", "Do not stop the long-acting insulin."),
    (7, "Sepsis, first hour", "7", (2025, 8, 11), (2028, 8, 11), "Critical care outreach", "Blood cultures come before antibiotics.", "Give 500 ml, then look again."),
    (8, "Delirium", "2", (2025, 4, 7), (2028, 4, 7), "Care of older people", "A clock, daylight and a known face help most.", "Use medicines last, and for one day only."),
    (9, "Stroke, swallowing", "4", (2025, 5, 12), (2028, 5, 12), "Speech and language team", "Nothing by mouth before the test.", "Sit the patient up for half an hour afterwards."),
    (10, "Chest drains", "3", (2024, 12, 9), (2027, 12, 9), "Respiratory team", "Never clamp a drain that bubbles.", "Two people check the side."),
    (11, "Blood transfusion", "8", (2025, 7, 21), (2028, 7, 21), "Transfusion team", "Check the wristband aloud.", "Watch for the first quarter of an hour."),
    (12, "Feeding tubes", "4", (2025, 9, 1), (2028, 9, 1), "Nutrition team", "A pH of 5.5 or less is safe.", "If in doubt, take an X-ray."),
    (13, "Epidural pain relief", "2", (2025, 10, 6), (2028, 10, 6), "Pain team", "Test the legs each four hours.", "A weak leg that comes back late is an emergency."),
    (14, "Burns", "1", (2026, 1, 12), (2029, 1, 12), "Plastic surgery", "Cool for twenty minutes.", "Cover with film, in strips."),
    (15, "Head injury", "5", (2026, 2, 9), (2029, 2, 9), "Emergency department", "Count the vomits.", "Scan within the hour when the score falls."),
    (16, "Hip fracture", "6", (2026, 3, 2), (2029, 3, 2), "Orthogeriatrics", "Operate within 36 hours.", "A nerve block comes before the X-ray when pain is bad."),
    (17, "Croup", "2", (2026, 3, 23), (2029, 3, 23), "Children's ward", "Keep the child on a lap.", "One dose is enough for most."),
    (18, "Jaundice of newborns", "3", (2026, 4, 13), (2029, 4, 13), "Neonatal unit", "Look at the gums and in daylight.", "Measure within six hours when it shows on the first day."),
)  # fmt: skip

# path, title, last reviewed, next review, own words
PAGES = (
    (
        "wards/heron",
        "Heron Ward",
        (2026, 5, 4),
        (2027, 5, 4),
        "Heron Ward looks after people with heart failure. Visiting is from 2pm to 8pm.",
    ),
    (
        "wards/bittern",
        "Bittern Ward",
        (2026, 5, 4),
        (2027, 5, 4),
        "Bittern Ward is for people after a stroke. There is a kitchen in which they practise.",
    ),
    (
        "wards/avocet",
        "Avocet Ward",
        (2026, 5, 11),
        (2027, 5, 11),
        "Avocet Ward has twelve beds for children, and a folding bed for a parent beside each.",
    ),
    ("wards/teal", "Teal Day Unit", (2026, 5, 11), (2027, 5, 11), "Come with an empty stomach, and with somebody who takes you home."),
    ("teams/pain", "Pain team", (2026, 6, 1), (2027, 6, 1), "Nurses and doctors see you on the ward within a day of being asked."),
    ("teams/diabetes", "Diabetes team", (2026, 6, 8), (2027, 6, 8), "We teach people to count what they eat, in four mornings."),
    ("teams/library", "Library", (2026, 6, 15), (2027, 6, 15), "Books can be kept for four weeks. The coffee is free."),
    ("teams/chaplains", "Chaplains", (2026, 6, 22), (2027, 6, 22), "There is a quiet room on every floor, with nothing on the walls."),
    ("patients/parking", "Parking", (2026, 9, 7), (2027, 9, 7), "The first half hour is free. Blue badges park without charge."),
    (
        "patients/letters",
        "Your letters",
        (2026, 9, 14),
        (2027, 9, 14),
        "You get a copy of what we write to your GP unless you do not want it.",
    ),
    (
        "patients/interpreters",
        "Interpreters",
        (2026, 9, 21),
        (2027, 9, 21),
        "Ask for one when you book. Children do not interpret for their parents.",
    ),
    ("patients/research", "Research", (2026, 9, 28), (2027, 9, 28), "Taking part is your choice, and you can stop at any time."),
    ("referral/skin", "Refer: skin", (2026, 1, 5), (2027, 1, 5), "Send a photograph with daylight from the side and a ruler in it."),
    ("referral/lung", "Refer: lung", (2026, 7, 6), (2027, 7, 6), "An X-ray of the last month is enough; do not wait for a scan."),
    ("referral/heart", "Refer: heart", (2026, 7, 13), (2027, 7, 13), "Write down the pulse, and whether it was regular."),
    ("referral/falls", "Refer: falls", (2026, 7, 20), (2027, 7, 20), "Two falls in a year are enough for a referral."),
    ("referral/memory", "Refer: memory", (2025, 7, 27), (2026, 7, 27), "Bring a list of all medicines, and a relative."),
    ("referral/children", "Refer: children", (2026, 8, 3), (2027, 8, 3), "A growth chart says more than a weight."),
)


def _page(title: str, body: str, review: str = "") -> str:
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title} - St Wendreda's Hospitals</title>
<link rel="canonical" href="{BASE}/"><link rel="stylesheet" href="/css/trust.css">
<meta property="og:url" content="{BASE}/"><link rel="dns-prefetch" href="//badge.example"></head>
<body>
<ul class="skip-links"><li><a href="#maincontent">Skip to main content</a></li></ul>
<div class="header"><a href="/">St Wendreda's Hospitals</a>
<ul class="menu"><li><a href="/wards/">Wards</a></li><li><a href="/teams/">Teams</a></li><li><a href="/referral/">For GPs</a></li><li><a href="/guidelines/">Guidelines</a></li>
<li><a href="/about/reports">Annual reports 2018-19 to 2024-25</a></li><li><a href="/patients/">Patients</a></li></ul></div>
<div id="maincontent" role="main"><h1>{title}</h1>
{body}
{review}
</div>
<div class="footer"><p>Switchboard 01632 960200. In an emergency call 999.</p>
<p><a href="/patients/letters">Letters</a> | <a href="{GUIDANCE}/">National guidance</a> | <a href="{SOCIAL}/wendreda">Follow us</a> | <a href="https://maps.example/">Find us</a></p>
<p>St Wendreda's Hospitals Trust. Registered 2006.</p></div>
</body></html>"""


def _reviewed(last: dt.date, following: dt.date) -> str:
    return f'<div class="page-info"><dl><dt>Page last reviewed</dt><dd>{long(last)}</dd><dt>Next review due</dt><dd>{long(following)}</dd></dl></div>'


def _slash(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"


def _guideline(number: int, title: str, version: str, ratified: dt.date, following: dt.date, author: str, own: tuple[Line, ...]) -> bytes:
    """One guideline: control table first, text, then the version history with its states, and references."""
    history: list[Line] = [("Version", "Date", "Author", "Status")]
    history += [(str(old), f"{ratified.year - 3 * (int(version) - old)}", author, "Archived") for old in range(1, int(version))]
    history.append((version, f"{ratified:%B %Y}", author, "Current"))
    footer = f"Guideline No. {number} {ratified:%b %Y} v{version}"
    return paper(
        title,
        (
            title,
            "Clinical guideline",
            ("Guideline number", str(number)),
            ("Version", version),
            ("Author", author),
            ("Date ratified", _slash(ratified)),
            ("Next review date", _slash(following)),
            footer,
        ),
        ("1. What to do", *own, "Dose: see BNF 84. Grade of evidence: B.", footer),
        (
            "Version history",
            *history,
            "References",
            "Osborne K, Lamb T. Care on wards 2009/10: a survey. J Wards 2011;12:31-40.",
            "National Guidance Service. Quality standards. 2015, updated 2019.",
            footer,
        ),
    )


def made() -> Site:
    """The site and its truths."""
    site = Site("trust", BASE)
    site.config = (
        '[[site.area]]\npath = "/guidelines/**"\nowner = "Guidelines office <guidelines@wendreda.example>"\n'
        '[[site.area]]\npath = "/referral/**"\nowner = "Referral desk <referral@wendreda.example>"\n'
    )
    site.owners = "\n".join(
        f'[[owner]]\nname = "{name}"\nemail = "{name.split()[0].lower()}@wendreda.example"\n'
        + ("left = true\n" if name == "Bridget Noakes" else "")
        for name in ("Bridget Noakes", "Ansel Fry")
    )
    site.file("/css/trust.css", b"h1{font-weight:700}", "text/css")
    site.file("/img/map.gif", PIXEL, "image/gif")
    _guidelines(site)
    _pages(site)
    return site


def _guidelines(site: Site) -> None:
    rows = []
    different = {4: (2026, 1, 20), 9: (2026, 5, 12), 12: (2026, 12, 14)}
    for number, title, version, ratified, following, author, one, two in GUIDELINES:
        due = dt.date(*different.get(number, following))
        own: tuple[Line, ...] = (one, two)
        if number == 7:
            own = (one, two, "This replaces the ward card of 2019, which must not be used any more.")
        if number == 11:
            own = (one, two, "Audit 2023/24: 96 % of units were checked aloud (2022/23: 91 %).", "A further audit was done by March 2025.")
        body = _guideline(number, title, version, dt.date(*ratified), due, author, own)
        path = f"/guidelines/{number:02}-{title.lower().replace(',', '').replace(' ', '-').replace(chr(39), '')}.pdf"
        site.file(path, body, "application/pdf")
        rows.append((f'<a href="{path}">{title}</a>', version, _slash(due)))
        if number == 4:
            site.fault(
                path, "review_date", "20 January 2026", "overdue; its version history has archived rows, which are of earlier versions"
            )
        if number == 9:
            site.fault(path, "review_date", "12 May 2026", "overdue, as the control table says")
        if number == 12:
            site.fault(path, "review_date", "14 December 2026", "due within 30 days")
            site.coming[path] = due
    withdrawn = paper(
        "Nasal packs",
        (
            "Nasal packs",
            "Clinical guideline",
            "THIS GUIDELINE HAS BEEN WITHDRAWN",
            "Use the guideline Head injury instead.",
            ("Guideline number", "19"),
            ("Next review date", "01/02/2025"),
        ),
        ("1. What to do", "Lean forward and press for ten minutes.", "Guideline No. 19 Feb 2022 v1"),
    )
    site.file("/guidelines/19-nasal-packs.pdf", withdrawn, "application/pdf")
    site.fault("/guidelines/19-nasal-packs.pdf", "superseded_page", "withdrawn", "says in its head that it was withdrawn")
    site.fault("/guidelines/19-nasal-packs.pdf", "review_date", "1 February 2025", "and its review date passed before that")
    site.file("/guidelines/20-ward-card.pdf", scan(), "application/pdf")
    site.fault("/guidelines/20-ward-card.pdf", "unreadable_page", "", "a scan: nobody can search it or hear it, and no date can be read")
    rows += [
        ('<a href="/guidelines/19-nasal-packs.pdf">Nasal packs</a>', "1", "withdrawn"),
        ('<a href="/guidelines/20-ward-card.pdf">Ward card</a>', "-", "-"),
    ]
    rows.append(('<a href="/guidelines/21-massive-bleeding.pdf">Massive bleeding</a>', "2", "01/06/2027"))
    site.fault("/guidelines/", "broken_link", "21-massive-bleeding.pdf", "the list links to a file that is not there")
    text = paragraphs(
        "All guidelines in force. Older versions are archived by the guidelines office.",
        table(("Guideline", "Version", "Next review"), *rows),
        'For corrections write to <a href="mailto:guidelines@wendreda.example">the guidelines office</a>.',
    )
    site.page("/guidelines/", _page("Guidelines", text, _reviewed(dt.date(2026, 11, 2), dt.date(2027, 11, 2))))


def _pages(site: Site) -> None:
    extra = {
        "wards/heron": paragraphs("<h2>Contact us</h2>", "<p>Ward clerk: Ansel Fry<br>Telephone: 01632 960211<br>Email:</p>"),
        "wards/bittern": paragraphs("<h2>Contact us by email</h2>", '<a href="mailto:bittern@wendreda.example">bittern@wendreda.example</a>'),
        "teams/diabetes": paragraphs(
            "The next course is for those who were told in 2026. Targets for 2026/27 are agreed with the network.",
            "In the national audit of 2023-24 we were among the best ten.",
        ),
        "teams/pain": paragraphs("<h2>Evidence</h2>", f'A <a href="{LIBRARY}/studies/walking-2011">trial of 2008-10</a> found that walking helps as much as tablets.'),
        "teams/library": paragraphs("By April 2025 all journals will be open to staff at home.", "Ask for a book: <em>Windows 10/11 for clinicians</em> is always on loan."),
        "patients/parking": paragraphs(table(("Stay", "Price"), ("Up to 4 hours", "£4.20"), ("A week", "£14")), f'Or come by <a href="{PARTNERS}/bus-times">bus</a>.'),
        "patients/research": paragraphs("Ten studies are open. In 2012 Prof Lamb stated that wards which take part do better; see Lamb 2012."),
        "patients/letters": paragraphs("<h2>Form</h2>", '<form action="/patients/letters"><label>Your e-mail</label><input name="e"><label>Date of birth (e.g. 02/11/1957)</label><input name="b"></form>'),
        "referral/skin": paragraphs(f'Follow the <a href="{GUIDANCE}/skin-2019">national guidance on skin lesions</a>. Clinics run on the old site; see the <a href="#clinics">list of clinics</a>.'),
        "referral/heart": paragraphs(f'People with a fever: <a href="{GUIDANCE}/sepsis-2016">sepsis</a>.'),
        "referral/lung": paragraphs("The pathway and its incentive scheme for 2024/25 apply. Claim by form.", f'Also: <a href="{GUIDANCE}/infection">infection prevention</a>.'),
        "referral/falls": paragraphs(f'<a href="{GUIDANCE}/falls">Falls: assessment</a> and <a href="{GUIDANCE}/quality-standards">quality standards</a>.'),
        "referral/children": paragraphs("Please contact Bridget Noakes with questions about this page."),
        "patients/interpreters": paragraphs("We speak:", "<h3>Polish</h3>", "Mondays.", "<h3>Lithuanian</h3>", "Tuesdays."),
    }  # fmt: skip
    site.fault("/wards/heron", "gap", "Email", "a label for an address, and no address behind it")
    site.fault("/teams/library", "lapsed_promise", "April 2025", "the trust's own promise, by a month that has passed")
    site.fault("/referral/skin", "superseded_target", f"{GUIDANCE}/skin-2019", "withdrawn and replaced")
    site.fault("/referral/skin", "missing_anchor", "#clinics", "there is no list of clinics on the page")
    site.fault("/referral/heart", "superseded_target", f"{GUIDANCE}/sepsis-2016", "updated and replaced")
    site.fault("/referral/lung", "stale_period", "2024/25", "GPs are asked to claim by the scheme of a year that has ended")
    site.fault("/referral/children", "named_contact", "Bridget Noakes", "she has left")
    site.fault("/referral/memory", "review_date", "27 July 2026", "past its review date")
    site.arguable("/about/reports", "review_date", "no_date", "a list of reports")
    site.arguable("*", "review_date", "no_date", "a site most of whose pages have a date")
    site.coming["/referral/skin"] = dt.date(2027, 1, 5)
    site.page(
        "/about/reports",
        _page(
            "Annual reports",
            listed("2024-25: 48,000 operations", "2023-24: 46,500 operations", "2022-23: 45,100 operations", "2018-19: 51,000 operations"),
        ),
    )
    groups: dict[str, list[str]] = {}
    for path, title, last, following, own in PAGES:
        text = paragraphs(own) + extra.get(path, "")
        site.page(f"/{path}", _page(title, text, _reviewed(dt.date(*last), dt.date(*following))))
        groups.setdefault(path.split("/")[0], []).append(f'<a href="/{path}">{title}</a>')
    names = {"wards": "Wards", "teams": "Teams", "patients": "For patients", "referral": "For GPs"}
    for group, links in groups.items():
        site.page(f"/{group}/", _page(names[group], listed(*links), _reviewed(dt.date(2026, 10, 5), dt.date(2027, 10, 5))))
    home = listed('<a href="/wards/">Wards</a>', '<a href="/guidelines/">Guidelines</a>', '<a href="/patients/research">Research</a>')
    site.page("/", _page("St Wendreda's Hospitals", home, _reviewed(dt.date(2026, 10, 5), dt.date(2027, 10, 5))))
