"""Fetched files before they have their names: each once, under its SHA-256, proven to be what it is meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from migrator.archive.files import digest_of
from migrator.media.embedded import embedded
from migrator.media.ending import is_whole
from migrator.media.measures import UNKNOWN, measure
from migrator.media.sniff import HEAD, SVG, WrongFile, is_picture, sniff
from migrator.media.svg import LARGEST, cleaned
from migrator.media.wish import Wanted

_BOMB, _BOMB_FROM = 200, 10 << 20
"""What grows more than so many times when it is unpacked, and is larger than that, is a bomb: pictures and films don't
compress, text does some five times."""

ENDS_EARLY = "the file ends too early"


@dataclass(frozen=True, slots=True)
class Blob:
    """A file's SHA-256, bytes, media type, right extension, pixels (0 if unknown), what is written into it, and whether
    it is there to its end."""

    sha256: str
    size: int
    type: str
    extension: str
    width: int = 0
    height: int = 0
    embedded: Mapping[str, str | int] = field(default_factory=dict)
    whole: bool = True


def is_bomb(packed: int, unpacked: int) -> bool:
    """Tell whether so many bytes of so many packed ones are meant to fill memory or disk."""
    return unpacked > _BOMB_FROM and unpacked > _BOMB * packed


def spill(pieces: Iterable[bytes], part: Path, most: int) -> None:
    """Write a file piece by piece. Raises WrongFile for one of more than `most` bytes."""
    with part.open("wb") as file:
        for piece in pieces:
            file.write(piece)
            if file.tell() > most:
                raise WrongFile(f"larger than {most} bytes")


def keep(part: Path, folder: Path, wanted: Wanted) -> Blob:
    """Prove a file that was fetched and move it to its SHA-256.

    Raises:
        WrongFile: It isn't what it is meant to be.
    """
    blob = proven(part, wanted)
    part.replace(folder / blob.sha256)
    part.with_suffix(".tag").unlink(missing_ok=True)
    return blob


def proven(path: Path, wanted: Wanted) -> Blob:
    """Look at what a file is; a drawing is cleaned where it lies. Raises WrongFile."""
    with path.open("rb") as file:
        kind = sniff(file.read(HEAD), wanted.extension, wanted.kind)
    if kind is SVG:
        _clean(path)
    width, height = measure(path, kind.type) if is_picture(kind) else UNKNOWN
    extension = kind.extension_for(wanted.extension)
    told = embedded(path, kind.type)
    whole = is_whole(path, kind.type)
    return Blob(digest_of(path), path.stat().st_size, kind.type, extension, width, height, told, whole)


def _clean(path: Path) -> None:
    """Clean a drawing in one step: a copy that someone else has under another name (a link) stays as it is."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    clean = cleaned(data)
    if clean is not data:
        part = path.with_name(f"{path.name}.clean")
        part.write_bytes(clean)
        part.replace(path)
