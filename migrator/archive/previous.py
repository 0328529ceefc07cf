"""What an earlier run left in the archive that this one did not write: documents that are gone, moved or withdrawn.

A document that is gone from the source stays, and is reported. Its old file goes when the document has another path
now, or when it must not be shown any more; the archive's own lists go when there is nothing on them. A file that was
changed by hand since is never deleted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from migrator.archive import manifest
from migrator.archive.files import Folder, digest_of, is_safe
from migrator.archive.journal import Journal
from migrator.policy import COUNTED_STATUSES
from migrator.site import Site

_DOCUMENTS = ("content/", "unpublished/")
_LISTS = ("unpublished/ledger.jsonl", "unpublished/media.json", "unpublished/menus.json")
_MEDIA = "media/"
_DELETED = ("moved", "withdrawn", "empty")


@dataclass(slots=True)
class Leftovers:
    """Documents of earlier runs by what became of them, as paths without suffix.

    They are `gone` from the source, `moved` to another path, `withdrawn` from the archive, `outside` of this run's
    filters, or `edited` by hand and therefore left where they no longer belong.
    """

    gone: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)

    def add(self, path: str, fate: str) -> None:
        """Note what became of a document, told by its Markdown file."""
        if path.endswith(".md"):
            getattr(self, fate).append(path.removesuffix(".md"))


def settle(folder: Folder, journal: Journal, site: Site) -> Leftovers:
    """Sort out what earlier runs left; what stays is entered in the journal, for the manifest."""
    leftovers = Leftovers()
    fates = [(path, digest, _fate(folder.root, path, site)) for path, digest in _vanished(folder.root, journal)]
    # Backwards, since a document's .json, which tells whose it is, sorts before its .md.
    for path, digest, fate in reversed(fates):
        if fate in _DELETED and digest_of(folder.root / path) == digest:
            folder.remove(path)
            leftovers.add(path, fate)
        else:
            journal.add_file(path, digest)
            leftovers.add(path, "edited" if fate in _DELETED else fate)
    return leftovers


def _vanished(root: Path, journal: Journal) -> Iterator[tuple[str, str]]:
    """List the files of the last manifest that are still there and that this run did not write."""
    for path, digest in manifest.read(root / manifest.NAME):
        if is_safe(path) and not journal.has_file(path) and (root / path).is_file():
            yield path, digest


def _fate(root: Path, path: str, site: Site) -> str:
    if path.startswith(_MEDIA):
        return "media"
    if path in _LISTS or not path.startswith(_DOCUMENTS):
        return "empty"
    stem = path.removesuffix(".json").removesuffix(".comments").removesuffix(".md")
    record = _record(root / f"{stem}.json") or _record(root / path)
    document = site.document(record.get("id") or record.get("document") or 0)
    if document is None or record.get("type", document.type) != document.type:
        return "gone" if record else "edited"
    if document.path:
        return "moved" if document.path != stem else "empty"
    hidden = document.status in COUNTED_STATUSES or (not document.public and site.options.unpublished == "skip")
    return "withdrawn" if hidden else "outside"


def _record(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}
