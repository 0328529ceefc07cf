"""A capture packed as one file that replays in a browser: WACZ 1.1.1.

Source: https://specs.webrecorder.net/wacz/1.1.1/. The same capture and pages make the same bytes.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from migrator import __version__
from migrator.crawl.cdxj import index
from migrator.crawl.digests import iso_of
from migrator.crawl.settings import PRODUCT
from migrator.crawl.warc_files import files_of
from migrator.errors import ArchiveError
from migrator.sources.capture.digests import pieces_of

VERSION = "1.1.1"

LINES_TOGETHER = 3000
"""Lines of the index that are packed together, and read together by who looks something up; Common Crawl's number."""

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time of every member, so that the same content is the same file; a ZIP has no earlier one."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page that a reader may open: its address, when it was captured ("2024-04-10T09:30:00Z"), its title and text."""

    url: str
    ts: str
    title: str = ""
    text: str = ""


@dataclass(slots=True)
class _Package:
    """A ZIP in the making, and what its members are."""

    zip: ZipFile
    resources: list[dict[str, Any]] = field(default_factory=list)

    def add(self, path: str, blocks: Iterable[bytes], *, packed: bool = False) -> str:
        """Write a member; return its digest."""
        info = ZipInfo(path, _BEGINNING)
        info.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
        info.create_system, info.external_attr = 3, 0o644 << 16
        digest, size = sha256(), 0
        with self.zip.open(info, "w", force_zip64=True) as member:
            for block in blocks:
                member.write(block)
                digest.update(block)
                size += len(block)
        told = f"sha256:{digest.hexdigest()}"
        self.resources.append({"name": path.rpartition("/")[2].lower(), "path": path, "hash": told, "bytes": size})
        return told


def pack(folder: Path, out: Path, pages: Iterable[PageEntry]) -> None:
    """Pack an archive's capture into `out`, which is there when it is whole or not at all.

    Raises:
        ArchiveError: There is no capture in the archive, or nothing can be written there.
    """
    files = files_of(folder)
    if not files:
        raise ArchiveError(f"{folder}: there is no capture in this archive; `migrator crawl` makes one")
    part = out.with_name(f"{out.name}.part")
    try:
        with ZipFile(part, "w") as zip_file:
            _fill(_Package(zip_file), folder, files, pages)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ArchiveError(f"{out}: can't be written: {error.strerror}") from error


def _fill(package: _Package, folder: Path, files: list[str], pages: Iterable[PageEntry]) -> None:
    lines = index(folder).read_bytes().splitlines(keepends=True)
    for file in files:
        package.add(f"archive/{file.rpartition('/')[2]}", _pieces(folder / file))
    listed: list[str] = []
    package.add("indexes/index.cdx.gz", _packed(lines, listed))
    package.add("indexes/index.idx", [_META, *(line.encode() for line in listed)], packed=True)
    package.add("pages/pages.jsonl", map(_json, _page_rows(pages)), packed=True)
    latest = max((line.split(b" ", 2)[1] for line in lines), default=b"19800101000000")
    told = package.add("datapackage.json", [_described(package, iso_of(latest.decode("ascii")))], packed=True)
    package.add("datapackage-digest.json", [_json({"path": "datapackage.json", "hash": told})], packed=True)


_META = b'!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n'


def _packed(lines: list[bytes], listed: list[str]) -> Iterator[bytes]:
    """Pack the index piece by piece; `listed` gets a line for each piece that says where it lies."""
    rest, offset = iter(lines), 0
    while some := list(islice(rest, LINES_TOGETHER)):
        piece = gzip.compress(b"".join(some), mtime=0)
        where = {"offset": offset, "length": len(piece), "digest": f"sha256:{sha256(piece).hexdigest()}"}
        key = some[0].partition(b" {")[0].decode()
        listed.append(f"{key} {json.dumps({**where, 'filename': 'index.cdx.gz'})}\n")
        offset += len(piece)
        yield piece


def _page_rows(pages: Iterable[PageEntry]) -> Iterator[dict[str, Any]]:
    rest = iter(pages)
    first = list(islice(rest, 1))
    has_text = any(page.text for page in first)
    yield {"format": "json-pages-1.0", "id": "pages", "title": "All pages", "hasText": has_text}
    for page in chain(first, rest):
        row = {"id": uuid5(NAMESPACE_URL, f"{page.ts} {page.url}").hex, "url": page.url, "ts": page.ts}
        yield row | {name: text for name, text in (("title", page.title), ("text", page.text)) if text}


def _described(package: _Package, created: str) -> bytes:
    return _json(
        {
            "profile": "data-package",
            "wacz_version": VERSION,
            "software": f"{PRODUCT} {__version__}",
            "created": created,
            "resources": package.resources,
        }
    )


def _json(row: dict[str, Any]) -> bytes:
    return f"{json.dumps(row, ensure_ascii=False)}\n".encode("utf-8", "backslashreplace")


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from pieces_of(file)
