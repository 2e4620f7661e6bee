"""A university school's staff handbook, as Terminalfour publishes it: sections, page owners in the foot, committee papers and prices of the laboratory."""

from __future__ import annotations

import datetime as dt
from random import Random

from bench.judged_sites.made import PIXEL, Site, listed, paragraphs, table

from .abroad import ADVICE, CHATTER, SHELF, SIGN_IN, STANDARDS, known

BASE = "https://handbook.carrow.example"

OWNERS = """[[owner]]
name = "Helen Adair"
email = "h.adair@carrow.example"
teams = ["School Office"]
[[owner]]
name = "Rufus Okoye"
email = "r.okoye@carrow.example"
teams = ["Technical Services"]
[[owner]]
name = "Mina Sorley"
email = "m.sorley@carrow.example"
teams = ["People Team"]
[[owner]]
name = "Jonas Prewitt"
email = "j.prewitt@carrow.example"
teams = ["Graduate Office"]
"""
SECTIONS = {
    "welcome": ("Starting work", "Helen Adair"),
    "leave": ("Leave", "Mina Sorley"),
    "money": ("Money", "Helen Adair"),
    "teaching": ("Teaching", "Helen Adair"),
    "research": ("Research", "Rufus Okoye"),
    "postgraduates": ("Postgraduates", "Jonas Prewitt"),
    "safety": ("Safety", "Rufus Okoye"),
    "it": ("Computers", "Rufus Okoye"),
    "people": ("People and wellbeing", "Mina Sorley"),
}


def _form(*labels: str) -> str:
    rows = "".join(f'<div class="form-row"><label for="f{n}">{label}</label><input id="f{n}"></div>' for n, label in enumerate(labels))
    return f'<form action="/t4-forms/send" method="post">{rows}<button>Send</button></form>'


# path, title, last reviewed, next review, body
PAGES = (
    ("welcome/first-week", "Your first week", "14 August 2026", "August 2027", paragraphs("Collect your card from the porter before ten.", "<h2>On the first day</h2>", "Meet your mentor in the map room.", 'Your <a href="/it/mail/">mail account</a> is open by noon.', "Most people need a week to find the boat house.")),
    ("welcome/checklist", "Induction checklist", "14 August 2026", "August 2027", paragraphs("Every new colleague works through the list with a mentor. Please download the checklist below, sign it and hand it in at the office.", "<h2>Questions</h2>", "Ask anyone with a green badge.")),
    ("welcome/probation", "Probation", "3 July 2026", "July 2028", paragraphs("Probation lasts twelve months for academic staff and six for all others.", "<h2>An example</h2>", "Somebody who starts on 1 February 2024 meets the head of school by 1 August 2024 and is confirmed by 31 January 2025.", "Reviews are held after three, six and nine months.")),
    ("leave/annual", "Annual leave", "1 September 2026", "1 September 2027", paragraphs("The leave year runs from 1 October to 30 September.", table(("Leave year", "Days", "Days of closure"), ("2026/27", "28", "6"), ("2025/26", "27", "6"), ("2024/25", "27", "5")), "Up to five days may be carried over; ask before 30 September.")),
    ("leave/sickness", "Sickness", "11 May 2026", "May 2028", paragraphs("Ring 2200 before nine on the first day. From the eighth day we need a note.", '<div class="accordion"><h3>What is a phased return?</h3><div>Fewer hours at first, then more.</div><h3>Who is told?</h3><div>Only your line manager.</div></div>')),
    ("leave/parental", "Parental leave", "2 September 2024", "1 September 2026", paragraphs("You may take up to 52 weeks. Tell us fifteen weeks before the birth.", "The rules changed in April 2015 and again in April 2024: since then leave can be taken in three blocks.")),
    ("leave/sabbatical", "Research leave", "9 March 2026", "March 2028", paragraphs("Six terms of teaching earn one term of leave.", "In 2019 nobody asked; in 2023 eleven did.", f'You will find <a href="{SHELF}/papers/marsh-2009">what one term can bring forth</a> in the library.')),
    ("money/expenses", "Expenses", "8 October 2025", "October 2027", paragraphs("Send your claim within three months of the journey.", "<h2>Mileage rates 2025/26</h2>", "Claim at these rates:", table(("By", "A mile"), ("Car", "45p"), ("Motorcycle", "24p"), ("Bicycle", "20p")), "Write dates as on the receipt, e.g. 03/02/2020.")),
    ("money/purchasing", "Buying things", "12 August 2025", None, paragraphs("Below £5,000 one quotation is enough.", "This guidance is valid until 31 July 2026.", "<h2>Suppliers</h2>", "We have bought from the same chandler since 1987.")),
    ("money/hourly", "Hourly paid work", "2 October 2026", "October 2027", paragraphs("Claims for a month reach us by the fifth of the next.", table(("Grade", "From 1 August 2026", "From 1 August 2025"), ("Demonstrator", "£17.90", "£17.30"), ("Marker", "£19.10", "£18.45")))),
    ("money/prices", "Prices of the laboratory", "28 July 2026", "July 2027", paragraphs("What we charge to projects in 2026/27:", table(("Measurement", "Own", "Others"), ("Grain size (Mastersizer 2000)", "£12", "£31"), ("Radiocarbon, by post", "£240", "£390"), ("Core store, a metre and year", "£4", "£9")), "ISO 17025:2017 applies to the first line only.")),
    ("teaching/modules", "Modules", "20 August 2026", "August 2027", paragraphs("Codes have a letter for the level: TS1004 Tides, TS2019 Estuaries, TS3031 Ice.", "TS2008 was last taught in 2017/18 and TS2012 in 2020/21.", "Changes for entry in 2028 are wanted by 1 March 2027.")),
    ("teaching/marking", "Marking", "20 August 2026", "August 2027", paragraphs("Marks are returned in fifteen working days.", "<blockquote><p>“I promise that you will have it by Friday 13 March 2020,” wrote a colleague who shall be nameless.</p></blockquote>", "Second marking is for everything above level 1.")),
    ("teaching/extensions", "Extensions", "20 August 2026", "August 2027", paragraphs("A student may ask once a term without giving a reason.", 'Further requests are made with the <a href="/media/school/forms/extension-request-v3.docx">extension form</a> (Word, 31 KB).')),
    ("teaching/examiners", "External examiners", "4 November 2025", "November 2027", paragraphs("They serve for four years.", table(("Examiner", "From", "To"), ("Prof. Ada Lunn", "October 2023", "September 2027"), ("Dr Piet Roos", "October 2019", "September 2023"), ("Dr Una Wray", "October 2015", "September 2019")))),
    ("teaching/dates", "Dates of term", "1 June 2026", "June 2027", paragraphs("<h2>2026/27</h2>", listed("Autumn: 28 September to 11 December 2026", "Spring: 11 January to 26 March 2027", "Summer: 19 April to 11 June 2027"), "<h2>Past years</h2>", listed("2025/26: 29 September 2025 to 12 June 2026", "2024/25: 30 September 2024 to 13 June 2025"))),
    ("teaching/recordings", "Recordings", "17 February 2026", "February 2028", paragraphs("Lectures are recorded unless you say no.", "Recordings made before September 2021 are in the old store, which stays readable.", f'<a href="{SIGN_IN}/start">Sign in to the recorder</a>')),
    ("research/ethics", "Ethics", "6 January 2026", "January 2028", paragraphs("Whatever involves people, their words or their mud needs approval.", f'All of us keep to the <a href="{STANDARDS}/codes/integrity-2019">code of integrity</a>.', "Approval holds for five years: a project that was approved in 2022 is covered until 2027.")),
    ("research/data", "Keeping data", "6 January 2026", "January 2028", paragraphs("Raw data are kept for ten years after the last paper.", "<pre><code>rsync -a --link-dest=../2024-11-30 cores/ store:/2025-11-30/\n# TODO: rotate before 2025-12-31\n</code></pre>", "Questions about the store go to Callum Reyes, data steward.", f'The <a href="{SHELF}/software/tidebox">Tidebox</a> 3.9 and 4.0 formats can both be read.')),
    ("research/grants", "Applying for grants", "30 April 2026", "April 2027", paragraphs("Tell us six weeks before the deadline.", "In the round of 2024 we sent nine and won two; in that of 2025, six and three.", "“We expect decisions by December 2021,” the council wrote then. They came in May 2022.")),
    ("research/authorship", "Authorship", "30 April 2026", "April 2029", paragraphs("Who has done the work is named.", "<h2>References</h2>", f"<ol><li>Lunn A, Roos P (2009). Salt in marsh mud. <i>Mire</i> 12(3): 2009-2021. <a href='{SHELF}/papers/marsh-2009'>Full text</a></li><li>Wray U (2021). <i>Ice until 2100.</i> Carrow. Retrieved 3 March 2022.</li><li>Code of practice, 2nd edition, superseded 2018.</li></ol>")),
    ("postgraduates/supervisors", "Supervisors", "1 October 2021", "October 2027", '<p class="intro">This policy is no longer in force. Please use the <a href="/postgraduates/progression/">rules on progression</a> and the Graduate School\'s own code instead.</p>' + paragraphs("Each candidate has two supervisors.", "They meet every fortnight in term.")),
    ("postgraduates/progression", "Progression", None, None, paragraphs("Candidates are looked at after nine months.", "<h2>About these rules</h2>", "These rules are reviewed every year. They were last reviewed on 12 October 2024.")),
    ("postgraduates/viva", "The viva", "5 February 2026", "February 2028", paragraphs("The candidate nominates nobody; the supervisor does.", "<h2>People remember</h2>", "“Mine was on 29 February 2012 and went on until dusk,” says Una Wray.", "Corrections are handed in within three months.")),
    ("postgraduates/funding", "Money for candidates", "5 February 2026", "15 January 2027", paragraphs("Stipend in 2026/27: £21,400 (2025/26: £20,780).", "The Pell Fund is given out each March. Its next deadline is 26 February 2027.")),
    ("safety/fieldwork", "Fieldwork", "30.06.2024", "30.06.2026", paragraphs("Nobody goes out on the mud alone.", "<h2>Tides</h2>", "Use this year's tables. Those of 2019 cost us a van.")),
    ("safety/lone-working", "Working alone", "22 May 2026", "May 2028", paragraphs('Sign the book in the porch and read <a href="/safety/#out-of-hours">what holds out of hours</a>.', f'See also <a href="{STANDARDS}/guides/lone-workers">Lone workers</a>.')),
    ("safety/boats", "Boats", "22 May 2026", "May 2028", paragraphs(f'Skippers know <a href="{STANDARDS}/guides/small-boats">Small boats</a> by heart.', "The <i>Sandpiper</i> was built in 1998, refitted in 2016 and is certified until April 2029.", table(("Boat", "Built", "Length"), ("Sandpiper", "1998", "7.2 m"), ("Dunlin", "2004", "4.1 m")))),
    ("safety/chemicals", "Chemicals", "10 June 2026", "June 2028", paragraphs("Sheets are in the red folder.", "Mercury was given up by the end of 2009.", table(("Version", "Date", "Change", "Status"), ("1.0", "May 2018", "First issue", "Archived"), ("1.1", "June 2021", "Acids added. Review by June 2023.", "Superseded"), ("2.0", "June 2026", "Rewritten", "Current")))),
    ("safety/first-aid", "First aid", "10 June 2026", "December 2026", paragraphs("Ring 2222 from any inside telephone.", "Boxes hang beside each lift. A certificate lasts for three years.")),
    ("it/accounts", "Accounts and mail", "12 January 2026", "January 2028", paragraphs("Your account opens on the day that your contract begins.", "<h2>Moving house</h2>", "All staff mailboxes will be moved to the new service by the end of March 2026. You need do nothing.", "Passwords are fourteen signs long.")),
    ("it/software", "Software", "12 January 2026", "January 2028", paragraphs("Laptops come with Windows 10/11 and LibreOffice 24.8.", "<h2>Licences</h2>", table(("Program", "Version", "Known to work since"), ("Gridder", "2023.1", "2023"), ("Tidebox", "4.2", "March 2025"), ("Python", "3.11/12", "2024")), "Gridder 2019 still opens, as of 2019 with a warning.")),
    ("it/servers", "Servers", "15 September 2026", "September 2027", paragraphs('<pre>0 3 1 1 * /opt/yearly.sh   # last run 2026-01-01, next run 2027-01-01\nuntil=2025-06-30; echo "review {{ host }} by $until"</pre>', "Type <code>tide --from 2020-01-01 --to 2020/21</code> and wait.")),
    ("it/printing", "Printing", "15 September 2026", "September 2027", paragraphs("The plotter is in room 2023, the others in 1014 and 1020.", "<h2>What it costs</h2>", "A sheet is 4p; a poster £11.")),
    ("people/wellbeing", "Wellbeing", "4 March 2026", "March 2027", paragraphs(f'Talk to somebody: <a href="{ADVICE}/">The Advice Line</a>, <a href="{ADVICE}/staff">help for staff</a>.', f'If the house is cold, ask for the <a href="{ADVICE}/heating-grant">heating grant</a>.')),
    ("people/travel", "Getting to work", "4 March 2026", "March 2027", paragraphs("The ferry goes every half hour.", f'There are loans for season tickets and <a href="{ADVICE}/money">help with money</a>.', "The road was closed from 6 to 20 January 2025 and may flood again.")),
    ("people/equality", "Equality", "4 March 2026", "March 2027", paragraphs("Our bronze award of 2022 holds until 2027.", "<h2>Figures</h2>", table(("Year", "Women among professors"), ("2016", "1 of 9"), ("2021", "3 of 11"), ("2026", "5 of 12")))),
    ("people/promotion", "Promotion", "2 November 2026", "November 2028", paragraphs("The round of 2027 opens on 4 January 2027 and closes on 26 February 2027.", "In the round of 2026 the closing date was 27 February 2026; seven were promoted.")),
    ("people/mentors", "Mentors", "2 November 2026", "November 2028", paragraphs("Mentors are named for two years.", "<p>To become one write to:<br>Mina Sorley<br>Email<br><a href='mailto:m.sorley@carrow.example'>m.sorley@carrow.example</a></p>", _form("Name", "Email", "Telephone", "Start date (DD/MM/YYYY)"))),
    ("people/retirement", "Retiring", "2 November 2026", "November 2028", paragraphs("There is no fixed age. Tell us a term before.", "Emeritus staff keep a desk until the end of the second year.", '<div class="profile"><h3>Ned Hollis</h3><p>Technician, 1979-2018. He will be remembered for the winch.</p></div>')),
)  # fmt: skip
LOOSE = (
    ("a-z", "A to Z", paragraphs("All pages by name.")),
    ("keys", "Keys and cards", paragraphs("A key costs £15 if lost. The porter cuts new ones on Tuesdays.", "<h2>Cards</h2>", "Cards open the doors between six and nine. Ask the porter if yours does not.")),
    ("history", "History of the school", paragraphs("Founded in 1921 with three rooms and a rowing boat.", "In 1974 the council promised a new pier by 1976; it was opened in 1983.", "The building was to be replaced by 2010. It still stands.")),
    ("prizes", "Prizes", listed("2025/26: Ida Marsh", "2024/25: Tom Fell and Jo Quill", "2023/24: not awarded", "2019/20: Sol Penn")),
    ("news", "News for staff", paragraphs("<h3>2 November 2026</h3>", "The lift works again.", "<h3>18 March 2026</h3>", "The car park will be closed until 27 March 2026.", "<h3>4 December 2025</h3>", "Send your holiday dates by 12 December 2025.")),
    ("papers", "Committee papers", paragraphs("Minutes of the school committee are kept for ten years.")),
    ("papers/2026-10-14", "School committee, 14 October 2026", paragraphs("Present: Adair, Okoye, Prewitt (chair), Sorley.", "1. The minutes of 17 June 2026 were agreed.", "2. RO will mend the winch by 31 October 2026.", "3. It was agreed that the tea budget for 2025/26 had been overspent.", "Date of next meeting: 9 December 2026")),
    ("papers/2026-06-17", "School committee, 17 June 2026", paragraphs("Present: Adair, Okoye, Prewitt (chair). Apologies: Sorley.", "1. HA to write to the estates office before 1 July 2026.", "2. The policy on boats was approved. Next review: May 2028.", "3. The plan for 2025/26 was noted.")),
    ("papers/2025-10-15", "School committee, 15 October 2025", paragraphs("Present: Adair, Lunn (chair), Okoye.", "1. The risk register was looked at; to be reviewed by January 2026.", "2. Callum Reyes reported on the store. He will send figures by 30 November 2025.", "Action: MS to contact all by Christmas.")),
    ("template", "Template for handbook pages", paragraphs("Copy the text below into a new page and fill in what stands in brackets.", "<pre>Page owner: [name]\nLast reviewed: [DD Month YYYY]\nNext review: [DD Month YYYY]\nContact: [name], [email address]</pre>", "A review is due two years after the last at the latest.")),
    ("archive", "Older editions", paragraphs("Editions of the handbook that are no longer in force. They are kept for appeals.", listed('<a href="/archive/2022-23/">Handbook 2022/23</a>', '<a href="/archive/2021-22/">Handbook 2021/22</a>'))),
    ("archive/2022-23", "Handbook 2022/23 (archived)", paragraphs("<em>Archived. This edition was in force until 30 September 2023.</em>", "Teaching in 2022/23 will be on site. Masks are to be handed out by October 2022.")),
    ("archive/2021-22", "Handbook 2021/22 (archived)", paragraphs("<em>Archived. This edition was in force until 30 September 2022.</em>", "Teaching in 2021/22 will be mixed. A decision on spring is made by 1 December 2021.")),
)  # fmt: skip


ASIDES = (
    "The first edition of this page, of 2011, filled two sheets of paper and was pinned to a door.",
    "“We shall have a lift by 1975,” the head of school told the <i>Gazette</i> in 1971; the first one was put in in 1990.",
    "In the survey of 2024/25 nine of ten colleagues knew where to look this up.",
    "Until 2019 the office asked for all of this on pink paper.",
    "The rule goes back to a resolution of 8 March 1994 and has been changed twice since.",
    "Somebody who came on 1 September 2024 had earned two thirds of it by 1 May 2025.",
    "A letter of 4 May 2023 had asked for this to be done by Michaelmas 2023, and it was.",
    "Between March 2020 and July 2021 most of it was done from home.",
    "An audit in November 2021 asked whether the rule was known; the answer was no.",
    "If you are in doubt ask the colleague next door. If both of you are, ask the office.",
    "The form is called S/2019 because it is the nineteenth of its year, not because of its age.",
    "Other schools do this in another way. We have looked at four of them, last in 2022, and kept ours.",
    "As of 2016 nobody has lost an appeal about it.",
    "Whoever was a member of the old scheme before 1 April 2012 keeps what it promised.",
    "Figures for 2022/23 and 2023/24 are in the annual reports of those years.",
    "See also Lunn (2018), pp. 2019-2024, who calls it “the best bad rule there is”.",
    "It was to be given up by the end of 2008, when the faculty was to be merged. It was not merged.",
    "Keep a copy for yourself: papers get lost on the stairs.",
    "The system shows dates as 2026-02-01 or 1/2/26, which is the first of February, not the second of January.",
    "Dr Wray, who wrote this down in 2014, retired in 2019 and lives in Marl.",
    "It costs the school about £2,020 a year.",
    "People who work here for less than four weeks need not read on.",
    "The words “as soon as possible” mean within five working days.",
)


def _asides(path: str) -> str:
    """Four sentences from the common stock: each page of a handbook has some."""
    picked = Random(path).sample(ASIDES, 4)
    return paragraphs("<h2>Good to know</h2>", f"{picked[0]} {picked[1]}", f"{picked[2]} {picked[3]}")


def _page(path: str, title: str, body: str, meta: str = "") -> str:
    section = path.split("/", maxsplit=1)[0]
    inner = "".join(f'<li><a href="/{slug}/">{name}</a></li>' for slug, name, *_ in PAGES if slug.startswith(section + "/"))
    menu = "".join(f'<li class="nav-item"><a href="/{slug}/">{name}</a></li>' for slug, (name, _) in SECTIONS.items())
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title} | Staff handbook | School of Tidal Sciences | University of Carrow</title>
<meta name="description" content="{title}"><link rel="stylesheet" href="/media/school/style/main.css"></head>
<body class="t4-page"><a class="skip" href="#content">Skip to content</a>
<header><a href="/"><img src="/media/school/style/crest.gif" alt="University of Carrow"></a><!-- navigation object : Main menu --><nav><ul>{menu}</ul></nav></header>
<div class="row"><aside><!-- navigation object : Section menu --><ul class="section-menu">{inner}</ul></aside>
<main id="content"><span id="d.en.{sum(path.encode())}"></span><h1>{title}</h1>
<div class="general-content">
{body}
</div>{meta}</main></div>
<footer><ul><li><a href="/a-z/">A to Z</a></li><li><a href="/keys/">Keys</a></li><li><a href="/news/">News</a></li><li><a href="/papers/">Papers 2025/26 and 2026/27</a></li>
<li><a href="/history/">History</a></li><li><a href="/prizes/">Prizes</a></li><li><a href="/template/">Template</a></li><li><a href="/archive/">Older editions</a></li></ul>
<p>&copy; University of Carrow 1921-2026. <a href="{CHATTER}/carrow">Chatter</a></p></footer></body></html>"""


def _meta(section: str, last: str | None, following: str | None) -> str:
    owner = SECTIONS[section][1]
    if last is None:
        return f'<p class="page-meta">Page owner: {owner}</p>'
    if section in {"welcome", "money", "it"}:
        next_line = f"<dt>Next review</dt><dd>{following}</dd>" if following else ""
        return f'<dl class="page-meta"><dt>Page owner</dt><dd>{owner}</dd><dt>Last reviewed</dt><dd>{last}</dd>{next_line}</dl>'
    if section in {"leave", "teaching", "postgraduates"}:
        when = f"{'on' if following and following[0].isdigit() else 'in'} {following}"
        return f'<p class="page-meta">This page belongs to {owner}. It was last reviewed on {last} and is due for review again {when}.</p>'
    rows = (("Responsible", owner), ("Reviewed", last), ("Review due", following or ""))
    return '<div class="page-meta">' + table(*rows, head=False) + "</div>"


def made() -> Site:
    """The site and its truths."""
    site = Site("handbook", BASE, owners=OWNERS)
    known(site)
    site.file("/media/school/style/main.css", b".page-meta{font-size:.8em}", "text/css")
    site.file("/media/school/style/crest.gif", PIXEL, "image/gif")
    home = listed(*(f'<a href="/{slug}/">{name}</a>' for slug, (name, _) in SECTIONS.items()))
    site.page("/", _page("home", "Staff handbook", "<p>How we do things, page by page.</p>" + home))
    for slug, (name, _) in SECTIONS.items():
        links = listed(*(f'<a href="/{path}/">{title}</a>' for path, title, *_ in PAGES if path.startswith(slug + "/")))
        site.page(f"/{slug}/", _page(slug, name, links))
    for path, title, last, following, body in PAGES:
        site.page(f"/{path}/", _page(path, title, body + _asides(path), _meta(path.split("/", maxsplit=1)[0], last, following)))
    every = listed(*(f'<a href="/{path}/">{title}</a>' for path, title, *_ in sorted(PAGES, key=lambda page: page[1])))
    papers = listed(*(f'<a href="/{path}/">{title}</a>' for path, title, _ in LOOSE if path.startswith("papers/")))
    for path, title, body in LOOSE:
        site.page(f"/{path}/", _page(path, title, body + {"a-z": every, "papers": papers}.get(path, "")))
    site.moved("/it/mail/", f"{BASE}/it/accounts/")
    _truths(site)
    return site


def _truths(site: Site) -> None:
    site.fault("/leave/parental/", "review_date", "1 September 2026", "its review was due in September")
    site.fault("/safety/fieldwork/", "review_date", "30 June 2026", "its review was due in June")
    site.fault("/postgraduates/progression/", "review_date", "12 October 202", "reviewed every year, and last in October 2024")
    site.fault("/money/purchasing/", "review_date lapsed_promise stale_period superseded_page", "31 July 2026", "it is no longer valid")
    site.fault("/keys/", "review_date", "no_date", "a page of the handbook without the dates that all others have")
    site.fault("/money/expenses/", "stale_period", "2025/26", "claim at the rates of a year that has ended")
    site.fault("/it/accounts/", "lapsed_promise", "March 2026", "a move of mailboxes that is still to come by March")
    site.fault("/teaching/extensions/", "broken_link", "extension-request-v3.docx", "a form that is not there")
    site.fault("/people/wellbeing/", "broken_link", f"{ADVICE}/heating-grant", "gone")
    site.fault("/people/travel/", "moved_link", f"{ADVICE}/money", "moved for good")
    site.fault("/welcome/first-week/", "moved_link", "/it/mail/", "moved for good")
    site.fault("/safety/lone-working/", "missing_anchor", "#out-of-hours", "the section has no such place")
    site.fault("/research/ethics/", "superseded_target", "integrity-2019", "the code was withdrawn and replaced")
    site.fault("/research/data/", "named_contact gap", "Callum Reyes", "a contact who is not in the directory and has no address")
    site.fault("/postgraduates/supervisors/", "superseded_page", "no longer in force", "says so in its first line")
    site.fault("/welcome/checklist/", "gap", "below", "a list that is announced, and is not there")
    site.arguable("*", "review_date", "no_date", "sections, papers, news and lists have no dates, and need none")
    site.arguable("*", "superseded_target", "/postgraduates/supervisors/", "the menu still leads to the page that is no longer in force")
    site.arguable("/archive/2022-23/", "superseded_page", "", "says that it is archived, in the archive")
    site.arguable("/archive/2021-22/", "superseded_page", "", "says that it is archived, in the archive")
    site.arguable("/news/", "lapsed_promise", "", "dated news")
    site.arguable("/money/purchasing/", "review_date", "", "it says how long it holds, and not when it is reviewed")
    site.coming["/postgraduates/funding/"] = dt.date(2027, 1, 15)
    site.coming["/safety/first-aid/"] = dt.date(2026, 12, 31)
