"""Modules as they were stored, and what all readers of stores share."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

DEEPEST = 40
"""Modules in each other that are read: a dozen are much."""

_SLASHED = re.compile(r"\\(.)", re.DOTALL)


class Node(NamedTuple):
    """A module as it was stored: "builder/module", its settings, the modules in it."""

    name: str
    values: Mapping[str, Any]
    inner: Sequence[Node] = ()


def read_json(text: str) -> Any:
    """Read JSON, also such as an import has left one layer of backslashes in.

    Raises:
        ValueError: It is none.
    """
    try:
        return json.loads(text)
    except ValueError:
        return json.loads(_SLASHED.sub(r"\1", text))


def maps(value: Any) -> list[Mapping[str, Any]]:
    """The mappings in a list or a mapping; none of anything else."""
    found = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return [one for one in found if isinstance(one, Mapping)]


def deeper(value: Any, depth: int, read: Callable[[Mapping[str, Any], int], Node]) -> Sequence[Node]:
    """Read the modules in a module.

    Raises:
        ValueError: They are too many in each other.
    """
    inner = maps(value)
    if inner and not depth:
        raise ValueError("goes too deep")
    return [read(one, depth - 1) for one in inner]
