"""Which source a path is: a literal table, asked in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from migrator.errors import UsageError
from migrator.sources import wxr
from migrator.sources.item import Source


class Kind(NamedTuple):
    """A kind of source: `accepts` looks at a path and its first bytes, `open` reads several as one site."""

    name: str
    accepts: Callable[[Path], bool]
    open: Callable[[Sequence[Path]], Source]


SOURCES: tuple[Kind, ...] = (Kind("wxr", wxr.accepts, wxr.open_export),)
"""Asked in this order; what none accepts, the first refuses by name and reason."""


def open_source(paths: Sequence[Path]) -> Source:
    """Open files, folders or "-" (standard input) as one site.

    Raises:
        UsageError: No path was given.
        SourceError: A path is missing, unreadable, or nothing that can be read here; the message names it and why.
    """
    if not paths:
        raise UsageError("no source was given")
    kind = next((kind for kind in SOURCES if all(map(kind.accepts, paths))), SOURCES[0])
    return kind.open(paths)
