"""Finding and decoding files of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from migrator.errors import SourceError
from migrator.sources.wxr.files import natural_order

SUFFIX = ".txt"
SAMPLE = 4096
"""Bytes that tell text from other files."""

OTHERS = (".xml", ".gz", ".zip", ".wxr", ".rss", ".warc", ".wacz", ".html", ".htm", ".json")
"""What the names of files end in that other sources read: a folder that has one of them is none of text."""

_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|rss|feed|!--)", re.IGNORECASE)
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def accepts(path: Path) -> bool:
    """Tell from a path and its first bytes whether it may be the text of a page, or a folder of nothing else."""
    if path.is_dir():
        names = [file.name.lower() for file in path.rglob("*") if file.is_file() and not file.name.startswith(".")]
        return any(name.endswith(SUFFIX) for name in names) and not any(name.endswith(OTHERS) for name in names)
    if path.suffix.lower() != SUFFIX:
        return False
    try:
        with path.open("rb") as file:
            start = file.read(SAMPLE)
    except OSError:
        return False
    return not _MARKUP.match(start) and not is_binary(start)


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding that editors write."""
    return b"\0" in data and not data.startswith(tuple(bom for bom, _ in _BOMS[1:]))


def files_in(path: Path) -> Iterator[tuple[str, Path]]:
    """List the files of text at a path with what messages call them: numbers in names by value.

    Raises:
        SourceError: The path can't be read.
    """
    if not path.is_dir():
        yield path.name, path
        return
    try:
        found = [file for file in path.rglob("*") if file.suffix.lower() == SUFFIX and file.is_file()]
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror or error}") from error
    named = [(file.relative_to(path).as_posix(), file) for file in found if not file.name.startswith(".")]
    yield from sorted(named, key=lambda row: natural_order(row[0]))


def decoded(data: bytes) -> tuple[str, str]:
    """Decode a text: by its mark, as UTF-8, or else as Windows-1252, which is told as the second value.

    Line ends become line feeds, page breaks and no-break spaces at lines' ends go.
    """
    mark = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    try:
        text, guessed = data.decode(mark), ""
    except UnicodeDecodeError:
        text, guessed = data.decode("cp1252", "replace"), "windows-1252"
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\u2028", "\n")
    return text.replace("\u2029", "\n\n"), guessed
