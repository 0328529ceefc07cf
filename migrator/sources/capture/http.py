"""HTTP as captures keep it: head and body of an answer, taken out of chunks and compression (RFC 9110, RFC 9112)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from itertools import chain

Pieces = Iterator[bytes]

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_BINARY = re.compile(rb"[\0-\x08\x0e-\x1f]")
_FIELD = re.compile(r"^([^:\s]+)[ \t]*:[ \t]*([^\r\n]*)", re.MULTILINE)
_FOLD = re.compile(r"\r?\n[ \t]+")
_CHUNK = re.compile(rb"(?:\r?\n)?([0-9a-fA-F]{1,16})[ \t]*(?:;[^\n]*)?\r?\n")

LIBRARIES = {"br": "brotli (or brotlicffi)", "zstd": "zstandard"}
"""What to install for compressions that Python can't undo by itself."""

_CODINGS = frozenset(("gzip", "deflate", "br", "zstd", "compress", "dcb", "dcz", "sdch"))
"""The compressions that are registered (IANA, HTTP Content Coding Registry), and Google's former one."""

_TOLD = 256
"""How much of a body tells text from what is packed: of that many packed bytes, one in eight is a control character."""

_LINE = 1024
"""The longest line that may tell a chunk's size."""
_DIGITS = 19
"""Digits that no length of a file has."""

_STEP = 1 << 20
"""How much is unpacked at once, so that a small body that unpacks to a huge one can be broken off."""

_LISTS = frozenset(("link", "vary", "transfer-encoding", "content-encoding", "warc-concurrent-to"))
"""Headers that may stand there several times and count together; of others the last counts, as in browsers."""


def parse_fields(text: str) -> dict[str, str]:
    """Read header lines, names in small letters; what is no header line is passed over."""
    pairs = _FIELD.findall(_FOLD.sub(" ", text) if "\n " in text or "\n\t" in text else text)
    fields = {name.lower(): value for name, value in pairs}
    if len(fields) < len(pairs):
        for one in _LISTS & fields.keys():
            fields[one] = ", ".join(value for name, value in pairs if name.lower() == one)
    return fields


def read_number(written: str) -> int | None:
    """Read a length; None for what is none, or is longer than any file."""
    return int(written) if written.isdecimal() and len(written) < _DIGITS else None


def decode_text(data: bytes) -> str:
    """Decode a head: UTF-8 as WARC has it, Latin-1 as old servers wrote."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def parse_head(data: bytes) -> tuple[int, dict[str, str], int] | None:
    """Read the head of an answer: status, headers, and where the body begins; None if there is none."""
    status = _STATUS.match(data)
    if not status:
        return None
    end = _HEAD_END.search(data)
    head = data[: end.start()] if end else data
    return int(status[1]), parse_fields(decode_text(head)), end.end() if end else len(data)


def codings(headers: Mapping[str, str]) -> list[str]:
    """Name the compressions of a body, in the order they were applied; servers name other things there too."""
    named = (part.strip().removeprefix("x-") for part in headers.get("content-encoding", "").lower().split(","))
    return [name for name in named if name in _CODINGS]


def unreadable(headers: Mapping[str, str], first: bytes) -> str:
    """Name the first compression that can't be undone here; "" if all can, or if what comes first looks like text.

    Brotli and Zstandard need a library that may be installed: `brotli` or `brotlicffi`, `zstandard`. Some programs
    record a body unpacked under the head it had when it was packed.
    """
    missing = next((name for name in codings(headers) if _undo(name) is None), "")
    return missing if missing and _BINARY.search(first, 0, _TOLD) else ""


def dechunk(pieces: Pieces) -> Pieces:
    """Take a body out of its chunks; from where it isn't chunked, though it says so, it comes as it is."""
    data, pos, left = next(pieces, b""), 0, 0
    while True:
        if left:
            if pos == len(data):
                data, pos = next(pieces, b""), 0
                if not data:
                    return
            part = data[pos : pos + left]
            yield part
            pos, left = pos + len(part), left - len(part)
        elif found := _CHUNK.match(data, pos):
            left, pos = int(found[1], 16), found.end()
            if not left:
                return
        elif len(data) - pos < _LINE and (more := next(pieces, b"")):
            data, pos = data[pos:] + more, 0
        else:
            yield data[pos:].removeprefix(b"\r\n")
            yield from pieces
            return


def decode(pieces: Pieces, headers: Mapping[str, str]) -> Pieces:
    """Undo what was applied to a body, as far as it can be undone: what is cut comes as far as it goes."""
    for name in reversed(codings(headers)):
        undo = _undo(name)
        if undo is not None:
            pieces = undo(pieces)
    return pieces


def is_chunked(headers: Mapping[str, str]) -> bool:
    """Tell whether a body says that it comes in chunks."""
    return "chunked" in headers.get("transfer-encoding", "").lower()


def _undo(name: str) -> Callable[[Pieces], Pieces] | None:
    if name in ("gzip", "deflate"):
        return _gunzip if name == "gzip" else _inflate
    if name == "br" and (library := next(filter(find_spec, ("brotli", "brotlicffi")), None)):
        module = import_module(library)
        return lambda pieces: _through(module.Decompressor().process, module.error, pieces)
    if name == "zstd" and find_spec("zstandard"):
        module = import_module("zstandard")
        return lambda pieces: _through(module.ZstdDecompressor().decompressobj().decompress, module.ZstdError, pieces)
    return None


def _gunzip(pieces: Pieces) -> Pieces:
    """Unpack gzip, several members too; what doesn't begin like gzip was never packed."""
    data = next(pieces, b"")
    if data[:2] != b"\x1f\x8b":
        yield data
        yield from pieces
        return
    unpacker = zlib.decompressobj(31)
    while data:
        try:
            yield unpacker.decompress(data, _STEP)
        except zlib.error:
            return
        if unpacker.eof:
            data, unpacker = unpacker.unused_data, zlib.decompressobj(31)
        else:
            data = unpacker.unconsumed_tail
        data = data or next(pieces, b"")


def _inflate(pieces: Pieces) -> Pieces:
    """Unpack deflate: with zlib's header as the standard says, or without, as some servers sent it."""
    first = next(pieces, b"")
    wrapped = len(first) > 1 and first[0] & 15 == 8 and (first[0] << 8 | first[1]) % 31 == 0
    unpacker = zlib.decompressobj(15 if wrapped else -15)
    return _through(unpacker.decompress, zlib.error, chain((first,), pieces))


def _through(unpack: Callable[[bytes], bytes], error: type[Exception], pieces: Pieces) -> Pieces:
    """Unpack until something is wrong; what looks like text was never packed."""
    first = next(pieces, b"")
    try:
        yield unpack(first)
        for piece in pieces:
            yield unpack(piece)
    except error:
        if first and not _BINARY.search(first, 0, _TOLD):
            yield first
            yield from pieces
