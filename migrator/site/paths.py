"""Giving each document and each upload its own path, in the order of their ids, so that every run gives the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from sqlite3 import Connection

from migrator.archive.layout import Place, check_template, document_path, folded, media_path, numbered
from migrator.normalise.urls import split
from migrator.site.roots import path_of

MAX_DEPTH = 20
"""Parents that are followed: page trees are rarely deeper than five, and a broken one may be a circle."""

_DOCUMENTS = """
    SELECT id, type, status, slug, title, day, parent, category, COALESCE(person, author), public, protected
    FROM document LEFT JOIN known_as ON name = author WHERE written AND id {}
"""
_UPLOADS = "SELECT id, url, file, original FROM attachment WHERE id {}"
_ORDER = "> 0 ORDER BY id", "< 0 ORDER BY id DESC"
"""Items without an id of their own have negative numbers; they come after the others."""

_BATCH = 1000


def assign_paths(connection: Connection, templates: Mapping[str, str]) -> None:
    """Give every document that will be written its path; raises UsageError for a template that can't be used."""
    for template in templates.values():
        check_template(template)
    claims = _Claims(connection)
    _save(connection, ((place.id, claims.take(document_path(place, templates), "")) for place in _places(connection)))


def _places(connection: Connection) -> Iterator[Place]:
    for order in _ORDER:
        for row in connection.execute(_DOCUMENTS.format(order)):
            number, kind, status, slug, title, day, parent, category, author, public, protected = row
            parents = tuple(_parents(connection, kind, parent)) if parent else ()
            place = Place(number, kind, status, slug, title, day, parents, category, author)
            yield place if public else replace(place, public=False, protected=bool(protected))


def _save(connection: Connection, paths: Iterator[tuple[int, str]]) -> None:
    while batch := list(islice(paths, _BATCH)):
        connection.executemany("INSERT INTO place VALUES (?, ?)", batch)


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
    _save(
        connection,
        (_upload(row, claims, own) for order in _ORDER for row in connection.execute(_UPLOADS.format(order))),
    )


def _upload(row: tuple[int, str, str, str], claims: _Claims, own: Collection[str]) -> tuple[int, str]:
    number, url, file, original = row
    folder, slash, name = file.rpartition("/")
    name = original or name
    return number, claims.take(media_path(folder + slash + name), _owner(url, name, own)) if name else ""


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
        """Take a path, or the next free numbered one; an owner ("" is none) that has it already gets it again."""
        number = self._numbers.get(path, 1) if not owner else 1
        while True:
            candidate = numbered(path, number) if number > 1 else path
            holder = self._claim(candidate, owner)
            if holder is None or (owner and holder == owner):
                break
            number += 1
        if number > 1:
            self._numbers[path] = number
        return candidate

    def _claim(self, path: str, owner: str) -> str | None:
        """Enter a path for an owner; if it is taken, tell by whom."""
        row = folded(path), owner
        if self._connection.execute("INSERT OR IGNORE INTO taken VALUES (?, ?)", row).rowcount == 1:
            return None
        return str(self._connection.execute("SELECT owner FROM taken WHERE key = ?", row[:1]).fetchone()[0])
