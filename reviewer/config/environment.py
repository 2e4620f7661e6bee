"""What comes from the environment: secrets, and places that differ by machine. Each as ``NAME``, or ``NAME_FILE`` with a path."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from reviewer.config.mistakes import Finds

KNOWN: Final = {
    "REVIEWER_SMTP_PASSWORD": "email.password",
    "REVIEWER_SMTP_USER": "email.user",
    "REVIEWER_OAUTH_SECRET": "email.oauth.secret",
    "REVIEWER_NOTIFY_KEY": "email.notify_key",
    "REVIEWER_VIA": "email.via",
    "REVIEWER_PROXY": "network.proxy",
    "REVIEWER_STATE": "state.at",
    "REVIEWER_PING": "health.ping",
}
"""Variables and the keys that they stand for; they win over the file."""
SECRETS: Final = frozenset({"REVIEWER_SMTP_PASSWORD", "REVIEWER_OAUTH_SECRET", "REVIEWER_NOTIFY_KEY"})
"""Those of which people are told no more than that they are there."""
LOGIN: Final = re.compile(r"REVIEWER_LOGIN_([A-Z][A-Z0-9_]*)")
CHAT: Final = re.compile(r"REVIEWER_CHAT_([A-Z][A-Z0-9_]*)")
OTHERS: Final = frozenset({"REVIEWER_CONFIG", "REVIEWER_CHROMIUM", "REVIEWER_CHROMIUM_SANDBOX"})
"""Read elsewhere: by the command line, and where the browser is started."""
MOST: Final = 64 * 1024


def read(env: Mapping[str, str], finds: Finds) -> dict[str, str]:
    """The values of our variables, by their names without ``_FILE``. An empty variable is not set; no mistake holds a value."""
    found: dict[str, str] = {}
    for name in sorted(env):
        bare = name.removesuffix("_FILE")
        if not name.startswith("REVIEWER_") or not env[name] or name in OTHERS:
            continue
        if bare not in KNOWN and not LOGIN.fullmatch(bare) and not CHAT.fullmatch(bare):
            near = get_close_matches(bare, [*KNOWN, *OTHERS], n=1, cutoff=0.8)
            finds.warnings.append(f"the environment: {name} means nothing to reviewer" + (f"; {near[0]}, perhaps?" if near else ""))
        elif name != bare and env.get(bare):
            finds.wrong((name,), f"is set, and {bare} too", "one of the two")
        else:
            value = env[name].rstrip("\r\n") if name == bare else _file(name, env[name], finds)
            if not _is_text(value):
                finds.wrong((name,), "holds bytes that are no text", "text in UTF-8, on one line and without control characters")
            elif value:
                found[bare] = value
    return found


def _is_text(value: str) -> bool:
    """Whether a value can be sent anywhere: what the environment could not decode, and control characters, break every protocol."""
    return not any("\ud800" <= character <= "\udfff" or ord(character) < 32 or character == "\x7f" for character in value)


def _file(name: str, path: str, finds: Finds) -> str:
    """What the file at ``path`` holds, without the byte-order mark and the line end that editors add."""
    try:
        with Path(path).open("rb") as file:
            raw = file.read(MOST)
        text = raw.decode("utf-8-sig").rstrip("\r\n")
    except OSError as error:
        finds.wrong((name,), f"names {path}, which cannot be read: {error.strerror}", "a file that this user may read")
    except UnicodeDecodeError:
        finds.wrong((name,), f"names {path}, which is not UTF-8", "a text file that holds the value")
    else:
        if not text:
            finds.wrong((name,), f"names {path}, which is empty", "a text file that holds the value")
        return text
    return ""
