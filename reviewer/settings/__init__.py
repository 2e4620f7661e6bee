"""What an organisation may choose: frozen dataclasses with the defaults, one file for each group. ``config`` fills them from TOML.

Each setting is stated once, here, with its bounds and its meaning (``kinds.py``): the file's keys, their JSON Schema and
docs/config.md come from these classes. Core: imports the nouns only, so that checks, settling and digests can be handed their figures.
"""

from __future__ import annotations

from reviewer.settings.admin import Admin, Chat
from reviewer.settings.email import Email, OAuth
from reviewer.settings.fleet import Fleet
from reviewer.settings.kinds import Choice, Glob, Key, Text, TextKind, Web
from reviewer.settings.network import Connections, FormLogin, Limits, Network, Pace, PerSecond
from reviewer.settings.organisation import Organisation, State, Timetable, Watching
from reviewer.settings.patience import Patience, Remind
from reviewer.settings.sites import BROWSERS, Area, Every, LinkRule, Site, Wording
from reviewer.settings.whole import BRANDS, Config, Directory

__all__ = [
    "BRANDS",
    "BROWSERS",
    "Admin",
    "Area",
    "Chat",
    "Choice",
    "Config",
    "Connections",
    "Directory",
    "Email",
    "Every",
    "Fleet",
    "FormLogin",
    "Glob",
    "Key",
    "Limits",
    "LinkRule",
    "Network",
    "OAuth",
    "Organisation",
    "Pace",
    "Patience",
    "PerSecond",
    "Remind",
    "Site",
    "State",
    "Text",
    "TextKind",
    "Timetable",
    "Watching",
    "Web",
    "Wording",
]
