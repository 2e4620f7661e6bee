"""From the forms to ``settings.Config``, with what only a look over the whole file and its surroundings can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from reviewer import settings
from reviewer.config import directory, environment, showing, values
from reviewer.config.email import email
from reviewer.config.exports import COLUMNS
from reviewer.config.forms import keys
from reviewer.config.kinds import OF_TYPE, way
from reviewer.config.lines import Path as KeyPath
from reviewer.config.mistakes import Finds, Mistake, Mistakes, dotted
from reviewer.config.network import network
from reviewer.config.reading import form, toml
from reviewer.config.shape import KINDS, File
from reviewer.config.sites import People, overrides, sites


def build(path: Path | None, env: Mapping[str, str], allow: Sequence[str]) -> settings.Config:
    """Put everything together; raises ``Mistakes`` when anything is wrong. Without ``path``: defaults, environment and ``allow``."""
    outside = Finds("environment")
    given = environment.read(env, outside)
    if path is None:
        written, finds = File(), Finds("no config")
    else:
        try:
            data, finds = toml(path)
        except Mistakes as error:
            raise Mistakes([*error.mistakes, *outside.mistakes]) from None
        written = form(File, data, finds)
    draft = Draft(path, written, given, finds, outside)
    config = draft.config(allow)
    mistakes = [*finds.mistakes, *outside.mistakes, *draft.elsewhere]
    if mistakes:
        raise Mistakes(mistakes)
    return config


class Draft:
    """One config being put together. What is wrong gathers in ``finds`` (the file), ``outside`` (the environment), ``elsewhere``."""

    def __init__(self, path: Path | None, written: File, given: Mapping[str, str], finds: Finds, outside: Finds) -> None:
        self.path = path
        self.written = written
        self.given = given
        self.finds = finds
        self.outside = outside
        self.elsewhere: list[Mistake] = []
        self.beside = path.absolute().parent if path else None
        self.project = self.beside.parent if self.beside and self.beside.name == "config" else self.beside

    def config(self, allow: Sequence[str]) -> settings.Config:
        """The settings."""
        written = self.written
        people = self._people()
        places = sites(written.site, people, self.finds)
        exceptions = overrides(written.override, people, self.finds)
        if self.path:
            self.finds.needed(
                written.organisation.contact,
                ("organisation", "contact"),
                'a mailbox that people read, as in contact = "Web team <web.team@example.org>"',
            )
            self.finds.needed(written.site, ("site",), "at least one [[site]] with its start pages")
        self._patience()
        self._rules()
        told = tuple(self._told())
        proxy = self._address("REVIEWER_PROXY", written.network.proxy)
        ca_file = self._read_from(written.network.ca_file, ("network", "ca_file"))
        return settings.Config(
            organisation=written.organisation,
            timetable=written.schedule,
            email=self._email(proxy, ca_file),
            admin=self._admin(),
            network=network(
                written.network,
                allow,
                self.given,
                proxy=proxy,
                ca_file=ca_file,
                any_port=self.path is None,
                starts=[start for site in places for start in site.start],
                finds=self.finds,
                elsewhere=self.elsewhere,
            ),
            remind=replace(written.remind, before=tuple(sorted(set(written.remind.before), reverse=True))),
            patience=written.patience,
            sites=places,
            directory=people.settled(),
            overrides=exceptions,
            link_rules=written.link_rule,
            watch_targets=written.watch.targets,
            tell_silent_redirects=written.checks.tell_silent_redirects,
            only=written.checks.only,
            skip=written.checks.skip,
            wording=settings.Wording(tuple((str(kind), label) for kind in KINDS for label in getattr(written.wording, kind))),
            state=replace(written.state, at=self._state()),
            watching=replace(written.health, ping=self._address("REVIEWER_PING", written.health.ping)),
            fleet=self._fleet(),
            report_folder=self._place(written.report.folder),
            brand=written.report.brand,
            path=str(self.path) if self.path else None,
            origin=tuple((key, origin) for key, origin, _ in told),
            values=tuple((key, value) for key, _, value in told),
            warnings=(*self.finds.warnings, *self.outside.warnings, *people.read.warnings),
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

    def _people(self) -> People:
        """The directory's file, if there is one."""
        written = self.written.directory
        for key in written.columns:
            if key not in COLUMNS:
                self.finds.wrong(("directory", "columns", key), "is nothing that a directory holds", showing.guess(key, COLUMNS))
        if written.file:
            named = self._read_from(written.file, ("directory", "file"))
            path = Path(named) if named else None
        else:
            usual = [self.beside / name for name in ("owners.toml", "owners.csv")] if self.beside else []
            path = next((each for each in usual if each.is_file()), None)
        if path is None or not path.is_file():
            return People(settings.Directory(), whole=not written.file)
        people = directory.read(path, written.columns)
        self.elsewhere.extend(people.mistakes)
        return People(settings.Directory(people.owners, people.columns, people.warnings), whole=not people.mistakes)

    # --- sections

    def _email(self, proxy: str | None, ca_file: str | None) -> settings.Email:
        """How mail leaves, by the way that the environment or the file names; ``proxy`` and ``ca_file`` are those of the network."""
        written = self.written.email
        via = written.via
        if "REVIEWER_VIA" in self.given:
            via = self._checked("REVIEWER_VIA", way) or via
        scheme, _, rest = via.partition(":")
        made = email(
            written,
            self.given,
            via=f"folder:{self._place(rest)}" if scheme == "folder" else via,
            contact=self.written.organisation.contact,
            certificate=self._read_from(written.oauth.certificate, ("email", "oauth", "certificate")),
            templates=self._read_from(written.templates, ("email", "templates"), folder=True),
            finds=self.finds,
            outside=self.outside,
        )
        return replace(made, proxy=proxy, ca_file=ca_file)

    def _admin(self) -> settings.Admin:
        """The channels that the admin is told in, each with the address of its webhook from the environment."""
        chats: list[settings.Chat] = []
        for index, text in enumerate(self.written.admin.tell):
            service, _, name = text.partition(":")
            variable = f"REVIEWER_CHAT_{name.upper()}"
            if any(chat.name == name for chat in chats):
                self.finds.wrong(("admin", "tell", index), f"{showing.shown(name)} is a channel already", "a name of its own for each")
            elif variable not in self.given:
                self.finds.wrong(
                    ("admin", "tell", index), "has no webhook", f"its address in the environment: {variable} or {variable}_FILE"
                )
            else:
                chats.append(settings.Chat(service, name, self.given[variable]))
        return replace(self.written.admin, chats=tuple(chats))

    def _patience(self) -> None:
        """Figures that do not contradict each other."""
        written = self.written.patience
        if written.runs > written.looks:
            self.finds.wrong(
                ("patience", "runs"),
                f"is {written.runs}, more than the {written.looks} looks",
                f"{written.looks} or less: a run has at least one look",
            )

    def _fleet(self) -> settings.Fleet:
        """A fleet meets in a database server: a file is on one machine."""
        if self.written.fleet.enabled and "://" not in self._state():
            self.finds.wrong(
                ("fleet", "enabled"),
                "is true, and the state is a file",
                'a state that every machine reaches, as in at = "postgresql://host/name"',
            )
        return self.written.fleet

    def _rules(self) -> None:
        """Each rule for links says what and why."""
        for index, rule in enumerate(self.written.link_rule):
            self.finds.needed(
                rule.pattern,
                ("link_rule", index, "pattern"),
                'what to leave alone, as in pattern = "https://example.org/**"',
            )
            self.finds.needed(rule.reason, ("link_rule", index, "reason"), 'why, as in reason = "needs an NHS network"')

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
        """A URL from the environment (where it may hold a password), otherwise from the file."""
        given = self.given.get(name)
        if given and urlsplit(given).scheme not in {"http", "https"}:
            self.outside.wrong((name,), "is not a web address", 'an address such as "https://proxy.example.org:3128"')
        return given or written

    def _told(self) -> Iterator[tuple[str, str, str]]:
        """Each key, where its value came from, and the value as it was written; secrets are only said to be there."""
        yield from self._rows(self.written, ())
        for variable in self.given:
            if variable in environment.SECRETS:
                yield environment.KNOWN[variable], f"environment {variable}", "(a secret)"
            elif environment.CHAT.fullmatch(variable):
                yield f"admin.tell {variable.removeprefix('REVIEWER_CHAT_').lower()}", f"environment {variable}", "(a secret)"
            elif environment.LOGIN.fullmatch(variable):
                yield f"network.login {variable.removeprefix('REVIEWER_LOGIN_').lower()}", f"environment {variable}", "(a secret)"

    def _rows(self, table: object, at: KeyPath) -> Iterator[tuple[str, str, str]]:
        """The rows of one table and those inside it."""
        for setting in keys(type(table)):
            path = (*at, setting.key)
            value = getattr(table, setting.name)
            variable = next((each for each, key in environment.KNOWN.items() if key == dotted(path) and each in self.given), None)
            if _is_table(value):
                yield from self._rows(value, path)
            elif isinstance(value, tuple) and value and _is_table(value[0]):
                for index, each in enumerate(value):
                    yield from self._rows(each, (*path, index))
            elif variable:
                yield dotted(path), f"environment {variable}", showing.unnamed(self.given[variable])
            else:
                line = self.finds.lines.get(path)
                yield (
                    dotted(path),
                    f"{self.finds.file}:{line}" if line else "default",
                    showing.written(showing.port_ranges(value) if path == ("network", "ports") else value),
                )


def _is_table(value: object) -> bool:
    """Whether a value is a table of the file (a mailbox and a period are dataclasses, too, and written as text)."""
    return is_dataclass(value) and type(value) not in OF_TYPE
