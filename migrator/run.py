"""A run: one source becomes one archive, in one process or many, from the start or from where another run ended."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from migrator import __version__, media
from migrator.archive import archive_json, manifest
from migrator.archive.archive_json import SourceFile, options_json, source_file
from migrator.archive.files import WORK, Folder, digest_of
from migrator.archive.finish import finish
from migrator.archive.journal import Journal, open_journal
from migrator.archive.reconciliation import Census
from migrator.archive.report import Report
from migrator.config import NAME as SETTINGS
from migrator.config.checks import meant
from migrator.convert import convert as convert_record
from migrator.crawl.warc_files import FOLDER as CAPTURE
from migrator.errors import ArchiveError, Interrupted
from migrator.media.report import MediaReport
from migrator.media.wish import Wish
from migrator.options import Options
from migrator.run_batch import Convert, Piece, Task, Worker
from migrator.run_index import index
from migrator.run_pool import Pool, Work
from migrator.site import Site
from migrator.site.people_toml import NAME as PEOPLE
from migrator.sources.damage import others
from migrator.sources.item import Source

Progress = Callable[[str, int], None]
"""Is told what is being done ("indexing", "converting") and how many of the source's bytes it has come to."""

BATCH = 64
"""Items a worker gets at once. Measured on 8,000 items without their conversion, in processor seconds: 2.2 with 16 at
once, 1.9 with 64 and with 256, 2.1 with 1024; fewer in flight mean less memory."""

SITE = "site.sqlite"

NAMED = 20
"""Names that fit into one message: most sites have fewer types and accounts."""

INDEXES = (".cdxj", ".jsonl")
"""What lies there besides the answers and is no state of the crawl: where they are, what has changed."""


@dataclass(frozen=True, slots=True)
class How:
    """How a run works, which changes nothing in the archive: with `jobs` processes at once; with `dry` without writing
    anything. `convert` must be importable, so that other processes find it. `say` is told what a user should know.
    `complete` is called when the archive is whole, to complete its media."""

    jobs: int = 1
    dry: bool = False
    convert: Convert = convert_record
    say: Callable[[str], None] = lambda _message: None
    complete: Callable[[Path], MediaReport] | None = None


def run(
    export: Source,
    archive: Path,
    options: Options,
    how: How,
    progress: Progress = lambda _doing, _offset: None,
) -> Report:
    """Convert an export into an archive; what an unfinished run before has done is not done again.

    Raises:
        ArchiveError: The folder can't be used or written.
        Interrupted: The user stopped the run.
    """
    for said in others(export.repairs):
        how.say(said)
    sources = [source_file(path) for path in export.paths]
    key = _key(sources, options)
    with _work_folder(archive, dry=how.dry) as work, closing(open_journal(work, key, archive)) as journal:
        try:
            with Pool(how.jobs, how.say) as pool:
                census = _index(export, journal, options, pool, progress)
                task = Task(work / SITE, archive, how.convert, how.dry, _recalled(archive, how))
                _convert(export, journal, census, task, pool, progress)
            report = _finish(Folder(archive, dry=how.dry), journal, census, sources, export)
            _tell_strangers(work / SITE, how.say)
            _tell_unmatched(work / SITE, how.say)
        except KeyboardInterrupt as stop:
            raise Interrupted(_farewell(journal.items, export.count, dry=how.dry)) from stop
        except (OSError, sqlite3.Error) as error:
            raise ArchiveError(
                f"{archive}: {error}; when there is room, the same command goes on from there"
            ) from error
    return _completed(report, archive, how)


@contextmanager
def _work_folder(archive: Path, *, dry: bool) -> Iterator[Path]:
    """Give a run its work folder, and take it away when the run is finished."""
    _check(archive)
    if dry:
        with tempfile.TemporaryDirectory(prefix="migrator-") as folder:
            yield Path(folder)
        return
    yield archive / WORK
    shutil.rmtree(archive / WORK, ignore_errors=True)


def _check(archive: Path) -> None:
    """Refuse a folder that holds something else, since nothing but an archive should be written over.

    Raises:
        ArchiveError: It is a file, can't be read, or is neither empty nor an archive.
    """
    try:
        names = {file.name for file in archive.iterdir()} if archive.exists() else set()
    except OSError as error:
        raise ArchiveError(f"{archive}: can't be used: {error.strerror}") from error
    strange = {name for name in names if not name.startswith(".")} - {SETTINGS, PEOPLE, CAPTURE}
    if strange and not names & {WORK, archive_json.NAME, manifest.NAME}:
        raise ArchiveError(f"{archive}: is neither empty nor an archive ({min(strange)} is in it); name another folder")


def _key(sources: Sequence[SourceFile], options: Options) -> str:
    """Name all that an archive's bytes depend on."""
    named = [__version__, [(each.name, each.size, each.sha256) for each in sources], options_json(options)]
    return sha256(json.dumps(named, sort_keys=True, default=str).encode()).hexdigest()


def _index(export: Source, journal: Journal, options: Options, pool: Pool, progress: Progress) -> Census:
    """Make the site's file, unless an unfinished run has made it."""
    known = journal.load("census")
    if known and (journal.work / SITE).is_file():
        return Census.parse(known)
    census = index(export, journal.work / SITE, options, pool, lambda offset: progress("indexing", offset))
    journal.save("census", census.dump())
    return census


def _convert(export: Source, journal: Journal, census: Census, task: Task, pool: Pool, progress: Progress) -> None:
    """Do what is left of the source, batch by batch."""
    parent = Worker(task)
    batches = _batches(export, journal.items, set(census.repeated))
    try:
        for finished in pool.spread(Work(task, parent, parent.give_up), batches):
            journal.record(finished)
            progress("converting", finished.offset)
    finally:
        parent.close()


def _recalled(archive: Path, how: How) -> Path | None:
    """Make a state of the media that are in the archive, for the documents to refer to; say where it is."""
    if how.dry or not media.has_media(archive):
        return None
    state = media.recall(archive)
    state.close()
    return state.folder


def _completed(report: Report, archive: Path, how: How) -> Report:
    """Complete the media; those that were there before are taken into the new lists in any case."""
    if how.dry:
        return report
    if how.complete is not None:
        return replace(report, media=how.complete(archive))
    return replace(report, media=media.complete(archive, Wish("none"))) if media.has_media(archive) else report


def _batches(export: Source, done: int, repeated: set[int]) -> Iterator[list[Piece]]:
    for batch in export.batches(BATCH):
        pieces = [Piece(raw, raw.position in repeated) for raw in batch if raw.position >= done]
        if pieces:
            yield pieces


def _finish(folder: Folder, journal: Journal, census: Census, sources: Sequence[SourceFile], export: Source) -> Report:
    journal.settle()
    for path, digest in _own(folder.root, export.paths, sources):
        journal.add_file(path, digest)
    with closing(Site.open(journal.work / SITE)) as site:
        return finish(folder, journal, site, census, sources, export.repairs)


def _own(root: Path, paths: Sequence[Path], sources: Sequence[SourceFile]) -> Iterator[tuple[str, str]]:
    """The sources that are a part of the archive itself, and their index, as its manifest names them."""
    known = {path.resolve(): source.sha256 for path, source in zip(paths, sources, strict=True)}
    for path in sorted((root.resolve() / CAPTURE).glob("*")):
        if path in known or path.suffix in INDEXES:
            yield path.relative_to(root.resolve()).as_posix(), known.get(path) or digest_of(path)


def _tell_strangers(path: Path, say: Callable[[str], None]) -> None:
    """Say what in people.toml has no effect: of whom or what the source knows nothing; and who became namesakes."""
    with closing(Site.open(path)) as site:
        for identity, near in site.strangers():
            hint = f"; did you mean {near!r}?" if near else "; people.json has the ids"
            say(f"{PEOPLE} speaks of {identity!r}, whom the source doesn't know{hint}")
        for identity, number in site.unsplit():
            say(f"{PEOPLE} splits document {number} from {identity!r}, but the source has no such document")
        for identity, other in site.doubles():
            say(f"{PEOPLE} gives {identity!r} the name that {other!r} has; [[merge]] makes one person of both")


def _tell_unmatched(path: Path, say: Callable[[str], None]) -> None:
    """Say which filters found nothing because they name what the source doesn't know."""
    with closing(Site.open(path)) as site:
        for name, asked, there in site.unmatched():
            say(f"{name}: nothing in the source has {asked!r}{meant(asked, there) or _listed(there)}")


def _listed(names: Collection[str]) -> str:
    return f"; there are {', '.join(sorted(names))}" if len(names) <= NAMED else ""


def _farewell(done: int, count: int, *, dry: bool) -> str:
    if dry:
        return "stopped; nothing was written"
    return f"stopped after {done} of {count} items; the same command goes on from there"
