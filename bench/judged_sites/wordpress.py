"""A charity's WordPress: posts, pages, categories and monthly archives, short codes, comments; a few pages carry a review date."""

from __future__ import annotations

from .elsewhere import GUIDANCE, LIBRARY, PARTNERS, SOCIAL
from .made import PIXEL, Site, listed, paragraphs, table

BASE = "https://hedgerow.example"

# slug, title, day (words), month archive, category, own words
POSTS = (
    (
        "first-hedge",
        "Our first hedge",
        "12 November 2014",
        "2014/11",
        "hedges",
        "Sixty people planted 400 whips in the rain, and most of them took.",
    ),
    (
        "hoverflies",
        "Counting hoverflies",
        "3 August 2015",
        "2015/08",
        "wildlife",
        "We counted 31 kinds in one afternoon, which is more than in 2012/13.",
    ),
    ("laying", "How we lay a hedge", "20 January 2016", "2016/01", "hedges", "Cut low, bend uphill, and keep the bark on one side."),
    (
        "dormice",
        "Dormice at Saltby",
        "9 June 2017",
        "2017/06",
        "wildlife",
        "Nest tubes were put up, and by October 2017 we will know more.",
    ),
    ("new-shed", "A new shed", "14 March 2018", "2018/03", "news", "The shed will be finished by May 2018, says Tam."),
    ("appeal", "Winter appeal", "2 December 2018", "2018/12", "news", "We need £4,000 by January 2019."),
    (
        "lockdown",
        "Planting alone",
        "30 April 2020",
        "2020/04",
        "news",
        "Volunteers cannot meet until further notice. We will be back by June 2020.",
    ),
    ("orchard", "The old orchard", "8 October 2020", "2020/10", "hedges", "Eleven kinds of apple, of which four have no name."),
    (
        "owls",
        "Owls and long grass",
        "17 May 2021",
        "2021/05",
        "wildlife",
        "In the study of 2018-19, voles were twice as many where grass was left.",
    ),
    ("trustees", "Two new trustees", "1 September 2021", "2021/09", "news", "Please welcome Nell Ashby and Dr Piers Copeland."),
    ("bats", "Bats over the lane", "22 July 2022", "2022/07", "wildlife", "Take a detector, and do not shine a torch."),
    (
        "drought",
        "A dry summer",
        "26 August 2022",
        "2022/08",
        "news",
        "A third of the young plants died. We will replant them by spring 2023.",
    ),
    ("ditch", "The ditch is back", "11 February 2023", "2023/02", "hedges", "Water stood in it for the first time since 1976."),
    ("accounts", "Accounts for 2023-24", "4 July 2024", "2024/07", "news", "We spent £61,000, mostly on plants and boots."),
    ("school", "School visits", "19 September 2024", "2024/09", "news", "Nine classes came in 2023/24."),
    ("moths", "Moth night", "2 July 2025", "2025/07", "wildlife", "The lamp drew 74 kinds."),
    ("ash", "Ash dieback", "13 October 2025", "2025/10", "hedges", "We fell only what leans over the path."),
    ("ten-years", "Ten years on", "12 November 2025", "2025/11", "news", "The first hedge is now three metres high."),
    ("grant", "A grant for ponds", "6 May 2026", "2026/05", "news", "Four ponds will be dug by March 2027."),
    ("wasps", "Leave the wasps", "21 August 2026", "2026/08", "wildlife", "They eat more caterpillars than any spray kills."),
)
# slug, title, own words (html)
PAGES = (
    ("about", "About us", "<p>We plant and lay hedges, and lend tools to those who do.</p>"),
    ("volunteer", "Volunteer", "<p>Come on a Tuesday. Boots and gloves are in the shed.</p>"),
    ("tools", "Borrow tools", "<p>Billhooks, slashers and mauls can be had for a week.</p>"),
    ("hire", "Hire the barn", "<p>The barn holds forty people and has a stove.</p>"),
    ("plant-list", "Plant list", "<p>Hawthorn makes half of a hedge.</p>"),
    ("grants", "Grants for landowners", "<p>We pay for plants when you plant a hundred metres or more.</p>"),
    ("membership", "Membership", "<p>Members get four letters a year.</p>"),
    ("team", "Who we are", ""),
    ("safety", "Safety on work days", "<p>One first aider and one phone for each group.</p>"),
    ("children", "Keeping children safe", "<p>Two grown-ups, always.</p>"),
    ("schools", "For schools", "<p>A class can plant thirty metres in a morning.</p>"),
    ("laying-guide", "Guide to laying", "<p>Begin when the leaves are down, and stop before the birds nest.</p>"),
    ("law", "Hedges and the law", "<p>You need leave to grub out a hedge that is over 30 years old.</p>"),
    ("contact", "Contact", ""),
    ("donate", "Donate", "<p>£12 pays for ten metres.</p>"),
    ("privacy-policy", "Privacy Policy", "<p>We keep your address while you are a member.</p>"),
    ("events", "Events", ""),
    ("archive-of-letters", "Letters to members", "<p>All letters since 2014, as we sent them.</p>"),
)


def _page(title: str, body: str, *, kind: str = "page", slug: str = "", path: str = "") -> str:
    months = "".join(f'<option value="{BASE}/{post[3]}/">{post[3]}</option>' for post in POSTS)
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="UTF-8"><title>{title} &#8211; Hedgerow Trust</title><meta name="generator" content="WordPress 6.8">
<link rel="pingback" href="{BASE}/xmlrpc.php"><link rel="alternate" type="application/rss+xml" href="{BASE}/feed/"><link rel="https://api.w.org/" href="{BASE}/wp-json/">
<link rel="EditURI" type="application/rsd+xml" href="{BASE}/xmlrpc.php?rsd"><link rel="shortlink" href="{BASE}/?p={len(slug)}"><link rel="stylesheet" href="{BASE}/wp-content/style.css?ver=6.8">{f'<link rel="canonical" href="{BASE}{path}">' if path else ""}
<script>var wp = {{"ajax": "\\/wp-admin\\/admin-ajax.php", "since": "2014-15"}};</script></head>
<body class="{kind}"><a class="skip-link screen-reader-text" href="#primary">Skip to content</a>
<header><p class="site-title"><a href="{BASE}/">Hedgerow Trust</a></p>
<ul id="menu"><li><a href="{BASE}/about/">About</a></li><li><a href="{BASE}/volunteer/">Volunteer</a></li><li><a href="{BASE}/events/">Events</a></li><li><a href="{BASE}/category/news/">News</a></li><li><a href="{BASE}/contact/">Contact</a></li><li><a href="{BASE}/donate/">Donate</a></li></ul></header>
<main id="primary"><article class="{kind}"><h1 class="entry-title">{title}</h1>
{body}
</article></main>
<aside><h2>Archives</h2><select name="archive">{months}</select><h2>Categories</h2><ul><li><a href="{BASE}/category/hedges/">Hedges</a> (5)</li><li><a href="{BASE}/category/wildlife/">Wildlife</a> (7)</li></ul>
<h2>Letters</h2><form action="{BASE}/?na=s" method="post"><label>Email</label><input type="email" name="ne"><input type="submit" value="Sign up"></form></aside>
<footer><p>Registered charity. <a href="{BASE}/privacy-policy/">Privacy Policy</a> · <a href="{SOCIAL}/hedgerow">Follow</a> · <a href="{PARTNERS}/old-grants">Funded by the Green Fund</a></p><p>Copyright 2014-2026. Proudly powered by WordPress.</p></footer>
</body></html>"""


def made() -> Site:
    """The site and its truths."""
    site = Site("wordpress", BASE)
    site.file("/wp-content/style.css?ver=6.8", b"aside{float:right}", "text/css")
    site.file("/wp-content/owl.gif", PIXEL, "image/gif")
    site.file("/feed/", b"<rss version='2.0'/>", "application/rss+xml")
    site.file("/wp-json/", b"{}", "application/json")
    site.file("/xmlrpc.php", b"XML-RPC server accepts POST requests only.", "text/plain")
    site.fault("*", "broken_link", f"{PARTNERS}/old-grants", "the funder in the footer of every page is gone", once=True)
    site.fault("*", "review_date", "no_date", "hardly any page has a review date", once=True)
    _posts(site)
    _pages(site)
    return site


def _posts(site: Site) -> None:
    extra = {
        "owls": f'<p>[caption id="attachment_31" align="left"]<img src="{BASE}/wp-content/owl.gif" alt="An owl">A barn owl[/caption]</p><p><a href="{LIBRARY}/studies/hedges-2014">Read the study</a> (Ashby 2014).</p>',
        "school": "<p>[gallery ids=&quot;12,13,14&quot;]</p>",
        "bats": f'<p>See <a href="{LIBRARY}/studies/bats-2010">the survey of 2010</a>.</p>',
        "grant": f'<p>From <a href="{PARTNERS}/">our partners</a>. Write to us by e-mail.</p>',
        "accounts": table(("", "2023-24", "2022-23"), ("Plants", "£31,000", "£28,000"), ("Boots", "£900", "£1,100")),
        "ash": f'<p>Rules: <a href="{GUIDANCE}/consultations">consultations</a>. <a href="{BASE}/laying-guide/#ash">What to do with ash</a>.</p>',
    }
    site.fault("/2022/07/bats/", "broken_link", "bats-2010", "a survey that is not there any more")
    site.fault("/2025/10/ash/", "missing_anchor", "#ash", "the guide has no such place")
    site.arguable("/2024/09/school/", "gap", "", "a short code that was not filled in; a reader sees it, and nothing is lost")
    for path in ("2018/12/appeal", "2022/08/drought", "2017/06/dormice", "2018/03/new-shed", "2020/04/lockdown"):
        site.arguable(f"/{path}/", "lapsed_promise", "", "a dated post that looked ahead; some would add what became of it")
    for slug, title, day, month, category, own in POSTS:
        meta = f'<p class="meta">Posted on <time datetime="{month.replace("/", "-")}-01">{day}</time> by <a href="{BASE}/author/tam/">Tam</a> in <a href="{BASE}/category/{category}/">{category}</a></p>'
        reply = f'<section id="comments"><h2>One reply</h2><p>Jo says: Will you come to us in 2019/20?</p><p><a rel="nofollow" href="{BASE}/{month}/{slug}/?replytocom=4#respond">Reply</a></p><div id="respond"><h3>Leave a reply</h3><form><label>Comment</label><textarea></textarea><label>Name *</label><input><label>Email *</label><input><label>Website</label><input></form></div></section>'
        site.page(
            f"/{month}/{slug}/",
            _page(title, meta + paragraphs(own) + extra.get(slug, "") + reply, kind="post", slug=slug, path=f"/{month}/{slug}/"),
        )
        site.page(
            f"/{month}/",
            _page(
                f"Month: {month}",
                f'<h2><a href="{BASE}/{month}/{slug}/">{title}</a></h2><p>{own[:40]}&hellip;</p>',
                kind="archive",
                slug=month,
            ),
        )
    for category in ("hedges", "wildlife", "news"):
        items = listed(*(f'<a href="{BASE}/{month}/{slug}/">{title}</a>' for slug, title, _, month, kind, _ in POSTS if kind == category))
        site.page(f"/category/{category}/", _page(f"Category: {category}", items, kind="archive", slug=category))
    site.page(
        "/author/tam/",
        _page(
            "Tam",
            "<p>Tam writes about the shed.</p>" + listed(f'<a href="{BASE}/2018/03/new-shed/">A new shed</a>'),
            kind="archive",
            slug="tam",
        ),
    )


def _pages(site: Site) -> None:
    extra = {
        "hire": paragraphs("Prices for 2025/26, until we say otherwise:", table(("Time", "Price"), ("An evening", "£45"), ("A day", "£110")), 'Book with <a href="mailto:barn@hedgerow.example">barn@hedgerow.example</a>.'),
        "grants": paragraphs("The next round opens in January 2026. Apply with the form below:", f'<a href="{GUIDANCE}/strategy-2015">What the nation wants</a>'),
        "membership": paragraphs("Join: £15 a year since 2019.", f'<a href="{BASE}/members-only/">Members\' page</a>'),
        "team": paragraphs("<h2>Staff</h2>", "<p>Tam Birch, warden<br>Email<br><a href='mailto:tam@hedgerow.example'>tam@hedgerow.example</a></p>", "<p>Nell Ashby, chair since 2021</p>"),
        "safety": "<p><em>Last reviewed: 1 February 2024. To be reviewed by: 1 February 2026.</em></p>",
        "children": "<p><em>Last reviewed: 4 May 2026. To be reviewed by: 4 May 2027.</em></p>",
        "law": paragraphs("The Hedgerows Regulations 1997 apply. Before 2019-20 the rules were the same.", f'<a href="{PARTNERS}/energy">Save energy too</a>'),
        "plant-list": table(("Plant", "Share"), ("Hawthorn", "50 %"), ("Hazel", "20 %"), ("Dog rose", "5 %")),
        "contact": paragraphs('[contact-form-7 id="7" title="Contact"]', "<form><label>Your email</label><input></form>", "Hedgerow Trust, The Barn, Saltby. Phone 01632 960400."),
        "events": paragraphs("<h2>12 December 2026</h2>", "Laying day.", "<h2>Past events</h2>", listed("Moth night, July 2025", "AGM for 2024/25, October 2025")),
        "schools": paragraphs("What teachers say:", "<blockquote>We came in 2018/19 and again this year.</blockquote>", "<h2>What you need</h2>", "<details><summary>Clothes</summary><p>Old ones.</p></details>"),
        "laying-guide": paragraphs("You will need:", "<h3>A billhook</h3>", "Sharp.", "<h3>Stakes</h3>", "One each half metre.", "<!-- TODO: pictures {{ photo }} -->"),
        "archive-of-letters": listed("Letter 1, spring 2014", "Letter 41, autumn 2024"),
        "volunteer": paragraphs("<h2>Email us</h2>", "<p>at <a href='mailto:help@hedgerow.example'>help@hedgerow.example</a></p>", f'<a href="{PARTNERS}/volunteering">More on volunteering</a>'),
        "donate": paragraphs("Send a cheque to the address below."),
    }  # fmt: skip
    site.fault("/hire/", "stale_period", "2025/26", "prices of a year that has ended are those to pay")
    site.fault("/grants/", "superseded_target", f"{GUIDANCE}/strategy-2015", "the target says that it is archived")
    site.fault("/grants/", "lapsed_promise", "January 2026", "the next round is ten months ago")
    site.fault("/grants/", "gap", "form below", "asks to apply with a form below, and there is none")
    site.fault("/membership/", "broken_link", "/members-only/", "a page of its own that is not there")
    site.fault("/safety/", "review_date", "1 February 2026", "past its own review date")
    site.fault("/law/", "moved_link", f"{PARTNERS}/energy", "moved for good")
    site.arguable("/donate/", "gap", "address below", "an address is asked for; the footer has none, the contact page has")
    site.arguable("/contact/", "gap", "", "a short code that was not filled in, beside a form that works")
    for slug, title, own in PAGES:
        site.page(f"/{slug}/", _page(title, own + extra.get(slug, ""), slug=slug))
    links = listed(*(f'<a href="{BASE}/{slug}/">{title}</a>' for slug, title, _ in PAGES))
    site.page(
        "/",
        _page(
            "Hedgerow Trust",
            "<p>For hedges, and for what lives in them.</p>"
            + links
            + '<h2>Latest</h2><a href="/2026/08/wasps/">Leave the wasps</a> <a href="/category/wildlife/">more</a>',
        ),
    )
