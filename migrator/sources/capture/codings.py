"""What bodies are compressed with on their way (RFC 9110, section 8.4), and how that is undone."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from itertools import chain

from migrator.sources.capture import zstd

Pieces = Iterator[bytes]
Unpack = Callable[[bytes], bytes]
Faults = tuple[type[Exception], ...]

LIBRARIES = {"br": "brotli (or brotlicffi)", "zstd": zstd.NEEDS}
"""What to install for compressions that Python can't undo by itself."""

_CODINGS = frozenset(("gzip", "deflate", "br", "zstd", "compress", "dcb", "dcz", "sdch"))
"""The compressions that are registered (IANA, HTTP Content Coding Registry), and Google's former one."""

_CONTROL = re.compile(rb"[\0-\x08\x0e-\x1f]")
_TOLD = 256
"""How much of a body tells text from what is packed: of that many packed bytes, one in eight is a control character."""

_STEP = 1 << 20
"""How much is unpacked at once, so that a small body that unpacks to a huge one can be broken off."""

_CRUMB = 64
"""Packed bytes that are unpacked at once where what comes out can't be limited: of zeros, of which a gigabyte packs to
1.6 KB (Brotli) or 32 KB (Zstandard), they hold 48 MB at most."""


def codings(headers: Mapping[str, str]) -> list[str]:
    """Name the compressions of a body, in the order they were applied; servers name other things there too."""
    named = (part.strip().removeprefix("x-") for part in headers.get("content-encoding", "").lower().split(","))
    return [name for name in named if name in _CODINGS]


def unreadable(headers: Mapping[str, str], first: bytes) -> str:
    """Name the first compression that can't be undone here; "" if all can, or if what comes first looks like text.

    Brotli and Zstandard need a library that may be installed. Some programs
    record a body unpacked under the head it had when it was packed.
    """
    missing = next((name for name in codings(headers) if _undo(name) is None), "")
    return "" if _is_text(first) else missing


def decode(pieces: Pieces, headers: Mapping[str, str]) -> Pieces:
    """Undo what was applied to a body, as far as it can be undone: what is cut comes as far as it goes."""
    for name in reversed(codings(headers)):
        undo = _undo(name)
        if undo is not None:
            pieces = undo(pieces)
    return pieces


def gunzip(pieces: Pieces) -> Generator[bytes, None, bool]:
    """Unpack gzip, several members too; return whether its end came. What doesn't begin like gzip was never packed."""
    data = next(pieces, b"")
    if data[:2] == b"\x1f\x8b":
        return (yield from _unzip(data, pieces, zlib.MAX_WBITS | 16))
    yield data
    yield from pieces
    return True


def inflate(pieces: Pieces) -> Generator[bytes, None, bool]:
    """Unpack deflate: with zlib's header as the standard says, or without, as some servers sent it; else as `gunzip`.

    What fails at once and looks like text was never packed.
    """
    data = next(pieces, b"")
    is_wrapped = len(data) > 1 and data[0] & 15 == 8 and (data[0] << 8 | data[1]) % 31 == 0
    window = zlib.MAX_WBITS if is_wrapped else -zlib.MAX_WBITS
    if _is_text(data) and not _begins(data, window):
        yield data
        yield from pieces
        return True
    return (yield from _unzip(data, pieces, window))


def _begins(data: bytes, window: int) -> bool:
    try:
        zlib.decompressobj(window).decompress(data, _STEP)
    except zlib.error:
        return False
    return True


def _unzip(data: bytes, pieces: Pieces, window: int) -> Generator[bytes, None, bool]:
    unpacker, ended, is_more = zlib.decompressobj(window), not data, bool(data)
    while is_more:
        try:
            out = unpacker.decompress(data, _STEP)
        except zlib.error:
            return ended
        yield out
        ended = unpacker.eof
        if not ended:
            data = unpacker.unconsumed_tail
        elif window > zlib.MAX_WBITS:
            data, unpacker = unpacker.unused_data, zlib.decompressobj(window)
        else:
            return True
        data = data or next(pieces, b"")
        is_more = bool(data) or (not ended and len(out) == _STEP)  # the last of a run may wait within the unpacker
    return ended


def _undo(name: str) -> Callable[[Pieces], Pieces] | None:
    if name in ("gzip", "deflate"):
        return gunzip if name == "gzip" else inflate
    if name == "br" and (library := next(filter(find_spec, ("brotli", "brotlicffi")), None)):
        module = import_module(library)
        return lambda pieces: _through(lambda: module.Decompressor().process, (module.error,), pieces)
    if name == "zstd" and (module := zstd.library()):
        faults = module.ZstdError, EOFError
        return lambda pieces: _through(lambda: module.ZstdDecompressor().decompress, faults, pieces)
    return None


def _through(begin: Callable[[], Unpack], faults: Faults, pieces: Pieces) -> Pieces:
    """Unpack until something is wrong; what looks like text was never packed."""
    first = next(pieces, b"")
    if _is_text(first) and not _passes(begin(), faults, first):
        yield first
        yield from pieces
        return
    unpack = begin()
    with suppress(*faults):
        for crumb in _crumbs(chain((first,), pieces)):
            yield unpack(crumb)


def _passes(unpack: Unpack, faults: Faults, data: bytes) -> bool:
    try:
        for crumb in _crumbs(iter((data,))):
            unpack(crumb)
    except faults:
        return False
    return True


def _crumbs(pieces: Pieces) -> Pieces:
    for piece in pieces:
        yield from (piece[at : at + _CRUMB] for at in range(0, len(piece), _CRUMB))


def _is_text(first: bytes) -> bool:
    return _CONTROL.search(first, 0, _TOLD) is None
