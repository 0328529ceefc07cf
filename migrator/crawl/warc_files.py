"""The files of a capture, and how they are mended after a crash: what is not complete is cut off, the rest stays."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FOLDER = "capture"
"""Where in an archive the capture lies."""

INDEX = f"{FOLDER}/index.cdxj"

_NUMBERED = re.compile(r"-(\d{5,})\.warc\.gz\Z")
_BLOCK = 1 << 18
_TYPE = re.compile(rb"^WARC-Type:\s*(\w+)", re.MULTILINE | re.IGNORECASE)
_HEAD = 1 << 16
"""Bytes of a record that are looked through for its type, which stands behind its address."""

_BEFORE_ITS_ANSWER = frozenset((b"request", b"metadata"))


def file_name(name: str, number: int) -> str:
    """Write a file's path inside the archive."""
    return f"{FOLDER}/{name}-{number:05}.warc.gz"


def numbered(file: str) -> int:
    """The number of a capture's file."""
    found = _NUMBERED.search(file)
    assert found is not None
    return int(found[1])


def files_of(folder: Path, name: str = "") -> list[str]:
    """The files of a capture, in their order, as paths inside the archive; without a `name` all that lie there."""
    found = (path.name for path in (folder / FOLDER).glob("*.warc.gz"))
    ours = (file for file in found if _NUMBERED.search(file) and (not name or _NUMBERED.sub("", file) == name))
    return [f"{FOLDER}/{file}" for file in sorted(ours, key=lambda file: (_NUMBERED.sub("", file), numbered(file)))]


def mend(folder: Path, name: str, known: Mapping[str, int]) -> dict[str, int]:
    """Cut each file of a capture behind the last group that is known, or that is complete; return what is left.

    A file that was begun behind the last one known is cut down to nothing, like all that is behind what is known.
    """
    files = files_of(folder, name)
    last = max((numbered(file) for file in files if file in known), default=None)
    ends = {}
    for file in files:
        path = folder / file
        size = path.stat().st_size
        until = known.get(file, 0 if last is not None and numbered(file) > last else -1)
        ends[file] = until if 0 <= until <= size else complete(path)
        if ends[file] < size:
            os.truncate(path, ends[file])
            (folder / INDEX).unlink(missing_ok=True)  # its lines may point behind the cut
        if not ends[file]:
            path.unlink()
    return {file: end for file, end in ends.items() if end}


def complete(path: Path) -> int:
    """The byte behind the last complete group of a file, whose last record is its answer."""
    return max((end for end, kind in _records(path) if kind not in _BEFORE_ITS_ANSWER), default=0)


def is_whole(path: Path, offset: int) -> bool:
    """Tell whether the record at a byte of a file has its end."""
    return next(_records(path, offset), None) is not None


def _records(path: Path, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """Where each record of a file ends, and of what type it is; a record is one gzip member, a torn one is none."""
    with path.open("rb") as file:
        file.seek(start)
        unpack: Any = zlib.decompressobj(zlib.MAX_WBITS | 16)
        head, taken, rest = b"", start, b""
        while block := rest or file.read(_BLOCK):
            try:
                head = (head + unpack.decompress(block))[:_HEAD]
            except zlib.error:
                return
            taken, rest = taken + len(block) - len(unpack.unused_data), unpack.unused_data
            if unpack.eof:
                if not head.startswith(b"WARC/"):
                    return
                found = _TYPE.search(head)
                yield taken, found[1].lower() if found else b""
                unpack, head = zlib.decompressobj(zlib.MAX_WBITS | 16), b""
