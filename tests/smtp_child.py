"""A process that sends what is in an outbox and may be killed, or lose its disk, at one step: ``python -m tests.smtp_child STATE PORT WHAT NUMBER``.

WHAT is ``before`` or ``after`` (kill this process before or after the NUMBERth step in the outbox is on disk), ``full`` (no file can be
written from the NUMBERth step on) or ``never``. CHILD_USER in the environment logs in (the password is the same word); CHILD_TLS asks for STARTTLS;
CHILD_EMAIL (JSON) is the whole of [email] instead, for the other ways.
"""

from __future__ import annotations

import datetime as dt
import os
import resource
import signal
import sys
from dataclasses import replace
from typing import Any

import msgspec

from reviewer import deliver
from reviewer.deliver.ways import graph
from reviewer.model import Mailbox
from reviewer.settings import Email
from reviewer.store import StateFailed, Store
from reviewer.store.outbox import Outbox

SENDER = Mailbox("Content review", "content-review@alliance.example")


def main(state: str, port: str, what: str, number: str) -> int:
    """Send; 0 when all was taken, 4 when not, 7 when the disk failed."""
    moves = 0
    usual = Outbox.move

    def move(outbox: Outbox, *values: Any, **named: Any) -> None:
        nonlocal moves
        moves += 1
        if moves == int(number):
            if what == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            if what == "full":
                resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
        usual(outbox, *values, **named)
        if moves == int(number) and what == "after":
            os.kill(os.getpid(), signal.SIGKILL)

    vars(sys.modules[Outbox.__module__])[Outbox.__name__].move = move
    user = os.environ.get("CHILD_USER")
    email = Email(sender=SENDER, via=f"smtp://127.0.0.1:{port}", tls="none", user=user, password=user)
    if os.environ.get("CHILD_TLS"):
        email = replace(email, tls=Email().tls)
    if os.environ.get("CHILD_EMAIL"):
        email = msgspec.json.decode(os.environ["CHILD_EMAIL"], type=Email)
        graph.APART = 0.0  # type: ignore[misc]  # nobody waits here
    try:
        with Store.open(state) as store:
            sent = deliver.send_batch(store.outbox, email, dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC))
    except StateFailed:
        return 7
    return 0 if sent.complete else 4


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
