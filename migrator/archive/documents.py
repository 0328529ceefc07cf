"""One document of an archive: found by whatever name someone has for it, with what the ledger says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from migrator.archive import archive_json, ledger, manifest
from migrator.archive.files import WORK
from migrator.archive.layout import DOCUMENT_FOLDERS
from migrator.errors import ArchiveError, UsageError
from migrator.model import Entry

HEAD = 4096
"""Bytes of a record in which its id and its address are looked for; they are among its first ten members."""

_ID = re.compile(r'^"id": (-?\d+),$', re.MULTILINE)
_ADDRESS = re.compile(r'^"url": (".*"),$', re.MULTILINE)
_NUMBER = re.compile(r"-?\d+")
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Kept:
    """A document as an archive keeps it: its path without suffix, its record, the ledger's entries on it."""

    path: str
    record: dict[str, Any]
    entries: tuple[Entry, ...]


def find(archive: Path, wanted: str) -> Kept:
    """Find a document by its id, its path (or the end of one), its slug or its address on the site.

    Raises:
        ArchiveError: The folder holds no archive, or the document's record can't be read.
        UsageError: There is no such document, or more than one.
    """
    settings(archive)
    paths = sorted(_paths(archive))
    found = _found(archive, paths, wanted)
    if len(found) > 1:
        raise UsageError(f"{wanted!r} are {len(found)} documents: {', '.join(found[:_SHOWN])}")
    if not found:
        raise UsageError(f"{archive}: there is no document {wanted!r}{_hint(archive, paths, wanted)}")
    record = _object(archive / f"{found[0]}.json")
    return Kept(found[0], record, tuple(_entries(archive, record.get("id"), found[0])))


def settings(archive: Path) -> dict[str, Any]:
    """Read archive.json; raises ArchiveError where there is none, or none that can be read."""
    if (archive / archive_json.NAME).is_file():
        return _object(archive / archive_json.NAME)
    unfinished = (archive / WORK).is_dir()
    reason = "holds an unfinished run; give its command again" if unfinished else "is no archive (no archive.json)"
    raise ArchiveError(f"{archive}: {reason}")


def _object(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_bytes())
    except OSError as error:
        raise ArchiveError(f"{path}: can't be read: {error.strerror}") from error
    except ValueError as error:
        raise ArchiveError(f"{path}: is no JSON: {error}") from error
    if not isinstance(value, dict):
        raise ArchiveError(f"{path}: holds no object")
    return value


def _paths(archive: Path) -> Iterator[str]:
    """All documents' paths without suffix, as the manifests name them: a document has Markdown beside its record."""
    named = {path for path, _ in manifest.read_both(archive) if path.startswith(DOCUMENT_FOLDERS)}
    return (path[:-3] for path in named if path.endswith(".md") and f"{path[:-3]}.json" in named)


def _found(archive: Path, paths: list[str], wanted: str) -> list[str]:
    if _NUMBER.fullmatch(wanted) and (found := _with_head(archive, paths, _ID, wanted)):
        return found
    if "://" in wanted:
        return _with_head(archive, paths, _ADDRESS, json.dumps(wanted, ensure_ascii=False))
    name = re.sub(r"\.(?:md|json)$", "", wanted.replace("\\", "/"))
    name = name.removeprefix(f"{archive.as_posix().rstrip('/')}/").strip("/")
    return [path for path in paths if path == name] or [path for path in paths if path.endswith(f"/{name}")]


def _with_head(archive: Path, paths: list[str], pattern: re.Pattern[str], value: str) -> list[str]:
    """The documents in whose records' heads a member has a value."""
    return [path for path in paths if (said := pattern.search(_head(archive / f"{path}.json"))) and said[1] == value]


def _head(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(HEAD).decode("utf-8", "replace")
    except OSError:
        return ""


def _hint(archive: Path, paths: list[str], wanted: str) -> str:
    """What a user who missed may have meant: an item that became no document, or a name that is near."""
    if _NUMBER.fullmatch(wanted):
        told = [entry for entry in _entries(archive, int(wanted), None) if entry.action == "skipped"]
        return f": the item was left out ({told[0].after or told[0].rule})" if told else ""
    slugs = {path.rpartition("/")[2]: path for path in paths}
    near = get_close_matches(wanted.rpartition("/")[2], slugs, n=3)
    return f"; is it {' or '.join(slugs[name] for name in near)}?" if near else ""


def _entries(archive: Path, number: Any, path: str | None) -> Iterator[Entry]:
    """The ledger's entries on a document, in the order in which it was worked on; `path` is None for no document."""
    sign = f'"document": {number},'
    for name in (ledger.PUBLIC, ledger.PRIVATE):
        if not (archive / name).is_file():
            continue
        with (archive / name).open(encoding="utf-8", errors="replace") as lines:
            for line in filter(lambda line: sign in line, lines):
                if (entry := _entry(line, number, path)) is not None:
                    yield entry


def _entry(line: str, number: Any, path: str | None) -> Entry | None:
    try:
        value = json.loads(line)
    except ValueError:
        return None
    if value.get("document") != number or value.get("path") != path:
        return None
    return Entry(value["rule"], value["action"], value["where"], value.get("before", ""), value.get("after", ""))
