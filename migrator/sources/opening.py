"""Which source a path is: a literal table, asked in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from migrator.errors import UsageError
from migrator.sources import text, wxr
from migrator.sources.capture import capture
from migrator.sources.gather.merged import merge
from migrator.sources.gather.source import open_gathered
from migrator.sources.item import Opening, Source


class SourceKind(NamedTuple):
    """A kind of source: `accepts` looks at a path and its first bytes, `open` reads several as one site."""

    name: str
    accepts: Callable[[Path], bool]
    open: Callable[[Sequence[Path], Opening], Source]


SOURCES: tuple[SourceKind, ...] = (
    SourceKind("capture", capture.accepts, open_gathered),
    SourceKind("text", text.accepts, lambda paths, _how: text.open_text(paths)),
    SourceKind("wxr", wxr.accepts, lambda paths, _how: wxr.open_export(paths)),
)
"""Asked in this order; what none accepts, the last refuses by name and reason."""


_SCHEMES = ("http:/", "https:/")
"""How a path begins that was meant for an address: one of its slashes is gone."""


def open_source(paths: Sequence[Path], how: Opening = Opening()) -> Source:  # noqa: B008  (immutable)
    """Open files, folders or "-" (standard input) as one site; an export and captures of it are joined.

    Raises:
        UsageError: No path was given, or sources that can't be joined.
        SourceError: A path is missing, unreadable, or nothing that can be read here; the message names it and why.
    """
    if not paths:
        raise UsageError("no source was given")
    found: dict[str, list[Path]] = {}
    for path in paths:
        if str(path).startswith(_SCHEMES):
            raise UsageError(f"{path}: that is an address; `migrator crawl` captures a live site and converts it")
        found.setdefault(_kind_of(path).name, []).append(path)
    if found.keys() == {"wxr", "capture"}:
        return merge(wxr.open_export(found["wxr"]), open_gathered(found["capture"], how))
    if len(found) > 1:
        kinds = " and ".join(f"{name} ({paths[0]})" for name, paths in found.items())
        raise UsageError(f"{kinds} can't be read as one site: only an export and captures can be joined")
    return _kind_of(paths[0]).open(paths, how)


def captures_among(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Which sources are captures, in which files may lie, too."""
    return tuple(path for path in paths if _kind_of(path).name == "capture")


def _kind_of(path: Path) -> SourceKind:
    return next((kind for kind in SOURCES if kind.accepts(path)), SOURCES[-1])
