"""archive.json: what the archive was made of and how, and the account of it; the same in every run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from migrator import __version__
from migrator.archive.journal import Tallies
from migrator.archive.reconciliation import Reconciliation
from migrator.options import Options
from migrator.site import Site

SCHEMA = "archive/1"
NAME = "archive.json"

_OWN = frozenset(("item", "comment", "term", "entry", "file", "document"))
"""Tallies that are shown by other names than their own, or differ between runs ("file")."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that the archive was made of: its name without folders, its size in bytes, its SHA-256."""

    name: str
    size: int
    sha256: str


def source_file(path: Path) -> SourceFile:
    """Take down what a source file is, or a folder of them: its digest is that of its files' digests and paths."""
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file())
        found = [(file.relative_to(path).as_posix(), source_file(file)) for file in files]
        listed = "".join(f"{each.sha256}  {name}\n" for name, each in found)
        return SourceFile(path.name, sum(each.size for _, each in found), sha256(listed.encode()).hexdigest())
    with path.open("rb", buffering=0) as file:
        return SourceFile(path.name, path.stat().st_size, file_digest(file, "sha256").hexdigest())


def options_json(options: Options) -> dict[str, Any]:
    """Show a run's options as JSON values, sets sorted."""
    return {each.name: _plain(getattr(options, each.name)) for each in fields(options)}


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple | list) else value


def archive_json(
    site: Site, sources: Iterable[SourceFile], tallies: Tallies, reconciliation: Reconciliation
) -> dict[str, Any]:
    """Gather what archive.json says."""
    return {
        "schema": SCHEMA,
        "migrator": __version__,
        "site": _site(site),
        "sources": [{"file": each.name, "size": each.size, "sha256": each.sha256} for each in sources],
        "options": options_json(_without_hidden(site.options)),
        "documents": {name: tallies["document", name] for name in ("public", "unpublished")},
        "reconciliation": reconciliation.show(),
        "ledger": _grouped((key[1:], count) for key, count in tallies.items() if key[0] == "entry"),
        "tallies": _grouped((key, count) for key, count in tallies.items() if key[0] not in _OWN),
    }


def _without_hidden(options: Options) -> Options:
    """The options but for what they say of persons when any of these is hidden: their ids are their names."""
    persons = options.people.get("person", {})
    return replace(options, people={}) if any(said.get("hide") for said in persons.values()) else options


def _site(site: Site) -> dict[str, str]:
    return {
        "title": site.title,
        "description": site.description,
        "url": site.base_url,
        "language": site.language,
        "generator": site.generator,
        "wxr_version": site.version,
        "profile": site.profile.name,
        "exported": site.facts.get("created", ""),
    }


def _grouped(counts: Iterable[tuple[tuple[str, ...], int]]) -> dict[str, dict[str, int]]:
    """Group counts by the first word of their key; the rest of it is the name."""
    groups: dict[str, dict[str, int]] = {}
    for key, count in sorted(counts):
        groups.setdefault(key[0], {})[" ".join(key[1:])] = count
    return groups
