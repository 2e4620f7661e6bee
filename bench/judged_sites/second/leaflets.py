"""A hospital's library of leaflets for patients: some as pages, some as PDFs, each with its number and its dates, and each wing with its own wording."""

from __future__ import annotations

import datetime as dt
from random import Random

from bench.judged_sites.made import PIXEL, Site, listed, paragraphs, table
from bench.judged_sites.papers import Line, paper, scan

from .abroad import CHATTER, SHELF, STANDARDS, known

BASE = "https://leaflets.orrinvale.example"

OWNERS = """[[owner]]
name = "Kirsten Vale"
email = "patient.information@orrinvale.example"
aliases = ["Mrs Kirsten Vale"]
teams = ["Patient Information"]
[[owner]]
name = "Amit Doshi"
email = "pharmacy@orrinvale.example"
aliases = ["Dr Amit Doshi"]
teams = ["Pharmacy"]
[[owner]]
name = "Carys Webb"
email = "physio@orrinvale.example"
teams = ["Physiotherapy"]
"""
WINGS = {
    "bones": "Bones and joints",
    "medicines": "Medicines",
    "children": "Children",
    "eyes-and-ears": "Eyes and ears",
    "tests": "Tests",
    "heart-and-lungs": "Heart and lungs",
}

# slug, title, wing, number, the line with its dates, body
LEAFLETS = (
    ("knee-replacement", "A new knee", "bones", "OV-0231", "Produced: March 2023. Date of next review: 03/2026", paragraphs("You will be in for one to three nights.", "<h2>Afterwards</h2>", "You will be reviewed after six weeks, and again after a year.", f'<a href="{SHELF}/papers/knees-2015">A trial of walking after operations</a> was made in 2013-2015.')),
    ("hip-replacement", "A new hip", "bones", "OV-0232", "Produced: May 2025. Date of next review: 05/2028", paragraphs("Do not cross your legs.", 'Do <a href="/leaflets/knee-replacement/#exercises">the exercises</a> from the first day on.', "Hips put in before 2004 were cemented; yours may not be.")),
    ("knee-arthroscopy", "Looking into the knee", "bones", "OV-0240", "Produced: May 2025. Date of next review: 05/2028", paragraphs("Two small cuts, and home by tea.", f'We follow the <a href="{STANDARDS}/guides/knees-2018">guideline on knees</a>.', "Stitches come out after 10/11 days.")),
    ("plaster", "Your plaster cast", "bones", "OV-0244", "Produced: May 2026. Date of next review: 05/2029", paragraphs("Keep it dry. Keep it up.", "Ring us if your toes turn blue.", "<h2>Your appointment</h2>", "Next review: ......................... in the fracture clinic")),
    ("back-pain", "Back pain", "bones", "OV-0250", "Produced: May 2026. Date of next review: 05/2029", paragraphs("Most backs are better in six weeks.", 'Our <a href="/pdf/OV-0199.pdf">sheet of exercises</a> (PDF).', "In a study of 2018 people who walked were well 2/52 sooner.")),
    ("anticoagulants", "Anticoagulants", "medicines", "OV-0301", "Author: Pharmacy. Expiry date: June 2025", paragraphs("Take it at the same time each day.", f'See <a href="{STANDARDS}/guides/blood-thinners">Blood thinners</a>.', table(("Week of (example)", "Dose", "INR"), ("3 February 2025", "3 mg", "2.4"), ("10 February 2025", "3 mg", "2.6")))),
    ("steroids", "Steroids", "medicines", "OV-0302", "Author: Pharmacy. Expiry date: June 2028", paragraphs("Never stop them on your own.", "Carry the blue card. Red cards, which were given out until 2020, are still good.", "Take 30 mg for 5/7, then 20 mg for 5/7.")),
    ("painkillers", "Strong painkillers", "medicines", "OV-0303", "Author: Pharmacy. Expiry date: September 2027", paragraphs("Do not drive if you are drowsy; that has been an offence since 2 March 2015.", 'If you take warfarin too, read <a href="/leaflets/blood-thinners/">Blood thinners</a>.', "Tablets have a date of their own on the box: EXP 03/2026, say.")),
    ("antibiotics", "Antibiotics at home", "medicines", "OV-0304", "Author: Pharmacy. Expiry date: January 2027", paragraphs("A nurse comes once a day.", "Ring if the arm is red.", "Bring back what is left.")),
    ("flu", "Your flu vaccine", "medicines", "OV-0310", "Author: Pharmacy. Expiry date: August 2028", paragraphs("<h2>Clinics 2025/26</h2>", "Come without an appointment on any Saturday of the 2025/26 season, ten to two.", "The virus changes: that of 2009 killed the young, that of 2017/18 the old.")),
    ("asthma", "Asthma", "heart-and-lungs", "OV-0401", "Version 4, April 2023. Review in three years.", paragraphs("Blue is for now, brown is for always.", "<h2>My plan</h2>", "Best peak flow: ......... Date: __/__/____ Next review with my nurse: __/__/____")),
    ("pressure", "High blood pressure", "heart-and-lungs", "OV-0402", "Version 6, April 2025. Review in three years.", paragraphs("We want it below 140/90; at home below 135/85.", table(("Date", "Morning", "Evening"), ("1/2", "138/84", "131/80"), ("2/2", "136/82", "129/79")), "Salt has been known to matter since 1904.")),
    ("angiogram", "Angiogram", "heart-and-lungs", "OV-0403", "Version 2, April 2026. Review in three years.", paragraphs("It takes an hour. You lie flat for two.", "Of 1,000 people one has a stroke (figures of 2019-2023).", f'Other trusts have <a href="{STANDARDS}/guides/angiograms">a film about it</a>.')),
    ("oxygen", "Oxygen at home", "heart-and-lungs", "OV-0404", "Version 3, April 2026. Review in three years.", paragraphs("No flames, no smoking, no petroleum jelly.", "The firm was changed on 1 August 2022. Machines of the old one were collected by 31 October 2022.")),
    ("tonsils-children", "Tonsils out: children", "children", "OV-0120", "Written May 2025; to be looked at again no later than May 2028", paragraphs("This leaflet has been replaced by OV-0440, Tonsils.", "Give toast. Not ice cream.")),
    ("tonsils", "Tonsils", "children", "OV-0440", "Written May 2026; to be looked at again no later than May 2029", paragraphs("Sore for ten days. Day 5/6 is the worst.", "Ring 999 if there is blood that does not stop.")),
    ("jabs", "Jabs for babies", "children", "OV-0441", "Written July 2025; to be looked at again no later than July 2028", paragraphs("From 1 July 2025 the second dose comes at 12 weeks; until 30 June 2025 it came at 16.", table(("Born", "At one year"), ("On or before 30 June 2024", "Four jabs"), ("On or after 1 July 2024", "Three jabs")))),
    ("bedwetting", "Wet beds", "children", "OV-0442", "Written July 2025; to be looked at again no later than July 2028", paragraphs("It is nobody's fault.", "Contact: Sister Ruth Oyelaran, continence nurse.", "“I thought I would be dry by seven. I was nine.” - Kit")),
    ("grommets", "Grommets", "children", "OV-0443", "Written May 2026; to be looked at again no later than May 2029", paragraphs("They fall out on their own after a year.", "Swimming is fine. That was seen otherwise until 2008 or so.")),
    ("eye-drops", "Eye drops", "eyes-and-ears", "OV-0501", "Reviewed 4 May 2026. Next review due 4 May 2029.", paragraphs("Wash your hands. Look up. One drop.", "Worried? Ring the ward: [ward telephone]", "Throw the bottle away four weeks after you open it.")),
    ("cataract", "Cataract", "eyes-and-ears", "OV-0502", "Reviewed 4 May 2025. Next review due 4 May 2028.", paragraphs("You are awake, and it takes twenty minutes.", "<h2>Where to come</h2>", "The new eye unit will open in January 2026. Until then come to level 2.", "Lenses come from a firm that has made them since 1949.")),
    ("glaucoma", "Glaucoma", "eyes-and-ears", "OV-0503", "Reviewed 4 May 2026. Next review due 4 May 2029.", paragraphs("Drops for life.", "<h2>Driving</h2>", "Tell the licensing office. Licences given before 1997 are no different.")),
    ("hearing-aids", "Hearing aids", "eyes-and-ears", "OV-0504", "Reviewed 14 December 2023. Next review due 14 December 2026.", paragraphs("Batteries are free.", "Bring the brown book. New models (X3/X4, 2024) pair with a telephone; Android 12/13 and later.")),
    ("mri", "MRI", "tests", "OV-0601", "Leaflet valid from 31 May 2023. For review by: 2026-05-31", paragraphs("It is loud, and does not hurt.", "Tell us of metal: clips put in before 1995, or a pump.", "Have you had a scan since 2020? Bring the letter.")),
    ("blood-test", "Blood tests", "tests", "OV-0602", "Leaflet valid from 31 May 2026. For review by: 2029-05-31", paragraphs("Drink water. Eat nothing.", "Forms are good for six months: one of 2 March is good until 2 September.")),
    ("colonoscopy", "Colonoscopy", "tests", "OV-0603", "Leaflet valid from 31 May 2026. For review by: 2029-05-31", paragraphs("The day before: broth, tea, jelly that is not red.", "Of 5,212 tests in 2024/25 five went wrong.", "<h2>If you had polyps</h2>", "You will be called again in 3/5 years: who was seen in 2024 is seen in 2027 or 2029.")),
)  # fmt: skip
PAPERS: tuple[tuple[str, str, tuple[tuple[Line, ...], ...]], ...] = (
    ("OV-0512", "Ear wax", (("Ear wax", "Orrin Vale Hospitals", "Oil for a fortnight, then come.", "No cotton buds.", ("Leaflet no.", "OV-0512"), ("Produced", "July 2023"), ("Review date", "July 2026")),)),
    ("OV-0036", "Head injury in children", (("Guideline No. 36 Sept 2017", "Head injury in children", "Scan if there is vomiting more than twice.", "CT within 1 hour: GCS 13/15 or less."), ("Version history", ("Version", "Date", "Status"), ("1", "June 2012", "Archived"), ("2", "May 2015", "Archived"), ("3", "September 2017", "Current"), "Next review: September 2020"))),
    ("OV-0333", "Iron tablets", (("Iron tablets", "Orrin Vale Hospitals, Pharmacy", "Take them with juice, not with tea.", "Black stools are harmless.", "Do not give them to children.", "OV-0333"),)),
    ("OV-0610", "Bone scan", (("Bone scan", "You will be given a small injection, and wait three hours.", "Produced 12 December 2023. Date for review: 12 December 2026.", "OV-0610"),)),
    ("OV-0611", "Ultrasound", (("Ultrasound", "Jelly, and a cold hand.", "A full bladder helps.", "Produced June 2025. Review due June 2028.", "OV-0611"),)),
    ("OV-0612", "Barium meal", (("Barium meal", "It tastes of chalk and strawberries.", "References", "1. Fell T. Chalk. Lancing 2016; 20: 19-20.", "2. Rook A. Until 2020: a forecast. 2nd ed. 2011.", "Produced June 2025. Review due June 2028."),)),
    ("OV-0245", "Crutches", (("Crutches", "Good leg up first, bad leg down first.", "Bring them back: 212 went missing in 2024/25.", "Written by Physiotherapy, May 2026. Next review May 2029."),)),
    ("OV-0246", "Sling", (("Sling", "Take it off three times a day.", "Day 1-10: rest. Day 11-21: swing. 4/52: lift.", "Written by Physiotherapy, May 2026. Next review May 2029."),)),
    ("OV-0320", "Methotrexate diary", (("My methotrexate diary", "One day a week, always the same.", ("Date", "Dose", "Next blood test"), ("../../....", "......", "../../...."), "Next review with my consultant: ............", "Issued by Pharmacy March 2025. Review March 2028. OV-0320"),)),
    ("OV-0321", "Pain chart", (("Pain chart", "Circle a number from 0 to 10.", ("Day", "Morning", "Night"), ("1", "6/10", "4/10"), ("2", "5/10", "3/10"), "Issued by Pharmacy March 2025. Review March 2028. OV-0321"),)),
    ("OV-0405", "Walking test", (("Walking test", "Six minutes, up and down a corridor.", "You will be told the result within 14 days.", "Version 2, April 2026", "Review April 2029", "OV-0405"),)),
    ("OV-0450", "Croup", (("Croup", "It sounds like a seal.", '"By midnight I was sure that he would die. By one he was asleep." - a father, 2019', "Written July 2025. Review July 2028. OV-0450"),)),
)  # fmt: skip
LOOSE = (
    ("about", "About our leaflets", paragraphs("Leaflets are written by those who treat you and read by five people who do not.", "Every leaflet is reviewed at least every three years. An audit in May 2022 found that 31 of 204 were late; by May 2024 it was four.", "Suggestions go to Mrs Kirsten Vale, <a href='mailto:patient.information@orrinvale.example'>patient.information@orrinvale.example</a>.")),
    ("writing", "How to write a leaflet", paragraphs("Use this frame. Fill in what stands in brackets.", "<pre>Title: [what it is called]\nProduced: [Month YYYY]\nReview date: [Month YYYY]\nContact: [ward telephone]</pre>", "Do not write “soon” or “by next year”. “We will have a scanner by 2019” stood in a leaflet until 2023.")),
    ("parking", "Parking", table(("Hours", "From 1 April 2026", "Until 31 March 2026"), ("Up to 2", "£3.20", "£3.00"), ("Up to 4", "£4.10", "£3.90"), ("Day", "£8.00", "£7.50"))),
    ("visiting", "Visiting", paragraphs("Two at a time, two to eight.", "From 17 March 2020 to 4 April 2022 nobody could visit. That is over.", "No flowers on Ward 20/21.")),
    ("wards", "Wards", table(("Ward", "Telephone", "Email"), ("19", "01632 960 419", ""), ("20/21", "01632 960 420", "ward20@orrinvale.example"), ("22", "01632 960 422", ""))),
    ("news", "News", paragraphs("<h3>9 November 2026</h3>", "The leaflet on tonsils is new.", "<h3>2 June 2025</h3>", "Clinics on level 2 will be closed until 6 June 2025.", "<h3>5 October 2024</h3>", "Flu clinics begin today and end on 20 December 2024.")),
    ("history", "History", paragraphs("The hospital was opened on 5 July 1948, three years late.", "In 1962 it was promised a new wing by 1970. It was given one in 1986/87.", "A clock from the old workhouse (1838) hangs in the hall.")),
    ("feedback", "What do you think?", "<form><label>Name</label><input><label>Email</label><input><label>Date of your visit (DD/MM/YYYY)</label><input><label>What can we do better by next time?</label><textarea></textarea></form>"),
)  # fmt: skip
ASIDES = (
    "You can bring somebody with you, and we would like you to.",
    "In 2024 we asked 412 people who had been through it. Nine of ten would do it again.",
    "Tell us of all tablets, also of those that you bought yourself.",
    "“I was afraid for weeks before the 3rd of May 2023, and it was over by lunch.” - Joan, 71",
    "The risk was put at 1 in 200 in 2011 and at 1 in 340 in 2021.",
    "If you have not heard from us after six weeks ring the desk.",
    "Wear loose clothes. Leave rings at home.",
    "It was first done here in 1978, by Mr Aldous Penn, who worked until 1999.",
    "You may drive when you can stamp on the brake.",
    "Eat what you like. Drink less than you like.",
    "Some people feel sick for a day; after 2019, when the gas was changed, fewer do.",
    "Students may be in the room. You may say no.",
    "Results take up to ten working days.",
    "A larger study (Fell and others, 2014-2020) is still being counted.",
    "We keep your notes for eight years: those of 2018 are destroyed in 2026.",
    "The desk is open from 8 to 6, and on 24/12 until noon.",
    "Ask us anything. There are no silly questions, only hurried answers.",
)


def _asides(slug: str) -> str:
    """What stands in many leaflets, in other words or in the same."""
    picked = Random(slug).sample(ASIDES, 4)
    return "<h2>What else you may want to know</h2>" + listed(*picked)


def _page(title: str, body: str, foot: str = "") -> str:
    menu = "".join(f'<li><a href="/wings/{slug}/">{name}</a></li>' for slug, name in WINGS.items())
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title} :: Orrin Vale Hospitals</title><link rel="stylesheet" href="/css/print.css"></head>
<body><a href="#main-content" class="visuallyhidden">Skip to main content</a><div id="header"><a href="/"><img src="/css/logo.gif" alt="Orrin Vale Hospitals"></a>
<form role="search"><label>Search</label><input type="search"></form><ul id="nav">{menu}<li><a href="/a-z/">A to Z</a></li><li><a href="/about/">About our leaflets</a></li></ul></div>
<div id="main-content"><h1>{title}</h1><div class="tools"><a href="javascript:window.print()">Print</a> <button>Listen</button> <button>A+</button></div>
{body}
{foot}</div>
<div id="footer"><a href="/parking/">Parking</a> | <a href="/visiting/">Visiting</a> | <a href="/wards/">Wards</a> | <a href="/news/">News</a> | <a href="/history/">History</a> | <a href="/writing/">For staff</a> | <a href="/feedback/">What do you think?</a> | <a href="{CHATTER}/orrinvale">Chatter</a>
<p>&copy; Orrin Vale Hospitals 2011-2026. If you need this in another language, in large print or in Braille ring 01632 960 400.</p></div></body></html>"""


def made() -> Site:
    """The site and its truths."""
    site = Site("leaflets", BASE, owners=OWNERS)
    known(site)
    site.file("/css/print.css", b"@media print{#nav{display:none}}", "text/css")
    site.file("/css/logo.gif", PIXEL, "image/gif")
    site.page("/", _page("Leaflets", "<p>Something to read before you come and after you have gone.</p>"))
    for wing, name in WINGS.items():
        site.page(
            f"/wings/{wing}/",
            _page(
                name,
                listed(
                    *(f'<a href="/leaflets/{slug}/">{title}</a> ({number})' for slug, title, where, number, *_ in LEAFLETS if where == wing)
                ),
            ),
        )
    for slug, title, _, number, dates, body in LEAFLETS:
        foot = f'<div class="leaflet-info"><p>Leaflet number {number}. {dates}</p><p>Patient Information, 01632 960 400, <a href="mailto:patient.information@orrinvale.example">patient.information@orrinvale.example</a></p></div>'
        site.page(f"/leaflets/{slug}/", _page(title, body + _asides(slug), foot))
    for number, title, sheets in PAPERS:
        site.file(f"/pdf/{number}.pdf", paper(title, *sheets), "application/pdf")
    site.file("/pdf/OV-0099.pdf", scan(), "application/pdf")
    letters = [(title, f"/leaflets/{slug}/", "") for slug, title, *_ in LEAFLETS] + [
        (title, f"/pdf/{number}.pdf", " (PDF)") for number, title, _ in PAPERS
    ]
    letters.append(("Varicose veins", "/pdf/OV-0099.pdf", " (PDF)"))
    site.page("/a-z/", _page("A to Z", listed(*(f'<a href="{path}">{title}</a>{kind}' for title, path, kind in sorted(letters)))))
    for slug, title, body in LOOSE:
        site.page(f"/{slug}/", _page(title, body))
    site.moved("/leaflets/blood-thinners/", f"{BASE}/leaflets/anticoagulants/")
    _truths(site)
    return site


def _truths(site: Site) -> None:
    site.fault("/leaflets/knee-replacement/", "review_date", "31 March 2026", "its review month has ended")
    site.fault("/leaflets/anticoagulants/", "review_date superseded_page", "June 2025", "it expired in June 2025")
    site.fault("/leaflets/asthma/", "review_date", "April 202", "three years from April 2023 are over")
    site.fault("/leaflets/mri/", "review_date", "31 May 2026", "its review was due in May")
    site.fault("/pdf/OV-0512.pdf", "review_date", "31 July 2026", "its review month has ended")
    site.fault(
        "/pdf/OV-0036.pdf", "review_date", "30 September 2020", "its review is six years late; what is archived are its earlier versions"
    )
    site.fault("/pdf/OV-0333.pdf", "review_date", "no_date", "a leaflet without any date")
    site.fault("/pdf/OV-0099.pdf", "unreadable_page", "", "a scan without text")
    site.fault("/leaflets/flu/", "stale_period", "2025/26", "clinics of the last season, told as this one's")
    site.fault("/leaflets/cataract/", "lapsed_promise", "January 2026", "a unit that is still to open in January")
    site.fault("/leaflets/eye-drops/", "gap", "[ward telephone]", "a number that was never filled in")
    site.fault("/leaflets/hip-replacement/", "missing_anchor", "#exercises", "the leaflet has no such place")
    site.fault("/leaflets/back-pain/", "broken_link", "OV-0199.pdf", "a sheet that is not there")
    site.fault("/leaflets/angiogram/", "broken_link", f"{STANDARDS}/guides/angiograms", "not there")
    site.fault("/leaflets/painkillers/", "moved_link", "/leaflets/blood-thinners/", "its own page has moved for good")
    site.fault("/leaflets/knee-arthroscopy/", "superseded_target", "knees-2018", "the guideline was replaced")
    site.fault("/leaflets/tonsils-children/", "superseded_page", "replaced", "says so in its first line, and is listed with the others")
    site.fault("/leaflets/bedwetting/", "named_contact gap", "Ruth Oyelaran", "has no telephone and is not in the directory")
    site.arguable("*", "review_date", "no_date", "lists, news and what is no leaflet have no dates")
    for path in ("/wings/children/", "/a-z/"):
        site.arguable(path, "superseded_target", "tonsils-children", "the list still leads to it")
    site.arguable("/about/", "review_date", "", "what is said of all leaflets could be meant of this page, too")
    site.arguable("/news/", "lapsed_promise", "", "dated news")
    site.arguable("/wards/", "gap", "", "two wards of three without an address")
    site.arguable("/leaflets/flu/", "lapsed_promise", "", "the same clinics")
    site.coming["/leaflets/antibiotics/"] = dt.date(2027, 1, 31)
    site.coming["/leaflets/hearing-aids/"] = dt.date(2026, 12, 14)
    site.coming["/pdf/OV-0610.pdf"] = dt.date(2026, 12, 12)
