"""What a photographer wrote into a picture: caption, byline, credit, from IPTC, XMP and EXIF.

Only these fields are read. Where a picture was taken and with whose camera stays in the file and goes nowhere else.
Sources: the IPTC Information Interchange Model 4.2 (record 2), EXIF 2.32, Adobe's Photoshop file format (resource
0x0404).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from struct import error

from migrator.media import xmp
from migrator.media.jpeg import EXIF, PHOTOSHOP, segments
from migrator.media.tiff import fields, orientation

_IPTC: Mapping[int, str] = {5: "title", 55: "date", 80: "byline", 110: "credit", 116: "copyright", 120: "caption"}
_EXIF: Mapping[int, str] = {0x010E: "caption", 0x013B: "byline", 0x8298: "copyright"}
FIELDS = ("title", "caption", "byline", "credit", "copyright", "date")
"""In the order in which they are shown. `date` is IPTC's day, as it is written there (20240322)."""

_PHOTOSHOP, _RESOURCE, _IPTC_RESOURCE = b"Photoshop 3.0\0", b"8BIM", 0x0404
_ASCII, _LAST_ORIENTATION = 2, 8
_LONGEST = 4000
"""Characters of a field that are kept."""

CAMERA_NAMES = ("digital camera", "dsc", "sony dsc", "samsung", "default")
"""Beginnings and ends of what cameras write where a caption should be ("OLYMPUS DIGITAL CAMERA"), in lower case."""


def embedded(path: Path, media_type: str) -> dict[str, str | int]:
    """Read what is written into a JPEG; IPTC and XMP, which photographers write, win over EXIF, which cameras write.

    `orientation` (2 to 8, as EXIF counts) is there if the picture is to be turned or mirrored when it is shown.
    """
    if media_type != "image/jpeg":
        return {}
    found: dict[str, list[str]] = {}
    with path.open("rb") as file:
        parts = list(segments(file))
    for name, text in (*_iptc(parts), *_xmp(parts), *_exif(parts)):
        if text and not _is_cameras(text):
            found.setdefault(name, []).append(text)
    told: dict[str, str | int] = {name: found[name][0][:_LONGEST] for name in FIELDS if name in found}
    turned = next((orientation(tiff) for tiff in _tiffs(parts)), 1)
    return told | ({"orientation": turned} if 1 < turned <= _LAST_ORIENTATION else {})


def credit_of(told: Mapping[str, str | int]) -> str:
    """Who made a picture, by what is written into it: "Jane Doe / AP"; "" when neither byline nor credit is."""
    names = (" ".join(str(told.get(field, "")).split()) for field in ("byline", "credit"))
    return " / ".join(dict.fromkeys(filter(None, names)))


def _is_cameras(text: str) -> bool:
    said = text.lower()
    return said.startswith(CAMERA_NAMES) or said.endswith(CAMERA_NAMES[:1])


def _iptc(parts: list[tuple[int, bytes]]) -> Iterator[tuple[str, str]]:
    content = b"".join(
        part.removeprefix(_PHOTOSHOP) for marker, part in parts if marker == PHOTOSHOP and part.startswith(_PHOTOSHOP)
    )
    for resource in _resources(content):
        yield from _datasets(resource)


def _resources(content: bytes) -> Iterator[bytes]:
    """Photoshop's resources that hold IPTC; each has a name and a size, both padded to even lengths."""
    at = 0
    while content.startswith(_RESOURCE, at) and at + 7 <= len(content):
        number = int.from_bytes(content[at + 4 : at + 6], "big")
        named = 1 + content[at + 6]
        at += 6 + named + named % 2
        size = int.from_bytes(content[at : at + 4], "big")
        at += 4
        if number == _IPTC_RESOURCE:
            yield content[at : at + size]
        at += size + size % 2


def _datasets(content: bytes) -> Iterator[tuple[str, str]]:
    at = 0
    while content.startswith(b"\x1c", at) and at + 5 <= len(content):
        record, number = content[at + 1], content[at + 2]
        size = int.from_bytes(content[at + 3 : at + 5], "big")
        if size & 0x8000:
            return
        if record == 2 and number in _IPTC:
            yield _IPTC[number], _text(content[at + 5 : at + 5 + size])
        at += 5 + size


def _xmp(parts: list[tuple[int, bytes]]) -> Iterator[tuple[str, str]]:
    for marker, part in parts:
        if marker == EXIF and part.startswith(xmp.HEAD):
            yield from ((name, _printable(text)) for name, text in xmp.texts(part.removeprefix(xmp.HEAD)))


def _exif(parts: list[tuple[int, bytes]]) -> Iterator[tuple[str, str]]:
    for tiff in _tiffs(parts):
        try:
            yield from list(_texts(tiff))
        except error:
            return


def _tiffs(parts: list[tuple[int, bytes]]) -> Iterator[bytes]:
    """The directories of EXIF."""
    return (part[6:] for marker, part in parts if marker == EXIF and part.startswith(b"Exif\0\0"))


def _texts(tiff: bytes) -> Iterator[tuple[str, str]]:
    """The texts of EXIF's first directory."""
    for field in fields(tiff):
        if field.tag in _EXIF and field.type == _ASCII:
            yield _EXIF[field.tag], _text(tiff[field.place : field.place + field.size])


def _text(data: bytes) -> str:
    """Read text that should say its encoding and seldom does: UTF-8 if it is that, else Windows' Western one."""
    data = data.partition(b"\0")[0]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return _printable(text)


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() or char == "\n" else " " for char in text.replace("\r", "\n")).strip()
