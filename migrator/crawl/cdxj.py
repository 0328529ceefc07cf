"""The index of a capture: where in it the answer to an address lies, sorted, as CDXJ."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from migrator.crawl.warc_files import INDEX, files_of, is_whole

_INDEXED = frozenset(("response", "revisit", "resource"))
_UNCHANGED = "304"
"""The status of answers that are left out: who replays one has nothing to show, and shows the one before without it."""

_WWW = re.compile(r"\Awww\d*\.")
_PORT = re.compile(r"(.*?):(\d*)\Z")
_SLASHES = re.compile(r"/{2,}")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def index(folder: Path) -> Path:
    """Write the index of an archive's capture; what an earlier index has is not read again. Return its path.

    Raises:
        OSError: It can't be written.
    """
    target = folder / INDEX
    known = _known(target)
    lines: list[bytes] = []
    for file in files_of(folder):
        name = file.rpartition("/")[2]
        earlier = [(end, line) for end, line in known.get(name, ()) if end <= (folder / file).stat().st_size]
        lines += (line for _, line in earlier)
        lines += _lines(folder / file, max((end for end, _ in earlier), default=0))
    part = target.with_suffix(".part")
    with part.open("wb") as out:
        out.writelines(sorted(lines))
    part.replace(target)
    return target


def _known(path: Path) -> dict[str, list[tuple[int, bytes]]]:
    """The lines of an earlier index by file, each with the byte where its record ends."""
    known: dict[str, list[tuple[int, bytes]]] = {}
    for line in path.read_bytes().splitlines(keepends=True) if path.is_file() else ():
        row = json.loads(line.split(b" ", 2)[2])
        known.setdefault(row["filename"], []).append((int(row["offset"]) + int(row["length"]), line))
    return known


def _lines(path: Path, start: int) -> Iterator[bytes]:
    """The lines of a file from a byte on; a torn record, which only the last can be, has none."""
    with path.open("rb") as file:
        file.seek(start)
        if not file.peek(1):
            return
        records = ArchiveIterator(file)
        with suppress(ArchiveLoadFailed):
            for record in records:
                offset = records.get_record_offset()
                records.read_to_end(record)
                end = offset + records.get_record_length()
                row = _row(record) if record.rec_type in _INDEXED else {}
                if row and row["status"] != _UNCHANGED and (end < path.stat().st_size or is_whole(path, offset)):
                    row |= {"length": str(end - offset), "offset": str(offset), "filename": path.name}
                    yield _line(record.rec_headers, row)


def _row(record: Any) -> dict[str, str]:
    head, headers = record.http_headers, record.rec_headers
    told = head.get_header("content-type", "") if head else headers.get_header("Content-Type", "")
    mime = "warc/revisit" if record.rec_type == "revisit" else (told or "").partition(";")[0].strip() or "unk"
    return {
        "url": headers.get_header("WARC-Target-URI", ""),
        "mime": mime,
        "status": head.get_statuscode() if head else "200",
        "digest": headers.get_header("WARC-Payload-Digest", ""),
    }


def _line(headers: Any, row: dict[str, str]) -> bytes:
    stamp = "".join(filter(str.isdigit, headers.get_header("WARC-Date", "")))[:14]
    text = json.dumps(row, ensure_ascii=False, separators=(", ", ": "))
    return f"{surt(row['url'])} {stamp} {text}\n".encode()


def surt(url: str) -> str:
    """Write an address so that what belongs together sorts together: "com,example)/path?query".

    As the Wayback tools have it: no scheme, no `www.`, no fragment, no default port, lower case, parameters sorted.
    """
    parts = urlsplit(url)
    if parts.scheme not in _DEFAULT_PORTS:
        return url
    host, port = _host(parts.netloc.lower().rpartition("@")[2], _DEFAULT_PORTS[parts.scheme])
    path = _SLASHES.sub("/", parts.path.lower())
    path = path.rstrip("/") if len(path) > 1 else path
    query = "&".join(sorted(parts.query.lower().split("&")))
    return f"{host}{port}){path or '/'}" + (f"?{query}" if query else "")


def _host(netloc: str, default: int) -> tuple[str, str]:
    """The host from its end to its beginning, and its port with the colon, if it has one of its own."""
    found = _PORT.match(netloc)
    host, port = found.groups() if found else (netloc, "")
    name = host.strip("[]") if host.startswith("[") else ",".join(reversed(_WWW.sub("", host).split(".")))
    return name, f":{port}" if port not in ("", str(default)) else ""
