"""Suggest which persons of an archive are the same, with what speaks for it; nothing is decided here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

_SPLIT = re.compile(r"[\s.\-_’'`,]+")
_JOINED = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_IN_BRACKETS = re.compile(r"[(“\"]([^()“”\"]+)[)”\"]")
_GENERATIONS = frozenset("jr sr ii iii iv".split())
_SUFFIXES = _GENERATIONS | frozenset("phd md dr prof mr mrs ms".split())

NICKNAMES = tuple(
    frozenset(row.split())
    for row in (
        "abigail abby",
        "alexander alex sasha sandy",
        "alexandra alex sasha sandy lexi",
        "allison ally",
        "amanda mandy",
        "andrew andy drew",
        "anthony tony",
        "benjamin ben benny",
        "catherine katherine kathryn kate katie kathy cathy kat",
        "charles charlie chuck",
        "christopher chris",
        "christina christine chris tina",
        "daniel dan danny",
        "david dave",
        "deborah debra debbie",
        "dominic dom",
        "donald don",
        "douglas doug",
        "edward ed eddie ted",
        "eleanor ellie nell nora",
        "elizabeth liz beth eliza lizzie betty",
        "emily em",
        "frances fran",
        "francis frank",
        "frederick fred",
        "gabriel gabe",
        "gabriella gabby gabi",
        "gregory greg",
        "henry harry hank",
        "isabella bella izzy",
        "jacob jake",
        "james jim jimmy jamie",
        "jeffrey jeff",
        "jennifer jen jenny",
        "jessica jess jessie",
        "john jack johnny",
        "john jon",
        "jonathan jon",
        "joseph joe joey",
        "josephine josie",
        "joshua josh",
        "katelyn kate katie",
        "kenneth ken kenny",
        "kimberly kim",
        "lawrence larry",
        "leonard leo len",
        "louis lou",
        "lucas luke",
        "madeline maddie",
        "madison maddie",
        "margaret maggie meg peggy",
        "matthew matt",
        "maxwell max",
        "michael mike mick",
        "mitchell mitch",
        "nathaniel nathan nate",
        "nicholas nick",
        "nicole nikki",
        "olivia liv",
        "pamela pam",
        "patricia pat patty trish",
        "patrick pat",
        "peter pete",
        "philip phil",
        "raymond ray",
        "rebecca becky becca",
        "richard rick dick rich",
        "robert rob bob bobby",
        "ronald ron",
        "russell russ",
        "samantha sam sammie",
        "samuel sam sammy",
        "stephanie steph",
        "stephen steven steve",
        "susan sue susie",
        "teresa theresa terry tess",
        "theodore ted theo",
        "thomas tom tommy",
        "timothy tim",
        "victoria vicky tori",
        "vincent vince",
        "virginia ginny",
        "walter walt",
        "william will bill billy liam",
        "zachary zach zack",
    )
)
"""First names and their short forms, as far as they are common in English bylines."""


class Suggestion(NamedTuple):
    """Two persons who may be one: who has more documents first, and why."""

    keep: Mapping[str, Any]
    other: Mapping[str, Any]
    why: str


def suggestions(people: Iterable[Mapping[str, Any]]) -> list[Suggestion]:
    """Compare all persons whose last names or initials meet; the surest suggestions first."""
    found: dict[tuple[str, str], Suggestion] = {}
    for group in _groups([person for person in people if not person["organisation"]]).values():
        for one, other in combinations(group, 2):
            why = reason(one, other)
            if why:
                keep, also = sorted((one, other), key=_weight)
                found.setdefault((keep["id"], also["id"]), Suggestion(keep, also, why))
    return sorted(found.values(), key=lambda made: (made.keep["id"], made.other["id"]))


def _weight(person: Mapping[str, Any]) -> tuple[int, bool, bool, int, str]:
    """What makes a person the one to keep: documents, an account, a name that isn't shouted, and a full one."""
    name = person["name"]
    return -person["documents"], person["guest"], name.isupper(), -len(name), person["id"]


def _groups(people: list[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """Persons by last names and by what logins are made of, so that not everyone is compared with everyone."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for person in people:
        for key in sorted({key for words in _spellings(person) for key in _keys(words)}):
            groups.setdefault(key, []).append(person)
    return groups


def _keys(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[-1], "".join(words), _without_figures(words), *_logins(words)


def _logins(words: tuple[str, ...]) -> tuple[str, ...]:
    """The logins that are made of a name: "jdoe", "janed", "janedoe"."""
    first, last = words[0], words[-1]
    return first[0] + last, first + last[0], first + last


def _without_figures(words: tuple[str, ...]) -> str:
    """A login without the figures that tell it from another: "jane.doe22" → "janedoe"."""
    return "".join(words).rstrip("0123456789")


def _spellings(person: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """The words of a person's name, also with its family's part last, and of another name in brackets within it."""
    name = person["name"]
    inner = _IN_BRACKETS.search(name)
    last, comma, first = name.partition(", ")
    for text in (name, f"{first} {last}" if comma else "", _IN_BRACKETS.sub(" ", name), inner[1] if inner else ""):
        words = _words(text)
        if words:
            yield words


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _plain(name) if word not in _SUFFIXES)


def _plain(name: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", _JOINED.sub(" ", name))
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return [word for word in _SPLIT.split(plain.lower()) if word]


def _are_of_two_generations(one: str, other: str) -> bool:
    """Whether two names are those of father and son: "John Doe Sr.", "John Doe Jr."."""
    first, second = (_GENERATIONS.intersection(_plain(name)) for name in (one, other))
    return bool(first) and bool(second) and first != second


def reason(one: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    """What speaks for two persons being one, "" if nothing does."""
    if _are_of_two_generations(one["name"], other["name"]):
        return ""
    for first in _spellings(one):
        for second in _spellings(other):
            found = _compare(first, second)
            if found:
                return found
    return ""


def _compare(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    if one == other:
        return "the same name in other letters"
    if "".join(one) == "".join(other):
        return "the same name, parted otherwise"
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1]:
        return _login(one, other)
    if one[0] == other[0]:
        return "with and without a middle name" if len(one) != len(other) else _middle(one, other)
    if one[0][0] == other[0][0] and 1 in (len(one[0]), len(other[0])):
        return "an initial for the first name"
    return "a short form of the first name" if any({one[0], other[0]} <= row for row in NICKNAMES) else ""


def _middle(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    pairs = zip(one[1:-1], other[1:-1], strict=True)
    fits = all(one == two or (one[0] == two[0] and 1 in (len(one), len(two))) for one, two in pairs)
    return "an initial for a middle name" if fits else ""


def _login(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """A login for a name, with or without figures behind it: "jdoe", "janed", "janedoe22" for Jane Doe."""
    for login, name in ((one, other), (other, one)):
        is_login = len(login) == 1 or login[-1][-1].isdecimal()
        if is_login and len(name) > 1 and _without_figures(login) in _logins(name):
            return "a login made of the name"
    return ""
