"""The frontier: which addresses are known, which are still to be asked for, and what came of the others.

It is a SQLite file in the capture; only this package reads and writes it. Each answer is entered in one transaction,
with all that it leads to, when its WARC record is on disk: a crawl that is killed goes on where it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from migrator.crawl.frontier.tables import TABLES
from migrator.crawl.step import Road, Step, StepKind, Trouble, Turned
from migrator.errors import ArchiveError
from migrator.sources.capture.addresses import key_of
from migrator.sources.capture.visit import Place, Visit, time_of

NAME = "frontier.sqlite"

TURNED = 1000
"""Addresses of one rule that are remembered: traps go on for ever, and `why` tells the rule of any other."""

MOST_TRIES = 4
"""Tries of an address in one run that was stopped by failures in a row: what is broken for good must not keep it from
its end."""

_PRAGMAS = "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
_RANKS: dict[tuple[Road, StepKind], int] = {
    ("rest", "list"): 0,
    ("sitemap", "list"): 1,
    ("feed", "list"): 2,
    ("links", "list"): 3,
}
_PAGES, _FILES = 4, 5
"""Pages come behind lists, which may give what is on them; files come last."""

_STEP = "url, road, kind, via, depth, lastmod, aim, optional, mark"
_ADD = f"""
INSERT INTO url ({_STEP}, key, rank, run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_AGAIN = """
UPDATE url SET state = 'waiting', road = ?, kind = ?, via = ?, depth = ?, lastmod = ?, aim = ?, optional = ?, mark = ?,
    rank = ?, tries = 0, reason = '', run = ? WHERE key = ?
"""
_ANSWERED = """
UPDATE url SET state = 'done', status = ?, etag = ?, last_modified = ?, digest = ?, file = ?, offset = ?, length = ?,
    tries = tries + 1, reason = ?, time = ?, run = ? WHERE key = ?
"""

State = Literal["failed", "gone", "replaced"]
"""Of an address that can't be had: for what it answers, for it isn't there, or others were asked for in its place."""


class Validators(NamedTuple):
    """What an earlier answer said of itself, for asking whether it still holds."""

    etag: str = ""
    modified: str = ""


class Frontier:
    """A frontier that is open; `run` counts the times that the site was crawled."""

    def __init__(self, connection: sqlite3.Connection, run: int) -> None:
        self.connection = connection
        self.run = run

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @contextmanager
    def entering(self) -> Iterator[None]:
        """Enter all that is told within, or none of it."""
        with self.connection:
            self.connection.execute("BEGIN")
            yield

    def add(self, step: Step) -> None:
        """Enter an address to be asked for, once in a run; of an earlier run's page not if it hasn't changed since."""
        key, rank = key_of(step.url), _rank(step)
        known = self.one("SELECT run, state, lastmod, kind, optional FROM url WHERE key = ?", key)
        values = (step.road, step.kind, step.via, step.depth, step.lastmod, step.aim, step.optional, step.mark)
        if known is None:
            self.connection.execute(_ADD, (step.url, *values, key, rank, self.run))
        elif _was_turned(step, known) or (known[0] < self.run and not _is_same(step, known)):
            self.connection.execute(_AGAIN, (*values, rank, self.run, key))
        elif known[0] < self.run:
            self._keep(key)

    def leave_road(self, road: Road) -> None:
        """Forget what was still to be asked for on a road."""
        self.connection.execute("DELETE FROM url WHERE state = 'waiting' AND road = ?", (road,))

    def take_road(self, road: Road) -> None:
        """Read the lists of a road that this run has left again: what they name was forgotten."""
        query = "UPDATE url SET state = 'waiting' WHERE road = ? AND run = ? AND kind = 'list'"
        self.connection.execute(query, (road, self.run))

    def next(self) -> Step | None:
        """The address that is to be asked for now; None when there is none left."""
        row = self.one(f"SELECT {_STEP} FROM url WHERE state = 'waiting' ORDER BY rank, number LIMIT 1")
        return _step(row) if row else None

    def validators(self, step: Step) -> Validators:
        """What is known of an earlier answer of a page."""
        row = self.one("SELECT etag, last_modified FROM url WHERE key = ? AND status = 200", key_of(step.url))
        return Validators(*row) if row and step.kind == "page" else Validators()

    def answer(self, step: Step, visit: Visit, reason: str = "") -> None:
        """Enter that an address was had; `reason` tells what is remarkable about it."""
        self.written(visit)
        place = visit.place or Place("")
        head = (visit.status, visit.headers.get("etag", ""), visit.headers.get("last-modified", ""))
        where = (place.digest, place.file, place.offset, place.length)
        self.connection.execute(_ANSWERED, (*head, *where, reason, visit.time, self.run, key_of(step.url)))

    def hold(self, step: Step) -> None:
        """Enter that an address still holds as it was had before (304), or that it is given elsewhere."""
        self._keep(key_of(step.url), tries=1)

    def _keep(self, key: str, *, tries: int = 0) -> None:
        """Enter that an address, and its page, are as they were."""
        query = "UPDATE url SET state = 'same', run = ?, tries = tries + ? WHERE key = ?"
        self.connection.execute(query, (self.run, tries, key))
        self.connection.execute("UPDATE item SET run = ? WHERE name = ? AND aim = 'page'", (self.run, key))

    def led(self, visit: Visit) -> None:
        """Enter that an address, to which another has led, need not be asked for itself."""
        query = "UPDATE url SET state = 'same', reason = 'another led to it', run = ? WHERE key = ?"
        query += " AND state = 'waiting' AND kind = 'page'"
        self.connection.execute(query, (self.run, key_of(visit.url)))

    def written(self, visit: Visit) -> None:
        """Enter how far the capture's file holds, for the next run to go on behind it."""
        if visit.place:
            self.note(f"end {visit.place.file}", str(visit.place.offset + visit.place.length))

    def ends(self) -> dict[str, int]:
        """How far each file of the capture holds."""
        rows = self.all("SELECT substr(name, 5), value FROM fact WHERE name LIKE 'end %'")
        return {file: int(end) for file, end in rows}

    def forget(self, ends: Mapping[str, int]) -> None:
        """Ask again for what the capture's files don't hold, since the disk lost it."""
        for file, end in ends.items():
            query = "UPDATE url SET state = 'waiting', tries = 0 WHERE file = ? AND offset + length > ?"
            self.connection.execute(query, (file, end))

    def fail(self, step: Step, trouble: Trouble, state: State = "failed") -> None:
        """Enter that an address can't be had."""
        query = "UPDATE url SET state = ?, status = ?, reason = ?, tries = tries + 1, run = ? WHERE key = ?"
        values = (state, trouble.status, trouble.reason, self.run, key_of(step.url))
        self.connection.execute(query, values)

    def postpone(self, step: Step, trouble: Trouble) -> None:
        """Put an address behind all others, to be tried again."""
        query = "UPDATE url SET tries = tries + 1, rank = rank + 10, status = ?, reason = ? WHERE key = ?"
        self.connection.execute(query, (trouble.status, trouble.reason, key_of(step.url)))

    def retry_failed(self) -> None:
        """Put what has failed in this run behind all others, to be tried again, unless it was `MOST_TRIES` times."""
        query = "UPDATE url SET state = 'waiting', rank = rank + 10 WHERE state = 'failed' AND run = ? AND tries < ?"
        self.connection.execute(query, (self.run, MOST_TRIES))

    def leave(self, aim: str, reason: str) -> None:
        """Ask for nothing more of a REST collection."""
        query = "UPDATE url SET state = 'replaced', reason = ? WHERE state = 'waiting' AND road = 'rest' AND aim = ?"
        self.connection.execute(query, (reason, aim))

    def tries(self, step: Step) -> int:
        """How often an address was tried in vain in this run."""
        row = self.one("SELECT tries FROM url WHERE key = ? AND state = 'waiting'", key_of(step.url))
        return int(row[0]) if row else 0

    def refuse(self, turned: Turned, via: str) -> None:
        """Enter that an address is not asked for, unless it is known or its rule has refused many."""
        key = key_of(turned.url)
        if self.one("SELECT 1 FROM url WHERE key = ?", key):
            return
        count = self.one("SELECT count(*) FROM url WHERE state = 'refused' AND reason = ?", turned.rule)
        if count and count[0] < TURNED:
            query = "INSERT INTO url (key, url, kind, road, rank, via, state, reason, run)"
            values = (key, turned.url, "page", turned.road, _PAGES, via, "refused", turned.rule, self.run)
            self.connection.execute(f"{query} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)

    def shut(self, step: Step, rule: str) -> None:
        """Enter that an address that was to be asked for may not be."""
        query = "UPDATE url SET state = 'refused', reason = ?, run = ? WHERE key = ?"
        self.connection.execute(query, (rule, self.run, key_of(step.url)))

    def progress(self) -> tuple[int, int]:
        """How many addresses have been asked for in this run, and how many are known to be asked for."""
        row = self.one(
            "SELECT sum(state <> 'waiting'), count(*) FROM url WHERE run = ? AND state <> 'refused'", self.run
        )
        return (int(row[0] or 0), int(row[1])) if row else (0, 0)

    def fact(self, name: str) -> str:
        """What was noted under a name; "" if nothing was."""
        row = self.one("SELECT value FROM fact WHERE name = ?", name)
        return str(row[0]) if row else ""

    def note(self, name: str, value: str) -> None:
        """Note something for later runs."""
        self.connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    def end(self) -> None:
        """Enter that the run is through, so that the next one is a new one."""
        self.connection.execute("UPDATE run SET ended = ? WHERE number = ?", (_now(), self.run))

    def one(self, query: str, *values: object) -> tuple[Any, ...] | None:
        """Ask for one row."""
        row: tuple[Any, ...] | None = self.connection.execute(query, values).fetchone()
        return row

    def all(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask for rows."""
        return self.connection.execute(query, values).fetchall()


def _step(row: tuple[Any, ...]) -> Step:
    url, road, kind, via, depth, lastmod, aim, optional, mark = row
    return Step(url, road, kind, via, depth, lastmod, aim, bool(optional), mark)


def _rank(step: Step) -> int:
    return _FILES if step.kind == "file" else _RANKS.get((step.road, step.kind), _PAGES)


def _is_same(step: Step, known: tuple[Any, ...]) -> bool:
    """Whether it was had and is as it was: files don't change, WordPress gives a new one another name."""
    if step.kind == "list" or known[1] not in ("done", "same"):
        return False
    return step.kind == "file" or (bool(step.lastmod) and step.lastmod == known[2])


def _was_turned(step: Step, known: tuple[Any, ...]) -> bool:
    """Whether a road wants what a page's links to were no reason to ask for, such as a feed."""
    return step.kind == "list" and known[1] == "refused" and known[3] == "page"


def _now() -> str:
    return time_of(datetime.now(UTC))


def open_frontier(folder: Path) -> Frontier:
    """Open a capture's frontier, or make it; a run that wasn't through goes on, else a new one begins.

    Raises:
        ArchiveError: It can't be written, or is none.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(folder / NAME, isolation_level=None, timeout=0)
        connection.executescript(_PRAGMAS + TABLES + "BEGIN EXCLUSIVE; COMMIT;")
        last = connection.execute("SELECT number, ended FROM run ORDER BY number DESC LIMIT 1").fetchone()
        if last is None or last[1]:
            number = last[0] + 1 if last else 1
            connection.execute("INSERT INTO run (number, started) VALUES (?, ?)", (number, _now()))
            return Frontier(connection, number)
        return Frontier(connection, last[0])
    except (sqlite3.Error, OSError) as error:
        raise ArchiveError(f"{folder / NAME}: {_said(error)}") from error


def read_frontier(folder: Path) -> Frontier:
    """Open a capture's frontier as its last run has left it.

    Raises:
        ArchiveError: There is none, or a run is at work on it.
    """
    path = folder / NAME
    if not path.is_file():
        raise ArchiveError(f"{folder}: there is no crawl in this archive; `migrator crawl` begins one")
    try:
        connection = sqlite3.connect(path, isolation_level=None, timeout=0)
        (number,) = connection.execute("SELECT max(number) FROM run").fetchone()
    except sqlite3.Error as error:
        raise ArchiveError(f"{path}: {_said(error)}") from error
    return Frontier(connection, number or 1)


def _said(error: Exception) -> str:
    return "another run is at work on it" if "locked" in str(error) else f"can't be used: {error}"
