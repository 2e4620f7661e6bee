"""A small single-page site, and the same site as a server would render it: shells, a script, and what the script asks for."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tests.origin import Asked, Behaviour

PAGES: Mapping[str, tuple[str, str]] = {
    "/": (
        "Early diagnosis",
        """<header><p>Example Trust</p></header><nav><a href="/tips">Tips</a> <a href="/gone">Old guide</a></nav>
<main><h1 id="top">Early diagnosis</h1><p>Next review due: 31 May 2024</p>
<p>Page owner: Dr Amara Example, <a href="mailto:amara.example@example.org">amara.example@example.org</a></p>
<h2 id="metrics">Metrics</h2><p>These are the metrics for 2019-20. See the <a href="/tips#refer">referral tips</a>
and the <a href="/tips#nowhere">old tips</a>.</p></main><footer><p>Last reviewed: 1 May 2023</p></footer>""",
    ),
    "/tips": (
        "Tips",
        """<main><h1>Tips</h1><p>Review date: 2 June 2031</p><h2 id="refer">When to refer</h2><p>We will publish a list by March 2023.</p>
<x-card><template shadowrootmode="open"><section><h2 id="inside">Contact</h2><p>Content owner: <slot></slot></p></section></template>
<span>Cancer programme team</span></x-card>
<div id="more"><p>Withdrawn guidance is kept in <a href="/#metrics">the archive</a>.</p></div></main>""",
    ),
}
"""What a reader sees at each address, once all is there: title and body. A template with a shadow root is one by a script in the app."""

SHELL = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Loading</title><link rel="stylesheet" href="/app.css"></head>
<body><noscript>Please turn on JavaScript.</noscript><div id="app"></div><script src="/app.js"></script></body></html>"""

SCRIPT = """
const app = document.getElementById("app");
fetch("/api?page=" + location.pathname, { headers: { "X-Requested-With": "app" } }).then((answer) => answer.json()).then((page) => {
  document.title = page.title;
  document.cookie = "seen=1";
  const box = document.createElement("div");
  box.innerHTML = page.body;
  for (const template of box.querySelectorAll("template[shadowrootmode]")) {
    const root = template.parentElement.attachShadow({ mode: "open" });
    root.append(template.content.cloneNode(true));
    template.remove();
  }
  const late = box.querySelector("#more");
  const words = late && late.innerHTML;
  if (late) { late.innerHTML = ""; late.style.marginTop = "5000px"; }
  app.replaceWith(...box.childNodes);
  if (late) new IntersectionObserver((seen, observer) => {
    if (!seen[0].isIntersecting) return;
    observer.disconnect();
    fetch("/api?more").then((answer) => answer.text()).then(() => { late.innerHTML = words; });
  }).observe(late);
});
"""


def fixed(body: str | bytes, kind: str, *headers: str, status: str = "200 OK") -> Behaviour:
    """Always answer with that."""
    content = body if isinstance(body, bytes) else body.encode()

    async def send(asked: Asked) -> bool:
        await asked.answer(status, content, f"Content-Type: {kind}", *headers)
        return True

    return send


HTML = "text/html; charset=utf-8"


async def api(asked: Asked) -> bool:
    """What the script asks for: one page as JSON."""
    _, _, path = asked.path.partition("page=")
    title, body = PAGES.get(path, ("Page not found", "<main><h1>Page not found</h1><p>There is nothing here.</p></main>"))
    await asked.answer("200 OK", json.dumps({"title": title, "body": body}).encode(), "Content-Type: application/json")
    return True


def app() -> dict[str, Behaviour]:
    """The site as scripts make it: any address answers with the shell."""
    shell = fixed(SHELL, HTML, 'ETag: "1"')
    return {
        **dict.fromkeys((*PAGES, "/gone"), shell),
        "/app.js": fixed(SCRIPT, "text/javascript"),
        "/app.css": fixed("p { color: black }", "text/css"),
        "/api": api,
    }


def twin() -> dict[str, Behaviour]:
    """The site as a server renders it."""
    made = {
        path: fixed(
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
            f'<link rel="stylesheet" href="/app.css"></head><body><noscript>Please turn on JavaScript.</noscript>{body}'
            f'<script src="/app.js"></script></body></html>',
            HTML,
        )
        for path, (title, body) in PAGES.items()
    }
    return {**made, "/app.js": fixed(SCRIPT, "text/javascript"), "/app.css": fixed("p { color: black }", "text/css")}
