from __future__ import annotations

import zlib
from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrator.media.blank import shows_nothing

GIF = b64decode("R0lGODlhAgABAIAAAP///wAAACwAAAAAAgABAAACAkQKADs=")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">%s</svg>'


def png(width: int, *rows: bytes, kind: int = 2) -> bytes:
    """A PNG of rows with their filters, eight bits a sample."""
    header = width.to_bytes(4) + len(rows).to_bytes(4) + bytes((8, kind, 0, 0, 0))
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4) for name, data in chunks
    )


RED, BLUE, NONE = b"\xff\0\0", b"\0\0\xff", b"\0\0\0"


@pytest.mark.parametrize(
    "data",
    [
        b64decode("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="),
        b64decode("R0lGODlhAwACAIAAAP///wAAACH5BAEAAAEALAAAAAADAAIAAAICjF8AOw=="),
        b"GIF89a",
        png(1, b"\0" + RED),
        png(3, *[b"\0" + 3 * RED] * 2),
        png(3, b"\1" + RED + 2 * NONE, b"\2" + 3 * NONE),
        png(3, b"\0" + bytes(12), kind=6),
        b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0",
        SVG % b"",
        SVG % b"<g><title>Wait</title></g>",
        b"",
    ],
)
def test_what_shows_nothing(data: bytes) -> None:
    assert shows_nothing(data)


@pytest.mark.parametrize(
    "data",
    [
        GIF,
        png(2, b"\0" + RED + BLUE),
        png(2, b"\0" + 2 * RED, b"\0" + RED[:1]),
        png(2, b"\0" + 2 * RED, b"\0" + 2 * BLUE),
        png(2, b"\0" + 2 * RED, b"\2" + 2 * BLUE),
        png(2, b"\1" + RED + BLUE),
        SVG % b'<rect width="3" height="2"/>',
        SVG % b"<svg:text>Hi</svg:text>",
        b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(40),
        SVG % (b" " * 500),
        b"no picture",
    ],
)
def test_what_shows_something(data: bytes) -> None:
    assert not shows_nothing(data)


@given(st.sampled_from([GIF, png(2, b"\0" + RED + BLUE), SVG]), st.integers(0, 60), st.binary(max_size=8))
def test_damaged_bytes_are_answered(data: bytes, place: int, other: bytes) -> None:
    assert shows_nothing(data[:place] + other + data[place + len(other) :]) in (True, False)
    assert shows_nothing(data[:place]) in (True, False)
