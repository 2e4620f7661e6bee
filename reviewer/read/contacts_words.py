"""The words by which pages name their contacts, in the languages of the house: data for the contact reader.

A label is made of the words below: every word of it is known, and at least one is a head ("Guideline lead author", "Page owner").
A user adds whole labels in the config (``Hints.labels`` of the kind ``contact``).
"""

from __future__ import annotations

from typing import Final

HEADS: Final = frozenset(
    (
        "contact contacts owner owners author authors lead leads editor editors maintainer maintainers custodian custodians originator originators "
        "steward stewards enquiries queries questions sponsor webmaster curator coordinator responsible accountable slack responsibility "
        "cyswllt cysylltwch cysylltu perchennog awdur awduron arweinydd ymholiadau cyfrifol "
        "ansprechpartner ansprechpartnerin ansprechpartnerinnen ansprechperson ansprechpersonen kontakt kontaktperson kontaktpersonen autor autorin autoren autorinnen "
        "verfasser verfasserin redaktion verantwortlich verantwortliche verantwortlicher zuständig zuständige bearbeiter bearbeiterin seitenverantwortung "
        "auteur auteurs auteure auteures autrice rédacteur rédactrice rédaction responsable responsables propriétaire référent référente "
        "contacto contactos autora autores autoras autoría propietario propietaria encargado encargada coordinadora"
    ).split()
)
"""Nouns that name the contact of a page."""

MAKERS: Final = frozenset(
    (
        "maintained managed owned prepared compiled produced written authored drafted edited "
        "lluniwyd paratowyd ysgrifennwyd cynhelir rheolir "
        "erstellt verfasst betreut gepflegt bearbeitet "
        "rédigé rédigée écrit maintenu maintenue géré gérée établi préparé élaboré "
        "elaborado elaborada redactado redactada escrito mantenido mantenida gestionado gestionada preparado"
    ).split()
)
"""Participles that name it together with one of ``BY``."""

BY: Final = frozenset("by gan von durch par por".split())

QUALIFIERS: Final = frozenset(
    (
        "page pages content document documents policy guideline guidance procedure protocol process product service services information business asset strategy report "
        "programme project team department site web website main key named first joint corporate clinical clinician executive technical administrative "
        "primary general further more name names details person persons officer officers office party director manager point of for to and or the this any all please us "
        "email e mail telephone tel phone number address channel media press policies publication s fps with designated data board trust local health title position role group "
        "controller about your our questions enquiry query "
        "manylion pwynt swyddog arweiniol y yr ddogfen dudalen tudalen â am "
        "für den die diese dieser seite inhalt inhaltlich stelle und der des in im innen ihr ihre "
        "de la du le les des page contenu document personne à contacter votre vos éditorial e "
        "persona del el página contenido documento unidad órgano a y o as es"
    ).split()
)
"""Words that may stand beside a head or a maker in a label."""

STRONG: Final = frozenset(
    (
        "owner owners author authors lead leads editor editors maintainer custodian originator steward sponsor webmaster responsible "
        "perchennog awdur autor autorin autoren redaktion auteur auteurs propriétaire propietario autores ansprechpartner ansprechpartnerin verantwortlich"
    ).split()
)
"""Heads after which a name is believed even when it has no form that tells a person or a team."""

NO_COLON: Final = frozenset(
    "page content document policy guideline guidance procedure protocol strategy report information lead clinical executive service".split()
)
"""First words of a label that may do without a colon ("Policy Owner Director of Governance")."""

NO_COLON_HEADS: Final = frozenset("owner author lead contact custodian editor manager originator sponsor".split())

TITLES: Final = frozenset(
    "dr mr mrs ms miss mx prof professor sir dame rev revd reverend cllr herr frau mme mlle monsieur madame dra sr sra don doña".split()
)

PARTICLES: Final = frozenset("de da di du del della van von der den la le ap ab ferch bin al el y zu".split())

ROLE_NOUNS: Final = frozenset(
    (
        "manager director officer lead head chief consultant nurse coordinator co-ordinator editor secretary administrator adviser advisor controller "
        "registrar clerk analyst designer developer engineer librarian custodian president chair dean provost pharmacist practitioner specialist assistant executive "
        "commissioner treasurer webmaster superintendent principal owner champion guardian physician "
        "rheolwr cyfarwyddwr swyddog pennaeth arweinydd clerc "
        "leiter leiterin referent referentin beauftragter beauftragte geschäftsführer geschäftsführerin "
        "directeur directrice responsable chargé chargée chef secrétaire "
        "jefe jefa directora coordinador coordinadora secretario secretaria"
    ).split()
)

TEAM_NOUNS: Final = frozenset(
    (
        "team teams department dept office unit service services group committee division directorate board council centre center programme desk helpdesk service-desk section "
        "branch bureau network trust alliance agency authority faculty school college university hospital library secretariat society association foundation institute "
        "partnership federation working squad community hub support helpline surgery practice ltd limited plc inc llc gmbh ministry commission partners company organisation organization rail "
        "tîm adran uned swyddfa gwasanaeth gwasanaethau bwrdd cyngor "
        "redaktion referat abteilung amt stabsstelle geschäftsstelle sekretariat pressestelle behörde bundesamt landesamt institut stelle dezernat fachbereich sachgebiet verlag team "
        "équipe direction pôle bureau secrétariat ministère mairie préfecture agence comité "
        "equipo departamento unidad oficina servicio secretaría ministerio dirección agencia comité instituto"
    ).split()
)

SMALL: Final = frozenset("of and for the to in & - with at und für der die des et de la du y a ar o'r".split())
"""Words of a role that are written small."""

KEY: Final = frozenset("fps gps clinicians consultants people staff doctors nurses specialists".split())
"""Who is a contact after "key" ("Key clinicians: ...")."""

NOBODY: Final = frozenset(
    "tbc tbd tba none unknown n/a na nil various vacant vacancy see all yes no not name date role title insert add your here form page below above "
    "required click review reviewed approved version status policy document number email telephone phone".split()
)
"""First words of a value that names nobody."""

PUBLIC_LINES: Final = (
    "999", "112", "111", "helpline", "samaritans", "emergency", "emergencies", "crisis", "ambulance", "out of hours", "out-of-hours", "in an emergency",
    "a&e", "call 116", "childline", "notruf", "giftnotruf", "urgences", "emergencias", "suicid", "switchboard", "appointment",
)  # fmt: skip
"""Words near a telephone number that is for patients, not for questions about the page."""

NOT_OURS: Final = frozenset(
    "gp gps doctor doctors pharmacist midwife dentist employer nurse solicitor bank provider hospital surgery optician vet school insurer landlord "
    "supervisor tutor parent consultant specialist clinic practice physician clinician manager union university college council mp agent lawyer".split()
)
"""Whom "contact your ..." means when it does not mean the page's contact."""

CUES: Final = (
    "contact", "email", "e-mail", "get in touch", "speak to", "speak with", "talk to", "reach out", "addressed to", "directed to", "sent to", "send ", "queries",
    "questions", "enquir", "inquir", "owned by", "maintained by", "managed by", "owner", "telephone", "phone", "call ", "tel", "slack", "compiled by", "prepared by", "written by",
    "produced by", "authored by", "feedback to", "comments to", "write to", "liaise with", "further information", "more information", "maintainer", "webmaster",
    "cyswllt", "cysyllt", "e-bost", "ebost", "ffôn", "gan ", "perchen", "awdur", "ymholi", "arwein", "kontakt", "ansprech", "wenden sie sich", "autor", "redaktion",
    "verfass", "erstellt", "betreut", "gepflegt", "verantwort", "zuständig", "bearbeit", "auteur", "rédig", "responsable", "courriel", "adresser", "joindre", "écri",
    "maintenu", "géré", "établi", "élabor", "propri", "référent", "diríjase", "escrib", "correo", "redact", "manten", "gestion", "encargad", "coordin",
    "author", "lead", "editor", "custodian", "originator", "steward", "sponsor", "curator", "responsib", "accountable", "key fps", "téléphone", "teléfono", "par ", "por ", "von ",
    "telefon", "tél", "personne à", "votre", "préparé", "preparado", "autrice",
)  # fmt: skip
"""A line without any of these is not looked at again: a cheap search that keeps hostile pages cheap."""
