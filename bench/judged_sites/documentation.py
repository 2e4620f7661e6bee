"""Documentation of a program, as MkDocs builds it: side bars, code, versions, a changelog; nothing in it has a review date."""

from __future__ import annotations

from .elsewhere import GUIDANCE, LIBRARY, PARTNERS
from .made import Reply, Site, escape, listed, paragraphs, table

BASE = "https://docs.loomwork.example"

# path, title, own words (html)
TOPICS = (
    ("install", "Install", "<p>Loomwork runs on Windows 10/11, macOS 13-15 and Linux. Python 3.11 or newer is needed.</p>"),
    ("first-steps", "First steps", "<p>Make a folder, write a pattern, weave it. It takes four minutes.</p>"),
    ("patterns", "Patterns", "<p>A pattern is a text file. Each line is a pick, and each sign a thread.</p>"),
    (
        "templates",
        "Templates",
        "<p>Write <code>{{ warp.colour }}</code> where the colour goes, and <code>{% if wide %}</code> for wide looms.</p>",
    ),
    (
        "variables",
        "Variables",
        "<p>Names in double braces, such as {{ selvedge }}, are filled in when you weave. <code>TODO</code> is a name like any other.</p>",
    ),
    ("filters", "Filters", "<p>A filter changes a value: <code>{{ day | date('%Y-%m-%d') }}</code> gives 2000-01-01.</p>"),
    ("dates", "Dates", "<p>Dates are read as ISO 8601, e.g. 2000-01-01 or 2016-02-30, which is refused. The epoch is 1970-01-01.</p>"),
    ("colours", "Colours", "<p>Colours are names or six digits. Red is <code>#ff0000</code>.</p>"),
    ("looms", "Looms", "<p>A loom has between 2 and 32 shafts. Floor looms count from the front.</p>"),
    ("treadles", "Treadles", "<p>Tie-ups are written as a grid of dots.</p>"),
    ("export", "Export", "<p>Write <code>loom export --to wif</code>. Files of WIF 1.1 (1997) can be read by every loom.</p>"),
    ("import", "Import", "<p>Old drafts of the years 2009-2012 have to be converted first.</p>"),
    ("config", "Configuration", "<p>Settings stand in <code>loom.toml</code>. Unknown keys are an error.</p>"),
    ("environment", "Environment", "<p><code>LOOM_HOME</code> says where patterns are. It may be empty.</p>"),
    ("plugins", "Plugins", "<p>A plugin is one file with one function.</p>"),
    ("themes", "Themes", "<p>Themes change how drafts are printed, and nothing else.</p>"),
    ("printing", "Printing", "<p>Print at 100 %. Paper of A3 holds 24 shafts.</p>"),
    ("sharing", "Sharing", "<p>Send the folder. Whoever gets it needs the same version or a newer one.</p>"),
    ("contributing", "Contributing", "<p>Send a patch via e-mail to the list, or open a merge request. Maintainer: see CODEOWNERS.</p>"),
    ("style", "Style", "<p>Lines of 100 signs. Names in British English.</p>"),
    ("testing", "Testing", "<p>Run <code>loom test</code>. It weaves every pattern in memory.</p>"),
    ("faq", "Questions", "<h2>Is it free?</h2><p>Yes.</p><h2>Can I weave tartan?</h2><p>Yes, in 2/2 twill.</p>"),
    ("errors", "Errors", "<p>E0012: the date could not be read. E0013: 31/02/2020 is not a day.</p>"),
    ("performance", "Performance", "<p>Measured in 2021-22 on a laptop of 2019: a thousand picks take 40 ms.</p>"),
    ("security", "Security", "<p>Patterns cannot run code. Reports are answered within five days.</p>"),
    ("glossary", "Glossary", "<dl><dt>Pick</dt><dd>One thread across.</dd><dt>Fell</dt><dd>Where the cloth ends for now.</dd></dl>"),
    ("compatibility", "Compatibility", "<p>As of 2020 you can depend on the file format: it will not change before version 4.</p>"),
    ("support", "Support", ""),
    ("roadmap", "Roadmap", ""),
    (
        "migrate",
        "Migrate from 2 to 3",
        "<p>Version 2 was archived in 2023. Deprecated: <code>weave()</code>. Use <code>loom()</code> instead.</p>",
    ),
    ("api/draft", "API: Draft", "<p>Deprecated since version 2.4: use <code>Draft.open</code>.</p>"),
    ("api/loom", "API: Loom", "<p><code>Loom(shafts: int = 4)</code>. Raises <code>ValueError</code> below 2.</p>"),
    ("api/pick", "API: Pick", "<p>A pick is immutable.</p>"),
    ("api/colour", "API: Colour", "<p>Compares equal to the string that it was made of.</p>"),
    ("api/plugin", "API: Plugin", "<p>Found by entry points.</p>"),
    ("decisions/0001", "Decision 1: text files", "<p>Date: 2021-03-02. Status: accepted. We will write a reader by June 2021.</p>"),
    ("decisions/0002", "Decision 2: TOML", "<p>Date: 2022-11-20. Status: superseded by <a href='../0003/'>decision 3</a>.</p>"),
    ("decisions/0003", "Decision 3: TOML 1.0", "<p>Date: 2023-05-05. Status: accepted. Supersedes decision 2.</p>"),
    ("changelog", "Changelog", ""),
    ("quickstart-2", "Quick start (version 2)", ""),
)


def _page(path: str, title: str, body: str) -> str:
    links = "".join(f'<li><a href="/{other}/">{name}</a></li>' for other, name, _ in TOPICS)
    return f"""<!doctype html>
<html lang="en" class="no-js"><head><meta charset="utf-8"><title>{title} - Loomwork</title>
<meta name="generator" content="mkdocs-1.6.1"><link rel="canonical" href="{BASE}/{f"{path}/" if path != "home" else ""}"><link rel="stylesheet" href="/assets/main.css">
<link rel="next" href="/install/"></head>
<body data-md-color-scheme="default"><a href="#{path.replace("/", "-")}" class="md-skip">Skip to content</a>
<header><a href="/">Loomwork 3.2</a><label>Search<input placeholder="Search"></label>
<select><option>3.2 (latest)</option><option>2.9 (archived)</option><option>1.0 (withdrawn)</option></select></header>
<nav class="md-nav"><ul>{links}</ul></nav>
<main><article><h1 id="{path.replace("/", "-")}">{title}<a class="headerlink" href="#{path.replace("/", "-")}" title="Permanent link">&para;</a></h1>
{body}
<a class="edit" href="https://badge.example/edit/main/docs/{path}.md" title="Edit this page">Edit</a></article></main>
<footer><p>Copyright &copy; 2014 - 2026 the Loomwork people. Made with <a href="https://badge.example/">mkdocs</a>.</p></footer>
</body></html>"""


def made() -> Site:
    """The site and its truths."""
    site = Site("documentation", BASE)
    site.file("/assets/main.css", b"article{max-width:60em}", "text/css")
    site.fault("*", "review_date", "no_date", "no page has a review date: one line for whoever builds the site", once=True)
    extra = {
        "install": paragraphs("<pre><code>pip install loomwork==3.2\n# {{ version }} is filled in\n</code></pre>", f'See <a href="{PARTNERS}/">partners</a> who pack it, and <a href="/requirements/">what you need</a>.'),
        "first-steps": paragraphs('Then go on with <a href="/patterns/#twill">twills</a>.', "Please fill in the following:", "<pre>name = \nshafts = </pre>"),
        "patterns": paragraphs('<h2 id="plain">Plain weave</h2>', "Over one, under one."),
        "variables": table(("Name", "Meaning"), ("<code>name</code>", "[your name]"), ("<code>email</code>", "Email:")),
        "filters": f'<a href="{LIBRARY}/plain-words">Why we avoid signs</a>. <a href="/templates/#templates">Templates</a>.',
        "export": paragraphs(f'The format is <a href="{LIBRARY}/standards/wif-1997">described here</a>.'),
        "printing": paragraphs(f'Read <a href="{LIBRARY}/old/plain-words">plain words</a> on how to label drafts.'),
        "faq": paragraphs('Where to begin? <a href="/getting-started/">Getting started</a>.'),
        "support": paragraphs("Version 3.2 gets fixes until December 2027. Version 3.1 will get fixes until June 2026.", table(("Version", "Out", "Support ends"), ("3.2", "2026-02-01", "2027-12-31"), ("2.9", "2020-05-01", "2023-05-01"))),
        "roadmap": paragraphs("We will publish version 3.3 by March 2026, with drafts in colour.", "Version 4 comes when it is ready."),
        "security": paragraphs("Write to security@loomwork.example. Keys: see below.", "<pre>-----BEGIN KEY-----\nxxxx\n-----END KEY-----</pre>", f'<a href="{GUIDANCE}/quality-standards">Standards</a>'),
        "changelog": paragraphs("<h2>3.2 (2026-02-01)</h2>", listed("Colours by name.", "The old reader was withdrawn."), "<h2>3.1 (2024-06-10)</h2>", listed("Will be removed in 2025: <code>weave()</code>."), "<h2>2.9 (2020-05-01)</h2>", listed("Support for 2019/20 drafts ended.")),
        "quickstart-2": '<div class="admonition warning"><p class="admonition-title">Warning</p><p>This page is no longer maintained. It has been replaced by <a href="/first-steps/">First steps</a>.</p></div>' + paragraphs("Run <code>weave()</code>."),
        "contributing": paragraphs('<a href="/code-of-conduct/">Code of conduct</a>'),
        "api/loom": paragraphs('Returns a <a href="/api/draft/#loomwork.Draft.close">Draft</a>.'),
        "api/draft": paragraphs('<h2 id="loomwork.Draft.open">open</h2>', "<pre>Draft.open(path)  # since 2.4</pre>", escape("Placeholders: <name>, [date], XX/XX/XXXX are kept as they are.")),
        "sharing": paragraphs("<h2>Send it by email</h2>", "Attach the folder as a zip.", "<h2>Phone</h2>", "Not yet."),
    }  # fmt: skip
    site.fault("/install/", "broken_link", "/requirements/", "a page that was never written")
    site.fault("/contributing/", "broken_link", "/code-of-conduct/", "a page that was never written")
    site.fault("/first-steps/", "missing_anchor", "#twill", "the patterns page has no such heading")
    site.fault("/api/loom/", "missing_anchor", "Draft.close", "the API page has no such entry")
    site.fault("/export/", "broken_link", "wif-1997", "the format's description is gone")
    site.fault("/printing/", "moved_link", f"{LIBRARY}/old/plain-words", "moved for good")
    site.fault("/roadmap/", "lapsed_promise", "March 2026", "a version that was to be out, and is not")
    site.fault("/quickstart-2/", "superseded_page", "", "says of itself that it was replaced")
    site.arguable("/decisions/0002/", "superseded_page", "superseded", "a decision record that says so, which is what it is kept for")
    site.arguable("/support/", "lapsed_promise", "June 2026", "support of an old version that has ended as was said")
    site.page(
        "/getting-started/",
        '<!doctype html><html lang="en"><head><title>Redirecting</title><meta http-equiv="refresh" content="0; url=/first-steps/"></head><body>Redirecting...</body></html>',
    )
    site.fault("/faq/", "moved_link", "getting-started", "a page that only sends on, as MkDocs makes them when a page is renamed")
    site.page("/404.html", _page("home", "Not found", "<p>There is no such page.</p>"))
    for path, title, own in TOPICS:
        site.page(f"/{path}/", _page(path, title, own + extra.get(path, "")))
        site.others[f"https://badge.example/edit/main/docs/{path}.md"] = Reply(
            b"<!doctype html><title>Edit</title><p>Change this page.</p>"
        )
    site.others["https://badge.example/edit/main/docs/home.md"] = Reply(b"<!doctype html><title>Edit</title><p>Change this page.</p>")
    site.page("/", _page("home", "Loomwork", paragraphs("Weave by text. Start with <a href='/install/'>Install</a>.")))
    return site
