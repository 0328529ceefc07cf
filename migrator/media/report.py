"""What a run tells of media: how many are here, what is missing, by host and by document."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from migrator.media.entries import LISTS, MISSING, url_of, values_of
from migrator.normalise.urls import split

HEAD = ("host", "url", "error", "tries", "document", "title", "path")


@dataclass(frozen=True, slots=True)
class MediaReport:
    """The outcome of a run's work on media.

    `statuses` counts the files of both lists by status, `gaps` the missing ones by host and error; `added` and `bytes`
    are what this run has brought in; `left` are documents that someone changed by hand and that keep their addresses;
    `changed` are files that were no longer what was fetched and were set aside.
    """

    statuses: Mapping[str, int]
    gaps: Mapping[tuple[str, str], int]
    added: int = 0
    bytes: int = 0
    left: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    @property
    def missing(self) -> int:
        """How many files were wanted and could not be had."""
        return self.statuses.get(MISSING, 0)


def report_json(report: MediaReport) -> dict[str, Any]:
    """Show a report as JSON values."""
    gaps = [{"host": host, "error": error, "files": count} for (host, error), count in sorted(report.gaps.items())]
    return {
        "files": dict(sorted(report.statuses.items())),
        "missing": gaps,
        "added": report.added,
        "bytes": report.bytes,
        "left": report.left,
        "changed": report.changed,
    }


def missing_csv(archive: Path) -> Iterator[str]:
    """List what is missing as lines of CSV: a line for each document that uses the file, by host and address."""
    rows = [(split(url_of(value)).host, url_of(value), value) for value in _missing(archive)]
    rows.sort(key=lambda row: row[:2])
    known = dict(_documents(archive, {number for _, _, value in rows for number in value["used_by"]}))
    yield _csv([HEAD])
    for host, url, value in rows:
        told = (host, url, value["error"], value["tries"])
        yield _csv([(*told, number, *known.get(number, ("", ""))) for number in value["used_by"] or [""]])


def _missing(archive: Path) -> Iterator[dict[str, Any]]:
    for path in LISTS:
        yield from (value for value in values_of(archive / path) if value.get("status") == MISSING)


def _documents(archive: Path, numbers: set[int]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Find the title and path of documents by their number."""
    if not numbers:
        return
    for folder in ("content", "unpublished"):
        for page in sorted((archive / folder).rglob("*.md")):
            record = page.with_suffix(".json")
            try:
                value = json.loads(record.read_bytes())
            except (OSError, ValueError):
                continue
            if isinstance(value, dict) and value.get("id") in numbers:
                yield value["id"], (value.get("title", ""), page.relative_to(archive).as_posix())


def _csv(rows: Iterable[tuple[Any, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
