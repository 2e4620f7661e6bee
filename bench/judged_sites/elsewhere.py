"""What the sites link to, on other hosts: pages that work, have moved, are gone, were withdrawn, or want to see a person first."""

from __future__ import annotations

from .made import Reply

GUIDANCE = "https://www.guidance.example"
LIBRARY = "https://library.example"
SOCIAL = "https://social.example"
PARTNERS = "https://partners.example"


def _good(title: str, *texts: str) -> Reply:
    body = "".join(f"<p>{text}</p>" for text in texts) or "<p>Everything that you need to know about it stands on this page.</p>"
    return Reply(f"<!doctype html><html lang=en><title>{title}</title><main><h1>{title}</h1>{body}</main></html>".encode())


def _gone(status: int) -> Reply:
    return Reply(b"<!doctype html><html lang=en><title>Page not found</title><h1>Page not found</h1></html>", status=status)


MISSING = _gone(404)
WALL = Reply(b"<!doctype html><title>One moment</title><p>Log in or show that you are a person.</p>", status=403)

OTHERS: dict[str, Reply] = {
    f"{GUIDANCE}/": _good("National Guidance Service"),
    f"{GUIDANCE}/falls": _good(
        "Falls: assessment and prevention", "Published: June 2023. This guideline was checked in April 2026 and stands."
    ),
    f"{GUIDANCE}/infection": _good(
        "Infection prevention",
        "Current version: 4, in force since May 2025.",
        "Version 3 was withdrawn on 1 May 2025 and replaced by this one.",
    ),
    f"{GUIDANCE}/medicines-old": Reply(status=301, to=f"{GUIDANCE}/medicines"),
    f"{GUIDANCE}/medicines": _good("Managing medicines", "How to store, give and record medicines."),
    f"{GUIDANCE}/skin-2019": _good(
        "Skin lesions: recognition",
        "This guidance was withdrawn on 9 January 2026. It has been replaced by <a href='/skin-2026'>Skin: recognition and referral</a>.",
    ),
    f"{GUIDANCE}/skin-2026": _good("Skin: recognition and referral", "Who should be referred, and how fast."),
    f"{GUIDANCE}/sepsis-2016": _good(
        "Sepsis: recognition",
        "<strong>This guideline has been updated and replaced by <a href='/sepsis-2024'>Suspected sepsis in people aged 16 or over</a>.</strong>",
    ),
    f"{GUIDANCE}/sepsis-2024": _good("Suspected sepsis in people aged 16 or over"),
    f"{GUIDANCE}/strategy-2015": _good(
        "National strategy 2015", "Viewing information archived from 2015. It may be out of date, and nobody looks after it any more."
    ),
    f"{GUIDANCE}/consultations": _good(
        "Consultations", "Open consultations stand first. Closed consultations are archived after a year and can be searched."
    ),
    f"{GUIDANCE}/quality-standards": _good("Quality standards", "Twelve statements that say what good care looks like."),
    f"{LIBRARY}/": _good("The open library"),
    f"{LIBRARY}/studies/walking-2011": _good("Walking and mood: a trial", "Published 2011. 240 people took part between 2008 and 2010."),
    f"{LIBRARY}/studies/tides-1998": _good("Tides of the eastern shore", "First published 1998."),
    f"{LIBRARY}/studies/hedges-2014": _good("Hedges and hoverflies", "Fieldwork was done in 2012-13."),
    f"{LIBRARY}/standards/forms": _good("Accessible forms"),
    f"{LIBRARY}/old/plain-words": Reply(status=308, to=f"{LIBRARY}/plain-words"),
    f"{LIBRARY}/plain-words": _good("Plain words"),
    f"{PARTNERS}/": _good("Partners"),
    f"{PARTNERS}/advice": _good("Free advice on debt and housing"),
    f"{PARTNERS}/carers": _good("Help for carers"),
    f"{PARTNERS}/volunteering": _good("Volunteering"),
    f"{PARTNERS}/bus-times": _good("Bus times"),
    f"{PARTNERS}/flood-warnings": _good("Flood warnings"),
    f"{PARTNERS}/old-grants": _gone(410),
    f"{PARTNERS}/jobs": Reply(status=302, to=f"{PARTNERS}/jobs/search"),
    f"{PARTNERS}/jobs/search": _good("Find a job"),
    f"{PARTNERS}/energy": Reply(status=301, to=f"{PARTNERS}/home-energy"),
    f"{PARTNERS}/home-energy": _good("Save energy at home"),
    f"{SOCIAL}/fensby": WALL,
    f"{SOCIAL}/wendreda": WALL,
    f"{SOCIAL}/marram": WALL,
    f"{SOCIAL}/hedgerow": WALL,
    f"{SOCIAL}/tidal": WALL,
}
"""By address without fragment; any other address of these hosts is missing (404)."""

HOSTS = ("www.guidance.example", "library.example", "social.example", "partners.example", "maps.example", "badge.example")
OTHERS["https://maps.example/"] = _good("Maps")
OTHERS["https://badge.example/"] = _good("Badges")
