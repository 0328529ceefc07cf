"""The body of an answer on its way out of a record: digested as it passes, never held but where it is wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from migrator.sources.capture.codings import decode, unreadable
from migrator.sources.capture.digests import Hash, new_hash, parse_digest
from migrator.sources.capture.http import dechunk, is_chunked, read_number

PAGE_LIMIT = 64 << 20
"""The most that a body may have that is no media; real pages have 0.1 MB, lists of an interface some 10 MB."""
MEDIA_LIMIT = 1 << 30
"""The most that a file may have to be read at once; `Capture.pieces` gives larger ones piece by piece."""

_MEDIA = ("image/", "audio/", "video/", "font/", "application/")
_TEXTS = ("html", "xml", "json", "javascript", "text")


def is_media(mime: str) -> bool:
    """Tell whether a type is that of a file to keep as it is, not of a text to read."""
    return mime.startswith(_MEDIA[:4]) or (mime.startswith(_MEDIA) and not any(word in mime for word in _TEXTS))


class Payload:
    """A body that is read once: its `first` bytes, and the other `pieces`.

    `digest` is what the record says of it ("" if nothing); `missing` names the compression that can't be undone here.
    """

    def __init__(self, first: bytes, pieces: Iterator[bytes], headers: Mapping[str, str], digest: str) -> None:
        self.missing = unreadable(headers, first)
        self._headers, self._written = headers, digest
        algorithm, self._expected = parse_digest(digest) or ("sha256", b"")
        self._hashes: list[Hash] = []
        self.size = 0
        self._raw = self._tap(chain((first,), pieces), new_hash(algorithm))
        self._plain = self._tap(dechunk(self._raw), new_hash(algorithm)) if is_chunked(headers) else self._raw

    def _tap(self, pieces: Iterator[bytes], digest: Hash) -> Iterator[bytes]:
        self._hashes.append(digest)
        counted = len(self._hashes) == 1
        for piece in pieces:
            digest.update(piece)
            if counted:
                self.size += len(piece)
            yield piece

    def decoded(self) -> Iterator[bytes]:
        """Give the body as it was meant, neither chunked nor compressed."""
        return decode(self._plain, self._headers)

    def kept(self, limit: int) -> bytes | None:
        """Read the body whole; None if it is larger than `limit`."""
        found, size = [], 0
        for piece in self.decoded():
            found.append(piece)
            size += len(piece)
            if size > limit:
                return None
        return found[0] if len(found) == 1 else b"".join(found)

    def finish(self) -> None:
        """Pass over what wasn't read."""
        for pieces in (self._plain, self._raw):
            for _ in pieces:
                pass

    @property
    def sound(self) -> bool:
        """Whether the body has the digest it should: in its chunks or out of them, since programs differ in that."""
        return not self._expected or any(digest.digest() == self._expected for digest in self._hashes)

    @property
    def digest(self) -> str:
        """The digest that the record gives of the body; one made here if it gives none."""
        return self._written or f"sha256:{self._hashes[-1].hexdigest()}"

    @property
    def short(self) -> bool:
        """Whether the server had announced more than came."""
        announced = read_number(self._headers.get("content-length", ""))
        return announced is not None and announced > self.size and not is_chunked(self._headers)
