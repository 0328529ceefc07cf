"""people.toml: what an archivist decided of persons, checked when it is read."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from migrator.errors import UsageError
from migrator.site.rulings import PERSONAL

NAME = "people.toml"
_TABLES = ("merge", "person", "split")
_MERGE = {"keep": str, "also": list}
_SPLIT = {"person": str, "documents": list, "name": str}

_WEB = re.compile(r"https?://\S+\Z")
_SIXTEEN = re.compile(r"[0-9]{15}[0-9X]")
_NUMBERS = {"orcid": "no ORCID; one is 0000-0002-1825-0097", "isni": "no ISNI; one is 0000 0001 2103 2683"}


def find_people(archive: Path | None) -> Path | None:
    """Find the archivist's file in or beside the archive's folder."""
    places = [archive / NAME, archive.parent / NAME] if archive is not None else []
    return next((place for place in places if place.is_file()), None)


def read_people(path: Path) -> Mapping[str, Any]:
    """Read and check the file; raises UsageError naming the file and what can't be used in it."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
        _check(table)
    except OSError as error:
        raise UsageError(f"{path}: can't be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: is no valid TOML: {error}") from error
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error
    return table


def _check(table: Mapping[str, Any]) -> None:
    unknown = sorted(set(table) - set(_TABLES))
    if unknown:
        raise UsageError(f"unknown table {unknown[0]!r}; known are [[merge]], [person.ID], [[split]]")
    for row in _rows(table, "merge"):
        _check_row("merge", row, _MERGE)
        _check_items("merge", "also", row["also"], str)
    for row in _rows(table, "split"):
        _check_row("split", row, _SPLIT)
        _check_items("split", "documents", row["documents"], int)
    persons = table.get("person", {})
    if not isinstance(persons, Mapping):
        raise UsageError("persons are written as [person.ID] tables")
    for identity, settings in persons.items():
        _check_person(identity, settings)


def _rows(table: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    rows = table.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise UsageError(f"{name} is written as [[{name}]] tables")
    return rows


def _check_row(name: str, row: Mapping[str, Any], known: Mapping[str, type]) -> None:
    wrong = sorted(set(row) ^ set(known))
    if wrong:
        word = "has no setting" if wrong[0] in row else "lacks"
        raise UsageError(f"a [[{name}]] {word} {wrong[0]!r}; it needs {', '.join(known)}")
    for key, kind in known.items():
        if kind is list and isinstance(row[key], (str, int)) and row[key]:
            raise UsageError(
                f"{name}.{key} = {row[key]!r} must be a list: {json.dumps([row[key]], ensure_ascii=False)}"
            )
        if not isinstance(row[key], kind) or not row[key]:
            raise UsageError(f"{name}.{key} can't be {row[key]!r}")


def _check_items(name: str, key: str, items: list[Any], kind: type) -> None:
    for item in items:
        if not isinstance(item, kind) or isinstance(item, bool):
            raise UsageError(f"{name}.{key} can't hold {item!r}")


def _check_person(identity: str, settings: Any) -> None:
    if not isinstance(settings, Mapping):
        raise UsageError(f"person.{identity} must be a table")
    for key, value in settings.items():
        if key == "hide" and isinstance(value, bool):
            continue
        if key not in PERSONAL or not isinstance(value, str):
            raise UsageError(
                f"person.{identity}: {key} = {value!r} can't be used; known are"
                f" {', '.join(PERSONAL)} (texts in quotes), hide (true)"
            )
        if value and (fault := _fault(key, value)):
            raise UsageError(f"person.{identity}: {key} = {value!r} is {fault}")


def _fault(key: str, value: str) -> str:
    """What is wrong with a person's number or address; "" if nothing."""
    if key == "url":
        return "" if _WEB.match(value) else "no address of the web; one begins with https://"
    if key in _NUMBERS and not _is_number(value.removeprefix("https://orcid.org/")):
        return _NUMBERS[key]
    return ""


def _is_number(text: str) -> bool:
    """Whether a text is an ORCID or ISNI: 15 digits and the one that checks them.

    Source: ISO 27729, ISO 7064 MOD 11-2.
    """
    number = text.replace("-", "").replace(" ", "")
    if not _SIXTEEN.fullmatch(number):
        return False
    total = 0
    for digit in number[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == number[-1]
