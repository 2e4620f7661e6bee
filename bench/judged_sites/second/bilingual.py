"""A public body that writes each page twice, in English and in French, with a template that dates the last change; one of the two is often the older."""

from __future__ import annotations

import datetime as dt
from random import Random

from bench.judged_sites.made import PIXEL, Site, listed, paragraphs, table
from bench.judged_sites.papers import Line, paper

from .abroad import MAPS, SHELF, STANDARDS, known

BASE = "https://www.lights-feux.example"

OWNERS = """[[owner]]
name = "Anouk Pelletier"
email = "anouk.pelletier@lights-feux.example"
teams = ["Programs", "Programmes"]
[[owner]]
name = "Douglas Fair"
email = "douglas.fair@lights-feux.example"
teams = ["Operations", "Opérations"]
[[owner]]
name = "Solange Bujold"
email = "solange.bujold@lights-feux.example"
teams = ["Communications"]
"""
ARCHIVED = (
    '<section id="archived" class="alert alert-warning"><h2>We have archived this page and will not be updating it.</h2><p>You can use it for research or reference.</p></section>',
    '<section id="archived" class="alert alert-warning"><h2>Nous avons archivé cette page et elle ne sera plus mise à jour.</h2><p>Vous pouvez la consulter à des fins de recherche ou à titre de référence.</p></section>',
)

# English slug, French slug, English title, French title, last change, English body, French body
PAIRS = (
    ("about", "a-propos", "About the Commission", "À propos de la Commission", "2026-04-14", paragraphs("We keep 212 lights burning on two coasts.", "The Commission was created by the Lights Act, 1904.", listed('<a href="/en/history/">History</a>', '<a href="/en/reports/">Reports</a>', '<a href="/en/people/">Management</a>')), paragraphs("Nous veillons sur 212 feux, sur deux côtes.", "La Commission a été créée par la Loi de 1904 sur les feux.", listed('<a href="/fr/histoire/">Histoire</a>', '<a href="/fr/rapports/">Rapports</a>', '<a href="/fr/direction/">Direction</a>'))),
    ("history", "histoire", "History", "Histoire", "2019-02-11", paragraphs("By 1995 all lights were to be automatic. Nineteen still have keepers.", "In 1998-1999 a survey counted 61 lamps that nobody had known of."), paragraphs("En 1989, on promit que tous les feux seraient automatisés d’ici 1995. Dix-neuf ont encore un gardien.", "En 1998-1999, un relevé compta 61 lampes que personne ne connaissait.")),
    ("lights", "feux", "The lights", "Les feux", "2026-06-02", table(("Light", "Lit", "Height"), ("Cap Gris", "1861", "31 m"), ("North Ledge", "1907, rebuilt 2016", "22 m"), ("Anse-au-Loup", "2019", "9 m")), table(("Feu", "Allumé", "Hauteur"), ("Cap Gris", "1861", "31 m"), ("North Ledge", "1907, reconstruit en 2016", "22 m"), ("Anse-au-Loup", "2019", "9 m"))),
    ("visit", "visiter", "Visit a lighthouse", "Visiter un phare", "2026-05-04", paragraphs("Towers are open from June 1 to September 30.", f'<a href="{MAPS}/">Map</a>', "Cap Gris was closed in 2020 and 2021 and is open again."), paragraphs("Les tours sont ouvertes du 1er juin au 30 septembre.", f'<a href="{MAPS}/">Carte</a>', "Cap Gris a été fermé en 2020 et en 2021; il est rouvert.")),
    ("fees", "droits", "Light dues", "Droits de feux", "2026-03-27", paragraphs("<h2 id='dues'>April 1, 2026 to March 31, 2027</h2>", table(("Ship", "2026-2027", "2025-2026"), ("Up to 500 t", "$110", "$106"), ("Larger", "$402", "$391"))), paragraphs("<h2 id='droits'>Du 1er avril 2026 au 31 mars 2027</h2>", table(("Navire", "2026-2027", "2025-2026"), ("Jusqu’à 500 t", "110 $", "106 $"), ("Plus grand", "402 $", "391 $")))),
    ("pay", "payer", "Pay light dues", "Payer les droits", "2026-03-27", paragraphs('See <a href="/en/fees/#fees">how much you owe</a>.', "Pay within 30 days of the voyage."), paragraphs('Voyez <a href="/fr/droits/#droits">combien vous devez</a>.', "Payez dans les 30 jours qui suivent le voyage.")),
    ("grants", "subventions", "Grants for old towers", "Subventions pour les vieilles tours", "2026-04-01", paragraphs("Owners of towers can be paid half of the paint.", "<h2>Amounts for fiscal year 2026-2027</h2>", "Up to $9,000 a tower."), paragraphs("Les propriétaires de tours peuvent recevoir la moitié du prix de la peinture.", "<h2>Montants pour l’exercice 2024-2025</h2>", "Vous pouvez demander jusqu’à 7 500 $ par tour.")),
    ("apply", "demande", "Apply for a grant", "Présenter une demande", "2026-04-01", paragraphs("Fill in <a href='/en/forms/f-12-e.pdf'>form F-12</a> and mail it to 4 Quay Street, Cap Gris.", "Applications for the spring round are accepted until February 26, 2027."), paragraphs("Remplissez le <a href='/fr/formulaires/f-12-f.pdf'>formulaire F-12</a> et postez-le au 4, rue du Quai, Cap Gris.", "Les demandes pour la ronde du printemps sont acceptées jusqu’au 26 février 2027.")),
    ("regulations", "reglement", "Regulations", "Règlement", "2025-11-19", paragraphs("The Lights Regulations (SOR/2004-119) apply.", "The new regulations will be published by June 30, 2026."), paragraphs("Le Règlement sur les feux (DORS/2004-119) s’applique.", "Le nouveau règlement sera publié d’ici le 30 juin 2026.")),
    ("notices", "avis", "Notices to mariners", "Avis aux navigateurs", "2026-11-20", listed("2026-11-20: North Ledge is dark until further notice.", "2026-08-02: Fog signal at Cap Gris silent until 2026-08-09.", "2025-12-01: Buoy 14 lifted until April 2026."), listed("2026-11-20 : North Ledge est éteint jusqu’à nouvel ordre.", "2026-08-02 : signal de brume de Cap Gris muet jusqu’au 2026-08-09.", "2025-12-01 : bouée 14 retirée jusqu’en avril 2026.")),
    ("keepers", "gardiens", "Become a keeper", "Devenir gardien", "2026-09-08", paragraphs(f'Read <a href="{STANDARDS}/guides/lone-workers">what holds for lone workers</a>.', "The competition of 2025 is closed. The next one opens in March 2027."), paragraphs(f'Lisez le guide <a href="{STANDARDS}/fr/guides/feux-2012">Feux et balises</a> avant de postuler.', "Le concours de 2025 est fermé. Le prochain ouvrira en mars 2027.")),
    ("lamps", "lampes", "Lamps", "Lampes", "2024-01-16", paragraphs("Mercury baths were taken out by 2007.", f'<a href="{SHELF}/papers/lamps-1998">The survey of 1998</a>', f'The trade keeps to <a href="{STANDARDS}/guides/lamp-oil">the guide on lamp oil</a>.'), paragraphs("Les bains de mercure ont été retirés avant 2007.", f'<a href="{SHELF}/papers/lamps-1998">Le relevé de 1998</a> (en anglais)', "Les ampoules LED (modèle 2020/21) durent dix ans.")),
    ("boats", "bateaux", "Boats of the service", "Bateaux du service", "2023-07-05", paragraphs("The <i>Ondine</i> was built in 1999 and the <i>Petrel</i> in 2021.", '<a href="/en/lights/">Where they go</a>'), paragraphs("L’<i>Ondine</i> date de 1999, le <i>Petrel</i> de 2021.", '<a href="/fr/les-feux/">Où ils vont</a>')),
    ("data", "donnees", "Open data", "Données ouvertes", "2026-02-10", paragraphs(f'See <a href="{STANDARDS}/guides/open-data">Open data</a>.', '<pre><code>{"light": "Cap Gris", "lit": "1861-09-01", "next_review": "2024-01-01", "contact": "{{ name }}"}</code></pre>', "Version 1.4 (2019) can still be had; version 2.0 is of 2026."), paragraphs('<pre><code>SELECT * FROM feux WHERE date_revision &lt; "2024-01-01"; -- à vérifier avant 2025-01-01</code></pre>', "La version 1.4 (2019) est toujours offerte; la version 2.0 est de 2026.")),
    ("reports", "rapports", "Reports", "Rapports", "2026-07-15", listed("Annual report 2025-2026", "Annual report 2024-2025", "Departmental plan 2026-2027", "Departmental plan 2025-2026", '<a href="/en/archive/plan-2019/">Plan for 2019 to 2022</a>'), listed("Rapport annuel 2025-2026", "Rapport annuel 2024-2025", "Plan ministériel 2026-2027", "Plan ministériel 2025-2026", '<a href="/fr/archives/plan-2019/">Plan de 2019 à 2022</a>')),
    ("archive/plan-2019", "archives/plan-2019", "Plan for 2019 to 2022", "Plan de 2019 à 2022", "2019-04-01", ARCHIVED[0] + paragraphs("We will light Anse-au-Loup by December 2019.", "By March 31, 2022 half of the lamps will be new."), ARCHIVED[1] + paragraphs("Nous allumerons Anse-au-Loup d’ici décembre 2019.", "D’ici le 31 mars 2022, la moitié des lampes seront neuves.")),
    ("people", "direction", "Management", "Direction", "2026-09-01", table(("Name", "Title", "Since"), ("Anouk Pelletier", "Programs", "2019"), ("Douglas Fair", "Operations", "June 2023"), ("Solange Bujold", "Communications", "2024-2025")), table(("Nom", "Titre", "Depuis"), ("Anouk Pelletier", "Programmes", "2019"), ("Douglas Fair", "Opérations", "juin 2023"), ("Solange Bujold", "Communications", "2024-2025"))),
    ("adopt", "adopter", "Adopt a light", "Adopter un feu", "2025-10-22", paragraphs("Schools may adopt a light for two years. Class 6B had North Ledge from 2023 to 2025.", "For more information, contact Marc Thibodeau, regional coordinator."), paragraphs("Une école peut adopter un feu pour deux ans. La classe 6B avait North Ledge de 2023 à 2025.", "Pour en savoir plus, communiquez avec Marc Thibodeau, coordonnateur régional.")),
    ("stories", "recits", "Keepers remember", "Des gardiens se souviennent", "2022-03-03", paragraphs("“We were told that relief would come by Christmas 1978. It came in February.” - Elmer Boone", "“I shall be back by 2000, I said.” - Rita Coombs"), paragraphs("« On nous avait dit que la relève viendrait avant Noël 1978. Elle est venue en février. » - Elmer Boone", "« Je reviendrai d’ici l’an 2000, disais-je. » - Rita Coombs")),
    ("news/anse-au-loup", "nouvelles/anse-au-loup", "A new light", "Un nouveau feu", "2019-12-03", paragraphs("<b>December 3, 2019</b>", "A light burns at Anse-au-Loup. A path will be built by summer 2020."), paragraphs("<b>Le 3 décembre 2019</b>", "Un feu brûle à Anse-au-Loup. Un sentier sera tracé d’ici l’été 2020.")),
    ("directives/fog", "directives/brume", "Directive on fog signals", "Directive sur les signaux de brume", "2021-05-05", paragraphs('This directive has been rescinded and replaced by the <a href="/en/policies/watch/">Policy on the watch</a>.', "Sound it twice a minute."), paragraphs('La présente directive a été abrogée et remplacée par la <a href="/fr/politiques/quart/">Politique sur le quart</a>.', "Deux coups par minute.")),
    ("policies/watch", "politiques/quart", "Policy on the watch", "Politique sur le quart", "2025-05-05", paragraphs("Somebody is awake at all times.", "<h2>Review</h2>", "Effective date: May 5, 2025. Next review: May 5, 2030."), paragraphs("Quelqu’un veille en tout temps.", "<h2>Révision</h2>", "Entrée en vigueur : 5 mai 2025. Prochaine révision : 5 mai 2030.")),
    ("policies/housing", "politiques/logement", "Policy on keepers' houses", "Politique sur les maisons de gardien", "2023-03-31", paragraphs("A keeper lives rent-free.", "<h2>Review</h2>", "Effective date: April 1, 2023. Next review: March 31, 2026."), paragraphs("Le gardien est logé gratuitement.", "<h2>Révision</h2>", "Entrée en vigueur : 1er avril 2023. Prochaine révision : 31 mars 2026.")),
    ("policies/oil", "politiques/carburant", "Policy on fuel", "Politique sur les carburants", "2024-01-15", paragraphs("No more than 900 litres at a light.", "<h2>Review</h2>", "Effective date: January 15, 2024. Next review: January 15, 2027."), paragraphs("Pas plus de 900 litres par feu.", "<h2>Révision</h2>", "Entrée en vigueur : 15 janvier 2024. Prochaine révision : 15 janvier 2027.")),
    ("policies/accessibility", "politiques/accessibilite", "Policy on access", "Politique sur l’accès", "2026-06-01", paragraphs("Ramps where there is rock to hold them.", "Consulted: Council of Islands (2024), Blind Sailors (2025)."), paragraphs("Des rampes, là où le roc les porte.", "Ont été consultés : le Conseil des îles (2024), les Voiliers aveugles (2025).", "Pour toute question, écrivez-nous : [adresse courriel à venir]")),
)  # fmt: skip
ASIDES = (
    (
        "The service answers in either language.",
        "In 2024-2025 there were 1,204 requests, in 2023-2024 there were 1,377.",
        "Whoever was a keeper before January 1, 1989 is exempt.",
        "“A light is a promise,” the first commissioner wrote in 1911.",
        "The Commission was asked to report by December 31, 2016 and did so in 2017.",
        "Distances are in nautical miles.",
        "See Coombs (2015), pp. 2004-2011.",
        "Ships built after 2012 carry a second receiver.",
    ),
    (
        "Le service répond dans les deux langues.",
        "En 2024-2025, il y eut 1 204 demandes; en 2023-2024, 1 377.",
        "Les gardiens engagés avant le 1er janvier 1989 en sont exemptés.",
        "« Un feu est une promesse », écrivait le premier commissaire en 1911.",
        "La Commission devait faire rapport avant le 31 décembre 2016; elle l’a fait en 2017.",
        "Les distances sont en milles marins.",
        "Voir Coombs (2015), p. 2004 à 2011.",
        "Les navires construits après 2012 portent un second récepteur.",
    ),
)
PAPERS: tuple[tuple[str, str, tuple[Line, ...]], ...] = (
    ("en/forms/f-12-e", "F-12", ("F-12 Application for a grant", "Name: ....................  Email: ....................", "Date (YYYY-MM-DD): ....-..-..", "Signature: ....................   F-12 (2019-04)")),
    ("en/forms/safety-e", "Safety at the light", ("Safety at the light", "Lights Commission, Operations", ("Approved", "September 30, 2022"), ("Review by", "September 30, 2025"), "Hold on with one hand.", "Never climb in ice.")),
    ("fr/formulaires/securite-f", "La sécurité au feu", ("La sécurité au feu", "Commission des feux, Opérations", ("Approuvé le", "30 septembre 2022"), ("À réviser avant le", "30 septembre 2025"), "Une main pour soi, une main pour le feu.", "Ne montez jamais par temps de glace.")),
)  # fmt: skip


def _page(lang: str, title: str, body: str, *, other: str, changed: str) -> str:
    french = lang == "fr"
    menu = "".join(
        f'<li><a href="/{lang}/{pair[french]}/">{pair[2 + french]}</a></li>'
        for pair in PAIRS
        if pair[0] in {"about", "lights", "visit", "fees", "notices"}
    )
    words = (
        ("Passer au contenu principal", "English", "Commission des feux côtiers", "Signaler un problème ou une erreur sur cette page", "Date de modification : ", "Avis", "Contactez-nous")
        if french
        else ("Skip to main content", "Français", "Coastal Lights Commission", "Report a problem or mistake on this page", "Date modified: ", "Terms", "Contact us")
    )  # fmt: skip
    return f"""<!DOCTYPE html>
<html class="no-js" lang="{lang}" dir="ltr"><head><meta charset="utf-8"><title>{title} - {words[2]}</title><meta name="dcterms.modified" content="{changed}"><link rel="stylesheet" href="/wet/theme.min.css"></head>
<body vocab="https://schema.org/" typeof="WebPage"><ul id="wb-tphp"><li class="wb-slc"><a class="wb-sl" href="#wb-cont">{words[0]}</a></li></ul>
<header><section id="wb-lng"><ul><li><a lang="{"en" if french else "fr"}" href="{other}">{words[1]}</a></li></ul></section><a href="/{lang}/"><img src="/wet/sig.gif" alt="{words[2]}"></a><nav class="gcweb-menu"><ul>{menu}</ul></nav></header>
<main property="mainContentOfPage" class="container"><h1 property="name" id="wb-cont">{title}</h1>
{body}
<div class="pagedetails"><details class="brdr-0"><summary class="btn btn-default">{words[3]}</summary><form><label>Email</label><input></form></details>
<dl id="wb-dtmd"><dt>{words[4]}</dt><dd><time property="dateModified">{changed}</time></dd></dl></div></main>
<footer id="wb-info"><p>{words[6]} : <a href="mailto:solange.bujold@lights-feux.example">solange.bujold@lights-feux.example</a></p><p>© 1904-2026</p></footer></body></html>"""


def _aside(slug: str, *, french: bool) -> str:
    return paragraphs(*Random(slug).sample(ASIDES[french], 3))


def made() -> Site:
    """The site and its truths."""
    site = Site("bilingual", BASE, owners=OWNERS)
    known(site)
    site.file("/wet/theme.min.css", b"details{margin:1em}", "text/css")
    site.file("/wet/sig.gif", PIXEL, "image/gif")
    site.page(
        "/",
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Lights - Feux</title></head><body><h1>Lights - Feux</h1><a lang="en" href="/en/">English</a> <a lang="fr" href="/fr/">Français</a></body></html>',
    )
    listings = (
        ("en", 0, "Coastal lights", "/fr/", "safety-e", "forms", "Safety at the light"),
        ("fr", 1, "Feux côtiers", "/en/", "securite-f", "formulaires", "La sécurité au feu"),
    )
    for lang, at, title, other, safety, folder, name in listings:
        links = listed(
            *(f'<a href="/{lang}/{pair[at]}/">{pair[2 + at]}</a>' for pair in PAIRS),
            f'<a href="/{lang}/{folder}/{safety}.pdf">{name}</a> (PDF)',
        )
        site.page(f"/{lang}/", _page(lang, title, links, other=other, changed="2026-11-20"))
    for english, french, in_english, in_french, changed, body, corps in PAIRS:
        there = "/fr/histoire-des-feux/" if english == "history" else f"/fr/{french}/"
        site.page(f"/en/{english}/", _page("en", in_english, body + _aside(english, french=False), other=there, changed=changed))
        site.page(f"/fr/{french}/", _page("fr", in_french, corps + _aside(french, french=True), other=f"/en/{english}/", changed=changed))
    for path, title, lines in PAPERS:
        site.file(f"/{path}.pdf", paper(title, lines), "application/pdf")
    site.moved("/fr/les-feux/", "/fr/feux/")
    _truths(site)
    return site


def _truths(site: Site) -> None:
    site.fault("*", "review_date", "no_date", "but for the policies no page has a review date", once=True)
    site.fault("/en/policies/housing/", "review_date", "31 March 2026", "its review was due in March")
    site.fault("/fr/politiques/logement/", "review_date", "31 March 2026", "its review was due in March")
    site.fault("/en/forms/safety-e.pdf", "review_date", "30 September 2025", "its review was due a year ago")
    site.fault("/fr/formulaires/securite-f.pdf", "review_date", "30 September 2025", "its review was due a year ago")
    site.fault("/fr/subventions/", "stale_period", "2024-2025", "amounts of a year that has ended; the English page has the new ones")
    site.fault("/en/regulations/", "lapsed_promise", "June 30, 2026", "regulations that are still to be published by June")
    site.fault("/fr/reglement/", "lapsed_promise", "30 juin 2026", "regulations that are still to be published by June")
    site.fault("/en/history/", "broken_link", "/fr/histoire-des-feux/", "its French page is not there")
    site.fault("/fr/demande/", "broken_link", "/fr/formulaires/f-12-f.pdf", "the French form is not there")
    site.fault("/en/lamps/", "broken_link", f"{STANDARDS}/guides/lamp-oil", "not there")
    site.fault("/fr/bateaux/", "moved_link", "/fr/les-feux/", "its own page has moved for good")
    site.fault("/en/pay/", "missing_anchor", "#fees", "the heading has another name")
    site.fault("/fr/gardiens/", "superseded_target", "feux-2012", "the guide is no longer in force")
    site.fault(
        "/en/directives/fog/", "superseded_page", "rescinded and replaced", "says so in its first line, and is listed with the others"
    )
    site.fault("/fr/directives/brume/", "superseded_page", "remplacée", "says so in its first line, and is listed with the others")
    site.fault("/fr/politiques/accessibilite/", "gap", "à venir", "an address that was never filled in")
    site.fault("/en/adopt/", "named_contact gap", "Marc Thibodeau", "has no address and is not in the directory")
    site.fault("/fr/adopter/", "named_contact gap", "Marc Thibodeau", "has no address and is not in the directory")
    site.arguable("/en/archive/plan-2019/", "superseded_page", "", "says that it is archived, as it should be")
    site.arguable("/fr/archives/plan-2019/", "superseded_page", "", "says that it is archived, as it should be")
    for lang, path in (("en", "reports"), ("fr", "rapports")):
        site.arguable(f"/{lang}/{path}/", "superseded_target", "plan-2019", "a plan that is archived, in a list of reports")
        site.arguable(f"/{lang}/", "superseded_target", "", "the list of all pages leads to it")
    for path in ("/en/directives/fog/", "/fr/directives/brume/"):
        site.arguable("*", "superseded_target", path, "the other language's page, or a list, leads to it")
    site.arguable("*", "superseded_target", "plan-2019", "the other language's page leads to it")
    for path in ("/en/notices/", "/fr/avis/", "/en/news/anse-au-loup/", "/fr/nouvelles/anse-au-loup/"):
        site.arguable(path, "lapsed_promise", "", "dated news")
    site.coming["/en/policies/oil/"] = dt.date(2027, 1, 15)
    site.coming["/fr/politiques/carburant/"] = dt.date(2027, 1, 15)
