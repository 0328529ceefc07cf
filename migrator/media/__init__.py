"""Media: every picture and file that documents need, fetched once, whole, and accounted for.

How a document comes to know whether its files are here. Three ways were weighed. To convert only once all is fetched
would need a pass more over the source to learn what is needed, and an archive could not be completed without its
source. To put new addresses into the written text wherever an old one stands could hit an author's own words (a listing
that shows an address). So a conversion writes documents that refer to the original addresses, and an archive that is
whole without any media; and then, from what lies in the archive alone, media are completed: the lists say what is
wanted, it is taken from where it is to be had, and the documents that use what came in are written anew from their own
canonical HTML (`documents`). `migrator convert` does both, `migrator media` the second part again, at any time, without
the source. Since the second part depends on nothing but the archive and the files, it makes no difference whether all
files came at once or over many runs. A conversion of an archive that has media applies the same function to each
document before it is written, so that unchanged ones are not touched.

What is known of the files is lasting in media.json; while a run is at work, in a state beside it (`state`). Names are
given at the end, over all files (`place`), never in the order in which they came in.

Order of sources: the archive itself (a file that lies at its place already), the copies of the uploads in the order
given, the captures, the network. What one has is not asked of the next; only a copy in another size, which a capture
has instead of the original, waits for what the network has. A file that is in the archive and no longer what was
fetched counts for nothing (`changed`).
"""

from __future__ import annotations

import sqlite3
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from migrator.archive.archive_json import NAME as ARCHIVE
from migrator.archive.files import Folder
from migrator.errors import ArchiveError, Interrupted, SourceError, UsageError
from migrator.media import captured, here, place, pool
from migrator.media.changed import set_aside
from migrator.media.documents import settle_documents
from migrator.media.entries import LISTS, MISSING, entries_of, url_of, values_of
from migrator.media.fetch import Limits, Result
from migrator.media.lists import Digests, write_lists
from migrator.media.pasted import SCHEME
from migrator.media.report import MediaReport
from migrator.media.state import FOLDER, State, load, open_state
from migrator.media.wish import Wish
from migrator.normalise.urls import split
from migrator.sources.capture.capture import Capture, open_capture

Progress = Callable[[int, int, int], None]
"""Is told how many files are done, of how many, and the bytes that came in."""


class _Count:
    """How much came in, told as it comes."""

    def __init__(self, total: int, progress: Progress) -> None:
        self.total, self.files, self.added, self.bytes = total, 0, 0, 0
        self._progress = progress
        self._lock = threading.Lock()

    def __call__(self, result: Result) -> None:
        with self._lock:
            self.files += 1
            if result.blob is not None:
                self.added += 1
                self.bytes += result.blob.size
            self._progress(min(self.files, self.total), self.total, self.bytes)


def complete(
    archive: Path,
    wish: Wish,
    progress: Progress = lambda _done, _total, _size: None,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> MediaReport:
    """Get what an archive's documents need and isn't there, and let the documents refer to it.

    Raises:
        ArchiveError: The folder is no archive, or can't be written.
        UsageError: A copy of the uploads can't be read.
        SourceError: A capture can't be read.
        Interrupted: The user stopped the run; the next one goes on from there.
    """
    if wish.extent == "none" and (archive / ARCHIVE).is_file() and not has_media(archive):
        return _report(archive, _Count(0, progress), [])
    state = recall(archive)
    try:
        changed = set_aside(state)
        state.decide(wish)
        count = _Count(sum(number for _, number in state.hosts()), progress)
        _take(state, wish, limits, count)
        left = _settle(state)
        state.clear()
    except KeyboardInterrupt as stop:
        raise Interrupted("stopped; what was fetched is kept, and `migrator media` goes on from there") from stop
    except (UsageError, SourceError):
        if not state.has_news():
            state.clear()
        raise
    except (OSError, sqlite3.Error) as error:
        raise ArchiveError(f"{archive}: {error}; when there is room, the same command goes on from there") from error
    finally:
        state.close()
    return replace(_report(archive, count, left), changed=changed)


def _take(state: State, wish: Wish, limits: Limits, count: _Count) -> None:
    """Take each file from the first source that has it."""
    if wish.extent == "none":
        here.adopt(state, count)
        return
    here.take(state, wish, limits, count)
    capture = _sought(state, wish)
    captured.take(state, capture, limits, count)
    pool.fetch_all(state, wish, limits, count)
    captured.take(state, capture, limits, count, copies=True)


def _sought(state: State, wish: Wish) -> Capture:
    capture = open_capture(wish.captures)
    captured.seek(state, capture)
    return capture


def recall(archive: Path) -> State:
    """Open the state of an archive with all that its lists say; raises ArchiveError."""
    entries = entries_of(archive)
    state = open_state(archive)
    try:
        load(state, entries)
    except OSError as error:
        state.close()
        raise ArchiveError(f"{error.filename or archive}: can't be read: {error.strerror or error}") from error
    return state


def has_media(archive: Path) -> bool:
    """Tell whether anything was fetched into an archive, was about to be, or stood in its text."""
    if not (archive / ARCHIVE).is_file():
        return False
    values = (value for path in LISTS for value in values_of(archive / path))
    return (archive / FOLDER).is_dir() or any(
        value.get("sha256") or value["url"].startswith(SCHEME) for value in values
    )


def _settle(state: State) -> list[str]:
    """Bring files, documents and lists into agreement; may be done again from any point."""
    concerned = state.has_files()
    place.settle_files(state)
    folder = Folder(state.archive, work=state.folder)
    digests = Digests(state)
    left = settle_documents(state, folder, digests) if concerned else []
    write_lists(state, folder, digests)
    return left


def _report(archive: Path, count: _Count, left: list[str]) -> MediaReport:
    statuses: Counter[str] = Counter()
    gaps: Counter[tuple[str, str]] = Counter()
    seen: set[str] = set()
    for value in (value for path in LISTS for value in values_of(archive / path)):
        url = url_of(value)
        if url and value["path"] and url not in seen:
            seen.add(url)
            statuses[value["status"]] += 1
            if value["status"] == MISSING:
                gaps[split(url).host, value["error"]] += 1
    return MediaReport(statuses, gaps, count.added, count.bytes, left)
