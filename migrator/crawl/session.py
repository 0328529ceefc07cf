"""One run of a crawl from its first request to its files: the capture, its index, its frontier, its list of changes."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import starmap
from pathlib import Path

from migrator.crawl import cdxj
from migrator.crawl.failures import Refused, TooLong, Unreachable
from migrator.crawl.fetch import Fetcher
from migrator.crawl.frontier import Frontier, changes, open_frontier, read_frontier
from migrator.crawl.frontier.coverage import Coverage, coverage_of
from migrator.crawl.frontier.remembered import pages
from migrator.crawl.gate import Gate
from migrator.crawl.memory import last_known
from migrator.crawl.robots import Robots
from migrator.crawl.run import Ending, How, crawl
from migrator.crawl.settings import Settings, host_of, origin_of
from migrator.crawl.step import Site
from migrator.crawl.wacz import PageEntry, pack
from migrator.crawl.warc import Writer
from migrator.crawl.warc_files import FOLDER
from migrator.errors import ArchiveError

_NOT_BEFORE = "not before"


@dataclass(frozen=True, slots=True)
class Captured:
    """What a run of a crawl came to."""

    run: int
    ending: Ending
    coverage: Coverage
    changes: Counter[str]

    @property
    def has_gaps(self) -> bool:
        """Whether something that the site has could not be had."""
        return bool(self.coverage.failed or self.coverage.gaps)


def capture(start: str, archive: Path, settings: Settings, how: How) -> Captured:
    """Crawl a site into an archive's capture.

    Raises:
        ArchiveError: The archive can't be written, or another run is at work on it.
    """
    try:
        with closing(open_frontier(archive / FOLDER)) as frontier:
            ending = _crawl(start, archive, settings, how, frontier)
            cdxj.index(archive)
            changes.write(frontier, archive / FOLDER)
            return Captured(frontier.run, ending, coverage_of(frontier), changes.count(frontier))
    except OSError as error:
        raise ArchiveError(f"{archive / FOLDER}: {error.strerror or error}") from error
    except sqlite3.OperationalError as error:
        raise ArchiveError(
            f"{archive / FOLDER}: {error}; when there is room, the same command goes on from there"
        ) from error


def _crawl(start: str, archive: Path, settings: Settings, how: How, frontier: Frontier) -> Ending:
    gate, robots = Gate(settings.rate, settings.max_wait), Robots(ignore=settings.ignore_robots)
    gate.hold(host_of(start), float(frontier.fact(_NOT_BEFORE) or 0) - time.time())
    try:
        with (
            Writer(archive, frontier.ends(), info=settings.described()) as warc,
            Fetcher(settings, warc, gate, robots) as fetcher,
        ):
            frontier.forget(warc.ends)
            ending = crawl(start, frontier, fetcher.fetch, _with_sitemaps(how, fetcher))
    except TooLong as error:
        ending = Ending(last_known(frontier) or Site(start), "wait", error.seconds, str(error))
    frontier.note(_NOT_BEFORE, str(time.time() + ending.seconds) if ending.seconds else "")
    return ending


def _with_sitemaps(how: How, fetcher: Fetcher) -> How:
    """Let robots.txt name the sitemaps, where it can be had."""

    def sitemaps(url: str) -> tuple[str, ...]:
        try:
            return fetcher.sitemaps(origin_of(url))
        except (Refused, Unreachable):
            return ()

    return replace(how, sitemaps=sitemaps)


def pack_wacz(archive: Path, out: Path) -> None:
    """Pack an archive's capture as WACZ, with the pages that were captured as what a reader may open.

    Raises:
        ArchiveError: There is no capture, or the file can't be written.
    """
    with closing(read_frontier(archive / FOLDER)) as frontier:
        pack(archive, out, starmap(PageEntry, pages(frontier)))
