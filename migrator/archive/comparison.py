"""A kept document beside its source: from the source itself, or as far as the ledger tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml.etree import _Element

from migrator.archive.differences import Differences, differences
from migrator.archive.documents import Kept
from migrator.archive.readable import lines_of
from migrator.archive.reconstruction import reconstructed
from migrator.errors import SourceError
from migrator.markup.build import read
from migrator.markup.html import parse
from migrator.markup.known import own_names
from migrator.media.documents import restore_addresses
from migrator.model import Entry, Record
from migrator.options import Options
from migrator.sources.opening import open_source


@dataclass(frozen=True, slots=True)
class Quotes:
    """What the ledger quotes of the source."""

    entries: Sequence[Entry]

    def __contains__(self, text: object) -> bool:
        return bool(text) and any(str(text) in entry.before for entry in self.entries)


def compare(kept: Kept, record: Record | None, settings: dict[str, Any]) -> Differences:
    """Lay a document's source beside its archive text; without a record the source is put together again.

    `settings` is archive.json, whose options tell which shortcodes the site's settings speak of.
    """
    body = _body(kept)
    if record is None:
        source = reconstructed(body, kept.entries)
    else:
        options = settings.get("options", {})
        chosen = {name: options[name] for name in ("rules", "shortcodes") if name in options}
        source = lines_of(read(record.content, own=own_names(Options(**chosen))), Quotes(kept.entries))
    return differences(source, lines_of(body), kept.entries)


def _body(kept: Kept) -> _Element:
    """The canonical body, without the line ends that the record has between blocks, its media at their addresses."""
    body = parse(str(kept.record.get("content", {}).get("html", "")).replace(">\n<", "><"))
    restore_addresses(body, kept.record, kept.path)
    return body


def record_of(kept: Kept, sources: Sequence[Path]) -> Record:
    """Find a document's item in its source; raises SourceError when it isn't there, or the source can't be read."""
    wanted = kept.record
    number, guid = int(wanted.get("id") or 0), str(wanted.get("guid") or "")
    found = [
        record
        for batch in open_source(sources).batches()
        for raw in batch
        if raw.may_be(number, guid) and _is_same(record := raw.read(), wanted)
    ]
    if not found:
        names = ", ".join(map(str, sources))
        raise SourceError(f"{names}: there is no item {wanted.get('id')} of type {wanted.get('type')!r}")
    return max(found, key=lambda record: record.guid == wanted.get("guid"))


def _is_same(record: Record, wanted: dict[str, Any]) -> bool:
    """Whether an item became the document: one without a number of its own is known by its guid."""
    is_known = record.id == wanted.get("id") or (bool(record.guid) and record.guid == wanted.get("guid"))
    return is_known and record.type == wanted.get("type")
