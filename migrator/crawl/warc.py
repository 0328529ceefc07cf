"""The one writer of a capture: WARC 1.1, a file after the other, whose every complete record survives a crash.

A group is written for each answer: the request, what is known of its road, and last the answer itself, so that the end
of an answer's place is the end of its group.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import IO, Any
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from migrator.crawl.answer import Answer
from migrator.crawl.digests import Original, Sha256, read_originals
from migrator.crawl.warc_files import FOLDER, INDEX, file_name, mend, numbered
from migrator.sources.capture.visit import Place

LARGEST = 1 << 30
"""Bytes of a WARC file at most, unless one answer alone is larger; the size that the WARC guidelines recommend."""

WORTH_REFERRING = 1024
"""Bytes from which a body that was captured before is referred to instead of being written again: a revisit record
has some 500 bytes itself."""

WARC_1_1 = "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"

IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
"""The profiles of revisit records. Source: WARC 1.1, section 6.7."""


FORMAT = {"format": "WARC File Format 1.1", "conformsTo": WARC_1_1}


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
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(self, answer: Answer, *, road: str = "", via: str = "") -> Place:
        """Write an answer with its request; `via` is the address that led to it. It is on its way to the disk then.

        Raises:
            OSError: There is no space, or no permission.
        """
        file = self._opened(answer)
        key = f"{file.tell()} {self._name} {self._number} {answer.time} {answer.body.digest} {answer.url}"
        common = {"WARC-Target-URI": answer.url, "WARC-Date": answer.time}
        beside = {**common, "WARC-Concurrent-To": _id("response", key)}
        self._put("request", {"WARC-Record-ID": _id("request", key), **beside}, b"", _asked(answer))
        told = _fields({"via": via, "road": road})
        if told:
            self._put("metadata", {"WARC-Record-ID": _id("metadata", key), **beside}, told)
        offset = file.tell()
        digest = self._answer(answer, {"WARC-Record-ID": _id("response", key), **common})
        return self._placed(offset, digest)

    def _placed(self, offset: int, digest: str) -> Place:
        name = file_name(self._name, self._number)
        assert self._file is not None
        self.ends[name] = self._file.tell()
        return Place(name, offset, self.ends[name] - offset, digest)

    def _answer(self, answer: Answer, headers: dict[str, str]) -> str:
        """Write the answer: in full, or as one that came before; return the digest of the body that it stands for."""
        head = _head(answer)
        if answer.status == 304:
            before = self._originals.by_url.get(answer.url)
            self._put("revisit", headers | _referring(NOT_MODIFIED, before), b"", head)
            return before.digest if before else ""
        digest = answer.body.digest
        before = self._originals.by_digest.get(digest) if answer.body.length >= WORTH_REFERRING else None
        headers = {**headers, "WARC-Payload-Digest": digest}
        if not answer.body.whole:
            self._put("response", headers | {"WARC-Truncated": "disconnect"}, answer.body, head)
        elif before is not None:
            self._put("revisit", headers | _referring(IDENTICAL, before), b"", head)
        else:
            self._put("response", headers, answer.body, head)
            if answer.status == 200:
                self._originals.add(Original(answer.url, answer.time, digest))
        return digest

    def _put(self, kind: str, headers: Mapping[str, str], payload: Any, head: StatusAndHeaders | None = None) -> None:
        stream, length = (
            (BytesIO(payload), len(payload)) if isinstance(payload, bytes) else (payload.file, payload.length)
        )
        stream.seek(0)
        writer = _Sha256Writer(self._file, warc_version="WARC/1.1")
        record = writer.create_warc_record(
            "", kind, payload=stream, length=length, warc_headers_dict=headers, http_headers=head
        )
        writer.write_record(record)

    def _opened(self, answer: Answer) -> IO[bytes]:
        """The file that an answer goes to; each file, and each run, begins with what it is (`warcinfo`)."""
        if self._file is not None and self._file.tell() and self._file.tell() + answer.body.length > self._largest:
            self._close()
            self._number += 1
        if self._file is None:
            self._file = (self._folder / file_name(self._name, self._number)).open("ab")
            self._begin(self._file, answer.time)
        return self._file

    def _begin(self, file: IO[bytes], time: str) -> None:
        name = file_name(self._name, self._number).partition("/")[2]
        key = f"{file.tell()} {name} {time} {self._info}"
        headers = {"WARC-Record-ID": _id("warcinfo", key), "WARC-Date": time, "WARC-Filename": name}
        self._put("warcinfo", headers, _fields({**FORMAT, **self._info}))

    def sync(self) -> None:
        """Make sure that what was written is on the disk, whatever happens to the machine; takes some milliseconds."""
        if self._file is not None:
            self._file.flush()
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Finish the file."""
        self._close()

    def _close(self) -> None:
        if self._file is not None:
            self.sync()
            self._file.close()
            self._file = None


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
