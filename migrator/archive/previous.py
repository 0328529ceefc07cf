"""What an earlier run left in the archive that this one did not write: documents that are gone, moved or withdrawn.

A document that is gone from the source stays, and is reported. Its old file goes when the document has another path
now, or when it must not be shown any more; the archive's own lists go when there is nothing on them. A file that was
changed by hand since is never deleted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from migrator.archive import manifest
from migrator.archive.aside import move
from migrator.archive.files import Folder, digest_of, is_safe
from migrator.archive.journal import Journal
from migrator.archive.layout import DOCUMENT_FOLDERS, MEDIA_FOLDERS, UNPUBLISHED
from migrator.model import Document
from migrator.policy import COUNTED_STATUSES
from migrator.site import Site

_LISTS = tuple(f"unpublished/{name}" for name in ("ledger.jsonl", "media.json", "menus.json", "embeds.json"))
"""Lists that are only there when something is on them."""

_DELETED = ("moved", "withdrawn", "empty")
_ASIDE = "aside"


class Leftover(NamedTuple):
    """A file of an earlier run, the SHA-256 it had, and what is to become of it."""

    path: str
    digest: str
    fate: str


@dataclass(slots=True)
class Leftovers:
    """Documents of earlier runs by what became of them, as paths without suffix.

    They are `gone` from the source, `moved` to another path, `withdrawn` from the archive, `outside` of this run's
    filters, or `edited` by hand and therefore left where they no longer belong. `aside` are files (with their suffix)
    that were changed by hand and written anew, or are of what is public no more: what they were is in the folder
    of `archive.aside`.
    """

    gone: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)


def find(root: Path, journal: Journal, site: Site) -> list[Leftover]:
    """List what earlier runs left and this one did not write, by path; nothing is changed yet."""
    found = []
    for path, digest in _vanished(root, journal):
        fate = _fate(root, path, site)
        edited = fate in _DELETED and digest_of(root / path) != digest
        found.append(Leftover(path, digest, _fate_of_work(path, fate, site, root) if edited else fate))
    return found


def sorted_out(found: Iterable[Leftover]) -> Leftovers:
    """Name the documents among the leftovers, each told by its Markdown file."""
    leftovers = Leftovers()
    for leftover in found:
        if leftover.fate == _ASIDE:
            leftovers.aside.append(leftover.path)
        elif leftover.path.endswith(".md"):
            getattr(leftovers, leftover.fate).append(leftover.path.removesuffix(".md"))
    return leftovers


def clear(folder: Folder, journal: Journal, found: Sequence[Leftover]) -> None:
    """Delete what must go, and enter in the journal what stays, for the manifest.

    Backwards, since a document's .json, which tells whose it is, sorts before its .md.
    """
    for path, digest, fate in reversed(found):
        if fate == _ASIDE and not folder.dry:
            move(folder.root, folder.root / path, UNPUBLISHED + path)
        if fate not in (*_DELETED, _ASIDE):
            journal.add_file(path, digest)
        elif not journal.has_file(path):
            folder.remove(path)


def _vanished(root: Path, journal: Journal) -> Iterator[tuple[str, str]]:
    """List the files of the last manifest, in the folders, that are still there and that no batch wrote."""
    for path, digest in manifest.read_both(root):
        ours = path.startswith((*DOCUMENT_FOLDERS, *MEDIA_FOLDERS)) and is_safe(path)
        if ours and not journal.has_file(path) and (root / path).is_file():
            yield path, digest


def _fate(root: Path, path: str, site: Site) -> str:
    if path.startswith(MEDIA_FOLDERS):
        return "media"
    if path in _LISTS:
        return "empty"
    record, document = _owner(root, path, site)
    if document is None or record.get("type", document.type) != document.type:
        return "gone" if record else "edited"
    if document.path:
        return "moved" if document.path != _stem(path) else "empty"
    hidden = document.status in COUNTED_STATUSES or (not document.public and site.options.unpublished == "skip")
    return "withdrawn" if hidden else "outside"


def _fate_of_work(path: str, fate: str, site: Site, root: Path) -> str:
    """Decide on a file that someone has worked on and that should go: it stays, but not where all may read it now that
    its document is not public any more."""
    _, document = _owner(root, path, site)
    is_seen = path.startswith(UNPUBLISHED) or (document is not None and document.public and fate != "withdrawn")
    return "edited" if is_seen else _ASIDE


def _owner(root: Path, path: str, site: Site) -> tuple[dict[str, Any], Document | None]:
    """The record beside a file, and whose it is, as the site knows it now."""
    record = _record(root / f"{_stem(path)}.json") or _record(root / path)
    return record, site.document(record.get("id") or record.get("document") or 0)


def _stem(path: str) -> str:
    return path.removesuffix(".json").removesuffix(".comments").removesuffix(".md")


def _record(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}
