"""Whole pages, forty at a time: each batch was written before the reader was run on it (docs/decisions/0027). All of it is invented.

The text of a page (HTML with a shell of menus around it, or Markdown), and the dates that it states of itself, by short names.
"""

from __future__ import annotations

PAGES: tuple[tuple[str, dict[str, str]], ...] = (
    # batch 1
    (
        '<!doctype html><html lang="en"><head><title>Smoking policy - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Smoking policy</h1><p>Smoking has not been allowed on our sites since July 2007.</p><h2>Document control</h2><table><tr><td>Version</td><td>4.1</td></tr><tr><td>Approved by</td><td>Board of Trustees</td></tr><tr><td>Date approved</td><td>14 March 2025</td></tr><tr><td>Review date</td><td>March 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-03", "published": "2025-03-14"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Getting a bus pass - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Getting a bus pass</h1><p class="byline">Published 3 May 2024 | Last updated 11 February 2026</p><p>You can get a pass when you reach 66. Prices rise in April 2026.</p><p>Apply by 31 March 2026 for the new year.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2024-05-03", "updated": "2026-02-11"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Chickenpox - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Chickenpox</h1><p>Chickenpox is common.</p><p>The vaccine was introduced in 2026 after the 2023 trial.</p><div class="meta"><p>Page last reviewed: 12 January 2026<br>Next review due: 12 January 2029</p></div></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-01-12", "due": "2029-01-12"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Mobile working - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Mobile working</h1><ul class="pageinfo"><li>Owner: Head of HR</li><li>Issued: 1 June 2023</li><li>Reviewed: 4 June 2025</li><li>Next review: June 2027</li></ul><p>You may work from home two days each week.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2023-06-01", "last": "2025-06-04", "due": "2027-06"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Council opens new lido - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Council opens new lido</h1><p>Date: 5 June 2025</p><p>The new lido opened on Saturday 31 May 2025.</p><p>"We are delighted," said Cllr Berg. A second pool will follow in 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-06-05"},
    ),
    (
        "---\ntitle: Backups\nauthor: Ina Holm\ndate: 2024-09-02\nlastmod: 2025-11-20\nreview_in: 6 months\nlast_reviewed_on: 2025-11-20\n---\n# Backups\n\nWe take backups each night. The 2023 outage taught us why.\n",
        {"published": "2024-09-02", "updated": "2025-11-20", "last": "2025-11-20", "due": "2026-05-20"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Datenschutzerklärung - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Datenschutzerklärung</h1><p>Wir nehmen den Schutz Ihrer Daten ernst. Die Verordnung gilt seit dem 25. Mai 2018.</p><p>Stand: Januar 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-01"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Charte informatique - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Charte informatique</h1><p>Version 3 adoptée par le conseil le 12 juin 2024, applicable au 1er septembre 2024.</p><p>Dernière mise à jour : 3 mars 2025</p><p>Prochaine révision : juin 2027</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2025-03-03", "due": "2027-06", "published": "2024-06-12"},
    ),
    (
        '<!doctype html><html lang="es"><head><title>Becas - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Becas</h1><p>Publicado el 4 de febrero de 2026. El plazo termina el 30 de marzo de 2026.</p><p>Actualizado: 10/02/2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-02-04", "updated": "2026-02-10"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Admissions guidance 2026 to 2027 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Admissions guidance 2026 to 2027</h1><dl><dt>From:</dt><dd>Department of Quays</dd><dt>Published</dt><dd>12 October 2025</dd><dt>Last updated</dt><dd>9 January 2026 — <a href="#h">See all updates</a></dd></dl><p>Schools must publish arrangements by 15 March 2026.</p><h2 id="h">Updates</h2><ol><li><time>9 January 2026</time> Corrected annex B.</li><li><time>12 October 2025</time> First published.</li></ol></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-10-12", "updated": "2026-01-09"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Ammonia handling SOP - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Ammonia handling SOP</h1><table><tr><th>SOP No.</th><th>Issue date</th><th>Effective date</th><th>Review due</th></tr><tr><td>LAB-014</td><td>02/03/2025</td><td>16/03/2025</td><td>16/03/2028</td></tr></table><p>Wear goggles.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-03-02", "due": "2028-03-16"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Patient leaflet: cataracts - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Patient leaflet: cataracts</h1><p>This leaflet tells you of your operation.</p><p>Leaflet number 0412/2<br>Produced: August 2024<br>Review: August 2027</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2024-08", "due": "2027-08"},
    ),
    (
        '<!doctype html><html lang="cy"><head><title>Polisi Absenoldeb - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Polisi Absenoldeb</h1><p>Mae\'r polisi hwn ar gyfer staff.</p><p>Cymeradwywyd: 3 Mawrth 2025</p><p>Dyddiad adolygu: Mawrth 2028</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-03-03", "due": "2028-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Modern slavery statement - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Modern slavery statement</h1><p>This statement is made under section 54 for the financial year ending 31 March 2025.</p><p>It was approved by the board on 22 September 2025.</p><p>Ada Quill<br>Chief Executive<br>22 September 2025</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-09-22"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Wochenmarkt - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Wochenmarkt</h1><p>Der Markt findet seit 1998 statt.</p><p>Zuletzt geändert am 4.2.2026 um 10:12 Uhr</p><p>Veröffentlicht am 01.09.2023</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-02-04", "published": "2023-09-01"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Whistleblowing - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Whistleblowing</h1><table><tr><td>Version</td><td>2</td></tr><tr><td>Owner</td><td>Company Secretary</td></tr><tr><td>Comes round again</td><td>September 2027</td></tr><tr><td>Most recently gone over</td><td>September 2025</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-09", "last": "2025-09"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Hot works permit - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Hot works permit</h1><p>You need a permit for welding.</p><p>We will look at this page again in March 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Kiln instructions - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Kiln instructions</h1><p>Somebody last went through these instructions on 4 May 2025.</p><p>Fire at 1,000 degrees.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05-04"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Allotments - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Allotments</h1><dl><dt>Page keeper</dt><dd>Parks team</dd><dt>Eyes last on this</dt><dd>3 April 2026</dd><dt>Back on the desk</dt><dd>3 April 2027</dd></dl><p>The waiting list was closed in 2024.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-04-03", "due": "2027-04-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Safe lifting - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Safe lifting</h1><p>Written by the estates team in June 2024. To be gone over again by June 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2024-06", "due": "2026-06"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Fire drills - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Fire drills</h1><p class="footer-note">This text was put right on 3 February 2026.</p><p>Drills take place each term.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-02-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Taxi licences - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Taxi licences</h1><p>Up on this site since 4 July 2024</p><p>Fees rose in April 2025.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2024-07-04"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Laptops - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Laptops</h1><aside class="card"><p><b>Owner</b> IT desk</p><p><b>Version</b> 7</p><p><b>Next health check</b> 1 October 2026</p></aside><p>Bring your laptop to the desk.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2026-10-01"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Lärmschutz - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Lärmschutz</h1><table><tr><td>Verantwortlich</td><td>Umweltamt</td></tr><tr><td>Version</td><td>3</td></tr><tr><td>Zuletzt durchgeschaut</td><td>12.01.2026</td></tr><tr><td>Nächster Blick darauf</td><td>12.01.2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-01-12", "due": "2027-01-12"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Accueil des stagiaires - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Accueil des stagiaires</h1><table><tr><td>Rédacteur</td><td>Service RH</td></tr><tr><td>Passée en revue le</td><td>3 mars 2025</td></tr><tr><td>À repasser en revue le</td><td>3 mars 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-03-03", "due": "2027-03-03"},
    ),
    (
        '<!doctype html><html lang="es"><head><title>Uso de vehículos - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Uso de vehículos</h1><p>Repasamos esta página el 4 de mayo de 2025 y volveremos a mirarla en mayo de 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05-04", "due": "2026-05"},
    ),
    (
        '<!doctype html><html lang="cy"><head><title>Gweithio gartref - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Gweithio gartref</h1><p>Bwriwyd golwg dros y dudalen hon ar 4 Mai 2025.</p><p>Byddwn yn edrych arni eto ym mis Mai 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05-04", "due": "2026-05"},
    ),
    (
        "# Runbook: queue\n\n| | |\n|---|---|\n| Owner | Platform |\n| Status | Live |\n| Sanity-checked | 2026-01-12 |\n| Recheck by | 2026-07-12 |\n\nRestart the queue.\n",
        {"last": "2026-01-12", "due": "2026-07-12"},
    ),
    (
        '<!doctype html><html lang="sv"><head><title>Vuxna elever - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Vuxna elever</h1><p>Innehållet genomläst 2025-05-04. Ska läsas igenom på nytt senast 2026-05-04.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05-04", "due": "2026-05-04"},
    ),
    (
        '<!doctype html><html lang="nl"><head><title>Zwemles - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Zwemles</h1><p>Nagekeken op 4 mei 2025</p><p>Wordt opnieuw bekeken in mei 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05-04", "due": "2026-05"},
    ),
    (
        '<!doctype html><html lang="it"><head><title>Mensa scolastica - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Mensa scolastica</h1><p>Testo rivisto il 4 maggio 2025; da ricontrollare entro maggio 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05-04", "due": "2026-05"},
    ),
    (
        '<!doctype html><html lang="pt"><head><title>Recolha - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Recolha</h1><p>Conteúdo verificado em 4 de maio de 2025. A rever até maio de 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05-04", "due": "2026-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Boat hire - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Boat hire</h1><p>All boats are inspected each spring. The next inspection is on 3 May 2027.</p><p>Next sailing: 4 May 2026</p><p>Last sailing: 30 September 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Board papers - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Board papers</h1><table><tr><th>Paper</th><th>Owner</th><th>Date of next look</th></tr><tr><td>Risk register</td><td>Ann</td><td>May 2027</td></tr><tr><td>Estates plan</td><td>Bo</td><td>June 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Lift certificate - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Lift certificate</h1><p>Lift 4 was examined on 3 May 2025. To be examined again by 3 November 2025.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Your appointment - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Your appointment</h1><p>Your prescription will be looked at again in March 2027.</p><p>Last seen: 3 May 2025</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>How we edit - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>How we edit</h1><p>For example: "Last gone over: 3 May 2025. Next look: May 2026".</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Rent policy news - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Rent policy news</h1><p>The minister said the rent guideline would be looked at again in March 2027.</p><p>Consultation opened on 3 March 2026 and closes on 30 April 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Playground - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Playground</h1><p>The slide was replaced in May 2024 and will be replaced again in 2034.</p><p>Next deep clean: 4 August 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Term dates - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Term dates</h1><dl><dt>Term starts</dt><dd>3 September 2026</dd><dt>Half term</dt><dd>26 October 2026</dd><dt>Next term</dt><dd>5 January 2027</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    # batch 2
    (
        '<!doctype html><html lang="en"><head><title>New bridge opens - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>New bridge opens</h1><p class="date">12 February 2026</p><p>A new bridge opened on Monday 9 February 2026. It cost £3m.</p><p>"It is grand", said Cllr Bo Penn.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-02-12"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Annual report 2024-25 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Annual report 2024-25</h1><p>Presented to the Board on 14 July 2025</p><p>Publication date: 21 July 2025</p><p>In 2024 we saw 4,000 people.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-07-21"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Flood risk: your guide - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Flood risk: your guide</h1><p>By Tessa Loam, 3 March 2026, 5 minute read</p><p>The flood of 2007 hit 300 homes.</p><p>Filed under: Water</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-03-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Statement of accounts - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Statement of accounts</h1><p>Authorised for issue on 30 September 2025</p><p>For the year ended 31 March 2025.</p><h2>1. Policies</h2><p>Leases of 2019 are restated.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-09-30"},
    ),
    (
        "# Guidance note 14: ladders\n\n*Issue 3, June 2025*\n\nUse ladders for short work only. The 2005 regulations apply.\n\nNext revision due June 2028.\n",
        {"published": "2025-06", "due": "2028-06"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Library charter - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Library charter</h1><p>Adopted by the library committee at its meeting of 5 May 2024. Last amended 9 March 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2024-05-05", "updated": "2026-03-09"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Flu jabs - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Flu jabs</h1><div><span>Published:</span> <time datetime="2025-09-01">1 September 2025</time></div><div><span>Last edited:</span> <time datetime="2025-10-14">14 October 2025</time></div><p>Jabs start on 1 October 2025.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-09-01", "updated": "2025-10-14"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Presseinformation: Neuer Radweg - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Presseinformation: Neuer Radweg</h1><p>Kiel, 4. März 2026</p><p>Der Radweg wurde am 2. März 2026 eröffnet.</p><p>„Das ist gut“, sagte Bürgermeisterin Ohm.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-03-04"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Avis de marché - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Avis de marché</h1><p>Mis en ligne le 3 février 2026</p><p>Date limite de remise des offres : 20 mars 2026 à 12 h.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-02-03"},
    ),
    (
        '<!doctype html><html lang="es"><head><title>Información para visitantes - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Información para visitantes</h1><p>Fecha de publicación: 12/01/2026 · Última modificación: 03/02/2026</p><p>Abierto desde 1998.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-01-12", "updated": "2026-02-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Privacy notice - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Privacy notice</h1><p>Effective date: 1 January 2026</p><p>We keep data for six years. This notice was first published in May 2018 and was last changed on 12 December 2025.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-01-01", "updated": "2025-12-12"},
    ),
    (
        "---\ntitle: Deploys\nowner: Platform\nreviewed: 2026-01-10\nreview_by: 2026-07-10\n---\n# Deploys\n\nDo not deploy on Fridays. Since 2021 we use blue-green.\n",
        {"last": "2026-01-10", "due": "2026-07-10"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Complaints procedure - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Complaints procedure</h1><p>1. Tell us.</p><p>2. We answer in 20 days.</p><p>Procedure agreed: November 2024 &nbsp; To be reviewed: November 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2024-11", "due": "2026-11"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Asbestos register policy - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Asbestos register policy</h1><table><tr><th>Title</th><td>Asbestos policy</td></tr><tr><th>Ref</th><td>EST 4</td></tr><tr><th>Date of issue</th><td>1/4/2025</td></tr><tr><th>Date of next review</th><td>1/4/2027</td></tr><tr><th>Surveys</th><td>Every site was surveyed in 2019</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-04-01", "due": "2027-04-01"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Grit bins - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Grit bins</h1><p><small>Combed through by Highways, 8 October 2025. Next combing: October 2026.</small></p><p>We fill bins in November.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-10-08", "due": "2026-10"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Door codes - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Door codes</h1><dl><dt>Author</dt><dd>Facilities</dd><dt>Status</dt><dd>Approved</dd><dt>Still true as of</dt><dd>12 May 2026</dd><dt>Doubt it after</dt><dd>12 May 2027</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-12"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Cash handling - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Cash handling</h1><p>This procedure goes back to the finance committee in June 2027.</p><p>Two people count the cash.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-06"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Tree felling - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Tree felling</h1><table><tr><td>Held by</td><td>Parks</td></tr><tr><td>Signed off</td><td>3 May 2025</td></tr><tr><td>Fresh sign-off needed by</td><td>3 May 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-05-03", "due": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Kitchen rules - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Kitchen rules</h1><p>We last took a look at these rules in March 2026 and will take another look in March 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-03", "due": "2027-03"},
    ),
    (
        "# Secrets\n\n- **Maintainer:** Crypto guild\n- **Last sanity pass:** 2026-02-01\n- **Next sanity pass:** 2026-08-01\n\nRotate keys.\n",
        {"last": "2026-02-01", "due": "2026-08-01"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Badeordnung - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Badeordnung</h1><p>Diese Ordnung sehen wir uns im Mai 2027 wieder an.</p><p>Zuletzt haben wir sie im Mai 2025 durchgesehen.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-05", "last": "2025-05"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Règlement du parc - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Règlement du parc</h1><p>Texte dépoussiéré le 4 mars 2026.</p><p>Nous le relirons en mars 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-03-04", "due": "2028-03"},
    ),
    (
        '<!doctype html><html lang="es"><head><title>Guía de laboratorio - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Guía de laboratorio</h1><table><tr><td>Responsable</td><td>Ana Roldán</td></tr><tr><td>Versión</td><td>2</td></tr><tr><td>Dado por bueno</td><td>03/05/2025</td></tr><tr><td>Hay que volver a mirarla</td><td>03/05/2026</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05-03", "due": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="cy"><head><title>Rheolau\'r neuadd - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Rheolau\'r neuadd</h1><p>Edrychwyd ar y dudalen hon ddiwethaf ym mis Mai 2025.</p><p>I\'w hystyried eto: Mai 2027</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05", "due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="sv"><head><title>Nyckelhantering - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Nyckelhantering</h1><table><tr><td>Ansvarig</td><td>Fastighet</td></tr><tr><td>Version</td><td>4</td></tr><tr><td>Genomgången</td><td>2025-05-03</td></tr><tr><td>Ska ses över igen</td><td>2027-05-03</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05-03", "due": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="da"><head><title>Badegler - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Badegler</h1><p>Siden er sidst kigget igennem 3. maj 2025. Næste gang: maj 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05-03", "due": "2026-05"},
    ),
    (
        '<!doctype html><html lang="it"><head><title>Regolamento palestra - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Regolamento palestra</h1><p>Versione 3 · Responsabile: Ufficio sport · Da riprendere in mano entro: 03/05/2027</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="pl"><head><title>Zasady wypożyczalni - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Zasady wypożyczalni</h1><p>Ostatnio przejrzano: 3 maja 2025 r.</p><p>Ponownie sprawdzimy w maju 2026 r.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05-03", "due": "2026-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Committee on ferries: terms of reference - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Committee on ferries: terms of reference</h1><table><tr><td>Chair</td><td>Cllr Reed</td></tr><tr><td>Version</td><td>2</td></tr><tr><td>Owner</td><td>Clerk</td></tr><tr><td>Next meeting</td><td>4 June 2026</td></tr><tr><td>Last met</td><td>5 March 2026</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Cherry picker 12 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Cherry picker 12</h1><table><tr><td>Serial number</td><td>881</td></tr><tr><td>Last thorough examination</td><td>3 May 2025</td></tr><tr><td>Next thorough examination due</td><td>3 November 2025</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>School Ofsted - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>School Ofsted</h1><p>We were last inspected on 3 March 2024. The next inspection is expected in 2028.</p><p>Ofsted judged us good.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Ticket SUP-881 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Ticket SUP-881</h1><dl><dt>Status</dt><dd>Open</dd><dt>Owner</dt><dd>Ben</dd><dt>Created</dt><dd>3 May 2026</dd><dt>Next step by</dt><dd>9 May 2026</dd></dl><p>The printer is jammed.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Pensions board members - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Pensions board members</h1><table><tr><th>Name</th><th>Appointed</th><th>Term up for renewal</th></tr><tr><td>Ann Lee</td><td>May 2023</td><td>May 2027</td></tr><tr><td>Bo Oke</td><td>June 2024</td><td>June 2028</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Sample policy pack - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Sample policy pack</h1><p>Replace the text in brackets.</p><p>This policy was adopted on [date] and will be looked at again by 3 May 2027 (example).</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Boiler servicing - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Boiler servicing</h1><p>Your boiler should be looked over again by 30 June 2027.</p><p>Last serviced: 30 June 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Exam timetable - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Exam timetable</h1><p>Re-sits: the paper will be retested on 3 May 2027.</p><p>Results were checked on 3 March 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Old strategy review - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Old strategy review</h1><p>The county plan was gone through again by inspectors in May 2025 and will be examined once more in 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Your blood test - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Your blood test</h1><p>Have your levels checked again in March 2027.</p><p>You were last tested on 3 May 2025.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Road works - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Road works</h1><p>Work starts: 4 May 2026</p><p>To be finished by: 8 June 2026</p><p>Next update from the contractor: 1 June 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Local plan timetable - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Local plan timetable</h1><table><tr><td>Draft published</td><td>March 2026</td></tr><tr><td>Examination</td><td>May 2027</td></tr><tr><td>Adoption</td><td>December 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    # batch 3
    (
        '<!doctype html><html lang="en"><head><title>Safeguarding adults - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Safeguarding adults</h1><p>Policy number: 14</p><p>Date ratified: 11 June 2024</p><p>Ratified by: Quality Committee</p><p>Review due by: June 2027</p><h2>Version history</h2><table><tr><th>Version</th><th>Date</th><th>Author</th><th>Changes</th></tr><tr><td>1.0</td><td>May 2018</td><td>AB</td><td>New</td></tr><tr><td>2.0</td><td>June 2021</td><td>AB</td><td>Law</td></tr><tr><td>3.0</td><td>June 2024</td><td>CD</td><td>Reviewed</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2024-06-11", "due": "2027-06"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Dog control - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Dog control</h1><p>This page was last updated on 2 March 2026 at 10.14am</p><p>The order of 2019 was renewed in 2022.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-03-02"},
    ),
    (
        "# Consultant job plans\n\nApproved by LNC 4 October 2025. Effective 1 November 2025. Review October 2027.\n\nJob plans are agreed each year.\n",
        {"published": "2025-11-01", "due": "2027-10"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Minutes - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Minutes</h1><p>Minutes of the meeting held on 4 March 2026</p><p>Present: Ann, Bo.</p><p>The lease policy will be reviewed in May 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Working at height: information sheet 5 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Working at height: information sheet 5</h1><p>Published 09/23</p><p>Reprinted with amendments 03/25</p><p>HSE crown copyright. See www.hse.example.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2023-09"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Our plan for trees 2025 to 2030 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Our plan for trees 2025 to 2030</h1><p>March 2025</p><p>We will plant 600 trees by 2030.</p><p>We will review this plan each spring.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Blog: rota tips - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Blog: rota tips</h1><p>Posted on 4 May 2026 by Ina in Tips</p><p>In 2025 we changed rotas.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-05-04"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Cookies - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Cookies</h1><p>Last update: 12.02.2026</p><table><tr><th>Name</th><th>Expires</th></tr><tr><td>sid</td><td>1 year</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-02-12"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Bekanntmachung - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Bekanntmachung</h1><p>Saltby, den 4. März 2026</p><p>Der Plan liegt vom 9. März 2026 bis 9. April 2026 aus.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Délibération 12 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Délibération 12</h1><p>Délibération du 4 mars 2026</p><p>Publiée le 9 mars 2026 sur le site.</p><p>Le conseil approuve.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-03-09"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Guideline: sepsis - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Guideline: sepsis</h1><table><tr><td>Guideline reference</td><td>G14 v2</td></tr><tr><td>Ratified date</td><td>10.03.2025</td></tr><tr><td>Expiry date</td><td>10.03.2028</td></tr><tr><td>Lead</td><td>Dr Om</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-03-10", "expires": "2028-03-10"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Terms of use - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Terms of use</h1><p>These terms are valid from 1 May 2026 until 30 April 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-05-01", "expires": "2027-04-30"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Parking - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Parking</h1><p>First published 3 March 2021. Reviewed and updated 4 April 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2021-03-03", "updated": "2026-04-04"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Staff handbook section 4 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Staff handbook section 4</h1><ul><li>Date of last review: September 2025</li><li>Date of next review: September 2026</li><li>Reviewed by: HR Committee</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-09", "due": "2026-09"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Swim caps - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Swim caps</h1><p><em>Nobody has changed a word of this since 3 May 2025.</em></p><p>Caps are compulsory.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2025-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Pool cover - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Pool cover</h1><table><tr><th>Document</th><td>SOP 4</td></tr><tr><th>Author</th><td>Di</td></tr><tr><th>Went live</th><td>3 May 2025</td></tr><tr><th>Shelf life ends</th><td>3 May 2028</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-05-03", "expires": "2028-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Till floats - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Till floats</h1><p>Good to go until we recheck it in October 2026.</p><p>Count twice.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2026-10"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Harbour lights - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Harbour lights</h1><p class="s">Page given the once-over by J. Reed on 3 May 2026.</p><p>Lights are white.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>First aid boxes - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>First aid boxes</h1><dl><dt>Owner</dt><dd>Safety</dd><dt>Confirmed fit for purpose</dt><dd>3 May 2026</dd><dt>Confirm again</dt><dd>3 May 2027</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2027-05-03"},
    ),
    (
        "---\nowner: Kit\nlast_sanity_check: 2026-02-03\nnext_sanity_check: 2026-08-03\n---\n# Kit\n\nBring a torch.\n",
        {"last": "2026-02-03", "due": "2026-08-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Anti-bribery - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Anti-bribery</h1><p>The board will revisit this policy by June 2027. It last did so in June 2025.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-06"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Ladenordnung - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Ladenordnung</h1><table><tr><td>Verfasser</td><td>Ina Ohm</td></tr><tr><td>Fassung</td><td>2</td></tr><tr><td>Erneut vorzulegen</td><td>03.05.2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Hausregeln - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Hausregeln</h1><p>Inhaltlich abgenommen am 3. Mai 2026</p><p>Wird spätestens im Mai 2028 nochmals geprüft.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Prêt de vélos - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Prêt de vélos</h1><p>Vérifié et jugé conforme le 3 mai 2026. À revérifier avant le 3 mai 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Préau - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Préau</h1><dl><dt>Auteur</dt><dd>Mairie</dd><dt>Version</dt><dd>2</dd><dt>Prochain passage en comité</dt><dd>juin 2027</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-06"},
    ),
    (
        '<!doctype html><html lang="es"><head><title>Normas de la piscina - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Normas de la piscina</h1><p>Estas normas se repasaron el 3 de mayo de 2026. Toca volver a repasarlas en mayo de 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="cy"><head><title>Canllaw ffonau - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Canllaw ffonau</h1><p>Gwiriwyd cynnwys y dudalen hon ar 3 Mai 2026. Byddwn yn ei gwirio eto ym mis Mai 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="no"><head><title>Sykkelparkering - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Sykkelparkering</h1><p>Teksten ble sist sett over 3. mai 2026. Skal ses over på nytt innen 3. mai 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="nl"><head><title>Fietsenstalling - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Fietsenstalling</h1><table><tr><td>Eigenaar</td><td>Beheer</td></tr><tr><td>Versie</td><td>3</td></tr><tr><td>Laatst tegen het licht gehouden</td><td>3 mei 2026</td></tr><tr><td>Weer tegen het licht te houden</td><td>3 mei 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Crane 4 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Crane 4</h1><h2>Inspection record</h2><p>Crane: CR-4</p><p>Inspected: 3 May 2025</p><p>Re-inspection due: 3 May 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Meet the team - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Meet the team</h1><p>Ann joined in May 2024. Her probation will be reviewed in May 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Rents - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Rents</h1><p>Rents were reviewed on 3 April 2026. The next review of rents is on 3 April 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Policies - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Policies</h1><ul><li><a href="/a.pdf">Smoking policy</a> - checked May 2025, look again May 2027</li><li><a href="/b.pdf">Alcohol policy</a> - checked June 2025, look again June 2027</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Planning application 26/0081 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Planning application 26/0081</h1><table><tr><td>Reference</td><td>26/0081</td></tr><tr><td>Status</td><td>Awaiting decision</td></tr><tr><td>Received</td><td>3 March 2026</td></tr><tr><td>Validated</td><td>9 March 2026</td></tr><tr><td>Decision due</td><td>4 May 2026</td></tr><tr><td>Next committee</td><td>14 May 2026</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Book group - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Book group</h1><p>Next book: June 2026</p><p>Last read: May 2026</p><p>We look again at old books in March 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Scottish law reform - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Scottish law reform</h1><p>The Act will be looked at again by Parliament in May 2027.</p><p>It was examined in May 2024.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Warranty - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Warranty</h1><p>Your pump is covered until 3 May 2028. Check it again on 3 May 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Contract register - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Contract register</h1><table><tr><th>Contract</th><th>Owner</th><th>Version</th><th>Next look</th></tr><tr><td>Cleaning</td><td>Ann</td><td>2</td><td>3 May 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Competition - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Competition</h1><dl><dt>Status</dt><dd>Open</dd><dt>Published</dt><dd>3 March 2026</dd><dt>Closes</dt><dd>3 May 2026</dd><dt>Next stage</dt><dd>3 June 2026</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-03-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Recall notice - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Recall notice</h1><p>Batch 12 was tested on 3 May 2026. It will be tested again in June 2026.</p><p>Issued: 9 May 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-05-09"},
    ),
    # batch 4
    (
        "Guidance on quay bonds\n======================\n\nHarbour Office, January 2025\n\nBonds are held for a year.\n",
        {"published": "2025-01"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Report to Cabinet - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Report to Cabinet</h1><table><tr><td>Report of</td><td>Director of Quays</td></tr><tr><td>Date of meeting</td><td>14 July 2026</td></tr><tr><td>Wards affected</td><td>All</td></tr></table><p>1. Cabinet is asked to note.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Research briefing: ferries - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Research briefing: ferries</h1><p>Research Briefing<br>Published Tuesday, 3 March, 2026</p><p>Ferries carried 4m in 2024.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-03-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Circular 4/2025 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Circular 4/2025</h1><p>Issued by the Bursar</p><p>Date issued: 09.10.2025</p><p>Applies to: all colleges</p><p>Replaces circular 2/2022</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-10-09"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Understanding gout - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Understanding gout</h1><p>Produced by: Rheumatology</p><p>Leaflet code: RH12</p><p>Created: January 2024 / Revised: January 2026 / Review date: January 2028</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2024-01", "updated": "2026-01", "due": "2028-01"},
    ),
    (
        '<!doctype html><html lang="en-US"><head><title>API keys - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>API keys</h1><div class="docs-meta">Last updated on <b>Mar 3, 2026</b> by <b>ina</b></div><p>Keys last 90 days.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-03-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Service standard - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Service standard</h1><p>Version 2.1 released 14 May 2025</p><p>1. Understand users.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-05-14"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Consultation: night bus - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Consultation: night bus</h1><p>Opened: 3 March 2026</p><p>Closes: 30 April 2026</p><p>Published: 3 March 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-03-03"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Tarifs 2026 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Tarifs 2026</h1><p>Publié par la mairie le 12/12/2025 - Mis à jour le 05/01/2026</p><p>Plein tarif : 4 €</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-12-12", "updated": "2026-01-05"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Satzung über Hunde - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Satzung über Hunde</h1><p>vom 12. März 2024, zuletzt geändert durch Satzung vom 3. Februar 2026</p><p>§ 1 Hunde sind anzuleinen.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2024-03-12", "updated": "2026-02-03"},
    ),
    (
        '<!doctype html><html lang="es"><head><title>Protocolo de caídas - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Protocolo de caídas</h1><p>Elaborado: Ana R. Fecha de elaboración: marzo 2024</p><p>Revisado: marzo 2025</p><p>Próxima revisión: marzo 2027</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2024-03", "last": "2025-03", "due": "2027-03"},
    ),
    (
        '<!doctype html><html lang="cy"><head><title>Cynllun Cydraddoldeb - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Cynllun Cydraddoldeb</h1><p>Cyhoeddwyd gyntaf: 4 Ebrill 2024</p><p>Diweddarwyd ddiwethaf: 2 Mawrth 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2024-04-04", "updated": "2026-03-02"},
    ),
    (
        "# Change policy\n\n**Owner:** SRE  \n**Approved:** 2025-06-01  \n**Next review:** 2026-06-01\n\n## History\n\n- 2023-01-01 first draft\n- 2025-06-01 approved\n",
        {"published": "2025-06-01", "due": "2026-06-01"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Job: dock hand - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Job: dock hand</h1><p>Posted 3 March 2026</p><p>Closing date 30 March 2026</p><p>Interviews 9 April 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-03-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Tide tables: about the data - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Tide tables: about the data</h1><p>Data as at 31 December 2025. Next release: 31 March 2026.</p><p>Last revised 14 January 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-01-14"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Net mending - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Net mending</h1><dl><dt>Text by</dt><dd>Wardens</dd><dt>Edition</dt><dd>4</dd><dt>Eyeballed</dt><dd>3 May 2026</dd><dt>Needs fresh eyes by</dt><dd>3 May 2028</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Bilge pumps - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Bilge pumps</h1><p>Page rota: Ann has this one. Hers to reread in May 2027.</p><p>Pump daily.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Rope store - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Rope store</h1><table><tr><td>Written by</td><td>Bo</td></tr><tr><td>Ticked off by the board</td><td>3 May 2025</td></tr><tr><td>Goes before the board again</td><td>May 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Diving - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Diving</h1><p>This code was last given a thorough going-over in May 2025. The next one is pencilled in for May 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05", "due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Slipway - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Slipway</h1><p><small>Wording touched up 3 May 2026</small></p><p>Keep clear.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Lock gates - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Lock gates</h1><p><small>On the web since 3 May 2025</small></p><p>Keep clear.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Buoys - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Buoys</h1><p>Do not rely on this sheet after 3 May 2027.</p><p>Buoys are red.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"expires": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Winches - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Winches</h1><aside><h2>At a glance</h2><dl><dt>Document</dt><dd>W4</dd><dt>Maintainer</dt><dd>Deck</dd><dt>Good until</dt><dd>3 May 2027</dd><dt>Last proved right</dt><dd>3 May 2025</dd></dl></aside><p>Mind your hands.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"expires": "2027-05-03", "last": "2025-05-03"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Fischerei - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Fischerei</h1><p>Wir haben diese Seite am 3. Mai 2026 gegengelesen und nehmen sie uns im Mai 2027 wieder vor.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Liegeplätze - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Liegeplätze</h1><table><tr><td>Dokument</td><td>L 3</td></tr><tr><td>Zuständig</td><td>Hafenamt</td></tr><tr><td>Zuletzt abgeklopft</td><td>03.05.2025</td></tr><tr><td>Wieder abzuklopfen</td><td>03.05.2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05-03", "due": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Mouillages - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Mouillages</h1><table><tr><td>Pilote</td><td>Capitainerie</td></tr><tr><td>Version</td><td>3</td></tr><tr><td>Repris en main le</td><td>3 mai 2025</td></tr><tr><td>À reprendre en main le</td><td>3 mai 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2025-05-03", "due": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="es"><head><title>Redes - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Redes</h1><p>Hemos comprobado que esta página sigue siendo correcta: 3 de mayo de 2026. Le daremos otra vuelta en mayo de 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="cy"><head><title>Angorfeydd - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Angorfeydd</h1><p>Perchennog: Harbwr | Fersiwn: 2 | Golwg nesaf: Mai 2027</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="it"><head><title>Ormeggi - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Ormeggi</h1><p>Abbiamo riletto questa pagina il 3 maggio 2026; la ricontrolleremo a maggio 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="ca"><head><title>Amarres - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Amarres</h1><p>Hem repassat aquesta pàgina el 3 de maig de 2026. La tornarem a mirar el maig de 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Lifeboat - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Lifeboat</h1><p>The engine was overhauled on 3 May 2026 and relaunched on 9 May 2026.</p><p>Next launch: 4 June 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Ann Reed - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Ann Reed</h1><p>Ann was first published in 2019. Her second book was posted to shops on 3 May 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Licence holders - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Licence holders</h1><table><tr><th>Holder</th><th>Issued</th><th>Review</th></tr><tr><td>Bo</td><td>3 May 2025</td><td>3 May 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Gas safety record - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Gas safety record</h1><dl><dt>Landlord</dt><dd>Ann</dd><dt>Appliance</dt><dd>Boiler</dd><dt>Checked</dt><dd>3 May 2026</dd><dt>Next check due</dt><dd>3 May 2027</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Research: sleep - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Research: sleep</h1><p>Pain was assessed in May 2024 and reassessed in May 2025.</p><p>Participants will be looked at again in 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Water tests - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Water tests</h1><table><tr><th>Beach</th><th>Last tested</th><th>Next test</th></tr><tr><td>North</td><td>3 May 2026</td><td>10 May 2026</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Letters - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Letters</h1><blockquote><p>Dear Ann, we looked over your plan on 3 May 2026 and will look again on 3 June 2026.</p></blockquote></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Bank holiday bins - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Bank holiday bins</h1><p>Your next collection: 5 May 2026</p><p>Changed from: 4 May 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Archive catalogue - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Archive catalogue</h1><p>Letter of 3 May 1926, revised 9 May 1926. Reviewed in The Times, June 1927.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Membership - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Membership</h1><p>Membership is renewed each year. Yours will be reviewed in May 2027 and runs until 3 June 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    # batch 5
    (
        '<!doctype html><html lang="en"><head><title>Cattle grid - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Cattle grid</h1><table><tr><th>Sheet no.</th><td>14</td></tr><tr><th>Compiled by</th><td>Rangers</td></tr><tr><th>Sanity-tested</th><td>3 May 2026</td></tr><tr><th>Retest no later than</th><td>3 May 2028</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Stiles - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Stiles</h1><p>Latest proofing: 3 May 2026 · Next proofing: 3 May 2027 · Kept by Paths team</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Gates - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Gates</h1><p>We intend to go through this page afresh in May 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Fences - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Fences</h1><dl><dt>Status</dt><dd>In use</dd><dt>Custodian</dt><dd>Estate office</dd><dt>Most recent audit of wording</dt><dd>3 May 2026</dd><dt>Wording to be audited again</dt><dd>May 2028</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Walls - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Walls</h1><p>This guide is checked against the law each year, most recently on 3 May 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Hedges - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Hedges</h1><p>Page amended most recently on 3 May 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Ditches - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Ditches</h1><p>Made public 3 May 2025</p><p>Dig in autumn.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Ponds - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Ponds</h1><p>Last rewrite: 3 May 2026</p><p>Clear weed.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Weirs - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Weirs</h1><p>Version 4 went out on 3 May 2025.</p><p>Version 5 is due by May 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Mills - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Mills</h1><p>Stays on this site until 3 May 2027, then it goes.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"expires": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Locks - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Locks</h1><p>Our next read-through of these pages is planned for May 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Weiden - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Weiden</h1><p>Diese Hinweise wurden zuletzt im Mai 2026 auf Richtigkeit durchgesehen.</p><p>Neue Durchsicht: Mai 2028</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Zäune - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Zäune</h1><p>Fachlich gegengeprüft: 03.05.2026 | Nächste Gegenprüfung: 03.05.2028 | Redaktion: Forstamt</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05-03"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Haies - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Haies</h1><p>Cette page a été passée au crible le 3 mai 2026.</p><p>Prochain contrôle du texte : mai 2028</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Murets - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Murets</h1><dl><dt>Rédigé par</dt><dd>Service vert</dd><dt>Indice</dt><dd>B</dd><dt>Réexamen prévu</dt><dd>mai 2028</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="es"><head><title>Setos - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Setos</h1><p>Contenido cotejado por última vez el 3 de mayo de 2026; nueva lectura prevista para mayo de 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="cy"><head><title>Gwrychoedd - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Gwrychoedd</h1><p>Darllenwyd drwy\'r canllaw hwn ar 3 Mai 2026. Ailddarllenir yn Mai 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="nl"><head><title>Hekken - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Hekken</h1><p>Tekst nagezien door Beheer op 3 mei 2026. Volgende nazichtronde: mei 2028</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="sv"><head><title>Häckar - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Häckar</h1><p>Sidan lästes igenom 3 maj 2026 och läses igenom igen i maj 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="pl"><head><title>Żywopłoty - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Żywopłoty</h1><p>Autor: Wydział Zieleni | Wersja: 2 | Następne czytanie: maj 2028</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Hot weather plan - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Hot weather plan</h1><p>Version: 3.0</p><p>Date: 4 May 2026</p><p>Author: EPRR team</p><p>Next Review Date: April 2027</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-05-04", "due": "2027-04"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Notice of election - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Notice of election</h1><p>Dated: 16 March 2026</p><p>Printed and published by the Returning Officer.</p><p>Nominations by 2 April 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-03-16"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Minutes of Council - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Minutes of Council</h1><p>Published on 9 May 2026</p><p>Minutes of the meeting held on 4 May 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-05-09"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Code of conduct - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Code of conduct</h1><p>Adopted: May 2023. Reviewed: May 2024, May 2025. Next review: May 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2023-05", "last": "2025-05", "due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>COSHH - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>COSHH</h1><table><tr><td>Assessment date</td><td>3 May 2025</td></tr><tr><td>Review date</td><td>3 May 2026</td></tr><tr><td>Document version</td><td>2</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Fees 2026 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Fees 2026</h1><p>Last updated: 20 March 2026. Fees valid until 31 March 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-03-20"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Factsheet: shingles - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Factsheet: shingles</h1><p>Last full review: April 2024. Next full review: April 2027. Interim update: June 2025.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2024-04", "due": "2027-04", "updated": "2025-06"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Open data - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Open data</h1><ul><li>Created 4 January 2022</li><li>Modified 9 March 2026</li><li>Licence OGL</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2022-01-04", "updated": "2026-03-09"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Mitteilung - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Mitteilung</h1><p>Herausgegeben am 3.5.2026</p><p>Gültig ab 1.6.2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Guide du tri - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Guide du tri</h1><p>Édition 2025 - Date de parution : mars 2025</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Dog show - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Dog show</h1><p>Dogs will be examined again at 3pm on 3 May 2027.</p><p>Last year: 4 May 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Your care plan - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Your care plan</h1><table><tr><td>Plan owner</td><td>You</td></tr><tr><td>Version</td><td>2</td></tr><tr><td>Patient</td><td>A. Reed</td></tr><tr><td>Next review</td><td>3 May 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Town clock - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Town clock</h1><p>The clock was cleaned in May 2024, checked over in May 2025 and will be looked at again in May 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Guidance for reviewers - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Guidance for reviewers</h1><p>Write "Next look: May 2027" at the foot of the sheet.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Wine list - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Wine list</h1><p>2026 vintage. Last tasted: 3 May 2026. Next tasting: 9 June 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Scrutiny programme - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Scrutiny programme</h1><ul><li>Waste: to be looked at again in May 2027</li><li>Roads: to be looked at again in June 2027</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Loan terms - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Loan terms</h1><p>Your rate will be revisited on 3 May 2027 and holds until then.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Court list - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Court list</h1><dl><dt>Case</dt><dd>R v A</dd><dt>Status</dt><dd>Adjourned</dd><dt>Author</dt><dd>Clerk</dd><dt>Next hearing</dt><dd>3 May 2027</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Beach report - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Beach report</h1><p>Version 2 by Ann. The sand was surveyed on 3 May 2026 and is to be surveyed again by May 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Old minute book - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Old minute book</h1><p>At the meeting in May 1926 it was resolved to look again at the rules by May 1927.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    # batch 6
    (
        '<!doctype html><html lang="en"><head><title>Project Kestrel - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Project Kestrel</h1><table><tr><td>Project owner</td><td>Ann</td></tr><tr><td>Status</td><td>Amber</td></tr><tr><td>Next gate</td><td>3 May 2027</td></tr><tr><td>Last gate</td><td>3 May 2026</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Committee page - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Committee page</h1><dl><dt>Secretary</dt><dd>Ann</dd><dt>Status</dt><dd>Standing</dd><dt>Last sat</dt><dd>3 May 2026</dd><dt>Sits again</dt><dd>3 June 2026</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>App release - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>App release</h1><table><tr><td>Version</td><td>4.2</td></tr><tr><td>Author</td><td>Kit</td></tr><tr><td>Released</td><td>3 May 2026</td></tr><tr><td>Next release</td><td>3 August 2026</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Dataset: rainfall - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Dataset: rainfall</h1><dl><dt>Publisher</dt><dd>Met</dd><dt>Published</dt><dd>3 May 2026</dd><dt>Next release</dt><dd>3 June 2026</dd><dt>Frequency</dt><dd>Monthly</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Vacancy 44 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Vacancy 44</h1><dl><dt>Reference</dt><dd>44</dd><dt>Department</dt><dd>Ports</dd><dt>Apply by</dt><dd>3 May 2026</dd><dt>Interviews to be held</dt><dd>9 May 2026</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Grant: small boats - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Grant: small boats</h1><dl><dt>Status</dt><dd>Open</dd><dt>Owner</dt><dd>Fund team</dd><dt>Next round opens</dt><dd>3 May 2027</dd><dt>To be spent by</dt><dd>3 May 2028</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Contract 12 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Contract 12</h1><table><tr><td>Contract owner</td><td>Bo</td></tr><tr><td>Document</td><td>C12</td></tr><tr><td>Supplier</td><td>Acme</td></tr><tr><td>To be retendered by</td><td>3 May 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Risk 7 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Risk 7</h1><dl><dt>Risk owner</dt><dd>Ann</dd><dt>Status</dt><dd>Open</dd><dt>Next look</dt><dd>3 May 2027</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Course: knots - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Course: knots</h1><table><tr><td>Course code</td><td>K1</td></tr><tr><td>Author</td><td>Ann</td></tr><tr><td>Next start</td><td>3 May 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Exhibition - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Exhibition</h1><aside><p>Curator: Ann</p><p>Status: touring</p><p>Next stop: 3 May 2027</p><p>Back home: 3 June 2028</p></aside><p>Boats.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Species sheet - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Species sheet</h1><table><tr><td>Species</td><td>Otter</td></tr><tr><td>Status</td><td>Protected</td></tr><tr><td>Author</td><td>Ann</td></tr><tr><td>Last surveyed</td><td>3 May 2025</td></tr><tr><td>Next survey</td><td>3 May 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Ship log - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Ship log</h1><p>Vessel: Kestrel | Owner: Bo | Last docked: 3 May 2026 | Next docking: 3 May 2027</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Councillor Reed - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Councillor Reed</h1><dl><dt>Party</dt><dd>Ind</dd><dt>Title</dt><dd>Cllr</dd><dt>Next surgery</dt><dd>3 May 2027</dd><dt>Elected</dt><dd>May 2024</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Standing order - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Standing order</h1><p>Reference 44. Next payment: 3 May 2027. Last payment: 3 April 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Research paper - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Research paper</h1><p>Received 3 May 2025; revised 9 June 2025; accepted 1 July 2025; published online 9 July 2025.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-07-09"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Tenders - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Tenders</h1><table><tr><th>Tender</th><th>Published</th><th>Clarifications by</th><th>Closes</th></tr><tr><td>Roof</td><td>3 May 2026</td><td>9 May 2026</td><td>30 May 2026</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Bug 88 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Bug 88</h1><ul><li>Status: fixed</li><li>Reporter: Ann</li><li>Opened: 3 May 2026</li><li>Last changed: 9 May 2026</li><li>Target: 3 June 2026</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-05-09"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Inspection report - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Inspection report</h1><dl><dt>Author</dt><dd>Inspector</dd><dt>Version</dt><dd>1</dd><dt>Inspected</dt><dd>3 May 2026</dd><dt>Next inspection</dt><dd>3 May 2029</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Who reviews what - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Who reviews what</h1><p>Ann looks over the rota each week. She last looked it over on 3 May 2026.</p><p>We check the kit again on 3 June 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Cemetery - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Cemetery</h1><p>Graves are tested every five years. They were last tested in May 2024 and will be tested again in May 2029.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Otters - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Otters</h1><table><tr><td>Policy lead</td><td>Ann</td></tr><tr><td>Sign-off body</td><td>Board</td></tr><tr><td>Board last satisfied</td><td>3 May 2025</td></tr><tr><td>Board to be satisfied again by</td><td>3 May 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-05-03", "last": "2025-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Badgers - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Badgers</h1><p>Content owner: Ann. Last confirmed accurate: 3 May 2026. Reconfirm by: 3 May 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Foxes - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Foxes</h1><p>We keep this page under review and last did so on 3 May 2026.</p><p>We shall examine this guidance afresh in the spring of 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2028-spring"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Hares - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Hares</h1><p>Proofread 3 May 2026</p><p>Fresh proofread wanted: 3 May 2027</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Stoats - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Stoats</h1><ul><li>Version: 2</li><li>Author: Bo</li><li>Refresh due: 3 May 2027</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Voles - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Voles</h1><ul><li>Version: 2</li><li>Author: Bo</li><li>Revisit: May 2027</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Mice - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Mice</h1><ul><li>Version: 2</li><li>Author: Bo</li><li>Will be reappraised: May 2027</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Moles - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Moles</h1><ul><li>Version: 2</li><li>Author: Bo</li><li>Recertification: May 2027</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2027-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Bats - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Bats</h1><ul><li>Version: 2</li><li>Author: Bo</li><li>Review outcome: no change, May 2026</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Newts - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Newts</h1><p>Text unchanged and still valid: checked 3 May 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Toads - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Toads</h1><p>Rewritten from top to bottom, 3 May 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Frogs - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Frogs</h1><p>Here since 3 May 2025. Last fiddled with 3 May 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-05-03", "updated": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Salamander - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Salamander</h1><p>Stand der Bearbeitung: 03.05.2026</p><p>Turnusmäßige Neubefassung: Mai 2028</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Molche - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Molche</h1><ul><li>Fassung: 2</li><li>Verfasser: Ohm</li><li>Nächste turnusmäßige Sichtung: Mai 2028</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Crapauds - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Crapauds</h1><ul><li>Version : 2</li><li>Auteur : Bo</li><li>Relu et corrigé le : 3 mai 2026</li><li>Nouvelle relecture : mai 2028</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="es"><head><title>Ranas - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Ranas</h1><ul><li>Versión: 2</li><li>Autora: Ana</li><li>Última lectura: 3 de mayo de 2026</li><li>Siguiente lectura: mayo de 2028</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="cy"><head><title>Brogaod - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Brogaod</h1><ul><li>Fersiwn: 2</li><li>Awdur: Bo</li><li>Edrychwyd arno ddiwethaf: 3 Mai 2026</li><li>Edrych arno eto: Mai 2028</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="sv"><head><title>Paddor - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Paddor</h1><ul><li>Version: 2</li><li>Ansvarig: Bo</li><li>Senast synad: 3 maj 2026</li><li>Nästa syn: maj 2028</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="it"><head><title>Rospi - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Rospi</h1><ul><li>Versione: 2</li><li>Autore: Bo</li><li>Ultima occhiata: 3 maggio 2026</li><li>Prossima occhiata: maggio 2028</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="pt"><head><title>Sapos - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Sapos</h1><ul><li>Versão: 2</li><li>Autor: Bo</li><li>Conferido pela última vez: 3 de maio de 2026</li><li>Volta a ser conferido: maio de 2028</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    # batch 7
    (
        '<!doctype html><html lang="en"><head><title>Looms - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Looms</h1><table><tr><td>Issue no.</td><td>3</td></tr><tr><td>Approved by</td><td>Weavers</td></tr><tr><td>Reappraisal</td><td>May 2028</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Bobbins - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Bobbins</h1><p>Page manager: Ann | Last sense-check: 3 May 2026 | Next sense-check: 3 May 2027</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Shuttles - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Shuttles</h1><p>This leaflet will be looked at afresh in May 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Warps - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Warps</h1><p>We went over this page line by line on 3 May 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Wefts - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Wefts</h1><dl><dt>Policy holder</dt><dd>HR</dd><dt>Revision</dt><dd>C</dd><dt>Falls due for scrutiny</dt><dd>May 2028</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Dyes - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Dyes</h1><p>Content verified as accurate on 3 May 2026 by Ann Lee.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Wool - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Wool</h1><p>Reworded 3 May 2026.</p><p>Published online 3 May 2025.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-05-03", "published": "2025-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Silk - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Silk</h1><p>Next check on this page: May 2028</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Hemp - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Hemp</h1><p>This policy must be back before the board by May 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Jute - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Jute</h1><dl><dt>Document ref</dt><dd>J1</dd><dt>Keeper</dt><dd>Stores</dd><dt>Scheduled relook</dt><dd>May 2028</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Weberei - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Weberei</h1><p>Diese Anleitung wurde am 3. Mai 2026 inhaltlich kontrolliert. Erneute Kontrolle: Mai 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Spinnerei - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Spinnerei</h1><ul><li>Dokument: S1</li><li>Freigegeben: 03.05.2025</li><li>Wiedervorlage: 03.05.2027</li></ul></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-05-03", "due": "2027-05-03"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Tissage - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Tissage</h1><p>Page contrôlée par nos soins le 3 mai 2026. Elle sera de nouveau contrôlée en mai 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Filature - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Filature</h1><table><tr><td>Version</td><td>2</td></tr><tr><td>Responsable</td><td>Atelier</td></tr><tr><td>Date du prochain examen</td><td>mai 2028</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="es"><head><title>Telares - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Telares</h1><p>Esta guía fue comprobada el 3 de mayo de 2026 y se comprobará de nuevo en mayo de 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="cy"><head><title>Gwehyddu - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Gwehyddu</h1><p>Archwiliwyd y ddogfen hon ar 3 Mai 2026. Caiff ei harchwilio eto ym mis Mai 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="nl"><head><title>Weverij - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Weverij</h1><p>Deze handleiding is op 3 mei 2026 doorgelezen. Volgende controle: mei 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="sv"><head><title>Vävning - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Vävning</h1><p>Texten kontrollerades 3 maj 2026. Nästa kontroll: maj 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="it"><head><title>Tessitura - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Tessitura</h1><p>Pagina verificata il 3 maggio 2026. Prossima verifica: maggio 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="pl"><head><title>Tkactwo - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Tkactwo</h1><p>Stronę sprawdzono 3 maja 2026 r. Kolejne sprawdzenie: maj 2028 r.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"last": "2026-05-03", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Loom 4 - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Loom 4</h1><dl><dt>Maker</dt><dd>Acme</dd><dt>Owner</dt><dd>Mill</dd><dt>Last oiled</dt><dd>3 May 2026</dd><dt>Next oiling</dt><dd>3 June 2026</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Mill visits - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Mill visits</h1><p>Next visit: 3 May 2027. Last visit: 3 May 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Wages - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Wages</h1><p>Wages are looked at again each April; next on 3 April 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Weavers guild - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Weavers guild</h1><table><tr><th>Member</th><th>Joined</th><th>Fees to be paid by</th></tr><tr><td>Ann</td><td>May 2024</td><td>May 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Cloth fair - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Cloth fair</h1><p>Published 3 May 2026</p><p>The fair returns on 3 June 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>News: looms back - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>News: looms back</h1><p>4 May 2026</p><p>"They come back in June 2027", said Ann.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-05-04"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Dye works safety plan - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Dye works safety plan</h1><p>Author: Ann. Version 2. Issued May 2025. The vats were examined in March 2025 and will be examined again in March 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Audit of yarn - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Audit of yarn</h1><table><tr><td>Version</td><td>1</td></tr><tr><td>Auditor</td><td>Bo</td></tr><tr><td>Audited</td><td>3 May 2026</td></tr><tr><td>Next audit</td><td>3 May 2027</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Apprentices - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Apprentices</h1><p>Apprentices are assessed in May 2026 and reassessed in May 2027.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Lease of the mill - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Lease of the mill</h1><dl><dt>Tenant</dt><dd>Ann</dd><dt>Version</dt><dd>2</dd><dt>Rent to be reviewed</dt><dd>3 May 2027</dd></dl></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Weaving guide - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Weaving guide</h1><p>First published May 2019. This edition May 2025.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2019-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Yarn policy - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Yarn policy</h1><p>Date of approval: 3 May 2025</p><p>Date for review: 3 May 2028</p><p>Signed: Ann Lee, Chair</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-05-03", "due": "2028-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Cotton notice - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Cotton notice</h1><p>Last revision: 3 May 2026. In force from 1 June 2026 until 31 May 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-05-03", "published": "2026-06-01", "expires": "2028-05-31"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Fibre standard - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Fibre standard</h1><table><tr><td>Originally issued</td><td>May 2019</td></tr><tr><td>Last reviewed</td><td>May 2025</td></tr><tr><td>Next review</td><td>May 2028</td></tr></table></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2019-05", "last": "2025-05", "due": "2028-05"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Lint - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Lint</h1><p>Updated: 3 May 2026 | 4 min read | By Ann</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"updated": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="en"><head><title>Felt - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Felt</h1><p>Posted 3 May 2026. Comments close 9 May 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2026-05-03"},
    ),
    (
        '<!doctype html><html lang="de"><head><title>Lace - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Lace</h1><p>Erstellt: 03.05.2025, geändert: 04.05.2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-05-03", "updated": "2026-05-04"},
    ),
    (
        '<!doctype html><html lang="fr"><head><title>Laine - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Laine</h1><p>Publié le 3 mai 2025, modifié le 4 mai 2026</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-05-03", "updated": "2026-05-04"},
    ),
    (
        '<!doctype html><html lang="es"><head><title>Lino - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Lino</h1><p>Publicada el 3 de mayo de 2025. Revisada el 4 de mayo de 2026.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-05-03", "last": "2026-05-04"},
    ),
    (
        '<!doctype html><html lang="cy"><head><title>Llin - Saltby</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Llin</h1><p>Cyhoeddwyd: 3 Mai 2025. Adolygwyd: 4 Mai 2026. Adolygiad nesaf: Mai 2028.</p></main><footer><p>&copy; Saltby 2024</p></footer></body></html>',
        {"published": "2025-05-03", "last": "2026-05-04", "due": "2028-05"},
    ),
)
