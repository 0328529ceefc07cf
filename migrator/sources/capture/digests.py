"""Digests as WARC records and packages write them: an algorithm's name and a value in hexadecimal or base32."""

from __future__ import annotations

import hashlib
from base64 import b32decode, b64decode
from collections.abc import Iterator
from typing import IO, Protocol

_PIECE = 1 << 20
_ALGORITHMS = {"sha1": 20, "sha256": 32, "sha512": 64, "md5": 16}
"""Which are checked, and the length of their digests in bytes."""


class Hash(Protocol):
    """What hashlib makes."""

    def update(self, data: bytes, /) -> None:
        """Go on with these bytes."""

    def digest(self) -> bytes:
        """The digest of all so far."""

    def hexdigest(self) -> str:
        """The same in hexadecimal."""


def parse_digest(written: str) -> tuple[str, bytes] | None:
    """Read "sha1:TMFYN5…" or "sha256:9f86…"; None for what is no digest of an algorithm known here.

    WARC leaves both algorithm and encoding to the writer (WARC 1.1, §5.8); sha1 in base32 is usual, and "sha-256" seen.
    """
    name, _, value = written.strip().partition(":")
    algorithm = name.lower().replace("-", "")
    length = _ALGORITHMS.get(algorithm)
    digest = _decoded(value.strip(), length) if length else None
    return (algorithm, digest) if digest is not None else None


def _decoded(value: str, length: int) -> bytes | None:
    try:
        if len(value) == 2 * length:
            digest = bytes.fromhex(value)
        elif len(bare := value.rstrip("=")) == (8 * length + 4) // 5:
            digest = b32decode(bare + "=" * (-len(bare) % 8), casefold=True)
        else:
            digest = b64decode(value, altchars=b"-_" if "-" in value or "_" in value else None, validate=True)
    except ValueError:
        return None
    return digest if len(digest) == length else None


def pieces_of(file: IO[bytes]) -> Iterator[bytes]:
    """Read a file piece by piece, so that little of it is held."""
    while piece := file.read(_PIECE):
        yield piece


def new_hash(algorithm: str) -> Hash:
    """Begin a digest by one of the algorithms known here."""
    return hashlib.new(algorithm, usedforsecurity=False)
