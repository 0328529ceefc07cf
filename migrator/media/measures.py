"""Width and height of a picture, read from its own header; nothing is decoded, so that no picture can be a bomb.

Sources: the PNG, GIF89a and JFIF specifications, RFC 9649 (WebP), ISO 23008-12 (`ispe` of AVIF and HEIC), CSS units for
SVG (https://www.w3.org/TR/css-values/#absolute-lengths), the EXIF tag 0x0112 (orientation).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from struct import error, unpack_from
from typing import BinaryIO

from migrator.media.jpeg import EXIF, FRAMES, segments
from migrator.media.tiff import orientation

Size = tuple[int, int]
UNKNOWN: Size = (0, 0)

_HEAD = 1 << 16
"""Bytes in which every header but a JPEG's stands (`ispe` of AVIF and HEIC within their first 10 KB)."""

_TURNED = frozenset((5, 6, 7, 8))
"""EXIF orientations in which width and height change places."""

_SVG_TAG = re.compile(rb"<(?:\w+:)?svg\b[^>]*>", re.DOTALL)
_MEASURE = r'\s{}\s*=\s*["\']\s*([0-9.]+)\s*(px|pt|pc|mm|cm|in)?\s*["\']'
_SVG_WIDTH, _SVG_HEIGHT = (re.compile(_MEASURE.format(name).encode()) for name in ("width", "height"))
_VIEW_BOX = re.compile(rb'\sviewBox\s*=\s*["\']\s*[-+0-9.e]+[\s,]+[-+0-9.e]+[\s,]+([0-9.]+)[\s,]+([0-9.]+)')
_PIXELS = {b"": 1.0, b"px": 1.0, b"pt": 4 / 3, b"pc": 16.0, b"mm": 96 / 25.4, b"cm": 96 / 2.54, b"in": 96.0}
_MOST = 1 << 24


def measure(path: Path, media_type: str) -> Size:
    """Read a picture's width and height in pixels as it is shown (EXIF may turn a JPEG); (0, 0) if unknown."""
    read = _READERS.get(media_type)
    if read is None:
        return UNKNOWN
    try:
        with path.open("rb") as file:
            width, height = read(file)
    except (error, IndexError, ValueError, OverflowError):
        return UNKNOWN
    return (width, height) if 0 < width < _MOST and 0 < height < _MOST else UNKNOWN


def _png(file: BinaryIO) -> Size:
    width, height = unpack_from(">II", file.read(24), 16)
    return width, height


def _gif(file: BinaryIO) -> Size:
    width, height = unpack_from("<HH", file.read(10), 6)
    return width, height


def _bmp(file: BinaryIO) -> Size:
    width, height = unpack_from("<ii", file.read(26), 18)
    return abs(width), abs(height)


def _webp(file: BinaryIO) -> Size:
    head = file.read(30)
    unpack_from("30s", head)
    form = head[12:16]
    if form == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if form == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = unpack_from("<HH", head, 26)
    return width & 0x3FFF, height & 0x3FFF


def _jpeg(file: BinaryIO) -> Size:
    """The first frame's measures; an EXIF segment before it says whether the picture is turned."""
    turned = False
    for marker, content in segments(file):
        if marker in FRAMES:
            height, width = unpack_from(">HH", content, 1)
            return (height, width) if turned else (width, height)
        if marker == EXIF and content.startswith(b"Exif\0\0"):
            turned = turned or orientation(content[6:]) in _TURNED
    return UNKNOWN


def _boxed(file: BinaryIO) -> Size:
    """The largest `ispe` of AVIF and HEIC: a file may hold a thumbnail and tiles besides its picture."""
    head = file.read(_HEAD)
    sizes = [unpack_from(">II", head, found.end() + 4) for found in re.finditer(b"ispe", head)]
    return max(sizes, key=lambda size: size[0] * size[1], default=UNKNOWN)


def _svg(file: BinaryIO) -> Size:
    tag = _SVG_TAG.search(file.read(_HEAD))
    if tag is None:
        return UNKNOWN
    width, height = _SVG_WIDTH.search(tag[0]), _SVG_HEIGHT.search(tag[0])
    if width and height:
        return _pixels(width), _pixels(height)
    box = _VIEW_BOX.search(tag[0])
    return (round(float(box[1])), round(float(box[2]))) if box else UNKNOWN


def _pixels(found: re.Match[bytes]) -> int:
    return round(float(found[1]) * _PIXELS[found[2] or b""])


_READERS: Mapping[str, Callable[[BinaryIO], Size]] = {
    "image/png": _png,
    "image/gif": _gif,
    "image/bmp": _bmp,
    "image/webp": _webp,
    "image/jpeg": _jpeg,
    "image/avif": _boxed,
    "image/heic": _boxed,
    "image/svg+xml": _svg,
}
