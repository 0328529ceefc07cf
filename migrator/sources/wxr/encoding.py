"""Which characters the bytes of an export are: by byte order mark, declaration and evidence, item by item if need be.

A declaration is often wrong: databases hold Windows-1252 in columns that WordPress exports as UTF-8, and tools declare
ISO-8859-1 over UTF-8. So bytes that are valid UTF-8 are UTF-8, whatever was declared; others are what the declaration
or the first 256 KiB suggest.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NamedTuple

from bs4.dammit import EncodingDetector

from migrator.sources.wxr.scan import Read

SAMPLE = 1 << 18
"""Bytes at the start of a part that are looked at for evidence."""

_MARKS: tuple[tuple[bytes, str, int], ...] = (
    (codecs.BOM_UTF8, "", 3),
    (codecs.BOM_UTF32_LE, "utf-32-le", 4),
    (codecs.BOM_UTF32_BE, "utf-32-be", 4),
    (codecs.BOM_UTF16_LE, "utf-16-le", 2),
    (codecs.BOM_UTF16_BE, "utf-16-be", 2),
    (b"<\0\0\0", "utf-32-le", 0),
    (b"\0\0\0<", "utf-32-be", 0),
    (b"<\0", "utf-16-le", 0),
    (b"\0<", "utf-16-be", 0),
)
"""First bytes, the encoding they mean ("" is UTF-8), and how many of them are no text."""

_CUT = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
_DECLARATION = re.compile(rb"""<\?xml\s[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)""")
_TOGETHER = re.compile(rb"[\x80-\xff]{2,}")
_ENOUGH = 50
"""Bytes beyond ASCII that a guess needs: of 27 texts in nine encodings it is right on 26, on 20 with half as many."""

_USUAL = frozenset(("utf-8", "ascii", "cp1252"))
_ONE_BYTE = ("iso8859", "cp125", "koi8", "mac", "cp437", "cp85", "cp86", "tis-620", "hp-roman8")
_SEQUENCE = re.compile(
    rb"([\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})"
    rb"|((?:\xed[\xa0-\xbf][\x80-\xbf]){1,2})|([\x80-\xff])"
)
"""A UTF-8 sequence; surrogates that were each written as UTF-8 (CESU-8), or the half of a pair; any other byte."""


class Charset(NamedTuple):
    """How to read a part: `stream` is the encoding to read all of it by, "" if its tags are ASCII as they stand;
    `fallback` that of an item which is no UTF-8; `skip` the length of the byte order mark; `guessed` whether no
    declaration says so."""

    stream: str = ""
    fallback: str = "utf-8"
    skip: int = 0
    guessed: bool = False


class Decoded(NamedTuple):
    """Text, and the bytes in it that were no UTF-8: as they stood (Python's escapes) and as they were read."""

    text: str
    before: str = ""
    after: str = ""


def detect(sample: bytes) -> Charset:
    """Tell how to read a part from its first bytes."""
    for mark, name, skip in _MARKS:
        if sample.startswith(mark):
            return Charset(stream=name, skip=skip)
    name = _declared(sample)
    if name in ("", "utf-8", "ascii") or name.startswith(("utf-16", "utf-32", "utf_16", "utf_32")):
        return _evident(sample)
    if name.startswith(_ONE_BYTE):
        return Charset(fallback=_as_written(name))
    return Charset() if _fits(sample, "utf-8") else Charset(stream=name)


def _declared(sample: bytes) -> str:
    found = _DECLARATION.search(sample)
    try:
        return codecs.lookup(found[1].decode()).name if found else ""
    except LookupError:
        return ""


def _as_written(name: str) -> str:
    """Take ISO-8859-1 for Windows-1252, as browsers do (WHATWG Encoding Standard): it adds only quotes and the like."""
    return "cp1252" if name == "iso8859-1" else name


def _evident(sample: bytes) -> Charset:
    """Guess the encoding of a part that should be UTF-8, if most of its bytes beyond ASCII are not, and stand together.

    In Latin scripts they stand alone, and no guess is better than Windows-1252, which `decode` falls back to.
    """
    if _fits(sample, "utf-8"):
        return Charset()
    valid, _, other = _tally(sample)
    together = sum(map(len, _TOGETHER.findall(sample)))
    if other < max(valid, _ENOUGH) or together * 2 < other:
        return Charset()
    name = next((name for name in _candidates(sample) if name not in _USUAL and _fits(sample, name)), "")
    if not name:
        return Charset()
    return Charset(fallback=name, guessed=True) if name.startswith(_ONE_BYTE) else Charset(stream=name, guessed=True)


def _candidates(sample: bytes) -> Iterator[str]:
    for name in EncodingDetector(sample, is_html=False).encodings:
        with suppress(LookupError):
            yield codecs.lookup(name).name


def _fits(sample: bytes, name: str) -> bool:
    """Tell whether bytes are text in an encoding, but for a character that is cut at their end."""
    try:
        codecs.getincrementaldecoder(name)().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _tally(data: bytes) -> tuple[int, int, int]:
    """Count the UTF-8 sequences, the CESU-8 pairs and the other bytes beyond ASCII."""
    kinds = [match.lastindex for match in _SEQUENCE.finditer(data)]
    return kinds.count(1), kinds.count(2), kinds.count(3)


def transcoded(read: Read, name: str, doubt: Callable[[], None]) -> Read:
    """Read a stream in another encoding as UTF-8; `doubt` is called when bytes that mean nothing became U+FFFD."""
    decoder = codecs.getincrementaldecoder(name)("replace")

    def read_utf8(size: int) -> bytes:
        while True:
            data = read(size)
            text = decoder.decode(data, not data)
            if "\ufffd" in text:
                doubt()
            if text or not data:
                return text.encode()

    return read_utf8


def decode(data: bytes, fallback: str) -> Decoded:
    """Decode an item: as UTF-8 if it is that, else by the part's fallback, else byte for byte as Windows-1252.

    Only the last is a repair. Bytes that Windows-1252 leaves open are C1 controls, as in the WHATWG standard. Half a
    character at the very end, where a file breaks off, is left out.
    """
    if fallback == "utf-8":
        data = _CUT.sub(b"", data)
    try:
        return Decoded(data.decode())
    except UnicodeDecodeError:
        valid, pairs, other = _tally(data)
    if fallback != "utf-8" and other >= valid + pairs:
        return Decoded(data.decode(fallback, "replace"))
    before = b" ".join(match[0] for match in _SEQUENCE.finditer(data) if match.lastindex != 1)
    text = _SEQUENCE.sub(_as_utf8, data).decode()
    return Decoded(text, repr(before)[2:-1], " ".join(_as_utf8(match).decode() for match in _SEQUENCE.finditer(before)))


def _as_utf8(match: re.Match[bytes]) -> bytes:
    if match.lastindex == 1:
        return match[0]
    if match.lastindex == 2:
        halves = match[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass")
        return halves.decode("utf-16", "replace").encode()
    return match[0].decode("cp1252" if match[0] not in _C1 else "latin-1").encode()


_C1 = frozenset((b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))
"""Bytes that Windows-1252 does not define."""
