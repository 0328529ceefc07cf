"""Files of the archive that are no longer what was fetched: someone has worked on them, or the disk has failed.

Each is told by its SHA-256, so that no size or date hides it. It is set aside, never thrown away, since it may be
someone's work, and never taken for the original; that is fetched again.
"""

from __future__ import annotations

from collections.abc import Iterator

from migrator.archive.layout import numbered
from migrator.media.state import State

FOLDER = "changed"
"""Where in the archive such files are put, under the path that they had."""

_KNOWN = "SELECT 1 FROM file WHERE sha256 = ? AND ?2 IN (path, target) LIMIT 1"


def set_aside(state: State) -> list[str]:
    """Move what was changed out of the way; return the paths that it had."""
    return [path for (path,) in state.all("SELECT path FROM changed ORDER BY path") if _set_aside(state, path)]


def _set_aside(state: State, path: str) -> bool:
    file = state.archive / path
    is_changed = file.is_file() and not state.all(_KNOWN, state.digest(path), path)
    if is_changed:
        target = state.archive / next(name for name in _names(path) if not (state.archive / name).exists())
        target.parent.mkdir(parents=True, exist_ok=True)
        file.replace(target)
    with state.connection:
        state.connection.execute("DELETE FROM changed WHERE path = ?", (path,))
    return is_changed


def _names(path: str) -> Iterator[str]:
    yield f"{FOLDER}/{path}"
    number = 2
    while True:
        yield numbered(f"{FOLDER}/{path}", number)
        number += 1
