"""The end of a run: lists, ledgers, account and manifest are made of what the journal holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from migrator.archive import ledger, manifest, previous
from migrator.archive.archive_json import NAME, SourceFile, archive_json
from migrator.archive.aside import set_aside
from migrator.archive.files import Folder
from migrator.archive.journal import ALONE, LEDGERS, Journal
from migrator.archive.layout import UNPUBLISHED
from migrator.archive.ledger import Depth
from migrator.archive.lines import write, write_unlisted
from migrator.archive.lists import write_lists
from migrator.archive.previous import Leftovers
from migrator.archive.reconciliation import Census, reconcile
from migrator.archive.report import Report
from migrator.model import Entry
from migrator.site import Site
from migrator.sources.damage import damage
from migrator.writers.json import encode

_BLOCK = 1 << 20

LEFT = {"archive.gone": "gone", "archive.outside": "outside", "archive.edited": "edited"}
"""The rules of documents that earlier runs wrote and this one did not, by which of the leftovers they are."""


def finish(
    folder: Folder,
    journal: Journal,
    site: Site,
    census: Census,
    sources: Sequence[SourceFile],
    repairs: Sequence[Entry],
) -> Report:
    """Complete the archive of a settled journal; the manifest, which comes last, says that it is whole.

    May be done again from any point.
    """
    tallies = journal.tallies()
    found = previous.find(folder.root, journal, site)
    leftovers = previous.sorted_out(found)
    if not folder.dry:
        leftovers.aside += set_aside(folder.root, journal.work, alone=bool(journal.load(ALONE)))
    tallies.update(("entry", entry.action, entry.rule) for entry in repairs)
    terms = write_lists(folder, journal, site, tallies)
    _write_ledgers(folder, journal, repairs, leftovers, site)
    reconciliation = reconcile(census, tallies, terms, _listed_media(journal))
    summary = archive_json(site, sources, tallies, reconciliation)
    write(folder, journal, NAME, [encode(summary)])
    previous.clear(folder, journal, found)
    manifest.write_both(folder, journal.files, partial(write_unlisted, folder, journal))
    files = {key[1]: count for key, count in tallies.items() if key[0] == "file"}
    return Report(summary, reconciliation, files, leftovers, damage=damage(repairs))


def _listed_media(journal: Journal) -> int:
    return int(next(journal.rows("SELECT count(*) FROM listed WHERE list = 'media'"))[0])


def _write_ledgers(
    folder: Folder, journal: Journal, repairs: Sequence[Entry], leftovers: Leftovers, site: Site
) -> None:
    """Put each ledger together: the source as a whole, its items, and what of earlier runs is left."""
    depth = site.options.ledger
    for name, path in zip(LEDGERS, (ledger.PUBLIC, ledger.PRIVATE), strict=True):
        private = path == ledger.PRIVATE
        head = "" if private else ledger.lines(repairs, None, "", depth)
        tail = "".join(_left(leftovers, depth, private=private))
        grown = journal.work / name
        if not private or tail or grown.stat().st_size:
            write(folder, journal, path, _joined(head, grown, tail))


def _left(leftovers: Leftovers, depth: Depth, *, private: bool) -> Iterator[str]:
    for rule, fate in LEFT.items():
        for stem in getattr(leftovers, fate):
            if stem.startswith(UNPUBLISHED) == private:
                yield ledger.lines([Entry(rule, "warned", "item")], None, stem, depth)


def _joined(head: str, grown: Path, tail: str) -> Iterator[str]:
    yield head
    with grown.open(encoding="utf-8", newline="\n") as lines:
        while text := lines.read(_BLOCK):
            yield text
    yield tail
