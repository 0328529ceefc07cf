"""The end of a run: lists, ledgers, account and manifest are made of what the journal holds."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from migrator.archive import ledger, manifest, previous
from migrator.archive.archive_json import NAME, SourceFile, archive_json
from migrator.archive.files import Folder, encoded, spooled
from migrator.archive.journal import LEDGERS, Journal
from migrator.archive.lines import write, write_unlisted
from migrator.archive.lists import PRIVATE, write_lists
from migrator.archive.previous import Leftovers
from migrator.archive.reconciliation import Census, reconcile
from migrator.archive.report import Report
from migrator.model import Entry
from migrator.site import Site
from migrator.writers.json import encode

GONE = "archive.gone"
"""The rule of a document of an earlier run that the source doesn't hold any more."""


def finish(
    folder: Folder,
    journal: Journal,
    site: Site,
    census: Census,
    sources: Sequence[SourceFile],
    repairs: Sequence[Entry],
) -> Report:
    """Complete the archive; the manifest, which comes last, says that it is. May be done again from any point."""
    journal.settle()
    tallies = journal.tallies()
    found = previous.find(folder.root, journal, site)
    leftovers = previous.sorted_out(found)
    tallies.update(("entry", entry.action, entry.rule) for entry in repairs)
    terms = write_lists(folder, journal, site, tallies)
    _write_ledgers(folder, journal, repairs, leftovers, site)
    reconciliation = reconcile(census, tallies, terms, _listed_media(journal))
    summary = archive_json(site, sources, tallies, reconciliation)
    write(folder, journal, NAME, [encode(summary)])
    previous.clear(folder, journal, found)
    write_unlisted(folder, journal, manifest.NAME, manifest.lines(journal.files()))
    files = {key[1]: count for key, count in tallies.items() if key[0] == "file"}
    return Report(summary, reconciliation, files, leftovers)


def _listed_media(journal: Journal) -> int:
    return int(next(journal.rows("SELECT count(*) FROM listed WHERE list = 'media'"))[0])


def _write_ledgers(
    folder: Folder, journal: Journal, repairs: Sequence[Entry], leftovers: Leftovers, site: Site
) -> None:
    """Put each ledger together: the source as a whole, its items, and what of earlier runs is left."""
    depth = site.options.ledger
    for name, path in zip(LEDGERS, (ledger.PUBLIC, ledger.PRIVATE), strict=True):
        private = path == ledger.PRIVATE
        gone = [stem for stem in leftovers.gone if stem.startswith(PRIVATE) == private]
        head = "" if private else ledger.lines(repairs, None, "", depth)
        tail = "".join(ledger.lines([Entry(GONE, "warned", "item")], None, stem, depth) for stem in gone)
        grown = journal.work / name
        if path == ledger.PUBLIC or tail or grown.stat().st_size:
            _write_ledger(folder, journal, path, encoded(head), grown, encoded(tail))


def _write_ledger(folder: Folder, journal: Journal, path: str, head: bytes, grown: Path, tail: bytes) -> None:
    spool = journal.work / "whole"
    with spooled(spool) as file:
        file.write(head)
        with grown.open("rb") as lines:
            shutil.copyfileobj(lines, file, 1 << 20)
        file.write(tail)
    journal.add_file(path, folder.adopt(spool, path))
