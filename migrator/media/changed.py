"""Files of the archive that are no longer what was fetched: someone has worked on them, or the disk has failed.

Each is told by its SHA-256, so that no size or date hides it. It is set aside, never thrown away, since it may be
someone's work, and never taken for the original; that is fetched again.
"""

from __future__ import annotations

from migrator.archive.aside import move
from migrator.media.state import State

_KNOWN = "SELECT 1 FROM file WHERE sha256 = ? AND ?2 IN (path, target) LIMIT 1"


def set_aside(state: State) -> list[str]:
    """Move what was changed out of the way; return the paths that it had."""
    return [path for (path,) in state.all("SELECT path FROM changed ORDER BY path") if _set_aside(state, path)]


def _set_aside(state: State, path: str) -> bool:
    file = state.archive / path
    is_changed = file.is_file() and not state.all(_KNOWN, state.digest(path), path)
    if is_changed:
        move(state.archive, file, path)
    with state.connection:
        state.connection.execute("DELETE FROM changed WHERE path = ?", (path,))
    return is_changed
