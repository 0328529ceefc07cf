"""Giving each document and each upload its own path, in the order of their ids, so that every run gives the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from sqlite3 import Connection

from migrator.archive.layout import Place, check_template, document_path, folded, media_path, numbered
from migrator.normalise.urls import split
from migrator.site.metadata import original_name
from migrator.site.roots import path_of

MAX_DEPTH = 20
"""Parents that are followed: page trees are rarely deeper than five, and a broken one may be a circle."""

# Items without an id of their own have negative numbers; they come after the others.
_DOCUMENTS = """
    SELECT id, type, status, slug, title, day, parent, category, COALESCE(person, author), public, protected
    FROM document LEFT JOIN known_as ON name = author WHERE written ORDER BY id < 0, abs(id)
"""
_UPLOADS = "SELECT id, url, file, metadata FROM attachment ORDER BY id < 0, abs(id)"


def assign_paths(connection: Connection, templates: Mapping[str, str]) -> None:
    """Give every document that will be written its path; raises UsageError for a template that can't be used."""
    for template in templates.values():
        check_template(template)
    claims = _Claims(connection)
    for number, kind, status, slug, title, day, parent, category, author, public, protected in connection.execute(
        _DOCUMENTS
    ):
        parents = tuple(_parents(connection, kind, parent)) if parent else ()
        place = Place(
            number, kind, status, slug, title, day, parents, category, author, public=bool(public), protected=protected
        )
        path = claims.take(document_path(place, templates), str(number))
        connection.execute("UPDATE document SET path = ? WHERE id = ?", (path, number))


def _parents(connection: Connection, kind: str, parent: int) -> list[str]:
    """The slugs of a document's ancestors of its own type, from the top."""
    slugs: list[str] = []
    for _ in range(MAX_DEPTH):
        row = connection.execute(
            "SELECT slug, parent, title FROM document WHERE id = ? AND type = ?", (parent, kind)
        ).fetchone()
        if row is None:
            break
        slugs.append(row[0] or row[2])
        parent = row[1]
    return slugs[::-1]


def assign_media(connection: Connection, own: Collection[str]) -> None:
    """Give every attachment the path of its original; attachments of one file share it."""
    claims = _Claims(connection)
    for number, url, file, metadata in connection.execute(_UPLOADS):
        folder, slash, name = file.rpartition("/")
        original = original_name(metadata) or name
        path = claims.take(media_path(folder + slash + original), _owner(url, original, own)) if original else ""
        connection.execute("UPDATE attachment SET path = ? WHERE id = ?", (path, number))


def _owner(url: str, original: str, own: Collection[str]) -> str:
    """Name an original by its address, whichever of the site's own hosts that has."""
    parts = split(url)
    return f"{'' if parts.host in own else parts.host}{path_of(parts).rpartition('/')[0]}/{original}"


class _Claims:
    """Which paths are taken, by whom; kept in the file, as they may be many."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbers: dict[str, int] = {}

    def take(self, path: str, owner: str) -> str:
        """Take a path, or the next free numbered one; an owner that has it already gets it again."""
        first = path
        for candidate in self._candidates(first):
            key = folded(candidate)
            done = self._connection.execute("INSERT OR IGNORE INTO taken VALUES (?, ?, ?)", (key, candidate, owner))
            if done.rowcount == 1:
                return candidate
            taken = self._connection.execute("SELECT path, owner FROM taken WHERE key = ?", (key,)).fetchone()
            if taken[1] == owner:
                return str(taken[0])
        return first

    def _candidates(self, path: str) -> Iterator[str]:
        yield path
        number = 2
        while True:
            yield numbered(path, number)
            number += 1
