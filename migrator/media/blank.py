"""Pictures that show nothing: what lazy loaders put into `src` until the true picture is loaded.

Sources: https://www.w3.org/Graphics/GIF/spec-gif89a.txt, https://www.w3.org/TR/png-3/,
https://developers.google.com/speed/webp/docs/riff_container
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

LARGEST = 450
"""Bytes of the largest blank picture, 600 characters of Base64; those of saved pages have 218 characters at most."""

_SVG = re.compile(rb"<(?:[\w-]+:)?svg\b", re.IGNORECASE)
_DRAWN = re.compile(
    rb"<(?:[\w-]+:)?(?:path|rect|circle|ellipse|line|polyline|polygon|text|image|use|foreignobject)\b", re.IGNORECASE
)
_FULL = 4095
"""The last code of a GIF's dictionary, after which codes grow no longer."""
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples of a PNG's pixel by its colour type."""
_COPIED, _LEFT, _ABOVE, _PAETH = 0, 1, 2, 4


def shows_nothing(data: bytes) -> bool:
    """Tell whether a picture of a few bytes is one pixel, one colour, a drawing of nothing or cut off."""
    if not data or len(data) > LARGEST:
        return not data
    if data.startswith(b"GIF8"):
        return data[6:10] == b"\1\0\1\0" or len(set(_gif_colours(data))) < 2
    if data.startswith(b"\x89PNG"):
        return data[16:24] == b"\0\0\0\1\0\0\0\1" or _is_flat_png(data)
    if data[8:12] == b"WEBP":
        return _is_webp_pixel(data)
    return _SVG.search(data) is not None and _DRAWN.search(data) is None


def _is_webp_pixel(data: bytes) -> bool:
    """Whether a WebP, lossy, lossless or extended, is one pixel wide and high; the last two count from zero."""
    form, frame = data[12:16], data[20:30]
    sizes = {b"VP8 ": frame[6:10] == b"\1\0\1\0", b"VP8X": frame[4:10] == bytes(6)}
    return sizes.get(form, frame[1:4] == bytes(3) and not (frame[4:5] or b"\0")[0] & 0x0F)


def _gif_colours(data: bytes) -> Iterator[int]:
    """The colours of a GIF's pixels; each is written out where it first stands, later codes repeat what was there."""
    place = 13 + _table(data[10:11])
    while (mark := data[place : place + 1]) in (b"!", b","):
        is_frame = mark == b","
        place += 10 + _table(data[place + 9 : place + 10]) if is_frame else 2
        bits = data[place] if is_frame and place < len(data) else 0
        place += is_frame
        blocks = b""
        while place < len(data) and data[place]:
            blocks += data[place + 1 : place + 1 + data[place]]
            place += 1 + data[place]
        place += 1
        if is_frame:
            yield from _literals(blocks, bits)


def _table(flags: bytes) -> int:
    """Bytes of the colour table that flags announce."""
    return 3 << ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


def _literals(packed: bytes, bits: int) -> Iterator[int]:
    """The codes of a GIF's LZW stream that are colours themselves."""
    stream, length, place = int.from_bytes(packed, "little"), 8 * len(packed), 0
    clear = 1 << bits
    known = clear + 1
    while place + (width := min(known, _FULL).bit_length()) <= length:
        code = (stream >> place) & ((1 << width) - 1)
        place += width
        if code == clear + 1:
            return
        known = clear + 1 if code == clear else known + 1
        if code < clear:
            yield code


def _is_flat_png(data: bytes) -> bool:
    """Whether all pixels of a PNG, as filters of rows write them, are the first; an interlaced one is not looked at."""
    width, height = (int.from_bytes(data[start : start + 4]) for start in (16, 20))
    depth, kind, interlaced = data[24:25], data[25:26], data[28:29]
    if not (depth and kind and interlaced):
        return True
    bits = depth[0] * _SAMPLES.get(kind[0], 1)
    stride = (width * bits + 7) // 8 + 1
    raw = _unpacked(data, stride * height)
    rows = [raw[start : start + stride] for start in range(0, len(raw), stride)]
    return not interlaced[0] and all(_is_flat(row, rows[0], max(bits // 8, 1), at) for at, row in enumerate(rows))


def _is_flat(row: bytes, top: bytes, size: int, at: int) -> bool:
    method, body = row[0], row[1:]
    says_pixel = at == 0 or method in (_COPIED, _LEFT)
    pixel = top[1 : 1 + size] if says_pixel else bytes(size)
    rest = body[:-size] if method in (_COPIED, _ABOVE) else bytes(max(len(body) - size, 0))
    return method in (_COPIED, _LEFT, _ABOVE, _PAETH) and body[:size] == pixel and body[size:] == rest


def _unpacked(data: bytes, most: int) -> bytes:
    """The rows of a PNG, b"" if they can't be read."""
    packed, place = b"", 8
    while place + 8 <= len(data):
        length = int.from_bytes(data[place : place + 4])
        if data[place + 4 : place + 8] == b"IDAT":
            packed += data[place + 8 : place + 8 + length]
        place += 12 + length
    try:
        return zlib.decompressobj().decompress(packed, min(most, 1 << 22)) if most else b""
    except zlib.error:
        return b""
