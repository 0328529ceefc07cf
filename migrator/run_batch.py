"""What a worker does with a batch: read each item, convert it, write its files, sum up for the journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from migrator.archive import embeds, ledger, media
from migrator.archive.aside import REPLACED
from migrator.archive.files import Folder, UnsafePath, digest, encoded
from migrator.archive.journal import Finished, Tallies
from migrator.archive.merged import Part, part_of
from migrator.archive.redirects import redirects_of
from migrator.media import pasted
from migrator.media.known import Known
from migrator.media.state import FOLDER
from migrator.model import Entry, Record, TermRef
from migrator.policy import verdict_on
from migrator.rendered import Rendered
from migrator.run_failures import described, failed, is_unreadable, read, repeated
from migrator.site import Site
from migrator.sources.item import Item

Convert = Callable[[Record, Site], Rendered]


class Piece(NamedTuple):
    """An item to work on; `again` says that the source had it before."""

    raw: Item
    again: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """All that a worker must be told, small enough to be sent with every batch."""

    site: Path
    root: Path
    convert: Convert
    dry: bool = False
    media: Path | None = None

    def __call__(self, batch: Sequence[Piece]) -> Finished:
        """Do a batch with the worker that this process keeps for the task."""
        return _kept(self)(batch)


class Worker:
    """Works on batches, with the site and the archive's folder open."""

    def __init__(self, task: Task) -> None:
        self._site = Site.open(task.site)
        self._folder = Folder(task.root, dry=task.dry, replaced=task.site.parent / REPLACED)
        self._convert = task.convert
        self._media = Known(task.media) if task.media else None

    def __call__(self, batch: Sequence[Piece]) -> Finished:
        """Turn items into files and the journal's rows."""
        finished = Finished(len(batch), batch[-1].raw.offset)
        for piece in batch:
            record = read(piece.raw)
            self._finish(finished, record, *self._rendered(record, again=piece.again))
        return finished

    def give_up(self, piece: Piece) -> Finished:
        """Account for an item that kills the process that works on it."""
        finished = Finished(1, piece.raw.offset)
        record = read(piece.raw, content=False)
        self._finish(finished, record, failed(record, "the process died", self._site.options), None)
        return finished

    def close(self) -> None:
        """Let go of the site and of what is known of media."""
        self._site.close()
        if self._media is not None:
            self._media.close()

    def _rendered(self, record: Record, *, again: bool) -> tuple[Rendered, Part | None]:
        try:
            if is_unreadable(record):
                return failed(record, "the item can't be read", self._site.options), None
            if again:
                return repeated(record, self._site.options), None
            rendered = self._convert(record, self._site)
            return rendered, part_of(rendered, record, self._site) if rendered.outcome == "merged" else None
        except Exception as error:  # noqa: BLE001  (whatever one item does, the others are converted)
            return failed(record, described(error), self._site.options), None

    def _finish(self, finished: Finished, record: Record, rendered: Rendered, part: Part | None) -> None:
        try:
            finished.files += self._write(finished, rendered)
        except (UnsafePath, OSError) as error:
            rendered, part = failed(record, described(error), self._site.options, "archive.path"), None
        self._account(finished, record, rendered)
        if part is not None:
            finished.listed.append((part.name, part.public, part.id, part.path, part.value))
            finished.redirects += part.redirects

    def _write(self, finished: Finished, rendered: Rendered) -> list[tuple[str, str]]:
        written = []
        for name, picture in pasted.settle(rendered):
            self._folder.put(f"{FOLDER}/{name}", picture)
        if self._media is not None:
            self._media.settle(rendered)
        for name, text in rendered.files.items():
            path = rendered.path + name if name.startswith(".") else name
            data = encoded(text)
            finished.tallies["file", self._folder.put(path, data)] += 1
            written.append((path, digest(data)))
        return written

    def _account(self, finished: Finished, record: Record, rendered: Rendered) -> None:
        """Sum up an item; what concerns one that no visitor could read goes to the other ledger."""
        outcome, _, public = verdict_on(record, self._site)
        tallies, number = finished.tallies, rendered.record_id
        tallies["item", record.type, record.status, rendered.outcome, rendered.reason] += 1
        tallies.update(rendered.tallies if public else _unnamed(rendered.tallies))
        tallies.update(("entry", entry.action, entry.rule) for entry in (*rendered.entries, *rendered.hidden))
        entries = rendered.entries if public or outcome in ("written", "merged") else map(_silent, rendered.entries)
        finished.ledgers[not public].append(ledger.lines(entries, number, rendered.path, self._site.options.ledger))
        finished.ledgers[True].append(ledger.lines(rendered.hidden, number, rendered.path, self._site.options.ledger))
        if rendered.outcome == "written":
            tallies["document", "public" if public else "unpublished"] += 1
            finished.uses += [media.row(use, number, self._site, public=public) for use in rendered.media]
            finished.seen += [
                (use.attachment, use.url, use.path, given, public)
                for use in rendered.media
                for given in sorted(rendered.seen)
                if rendered.seen[given] == use.url
            ]
            finished.embeds += [embeds.row(embed, number, public=public) for embed in rendered.embeds]
            if public:
                finished.redirects += redirects_of(rendered)
                tallies.update(set(map(self._term, record.terms)))

    def _term(self, term: TermRef) -> tuple[str, ...]:
        known = self._site.term(term.taxonomy, term.slug) is not None
        return "term", term.taxonomy, term.slug, "" if known else term.name


def _unnamed(tallies: Tallies) -> Tallies:
    """Leave out the names of shortcodes and blocks, which are words of the text that they stand in."""
    return Counter({key: count for key, count in tallies.items() if key[0] == "comment"})


def _silent(entry: Entry) -> Entry:
    """Leave out what an entry quotes: of what is private and was not asked for, nothing is kept."""
    return replace(entry, before="", after="")


@lru_cache(maxsize=1)
def _kept(task: Task) -> Worker:
    return Worker(task)
