"""A national agency's guidance, published as a government's one site does it: updates to each page, notices of withdrawal, attachments, consultations."""

from __future__ import annotations

import datetime as dt
from html import escape
from random import Random

from bench.judged_sites.made import PIXEL, Site, listed, paragraphs, table
from bench.judged_sites.papers import Line, paper, scan

from .abroad import CHATTER, MAPS, SHELF, STANDARDS, known

BASE = "https://www.inlandwaters.example"

OWNERS = """[[owner]]
name = "Odette Brand"
email = "licensing@inlandwaters.example"
teams = ["Licensing"]
[[owner]]
name = "Kwame Lister"
email = "navigation@inlandwaters.example"
teams = ["Navigation"]
[[owner]]
name = "Sian Purdey"
email = "environment@inlandwaters.example"
teams = ["Environment", "Publishing"]
"""
TEAMS = {
    "Licensing": "licensing@inlandwaters.example",
    "Navigation": "navigation@inlandwaters.example",
    "Environment": "environment@inlandwaters.example",
}
BOXES = '<div class="call-to-action"><p>Read this first.</p></div>'

# kind/slug, title, team, published, updates, body
PAGES = (
    ("guidance/get-a-boat-licence", "Get a boat licence", "Licensing", "4 March 2019", (("9 June 2026", "Added how to pay by telephone."), ("1 April 2025", "Fees updated for 2025 to 2026."), ("4 March 2019", "First published.")), paragraphs("You need a licence for each boat on our waters.", "<h2 id='who'>Who needs one</h2>", "Everybody, since 1 April 2019. Until 31 March 2019 rowing boats needed none.", "<h2 id='how'>How to get one</h2>", "Have your hull number at hand.")),
    ("guidance/boat-licence-fees", "Boat licence fees", "Licensing", "1 April 2021", (("28 March 2025", "Updated the fees."), ("1 April 2021", "First published.")), paragraphs("<h2 id='fees'>Fees from 1 April 2025 to 31 March 2026</h2>", "These are the fees that you have to pay:", table(("Length", "Fee"), ("Up to 6 m", "£84"), ("Up to 12 m", "£171"), ("Longer", "£260")), "You can pay in four parts.")),
    ("guidance/mooring-charges", "Mooring charges", "Licensing", "12 February 2024", (("18 March 2026", "Charges for 2026 to 2027 added."), ("12 February 2024", "First published.")), paragraphs("<h2 id='now'>1 April 2026 to 31 March 2027</h2>", table(("Place", "A day"), ("Town quay", "£9"), ("Elsewhere", "£4")), "<details><summary>Charges of previous years</summary><p>1 April 2025 to 31 March 2026: £8 and £4. 1 April 2024 to 31 March 2025: £8 and £3.</p></details>")),
    ("guidance/moorings", "Where you can moor", "Navigation", "3 May 2018", (("3 May 2018", "First published."),), paragraphs("You may stay for 14 days in one place.", 'Use the <a href="/guidance/mooring-fees-2019">guidance on mooring fees</a> to work out what you have to pay.', "Some quays were closed for 2020 and opened again in 2021.")),
    ("guidance/mooring-fees-2019", "Mooring fees", "Licensing", "7 January 2019", (("12 February 2024", "Withdrawn."), ("7 January 2019", "First published.")), paragraphs("The fee is £2 a day.", "Bands will be reviewed with boaters before the summer of 2021.")),
    ("guidance/navigating-the-wenlow", "Navigating the Wenlow", "Navigation", "14 June 2017", (("2 July 2026", "New depth at Tarn Bridge."), ("30 May 2023", "Photographs renewed."), ("14 June 2017", "First published.")), paragraphs("Keep to the right. The ford at Tarn Bridge is 1.2 m deep at low water.", f'<a href="{MAPS}/">Map</a>', "<h2>Bridges</h2>", table(("Bridge", "Built", "Headroom"), ("Tarn", "1788", "2.1 m"), ("Coldharbour", "1931, raised 2016", "3.0 m")))),
    ("guidance/locks", "Using locks", "Navigation", "14 June 2017", (("14 June 2017", "First published."),), paragraphs("Two people work a lock in twelve minutes.", 'Before you set out read <a href="/guidance/navigate-the-wenlow">how to navigate the Wenlow</a>.', 'Our <a href="/media/77ab12/lock-safety-plan.pdf">lock safety plan</a> (PDF, 2 pages).')),
    ("guidance/visiting-boats", "Visiting boats", "Licensing", "19 May 2020", (("2 March 2026", "Made clearer."), ("19 May 2020", "First published.")), '<nav class="gem-c-contents-list"><h2>Contents</h2><ol><li><a href="#short-visits">Short visits</a></li><li><a href="#fees-for-visitors">Fees for visitors</a></li><li><a href="#going-home">Going home</a></li></ol></nav>' + paragraphs("<h2 id='short-visits'>Short visits</h2>", "Up to a week is free.", "<h2 id='visitor-fees'>What visitors pay</h2>", "£11 a week after that.", "<h2 id='going-home'>Going home</h2>", "Tell the last lock.")),
    ("guidance/byelaws", "Byelaws", "Navigation", "1 November 2016", (("11 September 2025", "Said when the new ones are to be expected."), ("1 November 2016", "First published.")), paragraphs("The byelaws of 2016 (SI 2016/1154) are in force.", "We will publish the revised byelaws in spring 2026.", '<a href="/media/6421fa/byelaws-2016.pdf">Byelaws 2016</a> (PDF, 1 page)', "They were made under the Rivers Act 1976 and came into force on 1 November 2016.")),
    ("guidance/paper-licence", "Apply for a licence on paper", "Licensing", "8 August 2013", (("8 August 2013", "First published."),), paragraphs('This guide has been superseded by <a href="/guidance/get-a-boat-licence">Get a boat licence</a>.', "Write to us for the form LW1. Send it back with a cheque.", "Allow six weeks.")),
    ("guidance/boat-safety", "Safety on board", "Navigation", "23 April 2015", (("5 February 2026", "Added life jackets for dogs."), ("23 April 2015", "First published.")), paragraphs("Wear a life jacket.", f'Owners of boats below 10 m follow <a href="{STANDARDS}/guides/small-boats-2014">the guide for small boats</a>.', f'Alarms must meet EN 50291-2:2019 and may be used for 7 years; read <a href="{SHELF}/journal/closed">the trial</a>.')),
    ("guidance/close-season", "Close season for anglers", "Environment", "10 January 2025", (("10 January 2025", "First published."),), paragraphs("The close season in 2025 runs from 15 March to 15 June on all rivers.", "You must not fish for coarse fish in it.", "Ponds have no close season since 1995.")),
    ("guidance/fish-passes", "Building a fish pass", "Environment", "6 July 2022", (("6 July 2022", "First published."),), paragraphs("Anyone who builds a weir builds a pass.", "Contact Gareth Ilsley, fisheries adviser, before you begin.", "<h2>What worked</h2>", "At Coldharbour 14 salmon passed in 2019, 61 in 2023.")),
    ("guidance/weed-cutting", "Cutting weed", "Environment", "17 June 2024", (("17 June 2024", "First published."),), paragraphs("Cut after 15 July.", "Leave a third of the bed.", "This guidance will be reviewed in June 2025.")),
    ("guidance/volunteer-lock-keepers", "Volunteer lock keepers", "Navigation", "9 December 2024", (("9 December 2024", "First published."),), paragraphs("Two days' training, then a summer with a keeper.", "Whoever begins in 2024 may stay until 2029.", "We will review this guidance by 31 December 2026.")),
    ("guidance/report-a-sunken-boat", "Report a sunken boat", "Navigation", "2 February 2023", (("2 February 2023", "First published."),), BOXES + paragraphs("Say where it lies and whether anything leaks.", "Write to us at: [insert team mailbox]", "At night ring the number on the nearest lock.")),
    ("guidance/river-restoration-fund", "River Restoration Fund: apply", "Environment", "1 June 2026", (("1 June 2026", "First published."),), paragraphs("Up to £20,000 for a stretch of river.", "Applications are open until 30 September 2026. Apply now.", "<h2>Who got it</h2>", "In 2024 to 2025 eleven groups, in 2025 to 2026 fourteen.")),
    ("guidance/keep-records", "Records that boatyards keep", "Environment", "30 March 2021", (("30 March 2021", "First published."),), paragraphs("Keep a book of what comes ashore for six years: what you wrote down in 2020 may go after 2026.", f'See <a href="{STANDARDS}/records">the rules on keeping records</a>.', "Download form <a href='/media/90c1/form-lw12.pdf'>LW12</a> (PDF).")),
    ("guidance/flood-gates", "Flood gates", "Environment", "5 November 2020", (("14 October 2026", "Gate at Marl added."), ("5 November 2020", "First published.")), paragraphs("We close the gates when the gauge shows 3.4 m.", f'<a href="{STANDARDS}/guides/flood-maps">Maps of what lies below</a>', "In the flood of 16 February 2020 they were closed for nine days.")),
    ("guidance/eels", "Eels", "Environment", "21 May 2019", (("21 May 2019", "First published."),), paragraphs("Traps need a licence and a tag.", 'Where eels are found: <a href="/media/1c9d/eel-map.pdf">map</a> (PDF).', "The plan made in 2010 runs until 2027.")),
    ("guidance/swimming", "Swimming", "Environment", "1 June 2021", (("20 May 2026", "Two places added."), ("1 June 2021", "First published.")), paragraphs("Swim where lifeguards are.", table(("Place", "2023", "2024", "2025"), ("Marl steps", "Good", "Good", "Excellent"), ("Coldharbour", "Poor", "Good", "Good")), "Water is tested from May to September.")),
    ("guidance/drones", "Flying drones", "Navigation", "15 August 2023", (("15 August 2023", "First published."),), paragraphs("Ask the keeper. Nobody flies over nests between 1 March and 31 July.", "Pilots show a card; cards from before 2021 are no longer accepted.", 'Fill in the <a href="/media/aa07/drone-card.odt">form for a card</a> (ODT, 14 KB).')),
    ("guidance/data", "Our data", "Environment", "2 May 2022", (("1 September 2026", "New format."), ("2 May 2022", "First published.")), paragraphs("Levels are free to use.", f'We follow <a href="{STANDARDS}/guides/open-data">Open data</a>.', '<pre><code>GET /levels?since=2024-04-01&until=2025-03-31\n{"station": "Marl", "valid_until": "2025-03-31", "name": "{{ name }}"}</code></pre>', "Version 1 of the interface was switched off on 30 June 2025; version 2.1 answers now.")),
    ("guidance/dredging", "Dredging", "Navigation", "11 October 2021", (("11 October 2021", "First published."),), paragraphs("Tell us 28 days before you dredge.", "<h2>Example</h2>", "Ms A tells us on 3 May 2021 and begins on 31 May 2021. She must end by 30 June 2021.", "No dredging in the spawning time.")),
    ("guidance/drought-2022", "Drought: what boaters must do", "Navigation", "4 July 2022", (("9 January 2023", "Withdrawn: the drought is over."), ("4 July 2022", "First published.")), paragraphs("Locks open from ten to four. We expect to go back to longer hours by 1 October 2022.")),
    ("consultations/wash", "Speed on the Wenlow", "Navigation", "2 February 2026", (("8 July 2026", "Outcome added."), ("2 February 2026", "First published.")), paragraphs("<h2>This consultation has concluded</h2>", "It ran from 9:30am on 2 February 2026 to 11:45pm on 27 April 2026.", "<h2>Outcome</h2>", "We had 212 answers. The limit stays at 4 knots.", "<h2>Original consultation</h2>", "Tell us what you think by 27 April 2026.")),
    ("consultations/winter-stoppages", "Winter stoppages", "Navigation", "1 May 2026", (("30 June 2026", "Closed."), ("1 May 2026", "First published.")), paragraphs("This consultation closed at 11:45pm on 29 June 2026.", "We are analysing your feedback. The government's response will be published by 30 September 2026.", "Thank you to all 88 who wrote.")),
    ("consultations/reeds", "Reed beds", "Environment", "26 October 2026", (("26 October 2026", "First published."),), paragraphs("This consultation closes at 11:59pm on 8 January 2027.", "Should more reed stand over winter? Write to <a href='mailto:environment@inlandwaters.example'>environment@inlandwaters.example</a>.")),
    ("news/new-gate", "A new gate at Marl", "Navigation", "14 October 2026", (), paragraphs("The new gate was lifted in today. Work began in March 2024 and should have ended by 31 October 2025.", "“We will open it to boats before Christmas,” said Kwame Lister.")),
    ("news/salmon", "Salmon return", "Environment", "3 November 2023", (), paragraphs("For the first time since 1911 salmon were seen at Coldharbour.", "A counter will be put in by summer 2024.")),
    ("news/fees-2025", "Fees for 2025 to 2026", "Licensing", "28 March 2025", (), paragraphs("From 1 April 2025 fees rise by 3 per cent.", "Those who pay by 14 April 2025 get a discount.")),
    ("statistics/boats-2026", "Boats on inland waters, April to September 2026", "Licensing", "29 October 2026", (), paragraphs("31,204 boats were licensed at 30 September 2026, as against 30,871 at 30 September 2025.", "Next release: 27 January 2027.", table(("Half-year", "Boats"), ("April to September 2026", "31,204"), ("October 2025 to March 2026", "29,010"), ("April to September 2025", "30,871")))),
    ("statistics/boats-2025", "Boats on inland waters, April to September 2025", "Licensing", "30 October 2025", (), paragraphs("30,871 boats were licensed at 30 September 2025.", "The figures for October 2025 to March 2026 will be released on 29 April 2026.")),
    ("foi/2026-014", "Request 2026/014: keepers' boots", "Navigation", "20 May 2026", (), paragraphs("<b>You asked</b> how many boots were bought in 2023/24 and 2024/25.", "<b>We answer</b>: 61 and 58. We will reply to your second question by 17 June 2026.")),
    ("foi/2025-102", "Request 2025/102: geese", "Environment", "2 December 2025", (), paragraphs("<b>You asked</b> for all letters about geese between 1 January 2019 and 31 December 2024.", "<b>We answer</b>: we hold none.")),
    ("decisions/weir-at-marl", "Weir at Marl: decision", "Environment", "19 September 2024", (), paragraphs("Consent was given on 19 September 2024 under section 4 of the Rivers Act 1976.", "The holder has to begin by 19 September 2026 and to report each year.", "Signed: O. Brand, 19/09/2024")),
    ("decisions/hydro-coldharbour", "Hydropower at Coldharbour: decision", "Environment", "6 March 2023", (), paragraphs("Consent was refused. The applicant had until 3 April 2023 to appeal and did not.")),
    ("case-studies/two-sisters", "Two sisters and a ferry", "Licensing", "12 May 2025", (), paragraphs("Ann and May Rook took the ferry over from their father in 1999.", "“By 2005 we shall be rich, he always said. It is 2025 and we are still rowing.”")),
    ("case-studies/boatyard", "A yard goes electric", "Environment", "8 June 2026", (), paragraphs("In 2019 the yard burnt 9,000 litres; in 2025 none.", "Its owner, Tam Oakes, wants to sell the last engine by 2028.")),
    ("about/complaints", "Complaints", "Licensing", "3 January 2017", (("3 January 2017", "First published."),), paragraphs("Write to the team first. If you hear nothing in 15 working days your letter goes to the chief executive.", "<p>By email:<br><a href='mailto:licensing@inlandwaters.example'>licensing@inlandwaters.example</a></p>")),
    ("about/people", "Who we are", "Licensing", "1 September 2026", (), table(("Name", "Post", "Since"), ("Odette Brand", "Licensing", "2019"), ("Kwame Lister", "Navigation", "June 2021"), ("Sian Purdey", "Environment", "2024/25"))),
    ("about/annual-reports", "Annual reports", "Licensing", "15 July 2026", (), listed('<a href="/media/ar/annual-report-2025-to-2026.pdf">Annual report 2025 to 2026</a>', '<a href="/media/ar/annual-report-2024-to-2025.pdf">Annual report 2024 to 2025</a>', '<a href="/media/ar/annual-report-2023-to-2024.pdf">Annual report 2023 to 2024</a>', "Earlier ones are in the library.")),
    ("about/cookies", "Cookies", "Licensing", "1 May 2018", (), table(("Name", "Purpose", "Expires"), ("seen", "Remembers that you saw this", "1 year"), ("s2024", "Counts visits", "30 days"))),
    ("about/accessibility", "Accessibility statement", "Licensing", "23 September 2020", (), paragraphs("This statement was prepared on 23 September 2020 and last reviewed on 21 September 2026.", "Some PDFs published before 23 September 2018 cannot be read aloud. The law does not ask us to change them.", "If you need something in another form write to <a href='mailto:environment@inlandwaters.example'>environment@inlandwaters.example</a>.")),
)  # fmt: skip
WITHDRAWN = {
    "guidance/mooring-fees-2019": ("12 February 2024", 'See <a href="/guidance/mooring-charges">Mooring charges</a>.'),
    "guidance/drought-2022": ("9 January 2023", "The drought of 2022 is over."),
}
PAPERS: tuple[tuple[str, str, tuple[Line, ...]], ...] = (
    ("77ab12/lock-safety-plan", "Lock safety plan", ("Lock safety plan", "Inland Waters Agency, Navigation", ("Version", "2.0"), ("Approved", "April 2024"), ("Review date", "April 2026"), "Each lock has a ladder, a hook and a line.", "Keepers look at them on the first Monday.")),
    ("6421fa/byelaws-2016", "Byelaws 2016", ("Byelaws 2016", "Made on 3 October 2016. In force from 1 November 2016.", "1. No vessel shall pass another in a lock.", "2. Dues were payable by 31 March 2017 for that year.", "3. The byelaws of 1962 are revoked.")),
    ("90c1/form-lw12", "Form LW12", ("LW12 Waste brought ashore", "Name of yard: ......................", "Date (DD/MM/YYYY): ../../....", "Email: ......................", "Signed: ..........  LW12 (rev. 03/19)")),
    ("ar/annual-report-2025-to-2026", "Annual report 2025 to 2026", ("Annual report 2025 to 2026", "Presented to Parliament on 9 July 2026.", "We will open the gate at Marl in 2026 to 2027.", "Income rose from 41 to 43 million pounds.")),
    ("ar/annual-report-2024-to-2025", "Annual report 2024 to 2025", ("Annual report 2024 to 2025", "Presented to Parliament on 10 July 2025.", "The gate at Marl will be ready by October 2025.", "11 weirs were mended, 4 of them twice.")),
    ("ar/annual-report-2023-to-2024", "Annual report 2023 to 2024", ("Annual report 2023 to 2024", "Presented to Parliament on 11 July 2024.", "A salmon counter was put in in June 2024.", "Staff: 402 (2022 to 2023: 417).")),
)  # fmt: skip
COLLECTIONS = (
    ("collections/boating", "Boating", "guidance/", ("Licensing", "Navigation")),
    ("collections/rivers-and-wildlife", "Rivers and wildlife", "guidance/", ("Environment",)),
    ("consultations", "Consultations", "consultations/", tuple(TEAMS)),
    ("news-and-statistics", "News, statistics and requests", "news/ statistics/ foi/", tuple(TEAMS)),
    ("decisions-and-cases", "Decisions and case studies", "decisions/ case-studies/", tuple(TEAMS)),
    ("about", "About us", "about/", tuple(TEAMS)),
)


ASIDES = (
    "This applies to England and the Wenlow valley.",
    "The rule has its origin in the Rivers Act 1976, as amended in 1995 and 2014.",
    "Before 1 October 2015 the Waterways Trust was responsible; its licences ran out on 30 September 2016.",
    "A person who broke the rule in 2024 paid a fine of £212 on average.",
    "“Rivers do not read by-laws,” the first chairman said in 1977.",
    "If you were told otherwise before 3 May 2018 you may rely on what you were told.",
    "You do not need to do anything if your boat stays ashore.",
    "In 2023 to 2024 we were asked about this 1,204 times, in 2024 to 2025 1,377 times.",
    "Example: a boat that came on 28 December 2024 may stay until 10 January 2025.",
    "The figures rest on Marsh and Fell (2019), <i>Depth and draught</i>, 3rd edition.",
    "EU Regulation 2016/1628 no longer applies to boats that were built after 31 December 2020.",
    "Read the terms before you pay. We cannot give money back for weeks that have begun.",
    "The trial that ran from April 2021 to March 2023 found no harm.",
    "You can ask for this page in large print.",
    "Keepers' telephones are on 24 hours, seven days, 2/2 shifts.",
    "Since 6 April 2019 the same holds for canoes, and since 1 June 2022 for boards.",
    "The agency was asked to look into it by December 2017 and reported in March 2018.",
    "There are exceptions for lifeboats, for the police and for swans.",
    "Anglers on the Marl had until 31 March 2020 to hand in the old badges.",
    "The register was started on 2 January 1998 with the boat “Millennium 2000”.",
)


def _asides(slug: str) -> str:
    """Four sentences from the common stock of the agency's writers."""
    picked = Random(slug).sample(ASIDES, 4)
    return paragraphs(
        "<h2 id='more'>What else applies</h2>",
        f"{picked[0]} {picked[1]}",
        f'<div class="application-notice"><p>{picked[2]}</p></div>',
        picked[3],
    )


def _page(title: str, body: str, crumbs: str = "") -> str:
    menu = "".join(f'<li class="gem-c-navigation__item"><a href="/{slug}">{name}</a></li>' for slug, name, *_ in COLLECTIONS)
    return f"""<!DOCTYPE html>
<html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>{title} - Inland Waters Agency</title><link rel="stylesheet" href="/assets/app-8f2c.css"></head>
<body class="govuk-template__body"><div class="cookie-banner"><p>We use cookies. <a href="/about/cookies">Cookies</a></p></div><a href="#content" class="govuk-skip-link">Skip to main content</a>
<header role="banner"><a href="/"><img src="/assets/crest.gif" alt="Inland Waters Agency"></a><nav><ul>{menu}</ul></nav></header>
<div class="gem-c-breadcrumbs"><ol><li><a href="/">Home</a></li>{crumbs}</ol></div>
<main id="content" role="main"><h1 class="gem-c-heading">{title}</h1>
{body}
</main>
<div class="gem-c-feedback"><h2>Is this page useful?</h2><button>Yes</button><button>No</button><button>Report a problem with this page</button><form><label>What went wrong?</label><input><label>Email address</label><input><button>Send</button></form></div>
<footer role="contentinfo"><ul><li><a href="/about/accessibility">Accessibility statement</a></li><li><a href="/about/cookies">Cookies</a></li><li><a href="/about/complaints">Complaints</a></li><li><a href="{CHATTER}/waters">Chatter</a></li></ul>
<p>All content is available under the Open Waters Licence v3.0, except where otherwise stated. &copy; Crown copyright</p></footer></body></html>"""


def _document(slug: str, title: str, team: str, published: str, updates: tuple[tuple[str, str], ...], body: str) -> str:
    dates = f"<dt>From:</dt><dd>{team}</dd><dt>Published</dt><dd>{published}</dd>"
    if len(updates) > 1:
        dates += f'<dt>Last updated</dt><dd>{updates[0][0]} — <a href="#full-publication-update-history">See all updates</a></dd>'
    notice = history = ""
    if slug.startswith("guidance"):
        body += _asides(slug)
    if slug in WITHDRAWN:
        day, why = WITHDRAWN[slug]
        notice = f'<section class="gem-c-notice" aria-label="Notice" role="region"><h2 class="gem-c-notice__title">This guidance was withdrawn on {day}</h2><div class="gem-c-notice__description"><p>{why}</p></div></section>'
    if updates:
        rows = "".join(f"<li><time>{day}</time><p>{escape(note)}</p></li>" for day, note in updates)
        history = (
            f'<div class="gem-c-published-dates" id="full-publication-update-history"><h2>Updates to this page</h2><ol>{rows}</ol></div>'
        )
    contact = f'<div class="gem-c-contact"><h2>Contact</h2><p>{team}<br>Email<br><a href="mailto:{TEAMS[team]}">{TEAMS[team]}</a></p></div>'
    crumbs = "".join(
        f'<li><a href="/{where}">{name}</a></li>'
        for where, name, kinds, teams in COLLECTIONS
        if team in teams and slug.split("/", maxsplit=1)[0] + "/" in kinds
    )
    return _page(
        title,
        f'{notice}<dl class="gem-c-metadata">{dates}</dl><div class="govspeak">\n{body}\n</div>{contact if slug.startswith("guidance") else ""}{history}',
        crumbs,
    )


def made() -> Site:
    """The site and its truths."""
    site = Site("agency", BASE, owners=OWNERS)
    known(site)
    site.file("/assets/app-8f2c.css", b".govspeak{max-width:40em}", "text/css")
    site.file("/assets/crest.gif", PIXEL, "image/gif")
    site.page(
        "/",
        _page(
            "Inland Waters Agency",
            paragraphs(
                "We look after 1,100 miles of river and canal.",
                listed(*(f'<a href="/{slug}">{name}</a>' for slug, name, *_ in COLLECTIONS)),
            ),
        ),
    )
    for slug, name, kinds, teams in COLLECTIONS:
        inside = [page for page in PAGES if page[0].split("/")[0] + "/" in kinds.split() and page[2] in teams]
        links = listed(*(f'<a href="/{page[0]}">{page[1]}</a> <span>{page[3]}</span>' for page in inside if page[0] not in WITHDRAWN))
        old = [f'<a href="/{page[0]}">{page[1]}</a>' for page in inside if page[0] in WITHDRAWN]
        site.page(f"/{slug}", _page(name, links + ("<h2>Withdrawn</h2>" + listed(*old) if old else "")))
    for page in PAGES:
        site.page(f"/{page[0]}", _document(*page))
    for slug, title, lines in PAPERS:
        site.file(f"/media/{slug}.pdf", paper(title, lines), "application/pdf")
        site.arguable(f"/media/{slug}.pdf", "review_date", "no_date", "reports, forms and byelaws are not reviewed")
    site.moved("/guidance/navigate-the-wenlow", "/guidance/navigating-the-wenlow")
    site.file("/media/1c9d/eel-map.pdf", scan(), "application/pdf")
    _truths(site)
    return site


def _truths(site: Site) -> None:
    site.fault("*", "review_date", "no_date", "the pages have no review dates", once=True)
    site.fault("/guidance/weed-cutting", "review_date lapsed_promise", "June 2025", "was to be reviewed in June 2025")
    site.fault("/media/77ab12/lock-safety-plan.pdf", "review_date", "30 April 2026", "its review month has ended")
    site.fault("/media/1c9d/eel-map.pdf", "unreadable_page", "", "a scan without text")
    site.fault("/guidance/river-restoration-fund", "lapsed_promise stale_period", "30 September 2026", "apply now, until September")
    site.fault(
        "/guidance/boat-licence-fees", "stale_period lapsed_promise", "31 March 2026", "fees of a year that has ended are those to pay"
    )
    site.fault("/guidance/close-season", "stale_period lapsed_promise", "2025", "the close season of last year, told as this one")
    site.fault("/guidance/byelaws", "lapsed_promise", "spring 2026", "byelaws that are still to be published in spring")
    site.fault("/consultations/winter-stoppages", "lapsed_promise", "30 September 2026", "a response that is still to be published")
    site.fault("/guidance/flood-gates", "broken_link", f"{STANDARDS}/guides/flood-maps", "not there")
    site.fault("/guidance/drones", "broken_link", "/media/aa07/drone-card.odt", "a form that is not there")
    site.fault("/guidance/keep-records", "moved_link", f"{STANDARDS}/records", "moved for good")
    site.fault("/guidance/locks", "moved_link", "/guidance/navigate-the-wenlow", "its own page has moved for good")
    site.fault("/guidance/visiting-boats", "missing_anchor", "#fees-for-visitors", "the heading has another name")
    site.fault("/guidance/boat-safety", "superseded_target", "small-boats-2014", "no longer current")
    site.fault("/guidance/moorings", "superseded_target", "mooring-fees-2019", "sends readers to guidance that was withdrawn")
    site.fault("/guidance/paper-licence", "superseded_page", "superseded", "says so in its first line, and is listed with the others")
    site.fault("/guidance/report-a-sunken-boat", "gap", "insert", "an address that was never filled in")
    site.fault("/guidance/fish-passes", "named_contact gap", "Gareth Ilsley", "has no address and is not in the directory")
    for path in ("/guidance/mooring-fees-2019", "/guidance/drought-2022"):
        site.arguable(path, "superseded_page", "", "withdrawn as it should be, with a notice; somebody may want to remove it")
    site.arguable("/collections/boating", "superseded_target", "paper-licence", "the list still leads to it")
    site.arguable("/guidance/locks", "superseded_target", "navigat", "was updated long after this page was published")
    site.arguable("/guidance/paper-licence", "superseded_target", "get-a-boat-licence", "was updated long after this page was published")
    site.arguable("/media/1c9d/eel-map.pdf", "review_date", "no_date", "a map")
    site.arguable("/media/ar/annual-report-2024-to-2025.pdf", "lapsed_promise", "October 2025", "a report of a year that has ended")
    for path in ("/news/salmon", "/news/new-gate", "/news/fees-2025", "/statistics/boats-2025", "/foi/2026-014", "/decisions/weir-at-marl"):
        site.arguable(path, "lapsed_promise", "", "a dated document")
    site.arguable("/about/accessibility", "review_date", "", "last reviewed this year, without a next date")
    site.coming["/guidance/volunteer-lock-keepers"] = dt.date(2026, 12, 31)
