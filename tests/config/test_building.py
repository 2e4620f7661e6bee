"""From the file and its surroundings to the settings."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path
from typing import Any

import pytest

from reviewer import config, settings
from reviewer.model import Mailbox
from reviewer.settings import Every, Pace

ROOT = Path(__file__).parents[2]

GOOD = """
[organisation]
contact = "Web team <web.team@example.org>"
[[site]]
start = ["https://www.example.org/resources"]
"""


def load(path: Path, text: str, env: dict[str, str] | None = None, allow: tuple[str, ...] = ()) -> settings.Config:
    """The settings that a text gives."""
    path.write_text(text, encoding="utf-8")
    return config.load(path, env or {}, allow)


def test_the_examples(tmp_path: Path) -> None:
    """The files that people copy are good as they are: no mistake, no warning."""
    for name in ("reviewer", "owners"):
        shutil.copy(ROOT / "config" / f"{name}.example.toml", tmp_path / f"{name}.toml")
    found = config.load(tmp_path / "reviewer.toml", {})
    assert found.warnings == ()
    assert [site.owner for site in found.sites] == ["gp.website@example.nhs.uk", None]
    assert found.sites[0].areas[0].owner == "cancer@example.nhs.uk"
    assert found.sites[1].review_every == Every(12, 0, "12 months")
    assert found.wording.labels == (("due", "To be looked at again by"),)
    assert {owner.email for owner in found.directory.owners if owner.left} == {"jo.former@example.nhs.uk"}
    assert len(found.directory.owners) == 5


def test_little_is_needed(tmp_path: Path) -> None:
    """A contact and a start page make a config; everything else has the defaults of the settings."""
    found = load(tmp_path / "reviewer.toml", GOOD)
    contact = Mailbox("Web team", "web.team@example.org")
    assert found.organisation == settings.Organisation(contact=contact)
    assert (found.email.sender, found.email.admin) == (contact, contact)
    assert found.network == settings.Network()
    assert found.timetable == settings.Timetable()
    assert found.patience == settings.Patience()
    assert found.remind == settings.Remind()
    assert found.watching == settings.Watching()
    assert found.sites == (settings.Site("www.example.org", ("https://www.example.org/resources",)),)


def sections() -> list[tuple[str, type[Any], set[str]]]:
    """Dataclasses of the settings, and the fields that come from elsewhere than a key of the same name."""
    return [
        ("organisation", settings.Organisation, set()),
        ("schedule", settings.Timetable, set()),
        ("email", settings.Email, {"password", "sender", "notify_key", "proxy", "ca_file"}),
        ("email.oauth", settings.OAuth, {"secret"}),
        ("admin", settings.Admin, {"chats"}),
        ("network", settings.Network, {"paces", "credentials", "canaries", "allow_ports", "logins"}),
        ("network.limits", settings.Limits, set()),
        ("network.pace", settings.Pace, set()),
        ("network.own_pace", settings.Pace, set()),
        ("remind", settings.Remind, set()),
        ("patience", settings.Patience, set()),
        ("state", settings.State, set()),
        ("health", settings.Watching, set()),
        ("site", settings.Site, {"areas"}),
        ("link_rule", settings.LinkRule, set()),
    ]


@pytest.mark.parametrize(("section", "made", "elsewhere"), sections(), ids=[each[0] for each in sections()])
def test_every_setting_has_a_key(section: str, made: type[Any], elsewhere: set[str]) -> None:
    """Whatever can be chosen can be written down: a field of the settings without a key would be a promise that nobody can use."""
    schema = config.json_schema()
    here = schema
    for name in section.split("."):
        part = here["properties"][name]
        part = part.get("items", part)
        here = schema["$defs"][part["$ref"].rpartition("/")[2]]
    assert {field.name for field in dataclasses.fields(made)} - elsewhere <= set(here["properties"])


def test_every_key_arrives(tmp_path: Path) -> None:
    """Each kind of key arrives where the product looks for it."""
    for name in ("mails", "ca.pem"):
        (tmp_path / name).mkdir() if name == "mails" else (tmp_path / name).write_text("", encoding="utf-8")
    found = load(
        tmp_path / "reviewer.toml",
        """
        [organisation]
        name = "Example"
        contact = "web@example.org"
        timezone = "Asia/Kathmandu"
        language = "cy"
        [schedule]
        check = "0 5 * * MON,wed"
        digest = "30 8 1 * *"
        skip = ["weekends", "holidays-IE", 2026-12-24, "25/12/2026"]
        [email]
        from = "Reviews <reviews@example.org>"
        via = "smtp://mail.example.org:587"
        user = "me"
        admin = "admin@example.org"
        templates = "mails"
        [network]
        allow = ["Intranet.example.org", "*.internal.example", "10.0.0.0/8", "[::1]"]
        ports = [80, "8000-8999"]
        well_known = ["https://www.example.org/"]
        ca_file = "ca.pem"
        [network.pace]
        connections = 1
        [network.own_pace]
        per_second = 5
        [[network.host]]
        name = "slow.example"
        per_second = 0.1
        [[network.login]]
        name = "staging"
        origin = "https://Staging.example.org/"
        user = "me"
        [network.limits]
        page_bytes = 9000000
        depth = 50
        [remind]
        before = [7, 30, 7]
        [[site]]
        start = ["https://www.example.org/"]
        owner = "Team <team@example.org>"
        max_pages = 5
        skip = ["/x/**"]
        [[site.area]]
        path = "/a/**"
        owner = "team@example.org"
        [[site.area]]
        path = "/a/b/**"
        owner = "TEAM"
        [[override]]
        page = "https://www.example.org/x"
        owner = "Other <other@example.org>"
        [watch]
        targets = ["https://www.nice.org.uk/guidance/**"]
        [checks]
        tell_silent_redirects = true
        skip = ["stale_period"]
        [wording]
        contact = ["Ask"]
        [state]
        at = "postgresql://db/reviewer"
        [health]
        port = 9000
        ping = "https://hc.example/abc"
        [report]
        brand = "nhs"
        """,
        {"REVIEWER_SMTP_PASSWORD": "hunter2", "REVIEWER_LOGIN_STAGING": "hunter3"},
        ("fe80::1", "127.0.0.1:8123"),
    )
    assert found.timetable == settings.Timetable("0 5 * * mon,wed", "30 8 1 * *", ("weekends", "holidays-IE", "2026-12-24", "2026-12-25"))
    assert found.email.password == "hunter2"
    assert found.email.templates == str(tmp_path / "mails")
    assert found.network.allow == ("intranet.example.org", "*.internal.example", "10.0.0.0/8", "::1", "fe80::1", "127.0.0.1")
    assert found.network.ports == ((80, 80), (8000, 8999))
    assert found.network.allow_ports == (("127.0.0.1", 8123, 8123),)
    assert found.network.canaries == ("https://www.example.org/",)
    assert found.network.ca_file == str(tmp_path / "ca.pem")
    assert found.network.pace == Pace(1, 2.0)
    assert found.network.own_pace == Pace(8, 5)
    assert found.network.paces == (("slow.example", Pace(2, 0.1)),)
    assert found.network.credentials == (("https://staging.example.org", ("me", "hunter3")),)
    assert "hunter" not in repr(found)
    assert found.remind.before == (30, 7)
    assert [area.path for area in found.sites[0].areas] == ["/a/b/**", "/a/**"]
    assert {area.owner for area in found.sites[0].areas} == {"team@example.org"}
    assert found.overrides == (("https://www.example.org/x", "other@example.org"),)
    assert found.skip == ("stale_period",)
    assert found.tell_silent_redirects
    assert found.wording.labels == (("contact", "Ask"),)
    assert found.state.at == "postgresql://db/reviewer"
    assert (found.watching.port, found.watching.ping, found.brand) == (9000, "https://hc.example/abc", "nhs")
    (warning,) = found.warnings
    assert "network.limits.page_bytes is 9000000, above the usual 1048576" in warning


def test_places(tmp_path: Path) -> None:
    """Places for writing are in the project's folder, the one above a folder called config, wherever the program was started."""
    (tmp_path / "config").mkdir()
    for folder in (tmp_path, tmp_path / "config"):
        found = load(folder / "reviewer.toml", GOOD)
        assert found.email.via == f"folder:{tmp_path / 'outbox'}"
        assert found.state.at == str(tmp_path / "reviewer.sqlite3")
        assert found.report_folder == str(tmp_path / "report")


def test_ports_of_start_pages(tmp_path: Path) -> None:
    """Who names a start page has named its port."""
    found = load(tmp_path / "reviewer.toml", GOOD.replace("www.example.org/", "www.example.org:8443/"))
    assert found.network.ports == ((80, 80), (443, 443), (8443, 8443))


def test_the_usual_directory(tmp_path: Path) -> None:
    """Without a word in the config owners.toml beside it is the directory, else owners.csv; with a word, that file."""
    (tmp_path / "owners.csv").write_text("name,email\nCsv,csv@example.org\n", encoding="utf-8")
    assert [owner.name for owner in load(tmp_path / "reviewer.toml", GOOD).directory.owners] == ["Csv"]
    (tmp_path / "owners.toml").write_text('[[owner]]\nname = "Toml"\nemail = "toml@example.org"\n', encoding="utf-8")
    assert [owner.name for owner in load(tmp_path / "reviewer.toml", GOOD).directory.owners] == ["Toml"]
    named = load(tmp_path / "reviewer.toml", GOOD + '[directory]\nfile = "owners.csv"\n')
    assert [owner.name for owner in named.directory.owners] == ["Csv"]


def test_the_directory_knows_best(tmp_path: Path) -> None:
    """An owner whom the config names with an address that the directory has is the directory's owner, not a second one."""
    (tmp_path / "owners.toml").write_text('[[owner]]\nname = "Amara"\nemail = "a@example.org"\n', encoding="utf-8")
    found = load(tmp_path / "reviewer.toml", GOOD + 'owner = "Dr A <A@example.org>"\n')
    assert [owner.name for owner in found.directory.owners] == ["Amara"]
    assert found.sites[0].owner == "a@example.org"


def test_who_has_left(tmp_path: Path) -> None:
    """A site cannot be given to somebody who has left."""
    (tmp_path / "owners.toml").write_text('[[owner]]\nname = "Jo"\nemail = "jo@example.org"\nleft = true\n', encoding="utf-8")
    with pytest.raises(config.Mistakes, match=r"has left, says the directory. Expected somebody who is here"):
        load(tmp_path / "reviewer.toml", GOOD + 'owner = "Jo"\n')


def test_origins(tmp_path: Path) -> None:
    """Of each value it is known where it came from: the line, the variable, or nowhere."""
    path = tmp_path / "reviewer.toml"
    found = load(path, GOOD + "max_pages = 3\n", {"REVIEWER_STATE": "elsewhere.sqlite3"})
    origin = dict(found.origin)
    assert origin["organisation.contact"] == f"{path}:3"
    assert origin["site[1].max_pages"] == f"{path}:6"
    assert origin["state.at"] == "environment REVIEWER_STATE"
    assert origin["email.from"] == "default"
    assert found.state.at == str(tmp_path / "elsewhere.sqlite3")


@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({"REVIEWER_VIA": "pigeon:loft"}, "REVIEWER_VIA .*no way to send mail"),
        ({"REVIEWER_VIA": "smtp://mail.example", "REVIEWER_SMTP_PASSWORD": "x"}, "REVIEWER_SMTP_PASSWORD is set, and no user name"),
        ({"REVIEWER_PING": "nowhere"}, "REVIEWER_PING is not a web address"),
    ],
)
def test_wrong_surroundings(tmp_path: Path, env: dict[str, str], says: str) -> None:
    """What the environment says is judged as the file is."""
    with pytest.raises(config.Mistakes, match=says):
        load(tmp_path / "reviewer.toml", GOOD, env)


def test_a_login_twice(tmp_path: Path) -> None:
    """One origin has one login."""
    login = '[[network.login]]\nname = "{}"\norigin = "https://s.example"\nuser = "me"\n'
    with pytest.raises(config.Mistakes, match="has a login already"):
        load(tmp_path / "reviewer.toml", GOOD + login.format("a") + login.format("b"), {"REVIEWER_LOGIN_A": "x", "REVIEWER_LOGIN_B": "x"})


def test_values(tmp_path: Path) -> None:
    """Each value is shown as a person would write it, and a secret only as being there."""
    text = f'{GOOD}review_every = "2 years"\n[network]\nports = [80, "8000-8999"]\n[[network.login]]\nname = "s"\n'
    text += 'origin = "https://s.example"\nuser = "me"\n[directory]\ncolumns = { email = "Mail" }\n'
    env = {
        "REVIEWER_LOGIN_S": "hunter2",
        "REVIEWER_SMTP_PASSWORD": "hunter2",
        "REVIEWER_STATE": "postgresql://me:hunter2@db/reviewer",
        "REVIEWER_PROXY": "http://proxy.example:3128",
        "REVIEWER_VIA": "smtp://mail.example:25",
        "REVIEWER_SMTP_USER": "me",
    }
    found = load(tmp_path / "reviewer.toml", text, env)
    shown = dict(found.values)
    assert shown["site[1].review_every"] == "2 years"
    assert shown["network.ports"] == "80, 8000-8999"
    assert shown["remind.before"] == "30, 7"
    assert shown["directory.columns"] == "email = Mail"
    assert shown["state.at"] == "postgresql://db (and the rest, a secret)"
    assert shown["network.proxy"] == "http://proxy.example:3128"
    assert (shown["email.password"], shown["network.login s"]) == ("(a secret)", "(a secret)")
    assert (found.email.via, found.email.user, found.email.password) == ("smtp://mail.example:25", "me", "hunter2")
    assert set(shown) == set(dict(found.origin))
    assert "hunter2" not in repr(found)


def test_mail_in_clear(tmp_path: Path) -> None:
    """A relay without encryption is warned of, unless it is on this machine."""
    mail = '[email]\ntls = "none"\nvia = "smtp://{}:25"\n'
    (warning,) = load(tmp_path / "reviewer.toml", GOOD + mail.format("relay.example.org")).warnings
    assert "relay.example.org can be read and changed on its way" in warning
    assert load(tmp_path / "reviewer.toml", GOOD + mail.format("127.0.0.1")).warnings == ()


def test_no_config() -> None:
    """Without a file: defaults, what may be reached by the command line, all ports of it (of nothing else) unless it names one, and no
    demand for a contact."""
    found = config.no_config({})
    assert dataclasses.replace(found, origin=(), values=()) == settings.Config()
    assert {origin for _, origin in found.origin} == {"default"}
    allowing = config.no_config({}, ("localhost", "10.20.0.0/16", "a.example:81")).network
    assert allowing.allow == ("localhost", "10.20.0.0/16", "a.example")
    assert allowing.allow_ports == (("localhost", 1, 65535), ("10.20.0.0/16", 1, 65535), ("a.example", 81, 81))
    assert allowing.ports == ((80, 80), (443, 443))
    assert (
        config.no_config({"REVIEWER_PROXY": "http://me:secret@proxy.example:3128"}).network.proxy == "http://me:secret@proxy.example:3128"
    )
    with pytest.raises(config.Mistakes, match=r"command line: --allow .*is not a port"):
        config.no_config({}, ("localhost:0",))


APP = 'oauth = { tenant = "alliance.example", client = "1111" }\n'
TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a"


@pytest.mark.parametrize(
    ("text", "env", "says"),
    [
        (f'via = "graph:review@alliance.example"\n{APP}', {"REVIEWER_OAUTH_SECRET": "hunter2"}, None),
        (f'via = "graph:review@alliance.example"\n{APP}', {}, "REVIEWER_OAUTH_SECRET"),
        ('via = "graph:review@alliance.example"\n', {"REVIEWER_OAUTH_SECRET": "hunter2"}, "email.oauth.tenant"),
        (f'via = "graph:review"\n{APP}', {"REVIEWER_OAUTH_SECRET": "hunter2"}, "names no mailbox"),
        (f'via = "smtp://smtp.office365.com:587"\nuser = "review@alliance.example"\n{APP}', {"REVIEWER_OAUTH_SECRET": "hunter2"}, None),
        (f'via = "smtp://smtp.office365.com:587"\n{APP}', {"REVIEWER_OAUTH_SECRET": "hunter2"}, "email.user"),
        ('via = "graph:review@alliance.example"\noauth = { tenant = "x", secret = "hunter2" }\n', {}, "is a secret"),
        (f'via = "notify:{TEMPLATE}"\n', {"REVIEWER_NOTIFY_KEY": "hunter2"}, None),
        (f'via = "notify:{TEMPLATE}"\n', {}, "REVIEWER_NOTIFY_KEY"),
        ('via = "notify:digest"\n', {"REVIEWER_NOTIFY_KEY": "hunter2"}, "names no template"),
        (f'via = "notify:{TEMPLATE}"\nservice = "http://notify.example"\n', {"REVIEWER_NOTIFY_KEY": "hunter2"}, "is not an origin"),
    ],
)
def test_each_way_has_what_it_needs_before_anything_is_sent(tmp_path: Path, text: str, env: dict[str, str], says: str | None) -> None:
    """What is missing or no such thing is told with the config's other mistakes, never a secret with it."""
    path = tmp_path / "reviewer.toml"
    path.write_text(GOOD + f"[email]\n{text}")
    if says is None:
        found = config.load(path, env)
        assert "hunter2" not in repr(found)
        assert "hunter2" in {found.email.oauth.secret, found.email.notify_key}
    else:
        with pytest.raises(config.Mistakes) as caught:
            config.load(path, env)
        assert says in str(caught.value)
        assert "hunter2" not in str(caught.value)


def test_an_app_has_a_secret_or_a_certificate(tmp_path: Path) -> None:
    """One of the two, and the file is there."""
    path = tmp_path / "reviewer.toml"
    text = 'via = "graph:review@alliance.example"\noauth = { tenant = "x", client = "y", certificate = "app.pem" }\n'
    path.write_text(GOOD + f"[email]\n{text}")
    with pytest.raises(config.Mistakes, match="there is no such file"):
        config.load(path, {})
    (tmp_path / "app.pem").write_text("x")
    assert config.load(path, {}).email.oauth.certificate == str(tmp_path / "app.pem")
    with pytest.raises(config.Mistakes, match="one of the two"):
        config.load(path, {"REVIEWER_OAUTH_SECRET": "hunter2"})


def test_an_owner_as_mail_programs_show_it(tmp_path: Path) -> None:
    """One owner: SURNAME, Forename (ORGANISATION) <address>, copied without quotes."""
    found = load(tmp_path / "r.toml", GOOD + 'owner = "SAMPLE, Jane (SAMPLE NHS TRUST) <jane@example.org>"\n')
    assert found.sites[0].owner == "jane@example.org"
    assert found.directory.owners[0].mailbox == Mailbox("SAMPLE, Jane (SAMPLE NHS TRUST)", "jane@example.org")


def test_channels_of_a_chat(tmp_path: Path) -> None:
    """Each channel has a name of its own, and its webhook in the environment; the file never has it, and nothing shows it."""
    path, tell = tmp_path / "reviewer.toml", '[admin]\ntell = ["teams:ops", "slack:web"]\n'
    found = load(path, GOOD + tell, {"REVIEWER_CHAT_OPS": "https://x.example/hunter2", "REVIEWER_CHAT_WEB": "https://y.example/hunter3"})
    assert [(str(chat), chat.webhook) for chat in found.admin.chats] == [
        ("teams:ops", "https://x.example/hunter2"),
        ("slack:web", "https://y.example/hunter3"),
    ]
    assert "hunter" not in repr(found)
    assert dict(found.origin)["admin.tell ops"] == "environment REVIEWER_CHAT_OPS"
    with pytest.raises(config.Mistakes, match="REVIEWER_CHAT_WEB or REVIEWER_CHAT_WEB_FILE"):
        load(path, GOOD + tell, {"REVIEWER_CHAT_OPS": "x"})
    with pytest.raises(config.Mistakes, match="is a channel already"):
        load(path, GOOD + tell.replace("slack:web", "slack:ops"), {"REVIEWER_CHAT_OPS": "x"})
    for wrong in ("slack://T/B/hunter2", "https://hooks.example/hunter2", "pager:ops", "teams", "teams:Ops"):
        with pytest.raises(config.Mistakes) as mistakes:
            load(path, GOOD + tell.replace("slack:web", wrong), {"REVIEWER_CHAT_OPS": "x"})
        assert "hunter2" not in str(mistakes.value)
