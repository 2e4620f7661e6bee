"""The user's own templates are tried before anything is fetched."""

from __future__ import annotations

import datetime as dt

from reviewer.console.config import wrong
from reviewer.settings import Config


def rehearse(config: Config, now: dt.datetime) -> None:
    """Typeset a sample with the user's own templates before anything is fetched; a mistake in them ends with exit code 2."""
    if config.email.templates:
        from reviewer import render
        from reviewer.doctor import sample

        try:
            render.message(sample(config, now), config=config, installation="rehearsal", now=now)
        except render.TemplateFault as error:
            wrong(f"{error}\nNothing was fetched and nothing was sent.")
