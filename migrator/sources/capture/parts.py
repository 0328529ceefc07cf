"""The files a capture is made of, wherever they lie: on their own, or in a ZIP package at a known place."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import ZipFile

from migrator.zips import ZIP_FAULTS


@dataclass(frozen=True, slots=True)
class Part:
    """A file of records: its `name` in the capture, and where its bytes are.

    In a package it is the part of `path` that begins at `start`; `member` names it where the package has compressed it.
    """

    name: str
    path: Path
    start: int = 0
    size: int = 0
    member: str = ""

    def open(self) -> BinaryIO:
        """Open it for reading; raises OSError."""
        if self.member:
            return cast(BinaryIO, _Unpacked(self.path, self.member))
        file = self.path.open("rb")
        return cast(BinaryIO, _Slice(file, self.start, self.size)) if self.start else file


@contextmanager
def _faults_told() -> Iterator[None]:
    try:
        yield
    except ZIP_FAULTS as fault:
        raise OSError(f"broken package: {fault}") from fault


class _Unpacked(io.RawIOBase):
    """A file that a package has compressed; whatever is wrong with it is an OSError."""

    def __init__(self, path: Path, member: str) -> None:
        self._open = ExitStack()
        with _faults_told(), ExitStack() as opening:
            package = opening.enter_context(ZipFile(path))
            self._file = opening.enter_context(package.open(member))
            self._open = opening.pop_all()

    def read(self, size: int = -1, /) -> bytes:
        with _faults_told():
            return self._file.read(size)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        with _faults_told():
            return self._file.seek(offset, whence)

    def close(self) -> None:
        self._open.close()
        super().close()


class _Slice(io.RawIOBase):
    """A stretch of a file as a file of its own."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file, self._start, self._size, self._at = file, start, size, 0
        file.seek(start)

    def read(self, size: int = -1, /) -> bytes:
        left = max(0, self._size - self._at)
        data = self._file.read(left if size < 0 else min(size, left))
        self._at += len(data)
        return data

    def seek(self, offset: int, whence: int = 0, /) -> int:
        self._at = offset + (0, self._at, self._size)[whence]
        self._file.seek(self._start + self._at)
        return self._at

    def tell(self) -> int:
        return self._at

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        self._file.close()
        super().close()
