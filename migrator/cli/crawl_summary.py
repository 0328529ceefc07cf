"""What is told at the end of a crawl: what the site says it has and what was had, refused, failed, changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from migrator.crawl.frontier.coverage import Cover
from migrator.crawl.session import Captured

SHOWN = 10
"""Names a list shows before "and N more"; `migrator why` tells of each address."""


def lines(done: Captured, archive: Path) -> Iterator[str]:
    """Write a report for people to read."""
    cover, site = done.coverage, done.ending.site
    yield f"{archive}: {'stopped' if done.ending.stop else 'captured'}{f' (run {done.run})' if done.run > 1 else ''}"
    yield f"  site         {site.home}{f', {site.generator}' if site.generator else ''}"
    yield f"  roads        {', '.join(site.roads) or 'none'}"
    yield from (f"  note         {note}" for note in site.notes)
    yield f"  documents    {cover.documents}"
    yield from (f"    {one.had:8} of {one.expected} {one.name}{_short(one)}" for one in cover.covers)
    yield from _refused(done)
    yield from (f"  not found    {cover.gone} addresses",) if cover.gone else ()
    yield from _failed(done)
    yield from _changes(done)
    yield from _stop(done)


def _short(cover: Cover) -> str:
    if cover.withheld:
        return f": {cover.withheld} counted, but not shown to visitors"
    return f": {cover.missing} MISSING" if cover.missing > 0 else ""


def _refused(done: Captured) -> Iterator[str]:
    most = sorted(done.coverage.refused.items(), key=lambda row: (-row[1], row[0]))
    if most:
        names = ", ".join(f"{name} {count}" for name, count in most)
        yield f"  refused      {done.coverage.refused.total()}: {names}"


def _failed(done: Captured) -> Iterator[str]:
    failed = done.coverage.failed
    if failed:
        yield f"  failed       {len(failed)}"
        yield from (f"    {url}: {reason}" for url, reason in failed[:SHOWN])
    if len(failed) > SHOWN:
        yield f"    and {len(failed) - SHOWN} more"


def _changes(done: Captured) -> Iterator[str]:
    if done.run > 1:
        counts = ", ".join(f"{done.changes[kind]} {kind}" for kind in ("new", "changed", "gone"))
        yield f"  since then   {counts} (capture/changes.jsonl)"


def _stop(done: Captured) -> Iterator[str]:
    ending = done.ending
    if ending.stop == "wait":
        yield f"The site wants to be left alone for {ending.seconds:.0f} seconds; the same command goes on after that."
    elif ending.stop == "lost":
        yield f"The site can't be had any more ({ending.reason}); the same command goes on where it was."
    elif ending.stop == "limit":
        yield f"Stopped at --limit; the same command without it goes on ({done.coverage.waiting} addresses wait)."


def report_json(done: Captured) -> dict[str, Any]:
    """Write a report for programs to read."""
    cover, ending = done.coverage, done.ending
    return {
        "run": done.run,
        "site": ending.site.home,
        "roads": list(ending.site.roads),
        "notes": list(ending.site.notes),
        "stop": ending.stop,
        "wait_seconds": round(ending.seconds),
        "documents": cover.documents,
        "collections": {one.name: _counts(one) for one in cover.covers},
        "refused": dict(sorted(cover.refused.items())),
        "failed": [{"url": url, "reason": reason} for url, reason in cover.failed],
        "not_found": cover.gone,
        "waiting": cover.waiting,
        "changes": dict(sorted(done.changes.items())),
    }


def _counts(cover: Cover) -> dict[str, int]:
    return {"expected": cover.expected, "had": cover.had, "withheld": cover.withheld}
