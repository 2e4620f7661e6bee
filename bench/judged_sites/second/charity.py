"""A charity's help pages, put together in a site builder: blocks, buttons, accordions, stories, a shop of words, and a page that somebody copied."""

from __future__ import annotations

import datetime as dt
from random import Random

from bench.judged_sites.made import PIXEL, Site, listed, paragraphs, table
from bench.judged_sites.papers import paper, scan

from .abroad import ADVICE, CHATTER, MAPS, STANDARDS, known

BASE = "https://www.lanternline.example"

OWNERS = """[[owner]]
name = "Bea Tolland"
email = "bea@lanternline.example"
teams = ["Helpline team"]
[[owner]]
name = "Imran Shaw"
email = "imran@lanternline.example"
teams = ["Fundraising"]
[[owner]]
name = "Lotte Frain"
email = "lotte@lanternline.example"
teams = ["Volunteering"]
"""


def _block(inner: str) -> str:
    return f'<div class="sqs-block html-block sqs-block-html" data-block-type="2"><div class="sqs-block-content"><div class="sqs-html-content">\n{inner}\n</div></div></div>'


def _button(text: str, to: str) -> str:
    return f'<div class="sqs-block button-block" data-block-type="53"><div class="sqs-block-button-container"><a class="sqs-block-button-element" href="{to}">{text}</a></div></div>'


def _fold(*pairs: tuple[str, str]) -> str:
    items = "".join(
        f'<li class="accordion-item"><h4 class="accordion-item__title-wrapper"><button aria-expanded="false"><span class="accordion-item__title">{ask}</span></button></h4>'
        f'<div class="accordion-item__dropdown"><div class="accordion-item__description"><p>{answer}</p></div></div></li>'
        for ask, answer in pairs
    )
    return f'<div class="sqs-block accordion-block"><ul class="accordion-items-container">{items}</ul></div>'


def _form(*labels: str) -> str:
    rows = "".join(
        f'<div class="form-item field"><label class="title">{label} <span class="required">(required)</span></label><input type="text"></div>'
        for label in labels
    )
    return f'<div class="sqs-block form-block"><form>{rows}<button class="form-submit-button">Submit</button></form><div class="form-submission-text">Thank you!</div></div>'


def _rich(*texts: str) -> str:
    """Text as the other builder makes it, from which half of the pages were taken over."""
    return "".join(
        f'<div data-testid="richTextElement"><p class="font_8" style="font-size:16px"><span class="color_15"><span style="font-family:avenir">{text}</span></span></p></div>'
        for text in texts
    )


PAGES = (
    ("get-help", "Get help", _block(paragraphs("<h2>We are here from nine to nine</h2>", "Ring <strong>01632 960 777</strong>. It is free.", "You need not give a name.")) + _button("Send a message", "/contact")),
    ("get-help/helpline", "The helpline", _block(paragraphs("Whoever answers has sat where you sit.", "Calls are not recorded. Until 2018 they were; those tapes were destroyed by May 2019.")) + _fold(("What does it cost?", "Nothing from any telephone."), ("Who answers?", "One of 46 volunteers."), ("Do you ring back?", "Yes, within a day."))),
    ("get-help/money-worries", "Money worries", _block(paragraphs("<h2>First steps</h2>", "Put all letters in one bag.", f'Then read <a href="{ADVICE}/debt">what to do about debt</a>.', "<em>This page was checked in March 2024. It is due to be checked again in March 2026.</em>"))),
    ("get-help/winter-payment", "The winter payment", _rich("If you look after somebody at home you may get our winter payment.", "<b>How much is it?</b>", "The payment for winter 2024/25 is £120 for each household.", "<b>How do I ask?</b>", "Ring us. We fill in the paper together.")),
    ("get-help/benefits", "Benefits for carers", _block(paragraphs("Carer's Allowance began in 1976 as Invalid Care Allowance; it was renamed in April 2003.", "<h2>What it pays</h2>", table(("From", "A week"), ("6 April 2026", "£85.10"), ("7 April 2025", "£83.30"), ("8 April 2024", "£81.90")), "Last looked at: 20 April 2026. We look at this page each April.")))
    ,
    ("get-help/housing", "A roof over your head", _block(paragraphs("If you get a letter that says “notice”, ring us on the same day.", f'<a href="{ADVICE}/housing">Your rights as a tenant</a>', "The law was changed by the Renters' Act 2025; what you signed before 1 May 2026 has become a tenancy without an end."))),
    ("get-help/night-sitters", "Night sitters", _rich("A sitter comes from ten until six.", "Ask two weeks before. In August 2025 there were none, for which we are sorry.", "We will check what this page says by 15 January 2027.")),
    ("get-help/drop-ins", "Drop-ins", _block(paragraphs("<h2>Fernhall</h2>", "Our new drop-in at Fernhall will open in September 2026.", "<h2>Marlow Street</h2>", "Thursdays, two to four. Soup.", f'<a href="{MAPS}/">Find it</a>'))),
    ("get-help/opening-times", "Opening times", _block(paragraphs("The shop and the tea room keep different hours. Our opening times are listed below.", "<h2>Getting here</h2>", "The 14 bus stops outside. There are two steps and a ramp."))),
    ("get-help/grants", "Small grants", _block(paragraphs("We give up to £250 for a washing machine, a bed or a coat.", "<h2>How to apply</h2>", "Applications for the autumn round close on Friday 9 October 2026. Send yours now: it takes ten minutes.")) + _form("Name", "Email", "Phone", "Date of birth (DD/MM/YYYY)", "What do you need?")),
    ("get-help/young-carers", "Young carers", _block(paragraphs("You look after a parent, a brother or a sister? So do others in your class.", "“When I was nine, in 2014, I promised that by Christmas 2016 Mum would be well. She was not, and it was not my fault.” - Jaz, 21")) + _button("Book a chat", "/contact#book")),
    ("get-help/bereavement", "When somebody dies", _block(paragraphs("There is no right way and no timetable.", "Your contact: Dawn Ashby, bereavement adviser. Ask for her by name.", "A group meets on the first Monday."))),
    ("get-help/guides", "Guides to download", _block(listed('<a href="/s/lantern-carers-pack.pdf">Carers\' pack</a>', '<a href="/s/lantern-talking-to-doctors.pdf">Talking to doctors</a>', '<a href="/s/lantern-old-letter.pdf">Letter to the council (sample)</a>', '<a href="/s/carers-pack-easy-read-2022.pdf">Carers\' pack, easy read</a>'))),
    ("get-help/moving", "Lifting and moving", _block(paragraphs("Bend your knees, not your back.", f'The trade follows <a href="{STANDARDS}/guides/knees-2018">the knees guideline</a>, and so do we.', "Slings bought before 2015 should be thrown away."))),
    ("get-help/heating", "Warm at home", _rich("Close the curtains at dusk.", f'If you are on a low income ask for the <a href="{ADVICE}/heating-grant">heating grant</a>.', "Boilers from before 2005 use a third more.")),
    ("get-help/money-help", "More help with money", _rich(f'The Advice Line has a page on <a href="{ADVICE}/money">help with money</a>.', "We cannot lend any ourselves.")),
    ("get-help/groups", "Groups near you", _block(paragraphs(f'<a href="{ADVICE}/find-a-group">Find a group</a>', "Groups run by us: Ash (since 2009), Birch (since 2017), Cedar (2012 to 2020, closed).")) + _fold(("Can I bring a friend?", "Of course."), ("Is there a list?", "Yes: see above."))),
    ("volunteer", "Volunteer", _block(paragraphs("Two evenings a month, a kettle and a listening ear.", "Training in 2027 begins on 16 January, 15 May and 18 September.")) + _button("Apply", "/volunteer/apply")),
    ("volunteer/apply", "Apply to volunteer", _block(paragraphs("It takes about three weeks from here to your first call.")) + _form("First Name", "Last Name", "Email", "Available from (MM/DD/YYYY)", "Referee", "Referee's email")),
    ("volunteer/roles", "Roles", _block(paragraphs('Read what our <a href="/volunteer/listeners">listeners</a> do.', "Treasurer: from January 2027, for three years.", "Drivers: any licence issued before 1997 covers the minibus."))),
    ("volunteer/helpline-listeners", "Listeners", _block(paragraphs("Listeners listen. They do not advise.", "Shifts are three hours. Contact Lotte Frain at <a href='mailto:lotte@lanternline.example'>lotte@lanternline.example</a>."))),
    ("volunteer/team-training", "Team training", _block(paragraphs("<h2>What you will learn</h2>", "Lorem ipsum dolor sit amet, consectetur adipiscing elit. Vivamus ut nisl at magna.", "<h2>Where</h2>", "Upstairs at Marlow Street."))),
    ("volunteer/expenses", "Expenses for volunteers", _block(paragraphs("Bus fares in full; 45p a mile by car.", "Hand in tickets within a month. Those from March 2020 to June 2021 could be handed in late; that is over."))),
    ("donate", "Donate", _block(paragraphs("£5 pays for a call.", "In 2025 you gave £212,430, in 2024 £198,007.")) + _button("Give now", "https://www.advice-line.example/")),
    ("donate/wills", "A gift in your will", _block(paragraphs("Our founder left us her house in 1988.", "For tax on estates the threshold has been £325,000 since 2009 and stays there until April 2030."))),
    ("donate/raffle", "Raffle", _block(paragraphs("The winter raffle is drawn on 18 December 2026. Tickets are £1.", "Winners of past raffles: 2025 no. 0412, 2024 no. 2019, 2023 no. 1998."))),
    ("hire", "Hire our rooms", _block(table(("Room", "1 April 2026 to 31 March 2027"), ("Garden room", "£14 an hour"), ("Attic", "£8 an hour"))) + _fold(("What did it cost before?", "£13 and £7 until 31 March 2026."), ("May we dance?", "In the garden room."))),
    ("jobs", "Jobs", _block(paragraphs("<h2>Helpline manager</h2>", "Closing date: Monday 4 January 2027. Interviews: 14 January 2027.", "<h2>Past adverts</h2>", "Cook (closed 30 June 2026), Bookkeeper (closed 2 March 2026)."))),
    ("about", "About us", _block(paragraphs("Since 1984 somebody has picked up the telephone.", "We are registered charity 1098 2026.", "Our plan for 2025 to 2028 has three aims."))),
    ("about/people", "People", _block(paragraphs("<h3>Bea Tolland</h3>", "Runs the helpline. Came in 2016 for a fortnight and stayed.", "<h3>Imran Shaw</h3>", "Raises the money. He wants to row the Wenlow by 2020 and has not.", "<h3>Lotte Frain</h3>", "Looks after those who look after others."))),
    ("about/history", "Our story", _block(paragraphs("<strong>1984</strong> Ada Lantern has a second telephone put in.", "<strong>1999</strong> The first computer. “It will save us a day a week by 2001.”", "<strong>2020</strong> All calls are taken at home until July 2021.", "<strong>2024/25</strong> 31,006 calls."))),
    ("about/impact", "What you made possible", _block(paragraphs("<h2>2025/26</h2>", "33,918 calls, 611 grants, 40,000 teabags.", "<h2>2024/25</h2>", "31,006 calls and 580 grants. We wanted 600 by March 2025.", '<a href="/s/lantern-report-2025-26.pdf">Report 2025/26</a>'))),
    ("about/policies", "Policies", _block(paragraphs("Safeguarding: approved 12 May 2026, next review May 2028.", "Complaints: approved 3 November 2025, next review November 2027.", "Whistleblowing: approved 9 September 2024. To be reviewed by 30 September 2026."))),
    ("about/trustees", "Trustees", _block(table(("Name", "Appointed", "Term ends"), ("Olu Grant (chair)", "March 2022", "March 2028"), ("Petra Hills", "June 2023", "June 2029"), ("Sam Idle", "May 2017", "May 2023 (retired)")))),
    ("contact", "Contact", _block(paragraphs("14 Marlow Street, Fernham. Telephone 01632 960 777.", "<p>Email<br><a href='mailto:hello@lanternline.example'>hello@lanternline.example</a></p>")) + _form("Name", "Email", "Subject", "Message")),
    ("press", "For the press", _block(paragraphs("Ring Imran Shaw on 01632 960 778.", "“Lantern Line will be needed in 2050,” wrote the <i>Fernham Gazette</i> on 2 February 2021."))),
    ("privacy", "Privacy", _block(paragraphs("Effective date: 25 May 2018. Last changed: 1 July 2026.", "We keep letters for six years: those of 2019 were shredded in January 2026.", "You may complain to us first and to the regulator then."))),
    ("shop", "Shop", _block(table(("Thing", "Price"), ("Mug “2024”", "£6"), ("Calendar 2027", "£9"), ("Calendar 2026", "£1 while they last"), ("Cards, 10/11 pieces", "£3")))),
)  # fmt: skip
# slug, day, title, body
POSTS = (
    ("ten-years-of-tea", "7 November 2026", "Ten years of tea", paragraphs("In 2016 we bought an urn that was to last until 2018. It still does.")),
    ("walk-2026", "2 May 2026", "The long walk", paragraphs("On Sunday 7 June 2026 we walk again. Sign up by 31 May 2026!", "Last year 212 of you came.")),
    ("jaz", "12 February 2026", "Jaz's story", paragraphs("“I told everybody I would be a nurse by 2025. I qualify this summer.”", "Jaz rang us for the first time on 3 March 2014.")),
    ("new-helpline-hours", "1 October 2025", "New hours", paragraphs("From 1 November 2025 we are here from nine to nine. We will look at this again in April 2026.")),
    ("budget-2025", "27 November 2025", "What the budget means for carers", paragraphs("The allowance goes up to £85.10 from 6 April 2026.", "As of today you may earn £196 a week.")),
    ("fernhall", "14 March 2026", "Fernhall: keys!", paragraphs("Today we were given the keys. The builders will be out by the end of July 2026.")),
    ("courts", "30 June 2023", "A judgment that matters", paragraphs("In <i>Rook v Fernham</i> [2019] EWCA Civ 2012 the court held that a duty under the Care Act 2014 is a duty.", "Until then councils had said otherwise.")),
    ("tom", "5 May 2024", "Tom's story", paragraphs("“By August 2019 I had lost the house. By August 2021 I had found a voice.”")),
)  # fmt: skip
COPIED = "We meet on the second and fourth Tuesday. Bring a cup. Nobody has to speak, and most of us do after a while. There is a lift, a piano and a cat."


ASIDES = (
    "You are not the only one: one in eight of us looks after somebody.",
    "“They told me it would be over by Easter 2021. It was not, and I rang,” one of you wrote.",
    "We have known this since 1984, and it has not changed.",
    "In 2024 we asked 300 callers what had helped most. Tea came second.",
    "Nobody will ask you for money. If somebody does, hang up and ring us.",
    "The leaflet of 2017 said the opposite; if you have one, put it in the bin.",
    "You can bring the person you look after. You can come alone, too.",
    "Between April 2020 and August 2021 all of this was done by telephone.",
    "“By the spring of 2019 I could sleep again.” - Tom",
    "If you need an interpreter, say so first. We have had one for every call since 2022/23.",
    "There is parking for two cars and, on Thursdays, for one donkey.",
    "A study of 2015 followed 112 carers until 2019 (Hills and Rook 2020).",
    "Take your time. Read it twice. Ring if it makes no sense.",
    "Our sister charity in Marl closed in December 2023 and sent its callers to us.",
    "Rates and sums on this site are for England.",
    "It was Petra's idea, back in 2011, over a cold cup of tea.",
    "Some of us wear a badge with a lantern. Those with a blue one were made in 2009.",
    "The council gave us £5,000 for it in 2019/20 and the same in 2020/21.",
)


def _asides(slug: str) -> str:
    """What is said beside the matter on many pages."""
    picked = Random(slug).sample(ASIDES, 3)
    return _rich(*picked) if len(slug) % 2 else _block(paragraphs(*picked))


def _page(title: str, body: str) -> str:
    menu = "".join(
        f'<div class="header-nav-item"><a href="/{slug}">{name}</a></div>'
        for slug, name in (
            ("get-help", "Get help"),
            ("volunteer", "Volunteer"),
            ("donate", "Donate"),
            ("about", "About us"),
            ("stories", "Stories"),
            ("contact", "Contact"),
        )
    )
    return f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title} — Lantern Line</title><meta property="og:site_name" content="Lantern Line"><link rel="stylesheet" href="/static/site.css"></head>
<body class="tweak-global-animations-enabled" id="collection-{sum(title.encode())}"><a href="#page" class="header-skip-link sqs-button-element--primary">Skip to Content</a>
<header id="header"><div class="header-title-logo"><a href="/"><img src="/static/lantern.gif" alt="Lantern Line"></a></div><nav class="header-nav">{menu}</nav></header>
<main id="page" role="main"><article class="sections"><section class="page-section"><div class="content-wrapper"><h1>{title}</h1>
{body}
</div></section></article></main>
<footer class="sections"><div class="newsletter-block"><h2>Stay in touch</h2><form><label>Email Address</label><input><button>Sign Up</button></form><p>We respect your privacy.</p></div>
<p>14 Marlow Street, Fernham. 01632 960 777. Charity 1098 2026. © Lantern Line 1984–2026</p>
<p><a href="/privacy">Privacy</a> · <a href="/accessibility-statement">Accessibility</a> · <a href="/shop">Shop</a> · <a href="/hire">Rooms</a> · <a href="/jobs">Jobs</a> · <a href="/press">Press</a> · <a href="{CHATTER}/lanternline">Chatter</a></p></footer></body></html>"""


def made() -> Site:
    """The site and its truths."""
    site = Site("charity", BASE, owners=OWNERS)
    known(site)
    site.file("/static/site.css", b".font_8{margin:0}", "text/css")
    site.file("/static/lantern.gif", PIXEL, "image/gif")
    site.page(
        "/",
        _page(
            "A light in the window", _block(paragraphs("You look after somebody. Who looks after you?")) + _button("Get help", "/get-help")
        ),
    )
    for slug, title, body in PAGES:
        inside = listed(*(f'<a href="/{path}">{name}</a>' for path, name, _ in PAGES if path.startswith(slug + "/")))
        site.page(f"/{slug}", _page(title, body + _asides(slug) + (_block(inside) if "<a" in inside else "")))
    summary = "".join(
        f'<article class="summary-item"><time datetime="{day}">{day}</time><a href="/stories/{slug}" class="summary-title-link">{title}</a></article>'
        for slug, day, title, _ in POSTS
    )
    site.page(
        "/stories",
        _page(
            "Stories",
            f'<div class="summary-block">{summary}</div>'
            + _block('<p>Groups: <a href="/tuesday-group">Tuesday group</a>, <a href="/copy-of-tuesday-group">Tuesdays</a></p>'),
        ),
    )
    for slug, day, title, body in POSTS:
        meta = f'<div class="blog-item-meta"><time class="dt-published">{day}</time> Written by <a href="/stories?author=1">Bea Tolland</a></div>'
        site.page(f"/stories/{slug}", _page(title, meta + _block(body) + _asides(slug)))
    mine = listed(*(f'<a href="/stories/{slug}">{title}</a>, {day}' for slug, day, title, _ in POSTS[:3]))
    site.page("/stories?author=1", _page("Bea Tolland", _block("<p>Bea runs the helpline, and writes on Sundays.</p>" + mine)))
    for slug in ("tuesday-group", "copy-of-tuesday-group"):
        site.page(
            f"/{slug}",
            _page(
                "Tuesday group",
                _block(paragraphs(COPIED, "Ask for Bea Tolland at <a href='mailto:bea@lanternline.example'>bea@lanternline.example</a>.")),
            ),
        )
    site.file(
        "/s/lantern-carers-pack.pdf",
        paper(
            "Carers' pack",
            (
                "Carers' pack",
                "Lantern Line, third edition, February 2025",
                "Please check after February 2028 whether there is a newer one.",
                "1. Ring somebody. 2. Sit down. 3. Make a list.",
            ),
        ),
        "application/pdf",
    )
    site.file(
        "/s/lantern-talking-to-doctors.pdf",
        paper(
            "Talking to doctors",
            ("Talking to doctors", "Write your questions down.", "Date for review: 1 June 2025", "Ask who will ring whom, and when."),
        ),
        "application/pdf",
    )
    site.file("/s/lantern-old-letter.pdf", scan(), "application/pdf")
    site.file(
        "/s/lantern-report-2025-26.pdf",
        paper(
            "Report 2025/26",
            (
                "Report 2025/26",
                "For the year that ended on 31 March 2026.",
                ("", "2025/26", "2024/25"),
                ("Calls", "33,918", "31,006"),
                "We will open at Fernhall in 2026/27.",
            ),
        ),
        "application/pdf",
    )
    site.moved("/volunteer/listeners", "/volunteer/helpline-listeners")
    _truths(site)
    return site


def _truths(site: Site) -> None:
    site.fault("*", "review_date", "no_date", "most pages have no review date", once=True)
    site.fault("*", "broken_link", "/accessibility-statement", "the link in every footer leads nowhere", once=True)
    site.fault("/get-help/money-worries", "review_date lapsed_promise", "March 2026", "was due to be checked in March")
    site.fault("/about/policies", "review_date lapsed_promise", "30 September 2026", "one policy was to be reviewed by September")
    site.fault("/s/lantern-talking-to-doctors.pdf", "review_date", "1 June 2025", "its review date has passed")
    site.fault("/get-help/winter-payment", "stale_period", "2024/25", "the payment of two winters ago, told as this one's")
    site.fault("/get-help/drop-ins", "lapsed_promise", "September 2026", "a drop-in that is still to open in September")
    site.fault("/get-help/grants", "lapsed_promise stale_period", "9 October 2026", "a round that has closed, with send yours now")
    site.fault("/get-help/opening-times", "gap", "listed below", "times that are announced, and are not there")
    site.fault("/volunteer/team-training", "gap", "lorem ipsum", "filling text")
    site.fault("/get-help/bereavement", "named_contact gap", "Dawn Ashby", "has no address and is not in the directory")
    site.fault("/get-help/guides", "broken_link", "carers-pack-easy-read-2022.pdf", "a file that is not there")
    site.fault("/s/lantern-old-letter.pdf", "unreadable_page", "", "a scan without text")
    site.fault("/get-help/heating", "broken_link", f"{ADVICE}/heating-grant", "gone")
    site.fault("/get-help/money-help", "moved_link", f"{ADVICE}/money", "moved for good")
    site.fault("/volunteer/roles", "moved_link", "/volunteer/listeners", "its own page has moved for good")
    site.fault("/get-help/young-carers", "missing_anchor", "#book", "the contact page has no such place")
    site.fault("/get-help/moving", "superseded_target", "knees-2018", "the guideline was replaced")
    for path in ("/tuesday-group", "/copy-of-tuesday-group"):
        site.arguable(path, "same_page_twice", "", "told of one of the two, it need not be told of the other")
    site.fault("/copy-of-tuesday-group", "same_page_twice", "tuesday-group", "a copy of a page, and both are public")
    for slug, *_ in POSTS:
        site.arguable(f"/stories/{slug}", "lapsed_promise", "", "a dated story")
    site.arguable("/s/lantern-report-2025-26.pdf", "review_date", "no_date", "a report is not reviewed")
    site.arguable("/s/lantern-carers-pack.pdf", "review_date", "", "a date to look for a newer one is nearly a review date")
    site.arguable("/s/lantern-old-letter.pdf", "review_date", "no_date", "a sample of a letter")
    site.arguable("/get-help/benefits", "review_date", "", "looked at each April, and last in April: due in April next")
    site.arguable("/about/policies", "review_date", "", "a list of the dates of policies that are not on this page")
    site.coming["/get-help/night-sitters"] = dt.date(2027, 1, 15)
