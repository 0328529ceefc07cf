"""HTTP as captures keep it: the head of an answer, and its body taken out of chunks (RFC 9110, RFC 9112)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from migrator.sources.capture.codings import Pieces

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})")
HEAD_END = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(r"^([^:\s]+)[ \t]*:[ \t]*([^\r\n]*)", re.MULTILINE)
_FOLD = re.compile(r"\r?\n[ \t]+")
_CHUNK = re.compile(rb"(?:\r?\n)?([0-9a-fA-F]{1,16})[ \t]*(?:;[^\n]*)?\r?\n")

_LINE = 1024
"""The longest line that may tell a chunk's size."""
_DIGITS = 19
"""Digits that no length of a file has."""

_LISTS = frozenset(("link", "vary", "transfer-encoding", "content-encoding", "warc-concurrent-to"))
"""Headers that may stand there several times and count together; of others the last counts, as in browsers."""


def parse_fields(text: str) -> dict[str, str]:
    """Read header lines, names in small letters; what is no header line is passed over."""
    pairs = _FIELD.findall(_FOLD.sub(" ", text) if "\n " in text or "\n\t" in text else text)
    fields = {name.lower(): value for name, value in pairs}
    if len(fields) < len(pairs):
        for one in _LISTS & fields.keys():
            fields[one] = ", ".join(value for name, value in pairs if name.lower() == one)
    return fields


def read_number(written: str) -> int | None:
    """Read a length; None for what is none, or is longer than any file."""
    return int(written) if written.isdecimal() and len(written) < _DIGITS else None


def decode_text(data: bytes) -> str:
    """Decode a head: UTF-8 as WARC has it, Latin-1 as old servers wrote."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def parse_head(data: bytes) -> tuple[int, dict[str, str], int] | None:
    """Read the head of an answer: status, headers, and where the body begins; None if there is none."""
    status = _STATUS.match(data)
    if not status:
        return None
    end = HEAD_END.search(data)
    head = data[: end.start()] if end else data
    return int(status[1]), parse_fields(decode_text(head)), end.end() if end else len(data)


def dechunk(pieces: Pieces) -> Pieces:
    """Take a body out of its chunks; from where it isn't chunked, though it says so, it comes as it is."""
    data, pos, left = next(pieces, b""), 0, 0
    while True:
        if left:
            if pos == len(data):
                data, pos = next(pieces, b""), 0
                if not data:
                    return
            part = data[pos : pos + left]
            yield part
            pos, left = pos + len(part), left - len(part)
        elif found := _CHUNK.match(data, pos):
            left, pos = int(found[1], 16), found.end()
            if not left:
                return
        elif len(data) - pos < _LINE and (more := next(pieces, b"")):
            data, pos = data[pos:] + more, 0
        else:
            yield data[pos:].removeprefix(b"\r\n")
            yield from pieces
            return


def is_chunked(headers: Mapping[str, str]) -> bool:
    """Tell whether a body says that it comes in chunks."""
    return "chunked" in headers.get("transfer-encoding", "").lower()
