"""Whole plain pages: each says which of its periods are told as current, and nothing else may be."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.read.document import Hints
from reviewer.read.facts import periods

PAGES = [
    (
        """\
Flu clinics

Our flu clinics for the 2021/22 season are now open for booking.

Saturday 2 October 2021
Saturday 16 October 2021

Book by ringing us before 30 September 2021.
""",
        {"2021-09-30", "2022-03-31"},
    ),
    (
        """\
Neighbourhood plan

The steering group hopes to put the draft plan out to consultation in early 2020. A referendum is likely in autumn 2020.

Dates for your diary
• 12 May 2020 – open evening
• 30 June 2020 – end of consultation
""",
        {"2020-06-30", "2020-11-30"},
    ),
    (
        """\
Strategy

Our five year strategy runs from 2017 to 2022 and will be refreshed next year.

Annual priorities 2021/22
1. Shorter waits
2. Better food
""",
        {"2022-03-31", "2022-12-31"},
    ),
    (
        """\
Admissions to reception in September 2022

Applications open on 1 September 2021. The closing date is 15 January 2022. Offers will be sent out on 16 April 2022. Appeals must be lodged by 16 May 2022.
""",
        {"2021-09-01", "2022-01-15", "2022-04-16", "2022-05-16"},
    ),
    (
        """\
Accessibility statement

Non-accessible content
Some PDFs are not tagged. We plan to replace them by September 2021.
Our maps have no alternative. We aim to fix this before the end of December 2020.

This statement was prepared on 3 September 2020.
""",
        {"2020-12-31", "2021-09-30"},
    ),
    (
        """\
Ayudas al comercio

Plazo de solicitud: del 1 al 30 de abril de 2021. La resolución se publicará en junio de 2021.
""",
        {"2021-04-30", "2021-06-30"},
    ),
    (
        """\
Cynllun grantiau 2020/21

Rhaid anfon ceisiadau erbyn 30 Medi 2020. Bydd y panel yn cyfarfod ym mis Hydref 2020.
""",
        {"2020-09-30", "2020-10-31", "2021-03-31"},
    ),
    (
        """\
Waste collection

Garden waste: the 2021 season runs from 1 March to 30 November 2021. Permits for 2021 cost £40.

Christmas 2021: your collection on Monday 27 December will be on Tuesday 28 December 2021.
""",
        {"2021-11-30", "2021-12-28"},
    ),
    (
        """\
Quality and outcomes framework

QOF 2020/21 indicators
QOF 2020/21 business rules
The changes apply from 1 April 2020. Practices should return their plans by 31 May 2020.
""",
        {"2020-05-31", "2021-03-31"},
    ),
    (
        """\
Roadworks

Mill Lane will be closed from 4 to 8 October 2021 while we resurface it. Works on High Street are due to finish in November 2021.
""",
        {"2021-10-08", "2021-11-30"},
    ),
    (
        """\
Code of conduct

The code is being revised and a new version will be on this page from January 2021. Until then please use the 2018 code.
""",
        {"2021-01-31"},
    ),
    (
        """\
Working group charter

Start date 1 June 2019. End date 31 May 2021. The group is chartered until 31 May 2021.
Deliverables: First draft expected by December 2019. Final report expected June 2020.
""",
        {"2019-12-31", "2020-06-30", "2021-05-31"},
    ),
    (
        """\
Library closures

Fernhill library is closed for building work until spring 2021. While it is shut, please use Mill Lane. The mobile library will stop at the school on Tuesdays until the work is done.
""",
        {"2021-05-31"},
    ),
    (
        """\
Trustee elections 2021

Nominations opened on 1 March 2021 and close on 31 March 2021. Ballot papers go out on 12 April 2021; please return yours by noon on 30 April 2021. The result will be announced at the annual meeting on 15 May 2021.
""",
        {"2021-03-31", "2021-04-30", "2021-05-15"},
    ),
    (
        """\
Research ethics

The next committee meets on 12 May 2021. Papers are due by 28 April 2021. The committee last met on 14 April 2021, when four studies were approved.
""",
        {"2021-04-28", "2021-05-12"},
    ),
    (
        """\
Work programme

Indicator 4: by March 2021, 80% of practices to offer online booking
Indicator 5: all patients to have access by April 2021
Progress: in 2019/20, 64% of practices offered it.
""",
        {"2021-03-31", "2021-04-30"},
    ),
    (
        """\
Handbook: travel

Since March 2020 we do not travel. This rule will stay in place until at least September 2021, when the board will look at it again. Claims for 2019/20 trips had to reach finance by 30 April 2020.
""",
        {"2021-09-30"},
    ),
    (
        """\
Open data policy

The council adopted this policy in May 2019. All datasets are to be published by the end of 2020. In 2018 we published four datasets.
""",
        {"2020-12-31"},
    ),
    (
        """\
Support for version 4

Version 4 will reach the end of its life on 31 December 2021. Users should move to version 5 before then. Version 3 reached the end of its life in 2019.
""",
        {"2021-12-31"},
    ),
    (
        """\
Kurse

Der Kurs findet vom 4. bis 8. Oktober 2021 statt. Anmeldeschluss: 20. September 2021. Der letzte Kurs fand im März 2021 statt.
""",
        {"2021-09-20", "2021-10-08"},
    ),
    (
        """\
Stadtbad

Das Stadtbad ist wegen Umbau bis voraussichtlich Ende September 2021 geschlossen. Die Jahreskarten 2020 behalten ihre Gültigkeit.
""",
        {"2021-09-30"},
    ),
    (
        """\
Rentrée 2021

La rentrée aura lieu le jeudi 2 septembre 2021. Les inscriptions à la cantine sont possibles jusqu'au 20 août 2021. L'an dernier, la rentrée avait eu lieu le 1er septembre 2020.
""",
        {"2021-08-20", "2021-09-02"},
    ),
    (
        """\
Matrícula

La matrícula para el curso 2021-2022 se abre el 1 de julio de 2021 y se cierra el 15 de julio de 2021. El curso pasado hubo 300 alumnos.
""",
        {"2021-07-15", "2022-08-31"},
    ),
    (
        """\
Ymgynghoriad

Mae'r ymgynghoriad ar agor tan 12 Tachwedd 2021. Bydd y cyngor yn gwneud penderfyniad ym mis Rhagfyr 2021. Cynhaliwyd yr ymgynghoriad diwethaf ym mis Mai 2018.
""",
        {"2021-11-12", "2021-12-31"},
    ),
    (
        """\
Utlysning 2021

Sista dag att söka är den 30 april 2021. Beslut meddelas i juni 2021. Förra utlysningen stängde i april 2020.
""",
        {"2021-04-30", "2021-06-30"},
    ),
    (
        """\
House rules

No pets. Rent is due on the first of each month. Tenants who moved in before 1 June 2015 pay the old rent. The boiler was fitted in May 2018 and is checked each year. The lease for 2014-2019 has been replaced.
""",
        set[str](),
    ),
    (
        """\
Our team

Ann joined in 2015 and led the move to Mill Lane in 2018. Raj was our apprentice from 2017 to 2019 and is now a manager. Both were named in the 2019/20 honours.
""",
        set[str](),
    ),
    (
        """\
Data retention

Records from before 1 April 2013 are held by the county. Staff files are kept until the person's 75th birthday. Following an audit in May 2018 we changed how we store letters. Paper files made until 2010 are in boxes.
""",
        set[str](),
    ),
    (
        """\
Glossary

Baseline year: 2018/19. Band D: the band to which others are compared. FY: the year from 1 April to 31 March, so that FY20 ended on 31 March 2020.
""",
        set[str](),
    ),
    (
        """\
Press cutting

"The bridge will be finished by 2018," the mayor said in 2016. It opened on 4 May 2019. Ten years earlier, in 2009, the old bridge was due to last until 2015.
""",
        set[str](),
    ),
]


@pytest.mark.parametrize(("text", "ends"), PAGES, ids=[text.split("\n")[0] for text, _ in PAGES])
def test_a_page_tells_what_is_current_and_nothing_else(text: str, ends: set[str]) -> None:
    """The last days of what the page offers to act on, of what it promises, and of what stands until a day."""
    document = read.parse(text.encode(), url="https://site.example/page", content_type="text/plain")
    assert {str(one.end) for one in periods.facts(document, Hints()) if not one.historical} == ends
