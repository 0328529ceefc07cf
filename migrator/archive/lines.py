"""JSON on one line, and lists of such lines, which are written without ever being in memory as a whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from migrator.archive.files import Folder, encoded, spooled
from migrator.archive.journal import Journal

line: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""Write a value as JSON on one line."""


def listing(name: str, entries: Iterable[str]) -> Iterator[str]:
    """Write a list as JSON, an entry a line, so that a diff shows which entries changed."""
    yield f'{{\n"schema": "{name}/1",\n"{name}": ['
    separator = "\n"
    for entry in entries:
        yield separator + entry
        separator = ",\n"
    yield "\n]\n}\n"


def write(folder: Folder, journal: Journal, path: str, texts: Iterable[str]) -> None:
    """Write a file of the archive from its pieces, and enter it in the journal."""
    journal.add_file(path, write_unlisted(folder, journal, path, texts))


def write_unlisted(folder: Folder, journal: Journal, path: str, texts: Iterable[str]) -> str:
    """Write a file from its pieces; return its SHA-256."""
    return write_spooled(folder, journal.work / "whole", path, texts)


def write_spooled(folder: Folder, spool: Path, path: str, texts: Iterable[str]) -> str:
    """Write a file from its pieces by way of another one; return its SHA-256."""
    with spooled(spool) as file:
        for text in texts:
            file.write(encoded(text))
    return folder.adopt(spool, path)
