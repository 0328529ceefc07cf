"""MHTML: a page and what it shows in one file, as browsers save it (RFC 2557)."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_binary_file
from email.message import Message
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from migrator.sources.capture.saved import mail_date


class Bundled(NamedTuple):
    """One file in a bundle: its number there, address, type, and when the bundle was made."""

    number: int
    url: str
    mime: str
    time: str


def bundled(path: Path) -> Iterator[Bundled]:
    """List what is in a bundle: the page, which has the bundle's own address, and all that has one on the web."""
    message, parts = _parsed(path)
    time = mail_date(str(message.get("Date", "")))
    page = str(message.get("Snapshot-Content-Location", "")).strip()
    for number, part in enumerate(parts):
        url = "".join(str(part.get("Content-Location", "")).split()) or (page if number == 0 else "")
        if url.lower().startswith(("http://", "https://", "file:")):
            yield Bundled(number, url, " ".join(str(part.get("Content-Type", "")).split()), time)


def read_bundled(path: Path, number: int) -> bytes:
    """Read one file of a bundle."""
    payload = _parsed(path)[1][number].get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


@lru_cache(maxsize=1)
def _parsed(path: Path) -> tuple[Message, list[Message]]:
    """Parse a bundle; kept for the next question, since its parts are asked for one after another."""
    with path.open("rb") as file:
        message = message_from_binary_file(file)
    return message, [part for part in message.walk() if not part.is_multipart()]
