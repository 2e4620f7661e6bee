"""Who is told, and why; and who never is."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import owners
from reviewer.model import Ambiguous, Audience, Contact, ContactKind, Departed, Matched, Owner, Probable, Unknown
from reviewer.settings import Area, Config, Directory, Organisation, Site
from tests.makers import ALICE, BOB, CONTACT, MONA, SITE, TODAY, config, overdue, page

MARLOW = Owner("Winifred Marlow", "w.marlow@alliance.example", aliases=("Clinical lead",))


def person(value: str) -> Contact:
    """A person whom a page names."""
    return Contact(ContactKind.PERSON, value, f"please contact {value}")


def mail(value: str) -> Contact:
    """An address that a page gives."""
    return Contact(ContactKind.EMAIL, value, value)


@pytest.mark.parametrize(
    "said",
    [
        "Winifred Marlow",
        "Dr Winifred Marlow",
        "Dr. Winifred  MARLOW",
        "Marlow, Winifred",
        "Marlow, Dr Winifred",
        "Marlow Winifred",
        "W Marlow",
        "W. Marlow",
        "Dr W.J. Marlow",
        "WJ Marlow",
        "Winifred J Marlow",
        "Winifred Joan Marlow",
        "Winifred Marlow, PhD",
        "Winifred Marlow (she/her)",
        "Marlow W",
        "Wínifred Marlow",
        "clinical lead",
    ],
)
def test_a_name_is_matched_as_people_write_it(said: str) -> None:
    """Titles, initials, order, accents, middle names and letters behind the name do not matter."""
    assert owners.match(person(said), Directory((MARLOW, BOB))) == Matched(MARLOW)


@pytest.mark.parametrize(
    "said", ["Winifred", "Marlow", "Dr", "", "Wilfred Marlow", "Winifred Marley", "Winifred Marlow-Jones", "E Marlow", "(", ",", "W M"]
)
def test_half_a_name_is_nobody(said: str) -> None:
    """A first name, a surname or another given name is no match: mail to the wrong person is worse than none."""
    assert owners.match(person(said), Directory((MARLOW, BOB))) == Unknown()


def test_a_nickname_is_an_alias_and_no_half_a_name() -> None:
    """A single word matches when the directory has it as a word of its own, and is no surname."""
    ada = Owner("Ada Quill", "ada@alliance.example", aliases=("Quilly",))
    assert owners.match(person("Quilly"), Directory((ada,))) == Matched(ada)
    assert owners.match(person("B Quilly"), Directory((ada,))) == Unknown()


def test_two_who_fit_are_ambiguous() -> None:
    """Nobody guesses between two people; the exact name decides when there is one."""
    wilfred = Owner("Wilfred Marlow", "wilfred@alliance.example")
    both = Directory((MARLOW, wilfred))
    assert owners.match(person("W Marlow"), both) == Ambiguous((MARLOW, wilfred))
    assert owners.match(person("Wilfred Marlow"), both) == Matched(wilfred)


def test_who_left_answers_only_when_nobody_else_does() -> None:
    """A departed contact is told to the admin, but a namesake who is here gets the mail."""
    left = replace(MARLOW, left=True)
    assert owners.match(person("Dr Winifred Marlow"), Directory((left,))) == Departed(left)
    here = Owner("Winifred Marlow", "winifred2@alliance.example")
    assert owners.match(person("Winifred Marlow"), Directory((left, here))) == Matched(here)


@pytest.mark.parametrize(
    "said",
    [
        "W.Marlow@Alliance.example",
        "mailto:w.marlow@alliance.example?subject=Hi",
        " <w.marlow@alliance.example> ",
        "w%2Emarlow@alliance.example",
    ],
)
def test_an_address_is_matched_however_it_is_written(said: str) -> None:
    """Case, mailto and brackets do not matter."""
    assert owners.match(mail(said), Directory((MARLOW,))) == Matched(MARLOW)


def test_an_address_is_never_a_name() -> None:
    """A contact that is an address is looked for among addresses only."""
    odd = Owner("x@y.example", "other@alliance.example")
    assert owners.match(mail("x@y.example"), Directory((odd,))) == Unknown()


@pytest.mark.parametrize("kind", [ContactKind.TEAM, ContactKind.ROLE, ContactKind.SLACK, ContactKind.PHONE])
def test_roles_and_teams_are_matched_by_alias_then_by_team(kind: ContactKind) -> None:
    """An alias is one owner; a team of two is ambiguous."""
    directory = Directory((ALICE, BOB))
    assert owners.match(Contact(kind, "the GP-Lead", "q"), directory) == Matched(ALICE)
    assert owners.match(Contact(kind, "Primary Care Team", "q"), directory) == Ambiguous((ALICE, BOB))
    assert owners.match(Contact(kind, "Primary & care", "q"), directory) == Unknown()


def test_a_role_is_no_person() -> None:
    """Near names are for people: a role that resembles one is not matched."""
    assert owners.match(Contact(ContactKind.ROLE, "W Marlow", "q"), Directory((MARLOW,))) == Unknown()


def test_names_in_other_scripts_are_matched() -> None:
    """Names are words of any script."""
    owner = Owner("ليلى حسن", "layla@alliance.example")
    assert owners.match(person("ليلى حسن"), Directory((owner,))) == Matched(owner)
    sara = Owner("Siân O’Brien-Lloyd", "sian@alliance.example")
    assert owners.match(person("Dr Sian O'Brien-Lloyd"), Directory((sara,))) == Matched(sara)


@given(st.text(max_size=60), st.sampled_from(list(ContactKind)))
def test_no_contact_can_break_the_matching(value: str, kind: ContactKind) -> None:
    """Whatever a page says, the answer is one of four."""
    assert isinstance(owners.match(Contact(kind, value, value), Directory((MARLOW, ALICE, BOB))), Matched | Ambiguous | Departed | Unknown)


@pytest.mark.parametrize("words", ["alice@alliance.example", "Alice <ALICE@alliance.example>", "Alice Example", "gp lead"])
def test_the_config_names_owners_by_mail_name_or_alias(words: str) -> None:
    """What an admin writes in the config is found in the directory."""
    assert owners.find(words, Directory((ALICE, BOB))) == ALICE


def test_the_config_cannot_name_who_left_or_is_not_there() -> None:
    """Nobody is invented."""
    assert owners.find("alice@alliance.example", Directory((replace(ALICE, left=True),))) is None
    assert owners.find("nobody@alliance.example", Directory((ALICE,))) is None


AREA = Area("/cancer-care-resources/**", BOB.email)
WHOLE = Site("GP website", ("https://gps.example.org/",), owner=MONA.email, areas=(Area("/other/**", ALICE.email), AREA))


def told(
    *contacts: Contact, site: Site | None = WHOLE, settings: Config | None = None, audience: Audience = Audience.OWNER
) -> list[tuple[str, str]]:
    """Who is told of an overdue page with these contacts, and why."""
    finding = overdue(audience=audience)
    found = owners.assign(finding, page(contacts=contacts), site, settings or config(), TODAY)
    return [(each.owner.email, each.why) for each in found]


def test_an_override_goes_before_all() -> None:
    """The config's word for a URL is the last word, unless it names nobody who is here."""
    override = config(overrides=(("https://elsewhere.example/**", "x"), (f"{SITE}/**", "nobody"), (f"{SITE}/**", "mona boss")))
    assert told(mail(ALICE.email), settings=override) == [(MONA.email, f"the configuration names you for {SITE}/**")]


def test_the_order_is_mail_name_team_area_site_organisation() -> None:
    """The first that gives somebody counts."""
    role = Contact(ContactKind.ROLE, "GP lead", "q")
    assert told(person("Bob Sample"), mail(ALICE.email)) == [(ALICE.email, "the page gives your address as its contact")]
    assert told(role, person("Bob Sample")) == [(BOB.email, "the page names you as its contact")]
    assert told(role) == [(ALICE.email, "the page names a role or team that the directory gives you")]
    assert told() == [(BOB.email, "the directory names you for /cancer-care-resources/**")]
    assert told(site=replace(WHOLE, areas=())) == [(MONA.email, "the directory names you for the site GP website")]
    nobody = [(CONTACT.email, "nobody else is named for it, and you are the contact of Example Alliance")]
    assert told(site=Site("x", ())) == nobody
    assert told(site=None) == nobody


def test_an_area_whose_owner_is_not_here_falls_to_the_site() -> None:
    """A hole in the directory loses nothing."""
    assert told(site=replace(WHOLE, areas=(replace(AREA, owner="gone"),)))[0][0] == MONA.email
    assert told(site=replace(WHOLE, areas=(), owner="gone"))[0][0] == CONTACT.email


def test_nobody_at_all_is_nobody() -> None:
    """Without a contact of the organisation nobody is told."""
    assert told(site=None, settings=replace(config(), organisation=Organisation())) == []


def test_each_of_several_named_contacts_is_told_once() -> None:
    """Where a page says "please contact either A or B", both are told, and each once."""
    assert told(person("Alice Example"), person("Dr Bob Sample"), person("A Example")) == [
        (ALICE.email, "the page names you as its contact"),
        (BOB.email, "the page names you as its contact"),
    ]


def test_the_organisations_contact_may_be_in_the_directory() -> None:
    """Then its name and cover are the directory's."""
    web = Owner("Web team", CONTACT.email, away_until=TODAY, cover=BOB.email)
    assert told(site=None, settings=config(web, BOB))[0][0] == BOB.email


def test_what_only_the_admin_can_do_is_no_owners() -> None:
    """An admin's finding is in no owner's digest."""
    assert told(mail(ALICE.email), audience=Audience.ADMIN) == []


def test_a_fault_of_the_template_is_the_sites() -> None:
    """Neither the page's contact nor the area can repair the template."""
    assert told(mail(ALICE.email), audience=Audience.TEMPLATE)[0][0] == MONA.email


def test_a_page_that_was_not_read_has_the_sites_owner() -> None:
    """Without facts there are no contacts."""
    assert owners.assign(overdue(), None, WHOLE, config(), TODAY)[0].owner == BOB


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(ContactKind)),
            st.one_of(
                st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.example", fullmatch=True),
                st.text(max_size=20),
                st.sampled_from(["alice@alliance.example", "Bob Sample"]),
            ),
        ),
        max_size=4,
    )
)
def test_an_address_that_is_only_found_on_a_page_is_never_mailed(contacts: list[tuple[ContactKind, str]]) -> None:
    """Whoever is told stands in the directory or the config."""
    known = {ALICE.email, BOB.email, MONA.email, CONTACT.email}
    assert {email for email, _ in told(*(Contact(kind, value, value) for kind, value in contacts))} <= known


def test_a_cover_is_told_while_the_owner_is_away() -> None:
    """Through the last day away, and along a chain of covers; nobody to cover means the owner after all."""
    bob = replace(BOB, away_until=TODAY, cover="Alice Example")
    assert told(settings=config(bob, ALICE)) == [(ALICE.email, "you cover for Bob Sample, who is away")]
    assert told(settings=config(replace(bob, away_until=TODAY - dt.timedelta(days=1)), ALICE))[0][0] == bob.email
    chain = replace(ALICE, away_until=TODAY, cover=MONA.email)
    assert told(settings=config(bob, chain, MONA))[0][0] == MONA.email
    circle = replace(ALICE, away_until=TODAY, cover=bob.email)
    assert told(settings=config(bob, circle))[0] == (bob.email, "the directory names you for /cancer-care-resources/**")
    assert told(settings=config(replace(bob, cover=None)))[0][0] == bob.email
    assert told(settings=config(replace(bob, cover="gone")))[0][0] == bob.email


def test_the_manager_comes_from_the_directory() -> None:
    """By name, by address, or by an address in the owner's own row; never who left, never oneself, and a cover while away."""
    directory = Directory((ALICE, BOB, MONA))
    assert owners.manager(ALICE, directory, TODAY) == MONA
    assert owners.manager(BOB, directory, TODAY) is None
    assert owners.manager(replace(BOB, manager="chief@alliance.example"), directory, TODAY) == Owner("", "chief@alliance.example")
    assert owners.manager(replace(BOB, manager="Somebody Else"), directory, TODAY) is None
    assert owners.manager(replace(BOB, manager=BOB.email), directory, TODAY) is None
    left = Directory((replace(MONA, left=True),))
    assert owners.manager(replace(ALICE, manager=MONA.email), left, TODAY) is None
    away = Directory((replace(MONA, away_until=TODAY, cover=BOB.email), BOB))
    assert owners.manager(ALICE, away, TODAY) == BOB


def test_who_has_no_address_is_named_and_never_mailed() -> None:
    """A page may name somebody without an address: the directory knows the name, and the next one in line gets the mail."""
    bare = Owner("Amara Example", "")
    directory = Directory((bare, BOB, replace(ALICE, manager="Amara Example", cover="Amara Example", away_until=TODAY)))
    assert owners.match(person("Amara Example"), directory) == Matched(bare)
    assert owners.match(mail("<>"), directory) == Unknown()
    assert owners.find("Amara Example", directory) is None
    assert owners.manager(directory.owners[2], directory, TODAY) is None
    assert owners.standing_in(directory.owners[2], "why", directory, TODAY)[0] == directory.owners[2]
    told = owners.assign(overdue(), page(contacts=(person("Amara Example"),)), None, replace(config(), directory=directory), TODAY)
    assert [each.owner.email for each in told] == [CONTACT.email]
    assert str(bare.mailbox) == "Amara Example"


def test_two_of_one_name_are_nobody() -> None:
    """Where the config means one, two of a name are none; an address tells them apart."""
    first, second = Owner("Helen Ward", "h@alliance.example"), Owner("WARD, Helen", "h2@alliance.example")
    directory = Directory((first, second))
    assert owners.named("Helen Ward", directory) == (first,)
    twice = Directory((first, replace(second, name="Helen  Ward")))
    assert owners.find("Helen Ward", twice) is None
    assert owners.several("Helen Ward", twice.owners) == '"Helen Ward" is the name of h@alliance.example and of h2@alliance.example'
    assert owners.find("h2@alliance.example", twice) == twice.owners[1]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("García Ruiz, Ana M.", "Ana María García Ruiz"),
        ("Ana Garcia Ruiz", "Ana María García Ruiz"),
        ("van der Berg, Jan", "Jan van der Berg"),
        ("de la Cruz, María", "Maria de la Cruz"),
        ("Smith-Jones, Anna", "Anna Smith Jones"),
        ("P.J. Ward", "Peter John Ward"),
    ],
)
def test_double_names_and_particles(said: str, name: str) -> None:
    """Surnames of several words, in either order, with hyphens or without; middle names left out."""
    owner = Owner(name, "x@alliance.example")
    assert owners.match(person(said), Directory((owner, BOB))) == Matched(owner)


def test_short_forms_are_probable_and_never_mailed() -> None:
    """Phil is probably Philip: the admin is asked, and nobody is mailed; two of them, or none who is here, are nobody."""
    philip, phillip = Owner("Philip Ward", "p@alliance.example"), Owner("Phillip Ward", "p2@alliance.example")
    assert owners.match(person("Phil Ward"), Directory((philip, BOB))) == Probable(philip)
    assert owners.match(person("Ward, Phil"), Directory((philip,))) == Probable(philip)
    assert owners.match(person("Phil Ward"), Directory((philip, phillip))) == Unknown()
    assert owners.match(person("Phil Ward"), Directory((replace(philip, left=True),))) == Unknown()
    assert owners.match(person("Debbie Ward"), Directory((Owner("Deb Ward", "d@alliance.example"),))) != Unknown()
    assert owners.match(person("Liz Ward"), Directory((philip,))) == Unknown()
    chosen = replace(config(), directory=Directory((philip,)))
    told = owners.assign(overdue(), page(contacts=(person("Phil Ward"),)), None, chosen, TODAY)
    assert [each.owner.email for each in told] == [CONTACT.email]


def test_help_desk_is_helpdesk() -> None:
    """The blank in the name of a team does not count."""
    desk = Owner("IT", "it@alliance.example", teams=("Help desk",))
    assert owners.match(Contact(ContactKind.TEAM, "Helpdesk", "x"), Directory((desk,))) == Matched(desk)


RUIZ = Owner("Juan García Ruiz", "ruiz@alliance.example")
BERG = Owner("Anneke van der Berg", "berg@alliance.example")
ROURKE = Owner("Siobhán O'Rourke", "rourke@alliance.example")
MACALLISTER = Owner("Hamish MacAllister", "mac@alliance.example")
WOJCIK = Owner("Łukasz Wójcik", "wojcik@alliance.example")
MUELLER = Owner("Jürgen Müller", "mueller@alliance.example")
SANTIS = Owner("Giulia De Santis", "santis@alliance.example")
PRADO = Owner("João da Silva Prado", "prado@alliance.example")
SMITH = Owner("Jane Nat Smith", "smith@alliance.example")
STAFF = Directory((RUIZ, BERG, ROURKE, MACALLISTER, WOJCIK, MUELLER, SANTIS, PRADO, SMITH))


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("García Ruiz, Juan", RUIZ),
        ("Juan Garcia-Ruiz", RUIZ),
        ("J. García Ruiz", RUIZ),
        ("Mrs A. van der Berg", BERG),
        ("van der Berg, Anneke", BERG),
        ("van der Berg Anneke", BERG),
        ("Anneke VAN DER BERG", BERG),
        ("Siobhan ORourke", ROURKE),
        ("Ms. Siobhán O’Rourke RM MSc", ROURKE),
        ("Siobhán O'Rourke PhD", ROURKE),
        ("Hamish McAllister", MACALLISTER),
        ("Hamish Mac Allister", MACALLISTER),
        ("Mc Allister, Hamish", MACALLISTER),
        ("H. McAllister", MACALLISTER),
        ("dr n. med. Lukasz Wojcik", WOJCIK),
        ("Prof. Dr. med. J. Mueller", MUELLER),
        ("Jurgen Muller", MUELLER),
        ("Herr Jürgen MÜLLER", MUELLER),
        ("Dott.ssa Giulia DeSantis", SANTIS),
        ("João Prado", PRADO),
        ("J. da Silva Prado", PRADO),
        ("Anneke van den Berg", None),
        ("Anneke Berg", None),
        ("Hamish Allister", None),
        ("Mac Allister", None),
        ("Nat Smith", None),
        ("Phil Smith", None),
    ],
)
def test_particles_degrees_and_other_spellings(said: str, owner: Owner | None) -> None:
    """A particle is part of the surname, "Mc" is "Mac", and "ü" is written "ue"; letters behind the name do not matter. Nobody is guessed."""
    found = owners.match(person(said), STAFF)
    assert found == (Matched(owner) if owner else Unknown())


def test_a_surname_in_capitals_is_no_degree() -> None:
    """Capitals behind two words may be letters behind a name or the surname: both are looked for."""
    roux = Owner("Jean Paul Roux", "roux@alliance.example")
    assert owners.match(person("Jean Paul ROUX"), Directory((roux,))) == Matched(roux)
    assert owners.match(person("Dr Paul ROUX"), Directory((Owner("Paul Roux", "p@alliance.example"),))).__class__ is Matched


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("IT helpdesk", True),
        ("the IT help-desk", True),
        ("ICT Service Desk team", True),
        ("IT", False),
        ("Estates helpdesk", False),
        ("the team", False),
    ],
)
@pytest.mark.parametrize("kind", [ContactKind.TEAM, ContactKind.ROLE])
def test_roles_and_teams_have_synonyms(said: str, meant: bool, kind: ContactKind) -> None:
    """A help desk is a service desk, and "team" says nothing; a part of the name is not the name."""
    desk = Owner("IT Service Desk", "desk@alliance.example")
    comms = Owner("", "comms@alliance.example", teams=("Communications department",))
    assert owners.match(Contact(kind, said, "q"), Directory((desk, comms))) == (Matched(desk) if meant else Unknown())
    assert owners.match(Contact(kind, "Comms team", "q"), Directory((desk, comms))) == Matched(comms)


FALLS = Owner("Falls lead", "falls@alliance.example", aliases=("Lead for falls",))
SKIN = Owner("Tissue Viability Service", "skin@alliance.example")
ADVICE = Owner("Patient Advice and Complaints Liaison team", "advice@alliance.example")
OAKLEY = Owner("Thomas Oakley-Barnes", "t.oakley@alliance.example")


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("the lead for falls", FALLS),
        ("Fall lead", FALLS),
        ("Tissue Viability team", SKIN),
        ("PACL", ADVICE),
        ("the PACLT", ADVICE),
        ("PACL (Team)", ADVICE),
        ("Patient advice & complaints liaison service", ADVICE),
    ],
)
def test_a_role_is_matched_in_any_order_and_for_short(said: str, owner: Owner) -> None:
    """The words of a role in any order and number, without what every team is called; and a team by the first letters of its words."""
    assert owners.match(Contact(ContactKind.TEAM, said, "q"), Directory((FALLS, SKIN, ADVICE, OAKLEY))) == Matched(owner)


@pytest.mark.parametrize("said", ["pacl", "TO", "TOB", "Deputy falls lead", "Tissue", "Patient advice"])
def test_what_is_short_for_nothing_is_nobody(said: str) -> None:
    """Small letters, the initials of a person, more or fewer words name nobody."""
    assert owners.match(Contact(ContactKind.TEAM, said, "q"), Directory((FALLS, SKIN, ADVICE, OAKLEY))) == Unknown()


@pytest.mark.parametrize("said", ["T. Oakley Barnes", "Thomas Oakley Barnes", "Oakley Barnes, Thomas", "Oakley-Barnes, T."])
def test_a_double_surname_is_one_without_its_hyphen(said: str) -> None:
    """Two last words are read as one surname, too."""
    assert owners.match(person(said), Directory((OAKLEY, BOB))) == Matched(OAKLEY)


def test_a_name_that_is_taken_for_a_team_is_asked_for_as_a_person() -> None:
    """Words with capitals that no team of the directory is called may be a whole name."""
    assert owners.match(Contact(ContactKind.TEAM, "Thomas Oakley-Barnes", "q"), Directory((OAKLEY, FALLS))) == Matched(OAKLEY)
    assert owners.match(Contact(ContactKind.TEAM, "Tom Oakley-Barnes", "q"), Directory((OAKLEY, FALLS))) == Probable(OAKLEY)


@pytest.mark.parametrize(
    ("said", "name"),
    [("Digital Team", "Digital Transformation Team"), ("Governance Team", "Information Governance Team"), ("Web Unit", "Web Support Unit")],
)
def test_a_team_is_no_person_whose_middle_name_is_missing(said: str, name: str) -> None:
    """A word more is another team, though in a person's name it would be a middle name."""
    owner = Owner(name, "desk@harbour.example")
    assert owners.match(Contact(ContactKind.TEAM, said, "q"), Directory((owner,))) == Unknown()
