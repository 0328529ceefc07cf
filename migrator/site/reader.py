"""The finished site: what a worker asks about other documents, files, terms and persons."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from migrator.model import Attachment, Author, Document, Options, Person, Record, Term
from migrator.normalise.slugs import folded
from migrator.normalise.urls import absolute, split, unescaped, unproxied
from migrator.site import rows, schema
from migrator.site.addresses import candidates, guessable
from migrator.site.clock import as_stretches, offset_on
from migrator.site.files import COLUMNS, attachment_of, family, fits, originals, relative_file, same_name
from migrator.site.persons import spellings

T = TypeVar("T")

_CACHED = 2048
"""Answers kept of each kind: menus, categories and recent posts are asked for again and again."""

_DOCUMENT = "SELECT id, type, status, title, slug, url, path, parent, public FROM document"


class Site:
    """Facts of the whole site, read from the file that the index pass wrote; sent to a worker as its path."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = schema.read(path)
        facts: dict[str, Any] = dict(self._connection.execute("SELECT name, value FROM fact"))
        self.facts: dict[str, str] = {name: value for name, value in facts.items() if isinstance(value, str)}
        self.options: Options = pickle.loads(facts["options"])
        self.base_url = self.facts["base_url"]
        self.title = self.facts.get("title", "")
        self.description = self.facts.get("description", "")
        self.language = self.facts.get("language", "")
        self.generator = self.facts.get("generator", "")
        self.version = self.facts.get("version", "")
        self.zone = ZoneInfo(self.options.zone) if self.options.zone else None
        self.hosts = frozenset(json.loads(self.facts["hosts"]))
        self._base_path = split(self.base_url).path
        self._file_hosts = self.hosts | set(json.loads(self.facts["file_hosts"]))
        self._roots = {host: tuple(roots) for host, roots in json.loads(self.facts["roots"]).items()}
        self._host_numbers: dict[str, int] = json.loads(self.facts["host_numbers"])
        self._own_numbers = {number for host, number in self._host_numbers.items() if host in self.hosts}
        self._offsets = as_stretches(json.loads(self.facts["offsets"]))
        self._remember()

    def _remember(self) -> None:
        """Put a bounded memory in front of the questions that are asked often."""
        self.document = _memory(self.document)  # type: ignore[method-assign]
        self.attachment = _memory(self.attachment)  # type: ignore[method-assign]
        self.term = _memory(self.term)  # type: ignore[method-assign]
        self.person = _memory(self.person)  # type: ignore[method-assign]
        self.person_of = _memory(self.person_of)  # type: ignore[method-assign]
        self.picture = _memory(self.picture)  # type: ignore[method-assign]
        self._at = _memory(self._at)  # type: ignore[method-assign]

    @classmethod
    def open(cls, path: Path) -> Site:
        """Open a finished file."""
        return cls(path)

    def __reduce__(self) -> tuple[Callable[[Path], Site], tuple[Path]]:
        return Site, (self.path,)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # Documents

    def document(self, number: int) -> Document | None:
        """Find a document by its id."""
        row = self._one(f"{_DOCUMENT} WHERE id = ?", number)
        return _document(row) if row else None

    def document_of(self, record: Record) -> Document | None:
        """Find the document that a record became, also one without an id or with another item's."""
        number = rows.identity(record)
        found = self.document(number)
        if found is None or found.type == record.type:
            return found
        return self.document(rows.synthetic(f"{record.type} {number}"))

    def documents(self) -> Iterator[Document]:
        """List all documents that have a path, in the order of the source."""
        return map(_document, self._connection.execute(f"{_DOCUMENT} WHERE path != '' ORDER BY position"))

    def block(self, number: int) -> str | None:
        """Give the raw content of a reusable block (`wp_block`) or a navigation (`wp_navigation`)."""
        row = self._one("SELECT content FROM block WHERE id = ?", number)
        return str(row[0]) if row else None

    # Addresses

    def is_own(self, url: str) -> bool:
        """Tell whether an address is one of this site: on one of its hosts, in its folder."""
        parts = split(url)
        return parts.host in self.hosts and (parts.path + "/").startswith(self._base_path + "/")

    def resolve(self, url: str, base: str = "") -> Document | Attachment | None:
        """Find what an address on this site leads to, in any form that WordPress answers or ever answered.

        `base` is the address of the page it stands on. None for what the export doesn't hold, and for other sites.
        """
        url = unescaped(url.strip())
        if not url or url.startswith("#"):
            return None
        return self._at(absolute(base or self.base_url + "/", url))

    def _at(self, url: str) -> Document | Attachment | None:
        parts = split(url)
        if parts.scheme not in ("http", "https"):
            return None
        if parts.host in self.hosts:
            number = rows.number_in(parts)
            if number:
                return self.document(number) or self.attachment(number)
        for key in candidates(parts, self._base_path):
            found = self._by_key(key, parts.host)
            if found is not None:
                return found
        return self.attachment_by_url(url) or self._by_name(guessable(parts, self._base_path), parts.host)

    def _by_key(self, key: str, host: str) -> Document | Attachment | None:
        hosts = self._own_numbers if host in self.hosts else {self._host_numbers.get(host, -1)}
        rows_found = self._connection.execute("SELECT rank, id, host FROM address WHERE key = ?", (key,))
        for _, number in sorted((rank, number) for rank, number, at in rows_found if at in hosts):
            return self.document(number) or self.attachment(number)
        return None

    def _by_name(self, guess: tuple[str, str] | None, host: str) -> Document | None:
        """Find the only document with a slug (and a day that begins so), as WordPress does for a lost permalink."""
        if guess is None or host not in self.hosts:
            return None
        query = f"{_DOCUMENT} WHERE written AND slug = ? AND slug != '' AND public AND day LIKE ? LIMIT 2"
        found = self._connection.execute(query, (guess[0], guess[1] + "%")).fetchall()
        return _document(found[0]) if len(found) == 1 else None

    # Files

    def attachment(self, number: int) -> Attachment | None:
        """Find an attachment by its id."""
        row = self._one(f"SELECT {COLUMNS} FROM attachment WHERE id = ?", number)
        return attachment_of(row) if row else None

    def attachments(self) -> Iterator[Attachment]:
        """List all attachments, in the order of the source."""
        return map(attachment_of, self._connection.execute(f"SELECT {COLUMNS} FROM attachment ORDER BY position"))

    def attachments_of(self, number: int) -> list[Attachment]:
        """List the attachments of a document, as a gallery shows them: by `menu_order`, then id."""
        query = f"SELECT {COLUMNS} FROM attachment WHERE parent = ? ORDER BY menu_order, id"
        return [attachment_of(row) for row in self._connection.execute(query, (number,))]

    def attachment_by_url(self, url: str) -> Attachment | None:
        """Find the attachment that a file belongs to: its original, any size of it, also by an image proxy."""
        found = self.picture(url)
        return found[0] if found else None

    def picture(self, url: str) -> tuple[Attachment, str] | None:
        """Find the attachment that a file belongs to and the name of the original it was made of."""
        parts = split(unproxied(unescaped(url)))
        if parts.host not in self._file_hosts or "." not in parts.path:
            return None
        file = relative_file(parts, self._roots)
        name = same_name(file.rpartition("/")[2])
        members = self._family(family(file))
        for attachment, names in members:
            if name in names:
                return attachment, names[name]
        for attachment, _ in members:
            if original := fits(name, attachment):
                return attachment, original
        return None

    def _family(self, key: str) -> list[tuple[Attachment, dict[str, str]]]:
        members = "SELECT id FROM family WHERE key = ?"
        query = f"SELECT {COLUMNS}, backups FROM attachment WHERE id IN ({members}) ORDER BY id"
        found = [(attachment_of(row[:-1]), row[-1]) for row in self._connection.execute(query, (key,))]
        return [(attachment, originals(attachment, backups)) for attachment, backups in found]

    def file_of(self, url: str) -> str:
        """Tell a file's path below the site's uploads folder; "" if it isn't there."""
        parts = split(unproxied(unescaped(url)))
        if parts.host not in self._file_hosts:
            return ""
        file = relative_file(parts, self._roots)
        return "" if file == parts.path.lstrip("/") and parts.host in self.hosts else file

    def owner_of(self, path: str) -> str:
        """Tell which file has a path in the archive, "" if none has; see `archive.layout`."""
        row = self._one("SELECT owner FROM taken WHERE key = ?", folded(path))
        return str(row[0]) if row else ""

    # Terms and persons

    def term(self, taxonomy: str, slug: str) -> Term | None:
        """Find a term that the header defines."""
        row = self._one("SELECT * FROM term WHERE taxonomy = ? AND slug = ?", taxonomy, slug)
        return _term(row) if row else None

    def terms(self) -> Iterator[Term]:
        """List all terms that the header defines, by taxonomy and slug."""
        return map(_term, self._connection.execute("SELECT * FROM term ORDER BY taxonomy, slug"))

    def author(self, login: str) -> Author | None:
        """Find an account by its login."""
        row = self._one("SELECT * FROM author WHERE login = ?", login)
        return Author(*row) if row else None

    def person(self, identity: str) -> Person | None:
        """Find a person by id."""
        row = self._one("SELECT value FROM person WHERE id = ?", identity)
        return pickle.loads(row[0]) if row else None

    def persons(self) -> Iterator[Person]:
        """List all persons, in an order that stays."""
        return (pickle.loads(row[0]) for row in self._connection.execute("SELECT value FROM person ORDER BY rank"))

    def person_of(self, name: str) -> Person | None:
        """Find a person by login, nicename, or the slug or name of a Co-Authors Plus term."""
        for spelling in spellings(name):
            row = self._one("SELECT person FROM known_as WHERE name = ?", spelling) if spelling else None
            if row:
                return self.person(row[0])
        return None

    def person_of_user(self, number: int) -> Person | None:
        """Find a person by the number of their account."""
        return self.person_of(f"user {number}")

    # Time

    def offset_at(self, local: datetime) -> timedelta | None:
        """Tell the offset from UTC at a local time: the zone's if one was given, else as the items around that day."""
        if self.zone is not None:
            return self.zone.utcoffset(local.replace(tzinfo=None))
        return offset_on(local.date(), self._offsets)

    def _one(self, query: str, *values: object) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._connection.execute(query, values).fetchone()
        return row


def _memory(method: Callable[..., T]) -> Callable[..., T]:
    return lru_cache(maxsize=_CACHED)(method)


def _document(row: tuple[Any, ...]) -> Document:
    number, kind, status, title, slug, url, path, parent, public = row
    return Document(number, kind, status, title, slug, url, path, parent, bool(public))


def _term(row: tuple[Any, ...]) -> Term:
    taxonomy, slug, name, number, parent, description, meta = row
    return Term(taxonomy, slug, name, number, parent, description, tuple(map(tuple, json.loads(meta))))
