"""Sentences that say who answers, and names of posts and groups in thirteen languages, as an organisation's pages write them."""

from __future__ import annotations

import pytest

from reviewer.read.contacts.values import typed
from tests.read.test_contacts_neighbours import named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If something looks wrong, nudge Priya Raman in Estates.", ["Priya Raman"]),
        ("Any problems? Shout for Owen Blythe.", ["Owen Blythe"]),
        ("Questions about the form go to Leila Haddad.", ["Leila Haddad"]),
        ("Got a question? Drop by and see Marcus Field, Registry Manager.", ["Marcus Field", "Registry Manager"]),
        ("For help with this guide, find Sunita Rao on the second floor.", ["Sunita Rao"]),
        ("If you have queries the Admissions Team will be glad to help.", ["Admissions Team"]),
        ("Should you have any questions, your first stop is the Licensing Team.", ["Licensing Team"]),
        ("Spotted a mistake? Let Greta Holm know.", ["Greta Holm"]),
        ("Bei Fragen hilft Ihnen Frau Birte Kern weiter.", ["Frau Birte Kern"]),
        ("Haben Sie noch Fragen? Rufen Sie Herrn Olaf Tietz an.", ["Herrn Olaf Tietz"]),
        ("Fragen zur Seite beantwortet das Dekanatsbüro.", ["Dekanatsbüro"]),
        ("Bei Rückfragen steht Ihnen Dr. Jana Wirth gerne zur Verfügung.", ["Dr. Jana Wirth"]),
        ("Für Auskünfte ist die Abteilung Stadtgrün da.", ["Abteilung Stadtgrün"]),
        ("Pour toute question, voyez Mme Solange Petit au guichet 3.", ["Mme Solange Petit"]),
        ("Une question ? Passez voir Yann Kerbrat, référent numérique.", ["Yann Kerbrat", "référent numérique"]),
        ("Pour tout renseignement, le Service urbanisme vous répond.", ["Service urbanisme"]),
        ("Si tiene dudas, hable con Pilar Ochoa.", ["Pilar Ochoa"]),
        ("Para cualquier consulta, la Unidad de Becas le atenderá.", ["Unidad de Becas"]),
        ("Hebt u vragen? Loop langs bij Joke Terpstra.", ["Joke Terpstra"]),
        ("Bij vragen kunt u terecht bij de Afdeling Burgerzaken.", ["Afdeling Burgerzaken"]),
        ("Har du frågor? Prata med Lena Hedin.", ["Lena Hedin"]),
        ("Vid frågor svarar Miljöenheten.", ["Miljöenheten"]),
        ("Har du spørsmål? Ta en prat med Nils Aune.", ["Nils Aune"]),
        ("Ved spørgsmål hjælper Kirsten Bach gerne.", ["Kirsten Bach"]),
        ("Hai domande? Passa da Giulia Ferri.", ["Giulia Ferri"]),
        ("Per chiarimenti risponde l'Ufficio Anagrafe.", ["Ufficio Anagrafe"]),
        ("Em caso de dúvida fale com Inês Moura.", ["Inês Moura"]),
        ("Per a qualsevol dubte, parleu amb Montse Riera.", ["Montse Riera"]),
        ("Masz pytania? Porozmawiaj z Anną Zielińską.", ["Anną Zielińską"]),
        ("W razie pytań pomoże Dział Kadr.", ["Dział Kadr"]),
        ("Os oes gennych gwestiynau, siaradwch â Nia Parri.", ["Nia Parri"]),
        ("This handbook is kept by Dolores Quint.", ["Dolores Quint"]),
        ("Ingrid Falk looks after this handbook.", ["Ingrid Falk"]),
        ("The Stroke Team wrote this leaflet.", ["Stroke Team"]),
        ("Hugo Lenz updates this list every spring.", ["Hugo Lenz"]),
        ("Diese Seite betreut Frau Anke Rohde.", ["Frau Anke Rohde"]),
        ("Das Merkblatt pflegt die Abteilung Zahnmedizin.", ["Abteilung Zahnmedizin"]),
        ("La page est suivie par le Pôle formation.", ["Pôle formation"]),
        ("Denna sida sköts av Biblioteket.", ["Biblioteket"]),
        ("Your contact for this procedure is Mona Eklund, Theatre Manager.", ["Mona Eklund", "Theatre Manager"]),
        ("The person to ask is Declan Moore.", ["Declan Moore"]),
        ("Behind this page: Tamar Levi.", ["Tamar Levi"]),
        ("This page belongs to the Records Team.", ["Records Team"]),
        ("Deze pagina wordt bijgehouden door Team Communicatie.", ["Team Communicatie"]),
        ("Ta strona jest prowadzona przez Biuro Promocji.", ["Biuro Promocji"]),
        ("Siden vedlikeholdes av Kommunikasjonsenheten.", ["Kommunikasjonsenheten"]),
        ("Ansvarig för rutinen är Eva Strand, enhetschef.", ["Eva Strand", "enhetschef"]),
        ("Zuständig für diesen Inhalt ist das Referat 21.", ["Referat 21"]),
        ("Le responsable de cette fiche est Paul Garnier.", ["Paul Garnier"]),
    ],
)
def test_who_answers(text: str, expected: list[str]) -> None:
    """An occasion to ask, whatever the verb, and a sentence about the page's keeper name a contact."""
    assert named(f"Some words before it all.\n\n{text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "If you have questions about your treatment, your consultant will answer them.",
        "For help with costs see the NHS Low Income Scheme.",
        "Dr Hana Malik answered questions from the audience.",
        "Ask your GP or the Practice Nurse at your surgery.",
        "The Director of Public Health asked the council to help.",
        "Questions were raised by Councillor Fox about the Harbour Board.",
        "For information on rail times visit National Rail.",
        "Have you seen Anna Fisher's exhibition?",
        "If you are in crisis, the Samaritans can help.",
        "For more advice read the Dental Council booklet.",
        "With help from the Heritage Fund we restored the mill.",
        "Any complaint goes to the Ombudsman.",
        "Für Fragen des Naturschutzes gilt das Bundesgesetz.",
        "Pour en savoir plus sur la Direction générale, lisez le rapport.",
        "The committee thanked Maria Sole for her help.",
        "In general the Chief Constable may object.",
        "For help to buy a home the Government has schemes.",
        "Where a Ward Manager is absent, the Deputy signs.",
    ],
)
def test_who_does_not_answer(text: str) -> None:
    """Another's question, help that was given, and bodies that decide are no occasion to ask somebody about the page."""
    assert named(f"Some words before it all.\n\n{text}") == []


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(
            "Ward Sister; Head of Service; Principal Librarian; Estates Surveyor; Deputy Monitoring Officer; Returning Officer; Web Content Editor; Records Manager; Clinical Nurse Specialist; Consultant Dermatologist; Advanced Nurse Practitioner; Senior Dietitian; Lead Occupational Therapist; Biomedical Scientist; Town Clerk; Parking Enforcement Supervisor; Economic Development Officer; Site Reliability Engineer; Engineering Manager; Staff Engineer; Tech Lead; Postgraduate Administrator; Director of Studies; Programme Leader; Module Convenor; Admissions Tutor; Company Secretary; Caldicott Guardian; Health Visitor; Speech and Language Therapist; Radiographer; Sonographer; Podiatrist; Optometrist; Paramedic; Matron; Healthcare Assistant; Data Analyst; Business Partner; Policy Adviser; Case Worker; Social Worker; Youth Worker; Conservator; Groundskeeper; Head Gardener; Database Administrator; Release Engineer; Privacy Counsel; General Counsel; Chief of Staff; Vice-Chancellor; Pro Vice-Chancellor; Bursar; Examinations Officer; Cover Supervisor; Teaching Assistant; Deputy Head; Designated Safeguarding Lead; Tree Warden; Flood Risk Engineer; Building Control Surveyor; Environmental Health Practitioner; Trading Standards Officer; Registrar of Births; Archivist; Reader Services Librarian; Duty Manager; Operations Controller; Screening Programme Manager; Immunisation Coordinator; Lab Manager; Chief Technician; Postdoctoral Researcher; Maintainer; Community Manager; Translator; Statistician; Epidemiologist; Toxicologist; Economist; Press Officer; Communications Manager",
            id="en",
        ),
        pytest.param(
            "Sachbearbeiter; Teamleiterin; Referatsleiter; Pflegedienstleitung; Oberärztin; Chefarzt; Stationsleitung; Hygienefachkraft; Datenschutzbeauftragte; Studiengangskoordinatorin; Dekan; Prodekanin; Fachbereichsleiter; Gleichstellungsbeauftragte; Amtsleiterin; Bürgermeister; Hausmeister; Bibliothekarin; Schulleiter; Klassenlehrerin; Laborleiter; Systemadministrator; Produktmanagerin; Redaktionsleiterin; Pressesprecherin; Projektleiter; Geschäftsführerin; Standesbeamtin; Apothekerin; Physiotherapeutin; Ergotherapeut; Umweltberaterin; Klimaschutzmanager; Qualitätsmanagementbeauftragte; Kursleiterin; Archivarin; Justiziar; wissenschaftliche Mitarbeiterin",
            id="de",
        ),
        pytest.param(
            "Chargé de communication; Cheffe de service; Infirmière coordinatrice; Cadre de santé; Responsable pédagogique; Directeur général adjoint; Secrétaire de mairie; Assistante sociale; Bibliothécaire; Archiviste; Documentaliste; Ingénieure qualité; Médecin du travail; Sage-femme; Kinésithérapeute; Gestionnaire de scolarité; Délégué à la protection des données; Chef de projet; Conseiller en prévention; Animatrice; Technicien; Pharmacienne; Praticien hospitalier; Interne en médecine; Doyen; Vice-présidente; Référente handicap; Diététicienne; Psychologue",
            id="fr",
        ),
        pytest.param(
            "Jefe de servicio; Coordinadora de calidad; Enfermera supervisora; Técnico de gestión; Directora del centro; Responsable de contenidos; Bibliotecaria; Archivero; Trabajadora social; Farmacéutico; Secretario general; Interventora; Arquitecto municipal; Administradora; Psicóloga; Fisioterapeuta; Médica de familia; Delegado de protección de datos; Profesora titular; Decano; Vicedecana; Investigador principal; Concejala; Gestor cultural",
            id="es",
        ),
        pytest.param(
            "Beleidsadviseur; Teamleider; Afdelingshoofd; Wijkverpleegkundige; Functionaris gegevensbescherming; Projectleider; Communicatieadviseur; Archivaris; Huisarts; Ziekenhuisapotheker; Opleidingscoördinator; Studieadviseur; Beheerder; Contentmanager; Webredacteur; Griffier; Gemeentesecretaris; Conciërge; Docent; Onderzoeker; beleidsmedewerker mobiliteit; Programmamanager",
            id="nl",
        ),
        pytest.param(
            "Enhetschef; Miljöinspektör; Handläggare; Rektor; Biträdande rektor; Bibliotekarie; Överläkare; Sjuksköterska; Barnmorska; Kommunikatör; Webbredaktör; Studievägledare; Prefekt; Dataskyddsombud; Registrator; Bygglovshandläggare; Arkivarie; Verksamhetsutvecklare; Systemförvaltare; Socionom; Kurator",
            id="sv",
        ),
        pytest.param(
            "Avdelingsleder; Rådgiver; Seniorrådgiver; Fagsjef; Overlege; Sykepleier; Helsesykepleier; Bibliotekar; Saksbehandler; Rektor; Kommunedirektør; Virksomhetsleder; Jordmor; Personvernombud; Studieveileder; Instituttleder; Førsteamanuensis; Vaktmester; Prosjektleder",
            id="no",
        ),
        pytest.param(
            "Sagsbehandler; Afdelingssygeplejerske; Overlæge; Kontorchef; Specialkonsulent; Fuldmægtig; Bibliotekar; Studievejleder; Institutleder; Jordemoder; Webredaktør; Kommunaldirektør; Skoleleder; Pædagogisk leder; Projektleder; Databeskyttelsesrådgiver; Ledende terapeut",
            id="da",
        ),
        pytest.param(
            "Dirigente; Responsabile del procedimento; Funzionario amministrativo; Istruttore tecnico; Coordinatrice infermieristica; Direttore sanitario; Segretario comunale; Bibliotecaria; Assistente sociale; Ingegnere capo; Farmacista; Medico competente; Ricercatrice; Referente qualità; Direttrice; Caposala",
            id="it",
        ),
        pytest.param(
            "Chefe de divisão; Diretora de serviços; Técnico superior; Coordenadora; Enfermeiro-chefe; Bibliotecária; Assistente social; Responsável técnico; Encarregado de proteção de dados; Arquiteta; Engenheiro; Secretária; Farmacêutica; Médico; Vereadora; Gestor do programa",
            id="pt",
        ),
        pytest.param(
            "Cap de servei; Coordinadora; Tècnic de medi ambient; Infermera; Bibliotecària; Director; Responsable de qualitat; Secretària; Arxivera; Treballadora social; Arquitecte; Farmacèutica",
            id="ca",
        ),
        pytest.param(
            "Kierownik działu; Naczelnik wydziału; Główny specjalista; Inspektor; Sekretarz; Dyrektor; Pielęgniarka oddziałowa; Ordynator; Bibliotekarka; Referent; Koordynator; Inspektor ochrony danych; Dziekan; Starszy specjalista; Redaktorka; Administrator; Lekarz; Farmaceutka; Zastępca dyrektora",
            id="pl",
        ),
        pytest.param(
            "Pennaeth Cyfathrebu; Swyddog Ailgylchu; Cydlynydd; Cyfarwyddwr; Ymgynghorydd; Nyrs Arbenigol; Llyfrgellydd; Clerc; Darlithydd; Ysgrifennydd; Uwch Swyddog; Bydwraig; Archifydd; Cofrestrydd",
            id="cy",
        ),
    ],
)
def test_posts(names: str) -> None:
    """Posts have their type by their noun, wherever their language puts it."""
    assert [{str(kind) for kind, _ in typed(name, strong=True)[0]} for name in names.split("; ")] == [{"role"}] * len(names.split("; "))


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(
            "Highways; Building Control; Revenues and Benefits; Adult Social Care; Student Wellbeing; Estates and Facilities; Infection Prevention and Control; Web Team; Democratic Services; Organisational Development; People Operations; Site Reliability; Records Office; Research Ethics Committee; Medical Illustration; Patient Information; Occupational Health; Registry Services; Academic Quality; Careers Service; Students' Union; Contact Centre; Customer Services; Waste Services; Parking Services; Digital Services; Medicines Management; Palliative Care Team; Day Surgery Unit; Pharmacy; Radiology; Ward 7; Learning Disability Service; Community Nursing; Docs working group; Release Engineering; SIG Network; Security Response Team; Admissions; Timetabling; Enforcement Unit; Coroner's Office; Elections Office; Electoral Services; Land Charges; Street Lighting",
            id="en",
        ),
        pytest.param(
            "Ordnungsamt; Bauaufsicht; Bürgerbüro; Studierendensekretariat; Prüfungsamt; Abteilung Innere Medizin; Klinik für Chirurgie; Stabsstelle Datenschutz; Rechenzentrum; Referat Öffentlichkeitsarbeit; Fachdienst Jugend; Fachgebiet Wasserbau; Zentrale Studienberatung; Hauptabteilung II; Sachgebiet 12; Eigenbetrieb Abfallwirtschaft; Gesundheitsamt; Stadtarchiv; Volkshochschule; Geschäftsstelle; Personalrat; Team Plattform; Dezernat 3; Wasserwerk; Standesamt; Betriebsärztlicher Dienst; IT-Service; Hochschulkommunikation; Lehrstuhl für Statistik",
            id="de",
        ),
        pytest.param(
            "Service juridique; Direction des ressources humaines; Pôle santé publique; Bureau des élections; Cellule qualité; Équipe web; Scolarité; Unité d'hygiène; Service urbanisme; Mission handicap; Centre de documentation; Bibliothèque universitaire; Laboratoire d'analyses; Secrétariat général; Service de pneumologie; Guichet unique; Observatoire régional; Département informatique; Sous-direction du budget",
            id="fr",
        ),
        pytest.param(
            "Negociado de Padrón; Servicio de Urología; Área de Cultura; Oficina de Turismo; Unidad de Calidad; Sección de Becas; Departamento de Química; Dirección General de Salud Pública; Biblioteca Central; Archivo Municipal; Secretaría Académica; Vicerrectorado de Investigación; Gabinete Técnico; Registro General; Equipo editorial; Policía Local; Intervención; Grupo de trabajo de vacunas",
            id="es",
        ),
        pytest.param(
            "Afdeling Burgerzaken; Team Communicatie; Klantcontactcentrum; Bureau Studentenzaken; Dienst Werk en Inkomen; Polikliniek Cardiologie; Omgevingsdienst; Vakgroep Economie; Cluster Ruimte; Stadsarchief; Sociaal Wijkteam; Servicepunt; Studentendecanen; Directie Bedrijfsvoering; Werkgroep Richtlijnen",
            id="nl",
        ),
        pytest.param(
            "Miljöförvaltningen; Kontaktcenter; Enheten för upphandling; Kommunikationsavdelningen; Bygglovsenheten; Socialtjänsten; Vårdcentralen Eken; Studentexpeditionen; Biblioteket; Fastighetskontoret; Barn- och utbildningsnämnden; Smittskydd; IT-avdelningen; Arbetsgruppen för läkemedel; Överförmyndarnämnden",
            id="sv",
        ),
        pytest.param(
            "Seksjon for arkiv; Avdeling for helse; Byggesak; Servicekontoret; Fagavdelingen; Studieadministrasjonen; Barnehagekontoret; Kommunikasjonsenheten; Teknisk drift; Enhet for innkjøp; Miljøetaten; Fakultet for odontologi",
            id="no",
        ),
        pytest.param(
            "Borgerservice; Teknik og Miljø; Kommunikationsafdelingen; Center for Sundhed; Studiekontoret; Økonomiforvaltningen; Sekretariatet; Enhed for Kvalitet; Jobcenter; Natur og Vand; Klinisk Farmakologisk Afdeling; HR-afdelingen",
            id="da",
        ),
        pytest.param(
            "Ufficio Anagrafe; Servizio Edilizia; Settore Cultura; Direzione sanitaria; Sportello unico; Segreteria studenti; Area Tecnica; Unità operativa Igiene; Redazione web; Polizia Locale; Dipartimento di Fisica; Ripartizione affari generali; Biblioteca civica",
            id="it",
        ),
        pytest.param(
            "Divisão de Urbanismo; Gabinete de Comunicação; Serviço de Cardiologia; Departamento de Matemática; Secretaria; Balcão Único; Unidade de Saúde Pública; Direção de Serviços; Núcleo de Informática; Setor de Compras; Biblioteca; Câmara Municipal",
            id="pt",
        ),
        pytest.param(
            "Àrea d'Urbanisme; Oficina d'Atenció Ciutadana; Servei d'Informàtica; Unitat de Qualitat; Secció d'Estadística; Departament d'Història; Biblioteca; Regidoria d'Habitatge; Gabinet de Premsa",
            id="ca",
        ),
        pytest.param(
            "Wydział Geodezji; Biuro Rady; Referat Podatków; Dział Kadr; Urząd Stanu Cywilnego; Oddział Kardiologii; Zespół redakcyjny; Sekretariat; Dziekanat; Biblioteka Główna; Departament Budżetu; Centrum Informatyczne; Katedra Chemii; Punkt Obsługi Klienta",
            id="pl",
        ),
        pytest.param(
            "Tîm Cyfathrebu; Gwasanaethau Cwsmer; Adran Gynllunio; Uned Ansawdd; Swyddfa Gofrestru; Canolfan Gyswllt; Gwasanaeth Llyfrgell; Adnoddau Dynol; Uned Iaith; Tîm Diogelu",
            id="cy",
        ),
    ],
)
def test_groups(names: str) -> None:
    """Groups have their type by their noun, wherever their language puts it."""
    assert [{str(kind) for kind, _ in typed(name, strong=True)[0]} for name in names.split("; ")] == [{"team"}] * len(names.split("; "))


PEOPLE = ("Ann Bell", "Bo Carr", "Cy Dale", "Di Ekern")
HEAD = "<html><body><main><h1>Trees</h1>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{HEAD}<p>Text.</p></main><footer><p>Town Hall, Telefon 05281 990-0, info@town.example</p></footer>", []),
        (f"{HEAD}<p>Text.</p></main><footer><p>Comments on this page: web@town.example</p></footer>", ["web@town.example"]),
        (
            f"{HEAD}<h2>Contact</h2><p>Tree Team<br>Legal Services<br>Civic Centre<br>High Road<br>Town HM1 4AB</p>",
            ["Tree Team"],
        ),
        (
            "<p>Tree Team<br>Legal Services<br>High Road<br>Town HM1 4AB<br>01632 960114</p>",
            ["Tree Team", "01632 960114"],
        ),
        ("<h2>Kontakt</h2><p>Eva Strand</p><p>Godkänd av Chefläkare Bo Rydh</p>", ["Eva Strand"]),
        ("<h2>Contatti</h2><p>Ada Ferri</p><p>Ricorsi: il Segretario comunale</p>", ["Ada Ferri"]),
        ('<p>Do not write "Contact: John Smith" on one line.</p>', []),
        ("<p>Example: For details ring Mary Jones on 01632 960001.</p>", []),
        ("<p>The “owner” of this page is Ann Bell.</p>", ["Ann Bell"]),
        ("<h1>Councillor Jean Bird</h1><p>Email: cllr.bird@town.example, telephone 01632 960818</p>", []),
        ("<h1>Desks</h1><p>If it fails, contact Planwise support at help@planwise.example.</p>", ["help@planwise.example"]),
        ("<h1>Desks</h1><p>If it fails, contact the Desk Team at help@planwise.example.</p>", ["Desk Team", "help@planwise.example"]),
        ("<dl><dt>Help</dt><dd>#billing-help</dd></dl>", ["#billing-help"]),
        ("<dl><dt>Colour of the desk</dt><dd>#billing-help</dd></dl>", []),
        ("<p>Prepared by the Tree Team. Enquiries: trees@town.example</p>", ["trees@town.example", "Tree Team"]),
        ("<aside><h2>Archivist</h2><p>Edith Farrow</p><p>efarrow@town.example</p></aside>", ["Edith Farrow", "efarrow@town.example"]),
        ("<p>Incidents are reported to the Risk Management Team.</p>", []),
        ("<p>Corrections should be reported to the Risk Management Team.</p>", ["Risk Management Team"]),
        ("<p>Book at events@town.example or ring the box office on 01632 960888.</p>", []),
        (
            "<p>Contact: trees@town.example</p><p>Media enquiries: 01632 960778</p>",
            ["trees@town.example"],
        ),
        ("<table><tr><th>Owner(s)</th><td>Bea Kern</td></tr><tr><th>Team</th><td>Orange Box</td></tr></table>", ["Bea Kern", "Orange Box"]),
        (
            "<table><tr><td>Owned by</td><td>@tide/billing</td></tr><tr><td>Tech lead</td><td>Jun Ito</td></tr></table>",
            ["@tide/billing", "Jun Ito"],
        ),
        (
            "<table><tr><th>Rédaction<th>Visa<tr><td>Ida Petit<br>Responsable qualité<td>M. Alain Perrot<br>Directeur</table>",
            ["Ida Petit", "Responsable qualité"],
        ),
        ("<p>Chefarzt: Prof. Jörg Tamm</p><p>Fragen? Ida Kern vom Empfang hilft gerne: 0451 000 2231.</p>", ["Ida Kern", "0451 000 2231"]),
        ("<p>Questions? Dr Ann Bell knows.</p>", ["Dr Ann Bell"]),
        ("<p>Questions? Come early on Mondays.</p>", []),
        ("<p>For help, tell whoever sits there.</p>", []),
        ("<p>Ask Luis Prado first.</p>", ["Luis Prado"]),
        ("<p>Swaps go in the rota; ask Luis Prado for a spare day.</p>", ["Luis Prado"]),
        ("<p>You can ask Luis Prado for a spare day.</p>", ["Luis Prado"]),
        ("<p>The board did ask Luis Prado for a spare day.</p>", []),
        ("<p>For media questions see Ann Bell.</p>", []),
        ("<p>Processägare Karin Lind (kl1) Fastställare Ulla Strand (us2)</p>", ["Karin Lind"]),
    ],
)
def test_whose_addresses_and_names(text: str, expected: list[str]) -> None:
    """Where and how a name stands tells whether it is the page's: footers, buildings, signatures, examples, profiles and firms are not."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Owner: Director, Collections & Digital Experience", ["Director, Collections & Digital Experience"]),
        ("Owner: Vice President and General Counsel", ["Vice President and General Counsel"]),
        ("Owner: Deputy Dean (Academic) and Vice Principal", ["Deputy Dean (Academic) and Vice Principal"]),
        ("Owner: Assistant Director (Housing)", ["Assistant Director"]),
        ("Owner: Director, Ann Bell", ["Director", "Ann Bell"]),
        ("Owner: Director and then some others", ["Director"]),
        (
            "Policy:\n\nResponsible Executive Mark Holm\nDeputy Dean (Academic) and Vice Principal",
            ["Mark Holm", "Deputy Dean (Academic) and Vice Principal"],
        ),
        ("Responsible Manager - Policy Fiona Salis", ["Fiona Salis"]),
        ("Author Simon Hugg\n\n+61 3 9479 5173", ["Simon Hugg", "+61 3 9479 5173"]),
        ("Author(s): Estates Team    Executive Lead: Chief Nurse", ["Estates Team", "Chief Nurse"]),
        ("Lead: Chief Clerk for Parks: Lena Moss", ["Lena Moss"]),
        ("Rédacteurs : Dr Ida Corbin (anesthésie), Léo Abgrall", ["Dr Ida Corbin", "Léo Abgrall"]),
        ("This policy, and what follows from it, rests with the Chief Nurse.", ["Chief Nurse"]),
        ("Speak to your client teams first.", []),
        ("Speak to your Made Tech and Client teams first.", []),
        ("Contact one of the data teams.", []),
        ("Contact the website owner.", []),
        ("Common questions and answers to support agencies.", []),
        ("# Alerts\n\nContact AWS support.", []),
        ("Author: Author", []),
        ("Responsible: 3 Acts of the Network", []),
        ("A cura dell'Area Servizi", ["Area Servizi"]),
        ("Heeft u een vraag? De afdeling Inkoop helpt u verder.", ["afdeling Inkoop"]),
        ("Sidan förvaltas av Avdelningen för studentstöd.", ["Avdelningen för studentstöd"]),
        ("---\nauthors: [becker]\n---\nText.", ["becker"]),
        ("---\nowner: Sanne Bruins\nrole: system keeper\n---\nText.", ["Sanne Bruins", "system keeper"]),
        ("---\nrole: system keeper\n---\nText.", []),
        ("Document prepared by: Policy, Performance and Research Unit", ["Policy, Performance and Research Unit"]),
        ("Document prepared by: Ann Bell, Bo Carr and the Research Unit", ["Ann Bell", "Bo Carr", "Research Unit"]),
        ("Last edited by: Joe Roe", []),
        ("Vid fel, kontakta Nils Berg, driftchef, redan idag.", ["Nils Berg", "driftchef"]),
        ("<h1>Play</h1><h2>Contact Parks Development</h2><p>parks@oak.example</p>", ["Parks Development", "parks@oak.example"]),
        ("Posted in Conservation by Gillian Frew", ["Gillian Frew"]),
        (
            "<h1>Buy</h1><dl><dt>Department</dt><dd>Orange Box</dd><dt>Email</dt><dd>tenders@town.example</dd></dl>",
            ["Orange Box", "tenders@town.example"],
        ),
        ("<h1>Buy</h1><dl><dt>Department</dt><dd>Orange Box</dd><dt>Colour</dt><dd>Blue</dd></dl>", []),
        ("<h1>Buy</h1><dl><dt>Department</dt></dl>", []),
        (
            "<h1>Ask</h1><h2>Records Team</h2><p>Email</p><p>records@town.example</p>",
            ["records@town.example", "Records Team"],
        ),
        (
            "<h1>Ask</h1><p>Records Team<br>Town Council<br>County Hall<br>High Road<br>Town NS1 1AA</p><p>Email: foi@town.example</p>",
            ["Records Team", "foi@town.example"],
        ),
        (
            "<h1>Team</h1>" + "".join(f"<h2>{name}</h2><p>Surgeon</p><p>01632 96030{at}</p>" for at, name in enumerate(PEOPLE)),
            [],
        ),
    ],
)
def test_titles_cards_and_fields(text: str, expected: list[str]) -> None:
    """A title is one with its remit, two fields of a line are two, a card may go over blocks, and the reader's own teams are none."""
    assert named(text) == expected
