"""``[network]`` to the settings of the door, with what the command line allows and the environment keeps secret."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from urllib.parse import urlsplit

from reviewer import settings, urls
from reviewer.config import shape, showing, values
from reviewer.config.lines import Path
from reviewer.config.mistakes import Finds, Mistake

MAY_RISE = frozenset({"pages_per_site", "depth"})
"""Limits that a large site needs to raise: no cause for a warning."""


def network(
    written: shape.NetworkTable,
    allow: Sequence[str],
    given: Mapping[str, str],
    *,
    proxy: str | None,
    ca_file: str | None,
    any_port: bool,
    starts: Sequence[str],
    finds: Finds,
    elsewhere: list[Mistake],
) -> settings.Network:
    """The door's settings. ``allow`` is what ``--allow`` names: hosts or networks, a host with a port of its own if need be; ``any_port``
    opens all ports of what is allowed so (without a config nobody can name ports), and of nothing else. The ports of ``starts``, the start
    pages, are named there already. ``given`` holds the environment's secrets.
    """
    allowed, ports = list(written.allow), list(written.ports)
    further: list[tuple[str, int, int]] = []
    ports += [(port, port) for port in (urlsplit(start).port for start in starts) if port]
    for text in allow:
        host, port = split_port(text)
        try:
            entry = values.reachable(host)
            allowed.append(entry)
            if port or any_port:
                further.append((entry, *(values.ports(port) if port else (1, 65535))))
        except values.Wrong as error:
            elsewhere.append(Mistake("command line", None, "--allow", error.says, error.expected))
    limits = settings.Limits()
    for name in (each.name for each in fields(limits)):
        value = getattr(written.limits, name)
        if value > getattr(limits, name) and name not in MAY_RISE:
            finds.warn(("network", "limits", name), f"is {value}, above the usual {getattr(limits, name)}: a hostile page can cost more")
    logins = tuple(_credentials(written.login, given, finds))
    made = replace(
        written,
        allow=tuple(dict.fromkeys(allowed)),
        ports=tuple(dict.fromkeys(ports)),
        allow_ports=tuple(dict.fromkeys(further)),
        proxy=proxy,
        paces=tuple(_paces(written.host, finds).items()),
        credentials=tuple((login.origin, (login.user, word)) for login, word in logins if login.form == shape.LoginForm()),
        logins=tuple(_forms(logins, written.login, finds)),
        ca_file=ca_file,
    )
    return settings.Network(**{each.name: getattr(made, each.name) for each in fields(settings.Network)})


def _paces(written: Sequence[shape.HostPace], finds: Finds) -> dict[str, settings.Pace]:
    """The pace of each host that has one of its own."""
    paces: dict[str, settings.Pace] = {}
    for index, host in enumerate(written):
        at: Path = ("network", "host", index, "name")
        if finds.needed(host.name, at, 'a host, as in name = "www.example.org"') and host.name:
            if host.name in paces:
                finds.wrong(at, f"{showing.shown(host.name)} has a pace already", "each host once")
            paces[host.name] = settings.Pace(host.connections, host.per_second)
    return paces


def _credentials(written: Sequence[shape.Login], given: Mapping[str, str], finds: Finds) -> Iterator[tuple[shape.Login, str]]:
    """Each login that is whole, with its password from the environment."""
    seen: set[str] = set()
    for index, login in enumerate(written):
        at: Path = ("network", "login", index)
        examples = {"name": '"staging"', "origin": '"https://staging.example.org"', "user": '"reviewer"'}
        for key, example in examples.items():
            finds.needed(getattr(login, key), (*at, key), f"{key} = {example}")
        if not (login.name and login.origin and login.user):
            continue
        if login.origin in seen:
            finds.wrong((*at, "origin"), f"{showing.shown(login.origin)} has a login already", "each origin once")
        seen.add(login.origin)
        variable = f"REVIEWER_LOGIN_{login.name.upper()}"
        if variable in given:
            yield login, given[variable]
        else:
            finds.wrong((*at, "name"), "has no password", f"it in the environment: {variable} or {variable}_FILE")


def _forms(logins: Iterable[tuple[shape.Login, str]], written: Sequence[shape.Login], finds: Finds) -> Iterator[settings.FormLogin]:
    """The logins that fill in a form: it is whole, and on the login's own origin."""
    for login, password in logins:
        form, at = login.form, ("network", "login", written.index(login), "form")
        if form == shape.LoginForm():
            continue
        examples = {"page": '"/login"', "user_field": '"#user"', "password_field": '"#password"', "submit": '"button[type=submit]"'}
        whole = [finds.needed(getattr(form, key), (*at, key), f"{key} = {example}") for key, example in examples.items()]
        page = urls.resolve(form.page, login.origin + "/")
        if page is None or urls.origin(page) != login.origin:
            finds.wrong(
                (*at, "page"), f"{showing.shown(form.page)} is not on {login.origin}", 'a page of that origin, as in page = "/login"'
            )
        elif all(whole):
            yield settings.FormLogin(
                *(login.name, login.origin, page, form.user_field, form.password_field, form.submit, login.user), password=password
            )


def split_port(text: str) -> tuple[str, str]:
    """``host:port`` or ``[address]:port`` in its parts; the port is empty when there is none. An IPv6 address alone has no port."""
    match = re.fullmatch(r"(\[[^\]]*\]|[^:]*):(\d+)", text.strip())
    return (match[1], match[2]) if match else (text, "")
