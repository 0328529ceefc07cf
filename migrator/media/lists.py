"""The archive's lists once more, when it is known where each file is: media, redirects, manifests."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from migrator.archive import manifest, redirects
from migrator.archive.files import Folder, digest_of
from migrator.archive.layout import MEDIA_FOLDERS
from migrator.archive.lines import listing, write_spooled
from migrator.media.entries import FACTS, FETCHED, LINKED, LISTS, MISSING, UNFETCHED, url_of, values_of, with_facts
from migrator.media.state import State

REDIRECTS = "redirects.csv"

_KNOWN = """
SELECT place, target, sha256, bytes, type, width, height, embedded, chosen, tries, error, wanted, own FROM file
WHERE url = ? AND rank IS NOT NULL
"""
_FILES = """
SELECT target, sha256 FROM file WHERE target <> '' AND sha256 IS NOT NULL AND rank IS NOT NULL
"""


class Digests(Mapping[str, str]):
    """The SHA-256 of each of the archive's files, as its manifests tell them; on disk, for there may be many."""

    def __init__(self, state: State) -> None:
        self._state = state
        state.connection.executescript(
            "CREATE TEMP TABLE IF NOT EXISTS digest (path TEXT PRIMARY KEY, sha256 TEXT) WITHOUT ROWID;"
            "DELETE FROM digest;"
        )
        self._insert(manifest.read_both(state.archive))

    def __getitem__(self, path: str) -> str:
        found = self._state.all("SELECT sha256 FROM digest WHERE path = ?", path)
        if not found:
            raise KeyError(path)
        return str(found[0][0])

    def __iter__(self) -> Iterator[str]:
        return (path for path, _ in self.files())

    def files(self) -> Iterator[tuple[str, str]]:
        """List the files with their SHA-256, by path."""
        last = ""
        while rows := self._state.all("SELECT path, sha256 FROM digest WHERE path > ? ORDER BY path LIMIT 1000", last):
            yield from rows
            last = rows[-1][0]

    def __len__(self) -> int:
        return int(self._state.all("SELECT count(*) FROM digest")[0][0])

    def renew(self) -> None:
        """Take in the documents that were amended, and the media, of which those that were moved are left out."""
        state = self._state
        for path, digest in state.all("SELECT path, sha256 FROM amended"):
            file = state.archive / path
            if file.is_file() and digest_of(file) == digest:
                self.set(path, digest)
        for path in [path for path in self if _is_media(path) and not (state.archive / path).is_file()]:
            state.connection.execute("DELETE FROM digest WHERE path = ?", (path,))
        self._insert(state.all(_FILES))

    def set(self, path: str, digest: str) -> None:
        """Enter a file."""
        self._insert([(path, digest)])

    def _insert(self, rows: Iterable[tuple[str, str]]) -> None:
        self._state.connection.executemany("INSERT OR REPLACE INTO digest VALUES (?, ?)", rows)


def _is_media(path: str) -> bool:
    return path.startswith(MEDIA_FOLDERS)


def write_lists(state: State, folder: Folder, digests: Digests) -> None:
    """Write the lists and the manifests again."""
    moved, write = _Moved(state), partial(write_spooled, folder, state.folder / "whole")
    for path in LISTS:
        if (state.archive / path).is_file():
            digests.set(path, write(path, listing("media", _entries(state, path, moved))))
    if (state.archive / REDIRECTS).is_file():
        digests.set(REDIRECTS, write(REDIRECTS, redirects.lines(_redirects(state, moved))))
    digests.renew()
    manifest.write_both(folder, digests.files, write)


class _Moved:
    """The paths that files had in the lists before, and those they have now; kept until the run is settled."""

    def __init__(self, state: State) -> None:
        self._state = state
        state.connection.execute("CREATE TABLE IF NOT EXISTS moved (before TEXT PRIMARY KEY, now TEXT) WITHOUT ROWID")

    def note(self, before: str, now: str) -> None:
        """Note where a file went."""
        with self._state.connection:
            self._state.connection.execute("INSERT OR REPLACE INTO moved VALUES (?, ?)", (before, now))

    def now(self, before: str) -> str:
        """Tell where a file is that was there before."""
        found = self._state.all("SELECT now FROM moved WHERE before = ?", before)
        return str(found[0][0]) if found else before


def _entries(state: State, path: str, moved: _Moved) -> Iterator[str]:
    for value in values_of(state.archive / path):
        url = url_of(value)
        known = state.all(_KNOWN, url) if url and value["path"] else []
        if not known:
            facts = {name: value.get(name, default) for name, default in FACTS.items()}
            yield with_facts(value, {"place": value.get("place", value["path"] or ""), **facts})
            continue
        before, place = value["path"], known[0][0]
        facts = _facts(value, known[0])
        if facts["path"] != before:
            moved.note(before, facts["path"])
            moved.note(place, facts["path"])
        yield with_facts(value, facts)


def _facts(value: Mapping[str, Any], row: tuple[Any, ...]) -> dict[str, Any]:
    place, target, sha256, size, media_type, width, height, embedded, chosen, tries, error, wanted, own = row
    facts = {"path": target or place, "width": value.get("width"), "height": value.get("height")}
    facts |= {"place": place, **FACTS}
    if sha256:
        told = {"sha256": sha256, "bytes": size, "type": media_type, "chosen": chosen, "status": FETCHED}
        told |= {"embedded": json.loads(embedded) or None, "error": error}
        measures = {"width": width, "height": height} if width else {}
        return facts | measures | told
    if wanted and error:
        return facts | {"status": MISSING, "tries": tries, "error": error}
    if value.get("status") == MISSING and own and not wanted:  # nobody has looked for it since
        return facts | {name: value[name] for name in ("status", "tries", "error")}
    return facts | {"status": UNFETCHED if own else LINKED}


def _redirects(state: State, moved: _Moved) -> Iterator[tuple[str, str, str]]:
    with (state.archive / REDIRECTS).open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows, None)
        for source, target, kind in rows:
            yield source, moved.now(target) if _is_media(target) else target, kind
