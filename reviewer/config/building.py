"""From the forms to ``settings.Config``, with what only a look over the whole file and its surroundings can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel

from reviewer import settings
from reviewer.config import directory, environment, values
from reviewer.config.kinds import way
from reviewer.config.lines import Path as KeyPath
from reviewer.config.mistakes import Finds, Mistake, Mistakes, dotted
from reviewer.config.reading import form, toml
from reviewer.config.shape import KINDS, File
from reviewer.config.sites import Broken, Directory, needed, overrides, sites
from reviewer.model import Mailbox, Owner

MAY_RISE = frozenset({"pages_per_site", "depth"})
"""Limits that a large site needs to raise: no cause for a warning."""


def build(path: Path | None, env: Mapping[str, str], allow: Sequence[str]) -> settings.Config:
    """Put everything together; raises ``Mistakes`` when anything is wrong. Without ``path``: defaults, environment and ``allow``."""
    outside = Finds("environment")
    given = environment.read(env, outside)
    if path is None:
        written, broken, finds = File.model_validate({}), Broken(), Finds("no config")
    else:
        try:
            data, finds = toml(path)
        except Mistakes as error:
            raise Mistakes([*error.mistakes, *outside.mistakes]) from None
        written, wrong = form(File, data, finds)
        broken = Broken(wrong)
    draft = Draft(path, written, broken, given, finds, outside)
    config = draft.config(allow)
    mistakes = [*finds.mistakes, *outside.mistakes, *draft.elsewhere]
    if mistakes:
        raise Mistakes(mistakes)
    return config


class Draft:
    """One config being put together. What is wrong gathers in ``finds`` (the file), ``outside`` (the environment), ``elsewhere``."""

    def __init__(self, path: Path | None, written: File, broken: Broken, given: Mapping[str, str], finds: Finds, outside: Finds) -> None:
        self.path = path
        self.written = written
        self.broken = broken
        self.given = given
        self.finds = finds
        self.outside = outside
        self.elsewhere: list[Mistake] = []
        self.beside = path.resolve().parent if path else None
        self.project = self.beside.parent if self.beside and self.beside.name == "config" else self.beside

    def config(self, allow: Sequence[str]) -> settings.Config:
        """The settings."""
        written = self.written
        people = Directory(self._people())
        places = sites(written.site, people, self.finds, self.broken)
        exceptions = overrides(written.override, people, self.finds, self.broken)
        if self.path:
            needed(
                written.organisation.contact,
                ("organisation", "contact"),
                'a mailbox that people read, as in contact = "Web team <web.team@example.org>"',
                self.finds,
                self.broken,
            )
            needed(written.site, ("site",), "at least one [[site]] with its start pages", self.finds, self.broken)
        self._rules()
        return settings.Config(
            organisation=settings.Organisation(**dict(written.organisation)),
            timetable=settings.Timetable(**dict(written.schedule)),
            email=self._email(),
            network=self._network(allow),
            remind=settings.Remind(**{**dict(written.remind), "before": tuple(sorted(set(written.remind.before), reverse=True))}),
            patience=self._patience(),
            sites=places,
            directory=people.settled(),
            overrides=exceptions,
            link_rules=tuple(
                settings.LinkRule(rule.pattern, rule.reason, rule.by, rule.until)
                for rule in written.link_rule
                if rule.pattern and rule.reason
            ),
            watch_targets=written.watch.targets,
            tell_silent_redirects=written.checks.tell_silent_redirects,
            only=written.checks.only,
            skip=written.checks.skip,
            wording=settings.Wording(tuple((str(kind), label) for kind in KINDS for label in getattr(written.wording, kind))),
            state=settings.State(self._state(), written.state.keep_days),
            watching=settings.Watching(**{**dict(written.health), "ping": self._address("REVIEWER_PING", written.health.ping)}),
            report_folder=self._place(written.report.folder),
            brand=written.report.brand,
            path=str(self.path) if self.path else None,
            origin=tuple(self._origins(written, ())),
            warnings=(*self.finds.warnings, *self.outside.warnings),
        )

    # --- places

    def _place(self, text: str) -> str:
        """A place for writing, from the project's folder."""
        return str(self.project / text) if self.project else text

    def _read_from(self, text: str | None, key: KeyPath, *, folder: bool = False) -> str | None:
        """A file or folder for reading, from beside the config; it must be there."""
        if text is None:
            return None
        path = self.beside / text if self.beside else Path(text)
        if not (path.is_dir() if folder else path.is_file()):
            what = "folder" if folder else "file"
            self.finds.wrong(
                key, f"names {path}, and there is no such {what}", f"a {what} that is there (a relative path starts beside this config)"
            )
        return str(path)

    def _people(self) -> tuple[Owner, ...]:
        """The owners of the directory's file, if there is one."""
        written = self.written.directory
        if written.file:
            named = self._read_from(written.file, ("directory", "file"))
            path = Path(named) if named else None
        else:
            usual = [self.beside / name for name in ("owners.toml", "owners.csv")] if self.beside else []
            path = next((each for each in usual if each.is_file()), None)
        if path is None or not path.is_file():
            return ()
        people, mistakes = directory.read(path, written.columns)
        self.elsewhere.extend(mistakes)
        return people

    # --- sections

    def _email(self) -> settings.Email:
        """How mail leaves; user and password together, encryption unless it was switched off."""
        written = self.written.email
        via = written.via
        if "REVIEWER_VIA" in self.given:
            via = self._checked("REVIEWER_VIA", way) or via
        scheme, _, rest = via.partition(":")
        if scheme == "folder":
            via = f"folder:{self._place(rest)}"
        user = self.given.get("REVIEWER_SMTP_USER") or written.user
        password = self.given.get("REVIEWER_SMTP_PASSWORD")
        if user and not password and scheme != "folder":
            self.finds.wrong(
                ("email", "user"), "has no password", "it in the environment: REVIEWER_SMTP_PASSWORD or REVIEWER_SMTP_PASSWORD_FILE"
            )
        if password and not user and scheme != "folder":
            self.outside.wrong(("REVIEWER_SMTP_PASSWORD",), "is set, and no user name", "[email] user, or REVIEWER_SMTP_USER")
        if written.tls == "none" and scheme == "smtps":
            self.finds.wrong(("email", "tls"), 'is "none", and smtps:// is TLS', '"required", or via = "smtp://..."')
        elif written.tls == "none" and scheme == "smtp" and not _here(urlsplit(via).hostname or ""):
            self.finds.warn(("email", "tls"), f'is "none": mail to {urlsplit(via).hostname} can be read and changed on its way')
        contact: Mailbox | None = self.written.organisation.contact
        return settings.Email(
            **{
                **dict(written),
                "sender": written.sender or contact,
                "admin": written.admin or contact,
                "via": via,
                "user": user,
                "password": password,
                "templates": self._read_from(written.templates, ("email", "templates"), folder=True),
            }
        )

    def _network(self, allow: Sequence[str]) -> settings.Network:
        """The door's settings, with what the command line allows."""
        written = self.written.network
        allowed = list(written.allow)
        for text in allow:
            try:
                allowed.append(values.reachable(text))
            except values.Wrong as error:
                self.elsewhere.append(Mistake("command line", None, "--allow", error.says, error.expected))
        limits = settings.Limits()
        for name, value in written.limits:
            if value > getattr(limits, name) and name not in MAY_RISE:
                self.finds.warn(
                    ("network", "limits", name), f"is {value}, above the usual {getattr(limits, name)}: a hostile page can cost more"
                )
        paces: dict[str, settings.Pace] = {}
        for index, host in enumerate(written.host):
            if (
                needed(host.name, ("network", "host", index, "name"), 'a host, as in name = "www.example.org"', self.finds, self.broken)
                and host.name
            ):
                if host.name in paces:
                    self.finds.wrong(("network", "host", index, "name"), f"{values.shown(host.name)} has a pace already", "each host once")
                paces[host.name] = settings.Pace(host.connections, host.per_second)
        return settings.Network(
            allow=tuple(dict.fromkeys(allowed)),
            ports=written.ports,
            proxy=self._address("REVIEWER_PROXY", written.proxy),
            transport=written.transport,
            connections=written.connections,
            pace=settings.Pace(**dict(written.pace)),
            own_pace=settings.Pace(**dict(written.own_pace)),
            paces=tuple(paces.items()),
            credentials=tuple(self._credentials()),
            robots_for_links=written.robots_for_links,
            canaries=written.well_known,
            trusted_hours=written.trusted_hours,
            ask_archive=written.ask_archive,
            ca_file=self._read_from(written.ca_file, ("network", "ca_file")),
            limits=settings.Limits(**dict(written.limits)),
        )

    def _credentials(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """User and password of each origin; the password from the environment."""
        seen: set[str] = set()
        for index, login in enumerate(self.written.network.login):
            at: KeyPath = ("network", "login", index)
            there = [
                needed(getattr(login, key), (*at, key), f"{key} = {example}", self.finds, self.broken)
                for key, example in (("name", '"staging"'), ("origin", '"https://staging.example.org"'), ("user", '"reviewer"'))
            ]
            if not all(there) or login.name is None or login.origin is None or login.user is None:
                continue
            if login.origin in seen:
                self.finds.wrong((*at, "origin"), f"{values.shown(login.origin)} has a login already", "each origin once")
            seen.add(login.origin)
            variable = f"REVIEWER_LOGIN_{login.name.upper()}"
            if variable in self.given:
                yield login.origin, (login.user, self.given[variable])
            else:
                self.finds.wrong((*at, "name"), "has no password", f"it in the environment: {variable} or {variable}_FILE")

    def _patience(self) -> settings.Patience:
        """Figures that do not contradict each other."""
        written = self.written.patience
        if written.runs > written.looks:
            self.finds.wrong(
                ("patience", "runs"),
                f"is {written.runs}, more than the {written.looks} looks",
                f"{written.looks} or less: a run has at least one look",
            )
        return settings.Patience(**dict(written))

    def _rules(self) -> None:
        """Each rule for links says what and why."""
        for index, rule in enumerate(self.written.link_rule):
            needed(
                rule.pattern,
                ("link_rule", index, "pattern"),
                'what to leave alone, as in pattern = "https://example.org/**"',
                self.finds,
                self.broken,
            )
            needed(rule.reason, ("link_rule", index, "reason"), 'why, as in reason = "needs an NHS network"', self.finds, self.broken)

    # --- environment

    def _checked(self, name: str, read: Callable[[object], str]) -> str | None:
        """The value of a variable, read as the file's own would be; None when it is wrong."""
        try:
            return read(self.given[name])
        except values.Wrong as error:
            self.outside.wrong((name,), error.says, error.expected)
            return None

    def _state(self) -> str:
        """A path from the project's folder, or a URL as it is (in the environment it may hold a password)."""
        at = self.given.get("REVIEWER_STATE") or self.written.state.at
        return at if "://" in at else self._place(at)

    def _address(self, name: str, written: str | None) -> str | None:
        """A URL from the environment (where it may hold a password), else from the file."""
        given = self.given.get(name)
        if given and urlsplit(given).scheme not in {"http", "https"}:
            self.outside.wrong((name,), "is not a web address", 'an address such as "https://proxy.example.org:3128"')
        return given or written

    def _origins(self, table: BaseModel, at: KeyPath) -> Iterator[tuple[str, str]]:
        """Each key, and where its value came from."""
        for name, field in type(table).model_fields.items():
            path = (*at, field.alias or name)
            value = getattr(table, name)
            variable = next((each for each, key in environment.KNOWN.items() if key == dotted(path) and each in self.given), None)
            if isinstance(value, BaseModel):
                yield from self._origins(value, path)
            elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
                for index, each in enumerate(value):
                    yield from self._origins(each, (*path, index))
            elif variable:
                yield dotted(path), f"environment {variable}"
            elif path in self.finds.lines:
                yield dotted(path), f"{self.finds.file}:{self.finds.lines[path]}"
            else:
                yield dotted(path), "default"


def _here(host: str) -> bool:
    """Whether a host is this machine."""
    return host in {"localhost", "::1"} or host.startswith("127.")
