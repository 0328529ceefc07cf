"""A copy of `wp-content/uploads`: a folder, a tar (packed or not), a zip. What is there needs no network.

A copy is gone through twice: once for its names, of which the best for each file is chosen, then for the files, in the
order in which they lie there. So a tar is read from front to back, and nothing but what is wanted is unpacked.
"""

from __future__ import annotations

import os
import re
import tarfile
import unicodedata
import zipfile
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISLNK
from typing import IO, Protocol

from migrator.errors import UsageError
from migrator.media.store import is_bomb
from migrator.zips import ZIP_FAULTS

Member = tuple[str, IO[bytes]]

_UPLOADS = re.compile(r"(?:.*/)?(?:uploads(?:/sites/\d+)?|blogs\.dir/\d+/files)/", re.DOTALL)

Broken = (tarfile.TarError, *ZIP_FAULTS)
"""What reading a damaged, encrypted or oddly packed copy raises."""


class Copy(Protocol):
    """A copy of the uploads that is open for reading."""

    def names(self) -> Iterator[str]:
        """List the files, by path."""

    def files(self, chosen: Container[str]) -> Iterator[Member]:
        """Open the chosen ones of them, one after the other."""


class _Folder:
    def __init__(self, root: Path) -> None:
        self._root = root

    def names(self) -> Iterator[str]:
        for folder, subfolders, names in os.walk(self._root):
            subfolders.sort()
            yield from ((Path(folder) / name).relative_to(self._root).as_posix() for name in sorted(names))

    def files(self, chosen: Container[str]) -> Iterator[Member]:
        for name in self.names():
            path = self._root / name
            if name in chosen and path.is_file() and path.resolve().is_relative_to(self._root.resolve()):
                with path.open("rb") as file:
                    yield name, file


class _Tar:
    """A hard link is the file that it leads to; a symbolic one, which may lead anywhere, is nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._leads: dict[str, str] = {}

    def names(self) -> Iterator[str]:
        with tarfile.open(self._path) as tar:
            for member in tar:
                if member.islnk():
                    self._leads[member.name] = self._leads.get(member.linkname, member.linkname)
                if member.isreg() or member.islnk():
                    yield member.name

    def files(self, chosen: Container[str]) -> Iterator[Member]:
        """A link is opened where its file lies, so that a packed tar needn't be wound back for it."""
        links: dict[str, list[str]] = {}
        for name in filter(chosen.__contains__, self._leads):
            links.setdefault(self._leads[name], []).append(name)
        with tarfile.open(self._path) as tar:
            for member in filter(tarfile.TarInfo.isreg, tar):
                for name in filter(chosen.__contains__, (member.name, *links.get(member.name, ()))):
                    file = tar.extractfile(member)
                    if file is not None:
                        yield name, file


class _Zip:
    def __init__(self, path: Path) -> None:
        self._path = path

    def names(self) -> Iterator[str]:
        with zipfile.ZipFile(self._path) as archive:
            yield from (member.filename for member in archive.infolist() if _is_sound(member))

    def files(self, chosen: Container[str]) -> Iterator[Member]:
        with zipfile.ZipFile(self._path) as archive:
            for member in archive.infolist():
                if member.filename in chosen and _is_sound(member):
                    with archive.open(member) as file:
                        yield member.filename, file


def _is_sound(member: zipfile.ZipInfo) -> bool:
    is_link = S_ISLNK(member.external_attr >> 16)
    return not member.is_dir() and not is_link and not is_bomb(member.compress_size, member.file_size)


@contextmanager
def opened(path: Path) -> Iterator[Copy]:
    """Open a copy of the uploads.

    Raises:
        UsageError: It isn't there, or is neither a folder nor a tar nor a zip that can be read.
    """
    try:
        yield _kind_of(path)(path)
    except Broken as error:
        why = str(error).partition("\n")[0].rstrip(":")
        raise UsageError(f"{path}: can't be read as a folder, tar or zip of uploads: {why}") from error
    except OSError as error:
        if error.filename not in (None, path, str(path)):
            raise
        raise UsageError(f"{path}: can't be read: {error.strerror or error}") from error


def _kind_of(path: Path) -> Callable[[Path], Copy]:
    if path.is_dir():
        return _Folder
    if not path.is_file():
        raise UsageError(f"{path}: there is no such folder, tar or zip of uploads")
    return _Zip if zipfile.is_zipfile(path) else _Tar


def names_of(member: str) -> set[str]:
    """The paths below the folder of uploads that a member may be: as it stands, and behind that folder's name."""
    name = unicodedata.normalize("NFC", member.replace("\\", "/")).removeprefix("./")
    found = _UPLOADS.match(name)
    return {name, name[found.end() :]} if found else {name}
