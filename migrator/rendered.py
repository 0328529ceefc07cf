"""What a conversion hands on: strings only, so that it can cross to another process."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from migrator.model import Embed, Entry, MediaUse, Outcome


@dataclass(slots=True)
class Rendered:
    """What one record became: files, ledger entries, media wanted.

    `files` has their texts by suffix of `path` (".md", ".json") or, without a leading dot, by path of their own.
    """

    record_id: int
    position: int
    type: str
    status: str
    outcome: Outcome
    reason: str = ""
    path: str = ""
    files: dict[str, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    hidden: list[Entry] = field(default_factory=list)
    media: list[MediaUse] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    embeds: list[Embed] = field(default_factory=list)
    redirects: list[tuple[str, str]] = field(default_factory=list)
    tallies: Counter[tuple[str, ...]] = field(default_factory=Counter)
