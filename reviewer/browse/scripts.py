"""What is asked of a page in the browser. It runs in a world of its own, where no script of the page can change what our words mean."""

from __future__ import annotations

from typing import Final

STATE: Final = """
(() => {
  const body = document.body;
  const text = body ? body.innerText : "";
  let letters = 0;
  for (const letter of text.slice(0, 20000)) if (letter.toLowerCase() !== letter.toUpperCase() || letter > "\\u02ff") letters += 1;
  return [document.readyState, document.getElementsByTagName("*").length, text.length, location.href, letters];
})()
"""
"""How far the page is: its state, its elements, the length of its text, its address, and how many letters a person sees (at first)."""

SCROLL: Final = """
(async () => {
  const page = document.scrollingElement || document.documentElement;
  for (let step = 0; step < 20; step += 1) {
    const before = page.scrollTop;
    page.scrollTop = before + window.innerHeight;
    await new Promise((done) => setTimeout(done, 30));
    if (page.scrollTop === before) break;
  }
  page.scrollTop = 0;
})()
"""
"""Go through the page once, as a reader does: what is made when it comes into view is made."""

SERIALISE: Final = """
((most) => {
  const roots = [];
  const todo = [document];
  while (todo.length && roots.length < 10000) {
    for (const element of todo.pop().querySelectorAll("*")) {
      if (element.shadowRoot) { roots.push(element.shadowRoot); todo.push(element.shadowRoot); }
    }
  }
  const whole = document.documentElement;
  const html = whole.getHTML({ shadowRoots: roots });
  const head = whole.cloneNode(false).outerHTML.replace(/<\\/html>$/i, "");
  return html.length > most ? null : [location.href, "<!doctype html>" + head + html + "</html>"];
})(%d)
"""
"""The document as it stands, open shadow roots as declarative ones; null when it has more than so many characters."""
