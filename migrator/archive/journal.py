"""The journal of a run: what is finished, kept in the work folder so that a killed run goes on from there.

Batches are finished in the order of the source, so what is finished is a beginning of it. A batch is in the journal
only when all its files are on disk. Killing the process loses nothing that is in it; after a loss of power it may not
be trusted, so it is proven before it is used, and otherwise begun anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

from migrator.archive.files import digest_of
from migrator.errors import ArchiveError

Tallies = Counter[tuple[str, ...]]

NAME = "journal.sqlite"
ALONE = "alone"
"""The fact that no unfinished run of another key has left files in the archive that nothing names."""
LEDGERS = ("ledger.jsonl", "unpublished-ledger.jsonl")
"""The ledgers as they grow in the work folder: of public documents, of those that no visitor could read."""

_TABLES = """
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE tally (key TEXT PRIMARY KEY, count INTEGER) WITHOUT ROWID;
CREATE TABLE file (path TEXT, sha256 TEXT);
CREATE TABLE other_file (path TEXT, sha256 TEXT);
CREATE TABLE use (
    attachment INTEGER, url TEXT, path TEXT, kind TEXT, document INTEGER, public INTEGER, file TEXT
);
CREATE TABLE seen (attachment INTEGER, url TEXT, path TEXT, given TEXT, public INTEGER);
CREATE TABLE embed (
    provider TEXT, kind TEXT, id TEXT, url TEXT, title TEXT, author TEXT, thumbnail TEXT, caption TEXT,
    document INTEGER, public INTEGER
);
CREATE TABLE redirect (source TEXT, target TEXT, kind TEXT);
CREATE TABLE listed (list TEXT, public INTEGER, id INTEGER, path TEXT, value TEXT);
"""
_SETTLING = (
    "CREATE INDEX IF NOT EXISTS file_path ON file (path)",
    "DELETE FROM other_file",
    "CREATE INDEX IF NOT EXISTS use_attachment ON use (attachment, document)",
    "CREATE INDEX IF NOT EXISTS use_file ON use (file)",
    "CREATE INDEX IF NOT EXISTS seen_attachment ON seen (attachment, path)",
    "CREATE INDEX IF NOT EXISTS seen_url ON seen (url)",
    "CREATE INDEX IF NOT EXISTS listed_id ON listed (list, id)",
)
_PRAGMAS = "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-8192;"
_BLOCK = 1 << 20


@dataclass(slots=True)
class Finished:
    """What became of a batch whose files are written: rows for the journal's tables, lines for the ledgers.

    `items` counts the items of the batch, `offset` the source's bytes up to its end.
    """

    items: int = 0
    offset: int = 0
    tallies: Tallies = field(default_factory=Counter)
    ledgers: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    files: list[tuple[str, str]] = field(default_factory=list)
    uses: list[tuple[int, str, str, str, int, bool, str]] = field(default_factory=list)
    seen: list[tuple[int, str, str, str, bool]] = field(default_factory=list)
    embeds: list[tuple[object, ...]] = field(default_factory=list)
    redirects: list[tuple[str, str, str]] = field(default_factory=list)
    listed: list[tuple[str, bool, int, str, str]] = field(default_factory=list)


class Journal:
    """A run's journal, open for one process alone."""

    def __init__(self, work: Path, connection: sqlite3.Connection) -> None:
        self.work = work
        self._connection = connection
        self._ledgers = [(work / name).open("ab", buffering=0) for name in LEDGERS]
        self._checks = [int(self.load(f"check {name}") or 0) for name in LEDGERS]
        self.items = int(self.load("items") or 0)

    def close(self) -> None:
        """Let go of the journal's files."""
        for file in self._ledgers:
            file.close()
        self._connection.close()

    def save(self, name: str, value: str) -> None:
        """Keep a fact of the run."""
        with self._connection:
            self._set(name, value)

    def load(self, name: str) -> str:
        """Read a fact of the run, "" if it isn't known."""
        row = self._connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def record(self, batch: Finished) -> None:
        """Enter a finished batch."""
        with self._connection:
            self._write_ledgers(batch)
            self.items += batch.items
            self._set("items", self.items)
            self._add(batch.tallies)
            self._insert("file", batch.files)
            self._insert("use", batch.uses)
            self._insert("seen", batch.seen)
            self._insert("embed", batch.embeds)
            self._insert("redirect", batch.redirects)
            self._insert("listed", batch.listed)

    def tallies(self) -> Tallies:
        """Sum up what all batches counted."""
        rows = self._connection.execute("SELECT key, count FROM tally")
        return Counter({tuple(json.loads(key)): count for key, count in rows})

    def settle(self) -> None:
        """Prepare for reading all rows in another order, when no batch is to come any more."""
        with self._connection:
            for statement in _SETTLING:
                self._connection.execute(statement)

    def files(self) -> Iterator[tuple[str, str]]:
        """List all files with their SHA-256, by path."""
        return self.rows("SELECT path, sha256 FROM file UNION ALL SELECT path, sha256 FROM other_file ORDER BY path")

    def has_file(self, path: str) -> bool:
        """Say whether this run wrote a file."""
        queries = (f"SELECT 1 FROM {table} WHERE path = ?" for table in ("file", "other_file"))
        return any(next(self.rows(query, path), None) is not None for query in queries)

    def rows(self, query: str, *values: object) -> Iterator[Any]:
        """Ask the journal's tables."""
        return self._connection.execute(query, values)

    def add_file(self, path: str, digest: str) -> None:
        """Enter a file that belongs to no batch."""
        with self._connection:
            self._insert("other_file", [(path, digest)])

    def _set(self, name: str, value: object) -> None:
        self._connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, str(value)))

    def _write_ledgers(self, batch: Finished) -> None:
        for number, texts in enumerate(batch.ledgers):
            data = "".join(texts).encode("utf-8", "backslashreplace")
            if data:
                self._ledgers[number].write(data)
                self._checks[number] = crc32(data, self._checks[number])
                self._set(f"check {LEDGERS[number]}", self._checks[number])
                self._set(f"size {LEDGERS[number]}", self._ledgers[number].tell())

    def _add(self, tallies: Tallies) -> None:
        self._connection.executemany(
            "INSERT INTO tally VALUES (?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
            ((json.dumps(key, ensure_ascii=False), count) for key, count in tallies.items()),
        )

    def _insert(self, table: str, rows: list[Any]) -> None:
        if rows:
            self._connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def open_journal(work: Path, key: str, root: Path) -> Journal:
    """Go on with the journal of an unfinished run that had the same `key` (source, options, version), or begin one.

    `root` is the folder that its files are in.

    Raises:
        ArchiveError: Another run is at work here, or the folder can't be written.
    """
    try:
        work.mkdir(parents=True, exist_ok=True)
        connection = _existing(work, key, root)
        return Journal(work, connection or _new(work, key))
    except sqlite3.OperationalError as error:
        raise ArchiveError(f"{work.parent}: {_plainly(error)}") from error
    except OSError as error:
        raise ArchiveError(f"{work}: can't be written: {error.strerror}") from error


def _plainly(error: sqlite3.OperationalError) -> str:
    return "another run is at work in this archive" if "locked" in str(error) else f"can't be written: {error}"


def _existing(work: Path, key: str, root: Path) -> sqlite3.Connection | None:
    if not (work / NAME).is_file():
        return None
    connection = _connect(work)
    try:
        connection.executescript(_PRAGMAS)
        state = dict(connection.execute("SELECT name, value FROM state"))
        if state.get("key") == key and _is_intact(connection, state, work, root):
            return connection
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise
    except sqlite3.DatabaseError:
        pass
    connection.close()
    return None


def _is_intact(connection: sqlite3.Connection, state: dict[str, str], work: Path, root: Path) -> bool:
    """Prove what the journal says, and cut off the ledgers what a batch that was never finished wrote."""
    for name in LEDGERS:
        if not _is_sound(work / name, int(state.get(f"size {name}", 0)), int(state.get(f"check {name}", 0))):
            return False
    files = connection.execute("SELECT path, sha256 FROM file")
    return all((root / path).is_file() and digest_of(root / path) == digest for path, digest in files)


def _is_sound(ledger: Path, size: int, check: int) -> bool:
    if not ledger.is_file() or ledger.stat().st_size < size:
        return not size
    with ledger.open("r+b") as file:
        file.truncate(size)
        found = 0
        while block := file.read(_BLOCK):
            found = crc32(block, found)
    return found == check


def _new(work: Path, key: str) -> sqlite3.Connection:
    alone = "" if (work / NAME).is_file() else "yes"
    for file in work.iterdir():
        if file.is_file():
            file.unlink()
    connection = _connect(work)
    connection.executescript(_PRAGMAS + "BEGIN;" + _TABLES)
    connection.executemany("INSERT INTO state VALUES (?, ?)", [("key", key), (ALONE, alone)])
    connection.execute("COMMIT")
    return connection


def _connect(work: Path) -> sqlite3.Connection:
    return sqlite3.connect(work / NAME, timeout=0, isolation_level="DEFERRED")
