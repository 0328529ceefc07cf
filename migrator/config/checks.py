"""Checks of single settings: each takes the key and the value and returns the value as an option holds it.

All raise UsageError that names the key and says what is allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from migrator.errors import UsageError

Check = Callable[[str, Any], Any]


def one_of(*allowed: str) -> Check:
    """Make the check of a setting that has one of a few values."""

    def check(key: str, value: Any) -> str:
        if value not in allowed:
            raise UsageError(f"{key} must be one of {', '.join(allowed)}, not {value!r}{meant(value, allowed)}")
        return str(value)

    return check


def texts(key: str, value: Any) -> list[str]:
    """Check a list of texts."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UsageError(f"{key} must be a list of texts, not {value!r}")
    return value


def set_of_texts(key: str, value: Any) -> frozenset[str]:
    """Check a list of texts whose order says nothing."""
    return frozenset(texts(key, value))


def text(key: str, value: Any) -> str:
    """Check a text."""
    if not isinstance(value, str):
        raise UsageError(f"{key} must be a text, not {value!r}")
    return value


def number(key: str, value: Any) -> int:
    """Check a whole number."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise UsageError(f"{key} must be a whole number from 0, not {value!r}")
    return value


def flag(key: str, value: Any) -> bool:
    """Check a switch."""
    if not isinstance(value, bool):
        raise UsageError(f"{key} must be true or false, not {value!r}")
    return value


def table(*known: str) -> Check:
    """Make the check of a table that has these settings only, or any when none are named."""

    def check(key: str, value: Any) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            raise UsageError(f"[{key}] must be a table")
        unknown = sorted(set(value) - set(known)) if known else []
        if unknown:
            raise UsageError(f"[{key}] has no setting {unknown[0]!r}; known are {', '.join(known)}")
        return value

    return check


def meant(said: Any, known: Iterable[str]) -> str:
    """Ask whether one of the known names was meant; "" when none is near."""
    near = get_close_matches(str(said), known, n=3)
    return f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
