"""What tells two configs apart that have to be one: every process of a fleet asks, judges and mails by the same settings."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import msgspec

from reviewer.look import reading_version
from reviewer.settings import Config, Directory, Fleet, State, Watching


class OtherConfig(Exception):
    """The config or version of this process is not that of the one who handed the work out."""


SAME: Final = "Every machine needs the same version of reviewer, reviewer.toml, directory and templates"
"""What to do, in the words of all who refuse."""


@functools.lru_cache(maxsize=8)
def fingerprint(config: Config) -> str:
    """Names all that changes what is asked, found, judged or told, whoever does it: the config, and the version and readers of what is
    installed. What may differ between machines is left out: where the state, the report and this file are, ports, proxies and secrets; a
    file that the config names counts by what is in it, and a directory by who is in it, whether their last day has passed or not."""
    email, network, owners = config.email, config.network, config.directory.as_of(dt.date.max).owners
    via = "folder:" if email.via.startswith("folder:") else email.via
    asked = replace(
        config,
        email=replace(email, via=via, templates=None, ca_file=None, oauth=replace(email.oauth, certificate=None)),
        network=replace(network, ca_file=None, transport="own"),
        directory=Directory(owners),
        state=State(keep_days=config.state.keep_days),
        watching=Watching(),
        fleet=Fleet(),
        report_folder="",
        path=None,
        origin=(),
        values=(),
        warnings=(),
    )
    behind = sorted((origin, user) for origin, (user, _) in network.credentials)
    parts = [reading_version(config), _open(asked), behind, *map(_content, (email.templates, network.ca_file))]
    return hashlib.blake2b(msgspec.json.encode(parts, order="sorted", enc_hook=str), digest_size=16).hexdigest()


def _open(value: Any) -> Any:
    """A value without its secrets: fields that are not shown are left out."""
    if dataclasses.is_dataclass(value):
        return {field.name: _open(getattr(value, field.name)) for field in dataclasses.fields(value) if field.repr}
    return [_open(each) for each in value] if isinstance(value, tuple) else value


def _content(path: str | None) -> list[tuple[str, str]]:
    """What is in a file, or in the files of a folder."""
    return [(file.name, hashlib.sha256(file.read_bytes()).hexdigest()) for file in _files(path)]


def _files(path: str | None) -> Iterator[Path]:
    """The files that a path names, by name."""
    if path and Path(path).is_dir():
        yield from sorted(file for file in Path(path).iterdir() if file.is_file())
    elif path and Path(path).is_file():
        yield Path(path)
