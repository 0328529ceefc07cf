"""A capture opened as a source: gone through once, then its documents in order as often as needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from migrator.errors import SourceError
from migrator.model import Entry, Record
from migrator.sources.capture.addresses import Row, last_good
from migrator.sources.capture.capture import Capture, open_capture
from migrator.sources.gather.documents import put_together
from migrator.sources.gather.gathering import Gathering, gather
from migrator.sources.gather.item import Gathered, packed
from migrator.sources.gather.kinds import may_tell
from migrator.sources.gather.store import Store
from migrator.sources.wxr.header import Header

STRAY = "capture.comment"
"""The rule of comments whose document isn't in the capture."""


@dataclass(frozen=True, slots=True)
class CaptureSource:
    """The documents of a capture, in the order of their numbers, then of their addresses."""

    header: Header
    repairs: tuple[Entry, ...]
    paths: tuple[Path, ...]
    store: Store
    order: tuple[int, ...]
    name: str
    capture: Capture
    _folder: TemporaryDirectory[str] = field(repr=False, compare=False)

    @property
    def size(self) -> int:
        """How many documents there are: of a capture, bytes say nothing of the work."""
        return len(self.order)

    @property
    def count(self) -> int:
        """How many documents there are."""
        return len(self.order)

    def batches(self, size: int = 64) -> Iterator[list[Gathered]]:
        """Go through all documents, at most `size` at a time."""
        for start in range(0, len(self.order), size):
            numbers = self.order[start : start + size]
            yield [packed(self.record(number), self.name, start + at) for at, number in enumerate(numbers)]

    def record(self, number: int) -> Record:
        """Put a document together of all its pieces."""
        return put_together(self.store, number)


def open_gathered(paths: Sequence[Path], told: Callable[[int], None] = lambda _count: None) -> CaptureSource:
    """Open a capture and gather its documents; `told` counts the answers that were gone through.

    Raises:
        SourceError: It can't be read, or there is no document in it.
    """
    folder = TemporaryDirectory(prefix="migrator-")
    capture = open_capture(paths)
    found = Gathering(Store(Path(folder.name) / "gathered.sqlite"), lambda row: capture.visit(row.place))
    good = last_good(capture.rows(), _may_tell)
    gather(list(good.values()), found, told)
    order = _order(found.store)
    if not order:
        raise SourceError(f"{', '.join(map(str, paths))}: there is no document in it ({len(good)} answers were read)")
    repairs = (*capture.repairs, *found.entries, *_strays(found.store))
    return CaptureSource(found.header(), repairs, capture.paths, found.store, order, paths[0].name, capture, folder)


def _may_tell(row: Row) -> bool:
    return may_tell(row.status, row.mime)


def _strays(store: Store) -> Iterator[Entry]:
    for key, comment in store.strays():
        yield Entry(STRAY, "skipped", f"comment {comment.id} on {key}", comment.content)


def _order(store: Store) -> tuple[int, ...]:
    """Numbers of the documents in an order that the order of the answers doesn't change."""
    ranks = [(min(_rank(piece.record) for piece in pieces), number) for number, pieces in store.documents()]
    return tuple(number for _, number in sorted(ranks))


def _rank(record: Record) -> tuple[bool, int, str]:
    return not record.id, record.id, record.link
