"""The finished site: what a worker asks about other documents, files, terms and persons."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from migrator.model import Attachment, Author, Document, Person, Record, Term
from migrator.normalise.urls import Url, absolute, split, unescaped
from migrator.options import Options
from migrator.site.addresses import candidates, guessable
from migrator.site.author_pages import author_pages
from migrator.site.clock import as_stretches, offset_on
from migrator.site.directory import Directory
from migrator.site.documents import Documents
from migrator.site.kinds import profile_of
from migrator.site.roots import Roots
from migrator.site.rows import number_in
from migrator.site.store import Store, remembered
from migrator.site.uploads import Picture, Uploads


class Site:
    """Facts of the whole site, read from the file that the index pass wrote; sent to a worker as its path.

    `base_url` has no final slash; `hosts` are all under which the site was ever reached; `zone` is the one that the
    options name, or the site itself.
    """

    def __init__(self, path: Path) -> None:
        self._store = Store(path)
        stored = dict(self._store.all("SELECT name, value FROM fact"))
        self.options: Options = pickle.loads(stored.pop("options"))
        self.facts: dict[str, str] = stored
        self.base_url = self.facts["base_url"]
        self.title = self.facts.get("title", "")
        self.description = self.facts.get("description", "")
        self.language = self.facts.get("language", "")
        self.generator = self.facts.get("generator", "")
        self.version = self.facts.get("version", "")
        self.zone = _zone(self.options.zone or self.facts.get("timezone_string", ""))
        self.hosts = frozenset(json.loads(self.facts["hosts"]))
        self._base_path = split(self.base_url).path
        self.labels = _labels(split(self.base_url).host)
        self.profile = profile_of(json.loads(self.facts.get("profiles", "[]")), self.options)
        self._splits: dict[str, dict[str, str]] = json.loads(self.facts.get("splits", "{}"))
        self.hidden = frozenset(name.casefold() for name in json.loads(self.facts.get("hidden", "[]")))
        self._offsets = as_stretches(json.loads(self.facts["offsets"]))
        self._open_indexes()

    def _open_indexes(self) -> None:
        numbers = json.loads(self.facts["host_numbers"])
        own = frozenset(number for host, number in numbers.items() if host in self.hosts)
        folders = {host: tuple(roots) for host, roots in json.loads(self.facts["folders"]).items()}
        self._documents = Documents(self._store, numbers, own)
        self._uploads = Uploads(self._store, Roots(folders, json.loads(self.facts["main_folders"])))
        self._directory = Directory(self._store)
        self._found_at = remembered(self._find_at)

    @classmethod
    def open(cls, path: Path) -> Site:
        """Open a finished file."""
        return cls(path)

    def __reduce__(self) -> tuple[Callable[[Path], Site], tuple[Path]]:
        return Site, (self._store.path,)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def document(self, number: int) -> Document | None:
        """Find a document by its id."""
        return self._documents.by_id(number)

    def document_of(self, record: Record) -> Document | None:
        """Find what became of a record, also of one without an id or with another item's."""
        return self._documents.of(record)

    def documents(self) -> Iterator[Document]:
        """List all documents that have a path, in the order of the source."""
        return self._documents.all()

    def block(self, number: int) -> str | None:
        """Give the raw content of a reusable block (`wp_block`) or a navigation (`wp_navigation`)."""
        return self._documents.block(number)

    def is_own(self, url: str) -> bool:
        """Tell whether an address is one of this site: on one of its hosts, in its folder."""
        parts = split(url)
        return parts.host in self.hosts and (parts.path + "/").startswith(self._base_path + "/")

    def path_on_site(self, url: str) -> str:
        """Cut an address down to path and query if it is on one of the site's hosts."""
        parts = split(unescaped(url))
        if parts.host not in self.hosts:
            return url
        return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")

    def resolve(self, url: str, base: str = "") -> Document | Attachment | None:
        """Find what an address on this site leads to, in any form that WordPress answers or ever answered.

        `base` is the address of the page it stands on. None for what the export doesn't hold, and for other sites.
        """
        url = unescaped(url.strip())
        if not url or url.startswith("#"):
            return None
        return self._found_at(absolute(base or self.base_url + "/", url))

    def _find_at(self, url: str) -> Document | Attachment | None:
        parts = split(url)
        if parts.scheme not in ("http", "https"):
            return None
        is_own = parts.host in self.hosts
        items = map(self._item, self._numbers_at(parts, is_own=is_own))
        found = self._best(filter(None, items)) or self.attachment_by_url(url)
        guess = guessable(parts, self._base_path) if is_own and not found else None
        return self._documents.named(*guess) if guess else found

    def _item(self, number: int) -> Document | Attachment | None:
        return self.document(number) or self.attachment(number)

    @staticmethod
    def _best(items: Iterator[Document | Attachment]) -> Document | Attachment | None:
        """Choose the first item that is in the archive, else the first."""
        first = next(items, None)
        return first if first is None or first.path else next((item for item in items if item.path), first)

    def _numbers_at(self, parts: Url, *, is_own: bool) -> Iterator[int]:
        number = number_in(parts) if is_own else 0
        if number:
            yield number
        for key in candidates(parts, self._base_path):
            yield from self._documents.ids_at(key, parts.host, is_own=is_own)

    def attachment(self, number: int) -> Attachment | None:
        """Find an attachment by its id."""
        return self._uploads.by_id(number)

    def attachment_of(self, record: Record) -> Attachment | None:
        """Find what became of an attachment's record, also of one without an id or with another item's."""
        return self._uploads.of_record(record)

    def attachments(self) -> Iterator[Attachment]:
        """List all attachments, in the order of the source."""
        return self._uploads.all()

    def attachments_of(self, number: int) -> list[Attachment]:
        """List the attachments of a document, as a gallery shows them: by `menu_order`, then id."""
        return self._uploads.of(number)

    def attachment_by_url(self, url: str) -> Attachment | None:
        """Find the attachment that a file belongs to: its original, any size of it, also by an image proxy."""
        found = self.picture(url)
        return found[0] if found else None

    def picture(self, url: str) -> Picture | None:
        """Find the attachment that a file belongs to and the name of the original it was made of."""
        return self._uploads.picture(url)

    def file_of(self, url: str) -> str:
        """Tell a file's path below the site's uploads folder ("2024/04/photo.jpg"); "" if it isn't there."""
        return self._uploads.file_at(url)

    def is_taken(self, path: str) -> bool:
        """Tell whether an attachment was given a path in the archive ("media/…")."""
        return self._uploads.is_taken(path)

    def term(self, taxonomy: str, slug: str) -> Term | None:
        """Find a term that the header defines."""
        return self._directory.term(taxonomy, slug)

    def terms(self) -> Iterator[Term]:
        """List all terms that the header defines, by taxonomy and slug."""
        return self._directory.terms()

    def author(self, login: str) -> Author | None:
        """Find an account by its login."""
        return self._directory.author(login)

    def person(self, identity: str) -> Person | None:
        """Find a person by id."""
        return self._directory.person(identity)

    def persons(self) -> Iterator[Person]:
        """List all persons, in an order that stays."""
        return self._directory.persons()

    def person_of(self, name: str) -> Person | None:
        """Find a person by login, nicename, or the slug or name of a Co-Authors Plus term."""
        return self._directory.person_of(name)

    def author_pages(self) -> Iterator[tuple[str, str]]:
        """List the paths at which WordPress listed what someone wrote, after the person's id."""
        for identity, names in groupby(self._directory.names(), key=itemgetter(0)):
            for page in author_pages([name for _, name in names], self.profile.pages):
                yield identity, self.path_on_site(self.base_url + page)

    def person_named(self, name: str) -> Person | None:
        """Find a person by the name they are known by, or that a body prints."""
        return self._directory.person_named(name)

    def credit_as_decided(self, credit: str) -> str:
        """A picture's credit ("Jane Doe / The Gazette") with the names that the archivist gave to whom it names."""
        if not self.options.people:
            return credit
        people = ((self.person_named(part), part) for part in credit.split(" / "))
        return " / ".join(person.name if person is not None else part for person, part in people)

    def writer_of(self, person: Person, document: int) -> Person | None:
        """Who is behind a person's name in a document, as the archivist decided; None when they are hidden."""
        other = self._splits.get(person.id, {}).get(str(document))
        found = (self.person(other) or person) if other else person
        return None if found.hidden else found

    def strangers(self) -> list[tuple[str, str]]:
        """The ids in people.toml that nobody has, each with the one that it may have meant, or ""."""
        return [(one, near) for one, near in json.loads(self.facts.get("strangers", "[]"))]

    def doubles(self) -> list[tuple[str, str]]:
        """The ids of whom people.toml gave a name that another has, each with the other's."""
        return [(one, other) for one, other in json.loads(self.facts.get("doubles", "[]"))]

    def unsplit(self) -> list[tuple[str, str]]:
        """The documents in people.toml's splits that the source has not, each behind the person's id."""
        return [(one, number) for one, number in json.loads(self.facts.get("unsplit", "[]"))]

    def unmatched(self) -> Iterator[tuple[str, str, frozenset[str]]]:
        """What filters ask for and no item has: which filter, what it names, and what items have."""
        author = frozenset(filter(None, (self.options.author,)))
        for name, asked, there in (
            ("types", self.options.types, self._documents.types()),
            ("author", author, self._documents.accounts()),
        ):
            yield from ((name, one, there) for one in sorted(asked - there))

    def person_of_user(self, number: int) -> Person | None:
        """Find a person by the number of their account."""
        return self.person_of(f"user {number}")

    def offset_at(self, local: datetime) -> timedelta | None:
        """Tell the offset from UTC at a local time: the zone's if one was given, else as the items around that day."""
        if self.zone is not None:
            return self.zone.utcoffset(local.replace(tzinfo=None))
        return offset_on(local.date(), self._offsets)


def _zone(name: str) -> ZoneInfo | None:
    """Find a zone by its name; None for a name that isn't known here."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _labels(host: str) -> frozenset[str]:
    """The parts of a host, but for "www" and the last, without hyphens: sites call accounts so."""
    return frozenset(label.replace("-", "") for label in host.split(".")[:-1]) - {"www"}
