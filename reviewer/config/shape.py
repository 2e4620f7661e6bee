"""The config file as a whole: the settings' own groups, and the tables that only the file has.

Every key is optional here; ``building`` says which ones are needed, so that one missing key hides no other mistake.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Final

from reviewer import settings
from reviewer.model import DateKind
from reviewer.settings import Choice, Glob, Text, TextKind


@dataclass(frozen=True, slots=True)
class HostPace:
    """The pace of one host."""

    name: Annotated[str, TextKind.HOST, "Needed. The host's name."]
    connections: settings.Connections = settings.Pace().connections
    per_second: settings.PerSecond = settings.Pace().per_second


@dataclass(frozen=True, slots=True)
class LoginForm:
    """A form that lets a person in, filled in once a run in the browser (which the extra `browser` and Chromium are needed for). What it is
    filled in with goes to the login's origin alone, and the session stays in memory."""

    page: Annotated[Text, "Needed. Where the form stands, on that origin, as in `/login`."] = ""
    user_field: Annotated[Text, "Needed. A CSS selector of the field for the user name, as in `#user`."] = ""
    password_field: Annotated[Text, "Needed. A CSS selector of the field for the password."] = ""
    submit: Annotated[Text, "Needed. A CSS selector of what is pressed then."] = ""


@dataclass(frozen=True, slots=True)
class Login:
    """User name and password for one exact https origin. The password comes from REVIEWER_LOGIN_NAME or REVIEWER_LOGIN_NAME_FILE."""

    name: Annotated[
        str,
        TextKind.SHORT_NAME,
        "Needed. A short name; `staging` reads the password from REVIEWER_LOGIN_STAGING or REVIEWER_LOGIN_STAGING_FILE.",
    ]
    origin: Annotated[str, TextKind.ORIGIN, "Needed. The one origin that is sent the password; it never leaves it."]
    user: Annotated[Text, "Needed. The user name."]
    form: Annotated[LoginForm, "A form to fill in, where the site has one instead of asking by HTTP."] = LoginForm()


@dataclass(frozen=True, slots=True)
class NetworkTable(settings.Network):
    """What may be reached, and how politely."""

    host: Annotated[tuple[HostPace, ...], "The pace of one host."] = ()
    login: Annotated[tuple[Login, ...], "Pages of yours behind a password."] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """An owner for some addresses, whatever the pages say."""

    page: Annotated[Glob, "Needed. A pattern on the whole address, or on its path."]
    owner: Annotated[Text, "Needed. `Name <address>`, or a name or an address that the directory has."]


@dataclass(frozen=True, slots=True)
class Watch:
    """Guidance whose updates matter to pages that link to it."""

    targets: Annotated[
        tuple[Glob, ...], "Patterns on whole addresses: told when such a target was updated after the page's last review."
    ] = ()


@dataclass(frozen=True, slots=True)
class Checks:
    """Which checks are asked."""

    only: Annotated[tuple[Annotated[str, TextKind.CHECK], ...], "Only these checks. `reviewer checks` lists them."] = ()
    skip: Annotated[tuple[Annotated[str, TextKind.CHECK], ...], "Not these checks."] = ()
    tell_silent_redirects: Annotated[
        bool, "Tell also redirects that only add a slash, change the case of the host or go from http to https."
    ] = False


@dataclass(frozen=True, slots=True)
class WordingTable:
    """Labels that your pages use, besides those that are known."""

    due: Annotated[tuple[Text, ...], "Labels in front of the date by which a page is to be reviewed."] = ()
    last_reviewed: Annotated[tuple[Text, ...], "Labels in front of the date of the last review."] = ()
    updated: Annotated[tuple[Text, ...], "Labels in front of the date of the last change."] = ()
    published: Annotated[tuple[Text, ...], "Labels in front of the date of publication."] = ()
    expires: Annotated[tuple[Text, ...], "Labels in front of the date from which the page is not valid."] = ()
    contact: Annotated[tuple[Text, ...], "Labels in front of a contact."] = ()


@dataclass(frozen=True, slots=True)
class DirectoryTable:
    """The directory of owners, in a file of its own."""

    file: Annotated[Text | None, "A TOML or CSV file. Default: owners.toml or owners.csv beside this file, when there is one."] = None
    columns: Annotated[dict[str, Text], 'For CSV: which column of yours holds what, as in `name = "Full name"`. Usual names are known.'] = (
        field(default_factory=dict)
    )


@dataclass(frozen=True, slots=True)
class Report:
    """The report page."""

    folder: Annotated[Text, "Where each run writes it."] = settings.Config().report_folder
    brand: Annotated[str, Choice(settings.BRANDS, "brand"), "Its colours."] = settings.Config().brand


@dataclass(frozen=True, slots=True)
class File:
    """The whole file."""

    organisation: Annotated[settings.Organisation, "Needed. Who runs this."] = settings.Organisation()
    schedule: Annotated[settings.Timetable, "When to check and when to send."] = settings.Timetable()
    email: Annotated[settings.Email, "How digests leave."] = settings.Email()
    admin: Annotated[settings.Admin, "Who runs this is told in a chat, too."] = settings.Admin()
    network: Annotated[NetworkTable, "What may be reached, and how politely."] = NetworkTable()
    remind: Annotated[settings.Remind, "When owners are reminded."] = settings.Remind()
    patience: Annotated[settings.Patience, "Doubt before blame."] = settings.Patience()
    site: Annotated[tuple[settings.Site, ...], "Needed, at least one. Somewhere to look."] = ()
    override: Annotated[tuple[Override, ...], "Owners for some addresses, whatever the pages say."] = ()
    link_rule: Annotated[tuple[settings.LinkRule, ...], "Links that are left alone."] = ()
    watch: Annotated[Watch, "Guidance whose updates matter."] = Watch()
    checks: Annotated[Checks, "Which checks are asked."] = Checks()
    wording: Annotated[WordingTable, "Labels that your pages use."] = WordingTable()
    directory: Annotated[DirectoryTable, "The directory of owners."] = field(default_factory=DirectoryTable)
    state: Annotated[settings.State, "Where the state is kept."] = settings.State()
    health: Annotated[settings.Watching, "For those who are on call."] = settings.Watching()
    fleet: Annotated[settings.Fleet, "Many sites, several machines."] = settings.Fleet()
    report: Annotated[Report, "The report page."] = Report()


KINDS: Final = (*DateKind, "contact")
