"""Zstandard, as WARC files are packed with it: a frame a record, before the first one the dictionary of all, if any.

Python has it from 3.14 on; before, the package backports.zstd does.

Sources: RFC 8878; https://iipc.github.io/warc-specifications/specifications/warc-zstd/.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, BinaryIO

FRAME = b"\x28\xb5\x2f\xfd"
"""How a frame begins."""

DICTIONARY = b"\x5d\x2a\x4d\x18"
"""How the frame begins, skipped by other programs, in which the dictionary is; its length follows in four bytes."""

NEEDS = "Python 3.14 or backports.zstd (pip install 'migrator[zstd]')"

_CRUMB = 1 << 10
"""Packed bytes that are unpacked at once: at most 256 blocks of 128 KB, so that a small frame can't fill the memory."""

_LARGEST = 64 << 20
"""Bytes of a dictionary; those that are trained have some 100 KB."""


def library() -> Any:
    """The module that unpacks Zstandard; None where none is installed."""
    for package, name in (("compression", "compression.zstd"), ("backports", "backports.zstd")):
        if find_spec(package) and find_spec(name):
            return import_module(name)
    return None


class Frame:
    """Unpacks one frame, in the way of zlib's objects."""

    def __init__(self, module: Any, dictionary: Any = None) -> None:
        self._inner = module.ZstdDecompressor(zstd_dict=dictionary)
        self.unconsumed_tail = self.unused_data = b""

    @property
    def eof(self) -> bool:
        """Whether the frame's end was come to."""
        return bool(self._inner.eof)

    def decompress(self, data: bytes, _limit: int = 0) -> bytes:
        """Unpack some of the data; what is left stands in `unconsumed_tail`, or in `unused_data` behind the end."""
        out: bytes = self._inner.decompress(data[:_CRUMB])
        rest = data[_CRUMB:]
        self.unconsumed_tail, self.unused_data = (b"", self._inner.unused_data + rest) if self.eof else (rest, b"")
        return out

    def copy(self) -> Frame:
        """Give itself: what stands before a fault was given already, crumb by crumb."""
        return self


def open_frames(file: BinaryIO) -> tuple[Callable[[], Frame], type[Exception], int]:
    """Read what a file's frames are unpacked with: how to begin one, what a broken one raises, where the first begins.

    Raises:
        OSError: There is no library for it, or the dictionary is broken.
    """
    module = library()
    if module is None:
        raise OSError(f"packed by Zstandard, which needs {NEEDS}")
    file.seek(0)
    head = file.read(8)
    size = int.from_bytes(head[4:8], "little") if head.startswith(DICTIONARY) else 0
    dictionary = _dictionary(file.read(min(size, _LARGEST))) if size else None
    return lambda: Frame(module, dictionary), module.ZstdError, 8 + size if size else 0


@lru_cache(maxsize=2)
def _dictionary(data: bytes) -> Any:
    """Make a dictionary of what its frame holds, packed itself or not; kept, since each answer is unpacked with it."""
    module = library()
    try:
        return module.ZstdDict(module.decompress(data) if data.startswith(FRAME) else data)
    except (module.ZstdError, ValueError) as fault:
        raise OSError(f"broken dictionary: {fault}") from fault
