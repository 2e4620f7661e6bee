"""The config: one TOML file, the directory of owners, and the environment, as ``settings.Config``; or every mistake at once.

Secrets come from the environment only (``REVIEWER_SMTP_PASSWORD`` or ``REVIEWER_SMTP_PASSWORD_FILE`` ...). Files that the config names for
reading (directory, templates, certificates) stand beside it; places for writing (outbox, state, report) are in the project's folder:
that of the config file, or the one above when the file stands in a folder called ``config``. So cron and a desk mean the same places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reviewer.config.mistakes import Mistake, Mistakes
from reviewer.config.network import split_port as split_port
from reviewer.config.values import Wrong as Wrong
from reviewer.config.values import every as every
from reviewer.config.values import filled as filled
from reviewer.config.values import is_address as is_address
from reviewer.config.values import mailbox as mailbox
from reviewer.config.values import web_address as web_address
from reviewer.config.values import zone as zone
from reviewer.settings import Config

__all__ = ["Mistake", "Mistakes", "json_schema", "load", "no_config"]


def load(path: Path, env: Mapping[str, str], allow: Sequence[str] = ()) -> Config:
    """Read the config at ``path``. ``env`` is the environment, ``allow`` what ``--allow`` names. Raises ``Mistakes`` with every mistake."""
    from reviewer.config.building import build

    return build(path, env, allow)


def no_config(env: Mapping[str, str], allow: Sequence[str] = ()) -> Config:
    """The config of ``reviewer check URL`` where there is no file: defaults, proxy from the environment, ``allow``. Raises ``Mistakes``."""
    from reviewer.config.building import build

    return build(None, env, allow)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the config file, for editors."""
    from reviewer.config.schema import json_schema as made

    return made()
