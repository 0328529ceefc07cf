"""What was gathered, document by document, in a file of its own: a capture may hold more than memory does."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from migrator.model import RawComment, Record
from migrator.sources.gather.roads import RecordRoad

_TABLES = """
CREATE TABLE piece (number INTEGER PRIMARY KEY, document INTEGER, road TEXT, part INTEGER, record BLOB);
CREATE INDEX piece_document ON piece (document, number);
CREATE TABLE known (key TEXT PRIMARY KEY, document INTEGER) WITHOUT ROWID;
CREATE INDEX known_document ON known (document);
CREATE TABLE comment (key TEXT, number INTEGER, comment BLOB, time TEXT, PRIMARY KEY (key, number)) WITHOUT ROWID;
"""

_LATEST = """
INSERT INTO comment VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET comment = excluded.comment, time = excluded.time WHERE excluded.time > time
"""


class Found(NamedTuple):
    """A piece as it is kept: `part` is which page of a document that has several, from 1."""

    road: RecordRoad
    part: int
    record: Record


class Store:
    """Pieces of documents; pieces that share a key (an id, an address) are of the same one."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        self._connection.execute("BEGIN")

    def add(self, found: Found, keys: Sequence[str]) -> None:
        """Keep a piece; it joins all documents that one of its keys belongs to.

        Documents with different ids stay apart even at one address: addresses are compared without regard to case.
        """
        documents = self._documents_of(keys)
        data = pickle.dumps(found.record)
        cursor = self._connection.execute(
            "INSERT INTO piece (road, part, record) VALUES (?, ?, ?)", (found.road, found.part, data)
        )
        document = documents[0] if documents else cursor.lastrowid
        self._connection.execute("UPDATE piece SET document = ? WHERE number = ?", (document, cursor.lastrowid))
        for other in documents[1:]:
            self._connection.execute("UPDATE piece SET document = ? WHERE document = ?", (document, other))
            self._connection.execute("UPDATE known SET document = ? WHERE document = ?", (document, other))
        self._connection.executemany("INSERT OR IGNORE INTO known VALUES (?, ?)", ((key, document) for key in keys))

    def _documents_of(self, keys: Sequence[str]) -> list[int]:
        places = ", ".join("?" * len(keys))
        query = f"SELECT document, max(key NOT LIKE 'at %') FROM known WHERE key IN ({places}) GROUP BY document"
        found = self._connection.execute(query, keys).fetchall()
        has_id = any(not key.startswith("at ") for key in keys)
        return sorted(document for document, by_id in found if by_id or not (has_id and self._has_id(document)))

    def _has_id(self, document: int) -> bool:
        query = "SELECT 1 FROM known WHERE document = ? AND key NOT LIKE 'at %'"
        return self._connection.execute(query, (document,)).fetchone() is not None

    def add_comment(self, key: str, comment: RawComment, time: str = "") -> None:
        """Keep a comment that came apart from its document, which has this key; of several answers the latest."""
        row = (key, comment.id, pickle.dumps(comment), time)
        self._connection.execute(_LATEST, row)

    def document_of(self, keys: Sequence[str]) -> int | None:
        """Find the document that one of the keys belongs to."""
        for key in keys:
            row = self._connection.execute("SELECT document FROM known WHERE key = ?", (key,)).fetchone()
            if row is not None:
                return int(row[0])
        return None

    def documents(self) -> Iterator[tuple[int, list[Found]]]:
        """Go through all documents in the order of their first pieces, each with its pieces in order."""
        query = "SELECT document, road, part, record FROM piece ORDER BY document, number"
        for document, rows in groupby(self._connection.execute(query), lambda row: row[0]):
            yield document, [_found(row) for row in rows]

    def weights(self) -> dict[int, int]:
        """How many bytes the pieces of each document have."""
        return dict(self._connection.execute("SELECT document, SUM(LENGTH(record)) FROM piece GROUP BY document"))

    def pieces_of(self, document: int) -> list[Found]:
        """Load the pieces of one document."""
        query = "SELECT document, road, part, record FROM piece WHERE document = ? ORDER BY number"
        return [_found(row) for row in self._connection.execute(query, (document,))]

    def comments_of(self, document: int) -> list[RawComment]:
        """Load the comments that came apart from a document, by number."""
        query = "SELECT comment FROM comment JOIN known USING (key) WHERE known.document = ? ORDER BY comment.number"
        return [pickle.loads(data) for (data,) in self._connection.execute(query, (document,))]

    def strays(self) -> Iterator[tuple[str, RawComment]]:
        """Go through the comments of which no document was found, with the keys that they name."""
        query = "SELECT key, comment FROM comment WHERE key NOT IN (SELECT key FROM known) ORDER BY key, number"
        for key, data in self._connection.execute(query):
            yield key, pickle.loads(data)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _found(row: tuple[int, RecordRoad, int, bytes]) -> Found:
    return Found(row[1], row[2], pickle.loads(row[3]))
