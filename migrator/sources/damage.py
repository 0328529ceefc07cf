"""What whoever started a run must know of its source: what may be missing, and what may not belong together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from migrator.model import Entry
from migrator.sources.wxr.files import OTHER_SITE

SAID: Mapping[str, str] = {
    "xml.truncated": "{0.before}",
    "source.damaged": "{0.before}",
    "capture.truncated": "the file was cut short, and pages may be missing",
    "capture.damaged": "bytes that could not be read, and pages may be missing",
    "capture.unreadable": "could not be read: {0.after}",
}
"""The rules that tell of a source's files that something in them is lost, and how many items nobody can say."""


def others(repairs: Iterable[Entry]) -> tuple[str, ...]:
    """Say which parts of a source are of another site than the first."""
    return tuple(f"{entry.where}: {entry.before}" for entry in repairs if entry.rule == OTHER_SITE)


def damage(repairs: Iterable[Entry]) -> tuple[str, ...]:
    """Say of each damage of a source, from what its opening has reported, where it is and what it means."""
    return tuple(f"{entry.where}: {SAID[entry.rule].format(entry)}" for entry in repairs if entry.rule in SAID)
