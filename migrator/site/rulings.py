"""What an archivist decided of persons (people.toml): who is the same as whom, how they are called, who is hidden."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from migrator.model import Person
from migrator.normalise.slugs import slug_of
from migrator.site.persons import Register, by_name, enter_named

PERSONAL = ("name", "sort_name", "url", "orcid", "isni", "class_year", "description")
"""What people.toml may say of a person, besides `hide`."""


def rule(made: Register, rulings: Mapping[str, Any]) -> None:
    """Apply the rulings to the register, merges first; a person that the source has not is passed over.

    Others than those of the source may be ruled on as well: those whom a split names.
    """
    persons = rulings.get("person", {})
    _enter_others(made, rulings, {settings.get("name") for settings in persons.values()})
    moved: dict[str, str] = {}
    for row in rulings.get("merge", ()):
        keep = _now(row["keep"], moved)
        moved |= dict.fromkeys(_merge(made, keep, [_now(one, moved) for one in row["also"]]), keep)
    for identity, settings in persons.items():
        if identity not in moved:
            _change(made, identity, settings)
    for identity, settings in persons.items():
        if identity in moved and settings.get("hide"):
            _hide(made, _now(identity, moved))
    _enter_others(made, rulings, set())


def strangers(made: Register, rulings: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The ids in the rulings that nobody in the source has, and for each the id that it may have meant, or "".

    To be asked before the rulings are applied, which takes those away who are merged.
    """
    known = {person.id for person in made.persons} | {slug_of(row["name"]) for row in rulings.get("split", ())}
    named = [*rulings.get("person", {}), *(row["person"] for row in rulings.get("split", ()))]
    for row in rulings.get("merge", ()):
        named += [row["keep"], *row["also"]]
    unknown = sorted(set(named) - known)
    return [(one, next(iter(get_close_matches(one, sorted(known), 1)), "")) for one in unknown]


def doubles(made: Register, rulings: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Whom the rulings gave the name of another who is in the register still: the ids of both.

    To be asked after the rulings were applied.
    """
    called: dict[str, list[str]] = {}
    for person in made.persons:
        called.setdefault(person.name, []).append(person.id)
    renamed = {one: settings["name"] for one, settings in rulings.get("person", {}).items() if "name" in settings}
    return [
        (one, other)
        for one, name in renamed.items()
        for other in called.get(name, ())
        if one in called[name] and other != one and not (renamed.get(other) == name and other < one)
    ]


def _enter_others(made: Register, rulings: Mapping[str, Any], later: Collection[str | None]) -> None:
    """Enter those whom splits name; of `later` it is known only after the other rulings who is called so."""
    for row in rulings.get("split", ()):
        if row["name"] not in later:
            enter_named(made, row["name"])


def _now(identity: str, moved: Mapping[str, str]) -> str:
    """The id of whom someone has become one with."""
    while identity in moved:
        identity = moved[identity]
    return identity


def splits(made: Register, rulings: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Who wrote which documents of a person's in truth: the person's id → a document's number → another's id."""
    found: dict[str, dict[str, str]] = {}
    for row in rulings.get("split", ()):
        other = made.known_as[by_name(row["name"])]
        found.setdefault(row["person"], {}).update((str(number), other) for number in row["documents"])
    return found


def hidden_names(made: Register) -> list[str]:
    """Every name and login by which the source may call those who are hidden."""
    hidden = {person.id: person for person in made.persons if person.hidden}
    known = {name.removeprefix(by_name("")) for name, identity in made.known_as.items() if identity in hidden}
    return sorted(known | {person.name for person in hidden.values()} | set(hidden))


def _merge(made: Register, keep: str, also: Iterable[str]) -> set[str]:
    """Make one person of several; return the ids that are no more."""
    kept = _find(made, keep)
    others = [other for identity in also if (other := _find(made, identity)) is not None and other is not kept]
    if kept is None or not others:
        return set()
    gone = {other.id for other in others}
    names = tuple(dict.fromkeys(name for one in (kept, *others) for name in one.logins))
    url = next((one.url for one in (kept, *others) if one.url), "")
    said = next((one.description for one in (kept, *others) if one.description), "")
    _put(made, replace(kept, logins=names, url=url, description=said))
    made.persons[:] = [person for person in made.persons if person.id not in gone]
    made.known_as.update((name, keep) for name, identity in made.known_as.items() if identity in gone)
    return gone


def _hide(made: Register, identity: str) -> None:
    person = _find(made, identity)
    if person is not None:
        _put(made, replace(person, hidden=True))


def _change(made: Register, identity: str, settings: Mapping[str, Any]) -> None:
    person = _find(made, identity)
    if person is None:
        return
    said = {key: settings[key] for key in PERSONAL if key in settings}
    if settings.get("name", person.name) != person.name:
        said.setdefault("sort_name", "")
    _put(made, replace(person, hidden=bool(settings.get("hide")), **said))
    if settings.get("name"):
        made.known_as.setdefault(by_name(settings["name"]), identity)


def _find(made: Register, identity: str) -> Person | None:
    return next((person for person in made.persons if person.id == identity), None)


def _put(made: Register, person: Person) -> None:
    made.persons[:] = [person if other.id == person.id else other for other in made.persons]
