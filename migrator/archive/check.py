"""Proving an archive: schemas, manifest, links and media, closed vocabulary, account."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from migrator.archive import archive_json, aside, ledger, manifest
from migrator.archive.check_account import Here, account_faults, unpublished
from migrator.archive.check_document import References, document_faults, upload_faults
from migrator.archive.check_media import media_faults
from migrator.archive.files import WORK, digest_of
from migrator.archive.finish import LEFT
from migrator.archive.layout import MEDIA_FOLDERS
from migrator.archive.schemas import faults
from migrator.errors import ArchiveError
from migrator.media.state import FOLDER as MEDIA_WORK

LISTS = ("archive.json", "people.json", "terms.json", "menus.json", "media.json", "embeds.json")
OPTIONAL = ("unpublished/media.json", "unpublished/menus.json", "unpublished/embeds.json")
FOLDERS = ("content", "unpublished")
"""Where documents are."""

GAP = "missing"
"""The kind of a finding that tells of a file which could not be fetched: the archive is sound, but has a gap."""


class Finding(NamedTuple):
    """Something that is not as it should be: what kind of proof failed, on which file, and how."""

    kind: str
    path: str
    message: str


_LISTED = frozenset(("people", "embeds", "media"))
"""What the lists say of the last run's documents; one of an earlier run may name others."""


@dataclass(slots=True)
class _Seen:
    """What the proofs of single files leave for those of the whole."""

    files: dict[str, str] = field(default_factory=dict)
    references: References = field(default_factory=References)
    documents: Counter[str] = field(default_factory=Counter)
    uploads: int = 0
    lines: int = 0
    left: Counter[str] = field(default_factory=Counter)
    earlier: set[str] = field(default_factory=set)


def check(archive: Path) -> list[Finding]:
    """Prove an archive; an empty list says that all is well.

    Raises:
        ArchiveError: The folder holds no archive.
    """
    if not (archive / archive_json.NAME).is_file():
        unfinished = (archive / WORK).is_dir()
        reason = "holds an unfinished run; give its command again" if unfinished else "is no archive (no archive.json)"
        raise ArchiveError(f"{archive}: {reason}")
    return list(_findings(archive))


def _findings(archive: Path) -> Iterator[Finding]:
    seen = _Seen()
    if (archive / WORK).is_dir():
        yield Finding("unfinished", WORK, "a run was not finished; give its command again")
    if (archive / MEDIA_WORK).is_dir():
        yield Finding("unfinished", MEDIA_WORK, "media were not completed; `migrator media` goes on")
    for prove in (_manifest, _lists, _ledgers, _documents):
        yield from prove(archive, seen)
    summary, _ = _json(archive / archive_json.NAME)
    apart = unpublished(summary)
    whole = not apart or next(_paths(archive, ("unpublished",)), "") != ""
    if not whole:
        yield Finding(GAP, "unpublished", f"the folder was left out, with {apart} documents; what is public is proved")
    here = Here({name: seen.documents[name] - seen.left[name] for name in FOLDERS}, seen.uploads, seen.lines, whole)
    yield from (Finding("reconciliation", archive_json.NAME, fault) for fault in account_faults(summary, here))


def _manifest(archive: Path, seen: _Seen) -> Iterator[Finding]:
    """Prove each file of the manifest, and that it names all there are."""
    for path, digest in manifest.read_both(archive):
        seen.files[path] = digest
        if not (archive / path).is_file():
            yield Finding("manifest", path, "the file is missing")
        elif digest_of(archive / path) != digest:
            again = "; `migrator media` sets it aside and fetches it again" if path.startswith(MEDIA_FOLDERS) else ""
            yield Finding("manifest", path, f"the file was changed{again}")
    if next(manifest.read(archive / manifest.NAME), None) is None:
        yield Finding("manifest", manifest.NAME, "there is none, or nothing in it")
    for path in _paths(archive, (*FOLDERS, "media")):
        if path not in seen.files and path != manifest.PRIVATE:
            yield Finding("manifest", path, "the file is not in the manifest")


def _paths(archive: Path, folders: tuple[str, ...]) -> Iterator[str]:
    """List the files in folders; what was set aside is no part of the archive."""
    for name in folders:
        for folder, subfolders, files in os.walk(archive / name):
            subfolders.sort()
            paths = ((Path(folder) / file).relative_to(archive).as_posix() for file in sorted(files))
            yield from (path for path in paths if not path.startswith(aside.FOLDER))


def _lists(archive: Path, seen: _Seen) -> Iterator[Finding]:
    for path in (*LISTS, *(path for path in OPTIONAL if (archive / path).is_file())):
        value, reason = _json(archive / path)
        if reason:
            yield Finding("schema", path, reason)
            continue
        broken = [Finding("schema", path, fault) for fault in faults(Path(path).name, value)]
        yield from broken
        if not broken:
            seen.references.add(value)
            yield from _uploads(path, value, seen)
            yield from (Finding(kind, path, fault) for kind, fault in media_faults(value, seen.files))


def _uploads(path: str, value: dict[str, Any], seen: _Seen) -> Iterator[Finding]:
    for entry in value.get("media", ()):
        if "sizes" in entry:
            seen.uploads += 1
            yield from (Finding(kind, path, message) for kind, message in upload_faults(entry))


def _json(path: Path) -> tuple[dict[str, Any], str]:
    """Read an object; else say why it can't be read."""
    try:
        return _parsed(path.read_bytes())
    except OSError as error:
        return {}, f"can't be read: {error.strerror}"


def _parsed(text: str | bytes) -> tuple[dict[str, Any], str]:
    try:
        value = json.loads(text)
    except ValueError as error:
        return {}, f"is no JSON: {error}"
    return (value, "") if isinstance(value, dict) else ({}, "holds no object")


def _documents(archive: Path, seen: _Seen) -> Iterator[Finding]:
    for path in _paths(archive, FOLDERS):
        if not path.endswith(".json") or path in OPTIONAL or path.startswith(MEDIA_FOLDERS):
            continue
        value, reason = _json(archive / path)
        if reason:
            yield Finding("schema", path, reason)
        elif "comments" in value and "document" in value:
            yield from (Finding("schema", path, fault) for fault in faults("comments.json", value))
        else:
            seen.documents[path.partition("/")[0]] += 1
            is_earlier = path.removesuffix(".json") in seen.earlier
            for kind, message in document_faults(path, value, seen.files, seen.references):
                if not (is_earlier and kind in _LISTED):
                    yield Finding(kind, path, message)


def _ledgers(archive: Path, seen: _Seen) -> Iterator[Finding]:
    """Prove the ledgers' lines, and count them; those on documents of earlier runs are in no account."""
    sound: set[object] = set()
    for path in (ledger.PUBLIC, ledger.PRIVATE):
        if not (archive / path).is_file():
            continue
        with (archive / path).open(encoding="utf-8") as lines:
            for number, text in enumerate(lines, 1):
                line, reason = _parsed(text)
                for fault in _line_faults(line, reason, sound):
                    yield Finding("schema", path, f"line {number}: {fault}")
                if line.get("rule") in LEFT:
                    seen.earlier.add(str(line["path"]))
                    seen.left[str(line["path"]).partition("/")[0]] += (archive / f"{line['path']}.json").is_file()
                else:
                    seen.lines += 1


def _line_faults(line: dict[str, Any], reason: str, sound: set[object]) -> list[str]:
    """Say what is wrong with a line; of those that differ in nothing that the schema asks for, one is proven."""
    shape = (repr(line.get("action")), *((name, type(value)) for name, value in line.items()))
    if reason or shape in sound:
        return [reason] if reason else []
    found = list(faults("ledger.json", line))
    if not found:
        sound.add(shape)
    return found
