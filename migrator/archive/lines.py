"""JSON on one line, and lists of such lines that no run ever holds in memory as a whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

line: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""Write a value as JSON on one line."""


def listing(schema: str, members: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    """Write an object of lists as JSON, an entry a line, so that a diff shows which entries changed."""
    yield f'{{\n"schema": {line(schema)}'
    for name, entries in members:
        yield f",\n{line(name)}: ["
        separator = "\n"
        for entry in entries:
            yield separator + entry
            separator = ",\n"
        yield "\n]"
    yield "\n}\n"
