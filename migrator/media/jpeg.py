"""The segments of a JPEG, in which measures, EXIF and IPTC stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a frame, which has the measures."""

EXIF, PHOTOSHOP = 0xE1, 0xED
"""Markers of the segments of EXIF (and XMP), and of Photoshop, which has IPTC in it."""

_READ = FRAMES | {EXIF, PHOTOSHOP}
_BARE = frozenset((0x01, *range(0xD0, 0xD9)))
"""Markers without content."""

_LAST = (-1, 0xD9, 0xDA)
"""The end of the file, of the picture, and of what stands before the picture itself."""


def segments(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Go through the segments that are of use, up to the picture itself."""
    file.seek(2)
    while (marker := _marker(file)) not in _LAST:
        if marker in _BARE:
            continue
        length = max(int.from_bytes(file.read(2), "big") - 2, 0)
        if marker in _READ:
            yield marker, file.read(length)
        else:
            file.seek(length, 1)


def _marker(file: BinaryIO) -> int:
    """The next marker; bytes that belong to none are passed over, as browsers do."""
    byte = file.read(1)
    while byte and byte != b"\xff":
        byte = file.read(1)
    while byte == b"\xff":
        byte = file.read(1)
    return byte[0] if byte else -1
