"""Files that captures of the site have (WARC, WACZ, saved pages), found by their addresses.

A capture is gone through once, without bodies; what may be a file that is wanted is noted in the database of the state,
so that memory stays flat, and read from its place afterwards. Scheme, `www.`, tracking and parameters that make no
other picture don't count; the case of a path does, since on most servers `photo.JPG` is another file.

A copy in another size is the last resort, taken where not even the network has the original.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from typing import NamedTuple
from urllib.parse import unquote

from migrator.errors import SourceError
from migrator.media.fetch import Limits, Result
from migrator.media.pool import Done
from migrator.media.sniff import WrongFile
from migrator.media.state import State
from migrator.media.store import Blob, keep, spill
from migrator.media.wish import Wanted
from migrator.normalise.urls import parameters, same_query, split, unproxied
from migrator.sources.capture.addresses import Row
from migrator.sources.capture.capture import Capture
from migrator.sources.capture.visit import PAGE_TYPES, Place

_SIZING = frozenset("w h width height resize fit crop zoom size s".split())
"""Parameters by which servers and image proxies give a picture in another size (Photon, WordPress VIP, imgix)."""

_FOUND = 200
_COPIES = 1000
"""The rank from which on addresses are those of copies; an original has three or four."""

_TABLES = """
CREATE TEMP TABLE IF NOT EXISTS sought (key TEXT, query TEXT, url TEXT, rank INTEGER);
CREATE INDEX IF NOT EXISTS temp.sought_key ON sought (key);
CREATE TEMP TABLE IF NOT EXISTS visit (url TEXT, rank INTEGER, time TEXT, address TEXT, place TEXT);
CREATE INDEX IF NOT EXISTS temp.visit_url ON visit (url);
DELETE FROM sought; DELETE FROM visit;
"""
_MISSING = "SELECT url, addresses, copies FROM file WHERE wanted AND sha256 IS NULL AND host <> ''"
_VISITS = """
SELECT address, place FROM visit WHERE url = ? AND (rank >= ?) = ? ORDER BY rank, time DESC, rowid DESC
"""
_LEFT = "SELECT DISTINCT url FROM file JOIN visit USING (url) WHERE sha256 IS NULL AND (visit.rank >= ?) = ?"


class FileKey(NamedTuple):
    """What of an address names a file on the web."""

    path: str
    query: str


def file_key(url: str) -> FileKey:
    """Fold an address to what names a file: "gazette.example.edu/uploads/photo.jpg" and its query."""
    parts = split(url)
    return FileKey(parts.host + unicodedata.normalize("NFC", unquote(parts.path)), same_query(parts.query))


def seek(state: State, capture: Capture) -> None:
    """Go through a capture and note where what is wanted may be."""
    state.connection.executescript(_TABLES)
    if not capture.paths:
        return
    sought = (row for file in state.connection.execute(_MISSING) for row in _sought(*file))
    state.connection.executemany("INSERT INTO sought VALUES (?, ?, ?, ?)", sought)
    if state.all("SELECT 1 FROM sought LIMIT 1"):
        found = (visit for row in capture.rows() if _may_be_file(row) for visit in _visits(state, row))
        state.connection.executemany("INSERT INTO visit VALUES (?, ?, ?, ?, ?)", found)
    state.connection.commit()


def _sought(url: str, addresses: str, copies: str) -> Iterator[tuple[str, str, str, int]]:
    smaller = json.loads(copies)
    originals = [address for address in json.loads(addresses) if address not in smaller]
    for first, listed in ((0, originals), (_COPIES, smaller)):
        for rank, address in enumerate(listed, first):
            yield *file_key(address), url, rank


def _may_be_file(row: Row) -> bool:
    return row.status == _FOUND and row.mime not in PAGE_TYPES


def _visits(state: State, row: Row) -> Iterator[tuple[str, int, str, str, str]]:
    """Pair a visit with the files it may be of."""
    address = unproxied(row.url)
    key = file_key(address)
    is_copy = address != row.url or not _SIZING.isdisjoint(parameters(split(row.url).query))
    for query, url, rank in state.all("SELECT query, url, rank FROM sought WHERE key = ?", key.path):
        if (query == key.query and address == row.url) or not query:
            least = _COPIES if is_copy and query != key.query else 0
            yield url, max(rank, least), row.time, row.url, json.dumps(asdict(row.place))


def take(state: State, capture: Capture, limits: Limits, done: Done, *, copies: bool = False) -> None:
    """Take the originals that were found, the latest visit that is what it is meant to be; or else the copies."""
    for (url,) in state.all(_LEFT + " ORDER BY file.rank", _COPIES, copies):
        wanted = state.wanted(url)
        for address, place in state.all(_VISITS, url, _COPIES, copies):
            blob = _kept(state, capture, Place(**json.loads(place)), wanted, limits)
            if blob is not None and (blob.whole or copies):
                result = Result(wanted, blob, address)
                state.enter(result)
                done(result)
                break


def _kept(state: State, capture: Capture, place: Place, wanted: Wanted, limits: Limits) -> Blob | None:
    """Take a file from its place; None if it isn't what it is meant to be, or can't be read any more."""
    part = state.folder / "captured.part"
    try:
        spill(capture.pieces(place), part, limits.size)
        return keep(part, state.folder, wanted)
    except (WrongFile, SourceError):
        part.unlink(missing_ok=True)
        return None
