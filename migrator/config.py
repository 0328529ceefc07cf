"""migrator.toml: what a site needs to say once, read into `Options`; its errors name file and key."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from migrator.errors import UsageError
from migrator.model import Options

NAME = "migrator.toml"
LEDGER_DEPTHS = ("names", "text", "full")
RULE_VERBS = ("drop", "unwrap")
_EDTF_LENGTHS = (4, 7, 10)

Check = Callable[[str, Any], Any]


def find_config(given: Path | None, archive: Path | None) -> Path | None:
    """Choose the settings file: the one given, else the one beside or in the archive folder, else none."""
    if given is not None:
        return given
    places = [archive / NAME, archive.parent / NAME] if archive is not None else []
    return next((place for place in places if place.is_file()), None)


def read_config(path: Path) -> Options:
    """Read settings into Options; raises UsageError naming the file and the key that can't be used."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: can't be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: is no valid TOML: {error}") from error
    try:
        return options_of(table)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error


def options_of(table: Mapping[str, Any]) -> Options:
    """Check a settings table and turn it into Options."""
    chosen: dict[str, Any] = {}
    for key, value in table.items():
        if key not in SETTINGS:
            raise UsageError(f"unknown setting {key!r}; known are {', '.join(SETTINGS)}")
        field, check = SETTINGS[key]
        chosen[field] = check(key, value)
    return replace(Options(), **chosen)


def _one_of(*allowed: str) -> Check:
    def check(key: str, value: Any) -> str:
        if value not in allowed:
            raise UsageError(f"{key} must be one of {', '.join(allowed)}, not {value!r}")
        return str(value)

    return check


def _texts(key: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UsageError(f"{key} must be a list of texts, not {value!r}")
    return value


def _set(key: str, value: Any) -> frozenset[str]:
    return frozenset(_texts(key, value))


def _text(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{key} must be a text, not {value!r}")
    return value


def _number(key: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise UsageError(f"{key} must be a whole number from 0, not {value!r}")
    return value


def _flag(key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise UsageError(f"{key} must be true or false, not {value!r}")
    return value


def _table(*known: str) -> Check:
    def check(key: str, value: Any) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            raise UsageError(f"[{key}] must be a table")
        unknown = sorted(set(value) - set(known)) if known else []
        if unknown:
            raise UsageError(f"[{key}] has no setting {unknown[0]!r}; known are {', '.join(known)}")
        return value

    return check


def _paths(key: str, value: Any) -> Mapping[str, str]:
    for name, template in _table()(key, value).items():
        _text(f"paths.{name}", template)
    return dict(value)


def _disabled(key: str, value: Any) -> frozenset[str]:
    return _set("rules.disable", _table("disable")(key, value).get("disable", []))


def _own_rules(key: str, value: Any) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(value, list):
        raise UsageError("own rules are written as [[rule]] tables")
    for row in value:
        _table("name", "verb", "keys")(key, row)
        _text("rule.name", row.get("name"))
        _one_of(*RULE_VERBS)("rule.verb", row.get("verb"))
        if not _texts("rule.keys", row.get("keys")):
            raise UsageError(f"rule {row['name']!r} has no keys, so it could never apply")
    return tuple(value)


def zone(key: str, value: Any) -> str:
    """Check the name of an IANA time zone."""
    try:
        ZoneInfo(_text(key, value))
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UsageError(f"{key}: there is no time zone {value!r}; write it as Europe/Berlin") from error
    return str(value)


def day(key: str, value: Any) -> str:
    """Check a date given as a year, a month or a day: 2024, 2024-04, 2024-04-10."""
    text = str(value)
    parts = text.split("-")
    if len(text) not in _EDTF_LENGTHS or not all(part.isdigit() for part in parts):
        raise UsageError(f"{key} must be a date like 2024, 2024-04 or 2024-04-10, not {text!r}")
    return text


SETTINGS: Mapping[str, tuple[str, Check]] = {
    "unpublished": ("unpublished", _one_of("keep", "skip")),
    "types": ("types", _set),
    "since": ("since", day),
    "until": ("until", day),
    "author": ("author", _text),
    "limit": ("limit", _number),
    "zone": ("zone", zone),
    "emails": ("emails", _flag),
    "ledger": ("ledger", _one_of(*LEDGER_DEPTHS)),
    "front_matter": ("front_matter", _table("rename", "omit", "constants", "meta")),
    "paths": ("paths", _paths),
    "rules": ("disabled", _disabled),
    "rule": ("rules", _own_rules),
}
"""The settings of migrator.toml: the field of Options each fills and the check that it must pass."""
