"""An intranet that was exported from SharePoint: .aspx pages with page properties, owners by name, policies in Word and PDF."""

from __future__ import annotations

import datetime as dt

from .elsewhere import GUIDANCE, LIBRARY, PARTNERS
from .made import PIXEL, Site, listed, paragraphs, table
from .papers import paper

BASE = "https://intranet.saltworks.example"
HR = "/sites/hr/SitePages"

STAFF = ("Amara Holt", "Bevan Pryce", "Chidi Marsh", "Dagny Voss", "Edda Quaile")
LEAVERS = ("Fergus Loam", "Greta Winde")

# slug, title, owner, modified, review date, own words
PAGES = (
    ("Annual-leave", "Annual leave", "Amara Holt", (2026, 3, 4), (2027, 3, 4), "You have 27 days, and five more after five years."),
    (
        "Sick-leave",
        "Sick leave",
        "Amara Holt",
        (2026, 3, 4),
        (2027, 3, 4),
        "Ring before nine on the first day. A note is needed from the eighth.",
    ),
    ("Parental-leave", "Parental leave", "Amara Holt", (2026, 3, 11), (2027, 3, 11), "Tell us fifteen weeks before, if you can."),
    ("Jury-service", "Jury service", "Amara Holt", (2026, 3, 11), (2027, 3, 11), "Send the letter; pay goes on."),
    ("Pay-dates", "Pay dates", "Bevan Pryce", (2026, 4, 8), (2027, 4, 8), "Pay is on the 28th, or the working day before."),
    ("Expenses", "Expenses", "Bevan Pryce", (2026, 4, 8), (2027, 4, 8), "Keep the receipt, and write on it what it was for."),
    ("Mileage", "Mileage", "Bevan Pryce", (2026, 4, 15), (2027, 4, 15), "45p for each mile up to 10,000, and 20p for a bicycle."),
    ("Pension", "Pension", "Bevan Pryce", (2024, 4, 15), (2025, 4, 15), "We pay ten in a hundred, you pay five."),
    ("New-laptop", "Get a laptop", "Chidi Marsh", (2026, 5, 6), (2027, 5, 6), "Order it ten days before somebody starts."),
    ("Passwords", "Passwords", "Chidi Marsh", (2026, 5, 6), (2027, 5, 6), "Four words that have nothing to do with each other."),
    ("Phones", "Phones", "Chidi Marsh", (2026, 5, 13), (2027, 5, 13), "Private phones may read mail when they lock themselves."),
    ("Printers", "Printers", "Chidi Marsh", (2026, 5, 13), (2027, 5, 13), "Hold your badge to the reader and wait for the beep."),
    (
        "Software",
        "Software that you may use",
        "Chidi Marsh",
        (2026, 5, 20),
        (2027, 5, 20),
        "What is on the list is paid for; anything else needs a yes.",
    ),
    ("Meeting-rooms", "Meeting rooms", "Dagny Voss", (2026, 6, 3), (2027, 6, 3), "Rooms are let go when nobody comes for ten minutes."),
    ("Parking", "Parking", "Dagny Voss", (2026, 6, 3), (2027, 6, 3), "The yard is full by half past eight."),
    ("Fire", "Fire drill", "Dagny Voss", (2026, 6, 10), (2027, 6, 10), "Leave by the nearest door, and stand by the salt heap."),
    ("First-aid", "First aid", "Dagny Voss", (2026, 6, 10), (2027, 6, 10), "First aiders wear a green band."),
    ("Visitors", "Visitors", "Dagny Voss", (2026, 6, 17), (2027, 6, 17), "Fetch them yourself, and bring them back to the door."),
    ("Appraisals", "Appraisals", "Edda Quaile", (2026, 7, 1), (2027, 7, 1), "Talk twice a year, and write down three lines."),
    ("Grievances", "Grievances", "Edda Quaile", (2026, 7, 1), (2027, 7, 1), "Say it to somebody who is not part of it."),
    ("Training", "Training", "Edda Quaile", (2026, 7, 8), (2027, 7, 8), "Five days a year are yours; ask for them early."),
    ("Induction", "Your first week", "Edda Quaile", (2026, 7, 8), (2027, 7, 8), "Lunch on Monday is on us."),
    ("Volunteering", "Volunteering days", "Edda Quaile", (2025, 12, 15), (2026, 12, 15), "Two days a year, with anybody who needs you."),
    ("References", "Giving references", "Edda Quaile", (2026, 7, 15), (2027, 7, 15), "Dates and titles, nothing else."),
    ("Whistleblowing", "Speaking up", "Edda Quaile", (2026, 7, 15), (2027, 7, 15), "You can ring without giving a name."),
)


def _page(title: str, body: str, *, owner: str = "", modified: str = "", review: str = "") -> str:
    properties = ""
    if owner:
        properties = (
            '<div class="pageProperties" role="region" aria-label="Page properties">'
            f'<div class="row"><div class="label">Page owner</div><div class="value"><span class="persona">{owner}</span></div></div>'
            f'<div class="row"><div class="label">Modified</div><div class="value">{modified}</div></div>'
            + (f'<div class="row"><div class="label">Review Date</div><div class="value">{review}</div></div>' if review else "")
            + "</div>"
        )
    return f"""<!DOCTYPE html>
<html lang="en-gb"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="GENERATOR" content="Microsoft SharePoint"><title>{title}</title>
<link rel="stylesheet" href="/_layouts/15/styles/core.css"><script>var _spPageContextInfo = {{"siteClientTag":"1$$2019-20","CountEditableChildren":"0","welcomeText":"{{{{user}}}}"}};</script></head>
<body><a class="skip" href="#spPageChrome">Skip to main content</a>
<div class="nav" role="navigation"><a href="/">Saltworks</a> <a href="{HR}/Home.aspx">HR</a> <a href="/sites/hr/Shared%20Documents/Forms/AllItems.aspx">Documents</a> <a href="{HR}/Pay-award-2022-23.aspx">Pay award 2022-23</a> <a href="{HR}/Contacts.aspx">Contacts</a></div>
<div id="spPageChrome"><h1>{title}</h1>
{body}
{properties}
</div>
<div class="commandBar"><button>Edit</button><button>Share by email</button><span>0 comments</span></div>
<div class="footer">Saltworks Ltd. Internal. <a href="{HR}/Grievances.aspx">Something wrong?</a></div></body></html>"""


def made() -> Site:
    """The site and its truths."""
    site = Site("sharepoint", BASE, start=f"{HR}/Home.aspx")
    site.owners = "\n".join(
        f'[[owner]]\nname = "{name}"\nemail = "{name.lower().replace(" ", ".")}@saltworks.example"'
        + ("\nleft = true" if name in LEAVERS else "")
        for name in (*STAFF, *LEAVERS)
    )
    site.file("/_layouts/15/styles/core.css", b".row{display:flex}", "text/css")
    site.file("/sites/hr/SiteAssets/yard.gif", PIXEL, "image/gif")
    extra = {
        "Annual-leave": paragraphs("<h2>Bank holidays</h2>", "For the leave year 2026/27: eight days. In 2025/26 there were eight as well."),
        "Sick-leave": paragraphs("Fill in the form and send it to your manager by email.", '<a href="/sites/hr/Shared%20Documents/Sick%20note.pdf">Form</a>'),
        "Parental-leave": paragraphs("The table shows what you get:", table(("Weeks", "Pay"), ("1 to 6", "90 %"), ("7 to 39", "£190"))),
        "Pay-dates": paragraphs("Pay dates for 2024/25 are as follows; please plan with them:", listed("28 April", "28 May", "27 June")),
        "Expenses": paragraphs('Use the <a href="/sites/hr/SitePages/Expense-form.aspx">form</a>.', "Ask: expenses@saltworks.example"),
        "Mileage": paragraphs(f'Rates: <a href="{GUIDANCE}/mileage">national rates</a>.', "Rates have been the same since 2011-12."),
        "New-laptop": paragraphs("All laptops have Windows 10/11. Windows 10 machines will be replaced by the end of October 2025."),
        "Phones": paragraphs("<h2>Email on your phone</h2>", "Settings, Accounts, Add. Name: yours. Server: mail.saltworks.example."),
        "Printers": paragraphs('Drivers are in <a href="/sites/hr/SitePages/Software.aspx#drivers">the list of software</a>.'),
        "Software": paragraphs(table(("Name", "Version", "State"), ("Editor", "12", "In use"), ("Editor", "9", "Withdrawn 2021"), ("Mapper", "4", "In use")), "[$Resources:core,webpart_text;]"),
        "Fire": paragraphs("<h2>Wardens</h2>", "<p>The wardens are:</p>", "<p>Ground floor: Dagny Voss</p><p>First floor: Chidi Marsh</p>"),
        "First-aid": paragraphs(f'<a href="{LIBRARY}/plain-words">How to write signs</a>. Course certificates of 2023-24 last three years.'),
        "Appraisals": paragraphs("Talks for 2025/26 were done by 86 of 100 people. Forms for 2026/27 are in the documents."),
        "Training": paragraphs("A list of all courses will be put here by Easter 2025.", f'Or look at <a href="{PARTNERS}/energy">what partners offer</a>.'),
        "Induction": paragraphs("Your buddy will be named before you start. Say hello to [your manager].", '<img data-src="/sites/hr/SiteAssets/yard.gif" alt="The yard">'),
        "Volunteering": paragraphs(f'<a href="{PARTNERS}/volunteering">Find something</a>'),
        "References": paragraphs("Requests for references go to Greta Winde."),
        "Whistleblowing": paragraphs("Telephone: ", "<h2>What happens next</h2>", "Somebody rings back."),
        "Visitors": paragraphs('Badges: see <a href="#badges">below</a>.', '<a name="badges"></a><p>Badges are yellow.</p>'),
        "Parking": paragraphs("The price was agreed in 2016/17 and is £12 a month."),
    }  # fmt: skip
    owners = {"Jury-service": "Fergus Loam", "Meeting-rooms": "Hal Brook"}
    site.fault(f"{HR}/Pension.aspx", "review_date", "15 April 2025", "past its own review date")
    site.fault(f"{HR}/Volunteering.aspx", "review_date", "15 December 2026", "due within 30 days")
    site.coming[f"{HR}/Volunteering.aspx"] = dt.date(2026, 12, 15)
    site.fault(f"{HR}/Jury-service.aspx", "named_contact", "Fergus Loam", "its owner has left")
    site.fault(f"{HR}/Meeting-rooms.aspx", "named_contact", "Hal Brook", "its owner is not in the directory")
    site.fault(f"{HR}/References.aspx", "named_contact", "Greta Winde", "readers are sent to somebody who has left")
    site.fault(f"{HR}/Pay-dates.aspx", "stale_period", "2024/25", "dates to plan with, of a year that has ended")
    site.fault(f"{HR}/Expenses.aspx", "broken_link", "Expense-form.aspx", "a form that is not there")
    site.fault(f"{HR}/Sick-leave.aspx", "broken_link", "Sick%20note.pdf", "a file that is not there")
    site.fault(f"{HR}/Mileage.aspx", "broken_link", f"{GUIDANCE}/mileage", "rates that are not there")
    site.fault(f"{HR}/New-laptop.aspx", "lapsed_promise", "October 2025", "a year after, the page still says that they will be")
    site.fault(f"{HR}/Printers.aspx", "missing_anchor", "#drivers", "the list of software has no such place")
    site.fault(f"{HR}/Training.aspx", "lapsed_promise", "Easter 2025", "a list that was to be put here")
    site.fault(f"{HR}/Training.aspx", "moved_link", f"{PARTNERS}/energy", "moved for good")
    site.fault(f"{HR}/Whistleblowing.aspx", "gap", "Telephone", "a page that says that one can ring, and no number")
    site.arguable(f"{HR}/Software.aspx", "gap", "", "a tag of the CMS that shows")
    site.arguable(f"{HR}/Induction.aspx", "gap", "", "square brackets that may be meant so")
    site.arguable(f"{HR}/Annual-leave.aspx", "stale_period", "2025/26", "last year beside this one")
    for slug, title, owner, modified, review, own in PAGES:
        text = paragraphs(own) + extra.get(slug, "")
        day, due = dt.date(*modified), dt.date(*review)
        site.page(
            f"{HR}/{slug}.aspx", _page(title, text, owner=owners.get(slug, owner), modified=f"{day:%d/%m/%Y}", review=f"{due:%d/%m/%Y}")
        )
    _rest(site)
    return site


def _rest(site: Site) -> None:
    for year, percent in ((2019, "2.0"), (2020, "1.5"), (2021, "2.5"), (2022, "4.0"), (2023, "5.0"), (2024, "3.0"), (2025, "3.2")):
        name = f"Pay-award-{year}-{(year + 1) % 100}"
        text = paragraphs(
            f"For {year}/{(year + 1) % 100} pay went up by {percent} % from 1 April {year}.",
            "It was agreed with the union and paid in May.",
        )
        site.page(f"{HR}/{name}.aspx", _page(f"Pay award {year}-{(year + 1) % 100}", text, owner="Bevan Pryce", modified=f"02/05/{year}"))
        site.arguable(f"{HR}/{name}.aspx", "review_date", "no_date", "what was agreed in one year")
        site.arguable(f"{HR}/{name}.aspx", "same_page_twice", "", "alike by nature")
    contacts = table(
        ("Subject", "Who", "Email"),
        *(
            (PAGES[number * 5][1], name, f"<a href='mailto:{name.lower().replace(' ', '.')}@saltworks.example'>write</a>")
            for number, name in enumerate(STAFF)
        ),
    )
    site.page(f"{HR}/Contacts.aspx", _page("Contacts", contacts, owner="Edda Quaile", modified="01/07/2026", review="01/07/2027"))
    rows = []
    documents = (
        ("Dress code", "Edda Quaile", "01/09/2025", "01/09/2028", "Salt ruins leather."),
        ("Drones", "Dagny Voss", "01/03/2022", "01/03/2025", "None above the pans."),
        ("Travel", "Bevan Pryce", "12/01/2026", "12/01/2029", "Trains, second class."),
        ("Gifts", "Bevan Pryce", "12/01/2026", "12/01/2029", "Up to £20, and told to your manager."),
        ("Homeworking", "Edda Quaile", "02/02/2026", "02/02/2029", "A table, a chair and a door."),
    )
    for name, owner, issued, review, own in documents:
        body = paper(
            f"{name} policy",
            (f"{name} policy", ("Document owner", owner), ("Issue date", issued), ("Review date", review), "Status: Approved", own),
            (
                "Document history",
                ("Issue", "Date", "By", "State"),
                ("1", "2016", "G Winde", "Superseded"),
                ("2", "2019", "F Loam", "Archived"),
                ("3", issued, owner, "Live"),
                "References: ACAS code 2015. Working Time Regulations 1998.",
            ),
        )
        path = f"/sites/hr/Shared%20Documents/{name.replace(' ', '%20')}%20policy.pdf"
        site.file(path, body, "application/pdf")
        rows.append(f'<a href="{path}">{name}</a> (modified 2022-03-01 by F Loam)')
    site.fault(
        "/sites/hr/Shared%20Documents/Drones%20policy.pdf",
        "review_date",
        "1 March 2025",
        "past its review date; its history has archived issues, which are earlier ones",
    )
    site.page("/sites/hr/Shared%20Documents/Forms/AllItems.aspx", _page("Documents", listed(*rows)))
    site.arguable("/sites/hr/Shared%20Documents/Forms/AllItems.aspx", "review_date", "no_date", "a list of files")
    site.page(
        "/",
        "<!DOCTYPE html><html lang=en><title>Saltworks</title><h1>Saltworks</h1><p><a href='/sites/hr/SitePages/Home.aspx'>HR</a></p></html>",
    )
    site.arguable("/", "review_date", "no_date", "a door to the sites")
    site.arguable("*", "review_date", "no_date", "a site most of whose pages have a date")
    home = listed(
        *(f'<a href="{HR}/{slug}.aspx">{title}</a>' for slug, title, *_ in PAGES),
        *(f'<a href="{HR}/Pay-award-{year}-{(year + 1) % 100}.aspx">Pay award {year}</a>' for year in range(2019, 2026)),
    )
    site.page(f"{HR}/Home.aspx", _page("Human resources", home, owner="Edda Quaile", modified="01/07/2026", review="01/07/2027"))
