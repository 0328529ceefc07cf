"""What came back when an address was asked for, wherever it is kept: a live answer, a WARC record, a saved file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

PAGE_TYPES = frozenset(("text/html", "application/xhtml+xml"))
"""The types of pages; all other answers are data or files."""


def time_of(moment: datetime) -> str:
    """Write a moment in UTC as the time of a visit: "2024-04-10T09:30:00Z"."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the bytes of a visit are kept: a file of the capture, an offset and a length in it, and their digest
    ("sha256:…", of the payload). A saved file has neither offset nor length."""

    file: str
    offset: int = 0
    length: int = 0
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """One answer to one request.

    `url` is the address that was asked for, `time` when ("2024-04-10T09:30:00Z", "" if nobody says), `headers` have
    lower-case names, `body` is decoded: neither chunked nor compressed. A saved file counts as status 200.
    """

    url: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    time: str = ""
    place: Place | None = None

    @property
    def mime(self) -> str:
        """The type that the server says, without parameters, in small letters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()
