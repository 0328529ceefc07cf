"""The files an export comes in: plain, gzip, a zip of parts, a folder of parts, or standard input.

What a file is, its first bytes tell, not its name. Each is read as a stream, so that none is ever whole in memory.
"""

from __future__ import annotations

import gzip
import re
import shutil
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from migrator.errors import SourceError
from migrator.sources.wxr.scan import Read

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
SUFFIXES = (".xml", ".xml.gz", ".zip", ".wxr", ".rss")
"""What a part's name ends in, inside a folder or a zip; a file that is named itself may be called anything."""

FREE_BYTES = 4 << 30
MAX_RATIO = 200
"""Beyond 4 GiB, a file that is 200 times as large as its packed form is refused: exports pack 3 to 20 times."""

DAMAGED = "source.damaged"
"""The rule that a packed file's damage is reported by."""

OTHER_SITE = "source.other-site"
"""The rule that tells of a part which says that it is of another site."""

Report = Callable[[str, str], None]
"""Is told by which rule, and in words, that something outside the items was mended or left out."""

_NUMBERS = re.compile(r"(\d+)")
_DAMAGE = (EOFError, zlib.error, zipfile.BadZipFile, gzip.BadGzipFile)


@dataclass(frozen=True, slots=True)
class Part:
    """One XML file of an export; `member` is its name in the zip at `path`, `name` what messages call it."""

    name: str
    path: Path
    member: str = ""
    named: bool = True
    """Whether the user named the file itself, rather than the folder or zip that it is in."""


def parts_of(path: Path) -> list[Part]:
    """List the XML files at a path: those in a folder or zip in name order, numbers by value.

    Raises:
        SourceError: There is no such path, it can't be read, or no XML file is in it.
    """
    try:
        if path.is_dir():
            return _in_folder(path)
        with path.open("rb") as stream:
            start = stream.read(4)
        return _in_zip(path) if start == ZIP else [Part(path.name, path)]
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror or error}") from error
    except zipfile.BadZipFile as error:
        raise SourceError(f"{path}: the zip file is damaged ({error}); unpack what can be unpacked first") from error


def _in_folder(folder: Path) -> list[Part]:
    found = [
        file for file in sorted(folder.iterdir(), key=lambda file: natural_order(file.name)) if _is_part(file.name)
    ]
    parts = [part for file in found if file.is_file() for part in parts_of(file)]
    if not parts:
        kinds = "export (.xml, .xml.gz, .zip), capture (.warc.gz, .wacz), saved page (.html) or text (.txt)"
        raise SourceError(f"{folder}: no {kinds} in this folder")
    return [Part(part.name, part.path, part.member, named=False) for part in parts]


def _in_zip(path: Path) -> list[Part]:
    with zipfile.ZipFile(path) as archive:
        members = [info for info in archive.infolist() if not info.is_dir() and _is_part(info.filename)]
    if not members:
        raise SourceError(f"{path}: no .xml file in this zip")
    if any(info.flag_bits & 1 for info in members):
        raise SourceError(f"{path}: the zip file is encrypted; unpack it with its password first")
    names = sorted((info.filename for info in members), key=natural_order)
    return [Part(f"{path.name}/{name}", path, name, named=False) for name in names]


def _is_part(name: str) -> bool:
    base = name.rpartition("/")[2]
    return name.lower().endswith(SUFFIXES) and not base.startswith(".") and not name.startswith("__MACOSX/")


def natural_order(name: str) -> tuple[list[str | tuple[int, str]], str]:
    """Sort names as people number them: "part 2" before "part 10"."""
    pieces = _NUMBERS.split(name.lower())
    return [(int(piece), piece) if index % 2 else piece for index, piece in enumerate(pieces)], name


@contextmanager
def reading(part: Part, report: Report) -> Iterator[Read]:
    """Open a part for reading, unpacked; `report` is told of damage that ends it early.

    Raises:
        SourceError: The file can't be read, or unpacks without end.
    """
    try:
        with part.path.open("rb", buffering=0) as file:
            if not part.member:
                yield _unpacked(part, file, part.path.stat().st_size, report)
                return
            with zipfile.ZipFile(file) as archive, archive.open(part.member) as stream:
                yield _unpacked(part, stream, archive.getinfo(part.member).compress_size, report)
    except OSError as error:
        raise SourceError(f"{part.name}: {error.strerror or error}") from error
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise SourceError(f"{part.name}: the zip file can't be read ({error})") from error


def _unpacked(part: Part, stream: IO[bytes], size: int, report: Report) -> Read:
    start = stream.read(2)
    stream.seek(0)
    if start == GZIP:
        return _careful(part, gzip.GzipFile(fileobj=stream).read1, size, report)
    return _careful(part, stream.read1, size, report) if isinstance(stream, zipfile.ZipExtFile) else stream.read


def _careful(part: Part, read: Read, packed: int, report: Report) -> Read:
    """Read a packed stream as far as it is sound, and not without end."""
    total = 0
    ended = False

    def bounded(size: int) -> bytes:
        nonlocal total, ended
        if ended:
            return b""
        try:
            data = read(size)
        except _DAMAGE as error:
            ended = True
            report(DAMAGED, f"the packed file is damaged after {total} bytes: {error or type(error).__name__}")
            return b""
        total += len(data)
        if total > FREE_BYTES and total > MAX_RATIO * packed:
            raise SourceError(f"{part.name}: unpacks to more than {MAX_RATIO} times its size; this is no export")
        return data

    return bounded


def spool(folder: Path) -> Path:
    """Save standard input as a file in `folder`, since an export is read more than once."""
    target = folder / "standard-input"
    with target.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file, 1 << 20)
    return target
