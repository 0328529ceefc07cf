"""Reading a capture's answers, in any process: what each is, and of pages all that they say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from migrator.normalise.urls import split
from migrator.sources.capture.addresses import Last, Row
from migrator.sources.capture.capture import Capture
from migrator.sources.capture.visit import Visit
from migrator.sources.gather.kinds import VisitKind, kind_of
from migrator.sources.gather.versions import count_others, first_alike
from migrator.sources.pages.page import Page, read_page

BATCH = 8
"""Answers that a process gets at once: a page takes some 30 ms, so that waiting for the last one is short."""


class Reading(NamedTuple):
    """What an answer is; of a page what it says, of one that can't be read why."""

    last: Last
    kind: VisitKind
    visit: Visit
    """Without its body."""
    page: Page | None = None
    fault: str = ""
    refused: str = ""
    """Why a later visit of the same address is not what was read: it was shown a wall, or nothing."""
    versions: int = 0
    """How many other versions of its document the earlier visits were shown."""

    @property
    def refusal(self) -> str:
        """Why it is no page of the site; "" if it is one, or no page at all."""
        return self.page.reason if self.page is not None and self.page.kind == "other" else ""


@dataclass(frozen=True)
class Reader:
    """Reads answers of a capture; `common` are the blocks that many pages of a host share."""

    capture: Capture
    common: Mapping[str, frozenset[bytes]] = field(default_factory=dict)

    def __call__(self, batch: Sequence[Last]) -> list[Reading]:
        """Read answers one by one."""
        return [self._reading(last) for last in batch]

    def lost(self, last: Last) -> list[Reading]:
        """Account for an answer that kills the process which reads it."""
        row = last.row
        visit = Visit(row.url, row.status, time=row.time, place=row.place)
        return [Reading(last, "page", visit, fault="the process that read it died")]

    def _reading(self, last: Last) -> Reading:
        """Read the last visit that was shown what the site has at an address, if any was."""
        latest = self._read(last.row, last)
        earlier = (self._read(row, last) for row in last.others)
        if not latest.refusal:
            return _since_first(latest, earlier)
        shown = next((reading for reading in earlier if not reading.refusal), None)
        return _since_first(shown, earlier)._replace(refused=latest.refusal) if shown else latest

    def _read(self, row: Row, last: Last) -> Reading:
        visit = self.capture.read(row)
        kind = kind_of(visit)
        bare = Visit(visit.url, visit.status, visit.headers, time=visit.time, place=visit.place)
        if kind != "page":
            return Reading(last, kind, bare)
        try:
            return Reading(last, kind, bare, read_page(visit, self.common.get(split(visit.url).host, frozenset())))
        except Exception as error:  # noqa: BLE001  (whatever one page does, the others are read)
            return Reading(last, kind, bare, fault=f"{type(error).__name__}: {error}")


def _since_first(latest: Reading, earlier: Iterable[Reading]) -> Reading:
    """Take for a document the first visit that was shown what the latest was; of the site the latest tells."""
    if latest.page is None or latest.page.kind != "document":
        return latest
    shown = [latest, *(reading for reading in earlier if reading.page is not None and reading.page.kind == "document")]
    records = [reading.page.record for reading in shown if reading.page is not None]
    first = first_alike(records)
    page = replace(latest.page, record=records[first])
    return shown[first]._replace(page=page, versions=count_others(records))
