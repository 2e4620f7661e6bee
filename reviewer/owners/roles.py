"""Names of roles and teams, made comparable: one word for what is called by several, no word for what every team is called, the rest in any
order and number ("Lead for falls", "the falls lead"); and what they are called for short, by the first letters of their words."""

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
    ig, information governance
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
_WHAT: Final = """
team teams department departments dept office unit section division directorate service services function staff tim equipe equipo abteilung
afdeling servicio servizio servico ufficio oficina dienst bereich referat gwasanaeth adran avdeling avdelning enhet
"""
_UNITS: Final = frozenset(_WHAT.split())
_TRADES: Final = """
officer manager lead leader head director nurse nurses coordinator adviser advisor specialist administrator secretary editor consultant
practitioner midwife pharmacist therapist librarian governance committee group board centre center desk
"""
_POSTS: Final = frozenset(_TRADES.split())
"""Words that no person is called by."""
_BETWEEN: Final = "for of the in on to at de la le les du des der die das fur van voor het para per il"
_JOINING: Final = frozenset(_BETWEEN.split())
"""Words that join the others and say nothing themselves."""
_SHORT: Final = (3, 6)
"""Letters of what a team is called for short."""
_SPELT: Final = {name: group[0] for group in _SAME for name in group}
_ANY: Final = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _SPELT), key=len, reverse=True))})\b")


def role(words: str) -> str:
    """A role or team by its plainest name; empty when nothing of it is left ("the team")."""
    one = _ANY.sub(lambda found: _SPELT[found.group()], plain(words))
    return " ".join(sorted(_singular(word) for word in one.split() if word not in _UNITS and word not in _JOINING))


def unit(words: str) -> bool:
    """Whether words name a team beyond doubt: one of them is what teams are called ("Digital Team", "Estates Office")."""
    return not _UNITS.isdisjoint(plain(words).split())


def _singular(word: str) -> str:
    """A word without the s of a plural, or of a genitive that lost its mark."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def acronyms(words: str) -> tuple[str, ...]:
    """What a team or post is called for short, with the word for what every team is called and without it; nothing for what may be a
    person's name."""
    every = [word for word in plain(words).split() if word not in _JOINING and word != "and"]
    if not (set(plain(words).split()) & (_UNITS | _JOINING | _POSTS) or any(word.islower() for word in words.split())):
        return ()
    bare = [word for word in every if word not in _UNITS]
    made = ("".join(word[0] for word in each) for each in (every, bare))
    return tuple(dict.fromkeys(short for short in made if _SHORT[0] <= len(short) <= _SHORT[1] and short.isalpha()))


def acronym(words: str) -> str:
    """The one word in capitals that names a team for short ("the IPC team"); empty when there is none."""
    every = words.replace("(", " ").replace(")", " ").split()
    found = [word for word in every if plain(word) not in _UNITS | _JOINING | {"the", "our", ""}]
    return found[0].casefold() if len(found) == 1 and found[0].isupper() and len(found[0]) >= _SHORT[0] else ""
