"""The forms of a verb by the rules of its language, so that a lexicon names each verb once.

An entry is the infinitive with its particle ("look over"); behind a bar stands what no rule makes: the participle, then the past of "we"
("go over|gone over|went over"). A dot parts what comes off ("durch·sehen|gesehen").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple


class Forms(NamedTuple):
    """Words and phrases in small letters: what has been done ("looked over"), what is to be done ("look over"), who did it ("went over"),
    that we did it ("repasamos") or will do it ("repasaremos"), and the doing as a noun ("looking over")."""

    done: tuple[str, ...]
    infinitive: tuple[str, ...]
    active: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    promised: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()


def inflected(language: str, entry: str) -> Forms:
    """All forms of an entry of a language that has rules (each of `reviewer.read.lexicon`). Raises ``KeyError`` for another language."""
    verb, *irregular = entry.split("|")
    return _RULES[language](verb, irregular)


def _english(verb: str, irregular: list[str]) -> Forms:
    """As "looked over", "went over", "look over", "looking over"."""
    head, _, particle = verb.partition(" ")
    behind = f" {particle}" if particle else ""
    stem = head.removesuffix("e")
    done = irregular[0] if irregular else (f"{head[:-1]}ied" if _IED.search(head) else f"{stem}ed") + behind
    active = irregular[1] if len(irregular) > 1 else done
    doing = f"{head}ing" if head.endswith("ee") else f"{stem}ing"
    return Forms((done,), (verb,), active=(active,), noun=(doing + behind,))


_IED: Final = re.compile("[^aeiou]y$")


def _french(verb: str, irregular: list[str]) -> Forms:
    """As "contrôlé" in four forms, and "contrôler"."""
    head, _, particle = verb.partition(" ")
    behind = f" {particle}" if particle else ""
    done = irregular[0].partition(" ")[0] if irregular else f"{head[:-2]}é" if head.endswith("er") else head[:-1]
    ends = ("", "e") if done.endswith("s") else ("", "e", "s", "es")
    will = f"{_REVOIR.sub('ver', head.removesuffix('e').removesuffix('r'))}rons{behind}"
    return Forms(tuple(f"{done}{end}{behind}" for end in ends), (verb,), promised=(will,))


_REVOIR: Final = re.compile("voi$")


def _german(verb: str, irregular: list[str]) -> Forms:
    """As "durchgesehen", "durchsehen", "durchzusehen"; "kontrolliert"."""
    prefix, dot, head = verb.rpartition("·")
    stem = head.removesuffix("n").removesuffix("e")
    weak = f"{stem}{'e' if stem[-1] in 'td' else ''}t"
    done = irregular[0] if irregular else weak if _BARE.match(head) else f"ge{weak}"
    return Forms((prefix + done,), (prefix + head, f"{prefix}zu{head}") if dot else (head,))


_BARE: Final = re.compile(r"(?:be|ver|er|ent|über|miss|wider|zer|re(?!ch)|unter)|.*ieren$")
"""What has no "ge-" in its participle."""


def _romance(ends: str, *, ours: bool, will: str) -> Callable[[str, list[str]], Forms]:
    """Rules for languages whose participles end in gender and number; ``ours``: "-amos" tells who did it; ``will``: its future of "we"."""

    def rule(verb: str, irregular: list[str]) -> Forms:
        head, _, particle = verb.partition(" ")
        behind = f" {particle}" if particle else ""
        theme, stem = head.rstrip("e")[-2], head.rstrip("e")[:-2]
        done = irregular[0].partition(" ")[0][:-1] if irregular else stem + _THEMES[ends][theme]
        themed = {"a": ("ó", "aron"), "e": ("ió", "ieron"), "i": ("ió", "ieron")}.get(theme, ()) if ours else ()
        passive = tuple(f"se {stem}{end}{behind}" for end in themed)
        told = (f"{stem}{'a' if theme == 'a' else 'i'}mos{behind}",) if ours else ()
        future = f"{stem}er" if theme == "a" and ends == "it" else head.rstrip("e")
        promised = (f"{future}{will}{behind}", *(f"se {head}{end}{behind}" for end in ("á", "án") if ours))
        return Forms((*(f"{done}{end}{behind}" for end in _ENDS[ends]), *passive), (verb,), ours=told, promised=promised)

    return rule


_ENDS: Final = {"es": ("o", "a", "os", "as"), "it": ("o", "a", "i", "e")}
_THEMES: Final = {"es": {"a": "ad", "e": "id", "i": "id"}, "it": {"a": "at", "e": "ut", "i": "it"}}


def _catalan(verb: str, irregular: list[str]) -> Forms:
    """As "revisat", "revisada"; "corregit"."""
    head, _, particle = verb.partition(" ")
    behind = f" {particle}" if particle else ""
    done = irregular[0].partition(" ")[0] if irregular else f"{head[:-1]}t"
    ends = (done, f"{done[:-1]}da", f"{done}s", f"{done[:-1]}des")
    return Forms(tuple(one + behind for one in ends), (verb,), promised=(f"{head.removesuffix('e')}em{behind}",))


def _dutch(verb: str, irregular: list[str]) -> Forms:
    """As "nagekeken", "nakijken", "na te kijken"; "gecontroleerd"."""
    prefix, dot, head = verb.rpartition("·")
    stem = re.sub(r"([aeou])([^aeiou])$", r"\1\1\2", re.sub(r"(.)\1$", r"\1", head.removesuffix("en"))) if not irregular else head
    stem = stem.removesuffix("v") + "f" if stem.endswith("v") else stem
    weak = stem if stem[-1] in "td" else f"{stem}{'t' if stem[-1] in 'kfspch' and not head.endswith('ven') else 'd'}"
    done = irregular[0] if irregular else weak if re.match("be|ver|her|ont|er", head) else f"ge{weak}"
    return Forms((prefix + done,), (prefix + head, f"{prefix} te {head}") if dot else (head,))


def _nordic(ends: tuple[str, ...], passive: str) -> Callable[[str, list[str]], Forms]:
    """Rules for "kontrollerad", "kontrolleras" and their like; the particle stands behind ("läst igenom", "läsas igenom")."""

    def rule(verb: str, irregular: list[str]) -> Forms:
        head, _, particle = verb.partition(" ")
        behind = f" {particle}" if particle else ""
        stem = head[:-1]
        done = tuple(irregular) if irregular else tuple(f"{stem}{end}{behind}" for end in ends)
        return Forms(done, tuple(dict.fromkeys((verb, f"{stem}{passive}{behind}", f"{stem}es{behind}", f"{head}s{behind}"))))

    return rule


def _polish(verb: str, irregular: list[str]) -> Forms:
    """As "sprawdzono", "sprawdzony", "sprawdzić"."""
    done = irregular[0] if irregular else f"{verb[:-1]}n" if verb.endswith("ać") else f"{verb[:-2]}on"
    will = re.sub("owa$", "uje", verb[:-1])
    return Forms(
        tuple(f"{done}{end}" for end in ("o", "y", "a", "e")),
        (verb,),
        promised=(f"{re.sub('e$', 'y', will) if verb.endswith('eć') else will}my",),
    )


def _welsh(verb: str, irregular: list[str]) -> Forms:
    """As "gwiriwyd", "wedi'i wirio", "gwirio": the stem stands behind the bar; the beginning is softened behind "ei"."""
    stem = irregular[0]
    soft = next((new + verb[len(old) :] for old, new in _SOFT if verb.startswith(old)), verb)
    breathed = next((new + verb[len(old) :] for old, new in _BREATHED if verb.startswith(old)), verb)
    nouns = tuple(dict.fromkeys((verb, soft, breathed)))
    told = tuple(f"{has} {noun}" for has in ("wedi'i", "wedi ei") for noun in nouns)
    return Forms((f"{stem}wyd", *told), nouns, active=(f"{stem}odd",), promised=(f"{stem}ir",))


_SOFT: Final = (
    *(("ll", "l"), ("rh", "r"), ("ch", "ch"), ("th", "th"), ("ph", "ph"), ("ff", "ff"), ("dd", "dd")),
    *(("p", "b"), ("t", "d"), ("c", "g"), ("b", "f"), ("d", "dd"), ("gw", "w"), ("gl", "l"), ("g", ""), ("m", "f")),
)

_BREATHED: Final = (
    *((one, f"h{one}") for one in "aeiouwy"),
    ("ch", "ch"),
    ("c", "ch"),
    ("ph", "ph"),
    ("p", "ph"),
    ("th", "th"),
    ("t", "th"),
)

_RULES: Final = {
    "en": _english,
    "cy": _welsh,
    "fr": _french,
    "de": _german,
    "es": _romance("es", ours=True, will="emos"),
    "pt": _romance("es", ours=True, will="emos"),
    "it": _romance("it", ours=False, will="emo"),
    "ca": _catalan,
    "nl": _dutch,
    "sv": _nordic(("ad", "at", "ade", "ades", "ats"), "as"),
    "da": _nordic(("et", "ede"), "es"),
    "no": _nordic(("t", "et"), "es"),
    "pl": _polish,
}
