"""Files with the text of pages, as one site's items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from migrator.errors import SourceError
from migrator.model import Entry, Record
from migrator.sources.text.fields import Page
from migrator.sources.text.files import decoded, files_in, is_binary
from migrator.sources.text.known import known_labels, weigh_labels
from migrator.sources.text.page import read_page
from migrator.sources.wxr.header import Header

SKIPPED, ENCODING = "source.skipped", "text.encoding"


@dataclass(frozen=True, slots=True)
class TextItem:
    """The text of one page, with the labels that are known of the whole set."""

    source: str
    position: int
    offset: int
    text: str
    known: frozenset[str] = frozenset()
    guessed: str = ""

    def read(self, *, content: bool = True) -> Record:
        """Read it; the body is left out where it isn't asked for."""
        record = _record(_page(self.text, self.known, self.source), self)
        if self.guessed:
            record.repairs.append(Entry(ENCODING, "warned", "item", "", f"read as {self.guessed}"))
        record.content = record.content if content else ""
        return record

    def glance(self) -> str:
        """The text below the title."""
        return self.read().content

    def may_be(self, number: int, guid: str) -> bool:
        """Whether it may have this id or guid: its guid is its file's name, it has no id of its own."""
        return number <= 0 or guid == self.source

    def texts(self) -> str:
        """All of it."""
        return self.text


@dataclass(frozen=True, slots=True)
class TextSource:
    """A set of files, in the order of their names; `size` counts their bytes."""

    header: Header
    repairs: tuple[Entry, ...]
    size: int
    count: int
    paths: tuple[Path, ...]
    _files: tuple[tuple[str, Path], ...]
    _known: frozenset[str]

    def batches(self, size: int = 64) -> Iterator[list[TextItem]]:
        """Go through all files, at most `size` at a time.

        Raises:
            SourceError: A file can't be read any more.
        """
        batch: list[TextItem] = []
        offset = 0
        for position, (name, path) in enumerate(self._files):
            data = _bytes_of(path)
            offset += len(data)
            text, guessed = decoded(data)
            batch.append(TextItem(name, position, offset, text, self._known, guessed))
            if len(batch) >= size:
                yield batch
                batch = []
        if batch:
            yield batch


def open_text(paths: Sequence[Path]) -> TextSource:
    """Open files of text, and folders of them, as one site; each is read once for the labels that it knows.

    Raises:
        SourceError: A path can't be read, or no file in it has any text.
    """
    files: list[tuple[str, Path]] = []
    repairs: list[Entry] = []
    size = 0
    labels: Counter[str] = Counter()
    for name, path in [found for given in paths for found in files_in(given)]:
        data = _bytes_of(path)
        if why := _refusal(data):
            repairs.append(Entry(SKIPPED, "skipped", name, why))
            continue
        files.append((name, path))
        size += len(data)
        weigh_labels(decoded(data)[0], labels)
    if not files:
        raise SourceError("; ".join(f"{entry.where}: {entry.before}" for entry in repairs[:3]) or "no .txt file here")
    found = tuple(path for _, path in files)
    return TextSource(Header(), tuple(repairs), size, len(files), found, tuple(files), known_labels(labels))


def _refusal(data: bytes) -> str:
    if is_binary(data):
        return "this is no text"
    return "" if data.strip() else "the file is empty"


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror or error}") from error


@lru_cache(maxsize=1)
def _page(text: str, known: frozenset[str], source: str) -> Page:
    """Read an item's text; the index pass asks for the same twice, for its fields and for its lines."""
    name = PurePosixPath(source).stem.replace("_", " ").replace("-", " ").strip()
    return read_page(text, known, name or source)


def _record(page: Page, item: TextItem) -> Record:
    record = Record(item.source, item.position, type="post", status="publish", form="text", guid=item.source)
    record.title, record.content = page.title, page.body
    record.terms, record.comments = list(page.terms), list(page.comments)
    record.repairs = list(page.entries)
    published = [date for date in page.dates if not date.is_change] or page.dates
    record.date = next((date.moment for date in published if date.moment), "")
    record.dated = [(date.edtf, "text") for date in published]
    record.changed = [(date.edtf, "text") for date in page.dates if date.is_change]
    return record
