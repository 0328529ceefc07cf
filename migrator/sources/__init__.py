"""Where content comes from: each source finds Records, and knows whether a path is one of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from migrator.errors import UsageError
from migrator.sources import wxr
from migrator.sources.wxr import Export, RawItem


class Source(NamedTuple):
    """A kind of source: `accepts` looks at a path and its first bytes, `open` reads several as one site."""

    name: str
    accepts: Callable[[Path], bool]
    open: Callable[[Sequence[Path]], Export]


SOURCES: tuple[Source, ...] = (Source("wxr", wxr.accepts, wxr.open_export),)
"""Asked in this order; what none accepts, the first refuses by name and reason."""


def open_source(paths: Sequence[Path]) -> Export:
    """Open files, folders or "-" (standard input) as one site.

    Raises:
        UsageError: No path was given.
        SourceError: A path is missing, unreadable, or nothing that can be read here; the message names it and why.
    """
    if not paths:
        raise UsageError("no source was given")
    source = next((source for source in SOURCES if all(map(source.accepts, paths))), SOURCES[0])
    return source.open(paths)


__all__ = ["SOURCES", "Export", "RawItem", "Source", "open_source"]
