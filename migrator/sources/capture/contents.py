"""What of given paths is a capture: WARC files, packages of them, saved pages; found and named, not read yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from migrator.errors import SourceError
from migrator.model import Entry
from migrator.sources.capture.folder import Folder, files_of, has_pages, open_folder
from migrator.sources.capture.parts import Part
from migrator.sources.capture.records import Records
from migrator.sources.capture.wacz import package_parts

_WARCS = (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz", ".wacz")
_EXPORTS = (".xml", ".wxr", ".xml.gz")
_EXPORT = "an export, or other XML, beside WARC files; name it too to join it with them"
_BESIDE = "pages saved beside WARC files of the same fetching; give their folder alone to read them instead"


class Contents(NamedTuple):
    """What a capture consists of: the paths, the WARC files (in packages too), the packages, the folders of saved
    pages, the bytes to go through, and what was left out."""

    paths: tuple[Path, ...]
    parts: tuple[Part, ...]
    packages: tuple[Part, ...]
    folders: tuple[Folder, ...]
    size: int
    left_out: tuple[Entry, ...]


def accepts(path: Path) -> bool:
    """Tell whether a path is a capture, by its name and, of a folder, what lies in it."""
    return _is_warc(path) or has_pages(path) or (path.is_dir() and any(map(_is_warc, path.rglob("*"))))


def find_contents(paths: Sequence[Path]) -> Contents:
    """Find what belongs to a capture.

    Of a folder in which both lie only the WARC and WACZ files are taken: they were made by the same fetching.

    Raises:
        SourceError: A path is missing, can't be read, or is no capture; the message names it and why.
    """
    inside = {path: sorted(filter(_is_warc, path.rglob("*"))) for path in paths if path.is_dir()}
    saved = [path for path in paths if not inside.get(path) and has_pages(path)]
    files = [file for path in paths if path not in saved for file in inside.get(path) or [path]]
    named = list(zip(files, _names(files), strict=True))
    beside = [found for path, warcs in inside.items() if warcs for found in _beside(path)]
    return Contents(
        (*files, *saved),
        tuple(part for file, name in named for part in _parts(file, name)),
        tuple(Part(name, file) for file, name in named if _is_package(file)),
        tuple(_folders(saved)),
        sum(file.stat().st_size for file in [*files, *(one for path in saved for one in files_of(path)[1])]),
        tuple(Entry("capture.beside", "skipped", where=str(path), after=why) for path, why in beside),
    )


def _beside(folder: Path) -> Iterator[tuple[Path, str]]:
    """What lies beside WARC files in a folder, and isn't read."""
    if has_pages(folder):
        yield folder, _BESIDE
    exports = (file for file in sorted(folder.iterdir()) if file.name.lower().endswith(_EXPORTS) and file.is_file())
    yield from ((file, _EXPORT) for file in exports)


def _folders(saved: Sequence[Path]) -> list[Folder]:
    names = [f"{name}/" for name in _names(saved)] if len(saved) > 1 else [""] * len(saved)
    return [open_folder(path, name) for path, name in zip(saved, names, strict=True)]


def _is_warc(path: Path) -> bool:
    return path.name.lower().endswith(_WARCS) and path.is_file()


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
    fault: OSError | None = None
    try:
        parts = package_parts(file, name) if _is_package(file) else [Part(name, file)]
    except OSError as error:
        parts, fault = [], error
    for part in parts:
        try:
            if _has_record(part):
                return parts
        except OSError as error:
            fault = error
    if fault:
        raise SourceError(f"{file}: can't be read: {fault.strerror or fault}") from fault
    raise SourceError(f"{file}: no WARC or ARC record is in it" + _why(file))


def _why(file: Path) -> str:
    return "" if file.stat().st_size else "; it is empty"


def _has_record(part: Part) -> bool:
    records = Records(part, lambda _entry: None)
    try:
        return records.next() is not None
    finally:
        records.close()
