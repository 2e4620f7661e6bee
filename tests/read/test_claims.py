"""The dates that a page states about itself: one document is one family of phrasing. All wording is invented."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import Basis, DateKind, Page, Source
from reviewer.read import Hints
from tests.read.dated import named as stated


def page(body: str, *, url: str = "https://www.example.org/guide", hints: Hints | None = None, kind: str = "text/html") -> Page:
    """Read a fragment of HTML (or a text) as a page."""
    html = (
        body
        if kind != "text/html" or "<html" in body
        else f'<!doctype html><html lang="en"><title>A guide</title><body><main>{body}</main>'
    )
    return read.read(html.encode(), url=url, content_type=f"{kind}; charset=utf-8", hints=hints or Hints())


FAMILIES = [
    # labels with a value
    ("<p>Review date: 31 May 2024</p>", {"due": "2024-05-31"}),
    ("<p>Page last reviewed: 3 March 2022<br>Next review due: 3 March 2025</p>", {"last": "2022-03-03", "due": "2025-03-03"}),
    ("<p>Date of next review: June 2026</p>", {"due": "2026-06"}),
    ("<p>Next review: Q3 2025</p>", {"due": "2025-Q3"}),
    ("<p>Next review: Autumn 2025</p>", {"due": "2025-autumn"}),
    ("<p>Next review due by the end of March 2025</p>", {"due": "2025-03"}),
    ("<p>Review due: 2026</p>", {"due": "2026"}),
    ("<p>Due for review: 1st September 2026</p>", {"due": "2026-09-01"}),
    ("<p>To be reviewed by: 14.02.2027</p>", {"due": "2027-02-14"}),
    ("<p>Review by 30/11/25</p>", {"due": "2025-11-30"}),
    ("<p>Planned review date – 30 Sept 2026</p>", {"due": "2026-09-30"}),
    ("<p>Review Date (every three years): May 2027</p>", {"due": "2027-05"}),
    ("<p>Scheduled review: 15-Jan-2026</p>", {"due": "2026-01-15"}),
    ("<p>Review required by 2026-04-01</p>", {"due": "2026-04-01"}),
    ("<p>Approved: March 2021 Review: March 2024</p>", {"published": "2021-03", "due": "2024-03"}),
    ("<p>Date for review: 12/2026</p>", {"due": "2026-12"}),
    ("<p>Reviewed: 4 May 2023. Next review: 4 May 2026.</p>", {"last": "2023-05-04", "due": "2026-05-04"}),
    ("<p>Date reviewed: 04 May 2023 | Next review date: 04 May 2026</p>", {"last": "2023-05-04", "due": "2026-05-04"}),
    ("<p>Review date: May 2021. Next review date: May 2024.</p>", {"last": "2021-05", "due": "2024-05"}),
    ("<p>Last reviewed: 2 February 2024</p>", {"last": "2024-02-02"}),
    ("<p>Last checked 2 February 2024</p>", {"last": "2024-02-02"}),
    ("<p>Content last reviewed on Monday 5 February 2024</p>", {"last": "2024-02-05"}),
    ("<p>Reviewed by Dr A Example, consultant, on 9 June 2023</p>", {"last": "2023-06-09"}),
    ("<p>Medically reviewed by Jo Sample, MD — Written by Ann Other — Updated on March 3, 2020</p>", {"updated": "2020-03-03"}),
    ("<p>Last medical review: 10 October 2022</p>", {"last": "2022-10-10"}),
    ("<p>Fact checked: 11 October 2022</p>", {"last": "2022-10-11"}),
    ("<p>Last reviewed and updated: 1 July 2023</p>", {"last": "2023-07-01"}),
    ("<p>Reviewed and approved on 1 July 2023</p>", {"last": "2023-07-01"}),
    ("<p>Information correct as of 1 August 2023</p>", {"last": "2023-08-01"}),
    ("<p>The information on this page is accurate as at August 2023.</p>", {"last": "2023-08"}),
    ("<p>Last updated: 7 January 2025</p>", {"updated": "2025-01-07"}),
    ("<p>Last updated 7 January 2025, 14:32</p>", {"updated": "2025-01-07"}),
    ("<p>This page was last edited on 12 April 2024, at 10:15.</p>", {"updated": "2024-04-12"}),
    ("<p>Page updated 7/1/2025. First published 20/12/2019.</p>", {"updated": "2025-01-07", "published": "2019-12-20"}),
    ("<p>Updated June 2025</p>", {"updated": "2025-06"}),
    ("<p>Revised: May 2020</p>", {"updated": "2020-05"}),
    ("<p>Revision date: 2020-05-06</p>", {"updated": "2020-05-06"}),
    ("<p>Date of last revision: May 6, 2020</p>", {"updated": "2020-05-06"}),
    ("<p>Date modified: 2020-05-06</p>", {"updated": "2020-05-06"}),
    ("<p>Published 5 May 2020<br>Last updated 6 June 2021</p>", {"published": "2020-05-05", "updated": "2021-06-06"}),
    ("<p>Effective from 1 April 2023. Review date 1 April 2026.</p>", {"published": "2023-04-01", "due": "2026-04-01"}),
    ("<p>Issue date: May 2019</p><p>Expiry date: May 2022</p>", {"published": "2019-05", "expires": "2022-05"}),
    ("<p>Valid until 31 December 2025</p>", {"expires": "2025-12-31"}),
    ("<p>This guideline expires on 31 December 2025.</p>", {"expires": "2025-12-31"}),
    ("<p>Review and expiry date: 31 December 2025</p>", {"due": "2025-12-31"}),
    # glued, torn, spaced
    ("<p>v2.10Valid from:28 June 2022Review date:28 October 2024</p>", {"published": "2022-06-28", "due": "2024-10-28"}),
    ("<p><b>Review</b> <span>date</span><i>:</i><span>31 May 2024</span></p>", {"due": "2024-05-31"}),
    ("<p>Next&nbsp;review&nbsp;due:&nbsp;31&nbsp;May&nbsp;2024</p>", {"due": "2024-05-31"}),
    ("<p>Next re&shy;view due: 31&#8203; May 2024</p>", {"due": "2024-05-31"}),
    (
        "<p>Published Date: 18-Jun-2019 Page 2 of 7 Review Date: 18-Jun-2022 Uncontrolled when printed</p>",
        {"published": "2019-06-18", "due": "2022-06-18"},
    ),
    (
        "<p>Version: 3 Status: Final Author: A Example Date approved: 3 May 2021 Next review: 3 May 2024</p>",
        {"published": "2021-05-03", "due": "2024-05-03"},
    ),
    # next cell, next line, definition list, rows of boxes
    ("<table><tr><th>Owner</th><td>Web team</td></tr><tr><th>Review date</th><td>December 2026</td></tr></table>", {"due": "2026-12"}),
    (
        "<table><tr><td>Date ratified</td><td>May 2024</td><td>Next review</td><td>May 2027</td></tr></table>",
        {"published": "2024-05", "due": "2027-05"},
    ),
    (
        "<table><tr><th>Version</th><th>Approved by</th><th>Review date</th></tr><tr><td>2</td><td>Board</td><td>1 June 2026</td></tr></table>",
        {"due": "2026-06-01"},
    ),
    (
        "<dl><dt>Last reviewed</dt><dd>1 June 2023</dd><dt>Next review due</dt><dd>1 June 2026</dd></dl>",
        {"last": "2023-06-01", "due": "2026-06-01"},
    ),
    ("<h3>Review date</h3><p>1 June 2026</p>", {"due": "2026-06-01"}),
    ("<div><div>Next review</div><div>June 2026</div></div>", {"due": "2026-06"}),
    ("<ul><li>Published: 1 June 2023</li><li>Review date: 1 June 2026</li></ul>", {"published": "2023-06-01", "due": "2026-06-01"}),
    ("<p>Review date:</p><p>1 June 2026</p>", {"due": "2026-06-01"}),
    # sentences
    (
        "<p>We last reviewed this page on 6 October 2025. It has to be reviewed again on 6 October 2027.</p>",
        {"last": "2025-10-06", "due": "2027-10-06"},
    ),
    ("<p>This policy will be reviewed in June 2027.</p>", {"due": "2027-06"}),
    ("<p>The policy is due to be reviewed in June 2027.</p>", {"due": "2027-06"}),
    ("<p>This guideline is scheduled for review in 2027.</p>", {"due": "2027"}),
    ("<p>The advice on this cream will be considered for review in May 2018.</p>", {"due": "2018-05"}),
    ("<p>The next review of this document is due in May 2026.</p>", {"due": "2026-05"}),
    ("<p>The next review will take place in May 2026.</p>", {"due": "2026-05"}),
    ("<p>This leaflet is due for review in May 2026.</p>", {"due": "2026-05"}),
    ("<p>We will review this page again in May 2026.</p>", {"due": "2026-05"}),
    (
        "<p>This statement was prepared on 8 October 2021. It was last reviewed on 17 May 2022.</p>",
        {"published": "2021-10-08", "last": "2022-05-17"},
    ),
    ("<p>We checked this guideline in June 2020 and nothing had to change.</p>", {"last": "2020-06"}),
    ("<p>In April 2017, changes to section 4.1 were made to match the new forms.</p>", {"updated": "2017-04"}),
    ("<p>In April 2017 we updated this page to add a table.</p>", {"updated": "2017-04"}),
    ("<p>Review date: May 2020 (extended to November 2021)</p>", {"due": "2021-11"}),
    # a form that lost its lines
    ("<p>Policy Owner Head of Estates Review Date February 2016 Version 2</p>", {"due": "2016-02"}),
    (
        "<p>Document control Issue date 01/04/2022 Review date 01/04/2024 Expiry date 30/09/2024</p>",
        {"published": "2022-04-01", "due": "2024-04-01", "expires": "2024-09-30"},
    ),
    ("<p>Ratified by the Board Ratification date May 2013 Next Review February 2016</p>", {"published": "2013-05", "due": "2016-02"}),
    ("<p>This policy shall be reviewed by the Estates Committee in February 2016.</p>", {"due": "2016-02"}),
    ("<p>This policy is subject to review in February 2016.</p>", {"due": "2016-02"}),
    ("<p>A review of this policy will take place in February 2016.</p>", {"due": "2016-02"}),
    ("<p>Adopted May 2020. Review May 2023.</p>", {"published": "2020-05", "due": "2023-05"}),
    ("<p>Last reviewed May 2023, next due May 2026</p>", {"last": "2023-05", "due": "2026-05"}),
    ("<p>Revised: 1/2010; 3/2012, 5/2014</p>", {"updated": "2014-05"}),
    ("<p>Reviewed 2023</p>", {"last": "2023"}),
    ("<p>For: every ward Review due: 02/2016 It is a controlled copy.</p>", {"due": "2016-02"}),
    ("<dl><dt>Valid to date</dt><dd>28th November 2023</dd></dl>", {"expires": "2023-11-28"}),
    ("<p>Updated 2020 guidelines are here and everywhere, for all who need them. Last updated 2021.</p>", {"updated": "2021"}),
    ("<p>Review date: May 2020 (extended to a later date)</p>", {"due": "2020-05"}),
    ("<p>Revised: 1/2010, 2012, 5/2014 and later on</p>", {"updated": "2010-01"}),
    ("<p>Revised on 1/2010, of which in 5/2014 more</p>", {"updated": "2010-01"}),
    # leaflets, councils, notices, documentation
    ("<p>Publication date: 3 May 2021. Date of next scheduled review: 3 May 2024</p>", {"published": "2021-05-03", "due": "2024-05-03"}),
    ("<p>Version 2, May 2023. Due for review May 2026.</p>", {"due": "2026-05"}),
    ("<p>Produced May 2023, review due May 2026</p>", {"due": "2026-05"}),
    ("<p>Leaflet reference: AB12. Date: May 2023. Review date: May 2026. © Example Trust</p>", {"due": "2026-05"}),
    ("<p>Date of issue: August 2021 | Review date: August 2023 | Ref: 1234 | © Trust 2021</p>", {"due": "2023-08"}),
    ("<p>PI_0123_05 Published: 03/2020 For review: 03/2023</p>", {"due": "2023-03"}),
    ("<p>This information will be reviewed in/before May 2026</p>", {"due": "2026-05"}),
    ("<p>This leaflet will be reviewed by May 2026.</p>", {"due": "2026-05"}),
    ("<p>Information last reviewed in May 2023 and next due for review in May 2026.</p>", {"last": "2023-05", "due": "2026-05"}),
    ("<p>Last reviewed: 3 May 2023 &nbsp; Next review due: 3 May 2026</p>", {"last": "2023-05-03", "due": "2026-05-03"}),
    ("<p>The content of this page was last reviewed on 3 May 2023</p>", {"last": "2023-05-03"}),
    ("<p>Date last updated: 3rd May 2023</p>", {"updated": "2023-05-03"}),
    ("<p>Website last updated: May 2023</p>", {"updated": "2023-05"}),
    ("<p>Article last updated on May 3, 2023</p>", {"updated": "2023-05-03"}),
    ("<p>Updated: May 3, 2023, 10:15 a.m.</p>", {"updated": "2023-05-03"}),
    ("<p>This privacy notice was last updated in May 2023.</p>", {"updated": "2023-05"}),
    ("<p>These terms were last updated on 3 May 2023.</p>", {"updated": "2023-05-03"}),
    ("<p>Effective: May 3, 2023</p><p>Last Revised: May 4, 2023</p>", {"updated": "2023-05-04"}),
    ("<p>We last updated this policy on 3 May 2023.</p>", {"updated": "2023-05-03"}),
    ("<p>We keep this privacy policy under regular review. This policy was last updated on 3 May 2023.</p>", {"updated": "2023-05-03"}),
    ("<p>This policy was adopted by the Council at its meeting held on 14 May 2024. Date for review: May 2025.</p>", {"due": "2025-05"}),
    ("<p>Adopted: 14th May 2024<br>Minute ref: 24/031<br>Review date: May 2025</p>", {"due": "2025-05"}),
    ("<p>Adopted by full council on 14 May 2024, to be reviewed May 2025.</p>", {"due": "2025-05"}),
    ("<p>Policy approved: 14/05/24. Review: annually. Next review: May 2025</p>", {"due": "2025-05"}),
    ("<p>Signed: A Sample, Chair of Governors. Date: May 2024. Review Date: May 2025.</p>", {"due": "2025-05"}),
    ("<p>Date policy last reviewed: 5/6/2023. Date policy to be reviewed: 5/6/2024</p>", {"last": "2023-06-05", "due": "2024-06-05"}),
    ("<p>Policy to be reviewed in July 2026</p>", {"due": "2026-07"}),
    ("<p>Reviewed September 2023; next review September 2024</p>", {"last": "2023-09", "due": "2024-09"}),
    ("<p>Reviewed and updated September 2023</p>", {"last": "2023-09"}),
    (
        "<table><tr><td>Date of Last Review</td><td>1/9/23</td></tr><tr><td>Date of Next Review</td><td>1/9/24</td></tr></table>",
        {"last": "2023-09-01", "due": "2024-09-01"},
    ),
    ("<table><tr><td><p><strong>Next review date:</strong></p></td><td><p>1 September 2024</p></td></tr></table>", {"due": "2024-09-01"}),
    (
        "<table><tr><th>Issue date</th><th>Review date</th></tr><tr><td>1 May 2023</td><td>1 May 2026</td></tr></table>",
        {"published": "2023-05-01", "due": "2026-05-01"},
    ),
    ("<p><strong>Review date</strong><br>1 May 2026</p>", {"due": "2026-05-01"}),
    ("<p><strong>Review date</strong> 1 May 2026</p>", {"due": "2026-05-01"}),
    (
        "<ul><li><strong>Owner:</strong> A Sample</li><li><strong>Last reviewed:</strong> 2024-05-01</li><li><strong>Next review:</strong> 2025-05-01</li></ul>",
        {"last": "2024-05-01", "due": "2025-05-01"},
    ),
    ("<p>Last reviewed on 2024-05-01 by @sample. Review again in 6 months.</p>", {"last": "2024-05-01"}),
    ("<p>Last verified: May 2024</p>", {"last": "2024-05"}),
    ("<p>Last validated on 1 May 2024</p>", {"last": "2024-05-01"}),
    ("<p>Current as of 1 May 2024</p>", {"last": "2024-05-01"}),
    ("<p>Content current at 1 May 2024.</p>", {"last": "2024-05-01"}),
    ("<p>This document is valid until May 2026 unless replaced.</p>", {"expires": "2026-05"}),
    ("<p>Review date of this guideline: May 2026</p>", {"due": "2026-05"}),
    ("<p>The review date for this guideline is May 2026.</p>", {"due": "2026-05"}),
    ("<p>The review date of this policy is 31/05/2026</p>", {"due": "2026-05-31"}),
    ("<p>It is due for review in May 2026.</p>", {"due": "2026-05"}),
    ("<p>This policy is reviewed annually and was last reviewed in May 2024.</p>", {"last": "2024-05", "due": "2025-05"}),
    ("<p>The policy will next be reviewed in May 2026 or earlier if needed.</p>", {"due": "2026-05"}),
    ("<p>A full review of this strategy is planned for May 2026.</p>", {"due": "2026-05"}),
    ("<p>We plan to review this guidance in 2026.</p>", {"due": "2026"}),
    ("<p>We will review this in May 2026.</p>", {"due": "2026-05"}),
    ("<p>Medically reviewed by A Sample, MD on May 3, 2023</p>", {"last": "2023-05-03"}),
    ("<p>Medically Reviewed on 5/13/2023 by A Sample, MD</p>", {"last": "2023-05-13"}),
    ("<p>Clinically reviewed by Dr A Sample. Last reviewed 3 May 2023</p>", {"last": "2023-05-03"}),
    ("<p>Peer reviewed by Dr A Sample | Last updated by Dr B Sample | 3 May 2023</p>", {"updated": "2023-05-03"}),
    ("<p>Authored by Dr A Sample, Reviewed by Dr B Sample | Last edited 3 May 2023 | Meets guidelines</p>", {"updated": "2023-05-03"}),
    ("<p>Copyright 2023. Terms updated 3 May 2023.</p>", {"updated": "2023-05-03"}),
    # councils, schools, universities, documentation
    ("<p>This document was last updated on the 4th of May 2023.</p>", {"updated": "2023-05-04"}),
    ("<p>Page last updated: Thursday, 4 May 2023 11:32 AM</p>", {"updated": "2023-05-04"}),
    ("<p>Next review due: on or before 31/05/2025</p>", {"due": "2025-05-31"}),
    ("<p>Policy review date: Spring Term 2025</p>", {"due": "2025-spring"}),
    ("<p>Approved by Governors: 12.10.23 To be reviewed: 12.10.24</p>", {"published": "2023-10-12", "due": "2024-10-12"}),
    ("<p>Last Reviewed/Revised: 06/2022</p>", {"last": "2022-06"}),
    ("<p>Last modified by A Sample on 2 May 2020</p>", {"updated": "2020-05-02"}),
    ("<p>Date of next review 31st March 2025 or when the law changes</p>", {"due": "2025-03-31"}),
    ("<p>Review Date: 3 years (May 2024)</p>", {"due": "2024-05"}),
    ("<p>Next review due <time datetime='2026-05-31'>in two weeks</time></p>", {"due": "2026-05-31"}),
    ("<p>Last updated <time datetime='2026-02-03'>03/02/2026</time></p>", {"updated": "2026-02-03"}),
    ("<p>Date last reviewed (dd/mm/yyyy): 23/04/2024</p>", {"last": "2024-04-23"}),
    ("<p>Next review (month/year): 04/2025</p>", {"due": "2025-04"}),
    ("<p>Next Planned Review in 3 years: May 2027</p>", {"due": "2027-05"}),
    ("<p>Guideline due for update: June 2025</p>", {"due": "2025-06"}),
    ("<p>These Standing Orders will be reviewed in May 2025.</p>", {"due": "2025-05"}),
    ("<p>Reviewed: 3/15/2024. Next review: 3/5/2025</p>", {"last": "2024-03-15", "due": "2025-03-05"}),
    ("<p>Content owner: Web team<br>Last reviewed 03 Apr 24</p>", {"last": "2024-04-03"}),
    ("<p>Document valid to 31/05/2025</p>", {"expires": "2025-05-31"}),
    (
        "<table><tr><th>Version</th><th>Date reviewed</th></tr><tr><td>1</td><td>May 2019</td></tr><tr><td>2</td><td>June 2021</td></tr></table>",
        {"last": "2021-06"},
    ),
    # computed
    (
        "<p>Published: October 2017</p><p>This advice is to be looked at for review four years after publication.</p>",
        {"published": "2017-10", "due": "2021-10"},
    ),
    ("<p>This policy is reviewed every two years.</p><p>Last reviewed: 5 May 2023</p>", {"last": "2023-05-05", "due": "2025-05-05"}),
    (
        "<p>This policy is reviewed every four (4) years.</p><p>Approved on 1 May 2020</p>",
        {"published": "2020-05-01", "due": "2024-05-01"},
    ),
    ("<p>This policy is reviewed every quarter.</p><p>Last reviewed: May 2020</p>", {"last": "2020-05", "due": "2020-08"}),
    ("<p>This policy is reviewed every year.</p>", {}),
    (
        "<p>Policies are reviewed every year.</p><p>This policy is reviewed every 2 years. Last reviewed: May 2020</p>",
        {"last": "2020-05", "due": "2022-05"},
    ),
    (
        "<p>This advice is to be looked at for review four years after publication.</p><p>A. Sample<br>Chief Executive<br>October 2017</p>",
        {"due": "2021-10"},
    ),
    ("<p>This advice is to be looked at for review four years after publication.</p><p>A. Sample<br>Chief Executive</p>", {}),
    ("<p>Review period: 3 years</p><p>Approval date: 1 March 2022</p>", {"published": "2022-03-01", "due": "2025-03-01"}),
    ("<p>This procedure will be reviewed annually. Date approved: 1 March 2022</p>", {"published": "2022-03-01", "due": "2023-03-01"}),
]
OTHER_LANGUAGES = [
    ("de", "<p>Stand: 17.02.2022</p>", {"last": "2022-02-17"}),
    ("de", "<p>Stand: 14.06.2021 09:30 Uhr</p>", {"updated": "2021-06-14"}),
    ("de", "<p>Letzte Aktualisierung: Februar 2024</p><p>Nächste Überprüfung: Februar 2026</p>", {"updated": "2024-02", "due": "2026-02"}),
    ("de", "<p>Zuletzt geprüft am 3. März 2024, zuletzt geändert am 5.3.2024</p>", {"last": "2024-03-03", "updated": "2024-03-05"}),
    ("de", "<p>Diese Leitlinie wird im März 2027 überprüft.</p>", {"due": "2027-03"}),
    ("de", "<p>Diese Seite wurde zuletzt am 3. März 2024 geprüft.</p>", {"last": "2024-03-03"}),
    ("de", "<p>Diese Seite wurde zuletzt am 3. März 2024 aktualisiert.</p>", {"updated": "2024-03-03"}),
    (
        "fr",
        "<p>Cette page a été vérifiée le 3 mars 2024. La prochaine révision est prévue en mars 2026.</p>",
        {"last": "2024-03-03", "due": "2026-03"},
    ),
    ("es", "<p>La próxima revisión será en mayo de 2027.</p>", {"due": "2027-05"}),
    ("de", "<p>Gültig bis 31.12.2026</p>", {"expires": "2026-12-31"}),
    ("de", "<p>Veröffentlicht am 1. Juni 2023</p>", {"published": "2023-06-01"}),
    ("fr", "<p>Mis à jour : 23 août 2023</p>", {"updated": "2023-08-23"}),
    ("fr", "<p>Dernière mise à jour le 03/04/2024</p>", {"updated": "2024-04-03"}),
    ("fr", "<p>Vérifié le 1er janvier 2024</p><p>Prochaine révision : mars 2026</p>", {"last": "2024-01-01", "due": "2026-03"}),
    (
        "fr",
        "<p>En vigueur à compter du 12 juin 2022. Dernière révision : 19 octobre 2022.</p>",
        {"published": "2022-06-12", "updated": "2022-10-19"},
    ),
    ("fr", "<p>Publié le 5 mai 2022. Valable jusqu’au 31 décembre 2025.</p>", {"published": "2022-05-05", "expires": "2025-12-31"}),
    ("fr", "<p>Cette fiche sera révisée en mars 2026.</p>", {"due": "2026-03"}),
    (
        "es",
        "<p>Última actualización: 12 de marzo de 2024</p><p>Próxima revisión: marzo de 2026</p>",
        {"updated": "2024-03-12", "due": "2026-03"},
    ),
    ("es", "<p>Última revisión: 03/04/2024</p>", {"last": "2024-04-03"}),
    ("es", "<p>Esta guía se revisará en mayo de 2027.</p>", {"due": "2027-05"}),
    (
        "es",
        "<p>Fecha de publicación: 5 de mayo de 2022. Válido hasta el 31 de diciembre de 2025.</p>",
        {"published": "2022-05-05", "expires": "2025-12-31"},
    ),
    (
        "cy",
        "<p>Adolygwyd ddiwethaf: 15 Mawrth 2023</p><p>Dyddiad adolygu nesaf: 15 Mawrth 2026</p>",
        {"last": "2023-03-15", "due": "2026-03-15"},
    ),
    ("cy", "<p>Diweddarwyd y dudalen hon ar 1 Medi 2024</p>", {"updated": "2024-09-01"}),
    ("cy", "<p>Adolygiad nesaf yn ddyledus: Hydref 2025</p>", {"due": "2025-10"}),
    (
        "cy",
        "<p>Diweddariad diwethaf 7 Tachwedd 2023</p><p>Cyhoeddwyd gyntaf: 1 Mai 2020</p>",
        {"updated": "2023-11-07", "published": "2020-05-01"},
    ),
]
NOT_OURS = [
    "<p>Media last reviewed: 1 May 2023<br>Media review due: 1 May 2026</p>",
    "<div hidden>The review of this page was due on 8 February 2017.</div>",
    "<p style='display: none'>Review date: 8 February 2017</p>",
    "<!-- Review date: 8 February 2017 --><p>Text</p>",
    "<template><p>Review date: 8 February 2017</p></template>",
    '<script type=\'application/json\'>{"reviewDate": "2014-02-08"}</script>',
    "<aside><h2>Related</h2><ul><li>Lone working <span>Review date: April 2018</span></li></ul></aside>",
    "<pre><code>Page last reviewed: 20 April 2020</code></pre>",
    "<blockquote><p>Last review date: 04/09/2006</p></blockquote>",
    "<p>Use review dates so that readers see when somebody checked a page.</p><p>Page last reviewed: 20 April 2020<br>Next review due: 20 April 2023</p>",
    "<div>Cookie settings last updated 9 July 2021.</div>",
    "<p>Review date: [date]</p><p>Next review: DD/MM/YYYY</p>",
    "<p>The planning meeting took place on 11 April 2025. Review date: July 2025.</p>",
    "<p>Rent review date: 1 April 2024. Lease expires on 1 April 2030.</p>",
    "<p>This bursary programme\nexpires August 22, 2024.</p>",
    "<p>The pilot will be reviewed in March 2024 by the board.</p>",
    "<p>All rules should be looked over every four years.</p><p>Published: May 2020</p>",
    "<p>Somebody proposed a review in July 2013.</p>",
    "<p>Salary Review Panel Meeting 09/24/2019</p>",
    "<p>The Fenland guideline was last updated in May 2019.</p>",
    "<p>Rated 5 stars. Reviewed in the United Kingdom on 3 May 2024</p>",
    "<p>Medication review date: 3 May 2024</p>",
    "<p>Your medication will be reviewed again in June 2025.</p>",
    "<p>Your licence is valid until 31 May 2025.</p>",
    "<p>You will be reviewed in clinic in May 2025.</p>",
    "<p>Opening hours updated 3 May 2024</p>",
    "<p>The scheme will be reviewed in 2025.</p>",
    "<p>This copy was printed on 3 May 2024.</p>",
    "<p>Our last inspection was on 3 May 2022.</p>",
    "<p>The council reviewed 12 policies in May 2024.</p>",
    "<p>Between May 2023 and June 2023 the committee reviewed the evidence.</p>",
    "<p>Peer review in May 2024 found no faults.</p>",
    "<p>The contract review will take place in May 2025.</p>",
    "<p>Book your annual review by 5 May 2025.</p>",
    "<p>Judicial review: 5 May 2025 hearing.</p>",
    "<p>Updated guidance was issued by the regulator on 5 May 2025.</p>",
    "<p>The Spending Review 2025 changed funding.</p>",
    "<table><tr><th>Policy</th><th>Review date</th></tr><tr><td>Leave</td><td>May 2025</td></tr><tr><td>Pay</td><td>June 2025</td></tr></table>",
    "<ul><li>Leave policy – review date May 2025</li><li>Pay policy – review date June 2025</li><li>Dress code – review date July 2025</li></ul>",
    "<p>In 2018/19 we reviewed 24,613 letters; the updated 2019 edition has more.</p>",
    "<p>Parking policy (last reviewed 13 May 2023)</p>",
    "<ul><li><a href='/a.pdf'>Complaints policy</a> – updated May 2023</li><li>Other</li></ul>",
    "<p>An example of the top of a page that we ask for is as follows:<br>Version 2.3 Reviewed June 2011 Next review date June 2013</p>",
    "<p>Build: node7 Version 4.18.2 Last updated 2021/10/05 11:20</p>",
    "<table><tr><th>Name</th><th>Review date</th></tr><tr><td>Pay</td><td>not yet</td></tr><tr><td>Leave</td><td>soon</td></tr></table>",
    "<p>Next review due <time datetime='soon'>in two weeks</time></p>",
    "<p>Next Review Date: May 25</p>",
    "<p>This guideline should not be used after 31 May 2026.</p>",
    "<p>Expected publication of update: May 2026</p>",
    "<p>The committee met on 3 May 2023 and will be reviewing this in May 2024.</p>",
    "<p>Next meeting: 3 May 2026. Papers reviewed 1 May 2026.</p>",
    "<p>Application deadline 3 May 2026. Applications will be reviewed in June 2026.</p>",
    "<p>The Act was last amended on 3 May 2023.</p>",
    "<p>Sitemap last modified 2023-05-03</p>",
    "<p>Latest update: our clinic moved on 3 May 2023</p>",
    "<p>Update 3 May 2023: the office is closed.</p>",
    "<p>Software updated to version 3 on 3 May 2023.</p>",
    "<p>Your card expires on 3 May 2026.</p>",
    "<p>The consultation was reviewed in May 2023 and closed.</p>",
    "<p>Prices updated on 6.03.2023; some links are paid for.</p>",
]


@pytest.mark.parametrize(("body", "expected"), FAMILIES, ids=[body[:60] for body, _ in FAMILIES])
def test_english_family(body: str, expected: dict[str, str]) -> None:
    """What the page says is read, and nothing else is."""
    found = stated(page(body))
    if "published" not in expected:
        found.pop("published", None)
    assert found == expected


@pytest.mark.parametrize(("lang", "body", "expected"), OTHER_LANGUAGES, ids=[body[:50] for _, body, _ in OTHER_LANGUAGES])
def test_other_languages(lang: str, body: str, expected: dict[str, str]) -> None:
    """Labels are read in German, French, Spanish and Welsh."""
    assert stated(page(f"<html lang={lang}><body><main>{body}</main>")) == expected


@pytest.mark.parametrize("body", NOT_OURS)
def test_dates_of_something_else(body: str) -> None:
    """A date of something else, an example or a hidden text is never the page's due date or review."""
    found = stated(page(body))
    found.pop("published", None)
    assert found == {}


def claims(body: str, **words: object) -> dict[DateKind, object]:
    """The page's claims by kind."""
    found = page(body, **words)  # type: ignore[arg-type]
    return {claim.kind: claim for claim in found.claims}


def test_quote_place_and_source() -> None:
    """A claim has the words that state it, its heading and line, and where it was found."""
    (claim,) = page("<h2>About</h2>\n<p>Some words.<br>Next review: <b>31 May 2024</b>, at the latest</p>").claims
    assert (claim.quote, claim.place.heading, claim.place.line) == ("Next review: 31 May 2024", "About", 2)
    assert (claim.basis, claim.source, claim.ambiguous) == (Basis.STATED, Source.TEXT, False)


def test_computed_basis() -> None:
    """A computed due date says so, with both quotes."""
    claim = page("<p>This policy is reviewed every two years.</p><p>Last reviewed: 5 May 2023</p>").claim(DateKind.DUE)
    assert claim is not None
    assert claim.basis is Basis.COMPUTED
    assert "every two years" in claim.quote
    assert "5 May 2023" in claim.quote


def test_front_matter() -> None:
    """The front matter of documentation gives the last review, and with its period the next."""
    text = "---\nlast_reviewed_on: 2024-01-31\nreview_in: 6 months\n---\n# How to deploy\nText"
    assert stated(page(text, kind="text/markdown")) == {"last": "2024-01-31", "due": "2024-07-31"}


HEADS = [
    ('<meta name="dcterms.modified" content="2024-02-01">', {"updated": "2024-02-01"}),
    ('<meta property="article:modified_time" content="2024-02-01T13:56:15+00:00">', {"updated": "2024-02-01"}),
    ('<meta name="review_date" content="1 May 2026">', {"due": "2026-05-01"}),
    ('<meta name="last-reviewed" content="nobody knows">', {}),
    (
        '<script type="application/ld+json">{"@type": ["MedicalWebPage"], "lastReviewed": "2024-01-15", "expires": "2027-01-15"}</script>',
        {"last": "2024-01-15", "expires": "2027-01-15"},
    ),
    (
        '<script type="application/ld+json">[{"@graph": [{"@type": "WebPage", "dateModified": "2024-01-15", "datePublished": "2023-01-15"}]}]</script>',
        {"updated": "2024-01-15", "published": "2023-01-15"},
    ),
    (
        '<script type="application/ld+json">{"@type": "Article", "dateModified": "2024-01-15", "datePublished": "2024-01-15"}</script>',
        {"published": "2024-01-15"},
    ),
    ('<script type="application/ld+json">{"@type": "VideoObject", "lastReviewed": "2024-01-15"}</script>', {}),
    ('<script type="application/ld+json">{"@type": "WebPage", "lastReviewed": 2024, "expires": "soon"}</script>', {}),
    ('<script type="application/ld+json">{"@type": "WebPage", "lastReviewed": </script>', {}),
    ('<script type="application/ld+json">7</script>', {}),
    ('<script type="application/ld+json">[[[[[[[{"@type": "WebPage", "lastReviewed": "2024-01-15"}]]]]]]]</script>', {}),
]


@pytest.mark.parametrize(("head", "expected"), HEADS, ids=[head[:70] for head, _ in HEADS])
def test_head(head: str, expected: dict[str, str]) -> None:
    """What the head says counts where no visible word does; a modification is never a review."""
    assert stated(page(f'<html lang="en"><head>{head}</head><body><p>Text</p></body></html>')) == expected


def test_text_before_head() -> None:
    """The visible text is believed before the head."""
    head = '<meta name="dcterms.modified" content="2024-02-01">'
    found = page(f'<html lang="en"><head>{head}</head><body><p>Last updated: 3 March 2023</p></body></html>')
    assert [(str(claim.date), claim.source) for claim in found.claims] == [("2023-03-03", Source.TEXT)]


def test_properties_of_a_file() -> None:
    """The properties of a file are the weakest source: when it was made and changed."""
    document = read.Document(
        "https://www.example.org/a.pdf", properties=(("created", "2024-01-02"), ("modified", "2024-02-03"), ("author", "2020"))
    )
    found = read.understand(document, Hints())
    assert [(claim.kind.value, str(claim.date), claim.source) for claim in found.claims] == [
        ("updated", "2024-02-03", Source.PROPERTIES),
        ("published", "2024-01-02", Source.PROPERTIES),
    ]


def test_conflict_is_kept() -> None:
    """Two different due dates are both kept, the earlier first."""
    found = page("<p>Review date: 31 May 2027</p><footer><p>Review date: 31 May 2025</p></footer>")
    assert [str(claim.date) for claim in found.claims] == ["2025-05-31", "2027-05-31"]


def test_same_date_said_twice() -> None:
    """The same date is one claim, the more exact one, whichever comes first."""
    for body in (
        "<p>Review date: May 2025</p><p>Review date: 31 May 2025</p>",
        "<p>Review date: 31 May 2025</p><p>Review date: May 2025</p>",
    ):
        assert [str(claim.date) for claim in page(body).claims] == ["2025-05-31"]


def test_label_is_the_better_quote() -> None:
    """Of a sentence and a label with the same date the label's words are quoted."""
    found = page("<p>The review of this page was due on 21 June 2024.</p><p>Next review date: 21 June 2024</p>")
    assert [claim.quote for claim in found.claims] == ["Next review date: 21 June 2024"]


def test_latest_update_counts() -> None:
    """Of several dates of an update the latest is the page's."""
    assert stated(page("<p>Updated on 1 May 2023</p><p>Updated on 1 May 2024</p>")) == {"updated": "2024-05-01"}


def test_weak_review_date_beside_a_stated_review() -> None:
    """An earlier "review date" beside the next one is dropped when the last review is stated."""
    found = page("<p>Last reviewed: 2 May 2021. Review date: 1 May 2021. Next review date: May 2024.</p>")
    assert stated(found) == {"last": "2021-05-02", "due": "2024-05"}


ORDERS = [
    ("<p>Review date: 03/04/2024</p>", {}, "2024-04-03", True),
    ("<p>Review date: 03/04/2024</p>", {"hints": Hints(date_order="mdy")}, "2024-03-04", False),
    (
        "<p>Review date: 03/04/2024</p>",
        {"hints": Hints(date_order="mdy", language="en-GB"), "url": "https://a.example.uk/"},
        "2024-03-04",
        False,
    ),
    ("<p>Review date: 03/04/2024</p>", {"hints": Hints(date_order="dmy", language="en-US")}, "2024-04-03", False),
    ("<p>Review date: 03/04/2024</p><p>Published 25/12/2023</p>", {}, "2024-04-03", False),
    ("<p>Review date: 03/04/2024</p><p>Published 12/25/2023</p>", {}, "2024-03-04", False),
    ("<p>Review date: 03/04/2024</p><p>Seen 12/25/2023 and 25/12/2023</p>", {}, "2024-04-03", True),
    ("<p>Review date: 03/04/2024</p>", {"url": "https://www.example.uk/"}, "2024-04-03", False),
    ("<p>Review date: 03/04/2024</p>", {"url": "https://www.example.gov/"}, "2024-03-04", True),
    ("<p>Review date: 03/04/2024</p><p>Published May 3, 2020</p>", {}, "2024-03-04", True),
    ("<p>Review date: 03/04/2024</p><p>Published 3 May 2020</p>", {"url": "https://www.example.gov/"}, "2024-04-03", True),
    ("<p>Review date: 03/04/2024</p>", {"hints": Hints(language="de")}, "2024-04-03", False),
    ("<p>Review date: Wednesday 03/04/2024</p>", {}, "2024-04-03", False),
    ("<p>Review date: <time datetime='2024-03-04'>03/04/2024</time></p>", {}, "2024-03-04", False),
    ("<p>Review date: <time datetime='2024-03-04'></time>03/04/2024</p>", {}, "2024-04-03", True),
]


@pytest.mark.parametrize(("body", "words", "date", "ambiguous"), ORDERS)
def test_order_of_day_and_month(body: str, words: dict[str, object], date: str, ambiguous: bool) -> None:
    """What is configured is obeyed; else the page, its language and its address settle the order, or it is in doubt."""
    html = f'<html lang="{"" if "hints" in words else "en"}"><body>{body}</body></html>'
    claim = page(html, **words).claim(DateKind.DUE)  # type: ignore[arg-type]
    assert claim is not None
    assert (str(claim.date), claim.ambiguous) == (date, ambiguous)


def test_doubt_is_explained() -> None:
    """The reason for the order of day and month is shown."""
    document = read.parse(b"<p>Review date: 03/04/2024</p>", url="https://www.example.org/", content_type="text/html")
    assert [candidate.why for name, candidate in read.explain(document, Hints()) if name == "dates"] == [
        "a label with a date; day and month are read dmy (nothing on the page tells)"
    ]


def test_label_of_a_user() -> None:
    """A label from the config is read, as it is written; one of another kind or without words is none."""
    hints = Hints(labels=(("due", "Look at (again)"), ("contact", "Ask"), ("due", " ")))
    assert stated(page("<p>Look at (again): 31 May 2024</p>", hints=hints)) == {"due": "2024-05-31"}
    assert stated(page("<p>Look at (again): 31 May 2024</p>")) == {}


def test_register_of_many_rows() -> None:
    """Of a page with very many labels the first and the last are read: a register costs no time, the footer still counts."""
    rows = "".join(f"<p>Updated on {number % 28 + 1} May {1990 + number % 30}</p>" for number in range(900))
    found = page(f"<p>Last reviewed: 3 May 2021</p>{rows}<p>Next review date: 31 May 2027</p>")
    assert stated(found) == {"last": "2021-05-03", "due": "2027-05-31"}
    assert 0 < len(found.items) < 700


def test_wrapped_lines() -> None:
    """A label that was wrapped is read across the line's end."""
    assert stated(page("This policy will be\nreviewed in June\n2027.", kind="text/plain")) == {"due": "2027-06"}


def test_table_in_markdown() -> None:
    """A label in one cell and its value in the next are read in Markdown, too."""
    text = "# Guide\n\n| Field | Value |\n|---|---|\n| **Next review** | 2026-01-05 |\n"
    assert stated(page(text, kind="text/markdown")) == {"due": "2026-01-05"}


def test_long_sentences_that_begin_with_a_date() -> None:
    """Sentences about something else that begin with a date are passed over."""
    body = "<p>In May 2024 we updated the app. In 2023 we updated this page. In June the board, in May 2024, updated this page.</p>"
    assert stated(page(body)) == {}
    assert stated(page("<p>On 3 May 2024 we reviewed this page.</p>")) == {"last": "2024-05-03"}


def test_only_so_many_sentences() -> None:
    """Very many sentences that look like changes are not all read."""
    assert stated(page(f"<p>{'It changed 2 lines. The rows 3 were made. ' * 300}In May 2024, we updated this page.</p>")) == {}
