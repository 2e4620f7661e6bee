"""Everything that was configured, and the directory of owners."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from reviewer.model import Owner
from reviewer.settings.admin import Admin
from reviewer.settings.email import Email
from reviewer.settings.fleet import Fleet
from reviewer.settings.network import Network
from reviewer.settings.organisation import Organisation, State, Timetable, Watching
from reviewer.settings.patience import Patience, Remind
from reviewer.settings.sites import LinkRule, Site, Wording

BRANDS = ("plain", "nhs", "govuk")
"""The colours of the report page."""


@dataclass(frozen=True, slots=True)
class Directory:
    """The owners. Names, aliases, teams and addresses are matched without case; addresses are unique.

    ``columns``: which column of an export was taken for what (what it holds, its name); ``warnings``: what is wrong with the file and stops
    nobody, each a sentence for the admin.
    """

    owners: tuple[Owner, ...] = field(default=(), hash=False)  # the key of an index that is asked for often: rows are not hashed each time
    columns: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()

    def as_of(self, today: dt.date) -> Directory:
        """The directory on a day: those whose last day is past have left."""
        gone = [owner.leaves is not None and owner.leaves < today and not owner.left for owner in self.owners]
        if not any(gone):
            return self
        return replace(self, owners=tuple(replace(owner, left=owner.left or past) for owner, past in zip(self.owners, gone, strict=True)))


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that was configured. Owners of sites and areas are e-mails of the directory, areas stand narrowest first.

    ``overrides`` are (pattern, e-mail), ``watch_targets`` patterns on whole addresses. ``origin`` maps a dotted key to where its value
    came from (file:line, environment, default), ``values`` to the value as it was written, without secrets.
    """

    organisation: Organisation = Organisation()
    timetable: Timetable = Timetable()
    email: Email = Email()
    admin: Admin = Admin()
    network: Network = Network()
    remind: Remind = Remind()
    patience: Patience = Patience()
    sites: tuple[Site, ...] = ()
    directory: Directory = Directory()
    overrides: tuple[tuple[str, str], ...] = ()
    link_rules: tuple[LinkRule, ...] = ()
    watch_targets: tuple[str, ...] = ()
    tell_silent_redirects: bool = False
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    wording: Wording = Wording()
    state: State = State()
    watching: Watching = Watching()
    fleet: Fleet = Fleet()
    report_folder: str = "report"
    brand: str = "plain"
    path: str | None = None
    origin: tuple[tuple[str, str], ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()

    def as_of(self, today: dt.date) -> Config:
        """The config on a day: the directory knows who has left by then."""
        return replace(self, directory=self.directory.as_of(today))

    def site(self, name: str | None) -> Site | None:
        """The site of that name, None when there is none."""
        return next((site for site in self.sites if site.name == name), None)
