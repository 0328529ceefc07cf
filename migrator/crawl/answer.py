"""One answer as it came over the line: its head as it was sent, its body as it was packed, spooled and digested."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import IO

from migrator.crawl.digests import Sha256
from migrator.sources.capture.codings import codings, gunzip, inflate
from migrator.sources.capture.visit import Place, Visit

Headers = tuple[tuple[str, str], ...]

IN_MEMORY = 4 << 20
"""Bytes of a body that are held in memory; a larger one lies in a temporary file until it is in the WARC."""

_BLOCK = 1 << 16
_UNPACK = {"gzip": gunzip, "deflate": inflate}


class TooLarge(Exception):  # noqa: N818  (it is no end of a run: the answer is not taken)
    """A body that is larger than it may be, packed or unpacked."""


class UnknownPacking(Exception):  # noqa: N818
    """A body that is packed in a way that nobody asked for."""


@dataclass(slots=True)
class Body:
    """A body as it was sent, but not chunked; `whole` tells whether its end came."""

    file: IO[bytes] = field(default_factory=lambda: SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115
    length: int = 0
    sha256: Sha256 = field(default_factory=Sha256)
    whole: bool = False

    def add(self, block: bytes) -> None:
        """Take in the next bytes."""
        self.file.write(block)
        self.sha256.update(block)
        self.length += len(block)

    @property
    def digest(self) -> str:
        """The digest of what has come so far."""
        return str(self.sha256)


@dataclass(frozen=True, slots=True)
class Answer:
    """One request and what was answered; `asked` and `headers` have names as they were sent, in their order.

    `url` is the address without its fragment, `time` that of the request ("2024-04-10T09:30:00Z"), `version` and
    `reason` are of the status line.
    """

    url: str
    time: str
    asked: Headers
    status: int
    reason: str = ""
    version: str = "HTTP/1.1"
    headers: Headers = ()
    body: Body = field(default_factory=Body)

    def header(self, name: str) -> str:
        """A header's value; "" if it wasn't sent. `name` is in lower case."""
        return next((value for sent, value in self.headers if sent.lower() == name), "")


def visit_of(answer: Answer, body: bytes, place: Place) -> Visit:
    """Make a visit of an answer whose body is unpacked."""
    headers: dict[str, str] = {}
    for sent, value in answer.headers:
        name, text = sent.lower(), readable(value)
        headers[name] = f"{headers[name]}, {text}" if name in headers else text
    return Visit(answer.url, answer.status, headers, body, answer.time, place)


def readable(value: str) -> str:
    """Read a header's bytes, which came as Latin-1, as the UTF-8 that they mostly are."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


def unpacked(answer: Answer, limit: int) -> tuple[bytes, bool]:
    """Unpack a body; tell whether its end was there.

    A body that isn't packed at all although its head says so is taken as it is, as some servers' error pages are.

    Raises:
        TooLarge: It would be larger than `limit` bytes: a bomb, or a file of another kind.
        UnknownPacking: It is packed in a way that wasn't asked for.
    """
    answer.body.file.seek(0)
    data, whole = answer.body.file.read(), answer.body.whole
    for name in reversed(codings({"content-encoding": answer.header("content-encoding")})):
        if not data:
            break
        if name not in _UNPACK:
            raise UnknownPacking(name)
        blocks = (data[at : at + _BLOCK] for at in range(0, len(data), _BLOCK))
        data, ended = _collected(_UNPACK[name](blocks), limit)
        whole = whole and ended
    return data, whole


def _collected(pieces: Generator[bytes, None, bool], limit: int) -> tuple[bytes, bool]:
    data = bytearray()
    while True:
        try:
            data += next(pieces)
        except StopIteration as end:
            return bytes(data), end.value
        if len(data) > limit:
            raise TooLarge
