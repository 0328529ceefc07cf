"""Captures for tests: WARC files by warcio, and records put together byte by byte as other programs write them."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
from collections.abc import Sequence
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from migrator.sources.capture.capture import Capture, open_capture
from migrator.sources.capture.visit import Visit

CRLF = b"\r\n"
HTML = "Content-Type: text/html; charset=UTF-8"
PAGE = "<!doctype html><title>{0}</title><article><h1>{0}</h1><p>The council met on page {0}.</p></article>"


def record(kind: str, url: str, block: bytes, *more: str, date: str = "2024-04-10T09:30:00Z") -> bytes:
    """One record as a program writes it; `more` are further header lines."""
    head = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"WARC-Date: {date}", *more]
    return "\r\n".join([*head, f"Content-Length: {len(block)}", "", ""]).encode() + block + CRLF * 2


def answer(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """An HTTP answer as it came over the wire."""
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body


def page(name: str, *more: str, date: str = "2024-04-10T09:30:00Z") -> bytes:
    """The record of a small page."""
    block = answer(PAGE.format(name).encode(), HTML)
    return record("response", f"https://paper.example/{name}/", block, *more, date=date)


def packed(records: Sequence[bytes]) -> bytes:
    """Each record a gzip member of its own."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def write_warc(path: Path, pages: Sequence[tuple[str, bytes]], *, version: str = "WARC/1.1") -> Path:
    """A WARC as warcio writes it, packed if its name says so."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.suffix == ".gz", warc_version=version)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "tests"}))
        for url, body in pages:
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=head))
    return path


def saved(folder: Path, content: bytes, name: str = "site.warc") -> Capture:
    path = folder / name
    path.write_bytes(content)
    return open_capture([path])


def only(capture: Capture) -> Visit:
    (visit,) = capture.visits()
    return visit


def rules(capture: Capture) -> list[str]:
    return [entry.rule for entry in capture.repairs]


def digest_lines(body: bytes) -> dict[str, str]:
    sha1, sha256 = hashlib.sha1(body), hashlib.sha256(body)
    return {
        "sha1 base32": "sha1:" + base64.b32encode(sha1.digest()).decode(),
        "sha1 hex": "sha1:" + sha1.hexdigest(),
        "sha256 hex": "sha-256:" + sha256.hexdigest().upper(),
        "sha256 base32": "sha256:" + base64.b32encode(sha256.digest()).decode(),
        "sha256 bare base32": "sha256:" + base64.b32encode(sha256.digest()).decode().rstrip("="),
        "sha256 base64": "sha256:" + base64.b64encode(sha256.digest()).decode(),
    }
