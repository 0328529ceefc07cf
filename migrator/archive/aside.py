"""What someone has changed by hand is set aside where a run puts something else in its place: it may be their work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from migrator.archive import manifest
from migrator.archive.files import digest_of
from migrator.archive.layout import numbered

FOLDER = "changed"
"""Where in the archive such files are put, under the path that they had."""

REPLACED = "replaced"
"""Where in a run's work folder documents are kept that it has written over, until its end tells whose they were."""


def move(root: Path, file: Path, path: str) -> None:
    """Move a file that stood at a path of the archive out of the way; what lies there already stays."""
    target = root / next(name for name in _names(path) if not (root / name).exists())
    target.parent.mkdir(parents=True, exist_ok=True)
    file.replace(target)


def _names(path: str) -> Iterator[str]:
    yield f"{FOLDER}/{path}"
    number = 2
    while True:
        yield numbered(f"{FOLDER}/{path}", number)
        number += 1


def set_aside(root: Path, work: Path) -> list[str]:
    """Set aside what this run has written over and the last one had not written so, by its manifest; return the paths.

    May be done again from any point before the new manifest is written.
    """
    kept = work / REPLACED
    paths = {file.relative_to(kept).as_posix() for file in kept.rglob("*") if file.is_file()}
    known = {path: digest for path, digest in manifest.read_both(root) if path in paths} if paths else {}
    changed = [path for path in sorted(known) if digest_of(kept / path) != known[path]]
    for path in changed:
        move(root, kept / path, path)
    return changed
