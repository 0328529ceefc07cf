"""WACZ packages: WARC files with indexes and lists of pages, in a ZIP, to be read where they lie (WACZ 1.1.1).

The WARC files are gone through themselves; the indexes in a package only repeat what stands there, and not always all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from migrator.model import Entry
from migrator.sources.capture.digests import new_hash, parse_digest, pieces_of
from migrator.sources.capture.parts import Part
from migrator.zips import ZIP_FAULTS

_LOCAL_HEADER = 30
"""The fixed part of the header before each file in a ZIP; name and extra field follow (PKWARE APPNOTE, §4.3.7)."""

WARCS = (".warc", ".warc.gz")


def package_parts(path: Path, name: str) -> list[Part]:
    """Find the WARC files in a package.

    One whose table of contents is missing (it stands at the end, so a broken download has none) comes as a single part:
    the records in it are found all the same.

    Raises:
        OSError: The file can't be read.
    """
    try:
        with ZipFile(path) as package, path.open("rb") as file:
            return [_part(path, name, file, info) for info in _warcs(package)]
    except ZIP_FAULTS:
        return [Part(name, path)]


def _warcs(package: ZipFile) -> list[ZipInfo]:
    return sorted(
        (info for info in package.infolist() if info.filename.endswith(WARCS)), key=lambda info: info.filename
    )


def _part(path: Path, name: str, file: BinaryIO, info: ZipInfo) -> Part:
    inner = f"{name}/{info.filename}"
    if info.compress_type != ZIP_STORED:
        return Part(inner, path, member=info.filename)
    file.seek(info.header_offset)
    header = file.read(_LOCAL_HEADER)
    lengths = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    return Part(inner, path, info.header_offset + _LOCAL_HEADER + lengths, info.file_size)


def package_faults(path: Path, name: str) -> Iterator[Entry]:
    """Compare a package with its own list of contents: files that are missing, or not as they were when it was made."""
    try:
        with ZipFile(path) as package:
            yield from _faults(package, name)
    except (*ZIP_FAULTS, OSError, ValueError) as error:
        yield Entry("capture.package", "warned", where=name, after=f"can't be read as a package: {error}")


def _faults(package: ZipFile, name: str) -> Iterator[Entry]:
    for digests in ("datapackage-digest.json", "datapackage.json"):
        for listed in _listed(package, digests):
            wrong = _wrong(package, listed)
            if wrong:
                yield Entry("capture.package", "warned", where=f"{name}/{listed['path']}", after=wrong)


def _listed(package: ZipFile, member: str) -> list[dict[str, Any]]:
    """What a package's own list says: path, hash and size of each file; nothing if there is no list."""
    if member not in package.namelist():
        return []
    content = json.loads(package.read(member))
    found = content.get("resources", [content]) if isinstance(content, dict) else []
    return [listed for listed in found if isinstance(listed, dict) and isinstance(listed.get("path"), str)]


def _wrong(package: ZipFile, listed: dict[str, Any]) -> str:
    expected = parse_digest(str(listed.get("hash", "")))
    if listed["path"] not in package.namelist():
        return "listed in datapackage.json, but missing"
    if not expected:
        return ""
    digest = new_hash(expected[0])
    try:
        with package.open(listed["path"]) as file:
            for piece in pieces_of(file):
                digest.update(piece)
    except ZIP_FAULTS as error:
        return f"can't be read: {error}"
    return "" if digest.digest() == expected[1] else f"not what {listed['hash']} is the digest of"
