"""Annotations on a pull request: GitHub's workflow commands on standard output, one line for each finding in a file."""

from __future__ import annotations

from typing import Final

from reviewer import neutral
from reviewer.model import Finding, Severity
from reviewer.report.reported import Reported, urgency
from reviewer.report.words import label

SUFFIX: Final = ".annotations"
COMMANDS: Final = {Severity.URGENT: "error", Severity.PROBLEM: "error", Severity.SOON: "warning", Severity.NOTE: "notice"}


def write(reported: Reported) -> str:
    """One command a line, most urgent first. A page that was read from the network has no file, so its address is in the title. A look
    that was stopped early says so first."""
    said = reported.stopped
    first = f"::warning title=Not the whole look::{_data(said)}\n" if said else ""
    return first + "".join(_command(reported, finding) + "\n" for finding in sorted(reported.active, key=urgency))


def _command(reported: Reported, finding: Finding) -> str:
    file = reported.files.get(finding.page)
    title = f"{label(reported, finding)}: {neutral.words(reported.title(finding.page), 80)}" + (
        "" if file else f" ({neutral.address(finding.page)})"
    )
    properties = [f"file={_property(file)}"] if file else []
    if file and finding.place.line:
        properties.append(f"line={finding.place.line}")
    properties.append(f"title={_property(title)}")
    message = f"{neutral.sentence(finding.says)}\n{neutral.sentence(finding.fix)}"
    return f"::{COMMANDS[finding.severity]} {','.join(properties)}::{_data(message)}"


def _data(text: str) -> str:
    """Text that cannot end a command and begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The same for a property, which a colon or a comma would end."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
