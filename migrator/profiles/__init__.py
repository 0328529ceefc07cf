"""Where kinds of sites keep what WordPress has no field for: bylines, subtitles, series; a TOML file a kind.

A profile is data: which postmeta, taxonomies and types show that a site is of the kind (`[evidence]`), which postmeta
hold names (`[[byline]]`), which are fields of a publication (`[fields]`), and which taxonomies are (`[terms]`); which
taxonomy is one of persons (`[people]`), and which items are about a person (`[[person]]`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

PLAIN = "plain"
"""The name of no profile: a site that keeps nothing of its own."""

FIELDS = (
    "subtitle",
    "series",
    "section",
    "dateline",
    "volume",
    "number",
    "issue",
    "print_date",
    "first_published",
    "syndicated_from",
)
"""The fields of a publication that postmeta or terms may fill."""


@dataclass(frozen=True, slots=True)
class BylineField:
    """Postmeta that holds names: `role` of those named, the key of their `title`, the key `when` that must be true.

    A `reference` is "user-12" or "guest-34", the number of an account or of an item.
    """

    meta: str
    role: str = "writer"
    title: str = ""
    when: str = ""
    reference: bool = False


@dataclass(frozen=True, slots=True)
class PersonField:
    """Postmeta of items that are about one person: their `title`, and their `name`, without which it is the item's own.

    Any item that has them counts, or only one of a `type`.
    """

    title: str
    name: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a kind of site; `fields` and `terms` name what fills each field of a publication.

    `people` are the taxonomies whose terms are persons, `persons` the items that are about one, `pages` the addresses
    below the site's at which somebody's documents were listed, with "{name}" where the name stands.
    """

    name: str
    title: str = ""
    evidence: frozenset[str] = frozenset()
    bylines: tuple[BylineField, ...] = ()
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    persons: tuple[PersonField, ...] = ()
    pages: tuple[str, ...] = ()


@cache
def profiles() -> tuple[Profile, ...]:
    """All profiles that come with the program, by name."""
    folder = files(__name__)
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return tuple(
        read_profile(name[: -len(".toml")], tomllib.loads((folder / name).read_text("utf-8"))) for name in names
    )


def read_profile(name: str, table: Mapping[str, Any]) -> Profile:
    """Make a profile of its TOML.

    Raises:
        ValueError: A key is unknown or has a value of another kind.
    """
    _check(name, table)
    evidence = table.get("evidence", {})
    return Profile(
        name,
        table.get("title", name),
        frozenset(f"{kind} {value}" for kind in _KINDS for value in evidence.get(kind, ())),
        tuple(BylineField(**row) for row in table.get("byline", ())),
        {key: tuple([keys] if isinstance(keys, str) else keys) for key, keys in table.get("fields", {}).items()},
        table.get("terms", {}),
        frozenset(filter(None, [table.get("people", {}).get("taxonomy")])),
        tuple(PersonField(**row) for row in table.get("person", ())),
        tuple(table.get("people", {}).get("pages", ())),
    )


_KINDS = ("meta", "taxonomies", "types")
_KEYS = {
    "evidence": _KINDS,
    "fields": FIELDS,
    "terms": FIELDS,
    "people": ("taxonomy", "pages"),
    "person": ("title", "name", "type"),
    "byline": ("meta", "role", "title", "when", "reference"),
}


_NEEDED = {"byline": "meta", "person": "title"}


def _check(name: str, table: Mapping[str, Any]) -> None:
    for key, value in table.items():
        if key == "title":
            continue
        if key not in _KEYS:
            raise ValueError(f"profile {name}: unknown table [{key}]; known are {', '.join(_KEYS)}")
        for row in value if isinstance(value, list) else [value]:
            unknown = sorted(set(row) - set(_KEYS[key])) if isinstance(row, Mapping) else [str(row)]
            if unknown:
                raise ValueError(f"profile {name}: [{key}] has no {unknown[0]!r}; known are {', '.join(_KEYS[key])}")
            needed = _NEEDED.get(key, "")
            if needed and not isinstance(row.get(needed), str):
                raise ValueError(f"profile {name}: a [[{key}]] needs the name of its postmeta, `{needed}`")


def joined(chosen: Iterable[Profile]) -> Profile:
    """Make one profile of several: a site may be of more than one kind."""
    every = tuple(chosen)
    return Profile(
        "+".join(one.name for one in every) or PLAIN,
        ", ".join(one.title for one in every),
        frozenset().union(*(one.evidence for one in every)),
        tuple(row for one in every for row in one.bylines),
        _joined_fields(every),
        {key: taxonomy for one in every for key, taxonomy in one.terms.items()},
        frozenset().union(*(one.people for one in every)),
        tuple(row for one in every for row in one.persons),
        tuple(page for one in every for page in one.pages),
    )


def _joined_fields(every: tuple[Profile, ...]) -> dict[str, tuple[str, ...]]:
    made: dict[str, tuple[str, ...]] = {}
    for one in every:
        for key, keys in one.fields.items():
            made[key] = made.get(key, ()) + keys
    return made
