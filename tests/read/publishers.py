"""Pages in the forms of the bodies that public pages link to most, in our own words: what is over, and beside it what only looks like it.

Each is the publisher's name in ``lexicon/publishers.toml``, the body, and what the notice names to take its place, if anything.
"""

from __future__ import annotations

from typing import Final

OVER: Final[tuple[tuple[str, str, str | None], ...]] = (
    ("NICE", "<h1>Colds: self-care</h1><div class=alert><p>This guidance has been stood down.</p></div><p>Rest.</p>", None),
    ("NICE", "<h1>Colds</h1><p>This guideline has been updated and replaced by <a href=/g9>guideline XG9</a>.</p><p>Rest.</p>", "/g9"),
    ("NICE", "<p>NICE has withdrawn this guideline.</p><h1>Colds</h1><p>Rest.</p>", None),
    ("SIGN", "<h1>99: Coughs</h1><p>This guideline is now more than ten years old.</p><p>Rest.</p>", None),
    ("SIGN", "<h1>99: Coughs</h1><p>Withdrawn March 2021</p><p>Rest.</p>", None),
    (
        "GOV.UK",
        "<div><p>This was published under the <strong>2010 to 2014 Harrow and Elm coalition government</strong></p></div><h1>Ferries</h1>",
        None,
    ),
    (
        "GOV.UK",
        "<section><h2>This guidance was withdrawn on 3 June 2025</h2><p>Read <a href=/new>the new guide</a>.</p></section><h1>Ferries</h1>",
        "/new",
    ),
    ("WHO", "<h1>Malaria: a handbook</h1><p>This publication has been removed from circulation.</p>", None),
    ("WHO", "<h1>Malaria: a handbook</h1><p>Rescinded WHO guideline</p><p>Nets.</p>", None),
    ("CDC", "<p>Historical Document</p><h1>Ticks in 2011</h1><p>Wear long sleeves.</p>", None),
    ("CDC", "<div>This website is archived for historical purposes and is no longer being maintained.</div><h1>Ticks</h1>", None),
    (
        "FDA",
        "<h1>Pumps</h1><p>The content on this page is provided for reference purposes only. It has not been altered or updated since it was archived.</p>",
        None,
    ),
    (
        "FDA",
        "<h1>Draft advice on pumps</h1><table><tr><th>Docket</th><td>D-1</td></tr><tr><th>Status</th><td>Withdrawn</td></tr></table>",
        None,
    ),
    ("EUR-Lex", "<h1>Directive 1999/5</h1><p>Implicitly repealed by 32014L0053</p><p>Article 1</p>", None),
    ("EUR-Lex", "<h1>Directive 1999/5</h1><p><b>No longer in force</b>, Date of end of validity: 12/06/2016</p><p>Article 1</p>", None),
    ("legislation.gov.uk", "<h1>Ponds Act 1990</h1><p>Wholly repealed (1.4.2004)</p><p>1. Ponds.</p>", None),
    ("legislation.gov.uk", "<h1>The Ponds Order 1998 (revoked)</h1><p>1. Ponds.</p>", None),
    ("RFC Editor", "<pre>x</pre><p>Obsoleted by: <a href=/rfc9>9999</a></p><h1>RFC 1234: A protocol</h1>", "/rfc9"),
    ("RFC Editor", "<h1>RFC 1234: A protocol</h1><p>Status: HISTORIC</p>", None),
    ("W3C", "<h1>Colours 1.0</h1><p>Superseded Recommendation</p><p>There is a newer version: <a href=/c2>Colours 2.0</a>.</p>", "/c2"),
    ("W3C", "<p>This version is outdated! For the latest version, please look at <a href=/c2>/c2</a>.</p><h1>Colours 1.0</h1>", "/c2"),
    ("Cochrane", "<h1>Rest for colds</h1><p>The Editorial Group responsible for this document withdrew this review.</p>", None),
    ("Cochrane", "<h1>WITHDRAWN: Rest for colds</h1><p>We wanted to know.</p>", None),
    ("ISO", "<h1>STD 9:2008</h1><p>Stage: 95.99 [2015-09-15]</p><p>Edition 4</p>", None),
    (
        "ISO",
        "<h1>STD 9:2008</h1><dl><dt>Status</dt><dd>Withdrawn</dd></dl><p>This standard has been revised by <a href=/s15>STD 9:2015</a></p>",
        "/s15",
    ),
    ("HSE", "<h1>Ladders</h1><p>HSE no longer endorses this leaflet.</p>", None),
    ("HSE", "<h1>Ladders</h1><p>This leaflet has been withdrawn. See <a href=/w>Working at height</a>.</p>", "/w"),
    ("MHRA", "<h1>Alert: pumps</h1><p>This alert is now closed.</p><p>Check the pumps.</p>", None),
    ("MHRA", "<h1>Alert: pumps</h1><p>This alert has been superseded by <a href=/a4>alert 2021/004</a>.</p>", "/a4"),
    ("SharePoint", "<div>This item is archived</div><h1>Rota rules</h1><p>Ask.</p>", None),
    ("SharePoint", "<div>This page has been archived by its owner.</div><h1>Rota rules</h1>", None),
    ("Confluence", "<p>You're viewing an older version. <a href=/v>Show current version</a></p><h1>Release steps</h1>", "/v"),
    ("Confluence", "<h1>[DEPRECATED] Release steps</h1><p>1. Build.</p>", None),
    ("Web archives", "<div>Banner of the UK Government Web Archive. This snapshot was taken on 7 May 2013.</div><h1>Fees</h1>", None),
    ("Web archives", "<div>Wayback Machine 12 captures 3 May 2011</div><h1>Fees</h1>", None),
)

NOT_OVER: Final[tuple[tuple[str, str], ...]] = (
    ("NICE", "<h1>Colds</h1><p>This guideline replaces guideline XG1, which was stood down.</p>"),
    ("SIGN", "<h1>99: Coughs</h1><p>This guideline is for children more than ten years old.</p>"),
    ("GOV.UK", "<h1>Ferries</h1><p>This was published under the open licence.</p>"),
    ("WHO", "<h1>Malaria</h1><p>Nets that have been removed from circulation.</p>"),
    ("CDC", "<h1>Ticks</h1><p>See the CDC Archive for older pages.</p>"),
    ("FDA", "<h1>Pumps</h1><p>Prices are provided for reference purposes only.</p>"),
    ("EUR-Lex", "<h1>Directive 2014/53</h1><p>Directive 1999/5 is implicitly repealed by this Directive.</p>"),
    ("legislation.gov.uk", "<h1>Lakes Act 2004</h1><p>The Ponds Act 1990 is wholly repealed.</p>"),
    ("RFC Editor", "<h1>RFC 9999: A protocol</h1><p>Obsoletes: 1234</p>"),
    ("W3C", "<h1>Colours 2.0</h1><p>Recommendation</p><p>It replaces the superseded Recommendation of 2010.</p>"),
    ("Cochrane", "<h1>Rest for colds</h1><p>The authors withdrew two trials from this review.</p>"),
    ("ISO", "<h1>STD 9:2015</h1><p>Stage: 90.93 [2021-05-01]</p><p>Replaces STD 9:2008 (withdrawn standard).</p>"),
    ("HSE", "<h1>Ladders</h1><p>HSE no longer inspects ladders in shops.</p>"),
    ("MHRA", "<h1>Alert: pumps</h1><p>Tell us when this alert is closed at your site.</p>"),
    ("SharePoint", "<h1>Rota rules</h1><p>What happens when an item is archived?</p>"),
    ("Confluence", "<h1>Release steps</h1><p>When you are viewing an older version, a line says so.</p>"),
    ("Web archives", "<h1>Fees</h1><p>Old pages are kept by the UK Government Web Archive.</p>"),
)
