"""Pages that nobody has seen before the grammar was made: dates that are the page's, and dates of something else, in many languages.

All wording is invented.
"""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import DateKind
from reviewer.read import Hints

SHORT = {
    "due": DateKind.DUE,
    "last": DateKind.LAST_REVIEWED,
    "updated": DateKind.UPDATED,
    "published": DateKind.PUBLISHED,
    "expires": DateKind.EXPIRES,
}


def stated(body: str) -> dict[str, str]:
    """The page's dates by short names; a text that begins with a tag is HTML, any other Markdown."""
    kind = "text/html" if body.startswith("<") else "text/markdown"
    content = f"<!doctype html>{body}" if kind == "text/html" else body
    found = read.read(content.encode(), url="https://harbour.example/notes", content_type=kind, hints=Hints())
    return {name: str(claim.date) for name, kind in SHORT.items() if (claim := found.claim(kind))}


THE_PAGES = [
    ("<h1>Quay</h1><p>Next biennial review: May 2031</p>", {"due": "2031-05"}),
    ("<h1>Quay</h1><p>Last clinical content check 4 May 2029</p>", {"last": "2029-05-04"}),
    ("<h1>Quay</h1><p>This page was last checked for accuracy on 4 May 2029.</p>", {"last": "2029-05-04"}),
    ("<h1>Quay</h1><p>Content last reviewed by our clinical team: 4 May 2029</p>", {"last": "2029-05-04"}),
    ("<h1>Quay</h1><p>Reviewed and approved by the Harbour Board on 4 May 2029</p>", {"last": "2029-05-04"}),
    (
        "<h1>Quay</h1><p>Approved by: Harbour Board<br>Approval date: 4 May 2029<br>Review date: 4 May 2032</p>",
        {"published": "2029-05-04", "due": "2032-05-04"},
    ),
    ("<h1>Quay</h1><p>Date of issue: May 2029 Review: May 2032</p>", {"published": "2029-05", "due": "2032-05"}),
    ("<h1>Quay</h1><p>When will this policy be reviewed? May 2032</p>", {"due": "2032-05"}),
    ("<h1>Quay</h1><p>When was this page last updated? 3 May 2029</p>", {"updated": "2029-05-03"}),
    ("<h1>Quay</h1><h2>When is it due for review?</h2><p>May 2032</p>", {"due": "2032-05"}),
    ("<h1>Quay</h1><p>v2.1 | Issued May 2029 | Next review May 2032</p>", {"published": "2029-05", "due": "2032-05"}),
    ("<h1>Quay</h1><p>© Harbour 2029. Page updated 3 May 2029.</p>", {"updated": "2029-05-03"}),
    ("<h1>Quay</h1><p>We aim to review this leaflet by May 2032.</p>", {"due": "2032-05"}),
    ("<h1>Quay</h1><p>This leaflet is due to be revised in May 2032.</p>", {"due": "2032-05"}),
    ("<h1>Quay</h1><p>It will be subject to a full review in May 2032.</p>", {"due": "2032-05"}),
    ("<h1>Quay</h1><p>The next review of this policy is scheduled for May 2032.</p>", {"due": "2032-05"}),
    ("<h1>Quay</h1><p>Policy due for renewal: May 2032</p>", {"due": "2032-05"}),
    (
        "<h1>Quay</h1><table><tr><td>Document owner</td><td>Ann</td></tr><tr><td>Date last reviewed</td><td>May 2029</td></tr><tr><td>Date next review due</td><td>May 2032</td></tr></table>",
        {"last": "2029-05", "due": "2032-05"},
    ),
    (
        "<h1>Quay</h1><table><tr><th>Version</th><th>Date</th><th>Change</th></tr><tr><td>1</td><td>May 2027</td><td>First issue</td></tr><tr><td>2</td><td>May 2029</td><td>Reviewed</td></tr></table><p>Next review: May 2032</p>",
        {"due": "2032-05"},
    ),
    ("<h1>Quay</h1><p>Last reviewed 3rd of May, 2029</p>", {"last": "2029-05-03"}),
    ("<h1>Quay</h1><p>Last reviewed: 2029-05-03T10:00:00Z</p>", {"last": "2029-05-03"}),
    ("<h1>Quay</h1><p>Published: 3 May 2029 · Last edited: 4 May 2029</p>", {"published": "2029-05-03", "updated": "2029-05-04"}),
    ("<h1>Quay</h1><p>Page created: 3 May 2029; page last modified: 4 May 2029</p>", {"published": "2029-05-03", "updated": "2029-05-04"}),
    ("<h1>Quay</h1><p>Edited by Ann Berg on 4 May 2029</p>", {"updated": "2029-05-04"}),
    ("<h1>Quay</h1><p>Posted on 4 May 2029 by Ann Berg</p>", {"published": "2029-05-04"}),
    ("<h1>Quay</h1><p>By Ann Berg, updated 4 May 2029</p>", {"updated": "2029-05-04"}),
    ("<h1>Quay</h1><p>Effective date: 4 May 2029. Supersedes the version of 3 May 2027.</p>", {"published": "2029-05-04"}),
    (
        "<h1>Quay</h1><p>This statement was prepared on 4 May 2029. It was last reviewed on 5 June 2030.</p>",
        {"published": "2029-05-04", "last": "2030-06-05"},
    ),
    (
        "<html lang=de><h1>Kai</h1><p>Diese Erklärung wurde am 4. Mai 2029 erstellt und zuletzt am 5. Juni 2030 überprüft.</p>",
        {"published": "2029-05-04", "last": "2030-06-05"},
    ),
    ("<html lang=de><h1>Kai</h1><p>Letzte Änderung: 04.05.2029</p>", {"updated": "2029-05-04"}),
    ("<html lang=de><h1>Kai</h1><p>Zuletzt geändert am 04.05.2029 um 10:30 Uhr</p>", {"updated": "2029-05-04"}),
    ("<html lang=de><h1>Kai</h1><p>Gültig ab 1. Mai 2029 bis 30. April 2032</p>", {"published": "2029-05-01", "expires": "2032-04-30"}),
    ("<html lang=de><h1>Kai</h1><p>Nächste turnusmäßige Überprüfung: Mai 2032</p>", {"due": "2032-05"}),
    ("<html lang=de><h1>Kai</h1><p>Stand: Mai 2029</p>", {"last": "2029-05"}),
    ("<html lang=de><h1>Kai</h1><p>Die Richtlinie ist bis zum 1. Mai 2032 zu überprüfen.</p>", {"due": "2032-05-01"}),
    ("<html lang=de><h1>Kai</h1><p>Freigegeben am 04.05.2029</p>", {"published": "2029-05-04"}),
    ("<html lang=de><h1>Kai</h1><p>Überprüfungsdatum: 04.05.2032</p>", {"due": "2032-05-04"}),
    ("<html lang=fr><h1>Quai</h1><p>Page vérifiée le 4 mai 2029</p>", {"last": "2029-05-04"}),
    ("<html lang=fr><h1>Quai</h1><p>Mis à jour le 4 mai 2029 à 10h30</p>", {"updated": "2029-05-04"}),
    (
        "<html lang=fr><h1>Quai</h1><p>Publié le 4 mai 2029 - Mis à jour le 5 juin 2030</p>",
        {"published": "2029-05-04", "updated": "2030-06-05"},
    ),
    (
        "<html lang=fr><h1>Quai</h1><p>Cette déclaration a été établie le 4 mai 2029. Elle a été mise à jour le 5 juin 2030.</p>",
        {"published": "2029-05-04", "updated": "2030-06-05"},
    ),
    ("<html lang=fr><h1>Quai</h1><p>Date de prochaine révision : mai 2032</p>", {"due": "2032-05"}),
    (
        "<html lang=es><h1>Muelle</h1><p>Esta declaración fue preparada el 4 de mayo de 2029. La última revisión de la declaración se llevó a cabo el 5 de junio de 2030.</p>",
        {"published": "2029-05-04", "last": "2030-06-05"},
    ),
    ("<html lang=es><h1>Muelle</h1><p>Fecha de última actualización: 04/05/2029</p>", {"updated": "2029-05-04"}),
    ("<html lang=es><h1>Muelle</h1><p>Publicado el 4 de mayo de 2029</p>", {"published": "2029-05-04"}),
    ("<html lang=es><h1>Muelle</h1><p>Revisado por última vez: mayo de 2029</p>", {"last": "2029-05"}),
    ("<html lang=nl><h1>Kade</h1><p>Laatst gewijzigd op 4 mei 2029</p>", {"updated": "2029-05-04"}),
    ("<html lang=nl><h1>Kade</h1><p>Gepubliceerd op: 4 mei 2029</p>", {"published": "2029-05-04"}),
    ("<html lang=sv><h1>Kaj</h1><p>Senast uppdaterad: 4 maj 2029</p>", {"updated": "2029-05-04"}),
    ("<html lang=sv><h1>Kaj</h1><p>Sidan granskades den 4 maj 2029</p>", {"last": "2029-05-04"}),
    ("<html lang=no><h1>Kai</h1><p>Sist oppdatert: 04.05.2029</p>", {"updated": "2029-05-04"}),
    ("<html lang=no><h1>Kai</h1><p>Publisert 04.05.2029 Oppdatert 05.06.2030</p>", {"published": "2029-05-04", "updated": "2030-06-05"}),
    ("<html lang=da><h1>Kaj</h1><p>Senest opdateret: 4. maj 2029</p>", {"updated": "2029-05-04"}),
    (
        "<html lang=pl><h1>Nabrzeże</h1><p>Data publikacji: 2029-05-04</p><p>Data ostatniej aktualizacji: 2030-06-05</p>",
        {"published": "2029-05-04", "updated": "2030-06-05"},
    ),
    (
        "<html lang=pl><h1>Nabrzeże</h1><p>Data publikacji strony internetowej: 2029-05-04. Data ostatniej istotnej aktualizacji: 2030-06-05.</p>",
        {"published": "2029-05-04", "updated": "2030-06-05"},
    ),
    ("<html lang=it><h1>Molo</h1><p>Ultimo aggiornamento: 4 maggio 2029</p>", {"updated": "2029-05-04"}),
    (
        "<html lang=it><h1>Molo</h1><p>Data di pubblicazione: 4 maggio 2029 - Aggiornato il 5 giugno 2030</p>",
        {"published": "2029-05-04", "updated": "2030-06-05"},
    ),
    (
        "<html lang=pt><h1>Cais</h1><p>Publicado em 04/05/2029 10h30 Atualizado em 05/06/2030 11h00</p>",
        {"published": "2029-05-04", "updated": "2030-06-05"},
    ),
    (
        "<html lang=ca><h1>Moll</h1><p>Data de publicació: 04/05/2029. Darrera actualització: 05/06/2030</p>",
        {"published": "2029-05-04", "updated": "2030-06-05"},
    ),
    ("<html lang=cy><h1>Cei</h1><p>Adolygwyd y dudalen hon ddiwethaf: 4 Mai 2029</p>", {"last": "2029-05-04"}),
    (
        "<html lang=cy><h1>Cei</h1><p>Diweddarwyd ddiwethaf: 4 Mai 2029</p><p>I'w adolygu: Mai 2032</p>",
        {"updated": "2029-05-04", "due": "2032-05"},
    ),
    ("<h1>Quay</h1><p>This page was last updated at 10:30 on 3 May 2029</p>", {"updated": "2029-05-03"}),
    ("<h1>Quay</h1><p>Version 3.2, May 2029</p>", {"published": "2029-05"}),
    ("<h1>Quay</h1><p>Version 3 (4 May 2029)</p>", {"published": "2029-05-04"}),
    ("<h1>Quay</h1><p>v1.2 – updated 4 May 2029</p>", {"updated": "2029-05-04"}),
    ("<h1>Quay</h1><p>Dated: 4 May 2029</p>", {"published": "2029-05-04"}),
    ("<h1>Quay</h1><p>By Ann Berg, 4 May 2029</p>", {"published": "2029-05-04"}),
    ("<h1>Quay</h1><p>Written by Ann Berg, May 2029</p>", {"published": "2029-05"}),
    ("<h1>Quay</h1><p>Last update of this page: 4 May 2029</p>", {"updated": "2029-05-04"}),
    ("<h1>Quay</h1><p>Date of last amendment 4 May 2029</p>", {"updated": "2029-05-04"}),
    ("<h1>Quay</h1><p>Information correct at May 2029</p>", {"last": "2029-05"}),
    ("<h1>Quay</h1><p>Leaflet code QH12. Produced: May 2029. Review: May 2031</p>", {"published": "2029-05", "due": "2031-05"}),
    ("<h1>Quay</h1><p>Ref QH12/May 2029/Review May 2031</p>", {"due": "2031-05"}),
    ("<h1>Quay</h1><p>Policy adopted on: 4 May 2029. To be reviewed: 4 May 2031</p>", {"published": "2029-05-04", "due": "2031-05-04"}),
    ("<h1>Quay</h1><p>Agreed by governors: May 2029 To be reviewed: May 2031</p>", {"published": "2029-05", "due": "2031-05"}),
    ("<h1>Quay</h1><p>Review Frequency: 2 years. Last review: May 2029</p>", {"last": "2029-05", "due": "2031-05"}),
    ("<h1>Quay</h1><p>Content reviewed May 2029. Next review due May 2032.</p>", {"last": "2029-05", "due": "2032-05"}),
    ("<h1>Quay</h1><p>Next planned review: by the end of May 2032</p>", {"due": "2032-05"}),
    ("<h1>Quay</h1><p>Latest review: May 2029</p>", {"last": "2029-05"}),
    ("<h1>Quay</h1><p>Reviewed: May 2029 (next review May 2032)</p>", {"last": "2029-05", "due": "2032-05"}),
    (
        "<h1>Quay</h1><p>Date approved: 4 May 2029 Approved by: Board Next review: 4 May 2032</p>",
        {"published": "2029-05-04", "due": "2032-05-04"},
    ),
    ("<h1>Mooring policy</h1><table><tr><th>Policy<th>Last reviewed<tr><td>Mooring policy<td>May 2029</table>", {"last": "2029-05"}),
    (
        "<h1>Quay</h1><table><tr><th>Version<th>Author<th>Date<th>Review date<tr><td>1.2<td>Ann<td>May 2029<td>May 2031</table>",
        {"due": "2031-05", "published": "2029-05"},
    ),
    ("<h1>Quay</h1><ul><li>Last updated: 4 May 2029</li><li>Author: Ann</li></ul>", {"updated": "2029-05-04"}),
    (
        "<h1>Quay</h1><dl><dt>Published</dt><dd>4 May 2029</dd><dt>Last changed</dt><dd>5 May 2029</dd></dl>",
        {"published": "2029-05-04", "updated": "2029-05-05"},
    ),
    ("<h1>Quay</h1><div><span>Updated</span> <time datetime='2029-05-04'>4 May</time></div>", {"updated": "2029-05-04"}),
    ("<h1>Quay</h1><p>Updated <relative-time datetime='2029-05-04T10:00:00Z'>3 days ago</relative-time></p>", {"updated": "2029-05-04"}),
    ("last_reviewed_at: 2029-05-04\nreview_by: 2031-05-04\ntitle: Quay\n\nText", {"last": "2029-05-04", "due": "2031-05-04"}),
    ("---\ntitle: Quay\ndate-adoption: 2029-05-04\nnext_review: 2031-05-04\n---\nText", {"published": "2029-05-04", "due": "2031-05-04"}),
    ("---\ntitle: Quay\npubdate: 2029-05-04\nlastmod: 2030-05-04\n---\nText", {"published": "2029-05-04", "updated": "2030-05-04"}),
    (
        "```yaml\n---\ntitle: Quay\nlast_reviewed: 2029-05-04\nnextReview: 2031-05-04\n---\n```\n\n# Quay\n\nText",
        {"last": "2029-05-04", "due": "2031-05-04"},
    ),
    ("# Quay\n\n**Last Reviewed**: 2029-05-04  \n**Next Review:** 2031-05-04\n", {"last": "2029-05-04", "due": "2031-05-04"}),
    ("# Quay\n\n_Last updated: 4 May 2029_\n", {"updated": "2029-05-04"}),
    ("# Quay\n\n| Status | Owner | Last reviewed |\n|---|---|---|\n| Active | Ann | 2029-05-04 |\n", {"last": "2029-05-04"}),
]
ANOTHERS = [
    "<html lang=fr><h1>Quai</h1><p>Date de validité : 4 mai 2032</p>",
    "<h1>Quay</h1><p>Applications are reviewed in May 2031.</p>",
    "<h1>Quay</h1><p>Your licence expires on 4 May 2031.</p>",
    "<h1>Quay</h1><p>The report was published in May 2029 by the Pilots' Union.</p>",
    "<h1>Quay</h1><p>The fees were last increased on 4 May 2029.</p>",
    "<h1>Quay</h1><p>Applications must be approved by 4 May 2031.</p>",
    "<h1>Quay</h1><p>See the Pilots' Union guide (updated May 2029).</p>",
    "<h1>Quay</h1><p>The Board approved the budget on 4 May 2029.</p>",
    "<h1>Quay</h1><p>In May 2029 the crane was checked.</p>",
    "<h1>Quay</h1><p>A new crane will be released in May 2031.</p>",
    "<h1>Quay</h1><p>Your next medical review: 4 May 2031</p>",
    "<h1>Quay</h1><p>Offer valid until 4 May 2031</p>",
    "<h1>Quay</h1><p>Tickets valid until 4 May 2031.</p>",
    "<h1>Quay</h1><p>Contract start date: 1 May 2029. Contract review date: 1 May 2031.</p>",
    "<h1>Quay</h1><p>Smith J. Knots. Published 2019.</p>",
    "<h1>Quay</h1><p>The Act came into force on 4 May 2029.</p>",
    "<h1>Quay</h1><p>The regulations effective from 4 May 2029 apply.</p>",
    "<h1>Quay</h1><p>Plans approved on 4 May 2029 may be seen in the office.</p>",
    "<h1>Quay</h1><p>The bridge was created in May 1929.</p>",
    "<h1>Quay</h1><p>The dredger, produced in 2019, is in use.</p>",
    "<h1>Quay</h1><ul><li>Version 2.1 (May 2029): updated the map</li><li>Version 2.0 (May 2028): first release</li></ul>",
    "<html lang=de><h1>Kai</h1><p>Das Gesetz wurde am 4. Mai 2029 geändert.</p>",
    "<html lang=de><h1>Kai</h1><p>Die Schiffe werden am 4. Mai 2031 geprüft.</p>",
    "<html lang=de><h1>Kai</h1><p>Prüfung: 4. Mai 2031</p>",
    "<html lang=fr><h1>Quai</h1><p>La loi modifiée le 4 mai 2029 s'applique.</p>",
    "<html lang=fr><h1>Quai</h1><p>L'examen aura lieu le 4 mai 2031.</p>",
    "<html lang=es><h1>Muelle</h1><p>El contrato vence el 4 de mayo de 2031.</p>",
    "<html lang=sv><h1>Kaj</h1><p>Avtalet gäller till 4 maj 2031.</p>",
    "<html lang=no><h1>Kai</h1><p>Avtalen ble godkjent 04.05.2029.</p>",
    "<html lang=pl><h1>Nabrzeże</h1><p>Ustawa obowiązuje od 2029-05-04.</p>",
    "<html lang=nl><h1>Kade</h1><p>De vergunning is geldig tot 4 mei 2031.</p>",
    "<html lang=it><h1>Molo</h1><p>Il contratto è stato approvato il 4 maggio 2029.</p>",
    "<h1>Quay</h1><p>Defibrillator last checked: 3 May 2029</p>",
    "<h1>Quay</h1><p>Reviewed in the United Kingdom on 4 May 2029</p>",
    "<h1>Quay</h1><p>Einwohner (Stand: 31.12.2029): 4.000</p>",
    "<h1>Quay</h1><p>Tabelle 1: Einwohner, Stand 31.12.2029</p>",
    "<h1>Quay</h1><p>The next review of the mooring fees will take place in May 2031.</p>",
    "<h1>Quay</h1><p>The next review of fees is due in May 2031.</p>",
    "<h1>Quay</h1><p>Next review meeting: 4 May 2031</p>",
    "<h1>Quay</h1><p>Cases confirmed: 4 May 2029</p>",
    "<h1>Quay</h1><p>Prices checked: 4 May 2029</p>",
    "<h1>Quay</h1><p>The pilots reviewed the charts in May 2029.</p>",
    "<h1>Quay</h1><p>Ann reviewed this chart in May 2029 for the Union.</p>",
    "<h1>Quay</h1><p>Sponsor review due May 2031</p>",
    "<h1>Quay</h1><p>Permits reviewed: May 2029</p>",
    "<h1>Quay</h1><p>The scheme was reviewed in May 2029 and found sound.</p>",
    "<h1>Quay</h1><p>Photo published 4 May 2029</p>",
    "<h1>Quay</h1><p>Crane 4: last reviewed 3 May 2029, crane 5: last reviewed 4 May 2030</p>",
    "<h1>Quay</h1><p>Licence valid from 4 May 2029 to 3 May 2031</p>",
    "<h1>Quay</h1><p>The order, in force from 4 May 2029, is shown.</p>",
    "<h1>Quay</h1><p>Applications open 4 May 2029. Decision issued 5 June 2029.</p>",
    "<h1>Quay</h1><p>Registered office. Company created 4 May 1999.</p>",
    "<h1>Risks</h1><table><tr><th>Risk<th>Owner<th>Review date<tr><td>Flood<td>Ann<td>May 2031</table>",
    "<h1>Policies</h1><table><tr><th>Policy<th>Last reviewed<tr><td>Mooring policy<td>May 2029</table>",
    "<h1>Jobs</h1><div class=card><h3>Pilot</h3><p>Posted: 4 May 2029</p></div><div class=card><h3>Cook</h3><p>Posted: 5 May 2029</p></div>",
    "<h1>News</h1><ul><li><a href=/a>Tides</a> Published 4 May 2029</li><li><a href=/b>Ropes</a> Published 5 May 2029</li></ul>",
    "<h1>Certificate of insurance</h1><p>Valid until: 4 May 2031</p>",
    "# Config\n\nSet this in your pages so that readers know when they were last seen by us:\n\n```yaml\nlast_reviewed: 2029-05-04\nreview_by: 2031-05-04\n```\n",
    "# Changelog\n\n## 1.2.0 - 2029-05-04\n\n- Updated: the map\n\n## 1.1.0 - 2028-05-04\n\n- Released\n",
]


@pytest.mark.parametrize(("body", "dates"), THE_PAGES)
def test_what_the_page_says_of_itself(body: str, dates: dict[str, str]) -> None:
    """Fields, sentences, questions, tables, keys and stamps that no phrase was written for."""
    assert stated(body) == dates


@pytest.mark.parametrize("body", ANOTHERS)
def test_what_is_said_of_something_else(body: str) -> None:
    """Laws, fees, licences, exams, cranes, other documents, lists, figures and samples have dates of their own."""
    assert stated(body) == {}
