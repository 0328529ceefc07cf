"""Keep out of the lists whom the archivist hides: the names that are written into pictures.

A file itself stays as it is. Completing media knows no more of the site than the archive holds, so it is people.toml
that tells, where a run finds it: in the archive's folder or beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from migrator.normalise.slugs import slug_of
from migrator.site.people_toml import find_people, read_people

_NAMES = ("byline", "credit", "copyright")
_BETWEEN = re.compile(r"\s*[,;/&|]\s*|\s+and\s+|(?:\(c\)|©)\s*(?:\d{4}\s*)?", re.IGNORECASE)


def hidden_in(archive: Path) -> frozenset[str]:
    """The ids of those who are hidden, and of those whom they are one with.

    Raises:
        UsageError: The file can't be read: then nobody knows whom it hides, and no name may be written.
    """
    path = find_people(archive)
    return _hidden(read_people(path)) if path else frozenset()


def _hidden(rulings: Mapping[str, Any]) -> frozenset[str]:
    persons = rulings.get("person", {})
    hidden = {identity for identity, said in persons.items() if said.get("hide")}
    hidden |= {slug_of(persons[identity].get("name", "")) for identity in hidden} - {""}
    for row in rulings.get("merge", ()):
        same = {row["keep"], *row["also"]}
        hidden |= same if hidden & same else set()
    return frozenset(hidden)


def without_hidden(told: Mapping[str, Any], hidden: frozenset[str]) -> dict[str, Any]:
    """What is written into a picture but for the fields that name someone who is hidden."""
    return {name: value for name, value in told.items() if name not in _NAMES or not _names(str(value), hidden)}


def _names(text: str, hidden: frozenset[str]) -> bool:
    return bool(hidden) and any(slug_of(part) in hidden for part in _BETWEEN.split(text) if part)
