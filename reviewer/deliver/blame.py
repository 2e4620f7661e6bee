"""Whose fault a refusal is: the recipient's, ours, or a limit that passes. By enhanced status codes (RFC 3463 and the IANA registry), which
most servers give; where they say nothing, the walk looks whether the first refusals are alike. Pure."""

from __future__ import annotations

import re
from typing import Final

from reviewer.deliver.failures import Fault, NotDelivered

UNIFORM: Final = 3
"""So many refusals alike, of different recipients and with nothing taken in between, are no fault of the recipients."""

_ENHANCED: Final = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_MINE: Final = re.compile(r"<[^>]*>|\S*@\S*|\S*\d\S*")
"""What differs from recipient to recipient in one and the same refusal: addresses, queue numbers, times."""

_BASIC: Final = {530: Fault.SENDER, 534: Fault.SENDER, 535: Fault.SENDER, 538: Fault.SENDER, 551: Fault.RECIPIENT, 552: Fault.RECIPIENT}
"""Codes that say it without an enhanced one: log in first (RFC 4954), not here, too much for this mailbox (RFC 5321)."""


def enhanced(says: str) -> tuple[int, int, int] | None:
    """The enhanced status code in the answer of a server (RFC 3463, 2), as class, subject and detail."""
    found = _ENHANCED.search(says[:40])
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def fault(code: int, says: str) -> Fault:
    """Whose fault an answer speaks of; ``code`` is the basic one, ``says`` what followed it."""
    match enhanced(says):
        case None:
            return _BASIC.get(code, Fault.UNKNOWN)
        case (_, 1, detail):  # addressing; 7 and 8 are the sender's address
            return Fault.SENDER if detail in {7, 8} else Fault.RECIPIENT
        case (_, 2, detail):  # the mailbox; some servers hide everything behind 5.2.0, and larger details are no standard
            return Fault.RECIPIENT if 1 <= detail <= 4 else Fault.UNKNOWN
        case (_, 3, detail):  # the mail system; 4 is a message that is too large
            return Fault.RECIPIENT if detail == 4 else Fault.LIMIT
        case (_, 4, 5):  # too much traffic: the daily limit of several large providers
            return Fault.LIMIT
        case (4, 5, _):  # the protocol, such as too much at once
            return Fault.LIMIT
        case (5, 5, detail):  # 0 is "mailbox unavailable" with one large provider
            return Fault.SENDER if detail else Fault.UNKNOWN
        case (5, 7, detail):  # policy; 17 and 18: the mailbox or the domain has changed hands (RFC 7293)
            return Fault.RECIPIENT if detail in {17, 18} else Fault.SENDER
    return Fault.UNKNOWN


def doubtful(error: NotDelivered) -> bool:
    """Whether nobody can say yet if this refusal concerns one recipient or all: what puts off without a reason is asked again anyway."""
    return error.fault in {Fault.SENDER, Fault.LIMIT} or (error.permanent and error.fault is Fault.UNKNOWN)


def alike(errors: list[NotDelivered]) -> bool:
    """Whether these refusals are one and the same."""
    return len({_kind(error) for error in errors}) == 1


def _kind(error: NotDelivered) -> str:
    """A refusal without what differs from recipient to recipient."""
    code = enhanced(error.says.rpartition("said: ")[2].partition(" ")[2])
    return f"{error.permanent} {code}" if code else f"{error.permanent} {' '.join(_MINE.sub(' ', error.says).split())}"


def mend(error: NotDelivered) -> str:
    """What a person does about a server that refuses everything: what is kept, and when it goes."""
    if error.fault is Fault.LIMIT:
        return f"It takes no more messages now, whoever they are for; {error.says}. What is left goes by itself with the next runs."
    return (
        f"It refuses all messages alike, so it is no fault of the recipients; {error.says}. Check that [email] user may send as [email] "
        "from, and what that server allows (relaying, a daily limit, how to log in). Everything is kept and goes by itself at the next run "
        "after that is mended."
    )
