"""The words by which pages name their contacts, in the languages of the house: data for the contact reader.

A label is made of the words below: every word of it is known, and at least one is a head ("Guideline lead author", "Page owner").
A user adds whole labels in the config (``Hints.labels`` of the kind ``contact``).
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


HEADS: Final = _words(
    """
    contact contacts owner owners author authors lead leads editor editors maintainer maintainers custodian custodians originator
    originators steward stewards enquiries queries questions sponsor webmaster curator coordinator responsible accountable slack
    responsibility
    ersteller erstellerin cyswllt cysylltwch cysylltu swyddog perchennog awdur awduron arweinydd ymholiadau cyfrifol ansprechpartner
    ansprechpartnerin ansprechpartnerinnen ansprechperson ansprechpersonen kontakt kontaktperson kontaktpersonen autor autorin autoren
    autorinnen verfasser verfasserin redaktion verantwortlich verantwortliche verantwortlicher zuständig zuständige bearbeiter
    bearbeiterin seitenverantwortung auteur auteurs auteure auteures autrice rédacteur rédactrice rédaction responsable responsables
    propriétaire référent référente contacto contactos autora autores autoras autoría propietario propietaria encargado encargada
    coordinadora
    """
)
"""Nouns that name the contact of a page."""

MAKERS: Final = _words(
    """
    maintained managed owned prepared compiled produced written authored drafted edited lluniwyd paratowyd ysgrifennwyd cynhelir rheolir
    created
    erstellt verfasst betreut gepflegt bearbeitet rédigé rédigée écrit maintenu maintenue géré gérée établi préparé élaboré elaborado
    elaborada redactado redactada escrito mantenido mantenida gestionado gestionada preparado
    """
)
"""Participles that name it together with one of ``BY``."""

BY: Final = _words("by gan von durch par por")

QUALIFIERS: Final = _words(
    """
    page pages content document documents policy guideline guidance procedure protocol process product service services information
    business asset strategy report programme project team department site web website main key named first joint corporate clinical
    clinician executive technical administrative primary general further more name names details person persons officer officers office
    party director manager point of for to and or the this any all please us email e mail telephone tel phone number address channel media
    press policies publication s fps with designated data board trust local health title position role group controller about your our
    questions enquiry query webpage webpages official officials informal formal
    manylion pwynt swyddog arweiniol y yr ddogfen dudalen tudalen â am für den die diese dieser seite inhalt
    inhaltlich stelle und der des in im innen ihr ihre de la du le les contenu personne à contacter votre vos éditorial persona del el
    página contenido documento unidad órgano a o as es
    """
)
"""Words that may stand beside a head or a maker in a label."""

STRONG: Final = _words(
    """
    owner owners author authors lead leads editor editors maintainer custodian originator steward sponsor webmaster responsible perchennog
    awdur autor autorin autoren redaktion auteur auteurs propriétaire propietario autores ansprechpartner ansprechpartnerin verantwortlich
    """
)
"""Heads after which a name is believed even when it has no form that tells a person or a team."""

NO_COLON: Final = _words(
    """
    page content document policy guideline guidance procedure protocol strategy report information lead clinical executive service
    """
)
"""First words of a label that may do without a colon ("Policy Owner Head of Parks")."""

NO_COLON_HEADS: Final = _words("owner author lead contact custodian editor manager originator sponsor")

TITLES: Final = _words(
    """
    dr mr mrs ms miss mx prof professor sir dame rev revd reverend cllr herr frau med phil nat rer habil dipl ing mme mlle monsieur madame
    dra sr sra don doña
    """
)

PARTICLES: Final = _words("de da di du del della van von der den la le ap ab ferch bin al el y zu")

ROLE_NOUNS: Final = _words(
    """
    manager director officer lead head chief consultant nurse coordinator co-ordinator editor secretary administrator adviser advisor
    controller registrar clerk analyst designer developer engineer librarian custodian president chair dean provost pharmacist
    practitioner specialist assistant executive commissioner treasurer webmaster superintendent principal owner champion guardian
    physician rheolwr cyfarwyddwr swyddog pennaeth arweinydd clerc leiter leiterin referent referentin beauftragter beauftragte
    geschäftsführer geschäftsführerin directeur directrice responsable chargé chargée chef secrétaire jefe jefa directora coordinador
    coordinadora secretario secretaria
    """
)

TEAM_NOUNS: Final = _words(
    """
    team teams department dept office unit service services group committee division directorate board council centre center programme
    desk helpdesk service-desk section branch bureau network trust alliance agency authority faculty school college university hospital
    library secretariat society association foundation institute partnership federation working squad community hub support helpline
    surgery practice ltd limited plc inc llc gmbh ministry commission partners company organisation organization rail tîm adran uned
    swyddfa gwasanaeth gwasanaethau bwrdd cyngor redaktion referat abteilung amt stabsstelle geschäftsstelle sekretariat pressestelle
    behörde bundesamt landesamt institut stelle dezernat fachbereich sachgebiet verlag équipe direction pôle secrétariat ministère mairie
    préfecture agence comité equipo departamento unidad oficina servicio secretaría ministerio dirección agencia instituto
    """
)

SMALL: Final = _words("of and for the to in & - with at und für der die des et de la du y a ar o'r")
"""Words of a role that are written small."""

WHOLE: Final = frozenset(
    {
        "policy holder", "document holder", "policy manager", "content manager", "page manager", "document manager", "owning team",
        "owning department", "owning directorate", "owning office", "poc", "sro", "staff member responsible", "member of staff responsible",
        "responsible staff member", "staff responsible", "responsible owner",
        "senior responsible owner", "senior responsible officer", "pharmacist lead",
        "pharmacy lead", "nurse lead", "nursing lead", "medical lead", "consultant lead", "midwifery lead",
    }
)  # fmt: skip
"""Whole labels whose words say little one by one."""

NAMED_OFFICES: Final = frozenset({"data protection officer", "caldicott guardian", "dpo", "web editor", "information governance lead"})
"""Offices whose holder a page names with the office as the label."""

KEY: Final = _words("fps gps clinicians consultants people staff doctors nurses specialists")
"""Who is a contact after "key" ("Key clinicians: ...")."""

NOT_NAMES: Final = _words(
    """
    health england wales scotland ireland britain nhs uk eu national public international engineering digital communications communication
    governance safety information medical clinical research education government county city borough district parish royal social care
    platform infrastructure security data product quality policy improvement finance estates human resources technology operations
    management planning library website online press media us we you it them him her contact form forms page pages details home search
    menu privacy cookie cookies terms conditions accessibility statement opening hours times time week month new old this that these more
    about news events latest find view read share print download sign log register login subscribe newsletter bulletin update updates
    strategy plan plans report reports project projects training course courses learning resource guide guides pathway pathways referral
    referrals specification framework standard question questions answer answers general practice cancer diabetes welsh german spanish
    british american european united kingdom states north south east central greater northern southern eastern western street road avenue
    house floor building drive court box suite square first second third last next annual monthly weekly daily monday tuesday wednesday
    thursday friday saturday sunday january february march july september october november december email telephone phone fax link links
    document documents version number please thank dear important note warning complaints freedom request requests protection patient
    patients family student students staff member members user users advice legal financial payroll procurement sales marketing billing
    technical open access source code github slack teams microsoft google wikipedia corporate customer emergency mental primary community
    children adult adults environment housing transport police fire development standards review guideline
    """
)
"""Words with capitals that are no part of a person's name: organisations are made of them."""

FOREIGN_TEAMS: Final = _words(
    """
    tîm adran uned swyddfa gwasanaeth équipe service direction pôle secrétariat bureau equipo departamento unidad oficina servicio
    secretaría
    """
)
"""Nouns of a group that stand first, and small, in their languages."""

STOPPERS: Final = _words(
    """
    version date dated review reviewed next last status approved approval ratified ratification issue issued effective expiry expires
    published updated created signed signature title job designation grade department directorate division ref reference number type
    category classification audience keywords summary purpose scope location venue address website url hours opening cost price note notes
    source sources copyright by on due for revision implementation target group committee chair present apologies members gültig stand
    datum fassung geprüft genehmigt validé approuvé publié fecha revisado aprobado dyddiad fersiwn adolygu cymeradwywyd lleoliad quelle
    """
)
"""Words of the other labels of a document's front matter, where a value ends."""

PREFIXES: Final = _words(
    """
    document policy page guideline guidance procedure protocol content current last next original first final previous ratifying approving
    full of
    """
)
"""Words that may stand before one of ``STOPPERS`` in a label ("Document status")."""

ENDS: Final = _words(
    """
    version date dated review reviewed next last status approved approval ratified ratification issued effective expiry expires published
    updated created revision
    """
)
"""Those of ``STOPPERS`` that end a value even without a colon after them, when they have a capital."""

REACH: Final = _words(
    """
    email e mail emails tel telephone phone mobile mob fax number no ext switchboard address web contact e-bost ffôn telefon courriel tél
    téléphone correo electrónico teléfono
    """
)
"""Words of the labels of an address, which goes on with the contact before it."""

NOBODY: Final = _words(
    """
    tbc tbd tba none unknown n/a na nil various vacant vacancy see all yes no not name date role title insert add your here form page
    below above required click monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri weekdays
    opening review reviewed approved version status policy document number email telephone phone
    """
)
"""First words of a value that names nobody."""

OUTSIDE: Final = _words("ico commissioner ombudsman ombudsmen police cqc samaritans parliamentary ofsted ofcom regulator court 111 999")
"""Bodies to which people complain: no contact of a page of somebody else."""

COMPOUNDS: Final = (
    "stelle",
    "team",
    "abteilung",
    "referat",
    "redaktion",
    "dienst",
    "sekretariat",
    "verwaltung",
    "amt",
    "ministerium",
    "institut",
)
"""Ends of German compounds for a group."""

LABEL_COMPOUNDS: Final = (
    "kontakt",
    "ansprechpartner",
    "ansprechpartnerin",
    "ansprechperson",
    "redaktion",
    "verantwortliche",
    "verantwortlicher",
)
"""Ends of German compounds for a contact ("Pressekontakt")."""

PUBLIC_LINES: Final = (
    "helpline", "samaritans", "emergency", "emergencies", "crisis", "ambulance", "out of hours", "out-of-hours",
    "in an emergency", "a&e", "call 116", "childline", "notruf", "giftnotruf", "urgences", "emergencias", "suicid", "switchboard",
    "appointment", "large print", "another language", "other languages", "another format", "other format", "alternative format", "braille",
    "easy read", "easy-read", "interpreter", "make a complaint", "to complain", "complaints procedure",
)  # fmt: skip
"""Words near a telephone number that is for patients, not for questions about the page."""

NOT_OURS: Final = _words(
    """
    gp gps doctor doctors pharmacist midwife dentist employer nurse solicitor bank provider hospital surgery optician vet school insurer
    landlord supervisor tutor parent consultant specialist clinic practice physician clinician manager union university college council mp
    agent lawyer
    """
)
"""Whom "contact your ..." means when it does not mean the page's contact."""

CUES: Final = (
    "@", "contact", "email", "e-mail", "get in touch", "speak to", "speak with", "talk to", "reach out", "addressed to", "directed to",
    "sent to", "send ", "queries", "questions", "enquir", "inquir", "owned by", "maintained by", "managed by", "owner", "telephone",
    "phone", "call ", "tel", "slack", "compiled by", "prepared by", "written by", "produced by", "authored by", "feedback to",
    "comments to", "write to", "liaise with", "further information", "more information", "maintainer", "webmaster", "cyswllt", "cysyllt",
    "e-bost", "ebost", "ffôn", "gan ", "perchen", "awdur", "ymholi", "arwein", "kontakt", "ansprech", "wenden sie sich", "autor",
    "redaktion", "verfass", "erstell", "betreut", "gepflegt", "verantwort", "zuständig", "bearbeit", "auteur", "rédig", "responsable",
    "courriel", "adresser", "joindre", "écri", "maintenu", "géré", "établi", "élabor", "propri", "propiet",
    "holder", "holds", "owning", "poc", "sro", "created by", "staff member", "tell ", "ask ", "référent", "diríjase", "escrib",
    "correo", "redact", "manten", "gestion", "encargad", "coordin", "author", "lead", "elabor", "produced", "developed", "editor",
    "custodian", "originator", "steward", "sponsor", "curator", "responsib", "accountable",
    "key ", "officer", "guardian", "manager", "custod", "téléphone", "teléfono", "par ",
    "por ", "von ", "telefon", "tél", "personne à", "votre", "préparé", "preparado", "autrice",
)  # fmt: skip
"""A line without any of these is not looked at again: a cheap search that keeps hostile pages cheap."""

NEAR: Final = (
    "contact", "mail", "enquir", "quer", "question", "get in touch", "owner", "author", "maintain", "write to", "send ", "editor", "lead",
    "help", "advice", "support", "cyswllt", "cysyllt", "e-bost", "ebost", "ymholi", "kontakt", "ansprech", "wenden", "autor", "redaktion",
    "auteur", "courriel", "adresser", "correo", "escrib", "responsable",
)  # fmt: skip
"""Words beside a mail link that make its address a contact."""
