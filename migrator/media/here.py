"""Files that need no network: what lies at its place in the archive already, then the copies of the uploads."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from migrator.archive.layout import UNPUBLISHED
from migrator.media.fetch import Limits, Result
from migrator.media.pasted import digest_in
from migrator.media.pool import Done
from migrator.media.sniff import WrongFile
from migrator.media.state import State
from migrator.media.store import keep, proven, spill
from migrator.media.uploads import Copy, names_of, opened
from migrator.media.wish import Wanted, Wish
from migrator.sources.capture.digests import pieces_of

ROOTS = ("", UNPUBLISHED)
"""Where in the archive media lie: what is public, what no visitor could read."""

PASTED = "it stood in the text itself; converting the source again brings it back"
"""Why a pasted picture is missing: no copy and no server has it."""

_LIKELY = """
CREATE TEMP TABLE IF NOT EXISTS likely (url TEXT, name TEXT, rank INTEGER, member TEXT);
CREATE INDEX IF NOT EXISTS temp.likely_name ON likely (name);
DELETE FROM likely;
INSERT INTO likely (url, name, rank) SELECT url, value, key FROM file, json_each(names)
WHERE wanted AND sha256 IS NULL AND error = '' AND value <> '';
"""


def take(state: State, wish: Wish, limits: Limits, done: Done) -> None:
    """Take what is wanted from the archive itself and from the copies of the uploads, in their order."""
    adopt(state, done)
    for path in wish.uploads:
        with opened(path) as copy:
            _copy(state, copy, limits, done)


def adopt(state: State, done: Done) -> None:
    """Take in files that someone has put where the archive would, or that an earlier run left there."""
    for wanted in state.missing():
        digest = digest_in(wanted.url)
        if digest and (state.folder / digest).is_file():
            _adopt_one(state, wanted, "", state.folder / digest, done)
            continue
        (place,) = state.all("SELECT place FROM file WHERE url = ?", wanted.url)[0]
        if not any(_adopt_from(state, wanted, root + place, done) for root in ROOTS) and digest:
            state.enter(Result(wanted, error=PASTED))


def _adopt_from(state: State, wanted: Wanted, path: str, done: Done) -> bool:
    file = state.archive / path
    is_free = file.is_file() and not state.all("SELECT 1 FROM file WHERE path = ?", path)
    return is_free and _adopt_one(state, wanted, path, file, done)


def _adopt_one(state: State, wanted: Wanted, path: str, file: Path, done: Done) -> bool:
    try:
        blob = proven(file, wanted)
    except WrongFile:
        return False
    if digest_in(wanted.url) not in ("", blob.sha256):
        return False
    result = Result(wanted, blob, wanted.url)
    state.enter(result)
    with state.lock, state.connection:
        state.connection.execute("UPDATE file SET path = ? WHERE url = ?", (path, wanted.url))
    done(result)
    return True


def _copy(state: State, copy: Copy, limits: Limits, done: Done) -> None:
    """Copy the best member for each file; where that isn't what it is meant to be, the next best."""
    state.connection.executescript(_LIKELY)
    for member in copy.names():
        for name in names_of(member):
            state.connection.execute("UPDATE likely SET member = ? WHERE name = ? AND member IS NULL", (member, name))
    while chosen := _chosen(state):
        for member, file in copy.files(chosen):
            url, rank = chosen.pop(member)
            _copy_one(state, state.wanted(url), rank, file, limits, done)
        for url, rank in chosen.values():
            _strike(state, url, rank)


def _chosen(state: State) -> dict[str, tuple[str, int]]:
    """By member the file that it is the best for; a member that is it for two files is so for one after the other."""
    best = state.all("SELECT member, url, min(rank) FROM likely WHERE member IS NOT NULL GROUP BY url ORDER BY url")
    return {member: (url, rank) for member, url, rank in reversed(best)}


def _copy_one(state: State, wanted: Wanted, rank: int, file: IO[bytes], limits: Limits, done: Done) -> None:
    part = state.folder / "upload.part"
    try:
        spill(pieces_of(file), part, limits.size)
        result = Result(wanted, keep(part, state.folder, wanted), wanted.addresses[rank])
    except WrongFile:
        part.unlink(missing_ok=True)
        _strike(state, wanted.url, rank)
        return
    _strike(state, wanted.url, None)
    state.enter(result)
    done(result)


def _strike(state: State, url: str, rank: int | None) -> None:
    """Look no more for a file under the name of this rank, or under any."""
    with state.connection:
        state.connection.execute("DELETE FROM likely WHERE url = ? AND (?2 IS NULL OR rank = ?2)", (url, rank))
