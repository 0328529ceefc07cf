"""A capture: what was once fetched of a site, in WARC, WACZ or saved pages, gone through in order or by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from migrator.errors import SourceError
from migrator.model import Entry
from migrator.sources.capture.addresses import Row, key_of
from migrator.sources.capture.contents import accepts, find_contents
from migrator.sources.capture.folder import Folder
from migrator.sources.capture.parts import Part
from migrator.sources.capture.records import inner_name
from migrator.sources.capture.replay import as_captured
from migrator.sources.capture.revisits import Answers, Repeat
from migrator.sources.capture.visit import Place, Visit
from migrator.sources.capture.wacz import package_faults
from migrator.sources.capture.warc import CapturedAnswer, PlaceReader, Wanted, answers

__all__ = ["Capture", "accepts", "everything", "nothing", "open_capture"]


def everything(_url: str, _status: int, _mime: str) -> bool:
    """Want every body."""
    return True


def nothing(_url: str, _status: int, _mime: str) -> bool:
    """Want no body."""
    return False


@dataclass(frozen=True)
class Capture:
    """A capture that was opened: small, and as good in another process; not for several threads at once.

    `size` is the bytes of its files; `repairs` tells, once all was gone through, what was damaged and left out.
    """

    paths: tuple[Path, ...]
    parts: tuple[Part, ...]
    size: int
    packages: tuple[Part, ...] = ()
    folders: tuple[Folder, ...] = ()
    _told: dict[Entry, None] = field(default_factory=dict, compare=False, repr=False)
    _reader: PlaceReader = field(default_factory=PlaceReader, compare=False, repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return Capture, (self.paths, self.parts, self.size, self.packages, self.folders)

    @property
    def repairs(self) -> tuple[Entry, ...]:
        """What was found damaged so far, each once."""
        return tuple(self._told)

    def visits(self, wanted: Wanted = everything) -> Iterator[Visit]:
        """Give the wanted visits in the order of the files; of the others no body is decoded."""
        return (as_captured(answer.visit) for answer in self._answers(wanted) if answer.wanted)

    def rows(self) -> Iterator[Row]:
        """Give every visit without its body."""
        for answer in self._answers(nothing):
            visit = as_captured(answer.visit)
            assert visit.place is not None
            yield Row(key_of(visit.url), visit.url, visit.time, visit.status, visit.mime, visit.place)

    def visit(self, place: Place) -> Visit:
        """Read what lies at a place that a row or a visit of this capture named.

        What a revisit repeats lies at the earlier answer's place, and comes with that one's address, time and head;
        `read` gives it as it was the later time.

        Raises:
            SourceError: The file isn't there any more, or something else is at that place.
        """
        try:
            answer = self._at(place, everything)
        except OSError as error:
            raise SourceError(f"{place.file}: can't be read: {error.strerror or error}") from error
        if answer is None:
            raise SourceError(f"{place.file}: there is no answer at byte {place.offset}; was the capture changed?")
        return as_captured(answer.visit)

    def read(self, row: Row) -> Visit:
        """Read the visit that a row of this capture stands for. Raises SourceError as `visit` does."""
        return replace(self.visit(row.place), url=row.url, time=row.time, status=row.status)

    def pieces(self, place: Place) -> Iterator[bytes]:
        """Give the body at a place piece by piece, for files that are too large to be held.

        Raises:
            SourceError: The file isn't there any more.
        """
        folder = next((folder for folder in self.folders if folder.has(place)), None)
        part = self._part(place)
        try:
            if folder:
                yield from folder.pieces(place)
            elif part:
                yield from self._reader.pieces(part, place)
        except OSError as error:
            raise SourceError(f"{place.file}: can't be read: {error.strerror or error}") from error

    def _part(self, place: Place) -> Part | None:
        return next((part for part in self.parts if place.file in (part.name, inner_name(part.name))), None)

    def _answers(self, wanted: Wanted) -> Iterator[CapturedAnswer]:
        known, later = Answers(), list[Repeat]()
        for package in self.packages:
            for entry in package_faults(package.path, package.name):
                self._tell(entry)
        for part in self.parts:
            for found in self._of_part(part, wanted):
                if isinstance(found, Repeat):
                    answer = self._repeated(found, known, wanted)
                    if answer is None:
                        later.append(found)
                        continue
                    yield answer
                else:
                    known.add(found.visit)
                    yield found
        yield from self._told_later(later, known, wanted)
        for folder in self.folders:
            yield from folder.answers(wanted, self._tell)

    def _of_part(self, part: Part, wanted: Wanted) -> Iterator[CapturedAnswer | Repeat]:
        try:
            yield from answers(part, wanted, self._tell)
        except OSError as error:
            self._tell(Entry("capture.unreadable", "skipped", where=part.name, after=str(error)))

    def _told_later(self, later: Sequence[Repeat], known: Answers, wanted: Wanted) -> Iterator[CapturedAnswer]:
        """Revisits of answers that stand behind them: the files may be in any order."""
        for repeat in later:
            answer = self._repeated(repeat, known, wanted)
            if answer is None:
                self._tell(Entry("capture.revisit", "skipped", where=repeat.where, before=repeat.url))
            else:
                yield answer

    def _repeated(self, repeat: Repeat, known: Answers, wanted: Wanted) -> CapturedAnswer | None:
        def wanted_again(url: str, status: int, mime: str) -> bool:
            again = repeat.of(Visit(url, status, {"content-type": mime}))
            return wanted(again.url, again.status, again.mime)

        place = known.find(repeat)
        if place and repeat.has_head and not wanted(repeat.url, repeat.status, repeat.mime):
            return CapturedAnswer(repeat.of(Visit(repeat.url, place=place)), wanted=False)
        answer = self._at(place, wanted_again) if place else None
        return answer and CapturedAnswer(repeat.of(answer.visit), answer.wanted)

    def _at(self, place: Place, wanted: Wanted) -> CapturedAnswer | None:
        folder = next((folder for folder in self.folders if folder.has(place)), None)
        if folder:
            return folder.find(place, wanted)
        part = self._part(place)
        answer = self._reader.read(part, place, wanted) if part else None
        return answer and CapturedAnswer(replace(answer.visit, place=place), answer.wanted)

    def _tell(self, entry: Entry) -> None:
        self._told[entry] = None


def open_capture(paths: Sequence[Path]) -> Capture:
    """Open WARC and WACZ files, saved pages, or folders of either as one capture.

    Raises:
        SourceError: A path is missing, can't be read, or is no capture; the message names it and why.
    """
    found = find_contents(paths)
    told = dict.fromkeys(found.left_out)
    return Capture(found.paths, found.parts, found.size, found.packages, found.folders, told)
