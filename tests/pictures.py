"""Small true pictures of any measures, made from nothing."""

from __future__ import annotations

import struct
import zlib


def png(width: int = 8, height: int = 6, seed: int = 0) -> bytes:
    """A PNG; another seed gives another picture."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    rows = (b"\0" + bytes((seed + x + y) % 256 for x in range(3 * width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    told = chunk(b"tEXt", b"seed\0" + str(seed).encode())
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + told
        + chunk(b"IDAT", zlib.compress(b"".join(rows)))
        + chunk(b"IEND", b"")
    )


def jpeg(width: int = 8, height: int = 6, orientation: int = 0) -> bytes:
    """The header of a JPEG, with an EXIF orientation if one is given."""
    exif = b""
    if orientation:
        entry = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
        tiff = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 1) + entry + bytes(4)
        content = b"Exif\0\0" + tiff
        exif = b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + exif + b"\xff\xfe\x00\x06text" + frame + b"\xff\xd9"


def gif(width: int = 8, height: int = 6) -> bytes:
    """The header of a GIF."""
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\x00\x00\x00\x3b"


def webp(width: int = 8, height: int = 6, form: bytes = b"VP8X") -> bytes:
    """The header of a WebP of one of its three forms."""
    if form == b"VP8X":
        content = bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    elif form == b"VP8L":
        content = b"\x2f" + ((width - 1) | (height - 1) << 14).to_bytes(4, "little") + bytes(5)
    else:
        content = b"\x10\x00\x00\x9d\x01\x2a" + struct.pack("<HH", width, height)
    body = b"WEBP" + form + struct.pack("<I", len(content)) + content
    return b"RIFF" + struct.pack("<I", len(body)) + body


def avif(width: int = 8, height: int = 6) -> bytes:
    """The boxes of an AVIF that tell what it is, a thumbnail's measures first."""
    kind = b"ftypmif1" + bytes(4) + b"avifmif1miaf"
    sizes = b"".join(
        struct.pack(">I", 20) + b"ispe" + bytes(4) + struct.pack(">II", *size) for size in ((2, 2), (width, height))
    )
    return struct.pack(">I", len(kind) + 4) + kind + sizes
