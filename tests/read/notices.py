"""Notices for the tests of states, written before the grammar was: what a page says of itself, and what only looks like it.

All wording, names and organisations are invented. Each is (id, HTML of the body or a whole text, title).
"""

from __future__ import annotations

GONE: tuple[tuple[str, str, str], ...] = (
    # forms of the bodies that pages link to most, in our own words
    (
        "nice",
        "<h1>Sepsis in adults</h1><p>This guideline has been updated and replaced by <a href='/g/204'>guideline HG204</a>.</p>",
        "Sepsis",
    ),
    ("nice-2", "<h1>Hip pain</h1><div class='alert'><p>Guidance withdrawn 4 May 2023</p></div><p>It covered hips.</p>", "Hip pain"),
    ("sign", "<h1>SEGN 99: Cough</h1><p>This guideline is obsolete and is kept for reference only.</p>", "SEGN 99"),
    (
        "govuk",
        "<section><h2>This guidance was withdrawn on 3 May 2024</h2><p>Please see <a href='/new'>the new pages</a>.</p></section><h1>Help</h1>",
        "[Withdrawn] Help",
    ),
    ("who", "<h1>Malaria handbook</h1><p>This publication has been superseded by the 2023 consolidated edition.</p>", "Malaria handbook"),
    (
        "cdc",
        "<div>This website is archived for historical purposes and is no longer being maintained or updated.</div><h1>Ticks</h1>",
        "Ticks",
    ),
    ("cdc-2", "<p>ARCHIVED: content last updated 4 May 2015. For historical reference only.</p><h1>Ticks</h1>", "Ticks"),
    (
        "fda",
        "<h1>Draft advice for makers</h1><table><tr><th>Docket</th><td>D-77</td></tr><tr><th>Status</th><td>Withdrawn</td></tr></table>",
        "Draft",
    ),
    (
        "eurlex",
        "<p>Regulation 77/2012</p><p>No longer in force, Date of end of validity: 24/05/2018; Repealed by 32016R0001</p>",
        "Regulation 77/2012",
    ),
    (
        "eurlex-2",
        "<h1>Directive 95/1</h1><p>This act has been repealed and replaced by <a href='/reg'>Regulation 9/2016</a>.</p>",
        "Directive 95/1",
    ),
    ("legislation", "<h1>Local Ponds Act 1998 (repealed)</h1><p>1. Ponds.</p>", "Local Ponds Act 1998 (repealed)"),
    ("legislation-2", "<h1>The Ponds Order 2004</h1><p>These Regulations have been revoked.</p><p>1. Ponds</p>", "Ponds Order"),
    ("rfc", "<p>RFC 12616</p><p>Obsoleted by: <a href='/rfc17230'>17230</a>, 17231</p><h1>A protocol</h1>", "RFC 12616: A protocol"),
    ("rfc-2", "<h1>A protocol</h1><p>Status: HISTORIC</p>", "RFC 12616"),
    (
        "w3c",
        "<p>This version is outdated! For the latest version, please look at <a href='/TR/x3'>https://std.example/TR/x3</a>.</p><h1>X 2</h1>",
        "X 2",
    ),
    (
        "w3c-2",
        "<h1>X 1.0</h1><p>Superseded Recommendation</p><p>There is a newer version of this document: <a href='/x11'>X 1.1</a>.</p>",
        "X 1.0",
    ),
    ("cochrane", "<h1>Rest for colds</h1><p>This is not the most recent version of this review.</p>", "Rest for colds"),
    ("cochrane-2", "<h1>Rest for colds</h1><p>This review has been withdrawn from publication by its authors.</p>", "Rest for colds"),
    (
        "iso",
        "<h1>STD 9001:2008</h1><dl><dt>Status</dt><dd>Withdrawn</dd><dt>Edition</dt><dd>4</dd></dl><p>This standard has been revised by <a href='/s'>STD 9001:2015</a></p>",
        "STD 9001:2008",
    ),
    ("hse", "<h1>Ladders leaflet</h1><p>This leaflet has been withdrawn. See <a href='/w'>Working at height</a>.</p>", "Ladders"),
    (
        "mhra",
        "<h1>Alert: pumps</h1><p>This alert has been cancelled and superseded by <a href='/a2'>alert 2021/004</a>.</p>",
        "Alert: pumps",
    ),
    (
        "sharepoint",
        "<div>This page has been archived by the site owner and may be deleted.</div><h1>Team rota rules</h1>",
        "Team rota rules",
    ),
    ("confluence", "<div><span>ARCHIVED</span></div><h1>Release steps</h1><p>1. Build.</p>", "Release steps"),
    ("confluence-2", "<h1>[DEPRECATED] Release steps</h1><p>1. Build.</p>", "[DEPRECATED] Release steps"),
    (
        "uk-archive",
        "<div>[ARCHIVED CONTENT] This snapshot, taken on 07/01/2013, shows web content selected for preservation.</div><h1>Fees</h1>",
        "Fees",
    ),
    ("viewing", "<p>Viewing information archived from 12 May 2019</p><h1>Fees</h1>", "Fees"),
    ("viewing-2", "<p>You are viewing archived web pages, captured on 3 June 2011.</p><h1>Fees</h1>", "Fees"),
    # states
    ("rescinded", "<h1>Circular 4/2015</h1><p>This circular is hereby rescinded.</p>", "Circular"),
    ("retracted", "<h1>RETRACTED: Rest and colds</h1><p>Text.</p>", "Rest and colds"),
    ("retracted-2", "<h1>Rest and colds</h1><p>This article has been retracted at the request of the editors.</p>", "Rest and colds"),
    ("expired", "<h1>Lone working policy</h1><p>This policy has expired.</p>", "Lone working"),
    ("cancelled", "<h1>Notice 12</h1><p>This notice was cancelled on 1 June 2022.</p>", "Notice 12"),
    (
        "deprecated",
        "<h1>Login module</h1><p>This package has been deprecated. Use <a href='/sign-in'>sign-in</a> instead.</p>",
        "Login module",
    ),
    ("unmaintained", "<h1>Forms library</h1><p>This project is no longer maintained.</p>", "Forms library"),
    ("unmaintained-2", "<h1>Forms</h1><p>Please note: no longer maintained.</p><p>Text</p>", "Forms"),
    ("closed", "<h1>Bus routes</h1><p>This consultation has now closed.</p>", "Bus routes"),
    ("moved", "<h1>Pay rates</h1><p>This page has moved to <a href='https://pay.example/'>our new pay site</a>.</p>", "Pay rates"),
    ("in-use", "<h1>Form 12</h1><p>This form is no longer in use.</p>", "Form 12"),
    ("valid", "<h1>Fees</h1><p>The information on this page is no longer valid.</p>", "Fees"),
    ("advice-in", "<h1>Feeding</h1><p>The advice in this leaflet has been superseded.</p>", "Feeding"),
    ("discontinued", "<h1>Bulletin</h1><p>This bulletin has been discontinued.</p>", "Bulletin"),
    ("old-version", "<p>You are viewing an old version of this page.</p><h1>Setup</h1>", "Setup"),
    ("newer", "<h1>Setup 2.1</h1><p>A newer version of this guide is available.</p>", "Setup 2.1"),
    ("newer-2", "<p>This documentation is for version 1.8, which is no longer supported.</p><h1>Setup</h1>", "Setup"),
    (
        "title-subject",
        "<h1>Falls policy (2016)</h1><p>The Falls policy (2016) has been superseded by <a href='/f'>Falls policy 2021</a>.</p>",
        "Falls policy (2016)",
    ),
    ("code-subject", "<h1>Head injury</h1><p>HG58 has been replaced by HG176.</p>", "HG58 Head injury"),
    ("parenthesis", "<h1>Asthma</h1><p>This guideline (HG58, published in 2009) was replaced by HG176 in 2014.</p>", "Asthma"),
    ("apposition", "<h1>Asthma</h1><p>This guideline on asthma in adults, first issued in 2009, has now been withdrawn.</p>", "Asthma"),
    ("ribbon", "<header><div>Archived</div></header><h1>Rules of the pool</h1><p>Text.</p>", "Rules"),
    ("bold-status", "<h1>Rules of the pool</h1><p><b>Document status:</b> superseded by version 4</p>", "Rules"),
    ("status-row", "<h1>Rules</h1><ul><li>Owner: Estates</li><li>Status: Obsolete</li><li>Version: 3</li></ul>", "Rules"),
    ("callout", "<h1>Style guide</h1><blockquote>This document is obsolete. Do not follow it.</blockquote><p>Text</p>", "Style guide"),
    ("aside", "<aside>This guidance was withdrawn on 2 March 2021.</aside><h1>Masks</h1><p>Text.</p>", "Masks"),
    ("caps", "<h1>SOP 12</h1><p>THIS PROCEDURE HAS BEEN SUPERSEDED – DO NOT USE</p>", "SOP 12"),
    ("suffix", "<h1>Handling cash – WITHDRAWN</h1><p>Text.</p>", "Handling cash"),
    ("definite", "<h1>Handling cash</h1><p>Please note that this procedure is now withdrawn.</p>", "Handling cash"),
    # languages
    ("cy", "<h1>Canllaw</h1><p>Cafodd y canllaw hwn ei dynnu'n ôl ar 3 Mai 2024.</p>", "Canllaw"),
    ("cy-2", "<h1>Canllaw</h1><p>Mae'r dudalen hon wedi'i harchifo.</p>", "Canllaw"),
    ("cy-3", "<h1>Canllaw</h1><p>Mae'r polisi hwn wedi cael ei ddisodli gan bolisi newydd.</p>", "Canllaw"),
    ("fr", "<h1>Fiche</h1><p>Cette fiche a été remplacée par <a href='/f2'>la fiche 12</a>.</p>", "Fiche"),
    ("fr-2", "<h1>Circulaire</h1><p>Cette circulaire n'est plus en vigueur.</p>", "Circulaire"),
    ("fr-3", "<h1>Arrêté du 3 mai (abrogé)</h1><p>Texte.</p>", "Arrêté"),
    ("fr-4", "<h1>Guide</h1><p>Ce document est archivé et n'est plus mis à jour.</p>", "Guide"),
    ("de", "<h1>Leitlinie</h1><p>Diese Leitlinie wurde durch die S3-Leitlinie 2024 ersetzt.</p>", "Leitlinie"),
    ("de-2", "<h1>Rundschreiben</h1><p>Dieses Rundschreiben ist nicht mehr gültig.</p>", "Rundschreiben"),
    ("de-3", "<h1>Verordnung</h1><p>Status: außer Kraft</p>", "Verordnung"),
    ("de-4", "<h1>Hinweise</h1><p>Diese Seite wird nicht mehr gepflegt.</p>", "Hinweise"),
    ("es", "<h1>Guía</h1><p>Esta guía ha sido retirada.</p>", "Guía"),
    ("es-2", "<h1>Norma</h1><p>Este documento ya no está vigente. Consulte <a href='/n2'>la norma de 2023</a>.</p>", "Norma"),
    ("nl", "<h1>Richtlijn</h1><p>Deze richtlijn is vervangen door de richtlijn uit 2023.</p>", "Richtlijn"),
    ("nl-2", "<h1>Protocol</h1><p>Dit protocol is vervallen.</p>", "Protocol"),
    ("it", "<h1>Circolare</h1><p>Questa circolare è stata abrogata.</p>", "Circolare"),
    ("it-2", "<h1>Guida</h1><p>Questa pagina non è più aggiornata.</p>", "Guida"),
    ("pt", "<h1>Norma</h1><p>Esta norma foi revogada.</p>", "Norma"),
    ("ca", "<h1>Guia</h1><p>Aquesta guia ha estat substituïda per la guia de 2022.</p>", "Guia"),
    ("sv", "<h1>Riktlinje</h1><p>Den här riktlinjen har ersatts av en nyare.</p>", "Riktlinje"),
    ("sv-2", "<h1>Förordning</h1><p>Denna förordning är upphävd.</p>", "Förordning"),
    ("no", "<h1>Veileder</h1><p>Denne veilederen er opphevet.</p>", "Veileder"),
    ("da", "<h1>Vejledning</h1><p>Denne vejledning er trukket tilbage.</p>", "Vejledning"),
    ("pl", "<h1>Wytyczne</h1><p>Ten dokument został zastąpiony przez wytyczne z 2023 r.</p>", "Wytyczne"),
    ("pl-2", "<h1>Zarządzenie</h1><p>Niniejsze zarządzenie straciło moc.</p>", "Zarządzenie"),
)

NOT_GONE: tuple[tuple[str, str, str], ...] = (
    ("replaces", "<h1>Asthma</h1><p>This guideline replaces HG58, which has been withdrawn.</p>", "Asthma"),
    ("replaces-2", "<h1>Asthma</h1><p>This guidance supersedes all earlier guidance, now archived.</p>", "Asthma"),
    ("replaces-3", "<h1>Asthma</h1><p>This policy updates and replaces the policy that was withdrawn in 2019.</p>", "Asthma"),
    ("replaced-by-this", "<h1>Asthma</h1><p>HG58 has been replaced by this guideline.</p>", "Asthma HG176"),
    (
        "minutes",
        "<h1>Archived minutes</h1><ul><li><a href='/1'>May 2019</a></li><li><a href='/2'>June 2019</a></li></ul>",
        "Archived minutes",
    ),
    ("minutes-2", "<h1>Minutes archive</h1><p>This is the archive of our minutes.</p>", "Minutes archive"),
    ("product", "<h1>Recalls</h1><p>This medicine has been withdrawn from sale.</p>", "Recalls"),
    ("product-2", "<h1>Pumps</h1><p>The Flow 3 pump has been discontinued by its maker.</p>", "Pumps"),
    ("person", "<h1>Election</h1><p>Sam Sample has withdrawn as a candidate.</p>", "Election"),
    ("consent", "<h1>Consent</h1><p>Consent can be withdrawn at any time. If it is withdrawn, stop.</p>", "Consent"),
    ("trial", "<h1>Study</h1><p>Patients who were withdrawn from this study were followed up.</p>", "Study"),
    (
        "row",
        "<h1>Guidelines</h1><table><tr><th>No.</th><th>Title</th><th>Status</th></tr><tr><td>58</td><td>Head</td><td>Withdrawn</td></tr><tr><td>59</td><td>Arm</td><td>Current</td></tr></table>",
        "Guidelines",
    ),
    ("row-2", "<h1>Guidelines</h1><ul><li>HG58 Head injury. This guidance was withdrawn.</li><li>HG59 Arm injury</li></ul>", "Guidelines"),
    (
        "row-3",
        "<h1>Forms</h1><h2>Form 1</h2><p>Ask for it.</p><h2>Form 2</h2><p>Fill it in.</p><h2>Form 3</h2><p>This form is no longer in use.</p><h2>Form 4</h2><p>x</p>",
        "Forms",
    ),
    (
        "versions",
        "<h1>Sepsis policy</h1><p>Text.</p><h2>Version history</h2><table><tr><th>Version</th><th>Date</th><th>Status</th></tr><tr><td>1</td><td>2012</td><td>Archived</td></tr><tr><td>2</td><td>2020</td><td>Live</td></tr></table>",
        "Sepsis policy",
    ),
    (
        "versions-2",
        "<h1>Sepsis policy</h1><p>Text.</p><table><tr><td>Version</td><td>Status</td></tr><tr><td>V1</td><td>Archived</td></tr><tr><td>V2</td><td>Approved</td></tr></table>",
        "Sepsis policy",
    ),
    ("versions-3", "<h1>Sepsis policy</h1><p>Previous versions of this policy have been archived.</p>", "Sepsis policy"),
    (
        "versions-4",
        "<h1>Sepsis policy</h1><p>Old versions of this document are withdrawn from use when a new one is issued.</p>",
        "Sepsis policy",
    ),
    ("news", "<h1>NIKE withdraws head injury guideline</h1><p>HG58 has been withdrawn, the institute said.</p>", "NIKE withdraws HG58"),
    (
        "news-2",
        "<h1>Guideline withdrawn after review</h1><p>The guideline was withdrawn on Monday.</p>",
        "Guideline withdrawn after review",
    ),
    ("list-of", "<h1>Withdrawn guidelines</h1><p>This page lists guidelines that have been withdrawn.</p>", "Withdrawn guidelines"),
    ("howto", "<h1>When your card has expired</h1><p>If this card is expired, ask for a new one.</p>", "When your card has expired"),
    ("howto-2", "<h1>How pages are archived</h1><p>A page is archived when nobody has read it for a year.</p>", "How pages are archived"),
    (
        "policy-on",
        "<h1>Document control</h1><p>Obsolete documents are to be removed. Superseded copies are destroyed.</p>",
        "Document control",
    ),
    ("condition", "<h1>Asthma</h1><p>If this guideline is withdrawn, we shall tell you.</p>", "Asthma"),
    ("until", "<h1>Asthma</h1><p>This guideline is valid until it is replaced or withdrawn.</p>", "Asthma"),
    ("until-2", "<h1>Asthma</h1><p>This policy remains in force until superseded.</p>", "Asthma"),
    ("future", "<h1>Asthma</h1><p>This guideline will be withdrawn in 2031.</p>", "Asthma"),
    ("may", "<h1>Terms</h1><p>This service may be withdrawn at any time. This page may be archived.</p>", "Terms"),
    ("not", "<h1>Asthma</h1><p>This guideline has not been withdrawn.</p>", "Asthma"),
    ("not-yet", "<h1>Asthma</h1><p>This guideline has not yet been superseded.</p>", "Asthma"),
    ("question", "<h1>Help</h1><p>Has this page been archived?</p>", "Help"),
    ("part", "<h1>Asthma</h1><p>Section 4 of this guideline has been withdrawn.</p>", "Asthma"),
    ("part-2", "<h1>Asthma</h1><p>The dosing table in this guideline has been replaced.</p>", "Asthma"),
    ("quoted", "<h1>Letters</h1><p>The trust wrote: “This guidance has been withdrawn.”</p>", "Letters"),
    ("said", '<h1>Letters</h1><p>"This guidance has been withdrawn," said Dr Example.</p>', "Letters"),
    ("comment", "<h1>Setup</h1><p>Text.</p><div class='comments'><p>This page is obsolete!!</p></div>", "Setup"),
    ("footer", "<h1>Setup</h1><p>Text.</p><footer><p>This website is archived by the national library.</p></footer>", "Setup"),
    ("nav", "<nav><a href='/a'>Archived</a><a href='/b'>Withdrawn</a></nav><h1>Setup</h1><p>Text.</p>", "Setup"),
    ("section", "<h1>Consultations</h1><h2>Open</h2><ul><li>Buses</li></ul><h2>Closed</h2><ul><li>Trains</li></ul>", "Consultations"),
    ("office", "<h1>Library</h1><p>This service is closed on bank holidays.</p>", "Library"),
    ("moved-office", "<h1>Contact</h1><p>We have moved to Example Street.</p>", "Contact"),
    ("moved-2", "<h1>Council</h1><p>The motion was moved to the next meeting and then withdrawn.</p>", "Council"),
    ("code", "<h1>API</h1><p>Text.</p><pre>This page is archived.</pre>", "API"),
    ("method", "<h1>API</h1><h2>open()</h2><p>Opens.</p><h2>shut()</h2><p>This method is deprecated. Use open().</p>", "API"),
    ("changelog", "<h1>Changes</h1><ul><li>1.2: the old login was deprecated</li><li>1.1: removed obsolete code</li></ul>", "Changes"),
    ("law", "<h1>Ponds Act</h1><p>Section 12 was repealed by the Rivers Act 2004. The Lakes Act 1980 is revoked.</p>", "Ponds Act"),
    (
        "law-2",
        "<h1>Ponds Regulations 2020</h1><h2>Revocations</h2><p>The Ponds Regulations 2004 are revoked.</p>",
        "Ponds Regulations 2020",
    ),
    ("rfc-new", "<p>RFC 17230</p><p>Obsoletes: 12616</p><h1>A protocol</h1>", "RFC 17230"),
    ("edition", "<h1>Handbook</h1><p>This edition replaces the 2016 edition, which is no longer in print.</p>", "Handbook"),
    ("staff", "<h1>Team</h1><p>This role is no longer in use. This member has left.</p>", "Team"),
    ("hidden", "<h1>Setup</h1><div hidden>This page is archived.</div><p>Text.</p>", "Setup"),
    ("filter", "<h1>Search</h1><form><label>Status: <select><option>Withdrawn</option></select></label></form><p>Text.</p>", "Search"),
    ("legend", "<h1>Register</h1><p>Status: C = current, W = withdrawn.</p>", "Register"),
    ("cases", "<h1>Appeal 12</h1><p>Status: withdrawn consent is recorded here.</p>", "Appeal 12"),
    ("money", "<h1>Bank</h1><p>This money was withdrawn on 3 May.</p>", "Bank"),
    ("staff-2", "<h1>Blog</h1><p>The app that I used has been archived by its author, so I moved to another.</p>", "Blog"),
    ("archive-help", "<h1>Records</h1><p>Archived records are kept for six years. This team archives records.</p>", "Records"),
    ("de-t", "<h1>Leitlinie</h1><p>Diese Leitlinie ersetzt die Fassung von 2015.</p>", "Leitlinie"),
    ("de-t2", "<h1>Müll</h1><p>Dieses Gerät wurde ersetzt.</p>", "Müll"),
    ("fr-t", "<h1>Fiche</h1><p>Cette fiche remplace la fiche 11, abrogée.</p>", "Fiche"),
    ("fr-t2", "<h1>Médicaments</h1><p>Ce médicament a été retiré du marché.</p>", "Médicaments"),
    ("es-t", "<h1>Guía</h1><p>Esta guía sustituye a la de 2015, ya retirada.</p>", "Guía"),
    ("nl-t", "<h1>Richtlijn</h1><p>Deze richtlijn vervangt de richtlijn uit 2015.</p>", "Richtlijn"),
    ("it-t", "<h1>Circolare</h1><p>Questa circolare sostituisce la precedente, abrogata.</p>", "Circolare"),
    ("cy-t", "<h1>Canllaw</h1><p>Mae'r canllaw hwn yn disodli canllaw 2015, a dynnwyd yn ôl.</p>", "Canllaw"),
    ("pl-t", "<h1>Wytyczne</h1><p>Ten dokument zastępuje wytyczne z 2015 r.</p>", "Wytyczne"),
    ("sv-t", "<h1>Riktlinje</h1><p>Denna riktlinje ersätter den från 2015.</p>", "Riktlinje"),
)

N = "https://www.example.org"
SUCCESSORS: tuple[tuple[str, str, str | None, str | None], ...] = (
    ("by-link", "<h1>A</h1><p>This guide has been replaced by <a href='/b'>Guide B</a>.</p>", "Guide B", f"{N}/b"),
    (
        "see-link",
        "<h1>A</h1><p>This leaflet was withdrawn. Please see <a href='/b'>Working at height</a>.</p>",
        "Working at height",
        f"{N}/b",
    ),
    (
        "behind",
        "<h1>A</h1><p>This guide was withdrawn on 3 May 2024.</p><p>Use <a href='/b'>the new guide</a> instead.</p>",
        "the new guide",
        f"{N}/b",
    ),
    (
        "carried",
        "<h1>A</h1><p>This guide was replaced by Guide B in 2022.</p><h2>More</h2><ul><li><a href='/b'>Guide B</a></li></ul>",
        "Guide B",
        f"{N}/b",
    ),
    (
        "carried-2",
        "<h1>A</h1><p>This guide was replaced by Guide B.</p><ul><li><a href='/b'>Guide B</a></li><li><a href='/c'>Guide B</a></li></ul>",
        "Guide B",
        None,
    ),
    ("title", "<h1>A</h1><p>This policy was superseded by Lone Working Policy 2023 on 1 May 2023.</p>", "Lone Working Policy 2023", None),
    ("code", "<h1>A</h1><p>This standard has been replaced by STD 9001:2015.</p>", "STD 9001:2015", None),
    ("newer-link", "<h1>A</h1><p>This page is archived. <a href='/b'>Read the latest advice</a></p>", "Read the latest advice", f"{N}/b"),
    ("rest", "<h1>A</h1><p>This guidance has been withdrawn or has been recalled.</p>", None, None),
    ("rest-2", "<h1>A</h1><p>This leaflet has been withdrawn and is no longer printed.</p>", None, None),
    ("rest-3", "<h1>A</h1><p>This leaflet was withdrawn by its authors.</p>", None, None),
    ("rest-4", "<h1>A</h1><p>This circular was cancelled by order of the board.</p>", None, None),
    ("contact", "<h1>A</h1><p>This guide was withdrawn. <a href='/contact'>Contact us</a> for help.</p>", None, None),
    ("why", "<h1>A</h1><p>This page has been archived. See <a href='/archiving'>why pages are archived</a>.</p>", None, None),
    ("mail", "<h1>A</h1><p>This guide was withdrawn. Please see <a href='mailto:a@b.example'>our team</a>.</p>", None, None),
    ("itself", "<h1>A</h1><p>This guide was withdrawn. See <a href='#old'>the old text</a>.</p>", None, None),
    ("unrelated", "<h1>A</h1><p>This guide was withdrawn.</p><p>We publish <a href='/x'>many leaflets</a> on ponds.</p>", None, None),
    ("pronoun", "<h1>A</h1><p>This guide has been superseded by another.</p>", None, None),
    ("pronoun-2", "<h1>A</h1><p>This guide has been replaced by the following.</p><p>Text of something.</p>", None, None),
    ("moved", "<h1>A</h1><p>This page has moved to <a href='https://n.example/'>n.example</a>.</p>", "n.example", "https://n.example/"),
    ("host", "<h1>A</h1><p>This site is no longer updated. Please visit www.new.example for advice.</p>", "www.new.example", None),
    ("fr", "<h1>A</h1><p>Cette fiche a été remplacée par <a href='/b'>la fiche 12</a>.</p>", "la fiche 12", f"{N}/b"),
    ("de", "<h1>A</h1><p>Diese Leitlinie ist nicht mehr gültig. Siehe <a href='/b'>Leitlinie 2024</a>.</p>", "Leitlinie 2024", f"{N}/b"),
    ("es", "<h1>A</h1><p>Esta guía ha sido sustituida por la Guía 2023.</p>", "Guía 2023", None),
)

_MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/archive'>Archived</a></li><li><a href='/closed'>Closed</a></li></ul></nav>"
_FOOT = "<footer><p>Old pages are archived by the library. <a href='/contact'>Contact</a></p></footer>"
ORDINARY: tuple[tuple[str, str, str], ...] = (
    (
        "policy",
        _MENU + "<h1>Falls policy</h1><table><tr><th>Owner</th><td>Estates</td></tr><tr><th>Status</th><td>Approved</td></tr></table>"
        "<h2>Purpose</h2><p>This policy replaces the Falls policy 2016, which is withdrawn. Staff whose access has been revoked are to ask.</p>"
        "<h2>Records</h2><p>Records are archived after six years. A form that is out of date is destroyed.</p>"
        "<h2>Version history</h2><table><tr><th>Version</th><th>Status</th></tr><tr><td>1</td><td>Superseded</td></tr><tr><td>2</td><td>Current</td></tr></table>"
        + _FOOT,
        "Falls policy",
    ),
    (
        "register",
        _MENU + "<h1>All guidelines</h1><p>Guidelines under review are marked.</p><ul><li><a href='/1'>Head</a> (under review)</li>"
        "<li><a href='/2'>Hip</a> (withdrawn)</li><li><a href='/3'>Hand</a></li></ul><h2>Withdrawn</h2><ul><li><a href='/4'>Foot</a></li></ul>"
        + _FOOT,
        "All guidelines",
    ),
    (
        "news",
        _MENU
        + "<h1>Council agrees new pond rules</h1><p>The old rules, which had been suspended, were revoked on Monday. The leader said that "
        "the motion had been withdrawn.</p><p>A review of the bus service is under way. The depot has closed.</p>" + _FOOT,
        "Council agrees new pond rules",
    ),
    (
        "manual",
        _MENU
        + "<h1>Using the archive</h1><h2>How to archive a page</h2><p>When a page is archived, nobody can edit it. If this page is out of "
        "date, tell us.</p><h2>Restoring</h2><p>Pages that have been withdrawn can be restored. An expired link is shown in grey.</p>"
        + _FOOT,
        "Using the archive",
    ),
    (
        "wiki",
        _MENU
        + "<h1>Release steps</h1><ol><li>Close the ticket.</li><li>Mark the old version as deprecated.</li></ol><p>The tool that we used is no "
        "longer maintained, so we moved to another.</p><pre>status: archived</pre>" + _FOOT,
        "Release steps",
    ),
    (
        "event",
        _MENU
        + "<h1>Summer fair</h1><p>The car park is closed on Sunday. Tickets are no longer available at the door.</p><p>Email</p>"
        + _FOOT,
        "Summer fair",
    ),
    (
        "de",
        _MENU
        + "<h1>Leitlinie Husten</h1><p>Diese Leitlinie ersetzt die Fassung von 2015. Die alte Fassung ist ungültig. Sie wird alle fünf Jahre "
        "überprüft.</p><h2>Medikamente</h2><p>Das Mittel wurde vom Markt zurückgezogen.</p>" + _FOOT,
        "Leitlinie Husten",
    ),
    (
        "fr",
        _MENU
        + "<h1>Calendrier vaccinal</h1><p>Ce calendrier remplace celui de 2019. Le vaccin a été retiré. Les anciennes fiches sont archivées.</p>"
        + _FOOT,
        "Calendrier vaccinal",
    ),
)
