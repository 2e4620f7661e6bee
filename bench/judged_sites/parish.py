"""A parish council: tables for layout, a clerk, and PDFs of agendas, minutes, accounts and policies."""

from __future__ import annotations

import datetime as dt

from .elsewhere import GUIDANCE, PARTNERS
from .made import PIXEL, Site, listed, long, paragraphs, table
from .papers import Line, paper, scan

BASE = "http://www.saltby-parish.example"

MEETINGS = tuple(
    dt.date(*day)
    for day in (
        (2026, 11, 10),
        (2026, 9, 8),
        (2026, 7, 14),
        (2026, 5, 12),
        (2026, 3, 10),
        (2026, 1, 13),
        (2025, 11, 11),
        (2025, 9, 9),
        (2025, 7, 8),
        (2025, 5, 13),
    )
)
POINTS = (
    "The hedge at the green is to be cut. Clerk to ask for three prices by the next meeting.",
    "Cllr Pike reported that the pump would be mended by 31 August 2026.",
    "It was resolved to pay £240 for paint. The swings will be painted in spring.",
    "A resident asked why the footpath sign had been missing since 2021/22.",
    "The precept for 2026/27 was set at £31,400 (2025/26: £30,100).",
    "The clerk will write to the county about the drain before February 2026.",
    "The bench was given by the family of Ned Sallow, 1931-2019.",
    "Two plots are free. The list of those who wait is with the clerk.",
    "The policy on filming was reviewed. Next review: September 2026.",
    "Officers were elected for 2025/26. Email addresses are not minuted.",
)
POLICIES = (
    ("standing-orders", "Standing orders", "14 May 2024", "May 2027", "The chair speaks last."),
    ("financial-regulations", "Financial regulations", "13 May 2025", "May 2028", "Two sign each payment."),
    ("complaints", "Complaints procedure", "12 May 2026", "May 2029", "Write to the clerk; she answers in a fortnight."),
    ("risk", "Risk assessment", "13 May 2025", "May 2026", "The pond is the worst of it."),
    ("publication-scheme", "Publication scheme", "12 May 2026", "May 2029", "What we have is open unless it is about a person."),
    ("burials", "Rules of the burial ground", "12 May 2026", "January 2027", "No plastic flowers."),
)
# slug, title, own words (html)
PAGES = (
    ("councillors", "Councillors", "<p>Seven councillors serve until May 2027.</p>"),
    ("clerk", "The clerk", ""),
    ("hall", "Village hall", ""),
    ("allotments", "Allotments", "<p>Forty plots behind the church.</p>"),
    ("footpaths", "Footpaths", "<p>Path 7 is under water at spring tides.</p>"),
    ("history", "History", "<p>The salt pans were given up in 1841. In 1936/37 the school had 61 children.</p>"),
    ("cemetery", "Burial ground", "<p>Open from dawn to dusk.</p>"),
    ("grants", "Village grants", ""),
    ("bus", "Buses", ""),
    ("flood", "Flood plan", ""),
    ("plan", "Neighbourhood plan", ""),
    ("links", "Links", ""),
    ("events", "What's on", ""),
    ("news", "News", ""),
    ("speed", "Speed watch", "<p>Cars go by at 41 miles an hour on average. That was so in 2018/19, too.</p>"),
    ("playground", "Playground", "<p>Looked at by a man with a clipboard each year.</p>"),
)


def _page(title: str, body: str) -> str:
    return f"""<html lang="en"><head><title>Saltby Parish Council - {title}</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<link href="/style.css" rel="stylesheet"></head><body bgcolor="#ffffff">
<table width="100%" border="0"><tr><td colspan="2"><img src="/pump.gif" alt=""><b>Saltby Parish Council</b></td></tr>
<tr><td width="150" valign="top"><a href="/index.html">Home</a><br><a href="/councillors.html">Councillors</a><br><a href="/clerk.html">Clerk</a><br><a href="/minutes.html">Minutes 2025-26 and 2026-27</a><br>
<a href="/policies.html">Policies</a><br><a href="/finance.html">Finance</a><br><a href="/hall.html">Hall</a><br><a href="/links.html">Links</a></td>
<td valign="top"><h1>{title}</h1>
{body}
</td></tr>
<tr><td colspan="2"><small>Clerk: Mrs Ida Fenner, 2 Pump Lane, Saltby. Tel 01632 960500. Email:<br><a href="mailto:clerk@saltby-parish.example">clerk@saltby-parish.example</a><br>Site made by Pike Web 2009</small></td></tr></table>
</body></html>"""


def made() -> Site:
    """The site and its truths."""
    site = Site("parish", BASE)
    site.owners = '[[owner]]\nname = "Ida Fenner"\nemail = "clerk@saltby-parish.example"\naliases = ["Mrs Ida Fenner"]\nteams = ["Clerk"]\n'
    site.file("/style.css", b"h1{color:#036}", "text/css")
    site.file("/pump.gif", PIXEL, "image/gif")
    site.fault("*", "review_date", "no_date", "no web page has a review date", once=True)
    _papers(site)
    _pages(site)
    return site


def _papers(site: Site) -> None:
    links = []
    for number, day in enumerate(MEETINGS):
        point = POINTS[number]
        agenda: tuple[Line, ...] = (
            "Agenda",
            f"Saltby Parish Council, {long(day)}, 7pm in the hall",
            "1. Apologies",
            "2. Minutes of the last meeting",
            "3. Matters arising",
            "4. Date of next meeting",
            "Ida Fenner, clerk",
        )
        minutes: tuple[Line, ...] = (
            "Minutes",
            f"Minutes of the meeting of Saltby Parish Council held on {long(day)}",
            "Present: Cllrs Pike, Sallow, Wherry and Moss. Apologies: Cllr Dyke.",
            "3. " + point,
            "4. Planning: 24/00118/FUL, new porch. No objection.",
            "The meeting closed at 8.40pm. Signed: ............ Date: ............",
        )
        for kind, lines in (("agenda", agenda), ("minutes", minutes)):
            path = f"/files/{kind}-{day}.pdf"
            site.file(path, paper(f"{kind.title()} {long(day)}", lines), "application/pdf")
            links.append(f'<a href="{path}">{kind.title()}, {long(day)}</a>')
            site.arguable(path, "review_date", "no_date", "agendas and minutes are not reviewed")
            site.arguable(path, "same_page_twice", "", "agendas are alike by nature")
    site.file("/files/minutes-2025-03-11.pdf", scan(), "application/pdf")
    links.append('<a href="/files/minutes-2025-03-11.pdf">Minutes, 11 March 2025</a>')
    site.fault("/files/minutes-2025-03-11.pdf", "unreadable_page", "", "a scan without text")
    links.append('<a href="/files/minutes-2025-01-14.pdf">Minutes, 14 January 2025</a>')
    site.fault("/minutes.html", "broken_link", "minutes-2025-01-14.pdf", "a file that is not there")
    site.page(
        "/minutes.html", _page("Agendas and minutes", paragraphs("Older minutes are archived at the county record office.", listed(*links)))
    )
    rows = []
    for slug, title, adopted, review, own in POLICIES:
        body = paper(
            title, (title, "Saltby Parish Council", ("Adopted", adopted), ("Review date", review), own, f"Minute No. 36 {adopted[-8:]}")
        )
        site.file(f"/files/{slug}.pdf", body, "application/pdf")
        rows.append(f'<a href="/files/{slug}.pdf">{title}</a>')
    site.fault("/files/risk.pdf", "review_date", "31 May 2026", "its review month has ended")
    site.coming["/files/burials.pdf"] = dt.date(2027, 1, 31)
    site.file(
        "/files/training.pdf",
        paper(
            "Training policy",
            (
                "Training policy",
                "This policy has been superseded by the Standing orders, May 2024.",
                "Adopted 2018. Review date: May 2021.",
            ),
        ),
        "application/pdf",
    )
    site.fault("/files/training.pdf", "superseded_page", "superseded", "says so in its second line")
    site.fault("/files/training.pdf", "review_date", "31 May 2021", "and its review date has passed")
    rows.append('<a href="/files/training.pdf">Training policy</a>')
    site.page("/policies.html", _page("Policies", listed(*rows)))
    accounts: tuple[Line, ...] = (
        "Accounts for the year ended 31 March 2026",
        ("", "2025/26", "2024/25"),
        ("Precept", "30,100", "29,400"),
        ("Grass", "4,210", "3,980"),
        "Approved by the council on 12 May 2026",
    )
    site.file("/files/accounts-2025-26.pdf", paper("Accounts 2025/26", accounts), "application/pdf")
    site.arguable("/files/accounts-2025-26.pdf", "review_date", "no_date", "accounts are not reviewed")
    finance = paragraphs(
        "The accounts for 2025/26 were approved in May 2026 and can be looked at until 14 July 2026.",
        '<a href="/files/accounts-2025-26.pdf">Accounts 2025/26</a>',
        table(("Year", "Precept"), ("2024/25", "£29,400"), ("2025/26", "£30,100"), ("2026/27", "£31,400")),
    )
    site.page("/finance.html", _page("Finance", finance))


def _pages(site: Site) -> None:
    extra = {
        "clerk": paragraphs("<p>Mrs Ida Fenner<br>Email<br><a href='mailto:clerk@saltby-parish.example'>clerk@saltby-parish.example</a></p>", "She is in the hall on Mondays."),
        "councillors": table(("Name", "Telephone", "Email"), ("Cllr Ann Pike (chair)", "01632 960501", "via the clerk"), ("Cllr Tom Dyke", "01632 960502", ""), ("Cllr May Wherry", "01632 960503", "via the clerk")),
        "hall": paragraphs("<h2>Hire charges 2024/25</h2>", table(("Room", "An hour"), ("Large", "£12"), ("Small", "£8")), "To book, please ring the clerk."),
        "grants": paragraphs("Grants are given twice a year. The application form is attached below.", "Next closing date: 31 March 2026."),
        "bus": paragraphs(f'Bus 7 goes on Thursdays. <a href="{PARTNERS}/bus-times">Times</a>, and the <a href="{PARTNERS}/timetable-7">printed table</a>.'),
        "flood": paragraphs(f'<a href="{PARTNERS}/flood-warnings">Flood warnings</a>. The flood of 5 December 2013 reached the third step.', "We will have sandbags at the hall by 30 November 2025."),
        "plan": paragraphs("The plan covers 2019 to 2036. It was made in 2019-20 and confirmed by 212 votes to 31.", f'<a href="{GUIDANCE}/consultations">Consultations</a>'),
        "links": listed(f'<a href="{PARTNERS}/advice">Advice</a>', f'<a href="{PARTNERS}/energy">Energy</a>', f'<a href="{PARTNERS}/old-grants">Green Fund</a>', '<a href="https://maps.example/">Map</a>', f'<a href="{PARTNERS}/carers">Carers</a>'),
        "events": paragraphs("<h2>December 2026</h2>", "Carols on the 20th.", "<h2>Every week</h2>", "Tea on Wednesdays."),
        "news": paragraphs("<b>12 October 2026</b>: The pump works again.", "<b>3 March 2024</b>: The road will be closed until 9 March 2024.", "<b>1 June 2023</b>: New councillor wanted. Apply by 30 June 2023."),
        "allotments": paragraphs('Rules: <a href="/policies.html#allotments">see policies</a>.', "Rent 2026/27: £18 a plot."),
        "footpaths": paragraphs("Report trouble to:", "<p>The footpath warden, Cllr Wherry</p>"),
        "cemetery": paragraphs("Fees are listed in the table.", table(("Plot", "Fee"), ("Resident", "£210"), ("Other", "£630"))),
        "playground": paragraphs("Last inspected: June 2026. Next inspection: June 2027."),
    }  # fmt: skip
    site.fault("/hall.html", "stale_period", "2024/25", "charges of a year that has ended are those to pay")
    site.fault("/grants.html", "gap", "attached below", "a form that is announced, and is not there")
    site.fault("/grants.html", "lapsed_promise stale_period", "31 March 2026", "the next closing date is eight months ago")
    site.fault("/bus.html", "broken_link", "timetable-7", "a table that is not there")
    site.fault("/flood.html", "lapsed_promise", "30 November 2025", "sandbags that were to be there a year ago")
    site.fault("/links.html", "moved_link", f"{PARTNERS}/energy", "moved for good")
    site.fault("/links.html", "broken_link", f"{PARTNERS}/old-grants", "gone")
    site.fault("/allotments.html", "missing_anchor", "#allotments", "the page of policies has no such place")
    site.arguable("/councillors.html", "gap", "", "one councillor of three without an address")
    site.arguable("/finance.html", "lapsed_promise", "14 July 2026", "until when the accounts could be looked at, which is over")
    site.arguable("/footpaths.html", "named_contact", "Wherry", "named as the one to report to, and not in the directory")
    site.arguable("/news.html", "lapsed_promise", "", "dated news")
    site.arguable("/playground.html", "review_date", "", "an inspection is no review of the page")
    for slug, title, own in PAGES:
        site.page(f"/{slug}.html", _page(title, own + extra.get(slug, "")))
    home = listed(*(f'<a href="/{slug}.html">{title}</a>' for slug, title, _ in PAGES))
    text = _page("Welcome", "<p>A village between the marsh and the sea.</p>" + home)
    site.page("/", text)
    site.page("/index.html", text)
