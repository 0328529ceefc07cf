"""Visits from files: a folder of saved pages, or one saved page with what was saved beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from migrator.model import Entry
from migrator.sources.capture.digests import pieces_of
from migrator.sources.capture.links import relink
from migrator.sources.capture.mhtml import read_bundled
from migrator.sources.capture.mirror import PAGES, SavedFile, companions, find_saved
from migrator.sources.capture.payload import MEDIA_LIMIT, PAGE_LIMIT, is_media
from migrator.sources.capture.records import Note
from migrator.sources.capture.visit import Place, Visit
from migrator.sources.capture.warc import CapturedAnswer, Wanted


@dataclass(frozen=True)
class Folder:
    """Saved files, each with its address; `name` stands before the files' names where there are several folders."""

    name: str
    saved: tuple[SavedFile, ...]

    @cached_property
    def _files(self) -> Mapping[str, SavedFile]:
        return {self.name + file.name: file for file in self.saved}

    @cached_property
    def _urls(self) -> Mapping[str, str]:
        return {file.name: file.url for file in self.saved}

    def answers(self, wanted: Wanted, note: Note) -> Iterator[CapturedAnswer]:
        """Go through the files in the order of their names."""
        for file in self.saved:
            try:
                answer = self._answer(file, wanted)
            except OSError as error:
                note(Entry("capture.unreadable", "skipped", where=self.name + file.name, after=error.strerror or ""))
                continue
            if answer is None:
                note(Entry("capture.large", "skipped", where=self.name + file.name, before=file.url))
            else:
                yield answer

    def has(self, place: Place) -> bool:
        """Tell whether a place is in this folder."""
        return place.file in self._files

    def find(self, place: Place, wanted: Wanted) -> CapturedAnswer | None:
        """Read the file at a place, None if it is too large. Raises OSError."""
        return self._answer(self._files[place.file], wanted)

    def pieces(self, place: Place) -> Iterator[bytes]:
        """Give the bytes of the file at a place as they are. Raises OSError."""
        file = self._files[place.file]
        if file.number >= 0:
            yield read_bundled(file.path, file.number)
        else:
            with file.path.open("rb") as opened:
                yield from pieces_of(opened)

    def _answer(self, file: SavedFile, wanted: Wanted) -> CapturedAnswer | None:
        visit = Visit(file.url, headers={"content-type": file.mime} if file.mime else {}, time=file.time)
        is_wanted = wanted(visit.url, visit.status, visit.mime)
        if file.path.stat().st_size > (MEDIA_LIMIT if is_media(visit.mime) else PAGE_LIMIT):
            return None
        body = _read(file) if is_wanted or file.number >= 0 else b""
        digest = hashlib.sha256(body).hexdigest() if body else _digest(file.path)
        if visit.mime == "text/html" and body and file.number < 0 and file.path.suffix != ".orig":
            body = relink(body, file.name, file.url, self._urls)
        place = Place(self.name + file.name, digest=f"sha256:{digest}")
        return CapturedAnswer(
            Visit(visit.url, 200, visit.headers, body if is_wanted else b"", visit.time, place),
            is_wanted,
        )


def _read(file: SavedFile) -> bytes:
    return file.path.read_bytes() if file.number < 0 else read_bundled(file.path, file.number)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def has_pages(path: Path) -> bool:
    """Tell whether a path is a saved page, or a folder in which one lies."""
    if path.is_dir():
        return any(file.suffix.lower() in PAGES for file in path.rglob("*"))
    return path.suffix.lower() in PAGES and path.is_file()


def files_of(path: Path) -> tuple[Path, list[Path]]:
    """The folder from which a saved page's or a folder's files are named, and those files, sorted."""
    if path.is_dir():
        return path, sorted(file for file in path.rglob("*") if file.is_file())
    return path.parent, [path, *companions(path)]


def open_folder(path: Path, name: str) -> Folder:
    """Open a folder of saved pages or one page. Raises OSError."""
    root, files = files_of(path)
    return Folder(name, tuple(find_saved(root, files)))
