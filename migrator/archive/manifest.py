"""manifest-sha256.txt: the SHA-256 of each of the archive's files, in the form of BagIt and of `sha256sum -c`.

Source: RFC 8493 (BagIt), section 2.1.3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from migrator.archive.files import Folder
from migrator.archive.layout import UNPUBLISHED

NAME = "manifest-sha256.txt"
PRIVATE = f"{UNPUBLISHED}{NAME}"
"""The files that no visitor could read stand in a manifest of their own, since a name tells what it is about; and an
archive from which the folder was left out still proves whole."""

_LINE = re.compile(r"([0-9a-f]{64})(?:  | \*|[ \t]+)(.+)", re.IGNORECASE)
_ESCAPED = str.maketrans({"%": "%25", "\n": "%0A", "\r": "%0D"})


def line(path: str, digest: str) -> str:
    """Write a file's line; RFC 8493 has line breaks and percent signs of a path percent-encoded."""
    return f"{digest}  {path.translate(_ESCAPED)}\n"


def lines(files: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Write the lines of (path, digest) pairs, which come sorted by path."""
    return (line(path, digest) for path, digest in files)


def write_both(
    folder: Folder, files: Callable[[], Iterable[tuple[str, str]]], write: Callable[[str, Iterable[str]], object]
) -> None:
    """Name all `files`; the manifest of what is public comes last, since it says that the archive is complete."""
    if any(_is_private(path) for path, _ in files()):
        write(PRIVATE, lines(file for file in files() if _is_private(file[0])))
    elif (folder.root / PRIVATE).is_file():
        folder.remove(PRIVATE)
    write(NAME, lines(file for file in files() if not _is_private(file[0])))


def _is_private(path: str) -> bool:
    return path.startswith(UNPUBLISHED)


def read_both(root: Path) -> Iterator[tuple[str, str]]:
    """Read the (path, digest) pairs of both manifests of an archive."""
    yield from read(root / NAME)
    yield from read(root / PRIVATE)


def read(path: Path) -> Iterator[tuple[str, str]]:
    """Read (path, digest) pairs one by one; none if there is no manifest, and no line that isn't one."""
    if not path.is_file():
        return
    with path.open(encoding="utf-8", errors="replace", newline="\n") as file:
        for text in file:
            if found := _LINE.fullmatch(text.rstrip("\r\n")):
                yield unquote(found[2]), found[1].lower()
