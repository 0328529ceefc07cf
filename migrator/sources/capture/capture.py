"""A capture: what was once fetched of a site, in WARC, WACZ or saved pages, gone through in order or by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from migrator.errors import SourceError
from migrator.model import Entry
from migrator.sources.capture.addresses import Row, key_of
from migrator.sources.capture.parts import Part
from migrator.sources.capture.records import Records, inner_name
from migrator.sources.capture.revisits import Answers, Repeat
from migrator.sources.capture.visit import Place, Visit
from migrator.sources.capture.wacz import package_faults, package_parts
from migrator.sources.capture.warc import Answer, PlaceReader, Wanted, answers

_WARCS = (".warc", ".warc.gz", ".wacz")


def everything(_url: str, _status: int, _mime: str) -> bool:
    """Want every body."""
    return True


def nothing(_url: str, _status: int, _mime: str) -> bool:
    """Want no body."""
    return False


@dataclass(frozen=True)
class Capture:
    """A capture that was opened: small, and as good in another process.

    `size` is the bytes of its files; `repairs` tells, once all was gone through, what was damaged and left out.
    """

    paths: tuple[Path, ...]
    parts: tuple[Part, ...]
    size: int
    packages: tuple[Part, ...] = ()
    _told: dict[Entry, None] = field(default_factory=dict, compare=False, repr=False)
    _reader: PlaceReader = field(default_factory=PlaceReader, compare=False, repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return Capture, (self.paths, self.parts, self.size, self.packages)

    @property
    def repairs(self) -> tuple[Entry, ...]:
        """What was found damaged so far, each once."""
        return tuple(self._told)

    def visits(self, wanted: Wanted = everything) -> Iterator[Visit]:
        """Give the wanted visits in the order of the files; of the others no body is decoded."""
        return (answer.visit for answer in self._answers(wanted) if answer.wanted)

    def rows(self) -> Iterator[Row]:
        """Give every visit without its body."""
        for visit, _ in self._answers(nothing):
            assert visit.place is not None
            yield Row(key_of(visit.url), visit.url, visit.time, visit.status, visit.mime, visit.place)

    def visit(self, place: Place) -> Visit:
        """Read what lies at a place that a row or a visit of this capture named.

        What a revisit repeats lies at the earlier answer's place, and comes with that one's address and time.

        Raises:
            SourceError: The file isn't there any more, or something else is at that place.
        """
        answer = self._at(place, everything)
        if answer is None:
            raise SourceError(f"{place.file}: there is no answer at byte {place.offset}; was the capture changed?")
        return answer.visit

    def _answers(self, wanted: Wanted) -> Iterator[Answer]:
        known, later = Answers(), list[Repeat]()
        for package in self.packages:
            for entry in package_faults(package.path, package.name):
                self._tell(entry)
        for part in self.parts:
            for found in answers(part, wanted, self._tell):
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

    def _told_later(self, later: Sequence[Repeat], known: Answers, wanted: Wanted) -> Iterator[Answer]:
        """Revisits of answers that stand behind them: the files may be in any order."""
        for repeat in later:
            answer = self._repeated(repeat, known, wanted)
            if answer is None:
                self._tell(Entry("capture.revisit", "skipped", where=repeat.where, before=repeat.url))
            else:
                yield answer

    def _repeated(self, repeat: Repeat, known: Answers, wanted: Wanted) -> Answer | None:
        place = known.find(repeat)
        answer = self._at(place, wanted) if place else None
        return answer and Answer(replace(answer.visit, url=repeat.url, time=repeat.time), answer.wanted)

    def _at(self, place: Place, wanted: Wanted) -> Answer | None:
        part = next((part for part in self.parts if place.file in (part.name, inner_name(part.name))), None)
        answer = self._reader.read(part, place, wanted) if part else None
        return answer and Answer(replace(answer.visit, place=place), answer.wanted)

    def _tell(self, entry: Entry) -> None:
        self._told[entry] = None


def accepts(path: Path) -> bool:
    """Tell whether a path is a capture, by its name and, of a folder, what lies in it."""
    if path.is_dir():
        return bool(_inside(path))
    return path.name.lower().endswith(_WARCS) and path.is_file()


def open_capture(paths: Sequence[Path]) -> Capture:
    """Open WARC and WACZ files or folders of them as one capture.

    Raises:
        SourceError: A path is missing, can't be read, or is no capture; the message names it and why.
    """
    files = [file for path in paths for file in (_inside(path) if path.is_dir() else [path])]
    names = _names(files)
    parts: list[Part] = []
    packages: list[Part] = []
    for file, name in zip(files, names, strict=True):
        try:
            found = _parts(file, name)
        except OSError as error:
            raise SourceError(f"{file}: can't be read: {error.strerror or error}") from error
        parts += found
        packages += [Part(name, file)] if _is_package(file) else []
    return Capture(tuple(files), tuple(parts), sum(file.stat().st_size for file in files), tuple(packages))


def _inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.name.lower().endswith(_WARCS) and path.is_file())


def _names(files: Sequence[Path]) -> list[str]:
    """Name each file by itself, and where that leaves two of a name, all with their folders."""
    for depth in range(1, max((len(file.parts) for file in files), default=0) + 1):
        names = ["/".join(file.parts[-depth:]) for file in files]
        if len(set(names)) == len(names):
            return names
    return [str(file) for file in files]


def _is_package(file: Path) -> bool:
    return file.name.lower().endswith(".wacz")


def _parts(file: Path, name: str) -> list[Part]:
    if _is_package(file):
        parts = package_parts(file, name)
        if not parts:
            raise SourceError(f"{file}: no WARC file is in this package; is it a WACZ?")
        return parts
    part = Part(name, file)
    records = Records(part, lambda _entry: None)
    try:
        if records.next() is None:
            raise SourceError(
                f"{file}: no WARC record is in this file" + ("; it is empty" if not file.stat().st_size else "")
            )
    finally:
        records.close()
    return [part]
