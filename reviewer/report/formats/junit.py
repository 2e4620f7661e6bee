"""For CI servers: a test suite for each page, a test case for each check that was asked of it (JUnit XML as Jenkins and GitLab read it)."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # it only writes here
from typing import Final

from reviewer import checks, neutral
from reviewer.model import Finding, PageState
from reviewer.report.reported import Reported, by_page
from reviewer.report.words import label, number, quoted, suggested, where

SUFFIX: Final = ".xml"
LONGEST_NAME: Final = 2048


def write(reported: Reported) -> bytes:
    """The suites as UTF-8. What is as grave as ``reported.fail_on`` fails its check; the rest stands in the case's output. A page that was
    not read is an error, so that it is never taken for a good one; so is a look that was stopped early."""
    found = dict(by_page(reported.active))
    root = ET.Element("testsuites", name="reviewer")
    if said := reported.stopped:
        root.append(_broken_off(reported, said))
    pages = {page.url for page in reported.pages}
    for url in [*(page.url for page in reported.pages), *(url for url in found if url not in pages)]:
        root.append(_suite(reported, url, found.get(url, ())))
    for total in ("tests", "failures", "errors"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _broken_off(reported: Reported, said: str) -> ET.Element:
    """A suite for what is amiss with the whole look."""
    day = f"{reported.as_of.isoformat()}T00:00:00"
    suite = ET.Element("testsuite", name="The look", skipped="0", time="0", timestamp=day, tests="1", failures="0", errors="1")
    case = ET.SubElement(suite, "testcase", classname="The look", name="looking", time="0")
    ET.SubElement(case, "error", type="interrupted", message=said)
    return suite


def _suite(reported: Reported, url: str, findings: tuple[Finding, ...]) -> ET.Element:
    page = reported.looked.pages.get(url)
    place = _clean(reported.files.get(url, url))
    suite = ET.Element("testsuite", name=place, skipped="0", time="0", timestamp=f"{reported.as_of.isoformat()}T00:00:00")
    unread = page is not None and page.state is not PageState.READ
    asked = [] if unread or (page is not None and page.sheet) else [name for name in checks.names() if reported.asks(name)]
    names = list(dict.fromkeys([*(finding.check for finding in findings), *asked]))
    failures = 0
    for name in names:
        case = ET.SubElement(suite, "testcase", classname=place, name=name, time="0")
        if url in reported.files:
            case.set("file", place)
        mine = [finding for finding in findings if finding.check == name]
        graver = [finding for finding in mine if reported.fails(finding)]
        if graver:
            failures += 1
            failure = ET.SubElement(case, "failure", type=graver[0].reason or graver[0].severity.word, message=_message(graver))
            failure.text = "\n\n".join(_told(reported, finding) for finding in graver)
        if rest := [finding for finding in mine if finding not in graver]:
            ET.SubElement(case, "system-out").text = "\n\n".join(_told(reported, finding) for finding in rest)
    if page is not None and unread:
        case = ET.SubElement(suite, "testcase", classname=place, name="reading", time="0")
        ET.SubElement(case, "error", type=page.state.value, message=_clean(page.trouble or page.state.value))
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(failures))
    suite.set("errors", str(int(unread)))
    return suite


def _message(findings: list[Finding]) -> str:
    more = f" (and {number(len(findings) - 1, 'more')})" if len(findings) > 1 else ""
    return _clean(findings[0].says) + more


def _told(reported: Reported, finding: Finding) -> str:
    lines = [f"[{label(reported, finding)}] {neutral.sentence(finding.says)}"]
    if place := where(finding.place):
        lines.append(f"Where: {place}")
    if quote := quoted(finding):
        lines.append(f'Quote: "{quote}"')
    lines.append(f"Do: {neutral.sentence(finding.fix)}")
    if address := suggested(finding):
        lines.append(f"Use instead: {address}")
    return "\n".join(lines)


def _clean(text: str) -> str:
    """Text without what XML 1.0 cannot hold (section 2.2), on one line."""
    return neutral.words(neutral.masked(text), LONGEST_NAME)
