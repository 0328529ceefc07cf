"""A capture opened as a source: gone through once, then its documents in order as often as needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

from migrator.errors import SourceError
from migrator.model import Entry, Record
from migrator.run_pool import Pool
from migrator.sources.capture.addresses import Row, last_good
from migrator.sources.capture.capture import Capture, open_capture
from migrator.sources.gather.documents import put_together
from migrator.sources.gather.gathering import Gathering, gather
from migrator.sources.gather.item import Gathered, packed
from migrator.sources.gather.kinds import may_tell
from migrator.sources.gather.store import Store
from migrator.sources.item import Opening
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
    ends: tuple[int, ...]
    """Where each document ends, in the bytes of all that was gathered."""
    name: str
    capture: Capture
    _folder: TemporaryDirectory[str] = field(repr=False, compare=False)

    @property
    def size(self) -> int:
        """The bytes of what was gathered: of a capture's own bytes, most say nothing of the work."""
        return self.ends[-1]

    @property
    def count(self) -> int:
        """How many documents there are."""
        return len(self.order)

    def batches(self, size: int = 64) -> Iterator[list[Gathered]]:
        """Go through all documents, at most `size` at a time."""
        for start in range(0, len(self.order), size):
            numbers = self.order[start : start + size]
            yield [self.item(at, number) for at, number in enumerate(numbers, start)]

    def item(self, position: int, number: int) -> Gathered:
        """Make an item of a document."""
        return packed(self.record(number), self.name, position, self.ends[position])

    def record(self, number: int) -> Record:
        """Put a document together of all its pieces."""
        return put_together(self.store, number)


def open_gathered(paths: Sequence[Path], opening: Opening = Opening()) -> CaptureSource:  # noqa: B008  (immutable)
    """Open a capture and gather its documents.

    Raises:
        SourceError: It can't be read, or there is no document in it.
    """
    folder = TemporaryDirectory(prefix="migrator-")
    capture = open_capture(paths)
    found = Gathering(Store(Path(folder.name) / "gathered.sqlite"), capture)
    good = last_good(capture.rows(), _may_tell)
    with Pool(opening.jobs(capture.size)) as pool:
        gather(list(good.values()), found, pool, opening.told)
    order = _order(found.store)
    if not order:
        raise SourceError(f"{', '.join(map(str, paths))}: there is no document in it (answers read: {len(good)})")
    weights = found.store.weights()
    ends = tuple(accumulate(weights[number] for number in order))
    repairs = (*capture.repairs, *found.entries, *_strays(found.store))
    return CaptureSource(
        found.header(), repairs, capture.paths, found.store, order, ends, paths[0].name, capture, folder
    )


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
