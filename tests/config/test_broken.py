"""The table of broken configs: each mistake in one clear sentence, at its line, and all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import config

HERE = "# <-"
"""Stands in the line that the message must name."""

GOOD = """
[organisation]
contact = "Web team <web.team@example.org>"
[[site]]
start = ["https://www.example.org/resources"]
"""


def org(line: str) -> str:
    """A config with one more line about the organisation."""
    return GOOD.replace("[[site]]", f"{line} {HERE}\n[[site]]")


def site(line: str) -> str:
    """A config with one more line about the site."""
    return f"{GOOD}{line} {HERE}\n"


def table(name: str, line: str) -> str:
    """A config with a table of one line."""
    return f"{GOOD}{name}\n{line} {HERE}\n"


def area(first: str, second: str) -> str:
    """A config with two areas."""
    owner = 'owner = "Team <team@example.org>"'
    return f'{GOOD}[[site.area]]\npath = "{first}"\n{owner}\n[[site.area]]\npath = "{second}" {HERE}\n{owner}\n'


BROKEN = {
    "not TOML": (f"{GOOD}name = {HERE}\n", "", "is not TOML: invalid value (column 8)", "lines such as"),
    "an open string": (f'{GOOD}name = "x {HERE}\n', "", "is not TOML", "lines such as"),
    "a table twice": (f"{GOOD}[organisation] {HERE}\n", "", "is not TOML: cannot declare", "lines such as"),
    "a key twice": (f'{GOOD}start = ["https://www.example.org/"] {HERE}\n', "", "cannot overwrite a value", "lines such as"),
    "a slip in a key": (org('timezon = "Europe/London"'), "organisation.timezon", "is not a known key", '"timezone", probably'),
    "a slip in a table": (f"{GOOD}[netwrk] {HERE}\n", "netwrk", "is not a known key", '"network", probably'),
    "an unknown key": (org("colour = 1"), "organisation.colour", "is not a known key", "one of name, contact, timezone, language"),
    "a key in the wrong table": (org('via = "folder:outbox"'), "organisation.via", "is no key of [organisation]", "it in [email]"),
    "a slip in a nested table": (
        site('[[site.area]]\npath = "/a/**"\nowner = "T <t@example.org>"\npth = 1'),
        "site[1].area[1].pth",
        "not a known key",
        '"path"',
    ),
    "text for a number": (table("[remind]", 'overdue = "30"'), "remind.overdue", 'is text: "30"', "a whole number"),
    "a fraction for a number": (table("[remind]", "overdue = 1.5"), "remind.overdue", "is a number", "a whole number"),
    "text for true": (site('links = "yes"'), "site[1].links", 'is text: "yes"', "true or false"),
    "a number for text": (org("name = 7"), "organisation.name", "is a number", "text in quotes"),
    "true for text": (org("name = true"), "organisation.name", "is true or false", "text in quotes"),
    "text for a list": (table("[watch]", 'targets = "https://example.org/**"'), "watch.targets", "is text", "a list, as in"),
    "a number for a table": (f"email = 1 {HERE}\n{GOOD}", "email", "is a number", "a table"),
    "single brackets": (GOOD.replace("[[site]]", f"[site] {HERE}"), "site", "is a table", "a table in double brackets: [[site]]"),
    "a number below its bound": (table("[remind]", "overdue = 0"), "remind.overdue", "is 0", "1 or more"),
    "a number above its bound": (table("[network]", "connections = 5000"), "network.connections", "is 5000", "1024 or less"),
    "a share of nothing": (table("[patience]", "lost_dates = 0"), "patience.lost_dates", "is 0", "more than 0"),
    "no number at all": (table("[email]", "surge = nan"), "email.surge", "is nan", "a finite number"),
    "a weekday by digit": (table("[schedule]", 'digest = "0 8 * * 1"'), "schedule.digest", "programs disagree", "names: mon, tue"),
    "a cron line too short": (table("[schedule]", 'check = "0 6 * *"'), "schedule.check", "has 4 fields", "minute, hour"),
    "an hour that is none": (table("[schedule]", 'check = "0 24 * * *"'), "schedule.check", 'the hour is "24"', "from 0 to 23"),
    "a day that never comes": (table("[schedule]", 'check = "0 6 31 feb *"'), "schedule.check", "never have", "a day that comes"),
    "an unknown zone": (org('timezone = "Europe/Londn"'), "organisation.timezone", "there is no time zone", '"Europe/London", probably'),
    "a zone outside its folder": (org('timezone = "../../etc/passwd"'), "organisation.timezone", "no time zone", '"Europe/London"'),
    "a language in words": (org('language = "English language"'), "organisation.language", "not a language tag", '"en" or "cy"'),
    "days off that are none": (table("[schedule]", 'skip = ["weekend"]'), "schedule.skip[1]", "names no days off", '"weekends", probably'),
    "holidays of nowhere": (table("[schedule]", 'skip = ["holidays-QQ"]'), "schedule.skip[1]", "no holidays are known", "ISO 3166"),
    "a bad address": (table("[email]", 'from = "Web team"'), "email.from", '"Web team" is not an e-mail address', "one address"),
    "two addresses": (table("[email]", 'admin = "a@example.org, b@example.org"'), "email.admin", "not an e-mail address", "one address"),
    "a line break in an address": (table("[email]", 'from = "x\\n <a@example.org>"'), "email.from", "holds a line break", "one line"),
    "an unknown way to send": (
        table("[email]", 'via = "smpt://mail.example.org"'),
        "email.via",
        "no way to send mail",
        '"smtp://mail.example.org:587", probably',
    ),
    "a mail server without a name": (
        table("[email]", 'via = "smtp:mail"'),
        "email.via",
        "names no mail server",
        '"smtp://mail.example.org:587"',
    ),
    "a folder without a name": (table("[email]", 'via = "folder:"'), "email.via", "names no place", '"folder:outbox"'),
    "a password in via": (
        table("[email]", 'via = "smtp://me:hunter2@mail.example.org"'),
        "email.via",
        "holds a user name",
        "REVIEWER_SMTP_PASSWORD",
    ),
    "a secret in the file": (table("[email]", 'password = "hunter2"'), "email.password", "is a secret", "REVIEWER_SMTP_PASSWORD"),
    "a token in the file": (table("[health]", 'api_token = "hunter2"'), "health.api_token", "is a secret", "the environment"),
    "a password in the state": (
        table("[state]", 'at = "postgresql://me:hunter2@db/reviewer"'),
        "state.at",
        "holds a password",
        "REVIEWER_STATE",
    ),
    "a state nowhere": (table("[state]", 'at = "mysql://db/reviewer"'), "state.at", "is no place for the state", "postgresql://"),
    "a password in a proxy": (
        table("[network]", 'proxy = "http://me:hunter2@proxy.example.org"'),
        "network.proxy",
        "holds a user name",
        "without them",
    ),
    "a user without a password": (
        table("[email]", f'via = "smtp://mail.example.org"\nuser = "me" {HERE}').replace(f"{HERE} {HERE}", HERE),
        "email.user",
        "has no password",
        "REVIEWER_SMTP_PASSWORD_FILE",
    ),
    "no TLS over TLS": (table("[email]", 'via = "smtps://mail.example.org"\ntls = "none"'), "email.tls", "smtps:// is TLS", "smtp://"),
    "TLS of a new kind": (table("[email]", 'tls = "maybe"'), "email.tls", "no kind of TLS", "one of required, none"),
    "no template folder": (
        table("[email]", 'templates = "nowhere"'),
        "email.templates",
        "there is no such folder",
        "a relative path starts beside",
    ),
    "no certificate file": (table("[network]", 'ca_file = "ca.pem"'), "network.ca_file", "there is no such file", "a file that is there"),
    "no directory file": (table("[directory]", 'file = "people.toml"'), "directory.file", "there is no such file", "a file that is there"),
    "a column of nothing": (
        table("[directory]", 'columns = { emial = "Mail" }'),
        "directory.columns.emial",
        "is nothing that a",
        '"email", probably',
    ),
    "a web address for a host": (
        table("[network]", 'allow = ["http://intranet"]'),
        "network.allow[1]",
        "neither a host nor a network",
        '"10.20.0.0/16"',
    ),
    "half an address": (table("[network]", 'allow = ["10.20"]'), "network.allow[1]", "neither a host nor a network", '"10.20.0.0/16"'),
    "a network with stray bits": (
        table("[network]", 'allow = ["10.20.0.1/16"]'),
        "network.allow[1]",
        "bits set behind its mask",
        '"10.20.0.0/16"',
    ),
    "a port that is none": (table("[network]", "ports = [443, 70000]"), "network.ports[2]", "is not a port", "from 1 to 65535"),
    "ports backwards": (table("[network]", 'ports = ["8999-8000"]'), "network.ports[1]", "is not a port", '"8000-8999"'),
    "an unknown transport": (table("[network]", 'transport = "curl"'), "network.transport", "no transport", "one of own, httpx"),
    "a host twice": (
        f'{GOOD}[[network.host]]\nname = "a.example"\n[[network.host]]\nname = "A.example" {HERE}\n',
        "network.host[2].name",
        "has a pace already",
        "each host once",
    ),
    "a pace for no host": (f"{GOOD}[[network.host]] {HERE}\nconnections = 1\n", "network.host[1].name", "is missing", "www.example.org"),
    "a host with a path": (table("[[network.host]]", 'name = "a.example/x"'), "network.host[1].name", "is not a host", "www.example.org"),
    "a login over http": (
        table("[[network.login]]", 'name = "staging"\nuser = "me"\norigin = "http://staging.example.org"'),
        "network.login[1].origin",
        "is not an origin",
        "https and a host only",
    ),
    "a login without a password": (
        table("[[network.login]]", 'origin = "https://staging.example.org"\nuser = "me"\nname = "staging"'),
        "network.login[1].name",
        "has no password",
        "REVIEWER_LOGIN_STAGING_FILE",
    ),
    "a login with a long name": (
        table("[[network.login]]", 'origin = "https://x.example"\nuser = "me"\nname = "My Site"'),
        "network.login[1].name",
        "no short name",
        '"staging"',
    ),
    "no contact": (
        GOOD.replace("[organisation]", f"[organisation] {HERE}").replace("contact =", "name ="),
        "organisation.contact",
        "is missing",
        "a mailbox that people read",
    ),
    "no site": ('[organisation]\ncontact = "w@example.org"\n', "site", "is missing", "at least one [[site]]"),
    "no start page": (
        GOOD.replace("[[site]]", f"[[site]] {HERE}").replace("start = [", 'within = ["/**"] # '),
        "site[1].start",
        "is missing",
        "where to begin",
    ),
    "a start page without a scheme": (
        GOOD.replace('["https://www', '["www'),
        "site[1].start[1]",
        "is not a web address",
        '"https://www.example.org/resources"',
    ),
    "a start page with a password": (
        GOOD.replace("https://www", "https://me:hunter2@www"),
        "site[1].start[1]",
        "holds a user name",
        "[[network.login]]",
    ),
    "a start page outside": (
        GOOD.replace('"]', f'"] {HERE}') + 'within = ["/news/**"]\n',
        "site[1].start[1]",
        "is outside `within`",
        "/news/**",
    ),
    "a start page left out": (
        GOOD.replace('"]', f'"] {HERE}') + 'skip = ["/res*"]\n',
        "site[1].start[1]",
        "is left out by `skip`",
        "/res*",
    ),
    "a site name twice": (
        f'{GOOD}name = "A"\n[[site]]\nstart = ["https://b.example/"]\nname = "A" {HERE}\n',
        "site[2].name",
        "the name of site 1 too",
        "a name of its own",
    ),
    "a start page twice": (
        f'{GOOD}[[site]]\nname = "B"\nstart = ["https://www.example.org/resources"] {HERE}\n',
        "site[2].start[1]",
        "of site 1 already",
        "each page once",
    ),
    "a period in words": (site('review_every = "yearly"'), "site[1].review_every", "is not a period", '"12 months"'),
    "a period of nothing": (site('review_every = "0 months"'), "site[1].review_every", "is not a period", '"12 months"'),
    "an order of dates": (site('date_order = "ymd"'), "site[1].date_order", "no order of a date", "one of dmy, mdy"),
    "a pattern without a slash": (site('within = ["resources/**"]'), "site[1].within[1]", "begins with neither", '"/resources/**"'),
    "an owner without address": (site('owner = "GP website team"'), "site[1].owner", "is not in the directory", '"Name <address>"'),
    "an owner with half an address": (site('owner = "GP team <gp.team>"'), "site[1].owner", "is not an e-mail address", "one address"),
    "an area twice": (area("/a/**", "/a/**"), "site[1].area[2].path", "is an area already", "each area once"),
    "overlapping areas": (area("/a/**", "/**/b"), "site[1].area[2].path", 'overlaps "/a/**"', "one inside the other"),
    "an area without path": (
        f'{GOOD}[[site.area]] {HERE}\nowner = "T <t@example.org>"\n',
        "site[1].area[1].path",
        "is missing",
        "a pattern",
    ),
    "an area without owner": (f'{GOOD}[[site.area]] {HERE}\npath = "/a/**"\n', "site[1].area[1].owner", "is missing", "somebody"),
    "an override without page": (
        f'{GOOD}[[override]] {HERE}\nowner = "T <t@example.org>"\n',
        "override[1].page",
        "is missing",
        "a pattern",
    ),
    "a link rule without reason": (
        f'{GOOD}[[link_rule]] {HERE}\npattern = "https://example.org/**"\n',
        "link_rule[1].reason",
        "is missing",
        "why",
    ),
    "a link rule that ends never": (
        table("[[link_rule]]", 'pattern = "https://example.org/**"\nreason = "x"\nuntil = "next year"'),
        "link_rule[1].until",
        "is not a date",
        "2026-12-31",
    ),
    "a link rule that ends at noon": (
        table("[[link_rule]]", 'pattern = "https://example.org/**"\nreason = "x"\nuntil = 2026-01-01T12:00:00'),
        "link_rule[1].until",
        "is a date or time",
        "text in quotes",
    ),
    "an unknown check": (table("[checks]", 'skip = ["named_contct"]'), "checks.skip[1]", "is no check", '"named_contact", probably'),
    "more runs than looks": (table("[patience]", "runs = 9"), "patience.runs", "more than the 3 looks", "3 or less"),
    "a brand of others": (table("[report]", 'brand = "nsh"'), "report.brand", "is no brand", "one of plain, nhs, govuk"),
    "a port on another machine": (table("[health]", 'address = "example.org"'), "health.address", "is not an IP address", '"0.0.0.0"'),
    "an empty name": (org('name = " "'), "organisation.name", "is empty", "some text"),
}


def mistakes(path: Path, env: dict[str, str] | None = None, allow: tuple[str, ...] = ()) -> tuple[config.Mistake, ...]:
    """What is wrong with the config at ``path``."""
    with pytest.raises(config.Mistakes) as caught:
        config.load(path, env or {}, allow)
    return caught.value.mistakes


@pytest.mark.parametrize("name", BROKEN)
def test_one_clear_message_each(name: str, tmp_path: Path) -> None:
    """Each broken config gives one message: the right line, the right key, what is wrong, what was expected, and no secret."""
    text, key, says, expected = BROKEN[name]
    path = tmp_path / "reviewer.toml"
    path.write_text(text, encoding="utf-8")
    found = mistakes(path)
    assert [mistake.key for mistake in found] == [key]
    (mistake,) = found
    assert says in mistake.says
    assert expected in mistake.expected
    marked = [number for number, line in enumerate(text.splitlines(), 1) if HERE in line]
    if marked:
        assert mistake.line == marked[-1]
    assert str(mistake).startswith(f"{path}:{mistake.line}: " if mistake.line else f"{path}: ")
    assert "hunter2" not in str(mistake)


def test_at_least_forty() -> None:
    """The table stays long."""
    assert len(BROKEN) >= 40


def test_the_good_one(tmp_path: Path) -> None:
    """What the table breaks is a good config by itself."""
    path = tmp_path / "reviewer.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert config.load(path, {}).sites[0].name == "www.example.org"


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is one mistake, with the command that writes one."""
    (mistake,) = mistakes(tmp_path / "none.toml")
    assert mistake.says == "does not exist"
    assert "reviewer init URL" in mistake.expected


def test_a_folder(tmp_path: Path) -> None:
    """A folder is no config."""
    (mistake,) = mistakes(tmp_path)
    assert "cannot be read" in mistake.says


def test_not_utf8(tmp_path: Path) -> None:
    """Another encoding is told with its line."""
    path = tmp_path / "reviewer.toml"
    path.write_bytes(b'[organisation]\nname = "Caf\xe9"\n')
    (mistake,) = mistakes(path)
    assert (mistake.line, mistake.says) == (2, "is not UTF-8 here")


def test_a_file_that_ends_early(tmp_path: Path) -> None:
    """A syntax error at the end of the file has the last line."""
    path = tmp_path / "reviewer.toml"
    path.write_text('a = [\n"x",', encoding="utf-8")
    (mistake,) = mistakes(path)
    assert mistake.line == 2


def test_all_at_once(tmp_path: Path) -> None:
    """Mistakes of syntax aside, everything is told in one go, in the order of the file, those of other places too."""
    path = tmp_path / "reviewer.toml"
    path.write_text(
        '[organisation]\ntimezone = "Mars"\n[email]\nvia = "pigeon:loft"\nuser = 5\n[[site]]\nstart = ["nowhere"]\nowner = "Nobody"\n',
        encoding="utf-8",
    )
    (tmp_path / "owners.toml").write_text('[[owner]]\nemail = "a@example.org"\n', encoding="utf-8")
    found = mistakes(path, {"REVIEWER_PING": "nowhere", "REVIEWER_SMTP_PASSWORD_FILE": str(tmp_path / "none")}, ("http://x/",))
    assert {mistake.key for mistake in found} == {
        "organisation.contact",
        "organisation.timezone",
        "email.via",
        "email.user",
        "site[1].start[1]",
        "--allow",
        "REVIEWER_SMTP_PASSWORD_FILE",
        "REVIEWER_PING",
        "owner[1].name",
    }
    with pytest.raises(config.Mistakes, match=r"^9 mistakes in the config"):
        config.load(path, {"REVIEWER_PING": "nowhere", "REVIEWER_SMTP_PASSWORD_FILE": str(tmp_path / "none")}, ("http://x/",))


HEAD = '[organisation]\ncontact = "web@example.org"\n[[site]]\nstart = ["https://x.example/"]\n'


@pytest.mark.parametrize(
    ("directory", "owner", "says"),
    [
        (
            "name,email\nHelen Ward,h@example.org\nHELEN WARD,h2@example.org\n",
            "Helen Ward",
            "is the name of h@example.org and of h2@example.org",
        ),
        ("name,email\nHelen Ward,h at example\n", "Helen Ward", '"Helen Ward" has no e-mail address in the directory'),
        ("name,email,left\nHelen Ward,,yes\n", "Helen Ward", '"Helen Ward" has left, says the directory'),
        ("name,phone\nHelen Ward,1\n", "Helen Ward", "has no column with addresses"),
    ],
)
def test_one_root_mistake_is_told_once(tmp_path: Path, directory: str, owner: str, says: str) -> None:
    """An owner of whom there are two is refused with what tells them apart; what only follows from another mistake is not told."""
    (tmp_path / "owners.csv").write_text(directory, encoding="utf-8")
    path = tmp_path / "reviewer.toml"
    path.write_text(HEAD + f'owner = "{owner}"\n', encoding="utf-8")
    found = mistakes(path)
    assert len(found) == 1
    assert says in found[0].says


def test_a_slip_in_a_key_is_told_once(tmp_path: Path) -> None:
    """What was meant by an unknown key is not missing as well."""
    path = tmp_path / "reviewer.toml"
    path.write_text(HEAD.replace("contact", "contcat").replace("[site]", "[sites]"), encoding="utf-8")
    assert [(mistake.key, mistake.expected) for mistake in mistakes(path)] == [
        ("organisation.contcat", '"contact", probably'),
        ("sites", '"site", probably'),
    ]


def test_a_directory_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    """Nobody can be looked up in a file that is missing."""
    path = tmp_path / "reviewer.toml"
    path.write_text(HEAD + 'owner = "Helen Ward"\n[directory]\nfile = "nowhere.csv"\n', encoding="utf-8")
    assert [mistake.key for mistake in mistakes(path)] == ["directory.file"]
