"""Asking the one SQLite file: rows in, values out, and a bounded memory for what is asked again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from migrator.site import schema

T = TypeVar("T")
Row = tuple[Any, ...]

REMEMBERED = 2048
"""Answers kept of each kind in a worker: a few megabytes; menus, categories, recent posts are asked for most."""


class Store:
    """A finished file, opened for reading."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = schema.read(path)
        self.all = self._connection.execute

    def one(self, query: str, *values: object) -> Row | None:
        """Give the first row of an answer, if there is one; of a number beyond SQLite's there is none."""
        try:
            row: Row | None = self._connection.execute(query, values).fetchone()
        except OverflowError:
            return None
        return row

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def remembered(ask: Callable[..., T]) -> Callable[..., T]:
    """Put a bounded memory in front of a question."""
    memory = lru_cache(maxsize=REMEMBERED)(ask)

    def answer(*about: Hashable) -> T:
        return memory(*about)

    return answer
