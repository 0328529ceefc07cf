"""What is known of each file while a run is at work on media: a SQLite file, so that memory stays flat.

It is made of the archive's media lists and lives beside them (`.migrator-media/`) until it has been written back into
them. A killed run leaves it, with all that was fetched; the next run goes on from there.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from migrator.archive.files import digest_of, is_safe
from migrator.errors import ArchiveError
from migrator.extensions import extension_of
from migrator.media.embedded import credit_of
from migrator.media.entries import FETCHED, Entry, forms_of
from migrator.media.fetch import Result
from migrator.media.hidden import hidden_in, without_hidden
from migrator.media.store import ENDS_EARLY
from migrator.media.wish import Wanted, Wish

FOLDER = ".migrator-media"
"""The work folder inside an archive, there while media are not settled."""

NAME = "state.sqlite"

_PRAGMAS = "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=OFF;"
_TABLES = """
CREATE TABLE IF NOT EXISTS file (
    url TEXT PRIMARY KEY, rank INTEGER, public INTEGER, place TEXT, kind TEXT, host TEXT, addresses TEXT, copies TEXT,
    names TEXT, own INTEGER, used INTEGER, wanted INTEGER DEFAULT 0,
    path TEXT DEFAULT '', target TEXT DEFAULT '', sha256 TEXT, bytes INTEGER, type TEXT, extension TEXT,
    width INTEGER, height INTEGER, embedded TEXT, chosen TEXT, tries INTEGER DEFAULT 0, error TEXT DEFAULT ''
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS form (given TEXT PRIMARY KEY, url TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS amended (path TEXT PRIMARY KEY, sha256 TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen (path TEXT PRIMARY KEY, stamp TEXT, sha256 TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS changed (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS file_sha256 ON file (sha256);
CREATE INDEX IF NOT EXISTS file_host ON file (host);
CREATE INDEX IF NOT EXISTS file_rank ON file (rank);
CREATE INDEX IF NOT EXISTS file_path ON file (path);
CREATE INDEX IF NOT EXISTS file_target ON file (target);
"""
_UPSERT = """
INSERT INTO file (url, rank, public, place, kind, host, addresses, copies, names, own, used)
VALUES (:url, :rank, :public, :place, :kind, :host, :addresses, :copies, :names, :own, :used)
ON CONFLICT (url) DO UPDATE SET
    rank = min(coalesce(rank, excluded.rank), excluded.rank), public = max(public, excluded.public),
    place = CASE WHEN rank IS NULL OR excluded.rank < rank THEN excluded.place ELSE place END,
    kind = excluded.kind, addresses = excluded.addresses, copies = excluded.copies, names = excluded.names,
    own = max(own, excluded.own), used = max(used, excluded.used)
"""
AT_ADDRESS = """
FROM file WHERE rank IS NOT NULL AND url IN (?1, (SELECT url FROM form WHERE given = ?1)) ORDER BY url <> ?1 LIMIT 1
"""
"""The file that a document knows by an address, which may be another form of the one that the lists have."""

_FACTS = """
UPDATE file SET path = ?, sha256 = ?, bytes = ?, type = ?, extension = ?, width = ?, height = ?, embedded = ?,
    chosen = ?, error = ?
WHERE url = ? AND sha256 IS NULL
"""
_RESULT = """
UPDATE file SET sha256 = ?, bytes = ?, type = ?, extension = ?, width = ?, height = ?, embedded = ?, chosen = ?,
    tries = ?, error = ?
WHERE url = ?
"""


class File(NamedTuple):
    """Where a file is in the archive ("" while it isn't), where its address would put it, who it says has made it."""

    path: str
    place: str
    credit: str = ""


class State:
    """The state of a run's media; threads may share it."""

    def __init__(self, archive: Path, connection: sqlite3.Connection, hidden: frozenset[str]) -> None:
        self.archive = archive
        self.folder = archive / FOLDER
        self.lock = threading.RLock()
        self.connection = connection
        self._hidden = hidden
        self._had = False

    def close(self) -> None:
        """Let go of the file; the work folder stays."""
        self.connection.close()

    def clear(self) -> None:
        """Take the work folder away, when all is written."""
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def begin(self) -> None:
        """Forget the lists that were taken in and what failed, not what was fetched."""
        self.connection.execute("DELETE FROM form")
        self.connection.execute(
            "UPDATE file SET rank = NULL, public = 0, used = 0, own = 0, wanted = 0, tries = 0, "
            "error = CASE WHEN sha256 IS NULL THEN '' ELSE error END"
        )

    def add(self, entry: Entry) -> None:
        """Take in an entry of a media list, with what it says was fetched if that is still there."""
        self.connection.execute(_UPSERT, entry.row())
        forms = [(form, entry.url) for form in forms_of(entry.url, entry.value)]
        self.connection.executemany("INSERT OR IGNORE INTO form VALUES (?, ?)", forms)
        known = entry.value
        if known.get("status") != FETCHED:
            return
        self._had = True
        if is_safe(known["path"]) and (self.archive / known["path"]).is_file():
            if self.digest(known["path"]) == known["sha256"]:
                self._take_facts(entry.url, known)
            else:
                self._note_change(known["path"])

    def _take_facts(self, url: str, known: dict[str, Any]) -> None:
        facts = [known[name] for name in ("path", "sha256", "bytes", "type")]
        written = self._written(known.get("embedded") or {})
        facts += [extension_of(known["path"]), known["width"] or 0, known["height"] or 0, written]
        self.connection.execute(_FACTS, (*facts, known["chosen"], known["error"], url))

    def _written(self, told: Mapping[str, Any]) -> str:
        """What is written into a file, as the state keeps it."""
        return json.dumps(without_hidden(told, self._hidden), ensure_ascii=False)

    def _note_change(self, path: str) -> None:
        """Note a file that is another than was fetched, unless a killed run has just put it there."""
        if not self.all("SELECT 1 FROM file WHERE sha256 = ? AND target = ? LIMIT 1", self.digest(path), path):
            self.connection.execute("INSERT OR IGNORE INTO changed VALUES (?)", (path,))

    def digest(self, path: str) -> str:
        """The SHA-256 of a file of the archive, read once in a run (1.4 GB/s) unless it is changed meanwhile."""
        told = (self.archive / path).stat()
        stamp = f"{told.st_size} {told.st_mtime_ns} {told.st_ctime_ns}"
        found = self.all("SELECT sha256 FROM seen WHERE path = ? AND stamp = ?", path, stamp)
        if not found:
            found = [(digest_of(self.archive / path),)]
            self.connection.execute("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", (path, stamp, found[0][0]))
        return str(found[0][0])

    def decide(self, wish: Wish) -> None:
        """Mark the files that a run wants: what it was asked for, and what stood in the text itself."""
        self.connection.execute(
            "UPDATE file SET wanted = rank IS NOT NULL AND (url LIKE 'data:%' OR ? AND (used OR ?) AND (own OR ?))",
            (wish.extent != "none", wish.extent == "all", wish.remote),
        )
        self.connection.commit()

    def missing(self, host: str | None = None) -> Iterator[Wanted]:
        """List the files that are wanted, not here, and not tried in this run, in the order of the lists.

        Some at a time, since meanwhile others are entered.
        """
        last = -1
        query = "SELECT rank, url, addresses, place, kind FROM file WHERE wanted AND sha256 IS NULL AND error = ''"
        query += " AND rank > ? AND (?2 IS NULL OR host = ?2) ORDER BY rank LIMIT 256"
        while rows := self.all(query, last, host):
            yield from (_wanted(*row[1:]) for row in rows)
            last = rows[-1][0]

    def hosts(self) -> list[tuple[str, int]]:
        """Count the files that are still to be had, by host, those with most first."""
        query = "SELECT host, count(*) FROM file WHERE wanted AND sha256 IS NULL AND error = ''"
        return self.all(query + " GROUP BY host ORDER BY 2 DESC, 1")

    def enter(self, result: Result) -> None:
        """Enter what became of a file."""
        blob = result.blob
        facts: tuple[object, ...] = (None,) * 7
        if blob:
            written = self._written(blob.embedded)
            facts = (blob.sha256, blob.size, blob.type, blob.extension, blob.width, blob.height, written)
        tries = 0 if blob else result.tries
        error = ENDS_EARLY if blob and not blob.whole else result.error
        with self.lock:
            self.connection.execute(_RESULT, (*facts, result.chosen, tries, error, result.wanted.url))
            self.connection.commit()

    def file(self, url: str) -> File | None:
        """Tell where a file is to be found when all is settled; None for one that no list has."""
        found = self.all(f"SELECT target, place, embedded {AT_ADDRESS}", url)
        if not found:
            return None
        target, place, written = found[0]
        return File(target, place, credit_of(json.loads(written)) if target and written else "")

    def all(self, query: str, *values: object) -> list[Any]:
        """Ask the state, while threads may be writing to it."""
        with self.lock:
            return self.connection.execute(query, values).fetchall()

    def wanted(self, url: str) -> Wanted:
        """Give what is wanted at an address."""
        return _wanted(*self.all("SELECT url, addresses, place, kind FROM file WHERE url = ?", url)[0])

    def has_news(self) -> bool:
        """Tell whether a file came in that has no place yet."""
        return bool(self.all("SELECT 1 FROM file WHERE sha256 IS NOT NULL AND path = '' LIMIT 1"))

    def has_files(self) -> bool:
        """Tell whether any document may refer to a file of the archive, or is about to."""
        query = "SELECT 1 FROM file WHERE sha256 IS NOT NULL OR target <> '' LIMIT 1"
        return self._had or bool(self.all(query) or self.all("SELECT 1 FROM amended LIMIT 1"))


def _wanted(url: str, addresses: str, place: str, kind: str) -> Wanted:
    return Wanted(url, tuple(json.loads(addresses)), extension_of(place), kind)


def open_state(archive: Path) -> State:
    """Open the state of an archive, or make it.

    Raises:
        ArchiveError: Another run is at work on it, or it can't be written.
        UsageError: people.toml can't be read, and may hide someone.
    """
    folder, hidden = archive / FOLDER, hidden_in(archive)
    try:
        folder.mkdir(exist_ok=True)
        connection = sqlite3.connect(folder / NAME, timeout=0, check_same_thread=False)
        connection.executescript(_PRAGMAS + _TABLES + "BEGIN EXCLUSIVE; COMMIT;")
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            reason = "another run is at work on its media" if "locked" in str(error) else str(error)
            raise ArchiveError(f"{archive}: {reason}") from error
        shutil.rmtree(folder)
        return open_state(archive)
    except OSError as error:
        raise ArchiveError(f"{folder}: can't be written: {error.strerror}") from error
    return State(archive, connection, hidden)


def load(state: State, entries: Iterable[Entry]) -> None:
    """Take in the archive's lists."""
    state.begin()
    for entry in entries:
        state.add(entry)
    state.connection.commit()
