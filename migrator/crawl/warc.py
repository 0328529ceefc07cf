"""The one writer of a capture: WARC 1.1, a file after the other, whose every complete record survives a crash.

A group is written for each answer: the request, what is known of its road, and last the answer itself, so that the end
of an answer's place is the end of its group.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from io import BytesIO, FileIO
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import IO, Any
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from migrator.crawl.answer import IN_MEMORY, Answer, Body
from migrator.crawl.digests import Original, Sha256, read_originals
from migrator.crawl.warc_files import FOLDER, INDEX, file_name, mend, numbered
from migrator.sources.capture.visit import Place

LARGEST = 1 << 30
"""Bytes of a WARC file at most, unless one answer alone is larger; the size that the WARC guidelines recommend."""

WORTH_REFERRING = 1024
"""Bytes from which a body that was captured before is referred to instead of being written again: a revisit record
has some 500 bytes itself."""

_WARC_1_1 = "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"

_IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
"""The profiles of revisit records. Source: WARC 1.1, section 6.7."""

_BLOCK = 1 << 20
_FORMAT = {"format": "WARC File Format 1.1", "conformsTo": _WARC_1_1}


class _Verbatim(StatusAndHeaders):  # type: ignore[misc]
    """A head whose bytes are written as they came; http.client has read them as Latin-1."""

    def to_ascii_bytes(self, header_filter: Any = None) -> bytes:
        return bytes(self.to_str(header_filter).encode("latin-1", "replace")) + b"\r\n"


class _Sha256Writer(WARCWriter):  # type: ignore[misc]
    @staticmethod
    def _create_digester() -> Sha256:
        return Sha256()


class Writer:
    """Writes a capture into `FOLDER/capture`; to be closed, or used with `with`.

    `resume_at` has by file the bytes that are known to hold, as the ends of the places in the frontier; what is behind
    them was written by a run that was killed, and is cut off. Where nothing is known the files are read, and cut behind
    their last complete group. `ends` says what holds after that, which is less than was known if the disk lost some.
    `info` are the fields of `warcinfo`: software, robots policy, settings.
    """

    def __init__(
        self,
        folder: Path,
        resume_at: Mapping[str, int] | None = None,
        *,
        name: str = "capture",
        info: Mapping[str, str] | None = None,
        largest: int = LARGEST,
    ) -> None:
        self._folder, self._name, self._largest = folder, name, largest
        self._info = dict(info or {})
        (folder / FOLDER).mkdir(parents=True, exist_ok=True)
        self.ends = mend(folder, name, resume_at or {})
        self._originals = read_originals(folder / INDEX)
        self._number = max(map(numbered, self.ends), default=0)
        self._file: FileIO | None = None
        self._has_begun = False

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(self, answer: Answer, *, road: str = "", via: str = "") -> Place:
        """Write an answer with its request, whole or not at all; `via` is the address that led to it.

        The operating system has it then, and writes it to the disk in its own time, or when `sync` says so.

        Raises:
            OSError: There is no space, or no permission.
        """
        file = self._opened(answer.body.length)
        start = file.tell()
        with SpooledTemporaryFile(IN_MEMORY) as group:
            if not self._has_begun:
                self._begin(group, start, answer.time)
            offset, digest = self._group(group, start, answer, {"via": via, "road": road})
            _append(file, group)
        self._has_begun = True
        self._remember(answer, digest)
        self.ends[self._name_of_file] = file.tell()
        return Place(self._name_of_file, start + offset, file.tell() - start - offset, digest)

    @property
    def _name_of_file(self) -> str:
        return file_name(self._name, self._number)

    def _opened(self, length: int) -> FileIO:
        """The file that a body of so many bytes goes to."""
        if self._file is not None and self._file.tell() and self._file.tell() + length > self._largest:
            self.close()
            self._number += 1
        if self._file is None:
            self._file = FileIO(self._folder / self._name_of_file, "ab")
            self._has_begun = False
        return self._file

    def _begin(self, group: IO[bytes], start: int, time: str) -> None:
        """Say what follows; each file begins with that, and each run."""
        name = self._name_of_file.partition("/")[2]
        key = f"{start} {name} {time} {self._info}"
        headers = {"WARC-Record-ID": _id("warcinfo", key), "WARC-Date": time, "WARC-Filename": name}
        _put(group, "warcinfo", headers, _fields({**_FORMAT, **self._info}))

    def _group(self, group: IO[bytes], start: int, answer: Answer, road: dict[str, str]) -> tuple[int, str]:
        """Write a group; return where in it the answer begins, and the digest of what it stands for."""
        key = f"{start} {self._name_of_file} {answer.time} {answer.body.digest} {answer.url}"
        common = {"WARC-Target-URI": answer.url, "WARC-Date": answer.time}
        beside = {**common, "WARC-Concurrent-To": _id("response", key)}
        _put(group, "request", {"WARC-Record-ID": _id("request", key), **beside}, b"", _asked(answer))
        if told := _fields(road):
            _put(group, "metadata", {"WARC-Record-ID": _id("metadata", key), **beside}, told)
        offset = group.tell()
        return offset, self._answer(group, answer, {"WARC-Record-ID": _id("response", key), **common})

    def _answer(self, group: IO[bytes], answer: Answer, headers: dict[str, str]) -> str:
        """Write the answer: in full, or as one that came before; return the digest of the body that it stands for."""
        head, digest = _head(answer), answer.body.digest
        if answer.status == 304:
            before = self._originals.by_url(answer.url)
            _put(group, "revisit", headers | _referring(_NOT_MODIFIED, before), b"", head)
            return before.digest if before else ""
        headers = {**headers, "WARC-Payload-Digest": digest}
        before = self._originals.by_digest.get(digest) if answer.body.length >= WORTH_REFERRING else None
        if not answer.body.whole:
            _put(group, "response", headers | {"WARC-Truncated": "disconnect"}, answer.body, head)
        elif before is not None:
            _put(group, "revisit", headers | _referring(_IDENTICAL, before), b"", head)
        else:
            _put(group, "response", headers, answer.body, head)
        return digest

    def _remember(self, answer: Answer, digest: str) -> None:
        if answer.status == 200 and answer.body.whole:
            self._originals.add(Original(answer.url, answer.time, digest))

    def sync(self) -> None:
        """Make sure that what was written is on the disk, whatever happens to the machine; takes some milliseconds."""
        if self._file is not None:
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Finish the file; a further answer would open it again."""
        if self._file is not None:
            self.sync()
            self._file.close()
            self._file = None


def _append(file: FileIO, group: IO[bytes]) -> None:
    """Write a group behind a file's end; if that fails, or is interrupted, nothing of it stays there."""
    start = file.tell()
    group.seek(0)
    try:
        while block := memoryview(group.read(_BLOCK)):
            while block:
                block = block[file.write(block) :]
    except BaseException:
        os.ftruncate(file.fileno(), start)
        file.seek(start)
        raise


def _put(
    out: IO[bytes], kind: str, headers: Mapping[str, str], payload: Body | bytes, head: StatusAndHeaders | None = None
) -> None:
    """Write one record."""
    stream, length = (BytesIO(payload), len(payload)) if isinstance(payload, bytes) else (payload.file, payload.length)
    stream.seek(0)
    writer = _Sha256Writer(out, warc_version="WARC/1.1")
    record = writer.create_warc_record(
        "", kind, payload=stream, length=length, warc_headers_dict=headers, http_headers=head
    )
    writer.write_record(record)


def _id(kind: str, key: str) -> str:
    """A record's identifier, made of what it is, when, and where, so that a run that is repeated writes the same."""
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{kind} {key}')}>"


def _fields(fields: Mapping[str, str]) -> bytes:
    """Write `application/warc-fields`."""
    return "".join(f"{name}: {' '.join(value.split())}\r\n" for name, value in fields.items() if value).encode()


def _referring(profile: str, original: Original | None) -> dict[str, str]:
    headers = {"WARC-Profile": profile}
    if original is not None:
        headers |= {"WARC-Refers-To-Target-URI": original.url, "WARC-Refers-To-Date": original.time}
    return headers


def _asked(answer: Answer) -> StatusAndHeaders:
    parts = urlsplit(answer.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return _Verbatim(f"GET {target} HTTP/1.1", answer.asked, is_http_request=True)


def _head(answer: Answer) -> StatusAndHeaders:
    """The head of an answer; that its body came in chunks, which it no longer is in, is kept under another name."""
    headers = [
        ("X-Orig-Transfer-Encoding" if name.lower() == "transfer-encoding" else name, value)
        for name, value in answer.headers
    ]
    return _Verbatim(f"{answer.status} {answer.reason}".rstrip(), headers, protocol=answer.version)
