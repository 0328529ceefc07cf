"""What is in a source before anything is written: counts, authors, shortcodes, blocks, embeds, hosts, broken items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from migrator.extensions import KINDS
from migrator.markup.known import own_names
from migrator.model import Entry, Record
from migrator.options import Options
from migrator.policy import decide
from migrator.sources.damage import damage, others
from migrator.sources.item import Source
from migrator.survey.embeds import providers_in
from migrator.survey.shortcodes import Shortcodes

_BLOCK = re.compile(r"<!--\s+wp:([a-z][a-z0-9_/-]*)")
_MEDIA = re.compile(
    r"""(?:src|href|srcset)\s*=\s*["']?\s*(?:https?:)?//([^/"'\s>:]+)[^"'/\s>]*/[^"'\s>]*?"""
    rf"""\.(?:{"|".join(KINDS)})\b""",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Survey:
    """Counts over a whole source; counters are by name, most frequent first when shown."""

    title: str = ""
    url: str = ""
    generator: str = ""
    version: str = ""
    files: list[str] = field(default_factory=list)
    items: Counter[tuple[str, str]] = field(default_factory=Counter)
    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    authors: Counter[str] = field(default_factory=Counter)
    taxonomies: Counter[str] = field(default_factory=Counter)
    comments: Counter[tuple[str, str]] = field(default_factory=Counter)
    shortcodes: Shortcodes = field(default_factory=Shortcodes)
    blocks: Counter[str] = field(default_factory=Counter)
    embeds: Counter[str] = field(default_factory=Counter)
    media_hosts: Counter[str] = field(default_factory=Counter)
    meta_keys: Counter[str] = field(default_factory=Counter)
    broken: list[tuple[int, Entry]] = field(default_factory=list)
    damage: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    first: str = ""
    last: str = ""


def survey(export: Source, options: Options, progress: Callable[[int], None]) -> Survey:
    """Read every item once and count; `progress` is told the bytes read so far."""
    found = Survey(
        title=export.header.title,
        url=export.header.base_url,
        generator=export.header.generator,
        version=export.header.version,
        shortcodes=Shortcodes(own_names(options)),
        broken=[(0, entry) for entry in export.repairs],
        damage=damage(export.repairs),
        others=others(export.repairs),
    )
    names = {author.login: author.name for author in export.header.authors}
    for record in _records(export, progress):
        _count(found, record, options, names)
    return found


def _records(export: Source, progress: Callable[[int], None]) -> Iterator[Record]:
    for batch in export.batches():
        for raw in batch:
            yield raw.read()
        progress(batch[-1].offset)


def _count(found: Survey, record: Record, options: Options, names: dict[str, str]) -> None:
    if record.source not in found.files:
        found.files.append(record.source)
    status = "protected" if record.protected else record.status
    found.items[record.type, status] += 1
    verdict = decide(record, options)
    found.outcomes[_outcome(verdict.outcome, public=verdict.public), verdict.reason] += 1
    if verdict.outcome == "written":
        found.authors[names.get(record.author) or record.author] += 1
        _count_dates(found, record)
    found.taxonomies.update({term.taxonomy for term in record.terms})
    found.comments.update((comment.type or "comment", comment.approved) for comment in record.comments)
    found.meta_keys.update({key for key, _ in record.meta})
    found.broken.extend((record.id, entry) for entry in record.repairs)
    _count_content(found, record)


def _outcome(outcome: str, *, public: bool) -> str:
    return "unpublished" if outcome == "written" and not public else outcome


def _count_dates(found: Survey, record: Record) -> None:
    day = record.date[:10]
    if day[:4] > "0000":
        found.first = min(found.first or day, day)
        found.last = max(found.last, day)


def _count_content(found: Survey, record: Record) -> None:
    text = record.content
    found.media_hosts.update(host.lower() for host in _MEDIA.findall(text))
    if record.attachment_url:
        found.media_hosts[urlsplit(record.attachment_url).hostname or ""] += 1
    found.blocks.update(name if "/" in name else f"core/{name}" for name in _BLOCK.findall(text))
    found.embeds.update(providers_in(text))
    found.shortcodes.count(text, record.id)


def survey_json(found: Survey) -> dict[str, Any]:
    """Show a survey as JSON values."""
    return {
        "title": found.title,
        "url": found.url,
        "generator": found.generator,
        "version": found.version,
        "files": found.files,
        "dates": {"first": found.first or None, "last": found.last or None},
        "items": _pairs(found.items, "type", "status"),
        "outcomes": _pairs(found.outcomes, "outcome", "reason"),
        "authors": dict(found.authors.most_common()),
        "taxonomies": dict(found.taxonomies.most_common()),
        "comments": _pairs(found.comments, "type", "approved"),
        **found.shortcodes.values(),
        "blocks": dict(found.blocks.most_common()),
        "embeds": dict(found.embeds.most_common()),
        "media_hosts": dict(found.media_hosts.most_common()),
        "meta_keys": dict(found.meta_keys.most_common()),
        "damage": list(found.damage),
        "others": list(found.others),
        "broken": [
            {"id": number, "rule": entry.rule, "action": entry.action, "where": entry.where, "before": entry.before}
            for number, entry in found.broken
        ],
    }


def _pairs(counts: Counter[tuple[str, str]], first: str, second: str) -> list[dict[str, Any]]:
    return [{first: one, second: other, "count": count} for (one, other), count in sorted(counts.items())]
