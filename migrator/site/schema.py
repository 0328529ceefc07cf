"""The tables of a site's one SQLite file, and how the file is opened to be written once and read often."""

from __future__ import annotations

import sqlite3
from pathlib import Path

TABLES = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (
    id INTEGER PRIMARY KEY, position INTEGER, type TEXT, status TEXT, title TEXT, slug TEXT, url TEXT, parent INTEGER,
    public INTEGER, protected INTEGER, written INTEGER, day TEXT, category TEXT, author TEXT
);
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY, position INTEGER, url TEXT, file TEXT, mime TEXT, title TEXT, alt TEXT, caption TEXT,
    description TEXT, credit TEXT, parent INTEGER, menu_order INTEGER, date TEXT, page TEXT, metadata TEXT,
    backups TEXT, original TEXT
);
CREATE TABLE address (key TEXT, host INTEGER, rank INTEGER, id INTEGER);
CREATE TABLE family (key TEXT, id INTEGER);
CREATE TABLE place (id INTEGER PRIMARY KEY, path TEXT);
CREATE TABLE taken (key TEXT PRIMARY KEY, owner TEXT) WITHOUT ROWID;
CREATE TABLE block (id INTEGER PRIMARY KEY, content TEXT);
CREATE TABLE term (
    taxonomy TEXT, slug TEXT, name TEXT, id INTEGER, parent TEXT, description TEXT, meta TEXT,
    PRIMARY KEY (taxonomy, slug)
) WITHOUT ROWID;
CREATE TABLE author (
    login TEXT PRIMARY KEY, name TEXT, id INTEGER, email TEXT, first_name TEXT, last_name TEXT, nicename TEXT
) WITHOUT ROWID;
CREATE TABLE person (id TEXT PRIMARY KEY, rank INTEGER, value TEXT) WITHOUT ROWID;
CREATE TABLE known_as (name TEXT PRIMARY KEY, person TEXT) WITHOUT ROWID;
"""

INDEXES = (
    "CREATE INDEX address_key ON address (key)",
    "CREATE INDEX family_key ON family (key)",
    "CREATE INDEX attachment_parent ON attachment (parent, menu_order, id)",
    "CREATE INDEX document_slug ON document (slug) WHERE written AND slug != ''",
)

_FAST = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-8192;"
_READING = "PRAGMA query_only=ON; PRAGMA cache_size=-4096;"


def create(path: Path) -> sqlite3.Connection:
    """Start a new file, in one transaction that `finish` ends; what was at `path` is gone."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(_FAST)
    connection.executescript("BEGIN;" + TABLES)
    return connection


def finish(connection: sqlite3.Connection) -> None:
    """Make the indexes that reading needs, and end the transaction."""
    for statement in (*INDEXES, "COMMIT"):
        connection.execute(statement)
    connection.close()


def read(path: Path) -> sqlite3.Connection:
    """Open a finished file; any number of processes may, as nobody writes any more."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.executescript(_READING)
    return connection
