"""Whole ordinary pages: what is on each page of a real site must not become its contact, and what is its contact is found beside it."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.read.document import Hints
from reviewer.read.facts import contacts

COUNCIL = """<!doctype html><html lang="en"><title>Bulky waste collection - Marsh Vale District Council</title>
<body><header><a href="/">Marsh Vale District Council</a><nav><ul><li><a href="/contact">Contact us</a><li><a href="/jobs">Jobs</a>
<li><a href="/privacy">Privacy Policy</a></ul></nav></header>
<main><h1>Bulky waste collection</h1>
<p>We collect large items such as sofas, beds and cookers from your home. Please allow ten working days.</p>
<h2>Who can use this service</h2><p>Any household in the district. Landlords should contact a licensed waste carrier.</p>
<h2>Prices</h2><table><tr><th>Items</th><th>Price</th></tr><tr><td>Up to 3</td><td>£38</td></tr><tr><td>4 to 6</td><td>£52</td></tr></table>
<h2>Before you book</h2><ul><li>Do not put anything out before the day.</li><li>Contact your insurer if an item was damaged by fire.</li>
<li>Ask your doctor to fill in the assisted collection form.</li></ul>
<p>In an emergency contact the police on 999.</p>
<p>Email alerts: sign up to have news sent to you. Read our Terms and Conditions.</p>
<p>Cllr Enid Marlow, Cabinet Member for Waste, said: "We want our streets to be clean."</p>
<h2>Related pages</h2><ul><li><a href="/a">Contact Centre opening hours</a><li><a href="/b">Owner and landlord advice</a></ul>
</main><footer><p>Marsh Vale District Council, Civic Hall, High Street, Marsh Vale ZZ1 2AB</p><p>Telephone: 01632 960 100</p>
<p><a href="/a11y">Accessibility Statement</a> <a href="/privacy">Privacy Policy</a></p></footer></body></html>"""

HANDBOOK = """<!doctype html><html lang="en"><title>Insertion of a nasogastric tube - Junior Doctors' Handbook</title>
<main><h1>Insertion of a nasogastric tube</h1>
<p>Speak to the nurse in charge before you start. Contact the on-call registrar if the aspirate is not acid.</p>
<h2>Who should do it</h2><p>Patients are managed by the Nutrition Team. Lead: 12 hours. Lead time for an X-ray is one hour.</p>
<p>Chart owner: see below. Ward Manager: signs the chart. Consultant: reviews on the round.</p>
<h2>Equipment</h2><ul><li>Tube, size 8 or 10</li><li>pH Paper</li><li>Contact Lens Solution is not to be used</li></ul>
<h2>References</h2><ol><li>Oakes P, Lindon R. Tubes and how to place them. J Feeding 2011; 12: 3-9. Correspondence addressed in full.</li>
<li>National Feeding Society. Safe Placement (2014). Authors reply.</li></ol>
<p>Bleep 1234 out of hours. Radiology: 01632 960 222 (in an emergency).</p>
<p>Page author: Dr Imran Sole, Clinical Fellow. Reviewed by: Dr Una Crake. Approved by: Nutrition Steering Group.</p></main></html>"""

POLICY = """<!doctype html><html lang="en"><title>Lone Working Policy</title><main><h1>Lone Working Policy</h1>
<table><tr><td>Policy number</td><td>HS 014</td></tr><tr><td>Policy author</td><td>Health and Safety Adviser</td></tr>
<tr><td>Executive lead</td><td>Director of Estates</td></tr><tr><td>Approved by</td><td>Health and Safety Committee</td></tr>
<tr><td>Ratified by</td><td>Trust Board</td></tr><tr><td>Consultation</td><td>Staff Side, Heads of Department</td></tr>
<tr><td>Chair</td><td>Morwen Tay</td></tr><tr><td>Signature</td><td>Morwen Tay</td></tr></table>
<h2>Version history</h2><table><tr><th>Version</th><th>Date</th><th>Author</th><th>Description of change</th></tr>
<tr><td>1</td><td>May 2019</td><td>Piers Holm</td><td>New policy</td></tr></table>
<h2>Duties</h2><h3>Chief Executive</h3><p>The Chief Executive has overall responsibility for safety at work.</p>
<h3>Line managers</h3><p>Line managers are responsible for risk assessments and must tell the Fire Officer of changes.</p>
<h3>Staff</h3><p>Staff should speak to their manager, contact Occupational Health Services where they feel unwell, or call the police.</p>
<h2>Definitions</h2><dl><dt>Risk owner</dt><dd>Somebody in charge of a risk</dd><dt>Lone worker</dt><dd>Somebody who works alone</dd></dl>
</main></html>"""

DOCS = """<!doctype html><html lang="en"><title>Tree view - Widget Kit Docs</title><nav><a href="/">Widget Kit</a></nav>
<main><h1>Tree view</h1><p>A tree shows items in levels. See also CountEditableChildren and GetOwnerNode.</p>
<h2>Props</h2><dl><dt>owner</dt><dd>OwnerNode</dd><dt>CountEditableChildren</dt><dd>Number of children</dd><dt>contact</dt><dd>Boolean</dd></dl>
<table><tr><th>Name</th><th>Type</th></tr><tr><td>leadIcon</td><td>IconName</td></tr><tr><td>author</td><td>String</td></tr>
<tr><td>maintainer</td><td>Object</td></tr></table>
<p>The state is managed by React Query. The list is created by Node Factory when the page loads. Set Owner: Parent for a nested tree.</p>
<pre>owner: Jane Doe\nemail: jane.doe@example.com</pre>
<p>Give an address such as name@example.com or user@example.com.</p>
<h2>Changelog</h2><ul><li>4.1.0 Maintained order. Thanks to Contributor Graph.</li></ul></main>
<footer>Edit this page on GitHub</footer></html>"""

BLOG = """<!doctype html><html lang="en"><title>Five walks for a wet Sunday – Fen Ramblers</title>
<header><a href="/">Fen Ramblers</a></header><main><article><h1>Five walks for a wet Sunday</h1>
<p>Posted on 3 March 2024 in Walks, News. Leave a comment</p>
<p>It rained, and Tessa Wold told us that the hills were closed. Lead the group slowly: Slow Walkers come first.</p>
<blockquote>“Contact with nature is what counts,” wrote Aldo Penn in 1931.</blockquote>
<p>The path was created by Lord Harrow in 1820. The book was written by Aldo Penn and edited by Joan Tarr.</p>
<h2>Share this</h2><ul><li><a href="mailto:?subject=Five walks">Email</a><li><a href="/t">Print</a></ul>
<h2>3 thoughts on “Five walks”</h2><p>Rolf Beck says: Lovely. Contact me!</p>
<h2>Leave a reply</h2><p>Your email address will not be published. Required fields are marked *</p><p>Name *</p><p>Email *</p><p>Website</p>
</article></main><aside><h2>Recent Posts</h2><ul><li>Mud Season</li></ul><h2>Archives</h2></aside><footer>Proudly powered by Word Engine</footer></html>"""

MINUTES = """<!doctype html><html lang="en"><title>Minutes of the Parish Council, 4 June 2024</title><main><h1>Minutes</h1>
<p>Present: Cllr Ada Finch (Chair), Cllr Tom Reed, Cllr Mary Hale. In attendance: Olive Bram (Clerk).</p><p>Apologies: Cllr Lee Ashe</p>
<h2>24/61 Finance</h2><p>Proposed by Cllr Reed, seconded by Cllr Hale. The Clerk was asked to contact Severn Fencing Ltd for a quote.</p>
<p>Action: Clerk to write to Vale Highways about the drain. Owner: Clerk.</p>
<h2>24/62 Planning</h2><table><tr><th>Action</th><th>Owner</th><th>By</th></tr><tr><td>Bench</td><td>Tom Reed</td><td>July</td></tr>
<tr><td>Signs</td><td>Mary Hale</td><td>August</td></tr></table>
<p>Mr Dale Orchard asked who was responsible for the verge. The Chairman replied. PC Ron Strand gave a police report.</p>
<p>Signed: Ada Finch</p><p>Date: 2 July 2024</p></main></html>"""

VACANCY = """<!doctype html><html lang="en"><title>Vacancy: Senior Librarian</title><main><h1>Senior Librarian</h1>
<dl><dt>Salary</dt><dd>£34,000</dd><dt>Department</dt><dd>Library Services</dd><dt>Reports to</dt><dd>Head of Collections</dd>
<dt>Responsible for</dt><dd>Two Library Assistants</dd><dt>Closing date</dt><dd>1 May 2025</dd></dl>
<p>You will lead the Enquiry Desk, manage the Events Programme and liaise with Faculty Boards.</p>
<p>Key contacts: students, academic staff, suppliers</p><p>You will work closely with the Director of Learning.</p>
<p>Essential: experience of Customer Service; Desirable: Project Management.</p></main></html>"""

DIRECTORY = """<!doctype html><html lang="en"><title>Staff directory</title><main><h1>Staff directory</h1>
<table><tr><th>Name</th><th>Post</th><th>Email</th></tr>
<tr><td>Ann Archer</td><td>Head Teacher</td><td>ann@school.example</td></tr><tr><td>Bo Barley</td><td>Bursar</td><td>bo@school.example</td></tr>
<tr><td>Cy Corn</td><td>Caretaker</td><td>cy@school.example</td></tr><tr><td>Di Dole</td><td>SENCO</td><td>di@school.example</td></tr></table>
<h2>Governors</h2><ul><li>Chair of Governors: Eve Elm</li><li>Parent Governor: Flo Fern</li><li>Clerk to the Governors: Gil Gorse</li></ul>
</main></html>"""

COUNCILLORS = """<!doctype html><html lang="en"><title>Your councillors</title><main><h1>Your councillors</h1>
<ul><li>Cllr Ann Archer, Labour, North Ward, 01632 960 011, <a href="mailto:a@c.example">Email Ann</a></li>
<li>Cllr Bo Barley, Green, East Ward, 01632 960 012, <a href="mailto:b@c.example">Email Bo</a></li>
<li>Cllr Cy Corn, Independent, West Ward, 01632 960 013, <a href="mailto:cc@c.example">Email Cy</a></li>
<li>Cllr Di Dole, Labour, South Ward, 01632 960 014, <a href="mailto:d@c.example">Email Di</a></li></ul></main></html>"""

COMPLAINTS = """<!doctype html><html lang="en"><title>How to complain</title><main><h1>How to complain</h1>
<p>If you are still unhappy you can go to the Housing Ombudsman Service:</p><p>PO Box 12, Northport</p>
<p>Telephone: 0300 960 0000</p><p>Email: info@ombudsman.example</p>
<p>You can also contact the Information Commissioner's Office.</p>
<p>Large print: please call 01632 960 033 or email print@c.example for another language.</p></main></html>"""

GERMAN = """<!doctype html><html lang="de"><title>Hundesteuer - Stadt Altwehr</title><main><h1>Hundesteuer</h1>
<p>Die Steuer wird von der Stadt erhoben. Wer einen Hund hält, ist verantwortlich für die Anmeldung. Fragen Sie Ihren Tierarzt.</p>
<p>Der Kontakt zu anderen Hunden ist wichtig. Die Satzung wurde vom Rat beschlossen und von Bürgermeister Jens Krug unterschrieben.</p>
<h2>Öffnungszeiten</h2><p>Montag bis Freitag: 8 bis 12 Uhr</p><p>Im Notfall rufen Sie den Notruf 112.</p></main>
<footer>Impressum Datenschutz Kontakt</footer></html>"""

FRENCH = """<!doctype html><html lang="fr"><title>Carte de bibliothèque</title><main><h1>Carte de bibliothèque</h1>
<p>La carte est établie par le logiciel de prêt. Le titulaire est responsable de ses emprunts. Contactez votre médecin en cas de maladie.</p>
<p>Le roman a été écrit par Jean Valcourt en 1910. Mentions Légales</p><h2>Horaires</h2><p>Mardi : 10 h à 18 h</p></main></html>"""


def named(html: str) -> list[str]:
    """The contacts that a page names."""
    document = read.parse(html.encode(), url="https://site.example/page", content_type="text/html; charset=utf-8")
    return [one.value for one in contacts.facts(document, Hints())]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (COUNCIL, ["01632 960 100"]),
        (HANDBOOK, ["Dr Imran Sole", "Clinical Fellow"]),
        (POLICY, ["Health and Safety Adviser", "Director of Estates"]),
        (DOCS, []),
        (BLOG, []),
        (MINUTES, []),
        (VACANCY, []),
        (DIRECTORY, []),
        (COUNCILLORS, []),
        (COMPLAINTS, []),
        (GERMAN, []),
        (FRENCH, []),
    ],
    ids=[
        "council",
        "handbook",
        "policy",
        "docs",
        "blog",
        "minutes",
        "vacancy",
        "directory",
        "councillors",
        "complaints",
        "german",
        "french",
    ],
)
def test_an_ordinary_page_names_its_own_contacts_only(page: str, expected: list[str]) -> None:
    """Menus, minutes, references, histories, registers, staff lists and other people's offices say names on every page."""
    assert named(page) == expected


def test_words_that_stand_in_small_letters_elsewhere_are_no_name() -> None:
    """Two capitals after a request are no person when the page writes both words small, too: it is a thing that has a name."""
    assert named("<main><p>Please contact Green Fields.</p><p>We love green hills and wide fields.</p></main>") == []
    assert named("<main><p>Please contact Mr Green Fields.</p><p>We love green hills and wide fields.</p></main>") == ["Mr Green Fields"]


def test_the_post_may_stand_in_the_line_below_its_holder() -> None:
    """A name that ends its line has its post in the next one; any other line below it is not its post."""
    assert named("<main><p>Policy Owner Karen Holt<br>Chief Estates Officer</p></main>") == ["Karen Holt", "Chief Estates Officer"]
    assert named("<main><p>Policy Owner: Karen Holt<br>Chief Estates Officer came by</p></main>") == ["Karen Holt"]


def test_a_linked_desk_for_other_formats_is_no_contact_of_the_page() -> None:
    """A link to a mailbox in a sentence about braille or complaints is passed over, whatever its words."""
    assert named("<main><p>For braille ask <a href='mailto:prints@site.example'>our print desk</a>.</p></main>") == []


def test_glued_cells_are_cut() -> None:
    """A table whose cells were run together has its label before the capital."""
    assert named("<main><p>Position ResponsibleExecutive Director</p></main>") == ["Executive Director"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<aside><h2>Page contact</h2><p>Renal Unit<br>renal@site.example</p></aside>", ["Renal Unit", "renal@site.example"]),
        ("<aside><p>For questions about this page email web@site.example.</p></aside>", ["web@site.example"]),
        ("<aside><p>Newsletter: to subscribe write to news@site.example.</p></aside>", []),
        ("<aside><h2>Related pages</h2><p>Ann Bell, Head of Parks</p></aside>", []),
        ("<footer><p>Further information is available from data@site.example.</p></footer>", ["data@site.example"]),
        ("<footer><p>1 High Road, Northport, post@site.example</p></footer>", []),
        ("<main><p>Telefon: 22 12 34 56</p><p>Order 22 12 34 56</p></main>", ["22 12 34 56"]),
        ("<main><p>General enquiries 01632 960 123</p></main>", ["01632 960 123"]),
    ],
)
def test_side_cards_footers_and_numbers(markup: str, expected: list[str]) -> None:
    """Beside the page's text an address counts where its line or heading speaks of contact; a number where a word for calling is near."""
    assert named(markup) == expected


def test_a_list_of_offices_is_what_its_page_has_to_say() -> None:
    """Four mailboxes of teams in a table are contacts; those of four people are a staff list."""
    offices = "".join(f"<tr><td>{name} Team</td><td>{name.lower()}@site.example</td></tr>" for name in ("Rates", "Parks", "Roads", "Bins"))
    people = "".join(f"<tr><td>{name} Bell</td><td>{name.lower()}@site.example</td></tr>" for name in ("Ann", "Bo", "Cy", "Di"))
    assert named(f"<main><table>{offices}</table></main>") == [f"{one}@site.example" for one in ("rates", "parks", "roads", "bins")]
    assert named(f"<main><table>{people}</table></main>") == []


def test_one_label_on_four_lines_is_of_other_things() -> None:
    """A list of documents gives the author of each; their mailboxes are still somebody to ask."""
    names = ("Ann Bell", "Bo Carr", "Cy Dow", "Di Eve")
    assert named("".join(f"<p>Guide {at}. Author: {name}</p>" for at, name in enumerate(names))) == []
    assert named("".join(f"<p>Guide {at}. Author: {name}</p>" for at, name in enumerate(names[:3]))) == list(names[:3])
    mails = [f"{name[:2].strip().lower()}@site.example" for name in names]
    assert named("".join(f"<p>Contact: {mail}</p>" for mail in mails)) == mails
