"""What someone has changed by hand is set aside where a run puts something else in its place: it may be their work."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from migrator.archive import manifest
from migrator.archive.files import digest_of
from migrator.archive.layout import UNPUBLISHED, numbered

FOLDER = f"{UNPUBLISHED}changed/"
"""Where in the archive such files are put, under the path that they had: work is for its maker to publish, and what is
public today may be private at the next run, which looks at no file here."""

REPLACED = "replaced"
"""Where in a run's work folder documents are kept that it has written over, until its end tells whose they were."""


def move(root: Path, file: Path, path: str) -> None:
    """Move a file that stood at a path of the archive out of the way; what lies there already stays."""
    target = root / next(name for name in _names(FOLDER + path.removeprefix(UNPUBLISHED)) if not (root / name).exists())
    target.parent.mkdir(parents=True, exist_ok=True)
    file.replace(target)


def _names(place: str) -> Iterator[str]:
    yield place
    yield from (numbered(place, number) for number in count(2))


def set_aside(root: Path, work: Path, *, alone: bool) -> list[str]:
    """Set aside what this run has written over and the last one had not written so, by its manifest; return the paths.

    What no manifest names is someone's, too, if the run is `alone`: no unfinished one of other settings was before it.
    May be done again from any point before the new manifest is written.
    """
    kept = work / REPLACED
    paths = {file.relative_to(kept).as_posix() for file in kept.rglob("*") if file.is_file()}
    known = {path: digest for path, digest in manifest.read_both(root) if path in paths} if paths else {}
    is_told = alone and (root / manifest.NAME).is_file()
    changed = [path for path in sorted(paths) if _is_work(kept / path, root / path, known.get(path), is_told=is_told)]
    for path in changed:
        move(root, kept / path, path)
    return changed


def _is_work(before: Path, now: Path, digest: str | None, *, is_told: bool) -> bool:
    """Whether a file that was written over was someone's; a beginning of what is there now a killed run has left."""
    if digest is not None:
        return digest_of(before) != digest
    return is_told and not (now.is_file() and now.read_bytes().startswith(before.read_bytes()))
