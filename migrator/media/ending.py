"""Whether a picture is there to its end, which a transfer without a length doesn't tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from migrator.media.jpeg import segments

LARGEST = 64 << 20
"""Bytes up to which a picture is read to look for its end."""

_END_OF_JPEG = b"\xff\xd9"
_END_OF_PNG = b"IEND\xaeB`\x82"
_END_OF_GIF = b"\x00;"
_TAIL = 1024
"""Bytes at the end of a GIF in which it must end: some programs put something behind it."""


def is_whole(path: Path, media_type: str) -> bool:
    """Tell whether a picture has its end, whatever stands behind it; of other files nothing is known."""
    ends = _ENDS.get(media_type)
    if ends is None or path.stat().st_size > LARGEST:
        return True
    with path.open("rb") as file:
        return ends(file)


def _jpeg(file: BinaryIO) -> bool:
    """Behind the segments; in them may be a thumbnail with an end of its own."""
    for _ in segments(file):
        pass
    return _END_OF_JPEG in file.read() or _has_no_picture(file)


def _has_no_picture(file: BinaryIO) -> bool:
    """Whether the end came before any picture data: the segments were read up to the mark itself."""
    file.seek(-2, 2)
    return file.read() == _END_OF_JPEG


def _png(file: BinaryIO) -> bool:
    return _END_OF_PNG in file.read()


def _gif(file: BinaryIO) -> bool:
    return _END_OF_GIF in file.read()[-_TAIL:]


def _riff(file: BinaryIO) -> bool:
    head = file.read(8)
    return len(head) + len(file.read()) >= int.from_bytes(head[4:8], "little") + 8


_ENDS: Mapping[str, Callable[[BinaryIO], bool]] = {
    "image/jpeg": _jpeg,
    "image/png": _png,
    "image/gif": _gif,
    "image/webp": _riff,
}
