"""The path of each fetched file, and moving it there: the same in every run, whatever was fetched when.

The same bytes are kept once, under the name of the first file in the lists that has them; one that has another size's
name and whose original was had instead leaves it to those that have the original's. A name whose extension was
wrong gets the right one, and a number if another file's address leads to that name, be it fetched or not.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from migrator.archive.files import digest_of
from migrator.archive.layout import folded, numbered
from migrator.media.here import ROOTS
from migrator.media.state import State

FOLDERS = tuple(f"{root}media" for root in ROOTS)

_CLAIMS = """
CREATE TEMP TABLE IF NOT EXISTS claim (key TEXT PRIMARY KEY, owner TEXT) WITHOUT ROWID;
DELETE FROM claim;
"""
_PLACES = "SELECT url, public, place FROM file WHERE rank IS NOT NULL ORDER BY rank"
_FIRST = """
SELECT url, public, place, extension, sha256, min(rank + ((url GLOB '*-[0-9]*x[0-9]*.*' AND chosen <> url) << 40))
FROM file WHERE sha256 IS NOT NULL AND rank IS NOT NULL
GROUP BY sha256 ORDER BY 6
"""
_MOVED = """
SELECT DISTINCT path, sha256 FROM file
WHERE path <> '' AND sha256 IS NOT NULL AND rank IS NOT NULL AND path <> target ORDER BY path
"""

_TARGETS = "SELECT DISTINCT sha256, target FROM file WHERE sha256 IS NOT NULL AND target <> '' AND rank IS NOT NULL"


def settle_files(state: State) -> None:
    """Give every file its path and move it there."""
    _name(state)
    _gather(state)
    _put(state)
    with state.connection:
        state.connection.execute("UPDATE file SET path = target WHERE rank IS NOT NULL")


def _name(state: State) -> None:
    """Decide where each file is to lie; nothing is moved yet, so that a killed run may be done again."""
    state.connection.executescript(_CLAIMS)
    for path in strangers(state):
        _claim(state, path, "")
    for url, public, place in state.connection.execute(_PLACES):
        _claim(state, _rooted(place, public=public), url)
    for url, public, place, extension, sha256, _ in state.connection.execute(_FIRST):
        path = _rooted(_named(place, extension), public=public)
        number = 1
        while not _claim(state, numbered(path, number) if number > 1 else path, url):
            number += 1
        target = numbered(path, number) if number > 1 else path
        state.connection.execute("UPDATE file SET target = ? WHERE sha256 = ? AND rank IS NOT NULL", (target, sha256))
    state.connection.commit()


def _rooted(place: str, *, public: int) -> str:
    return place if public else ROOTS[1] + place


def _named(place: str, extension: str) -> str:
    """A place with the extension that a file's bytes ask for."""
    folder, slash, name = place.rpartition("/")
    stem, dot, given = name.rpartition(".")
    if not extension or given.lower() == extension:
        return place
    return f"{folder}{slash}{stem if dot else name}.{extension}"


def _claim(state: State, path: str, owner: str) -> bool:
    """Claim a path for a file; say whether it is that file's."""
    key = folded(path)
    state.connection.execute("INSERT OR IGNORE INTO claim VALUES (?, ?)", (key, owner))
    return bool(owner) and state.all("SELECT owner FROM claim WHERE key = ?", key) == [(owner,)]


def strangers(state: State) -> Iterator[str]:
    """List the files in the folders of media that are none of the state's: other runs' and other people's."""
    for name in FOLDERS:
        for folder, subfolders, files in os.walk(state.archive / name):
            subfolders.sort()
            for file in sorted(files):
                path = (Path(folder) / file).relative_to(state.archive).as_posix()
                if not state.all(
                    "SELECT 1 FROM file WHERE (path = ?1 OR target = ?1) AND rank IS NOT NULL LIMIT 1", path
                ):
                    yield path


def _gather(state: State) -> None:
    """Take the files whose path changes back into the work folder, so that none is in another's way."""
    for path, sha256 in state.all(_MOVED):
        file = state.archive / path
        if file.is_file():
            file.replace(state.folder / sha256)
            _clear_empty(file.parent, state.archive)


def _clear_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _put(state: State) -> None:
    for sha256, target in state.all(_TARGETS):
        blob, file = state.folder / sha256, state.archive / target
        if blob.is_file():
            file.parent.mkdir(parents=True, exist_ok=True)
            blob.replace(file)
        elif not file.is_file() or (not _is_at(state, target) and digest_of(file) != sha256):
            _lose(state, sha256)


def _is_at(state: State, path: str) -> bool:
    return bool(state.all("SELECT 1 FROM file WHERE path = ? LIMIT 1", path))


def _lose(state: State, sha256: str) -> None:
    """Account for a file that was here and has vanished."""
    with state.connection:
        state.connection.execute(
            "UPDATE file SET sha256 = NULL, path = '', target = '', error = 'the file has vanished' WHERE sha256 = ?",
            (sha256,),
        )
