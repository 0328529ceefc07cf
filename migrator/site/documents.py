"""Other documents: by id, by any address they ever had, by slug."""

from __future__ import annotations

from collections.abc import Iterator

from migrator.markup.text import plain
from migrator.model import Document, Record
from migrator.site.rows import identity, other_identity
from migrator.site.store import Row, Store, remembered

_SELECT = """
    SELECT id, type, status, title, slug, url, COALESCE(path, ''), parent, public
    FROM document LEFT JOIN place USING (id)
"""


class Documents:
    """The index of documents. `own` are the numbers of the site's own hosts, `hosts` those of all hosts."""

    def __init__(self, store: Store, hosts: dict[str, int], own: frozenset[int]) -> None:
        self._store = store
        self._hosts = hosts
        self._own = own
        self.by_id = remembered(self._by_id)

    def _by_id(self, number: int) -> Document | None:
        row = self._store.one(f"{_SELECT} WHERE id = ?", number)
        return _document(row) if row else None

    def of(self, record: Record) -> Document | None:
        """Find what became of a record, also of one without an id or with another item's."""
        found = self.by_id(identity(record))
        if found and (found.type, found.title) == (record.type, plain(record.title)):
            return found
        return self.by_id(other_identity(record)) or found

    def all(self) -> Iterator[Document]:
        """List all documents that have a path, in the order of the source."""
        return map(_document, self._store.all(f"{_SELECT} WHERE path IS NOT NULL ORDER BY position"))

    def types(self) -> frozenset[str]:
        """The types that documents have, and that of attachments, which the index keeps elsewhere."""
        return frozenset(str(row[0]) for row in self._store.all("SELECT DISTINCT type FROM document")) | {"attachment"}

    def accounts(self) -> frozenset[str]:
        """The logins of those who published documents."""
        return frozenset(str(row[0]) for row in self._store.all("SELECT DISTINCT author FROM document")) - {""}

    def block(self, number: int) -> str | None:
        """Give the raw content of a `wp_block` or `wp_navigation`."""
        row = self._store.one("SELECT content FROM block WHERE id = ?", number)
        return str(row[0]) if row else None

    def ids_at(self, key: str, host: str, *, is_own: bool) -> list[int]:
        """List whose address has a key, the best witness first."""
        hosts = self._own if is_own else {self._hosts.get(host, -1)}
        found = self._store.all("SELECT rank, id, host FROM address WHERE key = ?", (key,))
        return [number for _, number in sorted((rank, number) for rank, number, at in found if at in hosts)]

    def named(self, slug: str, day: str) -> Document | None:
        """Find the one public document with a slug whose day begins so; None if there are more."""
        query = f"{_SELECT} WHERE written AND slug = ? AND slug != '' AND public AND day LIKE ? LIMIT 2"
        found = list(self._store.all(query, (slug, day + "%")))
        return _document(found[0]) if len(found) == 1 else None


def _document(row: Row) -> Document:
    number, kind, status, title, slug, url, path, parent, public = row
    return Document(number, kind, status, title, slug, url, path, parent, bool(public))
