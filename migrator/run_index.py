"""The index pass: what the whole site must know, gathered from every item before any content is converted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from migrator.archive.reconciliation import Census
from migrator.model import Record
from migrator.normalise.bylines.glance import printed_credits
from migrator.options import Options
from migrator.run_failures import read
from migrator.run_pool import Pool, Work
from migrator.site import Builder
from migrator.sources.item import Item, Source

BATCH = 256
"""Items read together: they are short without their bodies."""

WITHOUT_BYLINE = frozenset(("attachment", "nav_menu_item", "guest-author", "wp_navigation"))
"""Types whose items have no lines of their own."""

FACTS = ("title", "description", "language", "generator", "version")


def index(export: Source, path: Path, options: Options, pool: Pool, progress: Callable[[int], None]) -> Census:
    """Make the site's file at `path` and count what the source holds; `progress` is told the bytes read so far."""
    builder = Builder(path, options)
    _add_header(builder, export)
    census = Census(terms=len(export.header.terms))
    for records, offset in pool.spread(Work(_light, _light, _unread), export.batches(BATCH)):
        for record in records:
            census.add(record, again=not builder.add(record))
        progress(offset)
    builder.finish().close()
    return census


def _add_header(builder: Builder, export: Source) -> None:
    header = export.header
    for name in FACTS:
        builder.set_fact(name, getattr(header, name))
    for name, value in header.facts.items():
        builder.set_fact(name, value)
    for author in header.authors:
        builder.add_author(author)
    for term in header.terms:
        builder.add_term(term)


def _light(batch: Sequence[Item]) -> tuple[list[Record], int]:
    return [_light_record(raw) for raw in batch], batch[-1].offset


def _light_record(raw: Item) -> Record:
    record = read(raw, content=False)
    if record.type not in WITHOUT_BYLINE:
        record.printed = [(credit.name, credit.is_organisation) for credit in printed_credits(raw.glance())]
    return record


def _unread(raw: Item) -> tuple[list[Record], int]:
    return [Record(raw.source, raw.position)], raw.offset
