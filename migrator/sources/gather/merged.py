"""An export and captures of the same site as one source: the export for structure, the captures for what it lacks."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from migrator.model import Author, Entry, Record
from migrator.sources.gather.gathering import keys_of
from migrator.sources.gather.item import Gathered, packed
from migrator.sources.gather.roads import Piece, joined
from migrator.sources.gather.source import CaptureSource
from migrator.sources.item import Item, Source
from migrator.sources.wxr.header import Header


@dataclass(frozen=True, slots=True)
class MergedItem:
    """An item of an export, with what a capture tells of the same document."""

    item: Item
    captured: bytes

    @property
    def source(self) -> str:
        """The part of the export that it stands in."""
        return self.item.source

    @property
    def position(self) -> int:
        """Its number in the export."""
        return self.item.position

    @property
    def offset(self) -> int:
        """How far into the export it ends."""
        return self.item.offset

    def read(self, *, content: bool = True) -> Record:
        """Read both and join them; a body that the export has is the export's."""
        record = self.item.read(content=content)
        merged = joined([Piece("export", record), Piece("page", pickle.loads(self.captured))])
        merged.source, merged.position = self.source, self.position
        return merged if content else replace(merged, content=record.content)

    def glance(self) -> str:
        """The export's body."""
        return self.item.glance()

    def may_be(self, number: int, guid: str) -> bool:
        """Whether the export's item may have the id or guid."""
        return self.item.may_be(number, guid)

    def texts(self) -> str:
        """What a visitor could see of it."""
        return self.item.texts()


@dataclass(frozen=True, slots=True)
class MergedSource:
    """The items of an export, joined with their documents in a capture; then what only the capture has."""

    export: Source
    capture: CaptureSource
    header: Header
    matches: dict[int, int]
    """Items of the export by position → documents of the capture."""
    others: tuple[int, ...]
    """Documents that only the capture has."""

    @property
    def repairs(self) -> tuple[Entry, ...]:
        """What was mended or left out in both."""
        return (*self.export.repairs, *self.capture.repairs)

    @property
    def size(self) -> int:
        """The export's bytes and the documents that only the capture has."""
        return self.export.size + len(self.others)

    @property
    def count(self) -> int:
        """All items of the export, and the documents that only the capture has."""
        return self.export.count + len(self.others)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files of both."""
        return (*self.export.paths, *self.capture.paths)

    def batches(self, size: int = 64) -> Iterator[list[Item]]:
        """Go through the export, then through what only the capture has."""
        for items in self.export.batches(size):
            yield [self._merged(item) for item in items]
        rest = enumerate(self.others)
        while batch := list(islice(rest, size)):
            yield [self._other(at, number) for at, number in batch]

    def _merged(self, item: Item) -> Item:
        document = self.matches.get(item.position)
        return item if document is None else MergedItem(item, pickle.dumps(self.capture.record(document)))

    def _other(self, at: int, number: int) -> Gathered:
        end = self.export.size + at + 1
        return packed(self.capture.record(number), self.capture.name, self.export.count + at, end)


def merge(export: Source, capture: CaptureSource) -> MergedSource:
    """Find for each item of the export its document in the capture, by number or address."""
    matches: dict[int, int] = {}
    for batch in export.batches():
        for item in batch:
            document = _match(item.read(content=False), capture)
            if document is not None:
                matches[item.position] = document
    known = set(matches.values())
    others = tuple(number for number in capture.order if number not in known)
    return MergedSource(export, capture, _header(export.header, capture.header), matches, others)


def _match(record: Record, capture: CaptureSource) -> int | None:
    return capture.store.document_of(list(keys_of(record, record.link)))


def _header(export: Header, capture: Header) -> Header:
    """What the export says of the site, and what only the capture does."""
    terms = {(term.taxonomy, term.slug) for term in export.terms}
    return replace(
        export,
        authors=_accounts(export.authors, capture.authors),
        terms=(*export.terms, *(term for term in capture.terms if (term.taxonomy, term.slug) not in terms)),
        facts={**capture.facts, **export.facts},
    )


def _accounts(export: Sequence[Author], capture: Sequence[Author]) -> tuple[Author, ...]:
    """The export's accounts, each with the name that its pages have, then those that only the capture knows.

    Visitors see no logins: an account is the same by its number, unless the export's numbers tell no accounts apart.
    """
    numbers = Counter(author.id for author in export if author.id)
    shown = {author.id: author.nicename for author in capture if numbers[author.id] == 1}
    logins = {author.login for author in export}
    others = (author for author in capture if author.id not in shown and author.login not in logins)
    return (*(replace(author, nicename=shown.get(author.id, "")) for author in export), *others)
