"""Names of roles and teams, made comparable: one word for what is called by several, and no word for what every team is called."""

from __future__ import annotations

import re
from typing import Final

from reviewer.owners.names import plain

_SAME: Final = tuple(
    tuple(each.strip() for each in group.split(","))
    for group in """
    helpdesk, help desk, service desk, servicedesk, support desk
    communications, comms, communication
    hr, human resources, people
    it, ict, information technology
    web, website, web site
    reception, front desk
    governance, ig, information governance
    occupational health, oh
    physiotherapy, physio
    emergency department, accident and emergency, a and e, ed
    ear nose and throat, ent
    pals, patient advice and liaison, patient advice and liaison service
    finance, accounts
    lead, leader
    admin, administrator, administration
    """.strip().split("\n")
)
_UNITS: Final = frozenset({"team", "teams", "department", "dept", "office", "tim", "equipe", "equipo", "abteilung", "afdeling"})
_SPELT: Final = {name: group[0] for group in _SAME for name in group}
_ANY: Final = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _SPELT), key=len, reverse=True))})\b")


def role(words: str) -> str:
    """A role or team by its plainest name; empty when nothing of it is left ("the team")."""
    one = _ANY.sub(lambda found: _SPELT[found.group()], plain(words))
    return "".join(word for word in one.split() if word not in _UNITS)
