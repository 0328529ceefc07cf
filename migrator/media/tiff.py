"""EXIF's directory: TIFF within a JPEG's segment, of which the first directory has all that is read."""

from __future__ import annotations

from collections.abc import Iterator
from struct import error, unpack_from
from typing import NamedTuple

_ORDERS = {b"II": "<", b"MM": ">"}
_MOST_ENTRIES = 200
_ORIENTATION = 0x0112


class Field(NamedTuple):
    """An entry of a directory: tag and type, its value as a number, or the size and place of it as a text."""

    tag: int
    type: int
    size: int
    short: int
    place: int


def fields(tiff: bytes) -> Iterator[Field]:
    """Go through the first directory; raises struct.error where it is cut off."""
    order = _ORDERS.get(tiff[:2])
    if order is None:
        return
    (at,) = unpack_from(order + "I", tiff, 4)
    (count,) = unpack_from(order + "H", tiff, at)
    for entry in range(at + 2, at + 2 + 12 * min(count, _MOST_ENTRIES), 12):
        tag, kind, size, place = unpack_from(order + "HHII", tiff, entry)
        (short,) = unpack_from(order + "H", tiff, entry + 8)
        yield Field(tag, kind, size, short, place if size > 4 else entry + 8)


def orientation(tiff: bytes) -> int:
    """Read the orientation (1 to 8); 1 if the directory says nothing of it."""
    try:
        return next((field.short for field in fields(tiff) if field.tag == _ORIENTATION), 1)
    except error:
        return 1
