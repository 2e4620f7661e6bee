"""What the second set's sites link to: hosts of others, with what they answer. ``known`` gives a site its neighbours."""

from __future__ import annotations

from bench.judged_sites.made import Reply, Site

STANDARDS = "https://www.standards-office.example"
ADVICE = "https://www.advice-line.example"
SHELF = "https://shelf.example"
CHATTER = "https://chatter.example"
SIGN_IN = "https://sign-in.example"
MAPS = "https://atlas.example"


def _plain(title: str, text: str = "") -> Reply:
    body = f'<!doctype html><html lang="en"><head><title>{title}</title></head><body><main><h1 id="top">{title}</h1><p>{text}</p></main></body></html>'
    return Reply(body.encode())


def _notice(title: str, notice: str) -> Reply:
    body = f"""<!doctype html><html lang="en"><head><title>{title}</title></head><body><main>
<div class="notice" role="region"><p>{notice}</p></div><h1>{title}</h1><p>The text as it stood then is kept below for the record.</p></main></body></html>"""
    return Reply(body.encode())


OTHERS: dict[str, Reply] = {
    f"{STANDARDS}/": _plain("Standards Office", "Codes, guides and standards for those who serve the public."),
    f"{STANDARDS}/codes/integrity": _plain("Code of integrity", "Honesty, rigour, openness, care."),
    f"{STANDARDS}/codes/integrity-2019": _notice(
        "Code of integrity 2019",
        f'This code was withdrawn on 4 March 2025. It has been replaced by the <a href="{STANDARDS}/codes/integrity">Code of integrity</a>.',
    ),
    f"{STANDARDS}/guides/lone-workers": _plain("Lone workers", "How to look after people who work on their own."),
    f"{STANDARDS}/guides/small-boats": _plain("Small boats", "What a skipper has to know."),
    f"{STANDARDS}/guides/small-boats-2014": _notice(
        "Small boats (2014)", f'This guide is no longer current. Use <a href="{STANDARDS}/guides/small-boats">Small boats</a> instead.'
    ),
    f"{STANDARDS}/guides/joints": _plain("Joints: care before and after an operation", "For hips and knees."),
    f"{STANDARDS}/guides/knees-2018": _notice(
        "Knees (2018)",
        f'This guideline has been replaced by <a href="{STANDARDS}/guides/joints">Joints: care before and after an operation</a>.',
    ),
    f"{STANDARDS}/guides/blood-thinners": _plain("Blood thinners", "What to take, and when to ask."),
    f"{STANDARDS}/guides/records": _plain("Keeping records", "How long, and where."),
    f"{STANDARDS}/records": Reply(status=301, to=f"{STANDARDS}/guides/records"),
    f"{STANDARDS}/guides/open-data": _plain("Open data", "Formats and licences."),
    f"{STANDARDS}/fr/guides/feux": _plain("Feux et balises", "Ce que doit savoir un gardien."),
    f"{STANDARDS}/fr/guides/feux-2012": Reply(
        b'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Feux et balises (2012)</title></head><body><main><p class="avis">'
        b"Ce guide n\xe2\x80\x99est plus en vigueur. Il a \xc3\xa9t\xc3\xa9 remplac\xc3\xa9 par le guide <a href=/fr/guides/feux>Feux et balises</a>.</p>"
        b"<h1>Feux et balises (2012)</h1><p>Texte d\xe2\x80\x99origine.</p></main></body></html>"
    ),
    f"{ADVICE}/": _plain("The Advice Line", "Somebody to talk to."),
    f"{ADVICE}/debt": _plain("Debt", "First of all, open the letters."),
    f"{ADVICE}/housing": _plain("Housing", "Your rights as a tenant."),
    f"{ADVICE}/find-a-group": _plain("Find a group", "Type in your postcode."),
    f"{ADVICE}/money": Reply(status=301, to=f"{ADVICE}/money-help"),
    f"{ADVICE}/money-help": _plain("Help with money", "Grants, loans and budgets."),
    f"{ADVICE}/heating-grant": Reply(b"<!doctype html><title>Gone</title><h1>This scheme is closed and its page is gone</h1>", status=410),
    f"{ADVICE}/staff": Reply(status=302, to=f"{ADVICE}/staff/today"),
    f"{ADVICE}/staff/today": _plain("Help for staff", "Counsellors are in on weekdays."),
    f"{SHELF}/": _plain("The Shelf", "Papers and books."),
    f"{SHELF}/papers/marsh-2009": _plain("Salt in marsh mud", "A study of 41 cores taken in 2009."),
    f"{SHELF}/papers/sound-2017": _plain("Sound in dry soils", "A study."),
    f"{SHELF}/papers/knees-2015": _plain("Walking after knee operations: a trial", "312 people were asked in 2013 and again in 2015."),
    f"{SHELF}/papers/lamps-1998": _plain("Lamps of the northern coast", "A survey made in 1998."),
    f"{SHELF}/journal/closed": Reply(b"<!doctype html><title>Are you a robot?</title>", status=403),
    f"{SHELF}/software/tidebox": _plain("Tidebox", "Tidebox 4.2 is the newest version."),
    f"{SIGN_IN}/start": Reply(status=302, to=f"{SIGN_IN}/login?back=start"),
    f"{SIGN_IN}/login?back=start": _plain("Sign in", "Your name and your password, please."),
    f"{MAPS}/": _plain("Atlas", "Maps."),
    **{
        f"{CHATTER}/{name}": Reply(b"<!doctype html><title>Log in</title>", status=403)
        for name in ("carrow", "lanternline", "orrinvale", "thornwick", "waters")
    },
}
HOSTS = ("www.standards-office.example", "www.advice-line.example", "shelf.example", "chatter.example", "sign-in.example", "atlas.example")


def known(site: Site) -> None:
    """Let the site's links to other hosts be answered."""
    site.others.update(OTHERS)
