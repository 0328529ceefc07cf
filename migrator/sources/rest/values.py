"""Values of decoded JSON, whatever kind they turn out to be: plugins change every answer of a site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from migrator.sources.wxr.php import mapping

Item = Mapping[str, Any]
"""A decoded JSON object."""

_DATE = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)")
_LONGEST_NUMBER = 18


def sequence(value: Any) -> Sequence[Any]:
    """The value if it is a list, else an empty one; PHP writes an object for a list with a gap in its numbers."""
    if isinstance(value, Mapping) and all(key.isdecimal() for key in value):
        return list(value.values())
    return value if isinstance(value, list) else []


def text(value: Any) -> str:
    """The value if it is text or a number, else ""."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""


def number(value: Any) -> int:
    """The value if it is a whole number, or digits; else 0."""
    if isinstance(value, int):
        return int(value)
    digits = value.strip() if isinstance(value, str) else ""
    return int(digits) if digits.isdecimal() and len(digits) <= _LONGEST_NUMBER else 0


def flag(value: Any) -> bool:
    """Whether the value says yes."""
    return value is True or value in (1, "1", "true")


def raw(value: Any) -> str | None:
    """What is stored in a field ("raw", which only those see who may edit it); None where it isn't shown."""
    stored = mapping(value).get("raw")
    return stored if isinstance(stored, str) else None


def shown(value: Any) -> str:
    """A field as it is stored, else as a page shows it, else the text that stands in its place."""
    stored = raw(value)
    return stored if stored is not None else text(mapping(value).get("rendered", value))


def moment(value: Any) -> str:
    """A date as an export writes it: "2024-04-10T09:30:00" → "2024-04-10 09:30:00"; "" for none."""
    found = _DATE.match(text(value))
    return f"{found[1]} {found[2]}" if found else ""


def numbers(value: Any) -> Iterator[int]:
    """The ids in a list, or one that stands alone; objects say theirs as "id" or "term_id"."""
    values = sequence(value) or (() if isinstance(value, Mapping | list) else (value,))
    for one in values:
        known = mapping(one)
        found = number(known.get("id") or known.get("term_id") if known else one)
        if found:
            yield found
