"""`[front_matter]` of migrator.toml: how the YAML at the head of a document names its fields, and what it omits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from migrator.config.checks import Check, table, text, texts
from migrator.errors import UsageError


def front_matter(key: str, value: Any) -> Mapping[str, Any]:
    """Check the table; a constant that is a date becomes its text, as JSON has no dates."""
    settings = table(*_CHECKS)(key, value)
    return {name: _CHECKS[name](f"{key}.{name}", setting) for name, setting in settings.items()}


def _names(key: str, value: Any) -> Mapping[str, str]:
    return {name: text(f"{key}.{name}", other) for name, other in table()(key, value).items()}


def _renamed(key: str, value: Any) -> Mapping[str, str]:
    names = _names(key, value)
    twice = sorted({new for new in names.values() if [*names.values()].count(new) > 1})
    if twice:
        raise UsageError(f"{key} gives two fields the name {twice[0]!r}")
    return names


def _constants(key: str, value: Any) -> Mapping[str, Any]:
    return {name: _plain(constant) for name, constant in table()(key, value).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date | time) else value


_CHECKS: Mapping[str, Check] = {"rename": _renamed, "omit": texts, "constants": _constants, "meta": _names}
