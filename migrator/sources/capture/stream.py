"""A file of WARC or ARC records as one run of bytes, unpacked as it is read, whatever is broken in it.

WARC files are plain, or gzip members one after another: one a record, as the standard advises (WARC 1.1, Annex D), or a
single one around the whole file, as `gzip file.warc` makes it. Frames of Zstandard count as members, too. Nothing but a
block is held at a time.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, BinaryIO, NamedTuple

from migrator.sources.capture import zstd
from migrator.sources.capture.arc import ARC_LINE_LIMIT, ARC_START


class Packing(NamedTuple):
    """How a file is packed: how each member begins, how one is unpacked, what is raised where one is broken."""

    magic: bytes
    begin: Callable[[], Any]
    fault: type[Exception]


GZIP = Packing(b"\x1f\x8b\x08", partial(zlib.decompressobj, 31), zlib.error)
"""How a gzip member begins (RFC 1952): both magic bytes, and deflate, the only method there is."""

START = re.compile(rb"WARC/[01]\.\d{1,2}[ \t]*\r?\n|" + ARC_START.pattern)
"""How a record begins, of a WARC or an ARC file."""

_BLOCK = 1 << 16
"""How much of a packed file is read at once: with 64 KB, what is copied at each member's end stays below its cost to
unpack (members of 5 to 30 KB)."""
_PIECE = 1 << 20
"""How much is unpacked at once, so that nothing larger is held, however well it was packed."""
_CRUMB = 64
"""How close to a fault is unpacked, in packed bytes."""
_BLANK = b" \t\r\n\0"


class Stream:
    """The unpacked bytes of one file, member by member; a plain file is one member.

    `data[pos:]` is what was unpacked and not used yet, `origin` the unpacked offset of `data`, `member` the current
    member's offset in the file and `opened` in what is unpacked. `broken` tells why a member ended before its end: the
    file is "cut" there, or what stands there is "wrong"; `passed`, that more than padding stood before the member.
    """

    def __init__(self, file: BinaryIO, offset: int = 0) -> None:
        self._file = file
        self._packing, offset, head = _look(file, offset)
        self.packed = self._packing is not None
        self.data, self.pos, self.origin = b"" if self.packed else head, 0, 0 if self.packed else offset
        self.member, self.opened, self.ended, self.broken = offset, 0, False, ""
        self.passed = False
        self._raw, self._read = head if self.packed else b"", offset + len(head)
        self._unpacker, self._begun = self._begin(), False
        if self.packed:
            self._find_member()

    def _begin(self) -> Any:
        """Begin to unpack a member, with an object as zlib has them."""
        return self._packing.begin() if self._packing else None

    @property
    def offset(self) -> int:
        """The unpacked offset of what comes next."""
        return self.origin + self.pos

    @property
    def place(self) -> int:
        """How far into the file all that was unpacked goes: the end of a member that has ended."""
        return self._read - len(self._raw) if self.packed else self.offset

    def fill(self) -> bool:
        """Unpack some more of the member; False at its end."""
        if self.ended:
            return False
        more = self._unpacked() if self.packed else self._file.read(_PIECE)
        if not more:
            self.ended = True
            return False
        self.origin += self.pos
        self.data, self.pos = self.data[self.pos :] + more, 0
        return True

    def _unpacked(self) -> bytes:
        while not self.ended:
            if not self._raw and not self._load():
                self.ended, self.broken = True, "cut"
                return b""
            before = self._unpacker.copy() if self._begun else self._begin()
            self._begun = True
            try:
                out: bytes = self._unpacker.decompress(self._raw, _PIECE)
            except (packing := self._packing or GZIP).fault:
                self.ended, self.broken = True, "wrong"
                return _salvage(before, self._raw, packing.fault)
            self.ended = self._unpacker.eof
            self._raw = self._unpacker.unused_data if self.ended else self._unpacker.unconsumed_tail
            if out:
                return out
        return b""

    def _load(self) -> bool:
        more = self._file.read(_BLOCK)
        self._raw += more
        self._read += len(more)
        return bool(more)

    def turn(self) -> bool:
        """Go on to the next gzip member; False at the file's end."""
        if not self.packed:
            self.passed = False
            return False
        if self.broken:
            self._file.seek(self.member + 1)
            self._raw, self._read = b"", self.member + 1
        self.origin, self.data, self.pos = self.offset, b"", 0
        return self._find_member()

    def _find_member(self) -> bool:
        self.ended, self.passed = True, False
        while (found := self._raw.find((self._packing or GZIP).magic)) < 0:
            more = self._load()
            self._pass(max(0, len(self._raw) - _BLOCK - 2) if more else len(self._raw))
            if not more:
                return False
        self._pass(found)
        self.member, self.opened = self._read - len(self._raw), self.offset
        self.ended, self.broken = False, ""
        self._unpacker, self._begun = self._begin(), False
        return True

    def _pass(self, size: int) -> None:
        """Pass over what is no member, noting if it is more than padding."""
        self.passed = self.passed or bool(self._raw[:size].strip(_BLANK))
        self._raw = self._raw[size:]

    def skip_blank(self) -> bool:
        """Pass over blank lines and padding; False at the member's end."""
        while True:
            rest = self.data[self.pos : self.pos + 16].lstrip(_BLANK)
            if rest:
                self.pos += min(16, len(self.data) - self.pos) - len(rest)
                return True
            self.pos = min(self.pos + 16, len(self.data))
            if self.pos == len(self.data) and not self.fill():
                return False

    def pieces(self, size: int) -> Iterator[bytes]:
        """Take the next bytes, fewer if the member ends before."""
        while size:
            if self.pos == len(self.data) and not self.fill():
                return
            piece = self.data[self.pos : self.pos + size]
            self.pos += len(piece)
            size -= len(piece)
            yield piece

    def seek(self, offset: int) -> None:
        """Go to another place of a plain file, or forward in what is unpacked."""
        if self.packed:
            for _ in self.pieces(offset - self.offset):
                pass
        elif not self.origin <= offset <= self.origin + len(self.data):
            self._file.seek(offset)
            self.origin, self.data, self.pos, self.ended = offset, b"", 0, False
        else:
            self.pos = offset - self.origin

    def search(self) -> bool:
        """Go forward to where a record begins, in this member."""
        while not (found := START.search(self.data, self.pos)):
            self.pos = max(self.pos, len(self.data) - ARC_LINE_LIMIT)
            if not self.fill():
                self.pos = len(self.data)
                return False
        self.pos = found.start()
        return True


def _salvage(unpacker: Any, raw: bytes, fault: type[Exception]) -> bytes:
    """Unpack what stands before a fault, from the state before the block in which it is."""
    found = []
    with suppress(fault):
        for start in range(0, len(raw), _CRUMB):
            found.append(unpacker.decompress(raw[start : start + _CRUMB]))
    return b"".join(found)


def _look(file: BinaryIO, offset: int) -> tuple[Packing | None, int, bytes]:
    """Look at what a file begins with, at an offset: how it is packed, where the first record may be, what is there.

    Raises:
        OSError: It is packed in a way that needs a library which isn't there.
    """
    file.seek(offset)
    head = file.read(_BLOCK)
    if head.startswith((zstd.FRAME, zstd.DICTIONARY)):
        begin, fault, start = zstd.open_frames(file)
        offset = max(offset, start)
        file.seek(offset)
        return Packing(zstd.FRAME, begin, fault), offset, file.read(_BLOCK)
    member, record = head.find(GZIP.magic), START.search(head)
    return GZIP if member >= 0 and (record is None or member < record.start()) else None, offset, head
