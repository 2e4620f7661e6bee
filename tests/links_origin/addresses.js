// Every address that the DOM of this page has, and of the documents in its srcdoc: [heading above, element, attribute, absolute address or null].
() => {
  const REFLECTED = {
    a: ['href'], area: ['href'], link: ['href'], img: ['src'], script: ['src'], iframe: ['src'], frame: ['src'], embed: ['src'],
    track: ['src'], audio: ['src'], video: ['src', 'poster'], source: ['src'], object: ['data'], input: ['src', 'formAction'],
    button: ['formAction'], form: ['action'], blockquote: ['cite'], q: ['cite'], ins: ['cite'], del: ['cite'],
  };
  const found = [];
  let heading = null, page = document;
  const say = (node, name, url) => found.push([heading, node.localName.toLowerCase(), name, url]);
  const made = (text) => { try { return new URL(text, page.baseURI).href; } catch { return null; } };
  const urls = (css) => [...css.matchAll(/url\("((?:[^"\\]|\\.)*)"\)/g)].map((one) => one[1].replace(/\\(.)/g, '$1'));
  const loads = (node, css) => urls(css).filter((one) => !/^(#|data:)/i.test(one)).forEach((one) => say(node, 'style', made(one)));
  const rules = (node, list) => {
    for (const rule of list) {
      if (rule.constructor.name === 'CSSNamespaceRule') continue;
      if (rule.constructor.name === 'CSSImportRule') say(node, 'style', made(rule.href));
      else if (rule.cssRules && rule.cssRules.length && !rule.style) rules(node, rule.cssRules);
      else loads(node, rule.cssText);
    }
  };
  const look = (node, outer) => {
    const tag = node.localName.toLowerCase();
    if (outer && /^h[1-6]$/.test(tag)) heading = node.textContent.trim().replace(/\s+/g, ' ');
    if (node.namespaceURI === 'http://www.w3.org/2000/svg') {
      const written = typeof node.href?.baseVal === 'string' && (node.getAttribute('href') ?? node.getAttributeNS('http://www.w3.org/1999/xlink', 'href'));
      if (typeof written === 'string' && (written.trim() || tag === 'a')) say(node, 'href', made(node.href.baseVal));
    } else {
      for (const name of REFLECTED[tag] ?? []) {
        const written = node.getAttribute(name.toLowerCase());
        if (written === null || (!written.trim() && !['a', 'area'].includes(tag))) continue;
        say(node, name.toLowerCase(), URL.canParse(node[name]) ? node[name] : null);
      }
    }
    if (['img', 'video', 'audio'].includes(tag) && node.currentSrc) say(node, 'currentsrc', node.currentSrc);
    if (node.hasAttribute('background')) urls(getComputedStyle(node).backgroundImage).forEach((one) => say(node, 'background', one));
    if (node.hasAttribute('style') && node.style) loads(node, node.style.cssText);
    if (tag === 'style' && node.sheet) rules(node, node.sheet.cssRules);
    if (tag === 'iframe' && node.hasAttribute('srcdoc') && node.contentDocument) {
      const around = page;
      page = node.contentDocument;
      page.querySelectorAll('*').forEach((inner) => look(inner, false));
      page = around;
    }
  };
  document.querySelectorAll('*').forEach((node) => look(node, true));
  return found;
}
