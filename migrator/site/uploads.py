"""Attachments: by id, by parent, by the address of any file that was made of one."""

from __future__ import annotations

from collections.abc import Iterator

from migrator.markup.text import plain
from migrator.model import Attachment, Record
from migrator.normalise.slugs import folded
from migrator.normalise.urls import split
from migrator.site.files import SELECT, attachment_of, family, fits, originals
from migrator.site.roots import Roots, file_address, path_of
from migrator.site.rows import identity, other_identity
from migrator.site.store import Store, remembered

_FAMILY = "SELECT id, backups FROM attachment WHERE id IN (SELECT id FROM family WHERE key = ?) ORDER BY id"

Picture = tuple[Attachment, str]
"""An attachment, and the name of the original that a file was made of."""


class Uploads:
    """The index of attachments, which lie in the folders `roots`."""

    def __init__(self, store: Store, roots: Roots) -> None:
        self._store = store
        self._roots = roots
        self.by_id = remembered(self._by_id)
        self.picture = remembered(self._picture)

    def _by_id(self, number: int) -> Attachment | None:
        row = self._store.one(f"{SELECT} WHERE id = ?", number)
        return attachment_of(row) if row else None

    def of_record(self, record: Record) -> Attachment | None:
        """Find what became of an attachment's record, also of one without an id or with another item's."""
        found = self.by_id(identity(record))
        return found if found and found.title == plain(record.title) else self.by_id(other_identity(record)) or found

    def all(self) -> Iterator[Attachment]:
        """List all attachments, in the order of the source."""
        return map(attachment_of, self._store.all(f"{SELECT} ORDER BY position"))

    def of(self, parent: int) -> list[Attachment]:
        """List a document's attachments, as a gallery shows them: by `menu_order`, then id."""
        query = f"{SELECT} WHERE parent = ? ORDER BY menu_order, id"
        return [attachment_of(row) for row in self._store.all(query, (parent,))]

    def _picture(self, url: str) -> Picture | None:
        address = file_address(url)
        name = path_of(address).rpartition("/")[2]
        if "." not in name:
            return None
        members = [member for key in self._roots.keys(address) for member in self._members(family(key))]
        members.sort(key=lambda member: split(member[0].url).host != address.host)
        exact = ((attachment, names[name]) for attachment, names in members if name in names)
        likely = ((attachment, original) for attachment, _ in members if (original := fits(name, attachment)))
        return next(exact, None) or next(likely, None)

    def _members(self, key: str) -> list[tuple[Attachment, dict[str, str]]]:
        found = [(self.by_id(number), backups) for number, backups in self._store.all(_FAMILY, (key,)).fetchall()]
        return [(attachment, originals(attachment, backups)) for attachment, backups in found if attachment]

    def file_at(self, url: str) -> str:
        """Tell a file's path below the site's one folder of uploads; "" if it isn't there."""
        return self._roots.file_at(file_address(url))

    def is_taken(self, path: str) -> bool:
        """Tell whether an attachment was given a path in the archive."""
        return self._store.one("SELECT 1 FROM taken WHERE key = ?", folded(path)) is not None
